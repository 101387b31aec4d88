//! The JSON Schema of a description.

use super::description::{HARDSHIP, LEVEL, SCHEME, names};
use crate::vocabulary::{Fact, Holder, Service};
use serde_json::{Map, Value, json};

/// The schema. What is missing of a description is as in the example that `yibao cohort CODE --example` writes.
#[must_use]
pub fn schema() -> Value {
    let mut schema = closed(
        &[
            ("region", json!({"type": "string", "pattern": "^[0-9]{6}$"})),
            ("year", whole(1901, 2998)),
            ("people", whole(1, 50_000_000)),
            ("seed", json!({"type": "integer", "minimum": 0})),
            ("insurance", section(&[("shares", shares(&names(SCHEME, None)))])),
            ("ages", section(&names(SCHEME, None).iter().map(|name| (name.as_str(), ages())).collect::<Vec<_>>())),
            ("hardship", section(&[("shares", hardship())])),
            ("care", section(&[("kinds", json!({"type": "array", "items": care()}))])),
            ("facts", section(&[("answers", answers(Holder::Person))])),
            ("open", json!({"enum": ["whole", "typical"]})),
            ("entered", json!({"type": "object", "additionalProperties": {"type": "string"}})),
            ("readings", json!({"type": "object", "additionalProperties": {"type": "string"}})),
        ],
        &["region"],
    );
    if let Value::Object(members) = &mut schema {
        members.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
        members.insert("$id".into(), json!("cohort.schema.json"));
        members.insert("title".into(), json!("yibao cohort: what a population is drawn from"));
    }
    schema
}

/// An object of these members; some must be there.
fn closed(members: &[(&str, Value)], needed: &[&str]) -> Value {
    let properties: Map<String, Value> = members.iter().map(|(key, of)| ((*key).to_owned(), of.clone())).collect();
    json!({"type": "object", "properties": properties, "required": needed, "additionalProperties": false})
}

/// A section with its ground.
fn section(members: &[(&str, Value)]) -> Value {
    let text = json!({"type": "string", "minLength": 1});
    let words = closed(&[("zh", text.clone()), ("en", text)], &["zh", "en"]);
    let all: Vec<(&str, Value)> = members.iter().cloned().chain([("ground", words)]).collect();
    closed(&all, &[])
}

fn whole(least: i64, most: i64) -> Value {
    json!({"type": "integer", "minimum": least, "maximum": most})
}

fn share() -> Value {
    json!({"type": "string", "pattern": "^(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)$"})
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
    let item = closed(&[("from", whole(0, 120)), ("to", whole(0, 120)), ("share", share())], &["from", "to", "share"]);
    json!({"type": "array", "items": item})
}

fn care() -> Value {
    let services = Service::ALL.map(Service::name);
    let times = json!({
        "type": "object",
        "propertyNames": {"pattern": "^([0-9]|[1-4][0-9]|5[0-2])$"},
        "additionalProperties": share(),
    });
    closed(
        &[
            ("service", json!({"enum": services})),
            ("times", times),
            ("levels", json!({"type": "array", "items": level()})),
            ("self_paid", share()),
            ("advance", share()),
            ("facts", answers(Holder::Expense)),
        ],
        &["service", "times", "levels"],
    )
}

fn level() -> Value {
    let amount = json!({"type": "string", "pattern": "^[0-9]+(\\.[0-9]{1,2})?$"});
    let point = closed(&[("at", share()), ("yuan", amount)], &["at", "yuan"]);
    let bill = json!({"type": "array", "items": point, "minItems": 2});
    closed(
        &[("level", json!({"enum": names(LEVEL, None)})), ("share", share()), ("bill", bill)],
        &["level", "share", "bill"],
    )
}

fn answers(holder: Holder) -> Value {
    let facts: Vec<&str> = Fact::given().filter(|fact| fact.spec().of == holder).map(Fact::id).collect();
    let answer = closed(&[("value", json!({})), ("share", share())], &["value", "share"]);
    json!({
        "type": "object",
        "propertyNames": {"enum": facts},
        "additionalProperties": {"type": "array", "items": answer},
    })
}
