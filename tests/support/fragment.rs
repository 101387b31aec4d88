//! Policy fragments and short cases, as docs/mechanisms writes them, made whole.

use serde_json::{Map, Value, json};
use std::fs;

pub const REGION: &str = "990000";

/// A page of docs/mechanisms.
pub struct Page {
    pub name: String,
    pub fragment: Value,
    pub cases: Value,
}

/// Every page, in order.
#[allow(clippy::disallowed_methods, reason = "the pages are files")]
pub fn pages() -> Vec<Page> {
    let mut files: Vec<_> = fs::read_dir("docs/mechanisms").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| !path.ends_with("README.md"));
    files
        .iter()
        .map(|path| page(&path.file_name().unwrap().to_string_lossy(), &fs::read_to_string(path).unwrap()))
        .collect()
}

fn page(name: &str, text: &str) -> Page {
    let blocks: Vec<&str> = text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [fragment, cases] = blocks[..] else { panic!("{name}: a fragment and its cases are expected") };
    let parsed = |text: &str| serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    Page { name: name.to_owned(), fragment: parsed(fragment), cases: parsed(cases) }
}

fn words(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

/// Sets a member that is not there.
fn fill(object: &mut Value, key: &str, value: Value) {
    object.as_object_mut().unwrap().entry(key.to_owned()).or_insert(value);
}

/// A whole policy file of a region of its own.
pub fn policy_file(fragment: &Value) -> Value {
    let mut file = fragment.clone();
    fill(&mut file, "format", json!(1));
    fill(&mut file, "region", json!(REGION));
    fill(&mut file, "name", words("region"));
    let source = json!({"title": "t", "publisher": "p", "date": "2025", "status": "announced"});
    fill(&mut file, "sources", json!({"S": source}));
    for values in ["indices"].iter().filter_map(|key| fragment.get(key)?.as_object().map(|_| *key)) {
        whole_values(&mut file[values]);
    }
    for (name, class) in file.get_mut("item_classes").and_then(Value::as_object_mut).into_iter().flatten() {
        fill(class, "words", words(name));
        fill(class, "source", json!("S"));
    }
    for programme in file["programmes"].as_array_mut().unwrap() {
        whole_programme(programme);
    }
    file
}

fn whole_programme(programme: &mut Value) {
    let id = programme["id"].as_str().unwrap().to_owned();
    fill(programme, "kind", json!("reimbursement"));
    if programme["kind"] == "reimbursement" || programme["kind"] == "allowance" {
        fill(programme, "fund", json!("basic"));
        fill(programme, "services", json!(["inpatient"]));
    }
    fill(programme, "name", words(&id));
    fill(programme, "clause", words(&id));
    fill(programme, "sources", json!(["S"]));
    for key in ["person", "expense"] {
        for condition in programme.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten() {
            fill(condition, "words", words("condition"));
        }
    }
    for reading in programme.get_mut("readings").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut) {
        for key in ["words", "why"] {
            fill(reading, key, words("reading"));
        }
    }
    if programme.get("values").is_some() {
        whole_values(&mut programme["values"]);
    }
}

fn whole_values(values: &mut Value) {
    for (name, value) in values.as_object_mut().unwrap() {
        fill(value, "words", words(name));
        let members = value.as_object_mut().unwrap();
        let only = ["value", "table"].iter().find_map(|key| Some((*key, members.remove(*key)?)));
        if let Some((key, number)) = only {
            members.insert("versions".to_owned(), json!([{key: number}]));
        }
        for version in value["versions"].as_array_mut().unwrap() {
            fill(version, "source", json!("S"));
        }
    }
}

/// Cases as `cases.json` has them.
pub fn cases_file(cases: &[Value]) -> Vec<Value> {
    cases.iter().map(whole_case).collect()
}

fn whole_case(case: &Value) -> Value {
    let mut request = case["request"].clone();
    fill(&mut request, "region", json!(REGION));
    fill(&mut request, "asked_on", json!("2025-12-31"));
    fill(&mut request, "facts", json!({}));
    fill(&mut request["facts"], "scheme", json!("employee"));
    let mut ids = Vec::new();
    for (place, expense) in request["expenses"].as_array_mut().into_iter().flatten().enumerate() {
        let nth = place + 1;
        fill(expense, "id", json!(format!("e{nth}")));
        fill(expense, "service", json!("inpatient"));
        fill(expense, "date", json!(format!("2025-03-{nth:02}")));
        fill(expense, "facts", json!({}));
        let is_split = expense.get("items").is_some() || expense.get("total").is_none();
        for part in ["self_paid", "advance"].iter().filter(|_| !is_split) {
            fill(&mut expense["facts"], part, json!("0.00"));
        }
        ids.push(expense["id"].as_str().unwrap().to_owned());
    }
    let mut expect = case.get("expect").cloned().unwrap_or(json!({}));
    for (id, paid) in ids.iter().zip(case["paid"].as_array().into_iter().flatten()) {
        expect["expenses"][id]["slip"]["fund_pay_sumamt"] = paid.clone();
    }
    json!({"title": words(case["title"].as_str().unwrap()), "request": request, "expect": expect})
}
