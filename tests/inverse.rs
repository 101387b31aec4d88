//! Questions asked backwards: which bill, or which unpublished value, leads to an amount.
//!
//! 1. The worked case: 0.60 to 5,000 and 0.80 above it; 4,600.00 were paid of 7,000.00.
//! 2. Of a small policy, every fen of small bills (and every fen of a deductible) is tried: the runs are those, exactly.
//! 3. Of random requests of every region in which nothing is open: the bill and every entered value lead back to
//!    themselves; each end of a run gives the amount, the neighbours outside do not.
//! 4. None, one and an interval are told apart. The expense needs no total.
//! 5. What is open and matters is named; what cannot matter hinders nothing.
//! 6. What is asked amiss is refused at its place, everything at once.

use crate::support::answers::fen;
use crate::support::around::{list, text};
use crate::support::catalogue;
use crate::support::fragment::policy_file;
use crate::support::holes::on_grid;
use crate::support::property::{Finding, holds, try_at_random};
use crate::support::regions::{Region, regions};
use crate::support::requests::{complete, rate, yuan};
use crate::support::tape::Tape;
use serde_json::{Value, json};
use yibao::api;
use yibao::policy::catalogue::Catalogue;

/// The greatest amount there is.
const MOST: i64 = 99_999_999_999_999;

fn inverse_in(catalogue: &Catalogue, request: &Value, question: &Value) -> Value {
    serde_json::to_value(api::inverse(&request.to_string(), &[], &question.to_string(), catalogue)).unwrap()
}

fn estimate_in(catalogue: &Catalogue, request: &Value) -> Value {
    serde_json::to_value(api::estimate(&request.to_string(), &[], catalogue)).unwrap()
}

fn file(fragment: &Value) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let report = catalogue.add(&[&policy_file(fragment).to_string()]).remove(0);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    catalogue
}

/// What is asked, in a region of one file.
struct Small {
    catalogue: Catalogue,
    request: Value,
}

impl Small {
    fn of(fragment: &Value, expenses: Value) -> Small {
        let request = json!({"region": "990000", "asked_on": "2025-12-31", "facts": {"scheme": "employee"}, "expenses": expenses});
        Small { catalogue: file(fragment), request }
    }

    fn ask(&self, question: &Value) -> Value {
        inverse_in(&self.catalogue, &self.request, question)
    }

    /// The runs of an answer on the grid.
    fn runs(&self, question: &Value) -> Vec<(i64, i64)> {
        let told = self.ask(question);
        assert_eq!((&told["outcome"], told.get("complete")), (&json!("inverse"), None), "{question}: {told}");
        runs_of(&told, if question.get("open").is_some() { 6 } else { 2 })
    }

    fn with_bill(&self, place: usize, bill: i64) -> Value {
        let mut request = self.request.clone();
        request["expenses"][place]["total"] = json!(yuan(bill));
        estimate_in(&self.catalogue, &request)
    }
}

fn runs_of(told: &Value, places: usize) -> Vec<(i64, i64)> {
    let end = |run: &Value, key: &str| on_grid(text(&run[key]), places);
    list(&told["solutions"]).iter().map(|run| (end(run, "low"), end(run, "high"))).collect()
}

/// An amount of an answer by the name that a question gives it, where it is exact.
fn amount(answer: &Value, name: &str) -> Option<i64> {
    let found = match name {
        "paid" | "out_of_pocket" | "in_scope" => &answer["totals"][name],
        id if id.contains('/') => &list(&answer["programmes"]).iter().find(|p| p["id"] == id)?["paid"],
        id => &list(&answer["expenses"]).iter().find(|e| e["id"] == id)?["slip"]["fund_pay_sumamt"],
    };
    (found["low"] == found["high"]).then(|| fen(text(&found["low"])))
}

/// Neighbours joined to runs.
fn joined(hits: impl Iterator<Item = i64>) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for hit in hits {
        match runs.last_mut().filter(|(_, end)| end + 1 == hit) {
            Some((_, end)) => *end = hit,
            None => runs.push((hit, hit)),
        }
    }
    runs
}

fn stay(id: &str, date: &str, total: &str) -> Value {
    json!({"id": id, "service": "inpatient", "date": date, "total": total, "facts": {"self_paid": "0.00", "advance": "0.00"}})
}

fn bands() -> Value {
    json!({"programmes": [{"id": "inpatient",
        "values": {"low": {"unit": "rate", "value": "0.60"}, "high": {"unit": "rate", "value": "0.80"},
                   "edge": {"unit": "money", "value": "5000"}},
        "benefit": [{"bands": [{"to": "edge", "rate": "low"}, {"rate": "high"}]}]}]})
}

