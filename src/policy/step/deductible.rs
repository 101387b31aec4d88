//! `{"deductible": V, "per": …, "counter": …, "most_a_year": V}`: max(x − V, 0). In a year, a quarter or a calendar month,
//! V is less what was borne of it already; with a most a year, it is no more than what the year has not yet borne of that.

use super::law::NamedLaw;
use super::{
    Amount, Ask, Binding, Counter, Counts, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Per, Period, Role,
    StepKind, TIMES, Worked,
};
use crate::interval::Interval;
use crate::json::reader::Members;
use crate::money::Money;
use crate::policy::Unit;

/// Takes `amount` off, at most all.
const EXPENSE: StepKind = StepKind::new("deductible", Role::Deductible).per(Period::Expense);
/// Takes `amount` off, at most all: what is not yet borne this year of the deductible.
const YEAR: StepKind = StepKind::new("deductible-year", Role::Deductible).per(Period::Year);
/// The same of a shorter time.
const SPAN: StepKind = StepKind::new("deductible-period", Role::Deductible);
/// Takes `amount` off, at most all: the deductible, or the rest of the most a year.
const MOST: StepKind = StepKind::new("deductible-most", Role::Deductible).per(Period::Year);

/// A deductible.
#[derive(Clone, Debug, PartialEq)]
pub struct Deductible {
    amount: Amount,
    /// The most that is borne of it in a year; without it, a counted deductible is itself the most.
    most: Option<Amount>,
    /// What counts as borne; none where it bites on every expense anew.
    borne: Option<Counter>,
    /// Its place in the benefit.
    place: usize,
}

impl Mechanism for Deductible {
    const KEY: &'static str = "deductible";
    const MEMBERS: &'static [&'static str] = &["deductible", "per", "counter", "most_a_year"];
    const ROLE: Role = Role::Deductible;
    const KINDS: &'static [StepKind] = &[EXPENSE, YEAR, SPAN, MOST];
    type Law = Taken;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let amount = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let most = members.optional("most_a_year", |at| Amount::read(at, Unit::Money, names));
        // A most a year counts the year's; what it bites on is every expense.
        let of_most = [("expense", Some(Per::Year)), ("year", Some(Per::Year))];
        let times: &[_] = if members.has("most_a_year") { &of_most } else { &TIMES };
        let borne = names.counted(members, &[Counts::Borne], times)?;
        Some(Deductible { amount: amount?, most: most?, borne, place: names.step })
    }

    fn amounts(&self) -> Vec<&Amount> {
        self.most.iter().chain([&self.amount]).collect()
    }

    fn counters(&self) -> Vec<&Counter> {
        self.borne.iter().collect()
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.amount)?;
        let found = ask.deductible_elsewhere()?.unwrap_or(found);
        if found.number.is_none() {
            return Ok(None);
        }
        let most = self.most.as_ref().map(|most| ask.number(most)).transpose()?;
        let borne = self.borne.as_ref().map_or(Interval::ZERO, |borne| ask.counter(borne));
        let plain = found.money(Money::ZERO);
        // Every part of a stay has its own level's deductible, less what earlier parts bore of theirs.
        let is_counted = self.borne.is_some() && most.is_none();
        let whole = if is_counted { plain } else { plain.less(ask.stay_borne(Some(self.place))) };
        let rest = most.as_ref().map(|most| most.money(Money::NO_LIMIT).less(borne));
        let (kind, amount) = match (&self.borne, rest) {
            (_, Some(rest)) => (MOST, whole.min(rest)),
            (Some(counter), None) if counter.per != Per::Year => (SPAN.per(counter.per.period()), whole.less(borne)),
            (Some(_), None) => (YEAR, whole.less(borne)),
            (None, None) if whole != plain => (SPAN.per(Period::Stay), whole),
            (None, None) => (EXPENSE, whole),
        };
        let is_rest = rest.is_some_and(|rest| rest.low < whole.low);
        Ok(Some(NamedLaw::of(&found, Taken { amount: Number::lowers(amount), kind, is_rest })))
    }
}

/// An amount taken off.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    amount: Number,
    kind: StepKind,
    /// Whether it is what the year has not yet borne, where nothing is open.
    is_rest: bool,
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
        Worked { took_second: self.is_rest, ..step.exactly("amount", self.amount.at(end)) }
    }
}
