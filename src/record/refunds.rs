//! Which records give back a settlement, and which settlement it is.

use super::found::Found;
use super::state::{State, state, why_void};
use super::{amount, day};
use crate::money::Money;
use crate::ordered::{Map, Set};

/// A visit, and what a bill of it came to.
type Sum = (String, String);

/// The refunds of a text.
pub struct Refunds<'f> {
    /// Whether there is anything that a refund could take back.
    has_bills: bool,
    /// Settlements by their numbers; of two with one number the first.
    numbered: Map<String, &'f Found>,
    /// The settlements of each visit and amount in their order, with their places in the text.
    of_visits: Map<Sum, Vec<(usize, &'f Found)>>,
    /// The numbers of settlements that a refund names.
    named: Set<String>,
    /// The places of settlements that a refund without a name gives back: of one visit, and of one amount.
    unnamed: Set<String>,
    /// The places of refunds whose settlement is here.
    matched: Set<String>,
}

impl<'f> Refunds<'f> {
    /// A refund names the settlement that it takes back; that one is no bill either. A refund that failed takes nothing back.
    pub fn of(found: &'f [Found]) -> Self {
        let counting = found.iter().enumerate().filter(|(_, one)| why_void(one).is_none());
        let (backs, bills): (Vec<_>, Vec<_>) = counting.partition(|(_, one)| gives_back(one));
        let mut refunds = Refunds {
            has_bills: bills.iter().any(|(_, one)| !is_refund(one)),
            numbered: Map::new(),
            of_visits: Map::new(),
            named: Set::default(),
            unnamed: Set::default(),
            matched: Set::default(),
        };
        for (place, bill) in bills {
            refunds.numbered.entry(bill.number("setl_id")).or_insert(bill);
            if let Some(sum) = sum(bill) {
                refunds.of_visits.entry(sum).or_default().push((place, bill));
            }
        }
        backs.into_iter().for_each(|(place, back)| refunds.match_one(place, back));
        refunds
    }

    /// Why a record is no bill, where a refund is the reason.
    pub fn why_none(&self, found: &Found) -> Option<&'static str> {
        if self.is_partial(found) {
            return Some("partial_refund");
        }
        let is_taken_back = self.named.contains(&found.number("setl_id")) || self.unnamed.contains(&found.path);
        let is_here = self.matched.contains(&found.path) || !self.has_bills;
        if !is_here && (gives_back(found) || (is_refund(found) && !is_taken_back && self.has_twin(found))) {
            return Some("refund_unmatched");
        }
        (is_refund(found) || is_taken_back).then_some("refund")
    }

    fn match_one(&mut self, place: usize, back: &Found) {
        let name = back.number("init_setl_id");
        if name.is_empty() {
            let Some(bill) = self.settlement_before(place, back) else { return };
            self.unnamed.insert(bill);
            self.matched.insert(back.path.clone());
        } else if !self.is_partial(back) {
            if self.named_by(back).is_some() {
                self.matched.insert(back.path.clone());
            }
            self.named.insert(name);
        }
    }

    /// The place of the settlement that a refund gives back without naming it: the last before it, of the same visit and amount. Portals
    /// list the newest first, so that times count where they tell; where none does, as some refunds bear the time of what they give
    /// back, it is the place.
    fn settlement_before(&self, place: usize, back: &Found) -> Option<String> {
        let bills = self.of_visits.get(&sum(back)?)?;
        let open = || bills.iter().filter(|(_, bill)| !self.unnamed.contains(&bill.path));
        let when = settled_at(back);
        let is_earlier = |bill: &Found| settled_at(bill).zip(when.clone()).is_some_and(|(bill, back)| bill <= back);
        let earlier = open().filter(|(_, bill)| is_earlier(bill)).max_by_key(|(at, bill)| (settled_at(bill), *at));
        let before = || open().filter(|(at, _)| *at < place).max_by_key(|(at, _)| *at);
        earlier.or_else(before).map(|(_, bill)| bill.path.clone())
    }

    /// Whether a settlement of the same visit and amount stands beside a record that is flagged as given back: which of the two
    /// it was, nobody knows.
    fn has_twin(&self, flagged: &Found) -> bool {
        let bills = sum(flagged).and_then(|sum| self.of_visits.get(&sum));
        bills.is_some_and(|bills| bills.iter().any(|(_, bill)| !is_refund(bill)))
    }

    /// The settlement that a refund names.
    fn named_by(&self, back: &Found) -> Option<&'f Found> {
        let name = Some(back.number("init_setl_id")).filter(|name| !name.is_empty())?;
        self.numbered.get(&name).copied()
    }

    /// Whether a refund gives back another amount than the settlement that it names came to.
    fn is_partial(&self, back: &Found) -> bool {
        let amount = billed(back);
        is_refund(back) && amount.is_ok() && self.named_by(back).is_some_and(|named| billed(named) != amount)
    }
}

/// The visit of a record, and its amount; none where one of the two is not said.
fn sum(found: &Found) -> Option<Sum> {
    let visit = Some(found.number("mdtrt_id")).filter(|visit| !visit.is_empty())?;
    Some((visit, billed(found).ok()?))
}

/// Day and minute of a settlement.
fn settled_at(found: &Found) -> Option<(String, Option<i64>)> {
    day::moment(&found.day("setl_time")).map(|moment| (moment.day, moment.minute))
}

/// What was billed, or given back.
fn billed(one: &Found) -> Result<String, &'static str> {
    amount::read(one.text("medfee_sumamt").trim_start_matches('-'))
}

/// Whether a record gives another one back: its sum lies below nothing, or it names the other one.
fn gives_back(found: &Found) -> bool {
    is_below_nothing(found) || (is_refund(found) && !found.number("init_setl_id").is_empty())
}

/// Whether a record is a settlement that was taken back, or takes one back: by its flag, by its state, or by its sum below nothing.
pub fn is_refund(found: &Found) -> bool {
    found.flag("refd_setl_flag") == Some(true) || state(found) == Some(State::Refund) || is_below_nothing(found)
}

fn is_below_nothing(found: &Found) -> bool {
    amount::signed(&found.text("medfee_sumamt")).is_ok_and(|sum| sum < Money::ZERO)
}
