//! The worked cases of the policies.
//!
//! 1. Every case of every folder holds, natively (`tests/web.rs` runs the same in browsers).
//! 2. Every folder has a policy without problems, and cases.
//! 3. Every programme stands in a case of its folder: with each verdict that it can reach.
//! 4. A case that expects something else is found out: the comparison bites.

use crate::support::cases::{differences, read, shown};
use crate::support::{catalogue, shipped};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use yibao::policy::catalogue::Catalogue;

#[test]
fn every_case_of_every_region_holds() {
    let mut wrong = Vec::new();
    for (folder, text) in shipped::files("cases.json") {
        for case in read(text).unwrap_or_else(|what| panic!("{folder}: {what:?}")) {
            let found = differences(&case, catalogue());
            if !found.is_empty() {
                wrong.push(format!("{folder}: {}\n    {}", case.title.en, shown(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases do not hold\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_shipped_folder_has_a_good_policy_and_cases() {
    let folders = |name| shipped::files(name).into_iter().map(|(folder, _)| folder).collect::<Vec<_>>();
    assert_eq!(folders("policy.json"), folders("cases.json"));
    let texts: Vec<&str> = shipped::files("policy.json").into_iter().map(|(_, text)| text).collect();
    for (folder, report) in folders("policy.json").iter().zip(Catalogue::default().add(&texts)) {
        assert_eq!(report.problems, [], "{folder}");
    }
}

/// The verdicts that a case of the folder expects of a programme, of it or of one of its lines.
fn expected_verdicts(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let tree: Value = serde_json::from_str(text).unwrap();
    let mut verdicts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for case in tree["cases"].as_array().unwrap() {
        for (id, expected) in case["expect"]["programmes"].as_object().into_iter().flatten() {
            let lines = expected["lines"].as_object().into_iter().flat_map(|lines| lines.values());
            let named = lines.chain([expected]).filter_map(|of| of["verdict"].as_str()).map(str::to_owned);
            verdicts.entry(id.clone()).or_default().extend(named);
        }
    }
    verdicts
}

#[test]
fn every_programme_has_a_case_for_each_verdict_it_can_reach() {
    let mut missing = Vec::new();
    for (folder, text) in shipped::files("cases.json") {
        let expected = expected_verdicts(text);
        let region = crate::support::regions::region_of(&folder[..6]);
        let own = |id: &str| id.split('/').next() == Some(&region.code);
        for programme in region.programmes.iter().filter(|programme| own(&programme.id)) {
            let there = expected.get(&programme.id).cloned().unwrap_or_default();
            let applies = if programme.on_file { "applies" } else { "undetermined" };
            for verdict in [applies, "does_not_apply"] {
                if !there.contains(verdict) {
                    missing.push(format!("{folder}: no case in which {} is {verdict}", programme.id));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_wrong_expectation_is_found_out() {
    let case = |expect: &str| {
        let text = r#"{"cases": [{"title": {"zh": "例", "en": "A case"}, "request": {"region": "370212",
            "asked_on": "2025-06-01", "facts": {"scheme": "resident"}}, "expect": EXPECT}]}"#;
        read(&text.replace("EXPECT", expect)).unwrap().remove(0)
    };
    let holds = |expect: &str| differences(&case(expect), catalogue()).is_empty();
    assert!(holds(r#"{"totals": {"paid": "0.00"}, "tight": true}"#));
    for wrong in [
        r#"{"totals": {"paid": "0.01"}}"#,
        r#"{"totals": {"paid": {"low": "0.01"}}}"#,
        r#"{"totals": {"not_counted": ["370200/none"]}}"#,
        r#"{"tight": false}"#,
        r#"{"outcome": "failure"}"#,
        r#"{"programmes": {"370200/no-such": {"verdict": "applies"}}}"#,
        r#"{"programmes": {"370200/long-term-care": {"verdict": "applies"}}}"#,
        r#"{"no_such_member": "x"}"#,
        r#"{"questions": []}"#,
    ] {
        assert!(!holds(wrong), "{wrong} passes for right");
    }
}
