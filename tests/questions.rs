//! What is asked, over random requests with random holes. (`tests/soundness.rs` shows by enumeration that `narrows` is
//! right, that nothing idle is asked and nothing that matters is left out.)
//!
//! 1. Questions stand in the order of the contract: what narrows most first, what cannot be had last, then in the order
//!    of the facts, of the person's before the expenses', then of values and readings by their ids.
//! 2. The programmes of a question are those that miss it.
//! 3. Whatever the answer to the first question, the range of what is paid narrows at least by what it promised.
//! 4. "I don't know" takes a fact from the questions, changes no amount, and brings up nothing new.
//! 5. Answering the first question again and again comes to an end: after as many answers as there were questions,
//!    nothing is asked.

use crate::support::analysis::random_holes;
use crate::support::answers::{Range, amount_list, estimate, fen, if_good};
use crate::support::around::hole_named;
use crate::support::holes::{Hole, fillings};
use crate::support::regions::{Region, regions};
use crate::support::requests::complete;
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use yibao::api::wire::{Estimate, Question};

/// How many random requests of each region are studied.
const ROUNDS: u64 = 3;
/// To how many answers to the first question the promise is held.
const ANSWERS: usize = 5;

type Wrong = Option<String>;

#[test]
fn questions_keep_what_they_promise() {
    let mut found = Vec::new();
    let mut asked = 0;
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + 83 + place as u64 * 7_919 + round * 104_729;
            let mut tape = Tape::Seeded(seed);
            let mut request = complete(&mut tape, region);
            let holes = random_holes(&mut tape, region, &request);
            holes.iter().for_each(|hole| hole.punch(&mut request, false));
            let whole = estimate(&request);
            asked += whole.questions.len();
            let study = Study { region, request, whole };
            let wrong = study
                .out_of_order()
                .or_else(|| study.wrong_programmes())
                .or_else(|| study.promise_not_kept(&mut tape))
                .or_else(|| study.asked_again(&mut tape))
                .or_else(|| study.endless(&mut tape));
            found.extend(wrong.map(|what| format!("{what}\nof {}", study.request)));
        }
    }
    let shown: String = found.iter().take(8).map(|what| format!("{what}\n\n")).collect();
    assert!(found.is_empty(), "{} findings\n{shown}", found.len());
    assert!(asked > 10, "only {asked} questions");
}

struct Study<'r> {
    region: &'r Region,
    request: Value,
    whole: Estimate,
}

fn narrows(question: &Question) -> Option<i64> {
    question.narrows.as_deref().map(fen)
}

impl Study<'_> {
    /// 1.
    fn out_of_order(&self) -> Wrong {
        let fact = |id: &str| self.region.facts.iter().position(|fact| fact.id == id).unwrap();
        let place = |question: &Question| {
            let expenses = self.request["expenses"].as_array().unwrap();
            match (question.kind, question.unknown.rsplit_once('/')) {
                ("fact", None) => (0, fact(&question.unknown), 0, String::new()),
                ("fact", Some((expense, id))) => {
                    (0, fact(id), 1 + expenses.iter().position(|e| e["id"] == expense).unwrap(), String::new())
                }
                _ => (1, 0, 0, question.unknown.clone()),
            }
        };
        // None comes last among falling amounts.
        let key = |question: &Question| (-narrows(question).unwrap_or(-1), place(question));
        let is_sorted = self.whole.questions.is_sorted_by_key(key);
        (!is_sorted).then(|| format!("ORDER {:?}", self.whole.questions))
    }

    /// 2.
    fn wrong_programmes(&self) -> Wrong {
        self.whole.questions.iter().find_map(|question| {
            let missing = self.whole.programmes.iter().filter(|p| p.missing.contains(&question.unknown));
            let missing: Vec<&String> = missing.map(|programme| &programme.id).collect();
            let same = question.programmes.iter().eq(missing.iter().copied());
            (!same).then(|| format!("PROGRAMMES {question:?}, but it is missing for {missing:?}"))
        })
    }

    fn first(&self) -> Option<(&Question, Hole)> {
        let first = self.whole.questions.first()?;
        Some((first, hole_named(&self.request, &first.unknown, first.kind)))
    }

    /// 3.
    fn promise_not_kept(&self, tape: &mut Tape) -> Wrong {
        let (first, hole) = self.first()?;
        let promised = narrows(first)?;
        let width = |estimate: &Estimate| Range::of(&estimate.totals.paid).width();
        let fills = fillings(tape, self.region, &self.request, &hole).fills;
        // Its ends, where it is a number, and some more.
        let some = (0..ANSWERS).map(|_| tape.below(fills.len()));
        let chosen: BTreeSet<usize> = some.chain([0, fills.len().min(2) - 1]).collect();
        chosen.into_iter().map(|place| &fills[place]).find_map(|fill| {
            let mut answered = self.request.clone();
            hole.fill(&mut answered, fill);
            let after = if_good(&answered).filter(|after| after.tight)?;
            let kept = width(&after) <= width(&self.whole) - promised;
            (!kept).then(|| format!("PROMISE {first:?}: {} after {fill:?}, of {}", width(&after), width(&self.whole)))
        })
    }

    /// 4.
    fn asked_again(&self, tape: &mut Tape) -> Wrong {
        let facts: Vec<&Question> = self.whole.questions.iter().filter(|question| question.kind == "fact").collect();
        let question = if facts.is_empty() { return None } else { *tape.pick(&facts) };
        let mut unknown = self.request.clone();
        hole_named(&self.request, &question.unknown, "fact").fill(&mut unknown, &vec![json!(null)]);
        let after = estimate(&unknown);
        let before: Vec<&String> = self.whole.questions.iter().map(|q| &q.unknown).collect();
        let new = after.questions.iter().find(|q| q.unknown == question.unknown || !before.contains(&&q.unknown));
        if let Some(new) = new {
            return Some(format!("AGAIN {} after null for {}", new.unknown, question.unknown));
        }
        let same = amount_list(&after) == amount_list(&self.whole);
        (!same).then(|| format!("CHANGED by null for {}", question.unknown))
    }

    /// 5.
    fn endless(&self, tape: &mut Tape) -> Wrong {
        let mut request = self.request.clone();
        let mut whole = estimate(&request);
        let most = whole.questions.len();
        for _ in 0..most {
            let first = whole.questions.first()?;
            let hole = hole_named(&request, &first.unknown, first.kind);
            let fills = fillings(tape, self.region, &request, &hole).fills;
            let mut answered = request.clone();
            hole.fill(&mut answered, tape.pick(&fills));
            // What does not fit other answers is answered in another way.
            whole = if_good(&answered)?;
            request = answered;
        }
        (!whole.questions.is_empty())
            .then(|| format!("ENDLESS: after {most} answers {:?}, of {request}", whole.questions))
    }
}
