//! Which facts a programme reads: what a page asks because of it.

use crate::policy::{Base, Choice, Per, Pick, Programme, Step, Test};
use crate::vocabulary::Fact;
use std::collections::BTreeSet;

/// Every fact that a programme's conditions, tables or steps read.
pub(super) fn facts_read(programme: &Programme) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::default();
    for condition in programme.person.iter().chain(&programme.expense) {
        test_facts(&condition.test, &mut facts);
    }
    for value in &programme.values {
        facts.extend(value.by.iter().copied());
    }
    for step in &programme.benefit {
        step_facts(step, &mut facts);
    }
    facts
}

fn step_facts(step: &Step, facts: &mut BTreeSet<Fact>) {
    let mut picks: Vec<&Pick> = Vec::new();
    match step {
        Step::Base(base) => {
            let in_scope = !matches!(base, Choice::Fixed(Base::Bill));
            facts.extend([Fact::self_paid(), Fact::advance()].into_iter().filter(|_| in_scope));
        }
        Step::Deductible { amount, .. } => picks.push(amount),
        Step::Rate { rate, raise } => {
            facts.extend([Fact::self_paid(), Fact::advance()]);
            picks.push(rate);
            if let Some(raise) = raise {
                picks.push(&raise.value);
                raise.when.iter().for_each(|when| test_facts(when, facts));
            }
        }
        Step::Bands { bands, .. } => {
            picks.extend(bands.iter().flat_map(|(edge, rate)| edge.iter().chain([rate])));
        }
        Step::Cap { limit, per, .. } => {
            picks.push(limit);
            facts.extend([Fact::months()].into_iter().filter(|_| *per == Per::Month));
        }
        Step::Allowance { amount, .. } => {
            facts.insert(Fact::months());
            picks.push(amount);
        }
    }
    for (when, _) in picks.into_iter().flat_map(|pick| &pick.cases) {
        when.iter().for_each(|when| test_facts(when, facts));
    }
}

/// Every fact that a test reads.
pub(super) fn test_facts(test: &Test, facts: &mut BTreeSet<Fact>) {
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
        Test::ValueIs(..) => {}
    }
}
