//! Guards of the range engine, each with the policy that needs it (docs/ranges.md, *Jumps within a step*, *Minima*, *Falling
//! rates of a second layer*). Without them the ranges would not hold every way of filling what is open, or what is missing
//! would not be named.

use crate::support::answers::fen;
use crate::support::fragment::policy_file;
use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;
use yibao::policy::step::CountInterval;

fn answer(fragment: &Value, expenses: &Value) -> Value {
    answer_of(fragment, json!({"scheme": "employee"}), expenses)
}

fn catalogue_of(fragment: &Value) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let problems = &catalogue.add(&[&policy_file(fragment).to_string()])[0].problems;
    assert!(problems.is_empty(), "{problems:?}");
    catalogue
}

fn answer_of(fragment: &Value, facts: Value, expenses: &Value) -> Value {
    let catalogue = catalogue_of(fragment);
    let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": facts, "expenses": expenses});
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

/// What may be one or the other is between both.
#[test]
fn a_count_that_may_be_one_of_two_holds_both() {
    let [low, high] = [1, 3].map(CountInterval::known);
    for (one, other) in [(low, high), (high, low)] {
        let either = one.or(other);
        assert_eq!((either.low, either.high), (1, 3));
    }
    assert_eq!(low.or(low).exact(), Some(1));
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

/// Of 1,600 at most 1,000 count, at half, above 800 at 90 %. What counts of two items is open, of one at a rate of its own:
/// where only the other counts, 1,000 are paid at 90 %; where only the first does, 500 are at half and 500 at a tenth.
#[test]
fn what_counts_of_an_item_may_bring_the_rest_beyond_a_jump() {
    let fragment = json!({
        "item_classes": {"pacemaker": {"share": "unpublished", "rate": "0.10"}, "blood": {"share": "unpublished"}},
        "programmes": [{"id": "inpatient",
            "values": {"limit": {"unit": "money", "value": "1000"}, "edge": {"unit": "money", "value": "800"},
                       "part": {"unit": "rate", "value": "0.50"}, "more": {"unit": "rate", "value": "0.90"}},
            "benefit": [{"cap": "limit", "per": "expense"}, {"rate": "part", "better": {"above": "edge", "rate": "more"}}]}]});
    let item = |class: &str| json!({"class": class, "amount": "500"});
    let open = answer(
        &fragment,
        &json!([{"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1600", "facts": {},
                 "items": [item("pacemaker"), item("blood")]}]),
    );
    let (low, high) = fund(&open, "basic");
    assert!(low <= 30_000 && 90_000 <= high, "{low} to {high}");
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

/// A second layer whose rates fall, 100 % of the first 10,000 above its deductible, then 50 %.
fn falling_rates(deductible: &Value) -> Value {
    json!({"programmes": [
        {"id": "inpatient", "values": {"none": {"unit": "rate", "value": "0"}}, "benefit": [{"rate": "none"}]},
        {"id": "second", "fund": "large_expense",
         "values": {"deductible": deductible, "edge": {"unit": "money", "value": "10000"},
                    "first": {"unit": "rate", "value": "1"}, "rest": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"base": "year_personal_share"}, {"deductible": "deductible", "per": "expense"},
                     {"bands": [{"to": "edge", "rate": "first"}, {"rate": "rest"}], "measured": "above_deductible"}]}]})
}

/// After a first bill of 15,000 a second one of 5,000 is paid at 50 % where nothing is deducted, at 100 % where 10,000 are, and
/// not at all where 20,000 are: neither end of the deductible pays most.
#[test]
fn a_second_layer_with_falling_rates_pays_most_between_the_ends_of_its_deductible() {
    let bills = json!([bill("e1", "15000", json!("0")), bill("e2", "5000", json!("0"))]);
    let paid =
        |deductible: &Value| ends(&answer(&falling_rates(deductible), &bills)["expenses"][1]["slip"]["hifob_pay"]);
    let open = json!({"unit": "money", "value": {"unpublished": {"low": "0", "high": "20000", "note": {"zh": "甲", "en": "A"}}}});
    let known = |deductible: &str| paid(&json!({"unit": "money", "value": deductible}));
    assert_eq!([known("0"), known("10000"), known("20000")], [(250_000, 250_000), (500_000, 500_000), (0, 0)]);
    assert_eq!(paid(&open), (0, 500_000));
}

/// The two bills together stay below the deductible, so nothing is owed, whatever is left of the first one.
#[test]
fn a_second_layer_with_falling_rates_pays_nothing_below_its_deductible() {
    let bills = json!([bill("e1", "15000", Value::Null), bill("e2", "5000", json!("0"))]);
    let answer = answer(&falling_rates(&json!({"unit": "money", "value": "20000"})), &bills);
    assert_eq!(fund(&answer, "large_expense"), (0, 0));
    assert_eq!(answer["tight"], true);
}

/// Of 900 a share of up to a fifth is borne first, and the deductible of 800 takes what is left of it: 720 to 800.
#[test]
fn what_is_borne_first_leaves_less_for_a_deductible() {
    let share = json!({"unpublished": {"low": "0", "high": "0.20", "note": {"zh": "甲", "en": "A"}}});
    let fragment = json!({"programmes": [
        {"id": "inpatient",
         "values": {"first": {"unit": "rate", "value": share}, "deductible": {"unit": "money", "value": "800"},
                    "rate": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"borne_first": "first"}, {"deductible": "deductible"}, {"rate": "rate"}]}]});
    let answer = answer(&fragment, &json!([bill("e1", "900", json!("0"))]));
    let slip = &answer["expenses"][0]["slip"];
    assert_eq!(ends(&slip["act_pay_dedc"]), (72_000, 80_000));
    assert_eq!(ends(&slip["hifp_pay"]), (0, 5_000));
    assert_eq!(answer["tight"], true);
}

/// Basic insurance leaves 5,000 or 7,000. Assistance pays an unknown share of that, at most 100: the same ends in both cases,
/// but at a share of 1 % it is 50 or 70.
#[test]
fn what_a_limit_hides_is_missing_though_no_end_shows_it() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"here": {"unit": "rate", "value": "0.50"}, "elsewhere": {"unit": "rate", "value": "0.30"}},
         "benefit": [{"rate": [{"when": {"fact": "out_of_area", "is": "temporary"}, "value": "elsewhere"}, {"value": "here"}]}]},
        {"id": "help", "fund": "assistance",
         "values": {"share": {"unit": "rate", "value": {"unpublished": {"note": {"zh": "甲", "en": "A"}}}}, "most": {"unit": "money", "value": "100"}},
         "benefit": [{"base": "left"}, {"rate": "share"}, {"cap": "most", "per": "year"}]}]});
    let mut open = bill("e1", "10000", json!("0"));
    open["facts"]["out_of_area"] = Value::Null;
    let answer = answer(&fragment, &json!([open]));
    assert_eq!(fund(&answer, "assistance"), (0, 10_000));
    assert_eq!(answer["programmes"][1]["missing"], json!(["e1/out_of_area", "990000/help/share"]));
}

