//! Where an amount bends between the ends of a number, each with the policy that bends it (docs/ranges.md, *Straight stretches*).

use crate::support::small_region::{answer, answer_of, bill, ends, fund};
use serde_json::{Value, json};

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

/// A supplement pays of the advance, and the account of the deductible what the supplement leaves of both. Where the two meet, most is
/// left to be paid in cash: neither all of the bill in scope nor all of it in advance.
#[test]
fn cash_is_most_where_a_supplement_takes_all_that_the_account_may_pay() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "account": {"pays": ["deductible"]},
         "values": {"first": {"unit": "money", "value": "800"}, "rate": {"unit": "rate", "value": "0.40"}},
         "benefit": [{"deductible": "first"}, {"rate": "rate"}]},
        {"id": "more", "fund": "supplement", "payer": "city", "values": {"half": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"base": "advance"}, {"rate": "half"}]}]});
    let cash = |advance: Value| {
        let mut bills = json!([bill("e1", "1800", json!("0"))]);
        bills[0]["facts"]["advance"] = advance;
        let facts = json!({"scheme": "employee", "account_balance": "5000"});
        ends(&answer_of(&fragment, facts, &bills)["totals"]["cash"])
    };
    let open = cash(Value::Null);
    for advance in ["0", "600", "1000", "1199.99", "1200", "1200.02", "1500", "1800"] {
        let known = cash(json!(advance));
        assert!(open.0 <= known.0 && known.1 <= open.1, "{advance}: {known:?} in {open:?}");
    }
}

/// A rate that moves nothing is open beside a number that bends what is paid: the minimum is cut to what is left.
#[test]
fn a_number_that_moves_nothing_hides_no_bend() {
    let with = |rate: Value| {
        json!({"programmes": [
            {"id": "inpatient", "values": {
                "first": {"unit": "money", "value": "3000"}, "rate": {"unit": "rate", "value": rate},
                "least": {"unit": "rate", "value": "0.70"}, "most": {"unit": "money", "value": "140"}},
             "benefit": [{"deductible": "first"}, {"rate": "rate"}, {"at_least": "least", "of": "bill"}, {"cap": "most", "per": "expense"}]},
            {"id": "more", "fund": "supplement", "payer": "city", "values": {"half": {"unit": "rate", "value": "0.50"}},
             "benefit": [{"base": "out_of_catalogue"}, {"rate": "half"}]}]})
    };
    let open = with(json!({"unpublished": {"low": "0.69", "high": "0.81"}}));
    let bills = |self_paid: Value| json!([bill("e1", "1660", self_paid)]);
    holds_all(&open, bills, &["0", "800", "1500", "1519.99", "1520", "1520.01", "1600", "1660"]);
}

/// Each year's total is rounded: what a bill adds to it may be a part of a fen more than its share, where all of that is paid.
#[test]
fn rounding_the_total_of_the_year_may_bring_more_than_the_share_of_a_bill() {
    let fragment = json!({"programmes": [
        {"id": "inpatient", "values": {"part": {"unit": "rate", "value": "0.236"}, "rate": {"unit": "rate", "value": "0.32"}},
         "benefit": [{"borne_first": "part"}, {"rate": "rate"}]},
        {"id": "large", "fund": "large_expense", "values": {
            "first": {"unit": "money", "value": "0.05"}, "edge": {"unit": "money", "value": "4.10"},
            "all": {"unit": "rate", "value": "1"}, "less": {"unit": "rate", "value": "0.81"}},
         "benefit": [{"base": "year_personal_share", "without": ["borne_first"]}, {"deductible": "first"},
            {"bands": [{"to": "edge", "rate": "all"}, {"rate": "less"}]}]}]});
    let bills = |advance: Value| {
        let mut bills = json!([bill("e1", "36.78", json!("0")), bill("e2", "2.06", json!("0"))]);
        bills[0]["facts"]["advance"] = advance;
        bills
    };
    let second = |answer: &Value| ends(&answer["expenses"][1]["slip"]["hifob_pay"]);
    let open = second(&answer(&fragment, &bills(Value::Null)));
    for fen in 3600..=3678 {
        let known = second(&answer(&fragment, &bills(json!(format!("{}.{:02}", fen / 100, fen % 100)))));
        assert!(open.0 <= known.0 && known.1 <= open.1, "{fen}: {known:?} in {open:?}");
    }
}

