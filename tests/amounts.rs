//! Amounts with modifiers, in whole policies.
//!
//! 1. Every mistake in an amount is a problem at its place.
//! 2. Of random policies: every completion lies within the range, an answer narrows it, and with nothing open it is one amount.

use crate::support::answers::Range;
use crate::support::fragment::{cases_file, policy_file};
use crate::support::property::{Finding, holds, try_at_random};
use crate::support::random_amount::{self, names_in, unit_of};
use crate::support::tape::Tape;
use serde_json::{Map, Value, json};
use yibao::api::{self, wire::Answer};
use yibao::money::Money;
use yibao::policy::catalogue::Catalogue;

fn values() -> Value {
    json!({
        "d": {"unit": "money", "value": "500"}, "r": {"unit": "rate", "value": "0.80"},
        "n": {"unit": "count", "value": "3"}, "y": {"unit": "yes_no", "value": {"unpublished": {}}},
        "t": {"unit": "rate", "by": ["admission"], "table": {"1": "1", "2": "0.5"}}
    })
}

/// The problems of an amount that stands as a deductible, with their places below it.
fn problems(amount: &Value) -> Vec<String> {
    let used =
        json!({"rate": {"least": ["r", "t", {"value": "r", "times": "n"}]}, "when": {"value": "y", "is": "yes"}});
    let benefit = json!([{"deductible": "d"}, used, {"deductible": amount}]);
    let file = policy_file(&json!({"programmes": [{"id": "p", "values": values(), "benefit": benefit}]}));
    let report = Catalogue::default().add(&[&file.to_string()]).remove(0);
    let place = |path: &str| path.replace("/programmes/0/benefit/2/deductible", "");
    report.problems.iter().map(|problem| format!("{} {}", problem.code, place(&problem.path))).collect()
}

#[test]
fn a_mistake_in_an_amount_is_told_at_its_place() {
    let mistakes = [
        (json!("x"), vec!["unknown_name "]),
        (json!("r"), vec!["wrong_unit "]),
        (json!({"times": "r"}), vec!["not_one_of "]),
        (json!({"value": "d", "count": "days"}), vec!["not_one_of "]),
        (json!({"value": "d", "tims": "r"}), vec!["unknown_key /tims"]),
        (json!({"value": "r"}), vec!["wrong_unit /value"]),
        (json!({"value": "d", "times": "d"}), vec!["wrong_unit /times"]),
        (json!({"value": "r", "times": "r"}), vec!["wrong_unit /times"]),
        (json!({"value": "d", "plus": "r", "less": "n"}), vec!["wrong_unit /plus", "wrong_unit /less"]),
        (json!({"value": "d", "power": "n"}), vec!["wrong_unit /power"]),
        (json!({"value": "d", "every": "n"}), vec!["wrong_unit /every"]),
        (json!({"value": "d", "divided_by": "r"}), vec!["wrong_unit /divided_by"]),
        (json!({"value": "d", "times": {"value": "n", "divided_by": "n"}}), vec!["wrong_unit /times/divided_by"]),
        (json!({"value": "d", "own_share_times": "r"}), vec!["wrong_unit /own_share_times"]),
        (json!({"value": "d", "times": {"value": "r", "power": "r"}}), vec!["wrong_unit /times/power"]),
        (json!({"value": "d", "times": {"value": "r", "round": "yuan"}}), vec!["wrong_unit /times/round"]),
        (json!({"value": "d", "round": "up"}), vec!["not_a_choice /round"]),
        (json!({"value": "d", "times": {"count": "weeks"}}), vec!["unknown_fact /times/count"]),
        (json!({"value": "d", "times": {"count": "scheme"}}), vec!["wrong_fact_kind /times/count"]),
        (json!({"count": "days"}), vec!["wrong_unit /count"]),
        (json!({"counter": "c"}), vec!["unknown_name /counter"]),
        (json!({"part": "unpaid"}), vec!["not_a_choice /part"]),
        (json!({"value": "d", "times": {"part": "in_scope"}}), vec!["wrong_unit /times/part"]),
        (json!({"sum": []}), vec!["empty /sum"]),
        (json!({"sum": ["d", "r"]}), vec!["wrong_unit /sum/1"]),
        (
            json!({"greatest": ["d", {"value": "r", "when": {"fact": "x", "is": 1}}]}),
            vec!["unknown_fact /greatest/1/when/fact", "wrong_unit /greatest/1/value"],
        ),
        (json!({"value": "d", "when": {"fact": "retired", "is": true}}), vec!["needs_step /when"]),
        (json!([{"value": "d", "when": {"fact": "retired", "is": true}}]), vec!["needs_step "]),
        (json!([{"value": "d"}, {"value": "d"}]), vec!["needs_step "]),
        (json!([]), vec!["empty "]),
        (json!(5), vec!["not_a_string "]),
    ];
    for (amount, expected) in mistakes {
        let mut found = problems(&amount);
        found.sort();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(found, expected, "{amount}");
    }
    assert_eq!(
        problems(&json!({"value": "t", "times": "d", "plus": {"value": "d", "times": "n"}})),
        Vec::<String>::new()
    );
}

