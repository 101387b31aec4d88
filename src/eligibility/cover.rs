//! Whether a child under one was covered on the day of the expense: from birth if it was enrolled in time, else from the
//! enrolment or from birth, as a clause has it. It concerns residents' insurance only.

use super::At;
use super::test::{at_least, is, reads, test};
use crate::calendar::Day;
use crate::option_set::{OptionIndex, OptionSet};
use crate::policy::book::{Cover, ProgrammeIx};
use crate::policy::{AgeOn, Test};
use crate::quantity::Quantity;
use crate::truth::Truth;
use crate::unknowns::{Case, Cause, Variable, World};
use crate::vocabulary::{Fact, OptionId};

/// Whether it is a resident's child under one, or may be.
pub(super) fn may_lack_cover(world: &World, at: At) -> bool {
    let case = world.case();
    let is_asked = at.expense.is_some() && case.book().cover().is_some() && !case.takes_as_past_infancy();
    is_asked && is_resident_infant(world, at) != Truth::False
}

pub(super) fn covered(world: &World, at: At) -> Truth<Cause> {
    let Some(cover) = world.case().book().cover() else { return Truth::True };
    let others = is_resident_infant(world, at).negate();
    Truth::any([others, was_enrolled(world, at), in_time(world, at, cover), otherwise(world, at, cover)])
}

/// Everything that the cover of a child depends on.
pub(super) fn cover_reads(case: &Case, at: At) -> Vec<Variable> {
    let facts = [Fact::birth_date(), Fact::scheme(), Fact::enrolled_and_paid_on()].map(|fact| case.fact(fact, None));
    let Some(cover) = case.book().cover() else { return facts.to_vec() };
    let conditions = case.book().programme(cover.from_birth).person.iter();
    let in_time = conditions.flat_map(|condition| reads(case, seen_from(at, cover.from_birth), &condition.test));
    let rule = otherwise_of(case, cover);
    let otherwise = rule.into_iter().flat_map(|(p, test)| reads(case, seen_from(at, p), test));
    facts.into_iter().chain(in_time).chain(otherwise).collect()
}

fn seen_from(at: At, programme: ProgrammeIx) -> At {
    At { programme, ..at }
}

fn is_resident_infant(world: &World, at: At) -> Truth<Cause> {
    // Almost everybody is past infancy.
    test(world, at, &Test::AgeUnder(1, AgeOn::Day)).and_then(|| is_resident(world, at))
}

/// Whether the person is in the residents' scheme, where the programme's own condition on the scheme holds.
fn is_resident(world: &World, at: At) -> Truth<Cause> {
    let scheme = |test: &Test| match test {
        Test::Is(fact, options) if *fact == Fact::scheme() => Some(options.clone()),
        _ => None,
    };
    let own = world.case().book().programme(at.programme).person.iter().find_map(|c| scheme(&c.test));
    match (own, resident()) {
        (Some(options), Some(resident)) if !options.contains(&resident) => Truth::False,
        (Some(options), Some(_)) if options.len() == 1 => Truth::True,
        (_, resident) => test(world, at, &Test::Is(Fact::scheme(), resident.into_iter().collect())),
    }
}

/// The residents' scheme.
fn resident() -> Option<OptionId> {
    Fact::scheme().options()?.named("resident").map(|option| option.id)
}

/// Enrolled on the day of the expense or before.
fn was_enrolled(world: &World, at: At) -> Truth<Cause> {
    let enrolled = world.case().fact(Fact::enrolled_and_paid_on(), None);
    at_least(world, enrolled, Quantity::Day(Day::On(at.day.plus_days(1)))).negate()
}

/// Enrolled in time, so that cover goes back to birth.
fn in_time(world: &World, at: At, cover: Cover) -> Truth<Cause> {
    let conditions = &world.case().book().programme(cover.from_birth).person;
    let at = seen_from(at, cover.from_birth);
    let truth = Truth::all(conditions.iter().map(|condition| test(world, at, &condition.test)));
    let can_be_split = truth.causes().any(|cause| matches!(cause, Cause::Open(_)));
    if can_be_split || matches!(truth, Truth::True | Truth::False) {
        return truth;
    }
    // No answer decides it: it is taken as decided either way.
    match is(world, world.case().enrols_in_time(), OptionSet::of(OptionIndex::YES)) {
        open @ Truth::Unknown(_) => truth.and(open),
        decided => decided,
    }
}

/// Not enrolled in time: whether cover goes back to birth all the same.
fn otherwise(world: &World, at: At, cover: Cover) -> Truth<Cause> {
    let rule = otherwise_of(world.case(), cover);
    rule.map_or(Truth::False, |(p, rule)| test(world, seen_from(at, p), rule))
}

fn otherwise_of<'c>(case: &Case<'c>, cover: Cover) -> Option<(ProgrammeIx, &'c Test)> {
    let p = cover.otherwise?;
    Some((p, case.book().programme(p).cover_from_birth.as_ref()?.otherwise.as_ref()?))
}
