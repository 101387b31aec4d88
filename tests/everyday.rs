//! Ten everyday bills: what a resident sees after four answers is of use, in any city.
//!
//! Four answers are the scheme, the amount, the level of the institution, and one more that matters for the kind of bill:
//! the age, what was treated, or for an employee retired or not (the age, where the city does not ask for that). Then the
//! typical amount is no wider than a third of the bill. The guarantee beside it holds for whatever else may be true. A
//! city without rules on file has the answer of `000000`.

use crate::support::answers::{amount_list, estimate, if_good};
use crate::support::holes::{Hole, candidates, fillings};
use crate::support::regions::{Region, regions};
use crate::support::requests::complete_of;
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::sync::LazyLock;
use yibao::api::wire::Estimate;

struct Bill {
    name: &'static str,
    service: &'static str,
    yuan: i64,
    level: &'static str,
    person: Value,
    facts: Value,
}

fn bill(name: &'static str, service: &'static str, yuan: i64, level: &'static str, person: Value) -> Bill {
    Bill { name, service, yuan, level, person, facts: json!({}) }
}

fn everyday() -> [Bill; 10] {
    let employee = |age: i64| json!({"scheme": "employee", "retired": age >= 60, "age": age});
    let resident = |age: i64| json!({"scheme": "resident", "age": age});
    let cold = Bill {
        facts: json!({"treats": "other"}),
        ..bill("a resident's visit", "outpatient", 200, "1", json!({"scheme": "resident"}))
    };
    [
        bill("an employee's operation", "inpatient", 20_000, "3", employee(45)),
        bill("an employee's stay", "inpatient", 8_000, "2", employee(45)),
        bill("a pensioner's heart", "inpatient", 40_000, "3", employee(68)),
        bill("a pensioner's visit", "outpatient", 1_200, "2", employee(68)),
        bill("an employee's visit", "outpatient", 300, "1", employee(45)),
        bill("a resident's operation", "inpatient", 30_000, "3", resident(45)),
        bill("a grandmother's stay", "inpatient", 6_000, "2", resident(72)),
        bill("a child's pneumonia", "inpatient", 4_000, "2", resident(8)),
        bill("a resident's cancer", "inpatient", 150_000, "3", resident(58)),
        cold,
    ]
}

/// The bill after four answers.
fn request(region: &str, bill: &Bill) -> Value {
    let mut request = three_answers(region, bill);
    let mut person = bill.person.clone();
    if person.get("retired").is_some() {
        let left_out = if asks_for_the_pension(&request) { "age" } else { "retired" };
        person.as_object_mut().unwrap().remove(left_out);
    }
    request["facts"] = person;
    request
}

/// Whether the city has one rule for pensioners and another for those who work.
fn asks_for_the_pension(request: &Value) -> bool {
    estimate(request).questions.iter().any(|question| question.unknown == "retired")
}

fn three_answers(region: &str, bill: &Bill) -> Value {
    let mut facts = bill.facts.clone();
    facts["facility_level"] = json!(bill.level);
    json!({
        "region": region, "asked_on": "2026-03-02", "facts": {"scheme": bill.person["scheme"]},
        "expenses": [{"id": "e", "service": bill.service, "date": "2026-03-02", "total": format!("{}.00", bill.yuan), "facts": facts}]
    })
}

/// How wide the typical amount is, in per cent of the bill, rounded up.
fn width(answer: &Estimate, bill: &Bill) -> i64 {
    let usual = answer.totals.paid.typical.map_or(0, |usual| usual.high.to_fen() - usual.low.to_fen());
    (usual + bill.yuan - 1) / bill.yuan
}

/// A bill of a region after four answers.
struct Answered {
    region: &'static Region,
    bill: Bill,
    request: Value,
    answer: Estimate,
}

/// Every bill of every region: all tests look at the same answers.
static ANSWERED: LazyLock<Vec<Answered>> = LazyLock::new(|| {
    let of = |region: &'static Region| {
        everyday().map(|bill| {
            let request = request(&region.code, &bill);
            Answered { answer: estimate(&request), region, bill, request }
        })
    };
    regions().iter().flat_map(of).collect()
});

#[test]
fn after_four_answers_the_typical_amount_is_no_wider_than_a_third_of_the_bill() {
    let mut wide = Vec::new();
    for Answered { region, bill, answer, .. } in ANSWERED.iter() {
        let width = width(answer, bill);
        if width > 33 {
            wide.push(format!("{} {}: {width} % of the bill", region.code, bill.name));
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn what_the_typical_amount_rests_on_is_named() {
    for Answered { region, bill, answer, .. } in ANSWERED.iter() {
        let is_range = answer.totals.paid.typical.is_some();
        assert_eq!(is_range, !answer.assumed.is_empty(), "{} {}", region.code, bill.name);
    }
}

#[test]
fn nothing_that_may_be_true_breaks_the_guarantee() {
    let mut broken = Vec::new();
    for (number, Answered { region, bill, request, answer }) in ANSWERED.iter().enumerate() {
        let whole = amount_list(answer);
        let mut tape = Tape::Seeded(setting("YIBAO_SEED", 0) * 15_485_863 + number as u64);
        for _ in 0..setting("YIBAO_TIMES", 1) {
            let filled = filled(&mut tape, region, request, bill);
            let Some(answer) = if_good(&filled) else { continue };
            if amount_list(&answer).iter().zip(&whole).any(|(inner, whole)| !whole.holds(*inner)) {
                broken.push(format!("{} {}\n{filled}", region.code, bill.name));
            }
        }
    }
    assert!(broken.is_empty(), "{} broken\n{}", broken.len(), broken[..broken.len().min(5)].join("\n\n"));
}

/// The request with something at random wherever it is open.
fn filled(tape: &mut Tape, region: &Region, open: &Value, bill: &Bill) -> Value {
    let mut filled = open.clone();
    let mut sample = complete_of(tape, region, &[bill.service]);
    sample["expenses"].as_array_mut().unwrap().truncate(1);
    for hole in candidates(region, &sample) {
        if is_taken(&hole) || !hole.is_open(&mut filled.clone()) {
            continue;
        }
        let fillings = fillings(tape, region, open, &hole);
        hole.fill(&mut filled, tape.pick(&fillings.fills));
    }
    filled
}

/// What is taken for granted where nothing is said, and what `Hole::Bill` fills.
fn is_taken(hole: &Hole) -> bool {
    let assumed = ["admission", "out_of_area", "self_paid", "advance", "third_party_amount"];
    match hole {
        Hole::Expense(_, fact) => assumed.contains(&fact.as_str()),
        Hole::Person(fact) => ["enrolled_and_paid_on", "birth_date"].contains(&fact.as_str()),
        Hole::ThirdParty(_) => true,
        _ => false,
    }
}
