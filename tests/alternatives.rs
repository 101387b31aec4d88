//! What would have to be different, and what can be chosen, over random requests of every region, some with holes.
//!
//! 1. The programmes are exactly those that do not apply, in the answer's order.
//! 2. With all of a way's changes, each by its `value`, the line (without one: the programme) has the verdict that the
//!    way tells, and the totals are those that it tells. `from` is what was given.
//! 3. So it has with other values `among`.
//! 4. Without any one change the line does not apply, as it does not now.
//! 5. Completeness, by brute force: where another value of a single fact makes a programme apply, that value is among
//!    those of a way with this change only; where none makes it apply for sure, that holds of those that leave it open.
//!    Unless four ways are told, each of them something that the resident can do, or with one change too.
//! 6. `actionable`: every change has an action. Those come first, then the ways of fewer changes. `conditions` fail now
//!    and read the fact.
//! 7. Every option of a choice has the totals of the request with that answer; there is a choice for every fact that can
//!    be chosen and makes a difference to a total, and for no other.

use crate::support::analysis::random_holes;
use crate::support::answers::{estimate, if_good};
use crate::support::around::{alternatives, given, hole_named, is_among, list, some_among, text};
use crate::support::holes::{Hole, fillings};
use crate::support::regions::{Region, regions};
use crate::support::requests::complete;
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use yibao::api::wire::{Estimate, ProgrammeAnswer};

/// How many random requests of each region are studied.
const ROUNDS: u64 = 2;
/// How many ways are told at most.
const MOST_WAYS: usize = 4;
/// How many facts of each request are changed one by one.
const BRUTE_FACTS: usize = 4;

type Wrong = Option<String>;

/// All ways share the work of one estimate. Where it ran out, what is told holds the amount, but may be wider.
const WIDER: &str = "WIDER";
/// That happens to fewer than one way of so many.
const RARELY: usize = 50;

#[derive(Debug, Default)]
struct Seen {
    ways: usize,
    of_several: usize,
    actionable: usize,
    choices: usize,
    brute: usize,
}

#[test]
fn ways_and_choices_are_what_the_estimate_says_of_them() {
    let mut found = Vec::new();
    let mut seen = Seen::default();
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + 31 + place as u64 * 7_919 + round * 104_729;
            found.extend(wrong_of_random(&mut Tape::Seeded(seed), region, &mut seen));
        }
    }
    let (wider, found): (Vec<String>, Vec<String>) = found.into_iter().partition(|what| what.starts_with(WIDER));
    assert!(wider.len() * RARELY < seen.ways, "{} of {} are wider", wider.len(), seen.ways);
    let shown: String = found.iter().take(8).map(|what| format!("{what}\n\n")).collect();
    assert!(found.is_empty(), "{} findings\n{shown}", found.len());
    let enough = seen.ways > 40 && seen.of_several > 5 && seen.actionable > 5 && seen.choices > 0 && seen.brute > 10;
    assert!(enough, "the test has looked at too little: {seen:?}");
}

fn wrong_of_random(tape: &mut Tape, region: &Region, seen: &mut Seen) -> Wrong {
    let mut request = complete(tape, region);
    request["expenses"].as_array_mut().unwrap().truncate(2);
    if tape.one_in(3) {
        let dont_know = tape.one_in(2);
        random_holes(tape, region, &request).iter().for_each(|hole| hole.punch(&mut request, dont_know));
    }
    let study = Study { region, whole: estimate(&request), told: alternatives(&request), request };
    let wrong = study
        .wrong_programmes()
        .or_else(|| study.wrong_ways(tape, seen))
        .or_else(|| study.incomplete(tape, seen))
        .or_else(|| study.wrong_choices(seen));
    wrong.map(|what| format!("{what}\nof {}", study.request))
}

struct Study<'r> {
    region: &'r Region,
    request: Value,
    whole: Estimate,
    told: Value,
}