/// Care elsewhere counts for a second layer as if it had been at home, where the rate is higher. Between the ends of the deductible
/// more is paid than at either, though least and most of what is left are the same here and there.
#[test]
fn what_would_be_left_at_home_is_another_amount_than_what_is_left() {
    let with = |first: Value| {
        json!({"item_classes": {
            "imported": {"share": "0.07", "rate": "0.32"}, "bed": {"limit": "60", "per": "day", "rate": "0.76"}},
            "programmes": [
            {"id": "inpatient", "values": {
                "first": {"unit": "money", "value": first}, "rate": {"unit": "rate", "value": "0.50"},
                "points": {"unit": "rate", "value": "0.26"}},
             "benefit": [{"deductible": "first", "per": "year"},
                {"rate": {"value": "rate", "less": {"value": "points", "when": {"fact": "out_of_area", "is": "temporary"}}}}]},
            {"id": "critical", "fund": "critical_illness", "values": {"most": {"unit": "rate", "value": "0.70"}},
             "benefit": [{"base": "year_personal_share", "without": ["elsewhere"]}, {"rate": "most"}]}]})
    };
    let bills = |days: Option<i64>| {
        let mut bills = json!([bill("e1", "4400", Value::Null)]);
        bills[0]["facts"] = json!({"out_of_area": "temporary"});
        bills[0]["items"] = json!([{"class": "imported", "amount": "1800"}, {"class": "bed", "amount": "1450"}]);
        if let Some(days) = days {
            bills[0]["items"][1]["days"] = json!(days);
        }
        bills
    };
    let paid = |first: Value, days| ends(&answer(&with(first), &bills(days))["totals"]["paid"]);
    let open = paid(json!({"unpublished": {"low": "900", "high": "3300"}}), None);
    for first in ["900", "1000", "1100", "1150", "1200", "1500", "2000", "3300"] {
        for days in [0, 10, 24, 30] {
            let known = paid(json!(first), Some(days));
            assert!(open.0 <= known.0 && known.1 <= open.1, "{first}, {days}: {known:?} in {open:?}");
        }
    }
}

/// Two programmes share a limit. What the first leaves of it is open, from nothing; a second bill lies within its deductible, so that
/// nothing comes to the limit. Where the limit is used up, another fund pays on that bill all the same.
#[test]
fn a_limit_that_is_used_up_is_reached_by_a_bill_on_which_nothing_is_paid() {
    let fragment = json!({
        "counters": {"shared": {"counts": "paid", "of": ["inpatient", "outpatient"], "per": "year"}},
        "programmes": [
        {"id": "inpatient", "values": {"first": {"unit": "money", "value": "1500"}, "limit": {"unit": "money", "value": "16900"}},
         "benefit": [{"deductible": "first", "per": "quarter"}, {"cap": "limit", "counter": "shared"}]},
        {"id": "outpatient", "services": ["outpatient"],
         "values": {"rate": {"unit": "rate", "value": "0.50"}, "limit": {"unit": "money", "value": "14600"}},
         "benefit": [{"rate": "rate"}, {"cap": "limit", "counter": "shared"}]},
        {"id": "large", "fund": "large_expense", "values": {"rate": {"unit": "rate", "value": "0.80"}, "most": {"unit": "money", "value": "56"}},
         "benefit": [{"base": {"beyond_cap_of": {"programme": "inpatient", "how": "beyond"}}}, {"rate": "rate"},
            {"cap": "most", "per": "quarter"}]}]});
    let bills = |self_paid: Value| {
        let mut bills =
            json!([bill("e1", "340", self_paid), bill("e2", "32800", json!("0")), bill("e3", "1000", json!("0"))]);
        bills[0]["service"] = json!("outpatient");
        bills[2]["date"] = json!("2025-05-20");
        bills
    };
    let large = |self_paid: Value| {
        let answer = answer(&fragment, &bills(self_paid));
        (fund(&answer, "large_expense"), answer["tight"].clone())
    };
    let (open, is_tight) = large(Value::Null);
    let all = ["0", "100", "340"].map(|self_paid| large(json!(self_paid)).0);
    assert_eq!(all, [(11_200, 11_200); 3], "the limit is used up whatever comes of it first");
    assert!(open.0 <= 11_200 && 11_200 <= open.1);
    assert!(open == all[0] || is_tight == json!(false), "{open:?} is told to be reached");
}

