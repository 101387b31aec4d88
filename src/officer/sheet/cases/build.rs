//! Worked cases from the rows of their four tables.

use super::flat::put;
use super::{REQUEST, codec, items, place};
use crate::json::Json;
use crate::officer::sheet::codec::Codec;
use crate::officer::sheet::fault::{Faults, Spot};
use crate::officer::sheet::given::Row;
use crate::officer::sheet::merge::like;
use crate::officer::sheet::rows::Matched;
use crate::officer::sheet::table::REMOVE;
use std::collections::BTreeMap;

/// The members of a request that have a table or columns of their own.
pub(super) const OF_TABLES: [&str; 4] = ["region", "asked_on", "facts", "expenses"];

/// The rows of one case.
#[derive(Default)]
struct Rows<'r> {
    case: Vec<&'r Matched>,
    expenses: Vec<&'r Matched>,
    extras: Vec<&'r Matched>,
    expected: Vec<&'r Matched>,
}

/// Puts the changed cases into the file.
pub(in super::super) fn build(cases: &mut Json, policy: &Json, tables: &[Vec<Matched>; 4], faults: &Faults) {
    let old = items(cases).to_vec();
    let mut new = Vec::new();
    for (name, rows) in by_case(tables, faults) {
        let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let before = number.and_then(|place| old.get(place));
        if rows.case.iter().any(|row| row.is_gone) {
            continue;
        }
        match before {
            Some(before) if rows.all().all(|row| row.is_same()) => new.push(before.clone()),
            before => new.extend(changed(before, &rows, policy, faults)),
        }
    }
    if new != old {
        cases.put("cases", Json::Array(new));
    }
}

/// The rows of each case: first those that are on file, then new ones in the order of the sheet.
fn by_case<'r>(tables: &'r [Vec<Matched>; 4], faults: &Faults) -> Vec<(&'r str, Rows<'r>)> {
    let [cases, expenses, extras, expected] = tables;
    let mut all: Vec<(&str, Rows)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let (old, new): (Vec<_>, Vec<_>) = cases.iter().partition(|row| row.old.is_some());
    for row in old.into_iter().chain(new) {
        let name = row.row.get("case");
        if name.is_empty() {
            faults.add(&row.row.spot("case"), "missing_cell", &[("column", "例子")]);
            continue;
        }
        known.insert(name, all.len());
        all.push((name, Rows { case: vec![row], ..Rows::default() }));
    }
    for (rows, part) in [(expenses, 0u8), (extras, 1), (expected, 2)] {
        for row in rows {
            let name = row.row.get("case");
            let Some((_, of)) = known.get(name).and_then(|place| all.get_mut(*place)) else {
                faults.add(&row.row.spot("case"), "unknown_case", &[("name", name)]);
                continue;
            };
            match part {
                0 => of.expenses.push(row),
                1 => of.extras.push(row),
                _ => of.expected.push(row),
            }
        }
    }
    all.sort_by_key(|(_, rows)| rows.case.first().and_then(|row| row.old.as_ref()).map_or(u32::MAX, |old| old.number));
    all
}

impl<'r> Rows<'r> {
    fn all(&self) -> impl Iterator<Item = &'r Matched> {
        [&self.case, &self.expenses, &self.extras, &self.expected].into_iter().flatten().copied()
    }

    fn spot(&self) -> Spot {
        self.all().find(|row| !row.is_same()).map(|row| row.row.spot("case")).unwrap_or_default()
    }
}

