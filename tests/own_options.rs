//! A region may add conditions and hardship groups of its own.
//!
//! 1. They hold in the region and below it, in answers, requests and `describe`, and nowhere else.
//! 2. What is there already (nationally or further up) cannot be added, and a list that is too long is refused whole.
//! 3. Whatever file is replaced, a rule still means the option that it names.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use serde_json::{Map, Value, json};
use yibao::api;
use yibao::option_set::OptionIndex;
use yibao::policy::catalogue::Catalogue;

const ABOVE: &str = "990000";
const BELOW: &str = "990100";
const BESIDE: &str = "980000";

fn words() -> Value {
    json!({"zh": "甲", "en": "A"})
}

/// A list of options with these names.
fn list(names: &[&str]) -> Value {
    names.iter().map(|name| ((*name).to_owned(), words())).collect::<Map<_, _>>().into()
}

/// A file with these conditions of its own, and a programme for whoever passes the test.
fn file(region: &str, conditions: &[&str], test: Value) -> Value {
    json!({"format": 1, "region": region, "name": words(), "conditions": list(conditions), "programmes": [
        {"id": "p", "kind": "entitlement", "name": words(), "clause": words(),
         "person": [{"id": "c", "words": words(), "test": test}]}]})
}

fn has_any(conditions: &[&str]) -> Value {
    json!({"fact": "conditions", "has_any": conditions})
}

fn anybody() -> Value {
    json!({"age_at_least": 0})
}

fn add(catalogue: &mut Catalogue, file: &Value) -> Vec<String> {
    let report = catalogue.add(&[&file.to_string()]).remove(0);
    report.problems.iter().map(|problem| format!("{} at {}", problem.code, problem.path)).collect()
}

/// A catalogue of these files, each of them good.
fn with(files: &[Value]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for file in files {
        assert_eq!(add(&mut catalogue, file), [""; 0]);
    }
    catalogue
}

fn ask(catalogue: &Catalogue, region: &str, facts: &Value) -> Value {
    let request = json!({"region": region, "asked_on": "2026-01-01", "facts": facts});
    serde_json::to_value(api::estimate(&request.to_string(), &[], catalogue)).unwrap()
}

