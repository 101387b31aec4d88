//! Warnings: what a policy may say but hardly means, each apart from problems and each acceptable in the file.
//!
//! 1. Every warning is given for the mistake that it is about, at its place by ids, in both languages with a reason.
//! 2. The sound file that the mistakes are made in has no warning.
//! 3. What a file accepts is not told; an acceptance that accepts nothing is.
//! 4. Faults that are no matter of taste are problems: two ids alike, falling bands, an empty expectation.
//! 5. Amounts of worked cases compare as amounts.

use serde_json::{Value, json};
use yibao::calendar::Date;
use yibao::officer::cases::{differences, read};
use yibao::officer::check::{Checked, problems, problems_of_cases, warnings_of};
use yibao::officer::notice::{Notice, Weight};
use yibao::policy::accepted::WARNINGS;

fn words(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

fn value(unit: &str, number: &str) -> Value {
    json!({"unit": unit, "words": words("v"), "versions": [{"source": "S", "value": number}]})
}

/// A sound city: one programme for hospital stays, with bands.
fn sound() -> Value {
    json!({
        "format": 1, "region": "440300", "name": words("Shenzhen"),
        "sources": {"S": {"title": "通知", "publisher": "局", "date": "2024-01", "status": "announced"}},
        "programmes": [{
            "id": "inpatient", "kind": "reimbursement", "fund": "basic", "name": words("Stays"), "clause": words("A stay"),
            "sources": ["S"], "services": ["inpatient"],
            "replaces": [{"programme": "000000/resident-inpatient", "scheme": "resident"}],
            "person": [{"id": "resident", "words": words("resident"), "test": {"fact": "scheme", "is": "resident"}},
                       {"id": "grown", "words": words("grown"), "test": {"age_at_least": 18}}],
            "values": {"deductible": value("money", "500"), "edge": value("money", "10000"), "further": value("money", "50000"),
                       "rate": value("rate", "0.70"), "more": value("rate", "0.80"), "most": value("rate", "0.85"),
                       "cap": value("money", "300000")},
            "benefit": [{"deductible": "deductible", "per": "expense"},
                        {"bands": [{"to": "edge", "rate": "rate"}, {"to": "further", "rate": "more"}, {"rate": "most"}]},
                        {"cap": "cap", "per": "year"}]
        }]
    })
}

/// A worked case of it that reads every value.
fn case(expect: &Value) -> Value {
    let request = json!({"region": "440300", "asked_on": "2025-06-01",
        "facts": {"scheme": "resident", "birth_date": "1980-01-01", "hardship": []},
        "expenses": [{"id": "e", "service": "inpatient", "date": "2025-03-01", "total": "500500",
                      "facts": {"self_paid": "0", "advance": "0", "facility_level": "3", "third_party_liable": false}}]});
    json!({"title": words("case"), "request": request, "expect": expect})
}

fn cases() -> String {
    json!({"cases": [case(&json!({"programmes": {"440300/inpatient": {"paid": "300000"}}}))]}).to_string()
}

fn look(file: &Value, cases: Option<&str>, folder: Option<&str>) -> Vec<Notice> {
    let text = file.to_string();
    let mut catalogue = crate::support::catalogue().clone();
    catalogue.set_index(crate::support::shipped::places());
    let report = catalogue.add(&[&text]).remove(0);
    let found = problems(&text, &report);
    if !found.is_empty() {
        return found;
    }
    let checked = Checked { text: &text, cases, folder, today: Date::parse("2025-06-01").unwrap() };
    warnings_of(&checked, file["region"].as_str().unwrap(), &catalogue)
}

fn told(file: &Value) -> Vec<String> {
    look(file, None, Some("440300-shenzhen")).iter().map(|notice| format!("{} {}", notice.code, notice.at)).collect()
}

fn with(pointer: &str, put: Value) -> Value {
    let mut file = sound();
    let (holder, key) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(holder).unwrap_or_else(|| panic!("{holder}")) {
        Value::Array(items) if key == "-" => items.push(put),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = put,
        other => other[key] = put,
    }
    file
}

/// 2.
#[test]
fn a_sound_file_has_no_warning() {
    let found = look(&sound(), Some(&cases()), Some("440300-shenzhen"));
    assert_eq!(found.iter().map(|notice| (notice.code, notice.at.as_str())).collect::<Vec<_>>(), []);
}

/// A limit of a day is not compared with those of a year.
#[test]
fn limits_are_compared_with_those_of_the_same_time() {
    let mut file = with("/programmes/0/values/cap/versions/0/value", json!("120"));
    assert_eq!(told(&file), ["unlike_others /programmes/inpatient/values/cap/versions/0"]);
    file["programmes"][0]["benefit"][2]["per"] = json!("day");
    assert_eq!(told(&file), [""; 0]);
}

fn a_second(programme: impl Fn(&mut Value)) -> Value {
    let mut second = sound()["programmes"][0].clone();
    second["id"] = json!("second");
    programme(&mut second);
    with("/programmes/-", second)
}

/// One programme for stays and emergencies, another for outpatient care that is no emergency: no bill is of both.
#[test]
fn programmes_that_share_no_bill_do_not_pay_twice() {
    let emergency = json!({"fact": "emergency", "is": true});
    let condition = |test: Value| json!([{"id": "kind", "words": words("kind"), "test": test}]);
    let of_both = |test: Value| {
        let mut file = a_second(|p| {
            p["values"]["rate"] = value("rate", "0.60");
            p["services"] = json!(["outpatient"]);
            p["expense"] = condition(json!({"not": emergency}));
        });
        file["programmes"][0]["services"] = json!(["inpatient", "outpatient"]);
        file["programmes"][0]["expense"] = condition(test);
        told(&file).into_iter().filter(|told| told.starts_with("paid_twice")).collect::<Vec<_>>()
    };
    assert_eq!(of_both(json!({"any": [{"fact": "service", "is": "inpatient"}, emergency]})), [""; 0]);
    assert_eq!(of_both(json!({"any": [{"fact": "service", "is": "outpatient"}, emergency]})).len(), 1);
}

/// A district's programme beside its city's: there the way out is to name the city's in `replaces`.
#[test]
fn who_pays_beside_a_programme_further_up_is_told_to_replace_it() {
    let mut file = sound();
    file["region"] = json!("440305");
    let found = look(&file, None, Some("440305-nanshan"));
    let twice = found.iter().find(|notice| notice.code == "paid_twice" && notice.message.en.contains("440300/"));
    assert!(twice.unwrap().help.en.contains("replaces") && twice.unwrap().help.zh.contains("replaces"));
}

/// So much a month of care is a limit of that care's cost, and counts nothing: it may stand before the rate.
#[test]
fn a_limit_of_a_month_of_care_may_stand_before_the_rate() {
    let mut file = sound();
    file["programmes"][0]["services"] = json!(["home_care"]);
    file["programmes"][0]["fund"] = json!("long_term_care");
    file["programmes"][0]["replaces"] = json!(["000000/long-term-care"]);
    let told_of = |file: &Value, per: &str| {
        let mut file = file.clone();
        let values = json!({"limit": value("money", "2980"), "rate": value("rate", "0.80")});
        file["programmes"][0]["values"] = values;
        file["programmes"][0]["benefit"] = json!([{"cap": "limit", "per": per}, {"rate": "rate"}]);
        told(&file).iter().any(|told| told.starts_with("cap_before_share"))
    };
    assert_eq!([told_of(&file, "month"), told_of(&file, "calendar_month")], [false, true]);
}

/// Of what is out of the catalogue one pays, of what is in scope the other: no part of a bill is paid twice. Of the whole bill
/// both pay.
#[test]
fn programmes_on_parts_of_a_bill_that_lie_apart_do_not_pay_twice() {
    let twice = |one: &str, other: &str| {
        let starts = |programme: &mut Value, base: &str| {
            programme["values"] = json!({"rate": value("rate", "0.60")});
            programme["benefit"] = json!([{"base": base}, {"rate": "rate"}]);
        };
        let mut file = a_second(|second| starts(second, other));
        starts(&mut file["programmes"][0], one);
        told(&file).iter().any(|told| told.starts_with("paid_twice"))
    };
    assert!(!twice("out_of_catalogue", "in_scope") && !twice("left", "out_of_catalogue"));
    assert!(twice("out_of_catalogue", "out_of_catalogue") && twice("in_scope", "left"));
    for whole in ["bill", "unpaid"] {
        assert!(twice("out_of_catalogue", whole) && twice(whole, "out_of_catalogue"), "{whole}");
    }
}

fn replacing(name: &str) -> Value {
    with("/programmes/0/replaces/0", json!(name))
}

/// With a rate that is a table.
fn rate_by(fact: &str, table: Value) -> Value {
    let words = sound()["programmes"][0]["values"]["rate"]["words"].clone();
    let versions = json!([{"source": "S", "table": table}]);
    with("/programmes/0/values/rate", json!({"unit": "rate", "words": words, "by": [fact], "versions": versions}))
}

/// Rows in their usual order, and equal ones, are no news. A deductible that takes the first band whole in one row leaves it to the others.
#[test]
fn rows_in_the_usual_order_are_no_news() {
    assert_eq!(told(&rate_by("facility_level", json!({"1": "0.70", "2": "0.70", "3": "0.65"}))), [""; 0]);
    let mut file = sound();
    let deductible = &mut file["programmes"][0]["values"]["deductible"];
    deductible["by"] = json!(["facility_level"]);
    deductible["versions"] = json!([{"source": "S", "table": {"1": "300", "2": "500", "3": "10000"}}]);
    assert_eq!(
        told(&file),
        ["unlike_others /programmes/inpatient/values/deductible/versions/0"],
        "a zero too many, but no band is lost"
    );
}

/// For every employee, and beside what the frame may pay them above basic insurance.
fn beside_the_frame() -> Value {
    a_second_layer(json!([{"base": "left"}, {"deductible": "from", "per": "year"}, {"rate": "rate"}]))
}

/// A second layer for employees, with these steps.
fn a_second_layer(benefit: Value) -> Value {
    let mut file = a_second(|p| {
        p["fund"] = json!("large_expense");
        p["person"] =
            json!([{"id": "employee", "words": words("employee"), "test": {"fact": "scheme", "is": "employee"}}]);
        p["values"] = json!({"rate": value("rate", "0.80"), "from": value("money", "10000")});
        p["benefit"] = benefit.clone();
    });
    file["programmes"][1].as_object_mut().unwrap().remove("replaces");
    file
}

/// A fixed price for some bills takes the place of what was for all.
fn replacing_for_some_bills() -> Value {
    let mut file = sound();
    let programme = &mut file["programmes"][0];
    programme["person"].as_array_mut().unwrap().truncate(1);
    programme["replaces"] = json!(["000000/resident-inpatient"]);
    programme["expense"] =
        json!([{"id": "birth", "words": words("birth"), "test": {"fact": "circumstances", "has_any": ["childbirth"]}}]);
    file
}

/// Of the members that several conditions name of a set, any may be there without the others.
#[test]
fn what_some_members_of_a_set_meet_is_not_called_impossible() {
    let any = |members: &[&str]| json!({"fact": "hardship", "has_any": members});
    let not = |test: Value| json!({"not": test});
    let second_alone = [any(&["extreme_poverty"]), any(&["low_income", "orphan"]), not(any(&["low_income"]))];
    let neither =
        [json!({"fact": "hardship", "not_empty": true}), not(any(&["extreme_poverty"])), not(any(&["orphan"]))];
    for tests in [second_alone, neither] {
        let file = with("/programmes/0/person/1/test", json!({"all": tests}));
        assert_eq!(told(&file), [""; 0], "{tests:?}");
    }
    let both = json!({"all": [any(&["orphan"]), not(any(&["orphan", "low_income"]))]});
    let file = with("/programmes/0/person/1/test", both);
    assert_eq!(told(&file)[0], "never_holds /programmes/inpatient/person/grown/test");
}

/// A name may hold the mark that parts the steps of a place.
#[test]
fn a_value_with_a_slash_in_its_name_is_told_at_its_place() {
    let mut file = sound();
    let values = file["programmes"][0]["values"].as_object_mut().unwrap();
    values.remove("rate");
    values.insert("rate/basic".to_owned(), value("rate", "0.075"));
    file["programmes"][0]["benefit"][1]["bands"][0]["rate"] = json!("rate/basic");
    assert_eq!(told(&file), ["unlike_others /programmes/inpatient/values/rate~1basic/versions/0"]);
}

/// The mistakes of F23 and their kind: each with the warning and the place that must be told.
fn mistakes() -> Vec<(Value, &'static str, &'static str)> {
    let p = "/programmes/0";
    let number = |name: &str, number: &str| with(&format!("{p}/values/{name}/versions/0/value"), json!(number));
    let test = |test: Value| with(&format!("{p}/person/1/test"), test);
    vec![
        (number("rate", "0.075"), "unlike_others", "/programmes/inpatient/values/rate/versions/0"),
        (number("cap", "0.8"), "ten_thousand_forgotten", "/programmes/inpatient/values/cap/versions/0"),
        (number("cap", "30"), "ten_thousand_forgotten", "/programmes/inpatient/values/cap/versions/0"),
        (number("further", "10000"), "unreachable_band", "/programmes/inpatient/benefit/1/bands/1"),
        (number("deductible", "10000"), "unreachable_band", "/programmes/inpatient/benefit/1/bands/0"),
        (
            test(json!({"all": [{"age_under": 18}, {"age_at_least": 60}]})),
            "never_holds",
            "/programmes/inpatient/person/grown/test",
        ),
        (
            test(json!({"any": [{"age_under": 60}, {"age_at_least": 18}]})),
            "always_holds",
            "/programmes/inpatient/person/grown/test",
        ),
        (test(json!({"fact": "scheme", "is": ["employee", "none"]})), "never_applies", "/programmes/inpatient"),
        (
            with(&format!("{p}/benefit/2/when"), json!({"age_under": 3})),
            "never_holds",
            "/programmes/inpatient/benefit/2",
        ),
        (with(&format!("{p}/ended"), json!("2024-12-31")), "nobody_pays", "/programmes/inpatient/ended"),
        (with("/sources/S/date", json!("2016")), "stale_source", "/sources/S/date"),
        (
            with("/sources/T", json!({"title": "别的", "publisher": "局", "date": "2024", "status": "reported"})),
            "uncited_source",
            "/sources/T",
        ),
        (with("/indices", json!({"income": value("money", "28000")})), "unused_index", "/indices/income"),
        (with("/sources/T", sound()["sources"]["S"].clone()), "near_duplicate", "/sources/T"),
        (
            with(&format!("{p}/person/-"), json!({"id": "again", "words": words("a"), "test": {"age_at_least": 18}})),
            "near_duplicate",
            "/programmes/inpatient/person/again",
        ),
        (a_second(|_| {}), "near_duplicate", "/programmes/second"),
        (
            rate_by("facility_level", json!({"1": "0.60", "2": "0.70", "3": "0.65"})),
            "rows_exchanged",
            "/programmes/inpatient/values/rate/versions/0",
        ),
        (
            rate_by("retired", json!({"no": "0.70", "yes": "0.65"})),
            "rows_exchanged",
            "/programmes/inpatient/values/rate/versions/0",
        ),
        (a_second(|p| p["values"]["rate"] = value("rate", "0.60")), "paid_twice", "/programmes/inpatient"),
        (
            with(
                &format!("{p}/benefit"),
                json!([{"deductible": "deductible", "per": "expense"}, {"cap": "cap", "per": "year"},
                {"bands": [{"to": "edge", "rate": "rate"}, {"to": "further", "rate": "more"}, {"rate": "most"}]}]),
            ),
            "cap_before_share",
            "/programmes/inpatient/benefit/1",
        ),
        (with(&format!("{p}/benefit/2/per"), json!("month")), "no_months_of_care", "/programmes/inpatient/benefit/2"),
        (
            with(
                &format!("{p}/benefit"),
                json!([{"base": "unpaid"}, {"deductible": "deductible", "per": "expense"},
                {"bands": [{"to": "edge", "rate": "rate"}, {"to": "further", "rate": "more"}, {"rate": "most"}]},
                {"cap": "cap", "per": "year"}]),
            ),
            "cut_to_scope",
            "/programmes/inpatient/benefit/0",
        ),
        (limit_of_others(), "limit_of_others", "/programmes/inpatient/benefit/2"),
        (
            with(
                &format!("{p}/benefit"),
                json!([{"bands": [{"to": "edge", "rate": "rate"}, {"to": "further", "rate": "more"}, {"rate": "most"}]},
                {"deductible": "deductible", "per": "expense"}, {"cap": "cap", "per": "year"}]),
            ),
            "deductible_after_share",
            "/programmes/inpatient/benefit/1",
        ),
        (limit_of_other_services(), "limit_of_others", "/programmes/inpatient/benefit/0"),
        (limit_of_cost_after_share(), "limit_of_cost_after_share", "/programmes/inpatient/benefit/2"),
        (
            with(
                &format!("{p}/benefit"),
                json!([{"deductible": "deductible", "per": "expense"}, {"at_least": "rate", "of": "in_scope"},
                {"bands": [{"to": "edge", "rate": "rate"}, {"to": "further", "rate": "more"}, {"rate": "most"}]},
                {"cap": "cap", "per": "year"}]),
            ),
            "floor_before_share",
            "/programmes/inpatient/benefit/1",
        ),
        (assistance_on_scope(), "assistance_on_scope", "/programmes/help/benefit/0"),
        (replacing_all(), "replaced_for_all", "/programmes/inpatient/replaces/0"),
        (replacing("resident-inpatient"), "replaces_nothing", "/programmes/inpatient/replaces/0"),
        (replacing("000000/resident-inpatients"), "replaces_nothing", "/programmes/inpatient/replaces/0"),
        (replacing("000000/employee-inpatient"), "replaces_for_others", "/programmes/inpatient/replaces/0"),
        (replacing_for_some_bills(), "replaced_for_all", "/programmes/inpatient/replaces/0"),
        (beside_the_frame(), "paid_twice", "/programmes/second"),
        (
            a_second_layer(json!([{"deductible": "from", "per": "year"}, {"rate": "rate"}])),
            "second_layer_on_scope",
            "/programmes/second/benefit/0",
        ),
        (
            a_second_layer(json!([{"base": "left"}, {"deductible": "from"}, {"rate": "rate"}])),
            "deductible_of_each_bill",
            "/programmes/second/benefit/1",
        ),
        (
            with(&format!("{p}/clause"), json!({"zh": "【请改写】甲", "en": "[Rewrite] A"})),
            "to_be_written",
            "/programmes/inpatient/clause",
        ),
    ]
}

/// A limit of cost that counts visits, of a programme of stays.
fn limit_of_other_services() -> Value {
    let mut file = sound();
    file["counters"] = json!({"cost": {"counts": "eligible", "of": ["outpatient"], "per": "year"}});
    let steps = file["programmes"][0]["benefit"].as_array_mut().unwrap();
    steps.insert(0, json!({"cap": "cap", "counter": "cost"}));
    file
}

/// A limit of cost where there are payments already.
fn limit_of_cost_after_share() -> Value {
    let mut file = sound();
    file["counters"] = json!({"cost": {"counts": "eligible", "of": ["inpatient"], "per": "year"}});
    file["programmes"][0]["benefit"][2] = json!({"cap": "cap", "counter": "cost"});
    file
}

/// A limit by a counter of another programme.
fn limit_of_others() -> Value {
    let mut file = a_second(|p| p["person"][1]["test"] = json!({"age_under": 18}));
    let other = file["programmes"][1]["id"].clone();
    file["counters"] = json!({"shared": {"counts": "paid", "of": [other], "per": "year"}});
    file["programmes"][0]["benefit"][2] = json!({"cap": "cap", "counter": "shared"});
    file
}

/// Assistance that names no base.
fn assistance_on_scope() -> Value {
    let mut file = a_second(|p| {
        p["id"] = json!("help");
        p["fund"] = json!("assistance");
        p["person"] = json!([{"id": "poor", "words": words("poor"), "test": {"fact": "hardship", "has_any": ["extreme_poverty"]}}]);
        p["values"] = json!({"rate": value("rate", "0.70")});
        p["benefit"] = json!([{"rate": "rate"}]);
    });
    file["programmes"][1].as_object_mut().unwrap().remove("replaces");
    file
}

/// Grown residents alone get what everybody had.
fn replacing_all() -> Value {
    let mut file = sound();
    file["programmes"][0]["replaces"] = json!(["000000/resident-inpatient"]);
    file
}

/// 1.
#[test]
fn every_mistake_is_told_at_its_place() {
    for (file, code, at) in mistakes() {
        let found = look(&file, None, Some("440300-shenzhen"));
        let notice = found.iter().find(|notice| notice.code == code && notice.at == at);
        let notice = notice.unwrap_or_else(|| panic!("{code} {at} is not in {:?}", told(&file)));
        assert_eq!(notice.weight, Weight::Warning);
        for text in [&notice.message.zh, &notice.message.en, &notice.help.zh, &notice.help.en] {
            assert!(text.ends_with(['。', '.']), "{code}: {text}");
        }
        assert!(notice.message.zh.chars().any(|c| c > '\u{2e80}') && notice.message.en.chars().next().is_some());
    }
}

/// 2. A tenth is a usual share to bear first, and none to be paid.
#[test]
fn what_is_borne_first_is_not_compared_with_what_is_paid() {
    let mut file = sound();
    file["programmes"][0]["values"]["first"] = value("rate", "0.10");
    file["programmes"][0]["benefit"].as_array_mut().unwrap().insert(0, json!({"borne_first": "first"}));
    assert_eq!(told(&file), [""; 0]);
}

/// 1.
#[test]
fn what_was_probably_to_be_replaced_is_named() {
    for name in ["resident-inpatient", "000000/resident-inpatients"] {
        let found = look(&replacing(name), None, Some("440300-shenzhen"));
        let notice = found.iter().find(|notice| notice.code == "replaces_nothing").unwrap();
        assert!(notice.message.en.contains("Perhaps 000000/resident-inpatient is meant."), "{}", notice.message.en);
    }
}

/// 1.
#[test]
fn a_folder_of_another_region_and_a_value_without_case_are_told() {
    let codes = |found: Vec<Notice>| found.into_iter().map(|n| format!("{} {}", n.code, n.at)).collect::<Vec<_>>();
    assert_eq!(codes(look(&sound(), None, Some("440100-guangzhou"))), ["other_folder /region"]);
    let small = cases().replace("500500", "1500").replace("300000", "700");
    let found = codes(look(&sound(), Some(&small), None));
    let wanted = |name: &str| format!("without_case /programmes/inpatient/values/{name}/versions/0");
    assert!(found.contains(&wanted("more")) && found.contains(&wanted("most")), "{found:?}");
    assert!(!found.contains(&wanted("rate")) && !found.contains(&wanted("deductible")), "{found:?}");
}

/// 1.
#[test]
fn a_code_that_no_place_has_is_told_with_a_way_out() {
    let told_of = |code: &str| {
        let mut file = sound();
        file["region"] = json!(code);
        look(&file, None, None).into_iter().find(|notice| notice.code == "unknown_code").unwrap()
    };
    let unknown = told_of("440399");
    assert_eq!(unknown.at, "/region");
    assert!(unknown.message.en.contains("no code 440399"), "{}", unknown.message.en);
    let abolished = told_of("110103");
    assert!(abolished.message.zh.contains("110103 已经撤销"), "{}", abolished.message.zh);
    let moved = told_of("320584");
    assert!(moved.message.en.contains("it is now 320509"), "{}", moved.message.en);
    let districts = json!({"440303": words("Luohu"), "440333": words("Nowhere")});
    assert_eq!(told(&with("/districts", districts)), ["unknown_code /districts/440333"]);
    let mut zone = with("/districts", json!({"440333": words("Zone")}));
    zone["accepted"] = json!([{"warning": "unknown_code", "at": "/districts/440333", "reason": "市里自编的代码"}]);
    assert_eq!(told(&zone), [""; 0]);
}

/// 1: programmes whose conditions exclude each other, or of which one gives way, pay no bill twice.
#[test]
fn two_programmes_that_know_of_each_other_are_no_mistake() {
    let children = |p: &mut Value| p["person"][1]["test"] = json!({"age_under": 18});
    let gives_way = |p: &mut Value| {
        p["values"]["rate"] = value("rate", "0.60");
        p["yields_to"] = json!(["inpatient"]);
    };
    assert_eq!(told(&a_second(children)), [""; 0]);
    assert_eq!(told(&a_second(gives_way)), [""; 0]);
}

/// 1: the replaced programme's people are shared out among several, or a counter names its own programme beside others.
#[test]
fn what_is_whole_together_is_no_mistake() {
    let mut file = a_second(|p| p["person"][1]["test"] = json!({"age_under": 18}));
    for place in 0..2 {
        file["programmes"][place]["replaces"] = json!(["000000/resident-inpatient"]);
    }
    let both = [file["programmes"][0]["id"].clone(), file["programmes"][1]["id"].clone()];
    file["counters"] = json!({"shared": {"counts": "paid", "of": both, "per": "year"}});
    file["programmes"][0]["benefit"][2] = json!({"cap": "cap", "counter": "shared"});
    assert_eq!(told(&file), [""; 0]);
}

/// 3.
#[test]
fn what_a_file_accepts_is_not_told_and_a_needless_acceptance_is() {
    let accept = |file: &Value, warning: &str, at: &str| {
        let mut file = file.clone();
        file["accepted"] = json!([{"warning": warning, "at": at, "reason": "局里核对过原文第三条"}]);
        file
    };
    for (file, code, at) in mistakes() {
        let before = told(&file);
        let after = told(&accept(&file, code, at));
        assert!(!after.contains(&format!("{code} {at}")), "{code}: {after:?}");
        assert!(after.len() < before.len(), "{code}: {after:?}");
    }
    // The place of a programme accepts what lies in it.
    let (file, ..) = mistakes().remove(0);
    assert_eq!(told(&accept(&file, "unlike_others", "/programmes/inpatient")), [""; 0]);
    assert_eq!(told(&accept(&sound(), "unlike_others", "/programmes/inpatient")), ["needless_acceptance /accepted/0"]);
    assert_eq!(told(&accept(&sound(), "unlike_other", "/x")), ["unknown_warning /accepted/0/warning"]);
    let nearly = look(&accept(&sound(), "unlike_other", "/x"), None, None);
    assert_eq!(nearly[0].meant.as_deref(), Some("unlike_others"));
}

/// 1: every warning that a file may accept is given somewhere above.
#[test]
fn every_warning_is_tried() {
    let elsewhere = ["other_folder", "unknown_code", "without_case"];
    let tried: Vec<&str> = mistakes().iter().map(|(_, code, _)| *code).chain(elsewhere).collect();
    let missing: Vec<&&str> = WARNINGS.iter().filter(|code| !tried.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// 4.
#[test]
fn ids_alike_and_falling_bands_are_problems() {
    let twin = |pointer: &str, twin: Value| told(&with(pointer, twin));
    let condition = sound()["programmes"][0]["person"][0].clone();
    assert_eq!(twin("/programmes/0/person/-", condition), ["repeated_id /programmes/inpatient/person/resident"]);
    let falling = with("/programmes/0/values/further/versions/0/value", json!("5000"));
    let found = look(&falling, None, None);
    assert_eq!((found[0].code, found[0].at.as_str()), ("falling_bands", "/programmes/inpatient/benefit/1/bands/1"));
    assert!(
        found[0].message.zh.contains("5000.00") && found[0].message.en.contains("10000.00"),
        "{:?}",
        found[0].message
    );
    assert_eq!(
        twin("/programmes/0/services/-", json!("inpatient")),
        ["repeated_member /programmes/inpatient/services/1"]
    );
}

/// 4.
#[test]
fn a_case_that_expects_nothing_is_a_problem() {
    for nothing in [json!({}), json!({"totals": {}}), json!({"programmes": {"440300/inpatient": {}}})] {
        let text = json!({"cases": [case(&nothing)]}).to_string();
        let found = problems_of_cases(&text);
        assert_eq!(
            (found[0].code, found[0].path.as_str(), found[0].at.as_str()),
            ("empty_expectation", "/cases/0/expect", "/cases/case/expect")
        );
    }
}

/// 5.
#[test]
fn amounts_compare_as_amounts() {
    let mut catalogue = crate::support::catalogue().clone();
    catalogue.add(&[&sound().to_string()]);
    let holds = |paid: Value| {
        let text = json!({"cases": [case(&json!({"programmes": {"440300/inpatient": {"paid": paid}}}))]}).to_string();
        differences(&read(&text).unwrap()[0], &catalogue).is_empty()
    };
    for right in [json!("300000"), json!("300000.0"), json!("300000.00"), json!({"low": "300000"})] {
        assert!(holds(right.clone()), "{right}");
    }
    for wrong in [json!("30000"), json!("300000.01"), json!("0300000.10"), json!(300_000)] {
        assert!(!holds(wrong.clone()), "{wrong}");
    }
}

/// 1, of problems: what may stand there is told, each once, and that a region does not belong to the id of a programme.
#[test]
fn what_may_stand_there_is_told() {
    let help = |pointer: &str, put: Value| {
        let found = look(&with(pointer, put), None, None);
        let told = found.into_iter().find(|notice| notice.weight == Weight::Problem).unwrap();
        [told.help.en, told.help.zh]
    };
    let test = "/programmes/0/person/1/test";
    for text in help(test, json!({"age_over": 18})) {
        assert!(text.contains("age_under, age_at_least"), "{text}");
    }
    for text in help(test, json!({"fact": "days", "over": 10})) {
        assert!(text.contains("fact, is, has_any, list_is_open, not_empty, at_least, at_most"), "{text}");
    }
    for text in help(test, json!({"fact": "scheme"})) {
        assert!(text.contains("is, has_any"), "{text}");
    }
    let [en, zh] = help("/programmes/0/yields_to", json!(["440300/inpatient"]));
    assert!(en.contains("without the region") && zh.contains("不带地区代码"), "{en} {zh}");
}

/// 1, of problems: what is wrong with the steps is told in the language of the rest.
#[test]
fn what_is_wrong_with_steps_is_told_in_chinese() {
    let steps = [
        json!([{"allowance": "cap", "per": "expense"}]),
        json!([{"rate": "rate"}, {"base": "left"}]),
        json!([{"base": "year_personal_share"}, {"deductible": "deductible", "per": "year"}, {"rate": "rate"}]),
        json!([{"base": "year_personal_share"}, {"rate": "rate"}, {"at_least": "cap"}]),
        json!([{"bands": [{"rate": "rate"}, {"to": "edge", "rate": "more"}]}]),
        json!([{"rate": [{"value": "rate"}, {"value": "more"}]}]),
        json!([{"base": "left", "with": {"advance": "rate"}}, {"rate": "rate"}]),
        json!([{"rate": {"value": {"value": "rate", "less": "more"}}}]),
        json!([{"base": "year_personal_share"}, {"deductible": {"part": "left", "times": "rate"}}, {"rate": "rate"}]),
        json!([{"allowance": {"part": "bill", "times": "rate"}, "per": "expense"}]),
        json!([{"deductible": {"value": "deductible", "when": {"age_under": 18}}}, {"rate": "rate"}]),
    ];
    for benefit in steps {
        let found = look(&with("/programmes/0/benefit", benefit.clone()), None, None);
        let told: Vec<&str> = found
            .iter()
            .filter(|notice| notice.code == "needs_step")
            .map(|notice| notice.message.zh.as_str())
            .collect();
        assert!(!told.is_empty(), "{benefit}: {:?}", found.iter().map(|notice| notice.code).collect::<Vec<_>>());
        for text in told {
            let words = |part: &str| {
                part.split(' ').filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase())).count()
            };
            assert!(text.split(|c: char| !c.is_ascii()).all(|part| words(part) < 2), "{text}");
        }
    }
}

/// 1, of problems: a fact that is used as if it were of another kind is told how its own kind is used.
#[test]
fn a_fact_of_another_kind_is_told_how_its_kind_is_used() {
    let tests = [
        (json!({"fact": "scheme", "at_least": 1}), "单选和是否用 is。"),
        (json!({"fact": "hardship", "is": "orphan"}), "多选用 has_any 或 not_empty。"),
        (json!({"fact": "months_insured", "is": 3}), "整数用 at_least 或 at_most。"),
        (json!({"fact": "age", "at_least": 60}), "年龄用 age_under 或 age_at_least。"),
    ];
    for (test, help) in tests {
        let found = look(&with("/programmes/0/person/0/test", test.clone()), None, None);
        let told: Vec<&str> = found.iter().map(|notice| notice.help.zh.as_str()).collect();
        assert_eq!(told, [help], "{test}");
    }
    let by_set = rate_by("hardship", json!({"orphan": "0.70"}));
    assert!(look(&by_set, None, None).iter().any(|notice| notice.help.zh.starts_with("表格按单选、是否或整数分。")));
}
