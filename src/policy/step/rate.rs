//! `{"rate": V, "raise": {"value": V, "how": …, "when": test}}`: x · V, where V may be raised, never above 1.

use super::elsewhere::points_off;
use super::law::Origin;
use super::{
    Amount, Ask, Choice, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Role, StepKind, Worked,
};
use crate::money::{self, Money};
use crate::policy::read_test::read_test;
use crate::policy::{Test, Unit};
use crate::json::reader::{Members, Node};
use crate::interval::RateInterval;
use crate::vocabulary::Fact;

/// Multiplies by `rate`.
const RATE: StepKind = StepKind::new("rate", Role::Share);
/// Multiplies by `rate`, which is `from` raised by `by`.
const RAISED: StepKind = StepKind::new("rate-raised", Role::Share);

/// A rate.
#[derive(Clone, Debug)]
pub struct Rate {
    rate: Amount,
    raise: Option<Raise>,
}

#[derive(Clone, Debug)]
struct Raise {
    value: Amount,
    how: Choice<How>,
    when: Option<Test>,
}

#[derive(Clone, Copy, Debug)]
enum How {
    /// 0.70 and 0.05 give 0.75.
    Points,
    /// 0.70 and 0.05 give 0.735.
    Relative,
}

impl Mechanism for Rate {
    const KEY: &'static str = "rate";
    const MEMBERS: &'static [&'static str] = &["rate", "raise"];
    const ROLE: Role = Role::Share;
    const KINDS: &'static [StepKind] = &[RATE, RAISED];
    type Law = Share;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let rate = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Rate, names));
        let raise = members.get("raise").map_or(Some(None), |at| raise(&at, names).map(Some));
        Some(Rate { rate: rate?, raise: raise? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        std::iter::once(&self.rate).chain(self.raise.iter().map(|raise| &raise.value)).collect()
    }

    fn tests(&self) -> Vec<&Test> {
        self.raise.iter().filter_map(|raise| raise.when.as_ref()).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        vec![Fact::self_paid(), Fact::advance()]
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.rate)?;
        let plain = found.rate();
        let raise = match &self.raise {
            Some(raise) if raise.when.as_ref().map_or(Ok(true), |when| ask.holds(when))? => raise,
            _ => {
                let (found, rate) = points_off(ask, found, plain)?;
                return Ok(Some(Origin::of(&found, Share { rate: Number::raises(rate), raised: None })));
            }
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
        let raised = rate;
        let (found, rate) = points_off(ask, found, raised)?;
        let raised = (rate == raised).then_some((plain.low, by.low));
        Ok(Some(Origin::of(&found, Share { rate: Number::raises(rate), raised })))
    }
}

fn raise(node: &Node, names: &Names) -> Option<Raise> {
    let members = node.members(&["value", "how", "when"])?;
    let value = members.need("value").and_then(|at| Amount::read(&at, Unit::Rate, names));
    let ways = [("points", How::Points), ("relative", How::Relative)];
    let how = members.need("how").and_then(|at| names.scope.choice_of(&at, &ways));
    let when = members.get("when").map_or(Some(None), |at| read_test(&at, names.scope).map(Some));
    Some(Raise { value: value?, how: how?, when: when? })
}

/// A share of the amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    rate: Number<RateInterval>,
    /// The rate before it was raised, and by how much.
    raised: Option<(money::Rate, money::Rate)>,
}

impl Law for Share {
    fn kind(&self) -> StepKind {
        if self.raised.is_some() { RAISED } else { RATE }
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::once(&self.rate as &dyn Moves)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.share(self.rate.at(end))
    }

    fn shares(&self, flow: Flow, end: End) -> Option<Vec<(Money, money::Rate)>> {
        Some(vec![(flow.amount, self.rate.at(end))])
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        let step = step.arg("rate", self.rate.at(end));
        match self.raised {
            None => step,
            Some((from, by)) => step.arg("from", from).arg("by", by),
        }
    }
}
