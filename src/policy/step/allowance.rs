//! `{"allowance": V, "less": V, "per": "month" | "day" | "expense", "split": {"carer": V}}`: (V − less) times the months or the
//! days, or once for a bill, whatever goes in. What of it is the carer's is told in the working and pays nothing more.

use super::law::NamedLaw;
use super::{
    Amount, Ask, Binding, Choice, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Period, Role, Start, StepKind,
    Worked,
};
use crate::interval::{CountInterval, Interval};
use crate::json::Json;
use crate::json::reader::Members;
use crate::money::Money;
use crate::policy::Unit;
use crate::vocabulary::Fact;

/// `amount` a month times `months`.
const MONTH: StepKind = StepKind::new("allowance", Role::Grant).per(Period::Month);
/// `amount` a day times `days`.
const DAY: StepKind = StepKind::new("allowance-day", Role::Grant).per(Period::Day);
/// `amount`, once.
const ONCE: StepKind = StepKind::new("allowance-expense", Role::Grant).per(Period::Expense);

/// How often the amount is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    Months,
    Days,
    Once,
}

/// How often an allowance is paid, by name.
pub const ALLOWANCE_TIMES: [(&str, Times); 3] =
    [("month", Times::Months), ("day", Times::Days), ("expense", Times::Once)];

impl Times {
    fn kind(self) -> StepKind {
        match self {
            Times::Months => MONTH,
            Times::Days => DAY,
            Times::Once => ONCE,
        }
    }
}

/// An amount a month, a day or a bill, whatever was billed.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowance {
    amount: Amount,
    /// Taken off the amount first.
    less: Choice<Option<Amount>>,
    times: Times,
    /// What of a month or a day is the carer's; the institution has the rest.
    carer: Option<Amount>,
}

impl Mechanism for Allowance {
    const KEY: &'static str = "allowance";
    const MEMBERS: &'static [&'static str] = &["allowance", "less", "per", "split"];
    const ROLE: Role = Role::Grant;
    const KINDS: &'static [StepKind] = &[MONTH, DAY, ONCE];
    type Law = Regular;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let amount = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let less = members.get("less").map_or(Some(Choice::Fixed(None)), |at| {
            names.scope.choice(&at, &|at| match at.json {
                Json::String(text) if text == "none" => Some(None),
                _ => Amount::read(at, Unit::Money, names).map(Some),
            })
        });
        let times = members.get("per").map_or(Some(Times::Months), |at| at.one_of(&ALLOWANCE_TIMES));
        let carer =
            members.optional("split", |at| Amount::read(&at.members(&["carer"])?.need("carer")?, Unit::Money, names));
        Some(Allowance { amount: amount?, less: less?, times: times?, carer: carer? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        std::iter::once(&self.amount).chain(self.less.all().iter().flatten()).chain(&self.carer).collect()
    }

    fn is_uneven(&self) -> bool {
        self.less.all().iter().any(Option::is_some)
    }

    fn facts(&self) -> Vec<Fact> {
        match self.times {
            Times::Months => vec![Fact::months()],
            Times::Days => vec![Fact::days()],
            Times::Once => Vec::new(),
        }
    }

    /// It needs no bill.
    fn start<'c, A: Ask<'c>>(&self, _ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(Start::from(Interval::ZERO, false, Vec::new())))
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.amount)?;
        let less = ask.choice(&self.less)?.as_ref().map(|less| ask.number(less)).transpose()?;
        let amount = found.money(Money::ZERO).less(less.map_or(Interval::ZERO, |less| less.money(Money::ZERO)));
        let times = match self.times {
            Times::Months => ask.months(),
            Times::Days => ask.days(),
            Times::Once => once(ask.stay_paid()),
        };
        if times.known() == Some(0) && self.times == Times::Once {
            return Ok(None);
        }
        // Only the working tells it, and only where it is known: it decides no amount.
        let carer = self.carer.as_ref().filter(|_| ask.wants_working()).and_then(|carer| ask.number(carer).ok());
        let carer = carer.map(|carer| carer.money(Money::ZERO)).filter(|carer| carer.is_exact()).map(|carer| carer.low);
        let law =
            Regular { amount: Number::raises(amount), times: Number::raises(times), kind: self.times.kind(), carer };
        Ok(Some(NamedLaw::of(&found, law)))
    }
}

/// Once for a stay, in however many parts it is billed: not where an earlier part brought it already.
fn once(paid_before: Interval) -> CountInterval {
    let (low, high) = (paid_before.high == Money::ZERO, paid_before.low == Money::ZERO);
    CountInterval::new(i64::from(low), i64::from(high), paid_before.trend.reversed().beside(high))
}

/// So much a month, a day or a bill.
#[derive(Clone, Debug, PartialEq)]
pub struct Regular {
    amount: Number,
    times: Number<i64>,
    kind: StepKind,
    carer: Option<Money>,
}

impl Law for Regular {
    fn kind(&self) -> StepKind {
        self.kind
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        [&self.amount as &dyn Moves, &self.times].into_iter()
    }

    fn apply(&self, _flow: Flow, end: End) -> Money {
        self.amount.at(end).times(self.times.at(end))
    }

    fn binding(&self, _least: Money, _most: Money) -> Binding {
        Binding::Always
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        let (amount, times) = (self.amount.at(end), self.times.at(end));
        let step = step.exactly("amount", amount);
        let step = match self.kind {
            MONTH => step.arg("months", times),
            DAY => step.arg("days", times),
            _ => step,
        };
        let Some(carer) = self.carer.map(|carer| carer.min(amount)) else { return step };
        step.exactly("carer", carer.times(times)).exactly("institution", amount.less(carer).times(times))
    }
}
