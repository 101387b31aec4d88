//! Does a programme apply? Conditions in three values, each with what it read.

mod cover;
mod test;

pub use test::{reads, test, test_counting};

use crate::calendar::Date;
use crate::policy::Condition;
use crate::policy::book::ProgrammeIx;
use crate::truth::Truth;
use crate::unknowns::{Cause, World};
use cover::may_lack_cover;

/// Where a condition is tested.
#[derive(Clone, Copy, Debug)]
pub struct At {
    /// Whose values and readings count.
    pub programme: ProgrammeIx,
    /// Whose facts count beside the person's.
    pub expense: Option<usize>,
    /// The day of the expense; without one, the day asked.
    pub day: Date,
}

impl At {
    /// A programme's line for an expense.
    #[must_use]
    pub fn line(world: &World, programme: ProgrammeIx, expense: usize) -> At {
        At { programme, expense: Some(expense), day: world.case().expense(expense).date }
    }

    /// Everywhere a programme is judged: at each of its lines, or without any at the person.
    #[must_use]
    pub fn all(world: &World, programme: ProgrammeIx) -> Vec<At> {
        let services = &world.case().book().programme(programme).services;
        let expenses = world.case().request.expenses.iter().enumerate();
        let lines = expenses.filter(|(_, expense)| services.contains(&expense.service));
        let mut places: Vec<At> = lines.map(|(place, _)| At::line(world, programme, place)).collect();
        if places.is_empty() {
            places.push(At::person(world, programme));
        }
        places
    }

    /// A programme as far as it is about the person, on the day asked.
    #[must_use]
    pub fn person(world: &World, programme: ProgrammeIx) -> At {
        At { programme, expense: None, day: world.case().request.asked_on }
    }
}

/// Whether every condition holds: those on the person, and with an expense those on it too. A programme that has not
/// begun or has ended does not apply; whether its rule is on file is not a condition and is not looked at here.
#[must_use]
pub fn applies(world: &World, at: At) -> Truth<Cause> {
    let programme = world.case().book().programme(at.programme);
    if !programme.exists(at.day) {
        return Truth::False;
    }
    Truth::all(conditions(world, at).map(|condition| test(world, at, &condition.test)))
}

/// Whether the conditions on the expense hold, whoever has it.
#[must_use]
pub fn meets(world: &World, at: At) -> Truth<Cause> {
    let conditions = &world.case().book().programme(at.programme).expense;
    Truth::all(conditions.iter().map(|condition| test(world, at, &condition.test)))
}

/// The conditions that are tested here: the programme's own, and of a child under one that it was covered on the day.
pub fn conditions<'c>(world: &World<'c>, at: At) -> impl Iterator<Item = &'c Condition> + use<'c> {
    let book = world.case().book();
    let programme = book.programme(at.programme);
    let of_expense = at.expense.map_or(&[][..], |_| &programme.expense);
    let covered = (programme.needs_cover() && may_lack_cover(world, at)).then(|| book.covered());
    programme.person.iter().chain(of_expense).chain(covered)
}
