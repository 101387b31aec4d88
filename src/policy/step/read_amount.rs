//! Reads amounts: a value's name, a list of cases, or an object with a source and modifiers.
//!
//! A modifier, and a part of a sum or of the greatest, may stand under a test of its own (`when`): where that does not hold,
//! it is left out. A step's own amount may not, because a step needs its number: the step has a `when`.
//!
//! Units are checked on the way: whoever asks says which units may come out, and the source and each modifier are asked
//! for what can lead there.

use super::super::read_test::{fact_named, read_test};
use super::super::read_value::row_key;
use super::super::scope::{Scope, refuse_unit};
use super::amount::{Amount, Count, How, OfBill, Source, Term, ValueRef};
use super::{Counts, Names};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::Towards;
use crate::policy::{RowKey, Test, Unit};
use crate::vocabulary::{Fact, FactKind, Used};

const SOURCES: [&str; 8] = ["value", "index", "count", "counter", "part", "sum", "greatest", "least"];
/// The members of an amount; beside them one that stands in a list may have `when`.
pub fn amount_keys() -> Vec<&'static str> {
    [&SOURCES[..], &["at"], &How::ALL.map(How::name), &["round"]].concat()
}

/// Said where an amount stands in the place of a value's name.
const BESIDE_VALUE: &str =
    "\"value\" is a name, and what changes it stands beside it: {\"value\": \"rate\", \"less\": \"points\"}";

/// Said where a test stands in the number that a step needs.
const WHEN_OF_STEP: &str = "\"when\" stands beside the step, or in a list of cases";

/// What may come out, and what did.
type Read<T> = Option<(T, Unit)>;

/// A case: its test and what it chooses.
type Case<T> = (Option<Test>, T);

impl Amount {
    /// A value's name, a list of cases, or a number with modifiers, of this unit.
    pub(super) fn read(node: &Node, unit: Unit, names: &Names) -> Option<Amount> {
        amount(node, &[unit], names).map(|(amount, _)| amount)
    }
}

/// A number that is always there.
fn amount(node: &Node, units: &[Unit], names: &Names) -> Read<Amount> {
    match node.json {
        Json::Array(_) => choice(node, units, names),
        Json::Object(_) => {
            if let Some(at) = node.entries()?.into_iter().find_map(|(key, at)| (key == "when").then_some(at)) {
                return at.refuse(Code::NeedsStep, &[("step", WHEN_OF_STEP)]);
            }
            let (term, unit) = term(&node.members(&amount_keys())?, units, names)?;
            Some((Amount { cases: vec![(None, term)] }, unit))
        }
        _ => {
            let (value, unit) = names.scope.value_of(node, units)?;
            Some((Amount::of_value(value), unit))
        }
    }
}

/// A number that may stand under a test.
fn part(node: &Node, units: &[Unit], names: &Names) -> Read<Amount> {
    match node.json {
        Json::Object(_) => case(node, units, names).map(|(case, unit)| (Amount { cases: vec![case] }, unit)),
        _ => amount(node, units, names),
    }
}

/// The first case whose test holds; the last has none.
fn choice(node: &Node, units: &[Unit], names: &Names) -> Read<Amount> {
    let (cases, unit) = each(node, units, &|item, units| case(item, units, names))?;
    let (last, others) = cases.split_last().map_or((None, &[][..]), |(last, others)| (Some(last), others));
    if last.is_some_and(|(test, _)| test.is_none()) && others.iter().all(|(test, _)| test.is_some()) {
        Some((Amount { cases }, unit))
    } else {
        node.refuse(Code::NeedsStep, &[("step", "the last case, and no other, has no \"when\"")])
    }
}

fn case(node: &Node, units: &[Unit], names: &Names) -> Read<Case<Term>> {
    let members = node.members(&[vec!["when"], amount_keys()].concat())?;
    let test = members.optional("when", |at| read_test(at, names.scope));
    let (term, unit) = term(&members, units, names)?;
    Some(((test?, term), unit))
}

/// Every item of a list that is not empty. All have the unit of the first.
fn each<T>(node: &Node, units: &[Unit], read: &dyn Fn(&Node, &[Unit]) -> Read<T>) -> Read<Vec<T>> {
    let items = node.items()?;
    if items.is_empty() {
        return node.refuse(Code::Empty, &[]);
    }
    let mut made = Vec::new();
    let mut unit = None;
    for item in &items {
        let found = match unit {
            None => read(item, units),
            Some(unit) => read(item, &[unit]),
        };
        if let Some((thing, of)) = found {
            made.push(thing);
            unit.get_or_insert(of);
        }
    }
    if made.len() == items.len() { unit.map(|unit| (made, unit)) } else { None }
}

fn term(members: &Members, units: &[Unit], names: &Names) -> Read<Term> {
    let factor = members.get(How::Times.name());
    let of_source = if factor.is_some() { leading_to(units, &Unit::NUMBERS) } else { units.to_vec() };
    let (source, mut unit) = source(members, &of_source, names)?;
    let mut modifiers = Vec::new();
    let mut is_whole = true;
    for how in How::ALL {
        let Some(at) = members.get(how.name()) else { continue };
        match modifier(&at, how, unit, units, names) {
            Some((by, after)) => {
                modifiers.push((how, by));
                unit = after;
            }
            None => is_whole = false,
        }
    }
    let round = members.optional("round", |at| rounding(at, unit));
    is_whole.then_some(())?;
    Some((Term { source, modifiers, round: round? }, unit))
}

