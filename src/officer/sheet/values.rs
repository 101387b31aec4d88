//! The table of values: one row for each number, with its version and its row of a table.

use super::columns::{VALUES, columns, remove};
use super::fault::Faults;
use super::given::meant;
use super::leaf;
use super::merge::like;
use super::rows::Matched;
use super::table::{Kind, Table};
use super::versions::{Shape, versions};
use crate::json::Json;
use crate::json::problem::pointer;
use crate::officer::facts::meaning;
use crate::officer::near::nearest;
use crate::policy::Unit;

pub(super) const COLUMNS: &[(&str, &str, Kind, u16)] = &[
    ("programme", "项目", Kind::Key, 24),
    ("programme_name", "项目名称", Kind::Shown, 20),
    ("value", "数值", Kind::Key, 18),
    ("value_name", "数值名称", Kind::Shown, 20),
    ("unit", "单位", Kind::Shown, 8),
    ("version", "版本", Kind::Key, 6),
    ("row", "行", Kind::Key, 10),
    ("row_name", "行的意思", Kind::Shown, 24),
    ("from", "起", Kind::Day, 12),
    ("to", "止", Kind::Day, 12),
    ("source", "来源", Kind::Text, 8),
    ("state", "状态", Kind::Text, 10),
    ("number", "数", Kind::Number, 12),
    ("low", "最低", Kind::Number, 10),
    ("high", "最高", Kind::Number, 10),
    ("suggested", "参考（用“、”隔开）", Kind::Number, 16),
    ("typical_low", "常见，最低", Kind::Number, 10),
    ("typical_high", "常见，最高", Kind::Number, 10),
    ("typical_source", "常见的来源", Kind::Text, 10),
    ("note_zh", "备注", Kind::Text, 40),
    ("note_en", "备注（英文）", Kind::Text, 40),
];

pub(super) fn title(key: &str) -> &'static str {
    COLUMNS.iter().find(|(name, ..)| *name == key).map_or("", |(_, title, ..)| title)
}

pub(super) fn table(policy: &Json) -> Table {
    let mut columns = columns(COLUMNS);
    columns.push(remove());
    let mut rows = Vec::new();
    for programme in policy.items_of("programmes") {
        for (name, value) in programme.entries_of("values") {
            for (number, version) in (1u32..).zip(value.items_of("versions")) {
                let shared = shared(programme, name, value, number, version);
                for (path, leaf) in leaves(version) {
                    let cells = [&shared[..], &of_row(value, &path), &leaf::cells(leaf, unit(value))].concat();
                    rows.push(columns.iter().map(|column| cell(&cells, &column.key)).collect());
                }
            }
        }
    }
    Table { name: VALUES, columns, rows }
}

