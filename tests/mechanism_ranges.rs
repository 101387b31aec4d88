//! The ranges of every mechanism against plain enumeration: the policies are the fragments of docs/mechanisms, the requests
//! random bills and the cases of the pages, with holes. The reference only fills the holes and asks again.
//!
//! 1. Every amount of every completion lies in the range.
//! 2. Where `tight` is true and every completion was asked for, both ends of every amount are reached.
//! 3. Each completion conserves: what is billed is paid or out of pocket, and nobody is paid more than the bill.

use crate::support::analysis::{Study, random_holes};
use crate::support::fragment::{Page, REGION, cases_file, pages, policy_file};
use crate::support::regions::{Region, region_in};
use crate::support::requests::{bill, complete, yuan};
use crate::support::tape::Tape;
use crate::support::{ask_instead, setting};
use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;

/// How many requests of each page are studied.
const ROUNDS: u64 = 6;

fn region_of(page: &Page) -> Region {
    let mut catalogue = Catalogue::default();
    catalogue.add(&[&policy_file(&page.fragment).to_string()]);
    region_in(REGION, ask_instead(catalogue))
}

/// A request of a page's case, with other bills and days, and sometimes another order of them.
fn varied(tape: &mut Tape, case: &Value) -> Value {
    let mut request = case["request"].clone();
    for expense in request["expenses"].as_array_mut().into_iter().flatten() {
        let is_plain = expense.get("items").is_none() && expense.get("settled").is_none();
        if is_plain && expense.get("total").is_some() && tape.one_in(2) {
            vary(tape, expense);
        }
        if tape.one_in(3) {
            expense["date"] = json!(format!("2025-{:02}-{:02}", tape.between(1, 12), tape.between(1, 28)));
        }
    }
    request
}

fn vary(tape: &mut Tape, expense: &mut Value) {
    let most = crate::support::holes::given_fen(&expense["total"]).unwrap_or(0);
    let total = if tape.one_in(3) { bill(tape) } else { tape.between(0, 2 * most) };
    let self_paid = if tape.one_in(2) { tape.between(0, total) } else { 0 };
    let advance = if tape.one_in(2) { tape.between(0, total - self_paid) } else { 0 };
    expense["total"] = json!(yuan(total));
    let facts = expense["facts"].as_object_mut().unwrap();
    facts.remove("third_party_amount");
    facts.remove("third_party_liable");
    facts.insert("self_paid".into(), json!(yuan(self_paid)));
    facts.insert("advance".into(), json!(yuan(advance)));
}

/// A random request. Where a counter counts illnesses apart, a year that does not say whose its amounts were is refused: it is not told.
fn random(tape: &mut Tape, region: &Region) -> Value {
    let mut request = complete(tape, region);
    if crate::support::answers::if_good(&request).is_none() {
        request.as_object_mut().unwrap().remove("year_to_date");
    }
    request
}

/// What is open in a page's case already is filled at random: holes are punched anew.
fn study<'r>(tape: &mut Tape, region: &'r Region, cases: &[Value]) -> Option<Study<'r>> {
    if cases.is_empty() || tape.one_in(3) {
        let request = random(tape, region);
        let holes = random_holes(tape, region, &request);
        return Study::of(tape, region, request, holes);
    }
    let case = &cases[tape.below(cases.len())];
    let mut request = varied(tape, case);
    let like = complete(tape, region);
    fill_what_is_open(&mut request, &like);
    let holes = random_holes(tape, region, &request);
    (crate::support::answers::if_good(&request).is_some()).then(|| Study::of(tape, region, request, holes))?
}

/// Facts, values and readings that a case leaves open become those of a complete request.
fn fill_what_is_open(request: &mut Value, like: &Value) {
    for key in ["facts", "entered", "readings"] {
        let filled = like[key].as_object().cloned().unwrap_or_default();
        let object = request.as_object_mut().unwrap().entry(key).or_insert_with(|| json!({}));
        for (name, value) in filled.into_iter().filter(|(name, _)| name != "birth_date" || key != "facts") {
            let slot = object.as_object_mut().unwrap().entry(name).or_insert(Value::Null);
            if slot.is_null() {
                *slot = value;
            }
        }
    }
    let facts_of = |place: usize| like["expenses"].as_array()?.get(place)?.get("facts")?.as_object().cloned();
    for (place, expense) in request["expenses"].as_array_mut().into_iter().flatten().enumerate() {
        let facts = expense["facts"].as_object_mut().unwrap();
        for (name, value) in facts_of(place).unwrap_or_default() {
            let is_part = ["self_paid", "advance", "third_party_amount", "third_party_liable"].contains(&name.as_str());
            let slot = facts.entry(name).or_insert(Value::Null);
            if slot.is_null() && !is_part {
                *slot = value;
            }
        }
        facts.retain(|_, value| !value.is_null());
    }
}

/// 2. Of numbers only some values are asked for: their ends are reached where every combination was.
fn end_not_reached(study: &Study) -> Option<String> {
    if !study.whole.tight || !study.full {
        return None;
    }
    study.end_not_reached()
}

/// 3.
fn not_conserved(study: &Study) -> Option<String> {
    let names = study.names();
    let at = |name: &str| names.iter().position(|known| known == name).unwrap();
    let (paid, own) = (at("totals/paid"), at("totals/out_of_pocket"));
    let billed = crate::support::answers::fen(&study.whole.totals.billed);
    let is_wrong = |low: i64, high: i64| low + high != billed || low < 0 || high < 0;
    let wrong = study.completions.iter().find(|c| {
        is_wrong(c.amounts[paid].low, c.amounts[own].high) || is_wrong(c.amounts[paid].high, c.amounts[own].low)
    });
    wrong.map(|completion| format!("NOT CONSERVED\n{}", study.shown(Some(completion))))
}

#[test]
fn the_ranges_of_every_mechanism_agree_with_plain_enumeration() {
    let (mut found, mut open, mut tight) = (Vec::new(), 0, 0);
    let only: String = setting("YIBAO_PAGE", String::new());
    for (number, page) in pages().iter().enumerate().filter(|(_, page)| page.name.contains(&only)) {
        let region = region_of(page);
        let cases = cases_file(page.cases.as_array().unwrap());
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let mut tape =
                Tape::Seeded(setting("YIBAO_SEED", 0) * 15_485_863 + number as u64 * 7_919 + round * 104_729);
            let Some(study) = study(&mut tape, &region, &cases) else { continue };
            open += u32::from(study.amounts.iter().any(|range| !range.is_exact()));
            tight += u32::from(study.whole.tight);
            let checks = [|study: &Study| study.outside(), end_not_reached, not_conserved];
            found.extend(checks.iter().find_map(|check| check(&study)).map(|what| format!("{}: {what}", page.name)));
        }
    }
    let shown: String = found.iter().take(8).map(|what| format!("{what}\n\n")).collect();
    assert!(found.is_empty(), "{} findings\n{shown}", found.len());
    println!("{open} requests were open, {tight} ranges tight");
    assert!(open > 50 || !only.is_empty(), "{open} requests were open");
}