/// Basic insurance pays half or 60 %, at most 3,000: with 10,000 or nothing in scope the same, with 5,000 not. Or it pays above
/// 6,000, at most 800: the same with 5,000, not with 7,500. What assistance pays of the rest has the same ends each time.
#[test]
fn what_a_limit_hides_is_found_between_the_ends_too() {
    for (deductible, most) in [("0", "3000"), ("6000", "800")] {
        let money = |number: &str| json!({"unit": "money", "value": number});
        let fragment = json!({"programmes": [
            {"id": "inpatient",
             "values": {"first": money(deductible), "most": money(most), "here": {"unit": "rate", "value": "0.50"}, "elsewhere": {"unit": "rate", "value": "0.60"}},
             "benefit": [{"deductible": "first"}, {"rate": [{"when": {"fact": "out_of_area", "is": "temporary"}, "value": "elsewhere"}, {"value": "here"}]},
                         {"cap": "most", "per": "expense"}]},
            {"id": "help", "fund": "assistance", "values": {"half": {"unit": "rate", "value": "0.50"}}, "benefit": [{"base": "left"}, {"rate": "half"}]}]});
        let mut open = bill("e1", "10000", Value::Null);
        open["facts"]["out_of_area"] = Value::Null;
        let answer = answer(&fragment, &json!([open]));
        assert_eq!(answer["programmes"][1]["missing"], json!(["e1/self_paid", "e1/out_of_area"]), "{deductible}");
    }
}