/// 1.
#[test]
fn the_bill_of_a_payment_in_the_second_band() {
    let small = Small::of(&bands(), json!([stay("a", "2025-03-01", "100")]));
    let paid = json!({"expense": "a", "of": "paid", "amount": "4600.00"});
    assert_eq!(small.ask(&paid), json!({"outcome": "inverse", "solutions": [{"low": "7000.00", "high": "7000.00"}]}));
    let programme = json!({"expense": "a", "of": "990000/inpatient", "amount": "4600"});
    assert_eq!(small.runs(&programme), [(700_000, 700_000)]);
    // 7,000.00 less 4,600.00; a fen of the bill either way may round to the same.
    let borne = json!({"expense": "a", "of": "out_of_pocket", "amount": "2400.00"});
    assert_eq!(small.runs(&borne), [(699_998, 700_002)]);
}

/// A deductible, a share, a yearly cap; small enough that every fen can be tried.
fn tiny() -> Value {
    json!({"programmes": [{"id": "inpatient",
        "values": {"deductible": {"unit": "money", "value": "0.50"}, "rate": {"unit": "rate", "value": "0.65"},
                   "better": {"unit": "rate", "value": "0.85"}, "edge": {"unit": "money", "value": "1.20"},
                   "cap": {"unit": "money", "value": "1.60"}},
        "benefit": [{"deductible": "deductible"}, {"bands": [{"to": "edge", "rate": "rate"}, {"rate": "better"}]},
                    {"cap": "cap", "per": "year"}]},
      {"id": "second", "fund": "large_expense", "values": {"line": {"unit": "money", "value": "0.90"}, "rate": {"unit": "rate", "value": "0.55"}},
        "benefit": [{"base": "year_personal_share"}, {"deductible": "line"}, {"rate": "rate"}]}]})
}

const NAMES: [&str; 5] = ["paid", "out_of_pocket", "a", "990000/inpatient", "990000/second"];

/// 2.
#[test]
fn every_fen_of_small_bills_tells_the_same() {
    let most = 700;
    let lone = json!([stay("a", "2025-03-01", "1")]);
    let before = json!([stay("b", "2025-02-01", "1.37"), stay("a", "2025-03-01", "1")]);
    let after = json!([stay("a", "2025-03-01", "1"), stay("b", "2025-04-01", "1.37"), stay("c", "2025-05-02", "2.11")]);
    let mut runs = 0;
    for (expenses, place, apart) in [(lone, 0, 5), (before, 1, 61), (after, 0, 121)] {
        let small = Small::of(&tiny(), expenses);
        let answers: Vec<Value> = (0..=most).map(|bill| small.with_bill(place, bill)).collect();
        for name in NAMES {
            let amounts: Vec<i64> = answers.iter().map(|answer| amount(answer, name).unwrap()).collect();
            for wanted in (0..=*amounts.iter().max().unwrap() + 1).step_by(apart) {
                let told = small.runs(&json!({"expense": "a", "of": name, "amount": yuan(wanted)}));
                let near = told.iter().filter(|(low, _)| *low <= most).map(|(low, high)| (*low, (*high).min(most)));
                let tried = (0..=most).filter(|bill| amounts[usize::try_from(*bill).unwrap()] == wanted);
                assert_eq!(near.collect::<Vec<_>>(), joined(tried), "{name} {wanted}: {told:?}");
                runs += told.len();
            }
        }
    }
    assert!(runs > 100, "{runs}");
}

/// 2.
#[test]
fn every_fen_of_a_small_deductible_tells_the_same() {
    let mut fragment = tiny();
    fragment["programmes"][0]["values"]["deductible"] =
        json!({"unit": "money", "versions": [{"value": {"unpublished": {"low": "0", "high": "2"}}}]});
    let small = Small::of(&fragment, json!([stay("a", "2025-03-01", "2.90")]));
    let id = "990000/inpatient/deductible";
    let with = |deductible: i64| {
        let mut request = small.request.clone();
        request["entered"] = json!({id: yuan(deductible)});
        estimate_in(&small.catalogue, &request)
    };
    let answers: Vec<Value> = (0..=400).map(with).collect();
    for name in NAMES {
        let amounts: Vec<i64> = answers.iter().map(|answer| amount(answer, name).unwrap()).collect();
        for wanted in 0..=*amounts.iter().max().unwrap() + 1 {
            let told =
                inverse_in(&small.catalogue, &small.request, &json!({"open": id, "of": name, "amount": yuan(wanted)}));
            let near =
                runs_of(&told, 2).into_iter().filter(|(low, _)| *low <= 400).map(|(low, high)| (low, high.min(400)));
            let tried = (0..=400).filter(|d| amounts[usize::try_from(*d).unwrap()] == wanted);
            assert_eq!(near.collect::<Vec<_>>(), joined(tried), "{name} {wanted}: {told}");
        }
    }
}

