//! `{"allowance": V, "less": V, "per": "month" | "day", "split": {"carer": V}}`: (V − less) times the months or the days,
//! whatever goes in. What of it is the carer's is told in the working and pays nothing more.

use super::law::Origin;
use super::{
    Amount, Ask, Binding, Choice, CountInterval, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Period, Role, Start,
    StepKind, Worked,
};
use crate::json::Json;
use crate::money::Money;
use crate::policy::Unit;
use crate::json::reader::Members;
use crate::interval::Interval;
use crate::vocabulary::Fact;

/// `amount` a month times `months`.
const MONTH: StepKind = StepKind::new("allowance", Role::Grant).per(Period::Month);
/// `amount` a day times `days`.
const DAY: StepKind = StepKind::new("allowance-day", Role::Grant).per(Period::Day);

/// An amount a month or a day, without a bill.
#[derive(Clone, Debug)]
pub struct Allowance {
    amount: Amount,
    /// Taken off the amount first.
    less: Choice<Option<Amount>>,
    is_daily: bool,
    /// What of a month or a day is the carer's; the institution has the rest.
    carer: Option<Amount>,
}

impl Mechanism for Allowance {
    const KEY: &'static str = "allowance";
    const MEMBERS: &'static [&'static str] = &["allowance", "less", "per", "split"];
    const ROLE: Role = Role::Grant;
    const KINDS: &'static [StepKind] = &[MONTH, DAY];
    type Law = Regular;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let amount = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let less = members.get("less").map_or(Some(Choice::Fixed(None)), |at| {
            names.scope.choice(&at, &|at| match at.json {
                Json::String(text) if text == "none" => Some(None),
                _ => Amount::read(at, Unit::Money, names).map(Some),
            })
        });
        let is_daily = members.get("per").map_or(Some(false), |at| at.one_of(&[("month", false), ("day", true)]));
        let carer = members.get("split").map_or(Some(None), |at| {
            let carer = at.members(&["carer"])?.need("carer")?;
            Amount::read(&carer, Unit::Money, names).map(Some)
        });
        Some(Allowance { amount: amount?, less: less?, is_daily: is_daily?, carer: carer? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        std::iter::once(&self.amount).chain(self.less.all().iter().flatten()).chain(&self.carer).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        vec![if self.is_daily { Fact::days() } else { Fact::months() }]
    }

    fn period(&self) -> Option<Period> {
        Some(if self.is_daily { Period::Day } else { Period::Month })
    }

    /// It needs no bill.
    fn start<'c, A: Ask<'c>>(&self, _ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(Start::from(Interval::ZERO, false, Vec::new())))
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.amount)?;
        let less = ask.choice(&self.less)?.as_ref().map(|less| ask.number(less)).transpose()?;
        let amount = found.money(Money::ZERO).less(less.map_or(Interval::ZERO, |less| less.money(Money::ZERO)));
        let (kind, times) = if self.is_daily { (DAY, ask.days()) } else { (MONTH, ask.months()) };
        // Only the working tells it, and only where it is known: it decides no amount.
        let carer = self.carer.as_ref().filter(|_| ask.wants_working()).and_then(|carer| ask.number(carer).ok());
        let carer = carer.map(|carer| carer.money(Money::ZERO)).filter(|carer| carer.is_exact()).map(|carer| carer.low);
        let law = Regular { amount: Number::raises(amount), times: Number::raises(times), kind, carer };
        Ok(Some(Origin::of(&found, law)))
    }
}

/// So much a month or a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Regular {
    amount: Number<Interval>,
    times: Number<CountInterval>,
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
        let step = step.exactly("amount", amount).arg(if self.kind == DAY { "days" } else { "months" }, times);
        let Some(carer) = self.carer.map(|carer| carer.min(amount)) else { return step };
        step.exactly("carer", carer.times(times)).exactly("institution", amount.less(carer).times(times))
    }
}
