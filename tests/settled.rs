//! What a slip says a fund paid is taken as given, and the rest is worked out around it.
//!
//! 1. It uses up the yearly limit of the programme that applied, and of no other.
//! 2. What it says of a later fund is not for the funds before it.
//! 3. A supplement on it is that of the only payer whom the region has on the day, else it is among the other payments.
//! 4. Two programmes of a fund whose payment is given follow each other, as far as something is counted of them.
//! 5. A settlement keeps every amount before it was rounded, also of what a second layer owed before an expense.

use crate::support::fragment::{REGION, cases_file, policy_file};
use serde_json::{Value, json};
use yibao::api::estimate;
use yibao::policy::catalogue::Catalogue;
use yibao::settlement::{Effort, settle};
use yibao::unknowns::{Case, World};

fn value(unit: &str, number: &str) -> Value {
    json!({"unit": unit, "value": number})
}

/// Basic insurance pays 80 of 100, up to 1,000 a year. Another programme of it is for residents only.
fn stays() -> Vec<Value> {
    let benefit = json!([{"rate": "rate"}, {"cap": "limit", "per": "year"}]);
    let values = json!({"rate": value("rate", "0.80"), "limit": value("money", "1000")});
    let residents = json!([{"id": "resident", "test": {"fact": "scheme", "is": "resident"}}]);
    vec![
        json!({"id": "of-residents", "benefit": benefit, "values": values, "person": residents}),
        json!({"id": "stay", "benefit": benefit, "values": values}),
    ]
}

fn help(payer: &str) -> Value {
    json!({"id": format!("help-{payer}"), "fund": "supplement", "payer": payer, "benefit": [{"base": "left"}, {"rate": "rate"}],
           "values": {"rate": value("rate", "0.10")}})
}

fn answered(programmes: &[Value], expenses: &Value) -> Value {
    answered_by(&json!({"programmes": programmes}), expenses)
}

fn answered_by(file: &Value, expenses: &Value) -> Value {
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&policy_file(file).to_string()]).remove(0).problems, []);
    let case = cases_file(&[json!({"title": "", "request": {"expenses": expenses}})]).remove(0);
    let answer = serde_json::to_value(estimate(&case["request"].to_string(), &[], &catalogue)).unwrap();
    assert_eq!(answer["outcome"], "estimate", "{answer}");
    answer
}

/// Low and high of a line of a bill's slip.
fn slip<'a>(answer: &'a Value, bill: usize, line: &str) -> [&'a str; 2] {
    let amount = &answer["expenses"][bill]["slip"][line];
    ["low", "high"].map(|end| amount[end].as_str().unwrap_or_else(|| panic!("{line} of {answer}")))
}

/// 1. The first slip took 600 of the 1,000, so that 400 are left for the second bill, where 800 would be owed.
#[test]
fn a_slip_uses_up_the_limit_of_what_applied() {
    let answer = answered(&stays(), &json!([{"total": "1000", "settled": {"basic": "600"}}, {"total": "1000"}]));
    assert_eq!(slip(&answer, 0, "fund_pay_sumamt"), ["600.00"; 2]);
    assert_eq!(slip(&answer, 1, "fund_pay_sumamt"), ["400.00"; 2]);
    let paid = |programme: usize| answer["programmes"][programme]["paid"]["high"].clone();
    assert_eq!(answer["programmes"][1]["id"], format!("{REGION}/stay"));
    assert_eq!([0, 1].map(paid), [json!("0.00"), json!("400.00")]);
}

/// 2. Of 1,000, critical illness paid 500: basic insurance finds 500 and pays no more, though 800 would be owed.
#[test]
fn what_a_slip_says_of_a_later_fund_is_kept_for_it() {
    let answer = answered(&stays(), &json!([{"total": "1000", "settled": {"critical_illness": "500"}}]));
    assert_eq!(slip(&answer, 0, "hifp_pay"), ["500.00"; 2]);
    assert_eq!(slip(&answer, 0, "fund_pay_sumamt"), ["1000.00"; 2]);
}

/// 3.
#[test]
fn a_supplement_on_a_slip_has_the_only_payer_there_is() {
    let bill = json!([{"total": "1000", "settled": {"supplement": "50"}}]);
    let lines = |helps: &[&str]| {
        let programmes: Vec<Value> = stays().into_iter().chain(helps.iter().map(|payer| help(payer))).collect();
        let answer = answered(&programmes, &bill);
        ["hifes_pay", "cvlserv_pay", "oth_pay"].map(|line| slip(&answer, 0, line).map(str::to_owned))
    };
    let exactly = |amounts: [&str; 3]| amounts.map(|amount| [amount.to_owned(), amount.to_owned()]);
    assert_eq!(lines(&["employer"]), exactly(["50.00", "0.00", "0.00"]));
    assert_eq!(lines(&["civil_servants"]), exactly(["0.00", "50.00", "0.00"]));
    assert_eq!(lines(&["employer", "civil_servants"]), exactly(["0.00", "0.00", "50.00"]));
    assert_eq!(lines(&[]), exactly(["0.00", "0.00", "50.00"]));
}

