//! `{"uses": V, "per": "year" | "quarter" | "calendar_month" | "calendar_day", "counter": …}`: x while fewer than V uses were had, then nothing.

use super::law::NamedLaw;
use super::{
    Amount, Ask, Binding, Counter, Counts, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Per, Period, Role,
    StepKind, Worked,
};
use crate::interval::Interval;
use crate::json::reader::Members;
use crate::money::Money;
use crate::policy::Unit;

/// Pays while `used` is below `amount`.
const USES: StepKind = StepKind::new("uses", Role::Limit);

/// A limit of how often something is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Uses {
    most: Amount,
    used: Counter,
}

/// The times that a short form may name; without one it counts the year.
pub const USES_TIMES: [(&str, Option<Per>); 4] = [
    ("year", Some(Per::Year)),
    ("quarter", Some(Per::Quarter)),
    ("calendar_month", Some(Per::Month)),
    ("calendar_day", Some(Per::Day)),
];

impl Mechanism for Uses {
    const KEY: &'static str = "uses";
    const MEMBERS: &'static [&'static str] = &["uses", "per", "counter"];
    const ROLE: Role = Role::Limit;
    const KINDS: &'static [StepKind] = &[USES];
    type Law = Visits;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let most = members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Count, names));
        let used = names.counted(members, &[Counts::Uses], &USES_TIMES)?;
        Some(Uses { most: most?, used: used? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.most]
    }

    fn counters(&self) -> Vec<&Counter> {
        vec![&self.used]
    }

    fn period(&self) -> Option<Period> {
        Some(self.used.per.period())
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.most)?;
        if found.number.is_none() {
            return Ok(None);
        }
        let (used, most) = (Number::lowers(ask.uses(&self.used)), Number::raises(found.count()));
        Ok(Some(NamedLaw::of(&found, Visits { used, most, period: self.used.per.period() })))
    }
}

/// All while something is left of the uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Visits {
    used: Number<i64>,
    most: Number<i64>,
    period: Period,
}

impl Law for Visits {
    fn kind(&self) -> StepKind {
        USES.per(self.period)
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        [&self.used as &dyn Moves, &self.most].into_iter()
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        if self.used.at(end) < self.most.at(end) { flow.amount } else { Money::ZERO }
    }

    fn binding(&self, _least: Money, _most: Money) -> Binding {
        if self.used.interval.high < self.most.interval.low {
            Binding::Never
        } else if self.used.interval.low >= self.most.interval.high {
            Binding::TakesAll
        } else {
            Binding::Sometimes
        }
    }

    /// All, or nothing once they are had.
    fn limit(&self) -> Option<Interval> {
        let at = |end| if self.used.at(end) < self.most.at(end) { Money::NO_LIMIT } else { Money::ZERO };
        Some(Interval::new(at(End::Least), at(End::Most), self.trend()))
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        step.arg("amount", self.most.at(end)).arg("used", self.used.at(end))
    }
}
