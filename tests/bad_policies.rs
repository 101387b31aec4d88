//! A broken policy file is refused whole, with every problem at its JSON pointer, and the other regions go on.
//!
//! 1. Every mistake that docs/policy-format.md lets one make is a problem at exactly its place.
//! 2. All mistakes of a file are reported at once.
//! 3. A bad file is left out whole: what was on file before stays, the other regions answer as before.
//! 4. A good file adds its region, or takes the place of the one before; its districts and its answers are there.
//! 5. Sources are seen by the regions below, whatever the order of the texts; what is replaced is not listed.
//! 6. Random damage to real files never panics, and a file that is accepted all the same answers without panicking.

use crate::support::answers::{Range, fen};
use crate::support::tape::Tape;
use serde_json::{Value, json};
use yibao::api::{self, wire::Answer};
use yibao::policy::catalogue::{Catalogue, Report};

fn words(text: &str) -> Value {
    json!({"zh": format!("{text}（中文）"), "en": text})
}

/// A good file with one of everything.
fn good() -> Value {
    serde_json::from_str(include_str!("support/good-policy.json")).unwrap()
}

/// The shipped files, to be added to.
fn on_file() -> Catalogue {
    crate::support::catalogue().clone()
}

fn add(text: &str) -> Report {
    on_file().add(&[text]).remove(0)
}

fn shown(report: &Report) -> Vec<String> {
    report.problems.iter().map(|problem| format!("{} at {}", problem.code, problem.path)).collect()
}

fn places(text: &str) -> Vec<String> {
    let mut places: Vec<String> = add(text).problems.into_iter().map(|problem| problem.path).collect();
    places.sort();
    places
}

enum Change {
    /// Puts a value at a pointer.
    Put(Value),
    /// Removes the member.
    Remove,
}

use Change::{Put, Remove};

fn change(file: &mut Value, pointer: &str, change: &Change) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let at = file.pointer_mut(parent).unwrap_or_else(|| panic!("{parent} is in the file"));
    match (at, change) {
        (Value::Object(members), Put(value)) => {
            members.insert(key, value.clone());
        }
        (Value::Object(members), Remove) => {
            members.remove(&key).unwrap_or_else(|| panic!("{pointer} is in the file"));
        }
        (Value::Array(items), Put(value)) => match key.parse::<usize>().unwrap() {
            place if place < items.len() => items[place] = value.clone(),
            _ => items.push(value.clone()),
        },
        (Value::Array(items), Remove) => {
            items.remove(key.parse().unwrap());
        }
        (other, _) => panic!("{other} has no members"),
    }
}

/// Where, what, and at which places it is refused.
type Mistake = (&'static str, Change, Vec<&'static str>);

fn mistake(pointer: &'static str, how: Change, places: &[&'static str]) -> Mistake {
    (pointer, how, places.to_vec())
}

/// Each mistake is refused at these places; with `only`, at no other.
fn refused(mistakes: &[Mistake], only: bool) {
    let mut wrong = Vec::new();
    for (pointer, how, expected) in mistakes {
        let mut file = good();
        change(&mut file, pointer, how);
        let found = places(&file.to_string());
        let there = expected.iter().all(|place| found.iter().any(|other| other == place));
        if !there || (only && found != *expected) {
            let value = if let Put(value) = how { value.to_string() } else { "removed".into() };
            wrong.push(format!("{pointer} {value}: {:?} instead of {expected:?}", shown(&add(&file.to_string()))));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), mistakes.len(), wrong.join("\n"));
}

#[test]
fn the_file_that_all_this_is_made_from_is_good() {
    assert_eq!(shown(&add(&good().to_string())), [""; 0]);
}

