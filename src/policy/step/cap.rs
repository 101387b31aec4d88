//! `{"cap": V, "per": "expense" | "year" | "month", "counts": …}`: min(x, V). In a year, V is less what was paid already;
//! by the month, it is V times the months.

use super::law::Origin;
use super::{
    Amount, Ask, Binding, Choice, Counter, Counts, End, Flow, Law, Prepared, Mechanism, Moves, Names, Number, Period,
    Role, StepKind, Worked, YearLimit,
};
use crate::json::Json;
use crate::money::Money;
use crate::policy::Unit;
use crate::json::reader::{Members, Node};
use crate::interval::Interval;
use crate::vocabulary::Fact;

/// At most `amount`.
const EXPENSE: StepKind = StepKind::new("cap", Role::Limit).per(Period::Expense);
/// At most `amount`, what is left of the yearly cap.
const YEAR: StepKind = StepKind::new("cap-year", Role::Limit).per(Period::Year);
/// At most `amount`, so much a month times `months`.
const MONTH: StepKind = StepKind::new("cap-month", Role::Limit).per(Period::Month);

/// A limit of what is paid.
#[derive(Clone, Debug)]
pub struct Cap {
    limit: Amount,
    per: Period,
    /// What uses up a yearly limit.
    used: Choice<Counter>,
    /// The programme's own place in its file.
    own: usize,
}

impl Mechanism for Cap {
    const KEY: &'static str = "cap";
    const MEMBERS: &'static [&'static str] = &["cap", "per", "counts", "counter"];
    const ROLE: Role = Role::Limit;
    const KINDS: &'static [StepKind] = &[EXPENSE, YEAR, MONTH];
    type Law = Limit;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let limit = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let times = [("expense", Period::Expense), ("year", Period::Year), ("month", Period::Month)];
        let per = members.need("per").and_then(|at| at.one_of(&times));
        let own = names.own();
        let used = match members.get("counts") {
            Some(at) => names.scope.choice(&at, &|at| counted(at, names)),
            None => Some(Choice::Fixed(Counter::of_programmes(Counts::Paid, vec![own]))),
        };
        let named = names.counter(members, &[Counts::Paid, Counts::Eligible]);
        let used = match named? {
            Some(counter) => Choice::Fixed(counter),
            None => used?,
        };
        Some(Cap { limit: limit?, per: per?, used, own })
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.limit]
    }

    fn facts(&self) -> Vec<Fact> {
        if self.per == Period::Month { vec![Fact::months()] } else { Vec::new() }
    }

    fn period(&self) -> Option<Period> {
        Some(self.per)
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Prepared<'c, Self, A> {
        let found = ask.number(&self.limit)?;
        if found.ends.is_none() {
            return Ok(None);
        }
        let whole = found.money(Money::NO_LIMIT);
        let limit = |kind, limit| Limit { limit: Number::raises(limit), kind, months: None, year: None };
        let law = match self.per {
            Period::Expense => limit(EXPENSE, whole),
            Period::Year => {
                let counter = ask.choice(&self.used)?;
                let used = ask.counter(counter);
                // A limit of eligible cost is none of payments.
                let is_of_payments = counter.counts == Counts::Paid;
                let year = YearLimit { whole, used, is_own: counter.is_of_only(self.own) };
                Limit { year: is_of_payments.then_some(year), ..limit(YEAR, year.left()) }
            }
            Period::Month => {
                let months = ask.months();
                let low_high = (whole.low.times(months.low), whole.high.times(months.high));
                let product = Interval::new(low_high.0, low_high.1, whole.trend.with(months.trend));
                Limit { months: months.exact(), ..limit(MONTH, product) }
            }
        };
        Ok(Some(Origin::of(&found, law)))
    }
}

/// `"own"`, one programme, or a list of programmes: their payments use up the limit beside the programme's own.
fn counted(node: &Node, names: &Names) -> Option<Counter> {
    let own = names.own();
    let others = match node.json {
        Json::String(text) if text == "own" => Vec::new(),
        Json::String(_) => vec![names.scope.programme(node)?],
        _ => node.each(&|item| names.scope.programme(item))?,
    };
    let programmes = std::iter::once(own).chain(others.into_iter().filter(|other| *other != own)).collect();
    Some(Counter::of_programmes(Counts::Paid, programmes))
}

/// A limit with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    limit: Number<Interval>,
    kind: StepKind,
    months: Option<i64>,
    year: Option<YearLimit>,
}

impl Law for Limit {
    fn kind(&self) -> StepKind {
        self.kind
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::once(&self.limit as &dyn Moves)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.min(self.limit.at(end))
    }

    fn binding(&self, least: Money, most: Money) -> Binding {
        let Interval { low, high, .. } = self.limit.interval;
        if high <= least {
            Binding::Always
        } else if most <= low {
            Binding::Never
        } else {
            Binding::Sometimes
        }
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        let step = step.exactly("amount", self.limit.at(end));
        match self.months {
            Some(months) => step.arg("months", months),
            None => step,
        }
    }

    fn year_limit(&self) -> Option<YearLimit> {
        self.year
    }
}
