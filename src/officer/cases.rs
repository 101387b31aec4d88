//! Worked cases: a request and the part of its answer that a policy's author computed by hand.
//!
//! Only what an expectation names is compared, to the fen. A list whose entries have an id is written as an object by
//! id; one string where an amount stands means exact (`low = likely = high`). Amounts compare as amounts: `"2610"` is
//! `"2610.00"`.

use super::notice::Lang;
use crate::api::estimate;
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Node, Problems, json_tree, read_all};
use crate::json::{self, Json, ReadJson};
use crate::policy::catalogue::Catalogue;
use crate::words::{Words, words};

/// One worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// The rule it shows.
    pub title: Words,
    /// The request's text.
    pub request: String,
    /// What is expected of the answer.
    pub expect: Json,
}

/// What is expected and what is answered at one place.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Difference {
    /// Where in the expectation; entries of lists by their ids.
    pub path: String,
    /// What the case expects.
    pub expected: Json,
    /// What is answered; none where it is not there.
    pub actual: Option<Json>,
}

/// Reads a `cases.json`.
///
/// # Errors
/// Every problem of the file.
pub fn read(text: &str) -> Result<Vec<Case>, Vec<Problem>> {
    let problems = Problems::default();
    let cases = json_tree(text, &problems).and_then(|json| read_file(&Node::root(&json, &problems)));
    match cases {
        Some(cases) if problems.count() == 0 => Ok(cases),
        _ => Err(problems.into_vec()),
    }
}

fn read_file(node: &Node) -> Option<Vec<Case>> {
    let items = node.members(&["cases"])?.need("cases")?.items()?;
    read_all(&items, read_one)
}

fn read_one(node: &Node) -> Option<Case> {
    let members = node.members(&["title", "request", "expect"])?;
    let title = members.need("title").and_then(|at| words(&at));
    let request = members.need("request").map(|at| match at.json {
        // A text is taken as it is, so that a case may show what becomes of nonsense.
        Json::String(text) => text.to_string(),
        tree => write(&tree.owned()),
    });
    let expect = members.need("expect");
    if let Some(at) = expect.filter(|at| proves_nothing(at.json)) {
        at.note(Code::EmptyExpectation, &[]);
    }
    Some(Case { title: title?, request: request?, expect: expect?.json.owned() })
}

/// An object without members holds whatever the answer is, and so does one of such objects.
fn proves_nothing(expect: &ReadJson) -> bool {
    matches!(expect, Json::Object(members) if members.iter().all(|(_, inner)| proves_nothing(inner)))
}

/// What differs between the answer and what a case expects; nothing where it holds.
#[must_use]
pub fn differences(case: &Case, catalogue: &Catalogue) -> Vec<Difference> {
    let mut found = Vec::new();
    let answer = answer(&case.request, catalogue);
    match refused(&case.expect, &answer) {
        Some(problems) => found.push(difference("/problems", &Json::Array(Vec::new()), Some(problems))),
        None => compare(&case.expect, &answer, "", &mut found),
    }
    found
}

/// The problems of a request that was refused, where an estimate was expected: of that nothing else can be said.
fn refused<'a>(expect: &Json, answer: &'a Json) -> Option<&'a Json> {
    let is_expected = expect.get("outcome").is_some() || expect.get("problems").is_some();
    answer.get("problems").filter(|_| !is_expected)
}

/// The answer to a request, as a tree.
#[must_use]
pub fn answer(request: &str, catalogue: &Catalogue) -> Json {
    let text = serde_json::to_string(&estimate(request, &[], catalogue)).unwrap_or_default();
    json::parse(&text).unwrap_or(Json::Null)
}

fn compare(expected: &Json, actual: &Json, path: &str, found: &mut Vec<Difference>) {
    match (expected, actual) {
        (Json::Object(members), Json::Object(_)) => {
            for (key, want) in members {
                at_key(want, actual.get(key), &format!("{path}/{key}"), found);
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
                at_key(&Json::String(exact.clone()), actual.get(end), &format!("{path}/{end}"), found);
            }
        }
        _ if is_same(expected, actual) => {}
        _ => found.push(difference(path, expected, Some(actual))),
    }
}

fn at_key(want: &Json, actual: Option<&Json>, path: &str, found: &mut Vec<Difference>) {
    match actual {
        Some(actual) => compare(want, actual, path, found),
        // A member that answers leave out where it says nothing.
        None if *want == Json::Null => {}
        None => found.push(difference(path, want, None)),
    }
}

fn difference(path: &str, expected: &Json, actual: Option<&Json>) -> Difference {
    Difference { path: path.to_owned(), expected: expected.clone(), actual: actual.cloned() }
}

/// Whether two values are equal; of two numbers in strings, whether they are one number.
fn is_same(expected: &Json, actual: &Json) -> bool {
    let number = |json: &Json| json.as_str().and_then(plain_number);
    expected == actual || matches!((number(expected), number(actual)), (Some(a), Some(b)) if a == b)
}

/// A decimal number without the zeros at its end.
fn plain_number(text: &str) -> Option<String> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(places)).then(|| format!("{whole}.{}", places.trim_end_matches('0')))
}

fn is_amount(json: &Json) -> bool {
    json.get("low").is_some() && json.get("high").is_some()
}

/// An entry of a list by its id: of a line its expense, of a fund its name, and so on.
fn is_named(item: &Json, id: &str) -> bool {
    ["id", "expense", "fund", "unknown", "condition", "path"]
        .iter()
        .find_map(|key| item.get(key))
        .is_some_and(|name| name.as_str() == Some(id))
}

/// JSON text of a tree, numbers as they were written.
#[must_use]
pub fn write(json: &Json) -> String {
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

/// Differences, each on a line of its own.
#[must_use]
pub fn shown(found: &[Difference]) -> String {
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n    ")
}

impl Difference {
    /// In words.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        let expected = write(&self.expected);
        match &self.actual {
            Some(actual) => format!("{}：应为 {expected}，算出 {}", self.path, write(actual)),
            None => format!("{}：应为 {expected}，但答案里没有这一项", self.path),
        }
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let expected = write(&self.expected);
        match &self.actual {
            Some(actual) => write!(f, "{}: expected {expected}, got {}", self.path, write(actual)),
            None => write!(f, "{}: expected {expected}, but it is not there", self.path),
        }
    }
}
