//! The payment: exact where everything is known, else between the end at which the fund pays least and the other.

use super::lookup::Stop;
use super::overflow::{overflow, working_at_limits};
use super::plan::plan;
use super::prepare::{Prepared, yearly_limit};
use super::run::{Moved, borne, borne_first, moved, run, run_at, together};
use super::{Holder, Payment, Situation, joined};
use crate::interval::{Interval, Sides, Trend};
use crate::money::Money;
use crate::policy::step::{CUT, Counts, End, Per, Pot, Role, Start, Worked, YearLimit};
use crate::unknowns::{Domain, World};

/// What a programme that applies pays here.
#[must_use]
pub fn pay(world: &World, situation: Situation) -> Payment {
    let (plan, plans) = plan(world, situation);
    Payment { plans, ..plan.payment(situation) }
}

/// So many decisions are taken apart for what is left of a cap. What is then still open makes it rough.
const MOST_DECISIONS: usize = 8;

/// What is left of a programme's yearly cap; no limit where it has none.
#[must_use]
pub fn year_cap_left(world: &World, situation: Situation) -> Interval {
    cap_left(world, situation, 0)
}

fn cap_left(world: &World, situation: Situation, decided: usize) -> Interval {
    match yearly_limit(world, situation, decided >= MOST_DECISIONS) {
        Ok(left) => left,
        Err(Stop::Decide(decision)) if decided < MOST_DECISIONS => {
            let of =
                |cell: &Domain| cap_left(&world.with(decision.variable, *cell), situation, decided.saturating_add(1));
            let parts = decision.parts.iter().map(of);
            parts.reduce(Interval::or).unwrap_or(Interval::exact(Money::NO_LIMIT))
        }
        Err(_) => Interval::new(Money::ZERO, Money::NO_LIMIT, Trend::FLAT),
    }
}

/// What prepared steps pay.
pub(super) fn settle(prepared: &Prepared, situation: Situation) -> Payment {
    let mut payment =
        if prepared.is_exact() { settle_exactly(prepared, situation) } else { settle_between(prepared, situation) };
    let pot = situation.pot(prepared.start.pot);
    let overflow = if situation.wants_overflow { overflow(prepared, payment.left) } else { None };
    if overflow.is_some()
        && let Some(last) = payment.steps.last_mut()
    {
        last.earlier.extend(working_at_limits(prepared));
    }
    let first = if prepared.start.earlier.is_some() { Interval::ZERO } else { borne_first(prepared) };
    let base = if situation.wants_base { prepared.start.base } else { Interval::ZERO };
    let left = left_in_scope(situation, pot, &payment);
    let past_limits = past_limits(prepared);
    let is_bound = past_limits == Interval::ZERO;
    let (year_most, year_paid) =
        if is_bound { (year_most(prepared, situation), payment.year_paid) } else { (None, None) };
    let may_jump = prepared.may_jump;
    let payment = Payment {
        borne_first: first,
        past_limits,
        base,
        pot,
        overflow,
        left,
        year_most,
        year_paid,
        may_jump,
        ..payment
    };
    match prepared.start.jump {
        Some(drivers) => with_jump(payment, situation.left, drivers),
        None => payment,
    }
}

/// What no limit bounds of the payment, between its ends.
fn past_limits(prepared: &Prepared) -> Interval {
    if prepared.past_limits == Interval::ZERO {
        return Interval::ZERO;
    }
    let at = |end| run(prepared, end, false).past_limits;
    let base = prepared.start.base.trend.with(prepared.past_limits.trend);
    let trend = prepared.steps.iter().fold(base, |trend, step| trend.with(step.trend()));
    Interval::new(at(End::Least), at(End::Most), trend.either_way())
}

/// What is left in scope after a payment, which may come out of another part of the bill. What is left in scope is never
/// more than what is left to pay.
fn left_in_scope(situation: Situation, pot: Pot, payment: &Payment) -> Interval {
    match pot {
        Pot::Left => payment.left,
        Pot::OutOfScope => situation.left,
        Pot::Unpaid => situation.left.min(situation.parts.unpaid.less(payment.paid)),
    }
}

/// Nothing of the programme's own is open: one run, which records the working.
fn settle_exactly(prepared: &Prepared, situation: Situation) -> Payment {
    let explain = situation.effort.explains();
    let ran = run(prepared, End::Least, explain);
    let sides = made_on(prepared);
    let exact = |amount| Interval::exact(amount).on(sides);
    let uncut = exact(ran.paid);
    let paid = uncut.min(situation.room(prepared.start.pot));
    let mut steps = prepared.start.opening.clone();
    steps.extend(ran.steps);
    if explain && paid.is_exact() && paid.low < ran.paid {
        steps.push(Worked::new(CUT, ran.paid, paid.low));
    }
    let left = remainder(situation, uncut);
    let borne = ran.borne.iter().map(|(step, amount)| (*step, exact(*amount))).collect();
    let is_cut = paid.low < ran.paid;
    Payment { deductible: exact(ran.deducted), borne, steps, is_cut, ..Payment::of(paid, left) }
}

/// Where what goes in and every number of the steps lies. What the steps do is told by the working.
fn made_on(prepared: &Prepared) -> Sides {
    let Start { base, earlier, .. } = &prepared.start;
    let start = base.trend.sides.with(earlier.map_or(Sides::NONE, |earlier| earlier.trend.sides));
    prepared.steps.iter().fold(start, |sides, step| sides.with(step.trend().sides))
}

