//! The typical range: what completions give in which everything open lies in its typical domain.
//!
//! 1. low ≤ typical.low ≤ likely ≤ typical.high ≤ high; it is there exactly where low < high.
//! 2. It conserves crosswise: billed = typical paid, least, + typical out of pocket, most, and the other way round.
//! 3. Every completion within typical domains lies inside, and its ends are reached where they can be.
//! 4. What is assumed is told with its reason, in the order of questions, and nothing else is.
//! 5. `narrows_typical` is what brute force finds; no typical answer narrows by less.
//! 6. A file that calls something typical which is not is refused.

use crate::support::analysis::{Study, random_holes};
use crate::support::answers::{ask, each_amount, estimate, fen};
use crate::support::holes::{Fillings, Hole, candidates, fillings, given_fen, on_grid};
use crate::support::regions::{Region, regions};
use crate::support::requests::{complete, rate, yuan};
use crate::support::tape::Tape;
use crate::support::{catalogue, setting};
use serde_json::{Value, json};
use yibao::api;
use yibao::api::wire::{Amount, Estimate};
use yibao::policy::catalogue::Catalogue;
use yibao::request::Ends;

/// How many random requests of each region are studied.
const ROUNDS: u64 = 5;

fn each_study(salt: u64, check: impl Fn(&Study) -> Option<String>) {
    let mut found = Vec::new();
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + salt * 1_000_003;
            let mut tape = Tape::Seeded(seed + place as u64 * 7_919 + round * 104_729);
            let request = complete(&mut tape, region);
            let mut holes = holes(&mut tape, region, &request, round);
            // Usually a deductible elsewhere is that at home, which is no number that could be entered.
            holes.retain(|hole| *hole != Hole::Value("000000/out-of-area/deductible".into()));
            let study = Study::filled_by(&mut tape, region, request, holes, &typical_fillings);
            found.extend(study.as_ref().and_then(&check));
        }
    }
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found[..found.len().min(8)].join("\n\n"));
}

/// Random holes, and every third time the bill with up to three values: those are what files call typical.
fn holes(tape: &mut Tape, region: &Region, request: &Value, round: u64) -> Vec<Hole> {
    let values: Vec<Hole> =
        candidates(region, request).into_iter().filter(|hole| matches!(hole, Hole::Value(_) | Hole::Bill(0))).collect();
    if !round.is_multiple_of(3) || values.is_empty() {
        return random_holes(tape, region, request);
    }
    let mut holes: Vec<Hole> = Vec::new();
    for _ in 0..4 {
        let hole = tape.pick(&values);
        if !holes.contains(hole) {
            holes.push(hole.clone());
        }
    }
    holes
}

/// Ways to fill a hole within its typical domain, by the files alone.
fn typical_fillings(tape: &mut Tape, region: &Region, request: &Value, hole: &Hole) -> Fillings {
    let one = |value: Value| Fillings { fills: vec![vec![value]], complete: true, numeric: false };
    match hole {
        Hole::Person(fact) if ["hardship", "conditions"].contains(&fact.as_str()) => one(json!([])),
        Hole::Reading(id) => {
            let all = region.described["readings"].as_array().unwrap();
            one(all.iter().find(|reading| reading["id"] == id.as_str()).unwrap()["preferred"].clone())
        }
        Hole::Value(id) => value_fillings(region, id).unwrap_or_else(|| fillings(tape, region, request, hole)),
        Hole::Bill(place) => {
            let [low, high] = parts_of_bill(request, *place).unwrap_or([0, bill(request, *place)]);
            numbers(low, high, |sum| {
                let advance = sum / 3;
                vec![json!(yuan(sum - advance)), json!(yuan(advance))]
            })
        }
        Hole::Expense(place, fact) if fact == "self_paid" || fact == "advance" => {
            let other = if fact == "self_paid" { "advance" } else { "self_paid" };
            let other = given_fen(&request["expenses"][place]["facts"][other]).unwrap();
            match parts_of_bill(request, *place) {
                None => fillings(tape, region, request, hole),
                Some(ends) => {
                    let [low, high] = ends.map(|end| (end - other).max(0));
                    numbers(low, high, |amount| vec![json!(yuan(amount))])
                }
            }
        }
        _ => fillings(tape, region, request, hole),
    }
}

fn bill(request: &Value, place: usize) -> i64 {
    given_fen(&request["expenses"][place]["total"]).unwrap_or(0)
}

