//! Guards of the range engine, each with the policy that needs it (docs/ranges.md, *Jumps within a step*, *Minima*, *Falling
//! rates of a second layer*). Without them the ranges would not hold every way of filling what is open, or what is missing
//! would not be named.

use crate::support::small_region::{answer, bill, catalogue_of, ends, fund};
use serde_json::{Value, json};
use yibao::interval::CountInterval;

/// What may be one or the other is between both.
#[test]
fn a_count_that_may_be_one_of_two_holds_both() {
    let [low, high] = [1, 3].map(CountInterval::exact);
    for (one, other) in [(low, high), (high, low)] {
        let either = one.or(other);
        assert_eq!((either.low, either.high), (1, 3));
    }
    assert_eq!(low.or(low).known(), Some(1));
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

/// The days of a bed are missing: no request can say how much of the bed's price is over its limit by an amount.
#[test]
fn an_end_names_what_items_lack_as_nothing_that_can_be_entered() {
    let fragment = json!({
        "item_classes": {"bed": {"words": {"zh": "床位", "en": "bed"}, "limit": "40", "per": "day"}},
        "programmes": [{"id": "inpatient", "values": {"rate": {"unit": "rate", "value": "0.50"}}, "benefit": [{"rate": "rate"}]}]});
    let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": {"scheme": "employee"},
        "expenses": [{"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1000", "items": [{"class": "bed", "amount": "100"}]}]});
    let told = yibao::api::extremes(&request.to_string(), &[], "paid", &catalogue_of(&fragment));
    let told = serde_json::to_value(told).unwrap();
    for (end, amount, borne) in [("low", "450.00", "100.00"), ("high", "500.00", "0.00")] {
        assert_eq!(told[end]["amount"], amount);
        assert_eq!(told[end]["when"], json!([{"unknown": "e1/advance", "kind": "uncounted", "value": borne}]));
    }
}

/// A limit of half a per cent of the bill is no whole fen: 1.52 fen of the first bill are paid as 2, so that of the 3.02 fen of the second
/// one 1.02 are left. Along such a rate what is paid of the second bill falls where what is paid of the first one rises.
#[test]
fn a_limit_of_parts_of_a_fen_is_used_up_by_whole_fen() {
    let with = |share: Value| {
        json!({"programmes": [{"id": "inpatient", "values": {"share": {"unit": "rate", "value": share}, "all": {"unit": "rate", "value": "1"}},
            "benefit": [{"rate": "all"}, {"cap": {"part": "bill", "times": "share"}, "per": "year"}]}]})
    };
    let bills = json!([bill("e1", "3.04", json!("0")), bill("e2", "6.04", json!("0"))]);
    let own = |answer: &Value| [0, 1].map(|place| ends(&answer["expenses"][place]["out_of_pocket"]));
    assert_eq!(own(&answer(&with(json!("0.005")), &bills)), [(302, 302), (603, 603)]);
    let open = own(&answer(&with(json!({"unpublished": {"low": "0.0049", "high": "0.0055"}})), &bills));
    for millionths in 4_900..=5_500 {
        let one = own(&answer(&with(json!(format!("0.{millionths:06}"))), &bills));
        for (one, open) in one.iter().zip(open) {
            assert!(open.0 <= one.0 && one.1 <= open.1, "{millionths}: {one:?} is not in {open:?}");
        }
    }
}

/// A limit of half the bill: what a slip says of the first one uses 400 of it up, so that of 500 of the second one 100 are left.
#[test]
fn a_slip_uses_up_a_limit_that_is_a_share_of_its_bill() {
    let fragment = json!({"programmes": [{"id": "inpatient",
        "values": {"share": {"unit": "rate", "value": "0.50"}, "all": {"unit": "rate", "value": "1"}},
        "benefit": [{"rate": "all"}, {"cap": {"part": "bill", "times": "share"}, "per": "year"}]}]});
    let mut first = bill("e1", "1000", json!("0"));
    first["settled"] = json!({"basic": "400"});
    let answer = answer(&fragment, &json!([first, bill("e2", "1000", json!("0"))]));
    let own = [0, 1].map(|place| ends(&answer["expenses"][place]["out_of_pocket"]));
    assert_eq!(own, [(60_000, 60_000), (90_000, 90_000)]);
}

