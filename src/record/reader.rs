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
    let found = if records.is_empty() { bills(&fees) } else { without_fees(records, &fees, into) };
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
        Place { found, used: RefCell::new(AMOUNTS.into_iter().chain(["refd_setl_flag"]).collect()) }
    }

    /// A code, a name or a day as text; empty where nothing is said.
    pub fn said(&self, name: &'static str) -> String {
        self.used.borrow_mut().insert(name);
        self.found.text(name)
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
    taken_back: Set<String>,
    seen: Set<String>,
}

impl List {
    /// A refund names the settlement that it takes back; that one is no bill either.
    fn of(found: &[Found]) -> Self {
        let refunds = found.iter().filter(|one| is_refund(one) && !is_partial(one, found));
        List {
            who: Who::default(),
            taken_back: refunds.map(|one| one.text("init_setl_id")).filter(|id| !id.is_empty()).collect(),
            seen: Set::default(),
        }
    }

    fn read(&mut self, place: &Place, into: &mut Record) {
        let (found, who) = (place.found, Who::of(place.found));
        if place.said("vali_flag") == "0" {
            into.note("cancelled", found.path.clone(), None);
        } else if is_refund(found) {
            let named = found.text("init_setl_id");
            let is_whole = named.is_empty() || self.taken_back.contains(&named);
            into.note(if is_whole { "refund" } else { "partial_refund" }, found.path.clone(), None);
        } else if self.taken_back.contains(&found.text("setl_id")) {
            into.note("refund", found.path.clone(), None);
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
        let id = found.text("setl_id");
        if !id.is_empty() && !self.seen.insert(id) {
            into.note("repeated", found.path.clone(), None);
        }
    }
}

/// Whether a refund gives back another amount than the settlement that it names came to.
fn is_partial(refund: &Found, all: &[Found]) -> bool {
    let billed = |one: &Found| one.text("medfee_sumamt").trim_start_matches('-').to_owned();
    let back = amount::read(&billed(refund));
    let named = all.iter().find(|one| one.text("setl_id") == refund.text("init_setl_id") && !is_refund(one));
    named.is_some_and(|named| back.is_ok() && amount::read(&billed(named)) != back)
}

/// A settlement that was taken back: by its flag, or by its sum below nothing.
fn is_refund(found: &Found) -> bool {
    let is_flag = found.get("refd_setl_flag") == Some(&Json::Bool(true)) || found.text("refd_setl_flag") == "1";
    is_flag || amount::read(&found.text("medfee_sumamt")) == Err("negative")
}