/// From … to … fen of the bill, by service.
fn parts_of_bill(request: &Value, place: usize) -> Option<[i64; 2]> {
    let total = bill(request, place);
    match request["expenses"][place]["service"].as_str().unwrap() {
        "inpatient" => Some([total * 6 / 100, (total * 24 + 99) / 100]),
        "home_care" | "institutional_care" => None,
        _ => Some([0, (total * 20 + 99) / 100]),
    }
}

/// Both ends, and the middle.
fn numbers(low: i64, high: i64, fill: impl Fn(i64) -> Vec<Value>) -> Fillings {
    let mut all = vec![low, high, low.midpoint(high)];
    all.dedup();
    Fillings { fills: all.into_iter().map(fill).collect(), complete: low == high, numeric: low < high }
}

/// What the versions of a value call typical, else what they suggest; none where one of them says neither.
fn value_fillings(region: &Region, id: &str) -> Option<Fillings> {
    let rows = region.described["values"].as_array().unwrap();
    let row = rows.iter().find(|row| row["id"] == id).unwrap();
    let unit = row["unit"].as_str().unwrap();
    if unit == "yes_no" {
        return None;
    }
    let open = row["versions"].as_array().unwrap().iter().filter(|version| version["status"] == "unpublished");
    let mut ends: Vec<i64> = Vec::new();
    for version in open {
        let typical = version["typical"].as_object();
        let suggested = version["suggested"].as_array().unwrap();
        let texts: Vec<&Value> =
            typical.map_or(suggested.iter().collect(), |typical| vec![&typical["low"], &typical["high"]]);
        let places = if unit == "money" { 2 } else { 6 };
        ends.extend(texts.iter().map(|text| on_grid(text.as_str().unwrap(), places)));
        if texts.is_empty() {
            return None;
        }
    }
    let text = |number: i64| if unit == "money" { yuan(number) } else { rate(number) };
    Some(numbers(*ends.iter().min()?, *ends.iter().max()?, |number| vec![json!(text(number))]))
}

fn amounts_of(estimate: &Estimate) -> Vec<Amount> {
    let mut all = Vec::new();
    each_amount(estimate, &mut |_, amount| all.push(*amount));
    all
}

/// 1.
fn disorder(study: &Study) -> Option<String> {
    for (name, amount) in study.names().iter().zip(amounts_of(&study.whole)) {
        let Amount { low, likely, high, typical } = amount;
        let ordered = match typical {
            None => low == high,
            Some(Ends { low: from, high: to }) => {
                let around = likely.is_none_or(|likely| from <= likely && likely <= to);
                low < high && low <= from && from <= to && to <= high && around
            }
        };
        if !ordered {
            return Some(format!("ORDER {name}: {amount:?}\n{}", study.shown(None)));
        }
    }
    None
}

/// The ends of what is typical; of an exact amount, both are it.
fn typical(amount: &Amount) -> [i64; 2] {
    let Ends { low, high } = amount.typical.unwrap_or(Ends { low: amount.low, high: amount.high });
    [low.to_fen(), high.to_fen()]
}

/// 2.
fn lost(study: &Study) -> Option<String> {
    let conserved = |billed: i64, paid: &Amount, own: &Amount| {
        let ([least, most], [own_least, own_most]) = (typical(paid), typical(own));
        least + own_most == billed && most + own_least == billed
    };
    let whole = &study.whole;
    let of_all = conserved(fen(&whole.totals.billed), &whole.totals.paid, &whole.totals.out_of_pocket);
    let of_each = whole.expenses.iter().all(|expense| {
        let slip = &expense.slip;
        conserved(slip.medfee_sumamt.low.to_fen(), &slip.fund_pay_sumamt, &expense.out_of_pocket)
    });
    (!of_all || !of_each).then(|| format!("LOST {}", study.shown(None)))
}

/// 3.
fn outside(study: &Study) -> Option<String> {
    let amounts = amounts_of(&study.whole);
    for completion in &study.completions {
        for ((name, amount), inner) in study.names().iter().zip(&amounts).zip(&completion.amounts) {
            let [low, high] = typical(amount);
            if inner.low < low || high < inner.high {
                return Some(format!("OUTSIDE {name}: {inner:?} of {amount:?}\n{}", study.shown(Some(completion))));
            }
        }
    }
    None
}

