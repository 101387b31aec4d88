//! The exact ends of every amount along one number, where the amounts are straight lines but for rounding.
//!
//! Where the steps of every line do the same kind of thing all along the number, what is paid before rounding is a straight
//! line. After so many steps of the number (a *period*) at which every line has moved by whole fen, the roundings are the
//! same again: an amount then moves by the same whole fen from period to period. So it is least and greatest within the
//! first or the last period, and both are settled point by point. Two payments that make up for each other keep their sum
//! where halving would go on for ever (docs/ranges.md).

use super::Budget;
use crate::money::Money;
use crate::quantity::Quantity;
use crate::settlement::{Effort, LineShape, Settled, settle};
use crate::unknowns::{Domain, Variable, World};

/// The periods that are tried: rates in whole per cent bring all lines to whole fen within 100 steps.
const PERIODS: [i64; 7] = [1, 2, 5, 10, 20, 50, 100];

/// Least and greatest of an amount, each with the value of the number that gives it.
pub(super) struct Reached {
    pub low: Money,
    pub low_at: Quantity,
    pub high: Money,
    pub high_at: Quantity,
}

impl Reached {
    /// The least, and where.
    pub fn low_end(&self) -> Option<(Money, Quantity)> {
        Some((self.low, self.low_at))
    }

    /// The greatest, and where.
    pub fn high_end(&self) -> Option<(Money, Quantity)> {
        Some((self.high, self.high_at))
    }
}

/// The ends of every amount along a number that is the only open one of a world; none where the lines are not straight.
pub(super) fn along(world: &World, var: Variable, budget: &mut Budget) -> Option<Vec<Reached>> {
    let (low, high) = world.domain(var).ends()?;
    let mut line = Line { world, var, low, budget };
    let steps = low.steps_to(high);
    let period = line.period(steps)?;
    let first = 0..period;
    let last = steps.saturating_sub(period).saturating_add(1)..steps.saturating_add(1);
    let mut reached: Vec<Reached> = Vec::new();
    for place in first.chain(last) {
        let (at, settled) = (low.moved_to(low.on_grid().saturating_add(place)), line.settle(place)?);
        note(&mut reached, &settled, at);
    }
    Some(reached)
}

fn note(reached: &mut Vec<Reached>, settled: &Settled, at: Quantity) {
    for (place, amount) in settled.amounts().iter().map(|span| span.low).enumerate() {
        match reached.get_mut(place) {
            None => reached.push(Reached { low: amount, low_at: at, high: amount, high_at: at }),
            Some(so_far) if amount < so_far.low => (so_far.low, so_far.low_at) = (amount, at),
            Some(so_far) if amount > so_far.high => (so_far.high, so_far.high_at) = (amount, at),
            Some(_) => {}
        }
    }
}

struct Line<'a, 'c> {
    world: &'a World<'c>,
    var: Variable,
    low: Quantity,
    budget: &'a mut Budget,
}

/// What every line pays at a point before its last rounding, and by which kinds of steps.
struct Point {
    exact: Vec<Money>,
    shape: Vec<LineShape>,
}

impl Line<'_, '_> {
    fn settle(&mut self, place: i64) -> Option<Settled> {
        if !self.budget.spend() {
            return None;
        }
        let at = self.low.moved_to(self.low.on_grid().saturating_add(place));
        let settled = settle(&self.world.with(self.var, Domain::one(at)), Effort::Explain);
        settled.is_exact().then_some(settled)
    }

    /// None where two amounts are rounded on the way to a payment.
    fn point(&mut self, place: i64) -> Option<Point> {
        let settled = self.settle(place)?;
        let roundings = settled.roundings();
        let exact = roundings.iter().zip(settled.lines()).map(|((added, _), paid)| paid - *added).collect();
        let is_once = roundings.iter().all(|(_, count)| *count < 2);
        is_once.then(|| Point { exact, shape: settled.shape() })
    }

    /// After how many steps every line has moved by whole fen; none where none of those tried is, or a line bends.
    fn period(&mut self, steps: i64) -> Option<i64> {
        let start = self.point(0)?;
        for period in PERIODS.into_iter().filter(|period| period.saturating_mul(4) <= steps) {
            let next = self.point(period)?;
            let moved = |(from, to): (&Money, &Money)| *to - *from;
            let shift: Vec<Money> = start.exact.iter().zip(&next.exact).map(moved).collect();
            if shift.iter().all(|by| by.floor_fen() == *by) {
                return self.is_straight(&start, &shift, period, steps)?.then_some(period);
            }
        }
        None
    }

    /// Whether every line moves by the same at the start, in the middle and at the end, and by as much all in all.
    fn is_straight(&mut self, start: &Point, shift: &[Money], period: i64, steps: i64) -> Option<bool> {
        let periods = steps.checked_div(period)?;
        for count in [1, periods.checked_div(2)?, periods.saturating_sub(1), periods] {
            let here = self.point(count.saturating_mul(period))?;
            let mut lines = start.exact.iter().zip(shift).zip(&here.exact);
            let is_on_line = lines.all(|((from, by), to)| *to - *from == by.times(count));
            if !is_on_line || here.shape != start.shape {
                return Some(false);
            }
        }
        Some(self.point(steps)?.shape == start.shape)
    }
}