/// 1.
#[test]
fn missing_members_are_named_where_they_would_be() {
    let needed: Vec<&str> = vec![
        "/format",
        "/region",
        "/name",
        "/programmes",
        "/sources/S/title",
        "/sources/S/publisher",
        "/sources/S/date",
        "/sources/S/status",
        "/notes/0/id",
        "/notes/0/words",
        "/notes/0/source",
        "/programmes/0/id",
        "/programmes/0/kind",
        "/programmes/0/name",
        "/programmes/0/clause",
        "/programmes/0/person/0/id",
        "/programmes/0/person/0/words",
        "/programmes/0/person/0/test",
        "/programmes/0/values/deductible/unit",
        "/programmes/0/values/deductible/words",
        "/programmes/0/values/deductible/versions",
        "/programmes/0/values/deductible/versions/0/value",
        "/programmes/0/values/rate/versions/0/table",
        "/programmes/0/readings/how/words",
        "/programmes/0/readings/how/why",
        "/programmes/0/readings/how/preferred",
        "/programmes/0/readings/how/options",
        "/programmes/0/benefit/2/bands/0/rate",
        "/programmes/0/benefit/3/raise/value",
        "/programmes/0/benefit/3/raise/how",
        "/programmes/0/benefit/4/per",
        "/programmes/0/caveats/0/id",
        "/programmes/0/caveats/0/words",
        "/programmes/4/benefit/0/base/beyond_cap_of/programme",
        "/programmes/4/benefit/0/base/beyond_cap_of/cap",
        "/programmes/4/benefit/0/base/beyond_cap_of/how",
        "/programmes/7/deadline/days_after_birth",
        "/programmes/7/deadline/fact",
    ];
    let mut wrong = Vec::new();
    for pointer in needed {
        let mut file = good();
        change(&mut file, pointer, &Remove);
        let found = places(&file.to_string());
        if !found.iter().any(|place| place == pointer) {
            wrong.push(format!("{pointer} removed: {:?}", shown(&add(&file.to_string()))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// 1.
#[test]
fn unknown_keys_are_refused_wherever_they_stand() {
    let mut objects = Vec::new();
    objects_of(&good(), String::new(), &mut objects);
    let mut wrong = Vec::new();
    for pointer in &objects {
        // Names that the file's author chooses, or facts: another one is another problem, or none.
        let named = ["/districts", "/sources", "/values", "/readings", "/options", "/table", "/table/3", "/at"];
        if named.iter().any(|end| pointer.ends_with(end)) {
            continue;
        }
        let mut file = good();
        let place = format!("{pointer}/colour");
        change(&mut file, &place, &Put(json!("red")));
        let found = places(&file.to_string());
        // A choice by reading names its options: an unknown one makes it a faulty choice.
        let by_reading = file.pointer(pointer).unwrap().get("by_reading").is_some();
        let expected = if by_reading { pointer.clone() } else { place };
        if found != [expected.clone()] {
            wrong.push(format!("{expected}: {:?}", shown(&add(&file.to_string()))));
        }
    }
    assert!(objects.len() > 80, "{}", objects.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn objects_of(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                objects_of(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all);
            }
            all.push(at);
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, inner)| objects_of(inner, format!("{at}/{place}"), all));
        }
        _ => {}
    }
}

/// 1: a leaf of another JSON type is refused at its place, or at the choice that it belongs to.
#[test]
fn wrong_types_are_refused_wherever_they_stand() {
    let mut leaves = Vec::new();
    leaves_of(&good(), String::new(), &mut leaves);
    let mut wrong = Vec::new();
    for pointer in &leaves {
        for value in [json!(null), json!(7.5), json!(["x", {}]), json!({"x": 1})] {
            if pointer.ends_with("/not_empty") {
                continue; // see not_empty_is_true_or_absent
            }
            let mut file = good();
            change(&mut file, pointer, &Put(value.clone()));
            let found = places(&file.to_string());
            let near = |place: &String| place == pointer || place.starts_with(&format!("{pointer}/"));
            if !found.iter().any(near) {
                wrong.push(format!("{pointer} {value}: {:?}", shown(&add(&file.to_string()))));
            }
        }
    }
    assert!(leaves.len() > 200, "{}", leaves.len());
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn leaves_of(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| {
            leaves_of(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all)
        }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, inner)| leaves_of(inner, format!("{at}/{place}"), all));
        }
        _ => all.push(at),
    }
}

