//! Counterfactuals: the smallest changes of answers that make a programme apply.
//!
//! A set of facts is a way if some values of theirs, with everything else as it is, make the conditions hold (or leave
//! them open only for other unknowns), and no smaller set does. The values are found as the estimate finds its parts:
//! the facts are opened, and the three-valued conditions say where their domains must be cut.

use super::wanted::Wanted;
use crate::eligibility::{At, applies, conditions, reads, test};
use crate::truth::Truth;
use crate::unknowns::{Cause, Domain, Origin, Split, Variable, World};
use crate::vocabulary::Fact;

/// More changes than these at once are no way for anybody.
const MOST_CHANGES: usize = 4;
/// More values than these of one set of facts are not told apart.
const MOST_PARTS: usize = 64;

/// Changes that together make a programme apply.
pub(super) struct Way {
    /// In the order of the conditions that read them.
    pub changes: Vec<(Variable, Wanted)>,
    /// Whether it then applies for sure, or only something else is open.
    pub is_sure: bool,
}

/// The ways for a programme to apply at a place where it does not; the smaller first.
pub(super) fn ways(world: &World, at: At) -> Vec<Way> {
    let case = world.case();
    let programme = case.book().programme(at.programme);
    if !programme.exists(at.day) {
        return Vec::new();
    }
    let failing: Vec<Vec<Variable>> = conditions(world, at)
        .filter(|condition| test(world, at, &condition.test) == Truth::False)
        .map(|condition| changeable(world, reads(case, at, &condition.test)))
        .collect();
    let all = changeable(world, conditions(world, at).flat_map(|c| reads(case, at, &c.test)).collect());
    let mut search = Search { world, at, failing, found: Vec::new(), sets: Vec::new() };
    for size in 1..=MOST_CHANGES.min(all.len()) {
        search.sets_of(size, &all, &mut Vec::new());
    }
    search.found
}

/// Facts that were answered, each once; the birth date also by an age. The enrolment only beside a birth date: without one it is what bounds the birth.
fn changeable(world: &World, vars: Vec<Variable>) -> Vec<Variable> {
    let case = world.case();
    let has_birth = world.domain(case.fact(Fact::birth_date(), None)).is_known();
    // Who must pay a given amount is liable: without the amount, "nobody is liable" would be another bill.
    let has_amount = |expense: Option<usize>| {
        expense.is_some_and(|place| case.expense(place).amount(Fact::third_party_amount()).is_some())
    };
    let mut kept = Vec::new();
    for var in vars {
        let is_fact = match case.origin(var) {
            Origin::Fact(fact, _) if fact == Fact::service() => false,
            Origin::Fact(fact, _) if fact == Fact::enrolled_and_paid_on() => has_birth,
            Origin::Fact(fact, expense) if fact == Fact::third_party_liable() => !has_amount(expense),
            Origin::Fact(..) => true,
            Origin::Row(_) | Origin::Reading(_) | Origin::EnrolsInTime | Origin::Uncounted(..) => false,
        };
        let is_answered = world.domain(var).is_known() || case.is_told_by_age(var);
        if is_fact && is_answered && !kept.contains(&var) {
            kept.push(var);
        }
    }
    kept
}

struct Search<'a, 'c> {
    world: &'a World<'c>,
    at: At,
    /// What each failing condition reads.
    failing: Vec<Vec<Variable>>,
    found: Vec<Way>,
    /// The sets of facts that are ways.
    sets: Vec<Vec<Variable>>,
}

impl Search<'_, '_> {
    /// Tries every set of so many facts.
    fn sets_of(&mut self, size: usize, from: &[Variable], set: &mut Vec<Variable>) {
        if set.len() == size {
            return self.try_set(set);
        }
        for (place, var) in from.iter().enumerate() {
            set.push(*var);
            self.sets_of(size, from.get(place.saturating_add(1)..).unwrap_or_default(), set);
            set.pop();
        }
    }