/// How many of nine visits were paid is open, and nine tests ask for it, more than are taken apart. Of what a
/// deductible of up to 1,000 leaves, three fifths are paid where all were.
#[test]
fn what_more_tests_ask_than_are_taken_apart_is_held() {
    let choices = (1..=9).rev().map(|least| json!({"when": {"counter": "visits", "at_least": least}, "value": if least % 2 == 0 { "two" } else { "three" }}));
    let choices: Vec<Value> = choices.chain([json!({"value": "two"})]).collect();
    let fragment = json!({
        "counters": {"visits": {"counts": "uses", "of": ["visit"], "per": "year"}},
        "programmes": [
            {"id": "visit", "services": ["outpatient"], "values": {"half": {"unit": "rate", "value": "0.50"}}, "benefit": [{"rate": "half"}]},
            {"id": "stay", "values": {"first": {"unit": "money", "value": {"unpublished": {"low": "0", "high": "1000"}}}}, "benefit": [{"deductible": "first"}]},
            {"id": "help", "fund": "assistance", "values": {"two": {"unit": "rate", "value": "0.40"}, "three": {"unit": "rate", "value": "0.60"}},
             "benefit": [{"base": "left"}, {"rate": choices}]}]});
    let visit = |nth: usize| json!({"id": format!("v{nth}"), "service": "outpatient", "date": "2025-02-01", "total": "100", "facts": {"self_paid": null, "advance": "0"}});
    let bills: Vec<Value> = (1..=9).map(visit).chain([bill("e1", "5000", json!("0"))]).collect();
    let (low, high) = fund(&answer(&fragment, &json!(bills)), "assistance");
    assert!(low == 0 && 60_000 <= high, "{low} to {high}");
}

/// Two visits of which it is open whether anything was paid: none, one or both. Each number has a rate of its own.
#[test]
fn open_uses_are_taken_apart() {
    let fragment = json!({
        "counters": {"visits": {"counts": "uses", "of": ["visit"], "per": "year"}},
        "programmes": [
            {"id": "visit", "services": ["outpatient"], "values": {"half": {"unit": "rate", "value": "0.50"}}, "benefit": [{"rate": "half"}]},
            {"id": "stay", "values": {"first": {"unit": "money", "value": "1000"}}, "benefit": [{"deductible": "first"}]},
            {"id": "help", "fund": "assistance", "services": ["inpatient"],
             "values": {"none": {"unit": "rate", "value": "0.60"}, "one": {"unit": "rate", "value": "0.40"}, "two": {"unit": "rate", "value": "0.50"}},
             "benefit": [{"base": "left"}, {"rate": [
                {"when": {"counter": "visits", "at_least": 2}, "value": "two"}, {"when": {"counter": "visits", "at_least": 1}, "value": "one"}, {"value": "none"}]}]}]});
    let visit = |nth: usize, self_paid: Value| json!({"id": format!("v{nth}"), "service": "outpatient", "date": "2025-02-01", "total": "100", "facts": {"self_paid": self_paid, "advance": "0"}});
    let open = |self_paid: [Value; 2]| {
        let visits = self_paid.into_iter().zip(1..).map(|(self_paid, nth)| visit(nth, self_paid));
        fund(
            &answer(&fragment, &json!(visits.chain([bill("e1", "5000", json!("0"))]).collect::<Vec<_>>())),
            "assistance",
        )
    };
    assert_eq!(open([Value::Null, Value::Null]), (40_000, 60_000));
    assert_eq!(open([json!("0"), Value::Null]), (40_000, 50_000));
    assert_eq!(open([json!("100"), Value::Null]), (40_000, 60_000));
    assert_eq!(open([json!("0"), json!("0")]), (50_000, 50_000));
}

