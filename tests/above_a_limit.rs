//! A fund goes on above a yearly limit of basic insurance, and a second layer pays by the year's personal share.
//! What the fund pays is no share of the patient's: neither on its own bill nor on the bills after it.

use crate::support::fragment::{REGION, cases_file, policy_file};
use serde_json::{Value, json};
use yibao::api::estimate;
use yibao::policy::catalogue::Catalogue;

fn catalogue() -> Catalogue {
    let value = |unit: &str, number: &str| json!({"unit": unit, "value": number});
    let file = policy_file(&json!({"programmes": [
        {"id": "basic", "services": ["outpatient"], "benefit": [{"rate": "rate"}, {"cap": "limit", "per": "year"}],
         "values": {"rate": value("rate", "0.50"), "limit": value("money", "1000")}},
        {"id": "above", "fund": "large_expense", "services": ["outpatient"],
         "benefit": [{"base": {"beyond_cap_of": {"programme": "basic", "how": "payment"}}}, {"cap": "limit", "per": "year"}],
         "values": {"limit": value("money", "2000")}},
        {"id": "second", "fund": "large_expense", "services": ["outpatient"],
         "benefit": [{"base": "year_personal_share"}, {"deductible": "deductible"}, {"rate": "rate"}],
         "values": {"deductible": value("money", "10000"), "rate": value("rate", "0.60")}}
    ]}));
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&file.to_string()]).remove(0).problems, []);
    catalogue
}

/// Of 8,000, basic pays 1,000 and the fund above 2,000: 5,000 are left. Of the second bill all is left. So the
/// second layer meets 5,000, then 13,000, of which 3,000 are above its deductible.
#[test]
fn the_bill_after_it_does_not_find_it_in_the_share() {
    let request =
        json!({"expenses": [{"service": "outpatient", "total": "8000"}, {"service": "outpatient", "total": "8000"}]});
    let case = cases_file(&[json!({"title": "", "request": request})]).remove(0);
    let answer = serde_json::to_value(estimate(&case["request"].to_string(), &[], &catalogue())).unwrap();
    let paid = |programme: usize| answer["programmes"][programme]["paid"]["likely"].clone();
    assert_eq!([0, 1, 2].map(paid), [json!("1000.00"), json!("2000.00"), json!("1800.00")]);
    assert_eq!(answer["totals"]["paid"]["high"], Value::from("4800.00"));
}

/// Of 3,000, 2,000 are within the limit of cost; the limit of payments is reached at 1,500. What lies above both is left out
/// once: 750 are left of the 1,500, and half of them is paid.
#[test]
fn what_lies_above_two_limits_is_left_out_once() {
    let value = |unit: &str, number: &str| json!({"unit": unit, "value": number});
    let file = policy_file(&json!({
        "counters": {"cost": {"counts": "eligible", "of_programmes": ["basic"], "per": "year"}},
        "programmes": [
        {"id": "basic", "services": ["outpatient"],
         "benefit": [{"base": "in_scope"}, {"cap": "cost", "counter": "cost"}, {"rate": "rate"}, {"cap": "limit", "per": "year"}],
         "values": {"cost": value("money", "2000"), "rate": value("rate", "0.50"), "limit": value("money", "750")}},
        {"id": "second", "fund": "critical_illness", "services": ["outpatient"],
         "benefit": [{"base": "year_personal_share", "without": ["over_ceiling"]}, {"rate": "rate"}],
         "values": {"rate": value("rate", "0.50")}}
    ]}));
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&file.to_string()]).remove(0).problems, []);
    let answer = answered(&catalogue, &json!({"total": "3000"}));
    assert_eq!([paid_by(&answer, "basic"), paid_by(&answer, "second")], [exactly("750.00"), exactly("375.00")]);
}

/// The answer to one bill of 8,000.
fn answered(catalogue: &Catalogue, expense: &Value) -> Value {
    let mut whole = json!({"service": "outpatient", "total": "8000"});
    whole.as_object_mut().unwrap().extend(expense.as_object().unwrap().clone());
    let case = cases_file(&[json!({"title": "", "request": {"expenses": [whole]}})]).remove(0);
    let answer = serde_json::to_value(estimate(&case["request"].to_string(), &[], catalogue)).unwrap();
    assert_eq!(answer["outcome"], "estimate", "{answer}");
    answer
}

fn paid_by(answer: &Value, programme: &str) -> (String, String) {
    let id = format!("{REGION}/{programme}");
    let found = answer["programmes"].as_array().unwrap().iter().find(|one| one["id"] == id.as_str());
    let end = |end: &str| found.unwrap()["paid"][end].as_str().unwrap().to_owned();
    (end("low"), end("high"))
}

fn exactly(amount: &str) -> (String, String) {
    (amount.to_owned(), amount.to_owned())
}

/// A slip says that basic paid its 1,000, and it applied for sure: what its limit leaves over is 3,000, of which the fund
/// above pays its 2,000, and nothing about it is open.
#[test]
fn the_limit_of_a_settled_fund_leaves_over_as_much() {
    let answer = answered(&catalogue(), &json!({"settled": {"basic": "1000"}}));
    assert_eq!(paid_by(&answer, "above"), exactly("2000.00"));
}

/// Elsewhere the basic fund's second programme pays 10 of 100, at home 20.
fn with_care_elsewhere() -> Catalogue {
    let value = |unit: &str, number: &str| json!({"unit": unit, "value": number});
    let rates = json!({"no": "0.20", "filed": "0.20", "temporary": "0.10"});
    let file = policy_file(&json!({"programmes": [
        {"id": "basic", "services": ["outpatient"], "benefit": [{"rate": "rate"}, {"cap": "limit", "per": "year"}],
         "values": {"rate": value("rate", "0.50"), "limit": value("money", "1000")}},
        {"id": "more", "services": ["outpatient"], "benefit": [{"base": "left"}, {"rate": "rate"}],
         "values": {"rate": {"unit": "rate", "by": ["out_of_area"], "table": rates}}},
        {"id": "above", "fund": "large_expense", "services": ["outpatient"],
         "benefit": [{"base": {"beyond_cap_of": {"programme": "basic", "how": "payment"}}}, {"cap": "limit", "per": "year"}],
         "values": {"limit": value("money", "2000")}},
        {"id": "second", "fund": "large_expense", "services": ["outpatient"],
         "benefit": [{"base": "year_personal_share", "without": ["elsewhere"]}, {"deductible": "deductible"}, {"rate": "rate"}],
         "values": {"deductible": value("money", "1000"), "rate": value("rate", "0.60")}}
    ]}));
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&file.to_string()]).remove(0).problems, []);
    catalogue
}

/// Elsewhere basic pays 1,000 + 700, the fund above 2,000. At home basic would have paid 1,000 + 1,400, which leaves 5,600,
/// and of that the 2,000 are paid too: the second layer meets 3,600, of which 2,600 are above its deductible.
#[test]
fn what_is_paid_above_a_limit_is_paid_of_the_share_at_home_too() {
    let answer = answered(&with_care_elsewhere(), &json!({"facts": {"out_of_area": "temporary"}}));
    let paid = ["basic", "more", "above", "second"].map(|programme| paid_by(&answer, programme));
    assert_eq!(paid, ["1000.00", "700.00", "2000.00", "1560.00"].map(exactly));
}
