//! What may only move one way, over random requests of every region.
//!
//! 1. More in scope never lowers what a single expense is paid in total.
//! 2. A larger deductible never raises it, except where the excess beyond another programme's cap is paid (a jump).
//! 3. A larger rate never lowers it; a larger limit never lowers it. (2 and 3 with no personal share before.)
//! 4. A later expense never changes an earlier one; expenses on different days may be given in any order.
//! 5. What was paid before this year never raises what the same programme pays now.
//! 6. More information never widens a range, undoes a verdict, opens a finding, or brings up a question that a smaller
//!    answer had not, and takes no likely amount away.

use crate::support::answers::{Range, amounts, estimate, if_good, truths};
use crate::support::holes::{Hole, candidates, fillings, given_fen, on_grid};
use crate::support::property::{for_all, holds};
use crate::support::regions::Region;
use crate::support::requests::{complete, complete_of, rate, yuan};
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yibao::api::wire::Estimate;

const CASES: u32 = 24;

/// A request with one expense at most; what the year held before may be anything.
fn single(tape: &mut Tape, region: &Region) -> Value {
    let mut request = complete(tape, region);
    request["expenses"].as_array_mut().unwrap().truncate(1);
    request
}

fn total(request: &Value) -> Option<i64> {
    given_fen(&request["expenses"][0]["total"])
}

fn paid(answer: &Estimate) -> Range {
    Range::of(&answer.totals.paid)
}

/// Both ends of the first are at most those of the second.
fn at_most(less: Range, more: Range) -> bool {
    less.low <= more.low && less.high <= more.high
}

/// Whether a programme that begins beyond another's cap pays: what it pays jumps with the cap.
fn has_jump(answer: &Estimate) -> bool {
    answer.programmes.iter().any(|programme| {
        let beyond = programme.lines.iter().flat_map(|line| &line.steps).any(|step| step.kind == "beyond-cap");
        beyond || (programme.id.ends_with("/major-illness-assistance") && programme.paid.high.to_fen() > 0)
    })
}

/// 1.
#[test]
fn more_in_scope_never_lowers_what_is_paid() {
    for_all(CASES, |tape, region| {
        let small = single(tape, region);
        let Some(total) = total(&small) else { return Ok(()) };
        let mut large = small.clone();
        let more = if tape.one_in(2) { tape.between(1, 300) } else { tape.between(1, 30_000_000) };
        large["expenses"][0]["total"] = json!(yuan(total + more));
        let (before, after) = (paid(&estimate(&small)), paid(&estimate(&large)));
        holds(at_most(before, after), || format!("{before:?} falls to {after:?} with {more} fen more than in {small}"))
    });
}

/// 1, the other way: a part of the bill that falls out of scope.
#[test]
fn more_out_of_scope_never_raises_what_is_paid() {
    for_all(CASES, |tape, region| {
        let request = single(tape, region);
        let Some(total) = total(&request) else { return Ok(()) };
        let facts = &request["expenses"][0]["facts"];
        let (own, advance) = (given_fen(&facts["self_paid"]).unwrap(), given_fen(&facts["advance"]).unwrap());
        let mut more = request.clone();
        more["expenses"][0]["facts"]["self_paid"] = json!(yuan(tape.between(own, total - advance)));
        let (before, after) = (paid(&estimate(&request)), paid(&estimate(&more)));
        holds(at_most(after, before), || format!("{before:?} rises to {after:?} from {request} to {more}"))
    });
}

/// Every entered value of a unit, with a greater one.
fn raised(tape: &mut Tape, region: &Region, request: &Value, unit: &str) -> Vec<(String, Value)> {
    let entered = request["entered"].as_object().unwrap();
    let of_unit = entered.iter().filter(|(id, _)| region.value(id).unit == unit);
    let mut raise = |(id, text): (&String, &Value)| {
        let text = text.as_str().unwrap();
        let mut more = request.clone();
        more["entered"][id] = match unit {
            "rate" => json!(rate(tape.between(on_grid(text, 6), 1_000_000))),
            _ => json!(yuan(on_grid(text, 2) + tape.between(1, 500_000))),
        };
        (id.clone(), more)
    };
    of_unit.map(&mut raise).collect()
}

