//! Items, stays in parts, the personal account and care elsewhere.
//!
//! 1. What cannot be is a problem at its place.
//! 2. With something open the range is that of all its values, both ends reached.
//! 3. billed = paid + account + cash, with settled expenses as well.
//! 4. Care elsewhere without a rule on file: points off each rate and another deductible, in every region.

use crate::support::catalogue as shipped;
use crate::support::fragment::policy_file;
use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;

/// A region in which everything of this file is declared.
fn fragment() -> Value {
    json!({
        "item_classes": {
            "bed": {"limit": "40", "per": "day"},
            "implant": {"share": "0.20", "rate": "0.60"},
            "pump": {"rate": "0.95", "limit": "300", "per": "piece"},
            "lens": {"price_bands": [{"up_to": "1000", "share": "0.10"}, {"share": "0.50", "limit": "4000"}]},
        },
        "programmes": [{
            "id": "stay", "account": {"pays": ["own_share", "deductible", "advance", "over_limit"]},
            "values": {
                "deductible": {"unit": "money", "by": ["facility_level"], "table": {"1": "100", "2": "300", "3": "800"}},
                "rate": {"unit": "rate", "value": "0.80"},
            },
            "benefit": [{"deductible": "deductible"}, {"rate": "rate"}],
        }],
    })
}

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let report = catalogue.add(&[&policy_file(&fragment()).to_string()]).remove(0);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    catalogue
}

fn bill(id: &str, more: &Value) -> Value {
    let mut bill = json!({"id": id, "service": "inpatient", "date": "2025-03-01", "total": "5000", "facts": {"facility_level": "2"}});
    for (key, value) in more.as_object().unwrap() {
        match (key.as_str(), value) {
            ("facts", Value::Object(facts)) => bill["facts"].as_object_mut().unwrap().extend(facts.clone()),
            _ => bill[key] = value.clone(),
        }
    }
    bill
}

fn request(facts: &Value, expenses: &[Value]) -> Value {
    json!({"region": "990000", "asked_on": "2025-12-31", "facts": facts, "expenses": expenses})
}

fn answer(catalogue: &Catalogue, request: &Value) -> Value {
    serde_json::to_value(yibao::api::estimate(&request.to_string(), &[], catalogue)).unwrap()
}

fn problems(expenses: &[Value]) -> Vec<(String, String)> {
    let answer = answer(&catalogue(), &request(&json!({}), expenses));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let problems = answer["problems"].as_array().cloned().unwrap_or_default();
    problems.iter().map(|problem| (text(&problem["path"]), text(&problem["code"]))).collect()
}