/// Assistance on a second bill is most where the year's limit of it is just reached. Of a bed paid by the day that would be 8.6 days:
/// the amount bounds all whole numbers of days, and none of them gives it.
#[test]
fn what_no_whole_number_of_days_gives_is_not_told_to_be_reached() {
    let fragment = json!({"item_classes": {"bed": {"limit": "60", "per": "day", "share": "0"}},
        "programmes": [
        {"id": "inpatient", "values": {"rate": {"unit": "rate", "value": "0.50"}, "limit": {"unit": "money", "value": "1000"}},
         "benefit": [{"rate": "rate"}, {"cap": "limit", "per": "year"}]},
        {"id": "help", "fund": "assistance", "values": {"rate": {"unit": "rate", "value": "0.60"}, "limit": {"unit": "money", "value": "1000"}},
         "benefit": [{"base": "left"}, {"rate": "rate"}, {"cap": "limit", "per": "year"}]}]});
    let second = |days: Option<i64>| {
        let mut bills = json!([bill("e1", "2000", Value::Null), bill("e2", "1600", json!("0"))]);
        bills[0]["facts"] = json!({});
        bills[0]["items"] = json!([{"class": "bed", "amount": "1450"}]);
        if let Some(days) = days {
            bills[0]["items"][0]["days"] = json!(days);
        }
        let answer = answer(&fragment, &bills);
        (ends(&answer["expenses"][1]["slip"]["maf_pay"]), answer["tight"].clone())
    };
    let (open, is_tight) = second(None);
    let most = (0..=30).map(|days| second(Some(days)).0.1).max();
    assert_eq!((most, open.1), (Some(67_300), 68_000));
    assert_eq!(is_tight, json!(false));
}

/// Of a rate that a programme takes twice the amount is no straight line: it is most in the middle.
#[test]
fn a_rate_that_is_taken_twice_bends_what_is_paid() {
    let with = |rate: Value| {
        json!({"programmes": [{"id": "inpatient", "values": {"rate": {"unit": "rate", "value": rate}},
            "benefit": [{"borne_first": "rate"}, {"rate": "rate"}]}]})
    };
    let paid = |rate: Value| ends(&answer(&with(rate), &json!([bill("e1", "1000", json!("0"))]))["totals"]["paid"]);
    let open = paid(json!({"unpublished": {"low": "0.10", "high": "0.60"}}));
    assert_eq!(paid(json!("0.50")), (25_000, 25_000));
    assert!(open.0 <= 9_000 && 25_000 <= open.1, "{open:?}");
}

/// So it is where an amount is made of what a counter holds of the programme's own payments.
#[test]
fn a_rate_that_comes_back_by_a_counter_bends_what_is_paid() {
    let with = |rate: Value| {
        json!({"counters": {"so_far": {"counts": "paid", "of": ["inpatient"], "per": "year"}},
            "programmes": [{"id": "inpatient", "values": {"rate": {"unit": "rate", "value": rate}},
            "benefit": [{"deductible": {"counter": "so_far"}}, {"rate": "rate"}]}]})
    };
    let bills = json!([bill("e1", "1000", json!("0")), bill("e2", "500", json!("0"))]);
    let second = |rate: Value| ends(&answer(&with(rate), &bills)["expenses"][1]["slip"]["hifp_pay"]);
    let open = second(json!({"unpublished": {"low": "0.10", "high": "0.60"}}));
    assert_eq!(second(json!("0.25")), (6_250, 6_250));
    assert!(open.0 == 0 && 6_250 <= open.1, "{open:?}");
}

