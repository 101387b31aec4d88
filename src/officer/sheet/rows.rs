//! Which row of a sheet is which row of the table that was made. Nothing may be missing, twice or changed where it is only
//! shown.

use super::fault::{Faults, Spot};
use super::given::{Row, made};
use super::number::is_same_number;
use super::table::{DELETE, Kind, REMOVE, Table};
use crate::ordered::Set;
use std::collections::{BTreeMap, VecDeque};

/// A row as it is given, and as it was made where it is not new.
#[derive(Clone, Debug)]
pub(super) struct Matched {
    pub row: Row,
    pub old: Option<Row>,
    /// Whether it is to go.
    pub is_gone: bool,
}

impl Matched {
    /// Whether it says what the row that was made says.
    pub fn is_same(&self) -> bool {
        self.old.as_ref().is_some_and(|old| !self.is_gone && old.cells == self.row.cells)
    }
}

/// Matches rows. Entries whose first key is among `gone` need not be there.
pub(super) fn matched(table: &Table, given: Vec<Row>, gone: &Set<String>, faults: &Faults) -> Vec<Matched> {
    let mut left: BTreeMap<Vec<String>, VecDeque<Row>> = BTreeMap::new();
    for row in made(table) {
        left.entry(identity(table, &row)).or_default().push_back(row);
    }
    let mut seen: BTreeMap<Vec<String>, u32> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in given {
        let (identity, number) = (identity(table, &row), row.number);
        let old = left.get_mut(&identity).and_then(VecDeque::pop_front);
        match seen.get(&identity) {
            Some(first) if old.is_none() => {
                let args = [("row", first.to_string()), ("name", name(&identity))];
                faults.add(
                    &row.spot(&first_key(table)),
                    "repeated_row",
                    &args.each_ref().map(|(k, v)| (*k, v.as_str())),
                );
            }
            _ => rows.push(one(table, row, old, faults)),
        }
        seen.entry(identity).or_insert(number);
    }
    let missing = left.iter().filter(|(_, rows)| !rows.is_empty()).map(|(identity, _)| identity);
    for identity in missing.filter(|identity| identity.first().is_none_or(|first| !gone.contains(first))) {
        let spot = Spot { sheet: table.name.to_owned(), cell: String::new() };
        faults.add(&spot, "missing_row", &[("row", &name(identity))]);
    }
    rows
}

fn one(table: &Table, mut row: Row, mut old: Option<Row>, faults: &Faults) -> Matched {
    keep_numbers(&mut row, old.as_ref());
    let is_gone = is_gone(&mut row, faults);
    compare(table, &row, old.as_ref(), faults);
    without_shown(table, &mut row);
    if let Some(old) = &mut old {
        without_shown(table, old);
    }
    Matched { row, old, is_gone }
}

fn first_key(table: &Table) -> String {
    table.columns.first().map_or(String::new(), |column| column.key.clone())
}

fn identity(table: &Table, row: &Row) -> Vec<String> {
    let keys = table.columns.iter().filter(|column| column.kind == Kind::Key);
    keys.map(|column| row.get(&column.key).trim().to_owned()).collect()
}

fn name(identity: &[String]) -> String {
    identity.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

/// A number cell that says the old number keeps the old text: `0.8` is `0.80`.
fn keep_numbers(row: &mut Row, old: Option<&Row>) {
    for (key, entry) in row.cells.iter_mut().filter(|(_, entry)| entry.is_number) {
        let was = old.map_or("", |old| old.get(key));
        if is_same_number(&entry.text, was) {
            was.clone_into(&mut entry.text);
        }
        entry.is_number = false;
    }
}

/// Takes the mark out of a row that is to go.
fn is_gone(row: &mut Row, faults: &Faults) -> bool {
    let Some(mark) = row.cells.remove(REMOVE) else { return false };
    let mark = mark.text;
    if mark.trim() != DELETE {
        faults.add(&row.spot(REMOVE), "bad_choice", &[("text", &mark), ("choices", DELETE)]);
    }
    true
}

/// Tells blanks, and changes of what is only shown.
fn compare(table: &Table, row: &Row, old: Option<&Row>, faults: &Faults) {
    for (key, entry) in &row.cells {
        let was = old.map_or("", |old| old.get(key));
        let column = table.columns.iter().find(|column| column.key == *key);
        let is_shown = column.is_some_and(|column| column.kind == Kind::Shown);
        if entry.text == was {
            continue;
        }
        if is_shown && old.is_some() {
            let title = column.map_or("", |column| column.title.as_str());
            faults.add(&row.spot(key), "read_only", &[("column", title), ("was", was), ("text", &entry.text)]);
        } else if entry.text.trim() != entry.text {
            faults.add(&row.spot(key), "blanks", &[("text", &entry.text)]);
        }
    }
}

fn without_shown(table: &Table, row: &mut Row) {
    for column in table.columns.iter().filter(|column| column.kind == Kind::Shown) {
        row.cells.remove(&column.key);
    }
    row.cells.retain(|_, entry| !entry.text.is_empty());
}
