//! Which facts a programme reads: what a page asks because of it.

use crate::eligibility::needs_cover;
use crate::ordered::Set;
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::{ItemClass, Kind, Test};
use crate::vocabulary::Fact;

/// Every fact that some programme of a region reads.
#[must_use]
pub fn facts_of(book: &Book) -> Set<Fact> {
    let mut facts = Set::default();
    book.programmes().for_each(|p| facts.extend(facts_read(book, p).iter().copied()));
    facts.extend(book.item_classes().flat_map(ItemClass::facts));
    facts
}

/// Every fact that a programme's conditions, tables or steps read, or the parts of a bill that it pays on.
pub(super) fn facts_read(book: &Book, p: ProgrammeIx) -> Set<Fact> {
    let programme = book.programme(p);
    let mut facts = Set::default();
    if programme.kind == Kind::Reimbursement {
        facts.extend([Fact::third_party_liable(), Fact::third_party_amount()]);
    }
    if needs_cover(programme) && book.cover().is_some() {
        test_facts(&Test::Covered, &mut facts);
    }
    if book.elsewhere(p).is_some() {
        facts.insert(Fact::out_of_area());
    }
    for condition in programme.person.iter().chain(&programme.expense) {
        test_facts(&condition.test, &mut facts);
    }
    for value in &programme.values {
        facts.extend(value.by.iter().copied());
    }
    for step in &programme.benefit {
        facts.extend(step.facts());
        step.tests().into_iter().for_each(|test| test_facts(test, &mut facts));
    }
    facts
}

/// Every fact that a test reads.
pub(super) fn test_facts(test: &Test, facts: &mut Set<Fact>) {
    match test {
        Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => {
            tests.iter().for_each(|t| test_facts(t, facts))
        }
        Test::Not(inner) => test_facts(inner, facts),
        Test::Is(fact, _) | Test::HasAny { fact, .. } | Test::AtLeast(fact, _) => {
            facts.insert(*fact);
        }
        Test::AgeUnder(..) | Test::DaysOldAtMost(_) => {
            facts.insert(Fact::birth_date());
        }
        Test::EnrolledWithin(_) => facts.extend([Fact::birth_date(), Fact::enrolled_and_paid_on()]),
        Test::Covered => facts.extend([Fact::birth_date(), Fact::scheme(), Fact::enrolled_and_paid_on()]),
        Test::ValueIs(..) | Test::Entered(..) | Test::UsesAtLeast(..) => {}
    }
}
