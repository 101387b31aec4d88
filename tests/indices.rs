//! Dated figures that programmes share.
//!
//! 1. A nearer file's figure stands for that of one further up, also for the programmes further up.
//! 2. One open figure is one unknown: what it does to two programmes is not counted twice.
//! 3. A name that nobody knows is a problem with the name that was meant; so is another unit than further up.
//! 4. A figure of which no step takes a share is a warning.
//! 5. The working names the figure and its source; `describe` lists it.

use crate::support::fragment::policy_file;
use serde_json::{Value, json};
use yibao::api::{describe, estimate};
use yibao::calendar::Date;
use yibao::officer::check::{Checked, warnings_of};
use yibao::policy::catalogue::Catalogue;

/// A file of a region above 990000 or of 990000 itself.
fn file(region: &str, fragment: Value) -> String {
    let mut file = policy_file(&fragment);
    file["region"] = json!(region);
    file.to_string()
}

fn income(value: &str) -> Value {
    json!({"income": {"unit": "money", "value": value}})
}

fn half_of_income() -> Value {
    json!({"id": "half", "services": ["inpatient"], "values": {"half": {"unit": "rate", "value": "0.50"}},
           "benefit": [{"deductible": {"index": "income", "times": "half"}}]})
}

fn answer(catalogue: &Catalogue, region: &str) -> Value {
    let expense = json!({"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1000",
                         "facts": {"self_paid": "0", "advance": "0"}});
    let request =
        json!({"region": region, "asked_on": "2025-12-31", "facts": {"scheme": "employee"}, "expenses": [expense]});
    serde_json::to_value(estimate(&request.to_string(), &[], catalogue)).unwrap()
}

fn added(files: &[String]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let texts: Vec<&str> = files.iter().map(String::as_str).collect();
    for added in catalogue.add(&texts) {
        assert!(added.problems.is_empty(), "{:?}", added.problems);
    }
    catalogue
}

/// 1, 5.
#[test]
fn the_nearest_figure_holds() {
    let national = file("000000", json!({"indices": income("1000"), "programmes": [half_of_income()]}));
    let city = file("990100", json!({"indices": income("400"), "programmes": []}));
    let catalogue = added(&[national, city]);
    let paid = |region| answer(&catalogue, region)["totals"]["paid"]["low"].clone();
    assert_eq!(paid("000000"), "500.00");
    assert_eq!(paid("990100"), "800.00");
    let told = answer(&catalogue, "990100");
    let steps = told["programmes"][0]["lines"][0]["steps"].as_array().unwrap();
    let deductible = steps.iter().find(|step| step["role"] == "deductible").unwrap();
    assert_eq!(deductible["value"], "990100/indices/income");
    assert_eq!(deductible["source"], "990100/S");
    let described = serde_json::to_value(describe("990100", &catalogue)).unwrap();
    assert_eq!(described["programmes"][0]["values"], json!(["000000/half/half", "990100/indices/income"]));
    let values: Vec<&Value> = described["values"].as_array().unwrap().iter().map(|value| &value["id"]).collect();
    assert_eq!(values, ["000000/half/half", "990100/indices/income"]);
    assert!(described["words"].to_string().contains("990100/indices/income"));
}

/// 2. Half of the figure is borne here and paid back there. Were it two unknowns, only half of the bill would be sure.
#[test]
fn an_open_figure_is_one_unknown() {
    let open = json!({"income": {"unit": "money", "value": {"unpublished": {"low": "0", "high": "1000"}}}});
    let borne = half_of_income();
    let paid_back = json!({"id": "back", "fund": "assistance", "services": ["inpatient"],
        "values": {"half": {"unit": "rate", "value": "0.50"}},
        "benefit": [{"base": "left"}, {"cap": {"index": "income", "times": "half"}, "per": "expense"}]});
    let catalogue = added(&[file("990000", json!({"indices": open, "programmes": [borne, paid_back]}))]);
    let told = answer(&catalogue, "990000");
    assert_eq!(told["totals"]["paid"]["low"], "1000.00");
    assert_eq!(told["totals"]["paid"]["high"], "1000.00");
    assert_eq!(told["programmes"][0]["paid"]["low"], "500.00");
}

/// 3.
#[test]
fn a_wrong_name_and_a_wrong_unit_are_problems() {
    let mut programme = half_of_income();
    programme["benefit"][0]["deductible"]["index"] = json!("incom");
    let wrong = file("990000", json!({"indices": income("1000"), "programmes": [programme]}));
    let problems = Catalogue::default().add(&[&wrong]).remove(0).problems;
    let unknown = problems.iter().find(|problem| problem.code == "unknown_name").unwrap();
    assert_eq!(unknown.path, "/programmes/0/benefit/0/deductible/index");
    assert_eq!(unknown.args[&"known"], "income");
    let national = file("000000", json!({"indices": income("1000"), "programmes": [half_of_income()]}));
    let rate = json!({"income": {"unit": "rate", "value": "0.5"}});
    let city = file("990100", json!({"indices": rate, "programmes": []}));
    let problems = Catalogue::default().add(&[&national, &city]).remove(1).problems;
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["wrong_unit"]);
}

/// 4.
#[test]
fn a_figure_that_nobody_takes_is_a_warning() {
    let warned = |fragment: Value| {
        let text = file("990000", fragment);
        let checked = Checked { text: &text, cases: None, folder: None, today: Date::LAST };
        let found = warnings_of(&checked, "990000", &added(std::slice::from_ref(&text)));
        found.iter().any(|notice| notice.code == "unused_index")
    };
    assert!(!warned(json!({"indices": income("1000"), "programmes": [half_of_income()]})));
    let mut other = half_of_income();
    other["benefit"] = json!([{"rate": "half"}]);
    assert!(warned(json!({"indices": income("1000"), "programmes": [other]})));
}
