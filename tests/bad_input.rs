//! No input stops the core, and every problem is named at its place.
//!
//! 1. Everything that contract.md lists as a problem is one, at exactly its JSON pointer.
//! 2. Every member and every fact refuses every wrong type, at exactly its place, and nothing else is blamed for it.
//! 3. Several problems at once are all reported, each once.
//! 4. Text that is no JSON object, or in which any object holds a key twice, has the one problem `""`.
//! 5. Nonsense, 10 MB, deep nesting, numbers beyond range, `__proto__`, NUL: a Failure, never a panic, never slow.
//! 6. What the contract allows is allowed: an expense after `asked_on`, leading zeros, any fact in any region, …
//! 7. Random damage to good requests never panics, and a refusal always says why.

use crate::support::answers::{ask_text, failure, shown};
use crate::support::catalogue;
use crate::support::regions::{Kind, region_of, regions};
use crate::support::requests::complete;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yibao::api::{self, wire::Answer};
use yibao::json::problem::Code;

/// A good request that has one of everything.
fn good() -> Value {
    json!({
        "region": "370212",
        "asked_on": "2025-06-09",
        "facts": {
            "birth_date": "1980-05-01", "scheme": "employee", "retired": false, "hardship": ["orphan"],
            "conditions": ["hypertension", "diabetes"], "disability_grade": 3, "enrolled_and_paid_on": "2001-01-01",
            "years_insured": 3
        },
        "expenses": [
            {"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "1000.00",
             "facts": {"self_paid": "10.00", "advance": "20", "facility_level": "2", "admission": 1, "treats": "other"},
             "settled": {"basic": "100.00", "large_expense": "0.00"}},
            {"id": "b", "service": "home_care", "date": "2025-04-01", "total": "2000.5", "facts": {"months": 2}}
        ],
        "year_to_date": {"2025": {
            "paid": {"370200/employee-inpatient": "5.00"}, "in_scope": "1.00", "personal_share": "2.00",
            "deductible_used": {"370200/employee-outpatient": "3.00"}, "admissions": 1
        }},
        "entered": {"370200/employee-large-expense/rate": "0.75", "370200/long-term-care/monthly-cap@3": "450"},
        "readings": {"370200/employee-inpatient/band": "year"}
    })
}

/// Puts a value at a JSON pointer; missing objects on the way are made.
fn put(request: &mut Value, pointer: &str, value: Value) {
    let mut at = request;
    for step in pointer.split('/').skip(1) {
        let key = step.replace("~1", "/").replace("~0", "~");
        at = match at {
            Value::Array(items) => {
                let place = key.parse::<usize>().unwrap();
                while items.len() <= place {
                    items.push(Value::Null);
                }
                &mut items[place]
            }
            _ => {
                if !at.is_object() {
                    *at = json!({});
                }
                at.as_object_mut().unwrap().entry(key).or_insert(Value::Null)
            }
        };
    }
    *at = value;
}

fn remove(request: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    request.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
}

/// The places of a refusal, sorted.
fn places(text: &str) -> Vec<String> {
    let mut places: Vec<String> = failure(text).problems.into_iter().map(|problem| problem.path).collect();
    places.sort();
    places
}

