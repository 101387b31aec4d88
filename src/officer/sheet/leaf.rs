//! One number of a value: published, not published, or applied only where the user enters it.

use super::fault::Faults;
use super::given::Row;
use super::typed::number;
use super::values::title;
use crate::json::Json;
use crate::json::tree::text;
use crate::policy::Unit;

const PUBLISHED: &str = "公布";
const UNPUBLISHED: &str = "未公布";
const IF_ENTERED: &str = "填了才算";

/// The members of each kind of number: what it is in the file, and the columns that it fills.
const STATES: [(&str, &str, &[&str]); 3] = [
    (PUBLISHED, "", &["number"]),
    (
        UNPUBLISHED,
        "unpublished",
        &["low", "high", "suggested", "typical_low", "typical_high", "typical_source", "note_zh", "note_en"],
    ),
    (IF_ENTERED, "if_entered", &["suggested", "note_zh", "note_en"]),
];

pub(super) fn states() -> [&'static str; 3] {
    STATES.map(|(name, ..)| name)
}

pub(super) fn is_leaf(json: &Json) -> bool {
    !matches!(json, Json::Object(_)) || json.get("unpublished").is_some() || json.get("if_entered").is_some()
}

/// The cells of a number.
pub(super) fn cells(leaf: &Json, unit: Option<Unit>) -> Vec<(&'static str, String)> {
    let shown = |json: Option<&Json>| json.and_then(Json::as_str).map(|number| said(number, unit)).unwrap_or_default();
    let listed = |json: Option<&Json>| {
        let items = json.map_or(&[][..], Json::items).iter();
        items.map(|item| shown(Some(item))).collect::<Vec<_>>().join("、")
    };
    let plain = |json: Option<&Json>| json.and_then(Json::as_str).unwrap_or_default().to_owned();
    let note = |of: &Json, lang: &str| plain(of.get("note").and_then(|note| note.get(lang)));
    if let Some(inner) = leaf.get("unpublished") {
        let typical = |key: &str| inner.get("typical").and_then(|typical| typical.get(key));
        return vec![
            ("state", UNPUBLISHED.to_owned()),
            ("low", shown(inner.get("low"))),
            ("high", shown(inner.get("high"))),
            ("suggested", listed(inner.get("suggested"))),
            ("typical_low", shown(typical("low"))),
            ("typical_high", shown(typical("high"))),
            ("typical_source", plain(typical("source"))),
            ("note_zh", note(inner, "zh")),
            ("note_en", note(inner, "en")),
        ];
    }
    if let Some(inner) = leaf.get("if_entered") {
        return vec![
            ("state", IF_ENTERED.to_owned()),
            ("suggested", listed(inner.get("seen"))),
            ("note_zh", note(inner, "zh")),
            ("note_en", note(inner, "en")),
        ];
    }
    vec![("state", PUBLISHED.to_owned()), ("number", shown(Some(leaf)))]
}

/// Yes and no are said in Chinese.
fn said(number: &str, unit: Option<Unit>) -> String {
    match (unit, number) {
        (Some(Unit::YesNo), "yes") => "是",
        (Some(Unit::YesNo), "no") => "否",
        (_, number) => number,
    }
    .to_owned()
}

/// The number of a row.
pub(super) fn leaf(row: &Row, unit: Option<Unit>, faults: &Faults) -> Json {
    let state = Some(row.get("state")).filter(|state| !state.is_empty()).unwrap_or(PUBLISHED);
    let Some((_, member, columns)) = STATES.iter().find(|(name, ..)| *name == state) else {
        let choices = states().join("、");
        faults.add(&row.spot("state"), "bad_choice", &[("text", state), ("choices", &choices)]);
        return Json::Null;
    };
    refuse_unneeded(row, state, columns, faults);
    if member.is_empty() {
        return published(row, unit, faults);
    }
    let mut inner = Json::Object(Vec::new());
    for (key, column) in [("low", "low"), ("high", "high")] {
        put(&mut inner, key, one(row, column, unit, faults));
    }
    let list = list(row, unit, faults);
    put(&mut inner, if *member == "if_entered" { "seen" } else { "suggested" }, list);
    put(&mut inner, "typical", typical(row, unit, faults));
    put(&mut inner, "note", note(row, faults));
    Json::Object(vec![((*member).to_owned(), inner)])
}