fn changed(before: Option<&Json>, rows: &Rows, policy: &Json, faults: &Faults) -> Option<Json> {
    let made = |of: fn(&Matched) -> Option<&Row>, faults: &Faults| {
        let part = |rows: &[&'_ Matched]| rows.iter().filter_map(|row| of(row).cloned()).collect::<Vec<_>>();
        let parts = [part(&rows.case), part(&rows.expenses), part(&rows.extras), part(&rows.expected)];
        case(&parts, policy, faults)
    };
    let after = made(|row| Some(&row.row).filter(|_| !row.is_gone), faults);
    let Some(before) = before else { return Some(after) };
    if like(before, made(|row| row.old.as_ref(), &Faults::default())) != *before {
        let name = before.get("title").and_then(|title| title.get("zh")).and_then(Json::as_str).unwrap_or_default();
        faults.add(&rows.spot(), "only_in_text", &[("name", name)]);
        return None;
    }
    Some(like(before, after))
}

/// A case from the rows of each table.
fn case([case, expenses, extras, expected]: &[Vec<Row>; 4], policy: &Json, faults: &Faults) -> Json {
    let mut made = Json::Object(Vec::new());
    let (mut title, mut request) = (Json::Object(Vec::new()), Json::Object(Vec::new()));
    let object = || Json::Object(Vec::new());
    for row in case {
        for (key, column) in [("title_zh", "标题"), ("title_en", "标题（英文）")] {
            match row.get(key) {
                "" => faults.add(&row.spot(key), "missing_cell", &[("column", column)]),
                said => title.put(key.trim_start_matches("title_"), read(row, key, &Codec::Words, said, faults)),
            }
        }
        request = match row.get(REQUEST) {
            "" => person(row, policy, faults),
            said => read(row, REQUEST, &Codec::Words, said, faults),
        };
    }
    if !expenses.is_empty() {
        request.put("expenses", Json::Array(expenses.iter().map(|row| expense(row, policy, faults)).collect()));
    }
    put_places(&mut request, extras, "given", faults);
    let mut expect = object();
    put_places(&mut expect, expected, "expected", faults);
    for (key, value) in [("title", title), ("request", request), ("expect", expect)] {
        made.put(key, value);
    }
    made
}

fn read(row: &Row, key: &str, codec: &Codec, said: &str, faults: &Faults) -> Json {
    codec.decode(said).unwrap_or_else(|wrong| {
        faults.refuse(&row.spot(key), &wrong);
        Json::Null
    })
}

/// The region, the day and the facts of a request.
fn person(row: &Row, policy: &Json, faults: &Faults) -> Json {
    let mut request = Json::Object(Vec::new());
    for key in ["region", "asked_on"] {
        if !row.get(key).is_empty() {
            request.put(key, read(row, key, &codec(key, policy), row.get(key), faults));
        }
    }
    let facts = row.cells.iter().filter(|(key, _)| key.starts_with("facts."));
    let mut made = Json::Object(Vec::new());
    for (key, entry) in facts {
        made.put(key.trim_start_matches("facts."), read(row, key, &codec(key, policy), &entry.text, faults));
    }
    request.put("facts", made);
    request
}

/// An expense: the columns in their usual order first.
fn expense(row: &Row, policy: &Json, faults: &Faults) -> Json {
    let mut made = Json::Object(Vec::new());
    let usual = ["id", "service", "date", "total"];
    let is_other = |key: &&str| !usual.contains(key) && ![REMOVE, "case"].contains(key);
    let others: Vec<&str> = row.cells.iter().map(|(key, _)| key.as_str()).filter(is_other).collect();
    for key in usual.into_iter().chain(others) {
        let said = row.get(key);
        if said.is_empty() {
            continue;
        }
        let path: Vec<String> = key.split('.').map(str::to_owned).collect();
        put(&mut made, &path, read(row, key, &codec(key, policy), said, faults));
    }
    if made.get("facts").is_none() {
        made.put("facts", Json::Object(Vec::new()));
    }
    made
}

fn put_places(into: &mut Json, rows: &[Row], column: &str, faults: &Faults) {
    for row in rows {
        let said = row.get("place");
        let leaf = match row.get(column) {
            "" => {
                faults.add(&row.spot(column), "missing_cell", &[("column", "给定、应为")]);
                continue;
            }
            said => read(row, column, &Codec::Any, said, faults),
        };
        let path = place::steps(said).filter(|path| path.first().is_none_or(|first| is_free(first, column)));
        if !path.is_some_and(|path| put(into, &path, leaf)) {
            faults.add(&row.spot("place"), "bad_place", &[("text", said)]);
        }
    }
}

/// Of a request, only what has no table of its own.
fn is_free(first: &str, column: &str) -> bool {
    column != "given" || !OF_TABLES.contains(&first)
}