/// An open edge of up to 5,000 may pass the next edge, 1,000: less is paid up to there, for the second band pays most, and more
/// beyond, for the third pays nothing. Right at nothing and far beyond, two bands have something each, but not the same two.
#[test]
fn an_edge_that_passes_the_next_one_bends_what_is_paid() {
    let edge = json!({"unit": "money", "value": {"unpublished": {"low": "0", "high": "5000"}}});
    let fragment = json!({"programmes": [
        {"id": "inpatient",
         "values": {"edge": edge, "next": {"unit": "money", "value": "1000"},
                    "low": {"unit": "rate", "value": "0.60"}, "high": {"unit": "rate", "value": "1"}, "none": {"unit": "rate", "value": "0"}},
         "benefit": [{"bands": [{"to": "edge", "rate": "low"}, {"to": "next", "rate": "high"}, {"rate": "none"}], "measured": "above_deductible"}]}]});
    let answer = answer(&fragment, &json!([bill("e1", "20000", json!("0"))]));
    assert_eq!((fund(&answer, "basic"), &answer["tight"]), ((60_000, 300_000), &json!(true)));
}

/// Of the first bill 400 are owed, but the slip says that assistance paid all that was left. So what the year owes says nothing
/// of what the layer pays on the second.
#[test]
fn a_layer_that_could_not_pay_what_it_owed_does_not_pay_it_later() {
    let drug = json!([{"id": "drug", "test": {"fact": "circumstances", "has_any": ["special_drug"]}}]);
    let fragment = json!({"programmes": [
        {"id": "basic", "values": {"rate": {"unit": "rate", "value": "0.20"}}, "benefit": [{"rate": "rate"}]},
        {"id": "drugs", "fund": "critical_illness", "expense": drug, "values": {"half": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"base": "year_personal_share"}, {"rate": "half"}]}]});
    let mut bills = [bill("e1", "1000", json!("0")), bill("e2", "1000", Value::Null)];
    bills.iter_mut().for_each(|bill| bill["facts"]["circumstances"] = json!(["special_drug"]));
    bills[0]["settled"] = json!({"assistance": "800"});
    assert_eq!(fund(&answer(&fragment, &json!(bills)), "critical_illness"), (0, 40_000));
}

/// One deductible, then a rate for the retired and the same rate for all others: two steps that do the same, so nothing is asked.
#[test]
fn two_steps_that_do_the_same_are_no_decision() {
    let retired = json!({"fact": "retired", "is": true});
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"first": {"unit": "money", "value": "100"}, "part": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"deductible": "first"}, {"rate": "part", "when": retired}, {"rate": "part", "when": {"not": retired}}]}]});
    let answer = answer(&fragment, &json!([bill("e1", "1000", Value::Null)]));
    assert_eq!(fund(&answer, "basic"), (0, 45_000));
    assert_eq!(answer["programmes"][0]["missing"], json!(["e1/self_paid"]));
}

/// The first bill leaves anything up to 15,000. Of the second one nothing is paid where that was nothing, 5,000 where it was
/// 10,000 or more.
#[test]
fn a_second_layer_with_falling_rates_pays_by_what_the_year_left_before() {
    let bills = json!([bill("e1", "15000", Value::Null), bill("e2", "5000", json!("0"))]);
    let answer = answer(&falling_rates(&json!({"unit": "money", "value": "10000"})), &bills);
    assert_eq!(ends(&answer["expenses"][1]["slip"]["hifob_pay"]), (0, 500_000));
}

