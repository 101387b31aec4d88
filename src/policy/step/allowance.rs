//! `{"allowance": V, "less": V}`: (V − less) times the months, whatever goes in.

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
const ALLOWANCE: StepKind = StepKind::new("allowance", Role::Grant).per(Period::Month);

/// An amount a month, without a bill.
#[derive(Clone, Debug)]
pub struct Allowance {
    amount: Amount,
    /// Taken off the amount first.
    less: Choice<Option<Amount>>,
}

impl Mechanism for Allowance {
    const KEY: &'static str = "allowance";
    const MEMBERS: &'static [&'static str] = &["allowance", "less"];
    const ROLE: Role = Role::Grant;
    const KINDS: &'static [StepKind] = &[ALLOWANCE];
    type Law = Monthly;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let amount = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let less = members.get("less").map_or(Some(Choice::Fixed(None)), |at| {
            names.scope.choice(&at, &|at| match at.json {
                Json::String(text) if text == "none" => Some(None),
                _ => Amount::read(at, Unit::Money, names).map(Some),
            })
        });
        Some(Allowance { amount: amount?, less: less? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        std::iter::once(&self.amount).chain(self.less.all().iter().flatten()).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        vec![Fact::months()]
    }

    fn period(&self) -> Option<Period> {
        Some(Period::Month)
    }

    /// It needs no bill.
    fn start<'c, A: Ask<'c>>(&self, _ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(Start::from(Interval::ZERO, false, Vec::new())))
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.amount)?;
        let less = ask.choice(&self.less)?.as_ref().map(|less| ask.number(less)).transpose()?;
        let monthly = found.money(Money::ZERO).less(less.map_or(Interval::ZERO, |less| less.money(Money::ZERO)));
        let law = Monthly { monthly: Number::raises(monthly), months: Number::raises(ask.months()) };
        Ok(Some(Origin::of(&found, law)))
    }
}

/// So much a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Monthly {
    monthly: Number<Interval>,
    months: Number<CountInterval>,
}

impl Law for Monthly {
    fn kind(&self) -> StepKind {
        ALLOWANCE
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        [&self.monthly as &dyn Moves, &self.months].into_iter()
    }

    fn apply(&self, _flow: Flow, end: End) -> Money {
        self.monthly.at(end).times(self.months.at(end))
    }

    fn binding(&self, _least: Money, _most: Money) -> Binding {
        Binding::Always
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        step.exactly("amount", self.monthly.at(end)).arg("months", self.months.at(end))
    }
}