/// A limit of cost stands between a deductible and bands that count from before it. A greater deductible leaves as much to pay on, and
/// that lies in a higher band: most is paid where neither end of the deductible is.
#[test]
fn a_deductible_acts_on_bands_by_itself_where_a_step_stands_between() {
    let with = |first: Value| {
        json!({"counters": {"cost": {"counts": "eligible", "of_programmes": ["inpatient"], "per": "year"}},
            "programmes": [{"id": "inpatient", "values": {
                "first": {"unit": "money", "value": first}, "most": {"unit": "money", "value": "20000"},
                "edge": {"unit": "money", "value": "3000"}, "low": {"unit": "rate", "value": "0.10"}, "high": {"unit": "rate", "value": "0.85"}},
             "benefit": [{"deductible": "first"}, {"cap": "most", "counter": "cost"},
                {"bands": [{"to": "edge", "rate": "low"}, {"rate": "high"}]}]}]})
    };
    let paid = |first: Value| ends(&answer(&with(first), &json!([bill("e1", "21000", json!("0"))]))["totals"]["paid"]);
    assert_eq!(paid(json!("1000")), (1_550_000, 1_550_000));
    assert_eq!(paid(json!({"unpublished": {"low": "0", "high": "2000"}})), (1_475_000, 1_550_000));
}

/// A deductible spares a class of items. While the rest of the bill lies below it, more of the rest moves that class into a lower band:
/// more is in scope, and less is paid.
#[test]
fn a_deductible_that_spares_a_part_moves_it_in_the_bands() {
    let fragment = json!({"item_classes": {"spared": {"no_deductible": true}, "bed": {"limit": "40", "per": "day"}},
        "programmes": [{"id": "inpatient", "values": {
            "first": {"unit": "money", "value": "500"}, "edge": {"unit": "money", "value": "800"},
            "low": {"unit": "rate", "value": "0.90"}, "high": {"unit": "rate", "value": "0.50"}},
         "benefit": [{"deductible": "first"}, {"bands": [{"to": "edge", "rate": "low"}, {"rate": "high"}]}]}]});
    let paid = |days: Option<i64>| {
        let mut bills = json!([bill("e1", "3000", Value::Null)]);
        bills[0]["facts"] = json!({});
        bills[0]["items"] = json!([{"class": "spared", "amount": "1000"}, {"class": "bed", "amount": "2000"}]);
        if let Some(days) = days {
            bills[0]["items"][1]["days"] = json!(days);
        }
        ends(&answer(&fragment, &bills)["totals"]["paid"])
    };
    let open = paid(None);
    assert_eq!(paid(Some(12)), (62_800, 62_800));
    for days in (0..60).step_by(4) {
        let known = paid(Some(days));
        assert!(open.0 <= known.0 && known.1 <= open.1, "{days}: {known:?} in {open:?}");
    }
}

/// A fen of rounding decides whether a limit is reached, many times along one number: a quarter of the first bill and a quarter of the
/// rest of 20.48 come to the limit of 5.12 or to a fen less. Where it is reached, all that is left of the second bill is paid on.
#[test]
fn rounding_may_take_an_amount_to_a_limit_and_back() {
    let fragment = json!({"counters": {"cost": {"counts": "eligible", "of_programmes": ["inpatient"], "per": "year"}},
        "programmes": [
        {"id": "inpatient", "fund": "basic", "values": {
            "to": {"unit": "money", "value": "20.48"}, "ceiling": {"unit": "money", "value": "5.12"},
            "rate": {"unit": "rate", "value": "0.25"}, "none": {"unit": "rate", "value": "0"}},
         "benefit": [{"bands": [{"to": "to", "rate": "rate"}, {"rate": "none"}], "counter": "cost"},
                     {"cap": "ceiling", "per": "year"}]},
        {"id": "large", "fund": "large_expense", "values": {"rate": {"unit": "rate", "value": "0.90"}},
         "benefit": [{"base": {"beyond_cap_of": {"programme": "inpatient", "how": "remaining"}}}, {"rate": "rate"}]}]});
    let asked =
        |self_paid: Value| answer(&fragment, &json!([bill("e1", "10.24", self_paid), bill("e2", "30.72", json!("0"))]));
    let paid = |answer: &Value| (ends(&answer["totals"]["paid"]), ends(&answer["expenses"][1]["out_of_pocket"]));
    let open = paid(&asked(Value::Null));
    for fen in 0..=1024 {
        let one = paid(&asked(json!(format!("{}.{:02}", fen / 100, fen % 100))));
        for (one, open) in [(one.0, open.0), (one.1, open.1)] {
            assert!(open.0 <= one.0 && one.1 <= open.1, "{fen}: {one:?} is not in {open:?}");
        }
    }
}