/// Where a later bill of another kind was incurred changes what is paid on it, but not what assistance pays on the first one.
#[test]
fn what_moves_another_bill_alone_is_not_missing() {
    let rate = json!([{"when": {"fact": "out_of_area", "is": "temporary"}, "value": "elsewhere"}, {"value": "here"}]);
    let values = json!({"here": {"unit": "rate", "value": "0.50"}, "elsewhere": {"unit": "rate", "value": "0.30"}});
    let fragment = json!({"programmes": [
        {"id": "basic", "services": ["inpatient", "outpatient"], "values": values, "benefit": [{"rate": rate}]},
        {"id": "help", "fund": "assistance",
         "values": {"share": {"unit": "rate", "value": {"unpublished": {"note": {"zh": "甲", "en": "A"}}}}, "most": {"unit": "money", "value": "100"}},
         "benefit": [{"base": "left"}, {"rate": "share"}, {"cap": "most", "per": "year"}]}]});
    let mut visit = bill("e2", "1000", json!("0"));
    visit["service"] = json!("outpatient");
    visit["facts"]["out_of_area"] = Value::Null;
    let answer = answer(&fragment, &json!([bill("e1", "10000", json!("0")), visit]));
    assert_eq!(answer["programmes"][0]["missing"], json!(["e2/out_of_area"]));
    assert_eq!(answer["programmes"][1]["missing"], json!(["990000/help/share"]));
}

