//! A fund goes on above a yearly limit of basic insurance, and a second layer pays by the year's personal share.
//! What the fund pays is no share of the patient's: neither on its own bill nor on the bills after it.

use crate::support::fragment::{cases_file, policy_file};
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