/// 3. With one number open and no second layer, its ends give the ends.
fn not_reached(study: &Study) -> Option<String> {
    let is_simple = study.holes.len() == 1 && study.whole.expenses.len() == 1 && study.has_every_corner;
    let excused = !study.whole.tight || !study.whole.totals.not_counted.is_empty();
    if !is_simple || excused || study.request.get("year_to_date").is_some() {
        return None;
    }
    let numeric = study.fillings[0].numeric || study.fillings[0].complete;
    // The parts of a bill that are out of scope are filled in one way only.
    let names =
        study.names().into_iter().enumerate().filter(|(_, name)| !name.contains("fulamt") && !name.contains("presel"));
    for (place, name) in names.filter(|_| numeric) {
        let amount = amounts_of(&study.whole)[place];
        let low = study.completions.iter().map(|c| c.amounts[place].low).min().unwrap();
        let high = study.completions.iter().map(|c| c.amounts[place].high).max().unwrap();
        if [low, high] != typical(&amount) {
            return Some(format!("NOT REACHED {name}: {low} to {high} of {amount:?}\n{}", study.shown(None)));
        }
    }
    None
}

/// 5. The two parts of a bill out of scope are answered together.
fn wrong_narrows(study: &Study) -> Option<String> {
    let [low, high] = typical(&study.whole.totals.paid);
    for (place, hole) in study.holes.iter().enumerate() {
        let names = hole.names(&study.request);
        let Some(question) = study.whole.questions.iter().find(|q| names.contains(&q.unknown)) else { continue };
        let Some(narrows) = question.narrows_typical.as_deref().map(fen) else {
            let within_budget = study.full && study.whole.tight;
            return Some(format!("NARROWS null for {names:?}\n{}", study.shown(None))).filter(|_| within_budget);
        };
        let brute = high - low - study.widest_after(place);
        if narrows > brute || (study.full && narrows < brute) {
            return Some(format!("NARROWS {names:?}: {narrows}, not {brute}\n{}", study.shown(None)));
        }
    }
    None
}

#[test]
fn the_typical_range_agrees_with_plain_enumeration() {
    let checks = [disorder, lost, outside, not_reached, wrong_narrows];
    each_study(3, |study| checks.iter().find_map(|check| check(study)));
}

#[test]
fn amounts_alone_tell_it_too() {
    let request = bill_alone(json!({}));
    let told = serde_json::to_value(api::estimate_amounts(&request.to_string(), &[], catalogue())).unwrap();
    let whole = serde_json::to_value(ask(&request)).unwrap();
    assert!(told["totals"]["paid"]["typical"].is_object(), "{told}");
    assert_eq!((&told["totals"], &told["expenses"]), (&whole["totals"], &whole["expenses"]));
    assert_eq!(told["assumed"], json!([]));
}

/// A stay in Zoucheng of which only the whole bill and the level are known.
fn bill_alone(facts: Value) -> Value {
    let mut own = json!({"facility_level": "2"});
    own.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    json!({
        "region": "370883", "asked_on": "2025-06-01", "facts": {"scheme": "resident", "birth_date": "1980-01-01"},
        "expenses": [{"id": "a", "service": "inpatient", "date": "2025-05-01", "total": "10000", "facts": own}]
    })
}

fn assumed(request: &Value) -> Vec<(String, &'static str, Value)> {
    let of = |a: yibao::api::wire::Assumed| (a.unknown, a.kind, serde_json::to_value(a.value).unwrap());
    estimate(request).assumed.into_iter().map(of).collect()
}

/// 4.
///
/// Of the frame's values only those are told that what is typical rests on: nobody is taken to be in hardship, so nothing of
/// medical assistance. The interval by hand: at a suggested deductible of 500.00 and rates of 0.70 to 0.75, 7,600.00 to 9,400.00 in scope.
#[test]
fn what_is_typical_is_told_with_its_reason() {
    let answer = estimate(&bill_alone(json!({})));
    assert_eq!(typical(&answer.totals.paid), [(760_000 - 50_000) * 70 / 100, (940_000 - 50_000) * 75 / 100]);
    let parts = answer.assumed.iter().find(|assumed| assumed.unknown == "a/self_paid").unwrap();
    let source = "000000/vocabulary/parts-2019";
    assert_eq!(
        (parts.why.id.as_str(), parts.source.as_deref()),
        ("000000/vocabulary/self_paid/inpatient", Some(source))
    );
    assert_eq!(answer.sources.last().unwrap().id, source);
    let words = serde_json::to_value(api::describe("370883", catalogue())).unwrap();
    assert!(answer.assumed.iter().all(|a| !a.why.id.contains('/') || words["words"][&a.why.id].is_object()));
    assert_eq!(
        assumed(&bill_alone(json!({}))),
        [
            ("hardship".into(), "typical", json!([])),
            ("a/self_paid".into(), "typical", json!({"low": "600.00", "high": "2400.00"})),
            (
                "000000/resident-critical-illness/deductible-share".into(),
                "typical",
                json!({"low": "0.50", "high": "0.50"})
            ),
            (
                "000000/resident-critical-illness/income".into(),
                "typical",
                json!({"low": "43377.00", "high": "43377.00"})
            ),
            ("370883/resident-inpatient/deductible@2".into(), "typical", json!({"low": "500.00", "high": "500.00"})),
            ("370883/resident-inpatient/rate@2".into(), "typical", json!({"low": "0.70", "high": "0.75"})),
            ("a/out_of_area".into(), "assumption", json!("no")),
            ("a/third_party_liable".into(), "assumption", json!(false)),
        ]
    );
}

