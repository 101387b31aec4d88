//! What holds in one region: the programmes of its chain of files, less those that a nearer one replaces.

use super::replacement::{Left, what_is_left};
use super::{NamedWords, PolicyFile, Programme, Reading, Row, Source, Step, Value};
use crate::ordered::Set;
use crate::vocabulary::{Fact, OptionList, Options};
use std::sync::Arc;

/// A programme by its place in a [`Book`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgrammeIx(usize);

impl ProgrammeIx {
    /// Its place.
    #[must_use]
    pub fn place(self) -> usize {
        self.0
    }
}

/// The rules of one region.
#[derive(Debug)]
pub struct Book {
    /// The region asked for.
    pub region: String,
    /// Its files, nearest first.
    pub chain: Vec<Arc<PolicyFile>>,
    /// The options of facts in the region.
    options: Options,
    /// Facts that steps compute with.
    counted: Set<Fact>,
    entries: Vec<Entry>,
    rows: Vec<(ProgrammeIx, usize, usize)>,
    readings: Vec<(ProgrammeIx, usize)>,
}

#[derive(Debug)]
struct Entry {
    file: usize,
    place: usize,
    /// Of a programme that is replaced in part: what is left of it.
    part: Option<Box<Programme>>,
    /// Where each value's rows begin among all rows.
    rows_at: Vec<usize>,
    /// Where its readings begin among all readings.
    readings_at: usize,
    /// For each programme of its file, where it stands in the book.
    siblings: Vec<Option<ProgrammeIx>>,
}

impl Book {
    pub(super) fn new(region: &str, chain: Vec<Arc<PolicyFile>>) -> Book {
        let mut entries = Vec::new();
        for (file, policy) in chain.iter().enumerate() {
            let first = entries.len();
            let lefts: Vec<Left> = policy.programmes.iter().map(|programme| what_is_left(programme, &chain)).collect();
            let mut next = first;
            let siblings: Vec<_> = lefts.iter().map(|left| sibling(left, &mut next)).collect();
            for (place, left) in lefts.into_iter().enumerate() {
                let part = match left {
                    Left::Nothing => continue,
                    Left::Everything => None,
                    Left::Part(programme) => Some(programme),
                };
                entries.push(Entry {
                    file,
                    place,
                    part,
                    rows_at: Vec::new(),
                    readings_at: 0,
                    siblings: siblings.clone(),
                });
            }
        }
        let options = Options::with(chain.iter().rev().map(|file| &file.added)).unwrap_or_default();
        let mut book =
            Book { region: region.to_owned(), chain, options, counted: Set::default(), entries, rows: Vec::new(), readings: Vec::new() };
        book.number_unknowns();
        let steps = |p| book.programme(p).benefit.iter().flat_map(Step::counted);
        book.counted = book.programmes().flat_map(steps).collect();
        book
    }

    /// Gives every row and every reading its place among all of the book.
    fn number_unknowns(&mut self) {
        let mut rows = Vec::new();
        let mut readings = Vec::new();
        let mut starts = Vec::new();
        for p in self.programmes() {
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

    /// Every programme, nearest region first, in the order of the files.
    pub fn programmes(&self) -> impl DoubleEndedIterator<Item = ProgrammeIx> + use<> {
        (0..self.entries.len()).map(ProgrammeIx)
    }

    /// The programme at a place.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a ProgrammeIx is only made by this book, entries point into its files")]
    pub fn programme(&self, p: ProgrammeIx) -> &Programme {
        let entry = &self.entries[p.0];
        entry.part.as_deref().unwrap_or(&self.chain[entry.file].programmes[entry.place])
    }

    /// The options of a choice, a set or a yes/no.
    #[must_use]
    pub fn options(&self, fact: Fact) -> Option<&OptionList> {
        self.options.of(fact)
    }

    /// The programme of this id.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<ProgrammeIx> {
        self.programmes().find(|p| self.programme(*p).id == id)
    }

    /// Where a programme of the same file (by its place there) stands; none where it was replaced.
    #[must_use]
    pub fn sibling(&self, p: ProgrammeIx, place: usize) -> Option<ProgrammeIx> {
        self.entries.get(p.0).and_then(|entry| entry.siblings.get(place).copied().flatten())
    }

    /// Whether some step computes with a fact.
    #[must_use]
    pub fn counts_with(&self, fact: Fact) -> bool {
        self.counted.contains(&fact)
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

    /// The document of this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.chain.iter().flat_map(|file| &file.sources).find(|source| source.id == id)
    }

    /// Every text that the policies word.
    #[must_use]
    pub fn words(&self) -> Vec<&NamedWords> {
        let mut all: Vec<&NamedWords> =
            self.chain.iter().flat_map(|file| file.notes.iter().map(|(text, _)| text)).collect();
        for p in self.programmes() {
            self.programme(p).collect_words(&mut all);
        }
        all
    }
}

/// Where a programme stands in the book, if anything is left of it.
fn sibling(left: &Left, next: &mut usize) -> Option<ProgrammeIx> {
    if matches!(left, Left::Nothing) {
        return None;
    }
    let here = *next;
    *next = next.saturating_add(1);
    Some(ProgrammeIx(here))
}

impl Programme {
    fn collect_words<'a>(&'a self, all: &mut Vec<&'a NamedWords>) {
        all.extend([&self.name, &self.clause]);
        all.extend(self.summary.iter().chain(&self.next_steps));
        all.extend(self.person.iter().chain(&self.expense).map(|condition| &condition.text));
        all.extend(self.caveats.iter().map(|(text, _)| text));
        for value in &self.values {
            all.push(&value.words);
            all.extend(value.versions.iter().flat_map(|version| version.tree.notes()));
        }
        for reading in &self.readings {
            all.extend([&reading.text, &reading.why]);
            all.extend(reading.options.iter().map(|(_, text)| text));
        }
    }
}

impl super::Tree {
    /// The notes of its leaves.
    fn notes(&self) -> Vec<&NamedWords> {
        match self {
            super::Tree::Leaf(_, super::Leaf::Unpublished { note, .. } | super::Leaf::Limit { note, .. }) => {
                note.iter().collect()
            }
            super::Tree::Leaf(..) => Vec::new(),
            super::Tree::Branch(branches) => branches.iter().flat_map(|(_, tree)| tree.notes()).collect(),
        }
    }
}
