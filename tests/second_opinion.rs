//! A second opinion: a settlement in another language, without a line of this code. docs/reliability.md says how
//! independent it is.
//!
//! 1. Its answers to a thousand random requests, on which everything is known, are the core's to the fen.
//! 2. What a shipped file replaces is there. Where it is not, two programmes would pay for one bill.
//!
//! `npm run deep` asks it afresh; [scripts/second-opinion](../scripts/second-opinion) says how the answers are written.

use crate::support::catalogue;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yibao::api::estimate;

const ANSWERS: &str = include_str!("second-opinion/answers.jsonl");

/// An amount of an answer, which must be one amount.
fn exact(amount: &Value) -> Value {
    if amount["low"] == amount["high"] { amount["low"].clone() } else { amount.clone() }
}

fn by<'a>(answer: &'a Value, list: &str, key: &str, id: &str) -> &'a Value {
    let entries = answer[list].as_array().unwrap_or_else(|| panic!("no {list} in {answer}"));
    entries.iter().find(|entry| entry[key] == id).unwrap_or_else(|| panic!("no {id} in {list}"))
}

/// The members of the second opinion, filled from the core's answer.
fn core_says(opinion: &Value, answer: &Value) -> Value {
    let mut told = opinion.clone();
    for (name, amount) in told["totals"].as_object_mut().unwrap() {
        let of_core = &answer["totals"][name];
        *amount = if of_core.is_string() { of_core.clone() } else { exact(of_core) };
    }
    for (fund, paid) in told["funds"].as_object_mut().unwrap() {
        *paid = exact(&by(answer, "funds", "fund", fund)["paid"]);
    }
    for (id, slip) in told["expenses"].as_object_mut().unwrap() {
        let expense = by(answer, "expenses", "id", id);
        slip.as_object_mut().unwrap().iter_mut().for_each(|(field, amount)| *amount = exact(&expense["slip"][field]));
    }
    let listed = answer["programmes"].as_array().unwrap().iter();
    let of_the_person = listed.filter(|programme| programme["verdict"] != "does_not_apply");
    told["programmes"] = of_the_person.map(programme).collect::<serde_json::Map<_, _>>().into();
    told
}

fn programme(told: &Value) -> (String, Value) {
    let line =
        |line: &Value| (line["expense"].as_str().unwrap().to_owned(), json!([line["verdict"], exact(&line["paid"])]));
    let lines: serde_json::Map<_, _> = told["lines"].as_array().unwrap().iter().map(line).collect();
    let shown = json!({"verdict": told["verdict"], "paid": exact(&told["paid"]), "lines": lines});
    (told["id"].as_str().unwrap().to_owned(), shown)
}

/// 1.
#[test]
fn both_settle_to_the_same_fen() {
    let pairs: Vec<Value> = ANSWERS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(pairs.len(), 1000);
    for pair in pairs {
        let answer = serde_json::to_value(estimate(&pair["request"].to_string(), &[], catalogue())).unwrap();
        assert_eq!(core_says(&pair["answer"], &answer), pair["answer"], "{}", pair["request"]);
    }
}

/// 2.
#[test]
#[allow(clippy::disallowed_methods, reason = "the policies are files")]
fn what_is_replaced_is_there() {
    let folders = std::fs::read_dir("policies").unwrap().map(|entry| entry.unwrap().path().join("policy.json"));
    let texts = folders.filter_map(|path| std::fs::read_to_string(path).ok());
    let files: Vec<Value> = texts.map(|text| serde_json::from_str(&text).unwrap()).collect();
    let programmes =
        || files.iter().flat_map(|f| f["programmes"].as_array().unwrap().iter().map(move |p| (&f["region"], p)));
    let name = |value: &Value| value.as_str().unwrap().to_owned();
    let ids: BTreeSet<String> =
        programmes().map(|(region, p)| format!("{}/{}", name(region), name(&p["id"]))).collect();
    for (region, p) in programmes() {
        for entry in p["replaces"].as_array().into_iter().flatten() {
            let replaced = name(entry.get("programme").unwrap_or(entry));
            assert!(ids.contains(&replaced), "{region}/{} replaces {replaced}, which is on no file", p["id"]);
        }
    }
}
