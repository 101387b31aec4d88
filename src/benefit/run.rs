//! Runs prepared steps over one amount, at one end of what is open, and records what each step made of it.

use super::prepare::Prepared;
use super::year_total;
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::policy::step::{Binding, End, Flow, PAST_LIMIT, PAST_LIMIT_ADDED, ROUND, ReadyStep, Role, Worked};

/// What came out.
#[derive(Debug)]
pub struct Ran {
    /// The payment, to the fen.
    pub paid: Money,
    /// Deductible applied.
    pub deducted: Money,
    /// What of the payment no limit bounded, to the fen.
    pub past_limits: Money,
    /// What was borne of each deductible, by the place of its step.
    pub borne: Vec<(usize, Money)>,
    /// The working.
    pub steps: Vec<Worked>,
}

/// Runs the steps at an end of the base and of everything in them; the working is recorded where it is wanted.
pub fn run(prepared: &Prepared, end: End, explain: bool) -> Ran {
    run_at(prepared, end.of(&prepared.start.base), end, explain)
}

/// The same at one base.
pub fn run_at(prepared: &Prepared, base: Money, end: End, explain: bool) -> Ran {
    if let Some(earlier) = prepared.start.earlier {
        return year_total::run(prepared, base, earlier, end, explain);
    }
    let mut run = Run::past(prepared.past_limits, base, end, explain);
    let mut borne = Vec::new();
    for step in &prepared.steps {
        let before = run.flow.amount;
        run.take(step, end);
        if step.role() == Role::Deductible {
            borne.push((step.place, before - run.flow.amount));
        }
    }
    run.round();
    let past_limits = run.flow.past_limits.rounded().min(run.flow.amount);
    Ran { paid: run.flow.amount, deducted: run.flow.deducted, past_limits, borne, steps: run.steps }
}

/// What the patient bears first, between its ends.
pub fn borne_first(prepared: &Prepared) -> Interval {
    together(&taken_by(prepared, |step| step.is_borne_first()))
}

/// What is borne of each deductible, between its ends.
pub fn borne(prepared: &Prepared) -> Vec<(usize, Interval)> {
    taken_by(prepared, |step| step.role() == Role::Deductible)
}

/// What several steps take together. What is borne first of a bill leaves less for a deductible: each has ends of its own.
pub fn together(taken: &[(usize, Interval)]) -> Interval {
    taken.iter().fold(Interval::ZERO, |sum, (_, amount)| sum.plus(*amount))
}

/// What some steps take off, between its ends: least where least comes to them and they take least.
fn taken_by(prepared: &Prepared, is_one: impl Fn(&ReadyStep) -> bool) -> Vec<(usize, Interval)> {
    if !prepared.steps.iter().any(&is_one) {
        return Vec::new();
    }
    let base = prepared.start.base;
    let at = |end: End| Run::past(prepared.past_limits, end.of(&base), end, false);
    let (mut least, mut most) = (at(End::Least), at(End::Most));
    let (mut trend, mut all) = (base.trend, Vec::new());
    for step in &prepared.steps {
        if is_one(step) {
            let taken = |flow: Flow, end| flow.amount - step.apply(flow, end);
            let (low, high) = (taken(least.flow, End::Most), taken(most.flow, End::Least));
            all.push((step.place, Interval::new(low, high, trend.with(step.trend().reversed()))));
        }
        trend = trend.with(step.trend());
        least.take(step, End::Least);
        most.take(step, End::Most);
    }
    all
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
    let base = prepared.start.base;
    if let Some(earlier) = prepared.start.earlier {
        return Moved { by_base: base.trend, own: year_total::trend(prepared, earlier) };
    }
    let mut moved = Moved { by_base: base.trend, own: Trend::FLAT };
    let at = |end: End| Run::past(prepared.past_limits, end.of(&base), end, false);
    let (mut least, mut most) = (at(End::Least), at(End::Most));
    for step in &prepared.steps {
        let only = |own| Moved { by_base: Trend::FLAT, own };
        match step.binding(least.flow.amount, most.flow.amount) {
            Binding::Never => {}
            Binding::Always => moved = only(step.trend()),
            Binding::TakesAll => moved = only(Trend::FLAT),
            // A minimum pays where nothing came in, and may be a share of the base.
            Binding::Sometimes if step.role() == Role::Floor => {
                moved = Moved { by_base: base.trend, own: moved.own.with(step.trend()) };
            }
            Binding::Sometimes if most.flow.amount == Money::ZERO => moved = only(Trend::FLAT),
            Binding::Sometimes => moved.own = moved.own.with(step.trend()),
        }
        least.take(step, End::Least);
        most.take(step, End::Most);
    }
    moved
}