/// Each change to the good request is refused at exactly this place and nowhere else.
fn refused(changes: &[(&str, Value, &str)]) {
    let mut wrong = Vec::new();
    for (pointer, value, place) in changes {
        let mut request = good();
        put(&mut request, pointer, value.clone());
        match ask_text(&request.to_string()) {
            Answer::Estimate(_) => wrong.push(format!("{pointer} = {value} is not refused")),
            Answer::Failure(failure) => {
                let places: Vec<&str> = failure.problems.iter().map(|problem| problem.path.as_str()).collect();
                if places != [*place] {
                    wrong.push(format!("{pointer} = {value}: {} instead of {place}", shown(&failure)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_request_that_all_this_is_made_from_is_good() {
    assert!(matches!(ask_text(&good().to_string()), Answer::Estimate(_)), "{}", shown(&failure(&good().to_string())));
}

/// 1.
#[test]
fn unknown_names_are_refused() {
    let one = |pointer: &'static str, value: Value| (pointer, value, pointer);
    refused(&[
        one("/colour", json!("red")),
        one("/Region", json!("370212")),
        one("/region", json!("370213")),
        one("/region", json!("37021")),
        one("/region", json!("")),
        one("/region", json!("370212 ")),
        one("/region", json!("620000")),
        one("/facts/colour", json!(true)),
        one("/facts/service", json!("inpatient")),
        one("/facts/total", json!("1")),
        one("/facts/Scheme", json!("employee")),
        one("/facts/scheme", json!("Employee")),
        one("/facts/scheme", json!("")),
        one("/facts/resident_tier", json!("3")),
        ("/facts/hardship", json!(["orphan", "rich"]), "/facts/hardship/1"),
        ("/facts/conditions", json!(["other"]), "/facts/conditions/0"),
        ("/facts/conditions", json!(["hypertension", "hypertension"]), "/facts/conditions/1"),
        one("/expenses/0/colour", json!("red")),
        one("/expenses/0/service", json!("dental")),
        one("/expenses/0/facts/colour", json!(1)),
        one("/expenses/0/facts/service", json!("inpatient")),
        one("/expenses/0/facts/date", json!("2025-01-01")),
        one("/expenses/0/facts/total", json!("1")),
        one("/expenses/0/facts/facility_level", json!("4")),
        one("/expenses/0/facts/treats", json!("none")),
        one("/expenses/0/settled/commercial", json!("1.00")),
        one("/year_to_date/2025/colour", json!("1")),
        one("/year_to_date/2025/paid/370200~1no-such", json!("1")),
        one("/year_to_date/2025/paid/employee-inpatient", json!("1")),
        // What 370200 replaces is no programme of the region.
        one("/year_to_date/2025/paid/370000~1resident-outpatient-pooling", json!("1")),
        one("/year_to_date/2025/deductible_used/370883~1resident-inpatient", json!("1")),
        one("/entered/370200~1employee-large-expense~1no-such", json!("1")),
        one("/entered/370883~1resident-inpatient~1rate@1", json!("0.5")),
        one("/entered/370200~1long-term-care~1monthly-cap", json!("1")),
        one("/readings/370200~1employee-inpatient~1bands", json!("year")),
        one("/readings/370200~1employee-inpatient~1band", json!("month")),
    ]);
}

/// 1.
#[test]
fn facts_at_the_wrong_place_are_refused() {
    for region in ["370212", "130800"] {
        for fact in &region_of(region).facts {
            let (wrong, holder) = if fact.of_person { ("/expenses/0/facts", "person") } else { ("/facts", "expense") };
            let place = format!("{wrong}/{}", fact.id);
            let mut request = good();
            // Whatever its value, and also where it says "I don't know".
            put(&mut request, &place, Value::Null);
            let problems = failure(&request.to_string()).problems;
            assert_eq!(problems.len(), 1, "{place}");
            assert_eq!((problems[0].path.as_str(), problems[0].code), (place.as_str(), "misplaced_fact"));
            assert_eq!(serde_json::to_value(&problems[0]).unwrap()["args"]["of"], holder);
        }
    }
}

/// 1.
#[test]
fn values_out_of_form_or_range_are_refused() {
    let at = |pointer: &'static str, value: &str| (pointer, json!(value), pointer);
    let mut changes = Vec::new();
    for money in [
        "",
        " ",
        "1.",
        ".5",
        "1.234",
        "-1",
        "+1",
        "1e3",
        "1,000",
        "1 000",
        "0x10",
        "１２",
        "NaN",
        "Infinity",
        "1.0.0",
        "1000000000000",
        "1000000000000.00",
        "999999999999999999999999999999",
        "¥1",
        "1元",
        "1.5\u{0}",
        "١",
    ] {
        for pointer in [
            "/expenses/1/total",
            "/expenses/0/facts/self_paid",
            "/expenses/0/facts/advance",
            "/expenses/0/settled/basic",
            "/year_to_date/2025/in_scope",
            "/year_to_date/2025/personal_share",
            "/year_to_date/2025/paid/370200~1employee-inpatient",
            "/year_to_date/2025/deductible_used/370200~1employee-outpatient",
            "/entered/370200~1long-term-care~1monthly-cap@3",
        ] {
            changes.push(at(pointer, money));
        }
    }
    for rate in ["", "1.000001", "2", "75", "75%", "0.1234567", "-0.1", "1e-1", ".5", "1.", "yes"] {
        changes.push(at("/entered/370200~1employee-large-expense~1rate", rate));
    }
    for choice in ["true", "", "Yes", "1"] {
        changes.push(at("/entered/000000~1enrol-where-you-live~1adopted-here", choice));
    }
    for date in [
        "",
        "2025",
        "2025-06",
        "2025-6-9",
        "20250609",
        "2025-02-29",
        "2025-13-01",
        "2025-00-10",
        "2025-04-31",
        "2025-01-32",
        "2025-01-00",
        "1899-12-31",
        "3000-01-01",
        "0000-00-00",
        "2025-06-09T00:00:00",
        " 2025-06-09",
        "not_yet",
        "２０２５-06-09",
        "+025-06-09",
        "-025-06-09",
    ] {
        changes.push(at("/asked_on", date));
        changes.push(at("/facts/birth_date", date));
        changes.push(at("/expenses/0/date", date));
        if date != "not_yet" {
            changes.push(at("/facts/enrolled_and_paid_on", date));
        }
    }
    refused(&changes);
}

/// 1.
#[test]
fn whole_numbers_are_json_integers_within_their_range() {
    let numbers = [
        ("/facts/years_insured", "151"),
        ("/facts/disability_grade", "6"),
        ("/expenses/0/facts/admission", "0"),
        ("/expenses/0/facts/months", "13"),
        ("/expenses/0/facts/months", "0"),
        ("/year_to_date/2025/admissions", "367"),
    ];
    let never = ["-1", "1.5", "3.0", "1e0", "1E2", "1e999", "-1e999", "123456789012345678901234567890", "1e-400"];
    for (pointer, out_of_range) in numbers {
        for number in never.iter().chain([&out_of_range]) {
            let mut request = good();
            put(&mut request, pointer, json!("NUMBER"));
            let text = request.to_string().replace("\"NUMBER\"", number);
            assert_eq!(places(&text), [pointer], "{number} at {pointer}");
        }
    }
}

/// 1.
#[test]
fn a_number_is_no_amount_and_no_date() {
    for pointer in [
        "/region",
        "/asked_on",
        "/facts/birth_date",
        "/facts/scheme",
        "/facts/resident_tier",
        "/expenses/0/id",
        "/expenses/0/service",
        "/expenses/0/date",
        "/expenses/0/total",
        "/expenses/0/facts/self_paid",
        "/expenses/0/facts/facility_level",
        "/expenses/0/settled/basic",
        "/year_to_date/2025/in_scope",
        "/year_to_date/2025/paid/370200~1employee-inpatient",
        "/entered/370200~1employee-large-expense~1rate",
        "/readings/370200~1employee-inpatient~1band",
    ] {
        for number in ["1", "0.75", "1e999", "12345678901234567890123", "-0", "20250609"] {
            let mut request = good();
            put(&mut request, pointer, json!("NUMBER"));
            // A bill that cannot be read contradicts nothing.
            let text = request.to_string().replace("\"NUMBER\"", number);
            assert_eq!(places(&text), [pointer], "{number} at {pointer}");
        }
    }
}

/// 1.
#[test]
fn contradictions_are_refused_at_their_place() {
    refused(&[
        // self_paid 10.00, advance 20 and settled 100.00 are there.
        ("/expenses/0/total", json!("99.99"), "/expenses/0/settled"),
        ("/expenses/0/facts/self_paid", json!("980.01"), "/expenses/0/facts/self_paid"),
        ("/expenses/0/facts/advance", json!("990.01"), "/expenses/0/facts/self_paid"),
        ("/expenses/1/facts/advance", json!("2000.51"), "/expenses/1/facts/advance"),
        ("/expenses/1/facts/self_paid", json!("2000.51"), "/expenses/1/facts/self_paid"),
        ("/expenses/0/settled", json!({"basic": "1000.01"}), "/expenses/0/settled"),
        ("/expenses/0/settled", json!({"basic": "600", "assistance": "400.01"}), "/expenses/0/settled"),
        ("/expenses/1/id", json!("a"), "/expenses/1/id"),
        ("/expenses/1/id", json!(""), "/expenses/1/id"),
        ("/facts/enrolled_and_paid_on", json!("1980-04-30"), "/facts/enrolled_and_paid_on"),
        ("/facts/enrolled_and_paid_on", json!("2025-06-10"), "/facts/enrolled_and_paid_on"),
        ("/expenses/0/date", json!("1980-04-30"), "/expenses/0/date"),
        (
            "/entered/370200~1employee-inpatient~1band-edge",
            json!("1"),
            "/entered/370200~1employee-inpatient~1band-edge",
        ),
        (
            "/entered/370200~1resident-inpatient~1rate@1,1",
            json!("0.5"),
            "/entered/370200~1resident-inpatient~1rate@1,1",
        ),
        ("/year_to_date/25", json!({}), "/year_to_date/25"),
        ("/year_to_date/3000", json!({}), "/year_to_date/3000"),
        ("/year_to_date/1899", json!({}), "/year_to_date/1899"),
        ("/year_to_date/+025", json!({}), "/year_to_date/+025"),
        ("/year_to_date/2025.0", json!({}), "/year_to_date/2025.0"),
        ("/year_to_date/this", json!({}), "/year_to_date/this"),
    ]);
    // Whoever is born after today also enrolled and was treated before birth.
    let mut unborn = good();
    put(&mut unborn, "/facts/birth_date", json!("2025-06-10"));
    let four = ["/expenses/0/date", "/expenses/1/date", "/facts/birth_date", "/facts/enrolled_and_paid_on"];
    assert_eq!(places(&unborn.to_string()), four);
    // Dates on the edge are no contradiction.
    for (pointer, value) in [
        ("/facts/birth_date", "2001-01-01"),
        ("/facts/enrolled_and_paid_on", "1980-05-01"),
        ("/facts/enrolled_and_paid_on", "2025-06-09"),
        ("/facts/enrolled_and_paid_on", "not_yet"),
        ("/expenses/0/date", "1980-05-01"),
        ("/expenses/0/date", "2999-12-31"),
        ("/asked_on", "2001-01-01"),
        ("/expenses/0/total", "100.00"),
        ("/expenses/0/facts/self_paid", "980.00"),
    ] {
        let mut request = good();
        put(&mut request, pointer, json!(value));
        assert!(matches!(ask_text(&request.to_string()), Answer::Estimate(_)), "{pointer} = {value}");
    }
}

/// 1.
#[test]
fn missing_members_are_named_where_they_would_be() {
    for pointer in [
        "/region",
        "/asked_on",
        "/expenses/0/id",
        "/expenses/0/service",
        "/expenses/0/date",
        "/expenses/0/total",
        "/expenses/1/total",
    ] {
        let mut request = good();
        remove(&mut request, pointer);
        // Parts of a bill that is not there are no second problem.
        assert_eq!(places(&request.to_string()), [pointer]);
    }
    // An allowance needs no bill; the same service elsewhere does.
    let care = |region: &str| {
        json!({"region": region, "asked_on": "2025-06-09",
        "expenses": [{"id": "a", "service": "home_care", "date": "2025-03-01"}]})
        .to_string()
    };
    assert!(matches!(ask_text(&care("370503")), Answer::Estimate(_)));
    assert_eq!(places(&care("370212")), ["/expenses/0/total"]);
}

/// Every place of a member in a request, with the types it takes.
fn members() -> Vec<(String, &'static [&'static str])> {
    let mut members: Vec<(String, &'static [&'static str])> = vec![
        ("/region".into(), &["string"]),
        ("/asked_on".into(), &["string"]),
        ("/facts".into(), &["object"]),
        ("/expenses".into(), &["array"]),
        ("/expenses/0".into(), &["object"]),
        ("/expenses/0/id".into(), &["string"]),
        ("/expenses/0/service".into(), &["string"]),
        ("/expenses/0/date".into(), &["string"]),
        ("/expenses/0/total".into(), &["string"]),
        ("/expenses/0/facts".into(), &["object"]),
        ("/expenses/0/settled".into(), &["object"]),
        ("/expenses/0/settled/basic".into(), &["string"]),
        ("/year_to_date".into(), &["object"]),
        ("/year_to_date/2025".into(), &["object"]),
        ("/year_to_date/2025/paid".into(), &["object"]),
        ("/year_to_date/2025/paid/370200~1employee-inpatient".into(), &["string"]),
        ("/year_to_date/2025/in_scope".into(), &["string"]),
        ("/year_to_date/2025/personal_share".into(), &["string"]),
        ("/year_to_date/2025/deductible_used".into(), &["object"]),
        ("/year_to_date/2025/admissions".into(), &["number"]),
        ("/entered".into(), &["object"]),
        ("/entered/370200~1employee-large-expense~1rate".into(), &["string"]),
        ("/readings".into(), &["object"]),
        ("/readings/370200~1employee-inpatient~1band".into(), &["string"]),
    ];
    for fact in &region_of("370212").facts {
        let object = if fact.of_person { "/facts" } else { "/expenses/0/facts" };
        let takes: &[&str] = match fact.kind {
            Kind::YesNo => &["null", "boolean"],
            Kind::Choice(_) | Kind::Date | Kind::Money => &["null", "string"],
            Kind::Set(_) => &["null", "array"],
            Kind::WholeNumber { .. } => &["null", "number"],
        };
        members.push((format!("{object}/{}", fact.id), takes));
    }
    members
}

/// 2.
#[test]
fn every_member_refuses_every_wrong_type() {
    let types = [
        ("null", json!(null)),
        ("boolean", json!(true)),
        ("boolean", json!(false)),
        ("number", json!(1)),
        ("string", json!("x")),
        ("array", json!([])),
        ("array", json!([null])),
        ("object", json!({})),
    ];
    for (pointer, takes) in members() {
        for (name, value) in &types {
            if takes.contains(name) {
                continue;
            }
            let mut request = good();
            put(&mut request, &pointer, value.clone());
            if pointer == "/expenses/0" {
                remove(&mut request, "/year_to_date");
            }
            let found = failure(&request.to_string());
            assert_eq!(
                found.problems.iter().map(|problem| &problem.path).collect::<Vec<_>>(),
                [&pointer],
                "{value} at {pointer}: {}",
                shown(&found)
            );
        }
    }
    // Within a set, the element; within a choice's set, too.
    refused(&[
        ("/facts/hardship", json!([null]), "/facts/hardship/0"),
        ("/facts/hardship", json!(["orphan", 1]), "/facts/hardship/1"),
        ("/facts/hardship", json!(["orphan", ["orphan"]]), "/facts/hardship/1"),
        ("/expenses", json!([null]), "/expenses/0"),
    ]);
}

/// 2, of the whole text.
#[test]
fn a_text_that_is_no_object_is_refused_as_a_whole() {
    for text in ["null", "true", "1", "\"370212\"", "[]", "[{}]", "-0", "1e999", "\"\""] {
        assert_eq!(places(text), [""], "{text}");
    }
}

/// 3.
#[test]
fn all_problems_are_reported_at_once() {
    let request = r#"{
        "region": "999999", "asked_on": "2025-02-30", "colour": 1,
        "facts": {"birth_date": 1980, "scheme": "pensioner", "self_paid": "1", "hardship": ["orphan", "rich", 3], "x": 1},
        "expenses": [
            {"id": "", "service": "inpatient", "date": "2025-01-01", "total": "10", "facts": {"self_paid": "6", "advance": "5"},
             "settled": {"basic": "11", "lottery": "1"}},
            {"id": "a", "date": "soon", "total": 5, "facts": {"scheme": "resident", "months": 13}, "extra": []},
            {"id": "a", "service": "dental", "facts": []},
            7
        ],
        "year_to_date": {"25": {}, "2025": {"paid": {"x": 1}, "in_scope": "-1", "admissions": "2", "y": 0}},
        "entered": {"a": 1}, "readings": {"b": null}
    }"#;
    let expected = [
        "/asked_on",
        "/colour",
        "/entered/a",
        "/expenses/0/facts/self_paid",
        "/expenses/0/id",
        "/expenses/0/settled",
        "/expenses/0/settled/lottery",
        "/expenses/1/date",
        "/expenses/1/extra",
        "/expenses/1/facts/months",
        "/expenses/1/facts/scheme",
        "/expenses/1/service",
        "/expenses/1/total",
        "/expenses/2/date",
        "/expenses/2/facts",
        "/expenses/2/id",
        "/expenses/2/service",
        "/expenses/3",
        "/facts/birth_date",
        // A region may have a group "rich"; which region it is, nobody knows here.
        "/facts/hardship/2",
        "/facts/scheme",
        "/facts/self_paid",
        "/facts/x",
        "/readings/b",
        "/region",
        "/year_to_date/2025/admissions",
        "/year_to_date/2025/in_scope",
        "/year_to_date/2025/paid/x",
        "/year_to_date/2025/y",
        "/year_to_date/25",
    ];
    assert_eq!(places(request), expected);
    // In a region that is known, its names are checked too; contradictions are found beside malformed members.
    let request = r#"{
        "region": "370212", "asked_on": "2025-01-01", "facts": {"birth_date": "2025-01-02", "enrolled_and_paid_on": "2025-01-01", "y": 1},
        "expenses": [
            {"id": "a", "service": "inpatient", "date": "2025-01-01"},
            {"id": "a", "service": "inpatient", "date": "2025-02-01", "total": "1", "facts": {"advance": "2"}, "settled": {"basic": "2"}}
        ],
        "entered": {"a": "1", "370200/employee-inpatient/ceiling": "1", "370200/employee-large-expense/rate": "1.1"},
        "readings": {"b": "x", "370200/employee-inpatient/band": "x"},
        "year_to_date": {"2025": {"paid": {"x": "1"}, "deductible_used": {"y": "1"}}}
    }"#;
    let expected = [
        "/entered/370200~1employee-inpatient~1ceiling",
        "/entered/370200~1employee-large-expense~1rate",
        "/entered/a",
        "/expenses/0/date",
        "/expenses/0/total",
        "/expenses/1/facts/advance",
        "/expenses/1/id",
        "/expenses/1/settled",
        "/facts/birth_date",
        "/facts/enrolled_and_paid_on",
        "/facts/y",
        "/readings/370200~1employee-inpatient~1band",
        "/readings/b",
        "/year_to_date/2025/deductible_used/y",
        "/year_to_date/2025/paid/x",
    ];
    assert_eq!(places(request), expected);
}

#[test]
fn every_problem_says_what_is_wrong_in_words() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let text =
        r#"{"region": 1, "asked_on": "x", "facts": {"scheme": "{value}", "{key}": 1}, "{known}": 1, "expenses": [{}]}"#;
    for problem in failure(text).problems {
        assert!(codes.contains(problem.code), "{}", problem.code);
        assert!(!problem.message.is_empty() && !problem.help.is_empty(), "{problem:?}");
    }
}

/// 4.
#[test]
fn a_key_that_stands_twice_is_refused_at_any_depth() {
    let text = good().to_string();
    let doubled = |from: &str, to: &str| {
        assert!(text.contains(from), "{from} is in the good request");
        text.replacen(from, to, 1)
    };
    for twice in [
        doubled("\"region\":", "\"region\":\"370212\",\"region\":"),
        doubled("\"scheme\":", "\"scheme\":\"none\",\"scheme\":"),
        // The same key, spelt differently.
        doubled("\"scheme\":", "\"\\u0073cheme\":\"none\",\"scheme\":"),
        doubled("\"id\":", "\"id\":\"z\",\"id\":"),
        doubled("\"self_paid\":", "\"self_paid\":null,\"self_paid\":"),
        doubled("\"basic\":", "\"basic\":\"0\",\"basic\":"),
        doubled("\"in_scope\":", "\"in_scope\":\"0\",\"in_scope\":"),
        doubled("\"370200/employee-inpatient\":", "\"370200/employee-inpatient\":\"0\",\"370200/employee-inpatient\":"),
        doubled(
            "\"370200/employee-inpatient/band\":",
            "\"370200\\/employee-inpatient/band\":\"year\",\"370200/employee-inpatient/band\":",
        ),
        // Even within something that is refused anyway.
        doubled("\"region\":", "\"x\":[[{\"y\":{\"z\":1,\"z\":1}}]],\"region\":"),
        doubled("\"region\":", "\"\":1,\"\":1,\"region\":"),
        doubled("\"region\":", "\"__proto__\":1,\"__proto__\":1,\"region\":"),
    ] {
        assert_eq!(places(&twice), [""], "{twice}");
    }
}

/// 4, 5.
#[test]
fn nonsense_is_refused_as_a_whole() {
    let good = good().to_string();
    let mut texts = vec![
        String::new(),
        " ".into(),
        "\u{feff}".into(),
        "\u{0}".into(),
        "{".into(),
        "}".into(),
        "{}}".into(),
        "{} {}".into(),
        "nonsense".into(),
        "NaN".into(),
        "undefined".into(),
        "Infinity".into(),
        "{'region': '370212'}".into(),
        "{\"region\": \"370212\",}".into(),
        "{\"region\": 01}".into(),
        "{\"region\": +1}".into(),
        "{\"region\": .5}".into(),
        "{\"region\": 1.}".into(),
        "{\"region\": \"\u{1}\"}".into(),
        "{\"region\": \"\\x41\"}".into(),
        "// comment\n{}".into(),
        "{\"region\": \"\\ud800\"}".into(),
        "{\"\\udfff\": 1}".into(),
        "{\"region\": \"\\ud800\\u0041\"}".into(),
        "<html></html>".into(),
        format!("\u{feff}\u{feff}{good}"),
        format!("{good}\u{feff}"),
        format!("{good}x"),
        format!("{good}\u{0}"),
        format!("{good}{good}"),
        "\u{fffd}\u{fffd}".into(),
    ];
    // A text that breaks off anywhere.
    texts.extend((0..good.len()).step_by(7).map(|end| good[..end].to_owned()));
    for text in texts {
        assert_eq!(places(&text), [""], "{:?}", &text.chars().take(80).collect::<String>());
    }
}

/// 5.
#[test]
fn keys_with_a_meaning_elsewhere_are_plain_unknown_keys() {
    for key in ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "", " ", "\u{0}", "a/b~c"] {
        for object in [
            "",
            "/facts",
            "/expenses/0",
            "/expenses/0/facts",
            "/expenses/0/settled",
            "/year_to_date/2025",
            "/entered",
            "/readings",
            "/year_to_date",
        ] {
            for value in [json!({}), json!("1"), json!({"polluted": true})] {
                let mut request = good();
                let place = format!("{object}/{}", key.replace('~', "~0").replace('/', "~1"));
                put(&mut request, &place, value.clone());
                let found = places(&request.to_string());
                assert_eq!(found, std::slice::from_ref(&place), "{value}");
            }
        }
    }
}

/// serde_json hands numbers over under this key: nobody else may.
#[test]
fn an_object_is_no_number() {
    let unknown = r#"{"region": "370212", "asked_on": "2025-01-01", "$serde_json::private::Number": "1"}"#;
    assert_eq!(places(unknown), ["/$serde_json::private::Number"]);
    let only = r#"{"$serde_json::private::Number": "1"}"#;
    assert_eq!(places(only), ["/$serde_json::private::Number", "/asked_on", "/region"]);
    for text in [
        r#"{"region": "370212", "asked_on": "2025-01-01", "facts": {"years_insured": {"$serde_json::private::Number": "3"}}}"#,
        r#"{"region": "370212", "asked_on": "2025-01-01", "facts": {"years_insured": {"$serde_json::private::Number": "abc"}}}"#,
    ] {
        assert_eq!(places(text), ["/facts/years_insured"], "{text}");
    }
}

/// 5.
#[test]
fn large_and_deep_texts_are_refused_at_once() {
    let mb = 1 << 20;
    let nested = |open: &str, close: &str, depth: usize| format!("{}{}", open.repeat(depth), close.repeat(depth));
    for text in [
        "x".repeat(10 * mb),
        " ".repeat(10 * mb),
        "[".repeat(10 * mb),
        "{\"a\":".repeat(2 * mb),
        nested("[", "]", 100_000),
        format!("{{\"facts\":{}}}", nested("[", "]", 1_000)),
        format!("{{\"region\":{}}}", nested("{\"a\":", "1}", 500).replacen("1}", "1", 1)),
        format!("{{\"region\":\"{}\"}}", "a".repeat(10 * mb)),
        format!("{{\"region\":{}}}", "1".repeat(10 * mb)),
        format!("[{}1]", "1,".repeat(5 * mb)),
    ] {
        assert_eq!(places(&text), [""]);
    }
}

/// 5.
#[test]
fn large_texts_that_are_read_are_refused_at_their_places() {
    let request = |region: &str, rest: &str| format!("{{\"region\":{region},\"asked_on\":\"2025-01-01\"{rest}}}");
    let digits = "1".repeat(1 << 20);
    assert_eq!(places(&request(&digits, "")), ["/region"]);
    assert_eq!(places(&request(&format!("\"{digits}\""), "")), ["/region"]);
    let years = format!(",\"facts\":{{\"years_insured\":{digits}}}");
    assert_eq!(places(&request("\"370212\"", &years)), ["/facts/years_insured"]);
    let exponent = format!(",\"facts\":{{\"years_insured\":1e{digits}}}");
    assert_eq!(places(&request("\"370212\"", &exponent)), ["/facts/years_insured"]);
    let expense = |total: &str| {
        let rest = format!(
            ",\"expenses\":[{{\"id\":\"a\",\"service\":\"inpatient\",\"date\":\"2025-01-01\",\"total\":\"{total}\"}}]"
        );
        request("\"370212\"", &rest)
    };
    assert_eq!(places(&expense(&digits)), ["/expenses/0/total"]);
    assert_eq!(places(&expense(&format!("1.{digits}"))), ["/expenses/0/total"]);
    // Zeros before an amount are part of its form, however many.
    assert!(matches!(ask_text(&expense(&format!("{}5", "0".repeat(1 << 20)))), Answer::Estimate(_)));
    let many = (0..20_000).map(|n| format!("\"k{n}\":1")).collect::<Vec<_>>().join(",");
    assert_eq!(places(&request("\"370212\"", &format!(",\"facts\":{{{many}}}"))).len(), 20_000);
    let members = vec!["\"x\""; 20_000].join(",");
    let set = format!(",\"facts\":{{\"hardship\":[{members}]}}");
    assert_eq!(places(&request("\"370212\"", &set)).len(), 20_000);
    let ids: Vec<String> = (0..1_001)
        .map(|n| format!("{{\"id\":\"{n}\",\"service\":\"outpatient\",\"date\":\"2025-01-01\",\"total\":\"1\"}}"))
        .collect();
    assert_eq!(places(&request("\"370212\"", &format!(",\"expenses\":[{}]", ids.join(",")))), ["/expenses"]);
}

/// 5: what a caller could not even write as JSON is named at its place, and only there.
#[test]
fn what_could_not_be_written_is_named_where_it_was() {
    let mut request = good();
    put(&mut request, "/facts/birth_date", Value::Null);
    put(&mut request, "/expenses/0/total", Value::Null);
    put(&mut request, "/region", Value::Null);
    let places = ["/facts/birth_date".to_owned(), "/expenses/0/total".to_owned(), "/region".to_owned()];
    let Answer::Failure(found) = api::estimate(&request.to_string(), &places, crate::support::catalogue()) else {
        panic!("refused")
    };
    let mut found: Vec<(String, &str)> =
        found.problems.into_iter().map(|problem| (problem.path, problem.code)).collect();
    found.sort();
    let unreadable = |path: &str| (path.to_owned(), "unreadable");
    assert_eq!(found, [unreadable("/expenses/0/total"), unreadable("/facts/birth_date"), unreadable("/region")]);
    // A whole request that could not be written.
    let Answer::Failure(found) = api::estimate("null", &[String::new()], crate::support::catalogue()) else {
        panic!("refused")
    };
    assert_eq!(shown(&found), "unreadable at \"\"");
}

/// 5: the time grows with the list, not with its square (which would be hours here).
#[test]
fn many_places_that_could_not_be_written_are_refused_at_once() {
    let places: Vec<String> = (0..400_000).map(|place| format!("/facts/hardship/{place}")).collect();
    let nulls = vec!["null"; places.len()].join(",");
    let text = format!(r#"{{"region":"370212","asked_on":"2025-01-01","facts":{{"hardship":[{nulls}]}}}}"#);
    let Answer::Failure(found) = api::estimate(&text, &places, crate::support::catalogue()) else { panic!("refused") };
    assert_eq!(found.problems.len(), places.len());
    assert!(found.problems.iter().all(|problem| problem.code == "unreadable"));
}

/// 6.
#[test]
fn what_the_contract_allows_is_allowed() {
    let plain = json!({"region": "370212", "asked_on": "2025-06-09"});
    let accepted = |request: &Value| {
        let text = request.to_string();
        let answer = api::estimate_amounts(&text, &[], catalogue()); // a refusal is the same without the working
        assert!(matches!(answer, Answer::Estimate(_)), "{text}: {}", shown(&failure(&text)));
    };
    accepted(&plain);
    accepted(&json!({"region": "370212", "asked_on": "2025-06-09", "facts": {}, "expenses": [], "year_to_date": {},
        "entered": {}, "readings": {}}));
    for (pointer, value) in [
        ("/expenses/0/date", json!("2026-12-31")),
        ("/asked_on", json!("2999-12-31")),
        ("/facts/birth_date", json!("1900-01-01")),
        ("/expenses/0/total", json!("999999999999.99")),
        ("/expenses/1/total", json!("0002000.5")),
        ("/expenses/1/total", json!("0")),
        ("/expenses/0/id", json!("a/b~c \"quoted\" 汉字 \u{0}")),
        ("/expenses/0/id", json!("__proto__")),
        ("/expenses/0/settled", json!({})),
        ("/expenses/0/settled", json!({"basic": "1000.00"})),
        ("/expenses/0/settled", json!({"critical_illness": "0.00", "long_term_care": "0"})),
        ("/year_to_date/1900", json!({})),
        ("/year_to_date/2999", json!({"admissions": 0})),
        ("/year_to_date/2025/admissions", json!(366)),
        ("/entered/370200~1employee-large-expense~1rate", json!("1")),
        ("/entered/370200~1employee-large-expense~1rate", json!("0.123456")),
        ("/entered/370200~1long-term-care~1monthly-cap@3", json!("999999999999.99")),
        ("/facts/hardship", json!([])),
        ("/facts/years_insured", json!(0)),
        ("/facts/years_insured", json!(150)),
        ("/expenses/0/facts/admission", json!(366)),
    ] {
        let mut request = good();
        put(&mut request, pointer, value);
        accepted(&request);
    }
    // An entered value may lie outside the closer bounds that a policy assumes.
    accepted(&json!({"region": "370883", "asked_on": "2025-06-09",
        "entered": {"370883/resident-inpatient/rate@1": "0.10", "370883/resident-inpatient/deductible@1": "99999"}}));
    // Null is an answer for every fact, and any fact may be given in any region.
    for region in regions() {
        let person = region.facts.iter().filter(|fact| fact.of_person).map(|fact| (fact.id.clone(), Value::Null));
        let expense = region.facts.iter().filter(|fact| !fact.of_person).map(|fact| (fact.id.clone(), Value::Null));
        accepted(&json!({"region": region.code, "asked_on": "2025-06-09",
            "facts": person.collect::<serde_json::Map<_, _>>(),
            "expenses": [{"id": "a", "service": "inpatient", "date": "2025-01-01", "total": "100",
                "facts": expense.collect::<serde_json::Map<_, _>>()}]}));
        let mut tape = Tape::Seeded(5);
        accepted(&complete(&mut tape, region));
    }
}

/// 7.
#[test]
fn random_damage_never_stops_the_core() {
    const PIECES: [&str; 24] = [
        "\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "-",
        "1e999",
        "\\",
        "\\u0000",
        "0",
        "\u{0}",
        "true",
        ".",
        "\"\"",
        "{}",
        "[]",
        "99999999999999999999",
        "é",
        "\\ud800",
        "2999-12-31",
        "1900-01-01",
    ];
    for round in 0..4_000u64 {
        let mut tape = Tape::Seeded(round);
        let mut text =
            if round % 3 == 0 { complete(&mut tape, &regions()[round as usize % 7]) } else { good() }.to_string();
        for _ in 0..1 + tape.below(4) {
            let mut at = tape.below(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let mut end = (at + tape.below(6)).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            let piece = *tape.pick(&PIECES);
            text.replace_range(at..end, if tape.one_in(3) { "" } else { piece });
        }
        if let Answer::Failure(failure) = ask_text(&text) {
            assert!(!failure.problems.is_empty(), "{text}");
        }
    }
}

/// 7, with the structure kept: any value at any place.
#[test]
fn random_values_at_random_places_never_stop_the_core() {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(""),
        json!("1"),
        json!("0.5"),
        json!("999999999999.99"),
        json!([]),
        json!({}),
        json!("2025-01-01"),
        json!("1900-01-01"),
        json!("2999-12-31"),
        json!(["autism"]),
        json!("employee"),
        json!(366),
        json!("not_yet"),
        json!({"basic": "1"}),
        json!({"2025": {}}),
        json!([{}]),
    ];
    for round in 0..3_000u64 {
        let mut tape = Tape::Seeded(round * 31 + 7);
        let mut request = if round % 3 == 0 { complete(&mut tape, &regions()[round as usize % 7]) } else { good() };
        for _ in 0..1 + tape.below(3) {
            let mut pointers = Vec::new();
            pointers_of(&request, String::new(), &mut pointers);
            let pointer = tape.pick(&pointers).clone();
            *request.pointer_mut(&pointer).unwrap() = tape.pick(&values).clone();
        }
        if let Answer::Failure(failure) = ask_text(&request.to_string()) {
            assert!(!failure.problems.is_empty(), "{request}");
            let mut seen = BTreeSet::new();
            for problem in &failure.problems {
                assert!(seen.insert((problem.code, problem.path.clone())), "twice: {problem:?} of {request}");
            }
        }
    }
}

fn pointers_of(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| {
            pointers_of(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all);
        }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, inner)| pointers_of(inner, format!("{at}/{n}"), all))
        }
        _ => {}
    }
    all.push(at);
}
