//! `{"cap": V, "per": "expense" | "year" | "quarter" | "calendar_month" | "month" | "day", "counts": …}`: min(x, V). In a
//! year, a quarter or a calendar month, V is less what was paid already; by the month of care, it is V times the months, by
//! the day, V times the days.

use super::law::NamedLaw;
use super::{
    Amount, Ask, Binding, Choice, Counter, CounterId, Counts, End, Flow, Law, Made, Mechanism, Moves, Names, Number,
    Of, Per, Period, Role, StepKind, TIMES, Worked, YearLimit,
};
use crate::interval::{CountInterval, Interval};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::Money;
use crate::policy::Unit;
use crate::vocabulary::Fact;

/// At most `amount`.
const EXPENSE: StepKind = StepKind::new("cap", Role::Limit).per(Period::Expense);
/// At most `amount`, what is left of the yearly cap.
const YEAR: StepKind = StepKind::new("cap-year", Role::Limit).per(Period::Year);
/// The same of a shorter time.
const SPAN: StepKind = StepKind::new("cap-period", Role::Limit);
/// At most `amount`, so much a month times `months`.
const MONTH: StepKind = StepKind::new("cap-month", Role::Limit).per(Period::Month);
/// At most `amount`, so much a day times `days`.
const DAY: StepKind = StepKind::new("cap-day", Role::Limit).per(Period::Day);

/// A limit of what is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Cap {
    limit: Amount,
    time: Time,
    /// The programme's own place in its file.
    own: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Time {
    /// One expense.
    Expense,
    /// By the month of care.
    Months,
    /// By the day, in bed or of care.
    Days,
    /// What was counted uses it up.
    Counted(Choice<Counter>),
}

/// The times of a limit that nothing uses up, by name.
pub const BY_CARE: [(&str, Time); 2] = [("month", Time::Months), ("day", Time::Days)];

impl Mechanism for Cap {
    const KEY: &'static str = "cap";
    const MEMBERS: &'static [&'static str] = &["cap", "per", "counts", "counter"];
    const ROLE: Role = Role::Limit;
    const KINDS: &'static [StepKind] = &[EXPENSE, YEAR, SPAN, MONTH, DAY];
    type Law = Limit;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let limit = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Money, names));
        let time = time(members, names);
        Some(Cap { limit: limit?, time: time?, own: names.own() })
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.limit]
    }

    fn facts(&self) -> Vec<Fact> {
        match self.time {
            Time::Months => vec![Fact::months()],
            Time::Days => vec![Fact::days()],
            Time::Expense | Time::Counted(_) => Vec::new(),
        }
    }

    fn counters(&self) -> Vec<&Counter> {
        match &self.time {
            Time::Counted(used) => used.all().iter().collect(),
            Time::Expense | Time::Months | Time::Days => Vec::new(),
        }
    }

    fn period(&self) -> Option<Period> {
        let counted = self.counters().first().map(|counter| counter.per.period());
        Some(counted.unwrap_or(match self.time {
            Time::Months => Period::Month,
            Time::Days => Period::Day,
            Time::Expense | Time::Counted(_) => Period::Expense,
        }))
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.limit)?;
        if found.number.is_none() {
            return Ok(None);
        }
        let whole = found.money(Money::NO_LIMIT);
        let limit =
            |kind, limit| Limit { limit: Number::raises(limit), kind, times: None, year: None, is_counted: false };
        let times = |kind, name, count: CountInterval| {
            let product =
                Interval::new(whole.low.times(count.low), whole.high.times(count.high), whole.trend.with(count.trend));
            Limit { times: count.known().map(|count| (name, count)), ..limit(kind, product) }
        };
        let law = match &self.time {
            Time::Expense => limit(EXPENSE, whole),
            Time::Counted(used) => {
                let counter = ask.choice(used)?;
                let used = ask.counter(counter);
                // A limit of eligible cost is none of payments.
                let is_of_payments = counter.counts == Counts::Paid;
                if counter.per != Per::Year {
                    let law = limit(SPAN.per(counter.per.period()), whole.less(used));
                    Limit { is_counted: is_of_payments, ..law }
                } else {
                    let (is_own, holds_own) = (counter.is_of_only(self.own), counter.holds_all_of(self.own));
                    let year = YearLimit { whole, used, is_own, holds_own };
                    let law = limit(YEAR, year.left());
                    let year = is_of_payments.then_some(year);
                    Limit { year, is_counted: is_of_payments, ..law }
                }
            }
            Time::Months => times(MONTH, "months", ask.months()),
            Time::Days => times(DAY, "days", ask.days()),
        };
        Ok(Some(NamedLaw::of(&found, law)))
    }
}

/// What the limit is of: one expense, the months of care, or what a counter holds.
fn time(members: &Members, names: &Names) -> Option<Time> {
    if !members.has("counter") {
        members.need("per")?;
    }
    let by = |name: &str| members.get("per").is_some_and(|at| matches!(at.json, Json::String(text) if text == name));
    if let Some((_, time)) = BY_CARE.into_iter().find(|(name, _)| by(name)) {
        // So many months or days are given: nothing uses them up.
        let stray = ["counts", "counter"].into_iter().find_map(|key| Some((key, members.get(key)?)));
        return match stray {
            Some((key, at)) => at.refuse(Code::UnknownKey, &[("key", key), ("known", "cap, per")]),
            None => Some(time),
        };
    }
    // "month" and "day" are times as well; they were told apart above.
    let times = [TIMES.as_slice(), &BY_CARE.map(|(name, _)| (name, None))].concat();
    let counter = names.counted(members, &[Counts::Paid, Counts::Eligible, Counts::Base], &times)?;
    match (counter, members.get("counts")) {
        (None, Some(at)) => at.refuse(Code::UnknownKey, &[("key", "counts"), ("known", "cap, per")]),
        (None, None) => Some(Time::Expense),
        (Some(counter), None) => Some(Time::Counted(Choice::Fixed(counter))),
        (Some(counter), Some(at)) => names.scope.choice(&at, &|at| counted(at, names, &counter)).map(Time::Counted),
    }
}

/// `"own"`, one programme, or a list of programmes: their payments use up the limit beside the programme's own.
fn counted(node: &Node, names: &Names, counter: &Counter) -> Option<Counter> {
    let own = names.own();
    let others = match node.json {
        Json::String(text) if text == "own" => Vec::new(),
        Json::String(_) => vec![names.scope.programme(node)?],
        _ => node.each(&|item| names.scope.programme(item))?,
    };
    // A counter with a name says itself whose payments it counts.
    if matches!(counter.id, CounterId::Declared(_)) {
        return node.refuse(Code::UnknownKey, &[("key", "counts"), ("known", "counter")]);
    }
    let programmes = std::iter::once(own).chain(others.into_iter().filter(|other| *other != own)).collect();
    Some(Counter { of: Of::Programmes(programmes), ..counter.clone() })
}

/// A limit with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    limit: Number,
    kind: StepKind,
    /// Of a limit by the month or the day: how many there are.
    times: Option<(&'static str, i64)>,
    year: Option<YearLimit>,
    /// Whether it is of what was paid in a time, and not of one expense.
    is_counted: bool,
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
        match self.times {
            Some((name, count)) => step.arg(name, count),
            None => step,
        }
    }

    fn limit(&self) -> Option<Interval> {
        Some(self.limit.interval)
    }

    fn counted_limit(&self) -> Option<Interval> {
        self.is_counted.then_some(self.limit.interval)
    }

    fn year_limit(&self) -> Option<YearLimit> {
        self.year
    }
}