impl Study<'_> {
    /// 1.
    fn wrong_programmes(&self) -> Wrong {
        let told: Vec<&str> = list(&self.told["programmes"]).iter().map(|p| text(&p["id"])).collect();
        let failing = self.whole.programmes.iter().filter(|p| p.verdict == "does_not_apply");
        let failing: Vec<&str> = failing.map(|p| p.id.as_str()).collect();
        (told != failing).then(|| format!("PROGRAMMES {told:?}, not {failing:?}"))
    }

    fn wrong_ways(&self, tape: &mut Tape, seen: &mut Seen) -> Wrong {
        list(&self.told["programmes"]).iter().find_map(|programme| {
            let ways = list(&programme["ways"]);
            let rank = |way: &Value| (way["actionable"] != true, list(&way["changes"]).len());
            if ways.len() > MOST_WAYS || !ways.is_sorted_by_key(rank) {
                return Some(format!("ORDER of the ways {programme}"));
            }
            ways.iter().find_map(|way| {
                let way = Way { study: self, programme: text(&programme["id"]), told: way };
                seen.ways += 1;
                seen.of_several += usize::from(way.changes().len() > 1);
                seen.actionable += usize::from(way.told["actionable"] == true);
                way.wrong(tape).map(|what| format!("{what} by\n{}\nof {}", way.told, way.programme))
            })
        })
    }

    /// The facts that bear on conditions, as far as they are given.
    fn changeable(&self) -> Vec<(String, Hole)> {
        let keys = |object: &Value| object.as_object().map_or(Vec::new(), |o| o.keys().cloned().collect::<Vec<_>>());
        let mut all: Vec<(String, Hole)> =
            keys(&self.request["facts"]).into_iter().map(|fact| (fact.clone(), Hole::Person(fact))).collect();
        for (place, expense) in list(&self.request["expenses"]).iter().enumerate() {
            let facts = keys(&expense["facts"]).into_iter().filter(|fact| fact != "self_paid" && fact != "advance");
            all.extend(facts.map(|fact| (format!("{}/{fact}", text(&expense["id"])), Hole::Expense(place, fact))));
        }
        let has_birth = !self.request["facts"]["birth_date"].is_null();
        // Where no birth date is given, the enrolment says no more than that the birth came before it.
        all.retain(|(id, hole)| !given(&self.request, hole).is_null() && (has_birth || id != "enrolled_and_paid_on"));
        all
    }

    /// 5.
    fn incomplete(&self, tape: &mut Tape, seen: &mut Seen) -> Wrong {
        let all = self.changeable();
        for _ in 0..BRUTE_FACTS.min(all.len()) {
            let (unknown, hole) = tape.pick(&all);
            let mut after: Vec<(Value, Estimate)> = Vec::new();
            for way in fillings(tape, self.region, &self.request, hole).fills {
                let mut changed = self.request.clone();
                hole.fill(&mut changed, &way);
                after.extend(if_good(&changed).map(|estimate| (way[0].clone(), estimate)));
            }
            let wrong = list(&self.told["programmes"]).iter().find_map(|told| {
                self.uncovered(told, unknown, &after, seen).map(|what| {
                    format!("INCOMPLETE {unknown}: {what}, but the ways of {} are\n{}", told["id"], told["ways"])
                })
            });
            if wrong.is_some() {
                return wrong;
            }
        }
        None
    }

    fn uncovered(&self, told: &Value, unknown: &str, after: &[(Value, Estimate)], seen: &mut Seen) -> Wrong {
        let id = text(&told["id"]);
        let ways = list(&told["ways"]);
        let single = |way: &&Value| list(&way["changes"]).len() == 1;
        let is_told = |value: &Value| {
            let ours = ways.iter().filter(single).map(|way| &way["changes"][0]).filter(|c| c["unknown"] == unknown);
            ours.into_iter().any(|change| is_among(value, &change["among"]))
        };
        let is_full = ways.len() == MOST_WAYS && ways.iter().all(|way| way["actionable"] == true || single(&way));
        // Line by line: where one would apply for sure, those that would be open are not told.
        let places = verdicts(programme(&self.whole, id)).len();
        (0..places).find_map(|place| {
            let becomes = |verdict: &str| -> Vec<&Value> {
                let such = after.iter().filter(|(_, e)| verdicts(programme(e, id))[place] == verdict);
                such.map(|(value, _)| value).collect()
            };
            let (sure, open) = (becomes("applies"), becomes("undetermined"));
            let wanted = if sure.is_empty() { open } else { sure };
            seen.brute += wanted.len();
            let missed = wanted.into_iter().find(|value| !is_full && !is_told(value));
            missed.map(|value| format!("{value} would do"))
        })
    }

    /// 7.
    fn wrong_choices(&self, seen: &mut Seen) -> Wrong {
        let choices = list(&self.told["choices"]);
        let mut expected = vec![("resident_tier".to_owned(), Hole::Person("resident_tier".into()))];
        for fact in ["facility_level", "at_rehabilitation_centre"] {
            for (place, expense) in list(&self.request["expenses"]).iter().enumerate() {
                expected.push((format!("{}/{fact}", text(&expense["id"])), Hole::Expense(place, fact.into())));
            }
        }
        let stray = choices.iter().find(|choice| expected.iter().all(|(unknown, _)| choice["unknown"] != **unknown));
        if let Some(stray) = stray {
            return Some(format!("CHOICE {stray} cannot be chosen"));
        }
        expected.iter().find_map(|(unknown, hole)| {
            let told = choices.iter().find(|choice| choice["unknown"] == **unknown);
            let options = self.options(hole);
            let differs = options.iter().any(|option| without_value(option) != without_value(&options[0]));
            seen.choices += usize::from(told.is_some());
            match told {
                None => differs.then(|| format!("CHOICE {unknown} makes a difference: {options:?}")),
                Some(told) if !differs => Some(format!("CHOICE {told} makes no difference")),
                Some(told) if list(&told["options"]) != options => Some(format!("CHOICE {told}, not {options:?}")),
                Some(told) => (told["given"] != given(&self.request, hole)).then(|| format!("CHOICE given: {told}")),
            }
        })
    }

    /// The totals under every value of a fact.
    fn options(&self, hole: &Hole) -> Vec<Value> {
        let mut tape = Tape::Seeded(0);
        let mut fills = fillings(&mut tape, self.region, &self.request, hole).fills;
        fills
            .iter_mut()
            .map(|fill| {
                let mut request = self.request.clone();
                hole.fill(&mut request, fill);
                let mut option = totals(&estimate(&request));
                option["value"] = fill.remove(0);
                option
            })
            .collect()
    }
}

