//! A small region: what a policy fragment answers to a few bills.

use super::answers::fen;
use super::fragment::policy_file;
use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;

pub fn answer(fragment: &Value, expenses: &Value) -> Value {
    answer_of(fragment, json!({"scheme": "employee"}), expenses)
}

pub fn catalogue_of(fragment: &Value) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let problems = &catalogue.add(&[&policy_file(fragment).to_string()])[0].problems;
    assert!(problems.is_empty(), "{problems:?}");
    catalogue
}

pub fn answer_of(fragment: &Value, facts: Value, expenses: &Value) -> Value {
    let catalogue = catalogue_of(fragment);
    let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": facts, "expenses": expenses});
    serde_json::to_value(yibao::api::estimate(&request.to_string(), &[], &catalogue)).unwrap()
}

pub fn bill(id: &str, total: &str, self_paid: Value) -> Value {
    let date = format!("2025-03-0{}", &id[1..]);
    let facts = json!({"self_paid": self_paid, "advance": "0.00"});
    json!({"id": id, "service": "inpatient", "date": date, "total": total, "facts": facts})
}

/// Least and greatest, in fen.
pub fn ends(amount: &Value) -> (i64, i64) {
    let end = |end: &str| fen(amount[end].as_str().unwrap_or_else(|| panic!("{amount}")));
    (end("low"), end("high"))
}

pub fn fund(answer: &Value, fund: &str) -> (i64, i64) {
    ends(&answer["funds"].as_array().unwrap().iter().find(|entry| entry["fund"] == fund).unwrap()["paid"])
}
