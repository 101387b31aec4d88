//! The likely world: preferred readings, and every open value that has exactly one suggestion taken. The typical world:
//! everything open in its typical domain. What is likely lies in both.

use crate::option_set::OptionIndex;
use crate::unknowns::{Case, Domain, Variable};

/// What is held likelier, of the variables that it narrows, in their order.
#[must_use]
pub fn likely(case: &Case) -> Vec<(Variable, Domain)> {
    let book = case.book();
    let mut narrowed = Vec::new();
    for p in book.all() {
        let programme = book.programme(p);
        for (place, reading) in programme.readings.iter().enumerate() {
            let var = case.reading(p, place);
            let preferred = OptionIndex::new(reading.preferred).map(Domain::option);
            let is_open = |preferred: &Domain| !case.domain(var).is_known() && case.domain(var).meets(*preferred);
            narrowed.extend(preferred.filter(is_open).map(|preferred| (var, preferred)));
        }
        for (place, value) in programme.values.iter().enumerate() {
            for row in 0..value.rows.len() {
                let suggestion =
                    value.only_suggestion(row, case.days()).filter(|_| case.entered(p, place, row).is_none());
                narrowed.extend(suggestion.map(|quantity| (case.row(p, place, row), Domain::one(quantity))));
            }
        }
    }
    narrowed.sort_by_key(|(var, _)| *var);
    narrowed
}
