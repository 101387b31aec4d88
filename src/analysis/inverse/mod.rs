//! Asked backwards: which bill, or which value of an unpublished value, leads to an amount.
//!
//! The request is settled with one bill (or value) after another. `stretches` finds the runs of neighbours at which every
//! step of the working does the same kind of thing; in such a run the amount moves one way, so that `solve` finds by halving
//! where it is reached and where it is left. Why nothing is missed: `docs/ranges.md`.

mod probe;
mod solve;
mod stretches;

use crate::json::Json;
use crate::json::tree::{object, text};
use crate::money::Money;
use crate::policy::Unit;
use crate::quantity::Quantity;
use crate::request::Request;
use crate::settlement::Figure;
use crate::unknowns::Case;
use probe::Probe;
use solve::Solutions;

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The bill of the expense at a place.
    Bill(usize),
    /// The value in the row at a place of the book, of this unit.
    Value(usize, Unit),
}

/// The amount that it leads to.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// What is paid.
    pub paid: Figure,
    /// Whether the amount is what this leaves of all bills.
    pub is_rest: bool,
    /// How much it is.
    pub amount: Money,
}

/// The amount of this name: `out_of_pocket`, or what [`super::figure_named`] knows. The flag says that it is what the
/// figure leaves of all bills.
#[must_use]
pub fn target_named(case: &Case, name: &str) -> Option<(Figure, bool)> {
    if name == "out_of_pocket" {
        return Some((Figure::Paid, true));
    }
    super::figure_named(case, name).map(|figure| (figure, false))
}

/// Every bill or value that leads to the amount.
///
/// # Errors
/// The unknowns on which it depends, where the request leaves something open that matters.
pub fn inverse(request: Request, sought: Sought, target: Target) -> Result<Json, Vec<String>> {
    let ends = ends(&request, sought);
    let mut probe = Probe::new(request, sought, target);
    let stretches = stretches::stretches(&mut probe, ends);
    let mut found = Solutions::default();
    for (first, last) in &stretches {
        found.add_of(&mut probe, first, last)?;
    }
    let complete = found.is_complete && !probe.is_spent();
    let shown =
        |(low, high): &(i64, i64)| object([("low", text(probe.value(*low))), ("high", text(probe.value(*high)))]);
    let solutions = found.runs.iter().map(shown).collect();
    let mut json = object([("outcome", text("inverse")), ("solutions", Json::Array(solutions))]);
    if !complete {
        json.put("complete", Json::Bool(false));
    }
    Ok(json)
}

/// The least and the greatest that may be named.
fn ends(request: &Request, sought: Sought) -> (Quantity, Quantity) {
    match sought {
        Sought::Bill(place) => (Quantity::Money(super::smallest_bill(request, place)), Quantity::Money(Money::MAX)),
        Sought::Value(_, unit) => unit.ends(),
    }
}