/// A number that is published now needs what was suggested no more: cells that still say what they said before the state
/// changed are left out. What was written anew is told.
pub(super) fn settled(row: &Row, old: Option<&Row>) -> Row {
    let mut row = row.clone();
    let Some(old) = old.filter(|old| old.get("state") != row.get("state")) else { return row };
    let needed = STATES.iter().find(|(name, ..)| *name == row.get("state")).map_or(&[][..], |(_, _, columns)| columns);
    let is_of_state = |key: &str| STATES.iter().any(|(_, _, columns)| columns.contains(&key));
    row.cells.retain(|key, entry| !is_of_state(key) || needed.contains(&key.as_str()) || entry.text != old.get(key));
    row
}

fn put(object: &mut Json, key: &str, value: Option<Json>) {
    if let Some(value) = value {
        object.put(key, value);
    }
}

fn refuse_unneeded(row: &Row, state: &str, columns: &[&str], faults: &Faults) {
    let all = STATES.iter().flat_map(|(_, _, columns)| columns.iter());
    let mut told: Vec<&str> = Vec::new();
    for column in all.filter(|column| !columns.contains(column)) {
        let said = row.get(column);
        if !said.is_empty() && !told.contains(column) {
            told.push(column);
            let args = [("state", state), ("column", title(column)), ("text", said)];
            faults.add(&row.spot(column), "unneeded_cell", &args);
        }
    }
}

fn published(row: &Row, unit: Option<Unit>, faults: &Faults) -> Json {
    if row.get("number").is_empty() {
        faults.add(&row.spot("number"), "missing_cell", &[("column", title("number"))]);
    }
    one(row, "number", unit, faults).unwrap_or(Json::Null)
}

/// The number of a cell; none where it is empty.
fn one(row: &Row, column: &str, unit: Option<Unit>, faults: &Faults) -> Option<Json> {
    let said = row.get(column);
    if said.is_empty() { None } else { Some(text(checked(row, column, said, unit, faults))) }
}

fn list(row: &Row, unit: Option<Unit>, faults: &Faults) -> Option<Json> {
    let said = row.get("suggested");
    let parts = said.split('、').map(|part| text(checked(row, "suggested", part.trim(), unit, faults)));
    if said.is_empty() { None } else { Some(Json::Array(parts.collect())) }
}

fn checked(row: &Row, column: &str, said: &str, unit: Option<Unit>, faults: &Faults) -> String {
    let read = unit.map_or_else(|| Ok(said.to_owned()), |unit| number(said, unit));
    read.unwrap_or_else(|wrong| {
        faults.refuse(&row.spot(column), &wrong);
        said.to_owned()
    })
}

fn typical(row: &Row, unit: Option<Unit>, faults: &Faults) -> Option<Json> {
    let mut typical = Json::Object(Vec::new());
    for (key, column) in [("low", "typical_low"), ("high", "typical_high")] {
        put(&mut typical, key, one(row, column, unit, faults));
    }
    put(&mut typical, "source", Some(row.get("typical_source")).filter(|said| !said.is_empty()).map(text));
    if typical.entries().is_empty() { None } else { Some(typical) }
}

fn note(row: &Row, faults: &Faults) -> Option<Json> {
    let (zh, en) = (row.get("note_zh"), row.get("note_en"));
    for (column, said, other) in [("note_zh", zh, en), ("note_en", en, zh)] {
        if said.is_empty() && !other.is_empty() {
            faults.add(&row.spot(column), "missing_cell", &[("column", title(column))]);
        }
    }
    let words = Json::Object(vec![("zh".to_owned(), text(zh)), ("en".to_owned(), text(en))]);
    if zh.is_empty() && en.is_empty() { None } else { Some(words) }
}