fn without_value(option: &Value) -> Value {
    let mut option = option.clone();
    option.as_object_mut().unwrap().remove("value");
    option
}

/// What ways and options tell of the totals.
fn totals(estimate: &Estimate) -> Value {
    let totals = &estimate.totals;
    json!({"paid": totals.paid, "out_of_pocket": totals.out_of_pocket, "allowances": totals.allowances})
}

fn programme<'e>(estimate: &'e Estimate, id: &str) -> &'e ProgrammeAnswer {
    estimate.programmes.iter().find(|programme| programme.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Of its lines; of a programme without any, its own.
fn verdicts(programme: &ProgrammeAnswer) -> Vec<&'static str> {
    match programme.lines.as_slice() {
        [] => vec![programme.verdict],
        lines => lines.iter().map(|line| line.verdict).collect(),
    }
}

/// One way of one programme.
struct Way<'s, 'r> {
    study: &'s Study<'r>,
    programme: &'s str,
    told: &'s Value,
}

impl Way<'_, '_> {
    fn changes(&self) -> &[Value] {
        list(&self.told["changes"])
    }

    fn hole(&self, change: &Value) -> Hole {
        hole_named(&self.study.request, text(&change["unknown"]), "fact")
    }

    fn wrong(&self, tape: &mut Tape) -> Wrong {
        self.wrong_words()
            .or_else(|| self.wrong_by_value())
            .or_else(|| self.needless())
            .or_else(|| self.wrong_among(tape))
    }

    /// The request with these values instead.
    fn changed(&self, values: &[&Value]) -> Value {
        let mut request = self.study.request.clone();
        for (change, value) in self.changes().iter().zip(values) {
            self.hole(change).fill(&mut request, &vec![(*value).clone()]);
        }
        request
    }

