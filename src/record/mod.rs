//! Settlement records of the national interface (`setlinfo`), as hospitals and bureaus hand them out: alone, or in an
//! answer of the interface with `setldetail` beside it. Nothing is guessed: what is not understood stands in the notes.
//!
//! Natively the bytes of a file are read as UTF-8 or GBK here; a browser reads them itself and hands over the text.

mod amount;
mod areas;
mod bill;
mod care;
mod codes;
mod content;
mod day;
mod encoding;
mod fees;
mod fields;
mod find;
mod format;
mod found;
mod list;
mod lists;
mod looks;
mod names;
mod names_zh;
mod nested;
mod origins;
mod payments;
mod person;
mod pieces;
mod reader;
mod refunds;
mod request;
mod scope;
mod state;
mod totals;
mod who;

pub use encoding::text;
pub use origins::Origins;
pub use request::{Asked, Beside, Told, asked, read_bytes};

use crate::json::Json;
use crate::money::Money;
use crate::ordered::{Map, as_object};
pub use fields::Amounts;
use serde::Serialize;

/// What a text of records says.
#[derive(Debug, Default, Serialize)]
pub struct Record {
    /// What becomes a request.
    pub request: Parts,
    /// The lines of every bill's slip, by the bill's id.
    #[serde(serialize_with = "as_object")]
    pub slips: Map<String, Amounts>,
    /// What the funds paid, by the bill's id, in the form of an expense's `settled`.
    #[serde(serialize_with = "as_object")]
    pub settled: Map<String, Amounts>,
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
    /// Where the text says what the person is.
    #[serde(skip)]
    places: origins::Places,
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
    /// Parts of it by class, where nothing says better what is out of scope.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// The bill before it that is a part of the same stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_stay_as: Option<String>,
    /// The visit's number, which the parts of a stay share.
    #[serde(skip)]
    visit: String,
    /// The total as it stands, where it is no amount.
    #[serde(skip)]
    unread_total: Option<String>,
    /// The minute of the day, where it is said.
    #[serde(skip)]
    minute: Option<i64>,
    /// Where its record stands in the text.
    #[serde(skip)]
    path: String,
    /// Where its members stand there.
    #[serde(skip)]
    places: origins::Places,
}

impl Bill {
    /// Whether what is out of scope is no more than the bill.
    fn adds_up(&self) -> bool {
        let amount = |json: Option<&Json>| json.and_then(Json::as_str).and_then(|text| Money::parse(text).ok());
        let parts = ["self_paid", "advance"].iter().filter_map(|part| amount(self.facts.0.get(part)));
        let sum = parts.fold(Money::ZERO, |sum, part| sum + part);
        self.total.as_deref().and_then(|total| Money::parse(total).ok()).is_none_or(|total| sum <= total)
    }
}

/// A part of a bill.
#[derive(Debug, Serialize)]
pub struct Item {
    /// Its class: `class_b` or `out_of_catalogue`.
    pub class: &'static str,
    /// How much.
    pub amount: String,
}

/// Facts by their ids, as a request writes them.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Facts(#[serde(serialize_with = "as_object")] Map<&'static str, Json>);

impl Facts {
    fn set(&mut self, fact: &'static str, value: Json) {
        self.0.insert(fact, value);
    }

    fn has(&self, fact: &str) -> bool {
        self.0.contains_key(fact)
    }

    /// What was said of a fact before.
    fn said(&self, fact: &str) -> Option<Json> {
        self.0.get(fact).cloned()
    }

    /// Whether nothing says what is out of scope.
    fn are_parts_open(&self) -> bool {
        !self.has("self_paid") && !self.has("advance")
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

/// Reads a record, or several. Any text whatever is read to some end. `encoding` names what its bytes were read as, where
/// that was not UTF-8.
#[must_use]
pub fn read(text: &str, encoding: Option<&str>) -> Record {
    let mut record = Record::default();
    // Bytes of a picture have no encoding.
    if let Some(format) = format::of_bytes(text) {
        record.note("other_format", String::new(), Some(format));
        return record;
    }
    if let Some(encoding) = encoding {
        record.note("encoding", String::new(), Some(encoding));
    }
    let told = record.notes.clone();
    let format = format::of_text(text);
    if let Ok(content) = content::read(text) {
        for (place, lines) in &content.unread {
            record.note("unreadable_line", format!("/{place}"), Some(lines));
        }
        reader::read_all(&content.tree, &mut record);
        // Where no settlement stands between the lines of a text, they are no lines of settlements.
        if record.found_something() || (format.is_none() && content.unread.is_empty()) {
            return record;
        }
    }
    let mut nothing = Record { notes: told, ..Record::default() };
    match format {
        Some(format) => nothing.note("other_format", String::new(), Some(format)),
        None => nothing.note("unreadable", String::new(), format::near_json(text)),
    }
    nothing
}

impl Record {
    /// Whether there is anything that is a settlement, or looks like one.
    fn found_something(&self) -> bool {
        !self.notes.iter().any(|note| note.code == "no_record") || self.notes.iter().any(|note| note.code == "not_read")
    }

    fn note(&mut self, code: &'static str, path: String, value: Option<&str>) {
        self.notes.push(Note { code, path, value: value.map(str::to_owned) });
    }
}
