//! The rows of a sheet as texts, column by column. What stands outside of the table is told, because it would be lost.

use super::fault::{Faults, Spot};
use super::number::{Exact, exact};
use super::read::{Content, Sheet, Workbook};
use super::table::{Column, HEADS, Kind, Table, letters};
use crate::calendar::Date;
use crate::officer::near::nearest;
use crate::ordered::Map;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub text: String,
    /// Whether the spreadsheet program holds it as a number.
    pub is_number: bool,
}

/// A row of a table, as it was given or as it was made.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub sheet: &'static str,
    /// From one, as in the sheet.
    pub number: u32,
    pub cells: Map<String, Entry>,
    /// The letters of each column.
    pub letters: Rc<Map<String, String>>,
}

impl Row {
    pub fn get(&self, key: &str) -> &str {
        self.cells.get(key).map_or("", |entry| entry.text.as_str())
    }

    pub fn spot(&self, key: &str) -> Spot {
        let letters = self.letters.get(key).cloned().unwrap_or_default();
        Spot { sheet: self.sheet.to_owned(), cell: format!("{letters}{}", self.number) }
    }
}

/// The rows of a table as it was made, to compare with.
pub(super) fn made(table: &Table) -> Vec<Row> {
    let row = |(number, row): (u32, &Vec<String>)| Row {
        sheet: table.name,
        number,
        cells: filled(&table.columns, row),
        letters: Rc::default(),
    };
    (HEADS.saturating_add(1)..).zip(&table.rows).map(row).collect()
}

fn filled(columns: &[Column], row: &[String]) -> Map<String, Entry> {
    let mut cells = Map::new();
    for (column, text) in columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
        cells.insert(column.key.clone(), Entry { text: text.clone(), is_number: false });
    }
    cells
}

/// More rows are no table of a region.
const MOST_ROWS: usize = 20_000;

/// Reads the rows of a table; `other` knows the columns that may be added. None where the sheet cannot be read at all.
pub(super) fn rows(
    workbook: &Workbook,
    table: &Table,
    other: &dyn Fn(&str) -> Option<Column>,
    faults: &Faults,
) -> Option<Vec<Row>> {
    let Some(sheet) = workbook.sheets.iter().find(|sheet| sheet.name == table.name) else {
        return faults.of_file("missing_sheet", &[("name", table.name)]);
    };
    for range in &sheet.merged {
        let first = range.split(':').next().unwrap_or_default();
        faults.add(&at(sheet, first), "merged", &[("range", range)]);
    }
    let columns = columns(sheet, table, other, faults)?;
    let rows = grouped(sheet, &columns, table.name, workbook.from_1904, faults);
    if rows.len() > MOST_ROWS {
        return faults.of_file("too_large", &[("what_zh", "超过 2 万行"), ("what_en", "more than 20,000 rows")]);
    }
    Some(rows)
}

fn at(sheet: &Sheet, cell: &str) -> Spot {
    Spot { sheet: sheet.name.clone(), cell: cell.to_owned() }
}

/// The columns that the second row names, by their place in the sheet.
fn columns(
    sheet: &Sheet,
    table: &Table,
    other: &dyn Fn(&str) -> Option<Column>,
    faults: &Faults,
) -> Option<Map<usize, Column>> {
    let before = faults.count();
    let mut found: Map<usize, Column> = Map::new();
    for cell in sheet.cells.iter().filter(|cell| cell.row == HEADS) {
        let (spot, name) = (at(sheet, &cell.address()), cell.content.text());
        let known = table.columns.iter().find(|column| column.key == name).cloned();
        match known.or_else(|| other(&name)) {
            Some(_) if found.iter().any(|(_, column)| column.key == name) => {
                faults.add(&spot, "repeated_column", &[("key", &name)]);
            }
            Some(column) => {
                found.insert(cell.column, column);
            }
            None => unknown(&spot, &name, table, faults),
        }
    }
    let is_missing = |column: &&Column| !found.iter().any(|(_, other)| other.key == column.key);
    let is_needed = |column: &&Column| column.kind != Kind::Shown && column.key != super::table::REMOVE;
    for column in table.columns.iter().filter(is_needed).filter(is_missing) {
        faults.add(&at(sheet, ""), "missing_column", &[("key", &column.key)]);
    }
    (faults.count() == before).then_some(found)
}

