//! The law of a step: one exact function of the amount that goes in, and what the range engine may rely on.

use super::own_rates::OwnRate;
use super::{AnyLaw, Ask, End, Found, Mechanism, Modified, Moves, Pot, Role, StepKind, Worked};
use crate::interval::{Interval, Trend};
use crate::money::{Money, Rate};

/// An amount on its way through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What the steps before made of it.
    pub amount: Money,
    /// What deductibles took of it.
    pub deducted: Money,
    /// What went into the first step.
    pub base: Money,
    /// What of the amount no limit bounds.
    pub past_limits: Money,
}

impl Flow {
    /// An amount that goes in.
    #[must_use]
    pub fn of(amount: Money) -> Flow {
        Flow { amount, deducted: Money::ZERO, base: amount, past_limits: Money::ZERO }
    }
}

/// When a step changes an amount that lies between two ends, whatever its numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Never: what goes in comes out.
    Never,
    /// For some amounts and numbers.
    Sometimes,
    /// Always: what comes out depends on the step's numbers only.
    Always,
    /// Nothing comes out.
    TakesAll,
}

/// What a step does with an amount.
///
/// `apply` must be monotone in the amount and in the base, raise it by no more than both were raised (but at a jump that the
/// law tells), and move with each number in the direction that the number declares.
pub trait Law: Clone + PartialEq + std::fmt::Debug {
    /// What it writes into the working.
    fn kind(&self) -> StepKind;

    /// Its numbers.
    fn numbers(&self) -> impl Iterator<Item = &dyn Moves>;

    /// Whether no number of it is open.
    fn is_exact(&self) -> bool {
        self.numbers().all(|number| number.is_exact())
    }

    /// How unknown numbers move what comes out.
    fn trend(&self) -> Trend {
        self.numbers().fold(Trend::FLAT, |trend, number| trend.with(number.trend()))
    }

    /// What comes out at one end of its numbers.
    fn apply(&self, flow: Flow, end: End) -> Money;

    /// When it binds, for amounts between two ends.
    fn binding(&self, _least: Money, _most: Money) -> Binding {
        Binding::Sometimes
    }

    /// Adds to a recorded step what its words and a replay need.
    fn explain(&self, flow: Flow, end: End, step: Worked) -> Worked;

    /// Becomes the simplest law that does the same to every amount up to `most`: the same rule under two readings should
    /// look the same.
    fn normalise(&mut self, _most: Money) {}

    /// Whether it may jump anywhere: then what is left may fall where more comes in.
    fn may_jump(&self) -> bool {
        false
    }

    /// Whether it may jump between two amounts that go in.
    fn jumps(&self, _least: Money, _most: Money) -> bool {
        false
    }

    /// Takes what went into the first step for all that is in scope: then that is no number of the law's own.
    fn follow_base(&mut self) {}

    /// Takes what deductibles took as a number of its own, if it counts from there.
    fn lie_above(&mut self, _deducted: Interval) {}

    /// Whether the same addition brings no less on top of a greater amount than on top of a smaller one. A second layer
    /// pays by the year's total and needs this; a limit comes after the total and may be left out.
    fn is_convex(&self) -> bool {
        true
    }

    /// Of a law that pays a share of every part of an amount: the parts, each with its rate.
    fn shares(&self, _flow: Flow, _end: End) -> Option<Vec<(Money, Rate)>> {
        None
    }

    /// Of a limit of what is paid in a year or a shorter time: what is left of it.
    fn counted_limit(&self) -> Option<Interval> {
        None
    }

    /// Of a limit, whatever it is of: what is left of it.
    fn limit(&self) -> Option<Interval> {
        None
    }

    /// Of a yearly limit of payments: the whole of it and what is used.
    fn year_limit(&self) -> Option<YearLimit> {
        None
    }
}

/// A yearly limit of payments: the whole of it and what is used of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearLimit {
    /// The whole limit.
    pub whole: Interval,
    /// What the year has used.
    pub used: Interval,
    /// Whether only the programme's own payments use it up.
    pub is_own: bool,
    /// Whether all of the programme's own payments do.
    pub holds_own: bool,
}

impl YearLimit {
    /// What is paid of it at most. A limit that is a share of something need not be whole fen, but payments are: one that uses it up
    /// is rounded.
    #[must_use]
    pub fn payable(self) -> Interval {
        Interval::new(self.whole.low.rounded(), self.whole.high.rounded(), self.whole.trend)
    }

    /// What is left of it.
    #[must_use]
    pub fn left(self) -> Interval {
        self.whole.less(self.used)
    }
}

