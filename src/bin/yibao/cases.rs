//! Worked cases: a request and the part of its answer that a policy's author computed by hand.
//!
//! Only what an expectation names is compared, to the fen. A list whose entries have an id is written as an object by
//! id; one string where an amount stands means exact (`low = likely = high`).

use yibao::api::estimate;
use yibao::json::{self, Json};
use yibao::policy::catalogue::Catalogue;

/// One worked case.
#[derive(Debug)]
pub struct Case {
    /// The rule it shows, in English.
    pub title: String,
    /// The request's text.
    pub request: String,
    /// What is expected of the answer.
    pub expect: Json,
}

/// Reads a `cases.json`.
///
/// # Errors
/// A sentence with the place that is wrong.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let tree = json::parse(text).map_err(|error| format!("not JSON: {error:?}"))?;
    let Some(Json::Array(cases)) = member(&tree, "cases") else { return Err("/cases: a list is expected".to_owned()) };
    cases.iter().enumerate().map(|(place, case)| read_one(case, place)).collect()
}

fn read_one(case: &Json, place: usize) -> Result<Case, String> {
    let need = |key: &str| member(case, key).ok_or_else(|| format!("/cases/{place}/{key}: missing"));
    let title = match (need("title")?, member(need("title")?, "en"), member(need("title")?, "zh")) {
        (Json::Object(_), Some(Json::String(en)), Some(Json::String(_))) => en.clone(),
        _ => return Err(format!("/cases/{place}/title: zh and en are expected")),
    };
    let request = match need("request")? {
        // A text is taken as it is, so that a case may show what becomes of nonsense.
        Json::String(text) => text.clone(),
        tree => write(tree),
    };
    Ok(Case { title, request, expect: need("expect")?.clone() })
}

/// What differs between the answer and what a case expects; nothing where it holds.
#[must_use]
pub fn differences(case: &Case, catalogue: &Catalogue) -> Vec<String> {
    let answer = serde_json::to_string(&estimate(&case.request, &[], catalogue)).unwrap_or_default();
    let mut found = Vec::new();
    match json::parse(&answer) {
        Ok(answer) => compare(&case.expect, &answer, "", &mut found),
        Err(error) => found.push(format!("the answer cannot be read back: {error:?}")),
    }
    found
}

fn compare(expected: &Json, actual: &Json, path: &str, found: &mut Vec<String>) {
    match (expected, actual) {
        (Json::Object(members), Json::Object(_)) => {
            for (key, want) in members {
                at_key(want, member(actual, key), &format!("{path}/{key}"), found);
            }
        }
        (Json::Object(members), Json::Array(items)) => {
            for (id, want) in members {
                let item = items.iter().find(|item| is_named(item, id));
                at_key(want, item, &format!("{path}/{id}"), found);
            }
        }
        (Json::Array(wanted), Json::Array(items)) if wanted.len() == items.len() => {
            for (place, (want, item)) in wanted.iter().zip(items).enumerate() {
                compare(want, item, &format!("{path}/{place}"), found);
            }
        }
        (Json::String(exact), Json::Object(_)) if is_amount(actual) => {
            for end in ["low", "likely", "high"] {
                at_key(&Json::String(exact.clone()), member(actual, end), &format!("{path}/{end}"), found);
            }
        }
        _ if expected == actual => {}
        _ => found.push(format!("{path}: expected {}, got {}", write(expected), write(actual))),
    }
}

fn at_key(want: &Json, actual: Option<&Json>, path: &str, found: &mut Vec<String>) {
    match actual {
        Some(actual) => compare(want, actual, path, found),
        // A member that answers leave out where it says nothing.
        None if *want == Json::Null => {}
        None => found.push(format!("{path}: expected {}, but it is not there", write(want))),
    }
}

fn is_amount(json: &Json) -> bool {
    member(json, "low").is_some() && member(json, "high").is_some()
}

/// An entry of a list by its id: of a line its expense, of a fund its name, and so on.
fn is_named(item: &Json, id: &str) -> bool {
    ["id", "expense", "fund", "unknown", "condition", "path"]
        .iter()
        .find_map(|key| member(item, key))
        .is_some_and(|name| *name == Json::String(id.to_owned()))
}

fn member<'j>(json: &'j Json, key: &str) -> Option<&'j Json> {
    match json {
        Json::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, value)| value),
        _ => None,
    }
}

/// JSON text of a tree.
fn write(json: &Json) -> String {
    let text = |text: &str| serde_json::Value::String(text.to_owned()).to_string();
    match json {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.clone(),
        Json::String(value) => text(value),
        Json::Array(items) => format!("[{}]", items.iter().map(write).collect::<Vec<_>>().join(",")),
        Json::Object(members) => {
            let members = members.iter().map(|(key, value)| format!("{}:{}", text(key), write(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}
