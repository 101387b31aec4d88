//! Every row of a value and every reading of a region has a number.

use super::{Book, ProgrammeIx};
use crate::policy::{Reading, Row, Value};
use crate::quantity::Quantity;

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

    pub(super) fn bounds_of_rows(&self) -> Vec<Option<(Quantity, Quantity)>> {
        (0..self.rows.len()).map(|place| self.row(place).map(|(_, value, row, _)| value.range(row))).collect()
    }

    /// Whether some step takes a value, of the row at this place, with modifiers.
    #[must_use]
    pub fn modifies(&self, place: usize) -> bool {
        self.rows.get(place).is_some_and(|(p, value, _)| self.modified.contains(&(*p, *value)))
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

    /// How far the row at a place may range: a published one is nothing, because nobody asks.
    #[must_use]
    pub fn bounds(&self, place: usize) -> Option<(Quantity, Quantity)> {
        self.bounds.get(place).copied().flatten()
    }

    /// The reading at a place, with its programme.
    #[must_use]
    pub fn reading(&self, place: usize) -> Option<(ProgrammeIx, &Reading)> {
        let &(p, reading) = self.readings.get(place)?;
        Some((p, self.programme(p).readings.get(reading)?))
    }
}
