//! The condition kinds, each decided over a world's cells.

use super::At;
use crate::policy::Test;
use crate::truth::Truth;
use crate::unknowns::{Case, Cause, Cell, Decision, Var, World, all_bits};
use crate::vocabulary::Fact;

/// Whether a test holds for every value of the cells it reads, for none, or for some.
#[must_use]
pub fn test(world: &World, at: At, what: &Test) -> Truth<Cause> {
    let var = |fact| world.case().fact(fact, at.expense);
    match what {
        Test::All(tests) => Truth::all(tests.iter().map(|t| test(world, at, t))),
        Test::Any(tests) => Truth::any(tests.iter().map(|t| test(world, at, t))),
        Test::Not(inner) => test(world, at, inner).negate(),
        Test::Is(fact, options) => is(world, var(*fact), *options),
        Test::HasAny { fact, members, list_is_open } => has_any(world, *fact, *members, *list_is_open),
        Test::AtLeast(fact, number) => at_least(world, var(*fact), *number),
        // Under the age means born after the latest birth day of someone who has reached it.
        Test::AgeUnder(years) => {
            let latest = at.day.latest_birth_for_age(*years).day_number();
            at_least(world, var(Fact::BIRTH_DATE), latest.saturating_add(1))
        }
        Test::DaysOldAtMost(days) => at_least(world, var(Fact::BIRTH_DATE), at.day.day_number().saturating_sub(*days)),
        Test::EnrolledWithinDaysOfBirth(days) => enrolled_within(world, *days),
        Test::ValueIs(value, yes) => {
            is(world, world.case().row(at.programme, *value, 0), if *yes { 0b10 } else { 0b01 })
        }
        Test::ByReading(reading, tests) => by_reading(world, at, *reading, tests),
    }
}

/// Everything a test reads, in order.
#[must_use]
pub fn reads(case: &Case, at: At, what: &Test) -> Vec<Var> {
    let fact = |fact: Fact| vec![case.fact(fact, at.expense)];
    match what {
        Test::All(tests) | Test::Any(tests) => tests.iter().flat_map(|t| reads(case, at, t)).collect(),
        Test::Not(inner) => reads(case, at, inner),
        Test::Is(f, _) | Test::AtLeast(f, _) => fact(*f),
        Test::HasAny { fact: f, .. } => fact(*f),
        Test::AgeUnder(_) | Test::DaysOldAtMost(_) => fact(Fact::BIRTH_DATE),
        Test::EnrolledWithinDaysOfBirth(_) => [fact(Fact::BIRTH_DATE), fact(Fact::ENROLLED)].concat(),
        Test::ValueIs(value, _) => vec![case.row(at.programme, *value, 0)],
        Test::ByReading(reading, tests) => {
            let which = case.reading(at.programme, *reading);
            std::iter::once(which).chain(tests.iter().flat_map(|t| reads(case, at, t))).collect()
        }
    }
}

fn open(var: Var, parts: Vec<Cell>) -> Truth<Cause> {
    Truth::unknown(Cause::Open(Decision { var, parts }))
}

fn is(world: &World, var: Var, options: u32) -> Truth<Cause> {
    let Cell::Options(bits) = world.cell(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    match (bits & options, bits & !options) {
        (_, 0) => Truth::True,
        (0, _) => Truth::False,
        (inside, outside) => open(var, vec![Cell::Options(inside), Cell::Options(outside)]),
    }
}

fn at_least(world: &World, var: Var, number: i64) -> Truth<Cause> {
    let cell = world.cell(var);
    match cell.split_at(number) {
        Some(parts) => open(var, parts.to_vec()),
        None => Truth::known(cell.ends().0 >= number),
    }
}

fn has_any(world: &World, fact: Fact, members: u32, list_is_open: bool) -> Truth<Cause> {
    let var = world.case().fact(fact, None);
    let Cell::Members { has, lacks } = world.cell(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    if has & members != 0 {
        return Truth::True;
    }
    let undecided = |bits: u32| bits & !has & !lacks;
    let first = match (undecided(members), list_is_open) {
        (0, false) => return Truth::False,
        // None of those named: with an open list any other member leaves it open.
        (0, true) if has != 0 => return Truth::unknown(Cause::OpenList),
        (0, true) => match undecided(all_bits(fact.options().map_or(0, <[_]>::len))) {
            0 => return Truth::False,
            others => lowest(others),
        },
        (named, _) => lowest(named),
    };
    open(var, vec![Cell::Members { has: has | first, lacks }, Cell::Members { has, lacks: lacks | first }])
}

fn lowest(bits: u32) -> u32 {
    bits & bits.wrapping_neg()
}

/// Enrolled and paid by the last day; still open while that day has not passed.
fn enrolled_within(world: &World, days: i64) -> Truth<Cause> {
    let case = world.case();
    let (birth_var, enrolled_var) = (case.fact(Fact::BIRTH_DATE, None), case.fact(Fact::ENROLLED, None));
    let today = case.request.asked_on.day_number();
    let (birth, enrolled) = (world.cell(birth_var), world.cell(enrolled_var));
    let (first_end, last_end) = (birth.ends().0.saturating_add(days), birth.ends().1.saturating_add(days));
    match enrolled.ends() {
        (_, latest) if latest <= first_end => Truth::True,
        // Nobody enrols after today: what is later means not yet, which is open until the last day has passed.
        (earliest, _) if earliest > today => match birth.split_at(today.saturating_sub(days)) {
            Some(parts) => open(birth_var, parts.to_vec()),
            None if today <= first_end => Truth::unknown(Cause::Pending),
            None => Truth::False,
        },
        (earliest, _) if earliest > last_end => Truth::False,
        (day, same) if day == same => at_least(world, birth_var, day.saturating_sub(days)),
        _ if first_end == last_end => match enrolled.split_at(last_end.min(today).saturating_add(1)) {
            Some(parts) => open(enrolled_var, parts.to_vec()),
            None => Truth::unknown(Cause::Related(vec![enrolled_var])),
        },
        _ => Truth::unknown(Cause::Related(vec![birth_var, enrolled_var])),
    }
}

/// The readings that are still open must agree.
fn by_reading(world: &World, at: At, reading: usize, tests: &[Test]) -> Truth<Cause> {
    let var = world.case().reading(at.programme, reading);
    let Cell::Options(bits) = world.cell(var) else { return Truth::unknown(Cause::Related(vec![var])) };
    let open_options = || (0i64..).zip(tests).filter(|(place, _)| Cell::Options(bits).allows(*place));
    let mut truths = open_options().map(|(_, inner)| test(world, at, inner));
    let Some(first) = truths.next() else { return Truth::unknown(Cause::Related(vec![var])) };
    if truths.all(|truth| truth.word() == first.word() && truth.word() != "unknown") || bits.count_ones() == 1 {
        return first;
    }
    let parts = open_options().map(|(place, _)| Cell::option(place)).collect();
    let which = open(var, parts);
    // What is open within a reading may decide as well.
    let within = open_options().map(|(_, inner)| test(world, at, inner)).filter(|truth| truth.word() == "unknown");
    within.fold(which, Truth::and)
}
