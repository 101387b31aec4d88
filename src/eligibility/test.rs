//! The condition kinds, each decided over a world's domains.

use super::At;
use super::cover::{cover_reads, covered};
use crate::calendar::{Date, Day, Span};
use crate::option_set::{OptionIndex, OptionSet};
use crate::policy::step::Counter;
use crate::policy::{AgeOn, SetMembers, Test};
use crate::quantity::Quantity;
use crate::truth::Truth;
use crate::unknowns::{Case, Cause, Domain, Split, Variable, World};
use crate::vocabulary::Fact;

/// Whether a test holds for every value of the domains it reads, for none, or for some.
#[must_use]
pub fn test(world: &World, at: At, what: &Test) -> Truth<Cause> {
    // What is counted of the year is no matter of conditions.
    test_counting(world, at, what, &|_, _| Truth::unknown(Cause::Related(Vec::new())))
}

/// Whether a counter holds at least so many uses.
pub type AreUsesAtLeast<'a> = &'a dyn Fn(&Counter, i64) -> Truth<Cause>;

/// The same of a test that may ask what was counted of the year.
#[must_use]
pub fn test_counting(world: &World, at: At, what: &Test, uses: AreUsesAtLeast) -> Truth<Cause> {
    let inner = |what: &Test| test_counting(world, at, what, uses);
    let var = |fact| world.case().fact(fact, at.expense);
    match what {
        Test::All(tests) => Truth::all(tests.iter().map(inner)),
        Test::Any(tests) => Truth::any(tests.iter().map(inner)),
        Test::Not(what) => inner(what).negate(),
        Test::Is(fact, options) => is(world, var(*fact), world.case().option_set(*fact, options)),
        Test::HasAny { fact, members, list_is_open } => {
            let members = match members {
                SetMembers::Any => world.case().all_options(*fact),
                SetMembers::These(ids) => world.case().option_set(*fact, ids),
            };
            has_any(world, (*fact, var(*fact)), members, *list_is_open)
        }
        Test::AtLeast(fact, number) => at_least(world, var(*fact), Quantity::Count(*number)),
        // Under the age means born after the latest birth day of someone who has reached it.
        Test::AgeUnder(years, on) => {
            let year = || world.case().book().year_start.days_of(at.day);
            let day = match on {
                AgeOn::Day => at.day,
                AgeOn::YearStart => year().0,
                AgeOn::YearEnd => year().1,
            };
            let latest = day.latest_birth_for_age(*years);
            from_day(world, var(Fact::birth_date()), latest.plus_days(1))
        }
        Test::DaysOldAtMost(days) => from_day(world, var(Fact::birth_date()), at.day.minus_days(*days)),
        Test::EnrolledWithin(span) => enrolled_within(world, *span),
        Test::Covered => covered(world, at),
        Test::ValueIs(value, yes) => {
            let options = OptionSet::of(OptionIndex::of_yes(*yes));
            is(world, world.case().row(at.programme, *value, 0), options)
        }
        Test::Entered(value, row) => Truth::known(world.case().entered(at.programme, *value, *row).is_some()),
        Test::UsesAtLeast(counter, number) => uses(counter, *number),
        Test::ByReading(reading, tests) => by_reading(world, at, *reading, tests, &inner),
    }
}

/// Everything a test reads, in order.
#[must_use]
pub fn reads(case: &Case, at: At, what: &Test) -> Vec<Variable> {
    let fact = |fact: Fact| vec![case.fact(fact, at.expense)];
    match what {
        Test::All(tests) | Test::Any(tests) => tests.iter().flat_map(|t| reads(case, at, t)).collect(),
        Test::Not(inner) => reads(case, at, inner),
        Test::Is(f, _) | Test::AtLeast(f, _) => fact(*f),
        Test::HasAny { fact: f, .. } => fact(*f),
        Test::AgeUnder(..) | Test::DaysOldAtMost(_) => fact(Fact::birth_date()),
        Test::EnrolledWithin(_) => [fact(Fact::birth_date()), fact(Fact::enrolled_and_paid_on())].concat(),
        Test::Covered => cover_reads(case, at),
        Test::UsesAtLeast(..) => Vec::new(),
        Test::ValueIs(value, _) => vec![case.row(at.programme, *value, 0)],
        Test::Entered(value, row) => vec![case.row(at.programme, *value, *row)],
        Test::ByReading(reading, tests) => {
            let which = case.reading(at.programme, *reading);
            std::iter::once(which).chain(tests.iter().flat_map(|t| reads(case, at, t))).collect()
        }
    }
}

