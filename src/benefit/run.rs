//! Runs prepared steps over one amount, at one end of what is open, and records what each step made of it.

use super::op::{BandsOp, Op, Origin, Prepared};
use super::working::{StepKind, Worked};
use crate::money::{Money, Rate};
use crate::policy::{Measured, Per};
use crate::span::{RateSpan, Span, Trend};

/// At which end of what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The fund pays least.
    Least,
    /// The fund pays most.
    Most,
}

impl End {
    fn of(self, helps: Span) -> Money {
        match self {
            End::Least => helps.low,
            End::Most => helps.high,
        }
    }

    fn against(self, hinders: Span) -> Money {
        match self {
            End::Least => hinders.high,
            End::Most => hinders.low,
        }
    }

    fn rate(self, rate: RateSpan) -> Rate {
        match self {
            End::Least => rate.low,
            End::Most => rate.high,
        }
    }
}

/// What came out.
#[derive(Debug)]
pub struct Ran {
    /// The payment, to the fen.
    pub paid: Money,
    /// Deductible applied.
    pub deducted: Money,
    /// The working.
    pub steps: Vec<Worked>,
}

/// Runs the steps at an end of the base and of everything in them; the working is recorded where it is wanted.
pub fn run(prepared: &Prepared, end: End, explain: bool) -> Ran {
    run_at(prepared, end.of(prepared.base), end, explain)
}

/// The same at one base.
pub fn run_at(prepared: &Prepared, base: Money, end: End, explain: bool) -> Ran {
    match prepared.earlier {
        None => {
            let mut tape = Tape::new(base, explain);
            tape.run(&prepared.ops, end);
            tape.round();
            Ran { paid: tape.amount, deducted: tape.deducted, steps: tape.steps }
        }
        Some(earlier) => second_layer(prepared, base, earlier, end, explain),
    }
}

/// What is owed on the year's share with this expense, less what was owed without it, each rounded.
fn second_layer(prepared: &Prepared, share: Money, earlier: Span, end: End, explain: bool) -> Ran {
    if !prepared.bands_rise() && !earlier.is_exact() {
        return anything_up_to(prepared, share, end);
    }
    let before = end.of(earlier);
    let (owing, capping) = split_at_caps(&prepared.ops);
    let mut tape = Tape::new(before + share, explain);
    tape.run(owing, end);
    let mut without = Tape::new(before, false);
    without.run(owing, end);
    let uncertain = may_owe_before(prepared);
    if uncertain {
        // The two roundings may fall either way: the difference is one of the two fen around the exact one.
        let exact = tape.amount.less(without.amount);
        tape.amount = if end == End::Least { exact.floor_fen() } else { exact.ceil_fen() };
    } else {
        tape.round();
        without.round();
        let after = tape.amount.less(without.amount);
        tape.record(after, |before| Worked::new(StepKind::OwedBefore, before, after).arg("amount", without.amount));
    }
    tape.run(capping, end);
    Ran { paid: tape.amount, deducted: Money::ZERO, steps: tape.steps }
}

/// What moves a payment.
pub struct Moved {
    /// How it moves with the base: not at all where a cap always bites or a deductible takes everything.
    pub by_base: Trend,
    /// How it moves with what is the programme's own: its values, and what the year held before.
    pub own: Trend,
}

/// What moves a payment, step by step: a number whose step can have no effect moves nothing.
pub fn moved(prepared: &Prepared) -> Moved {
    if let Some(earlier) = prepared.earlier {
        return Moved { by_base: prepared.base.trend, own: second_layer_trend(prepared, earlier) };
    }
    let mut moved = Moved { by_base: prepared.base.trend, own: Trend::FLAT };
    let mut least = Tape::new(prepared.base.low, false);
    let mut most = Tape::new(prepared.base.high, false);
    for op in &prepared.ops {
        let only_this = |trend| Moved { by_base: Trend::FLAT, own: trend };
        match op {
            Op::Cap { limit, .. } if limit.high <= least.amount => moved = only_this(limit.trend),
            Op::Cap { limit, .. } if most.amount <= limit.low => {}
            Op::Deductible { amount, .. } if most.amount <= amount.low => moved = only_this(Trend::FLAT),
            Op::Allowance { .. } => moved = only_this(op.trend()),
            _ if most.amount == Money::ZERO => moved = only_this(Trend::FLAT),
            _ => moved.own = moved.own.with(op.trend()),
        }
        least.run(std::slice::from_ref(op), End::Least);
        most.run(std::slice::from_ref(op), End::Most);
    }
    moved
}

fn second_layer_trend(prepared: &Prepared, earlier: Span) -> Trend {
    let ops = prepared.ops.iter().fold(Trend::FLAT, |trend, op| trend.with(op.trend()));
    let own = ops.with(if prepared.bands_rise() { earlier.trend } else { earlier.trend.either_way() });
    // Two roundings, of the amounts owed with and without this expense, let a fen go either way.
    if may_owe_before(prepared) { own.either_way() } else { own }
}

/// Whether an earlier amount may be owed while it, or a step's number, is open.
fn may_owe_before(prepared: &Prepared) -> bool {
    let Some(earlier) = prepared.earlier else { return false };
    let (owing, _) = split_at_caps(&prepared.ops);
    if prepared.is_exact_but_for_base() {
        return false;
    }
    let mut most = Tape::new(earlier.high, false);
    most.run(owing, End::Most);
    most.amount > Money::ZERO
}

/// Sound where nothing better is known: between nothing and the whole share.
fn anything_up_to(prepared: &Prepared, share: Money, end: End) -> Ran {
    let most = if end == End::Most { share } else { Money::ZERO };
    let (_, capping) = split_at_caps(&prepared.ops);
    let mut tape = Tape::new(most, false);
    tape.run(capping, end);
    Ran { paid: tape.amount, deducted: Money::ZERO, steps: Vec::new() }
}

