//! Nothing is lost and nothing is made: over random requests of every region, with and without holes.
//!
//! 1. billed = paid.low + out_of_pocket.high = paid.high + out_of_pocket.low, to the fen, for totals and every expense;
//!    = likely + likely, or both null.
//! 2. low ≤ likely ≤ high; every amount has two places.
//! 3. Where everything is exact: billed = what the funds pay + out of pocket; total = out of catalogue + advance + in
//!    scope; funds, programmes and lines add up.
//! 4. All computed payments together are never more than what is in scope less what is settled.
//! 5. What the slip settled stands as it was given.
//! 6. No programme pays more in a year than its yearly cap leaves, nor more in a month than its monthly one.
//! 7. The ends of a sum lie within the sums of the ends.

use crate::support::answers::{Range, amounts, estimate, fen};
use crate::support::holes::{candidates, given_fen};
use crate::support::property::{Finding, for_all, holds};
use crate::support::regions::Region;
use crate::support::requests::complete;
use crate::support::tape::Tape;
use serde_json::Value;
use std::collections::BTreeMap;
use yibao::api::wire::Estimate;

const CASES: u32 = 24;

fn with_holes(tape: &mut Tape, region: &Region) -> Value {
    let mut request = complete(tape, region);
    let all = candidates(region, &request);
    if all.is_empty() {
        return request;
    }
    for _ in 0..tape.below(6) {
        tape.pick(&all).punch(&mut request, tape.one_in(3));
    }
    request
}

fn conserved(billed: i64, paid: Range, own: Range) -> bool {
    let likely = match (paid.likely, own.likely) {
        (Some(paid), Some(own)) => billed == paid + own,
        (None, None) => true,
        _ => false,
    };
    billed == paid.low + own.high && billed == paid.high + own.low && likely
}

/// 1.
#[test]
fn what_is_billed_is_paid_or_out_of_pocket() {
    for_all(CASES, |tape, region| {
        let request = with_holes(tape, region);
        let answer = estimate(&request);
        let totals = &answer.totals;
        let (paid, own) = (Range::of(&totals.paid), Range::of(&totals.out_of_pocket));
        holds(conserved(fen(&totals.billed), paid, own), || format!("totals: {paid:?} and {own:?} of {request}"))?;
        let mut billed = 0;
        for (expense, given) in answer.expenses.iter().zip(request["expenses"].as_array().unwrap()) {
            let slip = &expense.slip;
            let total = given_fen(&given["total"]).unwrap_or(0);
            billed += total;
            let (paid, own) = (Range::of(&slip.fund_pay_sumamt), Range::of(&expense.out_of_pocket));
            holds(conserved(total, paid, own), || format!("{}: {paid:?} and {own:?} of {request}", expense.id))?;
            holds(slip.psn_part_amt == expense.out_of_pocket, || format!("{}: two patient's parts", expense.id))?;
            let whole = Range { low: total, likely: Some(total), high: total };
            holds(Range::of(&slip.medfee_sumamt) == whole, || format!("{}: not the bill", expense.id))?;
        }
        holds(fen(&totals.billed) == billed, || format!("billed {} of {request}", totals.billed))
    });
}

/// 4, where one number is open and a slip gives what a later fund paid.
#[test]
fn a_settled_fund_leaves_the_range_within_the_bill() {
    let request = serde_json::json!({
        "region": "130800", "asked_on": "2025-12-31",
        "facts": {"birth_date": "1980-01-01", "scheme": "resident", "years_insured": 3, "hardship": ["registered_poor"],
            "serious_illness": false, "major_illness_qualified": false},
        "entered": {"130800/critical-illness/deductible": "10914.00"},
        "readings": {"130800/critical-illness/bands": "from-zero"},
        "expenses": [{"id": "b", "service": "inpatient", "date": "2025-06-01", "total": "19963",
            "facts": {"self_paid": "0", "advance": "0", "facility_level": "2"}, "settled": {"long_term_care": "1198.32"}}]
    });
    let answer = estimate(&request);
    let likely = Some(1_990_754);
    assert_eq!(Range::of(&answer.totals.paid), Range { low: 1_954_354, likely, high: 1_996_300 });
    assert!(answer.tight);
}

