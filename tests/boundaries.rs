//! What makes no difference: the order of equal expenses, where a bill is cut, what other years held.
//!
//! 1. Equal expenses may stand in any order: each place is paid the same.
//! 2. A bill may be cut in two on its day where everything counts by the year: both parts together are paid the same. The
//!    amounts are such that no payment is rounded.
//! 3. What lies in another year changes nothing: each year's expenses alone are paid the same, but by the personal account,
//!    which is one balance for all years.

use crate::support::answers::{Range, amounts, estimate};
use crate::support::fragment::{REGION, policy_file};
use crate::support::property::{Finding, for_all, holds, try_at_random};
use crate::support::regions::Region;
use crate::support::requests::{complete, yuan};
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use yibao::api::wire::{Answer, Estimate};
use yibao::policy::catalogue::Catalogue;

const CASES: u32 = 20;

fn expenses(request: &mut Value) -> &mut Vec<Value> {
    request["expenses"].as_array_mut().unwrap()
}

/// The amounts of a place, in the order in which the expenses are given.
fn places(answer: &Estimate) -> Vec<(Range, Range)> {
    answer.expenses.iter().map(|e| (Range::of(&e.slip.fund_pay_sumamt), Range::of(&e.out_of_pocket))).collect()
}

/// 1.
#[test]
fn equal_expenses_may_stand_in_any_order() {
    for_all(CASES, |tape, region| {
        let mut request = complete(tape, region);
        let Some(mut twin) = expenses(&mut request).first().cloned() else { return Ok(()) };
        twin["id"] = json!("a-twin");
        expenses(&mut request).push(twin.clone());
        let mut turned = request.clone();
        let last = expenses(&mut turned).len() - 1;
        expenses(&mut turned)[0]["id"] = json!("a-twin");
        expenses(&mut turned)[last]["id"] = request["expenses"][0]["id"].clone();
        let (one, other) = (estimate(&request), estimate(&turned));
        holds(places(&one) == places(&other), || format!("by names, not by places: {request}"))?;
        let totals = |answer: &Estimate| (Range::of(&answer.totals.paid), Range::of(&answer.totals.out_of_pocket));
        holds(totals(&one) == totals(&other), || format!("other totals: {request}"))
    });
}

/// A programme whose deductible is of a year, and mostly its limit too.
fn yearly(tape: &mut Tape) -> Value {
    let whole = |tape: &mut Tape, most| yuan(10_000 * tape.between(0, most));
    let mut programme = json!({
        "id": "inpatient",
        "benefit": [{"deductible": "deductible", "per": "year"}, {"rate": "rate"}],
        "values": {
            "deductible": {"unit": "money", "value": whole(tape, 30)},
            "rate": {"unit": "rate", "value": format!("0.{}", tape.between(10, 99))},
        },
    });
    if !tape.one_in(3) {
        programme["benefit"].as_array_mut().unwrap().push(json!({"cap": "limit", "per": "year"}));
        programme["values"]["limit"] = json!({"unit": "money", "value": whole(tape, 60)});
    }
    json!({"programmes": [programme]})
}

fn with_policy(fragment: &Value) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let problems = &catalogue.add(&[&policy_file(fragment).to_string()])[0].problems;
    assert!(problems.is_empty(), "{problems:?}");
    catalogue
}

fn paid(catalogue: &Catalogue, bills: &[i64]) -> i64 {
    let bill = |(place, fen): (usize, &i64)| {
        json!({"id": format!("e{place}"), "service": "inpatient", "date": "2025-03-01",
        "total": yuan(*fen), "facts": {"self_paid": "0", "advance": "0"}})
    };
    let bills: Vec<Value> = bills.iter().enumerate().map(bill).collect();
    let request =
        json!({"region": REGION, "asked_on": "2025-12-31", "facts": {"scheme": "employee"}, "expenses": bills});
    match yibao::api::estimate(&request.to_string(), &[], catalogue) {
        Answer::Estimate(answer) if Range::of(&answer.totals.paid).is_exact() => Range::of(&answer.totals.paid).low,
        other => panic!("{}", serde_json::to_string(&other).unwrap()),
    }
}

/// 2.
#[test]
fn a_bill_may_be_cut_where_everything_counts_by_the_year() {
    let found = try_at_random(CASES * 10, 0, 40, |tape| {
        let catalogue = with_policy(&yearly(tape));
        // Whole hundreds of yuan, so that a rate of two places leaves no fraction of a fen.
        let parts: Vec<i64> = (0..2 + tape.below(3)).map(|_| 10_000 * tape.between(0, 200)).collect();
        let (cut, whole) = (paid(&catalogue, &parts), paid(&catalogue, &[parts.iter().sum()]));
        holds(cut == whole, || format!("{parts:?} in fen: {cut} in parts, {whole} as a whole"))
    });
    assert!(found.is_ok(), "{}", found.unwrap_err());
}

fn year_of(expense: &Value) -> String {
    expense["date"].as_str().unwrap()[..4].to_owned()
}

/// What funds pay on each of these expenses.
fn payments(answer: &Estimate) -> BTreeMap<String, Range> {
    amounts(answer).into_iter().filter(|(name, _)| name.contains("/lines/")).collect()
}

fn years_apart(tape: &mut Tape, region: &Region) -> Finding {
    let mut request = complete(tape, region);
    // The last day of a year and the first of the next lie side by side; only the calendar tells them apart.
    let edges: Vec<Value> = request["expenses"].as_array().unwrap().iter().map(|e| json!(edge(tape, e))).collect();
    expenses(&mut request).iter_mut().zip(edges).for_each(|(expense, day)| expense["date"] = day);
    let whole = yibao::api::estimate(&request.to_string(), &[], crate::support::catalogue());
    let Answer::Estimate(whole) = whole else { return Ok(()) };
    let years: BTreeSet<String> = request["expenses"].as_array().unwrap().iter().map(year_of).collect();
    for year in years {
        let mut alone = request.clone();
        expenses(&mut alone).retain(|expense| year_of(expense) == year);
        let payments_of = payments(&estimate(&alone));
        let together = payments(&whole);
        for (name, range) in payments_of {
            let other = together.get(&name).copied();
            holds(other == Some(range), || {
                format!("{name}: {range:?} alone, {other:?} beside other years of {request}")
            })?;
        }
    }
    Ok(())
}

/// Its own day, or an edge of its year.
fn edge(tape: &mut Tape, expense: &Value) -> String {
    let day = expense["date"].as_str().unwrap();
    [day.to_owned(), format!("{}-01-01", &day[..4]), format!("{}-12-31", &day[..4])][tape.below(3)].clone()
}

/// 3.
#[test]
fn another_year_changes_nothing() {
    for_all(CASES, years_apart);
}