/// 5.
///
/// By hand: 7,600.00 to 9,400.00 in scope, less 500.00, at 0.70 to 0.75 is a width of 1,705.00; once both parts are known, it is
/// at most 8,900.00 × 0.05.
#[test]
fn parts_of_a_bill_narrow_together() {
    let usual = |facts: Value| {
        let answer = estimate(&bill_alone(facts));
        let of =
            |name: &str| answer.questions.iter().find(|question| question.unknown == name)?.narrows_typical.clone();
        (of("a/self_paid"), of("a/advance"))
    };
    let both = Some("1260.00".to_string());
    assert_eq!(usual(json!({})), (both.clone(), both));
    assert_eq!(usual(json!({"self_paid": null})), (None, Some("0.00".into())));
}

/// 4.
#[test]
fn what_is_known_is_not_assumed() {
    let mut request = bill_alone(json!({
        "self_paid": "500", "advance": "0", "out_of_area": "no", "third_party_liable": false
    }));
    request["facts"]["hardship"] = json!(["orphan"]);
    request["entered"] =
        json!({"370883/resident-inpatient/deductible@2": "400", "370883/resident-inpatient/rate@2": "0.9"});
    let told = assumed(&request);
    let is_of_the_frame = |unknown: &String| unknown.starts_with("000000/");
    assert!(told.iter().all(|(unknown, ..)| is_of_the_frame(unknown)), "{told:?}");
}

/// 4. "I don't know" keeps what is typical, and takes nothing else for granted.
#[test]
fn dont_know_lifts_an_assumption() {
    let told = assumed(&bill_alone(json!({"self_paid": null, "out_of_area": null, "third_party_liable": null})));
    assert!(told.iter().any(|(unknown, ..)| unknown == "a/self_paid"), "{told:?}");
    assert!(told.iter().all(|(_, kind, _)| *kind == "typical"), "{told:?}");
}

/// 4. A part that is given is taken off what both are typically; beyond that, nothing more is expected.
#[test]
fn a_given_part_counts_against_both() {
    let own = |self_paid: &str| {
        let told = assumed(&bill_alone(json!({"self_paid": self_paid})));
        told.into_iter().find(|(unknown, ..)| unknown == "a/advance").map(|(.., value)| value)
    };
    assert_eq!(own("1000"), Some(json!({"low": "0.00", "high": "1400.00"})));
    assert_eq!(own("500"), Some(json!({"low": "100.00", "high": "1900.00"})));
    assert_eq!(own("9000"), Some(json!({"low": "0.00", "high": "0.00"})));
}

/// 4. Past infancy is assumed only where it changes something: cover matters to residents.
#[test]
fn past_infancy_is_assumed_where_it_matters() {
    let told = |scheme: &str| {
        let mut request = bill_alone(json!({"self_paid": "0", "advance": "0"}));
        request["facts"] = json!({"scheme": scheme});
        assumed(&request).into_iter().find(|(unknown, kind, _)| unknown == "birth_date" && *kind == "assumption")
    };
    let days = json!({"low": "1900-01-01", "high": "2024-05-01"});
    assert_eq!(told("resident").map(|(.., value)| value), Some(days));
    assert_eq!(told("employee"), None);
}

/// A file with one programme of these values and steps.
fn file(values: Value, benefit: Value) -> String {
    let words = json!({"zh": "甲", "en": "A"});
    let programme = json!({
        "id": "p", "kind": "reimbursement", "fund": "basic", "strength": "right", "services": ["inpatient", "outpatient"],
        "name": words, "clause": words, "sources": ["S"], "benefit": benefit, "values": values
    });
    let sources = json!({"S": {"title": "t", "publisher": "p", "date": "2025", "status": "reported"}});
    json!({"format": 1, "region": "990000", "name": words, "sources": sources, "programmes": [programme]}).to_string()
}