/// 1, 2, 4, where nothing but the bills is known: more than the budget of work can take apart.
#[test]
fn a_request_of_bills_alone_conserves() {
    for (place, region) in crate::support::regions::regions().iter().enumerate() {
        for round in 0..2 {
            let mut tape = Tape::Seeded(place as u64 * 7_919 + round);
            let mut request = complete(&mut tape, region);
            let expenses = request["expenses"].as_array_mut().unwrap();
            expenses.truncate(2);
            for expense in expenses {
                expense["facts"] = serde_json::json!({});
            }
            for member in ["facts", "entered", "readings"] {
                request[member] = serde_json::json!({});
            }
            let answer = estimate(&request);
            for (name, range) in amounts(&answer) {
                assert!(range.low <= range.high, "{name}: {range:?} of {request}");
            }
            for expense in &answer.expenses {
                let slip = &expense.slip;
                let (bill, paid) = (Range::of(&slip.medfee_sumamt).low, Range::of(&slip.fund_pay_sumamt));
                assert!(conserved(bill, paid, Range::of(&expense.out_of_pocket)), "{request}");
                for field in [&slip.hifp_pay, &slip.hifmi_pay, &slip.hifob_pay, &slip.maf_pay, &slip.fund_pay_sumamt] {
                    assert!(Range::of(field).high <= bill, "{field:?} of {bill} in {request}");
                }
            }
        }
    }
}

/// 2.
#[test]
fn likely_lies_between_the_ends() {
    for_all(CASES, |tape, region| {
        let request = with_holes(tape, region);
        for (name, range) in amounts(&estimate(&request)) {
            let inside = range.likely.is_none_or(|likely| range.low <= likely && likely <= range.high);
            let exact = !range.is_exact() || range.likely == Some(range.low);
            holds(range.low <= range.high && inside && exact, || format!("{name}: {range:?} of {request}"))?;
        }
        Ok(())
    });
}

fn exact(amounts: &BTreeMap<String, Range>, name: &str) -> i64 {
    let range = amounts.get(name).unwrap_or_else(|| panic!("no amount {name}"));
    assert!(range.is_exact(), "{name} is {range:?}");
    range.low
}

const SLIP_FUNDS: [(&str, &str); 5] = [
    ("basic", "hifp_pay"),
    ("critical_illness", "hifmi_pay"),
    ("large_expense", "hifob_pay"),
    ("assistance", "maf_pay"),
    ("long_term_care", "oth_pay"),
];

/// 3, 5.
#[test]
fn exact_amounts_add_up() {
    for_all(CASES, |tape, region| {
        let request = complete(tape, region);
        let answer = estimate(&request);
        let amounts = amounts(&answer);
        if amounts.values().any(|range| !range.is_exact()) {
            return Ok(());
        }
        let of = |name: &str| exact(&amounts, name);
        let funds: i64 = answer.funds.iter().map(|fund| fund.paid.low.to_fen()).sum();
        let wrong = |what: &str| format!("{what} of {request}");
        holds(fen(&answer.totals.billed) == funds + of("totals/out_of_pocket"), || wrong("billed = Σ funds + own"))?;
        holds(of("totals/paid") == funds, || wrong("paid = Σ funds"))?;
        let mut by_fund: BTreeMap<&str, i64> = BTreeMap::new();
        let (mut paid, mut in_scope) = (0, 0);
        for (expense, given) in answer.expenses.iter().zip(request["expenses"].as_array().unwrap()) {
            let slip = |field: &str| of(&format!("expenses/{}/slip/{field}", expense.id));
            let out_of_scope = slip("fulamt_ownpay_amt") + slip("preselfpay_amt");
            let third_party = given_fen(&given["facts"]["third_party_amount"]).unwrap_or(0);
            let outside = third_party.min(slip("medfee_sumamt") - out_of_scope);
            let parts = out_of_scope + slip("inscp_scp_amt") + outside;
            holds(slip("medfee_sumamt") == parts, || wrong("the parts of the bill"))?;
            // No region has a programme of this fund: what a slip says of it stands under "other".
            let supplement = given_fen(&given["settled"]["supplement"]).unwrap_or(0);
            let mut sum = supplement;
            *by_fund.entry("supplement").or_default() += supplement;
            for (fund, field) in SLIP_FUNDS {
                let other = if field == "oth_pay" { supplement } else { 0 };
                let slip = |field: &str| slip(field) - other;
                sum += slip(field);
                *by_fund.entry(fund).or_default() += slip(field);
                let computed: i64 = lines(&answer, &expense.id, fund).sum();
                match given_fen(&given["settled"][fund]) {
                    Some(settled) => {
                        holds(slip(field) == settled && computed == 0, || wrong("settled stands as given"))?;
                    }
                    None => holds(slip(field) == computed, || wrong("a fund pays what its lines pay"))?,
                }
            }
            holds(slip("fund_pay_sumamt") == sum, || wrong("the funds of a slip"))?;
            paid += sum;
            in_scope += slip("inscp_scp_amt");
        }
        holds((paid, in_scope) == (of("totals/paid"), of("totals/in_scope")), || wrong("totals = Σ expenses"))?;
        for fund in &answer.funds {
            let sum = by_fund.get(fund.fund).copied().unwrap_or(0);
            holds(fund.paid.low.to_fen() == sum, || wrong("a fund = Σ expenses"))?;
        }
        programmes_add_up(&answer).map_err(|what| wrong(&what))
    });
}

