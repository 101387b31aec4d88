//! Steps with their numbers, ready to run, and how a payment moves with each of them.

use super::lookup::Found;
use super::working::Worked;
use crate::money::Rate;
use crate::policy::{Measured, Per};
use crate::span::{RateSpan, Span, Trend};

/// Where a number came from, for the working.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'c> {
    pub value: Option<&'c str>,
    pub source: Option<&'c str>,
}

impl<'c> Origin<'c> {
    pub fn of(found: &Found<'c>) -> Origin<'c> {
        Origin { value: found.id, source: found.source }
    }
}

/// Where a number came from does not change what it does.
impl PartialEq for Origin<'_> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin<'_> {}

/// A step with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op<'c> {
    Deductible {
        amount: Span,
        per_year: bool,
        origin: Origin<'c>,
    },
    Rate {
        rate: RateSpan,
        raised: Option<(Rate, Rate)>,
        origin: Origin<'c>,
    },
    Bands(BandsOp<'c>),
    /// Of a yearly cap that only the programme itself uses up: the whole of it, and what is used.
    Cap {
        limit: Span,
        per: Per,
        months: Option<i64>,
        of_year: Option<(Span, Span)>,
        origin: Origin<'c>,
    },
    Allowance {
        monthly: Span,
        months: (i64, i64),
        months_trend: Trend,
        origin: Origin<'c>,
    },
}

/// Marginal bands with their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandsOp<'c> {
    /// Upper edge (the last: no limit) and rate.
    pub bands: Vec<(Span, RateSpan)>,
    pub measured: Measured,
    /// Where this expense begins: on top of what.
    pub position: Span,
    pub origin: Origin<'c>,
}

impl BandsOp<'_> {
    /// Whether each band pays at least the rate of the one below.
    pub fn rises(&self) -> bool {
        self.pairs().all(|(below, above)| below.high <= above.low)
    }

    /// Whether each band pays at most the rate of the one below.
    pub fn falls(&self) -> bool {
        self.pairs().all(|(below, above)| below.low >= above.high)
    }

    fn pairs(&self) -> impl Iterator<Item = (RateSpan, RateSpan)> {
        self.bands.iter().zip(self.bands.iter().skip(1)).map(|((_, below), (_, above))| (*below, *above))
    }

    fn edges_trend(&self) -> Trend {
        self.bands.iter().fold(Trend::FLAT, |trend, (edge, _)| trend.with(edge.trend))
    }

    fn rates_trend(&self) -> Trend {
        self.bands.iter().fold(Trend::FLAT, |trend, (_, rate)| trend.with(rate.trend))
    }
}

/// Steps ready to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared<'c> {
    /// Where the amount starts.
    pub base: Span,
    /// Whether the base and what is left of the expense move together, to the fen.
    pub aligned: bool,
    /// Of a second layer: the year's personal share before this expense.
    pub earlier: Option<Span>,
    /// Of a second layer: whether its rule is the same all year, so that what it owes by the year adds up.
    pub owes_by_year: bool,
    /// Of a base behind a jump that some completions reach: what moves the jump.
    pub jump: Option<Trend>,
    /// The steps.
    pub ops: Vec<Op<'c>>,
    /// How the base came about.
    pub opening: Vec<Worked>,
}

impl Prepared<'_> {
    /// No steps yet.
    pub fn from(base: Span, aligned: bool, opening: Vec<Worked>) -> Self {
        Prepared { base, aligned, earlier: None, owes_by_year: false, jump: None, ops: Vec::new(), opening }
    }

    /// Whether one run gives the one amount.
    pub fn is_exact(&self) -> bool {
        self.base.is_exact() && self.is_exact_but_for_base()
    }

    /// Whether nothing is open but how large the base is.
    pub fn is_exact_but_for_base(&self) -> bool {
        self.earlier.is_none_or(|earlier| earlier.is_exact()) && self.ops.iter().all(Op::is_exact)
    }

    /// Whether more earlier share can only raise what a second layer pays now.
    pub fn bands_rise(&self) -> bool {
        self.ops.iter().all(|op| !matches!(op, Op::Bands(bands) if !bands.rises()))
    }

    /// How the deductible applied moves with its value.
    pub fn deductible_trend(&self) -> Trend {
        let of = |op: &Op| match op {
            Op::Deductible { amount, .. } => amount.trend,
            _ => Trend::FLAT,
        };
        self.ops.iter().fold(Trend::FLAT, |trend, op| trend.with(of(op)))
    }
}

impl Op<'_> {
    fn is_exact(&self) -> bool {
        match self {
            Op::Deductible { amount, .. } => amount.is_exact(),
            Op::Rate { rate, .. } => rate.is_exact(),
            Op::Bands(op) => {
                op.position.is_exact() && op.bands.iter().all(|(edge, rate)| edge.is_exact() && rate.is_exact())
            }
            Op::Cap { limit, .. } => limit.is_exact(),
            Op::Allowance { monthly, months, .. } => monthly.is_exact() && months.0 == months.1,
        }
    }

    /// How the payment moves with the step's numbers.
    pub fn trend(&self) -> Trend {
        match self {
            Op::Deductible { amount, .. } => amount.trend.reversed(),
            Op::Rate { rate, .. } => rate.trend,
            Op::Bands(op) => {
                let shape = op.edges_trend().reversed().with(op.position.trend);
                let shape = match (op.rises(), op.falls()) {
                    (true, _) => shape,
                    (false, true) => shape.reversed(),
                    (false, false) => shape.either_way(),
                };
                op.rates_trend().with(shape)
            }
            Op::Cap { limit, .. } => limit.trend,
            Op::Allowance { monthly, months_trend, .. } => monthly.trend.with(*months_trend),
        }
    }
}
