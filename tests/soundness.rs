//! The range against a slow reference: plain enumeration. A request with one to four holes is answered; then its holes
//! are filled in every way there is (or in very many), each completion is asked for by itself, and what it says must
//! agree. The reference knows no policy and no range: it only fills requests.
//!
//! 1. Every amount of every completion lies in the range.
//! 2. A verdict reached with facts missing is the verdict of every completion.
//! 3. Where `tight` is true and every combination of options and ends was asked for, both ends of every amount are reached:
//!    by one of these completions, or by one that `extremes` names. It is true wherever one bill stands alone in its year.
//! 4. `likely` is the amount of every completion with preferred readings and single suggestions, else null.
//! 5. `narrows` is what brute force finds; no answer narrows by less.
//! 6. What is asked or missing changes something, and what changes something is asked or missing.
//! 7. Where nothing is asked, missing or uncounted, every amount is exact.
//! 8. Every reading and every unpublished value (of a table: one, in long runs each) of every policy file was open in a study
//!    where it mattered, in one region at least: a nearer file may take the place of all services in which it is read.

use crate::support::analysis::{Completion, Study};
use crate::support::answers::{Range, amount_list, estimate, fen, verdict_list};
use crate::support::holes::{Hole, candidates, fillings};
use crate::support::regions::{Region, regions};
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// By how many fen an end may be off that only roundings keep apart, or a number that modifiers change: that one is halved until the
/// work runs out, and the answer is not tight.
const ROUNDINGS: i64 = 499;

/// How many random requests of each region are studied.
const ROUNDS: u64 = 4;

/// Runs a check over random studies of every region and gives all that it found.
fn in_every_region(salt: u64, check: impl Fn(&Study) -> Option<String>) {
    let mut found = Vec::new();
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let mut tape = Tape::Seeded(
                setting("YIBAO_SEED", 0) * 15_485_863 + salt * 1_000_003 + place as u64 * 7_919 + round * 104_729,
            );
            let Some(study) = Study::random(&mut tape, region) else { continue };
            found.extend(check(&study));
        }
    }
    let shown: Vec<&String> = found.iter().take(12).collect();
    assert!(
        found.is_empty(),
        "{} findings\n{}",
        found.len(),
        shown.iter().map(|s| format!("{s}\n\n")).collect::<String>()
    );
}

fn all_checks(study: &Study) -> Option<String> {
    let checks = [
        |study: &Study| study.outside(),
        verdict_undone,
        end_not_reached,
        wrong_likely,
        wrong_narrows,
        irrelevant_or_absent,
        wrong_missing,
        open_without_question,
    ];
    checks.iter().find_map(|check| check(study))
}

#[test]
fn the_range_agrees_with_plain_enumeration() {
    in_every_region(1, all_checks);
}

/// 2.
fn verdict_undone(study: &Study) -> Option<String> {
    for completion in &study.completions {
        for (place, (whole, inner)) in study.verdicts.iter().zip(&completion.verdicts).enumerate() {
            if *whole != "undetermined" && whole != inner {
                let name = &study.verdict_names()[place];
                return Some(format!("UNDONE {name}: {inner}, not {whole}\n{}", study.shown(Some(completion))));
            }
        }
    }
    None
}

/// 3.
///
/// What is not on file may pay anything, and that is no hole that an enumeration could fill. Where the year may hold
/// something before a bill, what a second layer pays is the difference of two rounded amounts, and every bill's number moves
/// every later bill: with one number open, an end is then off by its roundings at most; with several, the budget may be spent
/// before each end is found. The answer says so.
fn end_not_reached(study: &Study) -> Option<String> {
    if study.whole.tight {
        return study.end_not_reached().filter(|_| study.has_every_corner);
    }
    let is_counted = study.whole.totals.not_counted.is_empty();
    if is_counted && study.holes.len() == 1 && study.has_every_corner {
        return study.end_further_than(ROUNDINGS, "totals/");
    }
    let adds_up_a_year = study.whole.expenses.len() > 1 || study.request.get("year_to_date").is_some();
    let excused = !is_counted || adds_up_a_year;
    Some(format!("NOT TIGHT\n{}", study.shown(None))).filter(|_| !excused)
}

/// 4.
fn wrong_likely(study: &Study) -> Option<String> {
    let likely = study.likely_completions();
    let first = likely.first()?;
    for (place, whole) in study.amounts.iter().enumerate() {
        let all: Vec<Range> = likely.iter().map(|completion| completion.amounts[place]).collect();
        let one = all[0];
        let same = one.is_exact() && all.iter().all(|other| (other.low, other.high) == (one.low, one.high));
        let wrong = match whole.likely {
            Some(amount) => !same || amount != one.low,
            None => same && study.full,
        };
        if wrong {
            let name = &study.names()[place];
            return Some(format!("LIKELY {name}: {whole:?}, but {all:?}\n{}", study.shown(Some(first))));
        }
    }
    None
}