/// A second layer counts the advance with the share: of 300,000 the more is paid in advance, the more is owed, and the less
/// is left. Where both meet, most is paid: 49,411.76 of an advance of 52,941.18.
#[test]
fn what_is_owed_on_an_advance_is_cut_to_what_is_left() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"rate": {"unit": "rate", "value": "0.80"}}, "benefit": [{"rate": "rate"}]},
        {"id": "second", "fund": "critical_illness",
         "values": {"all": {"unit": "rate", "value": "1"}, "from": {"unit": "money", "value": "20000"}, "rate": {"unit": "rate", "value": "0.60"}},
         "benefit": [{"base": "year_personal_share", "with": {"advance": "all"}}, {"deductible": "from"}, {"rate": "rate"}]}]});
    let asked = |advance: Value| {
        let facts = json!({"self_paid": "0", "advance": advance});
        let bill = json!({"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "300000", "facts": facts});
        answer(&fragment, &json!([bill]))
    };
    let second = |answer: &Value| {
        let programmes = answer["programmes"].as_array().unwrap();
        ends(&programmes.iter().find(|programme| programme["id"] == "990000/second").unwrap()["paid"])
    };
    let open = second(&asked(Value::Null));
    assert_eq!(open, (0, 4_941_176));
    for advance in ["0", "20000", "52941.18", "60000", "200000", "300000"] {
        let one = second(&asked(json!(advance)));
        assert!(open.0 <= one.0 && one.1 <= open.1, "{advance}: {one:?} is not in {open:?}");
    }
}

/// Where a limit leaves cost over, the cost at which it is reached may pass an edge of the bands: what is paid bends there, though
/// no step of the payment does anything else.
#[test]
fn what_goes_over_a_limit_bends_where_the_limit_passes_an_edge() {
    let with_ceiling = |ceiling: Value| {
        json!({"programmes": [
            {"id": "inpatient", "fund": "basic", "values": {
                "edge": {"unit": "money", "value": "5000"}, "below": {"unit": "rate", "value": "0.80"},
                "above": {"unit": "rate", "value": "0.90"}, "ceiling": {"unit": "money", "value": ceiling}},
             "benefit": [{"bands": [{"to": "edge", "rate": "below"}, {"rate": "above"}]}, {"cap": "ceiling", "per": "year"}]},
            {"id": "large", "fund": "large_expense", "values": {"rate": {"unit": "rate", "value": "0.85"}},
             "benefit": [{"base": {"beyond_cap_of": {"programme": "inpatient", "how": "beyond"}}}, {"rate": "rate"}]}]})
    };
    let open = with_ceiling(json!({"unpublished": {"low": "0", "high": "12000"}}));
    let one = answer(&open, &json!([bill("e1", "10000", json!("0"))]));
    // The least is 4,000 and 0.85 of 5,000, where the ceiling is 4,000. How roundings fall beside it is not looked for: a fen.
    let (low, high) = ends(&one["totals"]["paid"]);
    assert!((824_999..=825_000).contains(&low) && (850_000..=850_001).contains(&high), "{low} to {high}");
    let bills = |open: Value| json!([bill("e1", "20000", open), bill("e2", "10000", json!("0"))]);
    let two = answer(&with_ceiling(json!("18000")), &bills(Value::Null));
    let of_second = |answer: &Value| ends(&answer["expenses"][1]["out_of_pocket"]);
    let known = of_second(&answer(&with_ceiling(json!("18000")), &bills(json!("3888.89"))));
    assert_eq!(known, (175_000, 175_000));
    assert!(of_second(&two).1 >= known.1, "{two}");
}

/// Programmes that share a yearly limit: what others paid of it leaves less, but none of them pays more than the whole of it.
#[test]
fn no_programme_pays_more_than_a_limit_that_it_shares() {
    let fragment = json!({"counters": {"pool": {"counts": "paid", "of": ["inpatient", "outpatient"], "per": "year"}},
        "programmes": [
        {"id": "inpatient", "values": {"rate": {"unit": "rate", "by": ["facility_level"], "table": {"1": "0.90", "2": "0.85", "3": "0.80"}},
                                       "limit": {"unit": "money", "value": "100000"}},
         "benefit": [{"rate": "rate"}, {"cap": "limit", "counter": "pool"}]},
        {"id": "outpatient", "services": ["outpatient"],
         "values": {"rate": {"unit": "rate", "value": "0.60"}, "limit": {"unit": "money", "value": "100000"}},
         "benefit": [{"rate": "rate"}, {"cap": "limit", "counter": "pool"}]}]});
    let bill = |id: &str, service: &str, total: &str, level: Value, self_paid: Value| {
        let mut bill = bill(id, total, self_paid);
        bill["service"] = json!(service);
        bill["facts"]["facility_level"] = level;
        bill
    };
    let open = answer(
        &fragment,
        &json!([
            bill("e1", "inpatient", "121000", json!("3"), Value::Null),
            bill("e2", "outpatient", "1600", json!("1"), json!("0")),
            bill("e3", "inpatient", "9000", Value::Null, json!("0")),
        ]),
    );
    let of = |id: &str| ends(&open["programmes"].as_array().unwrap().iter().find(|p| p["id"] == id).unwrap()["paid"]);
    assert!(of("990000/inpatient").1 <= 10_000_000, "{open}");
}

/// The account pays of a first bill first. Where a rate is open, a second bill has most of it in between: at a low rate the first bill
/// uses the account up, at a high one little is left of the second.
#[test]
fn what_the_account_pays_of_a_second_bill_is_greatest_in_between() {
    let with_rate = |rate: Value| {
        json!({"programmes": [
            {"id": "inpatient", "account": {"pays": ["own_share"]}, "values": {"rate": {"unit": "rate", "value": rate}},
             "benefit": [{"rate": "rate"}]}]})
    };
    let of_second = |rate: Value| {
        let mut bills = json!([bill("e1", "1000", json!("0")), bill("e2", "1000", json!("0"))]);
        let answer =
            answer_of(&with_rate(rate), json!({"scheme": "employee", "account_balance": "600"}), &bills.take());
        (ends(&answer["expenses"][1]["slip"]["acct_pay"]), answer["tight"].clone())
    };
    let open = of_second(json!({"unpublished": {"low": "0.50", "high": "1"}}));
    assert_eq!(of_second(json!("0.70")).0, (30_000, 30_000));
    assert_eq!(open, ((0, 30_000), json!(true)));
}

/// A deductible of each bill, of which a year bears 200 at most: the second bill bears most where twice the deductible is the most.
#[test]
fn what_a_most_a_year_leaves_of_a_deductible_is_greatest_in_between() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {
            "each": {"unit": "money", "value": {"unpublished": {"low": "66", "high": "386"}}}, "most": {"unit": "money", "value": "200"}},
         "benefit": [{"deductible": "each", "per": "expense", "most_a_year": "most"}]}]});
    let bills = json!([bill("e1", "663", json!("0")), bill("e2", "2878", json!("0"))]);
    let open = answer(&fragment, &bills);
    assert_eq!(ends(&open["expenses"][1]["slip"]["act_pay_dedc"]), (0, 10_000));
    assert_eq!(ends(&open["expenses"][1]["out_of_pocket"]), (0, 10_000));
}

