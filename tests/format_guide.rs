//! The examples of docs/policy-format.md are policies: each is wrapped into a file and read.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use yibao::policy::catalogue::Catalogue;

const GUIDE: &str = include_str!("../docs/policy-format.md");

/// The blocks fenced as JSON, with the guide's `{…}` filled in.
fn examples() -> Vec<String> {
    let blocks = GUIDE.split("```json\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks.map(|(block, _)| block.replace("{…}", r#"{"zh": "甲", "en": "A"}"#)).collect()
}

fn problems_of(programme: &str) -> Vec<(String, &'static str)> {
    let file = format!(
        r#"{{"format": 1, "region": "999900", "name": {{"zh": "甲", "en": "A"}},
            "sources": {{
                "ZC": {{"title": "t", "publisher": "p", "date": "2022-03-01", "status": "announced"}},
                "QDU": {{"title": "t", "publisher": "p", "date": "2025", "status": "reported"}}}},
            "programmes": [{programme}]}}"#
    );
    let report = Catalogue::default().add(&[&file]).remove(0);
    report.problems.into_iter().map(|problem| (problem.path, problem.code)).collect()
}

#[test]
fn the_programme_of_the_guide_is_a_good_one() {
    let programme = examples().into_iter().find(|example| example.trim_start().starts_with("{\n  \"id\"")).unwrap();
    assert_eq!(problems_of(&programme), []);
}

#[test]
fn the_table_of_the_guide_is_a_good_one() {
    let value = examples().into_iter().find(|example| example.starts_with("\"rate\": {")).unwrap();
    let programme = format!(
        r#"{{"id": "x", "kind": "reimbursement", "fund": "basic", "services": ["inpatient"], "known_from": "2025-01-01",
            "name": {{"zh": "甲", "en": "A"}}, "clause": {{"zh": "甲", "en": "A"}}, "sources": ["QDU"],
            "values": {{{value}}}, "benefit": [{{"rate": "rate"}}]}}"#
    );
    assert_eq!(problems_of(&programme), []);
    // A day before the first version is not covered: that the example needs `known_from` is checked, too.
    assert_eq!(problems_of(&programme.replace(r#""known_from": "2025-01-01","#, ""))[0].1, "starts_late");
}

#[test]
fn every_test_and_step_that_the_guide_names_is_known() {
    // What stands in the tables between back quotes and is whole JSON must at least be of a known kind.
    let cells = GUIDE.lines().filter(|line| line.starts_with("| `{")).filter_map(|line| line.split('`').nth(1));
    let whole: Vec<&str> = cells.filter(|cell| yibao::json::parse(cell).is_ok()).collect();
    assert!(whole.len() >= 6, "{whole:?}");
    for test in whole {
        let programme = format!(
            r#"{{"id": "x", "kind": "entitlement", "name": {{"zh": "甲", "en": "A"}}, "clause": {{"zh": "甲", "en": "A"}},
                "values": {{"adopted-here": {{"unit": "yes_no", "words": {{"zh": "甲", "en": "A"}}, "versions": [{{"value": {{"unpublished": {{}}}}}}]}}}},
                "person": [{{"id": "c", "words": {{"zh": "甲", "en": "A"}}, "test": {test}}},
                           {{"id": "d", "words": {{"zh": "甲", "en": "A"}}, "test": {{"value": "adopted-here", "is": "yes"}}}}]}}"#
        );
        let unknown =
            problems_of(&programme).into_iter().find(|(_, code)| ["unknown_test", "unknown_key"].contains(code));
        assert_eq!(unknown, None, "{test}");
    }
}
