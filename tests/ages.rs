//! An age instead of a birth date: every answer against those of all birth dates that the age leaves.
//!
//! 1. Every amount of every birth date lies in the range, and the typical range in it; a verdict is that of all of them.
//! 2. Both ends are reached, where the answer says so.
//! 3. `birth_date` is missing where two birth dates make a difference, and else it is not; `age` never is.
//! 4. The request of each end of an amount has exactly that amount, with a birth date of that age.
//! 5. A way leads where it says, by a birth date instead of the age.

use crate::support::analysis::{Completion, Study, random_holes};
use crate::support::answers::{each_amount, estimate, failure, fen, if_good, shown};
use crate::support::around::{alternatives, extremes, list, text};
use crate::support::holes::Hole;
use crate::support::regions::regions;
use crate::support::requests::{complete, date};
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};

/// How many random requests of each region are studied.
const ROUNDS: u64 = 6;

type Wrong = Option<String>;

#[test]
fn an_age_is_every_birth_date_that_it_leaves() {
    let (mut found, mut open, mut exact) = (Vec::new(), 0, 0);
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + 67 + place as u64 * 7_919 + round * 104_729;
            let Some(study) = study(&mut Tape::Seeded(seed), region) else { continue };
            let is_open = study.whole.programmes.iter().any(|p| p.missing.iter().any(|name| name == "birth_date"));
            open += usize::from(is_open);
            exact += usize::from(!is_open);
            found.extend(wrong(&study));
        }
    }
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found[..found.len().min(8)].join("\n\n"));
    assert!(open > 5 && exact > 20, "looked at too little: {open} open, {exact} exact");
}

/// A request with an age, and in every third with another hole beside it.
fn study<'r>(tape: &mut Tape, region: &'r crate::support::regions::Region) -> Option<Study<'r>> {
    let mut request = complete(tape, region);
    request["expenses"].as_array_mut().unwrap().truncate(2);
    request["facts"]["birth_date"].as_str()?;
    if_good(&request)?;
    let mut holes = vec![Hole::Age];
    if tape.one_in(3) {
        let other = random_holes(tape, region, &request).into_iter().find(|h| *h != Hole::Person("birth_date".into()));
        holes.extend(other);
    }
    Study::of(tape, region, request, holes)
}

fn wrong(study: &Study) -> Wrong {
    let checks = [|study: &Study| study.outside(), verdict_undone, not_typical, not_reached, wrong_missing];
    checks.iter().find_map(|check| check(study))
}

/// 1.
fn verdict_undone(study: &Study) -> Wrong {
    let undone = |completion: &&Completion| {
        let mut pairs = study.verdicts.iter().zip(&completion.verdicts);
        pairs.any(|(whole, inner)| *whole != "undetermined" && whole != inner)
    };
    study.completions.iter().find(undone).map(|completion| format!("UNDONE {}", study.shown(Some(completion))))
}

/// 1. Nothing is typical of a birth date: where it alone is open, the typical range is the range.
fn not_typical(study: &Study) -> Wrong {
    let mut wrong = None;
    each_amount(&study.whole, &mut |name, amount| {
        let is_range = amount.typical.is_none_or(|typical| (typical.low, typical.high) == (amount.low, amount.high));
        if study.holes.len() == 1 && !is_range {
            wrong = Some(format!("TYPICAL {}: {amount:?}\n{}", name(), study.shown(None)));
        }
    });
    wrong
}

/// 2.
fn not_reached(study: &Study) -> Wrong {
    if study.whole.tight && study.full { study.end_not_reached() } else { None }
}

/// 3.
fn wrong_missing(study: &Study) -> Wrong {
    let names = |name: &str| {
        let asked = study.whole.questions.iter().any(|question| question.unknown == name);
        asked || study.whole.programmes.iter().any(|programme| programme.missing.iter().any(|missing| missing == name))
    };
    let differ = |a: &Completion, b: &Completion| a.amounts != b.amounts || a.verdicts != b.verdicts;
    let is_wrong = names("age") || (study.full && names("birth_date") != study.matters(0, differ));
    is_wrong.then(|| format!("MISSING {}", study.shown(None)))
}

/// A child in Zoucheng after an accident: only who is under 18 is paid for.
fn accident(age: i64, day: &str) -> Value {
    json!({
        "region": "370883", "asked_on": "2025-06-01", "facts": {"age": age, "scheme": "resident", "student": false},
        "expenses": [{"id": "e1", "service": "accident_outpatient", "date": day, "total": "1000.00",
            "facts": {"self_paid": "0.00", "advance": "0.00", "third_party_liable": false}}],
    })
}

const ACCIDENT: &str = "370883/accident-outpatient";

