//! A request, checked against its region's book: every problem at once, or facts that the core can rely on.

mod checks;
mod facts;
mod read;

pub(crate) use read::latest_birth;
pub use read::read;

use crate::calendar::Date;
use crate::money::Money;
use crate::policy::book::Book;
use crate::vocabulary::{FACTS, Fact, Fund, Service};
use std::collections::BTreeMap;

/// More expenses than anybody has in a year; it bounds the work and keeps sums far inside a Decimal.
pub const MAX_EXPENSES: usize = 1000;

/// What is known of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// Not answered.
    Absent,
    /// Answered with "I don't know".
    DontKnow,
    /// The option's place, the set's bits, the number, the day number, the amount in fen.
    Value(i64),
}

/// A value per fact.
pub type Facts = [Given; FACTS.len()];

/// A good request.
#[derive(Debug)]
pub struct Request {
    /// What holds in the region.
    pub book: Book,
    /// Today.
    pub asked_on: Date,
    /// Of the person.
    pub facts: Facts,
    /// In the order given.
    pub expenses: Vec<Expense>,
    /// By year.
    pub year_to_date: BTreeMap<i64, YearToDate>,
    /// Entered values, by the row's place in the book.
    pub entered: BTreeMap<usize, i64>,
    /// Readings insisted on, by their place in the book: the option.
    pub readings: BTreeMap<usize, usize>,
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
    /// The whole bill in fen; none for an allowance.
    pub total: Option<i64>,
    /// Its facts.
    pub facts: Facts,
    /// In fen, by [`Fund::index`].
    pub settled: [Option<i64>; Fund::ALL.len()],
}

impl Expense {
    /// What is known of one of its facts.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.facts.get(fact.index()).copied().unwrap_or(Given::Absent)
    }

    /// What all funds settled, in fen.
    #[must_use]
    pub fn settled_sum(&self) -> i64 {
        self.settled.iter().flatten().fold(0, |sum, fen| sum.saturating_add(*fen))
    }
}

/// What a year held before the listed expenses, in fen.
#[derive(Debug, Default)]
pub struct YearToDate {
    /// Paid, by the programme's place in the book.
    pub paid: BTreeMap<usize, i64>,
    /// In scope, toward yearly bands.
    pub in_scope: i64,
    /// In scope and not paid by basic.
    pub personal_share: i64,
    /// Borne of yearly deductibles, by the programme's place in the book.
    pub deductible_used: BTreeMap<usize, i64>,
    /// Stays in hospital.
    pub admissions: i64,
}

impl Request {
    /// What is known of a fact of the person.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.facts.get(fact.index()).copied().unwrap_or(Given::Absent)
    }

    /// The sum of all bills.
    #[must_use]
    pub fn billed(&self) -> Money {
        let fen = self.expenses.iter().filter_map(|expense| expense.total);
        fen.fold(Money::ZERO, |sum, fen| sum + Money::from_fen(fen))
    }

    /// The places of the expenses in order of date, then as given: the order of settlement.
    #[must_use]
    pub fn in_order(&self) -> Vec<usize> {
        let date = |place: &usize| self.expenses.get(*place).map(|expense| expense.date);
        let mut places: Vec<usize> = (0..self.expenses.len()).collect();
        places.sort_by_key(date);
        places
    }
}
