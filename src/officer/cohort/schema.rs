//! The JSON Schema of a description.

use super::description::{HARDSHIP, LEVEL, SCHEME, names};
use crate::officer::json_schema::{closed, list, merge, named, one_of, pattern, text, whole};
use crate::vocabulary::{Fact, Holder, Service};
use serde_json::{Value, json};

/// The schema. What is missing of a description is as in the example that `yibao cohort CODE --example` writes.
#[must_use]
pub fn schema() -> Value {
    let mut schema = closed(&[
        ("region!", pattern("^[0-9]{6}$")),
        ("year", whole(1901, 2998)),
        ("people", whole(1, 50_000_000)),
        ("seed", json!({"type": "integer", "minimum": 0})),
        ("insurance", section(&[("shares", shares(&names(SCHEME, None)))])),
        ("ages", section(&names(SCHEME, None).iter().map(|name| (name.as_str(), ages())).collect::<Vec<_>>())),
        ("hardship", section(&[("shares", hardship())])),
        ("care", section(&[("kinds", list(care()))])),
        ("facts", section(&[("answers", answers(Holder::Person))])),
        ("open", one_of(&["whole", "typical"])),
        ("entered", named(json!({"type": "string"}))),
        ("readings", named(json!({"type": "string"}))),
    ]);
    let about = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "cohort.schema.json",
        "title": "yibao cohort: what a population is drawn from",
    });
    merge(&mut schema, about);
    schema
}

/// A section with its ground.
fn section(members: &[(&str, Value)]) -> Value {
    let words = closed(&[("zh!", text()), ("en!", text())]);
    closed(&[members, &[("ground", words)]].concat())
}

fn share() -> Value {
    pattern("^(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)$")
}

fn shares(names: &[String]) -> Value {
    json!({"type": "object", "propertyNames": {"enum": names}, "additionalProperties": share()})
}

/// A region may add groups of its own.
fn hardship() -> Value {
    let known = ["none".to_owned()].into_iter().chain(names(HARDSHIP, None)).collect::<Vec<_>>();
    json!({"type": "object", "additionalProperties": share(), "examples": known})
}

fn ages() -> Value {
    list(closed(&[("from!", whole(0, 120)), ("to!", whole(0, 120)), ("share!", share())]))
}

fn care() -> Value {
    let times = json!({
        "type": "object",
        "propertyNames": {"pattern": "^([0-9]|[1-4][0-9]|5[0-2])$"},
        "additionalProperties": share(),
    });
    closed(&[
        ("service!", one_of(&Service::ALL.map(Service::name))),
        ("times!", times),
        ("levels!", list(level())),
        ("self_paid", share()),
        ("advance", share()),
        ("facts", answers(Holder::Expense)),
    ])
}

fn level() -> Value {
    let amount = pattern("^[0-9]+(\\.[0-9]{1,2})?$");
    let point = closed(&[("at!", share()), ("yuan!", amount)]);
    let bill = json!({"type": "array", "items": point, "minItems": 2});
    closed(&[("level!", json!({"enum": names(LEVEL, None)})), ("share!", share()), ("bill!", bill)])
}

fn answers(holder: Holder) -> Value {
    let facts: Vec<&str> = Fact::given().filter(|fact| fact.spec().of == holder).map(Fact::id).collect();
    let answer = closed(&[("value!", json!({})), ("share!", share())]);
    json!({
        "type": "object",
        "propertyNames": {"enum": facts},
        "additionalProperties": list(answer),
    })
}
