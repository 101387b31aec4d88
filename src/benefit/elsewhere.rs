//! Which of the two national values for care elsewhere a programme takes here.

use super::lookup::{Stop, look};
use crate::eligibility::At;
use crate::policy::ValueRef;
use crate::policy::step::Found;
use crate::unknowns::{Domain, Split, World};
use crate::vocabulary::Fact;

/// One of the two values, where a basic programme has no rule of its own for care elsewhere, and the care was elsewhere without
/// the person living there for the long term.
pub(super) fn value<'c>(world: &World<'c>, at: At, deductible: bool) -> Result<Option<Found<'c>>, Stop> {
    let book = world.case().book();
    let Some((holder, values)) = book.elsewhere(at.programme) else { return Ok(None) };
    if !is_temporary(world, at)? {
        return Ok(None);
    }
    let row = book.deductible_elsewhere().map(|row| Fact::count().saturating_add(row));
    if deductible && row.is_some_and(|row| world.domain(row) == Domain::AS_AT_HOME) {
        return Ok(None);
    }
    let value = if deductible { values.deductible } else { values.points };
    look(world, At { programme: holder, ..at }, &ValueRef { value, at: Vec::new() }).map(Some)
}

/// Whether care elsewhere counts as temporary: not at home, and not filed for the long term.
fn is_temporary(world: &World, at: At) -> Result<bool, Stop> {
    let case = world.case();
    let (fact, Some(place)) = (Fact::out_of_area(), at.expense) else { return Ok(false) };
    let Some(list) = case.options(fact) else { return Ok(false) };
    let ids: Vec<_> = ["no", "filed"].iter().filter_map(|name| list.named(name).map(|option| option.id)).collect();
    let as_home = list.set(&ids);
    let var = case.fact(fact, Some(place));
    let possible = world.domain(var).options().unwrap_or_default();
    let (home, elsewhere) = (possible.shared(as_home), possible.without(as_home));
    match (home.is_empty(), elsewhere.is_empty()) {
        (_, true) => Ok(false),
        (true, false) => Ok(true),
        (false, false) => {
            let parts = vec![Domain::Options(home), Domain::Options(elsewhere)];
            Err(Stop::Decide(Split { variable: var, parts }))
        }
    }
}
