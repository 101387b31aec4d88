//! Reads conditions: the closed list of tests of `docs/policy-format.md`.

use super::scope::Scope;
use super::step::Counts;
use super::{AgeOn, Condition, SetMembers, Test, Unit};
use crate::calendar::Span;
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{self, Node, read_all, refuse_repeated_ids};
use crate::option_set::OptionIndex;
use crate::vocabulary::{Fact, FactKind, Holder, OptionId, OptionList, refuse_test};
use crate::words::named_words;

/// A list of conditions, each with id, words and test.
pub(super) fn conditions(nodes: &[Node], scope: &Scope) -> Vec<Condition> {
    refuse_repeated_ids(nodes);
    nodes.iter().filter_map(|item| condition(item, scope)).collect::<Vec<_>>()
}

fn condition(node: &Node, scope: &Scope) -> Option<Condition> {
    let members = node.members(&["id", "words", "test"])?;
    let id = members.need("id").and_then(|id| id.name());
    let test = members.need("test").and_then(|test| read_test(&test, scope));
    let text =
        members.need("words").zip(id).and_then(|(words, id)| named_words(&words, format!("{}/{id}", scope.prefix)));
    Some(Condition { text: text?, test: test? })
}

const KINDS: [&str; 14] = [
    "all",
    "any",
    "not",
    "fact",
    "age_under",
    "age_at_least",
    "days_old_at_most",
    "enrolled_within_days_of_birth",
    "enrolled_within_months_of_birth",
    "value",
    "by_reading",
    "age_at_most",
    "entered",
    "counter",
];

/// One test.
pub(super) fn read_test(node: &Node, scope: &Scope) -> Option<Test> {
    if let Some(by_reading) = scope.by_reading(node) {
        let (reading, options) = by_reading?;
        return read_all(&options, |entry| read_test(entry, scope)).map(|tests| Test::ByReading(reading, tests));
    }
    let entries = node.entries()?;
    let kind = entries.iter().map(|(key, _)| *key).find(|key| KINDS.contains(key));
    let Some(kind) = kind else { return none_of(node, &KINDS) };
    match kind {
        "fact" => fact_test(node, scope),
        "value" => value_test(node, scope),
        "counter" => counter_test(node, scope),
        _ => single(node, kind, scope),
    }
}

/// Refuses what has none of the members that make it a test.
fn none_of<T>(node: &Node, known: &[&str]) -> Option<T> {
    node.refuse(Code::UnknownTest, &[("known", &known.join(", "))])
}

/// A test with one member; an age may name its day beside it.
fn single(node: &Node, kind: &str, scope: &Scope) -> Option<Test> {
    let keys = if kind.starts_with("age_") { vec![kind, "on"] } else { vec![kind] };
    let members = node.members(&keys)?;
    let at = members.need(kind)?;
    let on = members.get("on").map_or(Some(AgeOn::Day), |at| at.one_of(&AgeOn::NAMES))?;
    let under = |age| Test::AgeUnder(age, on);
    let many = |at: &Node| at.each(&|test| read_test(test, scope));
    match kind {
        "all" => many(&at).map(Test::All),
        "any" => many(&at).map(Test::Any),
        "not" => read_test(&at, scope).map(|test| Test::Not(Box::new(test))),
        "age_under" => at.whole_number(1, 150).map(under),
        "age_at_least" => at.whole_number(0, 150).map(|age| Test::Not(Box::new(under(age)))),
        "age_at_most" => at.whole_number(0, 149).map(|age| under(age.saturating_add(1))),
        "entered" => entered(&at, scope),
        "days_old_at_most" => at.whole_number(0, 36_500).map(Test::DaysOldAtMost),
        "enrolled_within_months_of_birth" => at.whole_number(0, 1200).map(|n| Test::EnrolledWithin(Span::Months(n))),
        _ => at.whole_number(0, 36_500).map(|n| Test::EnrolledWithin(Span::Days(n))),
    }
}

/// What a test may ask of a fact, each with the members that belong to it.
const ASKED: [&[&str]; 4] =
    [&["fact", "is"], &["fact", "has_any", "list_is_open"], &["fact", "not_empty"], &["fact", "at_least", "at_most"]];

/// What stands beside a fact, each once.
const BESIDE_A_FACT: [&str; 6] = ["is", "has_any", "list_is_open", "not_empty", "at_least", "at_most"];