/// A second layer reckons by the year, an allowance without a bill: a part of one bill is of neither. A limit is of one bill, too.
#[test]
fn a_part_of_the_bill_is_for_what_reckons_by_the_bill() {
    let problems = |kind: &str, benefit: Value| {
        let values = json!({"d": {"unit": "money", "value": "500"}, "r": {"unit": "rate", "value": "0.80"}});
        let one = json!({"id": "p", "kind": kind, "fund": "critical_illness", "values": values, "benefit": benefit});
        let report = Catalogue::default().add(&[&policy_file(&json!({"programmes": [one]})).to_string()]).remove(0);
        report.problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    let part = json!({"part": "in_scope", "times": "r"});
    let limit = json!({"cap": "d", "per": "expense"});
    let base = json!({"base": "year_personal_share"});
    let second = |step: Value| problems("reimbursement", json!([base, {"deductible": "d"}, step]));
    assert_eq!(second(json!({"deductible": part})), ["needs_step"]);
    assert_eq!(second(json!({"cap": part, "per": "expense"})), Vec::<&str>::new());
    assert_eq!(problems("reimbursement", json!([{"base": "left"}, {"deductible": part}, limit])), Vec::<&str>::new());
    assert_eq!(problems("allowance", json!([{"allowance": part, "less": "d"}])), ["needs_step"]);
}

#[test]
fn a_step_that_does_not_hold_is_left_out() {
    let benefit = json!([{"deductible": "d", "when": {"fact": "retired", "is": false}}, {"rate": "r"}]);
    let file = policy_file(&json!({"programmes": [{"id": "p", "benefit": benefit,
        "values": {"d": {"unit": "money", "value": "500"}, "r": {"unit": "rate", "value": "0.80"}}}]}));
    let catalogue = catalogue(&file);
    let paid = |retired: Value| {
        paid(&catalogue, &whole(&json!({"facts": {"retired": retired}, "expenses": [{"total": "1000"}]})))
    };
    assert_eq!([paid(json!(true)).unwrap().low, paid(json!(false)).unwrap().low], [80_000, 40_000]);
    let open = paid(Value::Null).unwrap();
    assert_eq!((open.low, open.high), (40_000, 80_000));
}

/// Who is born later is younger: the least is paid where the rate is least and the birth latest.
#[test]
fn age_falls_as_the_birth_date_rises() {
    let benefit = json!([{"rate": {"value": "r", "plus": {"value": "a", "times": {"count": "age"}}}}]);
    let rate = json!({"unit": "rate", "value": {"unpublished": {"low": "0.50", "high": "0.75"}}});
    let file = policy_file(&json!({"programmes": [{"id": "p", "benefit": benefit,
        "values": {"r": rate, "a": {"unit": "rate", "value": "0.001"}}}]}));
    let open = paid(&catalogue(&file), &whole(&json!({"expenses": [{"total": "1000"}]}))).unwrap();
    assert_eq!((open.low, open.high), (50_000, 87_500));
}

fn catalogue(file: &Value) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let report = catalogue.add(&[&file.to_string()]).remove(0);
    assert!(report.problems.is_empty(), "{:?}\n{file}", report.problems);
    catalogue
}

