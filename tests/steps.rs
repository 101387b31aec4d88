//! The working that an answer shows is the computation: replayed step by step, by rules written here again.
//!
//! 1. Each step, replayed from what goes in and what it names, gives what it says comes out; steps follow each other.
//! 2. The last step's result is what the line pays (or its `likely`, or its low end: as `steps_of` says).
//! 3. Every line that pays something has steps; every line that pays exactly nothing though it applies says why.
//! 4. What goes in is what the request and the other lines say: in scope, left, the year's share.
//! 5. The value that a step names has that number on that day, published or entered, and its source is listed.
//! 6. Every text id is worded: by the policy where it has a `/`, else it stands in the core's list for the page.
//! 7. The documents that programmes and steps name stand in `sources`, each once, of the nearest region first.
//!
//! 1 and 2 hold on every page of docs/mechanisms, too.

use crate::support::answers::{Range, estimate};
use crate::support::fragment::{cases_file, pages, policy_file};
use crate::support::holes::{candidates, given_fen};
use crate::support::property::{Finding, for_all, holds};
use crate::support::regions::Region;
use crate::support::replay::{self, FEN, Said, decimal, half_up};
use crate::support::requests::complete;
use crate::support::small_region;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yibao::api::wire::{Answer, Estimate, Finding as Found, Line, ProgrammeAnswer, Step, Text};
use yibao::policy::catalogue::Catalogue;

const CASES: u32 = 80;

/// What comes out of a step, exactly.
fn out(step: &Step) -> i128 {
    decimal(step.exact.as_deref().unwrap_or(&step.after))
}

fn arg<'s>(step: &'s Step, name: &str) -> &'s str {
    step.text.args.get(name).map_or_else(|| panic!("{} names no {name}", step.kind), String::as_str)
}

/// What a step makes of what goes in.
fn replayed(step: &Step, before: i128) -> Option<i128> {
    let parts = step.parts.iter().map(|part| (part.amount.as_str(), part.rate.as_str())).collect();
    replay::replayed(&Said { kind: step.kind, arg: &|name| arg(step, name), parts }, before)
}

/// 1.
fn chain_holds(line: &Line) -> Finding {
    let mut before: Option<i128> = None;
    for step in &line.steps {
        let shown = decimal(&step.before);
        let goes_in = before.unwrap_or(shown);
        let wrong = |what: &str| format!("{what}: {step:?}\nof {:?}", line.steps);
        // An allowance starts anew; everything else goes on where the step before it ended.
        let follows = step.kind == "allowance" || half_up(goes_in) == shown;
        holds(follows, || wrong("does not follow"))?;
        let comes_out = out(step);
        holds(half_up(comes_out) == decimal(&step.after), || wrong("shown and exact differ"))?;
        holds(step.exact.is_none() || comes_out % FEN != 0, || wrong("says exactly what is exact already"))?;
        let expected = replayed(step, goes_in);
        holds(expected.is_none_or(|expected| expected == comes_out), || wrong("replayed it gives another amount"))?;
        holds(step.parts.iter().all(|part| decimal(&part.amount) > 0), || wrong("names a part of nothing"))?;
        holds(step.kind != "cut" || comes_out < goes_in, || wrong("a cut cuts"))?;
        holds(step.kind != "round" || comes_out != goes_in, || wrong("rounds what is round"))?;
        before = Some(comes_out);
    }
    Ok(())
}

/// 2, 3.
fn end_is_paid(programme: &ProgrammeAnswer, line: &Line, tight: bool) -> Finding {
    let paid = Range::of(&line.paid);
    let wrong = |what: &str| format!("{what}: {} pays {paid:?} after {:?}", programme.id, line.steps);
    let (of, amount) = match (paid.is_exact(), paid.likely) {
        (true, _) => ("exact", paid.low),
        (false, Some(likely)) => ("likely", likely),
        (false, None) => ("low", paid.low),
    };
    holds(line.steps_of == of, || wrong(line.steps_of))?;
    if !tight && of != "exact" {
        return Ok(());
    }
    match line.steps.last() {
        Some(last) if last.kind == "settled" || last.kind == "other-pays" => holds(amount == 0, || wrong(last.kind)),
        Some(last) => holds(out(last) == i128::from(amount) * FEN, || wrong("the last step is not what is paid")),
        None => holds(amount == 0, || wrong("no steps")),
    }
}

