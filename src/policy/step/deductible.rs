//! `{"deductible": V, "per": "expense" | "year"}`: max(x − V, 0). In a year, V is less what was borne of it already.

use super::law::Origin;
use super::{
    Amount, Ask, Binding, Counter, Counts, End, Flow, Law, Prepared, Mechanism, Moves, Names, Number, Period, Role,
    StepKind, Worked,
};
use crate::money::Money;
use crate::policy::Unit;
use crate::json::reader::Members;
use crate::interval::Interval;

/// Takes `amount` off, at most all.
const EXPENSE: StepKind = StepKind::new("deductible", Role::Deductible).per(Period::Expense);
/// Takes `amount` off, at most all: what is not yet borne this year of the deductible.
const YEAR: StepKind = StepKind::new("deductible-year", Role::Deductible).per(Period::Year);

/// A deductible.
#[derive(Clone, Debug)]
pub struct Deductible {
    amount: Amount,
    /// Of a yearly one: what counts as borne.
    borne: Option<Counter>,
}

impl Mechanism for Deductible {
    const KEY: &'static str = "deductible";
    const MEMBERS: &'static [&'static str] = &["deductible", "per", "counter"];
    const ROLE: Role = Role::Deductible;
    const KINDS: &'static [StepKind] = &[EXPENSE, YEAR];
    type Law = Taken;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let amount = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let per = members.get("per").map_or(Some(0), |at| at.choice(&["expense", "year"]));
        let named = names.counter(members, &[Counts::Borne]);
        let own = || Counter::of_programmes(Counts::Borne, vec![names.own()]);
        let is_yearly = per? == 1;
        let borne = named?.or_else(|| is_yearly.then(own));
        Some(Deductible { amount: amount?, borne })
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.amount]
    }

    fn period(&self) -> Option<Period> {
        Some(if self.borne.is_some() { Period::Year } else { Period::Expense })
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Prepared<'c, Self, A> {
        let found = ask.number(&self.amount)?;
        if found.ends.is_none() {
            return Ok(None);
        }
        let borne = self.borne.as_ref().map_or(Interval::ZERO, |borne| ask.counter(borne));
        let amount = Number::lowers(found.money(Money::ZERO).less(borne));
        Ok(Some(Origin::of(&found, Taken { amount, kind: if self.borne.is_some() { YEAR } else { EXPENSE } })))
    }
}

/// An amount taken off.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    amount: Number<Interval>,
    kind: StepKind,
}

impl Law for Taken {
    fn kind(&self) -> StepKind {
        self.kind
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::once(&self.amount as &dyn Moves)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.less(self.amount.at(end))
    }

    fn binding(&self, _least: Money, most: Money) -> Binding {
        if most <= self.amount.interval.low { Binding::TakesAll } else { Binding::Sometimes }
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        step.exactly("amount", self.amount.at(end))
    }
}
