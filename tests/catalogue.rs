//! What a catalogue knows of a region: its files were added, only the index lists it, or nobody knows it.
//!
//! 1. A region that the index lists is `region_not_loaded` until every file of its chain was added; then it answers.
//! 2. A code that neither the index nor a file lists is `unknown_region`.
//! 3. `regions` lists all that can be asked for, loaded or not.
//! 4. Two texts for one region in one call are both refused; one after the other, the later replaces the earlier.
//! 5. A short source id means the nearest file that lists it, also where a lower file lists the same id.

use crate::support::shipped;
use serde_json::{Value, json};
use yibao::api;
use yibao::policy::catalogue::Catalogue;
use yibao::policy::index::Index;

const INDEX: &str = r#"[["000000", "全国", "China"], ["370000", "山东省", "Shandong"], ["370200", "青岛市", "Qingdao"],
    ["370212", "崂山区", "Laoshan", "370200"]]"#;

fn text(folder: &str) -> &'static str {
    shipped::files("policy.json").into_iter().find(|(name, _)| *name == folder).unwrap().1
}

fn with_index() -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.set_index(Index::read(INDEX).unwrap());
    catalogue
}

fn ask(catalogue: &Catalogue, region: &str) -> Value {
    let request = json!({"region": region, "asked_on": "2025-06-01"}).to_string();
    serde_json::to_value(api::estimate(&request, &[], catalogue)).unwrap()
}

fn problem(catalogue: &Catalogue, region: &str) -> String {
    let answer = ask(catalogue, region);
    let problem = &answer["problems"][0];
    assert_eq!(problem["path"], "/region");
    let described = serde_json::to_value(api::describe(region, catalogue)).unwrap();
    assert_eq!(described["problems"][0]["code"], problem["code"], "describe says the same");
    format!("{} {}", problem["code"].as_str().unwrap(), problem["args"]["missing"].as_str().unwrap_or_default())
}

/// 1, 2, 3.
#[test]
fn a_listed_region_answers_once_its_chain_was_added() {
    let mut catalogue = with_index();
    assert_eq!(problem(&catalogue, "370212"), "region_not_loaded 370200, 370000, 000000");
    assert_eq!(problem(&catalogue, "620000"), "unknown_region ");
    catalogue.add(&[text("370200-qingdao"), text("000000-china"), text("370000-shandong")]);
    assert_eq!(ask(&catalogue, "370212")["outcome"], "estimate");
    assert_eq!(ask(&catalogue, "370212")["policies"].as_array().unwrap().len(), 3);
}

/// 1: a chain with a hole would answer by fewer rules than hold there.
#[test]
fn a_chain_with_a_hole_does_not_answer() {
    let mut catalogue = with_index();
    catalogue.add(&[text("000000-china"), text("370000-shandong")]);
    assert_eq!(problem(&catalogue, "370200"), "region_not_loaded 370200");
    assert_eq!(ask(&catalogue, "370000")["outcome"], "estimate");
    assert_eq!(ask(&catalogue, "000000")["outcome"], "estimate");
}

/// 3.
#[test]
fn regions_are_listed_whether_loaded_or_not() {
    let mut catalogue = with_index();
    catalogue.add(&[text("000000-china"), text("370503-hekou")]);
    let listed = serde_json::to_value(api::regions(&catalogue)).unwrap();
    let shown =
        |region: &Value| format!("{} {} {}", region["code"], region["parent"], region["loaded"]).replace('"', "");
    let shown: Vec<String> = listed.as_array().unwrap().iter().map(shown).collect();
    let expected = [
        "000000 null true",
        "370000 000000 false",
        "370200 370000 false",
        "370212 370200 false",
        // Its file is there, but not its province's.
        "370503 370000 false",
    ];
    assert_eq!(shown, expected);
}

/// 4.
#[test]
fn two_texts_for_one_region_are_both_refused() {
    let china = text("000000-china");
    let other = china.replace("全国", "全国2");
    let mut catalogue = Catalogue::default();
    for report in catalogue.add(&[china, &other]) {
        assert_eq!((report.problems[0].code, report.problems[0].path.as_str()), ("repeated_region", "/region"));
    }
    assert_eq!(problem(&catalogue, "000000"), "refused_region ");
    assert!(catalogue.add(&[china])[0].problems.is_empty());
    assert!(catalogue.add(&[&other])[0].problems.is_empty());
    assert_eq!(api::regions(&catalogue).len(), 1);
}

/// 5.
#[test]
fn a_short_source_id_means_the_nearest_file() {
    let lower = text("370503-hekou").replace("\"HK\"", "\"SD\"");
    let mut catalogue = Catalogue::default();
    let reports = catalogue.add(&[text("000000-china"), text("370000-shandong"), &lower]);
    assert!(reports.iter().all(|report| report.problems.is_empty()));
    let answer = ask(&catalogue, "370503");
    let of = |id: &str| {
        let programmes = answer["programmes"].as_array().unwrap();
        programmes.iter().find(|programme| programme["id"] == id).unwrap()["sources"].clone()
    };
    assert_eq!(of("370503/long-term-care"), json!(["370503/SD"]));
    assert_eq!(of("370000/resident-outpatient-pooling"), json!(["370000/SD"]));
}

/// Every place of GB/T 2260 may be asked for: the nearest file above it answers.
#[test]
fn a_place_without_a_file_is_answered_by_the_nearest_above_it() {
    let mut catalogue = shipped::catalogue();
    catalogue.set_index(shipped::places());
    let coverage = |region: &str| ask(&catalogue, region)["coverage"].as_str().unwrap().to_owned();
    let places = [
        ("370203", "region"),
        ("370212", "region"),
        ("371400", "province"),
        ("110105", "region"),
        ("450105", "national"),
        ("429004", "national"),
    ];
    for (region, expected) in places {
        assert_eq!(coverage(region), expected, "{region}");
    }
    assert_eq!(coverage("000000"), "national");
    assert_eq!(coverage("370000"), "province");
    let listed = serde_json::to_value(api::regions(&catalogue)).unwrap();
    let of = |code: &str| listed.as_array().unwrap().iter().find(|region| region["code"] == code).unwrap().clone();
    assert_eq!(of("429004")["parent"], "420000", "a county directly under a province");
    assert_eq!(of("370203")["coverage"], "region");
    assert!(listed.as_array().unwrap().len() > 3200);
}

#[test]
fn an_abolished_code_names_what_took_its_place() {
    let mut catalogue = shipped::catalogue();
    catalogue.set_index(shipped::places());
    let problem = |region: &str| ask(&catalogue, region)["problems"][0].clone();
    assert_eq!(problem("371200")["code"], "abolished_region");
    assert_eq!(problem("371200")["args"]["successor"], "370116");
    assert_eq!(problem("130103")["args"]["successor"], Value::Null);
    assert_eq!(problem("999999")["code"], "unknown_region");
    assert_eq!(problem("419000")["code"], "unknown_region", "a heading of the list is no place");
}
