//! Every row of a value and every reading of a region has a number; and what they, and facts, may be where nobody says.

use super::{Book, ProgrammeIx};
use crate::calendar::{Date, Day};
use crate::domain::Domain;
use crate::money::Money;
use crate::option_set::OptionSet;
use crate::policy::{Days, Reading, Row, Value};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, FactKind, OptionList};

/// What is open in a region where a request says nothing.
#[derive(Debug, Default, PartialEq)]
pub struct Open {
    /// What each fact may be.
    pub facts: Vec<Domain>,
    /// What each row may be; of a published one nothing is open, because nobody asks.
    pub rows: Vec<Domain>,
    /// What each reading may be.
    pub readings: Vec<Domain>,
    /// The rows that are numbers and may be several.
    pub wide_rows: Vec<usize>,
    /// Those whose range depends on the day.
    pub dated_rows: Vec<usize>,
}

impl Book {
    /// Gives every row and every reading its place among all of the book.
    pub(super) fn number_unknowns(&mut self) {
        let mut rows = Vec::new();
        let mut readings = Vec::new();
        let mut starts = Vec::new();
        for p in self.all() {
            let programme = self.programme(p);
            let mut rows_at = Vec::new();
            for (value, v) in programme.values.iter().enumerate() {
                rows_at.push(rows.len());
                rows.extend((0..v.rows.len()).map(|row| (p, value, row)));
            }
            starts.push((rows_at, readings.len()));
            readings.extend((0..programme.readings.len()).map(|reading| (p, reading)));
        }
        for (entry, (rows_at, readings_at)) in self.entries.iter_mut().zip(starts) {
            entry.rows_at = rows_at;
            entry.readings_at = readings_at;
        }
        self.rows = rows;
        self.readings = readings;
    }

    /// What is open where a request says nothing.
    pub(super) fn all_open(&self) -> Open {
        let rows = (0..self.rows.len()).filter_map(|place| self.row(place));
        let rows = rows.map(|(_, value, row, _)| row_domain(value.range(row, Days::All))).collect::<Vec<_>>();
        let readings = (0..self.readings.len()).filter_map(|place| self.reading(place));
        let options = |reading: &Reading| Domain::Options(OptionSet::first(reading.options.len()).unwrap_or_default());
        let wide = rows.iter().enumerate().filter(|(_, row)| row.is_wide());
        let is_dated = |place: &usize| self.row(*place).is_some_and(|(_, value, row, _)| value.ranges_by_day(row));
        Open {
            facts: Fact::all().map(|fact| self.fact_domain(fact)).collect(),
            readings: readings.map(|(_, reading)| options(reading)).collect(),
            wide_rows: wide.map(|(place, _)| place).collect(),
            dated_rows: (0..self.rows.len()).filter(is_dated).collect(),
            rows,
        }
    }

    /// What a row may be on these days.
    #[must_use]
    pub fn row_domain(&self, place: usize, days: Days) -> Option<Domain> {
        self.row(place).map(|(_, value, row, _)| row_domain(value.range(row, days)))
    }

    fn fact_domain(&self, fact: Fact) -> Domain {
        match fact.spec().kind {
            FactKind::YesNo | FactKind::Choice => Domain::Options(self.all_options(fact)),
            FactKind::Set => Domain::Members { has: OptionSet::EMPTY, lacks: OptionSet::EMPTY },
            FactKind::WholeNumber(low, high) => {
                Domain::Range { low: Quantity::Count(low), high: Quantity::Count(high) }
            }
            FactKind::Date { not_yet } => {
                Domain::days(Day::On(Date::FIRST), if not_yet { Day::NotYet } else { Day::On(Date::LAST) })
            }
            FactKind::Money => Domain::up_to(Money::MAX),
        }
    }

    /// Every option of a fact.
    #[must_use]
    pub fn all_options(&self, fact: Fact) -> OptionSet {
        self.options(fact).map_or(OptionSet::EMPTY, OptionList::all)
    }

    /// Whether amounts need not move evenly with the value whose row is at this place.
    #[must_use]
    pub fn is_uneven(&self, place: usize) -> bool {
        self.rows.get(place).is_some_and(|(p, value, _)| self.uneven.contains(&(*p, *value)))
    }

    /// How many rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// How many readings there are.
    #[must_use]
    pub fn reading_count(&self) -> usize {
        self.readings.len()
    }

    /// The place among all rows of a programme's value's row.
    #[must_use]
    pub fn row_place(&self, p: ProgrammeIx, value: usize, row: usize) -> usize {
        let start = self.entries.get(p.0).and_then(|entry| entry.rows_at.get(value)).copied();
        start.unwrap_or_default().saturating_add(row)
    }

    /// The place among all readings of a programme's reading.
    #[must_use]
    pub fn reading_place(&self, p: ProgrammeIx, reading: usize) -> usize {
        self.entries.get(p.0).map_or(0, |entry| entry.readings_at).saturating_add(reading)
    }

    /// The row at a place, with its value and programme.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<(ProgrammeIx, &Value, usize, &Row)> {
        let &(p, value, row) = self.rows.get(place)?;
        let value = self.programme(p).values.get(value)?;
        Some((p, value, row, value.rows.get(row)?))
    }

    /// The reading at a place, with its programme.
    #[must_use]
    pub fn reading(&self, place: usize) -> Option<(ProgrammeIx, &Reading)> {
        let &(p, reading) = self.readings.get(place)?;
        Some((p, self.programme(p).readings.get(reading)?))
    }
}

fn row_domain((low, high): (Quantity, Quantity)) -> Domain {
    match low {
        Quantity::YesNo(_) => Domain::Options(OptionSet::NO_OR_YES),
        _ => Domain::Range { low, high },
    }
}
