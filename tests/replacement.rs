//! A nearer file takes the place of a programme further up: of all of it, or for some kinds of care and one scheme.
//!
//! 1. What is replaced for all is not listed.
//! 2. What is replaced for some kinds of care goes on to answer for the others.
//! 3. What is replaced for one scheme goes on to answer for the others.
//! 4. What gives way before nearer files answers only bills to which no nearer programme of its fund applies.
//! 5. A value that says the same as another one in another way cannot be entered beside it.

use crate::support::fragment::{cases_file, policy_file};
use serde_json::{Value, json};
use yibao::api::estimate;
use yibao::policy::catalogue::Catalogue;

/// A region with a programme that pays half, and one below it that replaces something.
fn catalogue(replaces: &Value) -> Catalogue {
    let programme = |id: &str, rate: &str| {
        json!({"id": id, "services": ["inpatient", "outpatient"], "benefit": [{"rate": "rate"}],
               "values": {"rate": {"unit": "rate", "value": rate}}})
    };
    let above = policy_file(&json!({"programmes": [programme("frame", "0.50")]}));
    let mut own = json!({"region": "990100", "programmes": [programme("own", "0.80")]});
    own["programmes"][0]["replaces"] = replaces.clone();
    own["programmes"][0]["services"] = json!(["inpatient"]);
    let mut catalogue = Catalogue::default();
    for report in catalogue.add(&[&above.to_string(), &policy_file(&own).to_string()]) {
        assert_eq!(report.problems, []);
    }
    catalogue
}

/// The ids of the programmes that are listed, and what each pays on a stay and a visit of 100.
fn paid(replaces: &Value, scheme: &str) -> Vec<(String, String)> {
    let request = json!({"region": "990100", "facts": {"scheme": scheme},
                         "expenses": [{"total": "100"}, {"total": "100", "service": "outpatient"}]});
    let case = cases_file(&[json!({"title": "", "request": request})]).remove(0);
    let answer = serde_json::to_value(estimate(&case["request"].to_string(), &[], &catalogue(replaces))).unwrap();
    let programmes = answer["programmes"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    programmes.iter().map(|programme| (text(&programme["id"]), text(&programme["paid"]["low"]))).collect()
}

fn expected(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(id, amount)| ((*id).to_owned(), (*amount).to_owned())).collect()
}

/// 1.
#[test]
fn what_is_replaced_for_all_is_not_listed() {
    let replaces = json!(["990000/frame"]);
    assert_eq!(paid(&replaces, "employee"), expected(&[("990100/own", "80.00")]));
}

/// 2.
#[test]
fn for_other_kinds_of_care_it_goes_on_to_answer() {
    let replaces = json!([{"programme": "990000/frame", "services": ["inpatient"]}]);
    assert_eq!(paid(&replaces, "employee"), expected(&[("990100/own", "80.00"), ("990000/frame", "50.00")]));
}

/// 3.
#[test]
fn for_other_schemes_it_goes_on_to_answer() {
    let replaces =
        json!([{"programme": "990000/frame", "scheme": "employee", "services": ["inpatient", "outpatient"]}]);
    assert_eq!(paid(&replaces, "employee")[1].1, "0.00");
    // The resident's stay has 80 paid by one and what is left by the other.
    assert_eq!(paid(&replaces, "resident")[1].1, "70.00");
}

/// 4.
#[test]
fn the_frame_answers_bills_to_which_no_rule_of_the_place_applies() {
    let rate = |rate: &str| json!({"rate": {"unit": "rate", "value": rate}});
    let above = json!({"programmes": [
        {"id": "frame", "yields_to": "nearer", "values": rate("0.50"), "benefit": [{"rate": "rate"}]},
        {"id": "help", "fund": "assistance", "yields_to": "nearer", "values": rate("0.10"), "benefit": [{"base": "bill"}, {"rate": "rate"}]}]});
    let own = json!({"region": "990100", "programmes": [
        {"id": "retired", "person": [{"id": "retired", "test": {"fact": "retired", "is": true}}], "values": rate("0.80"), "benefit": [{"rate": "rate"}]},
        {"id": "emergency", "expense": [{"id": "emergency", "test": {"fact": "emergency", "is": true}}], "values": rate("0.70"),
         "yields_to": ["retired"], "benefit": [{"rate": "rate"}]}]});
    let mut catalogue = Catalogue::default();
    for report in catalogue.add(&[&policy_file(&above).to_string(), &policy_file(&own).to_string()]) {
        assert_eq!(report.problems, []);
    }
    let basic = |retired: Value, emergency: Value| {
        let request = json!({"region": "990100", "facts": {"retired": retired}, "expenses": [{"total": "100", "facts": {"emergency": emergency}}]});
        let case = cases_file(&[json!({"title": "", "request": request})]).remove(0);
        let answer = serde_json::to_value(estimate(&case["request"].to_string(), &[], &catalogue)).unwrap();
        let paid = |fund: &str| {
            answer["funds"].as_array().unwrap().iter().find(|of| of["fund"] == fund).unwrap()["paid"].clone()
        };
        assert_eq!(paid("assistance")["low"], "10.00", "nobody nearer pays out of this fund");
        (paid("basic")["low"].clone(), paid("basic")["high"].clone())
    };
    let between = |low: &str, high: &str| (json!(low), json!(high));
    assert_eq!(basic(json!(true), json!(true)), between("80.00", "80.00"));
    assert_eq!(basic(json!(false), json!(true)), between("70.00", "70.00"));
    assert_eq!(basic(json!(false), json!(false)), between("50.00", "50.00"));
    assert_eq!(basic(Value::Null, json!(false)), between("50.00", "80.00"));
    assert_eq!(basic(Value::Null, Value::Null), between("50.00", "80.00"));
}

/// 5.
#[test]
fn two_ways_to_say_one_thing_cannot_both_be_entered() {
    let values = json!({"share": {"unit": "rate", "versions": [{"value": {"unpublished": {}}}]},
                        "rate": {"unit": "rate", "instead_of": "share", "versions": [{"value": {"if_entered": {}}}]}});
    let benefit = json!([{"rate": [{"when": {"entered": "rate"}, "value": "rate"}, {"value": "share"}]}]);
    let policy = policy_file(&json!({"programmes": [{"id": "x", "values": values, "benefit": benefit}]}));
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&policy.to_string()])[0].problems, []);
    let ask = |entered: Value| {
        let request = json!({"entered": entered, "expenses": [{"total": "100"}]});
        let case = cases_file(&[json!({"title": "", "request": request})]).remove(0);
        serde_json::to_value(estimate(&case["request"].to_string(), &[], &catalogue)).unwrap()
    };
    assert_eq!(ask(json!({"990000/x/share": "0.5"}))["totals"]["paid"]["low"], "50.00");
    assert_eq!(ask(json!({"990000/x/rate": "0.9"}))["totals"]["paid"]["low"], "90.00");
    assert_eq!(ask(json!({}))["totals"]["paid"]["high"], "100.00");
    let problem = &ask(json!({"990000/x/rate": "0.9", "990000/x/share": "0.5"}))["problems"][0];
    assert_eq!((&problem["code"], &problem["path"]), (&json!("entered_twice"), &json!("/entered/990000~1x~1rate")));
}
