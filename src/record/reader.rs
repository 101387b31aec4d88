//! Which records of a text become bills, and what is told of the others.

use super::content::text_of;
use super::fees::{bills, is_fee};
use super::fields::{AMOUNTS, BESIDE};
use super::find::search;
use super::found::Found;
use super::list::List;
use super::looks::unplaced;
use super::names::Member;
use super::totals::without_totals;
use super::who::NAMES;
use super::{Bill, Record, amount, bill};
use crate::json::Json;
use crate::json::problem::pointer;
use crate::ordered::Set;
use std::cell::RefCell;

/// Reads every record of a text.
pub fn read_all(content: &Json, into: &mut Record) {
    let search = search(content);
    search.not_read.into_iter().for_each(|path| into.note("not_read", path, None));
    let mut totals = search.totals;
    let (fees, records): (Vec<Found>, Vec<Found>) = search.found.into_iter().partition(is_fee);
    let [fees, records] = [fees, records].map(|list| without_totals(list, &mut totals));
    totals.into_iter().for_each(|path| into.note("total_row", path, None));
    let found = if records.is_empty() { bills(&fees, &mut into.notes) } else { without_fees(records, &fees, into) };
    if found.is_empty() {
        into.note("no_record", String::new(), None);
    }
    let mut list = List::of(&found);
    for one in &found {
        let place = Place::of(one);
        into.notes.extend(one.told.iter().cloned());
        if list.read(&place, into) {
            place.note_unused(into);
        }
    }
    list.check_birth(into);
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
        Place { found, used: RefCell::new(AMOUNTS.into_iter().chain(BESIDE).collect()) }
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
        for member in self.found.members.iter().filter(|member| !member.is_around) {
            if self.says_else(member) {
                let said = text_of(&member.value);
                let is_name = member.beside.is_some_and(|name| NAMES.contains(&name));
                let told = Some(said.as_str()).filter(|_| !is_name);
                into.note("said_twice", pointer(&self.found.path, &member.written), told);
                continue;
            }
            if let Some(amount) = unplaced(member).filter(|_| member.beside.is_none()) {
                into.note("amount_unplaced", pointer(&self.found.path, &member.written), Some(&amount));
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
        let is_same = |other: &str| {
            other == said || amount::signed(other).is_ok_and(|amount| amount::signed(&said) == Ok(amount))
        };
        member.beside.is_some_and(|name| !said.is_empty() && !is_same(&self.found.text(name)))
    }
}
