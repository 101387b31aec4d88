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
pub use shape::{LineShape, StepShape};

use crate::unknowns::World;
use expense::ExpenseSettlement;
use ledger::Ledger;

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
        settled.total_account(account::balance(world), ledger.payable);
    }
    settled
}
