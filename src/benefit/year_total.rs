//! A second layer pays by the year's total: what it owes on the year's share with this expense, less what it owed
//! without it, each rounded. Limits come after that difference.

use super::prepare::Prepared;
use super::run::{Ran, Run};
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::policy::step::{End, OWED_BEFORE, ReadyStep, Role, Worked};

/// Runs the steps at one end, on one share of the expense.
pub fn run(prepared: &Prepared, share: Money, earlier: Interval, end: End, explain: bool) -> Ran {
    let (owing, limiting) = split_at_limits(prepared);
    if !is_convex(prepared) && !prepared.is_exact_but_for_base() {
        let most = if prepared.steps.iter().any(|step| step.law.may_jump()) { Money::NO_LIMIT } else { share };
        return apart((owing, limiting), (share, most), earlier, end);
    }
    let before = end.of(&earlier);
    let mut with = Run::new(before + share, explain);
    with.take_all(owing, end);
    let mut without = Run::new(before, explain);
    without.take_all(owing, end);
    if may_owe_before(prepared, earlier) {
        // One rounding may go up and the other down: the difference is one of the two whole fen around the exact one.
        let exact = with.flow.amount.less(without.flow.amount);
        with.flow.amount = if end == End::Least { exact.floor_fen() } else { exact.ceil_fen() };
    } else {
        with.round();
        without.round();
        let owed = without.flow.amount;
        let after = with.flow.amount.less(owed);
        let earlier = without.steps;
        with.record(after, |before| Worked { earlier, ..Worked::new(OWED_BEFORE, before, after).arg("amount", owed) });
    }
    with.take_all(limiting, end);
    Ran {
        paid: with.flow.amount,
        deducted: Money::ZERO,
        past_limits: Money::ZERO,
        borne: Vec::new(),
        steps: with.steps,
    }
}

/// What of the programme's own moves the payment.
pub fn trend(prepared: &Prepared, earlier: Interval) -> Trend {
    let steps = prepared.steps.iter().fold(Trend::FLAT, |trend, step| trend.with(step.trend()));
    let own = steps.with(if is_convex(prepared) { earlier.trend } else { earlier.trend.either_way() });
    // Two roundings, of the amounts owed with and without this expense, let a fen go either way.
    if may_owe_before(prepared, earlier) { own.either_way() } else { own }
}

/// Whether more earlier share can only raise what is paid now.
fn is_convex(prepared: &Prepared) -> bool {
    prepared.steps.iter().all(|step| step.law.is_convex())
}

/// Whether an earlier amount may be owed while it, or a step's number, is open.
fn may_owe_before(prepared: &Prepared, earlier: Interval) -> bool {
    if prepared.is_exact_but_for_base() {
        return false;
    }
    let mut most = Run::new(earlier.high, false);
    most.take_all(split_at_limits(prepared).0, End::Most);
    most.flow.amount > Money::ZERO
}

/// Where a greater earlier share, or a number of the steps, may raise and lower the payment. What is owed with the expense and
/// what was owed without it are taken at opposite ends of both: sound, but no completion need have the two at once. Both are rounded,
/// so that the difference may be a part of a fen more than the share.
fn apart((owing, limiting): Parts, (share, most): (Money, Money), earlier: Interval, end: End) -> Ran {
    let owed = |amount: Money, end: End| {
        let mut run = Run::new(amount, false);
        run.take_all(owing, end);
        run.round();
        run.flow.amount
    };
    let other = end.opposite();
    let with = owed(end.of(&earlier) + share, end);
    let mut run = Run::new(with.less(owed(other.of(&earlier), other)).min(most.ceil_fen()), false);
    run.take_all(limiting, end);
    Ran { paid: run.flow.amount, deducted: Money::ZERO, past_limits: Money::ZERO, borne: Vec::new(), steps: Vec::new() }
}

/// The steps before the limits, and the limits.
type Parts<'a, 'c> = (&'a [ReadyStep<'c>], &'a [ReadyStep<'c>]);

fn split_at_limits<'a, 'c>(prepared: &'a Prepared<'c>) -> Parts<'a, 'c> {
    let steps = &prepared.steps;
    let first_limit = steps.iter().position(|step| step.role() == Role::Limit).unwrap_or(steps.len());
    steps.split_at_checked(first_limit).unwrap_or((steps, &[]))
}