fn split_at_caps<'a, 'c>(ops: &'a [Op<'c>]) -> (&'a [Op<'c>], &'a [Op<'c>]) {
    let first_cap = ops.iter().position(|op| matches!(op, Op::Cap { .. })).unwrap_or(ops.len());
    ops.split_at_checked(first_cap).unwrap_or((ops, &[]))
}

/// An amount on its way through the steps.
struct Tape {
    amount: Money,
    deducted: Money,
    explain: bool,
    steps: Vec<Worked>,
}

impl Tape {
    fn new(amount: Money, explain: bool) -> Self {
        Tape { amount, deducted: Money::ZERO, explain, steps: Vec::new() }
    }

    fn run(&mut self, ops: &[Op], end: End) {
        for op in ops {
            match op {
                Op::Deductible { amount, per_year, origin } => {
                    self.deductible(end.against(*amount), *per_year, *origin);
                }
                Op::Rate { rate, raised, origin } => self.rate(end.rate(*rate), *raised, *origin),
                Op::Bands(bands) => self.bands(bands, end),
                Op::Cap { limit, per, months, origin, .. } => self.cap(end.of(*limit), *per, *months, *origin),
                Op::Allowance { monthly, months, origin, .. } => {
                    let months = if end == End::Least { months.0 } else { months.1 };
                    self.allowance(end.of(*monthly), months, *origin);
                }
            }
        }
    }

    /// Moves on to an amount; says how, where the working is wanted.
    fn record(&mut self, after: Money, step: impl FnOnce(Money) -> Worked) {
        if self.explain {
            self.steps.push(step(self.amount));
        }
        self.amount = after;
    }

    fn deductible(&mut self, amount: Money, per_year: bool, origin: Origin) {
        let after = self.amount.less(amount);
        self.deducted = self.deducted + (self.amount - after);
        let kind = if per_year { StepKind::DeductibleYear } else { StepKind::Deductible };
        self.record(after, |before| origin.step(kind, before, after).arg("amount", amount));
    }

    fn rate(&mut self, rate: Rate, raised: Option<(Rate, Rate)>, origin: Origin) {
        let after = self.amount.share(rate);
        self.record(after, |before| match raised {
            None => origin.step(StepKind::Rate, before, after).arg("rate", rate),
            Some((from, by)) => {
                origin.step(StepKind::RateRaised, before, after).arg("rate", rate).arg("from", from).arg("by", by)
            }
        });
    }

    fn bands(&mut self, op: &BandsOp, end: End) {
        let start = match op.measured {
            Measured::BeforeDeductible => self.deducted,
            Measured::AboveDeductible => Money::ZERO,
        };
        let parts = banded(op, start, self.amount, end);
        let after = parts.iter().fold(Money::ZERO, |sum, (part, rate)| sum + part.share(*rate));
        self.record(after, |before| {
            let shown: Vec<String> =
                parts.iter().map(|(part, rate)| [part.to_string(), rate.to_string()].join(" × ")).collect();
            op.origin.step(StepKind::Bands, before, after).arg("parts", shown.join(" + "))
        });
    }

    fn cap(&mut self, limit: Money, per: Per, months: Option<i64>, origin: Origin) {
        let kind = match per {
            Per::Expense => StepKind::Cap,
            Per::Year => StepKind::CapYear,
            Per::Month => StepKind::CapMonth,
        };
        let after = self.amount.min(limit);
        self.record(after, |before| {
            let step = origin.step(kind, before, after).arg("amount", limit);
            match months {
                Some(months) => step.arg("months", months),
                None => step,
            }
        });
    }

    fn allowance(&mut self, monthly: Money, months: i64, origin: Origin) {
        let after = monthly.times(months);
        self.record(after, |before| {
            origin.step(StepKind::Allowance, before, after).arg("amount", monthly).arg("months", months)
        });
    }

    fn round(&mut self) {
        let after = self.amount.rounded();
        if after != self.amount {
            self.record(after, |before| Worked::new(StepKind::Round, before, after));
        }
    }
}

impl Origin<'_> {
    /// A step that takes the value.
    fn step(self, kind: StepKind, before: Money, after: Money) -> Worked {
        Worked::new(kind, before, after).of(self.value, self.source)
    }
}

/// The parts of an amount that lies from `start` on, on top of the position, each with its band's rate.
fn banded(op: &BandsOp, start: Money, amount: Money, end: End) -> Vec<(Money, Rate)> {
    let (rises, falls) = (op.rises(), op.falls());
    if !rises && !falls && !is_fixed(op) {
        let rates = op.bands.iter().map(|(_, rate)| end.rate(*rate));
        let rate = if end == End::Least { rates.min() } else { rates.max() };
        return vec![(amount, rate.unwrap_or(Rate::ZERO))];
    }
    // Where higher bands pay more, lying higher helps and higher edges hinder; where they pay less, the reverse.
    let (position, edge_of): (Money, fn(End, Span) -> Money) =
        if rises { (end.of(op.position), End::against) } else { (end.against(op.position), End::of) };
    let (mut from, to) = (position + start, position + start + amount);
    let mut parts = Vec::new();
    for (edge, rate) in &op.bands {
        let upper = edge_of(end, *edge).min(to);
        if from < upper {
            parts.push((upper - from, end.rate(*rate)));
            from = upper;
        }
    }
    parts
}

fn is_fixed(op: &BandsOp) -> bool {
    op.position.is_exact() && op.bands.iter().all(|(edge, _)| edge.is_exact())
}