fn open(var: Variable, parts: Vec<Domain>) -> Truth<Cause> {
    Truth::unknown(Cause::Open(Split { variable: var, parts }))
}

pub(super) fn is(world: &World, var: Variable, options: OptionSet) -> Truth<Cause> {
    let Domain::Options(possible) = world.domain(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    let (inside, outside) = (possible.shared(options), possible.without(options));
    if outside.is_empty() {
        return Truth::True;
    }
    if inside.is_empty() {
        return Truth::False;
    }
    open(var, vec![Domain::Options(inside), Domain::Options(outside)])
}

pub(super) fn at_least(world: &World, var: Variable, least: Quantity) -> Truth<Cause> {
    let domain = world.domain(var);
    match domain.split_at(least) {
        Some(parts) => open(var, parts.to_vec()),
        None => Truth::known(domain.ends().is_some_and(|(low, _)| low >= least)),
    }
}

/// Whether it is this day or a later one.
fn from_day(world: &World, var: Variable, day: Date) -> Truth<Cause> {
    at_least(world, var, Quantity::Day(Day::On(day)))
}

fn has_any(world: &World, (fact, var): (Fact, Variable), members: OptionSet, list_is_open: bool) -> Truth<Cause> {
    let Domain::Members { has, lacks } = world.domain(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    if has.meets(members) {
        return Truth::True;
    }
    let undecided = |options: OptionSet| options.without(has).without(lacks).lowest();
    let first = match undecided(members) {
        Some(first) => first,
        None if !list_is_open => return Truth::False,
        // None of those named: with an open list any other member leaves it open.
        None if !has.is_empty() => return Truth::unknown(Cause::OpenList),
        None => match undecided(world.case().all_options(fact)) {
            Some(other) => other,
            None => return Truth::False,
        },
    };
    let first = OptionSet::of(first);
    let with = Domain::Members { has: has.with(first), lacks };
    open(var, vec![with, Domain::Members { has, lacks: lacks.with(first) }])
}

/// Enrolled and paid by the last day; still open while that day has not passed.
fn enrolled_within(world: &World, span: Span) -> Truth<Cause> {
    let case = world.case();
    let (birth_var, enrolled_var) =
        (case.fact(Fact::birth_date(), None), case.fact(Fact::enrolled_and_paid_on(), None));
    let today = case.request.asked_on;
    let enrolled = world.domain(enrolled_var);
    let related = || Truth::unknown(Cause::Related(vec![birth_var, enrolled_var]));
    let (Some((first_birth, last_birth)), Some((earliest, latest))) =
        (world.domain(birth_var).dates(), enrolled.days_between())
    else {
        return related();
    };
    let (first_end, last_end) = (span.after(first_birth), span.after(last_birth));
    if latest <= Day::On(first_end) {
        return Truth::True;
    }
    // Nobody enrols after today: what is later means not yet, which is open until the last day has passed.
    if earliest > Day::On(today) {
        let latest_without_chance = Quantity::Day(Day::On(span.earliest_start(today)));
        return match world.domain(birth_var).split_at(latest_without_chance) {
            Some(parts) => open(birth_var, parts.to_vec()),
            None if today <= first_end => Truth::unknown(Cause::Pending),
            None => Truth::False,
        };
    }
    if earliest > Day::On(last_end) {
        return Truth::False;
    }
    match earliest {
        Day::On(day) if earliest == latest => from_day(world, birth_var, span.earliest_start(day)),
        _ if first_end == last_end => {
            match enrolled.split_at(Quantity::Day(Day::On(last_end.min(today).plus_days(1)))) {
                Some(parts) => open(enrolled_var, parts.to_vec()),
                None => Truth::unknown(Cause::Related(vec![enrolled_var])),
            }
        }
        _ => related(),
    }
}

/// The readings that are still open must agree.
fn by_reading(
    world: &World,
    at: At,
    reading: usize,
    tests: &[Test],
    test: &dyn Fn(&Test) -> Truth<Cause>,
) -> Truth<Cause> {
    let var = world.case().reading(at.programme, reading);
    let Domain::Options(options) = world.domain(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    let possible = options.iter().filter_map(|option| tests.get(option.place()));
    let truths: Vec<Truth<Cause>> = possible.map(test).collect();
    let Some(first) = truths.first() else { return Truth::unknown(Cause::Related(vec![var])) };
    if truths.iter().all(|truth| truth == first) {
        return first.clone();
    }
    let which = open(var, options.iter().map(Domain::option).collect());
    // What is open within a reading may decide as well.
    truths.into_iter().filter(|truth| truth.word() == "unknown").fold(which, Truth::and)
}