/// What the accident programme pays: later layers may be open for causes of their own.
fn paid(request: &Value) -> (i64, i64) {
    let paid = estimate(request).programmes.iter().find(|p| p.id == ACCIDENT).unwrap().paid;
    (paid.low.to_fen(), paid.high.to_fen())
}

#[test]
fn on_the_day_asked_an_age_is_exact_and_on_another_day_where_all_birth_dates_agree() {
    assert_eq!(paid(&accident(17, "2025-06-01")), (80_000, 80_000));
    assert_eq!(paid(&accident(18, "2025-06-01")), (0, 0));
    // Half a year ago, who is 18 today may have been 17; who is 19 was not.
    assert_eq!(paid(&accident(18, "2024-12-01")), (0, 80_000));
    assert_eq!(paid(&accident(19, "2024-12-01")), (0, 0));
    // In half a year, who is 17 today may be 18.
    assert_eq!(paid(&accident(17, "2025-12-01")), (0, 80_000));
}

#[test]
fn each_end_has_a_request_with_a_birth_date_of_that_age() {
    let request = accident(18, "2024-12-01");
    let told = extremes(&request, ACCIDENT);
    for (end, fens) in [("low", 0), ("high", 80_000)] {
        let reached = &told[end]["request"];
        assert_eq!(fen(text(&told[end]["amount"])), fens, "{told}");
        assert_eq!(paid(reached), (fens, fens), "{reached}");
        let born = date(text(&reached["facts"]["birth_date"]));
        assert_eq!((date("2025-06-01").years_since(born), &reached["facts"]["age"]), (18, &json!(18)));
    }
}

#[test]
fn a_way_gives_a_birth_date_in_place_of_the_age() {
    let mut request = accident(40, "2025-06-01");
    let told = alternatives(&request);
    let accident = list(&told["programmes"]).iter().find(|p| text(&p["id"]) == ACCIDENT).unwrap();
    let of_birth = |way: &&Value| way["changes"][0]["unknown"] == "birth_date";
    let change = &list(&accident["ways"]).iter().find(of_birth).unwrap()["changes"][0];
    assert_eq!(change["from"], Value::Null, "{accident}");
    request["facts"] = json!({"birth_date": change["value"], "scheme": "resident", "student": false});
    assert_eq!(paid(&request), (80_000, 80_000));
    assert_eq!(text(&change["among"]["at_least"]), "2007-06-02");
}

#[test]
fn who_does_not_know_the_age_is_not_asked_for_the_birth_date_and_may_be_an_infant() {
    let mut request = accident(17, "2025-06-01");
    let asked = |request: &Value| estimate(request).questions.iter().any(|question| question.unknown == "birth_date");
    request["facts"]["age"] = Value::Null;
    assert!(!asked(&request));
    request["facts"].as_object_mut().unwrap().remove("age");
    assert!(asked(&request));
    // An age of nothing leaves the enrolment open, an age of five does not.
    let missing = |age: i64| {
        let estimate = estimate(&accident(age, "2025-06-01"));
        estimate.programmes.iter().any(|p| p.missing.iter().any(|name| name == "enrolled_and_paid_on"))
    };
    assert_eq!([0, 5].map(missing), [true, false]);
}

#[test]
fn an_age_at_odds_with_other_dates_is_a_problem() {
    let with = |facts: Value| {
        let mut request = accident(18, "2024-12-01");
        request["facts"] = facts;
        shown(&failure(&request.to_string()))
    };
    let birth = |born: &str| with(json!({"age": 18, "birth_date": born}));
    assert_eq!(birth("2006-06-01"), "age_at_odds at \"/facts/age\"");
    assert_eq!(birth("2007-06-02"), "age_at_odds at \"/facts/age\"");
    assert_eq!(birth("2026-01-01").matches("age").count(), 0, "a birth to come is the problem");
    let good = |born: &str| {
        paid(&json!({"region": "370883", "asked_on": "2025-06-01", "facts": {"age": 18, "birth_date": born}}))
    };
    assert_eq!(["2006-06-02", "2007-06-01"].map(good), [(0, 0); 2]);
    // Before every birth of that age.
    assert_eq!(
        with(json!({"age": 0, "enrolled_and_paid_on": "2024-06-01"})),
        "enrolment_before_birth at \"/facts/enrolled_and_paid_on\""
    );
    let mut early = accident(0, "2024-06-01");
    assert_eq!(shown(&failure(&early.to_string())), "expense_before_birth at \"/expenses/0/date\"");
    early["expenses"][0]["date"] = json!("2024-06-02");
    estimate(&early);
    assert_eq!(with(json!({"age": 151})), "out_of_range at \"/facts/age\"");
    assert_eq!(with(json!({"age": "67"})), "not_a_whole_number at \"/facts/age\"");
}