/// What a modifier changes a number of this unit by, and the unit of what comes out.
fn modifier(node: &Node, how: How, unit: Unit, units: &[Unit], names: &Names) -> Read<Amount> {
    let [of, by] = match how {
        How::Times => {
            let factors = leading_to(units, &[unit]);
            let (by, of_factor) = part(node, &factors, names)?;
            return unit.times(of_factor).map(|product| (by, product));
        }
        How::Every => [Unit::Count, Unit::Count],
        How::DividedBy if unit == Unit::Count => return refuse_unit(node, how.name(), &[Unit::Money, Unit::Rate]),
        How::DividedBy => [unit, Unit::Count],
        How::Power => [Unit::Rate, Unit::Count],
        How::OwnShareTimes => [Unit::Rate, Unit::Rate],
        How::Plus | How::Less | How::AtLeast | How::AtMost => [unit, unit],
    };
    if of != unit {
        return refuse_unit(node, how.name(), &[of]);
    }
    part(node, &[by], names).map(|(by, _)| (by, unit))
}

/// The units that, times one of some others, give one that is wanted.
fn leading_to(wanted: &[Unit], others: &[Unit]) -> Vec<Unit> {
    let leads = |unit: &Unit| others.iter().filter_map(|other| unit.times(*other)).any(|unit| wanted.contains(&unit));
    Unit::NUMBERS.into_iter().filter(leads).collect()
}

fn source(members: &Members, units: &[Unit], names: &Names) -> Read<Source> {
    let named: Vec<&str> = SOURCES.into_iter().filter(|key| members.has(key)).collect();
    let [key] = named[..] else {
        return members.at().refuse(Code::NotOneOf, &[("choices", &SOURCES.join(", "))]);
    };
    let at = members.need(key)?;
    if let Some(stray) = members.get("at").filter(|_| key != "value") {
        return stray.refuse(Code::UnknownKey, &[("key", "at"), ("known", "a value, with at beside it")]);
    }
    let of_unit = |source, unit: Unit| {
        if units.contains(&unit) { Some((source, unit)) } else { refuse_unit(&at, key, units) }
    };
    let parts = |of: fn(Vec<Amount>, Unit) -> Source| {
        each(&at, units, &|item, units| part(item, units, names)).map(|(all, unit)| (of(all, unit), unit))
    };
    match key {
        "value" => value(&at, members, units, names.scope),
        "index" => names.indices.unit(&at).and_then(|unit| of_unit(Source::Index(at.string()?.to_owned()), unit)),
        "count" => count(&at).and_then(|count| of_unit(Source::Count(count), Unit::Count)),
        "counter" => names.counters.found(&at).and_then(|counter| {
            let unit = if counter.counts == Counts::Uses { Unit::Count } else { Unit::Money };
            of_unit(Source::Counter(counter), unit)
        }),
        "part" => at.one_of(&OfBill::ALL).and_then(|part| of_unit(Source::OfBill(part), Unit::Money)),
        "sum" => parts(Source::Sum),
        "greatest" => parts(Source::Greatest),
        _ => parts(|all, _| Source::Least(all)),
    }
}

fn value(node: &Node, members: &Members, units: &[Unit], scope: &Scope) -> Read<Source> {
    if matches!(node.json, Json::Object(_)) {
        return node.refuse(Code::NeedsStep, &[("step", BESIDE_VALUE)]);
    }
    let value = scope.value_of(node, units);
    let at = members.get("at").map_or(Some(Vec::new()), |at| fixed(&at, scope));
    let ((value, unit), at) = (value?, at?);
    Some((Source::Value(ValueRef { value, at }), unit))
}

/// `"age"`, `"earlier_stays"`, or a fact that is a whole number.
fn count(node: &Node) -> Option<Count> {
    let name = node.string()?;
    match name {
        "age" => return Some(Count::Age),
        "earlier_stays" => return Some(Count::EarlierStays),
        _ => {}
    }
    let Some(fact) = Fact::named(name) else { return node.refuse(Code::UnknownFact, &[("fact", name)]) };
    match fact.spec().kind {
        FactKind::WholeNumber(..) => Some(Count::Fact(fact)),
        _ => Used::Count.refuse(node, name),
    }
}

/// Each way to round, with its name: to which multiple, and which way.
pub const ROUNDINGS: [(&str, (i64, Towards)); 12] = [
    ("down_yuan", (1, Towards::Down)),
    ("yuan", (1, Towards::Nearest)),
    ("up_yuan", (1, Towards::Up)),
    ("down_ten", (10, Towards::Down)),
    ("ten", (10, Towards::Nearest)),
    ("up_ten", (10, Towards::Up)),
    ("down_hundred", (100, Towards::Down)),
    ("hundred", (100, Towards::Nearest)),
    ("up_hundred", (100, Towards::Up)),
    ("down_thousand", (1000, Towards::Down)),
    ("thousand", (1000, Towards::Nearest)),
    ("up_thousand", (1000, Towards::Up)),
];

fn rounding(node: &Node, unit: Unit) -> Option<(i64, Towards)> {
    if unit != Unit::Money {
        return refuse_unit(node, "round", &[Unit::Money]);
    }
    node.one_of(&ROUNDINGS)
}

/// `{"disability_grade": "5"}`
fn fixed(node: &Node, scope: &Scope) -> Option<Vec<(Fact, RowKey)>> {
    node.each_entry(&|name, at| {
        let fact = fact_named(at, name, scope)?;
        Some((fact, row_key(at, fact, scope.options, at.string()?)?))
    })
}
