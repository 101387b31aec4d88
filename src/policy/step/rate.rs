//! `{"rate": V, "raise": {"value": V, "how": …, "when": test}, "better": {"above": V, "rate": V}}`: x · V, where V may be
//! raised, never above 1. Where x exceeds `above`, the better rate holds for the whole of x: there the payment jumps.

use super::elsewhere::points_off;
use super::law::NamedLaw;
use super::{Amount, Ask, Choice, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Role, StepKind, Worked};
use crate::interval::RateInterval;
use crate::json::reader::{Members, Node};
use crate::money::{self, Money};
use crate::policy::read_test::read_test;
use crate::policy::{Test, Unit};
use crate::vocabulary::Fact;

/// Multiplies by `rate`.
const RATE: StepKind = StepKind::new("rate", Role::Share);
/// Multiplies by `rate`, which is `from` raised by `by`.
const RAISED: StepKind = StepKind::new("rate-raised", Role::Share);
/// Multiplies by the better `rate`, because the amount exceeds `above`.
const BETTER: StepKind = StepKind::new("rate-better", Role::Share);

/// A rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    rate: Amount,
    raise: Option<Raise>,
    better: Option<Better>,
}

/// Another rate for an amount that exceeds a limit.
#[derive(Clone, Debug, PartialEq)]
struct Better {
    above: Amount,
    rate: Amount,
}

#[derive(Clone, Debug, PartialEq)]
struct Raise {
    value: Amount,
    how: Choice<How>,
    when: Option<Test>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    /// 0.70 and 0.05 give 0.75.
    Points,
    /// 0.70 and 0.05 give 0.735.
    Relative,
}

/// How a rate is raised, by name.
pub const RAISES: [(&str, How); 2] = [("points", How::Points), ("relative", How::Relative)];

impl Mechanism for Rate {
    const KEY: &'static str = "rate";
    const MEMBERS: &'static [&'static str] = &["rate", "raise", "better"];
    const ROLE: Role = Role::Share;
    const KINDS: &'static [StepKind] = &[RATE, RAISED, BETTER];
    type Law = Share;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let rate = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Rate, names));
        let raise = members.optional("raise", |at| raise(at, names));
        let better = members.optional("better", |at| better(at, names));
        Some(Rate { rate: rate?, raise: raise?, better: better? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        let better = self.better.iter().flat_map(|better| [&better.above, &better.rate]);
        std::iter::once(&self.rate).chain(self.raise.iter().map(|raise| &raise.value)).chain(better).collect()
    }

    /// A better rate is no less than the other one.
    fn is_uneven(&self) -> bool {
        self.better.is_some()
    }

    fn tests(&self) -> Vec<&Test> {
        self.raise.iter().filter_map(|raise| raise.when.as_ref()).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        vec![Fact::self_paid(), Fact::advance()]
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.rate)?;
        let (rate, raised) = self.raised(ask, found.rate())?;
        let better = self.better.as_ref().map(|better| better.ready(ask, rate)).transpose()?;
        let (found, less) = points_off(ask, found, rate)?;
        // Where points come off it, the rate is no longer what the raise made of it.
        let (rate, raised) = (less, raised.filter(|_| less == rate));
        Ok(Some(NamedLaw::of(&found, Share { rate: Number::raises(rate), raised, better })))
    }
}

/// A rate, with what it was and by how much it was raised.
type Raised = (RateInterval, Option<(money::Rate, money::Rate)>);

impl Rate {
    fn raised<'c, A: Ask<'c>>(&self, ask: &A, plain: RateInterval) -> Result<Raised, A::Stop> {
        let raise = match &self.raise {
            Some(raise) if raise.when.as_ref().map_or(Ok(true), |when| ask.holds(when))? => raise,
            _ => return Ok((plain, None)),
        };
        let by = ask.number(&raise.value)?.rate();
        let how = *ask.choice(&raise.how)?;
        let raised = |rate: money::Rate, by: money::Rate| match how {
            How::Points => rate.raised_by_points(by),
            How::Relative => rate.raised_relatively(by),
        };
        let rate = RateInterval {
            low: raised(plain.low, by.low),
            high: raised(plain.high, by.high),
            trend: plain.trend.with(by.trend),
        };
        Ok((rate, Some((plain.low, by.low))))
    }
}

