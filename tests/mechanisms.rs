//! The fragments of docs/mechanisms are policies, and their cases hold.
//!
//! 1. Every page has a fragment without problems, and at least four cases.
//! 2. Every case holds, to the fen.
#![allow(clippy::disallowed_methods, reason = "the pages are files")]

use crate::support::cases::{differences, read};
use crate::support::fragment::{cases_file, pages, policy_file};
use serde_json::json;
use yibao::policy::catalogue::Catalogue;

#[test]
fn every_fragment_is_a_good_policy_and_its_cases_hold() {
    let mut wrong = Vec::new();
    for page in pages() {
        let mut catalogue = Catalogue::default();
        let file = policy_file(&page.fragment).to_string();
        let problems = catalogue.add(&[&file]).remove(0).problems;
        wrong.extend(problems.iter().map(|problem| format!("{}: {problem:?}", page.name)));
        let cases = page.cases.as_array().unwrap();
        if cases.len() < 4 {
            wrong.push(format!("{}: four cases are expected", page.name));
        }
        for case in read(&json!({"cases": cases_file(cases)}).to_string()).unwrap() {
            let found = differences(&case, &catalogue);
            wrong.extend(found.iter().map(|what| format!("{}: {}: {what}", page.name, case.title.en)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_amount_is_found_out() {
    let page = pages().remove(0);
    let mut cases = page.cases.as_array().unwrap().clone();
    cases[0]["paid"][0] = json!("1.23");
    let mut catalogue = Catalogue::default();
    catalogue.add(&[&policy_file(&page.fragment).to_string()]);
    let read = read(&json!({"cases": cases_file(&cases)}).to_string()).unwrap();
    assert!(!differences(&read[0], &catalogue).is_empty());
}
