//! What an answer says where there is more open than could be tried.
//!
//! 1. Where no more parts of the world may be taken apart, the range holds all, is not called tight, and what was to be decided
//!    next is missing all the same.
//! 2. Of a set with few members that matter, every way to have some of them is an answer, and what it narrows is told.
//! 3. A text of exactly the largest length is read; a longer one is not.
//! 4. A part of the work is that part of it, but never less than a few settlements, and costs what was used of it.
//! 5. A list of illnesses, each with a limit of its own, has more combinations than can be tried: the answer comes all the same,
//!    holds every one of them, and is exact once the illnesses are known.

use crate::support::fragment::policy_file;
use serde_json::{Value, json};
use yibao::estimate::Budget;
use yibao::json::{MAX_BYTES, Unreadable, parse};
use yibao::policy::catalogue::Catalogue;
use yibao::settlement::Effort;
use yibao::unknowns::{Case, World};

fn asked(fragment: &Value, facts: &Value, expenses: &Value) -> (String, Catalogue) {
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[&policy_file(fragment).to_string()])[0].problems, []);
    let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": facts, "expenses": expenses});
    (request.to_string(), catalogue)
}

fn answer(fragment: &Value, facts: &Value, expenses: &Value) -> Value {
    let (request, catalogue) = asked(fragment, facts, expenses);
    serde_json::to_value(yibao::api::estimate(&request, &[], &catalogue)).unwrap()
}

fn bill(nth: usize, facts: &Value) -> Value {
    json!({"id": format!("e{nth}"), "service": "inpatient", "date": "2025-03-01", "total": "100", "facts": facts})
}

