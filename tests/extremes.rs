//! When an amount is lowest and when it is highest, over random requests with random holes, in every region, of totals,
//! funds, expenses, programmes and lines.
//!
//! 1. The ends are the estimate's, and both are reached where the estimate is tight.
//! 2. `request` is the request with `when` filled in; its estimate has exactly that amount, unless `when` names
//!    something uncounted: then the amount lies in its range.
//! 3. No member of `when` can be left as open as it was.
//! 4. Every value `among` does as well as the one that is told, also together with others.
//! 5. Whoever is as people usually are shows an end, where that takes no more to tell.
//! 6. A name that is none is a Failure at `/of`; a bad request is the estimate's Failure.

use crate::support::analysis::random_holes;
use crate::support::answers::{Range, estimate, fen, if_good};
use crate::support::around::{extremes, hole_named, list, some_among, text};
use crate::support::holes::Hole;
use crate::support::regions::{Region, regions};
use crate::support::requests::complete;
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use yibao::api::wire::Estimate;

/// How many random requests of each region are studied.
const ROUNDS: u64 = 3;
/// How many amounts of each.
const FIGURES: usize = 3;

#[test]
fn an_end_is_shown_by_as_little_as_it_takes() {
    let mut found = Vec::new();
    let mut seen = Seen::default();
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + place as u64 * 7_919 + round * 104_729;
            found.extend(wrong_of_random(&mut Tape::Seeded(seed), region, &mut seen));
        }
    }
    let shown: String = found.iter().take(8).map(|what| format!("{what}\n\n")).collect();
    assert!(found.is_empty(), "{} findings\n{shown}", found.len());
    // The test has looked at what it is about.
    assert!(seen.whens > 20 && seen.amongs > 5, "{seen:?}");
}

/// 5.
#[test]
fn nobody_must_be_poor_to_get_nothing() {
    let stay = |region: &str, facts: Value| {
        json!({"region": region, "asked_on": "2025-06-01", "facts": facts,
               "expenses": [{"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "9000",
                             "facts": {"self_paid": "0.00", "advance": "0.00", "facility_level": "2"}}]})
    };
    let low = |request: &Value| {
        let when = extremes(request, "paid")["low"]["when"].clone();
        when.as_array().unwrap().iter().map(|one| json!([one["unknown"], one["value"]])).collect::<Vec<Value>>()
    };
    let taian = stay("370900", json!({"scheme": "resident", "birth_date": "1980-01-01", "student": false}));
    assert_eq!(low(&taian), [json!(["000000/resident-inpatient/share@2", "0.00"]), json!(["hardship", []])]);
    let qingdao = stay("370212", json!({"scheme": "resident"}));
    assert_eq!(low(&qingdao), [json!(["resident_tier", "2"]), json!(["hardship", []])]);
}

#[derive(Debug, Default)]
struct Seen {
    whens: usize,
    amongs: usize,
}

fn wrong_of_random(tape: &mut Tape, region: &Region, seen: &mut Seen) -> Option<String> {
    let mut request = complete(tape, region);
    let holes = random_holes(tape, region, &request);
    let dont_know = tape.one_in(3);
    holes.iter().for_each(|hole| hole.punch(&mut request, dont_know));
    let whole = estimate(&request);
    let (exact, open): (Vec<_>, Vec<_>) = figures(&whole).into_iter().partition(|(_, range)| range.is_exact());
    let mut chosen = Vec::new();
    for _ in 0..FIGURES {
        let from = if open.is_empty() || tape.one_in(8) { &exact } else { &open };
        chosen.push(tape.pick(from).clone());
    }
    chosen.iter().find_map(|(of, range)| {
        let told = extremes(&request, of);
        let ends = [("low", range.low), ("high", range.high)];
        let wrong = ends.iter().find_map(|(name, amount)| {
            let end = End { region, request: &request, whole: &whole, of, told: &told[name], amount: *amount };
            end.wrong(tape, seen).map(|what| format!("{name}: {what}"))
        });
        wrong.map(|what| format!("{of} {what}\nof {request}\n{told}"))
    })
}

/// Every amount that may be asked for, by its name there.
fn figures(estimate: &Estimate) -> Vec<(String, Range)> {
    let totals = &estimate.totals;
    let mut all = vec![
        ("paid".to_owned(), Range::of(&totals.paid)),
        ("in_scope".to_owned(), Range::of(&totals.in_scope)),
        ("allowances".to_owned(), Range::of(&totals.allowances)),
    ];
    all.extend(estimate.funds.iter().map(|fund| (fund.fund.to_owned(), Range::of(&fund.paid))));
    all.extend(estimate.expenses.iter().map(|e| (e.id.clone(), Range::of(&e.slip.fund_pay_sumamt))));
    for programme in &estimate.programmes {
        all.push((programme.id.clone(), Range::of(&programme.paid)));
        let lines = programme.lines.iter();
        all.extend(lines.map(|line| (format!("{}/{}", line.expense, programme.id), Range::of(&line.paid))));
    }
    all
}

/// One end of one amount.
struct End<'a> {
    region: &'a Region,
    request: &'a Value,
    whole: &'a Estimate,
    of: &'a str,
    told: &'a Value,
    amount: i64,
}

