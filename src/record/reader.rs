//! Which records of a text become bills, and what is told of the others.

use super::content::text_of;
use super::fees::{bills, is_fee};
use super::fields::AMOUNTS;
use super::find::{Found, records};
use super::names::Member;
use super::who::{NAMES, Who};
use super::{Bill, Record, amount, bill};
use crate::json::Json;
use crate::json::problem::pointer;
use crate::ordered::Set;
use std::cell::RefCell;

/// Reads every record of a text.
pub fn read_all(content: &Json, into: &mut Record) {
    let (fees, records): (Vec<Found>, Vec<Found>) = records(content, "", 0).into_iter().partition(is_fee);
    let found = if records.is_empty() { bills(&fees, &mut into.notes) } else { without_fees(records, &fees, into) };
    if found.is_empty() {
        into.note("no_record", String::new(), None);
    }
    let mut list = List::of(&found);
    for one in &found {
        let place = Place::of(one);
        into.notes.extend(one.told.iter().cloned());
        list.read(&place, into);
        place.note_unused(into);
    }
    in_order_of_time(&mut into.request.expenses);
}

/// Bills of one day are settled as they are given: in order of time, where each says it.
fn in_order_of_time(bills: &mut [Bill]) {
    let mut days: Vec<Option<String>> = bills.iter().map(|bill| bill.date.clone()).collect();
    days.sort();
    days.dedup();
    for day in days {
        let of_day = bills.iter().enumerate().filter(|(_, bill)| bill.date == day);
        let (places, minutes): (Vec<usize>, Vec<Option<i64>>) =
            of_day.map(|(place, bill)| (place, bill.minute)).unzip();
        if minutes.iter().all(Option::is_some) {
            sort_places(bills, &places);
        }
    }
}

/// Sorts the bills at some places by their time.
fn sort_places(bills: &mut [Bill], places: &[usize]) {
    let mut taken: Vec<Bill> = places.iter().filter_map(|place| bills.get_mut(*place).map(std::mem::take)).collect();
    taken.sort_by_key(|bill| bill.minute);
    for (place, bill) in places.iter().zip(taken) {
        if let Some(slot) = bills.get_mut(*place) {
            *slot = bill;
        }
    }
}

/// Fees beside a settlement are what was settled, and no bill of their own.
fn without_fees(records: Vec<Found>, fees: &[Found], into: &mut Record) -> Vec<Found> {
    if let Some(first) = fees.first() {
        into.note("unused", first.path.clone(), None);
    }
    records
}

/// A record, and which of its members were looked at.
pub struct Place<'f> {
    /// The record.
    pub found: &'f Found,
    used: RefCell<Set<&'static str>>,
}

impl<'f> Place<'f> {
    fn of(found: &'f Found) -> Self {
        Place { found, used: RefCell::new(AMOUNTS.into_iter().collect()) }
    }

    /// A code, without what stands beside it; empty where nothing is said.
    pub fn code(&self, name: &'static str) -> String {
        self.mark(name, true);
        self.found.code(name)
    }

    /// A yes or no; what is neither is told.
    pub fn flag(&self, name: &'static str, into: &mut Record) -> Option<bool> {
        self.mark(name, true);
        let said = self.found.flag(name);
        if said.is_none() {
            bill::unknown_code(name, &self.found.text(name), self, into);
        }
        said
    }

    /// A member was looked at, and told something or not.
    pub fn mark(&self, name: &'static str, is_used: bool) {
        if is_used {
            self.used.borrow_mut().insert(name);
        }
    }

    fn note_unused(&self, into: &mut Record) {
        let used = self.used.borrow();
        for member in &self.found.members {
            if self.says_else(member) {
                let said = text_of(&member.value);
                let is_name = member.beside.is_some_and(|name| NAMES.contains(&name));
                let told = Some(said.as_str()).filter(|_| !is_name);
                into.note("said_twice", pointer(&self.found.path, &member.written), told);
                continue;
            }
            let is_used = member.standard.is_some_and(|name| used.contains(&name));
            if !is_used && !text_of(&member.value).is_empty() {
                into.note("unused", pointer(&self.found.path, &member.written), None);
            }
        }
    }

