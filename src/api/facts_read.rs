//! Which facts a programme reads: what a page asks because of it.

use crate::ordered::Set;
use crate::policy::{Programme, Test};
use crate::vocabulary::Fact;

/// Every fact that a programme's conditions, tables or steps read.
pub(super) fn facts_read(programme: &Programme) -> Set<Fact> {
    let mut facts = Set::default();
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
        Test::AgeUnder(_) | Test::DaysOldAtMost(_) => {
            facts.insert(Fact::birth_date());
        }
        Test::EnrolledWithinDaysOfBirth(_) => facts.extend([Fact::birth_date(), Fact::enrolled_and_paid_on()]),
        Test::ValueIs(..) | Test::Entered(..) => {}
    }
}
