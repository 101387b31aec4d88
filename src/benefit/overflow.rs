//! What a limit of a year, or of a shorter time, leaves over on an expense: of the payment, and of the cost.

use super::prepare::Prepared;
use super::run::{Moved, Run, borne, moved, together};
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::policy::step::{End, Overflow, ReadyStep, Worked};

/// What limits leave over: the first one of payments, a yearly one where the programme has one, and the cost above any limit; none
/// where none can be reached. `left` is what the programme leaves of the expense.
pub(super) fn overflow(prepared: &Prepared, left: Interval) -> Option<Overflow> {
    if prepared.start.earlier.is_some() {
        return None;
    }
    let above_limits = above_limits(prepared);
    let of_payments = of_payments(prepared, left);
    if above_limits == Interval::ZERO {
        return of_payments;
    }
    let borne_first = borne_first(prepared, above_limits);
    Some(Overflow { above_limits, borne_first, ..of_payments.unwrap_or(Overflow::NOTHING) })
}

/// The working of the amounts at which limits are reached. The cost above one bends where that amount passes an edge of the
/// steps before, though no step of the payment itself does anything else there.
pub(super) fn working_at_limits(prepared: &Prepared) -> Vec<Worked> {
    let at_limit = |(before, limit): (&[ReadyStep], Interval)| {
        let past = prepared.past_limits;
        let reached = reached_at(&Before { steps: before, past }, End::Least, prepared.start.base.low, limit.low);
        let mut run = Run::past(past, reached, End::Least, true);
        run.take_all(before, End::Least);
        run.steps
    };
    limits(prepared).flat_map(at_limit).collect()
}

/// Every limit: the steps before it, and what is left of it.
fn limits<'p, 'c>(prepared: &'p Prepared<'c>) -> impl Iterator<Item = (&'p [ReadyStep<'c>], Interval)> {
    let limits = prepared.steps.iter().enumerate();
    limits.filter_map(|(place, step)| Some((prepared.steps.get(..place)?, step.law.limit()?)))
}

/// The steps before the first limit of payments (a yearly one where the programme has one), and what is left of it.
fn first_limit<'p, 'c>(prepared: &'p Prepared<'c>) -> Option<(&'p [ReadyStep<'c>], Interval)> {
    let limits = prepared.steps.iter().enumerate();
    let mut limits = limits.filter(|(_, step)| !prepared.spills_by_year || step.law.year_limit().is_some());
    let (place, limit) = limits.find_map(|(place, step)| Some((place, step.law.counted_limit()?)))?;
    Some((prepared.steps.get(..place)?, limit))
}

/// The cost above the least amount at which a limit is reached. What lies above several limits lies above the lowest one.
fn above_limits(prepared: &Prepared) -> Interval {
    let base = prepared.start.base;
    let past = prepared.past_limits;
    let above = limits(prepared).map(|(steps, limit)| above(&Before { steps, past }, base, limit));
    let above = above.fold(Interval::ZERO, Interval::max);
    if prepared.start.jump.is_some() { above.or(Interval::ZERO) } else { above }
}

/// What the patient bears first of the cost above limits: shares of it, one after the other. What a limit before the first of
/// them cut off does not come to it.
fn borne_first(prepared: &Prepared, above: Interval) -> Interval {
    let Some(first) = prepared.steps.iter().position(ReadyStep::is_borne_first) else { return Interval::ZERO };
    let before = Prepared { steps: prepared.steps.iter().take(first).cloned().collect(), ..prepared.clone() };
    let cost = above.less(above_limits(&before));
    let shares = || prepared.steps.iter().filter(|step| step.is_borne_first());
    let at = |amount: Money, end: End| {
        let mut run = Run::new(amount, false);
        shares().for_each(|step| run.take(step, end));
        amount.less(run.flow.amount)
    };
    let own = shares().fold(Trend::FLAT, |trend, step| trend.with(step.trend().either_way()));
    // More is borne where less comes of it.
    Interval::new(at(cost.low, End::Most), at(cost.high, End::Least), cost.trend.with(own))
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
    let at = |end: End| Before::of(before).paid(end.of(&before.start.base), end);
    Interval::new(at(End::Least), at(End::Most), by_base.with(own))
}

/// The steps before a limit, and what of what goes into them it does not bound.
struct Before<'p, 'c> {
    steps: &'p [ReadyStep<'c>],
    past: Interval,
}

impl<'p, 'c> Before<'p, 'c> {
    fn of(prepared: &'p Prepared<'c>) -> Self {
        Before { steps: &prepared.steps, past: prepared.past_limits }
    }

    /// What they make of an amount, as far as the limit bounds it.
    fn paid(&self, amount: Money, end: End) -> Money {
        let mut run = Run::past(self.past, amount, end, false);
        run.take_all(self.steps, end);
        run.flow.amount.less(run.flow.past_limits)
    }
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
        let above_deductible = above(&Before::of(before), before.start.base, *limit);
        let is_sure = uncut.low >= limit.high;
        let is_steady = before.start.aligned && limit.is_exact() && before.is_exact_but_for_base();
        Some(Overflow {
            payment: uncut.less(*limit),
            above_deductible,
            cost: above_deductible.plus(together(&borne(before))),
            above_limits: Interval::ZERO,
            borne_first: Interval::ZERO,
            jump: (!is_sure).then(|| uncut.trend.with(limit.trend.reversed())),
            left: is_steady.then_some(left),
            may_be_reached: true,
        })
    }
}

/// The cost above the amount at which a limit is reached. It moves as the payment does: a higher rate reaches the limit earlier.
fn above(before: &Before, base: Interval, limit: Interval) -> Interval {
    let Interval { low, high, trend } = base;
    let reached = |end: End, limit: Money| reached_at(before, end, high, limit);
    let (earliest, latest) = (reached(End::Most, limit.low), reached(End::Least, limit.high));
    let own = before.steps.iter().fold(before.past.trend.either_way(), |trend, step| trend.with(step.trend()));
    let trend = trend.with(own).with(limit.trend.reversed()).beside(low < latest);
    Interval::new(low.less(latest), high.less(earliest), trend)
}

/// The greatest amount, up to `most`, of which no more than the limit is paid. Laws bend at whole fen only: between two of
/// them they are straight.
fn reached_at(before: &Before, end: End, most: Money, limit: Money) -> Money {
    let paid = |fen: i64| before.paid(Money::from_fen(fen), end);
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