/// Whether a step may jump within what is open: then what is left need not rise with the base.
pub fn jumps(prepared: &Prepared) -> bool {
    if !prepared.steps.iter().any(|step| step.law.may_jump()) {
        return false;
    }
    let (base, earlier) = (prepared.start.base, prepared.start.earlier.unwrap_or(Interval::ZERO));
    let mut least = Run::new(earlier.low, false);
    let mut most = Run::past(prepared.past_limits, earlier.high + base.high, End::Most, false);
    if prepared.start.earlier.is_none() {
        least = Run::past(prepared.past_limits, base.low, End::Least, false);
    }
    prepared.steps.iter().any(|step| {
        let jumps = step.jumps(least.flow.amount, most.flow.amount);
        least.take(step, End::Least);
        most.take(step, End::Most);
        jumps
    })
}

/// An amount on its way through the steps.
pub(super) struct Run {
    pub flow: Flow,
    pub steps: Vec<Worked>,
    explain: bool,
}

impl Run {
    pub fn new(amount: Money, explain: bool) -> Self {
        Run { flow: Flow::of(amount), steps: Vec::new(), explain }
    }

    /// The same at an end, where no limit bounds a part of it.
    pub fn past(past: Interval, amount: Money, end: End, explain: bool) -> Self {
        let mut run = Run::new(amount, explain);
        run.flow.past_limits = end.of(&past).min(amount);
        run
    }

    pub fn take(&mut self, step: &ReadyStep, end: End) {
        let before = self.flow;
        if step.role() == Role::Limit && !before.past_limits.is_zero() {
            return self.take_limit(step, end);
        }
        let after = step.apply(before, end);
        if step.role() == Role::Deductible {
            self.flow.deducted = before.deducted + (before.amount - after);
        }
        self.flow.past_limits = step.past_limits(before, end, after);
        self.record(after, |_| step.worked(before, end, after));
    }

    /// A limit, with what it does not bound put aside.
    fn take_limit(&mut self, step: &ReadyStep, end: End) {
        let past = self.flow.past_limits.min(self.flow.amount);
        let aside = |kind, to: Money| move |from| Worked::new(kind, from, to).exactly("amount", past);
        let bound = self.flow.amount - past;
        self.record(bound, aside(PAST_LIMIT, bound));
        let flow = Flow { past_limits: Money::ZERO, ..self.flow };
        let after = step.apply(flow, end);
        self.record(after, |_| step.worked(flow, end, after));
        self.record(after + past, aside(PAST_LIMIT_ADDED, after + past));
    }

    pub fn take_all(&mut self, steps: &[ReadyStep], end: End) {
        steps.iter().for_each(|step| self.take(step, end));
    }

    /// Moves on to an amount; says how, where the working is wanted.
    pub fn record(&mut self, after: Money, step: impl FnOnce(Money) -> Worked) {
        if self.explain {
            self.steps.push(step(self.flow.amount));
        }
        self.flow.amount = after;
    }

    pub fn round(&mut self) {
        let after = self.flow.amount.rounded();
        if after != self.flow.amount {
            self.record(after, |before| Worked::new(ROUND, before, after));
        }
    }
}
