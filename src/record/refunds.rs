//! Which records give back a settlement, and which settlement it is.

use super::amount;
use super::found::Found;
use super::state::{State, state, why_void};
use crate::money::Money;
use crate::ordered::Set;

/// The refunds of a text.
pub struct Refunds<'f> {
    /// What counts: a refund that failed takes nothing back.
    all: Vec<&'f Found>,
    /// Whether there is anything that a refund could take back.
    has_bills: bool,
    /// The numbers of settlements that a refund names.
    named: Set<String>,
    /// The places of settlements that a refund without a name gives back: of one visit, and of one amount.
    unnamed: Set<String>,
    /// The places of refunds whose settlement is here.
    matched: Set<String>,
}

impl<'f> Refunds<'f> {
    /// A refund names the settlement that it takes back; that one is no bill either.
    pub fn of(found: &'f [Found]) -> Self {
        let all: Vec<&Found> = found.iter().filter(|one| why_void(one).is_none()).collect();
        let has_bills = !all.iter().all(|one| is_refund(one));
        let mut refunds = Refunds {
            all: all.clone(),
            has_bills,
            named: Set::default(),
            unnamed: Set::default(),
            matched: Set::default(),
        };
        for refund in all.into_iter().filter(|one| gives_back(one)) {
            let name = refund.number("init_setl_id");
            if !name.is_empty() {
                refunds.match_named(refund, name);
            } else if let Some(path) = refunds.settlement_of(refund) {
                refunds.unnamed.insert(path);
                refunds.matched.insert(refund.path.clone());
            }
        }
        refunds
    }

    /// Why a record is no bill, where a refund is the reason.
    pub fn why_none(&self, found: &Found) -> Option<&'static str> {
        if is_partial(found, &self.all) {
            return Some("partial_refund");
        }
        let is_taken_back = self.named.contains(&found.number("setl_id")) || self.unnamed.contains(&found.path);
        let is_here = self.matched.contains(&found.path) || !self.has_bills;
        if !is_here && (gives_back(found) || (is_refund(found) && !is_taken_back && self.has_twin(found))) {
            return Some("refund_unmatched");
        }
        (is_refund(found) || is_taken_back).then_some("refund")
    }

    /// Whether a settlement of the same visit and amount stands beside a record that is flagged as given back: which of the two
    /// it was, nobody knows.
    fn has_twin(&self, flagged: &Found) -> bool {
        let visit = flagged.number("mdtrt_id");
        let is_same = |one: &&Found| one.number("mdtrt_id") == visit && billed(one) == billed(flagged);
        !visit.is_empty() && self.all.iter().filter(|one| !is_refund(one)).any(|one| is_same(&one))
    }

    fn match_named(&mut self, refund: &Found, name: String) {
        if is_partial(refund, &self.all) {
            return;
        }
        if named_by(refund, &self.all).is_some() {
            self.matched.insert(refund.path.clone());
        }
        self.named.insert(name);
    }

    /// The place of the settlement that a refund gives back without naming it: the last before it, of the same visit and amount.
    fn settlement_of(&self, refund: &Found) -> Option<String> {
        let visit = Some(refund.number("mdtrt_id")).filter(|visit| !visit.is_empty())?;
        let before = self.all.iter().take_while(|one| one.path != refund.path).filter(|one| !gives_back(one));
        let is_same = |one: &&&Found| one.number("mdtrt_id") == visit && billed(one) == billed(refund);
        let last = before.filter(is_same).filter(|one| !self.unnamed.contains(&one.path)).last();
        last.map(|last| last.path.clone())
    }
}

/// The settlement that a refund names.
fn named_by<'f>(refund: &Found, all: &[&'f Found]) -> Option<&'f Found> {
    let name = Some(refund.number("init_setl_id")).filter(|name| !name.is_empty())?;
    all.iter().copied().find(|one| one.number("setl_id") == name && !gives_back(one))
}

/// Whether a refund gives back another amount than the settlement that it names came to.
fn is_partial(refund: &Found, all: &[&Found]) -> bool {
    let back = billed(refund);
    is_refund(refund) && back.is_ok() && named_by(refund, all).is_some_and(|named| billed(named) != back)
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