/// 5.
fn wrong_narrows(study: &Study) -> Option<String> {
    let paid = study.names().iter().position(|name| name == "totals/paid").unwrap();
    let whole = study.amounts[paid].width();
    for (place, hole) in study.holes.iter().enumerate() {
        let names = hole.names(&study.request);
        let Some(question) = study.whole.questions.iter().find(|q| names.contains(&q.unknown)) else { continue };
        let Some(narrows) = question.narrows.as_deref().map(fen) else {
            let within_budget = study.full && study.whole.tight;
            return Some(format!("NARROWS null for {names:?}\n{}", study.shown(None))).filter(|_| within_budget);
        };
        let widest = study.widest_after(place);
        let wrong = if study.full { narrows != whole - widest } else { narrows > whole - widest };
        if wrong && names.len() == 1 {
            return Some(format!("NARROWS {names:?}: {narrows}, not {whole} - {widest}\n{}", study.shown(None)));
        }
    }
    None
}

fn differ(one: &Completion, other: &Completion) -> bool {
    let ends = |c: &Completion| c.amounts.iter().map(|range| (range.low, range.high)).collect::<Vec<_>>();
    one.verdicts != other.verdicts || ends(one) != ends(other)
}

/// 6, of the whole answer.
fn irrelevant_or_absent(study: &Study) -> Option<String> {
    let asked: BTreeSet<&str> = study.whole.questions.iter().map(|q| q.unknown.as_str()).collect();
    let missing: BTreeSet<&str> =
        study.whole.programmes.iter().flat_map(|programme| programme.missing.iter().map(String::as_str)).collect();
    for (place, hole) in study.holes.iter().enumerate() {
        let matters = study.matters(place, differ);
        let dont_know = study.is_dont_know(hole);
        for name in hole.names(&study.request) {
            let is_asked = asked.contains(name.as_str());
            let wrong = match (matters, study.full) {
                _ if dont_know && is_asked => "asked again",
                (true, _) if !dont_know && !is_asked && !hole.has_one_name() => continue,
                (true, _) if !dont_know && !is_asked => "matters, but is not asked",
                (false, true) if is_asked => "is asked, but changes nothing",
                (false, true) if missing.contains(name.as_str()) => "is missing, but changes nothing",
                _ => continue,
            };
            return Some(format!("RELEVANT {name} {wrong}\n{}", study.shown(None)));
        }
    }
    let names: BTreeSet<String> = study.holes.iter().flat_map(|hole| hole.names(&study.request)).collect();
    let stray = asked.iter().chain(&missing).find(|name| !names.contains(**name));
    stray.map(|name| format!("RELEVANT {name} is known, but is asked or missing\n{}", study.shown(None)))
}

/// 6, of each programme.
fn wrong_missing(study: &Study) -> Option<String> {
    let (names, verdict_names) = (study.names(), study.verdict_names());
    for programme in &study.whole.programmes {
        let own = format!("programmes/{}", programme.id);
        let is_own = |name: &String| *name == own || name.starts_with(&format!("{own}/lines/"));
        let amounts: Vec<usize> = (0..names.len()).filter(|place| is_own(&names[*place])).collect();
        let verdicts: Vec<usize> = (0..verdict_names.len()).filter(|place| is_own(&verdict_names[*place])).collect();
        let changes = |a: &Completion, b: &Completion| {
            let ends = |c: &Completion, place: usize| (c.amounts[place].low, c.amounts[place].high);
            amounts.iter().any(|place| ends(a, *place) != ends(b, *place))
                || verdicts.iter().any(|place| a.verdicts[*place] != b.verdicts[*place])
        };
        for (place, hole) in study.holes.iter().enumerate() {
            let matters = study.matters(place, changes);
            for name in hole.names(&study.request) {
                let wrong = match (matters, programme.missing.contains(&name)) {
                    (true, false) if hole.has_one_name() => "matters, but is not missing",
                    (true, false) if !hole.names(&study.request).iter().any(|n| programme.missing.contains(n)) => {
                        "matters, but is not missing"
                    }
                    (false, true) if study.full => "is missing, but changes nothing",
                    _ => continue,
                };
                return Some(format!("MISSING of {}: {name} {wrong}\n{}", programme.id, study.shown(None)));
            }
        }
    }
    None
}

/// 7.
fn open_without_question(study: &Study) -> Option<String> {
    let whole = &study.whole;
    let any_missing = whole.programmes.iter().any(|programme| !programme.missing.is_empty());
    let is_asked = !whole.questions.is_empty() || any_missing || !whole.totals.not_counted.is_empty();
    if is_asked || study.holes.iter().any(|hole| study.is_dont_know(hole)) {
        return None;
    }
    let open = study.names().into_iter().zip(&study.amounts).find(|(_, range)| !range.is_exact());
    open.map(|(name, range)| format!("OPEN {name}: {range:?}, but nothing is asked\n{}", study.shown(None)))
}