fn whole(request: &Value) -> Value {
    let case = json!({"title": "", "request": request, "paid": []});
    cases_file(&[case]).remove(0)["request"].clone()
}

/// What is paid in all; none where the request is bad.
fn paid(catalogue: &Catalogue, request: &Value) -> Option<Range> {
    match api::estimate(&request.to_string(), &[], catalogue) {
        Answer::Estimate(estimate) => Some(Range::of(&estimate.totals.paid)),
        Answer::Failure(_) => None,
    }
}

/// What is paid in all, then by each fund.
fn amounts(catalogue: &Catalogue, request: &Value) -> Option<Vec<Range>> {
    match api::estimate(&request.to_string(), &[], catalogue) {
        Answer::Estimate(estimate) => {
            let funds = estimate.funds.iter().map(|fund| Range::of(&fund.paid));
            Some([Range::of(&estimate.totals.paid)].into_iter().chain(funds).collect())
        }
        Answer::Failure(_) => None,
    }
}

/// Whether every amount lies within the one at its place.
fn within(inner: &[Range], outer: &[Range]) -> bool {
    inner.iter().zip(outer).all(|(inner, outer)| outer.low <= inner.low && inner.high <= outer.high)
}

/// A random value, with the bounds in which it may be entered where it is not published.
fn value(tape: &mut Tape, unit: &str) -> Value {
    let number = |n: i64| match unit {
        "money" => json!(n.to_string()),
        "rate" => json!(format!("0.{n:03}")),
        _ => json!((n / 100).to_string()),
    };
    let (a, b) = (tape.between(0, 999), tape.between(0, 999));
    let open = json!({"unpublished": {"low": number(a.min(b)), "high": number(a.max(b))}});
    json!({"unit": unit, "value": if tape.one_in(2) { open } else { number(a) }})
}

fn random_file(tape: &mut Tape) -> Value {
    let mut benefit: Vec<Value> = (0..1 + tape.below(3)).map(|_| random_amount::bill_step(tape)).collect();
    // Two yearly deductibles with one name could not be told apart: `check` refuses them.
    let mut yearly = 0;
    benefit.retain(|step| {
        yearly += i32::from(step.get("deductible").is_some() && step.get("per").is_some());
        yearly < 2 || step.get("deductible").is_none()
    });
    let benefit = Value::Array(benefit);
    let values: Map<String, Value> =
        names_in(&benefit).into_iter().map(|name| (name.to_owned(), value(tape, unit_of(name)))).collect();
    let part = random_amount::PARTS[tape.below(random_amount::PARTS.len())];
    let least = json!({"value": "d", "times": "s"});
    let bornes = [
        least.clone(),
        json!({"sum": [{"part": part}, least]}),
        json!({"part": part, "times": "s", "plus": "d"}),
        json!({"part": part, "times": "s", "at_most": "d"}),
    ];
    let borne = bornes[tape.below(bornes.len())].clone();
    let rate = |tape: &mut Tape| json!({"unit": "rate", "value": format!("0.{:03}", tape.between(0, 999))});
    let second = json!({"id": "q", "fund": "assistance",
        "values": {"r": rate(tape), "s": rate(tape), "d": {"unit": "money", "value": tape.between(0, 500).to_string()}},
        "benefit": [{"base": "left"}, {"deductible": borne}, {"rate": "r"}]});
    policy_file(&json!({"programmes": [{"id": "p", "values": values, "benefit": benefit}, second]}))
}

/// A thing left open, and how it is filled at random.
type Hole<'a> = (String, Box<dyn Fn(&mut Tape) -> Value + 'a>);

