//! A year's bills, expense by expense in order of date, through the layers: basic → critical illness or large
//! expense → assistance, with long-term care beside them.
//!
//! [`settle`] works in any [`World`]: where everything is known the amounts are exact and carry their working;
//! where something is open they are sound spans, and the result says what would have to be decided.

mod account;
mod bill;
mod expense;
mod ledger;
mod result;
mod shape;

pub use crate::benefit::Effort;
pub use result::{Figure, Settled};
pub use shape::{LineShape, Shape, StepShape};

use crate::unknowns::{Domain, Split, World};
use expense::ExpenseSettlement;
use ledger::Ledger;

/// So many narrowed domains are more than one copies gladly with a world.
const MANY: usize = 16;

/// Settles every expense; an [`Effort`] that decides goes only as far as nothing must be decided.
#[must_use]
pub fn settle(world: &World, effort: Effort) -> Settled {
    let case = world.case();
    let mut ledger = Ledger::new(case.request);
    let mut settled = Settled::new(case);
    if effort.explains() {
        settled.steps = vec![Vec::new(); case.lines.len()];
    }
    for &place in &case.order {
        ledger.begin(case.expense(place).date, case.insurance_year(place), case.request.stay(place));
        ExpenseSettlement::new(world, place, &mut ledger, &mut settled, effort).run();
        if effort.decides() && settled.decision.is_some() {
            return settled;
        }
    }
    settled.total_up(case, &ledger);
    if case.book().has_account() {
        settled.total_account(case, account::balance(world), ledger.payable);
    }
    settled
}

/// Narrows a world until nothing must be decided any more: `choose` takes a part of each decision. The expenses before the one
/// that asks are not settled again, so that the cost grows with their number and not with its square.
pub fn decide<'c>(world: World<'c>, choose: impl Fn(&Split) -> Option<Domain>) -> World<'c> {
    let case = world.case();
    let mut world = world.consolidated();
    let (mut ledger, mut settled) = (Ledger::new(case.request), Settled::new(case));
    for &place in &case.order {
        ledger.begin(case.expense(place).date, case.insurance_year(place), case.request.stay(place));
        loop {
            let mut year = ledger.clone();
            ExpenseSettlement::new(&world, place, &mut year, &mut settled, Effort::Decide).run();
            let Some(decision) = settled.decision.take() else {
                ledger = year;
                break;
            };
            let Some(part) = choose(&decision) else { return world };
            settled.clear(case, place);
            world = world.narrow(decision.variable, part);
        }
        if world.narrowed().len() > MANY {
            world = world.consolidated();
        }
    }
    world
}
