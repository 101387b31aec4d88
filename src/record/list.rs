//! What the records of a text say about each other: which become bills, and what is told of the others.

use super::found::Found;
use super::reader::Place;
use super::refunds::{Refunds, is_refund};
use super::state::why_void;
use super::who::{Who, said_born};
use super::{Record, bill};
use crate::json::Json;
use crate::ordered::Set;

/// The records of a text.
pub struct List<'f> {
    /// What the bills so far say about the person.
    who: Who,
    refunds: Refunds<'f>,
    /// The visits that were settled.
    settled: Set<String>,
    seen: Set<String>,
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
        List { who: Who::default(), refunds, settled, seen: Set::default(), birth: None }
    }

    /// Reads a record; one that is no bill is told.
    pub fn read(&mut self, place: &Place, into: &mut Record) {
        let (found, who) = (place.found, Who::of(place.found));
        // Tells a flag that nobody can read.
        for name in ["refd_setl_flag", "vali_flag"] {
            place.flag(name, into);
        }
        if let Some(code) = self.why_none(found) {
            into.note(code, found.path.clone(), None);
        } else if who.differs_from(&self.who) {
            into.note("another_person", found.path.clone(), None);
        } else {
            self.note_repeated(found, into);
            if who.is_born() {
                self.birth = Some(found.at(if said_born(found).is_some() { "brdy" } else { "certno" }));
            }
            self.who.learn(who);
            bill::read(place, into);
        }
    }

    /// Why a record is no bill, whoever it is of.
    fn why_none(&self, found: &Found) -> Option<&'static str> {
        let is_advance = || found.number("setl_id").is_empty() && self.settled.contains(&found.number("mdtrt_id"));
        why_void(found).or_else(|| self.refunds.why_none(found)).or_else(|| is_advance().then_some("not_settled"))
    }

    /// A settlement that stands in the list twice is told; which of the two is meant, nobody knows.
    fn note_repeated(&mut self, found: &Found, into: &mut Record) {
        let id = found.number("setl_id");
        if !id.is_empty() && !self.seen.insert(id) {
            into.note("repeated", found.path.clone(), None);
        }
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
