//! Classes of items with a rule of their own: the deductible comes first off the parts without one, and never off those that are
//! spared it. Then each part is paid at its rate, and the step's own law is for the rest. A part that is paid some points above or below
//! the law lies on top of the rest. What no limit bounds goes past the limits.

use super::law::ReadyStep;
use super::{AnyLaw, End, Flow, Role, StepKind, Worked};
use crate::interval::{Interval, Trend};
use crate::money::{Money, Rate};
use crate::policy::{ClassRate, RateKind};

/// Parts at rates of their own, and the rest by the step's law.
pub const OWN_RATES: StepKind = StepKind::new("own-rates", Role::Share);

/// What is in scope of a class with a rule of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRate {
    /// How much.
    pub amount: Interval,
    /// At which rate; none where the rate is the programme's.
    pub rate: Option<ClassRate>,
    /// Whether no deductible comes off it.
    pub no_deductible: bool,
    /// Whether no limit bounds what is paid of it.
    pub no_limit: bool,
}

/// A part of an amount: how much, at which rate, and whether no limit bounds what is paid of it.
type Piece = (Money, Rate, bool);

/// An amount by what pays on it.
struct Divided {
    /// At rates of their own.
    own: Vec<(Money, ClassRate, bool)>,
    /// At a rate of its own or by the law.
    unsure: Money,
    /// By the law.
    rest: Money,
}

