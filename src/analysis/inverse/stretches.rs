//! Takes all bills or values apart into stretches in which every step of the working does the same kind of thing.

use super::probe::{Look, Probe};
use crate::quantity::Quantity;

/// The first and the last of a stretch.
pub(super) type Stretch = (Look, Look);

/// Every stretch from one value to another, rising, without a gap.
pub(super) fn stretches(probe: &mut Probe, (least, most): (Quantity, Quantity)) -> Vec<Stretch> {
    let (first, last) = (probe.look(least.on_grid()), probe.look(most.on_grid()));
    let mut kinks = Vec::new();
    find_kinks(probe, &first, &last, &mut kinks);
    let mut stretches = Vec::new();
    let mut start = first;
    for (below, above) in kinks {
        stretches.push((std::mem::replace(&mut start, above), below));
    }
    stretches.push((start, last));
    stretches
}

/// Adds each pair of neighbours whose workings are of different kinds.
fn find_kinks(probe: &mut Probe, a: &Look, b: &Look, kinks: &mut Vec<Stretch>) {
    let width = b.at.saturating_sub(a.at);
    if width < 2 || probe.is_spent() {
        if !a.is_like(b) {
            kinks.push((a.clone(), b.clone()));
        }
        return;
    }
    let middle = probe.look(a.at.saturating_add(width.checked_div(2).unwrap_or_default()));
    if a.is_like(b) && a.is_like(&middle) && fits(probe, a, &middle, b) {
        return;
    }
    find_kinks(probe, a, &middle, kinks);
    find_kinks(probe, &middle, b, kinks);
}

/// Whether the middle lies where a stretch without a kink has it: between the ends, or on the line between them.
fn fits(probe: &Probe, a: &Look, middle: &Look, b: &Look) -> bool {
    if a.shape.is_none() {
        return true;
    }
    if probe.is_monotone {
        return (a.low.min(b.low)..=a.low.max(b.low)).contains(&middle.low);
    }
    let [x, mx, bx, y, my, by] = [a.at, middle.at, b.at, a.low, middle.low, b.low].map(i128::from);
    let rise = by.saturating_sub(y).saturating_mul(mx.saturating_sub(x));
    let expected = rise.checked_div(bx.saturating_sub(x)).unwrap_or_default().saturating_add(y);
    my.abs_diff(expected) <= u128::from(a.slack().unsigned_abs())
}

impl Look {
    /// How far rounding may move the amount off a straight line, in fen.
    pub fn slack(&self) -> i64 {
        self.roundings.saturating_mul(2).saturating_add(2)
    }
}
