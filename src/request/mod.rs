//! A request, checked against its region's book: every problem at once, or facts that the core can rely on.

mod checks;
mod draft;
mod facts;
mod items;
mod read;
mod stay;
mod year;

pub use facts::{FactValue, Facts, Given, is_answer};
pub use items::{ByFact, Ends, OwnRule, Parts};
pub use read::{read, read_tree};

use crate::calendar::Date;
use crate::money::Money;
use crate::option_set::OptionIndex;
use crate::ordered::{Map, sorted};
use crate::policy::book::Book;
use crate::policy::step::{CounterId, Slot};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, Fund, Service};
use std::sync::Arc;

/// More expenses than anybody has in a year; it bounds the work and keeps sums far inside a Decimal.
pub const MAX_EXPENSES: usize = 1000;

/// A good request.
#[derive(Debug)]
pub struct Request {
    /// What holds in the region.
    pub book: Arc<Book>,
    /// Today.
    pub asked_on: Date,
    /// Of the person.
    pub facts: Facts,
    /// In the order given.
    pub expenses: Vec<Expense>,
    /// For each expense, the place of the first part of its stay; its own where the stay has no other part.
    pub stays: Vec<usize>,
    /// By year.
    pub year_to_date: Map<i64, YearToDate>,
    /// What single counters held, each in one of its spans, and of one option where options are counted apart.
    pub counters: Map<(CounterRef, Slot), Quantity>,
    /// Entered values, by the row's place in the book.
    pub entered: Map<usize, Quantity>,
    /// Readings insisted on, by their place in the book: the option.
    pub readings: Map<usize, OptionIndex>,
}

/// What each fund settled, where a slip says so.
pub type Settled = [Option<Money>; Fund::ALL.len()];

fn sum<'a>(amounts: impl Iterator<Item = &'a Money>) -> Money {
    amounts.fold(Money::ZERO, |sum, amount| sum + *amount)
}

/// One expense.
#[derive(Debug)]
pub struct Expense {
    /// Its name.
    pub id: String,
    /// What for.
    pub service: Service,
    /// When.
    pub date: Date,
    /// The whole bill; none for an allowance.
    pub total: Option<Money>,
    /// Its facts.
    pub facts: Facts,
    /// What its items say of its parts; none where it has no items.
    pub parts: Option<Parts>,
    /// The id of another part of the same stay.
    pub same_stay_as: Option<String>,
    /// By [`Fund::index`].
    pub settled: Settled,
}

impl Expense {
    /// What is known of one of its facts.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.facts.given(fact)
    }

    /// An amount among its facts, where it is known.
    #[must_use]
    pub fn amount(&self, fact: Fact) -> Option<Money> {
        self.facts.quantity(fact).and_then(Quantity::money)
    }

    /// What a fund settled, where a slip says so.
    #[must_use]
    pub fn settled_by(&self, fund: Fund) -> Option<Money> {
        self.settled.get(fund.index()).copied().flatten()
    }

    /// What all funds settled.
    #[must_use]
    pub fn settled_sum(&self) -> Money {
        sum(self.settled.iter().flatten())
    }
}

/// A counter by the place of its file in the book's chain, and which of the file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CounterRef {
    /// The file.
    pub file: usize,
    /// Which of it.
    pub id: CounterId,
}

/// What a year held before the listed expenses.
#[derive(Debug, Default)]
pub struct YearToDate {
    /// Paid, by the programme's place in the book.
    pub paid: Map<usize, Money>,
    /// In scope, toward yearly bands.
    pub in_scope: Money,
    /// In scope and not paid by basic.
    pub personal_share: Money,
    /// Borne of yearly deductibles, by the programme's place in the book and the step's in its benefit.
    pub deductible_used: Map<(usize, usize), Money>,
    /// Stays in hospital.
    pub admissions: i64,
}

impl Request {
    /// What is known of a fact of the person.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.facts.given(fact)
    }

    /// The sum of all bills.
    #[must_use]
    pub fn billed(&self) -> Money {
        sum(self.expenses.iter().filter_map(|expense| expense.total.as_ref()))
    }

    /// The first and the last day on which the person may have been born: as the age has it, as far as one is given, and not
    /// later than the other dates.
    #[must_use]
    pub fn births(&self) -> (Date, Date) {
        let age = self.facts.quantity(Fact::age()).and_then(Quantity::count);
        let (first, last) = age.map_or((Date::FIRST, Date::LAST), |age| self.asked_on.births_at_age(age));
        (first, last.min(self.latest_birth()))
    }

    /// What is known of the birth date. Who does not know the age does not know it either.
    #[must_use]
    pub fn given_birth(&self) -> Given {
        match self.given(Fact::birth_date()) {
            Given::Absent if self.given(Fact::age()) == Given::DontKnow => Given::DontKnow,
            given => given,
        }
    }

    /// The latest day on which the person may have been born, as far as the other dates say.
    #[must_use]
    pub fn latest_birth(&self) -> Date {
        let enrolled = self.facts.quantity(Fact::enrolled_and_paid_on()).and_then(Quantity::date);
        let first_expense = self.expenses.iter().map(|expense| expense.date).min();
        [enrolled, first_expense].into_iter().flatten().fold(self.asked_on, Date::min)
    }

    /// The places of the expenses in order of date, then as given: the order of settlement.
    #[must_use]
    pub fn in_order(&self) -> Vec<usize> {
        in_order(&self.expenses)
    }

    /// Whether a stay, by the place of its first part, is billed in several parts.
    #[must_use]
    pub fn has_parts(&self, stay: usize) -> bool {
        self.stays.iter().filter(|first| **first == stay).nth(1).is_some()
    }

    /// The day of the last part of an expense's stay.
    #[must_use]
    pub fn last_day_of_stay(&self, place: usize) -> Date {
        let stay = self.stay(place);
        let parts = self.expenses.iter().enumerate().filter(|(part, _)| self.stay(*part) == stay);
        parts.map(|(_, part)| part.date).max().unwrap_or(self.asked_on)
    }

    /// The place of the first part of an expense's stay.
    #[must_use]
    pub fn stay(&self, place: usize) -> usize {
        self.stays.get(place).copied().unwrap_or(place)
    }
}

fn in_order(expenses: &[Expense]) -> Vec<usize> {
    let date = |place: &usize| expenses.get(*place).map(|expense| expense.date);
    sorted((0..expenses.len()).collect(), &|a, b| date(a).cmp(&date(b)))
}