fn unknown(spot: &Spot, name: &str, table: &Table, faults: &Faults) {
    let names: Vec<String> = table.columns.iter().map(|column| column.key.clone()).collect();
    let [zh, en] = meant(nearest(name, &names));
    faults.add(spot, "unknown_column", &[("key", name), ("meant_zh", &zh), ("meant_en", &en)]);
}

/// A near name in both languages, as it is put into a sentence.
pub(super) fn meant(near: Option<String>) -> [String; 2] {
    near.map_or([String::new(), String::new()], |near| {
        [format!("（是不是“{near}”？）"), format!(" (did you mean {near}?)")]
    })
}

/// The cells below the headings, row by row.
fn grouped(
    sheet: &Sheet,
    columns: &Map<usize, Column>,
    name: &'static str,
    from_1904: bool,
    faults: &Faults,
) -> Vec<Row> {
    let letters_of = columns.iter().map(|(place, column)| (column.key.clone(), letters(*place)));
    let letters_of = Rc::new(crate::ordered::map(letters_of));
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    for cell in &sheet.cells {
        let spot = at(sheet, &cell.address());
        let Some(column) = columns.get(&cell.column) else {
            faults.add(&spot, "stray_text", &[("text", &cell.content.text())]);
            continue;
        };
        if cell.row <= HEADS {
            continue;
        }
        let entry = entry(&cell.content, column.kind, from_1904, &spot, faults);
        let new = || Row { sheet: name, number: cell.row, cells: Map::new(), letters: Rc::clone(&letters_of) };
        rows.entry(cell.row).or_insert_with(new).cells.insert(column.key.clone(), entry);
    }
    rows.into_values().filter(has_text).collect()
}

/// Blanks alone are no row.
fn has_text(row: &Row) -> bool {
    row.cells.iter().any(|(_, entry)| !entry.text.trim().is_empty())
}

fn entry(content: &Content, kind: Kind, from_1904: bool, spot: &Spot, faults: &Faults) -> Entry {
    let text = |text: String| Entry { text, is_number: false };
    // What was probably meant goes on, so that one fault is not told as several.
    let refuse = |code, args: &[(&'static str, &str)], meant: &str| {
        faults.add(spot, code, args);
        text(meant.to_owned())
    };
    match content {
        Content::Text(given) => text(given.to_string()),
        Content::Bool(value) => text(if *value { "是" } else { "否" }.to_owned()),
        Content::Error(given) => refuse("cell_error", &[("text", given)], given),
        Content::Formula(formula, value) => refuse("formula", &[("formula", formula), ("value", value)], value),
        Content::Number(stored) => match exact(stored) {
            Exact::Short(number) => match day(&number, from_1904).filter(|_| kind == Kind::Day) {
                Some(day) => refuse("excel_date", &[("text", &number), ("meant", &day)], &day),
                None => Entry { text: number, is_number: true },
            },
            Exact::Long(near) if kind == Kind::Day => {
                refuse("excel_date", &[("text", stored), ("meant", &near)], &near)
            }
            Exact::Long(near) => refuse("inexact", &[("text", stored), ("meant", &near)], &near),
            Exact::No => refuse("not_a_number", &[("text", stored)], stored),
        },
    }
}

/// The day that a spreadsheet program means by a number. A year is no day: it is what the officer typed.
fn day(number: &str, from_1904: bool) -> Option<String> {
    let days: i64 = number.parse().ok()?;
    let days = days.checked_add(if from_1904 { 1462 } else { 0 })?;
    // The first two months of 1900 are counted wrongly there: day 61 is 1 March 1900, two more than days have passed.
    if !(61..=401_768).contains(&days) || (1900..=2999).contains(&days) {
        return None;
    }
    Some(Date::FIRST.plus_days(days.saturating_sub(2)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_day_that_the_program_shows() {
        assert_eq!(day("45658", false).as_deref(), Some("2025-01-01"));
        assert_eq!(day("44196", true).as_deref(), Some("2025-01-01"));
        assert_eq!(day("2025", false), None);
        assert_eq!(day("45658.5", false), None);
    }
}
