//! The likely world: preferred readings, and every open value that has exactly one suggestion taken.

use crate::policy::Unit;
use crate::unknowns::{Case, Cell, World};

/// The request's world with what is held likelier taken; the same world where nothing is.
#[must_use]
pub fn likely_world<'c>(case: &'c Case<'c>) -> World<'c> {
    let book = case.book();
    let mut world = World::of(case);
    for p in book.programmes() {
        let programme = book.programme(p);
        for (place, reading) in programme.readings.iter().enumerate() {
            let var = case.reading(p, place);
            let preferred = Cell::option(i64::try_from(reading.preferred).unwrap_or_default());
            if case.cell(var) != preferred && case.cell(var).meets(preferred) && is_open(case.cell(var)) {
                world = world.with(var, preferred);
            }
        }
        for (place, value) in programme.values.iter().enumerate() {
            for row in 0..value.rows.len() {
                let suggestion = value.only_suggestion(row).filter(|_| case.entered(p, place, row).is_none());
                if let Some(number) = suggestion {
                    let cell = if value.unit == Unit::YesNo { Cell::option(number) } else { Cell::number(number) };
                    world = world.with(case.row(p, place, row), cell);
                }
            }
        }
    }
    world
}

fn is_open(cell: Cell) -> bool {
    let (low, high) = cell.ends();
    low < high
}
