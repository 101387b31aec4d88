//! The tables of worked cases: who, which bills, what else is given, and what is expected.

mod build;
mod flat;
mod place;

pub(super) use build::build;

use super::codec::Codec;
use super::columns::{CASES, EXPECTED, EXPENSES, EXTRAS, columns, remove};
use super::table::{Column, Kind, Table};
use crate::json::Json;
use crate::vocabulary::Fact;
use flat::{leaves, members};

const OF_CASE: &[(&str, &str, Kind, u16)] = &[
    ("case", "例子", Kind::Key, 6),
    ("title_zh", "标题：说明哪一条规定", Kind::Text, 40),
    ("title_en", "标题（英文）", Kind::Text, 40),
    ("region", "地区", Kind::Text, 9),
    ("asked_on", "哪天问", Kind::Day, 12),
];
const OF_EXPENSE: &[(&str, &str, Kind, u16)] = &[
    ("case", "例子", Kind::Key, 6),
    ("id", "费用", Kind::Key, 6),
    ("service", "就医类型", Kind::Text, 14),
    ("date", "日期", Kind::Day, 12),
    ("total", "总费用", Kind::Number, 12),
];
const OF_EXTRA: &[(&str, &str, Kind, u16)] =
    &[("case", "例子", Kind::Key, 6), ("place", "位置", Kind::Key, 60), ("given", "给定", Kind::Number, 20)];
const OF_EXPECTED: &[(&str, &str, Kind, u16)] = &[
    ("case", "例子", Kind::Key, 6),
    ("place", "位置", Kind::Key, 60),
    ("place_name", "意思", Kind::Shown, 30),
    ("expected", "应为", Kind::Number, 20),
];

/// Facts that a table has before any case names one.
const USUAL_OF_PERSON: [&str; 4] = ["facts.scheme", "facts.birth_date", "facts.hardship", "facts.retired"];
const USUAL_OF_EXPENSE: [&str; 5] =
    ["facts.self_paid", "facts.advance", "facts.facility_level", "facts.out_of_area", "facts.third_party_liable"];

/// The column of a request that is a text and no JSON object: it shows what becomes of nonsense.
const REQUEST: &str = "request";

pub(super) fn tables(cases: &Json, policy: &Json) -> [Table; 4] {
    let cases: Vec<(String, &Json)> = (1u32..).map(|number| number.to_string()).zip(items(cases)).collect();
    [of_cases(&cases, policy), of_expenses(&cases, policy), of_extras(&cases), of_expected(&cases, policy)]
}

pub(super) fn items(cases: &Json) -> &[Json] {
    cases.items_of("cases")
}

/// A column for a member of a case's person or of an expense, by the path to it: `facts.scheme`, `settled.basic`.
pub(super) fn column(key: &str) -> Option<Column> {
    let id = key.strip_prefix("facts.")?;
    let fact = Fact::named(id).filter(|fact| *fact != Fact::service())?;
    Some(Column::new(key, &fact.spec().words.zh, kind(&Codec::of_fact(fact, &Json::Null)), 14))
}

fn kind(codec: &Codec) -> Kind {
    match codec {
        Codec::Day { .. } => Kind::Day,
        Codec::Money | Codec::Whole(..) => Kind::Number,
        _ => Kind::Text,
    }
}

/// How the member of this column is written.
fn codec(key: &str, policy: &Json) -> Codec {
    match key {
        "title_zh" | "title_en" | "region" | "id" | REQUEST => Codec::Words,
        "asked_on" | "date" => Codec::Day { not_yet: false },
        "total" => Codec::Money,
        "service" => Codec::of_fact(Fact::service(), policy),
        _ if key.starts_with("settled.") => Codec::Money,
        _ => key.strip_prefix("facts.").and_then(Fact::named).map_or(Codec::Words, |fact| Codec::of_fact(fact, policy)),
    }
}

/// The named columns, the usual facts, and whatever else the entries hold.
fn with_members(named: &[(&str, &str, Kind, u16)], usual: &[&str], entries: &[Vec<(String, &Json)>]) -> Vec<Column> {
    let mut all = columns(named);
    let used = entries.iter().flatten().map(|(key, _)| key.as_str());
    for key in usual.iter().copied().chain(used) {
        if !all.iter().any(|column| column.key == key) {
            let path: Vec<String> = key.split('.').map(str::to_owned).collect();
            let title = || place::meaning(&path, &Json::Null);
            all.push(column(key).unwrap_or_else(|| Column::new(key, &title(), Kind::Text, 14)));
        }
    }
    all
}

