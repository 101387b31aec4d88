//! The versions of a value from their rows.

use super::fault::Faults;
use super::given::Row;
use super::leaf::leaf;
use super::typed;
use super::values::title;
use crate::json::Json;
use crate::json::tree::text;
use crate::policy::Unit;

/// What a value is like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub unit: Option<Unit>,
    pub is_table: bool,
}

/// Versions in order of time.
pub(super) fn versions(rows: &[&Row], shape: Shape, faults: &Faults) -> Json {
    let mut groups: Vec<(&str, Vec<&Row>)> = Vec::new();
    for row in rows {
        let name = row.get("version");
        if name.is_empty() {
            faults.add(&row.spot("version"), "missing_cell", &[("column", title("version"))]);
        }
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(row),
            None => groups.push((name, vec![row])),
        }
    }
    groups.sort_by(|(_, a), (_, b)| first_day(a).cmp(first_day(b)));
    Json::Array(groups.iter().map(|(_, rows)| version(rows, shape, faults)).collect())
}

/// A version without a first day comes before all others.
fn first_day<'r>(rows: &[&'r Row]) -> &'r str {
    rows.first().map_or("", |row| row.get("from"))
}

fn version(rows: &[&Row], shape: Shape, faults: &Faults) -> Json {
    let mut members = Vec::new();
    for key in ["from", "to", "source"] {
        members.extend(shared(rows, key, faults).map(|said| (key.to_owned(), text(said))));
    }
    let (key, numbers) = if shape.is_table {
        ("table", table(rows, shape.unit, faults))
    } else {
        ("value", plain(rows, shape.unit, faults))
    };
    members.push((key.to_owned(), numbers));
    Json::Object(members)
}

/// What all rows of a version say in one column.
fn shared<'r>(rows: &[&'r Row], key: &str, faults: &Faults) -> Option<&'r str> {
    let said = rows.first()?.get(key);
    for row in rows.iter().filter(|row| row.get(key) != said) {
        let args = [("column", title(key)), ("text", row.get(key)), ("other", said)];
        faults.add(&row.spot(key), "disagree", &args);
    }
    let is_day = key != "source" && !said.is_empty();
    if let (Some(Err(wrong)), Some(row)) = (is_day.then(|| typed::day(said)), rows.first()) {
        faults.refuse(&row.spot(key), &wrong);
    }
    Some(said).filter(|said| !said.is_empty())
}

fn plain(rows: &[&Row], unit: Option<Unit>, faults: &Faults) -> Json {
    for row in rows.iter().filter(|row| !row.get("row").is_empty()) {
        faults.add(&row.spot("row"), "no_table", &[]);
    }
    rows.first().map_or(Json::Null, |row| leaf(row, unit, faults))
}

fn table(rows: &[&Row], unit: Option<Unit>, faults: &Faults) -> Json {
    let mut table = Json::Object(Vec::new());
    for row in rows {
        let said = row.get("row");
        let number = leaf(row, unit, faults);
        if said.is_empty() {
            faults.add(&row.spot("row"), "needs_row", &[]);
        } else if !put(&mut table, &said.split(',').map(str::trim).collect::<Vec<_>>(), number) {
            faults.add(&row.spot("row"), "bad_row", &[("text", said)]);
        }
    }
    table
}

/// Puts a number in its place; whether nothing stood in the way.
fn put(table: &mut Json, path: &[&str], number: Json) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let is_there = table.get(first).is_some();
    if rest.is_empty() {
        if !is_there {
            table.put(first, number);
        }
        return !is_there;
    }
    if table.get(first).is_some_and(super::leaf::is_leaf) {
        return false;
    }
    if !is_there {
        table.put(first, Json::Object(Vec::new()));
    }
    put(table.member(first), rest, number)
}