/// What the reimbursements of a fund pay on an expense.
fn lines<'a>(answer: &'a Estimate, expense: &'a str, fund: &'a str) -> impl Iterator<Item = i64> + 'a {
    let programmes = answer.programmes.iter().filter(move |p| p.fund == Some(fund) && p.kind == "reimbursement");
    let lines = programmes.flat_map(|programme| &programme.lines).filter(move |line| line.expense == expense);
    lines.map(|line| line.paid.low.to_fen())
}

fn programmes_add_up(answer: &Estimate) -> Finding {
    let mut allowances = 0;
    for programme in &answer.programmes {
        let lines: i64 = programme.lines.iter().map(|line| line.paid.low.to_fen()).sum();
        let paid = programme.paid.low.to_fen();
        holds(paid == lines, || format!("{} = Σ lines", programme.id))?;
        match programme.kind {
            "allowance" => allowances += paid,
            "subsidy" | "entitlement" => holds(paid == 0, || format!("{} pays nothing", programme.id))?,
            _ => {}
        }
    }
    holds(answer.totals.allowances.low.to_fen() == allowances, || "allowances = Σ programmes".to_owned())
}

/// 4.
#[test]
fn nobody_is_paid_more_than_is_in_scope() {
    for_all(CASES, |tape, region| {
        let request = with_holes(tape, region);
        let answer = estimate(&request);
        for (expense, given) in answer.expenses.iter().zip(request["expenses"].as_array().unwrap()) {
            let settled: i64 =
                given["settled"].as_object().into_iter().flatten().filter_map(|(_, s)| given_fen(s)).sum();
            let (scope, paid) = (Range::of(&expense.slip.inscp_scp_amt), Range::of(&expense.slip.fund_pay_sumamt));
            let most = settled + (scope.high - settled).max(0);
            holds(paid.high <= most, || format!("{}: {paid:?} of {scope:?} in {request}", expense.id))?;
            let least = settled + (scope.low - settled).max(0);
            holds(paid.low <= least, || format!("{}: at least {paid:?} of {scope:?} in {request}", expense.id))?;
        }
        Ok(())
    });
}

/// The limits of a programme as its file states them for everybody: a value's name, and in what time it counts. A limit with
/// a `when` is lifted for some.
fn caps(programme: &str) -> Vec<(String, String)> {
    let (region, short) = programme.split_once('/').unwrap();
    let files = crate::support::shipped::files("policy.json").into_iter();
    let trees = files.map(|(_, text)| serde_json::from_str::<Value>(text).unwrap());
    let file = trees.into_iter().find(|tree| tree["region"] == region).unwrap();
    let listed = file["programmes"].as_array().unwrap();
    let steps = listed.iter().find(|p| p["id"] == short).unwrap()["benefit"].as_array().cloned();
    let cap = |step: &Value| Some((step["cap"].as_str()?.to_owned(), step["per"].as_str()?.to_owned()));
    steps.unwrap_or_default().iter().filter(|step| step.get("when").is_none()).filter_map(cap).collect()
}