impl Better {
    /// A better rate is never below the other one.
    fn ready<'c, A: Ask<'c>>(&self, ask: &A, other: RateInterval) -> Result<Exceeding, A::Stop> {
        let above = ask.number(&self.above)?.money(Money::NO_LIMIT);
        let own = ask.number(&self.rate)?.rate();
        let (low, high) = (own.low.max(other.low), own.high.max(other.high));
        let trend = own.trend.with(other.trend).beside(own.low < other.low).between(&low, &high);
        Ok(Exceeding { above: Number::lowers(above), rate: Number::raises(RateInterval { low, high, trend }) })
    }
}

fn better(node: &Node, names: &Names) -> Option<Better> {
    let members = node.members(&["above", "rate"])?;
    let above = members.need("above").and_then(|at| Amount::read(&at, Unit::Money, names));
    let rate = members.need("rate").and_then(|at| Amount::read(&at, Unit::Rate, names));
    Some(Better { above: above?, rate: rate? })
}

fn raise(node: &Node, names: &Names) -> Option<Raise> {
    let members = node.members(&["value", "how", "when"])?;
    let value = members.need("value").and_then(|at| Amount::read(&at, Unit::Rate, names));
    let how = members.need("how").and_then(|at| names.scope.choice_of(&at, &RAISES));
    let when = members.optional("when", |at| read_test(at, names.scope));
    Some(Raise { value: value?, how: how?, when: when? })
}

/// A share of the amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    rate: Number<money::Rate>,
    /// The rate before it was raised, and by how much.
    raised: Option<(money::Rate, money::Rate)>,
    better: Option<Exceeding>,
}

/// The rate of an amount that exceeds a limit.
#[derive(Clone, Debug, PartialEq)]
struct Exceeding {
    above: Number,
    rate: Number<money::Rate>,
}

impl Share {
    /// The rate at an end, and the limit that the amount exceeds.
    fn of(&self, amount: Money, end: End) -> (money::Rate, Option<Money>) {
        let exceeded = self.better.as_ref().filter(|better| amount > better.above.at(end));
        exceeded.map_or((self.rate.at(end), None), |better| (better.rate.at(end), Some(better.above.at(end))))
    }
}

impl Law for Share {
    fn kind(&self) -> StepKind {
        if self.raised.is_some() { RAISED } else { RATE }
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        let better = self.better.iter().flat_map(|better| [&better.above as &dyn Moves, &better.rate]);
        std::iter::once(&self.rate as &dyn Moves).chain(better)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.share(self.of(flow.amount, end).0)
    }

    fn shares(&self, flow: Flow, end: End) -> Option<Vec<(Money, money::Rate)>> {
        Some(vec![(flow.amount, self.of(flow.amount, end).0)])
    }

    fn may_jump(&self) -> bool {
        self.better.is_some()
    }

    fn jumps(&self, least: Money, most: Money) -> bool {
        let limit = self.better.as_ref().map(|better| better.above.interval);
        limit.is_some_and(|limit| least <= limit.high && limit.low < most)
    }

    /// A jump brings more than the same addition beyond it.
    fn is_convex(&self) -> bool {
        self.better.is_none()
    }

    fn explain(&self, flow: Flow, end: End, step: Worked) -> Worked {
        let (rate, exceeded) = self.of(flow.amount, end);
        let step = step.arg("rate", rate);
        match (exceeded, self.raised) {
            (Some(above), _) => Worked { kind: BETTER, ..step.exactly("above", above) },
            (None, None) => step,
            (None, Some((from, by))) => step.arg("from", from).arg("by", by),
        }
    }
}
