//! The exact ends of every amount along a straight stretch of a number.
//!
//! After so many steps of the number (a *period*) at which every amount has moved by whole fen, the roundings are the same
//! again: an amount then moves by the same whole fen from period to period. So it is least and greatest within the first or
//! the last period, and both are settled point by point (docs/ranges.md).

use super::straight::{Line, Look};
use crate::money::Money;

/// The periods that are tried: rates in whole per cent bring all amounts to whole fen within 100 steps.
const PERIODS: [i64; 7] = [1, 2, 5, 10, 20, 50, 100];

/// Looks among which every amount is least and greatest; none where no period is found, or not enough looks are left.
pub(super) fn ends(line: &mut Line, from: &Look, to: &Look) -> Option<Vec<Look>> {
    let steps = to.place.saturating_sub(from.place);
    let period = period(line, from, to, steps)?;
    let enough = usize::try_from(period.saturating_mul(2)).ok()?;
    if !line.has(enough) {
        return None;
    }
    let first = 0..period;
    let last = steps.saturating_sub(period).saturating_add(1)..steps.saturating_add(1);
    let looks: Option<Vec<Look>> = first.chain(last).map(|place| line.look(from.place.saturating_add(place))).collect();
    looks.filter(|looks| looks.iter().all(|look| look.shape == from.shape))
}

/// After how many steps every amount has moved by whole fen; none where none of those tried is, or an amount bends.
fn period(line: &mut Line, from: &Look, to: &Look, steps: i64) -> Option<i64> {
    for period in PERIODS.into_iter().filter(|period| period.saturating_mul(4) <= steps) {
        if !line.has(5) {
            return None;
        }
        let next = line.look(from.place.saturating_add(period))?;
        let shift: Vec<Money> = from.moving().zip(next.moving()).map(|(a, b)| *b - *a).collect();
        if shift.iter().all(|by| by.floor_fen() == *by) {
            return is_straight(line, from, &shift, period, steps)?
                .then_some(period)
                .filter(|_| to.shape == from.shape);
        }
    }
    None
}

/// Whether every amount moves by the same at the start, in the middle and at the end, and by as much all in all.
fn is_straight(line: &mut Line, from: &Look, shift: &[Money], period: i64, steps: i64) -> Option<bool> {
    let periods = steps.checked_div(period)?;
    for count in [1, periods.checked_div(2)?, periods.saturating_sub(1), periods] {
        let here = line.look(from.place.saturating_add(count.saturating_mul(period)))?;
        let mut amounts = from.moving().zip(shift).zip(here.moving());
        let is_on_line = amounts.all(|((from, by), to)| *to - *from == by.times(count));
        if !is_on_line || here.shape != from.shape {
            return Some(false);
        }
    }
    Some(true)
}