/// 4.
#[test]
fn none_one_and_an_interval_are_told_apart() {
    let mut without_total = stay("a", "2025-03-01", "1");
    without_total.as_object_mut().unwrap().remove("total");
    let small = Small::of(&tiny(), json!([without_total]));
    let runs = |of: &str, amount: &str| small.runs(&json!({"expense": "a", "of": of, "amount": amount}));
    assert_eq!(runs("990000/inpatient", "0.00"), [(0, 50)]);
    assert_eq!(runs("990000/inpatient", "1.60"), [(255, MOST)]);
    assert_eq!(runs("990000/inpatient", "1.61"), []);
    assert_eq!(runs("990000/inpatient", "0.65"), [(143, 143)]);
}

/// 4. The rate at which 10,000 less 500 pays 7,600.00 is 0.80; a millionth pays a fen more.
#[test]
fn the_rate_at_which_a_slip_would_be_right() {
    let fragment = json!({"programmes": [{"id": "inpatient",
        "values": {"deductible": {"unit": "money", "value": "500"},
                   "rate": {"unit": "rate", "versions": [{"value": {"unpublished": {"low": "0.5", "high": "0.9"}}}]}},
        "benefit": [{"deductible": "deductible"}, {"rate": "rate"}]}]});
    let small = Small::of(&fragment, json!([stay("a", "2025-03-01", "10000")]));
    let told = small.ask(&json!({"open": "990000/inpatient/rate", "of": "paid", "amount": "7600.00"}));
    assert_eq!(told, json!({"outcome": "inverse", "solutions": [{"low": "0.80", "high": "0.80"}]}));
    // Of a bill of 10.00 many rates pay the same fen.
    let small = Small::of(&fragment, json!([stay("a", "2025-03-01", "510")]));
    let told = small.ask(&json!({"open": "990000/inpatient/rate", "of": "paid", "amount": "8.00"}));
    assert_eq!(told["solutions"], json!([{"low": "0.7995", "high": "0.800499"}]));
}

/// 3.
#[test]
fn a_bill_and_a_value_lead_back_to_themselves() {
    let seen = std::cell::Cell::new((0, 0, 0));
    for (place, region) in regions().iter().enumerate() {
        let found = try_at_random(32, place as u64 + 77, 260, |tape| leads_back(tape, region, &seen));
        assert!(found.is_ok(), "{}: {}", region.code, found.unwrap_err());
    }
    let (bills, values, open) = seen.get();
    assert!(bills > 60 && values > 15 && open < bills, "the test has looked at too little: {:?}", seen.get());
    println!("{bills} bills, {values} values, {open} open");
}

fn leads_back(tape: &mut Tape, region: &Region, seen: &std::cell::Cell<(u32, u32, u32)>) -> Finding {
    let request = complete(tape, region);
    let answer = estimate_in(catalogue(), &request);
    let billed: Vec<usize> =
        (0..list(&request["expenses"]).len()).filter(|p| request["expenses"][p].get("total").is_some()).collect();
    if billed.is_empty() {
        return Ok(());
    }
    let place = *tape.pick(&billed);
    let expense = &request["expenses"][place];
    let programmes: Vec<&str> = list(&answer["programmes"]).iter().map(|p| text(&p["id"])).collect();
    let name = match tape.below(4) {
        0 => "paid",
        1 => "out_of_pocket",
        2 => text(&expense["id"]),
        _ => tape.pick(&programmes),
    };
    let Some(wanted) = amount(&answer, name) else { return Ok(()) };
    let entered = request["entered"].as_object().unwrap();
    let values: Vec<&String> =
        entered.iter().filter(|(_, v)| v.as_str().unwrap().contains('.')).map(|(id, _)| id).collect();
    let (mut bills, mut found_values, mut open) = seen.get();
    let (question, own, is_rate) = if !values.is_empty() && tape.one_in(3) {
        let id = *tape.pick(&values);
        found_values += 1;
        let is_rate = region.value(id).unit == "rate";
        (json!({"open": id}), on_grid(text(&entered[id]), if is_rate { 6 } else { 2 }), is_rate)
    } else {
        bills += 1;
        (json!({"expense": expense["id"]}), fen_of(text(&expense["total"])), false)
    };
    let mut question = question;
    question["of"] = json!(name);
    question["amount"] = json!(yuan(wanted));
    let told = inverse_in(catalogue(), &request, &question);
    if told["outcome"] == "failure" {
        open += 1;
        seen.set((bills, found_values, open));
        return holds(told["problems"][0]["code"] == "open_request", || format!("{question}: {told}"));
    }
    seen.set((bills, found_values, open));
    let runs = runs_of(&told, if is_rate { 6 } else { 2 });
    holds(runs.iter().any(|(low, high)| (*low..=*high).contains(&own)), || {
        format!("{own} is not among {runs:?}\n{question}\nof {request}")
    })?;
    if told.get("complete").is_some() {
        return Ok(());
    }
    let at = |place_on_grid: i64| {
        let mut request = request.clone();
        match question["open"].as_str() {
            Some(id) if is_rate => request["entered"][id] = json!(rate(place_on_grid)),
            Some(id) => request["entered"][id] = json!(yuan(place_on_grid)),
            None => request["expenses"][place]["total"] = json!(yuan(place_on_grid)),
        }
        let answer = estimate_in(catalogue(), &request);
        if answer["outcome"] == "failure" { None } else { amount(&answer, name) }
    };
    for (low, high) in &runs {
        let within = [*low, *high, low + (high - low) / 3, low + (high - low) / 2];
        for inside in within {
            holds(at(inside) == Some(wanted), || {
                format!("{inside} gives {:?}\n{question} {runs:?}\nof {request}", at(inside))
            })?;
        }
        for outside in [low - 1, high + 1].into_iter().filter(|at| (0..=MOST).contains(at)) {
            let is = at(outside);
            holds(is != Some(wanted) || (is_rate && outside > 1_000_000), || {
                format!("{outside} gives it too\n{question} {runs:?}\nof {request}")
            })?;
        }
    }
    Ok(())
}