/// 7.
fn sources_stand_once(region: &Region, answer: &Estimate) -> Finding {
    let listed: Vec<&str> =
        region.described["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
    let steps = answer.programmes.iter().flat_map(|p| &p.lines).flat_map(|line| &line.steps);
    let named: BTreeSet<&str> = answer
        .programmes
        .iter()
        .flat_map(|p| &p.sources)
        .chain(steps.filter_map(|step| step.source.as_ref()))
        .chain(answer.assumed.iter().filter_map(|assumed| assumed.source.as_ref()))
        .map(String::as_str)
        .collect();
    let told: Vec<&str> = answer.sources.iter().map(|source| source.id.as_str()).collect();
    let wanted: Vec<&str> = listed.into_iter().filter(|id| named.contains(id)).collect();
    holds(told == wanted, || format!("sources {told:?} where {wanted:?} are named"))?;
    holds(named.len() == told.len(), || "something cites what no file lists".to_owned())
}

/// 6.
fn texts_are_worded(region: &Region, answer: &Estimate) -> Finding {
    let of_core: BTreeSet<String> = yibao::api::texts::all().into_iter().collect();
    let words = region.described["words"].as_object().unwrap();
    let worded = |text: &Text| {
        let known = if text.id.contains('/') { words.contains_key(&text.id) } else { of_core.contains(&text.id) };
        holds(known, || format!("{} has no words", text.id))
    };
    sources_stand_once(region, answer)?;
    for programme in &answer.programmes {
        let lines = programme.lines.iter();
        let mut findings = lines.clone().flat_map(|line| &line.findings).chain(&programme.findings);
        findings.try_for_each(|finding| match &finding.text {
            Some(text) => worded(text),
            None => worded(&Text::new(finding.condition.as_str())),
        })?;
        programme.caveats.iter().try_for_each(worded)?;
        for step in lines.flat_map(|line| &line.steps) {
            worded(&step.text)?;
            holds(step.text.id == format!("step-{}", step.kind), || format!("{step:?}"))?;
        }
    }
    Ok(())
}

/// 5. The number of a value on a day: as entered, else as published.
fn number_of(region: &Region, request: &Value, id: &str, day: &str) -> Option<String> {
    let row = region.described["values"].as_array().unwrap().iter().find(|value| value["id"] == id)?;
    let holds_then = |version: &&Value| {
        version["from"].as_str().is_none_or(|from| from <= day) && version["to"].as_str().is_none_or(|to| day <= to)
    };
    let version = row["versions"].as_array().unwrap().iter().find(holds_then)?;
    let published = version["value"].as_str();
    published.or_else(|| request["entered"][id].as_str()).map(str::to_owned)
}

/// 5.
fn values_hold(region: &Region, request: &Value, line: &Line) -> Finding {
    let expense = request["expenses"].as_array().unwrap().iter().find(|e| e["id"] == line.expense.as_str()).unwrap();
    let day = expense["date"].as_str().unwrap();
    for step in &line.steps {
        let Some(id) = &step.value else { continue };
        let wrong = |what: &str| format!("{what}: {step:?} in {request}");
        let number = number_of(region, request, id, day);
        let number = decimal(&number.ok_or_else(|| wrong("the value has no number that day"))?);
        let named = |name: &str| decimal(arg(step, name));
        let right = match step.kind {
            // Made of the value; points come off a rate that a clause may have raised before.
            _ if !step.made.is_empty() => decimal(&step.made[0].number) >= number,
            "deductible" | "cap" | "at-least" => named("amount") == number,
            "rate" | "borne-first" | "at-least-in-scope" | "at-least-bill" => named("rate") == number,
            // It names the rate that the better one took the place of.
            "rate-better" => named("rate") >= number,
            "rate-raised" => named("from") == number,
            // What is left of it this year, or what a contribution leaves of it.
            "deductible-period" | "deductible-year" | "cap-year" | "cap-period" | "allowance" | "allowance-day"
            | "allowance-expense" => named("amount") <= number,
            kind if kind.starts_with("uses") => named("amount") == number,
            "cap-day" => named("amount") == number * arg(step, "days").parse::<i128>().unwrap(),
            "cap-month" => named("amount") == number * arg(step, "months").parse::<i128>().unwrap(),
            // Named for its first band. What comes late in a year may lie in one band, and that another one.
            "bands" | "own-rates" => {
                step.parts.len() < 2 || step.parts.iter().any(|part| decimal(&part.rate) >= number)
            }
            other => panic!("a step of kind {other} names a value: write its rule"),
        };
        holds(right, || wrong("another number"))?;
    }
    Ok(())
}

const ORDER: [&str; 6] = ["basic", "critical_illness", "large_expense", "assistance", "long_term_care", "supplement"];

/// What the layers before a programme paid on an expense, in an exact answer: earlier funds, and of its own fund the
/// programmes that stand before it.
fn paid_before(answer: &Estimate, request: &Value, programme: &ProgrammeAnswer, expense: &str) -> i64 {
    let given = request["expenses"].as_array().unwrap().iter().find(|e| e["id"] == expense).unwrap();
    let own = ORDER.iter().position(|fund| Some(*fund) == programme.fund).unwrap();
    let mut sum = 0;
    for fund in &ORDER[..own] {
        sum += given_fen(&given["settled"][fund]).unwrap_or(0);
    }
    for other in &answer.programmes {
        let Some(place) = ORDER.iter().position(|fund| Some(*fund) == other.fund) else { continue };
        let stands_before =
            place < own || (place == own && place_of(answer, &other.id) < place_of(answer, &programme.id));
        let lines = other.lines.iter().filter(|line| line.expense == expense && other.kind == "reimbursement");
        if stands_before {
            sum += lines.map(|line| Range::of(&line.paid).low).sum::<i64>();
        }
    }
    sum
}

fn place_of(answer: &Estimate, id: &str) -> usize {
    answer.programmes.iter().position(|programme| programme.id == id).unwrap()
}

/// What earlier expenses of the year that the programme counts, and what was before them, left to the patient of what is in
/// scope after basic.
fn earlier_share(
    region: &Region,
    answer: &Estimate,
    request: &Value,
    programme: &ProgrammeAnswer,
    expense: &str,
) -> i64 {
    let expenses = request["expenses"].as_array().unwrap();
    let place = expenses.iter().position(|e| e["id"] == expense).unwrap();
    let day = expenses[place]["date"].as_str().unwrap();
    let year = &day[..4];
    let mut sum = given_fen(&request["year_to_date"][year]["personal_share"]).unwrap_or(0);
    for (other, given) in expenses.iter().enumerate() {
        let date = given["date"].as_str().unwrap();
        let earlier = date < day || (date == day && other < place);
        let of_it = |line: &&Line| line.expense == answer.expenses[other].id;
        let counts = programme.lines.iter().find(of_it).is_some_and(|line| is_counted(region, programme, line));
        if earlier && counts && &date[..4] == year {
            let slip = &answer.expenses[other].slip;
            let left = (Range::of(&slip.inscp_scp_amt).low - Range::of(&slip.hifp_pay).low).max(0);
            sum += left - paid_above_a_limit(answer, &answer.expenses[other].id);
        }
    }
    sum
}

/// Whether a second layer counts a bill: its conditions on the expense hold. Those on the person do not matter for that.
fn is_counted(region: &Region, programme: &ProgrammeAnswer, line: &Line) -> bool {
    let described = region.described["programmes"].as_array().unwrap();
    let conditions =
        described.iter().find(|other| other["id"] == programme.id.as_str()).unwrap()["conditions"].as_array();
    let fails = |condition: &Value| {
        let is_false = |found: &Found| condition["text"]["id"] == found.condition.as_str() && found.truth == "false";
        condition["of"] == "expense" && line.findings.iter().any(is_false)
    };
    !conditions.unwrap().iter().any(fails)
}

/// What goes on in a second layer where a yearly limit of basic insurance ends: it is no share of the patient's any more.
fn paid_above_a_limit(answer: &Estimate, expense: &str) -> i64 {
    let second = |fund: &str| ["critical_illness", "large_expense"].contains(&fund);
    let programmes = answer.programmes.iter().filter(|programme| programme.fund.is_some_and(second));
    let lines = programmes.flat_map(|programme| &programme.lines).filter(|line| line.expense == expense);
    let goes_on = |line: &&Line| line.steps.iter().any(|step| ["over-limit", "beyond-cap"].contains(&step.kind));
    lines.filter(goes_on).map(|line| Range::of(&line.paid).low).sum()
}

/// 4, of an exact answer.
fn openings_hold(
    region: &Region,
    answer: &Estimate,
    request: &Value,
    programme: &ProgrammeAnswer,
    line: &Line,
) -> Finding {
    let place = answer.expenses.iter().position(|expense| expense.id == line.expense).unwrap();
    let slip = &answer.expenses[place].slip;
    let (bill, in_scope) = (Range::of(&slip.medfee_sumamt).low, Range::of(&slip.inscp_scp_amt).low);
    let left = (in_scope - paid_before(answer, request, programme, &line.expense)).max(0);
    let given = request["expenses"].as_array().unwrap().iter().find(|e| e["id"] == line.expense.as_str()).unwrap();
    let third_party = given_fen(&given["facts"]["third_party_amount"]).unwrap_or(0);
    let fen = |amount: i64| i128::from(amount) * FEN;
    for step in &line.steps {
        let wrong = |what: &str| format!("{what}: {step:?} of {} in {request}", programme.id);
        let before_after = (decimal(&step.before), out(step));
        let right = match step.kind {
            "in-scope" => before_after == (fen(bill), fen(in_scope)),
            "bill" => before_after == (fen(bill), fen(bill - third_party)),
            "left" => before_after == (fen(in_scope), fen(left)),
            "left-by-basic" => before_after == (fen(in_scope), fen((in_scope - Range::of(&slip.hifp_pay).low).max(0))),
            "year-share" => {
                decimal(arg(step, "earlier")) == fen(earlier_share(region, answer, request, programme, &line.expense))
            }
            "beyond-cap" => before_after.0 == fen(left) && before_after.1 <= fen(left),
            "cut" => before_after.1 <= fen(left),
            _ => true,
        };
        holds(right, || wrong("not what went in"))?;
    }
    Ok(())
}

/// Where a ceiling lies in the cost is a quotient, which may have no end: what follows from it is not written out to the last place.
fn has_quotient(line: &Line) -> bool {
    let is_long = |text: &str| text.split_once('.').is_some_and(|(_, part)| part.len() > replay::PLACES);
    let exact = |step: &Step| step.exact.as_deref().is_some_and(is_long);
    let is_opening = |step: &Step| ["over-limit", "beyond-cap"].contains(&step.kind);
    let long = |step: &Step| exact(step) || step.parts.iter().any(|part| is_long(&part.amount));
    line.steps.iter().any(is_opening) && line.steps.iter().any(long)
}

fn of_lines(answer: &Estimate, check: impl Fn(&ProgrammeAnswer, &Line) -> Finding) -> Finding {
    let lines = answer.programmes.iter().flat_map(|p| p.lines.iter().map(move |line| (p, line)));
    lines.filter(|(_, line)| !has_quotient(line)).try_for_each(|(p, line)| check(p, line))
}

#[test]
fn the_working_of_an_exact_answer_replays() {
    for_all(CASES, |tape, region| {
        let request = complete(tape, region);
        let answer = estimate(&request);
        texts_are_worded(region, &answer)?;
        of_lines(&answer, |programme, line| {
            chain_holds(line)?;
            end_is_paid(programme, line, answer.tight)?;
            values_hold(region, &request, line)
        })?;
        let exact = crate::support::answers::amount_list(&answer).into_iter().all(Range::is_exact);
        if exact {
            of_lines(&answer, |programme, line| openings_hold(region, &answer, &request, programme, line))
        } else {
            Ok(())
        }
    });
}

#[test]
fn the_working_of_an_open_answer_replays_at_its_completion() {
    for_all(CASES, |tape: &mut Tape, region| {
        let mut request = complete(tape, region);
        let all = candidates(region, &request);
        if all.is_empty() {
            return Ok(());
        }
        for _ in 0..1 + tape.below(5) {
            tape.pick(&all).punch(&mut request, tape.one_in(3));
        }
        let answer = estimate(&request);
        texts_are_worded(region, &answer)?;
        of_lines(&answer, |programme, line| {
            chain_holds(line).map_err(|what| format!("{what}\nin {request}"))?;
            end_is_paid(programme, line, answer.tight).map_err(|what| format!("{what}\nin {request}"))
        })
    });
}

/// 1, 2.
#[test]
fn the_working_of_every_mechanism_replays() {
    for page in pages() {
        let mut catalogue = Catalogue::default();
        catalogue.add(&[&policy_file(&page.fragment).to_string()]);
        for case in cases_file(page.cases.as_array().unwrap()) {
            let Answer::Estimate(answer) = yibao::api::estimate(&case["request"].to_string(), &[], &catalogue) else {
                continue;
            };
            let found = of_lines(&answer, |programme, line| {
                if !line.steps.iter().filter_map(|step| step.exact.as_deref()).all(replay::is_kept) {
                    return Ok(());
                }
                chain_holds(line)?;
                end_is_paid(programme, line, answer.tight)
            });
            assert_eq!(found, Ok(()), "{}: {}", page.name, case["title"]);
        }
    }
}

/// 1: half of 100.01 is no whole fen, nor is what the bands lie over.
#[test]
fn the_parts_of_bands_make_up_an_amount_that_is_no_whole_fen() {
    let numbers = serde_json::json!({
        "d": {"unit": "money", "value": "100.01"}, "half": {"unit": "rate", "value": "0.5"},
        "edge": {"unit": "money", "value": "1000"},
        "low": {"unit": "rate", "value": "0.60"}, "high": {"unit": "rate", "value": "0.80"}
    });
    let bands = serde_json::json!([{"to": "edge", "rate": "low"}, {"rate": "high"}]);
    let benefit = serde_json::json!([
        {"deductible": {"value": "d", "times": "half"}}, {"bands": bands, "measured": "above_deductible"}
    ]);
    let fragment = serde_json::json!({"programmes": [{"id": "basic", "values": numbers, "benefit": benefit}]});
    let mut catalogue = Catalogue::default();
    catalogue.add(&[&policy_file(&fragment).to_string()]);
    let request = serde_json::json!({
        "region": "990000", "asked_on": "2025-06-01", "facts": {"scheme": "employee"},
        "expenses": [{"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "2000",
            "facts": {"self_paid": "0", "advance": "0"}}]
    });
    let Answer::Estimate(answer) = yibao::api::estimate(&request.to_string(), &[], &catalogue) else {
        panic!("an estimate is expected")
    };
    let steps = &answer.programmes[0].lines[0].steps;
    let parts = &steps.iter().find(|step| step.kind == "bands").unwrap().parts;
    assert_eq!(parts.iter().map(|part| part.amount.as_str()).collect::<Vec<_>>(), ["1000.00", "949.995"]);
}

/// 1, the other way: a step that says another amount is found out.
#[test]
fn a_wrong_step_is_found_out() {
    let request = serde_json::json!({
        "region": "370212", "asked_on": "2025-06-01",
        "facts": {"birth_date": "1950-01-01", "scheme": "employee", "retired": true},
        "expenses": [{"id": "a", "service": "outpatient", "date": "2025-03-01", "total": "1000.33",
            "facts": {"self_paid": "0", "advance": "0", "facility_level": "2"}}]
    });
    let mut answer = estimate(&request);
    let programme = answer.programmes.iter_mut().find(|p| p.id == "370200/employee-outpatient").unwrap();
    assert!(programme.lines[0].steps.len() >= 4, "{:?}", programme.lines[0].steps);
    assert_eq!(chain_holds(&programme.lines[0]), Ok(()));
    for place in 0..programme.lines[0].steps.len() {
        let good = programme.lines[0].steps[place].after.clone();
        programme.lines[0].steps[place].after = "123.45".to_owned();
        assert!(chain_holds(&programme.lines[0]).is_err(), "step {place} may say anything");
        programme.lines[0].steps[place].after = good;
    }
}

/// Of a bill of 1,000 with 200 out of the catalogue and 100 in advance, basic insurance pays half above 300.
/// 5.
#[test]
fn a_step_names_the_value_that_was_entered() {
    let share = "000000/employee-inpatient/share@3";
    let answer = estimate(&json!({
        "region": "000000", "asked_on": "2026-03-01", "facts": {"scheme": "employee"}, "entered": {share: "0.8"},
        "expenses": [{"id": "a", "service": "inpatient", "date": "2026-02-10", "total": "10000.00",
            "facts": {"facility_level": "3", "self_paid": "0.00", "advance": "0.00"}}]
    }));
    let steps = answer.programmes.iter().flat_map(|programme| &programme.lines).flat_map(|line| &line.steps);
    let named: Vec<_> = steps.filter(|step| step.value.as_deref() == Some(share)).map(|step| step.kind).collect();
    assert_eq!(named, ["rate"]);
}

#[test]
fn every_base_of_one_bill_says_where_it_starts() {
    let opens = |base: &str| {
        let fragment = json!({"programmes": [
            {"id": "inpatient", "values": {"from": {"unit": "money", "value": "300"}, "half": {"unit": "rate", "value": "0.50"}},
             "benefit": [{"deductible": "from", "per": "expense"}, {"rate": "half"}]},
            {"id": "more", "fund": "supplement", "payer": "employer", "values": {"all": {"unit": "rate", "value": "1"}},
             "benefit": [{"base": base}, {"rate": "all"}]}]});
        let facts = json!({"self_paid": "200", "advance": "100"});
        let bill = json!({"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1000", "facts": facts});
        let answer = small_region::answer(&fragment, &json!([bill]));
        let programmes = answer["programmes"].as_array().unwrap();
        let more = programmes.iter().find(|p| p["id"].as_str().unwrap().ends_with("/more")).unwrap();
        let step = &more["lines"][0]["steps"][0];
        [&step["kind"], &step["before"], &step["after"], &more["paid"]["low"]]
            .map(|told| told.as_str().unwrap().to_owned())
    };
    // Basic insurance pays 200 of the 700 in scope.
    for (base, kind, before, after, paid) in [
        ("in_scope", "in-scope", "1000.00", "700.00", "700.00"),
        ("bill", "bill", "1000.00", "1000.00", "800.00"),
        ("left", "left", "700.00", "500.00", "500.00"),
        ("deductible", "from-deductible", "700.00", "300.00", "300.00"),
        ("out_of_catalogue", "from-out-of-catalogue", "1000.00", "200.00", "200.00"),
        ("advance", "from-advance", "1000.00", "100.00", "100.00"),
        ("unpaid", "from-unpaid", "1000.00", "800.00", "800.00"),
    ] {
        assert_eq!(opens(base), [kind, before, after, paid], "{base}");
    }
}

/// Above 500 the better rate holds for the whole of it, and the step says so.
#[test]
fn a_better_rate_has_a_step_of_its_own() {
    let fragment = json!({"programmes": [
        {"id": "inpatient",
         "values": {"half": {"unit": "rate", "value": "0.50"}, "more": {"unit": "rate", "value": "0.80"}, "edge": {"unit": "money", "value": "500"}},
         "benefit": [{"rate": "half", "better": {"above": "edge", "rate": "more"}}]}]});
    for (total, kind, paid) in [("500", "rate", "250.00"), ("600", "rate-better", "480.00")] {
        let facts = json!({"self_paid": "0", "advance": "0"});
        let bill = json!({"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": total, "facts": facts});
        let answer = small_region::answer(&fragment, &json!([bill]));
        let line = &answer["programmes"][0]["lines"][0];
        let last = line["steps"].as_array().unwrap().last().unwrap();
        assert_eq!((last["kind"].as_str(), line["paid"]["low"].as_str()), (Some(kind), Some(paid)), "{line}");
    }
}