/// Values that lower what is paid, by a part of their id: deductibles, what deductibles are a share of, the share of it that is
/// left to whoever is in hardship, points off a rate.
const LOWERING: [&str; 7] =
    ["deductible", "/half", "/hardship-share", "/poor-share", "/threshold", "/income", "points"];

/// 2, 3.
#[test]
fn values_move_what_is_paid_one_way() {
    for_all(CASES / 3, |tape, region| {
        let mut request = single(tape, region);
        // What a second layer owes with this expense and without it is rounded twice: with something owed before, a fen
        // may go either way.
        let years = request.get_mut("year_to_date").and_then(|years| years.as_object_mut());
        for (_, year) in years.into_iter().flatten() {
            year.as_object_mut().unwrap().remove("personal_share");
        }
        let answer = estimate(&request);
        let before = paid(&answer);
        for unit in ["rate", "money"] {
            for (id, more) in raised(tape, region, &request, unit) {
                let later = estimate(&more);
                let after = paid(&later);
                let lowers = LOWERING.iter().any(|part| id.contains(part));
                // The edge of a band moves the payment by which of the two bands pays more.
                let either_way = id.contains("/edge") || lowers && (has_jump(&answer) || has_jump(&later));
                if either_way {
                    continue;
                }
                let right = if lowers { at_most(after, before) } else { at_most(before, after) };
                holds(right, || format!("{id}: {before:?} to {after:?} from {request} to {more}"))?;
            }
        }
        Ok(())
    });
}

fn of_expenses(answer: &Estimate, ids: &[String]) -> Vec<(String, Range)> {
    let own = |name: &String| {
        let of_it =
            |id: &String| name.starts_with(&format!("expenses/{id}/")) || name.ends_with(&format!("/lines/{id}"));
        ids.iter().any(of_it)
    };
    amounts(answer).into_iter().filter(|(name, _)| own(name)).collect()
}

/// 4.
#[test]
fn a_later_expense_never_changes_an_earlier_one() {
    for_all(CASES, |tape, region| {
        let whole = complete(tape, region);
        let mut expenses = whole["expenses"].as_array().unwrap().clone();
        let Some(last) = expenses.iter().map(|e| e["date"].as_str().unwrap().to_owned()).max() else { return Ok(()) };
        // Of several on the last day the one given last is settled last.
        let place = expenses.iter().rposition(|expense| expense["date"] == last.as_str()).unwrap();
        expenses.remove(place);
        let mut before = whole.clone();
        before["expenses"] = json!(expenses);
        let ids: Vec<String> = expenses.iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect();
        let (with, without) = (of_expenses(&estimate(&whole), &ids), of_expenses(&estimate(&before), &ids));
        holds(with == without, || format!("{without:?}\nbecome {with:?}\nof {whole}"))
    });
}

/// 4.
#[test]
fn expenses_on_different_days_may_be_given_in_any_order() {
    for_all(CASES, |tape, region| {
        let request = complete(tape, region);
        let mut turned = request.clone();
        turned["expenses"].as_array_mut().unwrap().reverse();
        let days: Vec<&Value> = request["expenses"].as_array().unwrap().iter().map(|e| &e["date"]).collect();
        if days.iter().enumerate().any(|(place, day)| days[..place].contains(day)) {
            return Ok(());
        }
        let (one, other) = (amounts(&estimate(&request)), amounts(&estimate(&turned)));
        holds(one == other, || format!("another order, other amounts: {request}"))
    });
}

/// 5.
#[test]
fn what_was_paid_before_never_raises_what_is_paid_now() {
    for_all(CASES, |tape, region| {
        let request = complete(tape, region);
        let answer = estimate(&request);
        for programme in answer.programmes.iter().filter(|p| p.lines.len() == 1 && p.fund.is_some()) {
            let expense = request["expenses"].as_array().unwrap().iter();
            let expense = expense.clone().find(|e| e["id"] == programme.lines[0].expense.as_str()).unwrap();
            let year = &expense["date"].as_str().unwrap()[..4];
            let mut later = request.clone();
            let before = given_fen(&request["year_to_date"][year]["paid"][&programme.id]).unwrap_or(0);
            later["year_to_date"][year]["paid"][&programme.id] = json!(yuan(before + tape.between(1, 20_000_000)));
            let after = estimate(&later);
            let now = &after.programmes.iter().find(|p| p.id == programme.id).unwrap().paid;
            let (was, now) = (Range::of(&programme.paid), Range::of(now));
            holds(at_most(now, was), || format!("{}: {was:?} to {now:?} of {later}", programme.id))?;
        }
        Ok(())
    });
}