fn fen(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Low and high of an amount of the answer.
fn ends(answer: &Value, place: &str) -> (i64, i64) {
    let amount = answer.pointer(place).unwrap_or_else(|| panic!("{place} of {answer}"));
    (fen(&amount["low"]), fen(&amount["high"]))
}

const FIGURES: [&str; 7] = [
    "/totals/paid",
    "/totals/out_of_pocket",
    "/totals/account",
    "/totals/cash",
    "/expenses/0/slip/overlmt_selfpay",
    "/expenses/0/slip/preselfpay_amt",
    "/expenses/0/slip/inscp_scp_amt",
];

/// The range of an open request is that of all its completions, and every completion adds up.
fn is_hull(open: &Value, completions: &[Value]) {
    let catalogue = catalogue();
    let wide = answer(&catalogue, open);
    assert_eq!(wide["tight"], true, "{wide}");
    let exact: Vec<Value> = completions.iter().map(|request| answer(&catalogue, request)).collect();
    for place in FIGURES {
        let all: Vec<(i64, i64)> = exact.iter().map(|answer| ends(answer, place)).collect();
        assert!(all.iter().all(|(low, high)| low == high), "{place}: a completion is open");
        let hull = (all.iter().map(|e| e.0).min().unwrap(), all.iter().map(|e| e.1).max().unwrap());
        assert_eq!(ends(&wide, place), hull, "{place}");
    }
    exact.iter().for_each(adds_up);
}

/// billed = paid + account + cash, as a whole and bill by bill.
fn adds_up(answer: &Value) {
    let of = |place: &str| ends(answer, place).0;
    let billed = fen(&answer["totals"]["billed"]);
    assert_eq!(billed, of("/totals/paid") + of("/totals/account") + of("/totals/cash"), "{answer}");
    for place in 0..answer["expenses"].as_array().unwrap().len() {
        let slip = |field: &str| of(&format!("/expenses/{place}/slip/{field}"));
        assert_eq!(slip("psn_part_amt"), slip("acct_pay") + slip("psn_cash_pay"));
        let parts = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"];
        assert_eq!(slip("medfee_sumamt"), parts.iter().map(|field| slip(field)).sum::<i64>());
    }
}

#[test]
fn problems_of_items_stand_at_their_places() {
    let item = |class: &str, amount: &str| json!({"class": class, "amount": amount});
    let of = |items: Value, facts: Value| problems(&[bill("a", &json!({"items": items, "facts": facts}))]);
    let at = |path: &str, code: &str| (format!("/expenses/0/{path}"), code.to_owned());
    assert_eq!(of(json!([item("bed", "1"), item("cloud", "1")]), json!({})), [at("items/1/class", "not_a_choice")]);
    assert_eq!(
        of(json!([item("bed", "3000"), item("class_b", "2000.01")]), json!({})),
        [at("items", "items_above_bill")]
    );
    assert_eq!(of(json!([]), json!({"self_paid": "1"})), [at("facts/self_paid", "said_by_items")]);
    assert_eq!(of(json!([{"class": "bed"}]), json!({})), [at("items/0/amount", "missing")]);
    assert_eq!(
        of(json!([{"class": "bed", "amount": "1", "days": "3"}]), json!({})),
        [at("items/0/days", "not_a_whole_number")]
    );
    assert_eq!(of(json!([item("bed", "3000"), item("class_b", "2000")]), json!({})), []);
}

#[test]
fn problems_of_stays_stand_at_their_places() {
    let to = |id: &str, more: Value| {
        let mut more = more;
        more["same_stay_as"] = json!(id);
        more
    };
    let at = |place: usize, code: &str| (format!("/expenses/{place}/same_stay_as"), code.to_owned());
    let two = |a: Value, b: Value| problems(&[bill("a", &a), bill("b", &b)]);
    assert_eq!(two(json!({}), to("c", json!({}))), [at(1, "no_such_expense")]);
    assert_eq!(two(json!({}), to("b", json!({}))), [at(1, "stay_in_circle")]);
    assert_eq!(two(to("b", json!({})), to("a", json!({}))), [at(0, "stay_in_circle"), at(1, "stay_in_circle")]);
    assert_eq!(two(json!({}), to("a", json!({"service": "outpatient"}))), [at(1, "stay_of_other_service")]);
    let nth = |nth: i64| json!({"facts": {"admission": nth}});
    assert_eq!(two(nth(1), to("a", nth(2))), [at(1, "stay_with_two_numbers")]);
    assert_eq!(two(nth(1), to("a", json!({"facts": {"admission": null}}))), []);
    assert_eq!(two(json!({}), to("a", json!({"date": "2026-03-03"}))), [at(1, "stay_too_long")]);
    assert_eq!(two(json!({}), to("a", json!({"date": "2026-03-02"}))), []);
    assert_eq!(two(to("b", json!({})), json!({})), []);
}

#[test]
fn what_is_missing_on_a_bill_is_open_between_its_ends() {
    let facts = json!({"account_balance": "500"});
    let with = |bed: Value, pump: Value| {
        let item = |class: &str, amount: &str, more: &Value| {
            let mut item = json!({"class": class, "amount": amount});
            item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            item
        };
        let items = json!([item("bed", "600", &bed), item("pump", "1200", &pump), item("implant", "1000", &json!({}))]);
        request(&facts, &[bill("a", &json!({"items": items}))])
    };
    let days = || (0..=16).map(|days| json!({"days": days}));
    let pieces = || (0..=4).map(|count| json!({"count": count}));
    is_hull(
        &with(json!({}), json!({"count": 2})),
        &days().map(|bed| with(bed, json!({"count": 2}))).collect::<Vec<_>>(),
    );
    is_hull(
        &with(json!({"days": 3}), json!({})),
        &pieces().map(|pump| with(json!({"days": 3}), pump)).collect::<Vec<_>>(),
    );
    let all: Vec<Value> =
        days().flat_map(|bed| pieces().map(move |pump| (bed.clone(), pump))).map(|(b, p)| with(b, p)).collect();
    let wide = answer(&catalogue(), &with(json!({}), json!({})));
    let hull = all.iter().map(|request| ends(&answer(&catalogue(), request), "/totals/paid").0);
    let (low, high) = ends(&wide, "/totals/paid");
    assert!(hull.clone().all(|paid| low <= paid && paid <= high));
    // What two items leave open together is not known of each.
    assert_eq!(wide["tight"], false);
}

/// Too many pieces to look at each: what is then said between two ends holds every one all the same.
#[test]
fn what_many_pieces_leave_open_is_held() {
    let with = |counts: [Value; 2]| {
        let item = |count: Value| match count {
            Value::Null => json!({"class": "pump", "amount": "60000"}),
            count => json!({"class": "pump", "amount": "60000", "count": count}),
        };
        let items = counts.map(item);
        request(&json!({}), &[bill("a", &json!({"total": "130000", "items": items}))])
    };
    let catalogue = catalogue();
    let wide = answer(&catalogue, &with([Value::Null, Value::Null]));
    for counts in [[0, 0], [0, 200], [120, 3], [200, 200]] {
        let one = answer(&catalogue, &with(counts.map(Value::from)));
        for place in FIGURES.iter().filter(|place| one.pointer(place).is_some()) {
            let ((low, high), (least, most)) = (ends(&wide, place), ends(&one, place));
            assert!(low <= least && most <= high, "{place} of {counts:?}: {least} to {most} in {low} to {high}");
        }
    }
}

#[test]
fn the_price_of_a_piece_chooses_its_band() {
    let with = |more: Value| {
        let mut item = json!({"class": "lens", "amount": "4500"});
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request(&json!({"account_balance": "0"}), &[bill("a", &json!({"items": [item]}))])
    };
    is_hull(&with(json!({"count": 1})), &[with(json!({"count": 1, "unit_price": "4500"}))]);
    is_hull(&with(json!({"unit_price": "1000"})), &[with(json!({"unit_price": "1000", "count": 5}))]);
    is_hull(
        &with(json!({})),
        &(0..=6)
            .map(|count| with(json!({"count": count, "unit_price": "1000.01"})))
            .chain([with(json!({"unit_price": "900"}))])
            .collect::<Vec<_>>(),
    );
}

#[test]
fn a_stay_in_parts_with_an_open_part_and_a_balance() {
    let with = |first: Value, level: Value, balance: Value| {
        let facts = json!({"account_balance": balance});
        let first =
            bill("a", &json!({"total": "400", "facts": {"self_paid": first, "advance": "0", "facility_level": level}}));
        let second = json!({"same_stay_as": "a", "date": "2025-03-05", "facts": {"self_paid": "0", "advance": "100", "facility_level": "3"}});
        request(&facts, &[first, bill("b", &second)])
    };
    let mut all = Vec::new();
    for part in (0..=400).step_by(20) {
        for level in ["1", "2", "3"] {
            all.extend(["0", "350", "5000"].map(|balance| with(json!(part.to_string()), json!(level), json!(balance))));
        }
    }
    // Level `primary` reads the row of level 1.
    is_hull(&with(Value::Null, Value::Null, Value::Null), &all);
}

#[test]
fn a_settled_bill_adds_up_too() {
    for settled in ["0.00", "1234.56", "4900.00"] {
        let bills = [
            bill("a", &json!({"settled": {"basic": settled}, "facts": {"self_paid": "300", "advance": "50"}})),
            bill("b", &json!({"date": "2025-04-01", "facts": {"self_paid": "0", "advance": "0"}})),
        ];
        for balance in ["0", "100", "9000"] {
            let answer = answer(&catalogue(), &request(&json!({"account_balance": balance}), &bills));
            let parts = ["/totals/paid", "/totals/account", "/totals/cash"].map(|place| ends(&answer, place).0);
            assert_eq!(parts.iter().sum::<i64>(), fen(&answer["totals"]["billed"]), "{answer}");
        }
    }
}

#[test]
fn the_balance_is_not_asked_for_where_it_cannot_matter() {
    let asked = |total: &str, catalogue: &Catalogue, region: &str| {
        let mut request = request(&json!({"scheme": "resident"}), &[bill("a", &json!({"total": total, "items": []}))]);
        request["region"] = json!(region);
        answer(catalogue, &request)["questions"].to_string().contains("account_balance")
    };
    assert!(asked("5000", &catalogue(), "990000"));
    assert!(!asked("0", &catalogue(), "990000"));
    assert!(!asked("5000", shipped(), "370200"));
}

#[test]
fn care_elsewhere_without_a_rule_on_file() {
    let catalogue = shipped();
    let with = |elsewhere: Value, entered: Value| {
        let facts = json!({"self_paid": "0", "advance": "0", "facility_level": "3", "out_of_area": elsewhere});
        let bill = json!({"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "10000", "facts": facts});
        let facts = json!({"scheme": "employee", "retired": false, "birth_date": "1980-01-01"});
        let mut request = request(&facts, &[bill]);
        request["region"] = json!("210300");
        request["entered"] = entered;
        answer(catalogue, &request)
    };
    let basic = |answer: &Value| {
        let funds = answer["funds"].as_array().unwrap_or_else(|| panic!("{answer}"));
        ends(funds.iter().find(|fund| fund["fund"] == "basic").unwrap(), "/paid")
    };
    let points = "000000/out-of-area/points";
    let deductible = "000000/out-of-area/deductible";
    let home = basic(&with(json!("no"), json!({})));
    assert_eq!(basic(&with(json!("filed"), json!({}))), home);
    assert!(with(json!("filed"), json!({})).to_string().contains("caveat-filed-elsewhere"));
    let open = with(json!("temporary"), json!({}));
    let (low, high) = basic(&open);
    assert!(low == 0 && high > home.1, "the deductible may be nothing or everything: {low} {high}");
    assert!(open["questions"].to_string().contains(points) && open["questions"].to_string().contains(deductible));
    assert!(!open["programmes"].to_string().contains("\"000000/out-of-area\""));
    // 10,000 less 1,000, ten points less than at home.
    let at_home = basic(&with(json!("temporary"), json!({points: "0", deductible: "1000"})));
    let less = basic(&with(json!("temporary"), json!({points: "0.10", deductible: "1000"})));
    assert_eq!((at_home.0 - less.0, at_home.1 - less.1), (90_000, 90_000));
    // Usually ten to twenty points less than at home, after the deductible of home.
    let usual = |answer: &Value| {
        let fund = answer["funds"].as_array().unwrap().iter().find(|fund| fund["fund"] == "basic").unwrap().clone();
        (fen(&fund["paid"]["typical"]["low"]), fen(&fund["paid"]["typical"]["high"]))
    };
    let usually = usual(&open);
    let by_points = |points: &str| {
        let answer = with(json!("temporary"), json!({"000000/out-of-area/points": points}));
        usual(&answer)
    };
    assert_eq!(usually, (by_points("0.20").0, by_points("0.10").1));
    assert_eq!(by_points("0"), home);
    assert!(open["assumed"].to_string().contains("as_at_home"));
    // Open where the patient was: every possibility is in the range.
    let any = basic(&with(Value::Null, json!({})));
    assert_eq!(any, (0, high));
}

/// A rate in the place of the programme's, or points above or below that: one of them.
#[test]
fn a_class_has_one_rate() {
    let values = json!({"rate": {"unit": "rate", "value": "0.50"}});
    let problems = |class: Value| {
        let fragment = json!({"item_classes": {"c": class}, "programmes": [{"id": "p", "values": values, "benefit": [{"rate": "rate"}]}]});
        let report = Catalogue::default().add(&[&policy_file(&fragment).to_string()]).remove(0);
        report.problems.iter().map(|problem| format!("{} {}", problem.code, problem.path)).collect::<Vec<_>>()
    };
    assert_eq!(problems(json!({"plus": "0.05", "no_limit": true})), Vec::<String>::new());
    assert_eq!(problems(json!({"rate": "0.60", "plus": "0.05"})), ["not_one_of /item_classes/c/plus"]);
    assert_eq!(problems(json!({"plus": "0.05", "less": "0.05"})), ["not_one_of /item_classes/c/less"]);
    assert_eq!(problems(json!({"less": "5"})), ["out_of_range /item_classes/c/less"]);
}