fn row(columns: &[Column], cells: &[(String, &Json)], plain: &[(&str, &str)], policy: &Json) -> Vec<String> {
    let cell = |column: &Column| {
        let said = plain.iter().find(|(key, _)| *key == column.key).map(|(_, text)| (*text).to_owned());
        let given = || cells.iter().find(|(key, _)| *key == column.key);
        said.or_else(|| given().map(|(key, json)| codec(key, policy).encode(json))).unwrap_or_default()
    };
    columns.iter().map(cell).collect()
}

/// What the row of a case tells: its title, and of its request the region, the day and the facts.
fn of_case(case: &Json) -> Vec<(String, &Json)> {
    let mut cells = Vec::new();
    for (key, lang) in [("title_zh", "zh"), ("title_en", "en")] {
        cells.extend(case.get("title").and_then(|title| title.get(lang)).map(|text| (key.to_owned(), text)));
    }
    let Some(request) = case.get("request") else { return cells };
    if !matches!(request, Json::Object(_)) {
        cells.push((REQUEST.to_owned(), request));
    }
    for key in ["region", "asked_on"] {
        cells.extend(request.get(key).map(|json| (key.to_owned(), json)));
    }
    let facts = request.entries_of("facts");
    cells.extend(facts.iter().map(|(key, json)| (format!("facts.{key}"), json)));
    cells
}

fn of_cases(cases: &[(String, &Json)], policy: &Json) -> Table {
    let entries: Vec<_> = cases.iter().map(|(_, case)| of_case(case)).collect();
    let mut columns = with_members(OF_CASE, &USUAL_OF_PERSON, &entries);
    columns.push(remove());
    let rows = cases.iter().zip(&entries);
    let rows = rows.map(|((number, _), cells)| row(&columns, cells, &[("case", number)], policy)).collect();
    Table { name: CASES, columns, rows }
}

fn of_expenses(cases: &[(String, &Json)], policy: &Json) -> Table {
    let expenses = |case: &'_ Json| -> Vec<Json> {
        case.get("request").and_then(|request| request.get("expenses")).map_or(&[][..], Json::items).to_vec()
    };
    let all: Vec<(String, Json)> =
        cases.iter().flat_map(|(number, case)| expenses(case).into_iter().map(|json| (number.clone(), json))).collect();
    let entries: Vec<_> = all.iter().map(|(_, expense)| members(expense)).collect();
    let mut columns = with_members(OF_EXPENSE, &USUAL_OF_EXPENSE, &entries);
    columns.push(remove());
    let rows = all.iter().zip(&entries);
    let rows = rows.map(|((number, _), cells)| row(&columns, cells, &[("case", number)], policy)).collect();
    Table { name: EXPENSES, columns, rows }
}

/// The rest of a request.
fn of_extras(cases: &[(String, &Json)]) -> Table {
    let mut columns = columns(OF_EXTRA);
    columns.push(remove());
    let mut rows = Vec::new();
    for (number, case) in cases {
        let request = case.entries_of("request");
        for (key, json) in request.iter().filter(|(key, _)| !build::OF_TABLES.contains(&key.as_str())) {
            for (path, leaf) in leaves(json, vec![key.clone()]) {
                rows.push(vec![number.clone(), place::text(&path), Codec::Any.encode(leaf), String::new()]);
            }
        }
    }
    Table { name: EXTRAS, columns, rows }
}

fn of_expected(cases: &[(String, &Json)], policy: &Json) -> Table {
    let mut columns = columns(OF_EXPECTED);
    columns.push(remove());
    let mut rows = Vec::new();
    for (number, case) in cases {
        let Some(expect) = case.get("expect") else { continue };
        for (path, leaf) in leaves(expect, Vec::new()) {
            let texts = [place::text(&path), place::meaning(&path, policy), Codec::Any.encode(leaf), String::new()];
            rows.push([&[number.clone()][..], &texts].concat());
        }
    }
    Table { name: EXPECTED, columns, rows }
}