/// 3. What has ended by then paid nothing. Of what is not on file only the rule is missing: it may have paid.
#[test]
fn a_supplement_on_a_slip_has_no_payer_of_another_time() {
    let lines = |key: &str, told: Value| {
        let mut other = help("civil_servants");
        other[key] = told;
        if key == "on_file" {
            ["benefit", "values"].iter().for_each(|key| drop(other.as_object_mut().unwrap().remove(*key)));
        }
        let programmes: Vec<Value> = stays().into_iter().chain([help("employer"), other]).collect();
        let bill = json!([{"total": "1000", "date": "2026-03-01", "settled": {"supplement": "50"}}]);
        let answer = answered(&programmes, &bill);
        ["hifes_pay", "cvlserv_pay", "oth_pay"].map(|line| slip(&answer, 0, line)[0].to_owned())
    };
    assert_eq!(lines("ended", json!("2026-02-28")), ["50.00", "0.00", "0.00"]);
    assert_eq!(lines("began", json!("2026-03-02")), ["50.00", "0.00", "0.00"]);
    assert_eq!(lines("ended", json!("2026-03-01")), ["0.00", "0.00", "50.00"]);
    assert_eq!(lines("on_file", json!(false)), ["0.00", "0.00", "50.00"]);
}

/// 4. The first programme leaves 3,000 of each stay: so much went into the second one, whose bands go on from there.
#[test]
fn programmes_of_a_settled_fund_go_on_from_one_another() {
    let counters = json!({"into": {"counts": "base", "of": ["second"], "per": "year"}});
    let first = json!({"id": "first", "fund": "assistance", "benefit": [{"base": "left"}, {"rate": "rate"}],
                       "values": {"rate": value("rate", "0.40")}});
    let bands = json!([{"to": "edge", "rate": "low"}, {"rate": "high"}]);
    let second = json!({"id": "second", "fund": "assistance", "benefit": [{"base": "left"}, {"bands": bands, "counter": "into"}],
                        "values": {"edge": value("money", "4000"), "low": value("rate", "0.10"), "high": value("rate", "0.80")}});
    let basic = json!({"id": "stay", "benefit": [{"rate": "rate"}], "values": {"rate": value("rate", "0.50")}});
    let file = json!({"counters": counters, "programmes": [basic, first, second]});
    // 2,000 and 300; of the second stay 2,000, 1,000 at 0.10 and 2,000 at 0.80.
    let computed = answered_by(&file, &json!([{"total": "10000"}, {"total": "10000"}]));
    assert_eq!([0, 1].map(|bill| slip(&computed, bill, "maf_pay")), [["2300.00"; 2], ["3700.00"; 2]]);
    let settled = json!({"basic": "5000", "assistance": "2300"});
    let given = answered_by(&file, &json!([{"total": "10000", "settled": settled}, {"total": "10000"}]));
    assert_eq!([0, 1].map(|bill| slip(&given, bill, "maf_pay")), [["2300.00"; 2], ["3700.00"; 2]]);
}

/// 5. Basic insurance leaves 500 of each stay. Of the year's 500 a third above 100 is owed, 133.3332; of 1,000, 299.9997.
#[test]
fn a_second_layer_keeps_what_it_owed_before() {
    let half = json!({"id": "stay", "benefit": [{"rate": "rate"}], "values": {"rate": value("rate", "0.50")}});
    let second = json!({"id": "second", "fund": "critical_illness",
        "values": {"threshold": value("money", "100"), "rate": value("rate", "0.333333")},
        "benefit": [{"base": "year_personal_share"}, {"deductible": "threshold"}, {"rate": "rate"}]});
    let mut catalogue = Catalogue::default();
    let file = policy_file(&json!({"programmes": [half, second]})).to_string();
    assert_eq!(catalogue.add(&[&file]).remove(0).problems, []);
    let case = json!({"title": "", "request": {"expenses": [{"total": "1000"}, {"total": "1000"}]}});
    let case = cases_file(&[case]).remove(0);
    let request = yibao::request::read(&case["request"].to_string(), &[], &catalogue).unwrap();
    let case = Case::new(&request);
    let before = settle(&World::of(&case), Effort::Explain).before_roundings();
    let before: Vec<String> = before.into_iter().map(yibao::money::Money::in_full).collect();
    assert_eq!(before, ["500.00", "500.00", "133.3332", "0.00", "299.9997", "133.3332"]);
}