fn cell(cells: &[(&'static str, String)], key: &str) -> String {
    cells.iter().find(|(name, _)| *name == key).map(|(_, text)| text.clone()).unwrap_or_default()
}

/// What all rows of a version say alike.
fn shared(programme: &Json, name: &str, value: &Json, number: u32, version: &Json) -> Vec<(&'static str, String)> {
    let text = |of: Option<&Json>| of.and_then(Json::as_str).unwrap_or_default().to_owned();
    let zh = |of: Option<&Json>| text(of.and_then(|words| words.get("zh")));
    let unit = match unit(value) {
        Some(Unit::Money) => "元",
        Some(Unit::Rate) => "比例",
        Some(Unit::Count) => "整数",
        Some(Unit::YesNo) => "是或否",
        None => "",
    };
    vec![
        ("programme", text(programme.get("id"))),
        ("programme_name", zh(programme.get("name"))),
        ("value", name.to_owned()),
        ("value_name", zh(value.get("words"))),
        ("unit", unit.to_owned()),
        ("version", number.to_string()),
        ("from", text(version.get("from"))),
        ("to", text(version.get("to"))),
        ("source", text(version.get("source"))),
    ]
}

fn unit(value: &Json) -> Option<Unit> {
    Unit::named(value.text_of("unit"))
}

/// Which row of a table, and what its keys mean.
fn of_row(value: &Json, path: &[String]) -> Vec<(&'static str, String)> {
    let facts = value.items_of("by");
    let names = path.iter().zip(facts).map(|(key, fact)| meaning(fact.as_str().unwrap_or_default(), key).zh);
    vec![("row", path.join(",")), ("row_name", names.collect::<Vec<_>>().join("，"))]
}

/// The numbers of a version, each with its keys.
fn leaves(version: &Json) -> Vec<(Vec<String>, &Json)> {
    let mut found = Vec::new();
    if let Some(value) = version.get("value") {
        found.push((Vec::new(), value));
    }
    if let Some(table) = version.get("table") {
        walk(table, &[], &mut found);
    }
    found
}

fn walk<'j>(json: &'j Json, path: &[String], found: &mut Vec<(Vec<String>, &'j Json)>) {
    if leaf::is_leaf(json) {
        found.push((path.to_vec(), json));
        return;
    }
    for (key, inner) in json.entries() {
        walk(inner, &[path, std::slice::from_ref(key)].concat(), found);
    }
}

/// Puts the changed rows into the rules.
pub(super) fn build(policy: &mut Json, rows: &[Matched], faults: &Faults) {
    let mut groups: Vec<([&str; 2], Vec<&Matched>)> = Vec::new();
    for row in rows {
        let name = [row.row.get("programme"), row.row.get("value")];
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(row),
            None => groups.push((name, vec![row])),
        }
    }
    for (name, group) in groups.into_iter().filter(|(_, group)| !group.iter().all(|row| row.is_same())) {
        change(policy, name, &group, faults);
    }
}

fn change(policy: &mut Json, [programme, name]: [&str; 2], rows: &[&Matched], faults: &Faults) {
    let Some(place) = find(policy, [programme, name], rows, faults) else { return };
    let Some(value) = policy.at_mut(&place) else { return };
    let shape = Shape { unit: unit(value), is_table: value.get("by").is_some() };
    let before = value.get("versions").cloned().unwrap_or(Json::Null);
    let old: Vec<_> = rows.iter().filter_map(|matched| matched.old.as_ref()).collect();
    let first = rows.iter().find(|matched| !matched.is_same()).map(|matched| matched.row.spot("value"));
    if like(&before, versions(&old, shape, &Faults::default())) != before {
        faults.add(&first.unwrap_or_default(), "only_in_text", &[("name", &format!("{programme} {name}"))]);
        return;
    }
    let kept = rows.iter().filter(|matched| !matched.is_gone);
    let kept: Vec<_> = kept.map(|matched| leaf::settled(&matched.row, matched.old.as_ref())).collect();
    if kept.is_empty() {
        faults.add(&first.unwrap_or_default(), "last_version", &[("name", name)]);
        return;
    }
    let made = versions(&kept.iter().collect::<Vec<_>>(), shape, faults);
    value.put("versions", like(&before, made));
}

/// The pointer to a value, or what its rows name wrongly.
fn find(policy: &Json, [programme, name]: [&str; 2], rows: &[&Matched], faults: &Faults) -> Option<String> {
    let programmes = policy.items_of("programmes");
    let id = |json: &Json| json.text_of("id").to_owned();
    let refuse = |key: &str, code, known: Vec<String>, args: &[(&'static str, &str)]| {
        let [zh, en] = meant(nearest(rows.first()?.row.get(key), &known));
        let args = [args, &[("meant_zh", zh.as_str()), ("meant_en", en.as_str())]].concat();
        rows.iter().for_each(|matched| faults.add(&matched.row.spot(key), code, &args));
        None
    };
    for (key, said) in [("programme", programme), ("value", name)] {
        if said.is_empty() {
            rows.iter().for_each(|row| faults.add(&row.row.spot(key), "missing_cell", &[("column", title(key))]));
            return None;
        }
    }
    let Some(place) = programmes.iter().position(|json| id(json) == programme) else {
        return refuse("programme", "unknown_programme", programmes.iter().map(id).collect(), &[("name", programme)]);
    };
    let values = programmes.get(place).and_then(|json| json.get("values")).map_or(&[][..], Json::entries);
    if !values.iter().any(|(key, _)| key == name) {
        let known = values.iter().map(|(key, _)| key.clone()).collect();
        return refuse("value", "unknown_value", known, &[("programme", programme), ("name", name)]);
    }
    Some(pointer(&format!("/programmes/{place}/values"), name))
}