/// A rate is raised to 1 at most. Above that the first bill has all, and what it takes of a limit of cost grows no more.
#[test]
fn a_raised_rate_bends_where_it_comes_to_all() {
    let with = |rate: Value| {
        json!({"programmes": [
            {"id": "inpatient", "values": {
                "rate": {"unit": "rate", "value": rate}, "more": {"unit": "rate", "value": "0.30"}, "limit": {"unit": "money", "value": "1000"}},
             "benefit": [{"rate": "rate", "raise": {"value": "more", "how": "points"}}, {"cap": "limit", "per": "year"}]}]})
    };
    let bills = json!([bill("e1", "900", json!("0")), bill("e2", "900", json!("0"))]);
    let paid = |rate: Value| ends(&answer(&with(rate), &bills)["expenses"][1]["slip"]["hifp_pay"]);
    let open = paid(json!({"unpublished": {"low": "0.10", "high": "0.90"}}));
    let known: Vec<_> =
        ["0.10", "0.25", "0.2555", "0.26", "0.50", "0.70", "0.80", "0.90"].map(|rate| paid(json!(rate))).to_vec();
    assert!(known.iter().all(|(low, high)| open.0 <= *low && *high <= open.1), "{open:?} {known:?}");
}

/// What every fund and every programme is paid with some values of a fact lies in the range over it.
fn holds_all(fragment: &Value, bills: impl Fn(Value) -> Value, values: &[&str]) {
    let amounts = |answer: &Value| -> Vec<(i64, i64)> {
        let programmes = answer["programmes"].as_array().unwrap_or_else(|| panic!("{answer}"));
        programmes.iter().map(|programme| ends(&programme["paid"])).chain([ends(&answer["totals"]["paid"])]).collect()
    };
    let open = amounts(&answer(fragment, &bills(Value::Null)));
    for value in values {
        let known = amounts(&answer(fragment, &bills(json!(value))));
        let is_held = open.iter().zip(&known).all(|(open, known)| open.0 <= known.0 && known.1 <= open.1);
        assert!(is_held, "{value}: {known:?} in {open:?}");
    }
}