/// What a programme's verdict is for somebody with these conditions.
fn verdict(catalogue: &Catalogue, programme: &str, region: &str, conditions: &[&str]) -> String {
    let answer = ask(catalogue, region, &json!({"conditions": conditions}));
    let programmes = answer["programmes"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let found = programmes.iter().find(|p| p["id"] == programme).unwrap();
    found["verdict"].as_str().unwrap().to_owned()
}

fn described(catalogue: &Catalogue, region: &str) -> Value {
    serde_json::to_value(api::describe(region, catalogue)).unwrap()
}

fn options(described: &Value, fact: &str) -> Vec<String> {
    let found = described["facts"].as_array().unwrap().iter().find(|f| f["id"] == fact).unwrap();
    found["options"].as_array().unwrap().iter().map(|option| option.as_str().unwrap().to_owned()).collect()
}

/// 1.
#[test]
fn a_condition_holds_in_its_region_and_below() {
    let catalogue = with(&[
        file(ABOVE, &["lupus"], has_any(&["lupus"])),
        file(BELOW, &["silicosis"], has_any(&["lupus", "silicosis"])),
        file(BESIDE, &[], anybody()),
    ]);
    for region in [ABOVE, BELOW] {
        assert_eq!(verdict(&catalogue, "990000/p", region, &["lupus"]), "applies");
        assert_eq!(verdict(&catalogue, "990000/p", region, &["diabetes"]), "does_not_apply");
    }
    assert_eq!(verdict(&catalogue, "990100/p", BELOW, &["silicosis"]), "applies");
    for (region, condition) in [(ABOVE, "silicosis"), (BESIDE, "lupus")] {
        let answer = ask(&catalogue, region, &json!({"conditions": [condition]}));
        assert_eq!(answer["problems"][0]["code"], "not_a_choice");
        assert_eq!(answer["problems"][0]["path"], "/facts/conditions/0");
    }
}

/// 1.
#[test]
fn describe_lists_and_words_it_there_and_only_there() {
    let mut above = file(ABOVE, &["lupus"], anybody());
    above["hardship"] = list(&["veteran"]);
    let catalogue = with(&[above, file(BELOW, &["silicosis"], anybody()), file(BESIDE, &[], anybody())]);
    let below = described(&catalogue, BELOW);
    assert_eq!(options(&below, "conditions")[12..], ["lupus", "silicosis"]);
    assert_eq!(options(&below, "treats")[12..], ["lupus", "silicosis", "other"]);
    assert_eq!(options(&below, "hardship").last().unwrap(), "veteran");
    for id in ["option-conditions-lupus", "option-treats-silicosis", "option-hardship-veteran", "fact-treats"] {
        assert!(below["words"][id]["zh"].is_string(), "{id}");
    }
    let beside = described(&catalogue, BESIDE);
    assert_eq!(options(&beside, "conditions").len(), 12);
    assert!(beside["words"]["option-conditions-lupus"].is_null());
}

/// 1.
#[test]
fn a_national_test_for_any_group_counts_those_of_a_region() {
    let mut above = file(ABOVE, &[], json!({"fact": "hardship", "not_empty": true}));
    let mut below = file(BELOW, &[], anybody());
    below["hardship"] = list(&["veteran"]);
    let catalogue = with(&[above.clone(), below.clone()]);
    let answer = ask(&catalogue, BELOW, &json!({"hardship": ["veteran"]}));
    assert_eq!(answer["programmes"][1]["verdict"], "applies");
    // A list that its source leaves open may hold it, or not.
    above["programmes"][0]["person"][0]["test"] =
        json!({"fact": "hardship", "has_any": ["orphan"], "list_is_open": true});
    let catalogue = with(&[above, below]);
    let answer = ask(&catalogue, BELOW, &json!({"hardship": ["veteran"]}));
    assert_eq!(answer["programmes"][1]["verdict"], "undetermined");
}

/// 1: a table from further up has no row for it, so it reads that of `other`.
#[test]
fn a_table_from_above_reads_the_row_of_other() {
    let mut rows: Map<String, Value> = Map::new();
    let national = described(&with(&[file(ABOVE, &[], anybody())]), ABOVE);
    for option in options(&national, "treats") {
        rows.insert(option.clone(), json!(if option == "other" { "0.10" } else { "0.50" }));
    }
    let mut above = file(ABOVE, &[], anybody());
    above["sources"] = json!({"S": {"title": "t", "publisher": "p", "date": "2025", "status": "announced"}});
    above["programmes"] = json!([{"id": "q", "kind": "reimbursement", "fund": "basic", "name": words(), "clause": words(),
        "services": ["outpatient"], "sources": ["S"], "benefit": [{"rate": "r"}],
        "values": {"r": {"unit": "rate", "words": words(), "by": ["treats"], "versions": [{"source": "S", "table": rows}]}}}]);
    let catalogue = with(&[above, file(BELOW, &["lupus"], anybody())]);
    for (treats, paid) in [("diabetes", "50.00"), ("lupus", "10.00"), ("other", "10.00")] {
        let request = json!({"region": BELOW, "asked_on": "2026-01-01", "expenses": [{"id": "a", "service": "outpatient",
            "date": "2025-06-01", "total": "100", "facts": {"treats": treats, "self_paid": "0", "advance": "0"}}]});
        let answer = serde_json::to_value(api::estimate(&request.to_string(), &[], &catalogue)).unwrap();
        assert_eq!(answer["totals"]["paid"]["high"], paid, "{treats}: {answer}");
    }
}

/// 2.
#[test]
fn what_is_there_already_is_refused_at_its_place() {
    let mut catalogue = with(&[file(ABOVE, &["lupus"], anybody())]);
    for name in ["diabetes", "other"] {
        let national = file(BESIDE, &[name], anybody());
        assert_eq!(add(&mut catalogue, &national), [format!("repeated_id at /conditions/{name}")]);
    }
    let again = file(BELOW, &["silicosis", "lupus"], anybody());
    assert_eq!(add(&mut catalogue, &again), ["repeated_id at /conditions/lupus"]);
    let mut without_words = file(BESIDE, &["asthma"], has_any(&["asthma"]));
    without_words["conditions"]["asthma"] = json!({"zh": "哮喘"});
    assert_eq!(add(&mut catalogue, &without_words), ["missing_words at /conditions/asthma"]);
}

/// So many conditions that an expense can be for (the longest list: conditions and `other`) exactly as many as there may be.
fn room() -> Vec<String> {
    let national = options(&described(&with(&[file(ABOVE, &[], anybody())]), ABOVE), "treats").len();
    (national..OptionIndex::MOST).map(|number| format!("c{number}")).collect()
}

fn names(conditions: &[String]) -> Vec<&str> {
    conditions.iter().map(String::as_str).collect()
}

/// 2.
#[test]
fn the_last_option_counts_and_one_more_is_refused() {
    let mut conditions = room();
    let last = conditions.last().unwrap().clone();
    let catalogue = with(&[file(ABOVE, &names(&conditions), has_any(&[&last]))]);
    assert_eq!(verdict(&catalogue, "990000/p", ABOVE, &[&last]), "applies");
    assert_eq!(verdict(&catalogue, "990000/p", ABOVE, &[&conditions[0]]), "does_not_apply");
    conditions.push("one_more".to_owned());
    let too_long = file(ABOVE, &names(&conditions), anybody());
    assert_eq!(add(&mut Catalogue::default(), &too_long), ["too_many_options at /conditions"]);
}

/// 2.
#[test]
fn a_file_that_takes_the_room_of_a_region_below_is_refused() {
    let mut catalogue = with(&[file(ABOVE, &[], anybody()), file(BELOW, &names(&room()), anybody())]);
    let grown = file(ABOVE, &["lupus"], anybody());
    assert_eq!(add(&mut catalogue, &grown), ["too_many_options at /conditions"]);
    let answer = ask(&catalogue, BELOW, &json!({"conditions": ["lupus"]}));
    assert_eq!(answer["problems"][0]["code"], "not_a_choice", "the file before stays");
}

/// 2.
#[test]
fn a_reading_with_too_many_options_is_refused() {
    let mut with_reading = file(ABOVE, &[], anybody());
    let options: Vec<String> = (0..=OptionIndex::MOST).map(|number| format!("o{number}")).collect();
    with_reading["programmes"][0]["readings"] =
        json!({"r": {"words": words(), "why": words(), "preferred": "o0", "options": list(&names(&options))}});
    let found = add(&mut Catalogue::default(), &with_reading);
    assert_eq!(found[0], "too_many_options at /programmes/0/readings/r");
}

/// 3.
#[test]
fn a_rule_means_the_option_that_it_names_whatever_is_replaced() {
    let mut catalogue = with(&[
        file(ABOVE, &["lupus", "asthma"], anybody()),
        file(BELOW, &["silicosis"], has_any(&["lupus", "silicosis"])),
    ]);
    let check = |catalogue: &Catalogue| {
        for (condition, expected) in [("lupus", "applies"), ("silicosis", "applies"), ("asthma", "does_not_apply")] {
            assert_eq!(verdict(catalogue, "990100/p", BELOW, &[condition]), expected, "{condition}");
        }
    };
    check(&catalogue);
    // Other places in the list, and one that the file below adds as well.
    assert_eq!(add(&mut catalogue, &file(ABOVE, &["gout", "asthma", "silicosis", "lupus"], anybody())), [""; 0]);
    check(&catalogue);
    // The option is gone: nobody can have it, and the rule is still the rule.
    assert_eq!(add(&mut catalogue, &file(ABOVE, &["asthma"], anybody())), [""; 0]);
    assert_eq!(verdict(&catalogue, "990100/p", BELOW, &["silicosis"]), "applies");
    assert_eq!(verdict(&catalogue, "990100/p", BELOW, &["asthma"]), "does_not_apply");
}

/// 2.
#[test]
fn item_classes_by_too_many_facts_are_refused() {
    let by = |fact: &&str| json!({"up_to": "100", "share": {"by": [fact], "versions": [{"table": {"no": "0", "yes": "0.1"}}]}});
    let facts = [
        "retired",
        "student",
        "family_doctor",
        "flexible_employment",
        "emergency",
        "chosen_facility",
        "tcm_hospital",
        "at_pharmacy",
    ];
    let classes = |facts: &[&str]| {
        let mut bands: Vec<Value> = facts.iter().map(by).collect();
        for (place, band) in bands.iter_mut().enumerate() {
            band["up_to"] = json!((place + 1).to_string());
        }
        bands.push(json!({"share": {"by": ["scheme"], "versions": [{"table": {"employee": "0", "resident": "0.1", "none": "0"}}]}}));
        let mut file = file(ABOVE, &[], anybody());
        file["sources"] = json!({"s": {"title": "a", "publisher": "b", "date": "2025", "status": "announced"}});
        file["item_classes"] = json!({"c": {"words": words(), "source": "s", "price_bands": bands}});
        file
    };
    // Three schemes, and 2⁷ or 2⁸ combinations of yes and no.
    assert_eq!(add(&mut Catalogue::default(), &classes(&facts[..7])), [""; 0]);
    assert_eq!(add(&mut Catalogue::default(), &classes(&facts)), ["too_many_options at /item_classes"]);
}