/// The services of the programme that a value or reading belongs to.
fn services_of<'r>(region: &'r Region, hole: &Hole) -> Vec<&'r str> {
    let (Hole::Value(id) | Hole::Reading(id)) = hole else { return Vec::new() };
    let owns = |programme: &&crate::support::regions::Programme| id.starts_with(&format!("{}/", programme.id));
    // Other programmes read whether a child was covered.
    let reads_cover = |programme: &&crate::support::regions::Programme| programme.fund.as_deref() == Some("basic");
    let is_cover = id.contains("/newborn-cover/");
    let readers = region.programmes.iter().filter(|p| if is_cover { reads_cover(p) } else { owns(p) });
    readers.flat_map(|p| p.services.iter().map(String::as_str)).collect()
}

/// The unpublished values and readings of a region that can move an amount or a verdict: a subsidy's amount does not.
fn open_by_policy(region: &Region) -> Vec<Hole> {
    let in_words_only = |id: &str| {
        let programme = region.programmes.iter().find(|programme| id.starts_with(&format!("{}/", programme.id)));
        programme.is_none_or(|programme| programme.kind == "subsidy")
    };
    let values = region.values.iter().filter(|value| value.enterable && !value.limit_only);
    let values = values.filter(|value| value.unit == "yes_no" || !in_words_only(&value.id));
    let values = values.map(|value| Hole::Value(value.id.clone()));
    let pays = region.programmes.iter().any(|programme| programme.fund.is_some());
    let readings = region.readings.iter().filter(|reading| pays || !reading.id.ends_with("/late-enrolment"));
    values.chain(readings.map(|reading| Hole::Reading(reading.id.clone()))).collect()
}

/// Whether the first two ways to fill a hole (of a number, its ends) give two answers.
fn two_fillings_differ(tape: &mut Tape, region: &Region, request: &Value, hole: &Hole) -> bool {
    let ways = fillings(tape, region, request, hole).fills;
    let answers: Vec<_> = ways
        .iter()
        .take(2)
        .map(|way| {
            let mut filled = request.clone();
            hole.fill(&mut filled, way);
            let answer = estimate(&filled);
            (amount_list(&answer), verdict_list(&answer))
        })
        .collect();
    answers.len() == 2 && answers[0] != answers[1]
}

/// One cell stands for the others of its table; in long runs each is studied.
fn told_apart(hole: &Hole) -> String {
    match hole {
        Hole::Value(id) if setting("YIBAO_TIMES", 1) == 1 => id.split('@').next().unwrap_or(id).to_string(),
        _ => format!("{hole:?}"),
    }
}

/// A study of one hole in which it matters, and whether there is one.
fn studied(region: &Region, number: usize, hole: &Hole, found: &mut Vec<String>) -> bool {
    let services = services_of(region, hole);
    (0..4_000).any(|round| {
        let mut tape = Tape::Seeded(77 + number as u64 * 7_919 + round * 104_729);
        let mut request = crate::support::requests::complete_of(&mut tape, region, &services);
        request["expenses"].as_array_mut().unwrap().truncate(2);
        let is_open = candidates(region, &request).contains(hole);
        if !is_open || !two_fillings_differ(&mut tape, region, &request, hole) {
            return false;
        }
        let Some(study) = Study::of(&mut tape, region, request, vec![hole.clone()]) else { return false };
        let matters = study.matters(0, differ);
        found.extend(all_checks(&study).filter(|_| matters));
        matters
    })
}

/// 8.
#[test]
fn every_reading_and_unpublished_value_is_exercised() {
    let (mut found, mut mattered) = (Vec::new(), BTreeMap::new());
    for region in regions() {
        for (number, hole) in open_by_policy(region).into_iter().enumerate() {
            let matters = mattered.entry(told_apart(&hole)).or_insert(false);
            // What a file above this one leaves open needs to matter in one of the regions below it.
            *matters = *matters || studied(region, number, &hole, &mut found);
        }
    }
    found.extend(mattered.into_iter().filter(|(_, any)| !any).map(|(hole, _)| format!("{hole} never mattered")));
    assert!(found.is_empty(), "{} findings\n{}", found.len(), found.join("\n\n"));
}

/// What a subsidy gives is said in words: its amount is no question.
#[test]
fn an_amount_in_words_is_never_asked() {
    for region in regions() {
        let asked = amount_list(&estimate(&serde_json::json!({
            "region": region.code, "asked_on": "2025-06-01"
        })));
        assert!(asked.iter().all(|range| *range == Range { low: 0, likely: Some(0), high: 0 }), "{}", region.code);
    }
}
