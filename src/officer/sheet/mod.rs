//! Spreadsheets: the values, sources and worked cases of a region out to `.xlsx` and back.
//!
//! Every cell is a text, so that what is typed is what is read. The way back takes the old files and the sheet. It changes
//! only what was changed in the sheet, and what it cannot understand it refuses with the cell.

mod build;
mod cases;
mod codec;
mod columns;
pub mod fault;
mod given;
mod leaf;
mod merge;
mod number;
mod read;
mod rows;
mod sources;
mod table;
mod typed;
mod values;
mod versions;
mod write;

use super::pretty::pretty;
use crate::json::{self, Json};
use fault::{Fault, Faults};
use table::Table;

/// The files of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The text of `policy.json`.
    pub policy: String,
    /// The text of `cases.json`.
    pub cases: String,
}

/// The rules and the worked cases as trees.
struct Trees {
    policy: Json,
    cases: Json,
}

impl Trees {
    fn of(files: &Files, faults: &Faults) -> Option<Trees> {
        let tree = |name: &str, text: &str| {
            let tree = json::parse(if text.trim().is_empty() { "{\"cases\": []}" } else { text });
            tree.ok().or_else(|| faults.of_file("not_json", &[("file", name)]))
        };
        let (policy, cases) = (tree("policy.json", &files.policy), tree("cases.json", &files.cases));
        Some(Trees { policy: policy?, cases: cases? })
    }

    /// Every table, in the order of the sheets.
    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![sources::table(&self.policy), values::table(&self.policy)];
        tables.extend(cases::tables(&self.cases, &self.policy));
        tables
    }

    fn region(&self) -> &str {
        self.policy.text_of("region")
    }
}

/// The files as a workbook.
///
/// # Errors
/// Why they cannot be one.
pub fn export(files: &Files) -> Result<Vec<u8>, Vec<Fault>> {
    let faults = Faults::default();
    let bytes = Trees::of(files, &faults).and_then(|trees| {
        let name = trees.policy.get("name").and_then(|name| name.get("zh")).and_then(Json::as_str);
        write::workbook(trees.region(), name.unwrap_or_default(), &trees.tables(), &faults)
    });
    faults.or(bytes)
}

/// The files with what was changed in a workbook. A file without a change keeps its text to the byte.
///
/// # Errors
/// Everything in the workbook that cannot be understood, each with its cell.
pub fn import(files: &Files, workbook: &[u8]) -> Result<Files, Vec<Fault>> {
    let faults = Faults::default();
    let changed = Trees::of(files, &faults).and_then(|old| {
        let given = read::workbook(workbook, &faults)?;
        let new = build::build(&old, &given, &faults)?;
        Some(Files {
            policy: text_of(&old.policy, &new.policy, &files.policy),
            cases: text_of(&old.cases, &new.cases, &files.cases),
        })
    });
    faults.or(changed)
}

fn text_of(old: &Json, new: &Json, text: &str) -> String {
    if old == new { text.to_owned() } else { pretty(new) }
}