/// Between the end at which the fund pays least and the end at which it pays most.
fn settle_between(prepared: &Prepared, situation: Situation) -> Payment {
    let uncut = between(prepared);
    let own = moved(prepared).own;
    let base = prepared.start.base;
    // Base and what is left move together: the patient keeps least where the bill is smallest and the fund pays most,
    // and keeps most where the bill is largest and the fund pays least.
    let small = run_at(prepared, base.low, End::Most, false);
    let large = run_at(prepared, base.high, End::Least, false);
    let left = if prepared.start.aligned {
        let kept = |end: Money, paid: Money| end.less(paid.min(end.less(situation.reserved)));
        let trend = situation.left.trend.with(own.reversed());
        Interval::new(kept(situation.left.low, small.paid), kept(situation.left.high, large.paid), trend)
    } else {
        remainder(situation, uncut)
    };
    let borne = if prepared.start.earlier.is_some() { Vec::new() } else { borne(prepared) };
    let deductible = together(&borne);
    let is_whole = situation.reserved == Money::ZERO;
    // Where others paid of the share in between, less may be left than is owed on it.
    let is_first = prepared.start.earlier.is_none() || situation.parts.left == situation.left;
    // Where the advance counts too, more may be owed than is left.
    let room = situation.room(prepared.start.pot);
    let is_cut = prepared.start.counts_more && uncut.high > room.low;
    let year_paid = if is_whole && is_first && !is_cut { year_paid(prepared, situation) } else { None };
    // The working is that of one completion, which is still to be found.
    Payment { lacks_working: true, year_paid, deductible, borne, is_cut, ..Payment::of(uncut.min(room), left) }
}

/// What the programme pays in a year at most, where it had not paid more before: the yearly limit that ends the steps. Others may
/// use it up too.
fn year_most(prepared: &Prepared, situation: Situation) -> Option<Money> {
    let limit = prepared.steps.last()?.law.year_limit().filter(|limit| limit.holds_own)?;
    // Not where the request says of the limit's counter that it holds less than the programme paid.
    (limit.used.low >= paid_this_year(situation).low).then_some(limit.payable().high)
}

/// What the programme has paid this year.
fn paid_this_year(situation: Situation) -> Interval {
    let holder = Holder::Programme(situation.at.programme.place());
    let paid = situation.year.tally(Per::Year.into(), Counts::Paid, holder);
    paid.map_or(Interval::ZERO, |paid| paid.now)
}

/// The yearly limit that ends the steps, where only the programme's own payments use it up: with what came before, no more
/// is paid.
fn own_year_limit(prepared: &Prepared, situation: Situation) -> Option<YearLimit> {
    let limit = prepared.steps.last()?.law.year_limit().filter(|limit| limit.is_own)?;
    // Not where the request says of the limit's counter what it says of nothing else.
    (limit.used == paid_this_year(situation)).then_some(limit)
}

/// What the programme then has paid this year, from the year's own amounts.
fn year_paid(prepared: &Prepared, situation: Situation) -> Option<Interval> {
    let programme = situation.at.programme.place();
    let Some(earlier) = prepared.start.earlier else {
        let limit = own_year_limit(prepared, situation).filter(|limit| limit.used.high <= limit.whole.low)?;
        let (_, before) = prepared.steps.split_last()?;
        // With what came before, at most the cap; a base that moves with what is left is never cut otherwise.
        let uncapped = prepared.start.aligned.then(|| Prepared { steps: before.to_vec(), ..prepared.clone() })?;
        let paid = between(&uncapped);
        // But a minimum may be more than what is left.
        let has_floor = before.iter().any(|step| step.role() == Role::Floor);
        let paid = if has_floor { paid.min(situation.room(prepared.start.pot)) } else { paid };
        return Some(limit.used.plus(paid).min(limit.payable()));
    };
    // A second layer owes on the whole year's share, less what it owed on what came before the first expense.
    if !prepared.owes_by_year || !situation.year.is_unbroken(programme) {
        return None;
    }
    let start = Interval::exact(situation.year.before_all_services(Per::Year, Counts::LeftByBasic));
    let mut whole_year = prepared.clone();
    whole_year.start.base = earlier.plus(prepared.start.base).less(start);
    whole_year.start.earlier = Some(start);
    let paid = situation.year.tally(Per::Year.into(), Counts::Paid, Holder::Programme(programme));
    Some(paid.map_or(Interval::ZERO, |paid| paid.before).plus(between(&whole_year)))
}

/// A payment between its ends.
fn between(prepared: &Prepared) -> Interval {
    let Moved { by_base, own } = moved(prepared);
    Interval::new(run(prepared, End::Least, false).paid, run(prepared, End::Most, false).paid, by_base.with(own))
}

/// What is left once this much is paid, as far as there is room for it.
fn remainder(situation: Situation, uncut: Interval) -> Interval {
    let left = situation.left.less(uncut);
    if situation.reserved == Money::ZERO { left } else { situation.left.less(uncut.min(situation.room(Pot::Left))) }
}

/// A payment beyond a point that some completions reach and others do not: a jump. What brings the point nearer can
/// only raise the payment and, at the jump, lower what is left.
fn with_jump(payment: Payment, left: Interval, drivers: Trend) -> Payment {
    let kept = left.trend.with(payment.left.trend).with(drivers.reversed());
    Payment {
        paid: Interval::new(Money::ZERO, payment.paid.high, payment.paid.trend.with(drivers)),
        left: Interval::new(payment.left.low.min(left.low), left.high.max(payment.left.high), kept),
        deductible: payment.deductible.or(Interval::ZERO),
        borne: joined(&payment.borne, &[]),
        borne_first: payment.borne_first.or(Interval::ZERO),
        past_limits: payment.past_limits.or(Interval::ZERO),
        base: payment.base.or(Interval::ZERO),
        year_paid: None,
        steps: Vec::new(),
        lacks_working: true,
        ..payment
    }
}
