//! The working: what each step made of an amount, recorded by the run that computes it.

use super::Modified;
use super::own_rates::OWN_RATES;
use crate::money::{Money, Rate};

/// What a step is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Where the amount starts.
    Opening,
    /// The patient bears this much first.
    Deductible,
    /// The fund bears a share.
    Share,
    /// The fund pays no more than this.
    Limit,
    /// The fund pays no less than this.
    Floor,
    /// An amount without a bill.
    Grant,
    /// The fen are made whole.
    Rounding,
    /// Anything else.
    Other,
}

impl Role {
    /// Its name in answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Opening => "opening",
            Role::Deductible => "deductible",
            Role::Share => "share",
            Role::Limit => "limit",
            Role::Floor => "floor",
            Role::Grant => "grant",
            Role::Rounding => "rounding",
            Role::Other => "other",
        }
    }
}

/// The time in which a step counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One expense.
    Expense,
    /// One stay.
    Stay,
    /// A day in bed, or of care.
    Day,
    /// A month of care.
    Month,
    /// A calendar day.
    CalendarDay,
    /// A calendar month.
    CalendarMonth,
    /// A calendar quarter.
    Quarter,
    /// An insurance year.
    Year,
}

impl Period {
    /// Its name in answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Period::Expense => "expense",
            Period::Stay => "stay",
            Period::Day => "day",
            Period::Month => "month",
            Period::CalendarDay => "calendar_day",
            Period::CalendarMonth => "calendar_month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }
}

/// A kind of step in the working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepKind {
    /// Its name in answers; its text's id is `step-<name>`.
    pub name: &'static str,
    /// What it is for.
    pub role: Role,
    /// The time in which it counts, where it has one.
    pub period: Option<Period>,
}

impl StepKind {
    /// A kind without a time.
    #[must_use]
    pub const fn new(name: &'static str, role: Role) -> StepKind {
        StepKind { name, role, period: None }
    }

    /// The same with a time.
    #[must_use]
    pub const fn per(self, period: Period) -> StepKind {
        StepKind { period: Some(period), ..self }
    }
}

/// Takes off `amount`, what the year's earlier expenses already brought.
pub const OWED_BEFORE: StepKind = StepKind::new("owed-before", Role::Other).per(Period::Year);
/// Rounds half up to whole fen.
pub const ROUND: StepKind = StepKind::new("round", Role::Rounding);
/// Cuts the payment to what is left in scope.
pub const CUT: StepKind = StepKind::new("cut", Role::Other);
/// The alternative `programme` pays; this one pays nothing.
pub const OTHER_PAYS: StepKind = StepKind::new("other-pays", Role::Other);
/// The settlement slip's amount is taken instead.
pub const SETTLED: StepKind = StepKind::new("settled", Role::Other);

/// Puts `amount` aside, which the limit that follows does not bound.
pub const PAST_LIMIT: StepKind = StepKind::new("past-limit", Role::Other);
/// Adds `amount` again, which was put aside.
pub const PAST_LIMIT_ADDED: StepKind = StepKind::new("past-limit-added", Role::Other);

/// The kinds that no step of a policy file makes.
pub(super) const AROUND_STEPS: [StepKind; 8] =
    [OWED_BEFORE, ROUND, CUT, OTHER_PAYS, SETTLED, OWN_RATES, PAST_LIMIT, PAST_LIMIT_ADDED];

/// One recorded step. `before` and `after` are exact: nothing is rounded but by [`ROUND`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// What it did.
    pub kind: StepKind,
    /// The amount that went in.
    pub before: Money,
    /// The amount that came out.
    pub after: Money,
    /// The value's id.
    pub value: Option<String>,
    /// The document's id.
    pub source: Option<String>,
    /// What the wording and a replay need.
    pub args: Vec<(&'static str, String)>,
    /// The amounts in bands, each with its rate; empty for other steps.
    pub parts: Vec<(Money, Rate)>,
    /// How modifiers made the number that it took; empty where it is a value as it stands.
    pub made: Vec<Modified>,
    /// Which of two numbers it took, where both may be the smaller one: that is not told.
    pub took_second: bool,
    /// The working of what this one rests on, which is not told: of what was owed before, or of the amount at which a limit is
    /// reached.
    pub earlier: Vec<Worked>,
}

impl Worked {
    /// A step without a value.
    #[must_use]
    pub fn new(kind: StepKind, before: Money, after: Money) -> Self {
        Worked {
            kind,
            before,
            after,
            value: None,
            source: None,
            args: Vec::new(),
            parts: Vec::new(),
            made: Vec::new(),
            took_second: false,
            earlier: Vec::new(),
        }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, key: &'static str, text: impl ToString) -> Self {
        self.args.push((key, text.to_string()));
        self
    }

    /// With an amount, exactly: modifiers may have made it of parts of a fen.
    #[must_use]
    pub fn exactly(self, key: &'static str, amount: Money) -> Self {
        self.arg(key, amount.in_full())
    }

    /// With the value it took and its document.
    #[must_use]
    pub fn of(mut self, value: Option<&str>, source: Option<&str>) -> Self {
        self.value = value.map(str::to_owned);
        self.source = source.map(str::to_owned);
        self
    }

    /// The side of its kink on which the step is: a limit or floor that changes nothing, a deductible that takes all.
    /// A share has no kink: a rate of nothing pays nothing of whatever comes in.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        match self.kind.role {
            Role::Limit | Role::Floor => self.after == self.before,
            Role::Share | Role::Grant => false,
            Role::Opening | Role::Deductible | Role::Rounding | Role::Other => self.after == Money::ZERO,
        }
    }
}