/// 1.
#[test]
fn words_are_complete_in_both_languages() {
    let mut wrong = Vec::new();
    let mut objects = Vec::new();
    objects_of(&good(), String::new(), &mut objects);
    let worded: Vec<&String> = objects.iter().filter(|at| good().pointer(at).unwrap().get("zh").is_some()).collect();
    assert!(worded.len() > 40, "{}", worded.len());
    for pointer in worded {
        for (language, how) in [("zh", Remove), ("en", Remove), ("zh", Put(json!(""))), ("en", Put(json!(" \n")))] {
            let mut file = good();
            change(&mut file, &format!("{pointer}/{language}"), &how);
            let found = places(&file.to_string());
            let near = |place: &String| place == pointer || *place == format!("{pointer}/{language}");
            if !found.iter().any(near) {
                wrong.push(format!("{pointer}/{language}: {:?}", shown(&add(&file.to_string()))));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// 1.
#[test]
fn names_that_nobody_declares_are_refused() {
    refused(&undeclared_names(), false);
}

fn undeclared_names() -> Vec<Mistake> {
    let at = |pointer: &'static str, value: Value| mistake(pointer, Put(value), &[pointer]);
    vec![
        at("/format", json!(2)),
        at("/region", json!("11000")),
        at("/region", json!("11000a")),
        at("/districts/1101", words("x")),
        at("/sources/S/status", json!("unpublished")),
        at("/sources/S/date", json!("June 2025")),
        at("/sources/S/date", json!("2025-13")),
        at("/notes/0/source", json!("T")),
        at("/programmes/0/kind", json!("gift")),
        at("/programmes/0/fund", json!("lottery")),
        at("/programmes/0/strength", json!("strong")),
        at("/programmes/0/sources/0", json!("T")),
        at("/programmes/0/services/1", json!("dental")),
        at("/programmes/1/yields_to/0", json!("nobody")),
        at("/programmes/0/values/edge/versions/0/source", json!("T")),
        at("/programmes/0/values/edge/unit", json!("yuan")),
        at("/programmes/0/values/rate/by/0", json!("colour")),
        at("/programmes/0/values/rate/by/0", json!("hardship")),
        at("/programmes/0/readings/how/preferred", json!("other")),
        at("/programmes/0/person/0/test/is", json!("pensioner")),
        at("/programmes/0/expense/0/test/is/1", json!("4")),
        at("/programmes/0/person/1/test/all/2/any/0/has_any/0", json!("rich")),
        at("/programmes/0/person/1/test/all/2/any/5/value", json!("no-such")),
        at("/programmes/0/person/0/test/fact", json!("colour")),
        at("/programmes/0/benefit/1/deductible", json!("no-such")),
        at("/programmes/0/benefit/4/cap", json!("no-such")),
        at("/programmes/0/benefit/4/counts", json!("nobody")),
        at("/programmes/0/benefit/4/per", json!("week")),
        at("/programmes/0/caveats/0/limit", json!("no-such")),
        at("/programmes/4/benefit/0/base/beyond_cap_of/programme", json!("nobody")),
        at("/programmes/4/benefit/0/base/beyond_cap_of/cap", json!("no-such")),
        at("/programmes/7/deadline/fact", json!("colour")),
        // A condition on the person cannot read a fact of the expense.
        mistake(
            "/programmes/0/person/0/test",
            Put(json!({"fact": "facility_level", "is": "1"})),
            &["/programmes/0/person/0/test/fact"],
        ),
    ]
}

/// 1.
#[test]
fn numbers_out_of_form_range_or_order_are_refused() {
    refused(&wrong_numbers(), false);
}

fn wrong_numbers() -> Vec<Mistake> {
    let at = |pointer: &'static str, value: Value| mistake(pointer, Put(value), &[pointer]);
    let versions = "/programmes/0/values/rate/versions/1";
    let table = "/programmes/0/values/rate/versions/0/table";
    let open = "/programmes/0/values/rate/versions/1/table/3/unpublished";
    let mut mistakes = vec![
        // Versions in order of time, without gap or overlap; the first early enough.
        mistake("/programmes/0/values/rate/versions/1/from", Put(json!("2025-01-02")), &[versions]),
        mistake("/programmes/0/values/rate/versions/1/from", Put(json!("2024-12-31")), &[versions]),
        mistake("/programmes/0/values/rate/versions/1/from", Remove, &[versions]),
        mistake("/programmes/0/values/rate/versions/0/to", Remove, &[versions]),
        mistake(
            "/programmes/0/values/rate/versions/0/to",
            Put(json!("2019-12-31")),
            &["/programmes/0/values/rate/versions/0", versions],
        ),
        mistake(
            "/programmes/0/values/edge/versions/0/from",
            Put(json!("2020-01-02")),
            &["/programmes/0/values/edge/versions"],
        ),
        mistake(
            "/programmes/5/values/own/versions/0/from",
            Put(json!("2019-11-02")),
            &["/programmes/5/values/own/versions"],
        ),
        mistake(
            "/programmes/1/values/share/versions/0/from",
            Put(json!("2020-01-01")),
            &["/programmes/1/values/share/versions"],
        ),
        at("/programmes/0/values/edge/versions", json!([])),
        // The last one goes on, unless the programme ended by then; and a programme ends after it began.
        mistake(
            "/programmes/0/values/rate/versions/1/to",
            Put(json!("2025-12-31")),
            &["/programmes/0/values/rate/versions/1"],
        ),
        at("/programmes/0/ended", json!("2019-12-31")),
        at("/programmes/5/ended", json!("2019-10-31")),
        // Bounds and suggestions.
        mistake("/programmes/0/values/rate/versions/1/table/3/unpublished/low", Put(json!("0.95")), &[open]),
        mistake("/programmes/0/values/rate/versions/1/table/3/unpublished/suggested/0", Put(json!("0.95")), &[open]),
        // Tables.
        mistake("/programmes/0/values/rate/versions/0/table/3", Remove, &[table]),
        at("/programmes/0/values/rate/versions/0/table/4", json!("0.1")),
        at("/programmes/0/values/rate/versions/0/table/3/x", json!("0.1")),
        at("/programmes/0/values/rate/versions/0/table/3", json!({})),
        // A published number needs its source.
        mistake("/programmes/0/values/edge/versions/0/source", Remove, &["/programmes/0/values/edge/versions/0"]),
    ];
    for money in ["", "-1", "1.234", "1e3", "1000000000000", "1,000", "¥1"] {
        mistakes.push(at("/programmes/0/values/edge/versions/0/value", json!(money)));
    }
    for rate in ["1.000001", "2", "75%", "0.1234567", "-0.1"] {
        mistakes.push(at("/programmes/1/values/share/versions/0/value", json!(rate)));
    }
    for day in ["2025-02-29", "2025", "soon", "1899-12-31"] {
        mistakes.push(at("/programmes/0/known_from", json!(day)));
    }
    mistakes
}

/// 1. Values are asked for from the later of the two days on; a day with a mistake is the only thing wrong.
#[test]
fn a_first_day_is_the_later_one_and_a_faulty_one_asks_for_nothing() {
    let with = |pointer: &str, day: &str| {
        let mut file = good();
        change(&mut file, pointer, &Put(json!(day)));
        shown(&add(&file.to_string()))
    };
    assert_eq!(with("/programmes/5/known_from", "2018-01-01"), [""; 0]);
    assert_eq!(with("/programmes/0/began", "2021-01-01"), [""; 0]);
    assert_eq!(with("/programmes/0/began", "2018-01-01"), [""; 0]);
    for pointer in
        ["/programmes/5/known_from", "/programmes/5/began", "/programmes/0/known_from", "/programmes/0/began"]
    {
        assert_eq!(with(pointer, "2018-02-29"), [format!("malformed_date at {pointer}")]);
    }
}

/// 2.
#[test]
fn a_caveat_tells_all_that_is_wrong_with_it() {
    let mut file = good();
    let [id, text, limit] = ["id", "words/zh", "limit"].map(|key| format!("/programmes/0/caveats/0/{key}"));
    [&id, &text, &limit].into_iter().for_each(|pointer| change(&mut file, pointer, &Put(json!(""))));
    let found = places(&file.to_string());
    assert!([&id, &limit].into_iter().all(|place| found.contains(place)), "{found:?}");
    assert!(found.iter().any(|place| text.starts_with(place.as_str())), "{found:?}");
}

/// 1.
#[test]
fn rules_that_contradict_each_other_are_refused() {
    refused(&contradictions(), false);
}

fn contradictions() -> Vec<Mistake> {
    let at = |pointer: &'static str, value: Value| mistake(pointer, Put(value), &[pointer]);
    let test = "/programmes/0/person/0/test";
    vec![
        mistake("/programmes/1/id", Put(json!("inpatient")), &["/programmes/1"]),
        mistake("/programmes/0/fund", Remove, &["/programmes/0"]),
        mistake("/programmes/0/services", Put(json!([])), &["/programmes/0"]),
        at("/programmes/1/benefit", json!([])),
        mistake("/programmes/6/fund", Put(json!("basic")), &["/programmes/6"]),
        mistake("/programmes/7/services", Put(json!(["inpatient"])), &["/programmes/7"]),
        mistake("/programmes/8/benefit", Put(json!([{"base": "left"}])), &["/programmes/8"]),
        mistake("/programmes/5/kind", Put(json!("reimbursement")), &["/programmes/5"]),
        mistake("/programmes/1/kind", Put(json!("allowance")), &["/programmes/1"]),
        at("/programmes/0/benefit/0", json!({"colour": "red"})),
        at(test, json!({})),
        at(test, json!({"fact": "scheme"})),
        at(test, json!({"fact": "scheme", "at_least": 1})),
        at(test, json!({"fact": "scheme", "not_empty": true})),
        // A mistyped member is named.
        mistake(test, Put(json!({"fact": "years_insured", "at_lest": 3})), &["/programmes/0/person/0/test/at_lest"]),
        // Every member belongs to what is asked.
        mistake(
            test,
            Put(json!({"fact": "scheme", "is": "resident", "at_least": 60})),
            &["/programmes/0/person/0/test/at_least"],
        ),
        mistake(
            test,
            Put(json!({"fact": "scheme", "is": "resident", "has_any": ["x"], "list_is_open": true})),
            &["/programmes/0/person/0/test/has_any", "/programmes/0/person/0/test/list_is_open"],
        ),
        mistake(
            test,
            Put(json!({"fact": "hardship", "has_any": ["orphan"], "at_most": 3})),
            &["/programmes/0/person/0/test/at_most"],
        ),
        mistake(test, Put(json!({"fact": "scheme", "has_any": ["x"]})), &["/programmes/0/person/0/test/has_any"]),
        mistake(test, Put(json!({"fact": "hardship", "is": "orphan"})), &["/programmes/0/person/0/test/is"]),
        mistake(test, Put(json!({"age_under": 0})), &["/programmes/0/person/0/test/age_under"]),
        mistake(test, Put(json!({"age_at_least": -1})), &["/programmes/0/person/0/test/age_at_least"]),
        mistake(test, Put(json!({"age_at_least": "18"})), &["/programmes/0/person/0/test/age_at_least"]),
        at("/programmes/0/benefit/1/deductible", json!("rate-above")),
        at("/programmes/1/benefit/0/rate", json!([])),
        mistake(
            "/programmes/1/benefit/0/rate",
            Put(json!([{"when": {"age_under": 6}, "value": {"value": "share", "less": "share"}}, {"value": "share"}])),
            &["/programmes/1/benefit/0/rate/0/value"],
        ),
        mistake("/programmes/0/benefit/3/rate/1", Remove, &["/programmes/0/benefit/3/rate"]),
        mistake("/programmes/0/benefit/2/bands/1/to", Put(json!("edge")), &["/programmes/0/benefit/2/bands"]),
        mistake("/programmes/0/benefit/0/base/points", Remove, &["/programmes/0/benefit/0/base"]),
        // Who pays a supplement is said, and only of a supplement; each fund has one place in the order.
        mistake("/programmes/0/fund", Put(json!("supplement")), &["/programmes/0/payer"]),
        at("/programmes/0/payer", json!("employer")),
        mistake("/fund_order", Put(json!(["basic", "basic"])), &["/fund_order/1"]),
        mistake("/fund_order", Put(json!(["basic", "gold"])), &["/fund_order/1"]),
        // Parts of a share stand beside the base of a second layer only; what no limit stops leaves nothing over.
        mistake(
            "/programmes/0/benefit/0",
            Put(json!({"base": "left", "without": ["deductible"]})),
            &["/programmes/0/benefit/0/base"],
        ),
        mistake(
            "/programmes/4/benefit/0/base/beyond_cap_of",
            Put(json!({"programme": "special", "how": "payment"})),
            &["/programmes/4"],
        ),
        // The order of the file is the order of settlement.
        mistake(
            "/programmes/3/benefit/0/base",
            Put(
                json!({"beyond_cap_of": {"programme": "more-aid", "cap": "share", "rate": "share", "how": "remaining"}}),
            ),
            &["/programmes/3/benefit/0/base/beyond_cap_of/programme"],
        ),
        // What nothing reads is a rule that was lost.
        mistake(
            "/programmes/1/values/stray",
            Put(json!({"unit": "rate", "words": words("x"), "versions": [{"source": "S", "value": "0.1"}]})),
            &["/programmes/1"],
        ),
        mistake(
            "/programmes/1/readings",
            Put(json!({"stray": {"words": words("x"), "why": words("x"), "preferred": "a",
                "options": {"a": words("a"), "b": words("b")}}})),
            &["/programmes/1"],
        ),
    ]
}

/// 1.
#[test]
fn a_mistake_is_blamed_on_nobody_else() {
    refused(&undeclared_names(), true);
    refused(&wrong_numbers(), true);
    refused(&contradictions(), true);
}

/// 1.
#[test]
fn money_that_no_step_reads_is_refused() {
    refused(
        &[
            mistake("/programmes/0/benefit/1", Remove, &["/programmes/0"]),
            mistake("/programmes/0/benefit/4", Remove, &["/programmes/0"]),
        ],
        true,
    );
}

/// 1. A member that a step would pass over is a rule that was lost.
#[test]
fn what_a_step_would_not_read_is_refused() {
    let by_level = json!({"sum": ["share"], "at": {"facility_level": "1"}});
    refused(
        &[
            mistake("/programmes/0/benefit/4/per", Put(json!("month")), &["/programmes/0/benefit/4/counts"]),
            mistake("/programmes/1/benefit/0/rate", Put(by_level), &["/programmes/1/benefit/0/rate/at"]),
            mistake("/programmes/4/benefit/0/without", Put(json!(["deductible"])), &["/programmes/4/benefit/0/base"]),
        ],
        true,
    );
    let mut file = good();
    change(&mut file, "/counters", &Put(json!({"x": {"counts": "eligible", "of": ["inpatient"], "per": "year"}})));
    change(&mut file, "/programmes/0/benefit/2/counter", &Put(json!("x")));
    assert_eq!(shown(&add(&file.to_string())), ["unknown_key at /programmes/0/benefit/2/of"]);
}

/// 1.
#[test]
fn a_condition_cannot_ask_a_counter() {
    let mut file = good();
    change(&mut file, "/programmes/0/expense/0/test", &Put(json!({"counter": "x", "at_least": 1})));
    assert_eq!(shown(&add(&file.to_string())), ["counter_in_condition at /programmes/0/expense/0/test"]);
}

/// 1.
#[test]
fn not_empty_is_true_or_absent() {
    let at = "/programmes/0/person/1/test/all/2/any/1/not_empty";
    refused(&[json!(false), json!(null), json!("x")].map(|value| mistake(at, Put(value), &[at])), true);
}

/// 1.
#[test]
fn programmes_do_not_yield_in_a_circle() {
    for changes in [
        vec![("/programmes/1/yields_to", json!(["special"]))],
        vec![("/programmes/0/yields_to", json!(["special"]))],
        vec![("/programmes/0/yields_to", json!(["later"])), ("/programmes/8/yields_to", json!(["special"]))],
    ] {
        let mut file = good();
        for (pointer, value) in changes {
            change(&mut file, pointer, &Put(value));
        }
        let report = add(&file.to_string());
        assert!(report.problems.iter().all(|problem| problem.code == "cycle"), "{:?}", shown(&report));
        assert_eq!(report.problems.len(), 1);
        assert!(report.problems[0].path.starts_with("/programmes"));
    }
}

/// 1.
#[test]
fn a_district_lies_in_its_region() {
    let mut file = good();
    change(&mut file, "/districts/530102", &Put(words("Elsewhere")));
    assert_eq!(shown(&add(&file.to_string())), ["outside_region at /districts/530102"]);
}

/// 2, of a table, and of a file whose code has a mistake.
#[test]
fn every_cell_is_read() {
    let mut file = good();
    let table = "/programmes/0/values/rate/versions/0/table";
    for cell in ["1", "2"] {
        change(&mut file, &format!("{table}/{cell}"), &Put(json!("85%")));
    }
    change(&mut file, "/region", &Put(json!("62000")));
    let expected: Vec<String> =
        ["/programmes/0/values/rate/versions/0/table/1", "/programmes/0/values/rate/versions/0/table/2", "/region"]
            .map(str::to_owned)
            .to_vec();
    assert_eq!(places(&file.to_string()), expected);
}

/// 4.
#[test]
fn a_number_between_two_others_is_one_test() {
    let mut file = good();
    let test = json!({"fact": "years_insured", "at_least": 5, "at_most": 9});
    change(&mut file, "/programmes/0/person/0/test", &Put(test));
    let mut catalogue = on_file();
    assert_eq!(shown(&catalogue.add(&[&file.to_string()]).remove(0)), [""; 0]);
    let verdict = |years: i64| {
        let request = json!({"region": "620000", "asked_on": "2025-06-09", "facts": {"years_insured": years}});
        let answer = serde_json::to_value(api::estimate(&request.to_string(), &[], &catalogue)).unwrap();
        let programmes = answer["programmes"].as_array().unwrap().clone();
        let inpatient = programmes.into_iter().find(|programme| programme["id"] == "620000/inpatient").unwrap();
        inpatient["verdict"] == "does_not_apply"
    };
    assert_eq!([4, 5, 9, 10].map(verdict), [true, false, false, true]);
}

/// 2.
#[test]
fn all_problems_of_a_file_are_reported_at_once() {
    let mut file = good();
    let mistakes = [
        "/colour",
        "/name/zh",
        "/sources/S/status",
        "/programmes/0/person/0/test/is",
        "/programmes/0/values/edge/versions/0/value",
        "/programmes/1/services/0",
        "/programmes/2/clause/en",
        "/programmes/3/fund",
        "/programmes/6/strength",
        "/programmes/7/deadline/fact",
    ];
    for pointer in mistakes {
        change(&mut file, pointer, &Put(json!("?")));
    }
    change(&mut file, "/name/zh", &Put(json!(1)));
    change(&mut file, "/programmes/2/clause/en", &Put(json!("")));
    let found = places(&file.to_string());
    for pointer in mistakes {
        let parent = pointer.rsplit_once('/').unwrap().0;
        assert!(found.iter().any(|place| place == pointer || place == parent), "{pointer} is not among {found:?}");
    }
}

/// 2, of the whole text.
#[test]
fn a_text_that_is_no_policy_is_refused_as_a_whole() {
    for text in ["", "null", "[]", "{", "nonsense", "\u{feff}\u{feff}{}", "{\"format\": 1, \"format\": 1}"] {
        assert_eq!(places(text), [""], "{text:?}");
    }
    assert_eq!(places(&" ".repeat(10 << 20)), [""]);
    assert_eq!(places(&"[".repeat(100_000)), [""]);
    let twice = good().to_string().replacen("\"unit\":", "\"unit\":\"rate\",\"unit\":", 1);
    assert_eq!(places(&twice), [""]);
    let keys = add("{\"a\": {\"b\": 1, \"b\": 2, \"b\": 3}, \"c\": [{\"d\": 1, \"d\": 2}]}").problems;
    let keys: Vec<&str> = keys.iter().map(|problem| problem.args.get("at").unwrap().as_str()).collect();
    assert_eq!(keys, ["/a/b", "/a/b", "/c/0/d"], "each is told, with its place");
}

/// 2.
#[test]
fn what_is_wrong_beside_a_missing_name_is_reported_too() {
    let mut file = good();
    change(&mut file, "/programmes/0/name", &Remove);
    change(&mut file, "/programmes/0/sources", &Put(json!(["Z"])));
    change(&mut file, "/programmes/0/on_file", &Put(json!("yes")));
    let expected = ["/programmes/0/name", "/programmes/0/on_file", "/programmes/0/sources/0"];
    assert_eq!(places(&file.to_string()), expected);
}

/// 2.
#[test]
fn an_empty_object_misses_everything() {
    assert_eq!(places("{}"), ["/format", "/name", "/programmes", "/region"]);
}

fn answers(catalogue: &Catalogue) -> Vec<String> {
    crate::support::regions::regions()
        .iter()
        .map(|region| {
            let request = crate::support::requests::complete(&mut Tape::Seeded(9), region).to_string();
            serde_json::to_string(&api::estimate(&request, &[], catalogue)).unwrap()
        })
        .collect()
}

fn ask(catalogue: &Catalogue, region: &str) -> Answer {
    let request = json!({"region": region, "asked_on": "2025-06-09", "facts": {"scheme": "resident"},
        "expenses": [{"id": "a", "service": "home_care", "date": "2025-06-01", "facts": {"months": 2}}]});
    api::estimate(&request.to_string(), &[], catalogue)
}

/// 3.
#[test]
fn a_bad_file_is_left_out_whole_and_the_others_go_on() {
    let before = answers(&on_file());
    let mut catalogue = on_file();
    let shipped: Vec<Value> = crate::support::shipped::files("policy.json")
        .into_iter()
        .map(|(_, text)| serde_json::from_str(text).unwrap())
        .collect();
    let spoilt = |mut file: Value| {
        change(&mut file, "/name/zh", &Put(json!("")));
        file.to_string()
    };
    let texts: Vec<String> = shipped.into_iter().chain([good()]).map(spoilt).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).chain(["nonsense"]).collect();
    let reports = catalogue.add(&texts);
    assert_eq!(reports.len(), texts.len());
    assert!(reports.iter().all(|report| !report.problems.is_empty()));
    let [.., spoilt_good, nonsense] = &reports[..] else { panic!("two at least") };
    assert_eq!(spoilt_good.region.as_deref(), Some("620000"));
    assert_eq!(nonsense.region, None);
    assert_eq!(answers(&catalogue), before, "what was on file stays");
    for region in ["620000", "620101"] {
        let Answer::Failure(failure) = ask(&catalogue, region) else { panic!("{region} is not on file") };
        assert_eq!(failure.problems[0].path, "/region");
    }
}

fn codes_of(catalogue: &Catalogue) -> Vec<String> {
    api::regions(catalogue).into_iter().map(|region| region.code).collect()
}

/// 3, where nothing was on file before.
#[test]
fn one_bad_file_among_good_ones_takes_only_its_region_away() {
    let texts: Vec<&str> = crate::support::shipped::files("policy.json").into_iter().map(|(_, text)| text).collect();
    let spoilt: Vec<String> = texts
        .iter()
        .map(|text| text.replace("\"region\": \"370200\"", "\"region\": \"370200\", \"colour\": 1"))
        .collect();
    let mut catalogue = Catalogue::default();
    let reports = catalogue.add(&spoilt.iter().map(String::as_str).collect::<Vec<_>>());
    let bad: Vec<&Report> = reports.iter().filter(|report| !report.problems.is_empty()).collect();
    assert_eq!(bad.len(), 1);
    assert_eq!(shown(bad[0]), ["unknown_key at /colour"]);
    let codes = codes_of(&catalogue);
    let gone = ["370200", "370212"].map(str::to_owned);
    let others = codes_of(&on_file()).into_iter().filter(|code| !gone.contains(code)).collect::<Vec<_>>();
    assert_eq!(codes, others);
}

/// 4.
#[test]
fn a_good_file_adds_its_region_or_replaces_it() {
    let mut catalogue = on_file();
    let before = answers(&catalogue);
    let text = good().to_string();
    let report = catalogue.add(&[&text]).remove(0);
    assert_eq!((report.region.as_deref(), shown(&report).len()), (Some("620000"), 0));
    assert_eq!(answers(&catalogue), before, "the other regions are as before");
    for region in ["620000", "620101"] {
        let Answer::Estimate(estimate) = ask(&catalogue, region) else { panic!("{region} is on file") };
        assert_eq!(estimate.totals.allowances.high.to_string(), "1200.00", "two months of 700 less 100");
        let policies: Vec<(&str, &str)> =
            estimate.policies.iter().map(|p| (p.id.as_str(), p.sha256.as_str())).collect();
        assert_eq!(policies[0], ("620000", report.sha256.as_str()));
        assert_eq!(policies[1].0, "000000");
        let ids: Vec<&str> = estimate.programmes.iter().map(|programme| programme.id.as_str()).collect();
        assert!(!ids.contains(&"000000/enrol-where-you-live"), "what is replaced is not listed");
        assert!(ids.contains(&"000000/newborn-cover"));
    }
    let other = text.replace("\"700\"", "\"800\"");
    let second = catalogue.add(&[&other]).remove(0);
    assert_ne!(second.sha256, report.sha256);
    let Answer::Estimate(estimate) = ask(&catalogue, "620000") else { panic!("is on file") };
    assert_eq!(estimate.totals.allowances.high.to_string(), "1400.00");
    let spoilt = other.replace("\"800\"", "\"9,000\"");
    assert!(!catalogue.add(&[&spoilt]).remove(0).problems.is_empty());
    let Answer::Estimate(estimate) = ask(&catalogue, "620000") else { panic!("is on file") };
    assert_eq!(estimate.totals.allowances.high.to_string(), "1400.00", "the last good one stays");
}

/// 5.
#[test]
fn sources_are_seen_by_the_regions_below() {
    let mut below = good();
    change(&mut below, "/region", &Put(json!("620100")));
    change(&mut below, "/districts", &Put(json!({})));
    change(&mut below, "/sources", &Put(json!({})));
    // Its options would stand twice in one chain.
    change(&mut below, "/conditions", &Remove);
    change(&mut below, "/hardship", &Remove);
    let (above, below) = (good().to_string(), below.to_string());
    for texts in [[above.as_str(), below.as_str()], [below.as_str(), above.as_str()]] {
        let reports = Catalogue::default().add(&texts);
        assert!(reports.iter().all(|report| report.problems.is_empty()), "{:?}", shown(&reports[0]));
    }
    assert!(!Catalogue::default().add(&[&below]).remove(0).problems.is_empty(), "nobody lists its sources");
}

/// 6.
#[test]
fn random_damage_to_real_files_never_panics() {
    let files: Vec<Value> = crate::support::shipped::files("policy.json")
        .into_iter()
        .map(|(_, text)| serde_json::from_str(text).unwrap())
        .chain([good()])
        .collect();
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1),
        json!(99_999),
        json!(""),
        json!("x"),
        json!("0"),
        json!("1"),
        json!("0.5"),
        json!("999999999999.99"),
        json!("2025-01-01"),
        json!([]),
        json!({}),
        json!("rate"),
        json!("facility_level"),
        json!("inpatient"),
        json!("scheme"),
        json!("year"),
        json!("370200"),
        json!("000000"),
        json!({"unpublished": {}}),
        json!({"if_entered": {}}),
        json!([{"value": "rate"}]),
        json!({"age_under": 150}),
        json!({"base": "bill"}),
        json!({"base": "year_personal_share"}),
        json!({"rate": "rate"}),
        json!("basic"),
    ];
    let mut accepted = 0;
    for round in 0..300 * crate::support::setting("YIBAO_TIMES", 1u64) {
        let mut tape = Tape::Seeded(round);
        let mut file = tape.pick(&files).clone();
        for _ in 0..1 + tape.below(3) {
            let mut pointers = Vec::new();
            pointers_of(&file, String::new(), &mut pointers);
            let pointer = tape.pick(&pointers).clone();
            let from: &String = tape.pick(&pointers);
            let other = file.pointer(from).unwrap().clone();
            match tape.below(4) {
                0 if !pointer.is_empty() => change(&mut file, &pointer, &Remove),
                1 => *file.pointer_mut(&pointer).unwrap() = other,
                _ => *file.pointer_mut(&pointer).unwrap() = tape.pick(&values).clone(),
            }
        }
        let mut catalogue = on_file();
        let report = catalogue.add(&[&file.to_string()]).remove(0);
        if report.problems.is_empty() {
            accepted += 1;
            use_it(&catalogue, report.region.as_deref().unwrap(), &mut tape);
        }
    }
    assert!(accepted > 15, "only {accepted} files were accepted");
}

fn pointers_of(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| {
            pointers_of(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), all)
        }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, inner)| pointers_of(inner, format!("{at}/{n}"), all))
        }
        _ => {}
    }
    all.push(at);
}

/// Describes the region and asks it something.
fn use_it(catalogue: &Catalogue, region: &str, tape: &mut Tape) {
    let region = crate::support::regions::region_in(region, catalogue);
    let mut request = crate::support::requests::complete(tape, &region);
    let holes = crate::support::holes::candidates(&region, &request);
    if !holes.is_empty() {
        (0..tape.below(3)).for_each(|_| tape.pick(&holes).punch(&mut request, false));
    }
    let estimate = match api::estimate(&request.to_string(), &[], catalogue) {
        Answer::Estimate(estimate) => estimate,
        Answer::Failure(failure) => panic!("{request} is refused: {}", crate::support::answers::shown(&failure)),
    };
    let (paid, own) = (Range::of(&estimate.totals.paid), Range::of(&estimate.totals.out_of_pocket));
    assert_eq!(fen(&estimate.totals.billed), paid.low + own.high, "{request}");
    assert_eq!(fen(&estimate.totals.billed), paid.high + own.low, "{request}");
    assert!(paid.low <= paid.high, "{request}");
}