/// The greatest that a limit may be for this request: entered, or published in one of its rows.
fn greatest(region: &Region, request: &Value, id: &str) -> Option<i64> {
    let own = |row: &str| row == id || row.starts_with(&format!("{id}@"));
    let rows = region.described["values"].as_array().unwrap().iter().filter(|v| own(v["id"].as_str().unwrap()));
    let of_row = |row: &Value| -> Option<i64> {
        let published = row["versions"].as_array().unwrap().iter().filter_map(|version| given_fen(&version["value"]));
        published.max().or_else(|| given_fen(&request["entered"][row["id"].as_str().unwrap()]))
    };
    rows.map(of_row).collect::<Option<Vec<i64>>>()?.into_iter().max()
}

/// 6.
#[test]
fn no_cap_is_exceeded() {
    for_all(CASES, |tape, region| {
        let request = with_holes(tape, region);
        let answer = estimate(&request);
        let expenses = request["expenses"].as_array().unwrap();
        for programme in answer.programmes.iter().filter(|p| p.fund.is_some() && !p.lines.is_empty()) {
            for (name, per) in caps(&programme.id) {
                let Some(limit) = greatest(region, &request, &format!("{}/{name}", programme.id)) else { continue };
                let mut by_year: BTreeMap<&str, i64> = BTreeMap::new();
                for line in &programme.lines {
                    let expense = expenses.iter().find(|expense| expense["id"] == line.expense.as_str()).unwrap();
                    let most = line.paid.high.to_fen();
                    match per.as_str() {
                        "month" | "day" => {
                            let (fact, most_times) = if per == "day" { ("days", 366) } else { ("months", 12) };
                            let times = expense["facts"][fact].as_i64().unwrap_or(most_times);
                            holds(most <= limit * times, || format!("{} a {per} in {request}", programme.id))?;
                        }
                        "expense" => holds(most <= limit, || format!("{} at once in {request}", programme.id))?,
                        _ => {
                            let year = &expense["date"].as_str().unwrap()[..4];
                            // The low ends belong to one completion no more than the high ends do, but exact ones do.
                            *by_year.entry(year).or_default() += line.paid.low.to_fen();
                            holds(most <= limit, || format!("{} at once in {request}", programme.id))?;
                        }
                    }
                }
                for (year, paid) in by_year {
                    let before = given_fen(&request["year_to_date"][year]["paid"][&programme.id]).unwrap_or(0);
                    holds(paid <= (limit - before).max(0), || format!("{} in {year} of {request}", programme.id))?;
                }
            }
        }
        Ok(())
    });
}

/// 7.
#[test]
fn the_ends_of_a_sum_lie_within_the_sums_of_the_ends() {
    for_all(CASES, |tape, region| {
        let request = with_holes(tape, region);
        let answer = estimate(&request);
        if !answer.tight {
            return Ok(());
        }
        let within = |sum: Range, parts: Vec<Range>, what: &str| {
            let (low, high) = (parts.iter().map(|p| p.low).sum::<i64>(), parts.iter().map(|p| p.high).sum::<i64>());
            holds(low <= sum.low && sum.high <= high, || format!("{what}: {sum:?} of {parts:?} in {request}"))
        };
        let of = |field: fn(&yibao::api::wire::Slip) -> &yibao::api::wire::Amount| -> Vec<Range> {
            answer.expenses.iter().map(|expense| Range::of(field(&expense.slip))).collect()
        };
        within(Range::of(&answer.totals.paid), of(|slip| &slip.fund_pay_sumamt), "paid by expense")?;
        within(Range::of(&answer.totals.in_scope), of(|slip| &slip.inscp_scp_amt), "in scope")?;
        let funds = answer.funds.iter().map(|fund| Range::of(&fund.paid)).collect();
        within(Range::of(&answer.totals.paid), funds, "paid by fund")?;
        for programme in answer.programmes.iter().filter(|programme| !programme.lines.is_empty()) {
            let lines = programme.lines.iter().map(|line| Range::of(&line.paid)).collect();
            within(Range::of(&programme.paid), lines, &programme.id)?;
        }
        Ok(())
    });
}