impl End<'_> {
    fn wrong(&self, tape: &mut Tape, seen: &mut Seen) -> Option<String> {
        if fen(text(&self.told["amount"])) != self.amount {
            return Some(format!("the estimate says {}", self.amount));
        }
        let when = list(&self.told["when"]);
        if self.told["reached"] != true {
            let silent = when.is_empty() && self.told["request"] == *self.request;
            return match (self.whole.tight, silent) {
                (true, _) => Some("NOT REACHED, but the estimate is tight".into()),
                (false, false) => Some("not reached, but told".into()),
                (false, true) => None,
            };
        }
        seen.whens += when.len();
        self.not_filled(when).or_else(|| self.another_amount(when)).or_else(|| {
            // What nobody can fill in cannot be tried either.
            let all_filled = when.iter().all(|member| member["kind"] != "uncounted");
            let too_much = || when.iter().find_map(|member| self.needless(member));
            all_filled.then(|| too_much().or_else(|| self.not_as_good(tape, when, seen))).flatten()
        })
    }

    fn hole(&self, member: &Value) -> Hole {
        hole_named(self.request, text(&member["unknown"]), text(&member["kind"]))
    }

    /// What the estimate of a request says of this amount.
    fn amount_in(&self, request: &Value) -> Option<Range> {
        let of = |estimate: &Estimate| figures(estimate).into_iter().find(|(name, _)| name == self.of);
        if_good(request).map(|estimate| of(&estimate).unwrap_or_else(|| panic!("{} is gone", self.of)).1)
    }

    fn is_exactly_it(&self, request: &Value) -> Option<bool> {
        self.amount_in(request).map(|range| (range.low, range.high) == (self.amount, self.amount))
    }

    /// 2.
    fn not_filled(&self, when: &[Value]) -> Option<String> {
        let mut filled = self.request.clone();
        for member in when.iter().filter(|member| member["kind"] != "uncounted") {
            self.hole(member).fill(&mut filled, &vec![member["value"].clone()]);
        }
        // Members that fill no hole may be there as empty objects.
        let same = without_empty(&filled) == without_empty(&self.told["request"]);
        (!same).then(|| format!("`request` is not the request with `when` filled in, which is {filled}"))
    }

    /// 2.
    fn another_amount(&self, when: &[Value]) -> Option<String> {
        let Some(range) = self.amount_in(&self.told["request"]) else { return Some("`request` is refused".into()) };
        let is_uncounted = when.iter().any(|member| member["kind"] == "uncounted");
        let right = if is_uncounted {
            range.low <= self.amount && self.amount <= range.high
        } else {
            (range.low, range.high) == (self.amount, self.amount)
        };
        (!right).then(|| format!("`request` gives {range:?}"))
    }

    /// 3.
    fn needless(&self, member: &Value) -> Option<String> {
        let mut without = self.told["request"].clone();
        self.hole(member).restore(&mut without, self.request);
        let needless = self.is_exactly_it(&without)?;
        needless.then(|| format!("{} can be left open", member["unknown"]))
    }

    /// 4.
    fn not_as_good(&self, tape: &mut Tape, when: &[Value], seen: &mut Seen) -> Option<String> {
        let open: Vec<&Value> = when.iter().filter(|member| member.get("among").is_some()).collect();
        let mut all_others = self.told["request"].clone();
        for member in open {
            let hole = self.hole(member);
            let values = some_among(tape, self.region, self.request, &hole, &member["among"]);
            for value in values {
                seen.amongs += 1;
                for base in [&self.told["request"], &all_others] {
                    let mut other = base.clone();
                    hole.fill(&mut other, &vec![value.clone()]);
                    // Days that fit the told ones need not fit each other.
                    if self.is_exactly_it(&other) == Some(false) {
                        return Some(format!(
                            "{} is among the values of {}, but gives another amount",
                            value, member["unknown"]
                        ));
                    }
                }
                if tape.one_in(2) {
                    let mut other = all_others.clone();
                    hole.fill(&mut other, &vec![value]);
                    if if_good(&other).is_some() {
                        all_others = other;
                    }
                }
            }
        }
        None
    }
}

fn without_empty(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().map(|(key, inner)| (key.clone(), without_empty(inner)));
            Value::Object(kept.filter(|(_, inner)| *inner != json!({})).collect())
        }
        Value::Array(items) => items.iter().map(without_empty).collect(),
        other => other.clone(),
    }
}

/// 6.
#[test]
fn what_is_no_amount_is_refused_at_its_place() {
    let good = json!({"region": "370212", "asked_on": "2025-06-09", "expenses": [
        {"id": "a/b", "service": "inpatient", "date": "2025-03-01", "total": "1000"}]});
    for of in ["", "Paid", "out_of_pocket", "a", "a/b/370200/nothing", "370200/nothing", "a/370200/resident-inpatient"]
    {
        let told = extremes(&good, of);
        assert_eq!((&told["outcome"], &told["problems"][0]["path"]), (&json!("failure"), &json!("/of")), "{of}");
    }
    for of in ["paid", "basic", "long_term_care", "a/b", "370200/resident-inpatient", "a/b/370200/resident-inpatient"] {
        assert_eq!(extremes(&good, of)["of"], of, "{of}");
    }
    let bad = json!({"region": "370212", "asked_on": "2025-06-09", "colour": "red"});
    let told = extremes(&bad, "nothing");
    assert_eq!(told["problems"][0]["path"], "/colour", "first the request, then what is asked of it");
}
