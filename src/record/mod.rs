//! Settlement records of the national interface (`setlinfo`), as hospitals and bureaus hand them out: alone, or in an
//! answer of the interface with `setldetail` beside it. Nothing is guessed: what is not understood stands in the notes.
//!
//! The page and the JavaScript package read them in `www/package/settlement.ts`. Both answer the same cases,
//! `tests/support/settlement-records.json`.

mod amount;
mod bill;
mod codes;
mod content;
mod day;
mod encoding;
mod fields;
mod find;
mod names;
mod reader;
mod request;
mod who;

pub use encoding::text;
pub use request::{Asked, Beside, Told, asked, read_bytes};

use crate::json::Json;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a text of records says.
#[derive(Debug, Default, Serialize)]
pub struct Record {
    /// What becomes a request.
    pub request: Parts,
    /// The lines of every bill's slip, by the bill's id.
    pub slips: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// What the funds paid, by the bill's id, in the form of an expense's `settled`.
    pub settled: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// What was not understood or not used, each with its place.
    pub notes: Vec<Note>,
}

/// The parts of a request that a record says.
#[derive(Debug, Default, Serialize)]
pub struct Parts {
    /// Where the person is insured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Of the person.
    pub facts: Facts,
    /// A bill for every record.
    pub expenses: Vec<Bill>,
}

/// A bill; what the record does not say is left out.
#[derive(Debug, Default, Serialize)]
pub struct Bill {
    /// `e1`, `e2` …
    pub id: String,
    /// What for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<&'static str>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The whole bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// Its facts.
    pub facts: Facts,
}

/// Facts by their ids, as a request writes them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts(BTreeMap<&'static str, Json>);

impl Facts {
    fn set(&mut self, fact: &'static str, value: Json) {
        self.0.insert(fact, value);
    }
}

/// Something that was not understood or not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What it is; docs/api.md lists them.
    pub code: &'static str,
    /// A JSON pointer into the text; empty where it is about all of it.
    pub path: String,
    /// What stands there. Of a member without use it is left out: it may name a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Reads a record, or several. Any text whatever is read to some end.
#[must_use]
pub fn read(text: &str) -> Record {
    let mut record = Record::default();
    match content::tree(text) {
        Ok(tree) => reader::read_all(&tree, &mut record),
        Err(_) => record.note("unreadable", String::new(), None),
    }
    record
}

impl Record {
    fn note(&mut self, code: &'static str, path: String, value: Option<&str>) {
        self.notes.push(Note { code, path, value: value.map(str::to_owned) });
    }
}