    fn verdict(&self, estimate: &Estimate) -> &'static str {
        let programme = programme(estimate, self.programme);
        match self.told["expense"].as_str() {
            None => programme.verdict,
            Some(expense) => programme.lines.iter().find(|line| line.expense == expense).unwrap().verdict,
        }
    }

    /// 2.
    fn wrong_by_value(&self) -> Wrong {
        let request = self.changed(&self.values());
        let Some(after) = if_good(&request) else { return Some(format!("REFUSED {request}")) };
        if self.verdict(&after) != self.told["verdict"] {
            return Some(format!("VERDICT {}", self.verdict(&after)));
        }
        let totals = totals(&after);
        let differing = |told: &str, is_wrong: fn(&Value, &Value) -> bool| {
            let one = totals.as_object().unwrap().iter().find(|(key, amount)| is_wrong(&self.told[*key], amount));
            one.map(|(key, amount)| format!("{told} {key}: {amount}"))
        };
        differing("TOTAL", |told, amount| told != amount && !holds(told, amount)).or(differing(WIDER, |a, b| a != b))
    }

    fn values(&self) -> Vec<&Value> {
        self.changes().iter().map(|change| &change["value"]).collect()
    }

    /// 3.
    fn wrong_among(&self, tape: &mut Tape) -> Wrong {
        let study = self.study;
        for (place, change) in self.changes().iter().enumerate() {
            let hole = self.hole(change);
            for value in some_among(tape, study.region, &study.request, &hole, &change["among"]) {
                let mut values = self.values();
                values[place] = &value;
                // A day that would do need not fit the other days.
                let after = if_good(&self.changed(&values));
                if after.is_some_and(|after| self.verdict(&after) != self.told["verdict"]) {
                    return Some(format!("AMONG the values of {} is {value}, which does not do", change["unknown"]));
                }
            }
        }
        None
    }

    /// 4.
    fn needless(&self) -> Wrong {
        if self.verdict(&self.study.whole) != "does_not_apply" {
            return Some("NEEDLESS: it is no line that does not apply".into());
        }
        self.changes().iter().find_map(|change| {
            let hole = self.hole(change);
            let mut without = self.changed(&self.values());
            hole.restore(&mut without, &self.study.request);
            let after = if_good(&without)?;
            (self.verdict(&after) != "does_not_apply").then(|| format!("NEEDLESS {}", change["unknown"]))
        })
    }

    /// 2 and 6.
    fn wrong_words(&self) -> Wrong {
        let all_doable = self.changes().iter().all(|change| !change["action"].is_null());
        if self.told["actionable"] != all_doable {
            return Some("ACTIONABLE".into());
        }
        let failing = self.failing();
        self.changes().iter().find_map(|change| {
            let hole = self.hole(change);
            if change["from"] != given(&self.study.request, &hole) && !change["from"].is_array() {
                return Some(format!("FROM {}", given(&self.study.request, &hole)));
            }
            if !is_among(&change["value"], &change["among"]) || is_among(&change["from"], &change["among"]) {
                return Some(format!("AMONG {change}"));
            }
            let reads_it = |condition: &Value| {
                failing
                    .iter()
                    .any(|(id, read)| condition == id.as_str() && read.iter().any(|r| change["unknown"] == **r))
            };
            let stray = list(&change["conditions"]).iter().find(|condition| !reads_it(condition));
            stray.map(|stray| format!("CONDITION {stray} does not fail, or does not read {}", change["unknown"]))
        })
    }

    /// The conditions that fail now, with what they read.
    fn failing(&self) -> Vec<(String, Vec<String>)> {
        let programme = programme(&self.study.whole, self.programme);
        let findings = match self.told["expense"].as_str() {
            None => &programme.findings,
            Some(expense) => &programme.lines.iter().find(|line| line.expense == expense).unwrap().findings,
        };
        let failing = findings.iter().filter(|finding| finding.truth == "false");
        failing.map(|finding| (finding.condition.clone(), finding.read.clone())).collect()
    }
}

/// A bad request is the estimate's Failure.
#[test]
fn a_bad_request_is_refused() {
    let told = alternatives(&json!({"region": "370212", "asked_on": "2025-06-09", "colour": "red"}));
    assert_eq!((&told["outcome"], &told["problems"][0]["path"]), (&json!("failure"), &json!("/colour")));
}

/// Whether a range lies within another.
fn holds(told: &Value, amount: &Value) -> bool {
    let fen = |range: &Value, end: &str| range[end].as_str().unwrap().replace('.', "").parse::<u64>().unwrap();
    fen(told, "low") <= fen(amount, "low") && fen(amount, "high") <= fen(told, "high")
}