fn value(unit: &str, unpublished: Value) -> Value {
    let words = json!({"zh": "甲", "en": "A"});
    json!({"unit": unit, "words": words, "versions": [{"value": {"unpublished": unpublished}}]})
}

/// Two ends in fen or millionths, as texts.
fn two_ends(tape: &mut Tape, most: i64, text: fn(i64) -> String) -> [String; 2] {
    let low = tape.between(0, most);
    [low, tape.between(low, most)].map(text)
}

/// Of a random policy whose values are called typical between two ends: each moves the amount one way, so that the ends of
/// the typical range are those of the corners, and nothing between lies outside.
#[test]
fn the_corners_of_what_is_typical_are_its_ends() {
    for seed in 0..60 {
        let tape = &mut Tape::Seeded(seed * 7_919 + 1);
        let (deductible, cap) = (two_ends(tape, 300_000, yuan), two_ends(tape, 2_000_000, yuan));
        let share = two_ends(tape, 1_000_000, rate);
        let open = |unit, ends: &[String; 2]| {
            value(unit, json!({"typical": {"low": ends[0], "high": ends[1], "source": "S"}}))
        };
        let values = json!({"d": open("money", &deductible), "r": open("rate", &share), "c": open("money", &cap)});
        let steps = json!([{"deductible": "d", "per": "expense"}, {"rate": "r"}, {"cap": "c", "per": "expense"}]);
        let mut catalogue = Catalogue::default();
        assert_eq!(catalogue.add(&[&file(values, steps)])[0].problems, []);
        let total = tape.between(0, 3_000_000);
        let service = if tape.one_in(2) { "inpatient" } else { "outpatient" };
        let expense = json!({"id": "a", "service": service, "date": "2025-05-01", "total": yuan(total)});
        let mut request = json!({"region": "990000", "asked_on": "2025-06-01", "facts": {"scheme": "employee"}, "expenses": [expense]});
        let paid = |request: &Value| match api::estimate(&request.to_string(), &[], &catalogue) {
            api::wire::Answer::Estimate(estimate) => estimate.totals.paid,
            api::wire::Answer::Failure(failure) => panic!("{failure:?}"),
        };
        let whole = paid(&request);
        let parts = parts_of_bill(&request, 0).unwrap().map(yuan);
        let mut found = Vec::new();
        for corner in 0..16 {
            let end = |place: usize| (corner >> place) & 1;
            request["entered"] =
                json!({"990000/p/d": deductible[end(0)], "990000/p/r": share[end(1)], "990000/p/c": cap[end(2)]});
            request["expenses"][0]["facts"] = json!({"self_paid": parts[end(3)], "advance": "0"});
            let exact = paid(&request);
            assert_eq!(exact.low, exact.high, "{request}");
            found.push(exact.low.to_fen());
        }
        assert_eq!(typical(&whole), [*found.iter().min().unwrap(), *found.iter().max().unwrap()], "{request}");
    }
}

fn problems(unpublished: Value) -> Vec<(String, String)> {
    let at = "/programmes/0/values/r/versions/0/value/unpublished";
    let read = Catalogue::default().add(&[&file(json!({"r": value("rate", unpublished)}), json!([{"rate": "r"}]))]);
    let all = read.into_iter().flat_map(|added| added.problems).map(|p| (p.code.to_owned(), p.path.replace(at, "")));
    all.collect()
}

/// 6.
#[test]
fn a_typical_interval_holds_the_suggestions_and_lies_in_the_bounds() {
    let typical = |low: &str, high: &str| json!({"low": low, "high": high, "source": "S"});
    let refused = |code: &str, path: &str| vec![(code.to_owned(), path.to_owned())];
    let with = |typical: Value| {
        problems(json!({"low": "0.5", "high": "0.9", "suggested": ["0.6", "0.7"], "typical": typical}))
    };
    assert_eq!(with(typical("0.6", "0.7")), []);
    assert_eq!(with(json!({"source": "S"})), []);
    for bad in [typical("0.65", "0.8"), typical("0.4", "0.8"), typical("0.6", "0.95"), typical("0.8", "0.6")] {
        assert_eq!(with(bad), refused("bad_bounds", "/typical"));
    }
    assert_eq!(with(json!({"low": "0.6", "high": "0.7", "source": "X"})), refused("unknown_source", "/typical/source"));
    assert_eq!(with(json!({"low": "0.6", "high": "0.7"})), refused("untraceable", "/typical"));
    let noted = json!({"typical": {"low": "0.6", "high": "0.7"}, "note": {"zh": "甲", "en": "A"}});
    assert_eq!(problems(noted), []);
}