fn fact_test(node: &Node, scope: &Scope) -> Option<Test> {
    let has = |key: &&str| node.json.get(key).is_some();
    let asked = ASKED.iter().find(|keys| keys.iter().skip(1).any(has));
    let Some(keys) = asked else {
        // Where a member is mistyped, that is what is wrong.
        let so_far = node.problems().count();
        node.members(&[&["fact"][..], &BESIDE_A_FACT].concat())?;
        return if node.problems().count() == so_far { none_of(node, &BESIDE_A_FACT) } else { None };
    };
    let members = node.members(keys)?;
    let fact = read_fact(&members.need("fact")?, scope)?;
    if let Some(at) = members.get("is") {
        return is_test(&at, fact, scope);
    }
    if let Some(at) = members.get("has_any") {
        let list_is_open = members.get("list_is_open").is_some_and(|flag| flag.yes_no() == Some(true));
        return Some(Test::HasAny { fact, members: members_of(&at, fact, scope)?, list_is_open });
    }
    if let Some(at) = members.get("not_empty") {
        if !at.yes_no()? {
            return at.refuse(Code::NotAChoice, &[("value", "false"), ("choices", "true")]);
        }
        return match fact.spec().kind {
            FactKind::Set => Some(Test::HasAny { fact, members: SetMembers::Any, list_is_open: false }),
            _ => refuse_test(node, fact),
        };
    }
    number_test(node, &members, fact)
}

fn number_test(node: &Node, members: &reader::Members, fact: Fact) -> Option<Test> {
    let FactKind::WholeNumber(min, max) = fact.spec().kind else {
        return refuse_test(node, fact);
    };
    between(node, members, (min, max), &|n| Test::AtLeast(fact, n))
}

/// `at_least`, `at_most` or both.
fn between(node: &Node, members: &reader::Members, (min, max): (i64, i64), from: &dyn Fn(i64) -> Test) -> Option<Test> {
    let at_least = members.get("at_least").map(|at| at.whole_number(min, max).map(from));
    let below = |n: i64| Test::Not(Box::new(from(n.saturating_add(1))));
    let at_most = members.get("at_most").map(|at| at.whole_number(min, max).map(below));
    match (at_least, at_most) {
        (Some(low), Some(high)) => Some(Test::All(vec![low?, high?])),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => none_of(node, &["at_least", "at_most"]),
    }
}

fn is_test(at: &Node, fact: Fact, scope: &Scope) -> Option<Test> {
    let Some(list) = scope.options.of(fact) else { return refuse_test(at, fact) };
    let places = match (fact.spec().kind, at.json) {
        (FactKind::YesNo, _) => vec![usize::from(at.yes_no()?)],
        (FactKind::Choice, Json::Array(_)) => at.each(&|item| item.choice(&list.names()))?,
        (FactKind::Choice, _) => vec![at.choice(&list.names())?],
        _ => return refuse_test(at, fact),
    };
    Some(Test::Is(fact, ids(list, &places)))
}

fn members_of(at: &Node, fact: Fact, scope: &Scope) -> Option<SetMembers> {
    let list = scope.options.of(fact).filter(|_| fact.spec().kind == FactKind::Set);
    let Some(list) = list else { return refuse_test(at, fact) };
    at.each(&|item| item.choice(&list.names())).map(|places| SetMembers::These(ids(list, &places)))
}

fn value_test(node: &Node, scope: &Scope) -> Option<Test> {
    let members = node.members(&["value", "is"])?;
    let value = members.need("value").and_then(|at| scope.value(&at, Unit::YesNo));
    let yes = members.need("is").and_then(|at| at.choice(&crate::vocabulary::NO_YES));
    Some(Test::ValueIs(value?, yes? == 1))
}

/// How many uses a counter holds; only a benefit's tests may ask, because conditions decide what is counted.
fn counter_test(node: &Node, scope: &Scope) -> Option<Test> {
    let Some(counters) = scope.counters else { return node.refuse(Code::CounterInCondition, &[]) };
    let members = node.members(&["counter", "at_least", "at_most"])?;
    members.need("counter")?;
    let counter = Box::new(counters.named_by(&members, &[Counts::Uses])??);
    between(node, &members, (0, Unit::MOST), &|n| Test::UsesAtLeast(counter.clone(), n))
}

/// `"rate"`, or a row of a table: `"rate@2"`.
fn entered(node: &Node, scope: &Scope) -> Option<Test> {
    let (value, row) = scope.row(node)?;
    Some(Test::Entered(value, row))
}

fn read_fact(node: &Node, scope: &Scope) -> Option<Fact> {
    fact_named(node, node.string()?, scope)
}

/// A fact that may be read here.
pub(super) fn fact_named(node: &Node, name: &str, scope: &Scope) -> Option<Fact> {
    let Some(fact) = Fact::named(name) else { return node.refuse(Code::UnknownFact, &[("fact", name)]) };
    if fact == Fact::age() {
        return refuse_test(node, fact);
    }
    if fact.spec().of == Holder::Expense && !scope.of_expense {
        return node.refuse(Code::NotOfThePerson, &[("fact", name)]);
    }
    Some(fact)
}

/// The numbers of options at these places of a list.
fn ids(list: &OptionList, places: &[usize]) -> Vec<OptionId> {
    let at = |place: &usize| OptionIndex::new(*place).and_then(|option| list.get(option));
    places.iter().filter_map(at).map(|option| option.id).collect()
}
