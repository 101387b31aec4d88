//! What the records of a text say about each other: which become bills, and what is told of the others.

use super::found::Found;
use super::reader::Place;
use super::refunds::{Refunds, is_refund};
use super::state::{State, state, why_void};
use super::who::{Who, said_born};
use super::{Record, bill};
use crate::json::Json;
use crate::ordered::{Map, Set};

/// The records of a text.
pub struct List<'f> {
    /// What the bills so far say about the person.
    who: Who,
    refunds: Refunds<'f>,
    /// The visits that were settled.
    settled: Set<String>,
    /// The records so far that became bills, by what numbers or describes a settlement.
    seen: Map<String, Vec<&'f Found>>,
    /// Where the birth date stands that counts.
    birth: Option<String>,
}

impl<'f> List<'f> {
    /// What the records say together.
    pub fn of(found: &'f [Found]) -> Self {
        let refunds = Refunds::of(found);
        let counts = |one: &&Found| why_void(one).is_none() && !is_refund(one);
        let settlements = found.iter().filter(counts).filter(|one| !one.number("setl_id").is_empty());
        let settled = settlements.map(|one| one.number("mdtrt_id")).filter(|visit| !visit.is_empty()).collect();
        List { who: Who::default(), refunds, settled, seen: Map::new(), birth: None }
    }

    /// Reads a record; one that is no bill is told. Whether it says anything new.
    pub fn read(&mut self, place: &Place<'f>, into: &mut Record) -> bool {
        let (found, who) = (place.found, Who::of(place.found));
        // Tells a flag that nobody can read.
        for name in ["refd_setl_flag", "vali_flag"] {
            place.flag(name, into);
        }
        if let Some(code) = self.why_none(found) {
            into.note(code, found.path.clone(), None);
        } else if who.differs_from(&self.who) {
            into.note("another_person", found.path.clone(), None);
        } else if self.is_copy(found, into) {
            into.note("copied", found.path.clone(), None);
            return false;
        } else {
            if state(found) == Some(State::PartRefund) {
                into.note("partial_refund", found.path.clone(), None);
            }
            if who.is_born() {
                self.birth = Some(found.at(if said_born(found).is_some() { "brdy" } else { "certno" }));
            }
            self.who.learn(who);
            bill::read(place, into);
        }
        true
    }

    /// Why a record is no bill, whoever it is of.
    fn why_none(&self, found: &Found) -> Option<&'static str> {
        let is_advance = || found.number("setl_id").is_empty() && self.settled.contains(&found.number("mdtrt_id"));
        why_void(found).or_else(|| self.refunds.why_none(found)).or_else(|| is_advance().then_some("not_settled"))
    }

    /// Whether a record says to the letter what one before it says: a text was joined with itself, or pasted twice. The number of a
    /// settlement stands for one; where two records under it differ, both are taken and told, for which is meant nobody knows.
    /// Without a number, two visits of one day may cost the same, unless the visit's number or its time is the same.
    fn is_copy(&mut self, found: &'f Found, into: &mut Record) -> bool {
        let number = found.number("setl_id");
        let is_numbered = !number.is_empty();
        let key = if is_numbered { number } else { described(found) };
        let before = self.seen.entry(key).or_default();
        let is_same = before.iter().any(|one| says_the_same(one, found));
        let is_copy = is_same && (is_numbered || found.is_of_one_moment());
        if !is_copy && (is_same || (is_numbered && !before.is_empty())) {
            into.note("repeated", found.path.clone(), None);
        }
        before.push(found);
        is_copy
    }

    /// Nobody is born after a bill: then the birth date is open, and the bills stay.
    pub fn check_birth(&self, into: &mut Record) {
        let Some(Json::String(born)) = into.request.facts.said("birth_date") else { return };
        let first = into.request.expenses.iter().filter_map(|bill| bill.date.as_ref()).min();
        if first.is_some_and(|first| *first < born) {
            into.request.facts.set("birth_date", Json::Null);
            into.note("birth_impossible", self.birth.clone().unwrap_or_default(), Some(&born));
        }
    }
}

/// Visit, day and amount of a record without a number.
fn described(found: &Found) -> String {
    let day = found.settled_on().unwrap_or_default();
    format!("{}|{day}|{}", found.number("mdtrt_id"), found.text("medfee_sumamt"))
}

fn says_the_same(one: &Found, other: &Found) -> bool {
    one.members.len() == other.members.len()
        && one
            .members
            .iter()
            .zip(&other.members)
            .all(|(mine, theirs)| (&mine.written, &mine.value) == (&theirs.written, &theirs.value))
}
