//! A workbook's bytes as sheets of cells. Every cell keeps the text that stands in the file: no number becomes a float.
//!
//! The work is bounded whatever the bytes are: by how much is unpacked, by how many cells there are and by how much text they
//! hold. Entities are not expanded.

mod package;
mod parts;
mod worksheet;
mod xml;

use super::fault::Faults;
use super::table::letters;
use package::Package;
use std::rc::Rc;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Text(Rc<str>),
    /// A number, as it is written in the file.
    Number(String),
    Bool(bool),
    /// `#REF!` and the like.
    Error(String),
    /// A formula, and what it came to.
    Formula(String, String),
}

impl Content {
    /// As a text; of a formula itself.
    pub fn text(&self) -> String {
        match self {
            Content::Text(text) => text.to_string(),
            Content::Number(text) | Content::Error(text) | Content::Formula(text, _) => text.clone(),
            Content::Bool(value) => value.to_string(),
        }
    }
}

/// A cell that is not empty.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// From one.
    pub row: u32,
    /// From zero.
    pub column: usize,
    pub content: Content,
}

impl Cell {
    /// Its name in the sheet, such as `B7`.
    pub fn address(&self) -> String {
        format!("{}{}", letters(self.column), self.row)
    }
}

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub cells: Vec<Cell>,
    /// The ranges that are merged, such as `A1:B2`.
    pub merged: Vec<String>,
}

/// A workbook.
#[derive(Clone, Debug)]
pub(super) struct Workbook {
    pub sheets: Vec<Sheet>,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
}

/// Why a workbook cannot be read.
pub(super) enum Unread {
    /// It is something else, in both languages.
    Other(&'static str, &'static str),
    /// There is too much of something, in both languages.
    TooLarge(&'static str, &'static str),
    /// This part is not what it should be.
    Damaged(String),
}

/// Reads a workbook.
pub(super) fn workbook(bytes: &[u8], faults: &Faults) -> Option<Workbook> {
    match whole(bytes) {
        Ok(workbook) => Some(workbook),
        Err(Unread::Other(zh, en)) => faults.of_file("not_xlsx", &[("what_zh", zh), ("what_en", en)]),
        Err(Unread::TooLarge(zh, en)) => faults.of_file("too_large", &[("what_zh", zh), ("what_en", en)]),
        Err(Unread::Damaged(part)) => faults.of_file("damaged", &[("what", &part)]),
    }
}

fn whole(bytes: &[u8]) -> Result<Workbook, Unread> {
    let mut package = Package::open(bytes)?;
    let listed = parts::listed(&mut package)?;
    let strings = parts::shared_strings(&mut package)?;
    let mut budget = worksheet::Budget::default();
    let mut sheets = Vec::new();
    for (name, path) in listed.sheets {
        let text = package.needed(&path)?;
        sheets.push(worksheet::sheet(name, &text, &strings, &mut budget).map_err(|why| why.in_part(&path))?);
    }
    Ok(Workbook { sheets, from_1904: listed.from_1904 })
}

impl Unread {
    fn in_part(self, part: &str) -> Unread {
        match self {
            Unread::Damaged(why) => Unread::Damaged(format!("{part}: {why}")),
            other => other,
        }
    }
}
