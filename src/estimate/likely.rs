//! The likely world: preferred readings, and every open value that has exactly one suggestion taken.

use crate::option_set::OptionIndex;
use crate::unknowns::{Case, Domain, World};

/// The request's world with what is held likelier taken; the same world where nothing is.
#[must_use]
pub fn likely_world<'c>(case: &'c Case<'c>) -> World<'c> {
    let book = case.book();
    let mut world = World::of(case);
    for p in book.all() {
        let programme = book.programme(p);
        for (place, reading) in programme.readings.iter().enumerate() {
            let var = case.reading(p, place);
            let preferred = OptionIndex::new(reading.preferred).map(Domain::option);
            let is_open = |preferred: &Domain| !case.domain(var).is_known() && case.domain(var).meets(*preferred);
            if let Some(preferred) = preferred.filter(is_open) {
                world = world.with(var, preferred);
            }
        }
        for (place, value) in programme.values.iter().enumerate() {
            for row in 0..value.rows.len() {
                let suggestion = value.only_suggestion(row).filter(|_| case.entered(p, place, row).is_none());
                if let Some(quantity) = suggestion {
                    world = world.with(case.row(p, place, row), Domain::one(quantity));
                }
            }
        }
    }
    world
}