    /// Whether a member says something else than the one of the same name that counts.
    fn says_else(&self, member: &Member) -> bool {
        let said = text_of(&member.value);
        member.beside.is_some_and(|name| !said.is_empty() && self.found.text(name) != said)
    }
}

/// What the records of a text say about each other.
struct List {
    /// What the bills so far say about the person.
    who: Who,
    /// The numbers of settlements that a refund names.
    taken_back: Set<String>,
    /// The places of settlements that a refund without a name gives back: of one visit, and of one amount.
    given_back: Set<String>,
    /// The visits that were settled.
    settled: Set<String>,
    seen: Set<String>,
}

impl List {
    /// A refund names the settlement that it takes back; that one is no bill either.
    fn of(found: &[Found]) -> Self {
        let refunds = found.iter().filter(|one| is_refund(one) && !is_partial(one, found));
        let (unnamed, named): (Vec<&Found>, Vec<&Found>) =
            refunds.partition(|one| one.number("init_setl_id").is_empty());
        let settlements = found.iter().filter(|one| !is_refund(one) && !one.number("setl_id").is_empty());
        List {
            who: Who::default(),
            taken_back: named.iter().map(|one| one.number("init_setl_id")).collect(),
            given_back: given_back(&unnamed, found),
            settled: settlements.map(|one| one.number("mdtrt_id")).filter(|visit| !visit.is_empty()).collect(),
            seen: Set::default(),
        }
    }

    fn read(&mut self, place: &Place, into: &mut Record) {
        let (found, who) = (place.found, Who::of(place.found));
        // Tells a flag that nobody can read.
        place.flag("refd_setl_flag", into);
        if place.flag("vali_flag", into) == Some(false) {
            into.note("cancelled", found.path.clone(), None);
        } else if is_refund(found) {
            let named = found.number("init_setl_id");
            let is_whole = named.is_empty() || self.taken_back.contains(&named);
            into.note(if is_whole { "refund" } else { "partial_refund" }, found.path.clone(), None);
        } else if self.taken_back.contains(&found.number("setl_id")) || self.given_back.contains(&found.path) {
            into.note("refund", found.path.clone(), None);
        } else if found.number("setl_id").is_empty() && self.settled.contains(&found.number("mdtrt_id")) {
            into.note("not_settled", found.path.clone(), None);
        } else if who.differs_from(&self.who) {
            into.note("another_person", found.path.clone(), None);
        } else {
            self.note_repeated(found, into);
            self.who.learn(who);
            bill::read(place, into);
        }
    }

    /// A settlement that stands in the list twice is told; which of the two is meant, nobody knows.
    fn note_repeated(&mut self, found: &Found, into: &mut Record) {
        let id = found.number("setl_id");
        if !id.is_empty() && !self.seen.insert(id) {
            into.note("repeated", found.path.clone(), None);
        }
    }
}

/// Whether a refund gives back another amount than the settlement that it names came to.
fn is_partial(refund: &Found, all: &[Found]) -> bool {
    let (back, name) = (billed(refund), refund.number("init_setl_id"));
    let is_named = |one: &&Found| !name.is_empty() && one.number("setl_id") == name && !is_refund(one);
    all.iter().find(is_named).is_some_and(|named| back.is_ok() && billed(named) != back)
}

/// What was billed, or given back.
fn billed(one: &Found) -> Result<String, &'static str> {
    amount::read(one.text("medfee_sumamt").trim_start_matches('-'))
}

/// The places of settlements that refunds give back without naming them: each the last before it, of the same visit and amount.
fn given_back(refunds: &[&Found], all: &[Found]) -> Set<String> {
    let mut given = Set::default();
    for refund in refunds.iter().filter(|refund| !refund.number("mdtrt_id").is_empty()) {
        let before = all.iter().take_while(|one| one.path != refund.path).filter(|one| !is_refund(one));
        let is_same =
            |one: &&Found| one.number("mdtrt_id") == refund.number("mdtrt_id") && billed(one) == billed(refund);
        if let Some(last) = before.filter(is_same).filter(|one| !given.contains(&one.path)).last() {
            given.insert(last.path.clone());
        }
    }
    given
}

/// A settlement that was taken back: by its flag, or by its sum below nothing.
fn is_refund(found: &Found) -> bool {
    found.flag("refd_setl_flag") == Some(true) || amount::read(&found.text("medfee_sumamt")) == Err("negative")
}