fn facts_of_person() -> Vec<Hole<'static>> {
    vec![("birth_date".to_owned(), Box::new(|tape| json!(format!("{}-06-15", tape.between(1920, 2020)))))]
}

fn facts_of_expense(total: i64) -> Vec<Hole<'static>> {
    let yuan = move |tape: &mut Tape| json!(format!("{}.00", tape.between(0, total / 100)));
    let number =
        |name: &str, most: i64| -> Hole { (name.to_owned(), Box::new(move |tape| json!(tape.between(1, most)))) };
    vec![number("days", 30), number("admission", 4), number("months", 12), ("self_paid".to_owned(), Box::new(yuan))]
}

fn entered(file: &Value) -> Vec<Hole<'_>> {
    let values = file["programmes"][0]["values"].as_object().unwrap();
    let open = values.iter().filter_map(|(name, value)| {
        let bounds = value["versions"][0]["value"].get("unpublished")?;
        let [low, high] = ["low", "high"].map(|end| bounds[end].as_str().unwrap().replace("0.", "").parse().unwrap());
        let unit = value["unit"].as_str().unwrap();
        let fill = move |tape: &mut Tape| {
            let n: i64 = [low, high, tape.between(low, high)][tape.below(3)];
            json!(if unit == "rate" { format!("0.{n:03}") } else { n.to_string() })
        };
        Some((format!("990000/p/{name}"), Box::new(fill) as Box<dyn Fn(&mut Tape) -> Value>))
    });
    open.collect()
}

fn fill(request: &mut Value, tape: &mut Tape, file: &Value, one_in: usize) {
    for (name, fill) in facts_of_person() {
        if tape.one_in(one_in) && request["facts"].get(&name).is_none() {
            request["facts"][&name] = fill(tape);
        }
    }
    let total = Money::parse(request["expenses"][0]["total"].as_str().unwrap()).unwrap().to_fen();
    for (name, fill) in facts_of_expense(total) {
        if tape.one_in(one_in) && request["expenses"][0]["facts"].get(&name).is_none_or(Value::is_null) {
            request["expenses"][0]["facts"][&name] = fill(tape);
        }
    }
    for (name, fill) in entered(file) {
        if tape.one_in(one_in) && request["entered"].get(&name).is_none() {
            request["entered"][&name] = fill(tape);
        }
    }
}

fn ranges_hold(tape: &mut Tape) -> Finding {
    let file = random_file(tape);
    let catalogue = catalogue(&file);
    let total = tape.between(0, 300_000);
    let mut request = whole(
        &json!({"entered": {}, "expenses": [{"total": format!("{}.{:02}", total / 100, total % 100), "facts": {"admission": null, "self_paid": null}}]}),
    );
    fill(&mut request, tape, &file, 2);
    let Some(open) = amounts(&catalogue, &request) else { return Ok(()) };
    for _ in 0..8 {
        let mut part = request.clone();
        fill(&mut part, tape, &file, 3);
        let narrower = amounts(&catalogue, &part).unwrap();
        let says = |what: &str| format!("{what}: {narrower:?} of {part}\nin {open:?} of {request}\nby {file}");
        holds(within(&narrower, &open), || says("an answer widens"))?;
        fill(&mut part, tape, &file, 1);
        let point = amounts(&catalogue, &part).unwrap();
        let says =
            |what: &str| format!("{what}: {point:?} of {part}\nin {narrower:?} and {open:?} of {request}\nby {file}");
        holds(point.iter().copied().all(Range::is_exact), || says("is open though everything is known"))?;
        holds(within(&point, &narrower), || says("lies outside"))?;
    }
    Ok(())
}

#[test]
fn ranges_of_random_amounts_hold_every_completion() {
    for seed in 0..5 {
        let found = try_at_random(40, seed, 1500, ranges_hold);
        assert!(found.is_ok(), "{}", found.unwrap_err());
    }
}
