//! Which facts the programmes of a region read: what a page asks because of them.

use super::{Book, ProgrammeIx};
use crate::ordered::Set;
use crate::policy::{ItemClass, Kind, Test};
use crate::vocabulary::Fact;

impl Book {
    /// Every fact that some programme of the region reads.
    #[must_use]
    pub fn all_read(&self) -> Set<Fact> {
        let of_programmes = self.programmes().filter_map(|p| self.reads.get(p.0)).flat_map(Set::iter).copied();
        of_programmes.chain(self.item_classes().flat_map(ItemClass::facts)).collect()
    }

    /// Whether a programme's conditions, tables or steps read a fact, or the part of a bill that it pays on is one.
    #[must_use]
    pub fn reads(&self, p: ProgrammeIx, fact: Fact) -> bool {
        self.reads.get(p.0).is_some_and(|facts| facts.contains(&fact))
    }

    /// What each programme reads. It is worked out once: every answer asks for it.
    pub(super) fn all_reads(&self) -> Vec<Set<Fact>> {
        self.programmes().map(|p| self.facts_of(p)).collect()
    }

    fn facts_of(&self, p: ProgrammeIx) -> Set<Fact> {
        let programme = self.programme(p);
        let mut facts = Set::default();
        if programme.kind == Kind::Reimbursement {
            facts.extend([Fact::third_party_liable(), Fact::third_party_amount()]);
        }
        if programme.needs_cover() && self.cover().is_some() {
            Test::Covered.add_facts(&mut facts);
        }
        if self.elsewhere(p).is_some() {
            facts.insert(Fact::out_of_area());
        }
        for condition in programme.conditions() {
            condition.test.add_facts(&mut facts);
        }
        for value in &programme.values {
            facts.extend(value.by.iter().copied());
        }
        for step in &programme.benefit {
            facts.extend(step.facts());
            step.tests().into_iter().for_each(|test| test.add_facts(&mut facts));
        }
        facts
    }
}