    fn try_set(&mut self, set: &[Variable]) {
        let mends_all = self.failing.iter().all(|reads| reads.iter().any(|var| set.contains(var)));
        let is_larger = self.sets.iter().any(|smaller| smaller.iter().all(|var| set.contains(var)));
        if !mends_all || is_larger {
            return;
        }
        let opened = set.iter().fold(self.world.clone(), |world, var| {
            let unanswered = world.case().unanswered(*var);
            world.narrow(*var, unanswered)
        });
        let mut parts = Parts { at: self.at, set, sure: Vec::new(), open: Vec::new() };
        parts.collect(&opened);
        let is_sure = !parts.sure.is_empty();
        let domains = if is_sure { parts.sure } else { parts.open };
        if domains.is_empty() {
            return;
        }
        self.sets.push(set.to_vec());
        let wanted = domains.iter().map(|domains| self.wanted(set, domains)).collect();
        for wanted in merged(wanted) {
            self.found.push(Way { changes: set.iter().copied().zip(wanted).collect(), is_sure });
        }
    }

    fn wanted(&self, set: &[Variable], domains: &[Domain]) -> Vec<Wanted> {
        set.iter().zip(domains).map(|(var, domain)| Wanted::of(*domain, self.world.domain(*var))).collect()
    }
}

/// The domains of a set of facts in which a programme applies.
struct Parts<'a> {
    at: At,
    set: &'a [Variable],
    sure: Vec<Vec<Domain>>,
    /// Where something else is still open.
    open: Vec<Vec<Domain>>,
}

impl Parts<'_> {
    fn collect(&mut self, world: &World) {
        if self.sure.len().saturating_add(self.open.len()) >= MOST_PARTS {
            return;
        }
        let truth = applies(world, self.at);
        let here = || self.set.iter().map(|var| world.domain(*var)).collect();
        match &truth {
            Truth::False => {}
            Truth::True => self.sure.push(here()),
            Truth::Unknown(open) => match open.causes().find_map(|cause| self.cut(cause)) {
                Some(Split { variable: var, parts }) => {
                    parts.iter().for_each(|domain| self.collect(&world.with(*var, *domain)));
                }
                // Two of these facts are compared with each other: one of them alone is the smaller way.
                None if open.causes().any(|cause| self.is_compared(cause)) => {}
                None => self.open.push(here()),
            },
        }
    }

    /// Whether it compares several of these facts, and nothing else, with each other.
    fn is_compared(&self, cause: &Cause) -> bool {
        !cause.vars().is_empty() && cause.vars().iter().all(|var| self.set.contains(var))
    }

    /// Where a domain of the set must be cut.
    fn cut<'t>(&self, cause: &'t Cause) -> Option<&'t Split> {
        match cause {
            Cause::Open(decision) if self.set.contains(&decision.variable) => Some(decision),
            _ => None,
        }
    }
}

/// Values that differ in one fact only are told as one.
fn merged(mut all: Vec<Vec<Wanted>>) -> Vec<Vec<Wanted>> {
    let mut place = 0;
    while let Some(one) = all.get(place).cloned() {
        let rest = all.iter().enumerate().skip(place.saturating_add(1));
        let found = rest.filter_map(|(other, wanted)| Some((other, join(&one, wanted)?))).next();
        match (found, all.get_mut(place)) {
            (Some((other, joined)), Some(slot)) => {
                *slot = joined;
                all.remove(other);
                place = 0;
            }
            _ => place = place.saturating_add(1),
        }
    }
    all
}

fn join(one: &[Wanted], other: &[Wanted]) -> Option<Vec<Wanted>> {
    let differing = one.iter().zip(other).filter(|(a, b)| a != b).count();
    if differing > 1 {
        return None;
    }
    one.iter().zip(other).map(|(a, b)| a.or(*b)).collect()
}

/// Which failing conditions read a fact.
pub(super) fn failing_readers(world: &World, at: At, var: Variable) -> Vec<String> {
    let case = world.case();
    let reads_it = |test: &crate::policy::Test| reads(case, at, test).contains(&var);
    conditions(world, at)
        .filter(|condition| reads_it(&condition.test) && test(world, at, &condition.test) == Truth::False)
        .map(|condition| condition.text.id.clone())
        .collect()
}
