//! What lies around an answer, read as JSON: the calls, and the values that `among` allows.

use super::catalogue;
use super::holes::{Hole, fillings, on_grid};
use super::regions::Region;
use super::tape::Tape;
use serde_json::{Value, json};
use yibao::api;

/// When an amount is lowest and highest.
pub fn extremes(request: &Value, of: &str) -> Value {
    serde_json::to_value(api::extremes(&request.to_string(), &[], of, catalogue())).unwrap()
}

/// What would have to be different, and what can be chosen.
pub fn alternatives(request: &Value) -> Value {
    serde_json::to_value(api::alternatives(&request.to_string(), &[], catalogue())).unwrap()
}

/// What the resident pays against the size of a bill.
pub fn curve(request: &Value, options: &Value) -> Value {
    serde_json::to_value(api::curve(&request.to_string(), &[], &options.to_string(), catalogue())).unwrap()
}

/// The members of a list; none where there is no list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A string that must be one.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no string"))
}

/// The hole that an unknown of this name and kind is.
pub fn hole_named(request: &Value, unknown: &str, kind: &str) -> Hole {
    match (kind, unknown.rsplit_once('/')) {
        ("value", _) => Hole::Value(unknown.to_owned()),
        ("reading", _) => Hole::Reading(unknown.to_owned()),
        ("fact", None) => Hole::Person(unknown.to_owned()),
        ("fact", Some((expense, fact))) => {
            let place = list(&request["expenses"]).iter().position(|other| other["id"] == expense);
            Hole::Expense(place.unwrap_or_else(|| panic!("no expense {expense}")), fact.to_owned())
        }
        _ => panic!("{unknown} is a {kind}, which nobody can fill"),
    }
}

/// What a request holds at a fact; null where it holds nothing.
pub fn given(request: &Value, hole: &Hole) -> Value {
    match hole {
        Hole::Age => request["facts"]["birth_date"].clone(),
        Hole::Person(fact) => request["facts"][fact].clone(),
        Hole::Expense(place, fact) => request["expenses"][*place]["facts"][fact].clone(),
        Hole::Value(id) => request["entered"][id].clone(),
        Hole::Reading(id) => request["readings"][id].clone(),
        Hole::Bill(_) | Hole::ThirdParty(_) => panic!("it has two parts"),
    }
}

/// Whether a value is one of those that `among` tells.
pub fn is_among(value: &Value, among: &Value) -> bool {
    let members = list(value);
    let is_option = among.get("any_of").is_none_or(|options| list(options).contains(value));
    let is_above = among.get("at_least").is_none_or(|least| rank(value) >= rank(least));
    let is_below = among.get("at_most").is_none_or(|most| rank(value) <= rank(most));
    let has_all = list(&among["has"]).iter().all(|member| members.contains(member));
    let has_any = among.get("has_any").is_none_or(|any| list(any).iter().any(|member| members.contains(member)));
    let lacks = list(&among["lacks"]).iter().all(|member| !members.contains(member));
    is_option && is_above && is_below && has_all && has_any && lacks
}

/// Where a number, an amount, a rate or a day stands among its like; `not_yet` after every day.
fn rank(value: &Value) -> i64 {
    match value {
        Value::String(text) if text == "not_yet" => i64::MAX,
        Value::String(day) if day.contains('-') => day.replace('-', "").parse().unwrap(),
        Value::String(amount) => on_grid(amount, 6),
        number => number.as_i64().unwrap_or_else(|| panic!("{number} has no place in a row")),
    }
}

/// Some values of `among`: those by which a request's holes are filled, and both bounds.
pub fn some_among(tape: &mut Tape, region: &Region, request: &Value, hole: &Hole, among: &Value) -> Vec<Value> {
    if among.get("has").is_some() || among.get("has_any").is_some() || among.get("lacks").is_some() {
        return sets_among(request, hole, among);
    }
    let ways = fillings(tape, region, request, hole).fills;
    let mut values: Vec<Value> = ways.into_iter().map(|mut way| way.remove(0)).collect();
    values.retain(|value| is_among(value, among));
    values.extend(["at_least", "at_most"].iter().filter_map(|bound| among.get(bound).cloned()));
    values
}

/// The set that is given, or none, with what must come and without what must go.
fn sets_among(request: &Value, hole: &Hole, among: &Value) -> Vec<Value> {
    let held = given(request, hole);
    let goes = |member: &Value| list(&among["lacks"]).contains(member);
    let mut base: Vec<Value> = list(&held).iter().filter(|member| !goes(member)).cloned().collect();
    let add = |set: &mut Vec<Value>, member: &Value| {
        if !set.contains(member) {
            set.push(member.clone());
        }
    };
    list(&among["has"]).iter().for_each(|member| add(&mut base, member));
    let any = list(&among["has_any"]);
    if any.is_empty() {
        return vec![json!(base)];
    }
    let mut sets: Vec<Vec<Value>> = any.iter().map(|_| base.clone()).collect();
    sets.iter_mut().zip(any).for_each(|(set, member)| add(set, member));
    any.iter().for_each(|member| add(&mut base, member));
    sets.push(base);
    sets.into_iter().map(|set| json!(set)).collect()
}