/// The limit of what counts is exceeded, the limit of what is paid is not: nothing is left over for a fund that goes on above it.
#[test]
fn a_limit_of_cost_alone_leaves_nothing_to_another_fund() {
    let fragment = json!({"counters": {"cost": {"counts": "eligible", "of_programmes": ["inpatient"], "per": "year"}},
        "programmes": [
        {"id": "inpatient", "values": {
            "most": {"unit": "money", "value": "200"}, "rate": {"unit": "rate", "value": "0.25"}, "limit": {"unit": "money", "value": "5000"}},
         "benefit": [{"cap": "most", "counter": "cost"}, {"rate": "rate"}, {"cap": "limit", "per": "year"}]},
        {"id": "large", "fund": "large_expense", "values": {"rate": {"unit": "rate", "value": "0.90"}},
         "benefit": [{"base": {"beyond_cap_of": {"programme": "inpatient", "how": "remaining"}}}, {"rate": "rate"}]}]});
    let answer = answer(&fragment, &json!([bill("e1", "1000", json!("0"))]));
    assert_eq!((fund(&answer, "basic"), fund(&answer, "large_expense")), ((5_000, 5_000), (0, 0)));
}

/// A layer that pays before basic insurance pays on more than the year's share then holds: it is not bounded by what is owed on that.
#[test]
fn a_layer_before_basic_insurance_is_not_bounded_by_the_share_of_the_year() {
    let with = |rate: Value| {
        json!({"fund_order": ["supplement", "basic"], "programmes": [
            {"id": "inpatient", "values": {"rate": {"unit": "rate", "value": rate}}, "benefit": [{"rate": "rate"}]},
            {"id": "more", "fund": "supplement", "payer": "city", "services": ["inpatient", "outpatient"],
             "values": {"part": {"unit": "rate", "value": "0.40"}}, "benefit": [{"base": "year_personal_share"}, {"rate": "part"}]}]})
    };
    let mut bills = json!([bill("e1", "1000", json!("0")), bill("e2", "1000", Value::Null)]);
    bills[1]["service"] = json!("outpatient");
    let typical = |answer: &Value| ends(&answer["totals"]["paid"]["typical"]);
    let open = typical(&answer(&with(json!({"unpublished": {"low": "0.20", "high": "0.50"}})), &bills));
    bills[1]["facts"]["self_paid"] = json!("0");
    let known = ends(&answer(&with(json!("0.40")), &bills)["totals"]["paid"]);
    assert!(open.0 <= known.0 && known.1 <= open.1, "{known:?} in {open:?}");
}

/// Both parts of a bill are open and are together what is usual: all of it may be out of the catalogue, so none of it in advance.
#[test]
fn none_of_what_is_usual_need_be_paid_in_advance() {
    let fragment = json!({"programmes": [
        {"id": "more", "fund": "supplement", "payer": "city", "values": {"half": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"base": "advance"}, {"rate": "half"}]}]});
    let mut bills = json!([bill("e1", "100", Value::Null)]);
    bills[0]["facts"] = json!({});
    assert_eq!(ends(&answer(&fragment, &bills)["totals"]["paid"]["typical"]), (0, 1_200));
}

/// A rate and its square lie between the same ends, and the same number moves both; so do the greatest and the least of two
/// deductibles. Which of them holds is missing all the same.
#[test]
fn a_choice_between_open_numbers_with_the_same_ends_is_missing() {
    let square = json!({"programmes": [{"id": "inpatient",
        "values": {"share": {"unit": "rate", "value": {"unpublished": {"low": "0", "high": "1"}}}, "two": {"unit": "count", "value": "2"}},
        "benefit": [{"rate": [{"when": {"fact": "facility_level", "is": "3"}, "value": "share", "power": "two"}, {"value": "share"}]}]}]});
    let between = json!({"unit": "money", "value": {"unpublished": {"low": "100", "high": "200"}}});
    let greatest = json!({"programmes": [{"id": "inpatient", "values": {"one": between, "other": between},
        "benefit": [{"deductible": [{"when": {"fact": "facility_level", "is": "3"}, "greatest": ["one", "other"]},
                                    {"least": ["one", "other"]}]}]}]});
    let rounded = json!({"programmes": [{"id": "inpatient", "values": {"one": between},
        "benefit": [{"deductible": [{"when": {"fact": "facility_level", "is": "3"}, "value": "one", "round": "hundred"},
                                    {"value": "one"}]}]}]});
    for fragment in [square, greatest, rounded] {
        let open = answer(&fragment, &json!([bill("e1", "1000", json!("0"))]));
        let missing = open["programmes"][0]["missing"].as_array().unwrap();
        assert!(missing.iter().any(|missing| missing == "e1/facility_level"), "{missing:?}");
    }
}