fn fen_of(amount: &str) -> i64 {
    on_grid(amount, 2)
}

/// 5.
#[test]
fn what_is_open_is_named_where_it_matters() {
    let mut fragment = bands();
    fragment["programmes"][0]["values"]["high"] =
        json!({"unit": "rate", "versions": [{"value": {"unpublished": {"low": "0.7", "high": "0.9"}}}]});
    let small = Small::of(&fragment, json!([stay("a", "2025-03-01", "6000")]));
    let question = |amount: &str| json!({"expense": "a", "of": "paid", "amount": amount});
    let told = small.ask(&question("4600.00"));
    assert_eq!(told["problems"][0]["code"], "open_request", "{told}");
    assert_eq!(told["problems"][0]["args"]["unknowns"], "990000/inpatient/high", "{told}");
    // In the first band the rate of the second does not matter.
    assert_eq!(small.runs(&question("1200.00")), [(200_000, 200_000)]);
}

/// 6.
#[test]
fn what_is_asked_amiss_is_refused_at_its_place() {
    let mut fragment = bands();
    fragment["programmes"][0]["values"]["high"] =
        json!({"unit": "rate", "versions": [{"value": {"unpublished": {"low": "0.7", "high": "0.9"}}}]});
    let small = Small::of(&fragment, json!([stay("a", "2025-03-01", "6000")]));
    let good = json!({"expense": "a", "of": "paid", "amount": "1"});
    let told = |question: Value| -> Vec<String> {
        let told = small.ask(&question);
        assert_eq!(told["outcome"], "failure", "{question}");
        list(&told["problems"]).iter().map(|p| format!("{} {}", text(&p["code"]), text(&p["path"]))).collect()
    };
    let with = |key: &str, value: Value| {
        let mut question = good.clone();
        question[key] = value;
        question
    };
    assert_eq!(told(json!([])), ["not_an_object "]);
    assert_eq!(told(json!({})), ["missing /expense", "missing /of", "missing /amount"]);
    assert_eq!(told(with("expense", json!("b"))), ["not_a_choice /expense"]);
    assert_eq!(told(with("open", json!("990000/inpatient/high"))), ["unknown_key /open"]);
    assert_eq!(told(with("of", json!("990000/nothing"))), ["unknown_programme /of"]);
    assert_eq!(told(with("of", json!("nothing"))), ["not_a_choice /of"]);
    assert_eq!(told(with("amount", json!("1,200"))), ["malformed_money /amount"]);
    assert_eq!(told(with("amount", json!(12))), ["not_a_string /amount"]);
    assert_eq!(told(with("amount", json!("1000000000000"))), ["out_of_range /amount"]);
    assert_eq!(told(with("other", json!(1))), ["unknown_key /other"]);
    let open = |id: &str| json!({"open": id, "of": 1, "amount": "-1"});
    assert_eq!(
        told(open("990000/inpatient/low")),
        ["published_value /open", "not_a_string /of", "malformed_money /amount"]
    );
    assert_eq!(told(open("990000/inpatient/none"))[0], "unknown_value /open");
    let both = api::inverse(r#"{"region": "990000"}"#, &[], r#"{"of": "#, &small.catalogue);
    let both = serde_json::to_value(both).unwrap();
    let codes: Vec<&str> = list(&both["problems"]).iter().map(|problem| text(&problem["code"])).collect();
    assert_eq!(codes, ["missing", "not_json"]);
}
