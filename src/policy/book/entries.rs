//! The programmes that a book holds: those of its chain that nothing replaces, then what is only read from: replaced
//! programmes whose clause on late enrolment still holds, and what holds values for others.

use super::ProgrammeIx;
use crate::ordered::Map;
use crate::policy::replacement::{Left, what_is_left};
use crate::policy::{PolicyFile, Programme};
use std::sync::Arc;

/// A programme of a chain, by the place of its file and its place there.
#[derive(Debug)]
pub(super) struct Entry {
    pub file: usize,
    pub place: usize,
    /// Of a programme that is replaced in part: what is left of it. Of dated figures: what holds them.
    pub part: Option<Box<Programme>>,
    /// Where each value's rows begin among all rows.
    pub rows_at: Vec<usize>,
    /// Where its readings begin among all readings.
    pub readings_at: usize,
    /// For each programme of its file, where it stands in the book.
    pub siblings: Vec<Option<ProgrammeIx>>,
}

impl Entry {
    fn new(file: usize, place: usize) -> Entry {
        Entry { file, place, part: None, rows_at: Vec::new(), readings_at: 0, siblings: Vec::new() }
    }
}

/// What a book holds of a chain of files, nearest first.
pub(super) struct Entries {
    pub all: Vec<Entry>,
    /// How many of them are programmes of the region.
    pub listed: usize,
    /// Where the dated figures stand, by name.
    pub indices: Map<String, (ProgrammeIx, usize)>,
}

impl Entries {
    pub fn of(chain: &[Arc<PolicyFile>]) -> Entries {
        let (mut all, mut read_from) = (Vec::new(), Vec::new());
        for (file, policy) in chain.iter().enumerate() {
            let lefts: Vec<Left> = policy.programmes.iter().map(|programme| listed(programme, chain)).collect();
            let siblings = siblings(&lefts, all.len());
            for (place, (left, programme)) in lefts.into_iter().zip(&policy.programmes).enumerate() {
                let entry = |part| Entry { part, siblings: siblings.clone(), ..Entry::new(file, place) };
                match left {
                    Left::Everything => all.push(entry(None)),
                    Left::Part(part) => all.push(entry(Some(part))),
                    Left::Nothing if is_read_from(programme) => read_from.push(Entry::new(file, place)),
                    Left::Nothing => {}
                }
            }
        }
        let listed = all.len();
        all.extend(read_from);
        let indices = add_indices(&mut all, chain);
        Entries { all, listed, indices }
    }
}

/// What is listed of a programme: nothing of one that only holds values for others.
fn listed(programme: &Programme, chain: &[Arc<PolicyFile>]) -> Left {
    if programme.is_elsewhere { Left::Nothing } else { what_is_left(programme, chain) }
}

/// Where the programmes of a file stand in the book, of which something is left.
fn siblings(lefts: &[Left], first: usize) -> Vec<Option<ProgrammeIx>> {
    let mut places = (first..).map(ProgrammeIx);
    lefts.iter().map(|left| if matches!(left, Left::Nothing) { None } else { places.next() }).collect()
}

/// Whether something is read from a programme that is not listed.
fn is_read_from(programme: &Programme) -> bool {
    programme.is_elsewhere || programme.cover_from_birth.as_ref().is_some_and(|cover| cover.otherwise.is_some())
}

/// The dated figures of a chain, nearest first: one further up holds where no nearer file has its name.
fn add_indices(entries: &mut Vec<Entry>, chain: &[Arc<PolicyFile>]) -> Map<String, (ProgrammeIx, usize)> {
    let mut found: Map<String, (ProgrammeIx, usize)> = Map::default();
    for (file, policy) in chain.iter().enumerate().filter(|(_, policy)| !policy.indices.values.is_empty()) {
        let mut holder = policy.indices.clone();
        holder.values.retain(|value| !found.contains_key(&value.name));
        let p = ProgrammeIx(entries.len());
        found.extend(holder.values.iter().enumerate().map(|(place, value)| (value.name.clone(), (p, place))));
        entries.push(Entry { part: Some(Box::new(holder)), ..Entry::new(file, policy.programmes.len()) });
    }
    found
}
