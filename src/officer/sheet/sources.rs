//! The table of sources.

use super::columns::{SOURCES, columns, remove};
use super::fault::Faults;
use super::given::Row;
use super::rows::Matched;
use super::table::{Kind, Table};
use crate::json::Json;
use crate::json::tree::text;

const COLUMNS: &[(&str, &str, Kind, u16)] = &[
    ("id", "代号", Kind::Key, 8),
    ("title", "文件名", Kind::Text, 50),
    ("publisher", "发布单位", Kind::Text, 30),
    ("date", "日期（可以只写年或年月）", Kind::Day, 12),
    ("status", "哪里公布", Kind::Text, 14),
    ("place", "条款、页码", Kind::Text, 20),
    ("url", "网址", Kind::Text, 40),
    ("old", "旧文件（是）", Kind::Text, 8),
];

/// Members that are plain strings.
const STRINGS: [&str; 5] = ["title", "publisher", "date", "place", "url"];

const STATUS: [(&str, &str); 2] = [("announced", "主管部门公布"), ("reported", "别处报道")];

pub(super) fn statuses() -> [&'static str; 2] {
    STATUS.map(|(_, label)| label)
}

pub(super) fn table(policy: &Json) -> Table {
    let mut columns = columns(COLUMNS);
    columns.push(remove());
    let entries = policy.entries_of("sources");
    let row = |(id, source): &(String, Json)| columns.iter().map(|column| cell(id, source, &column.key)).collect();
    let rows = entries.iter().map(row).collect();
    Table { name: SOURCES, columns, rows }
}

fn cell(id: &str, source: &Json, key: &str) -> String {
    let said = source.text_of(key);
    match key {
        "id" => id.to_owned(),
        "status" => STATUS.iter().find(|(name, _)| *name == said).map_or(said, |(_, label)| label).to_owned(),
        "old" if source.get(key) == Some(&Json::Bool(true)) => "是".to_owned(),
        _ => said.to_owned(),
    }
}

/// Puts the changed rows into the rules.
pub(super) fn build(policy: &mut Json, rows: &[Matched], faults: &Faults) {
    for matched in rows.iter().filter(|matched| !matched.is_same()) {
        let id = matched.row.get("id");
        if id.is_empty() {
            faults.add(&matched.row.spot("id"), "missing_cell", &[("column", "代号")]);
        } else if matched.is_gone {
            if let Some(Json::Object(sources)) = policy.at_mut("/sources") {
                sources.retain(|(key, _)| key != id);
            }
        } else {
            change(policy.member("sources").member(id), &matched.row, faults);
        }
    }
}

fn change(source: &mut Json, row: &Row, faults: &Faults) {
    for key in STRINGS {
        set(source, key, Some(row.get(key)).filter(|said| !said.is_empty()).map(text));
    }
    let said = row.get("status");
    match STATUS.iter().find(|(name, label)| *name == said || *label == said) {
        Some((name, _)) => source.put("status", text(name)),
        None => {
            let choices = statuses().join("、");
            faults.add(&row.spot("status"), "bad_choice", &[("text", said), ("choices", &choices)]);
        }
    }
    match row.get("old") {
        "是" => source.put("old", Json::Bool(true)),
        "" | "否" if source.get("old") == Some(&Json::Bool(true)) => set(source, "old", None),
        "" | "否" => {}
        other => faults.add(&row.spot("old"), "bad_choice", &[("text", other), ("choices", "是")]),
    }
    for (key, column) in [("title", "文件名"), ("publisher", "发布单位"), ("date", "日期")] {
        if row.get(key).is_empty() {
            faults.add(&row.spot(key), "missing_cell", &[("column", column)]);
        }
    }
}

/// A member, or none.
pub(super) fn set(object: &mut Json, key: &str, value: Option<Json>) {
    match value {
        Some(value) if object.get(key) != Some(&value) => object.put(key, value),
        Some(_) => {}
        None => {
            if let Json::Object(members) = object {
                members.retain(|(name, _)| name != key);
            }
        }
    }
}