/// 1. Seventy bills, each at 30 % or 50 % of what is in scope, which is open as well.
#[test]
fn what_was_to_be_decided_next_is_missing_too() {
    let rate = json!([{"when": {"fact": "out_of_area", "is": "temporary"}, "value": "elsewhere"}, {"value": "here"}]);
    let values = json!({"here": {"unit": "rate", "value": "0.50"}, "elsewhere": {"unit": "rate", "value": "0.30"}});
    let fragment = json!({"programmes": [{"id": "p", "values": values, "benefit": [{"rate": rate}]}]});
    let open = json!({"out_of_area": null, "self_paid": null, "advance": "0"});
    let bills: Vec<Value> = (1..=70).map(|nth| bill(nth, &open)).collect();
    let answer = answer(&fragment, &json!({"scheme": "employee"}), &json!(bills));
    assert_eq!(answer["tight"], false);
    assert_eq!(
        (&answer["totals"]["paid"]["low"], &answer["totals"]["paid"]["high"]),
        (&json!("0.00"), &json!("3500.00"))
    );
    let missing: Vec<&str> =
        answer["programmes"][0]["missing"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let decided = (1..=70).take_while(|nth| missing.contains(&format!("e{nth}/out_of_area").as_str())).count();
    // 10,000 lines are settled at most, four a bill: 35 bills are taken apart, and the next one is told.
    assert_eq!(decided, 36, "{missing:?}");
}

/// 2. Whoever is in extreme poverty or has a low income gets 50, else nothing.
#[test]
fn what_a_set_narrows_is_told() {
    let person = json!([{"id": "poor", "test": {"fact": "hardship", "has_any": ["extreme_poverty", "low_income"]}}]);
    let values = json!({"rate": {"unit": "rate", "value": "0.50"}});
    let fragment =
        json!({"programmes": [{"id": "p", "person": person, "values": values, "benefit": [{"rate": "rate"}]}]});
    let answer = answer(
        &fragment,
        &json!({"scheme": "employee"}),
        &json!([bill(1, &json!({"self_paid": "0", "advance": "0"}))]),
    );
    let asked =
        answer["questions"].as_array().unwrap().iter().find(|question| question["unknown"] == "hardship").unwrap();
    assert_eq!(asked["narrows"], "50.00", "{asked}");
}

/// 3.
#[test]
fn the_largest_text_is_read() {
    assert!(parse(&format!("{}1", " ".repeat(MAX_BYTES - 1))).is_ok());
    for more in [0, 1] {
        assert_eq!(parse(&format!("{}1", " ".repeat(MAX_BYTES + more))), Err(Unreadable::TooLarge));
    }
}

/// 4. Of 10,000 lines, four a bill: 2,500 settlements of one bill.
#[test]
fn a_part_of_the_work_is_less_of_it() {
    let bills = json!([bill(1, &json!({"self_paid": "0", "advance": "0"}))]);
    let (request, catalogue) = asked(&json!({"programmes": []}), &json!({"scheme": "employee"}), &bills);
    let request = yibao::request::read(&request, &[], &catalogue).unwrap();
    let case = Case::new(&request);
    let settlements = |mut budget: Budget| {
        let settled = |_: &i32| {
            let is_enough = !budget.is_spent();
            is_enough && budget.settle(&World::of(&case), Effort::Bound).decision.is_none()
        };
        (0..10_000).take_while(settled).count()
    };
    let whole = Budget::of(&case);
    assert_eq!([1, 10, 1000].map(|parts| settlements(whole.part(parts))), [2500, 250, 24]);
    assert_eq!(settlements(whole), 2500);
    // Parts that are taken from it one after the other cost what they used, not more.
    let mut left = whole;
    let in_parts = |_: &i32| {
        let mut part = left.part(10);
        let is_enough = !left.is_spent();
        let _ = part.settle(&World::of(&case), Effort::Bound);
        left.spend(left.part(10), part);
        is_enough
    };
    assert_eq!((0..10_000).take_while(in_parts).count(), 2500);
}

/// 5. The greatest limit of one's illnesses, and 400 for each further one, up to 800: as many cities say it.
#[test]
fn a_long_list_of_illnesses_has_an_answer() {
    let ill = |nth: usize| format!("ill{nth:02}");
    let each = |value: &dyn Fn(usize) -> String| -> Vec<Value> {
        let is_ill = |nth| json!({"fact": "conditions", "has_any": [ill(nth)]});
        (0..40).map(|nth| json!({"value": value(nth), "when": is_ill(nth)})).collect()
    };
    let further = json!({"sum": each(&|_| "one".to_owned()), "less": "one"});
    let plus = json!({"value": "each", "times": further, "at_most": "most"});
    let mut values = json!({
        "rate": {"unit": "rate", "value": "0.70"}, "one": {"unit": "count", "value": "1"},
        "each": {"unit": "money", "value": "400"}, "most": {"unit": "money", "value": "800"},
    });
    let mut conditions = json!({});
    for nth in 0..40 {
        values[ill(nth)] = json!({"unit": "money", "value": (1500 + 100 * nth).to_string()});
        conditions[ill(nth)] = json!({"zh": ill(nth), "en": ill(nth)});
    }
    let benefit = json!([{"rate": "rate"}, {"cap": {"greatest": each(&|nth| ill(nth)), "plus": plus}, "per": "year"}]);
    let fragment = json!({"conditions": conditions, "programmes": [{"id": "p", "values": values, "benefit": benefit}]});
    let asked = |ills: Option<&[usize]>, count: usize| {
        let mut facts = json!({"scheme": "employee"});
        if let Some(ills) = ills {
            facts["conditions"] = ills.iter().map(|nth| json!(ill(*nth))).collect();
        }
        let known = json!({"self_paid": "0", "advance": "0"});
        let bill = |nth| {
            let id = format!("e{nth}");
            json!({"id": id, "service": "inpatient", "date": "2025-03-01", "total": "20000", "facts": known})
        };
        let bills: Vec<Value> = (0..count).map(bill).collect();
        answer(&fragment, &facts, &json!(bills))
    };
    let paid = |answer: &Value, end: &str| answer["totals"]["paid"][end].as_str().unwrap().to_owned();
    let open = asked(None, 1);
    assert_eq!((paid(&open, "low"), paid(&open, "high")), ("0.00".to_owned(), "6200.00".to_owned()));
    assert!(open["questions"].as_array().unwrap().iter().any(|question| question["unknown"] == "conditions"));
    // Each of three bills may reach the greatest limit of the year, but together they pay no more.
    assert_eq!(paid(&asked(None, 3), "high"), "6200.00");
    let known: [(&[usize], &str); 5] =
        [(&[], "0.00"), (&[3], "1800.00"), (&[3, 0], "2200.00"), (&[0, 1, 2, 39], "6200.00"), (&[39], "5400.00")];
    for (ills, amount) in known {
        let answer = asked(Some(ills), 1);
        assert_eq!((paid(&answer, "low"), paid(&answer, "high")), (amount.to_owned(), amount.to_owned()), "{ills:?}");
    }
}
