//! What a limit of a year, or of a shorter time, leaves over on an expense: of the payment, and of the cost.

use super::prepare::Prepared;
use super::run::{Moved, Run, borne, moved, together};
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::policy::step::{End, Overflow, ReadyStep, Worked};

/// What limits leave over: the first one of payments, a yearly one where the programme has one, and a yearly one of cost; none
/// where none can be reached. `left` is what the programme leaves of the expense.
pub(super) fn overflow(prepared: &Prepared, left: Interval) -> Option<Overflow> {
    if prepared.start.earlier.is_some() {
        return None;
    }
    let above_cost_limit = above_cost_limit(prepared);
    let of_payments = of_payments(prepared, left);
    if above_cost_limit == Interval::ZERO {
        return of_payments;
    }
    Some(Overflow { above_cost_limit, ..of_payments.unwrap_or(Overflow::NOTHING) })
}

/// The working of the amount at which the first limit of payments is reached. The cost above it bends where that amount passes
/// an edge of the steps before, though no step of the payment itself does anything else there.
pub(super) fn working_at_limit(prepared: &Prepared) -> Vec<Worked> {
    let Some((before, limit)) = first_limit(prepared) else { return Vec::new() };
    let mut run = Run::new(reached_at(before, End::Least, prepared.start.base.low, limit.low), true);
    run.take_all(before, End::Least);
    run.steps
}

/// The steps before the first limit of payments (a yearly one where the programme has one), and what is left of it.
fn first_limit<'p, 'c>(prepared: &'p Prepared<'c>) -> Option<(&'p [ReadyStep<'c>], Interval)> {
    let limits = prepared.steps.iter().enumerate();
    let mut limits = limits.filter(|(_, step)| !prepared.spills_by_year || step.law.year_limit().is_some());
    let (place, limit) = limits.find_map(|(place, step)| Some((place, step.law.counted_limit()?)))?;
    Some((prepared.steps.get(..place)?, limit))
}

/// The cost above a yearly limit of cost.
fn above_cost_limit(prepared: &Prepared) -> Interval {
    let limit = prepared.steps.iter().enumerate().find_map(|(place, step)| Some((place, step.law.cost_limit()?)));
    let Some((place, limit)) = limit else { return Interval::ZERO };
    let steps = prepared.steps.get(..place).unwrap_or_default().to_vec();
    let above = uncut(&Prepared { steps, ..prepared.clone() }).less(limit);
    if prepared.start.jump.is_some() { above.or(Interval::ZERO) } else { above }
}

/// What the first limit of payments leaves over; none where it cannot be reached.
fn of_payments(prepared: &Prepared, left: Interval) -> Option<Overflow> {
    let (before, limit) = first_limit(prepared)?;
    let before = Prepared { steps: before.to_vec(), ..prepared.clone() };
    let over = Uncut { before: &before, limit, uncut: uncut(&before) }.overflow(left)?;
    Some(if prepared.start.jump.is_some() { over.or_nothing() } else { over })
}

/// What the steps before a limit make of the base.
fn uncut(before: &Prepared) -> Interval {
    let Moved { by_base, own } = moved(before);
    let at = |end: End| paid(&before.steps, end.of(&before.start.base), end);
    Interval::new(at(End::Least), at(End::Most), by_base.with(own))
}

fn paid(steps: &[ReadyStep], amount: Money, end: End) -> Money {
    let mut run = Run::new(amount, false);
    run.take_all(steps, end);
    run.flow.amount
}

/// The steps before a limit, with what they make of the base, and the limit.
struct Uncut<'a, 'c> {
    before: &'a Prepared<'c>,
    limit: Interval,
    uncut: Interval,
}

impl Uncut<'_, '_> {
    fn overflow(&self, left: Interval) -> Option<Overflow> {
        let Uncut { before, limit, uncut } = self;
        if uncut.high < limit.low {
            return None;
        }
        let above_deductible = self.above_deductible();
        let is_sure = uncut.low >= limit.high;
        let is_steady = before.start.aligned && limit.is_exact() && before.is_exact_but_for_base();
        Some(Overflow {
            payment: uncut.less(*limit),
            above_deductible,
            borne_first: self.borne_first(above_deductible),
            cost: above_deductible.plus(together(&borne(before))),
            above_cost_limit: Interval::ZERO,
            jump: (!is_sure).then(|| uncut.trend.with(limit.trend.reversed())),
            left: is_steady.then_some(left),
            may_be_reached: true,
        })
    }

    /// What the patient bears first of this cost: shares of it, one after the other.
    fn borne_first(&self, cost: Interval) -> Interval {
        let shares = || self.before.steps.iter().filter(|step| step.is_borne_first());
        let at = |amount: Money, end: End| {
            let mut run = Run::new(amount, false);
            shares().for_each(|step| run.take(step, end));
            amount.less(run.flow.amount)
        };
        let own = shares().fold(Trend::FLAT, |trend, step| trend.with(step.trend().either_way()));
        // More is borne where less comes of it.
        Interval::new(at(cost.low, End::Most), at(cost.high, End::Least), cost.trend.with(own))
    }

    /// The cost above the amount at which the limit is reached. It moves as the payment does: a higher rate reaches the limit
    /// earlier.
    fn above_deductible(&self) -> Interval {
        let Interval { low, high, trend } = self.before.start.base;
        let reached = |end: End, limit: Money| reached_at(&self.before.steps, end, high, limit);
        let earliest = reached(End::Most, self.limit.low);
        let latest = reached(End::Least, self.limit.high);
        let own = self.before.steps.iter().fold(Trend::FLAT, |trend, step| trend.with(step.trend()));
        let trend = trend.with(own).with(self.limit.trend.reversed()).beside(low < latest);
        Interval::new(low.less(latest), high.less(earliest), trend)
    }
}

/// The greatest amount, up to `most`, of which no more than the limit is paid. Laws bend at whole fen only: between two of
/// them they are straight.
fn reached_at(steps: &[ReadyStep], end: End, most: Money, limit: Money) -> Money {
    let paid = |fen: i64| paid(steps, Money::from_fen(fen), end);
    let (mut within, mut beyond) = (0, most.to_fen());
    if paid(beyond) <= limit {
        return most;
    }
    while beyond.saturating_sub(within) > 1 {
        let middle = within.midpoint(beyond);
        if paid(middle) <= limit { within = middle } else { beyond = middle }
    }
    let (at_within, at_beyond) = (paid(within), paid(beyond));
    let rest = Money::from_fen(1).in_proportion(limit.less(at_within), at_beyond - at_within);
    Money::from_fen(within) + rest
}