/// Critical illness insurance pays on the share of a bill of which another fund then takes a part away. What it paid is then more
/// than it owes on the year's share, and on the next bill its payment is cut to what is left.
#[test]
fn who_paid_more_than_the_year_owes_is_not_bounded_by_what_it_owes() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"rate": {"unit": "rate", "value": "0.32"}}, "benefit": [{"rate": "rate"}]},
        {"id": "outpatient", "services": ["outpatient"], "values": {"limit": {"unit": "money", "value": "0.01"}},
         "benefit": [{"cap": "limit", "per": "quarter"}]},
        {"id": "large", "fund": "large_expense", "services": ["outpatient"], "values": {"rate": {"unit": "rate", "value": "0.90"}},
         "benefit": [{"base": {"beyond_cap_of": {"programme": "outpatient", "how": "beyond_deductible"}}}, {"rate": "rate"}]},
        {"id": "critical", "fund": "critical_illness", "services": ["inpatient", "outpatient"],
         "values": {"advance": {"unit": "rate", "value": "0.90"}, "rate": {"unit": "rate", "value": "0.62"}},
         "benefit": [{"base": "year_personal_share", "with": {"advance": "advance"}}, {"rate": "rate"}]}]});
    let bills = |advance: Value| {
        let mut bills =
            json!([bill("e1", "5.04", json!("0")), bill("e2", "1.11", json!("0")), bill("e3", "54.52", json!("0"))]);
        bills[0]["service"] = json!("outpatient");
        bills[1]["facts"]["advance"] = advance;
        bills
    };
    holds_all(&fragment, bills, &["0", "0.10", "0.33", "0.40", "0.50", "0.80", "1.11"]);
}

/// A part with a rate of its own hides in the working which of two rates the rest had.
#[test]
fn a_better_rate_beside_a_part_with_its_own_is_seen() {
    let with = |limit: Value| {
        json!({"item_classes": {"class_b": {"rate": "0.70"}},
            "counters": {"cost": {"counts": "eligible", "of_programmes": ["inpatient"], "per": "year"}},
            "programmes": [
            {"id": "inpatient", "values": {
                "rate": {"unit": "rate", "value": "0.50"}, "above": {"unit": "money", "value": "900"},
                "better": {"unit": "rate", "value": "0.80"}, "limit": {"unit": "money", "value": limit}},
             "benefit": [{"cap": "limit", "counter": "cost"}, {"rate": "rate", "better": {"above": "above", "rate": "better"}}]},
            {"id": "critical", "fund": "critical_illness", "values": {"all": {"unit": "rate", "value": "1"}},
             "benefit": [{"base": "year_personal_share", "without": ["over_ceiling"]}, {"rate": "all"}]}]})
    };
    let mut bills = json!([bill("e1", "3000", Value::Null)]);
    bills[0]["facts"] = json!({});
    bills[0]["items"] = json!([{"class": "class_b", "amount": "1000"}]);
    let critical = |limit: Value| fund(&answer(&with(limit), &bills), "critical_illness");
    let open = critical(json!({"unpublished": {"low": "400", "high": "2500"}}));
    for limit in ["400", "1500", "1896.25", "1900", "1900.01", "2500"] {
        let known = critical(json!(limit));
        assert!(open.0 <= known.0 && known.1 <= open.1, "{limit}: {known:?} in {open:?}");
    }
}

/// Both parts of a bill out of scope are open, and a supplement asks for one of them: an end names each as a request does.
#[test]
fn an_end_tells_both_parts_of_a_bill_as_a_request_does() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"rate": {"unit": "rate", "value": "0.50"}}, "benefit": [{"rate": "rate"}]},
        {"id": "city", "fund": "supplement", "payer": "city", "values": {"rate": {"unit": "rate", "value": "0.90"}},
         "benefit": [{"base": "advance"}, {"rate": "rate"}]}]});
    let catalogue = catalogue_of(&fragment);
    let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": {"scheme": "employee"},
        "expenses": [{"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1000", "facts": {"self_paid": null, "advance": null}}]});
    for of in ["paid", "supplement", "basic", "in_scope"] {
        let ends = serde_json::to_value(yibao::api::extremes(&request.to_string(), &[], of, &catalogue)).unwrap();
        for end in ["low", "high"] {
            let told = &ends[end];
            let answer = yibao::api::extremes(&told["request"].to_string(), &[], of, &catalogue);
            let again = serde_json::to_value(answer).unwrap();
            let amounts = ["low", "high"].map(|end| again[end]["amount"].clone());
            assert_eq!(amounts, [told["amount"].clone(), told["amount"].clone()], "{of} {end}: {told}");
        }
    }
}
