//! The few forms that the JSON Schemas here are made of.

use serde_json::{Map, Value, json};

/// Adds members to an object.
pub(super) fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

/// An object with these members and no others; those with a mark must be there.
pub(super) fn closed(members: &[(&str, Value)]) -> Value {
    let name = |key: &str| key.trim_end_matches('!').to_owned();
    let properties: Map<String, Value> = members.iter().map(|(key, value)| (name(key), value.clone())).collect();
    let needed: Vec<String> = members.iter().filter(|(key, _)| key.ends_with('!')).map(|(key, _)| name(key)).collect();
    json!({"type": "object", "properties": properties, "required": needed, "additionalProperties": false})
}

/// What a member is for, in both languages.
pub(super) fn about(mut schema: Value, zh: &str, en: &str) -> Value {
    merge(&mut schema, json!({"description": format!("{zh}\n{en}")}));
    schema
}

pub(super) fn defined(name: &str) -> Value {
    json!({"allOf": [{"$ref": format!("#/definitions/{name}")}]})
}

pub(super) fn list(of: Value) -> Value {
    json!({"type": "array", "items": of})
}

pub(super) fn some(of: Value) -> Value {
    json!({"type": "array", "items": of, "minItems": 1})
}

pub(super) fn named(of: Value) -> Value {
    json!({"type": "object", "additionalProperties": of})
}

pub(super) fn one_of(names: &[&str]) -> Value {
    json!({"enum": names})
}

/// The names of a list in which each stands with what it means.
pub(super) fn name_of<T, const N: usize>(list: [(&str, T); N]) -> Value {
    one_of(&list.map(|(name, _)| name))
}

pub(super) fn any(of: &[Value]) -> Value {
    json!({"anyOf": of})
}

pub(super) fn text() -> Value {
    json!({"type": "string", "minLength": 1})
}

pub(super) fn pattern(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

pub(super) fn whole(least: i64, most: i64) -> Value {
    json!({"type": "integer", "minimum": least, "maximum": most})
}