/// A request with holes, and one of them with a way to fill it.
fn with_an_answer(tape: &mut Tape, region: &Region) -> Option<(Value, Hole, Value)> {
    let services: Vec<&str> = region.services.iter().filter(|s| s.covered).map(|s| s.id.as_str()).collect();
    let mut request = complete_of(tape, region, &services);
    request["expenses"].as_array_mut().unwrap().truncate(2);
    let all = candidates(region, &request);
    if all.is_empty() {
        return None;
    }
    let mut holes: BTreeSet<usize> = BTreeSet::new();
    for _ in 0..1 + tape.below(7) {
        holes.insert(tape.below(all.len()));
    }
    let dont_know = tape.one_in(3);
    holes.iter().for_each(|place| all[*place].punch(&mut request, dont_know));
    let chosen = *tape.pick(&holes.into_iter().collect::<Vec<usize>>());
    let hole = all[chosen].clone();
    // Where only a part of what is open would be filled, the other part is filled too.
    let hole = match &hole {
        Hole::Expense(place, fact) if fact == "self_paid" || fact == "advance" => {
            let facts = &request["expenses"][*place]["facts"];
            let both = given_fen(&facts["self_paid"]).is_none() && given_fen(&facts["advance"]).is_none();
            if both { Hole::Bill(*place) } else { hole }
        }
        Hole::Bill(_) => hole,
        _ => hole,
    };
    let ways = fillings(tape, region, &request, &hole).fills;
    let mut filled = request.clone();
    hole.fill(&mut filled, tape.pick(&ways));
    Some((request, hole, filled))
}

/// 6.
#[test]
fn an_answer_never_widens_a_range_or_undoes_a_verdict() {
    for_all(CASES * 2, |tape, region| {
        let Some((request, hole, filled)) = with_an_answer(tape, region) else { return Ok(()) };
        let before = estimate(&request);
        let Some(after) = if_good(&filled) else { return Ok(()) };
        let wrong = |what: String| format!("{what}\nwith {hole:?} filled, from {request}\nto {filled}");
        let is_fact = !matches!(hole, Hole::Value(_) | Hole::Reading(_));
        let (old, new) = (amounts(&before), amounts(&after));
        for (name, range) in &new {
            // A range that ran out of budget is sound, but a narrower question may be bounded less well.
            let sound = !after.tight || old[name].holds(*range);
            holds(sound, || wrong(format!("{name}: {range:?} leaves {:?}", old[name])))?;
            let kept = !is_fact || old[name].likely.is_none() || range.likely == old[name].likely;
            holds(kept, || wrong(format!("{name}: likely {range:?} was {:?}", old[name])))?;
        }
        for (was, is) in before.programmes.iter().zip(&after.programmes) {
            let settled = |was: &str, is: &str| was == "undetermined" || was == is;
            let lines = was.lines.iter().zip(&is.lines).all(|(was, is)| settled(was.verdict, is.verdict));
            holds(settled(was.verdict, is.verdict) && lines, || wrong(format!("{}: a verdict is undone", was.id)))?;
        }
        let old_truths = truths(&before);
        for (name, truth) in truths(&after) {
            // Which line stands for the programme may change with the verdicts; its findings are compared by place.
            let was = old_truths.get(&name).copied().unwrap_or("unknown");
            let programme_level = name.contains("//");
            holds(was == "unknown" || was == truth || programme_level, || wrong(format!("{name}: {was} to {truth}")))?;
        }
        let names = hole.names(&request);
        for question in &after.questions {
            let known = names.contains(&question.unknown);
            holds(!known, || wrong(format!("{} is asked, but known", question.unknown)))?;
            let was_there = before.questions.iter().any(|q| q.unknown == question.unknown);
            holds(was_there, || wrong(format!("{} is asked only now", question.unknown)))?;
        }
        Ok(())
    });
}
