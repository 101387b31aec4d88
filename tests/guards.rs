//! Two guards of the range engine, each with the policy that needs it (docs/ranges.md, *Jumps within a step* and *Minima*).
//! Without them the ranges would not hold every way of filling what is open.

use crate::support::answers::fen;
use crate::support::fragment::policy_file;
use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;

fn answer(fragment: &Value, expenses: &Value) -> Value {
    let mut catalogue = Catalogue::default();
    let problems = &catalogue.add(&[&policy_file(fragment).to_string()])[0].problems;
    assert!(problems.is_empty(), "{problems:?}");
    let request =
        json!({"region": "990000", "asked_on": "2025-12-31", "facts": {"scheme": "employee"}, "expenses": expenses});
    serde_json::to_value(yibao::api::estimate(&request.to_string(), &[], &catalogue)).unwrap()
}

fn bill(id: &str, total: &str, self_paid: Value) -> Value {
    let date = format!("2025-03-0{}", &id[1..]);
    let facts = json!({"self_paid": self_paid, "advance": "0.00"});
    json!({"id": id, "service": "inpatient", "date": date, "total": total, "facts": facts})
}

/// Least and greatest, in fen.
fn ends(amount: &Value) -> (i64, i64) {
    let end = |end: &str| fen(amount[end].as_str().unwrap_or_else(|| panic!("{amount}")));
    (end("low"), end("high"))
}

fn fund(answer: &Value, fund: &str) -> (i64, i64) {
    ends(&answer["funds"].as_array().unwrap().iter().find(|entry| entry["fund"] == fund).unwrap()["paid"])
}

/// Above 9,000 the better rate holds for the whole of it. What is left is 3,600 right below and 450 right above, so a
/// later layer pays most where neither end of the base is.
#[test]
fn what_is_left_is_greatest_right_below_a_jump() {
    let fragment = json!({"programmes": [
        {"id": "inpatient",
         "values": {"part": {"unit": "rate", "value": "0.60"}, "more": {"unit": "rate", "value": "0.95"}, "edge": {"unit": "money", "value": "9000"}},
         "benefit": [{"rate": "part", "better": {"above": "edge", "rate": "more"}}]},
        {"id": "help", "fund": "assistance", "values": {"half": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"base": "left"}, {"rate": "half"}]}]});
    let open = answer(&fragment, &json!([bill("e1", "10000", Value::Null)]));
    assert_eq!(fund(&open, "assistance"), (0, 180_000), "half of 3,600");
    assert_eq!(fund(&open, "basic"), (0, 950_000));
    for self_paid in ["0", "0.01", "500", "999.99", "1000", "1000.01", "4000", "10000"] {
        let one = answer(&fragment, &json!([bill("e1", "10000", json!(self_paid))]));
        for name in ["basic", "assistance"] {
            let (whole, inner) = (fund(&open, name), fund(&one, name));
            assert!(whole.0 <= inner.0 && inner.1 <= whole.1, "{name} {self_paid}: {inner:?} is not in {whole:?}");
        }
    }
}

/// A minimum of 800 may exceed what is in scope. Then the payment is cut, and the yearly limit has lost only what was paid.
#[test]
fn a_minimum_uses_up_no_more_of_the_year_than_it_pays() {
    let fragment = json!({"programmes": [
        {"id": "inpatient",
         "values": {"part": {"unit": "rate", "value": "0.10"}, "least": {"unit": "money", "value": "800"}, "limit": {"unit": "money", "value": "1000"}},
         "benefit": [{"rate": "part"}, {"at_least": "least"}, {"cap": "limit", "per": "year"}]}]});
    let with =
        |self_paid: Value| answer(&fragment, &json!([bill("e1", "300", self_paid), bill("e2", "900", json!("0"))]));
    let paid = |answer: &Value| [0, 1].map(|place: usize| ends(&answer["expenses"][place]["slip"]["fund_pay_sumamt"]));
    let open = with(Value::Null);
    assert_eq!(paid(&open), [(0, 30_000), (70_000, 80_000)]);
    assert_eq!(ends(&open["totals"]["paid"]), (80_000, 100_000));
    // Both open: the second is paid most where nothing was used up before and all of it is in scope, 800.
    let both = answer(&fragment, &json!([bill("e1", "300", Value::Null), bill("e2", "900", Value::Null)]));
    assert_eq!(paid(&both), [(0, 30_000), (0, 80_000)]);
    assert_eq!(paid(&with(json!("0"))), [(30_000, 30_000), (70_000, 70_000)]);
    assert_eq!(paid(&with(json!("200"))), [(10_000, 10_000), (80_000, 80_000)]);
    assert_eq!(paid(&with(json!("300"))), [(0, 0), (80_000, 80_000)]);
}