impl ReadyStep<'_> {
    /// Pays such parts of the bill at rates of their own. Only a step that pays shares of an amount can.
    pub fn pay_own_rates(&mut self, own: Vec<OwnRate>) {
        if own.iter().any(|own| own.rate.is_some() || own.no_limit) {
            self.own = own;
        }
    }

    /// A deductible spares such parts of the bill.
    pub fn spare(&mut self, own: &[OwnRate]) {
        self.own = own.iter().filter(|own| own.no_deductible).cloned().collect();
    }

    /// Whether it is a deductible that spares parts of the bill.
    #[must_use]
    pub fn spares(&self) -> bool {
        self.role() == Role::Deductible && !self.own.is_empty()
    }

    /// What is left of a part of the amount, where a share of all of it is borne first.
    #[must_use]
    pub fn leaves(&self, part: Interval) -> Interval {
        let at = |amount, end| self.law.apply(Flow::of(amount), end);
        Interval::new(at(part.low, End::Least), at(part.high, End::Most), part.trend.with(self.trend()))
    }

    /// What a deductible cannot take, at an end.
    fn spared(&self, amount: Money, end: End) -> Money {
        self.own.iter().fold(Money::ZERO, |sum, own| sum + end.of(&own.amount)).min(amount)
    }

    /// What comes out at one end of its numbers.
    #[must_use]
    pub fn apply(&self, flow: Flow, end: End) -> Money {
        if self.role() == Role::Limit && !flow.past_limits.is_zero() {
            let past = flow.past_limits;
            return self.law.apply(Flow { amount: flow.amount.less(past), ..flow }, end) + past;
        }
        if self.own.is_empty() {
            return self.law.apply(flow, end);
        }
        if self.role() == Role::Deductible {
            return self.law.apply(flow, end).max(self.spared(flow.amount, end));
        }
        let (pieces, unsure) = self.pieces(flow, end);
        pieces.iter().fold(unsure, |sum, (amount, rate, _)| sum + amount.share(*rate))
    }

    /// What it pays of parts that no limit bounds.
    fn paid_past_limits(&self, flow: Flow, end: End) -> Money {
        let (pieces, unsure) = self.pieces(flow, end);
        let may_be_past = self.own.iter().any(|own| own.no_limit);
        let past = pieces.iter().filter(|(.., is_past)| *is_past);
        past.fold(if may_be_past { unsure } else { Money::ZERO }, |sum, (amount, rate, _)| sum + amount.share(*rate))
    }

    /// What of the amount that comes out no limit bounds.
    #[must_use]
    pub fn past_limits(&self, flow: Flow, end: End, after: Money) -> Money {
        let past = match self.role() {
            Role::Share if !self.own.is_empty() => self.paid_past_limits(flow, end),
            Role::Share if !flow.past_limits.is_zero() => {
                self.law.apply(Flow { amount: flow.past_limits, ..flow }, end)
            }
            _ => flow.past_limits,
        };
        past.min(after)
    }

    /// The parts that are paid for sure, each with its rate, and what an unsure part brings. Of an amount that is only perhaps paid at its
    /// own rate, nothing is sure; more than all of it is never paid.
    fn pieces(&self, flow: Flow, end: End) -> (Vec<Piece>, Money) {
        let Divided { own, unsure, rest } = self.divide(flow.amount);
        let unsure = end.of(&Interval::new(Money::ZERO, unsure, Trend::FLAT));
        // Where the law jumps, what is unsure may bring it beyond the jump.
        let beyond = if self.law.may_jump() { unsure } else { Money::ZERO };
        let (apart, on_top): (Vec<_>, Vec<_>) = own.into_iter().partition(|(_, rate, _)| rate.kind == RateKind::Own);
        let top = on_top.iter().fold(Money::ZERO, |sum, (amount, ..)| sum + *amount);
        let mut by_law = self.law.shares(Flow { amount: rest + beyond + top, ..flow }, end).unwrap_or_default();
        let mut pieces: Vec<Piece> =
            apart.into_iter().map(|(amount, rate, is_past)| (amount, rate.number, is_past)).collect();
        pieces.extend(taken(&mut by_law, rest + beyond).map(|(amount, rate)| (amount, rate, false)));
        for (amount, rate, is_past) in on_top {
            pieces.extend(taken(&mut by_law, amount).map(|(amount, plain)| (amount, rate.beside(plain), is_past)));
        }
        (pieces, unsure)
    }

    fn divide(&self, amount: Money) -> Divided {
        let mut left = amount;
        let mut take = |most: Money| {
            let taken = most.min(left);
            left = left - taken;
            taken
        };
        // What was spared the deductible is still there as a whole: it stands first.
        let (first, then): (Vec<&OwnRate>, Vec<&OwnRate>) = self.own.iter().partition(|own| own.no_deductible);
        let (mut own, mut by_law) = (Vec::new(), Money::ZERO);
        for part in first.into_iter().chain(then) {
            let amount = take(part.amount.low);
            // Where no limit bounds a part at the programme's rate, it is told apart from the rest all the same.
            match part.rate.or(part.no_limit.then_some(ClassRate::PLAIN)) {
                Some(rate) => own.push((amount, rate, part.no_limit)),
                None => by_law = by_law + amount,
            }
        }
        let unsure = self.own.iter().fold(Money::ZERO, |sum, own| sum + take(own.amount.high - own.amount.low));
        Divided { own, unsure, rest: by_law + left }
    }

    /// How the amounts of such parts move what comes out: either way, for the rate of the rest may be higher or lower.
    pub(super) fn own_trend(&self) -> Trend {
        self.own.iter().fold(Trend::FLAT, |trend, own| trend.with(own.amount.trend.either_way()))
    }

    /// The step as it is recorded: every part with its rate.
    pub(super) fn worked_with_own_rates(&self, flow: Flow, end: End, step: Worked) -> Worked {
        if self.role() == Role::Deductible {
            return self.worked_sparing(flow, end, step);
        }
        let Divided { rest, .. } = self.divide(flow.amount);
        let rest = Flow { amount: rest, ..flow };
        let parts = self.pieces(flow, end).0.into_iter().map(|(amount, rate, _)| (amount, rate)).collect();
        // Of a rate that is better above an amount, the kind is hidden here.
        let took_second = self.law.explain(rest, end, step.clone()).kind != self.law.kind();
        Worked { kind: OWN_RATES, parts, took_second, ..step }
    }

    /// Where a deductible would take more than it may, the working tells what it takes.
    fn worked_sparing(&self, flow: Flow, end: End, step: Worked) -> Worked {
        let after = self.apply(flow, end);
        if after == self.law.apply(flow, end) {
            return self.law.explain(flow, end, step);
        }
        Worked { took_second: true, ..step.exactly("amount", flow.amount - after) }
    }
}

/// The lowest part of what is left of parts with their rates, so much of it. Parts of which nothing is taken stand there too.
fn taken(parts: &mut [(Money, Rate)], amount: Money) -> impl Iterator<Item = (Money, Rate)> {
    let mut left = amount;
    parts.iter_mut().map(move |(part, rate)| {
        let taken = left.min(*part);
        left = left - taken;
        *part = *part - taken;
        (taken, *rate)
    })
}

impl AnyLaw {
    /// Whether it pays shares of an amount, so that some parts can have a rate of their own.
    #[must_use]
    pub fn pays_shares(&self) -> bool {
        matches!(self, AnyLaw::Rate(_) | AnyLaw::Bands(_))
    }
}