/// A law with the value that its working names.
pub(super) struct NamedLaw<'c, L> {
    law: L,
    value: Option<&'c str>,
    source: Option<&'c str>,
    made: Vec<Modified>,
}

/// What preparing a step gives.
pub(super) type Made<'c, M, A> = Result<Option<NamedLaw<'c, <M as Mechanism>::Law>>, <A as Ask<'c>>::Stop>;

impl<'c, L> NamedLaw<'c, L> {
    /// A law whose working names this value.
    pub fn of(found: &Found<'c>, law: L) -> Self {
        NamedLaw { law, value: found.id, source: found.source, made: found.made.clone() }
    }

    /// The same among all steps.
    pub fn wrap(self, wrap: impl FnOnce(L) -> AnyLaw) -> ReadyStep<'c> {
        ReadyStep {
            law: wrap(self.law),
            place: 0,
            value: self.value,
            source: self.source,
            made: self.made,
            own: Vec::new(),
            goes_past: false,
        }
    }
}

/// A step with its numbers, ready to run.
#[derive(Clone, Debug)]
pub struct ReadyStep<'c> {
    /// What it does.
    pub law: AnyLaw,
    /// Its place in the benefit.
    pub place: usize,
    value: Option<&'c str>,
    source: Option<&'c str>,
    made: Vec<Modified>,
    /// Parts of the amount that are paid at a rate of their own.
    pub(super) own: Vec<OwnRate>,
    /// Whether there may be a part that no limit bounds.
    pub goes_past: bool,
}

impl ReadyStep<'_> {
    /// Whether both do the same to every amount. The value that a number came from changes nothing; of which deductible
    /// something is borne does.
    #[must_use]
    pub fn does_the_same(&self, other: &ReadyStep) -> bool {
        self.law == other.law && self.own == other.own && (self.place == other.place || self.role() != Role::Deductible)
    }

    /// What it is for.
    #[must_use]
    pub fn role(&self) -> Role {
        self.law.kind().role
    }

    /// Whether it takes off what the patient bears first.
    #[must_use]
    pub fn is_borne_first(&self) -> bool {
        matches!(self.law, AnyLaw::BorneFirst(_))
    }

    /// Whether no number of it is open.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.law.is_exact() && self.own.iter().all(|own| own.amount.is_exact())
    }

    /// How unknown numbers move what comes out.
    #[must_use]
    pub fn trend(&self) -> Trend {
        self.law.trend().with(self.own_trend())
    }

    /// When it binds, for amounts between two ends.
    #[must_use]
    pub fn binding(&self, least: Money, most: Money) -> Binding {
        match self.law.binding(least, most) {
            _ if !self.own.is_empty() => Binding::Sometimes,
            // What goes past a limit is not bound by it.
            Binding::Always | Binding::TakesAll if self.goes_past && self.role() == Role::Limit => Binding::Sometimes,
            binding => binding,
        }
    }

    /// Whether it may jump between two amounts that go in. Of what goes in, its law meets what has no rate of its own.
    #[must_use]
    pub fn jumps(&self, least: Money, most: Money) -> bool {
        self.law.jumps(if self.own.is_empty() { least } else { Money::ZERO }, most)
    }

    /// The step as it is recorded.
    #[must_use]
    pub fn worked(&self, flow: Flow, end: End, after: Money) -> Worked {
        let step = Worked::new(self.law.kind(), flow.amount, after).of(self.value, self.source);
        let step = Worked { made: self.made.clone(), ..step };
        if self.own.is_empty() {
            self.law.explain(flow, end, step)
        } else {
            self.worked_with_own_rates(flow, end, step)
        }
    }
}

/// What goes into the first step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The amount.
    pub base: Interval,
    /// Whether the amount and what is left of the expense move together, to the fen.
    pub aligned: bool,
    /// Whether the amount is all that is in scope.
    pub is_in_scope: bool,
    /// Of a second layer: the year's personal share before this expense.
    pub earlier: Option<Interval>,
    /// Of a second layer: whether more counts than what is left of a bill, so that a payment may be cut.
    pub counts_more: bool,
    /// Of an amount beyond a point that only some completions reach: what moves the point.
    pub jump: Option<Trend>,
    /// Of a supplement: out of which part of the bill it comes.
    pub pot: Pot,
    /// How the amount came about.
    pub opening: Vec<Worked>,
}

impl Start {
    /// An amount on its own.
    #[must_use]
    pub fn from(base: Interval, aligned: bool, opening: Vec<Worked>) -> Start {
        let (earlier, jump) = (None, None);
        Start { base, aligned, is_in_scope: false, earlier, counts_more: false, jump, pot: Pot::Left, opening }
    }
}
