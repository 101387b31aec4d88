//! JSON text as a tree that keeps what a request may get wrong: numbers as they were written, and repeated keys.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The largest text that is read, in bytes. The largest sensible request has a few kilobytes, a policy a few hundred.
pub const MAX_BYTES: usize = 4 << 20;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as text: it never becomes a float.
    Number(String),
    /// A string.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// Members in the order of the text, keys unique.
    Object(Vec<(String, Json)>),
}

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Longer than [`MAX_BYTES`].
    TooLarge,
    /// An object holds this key twice.
    RepeatedKey(String),
    /// Not JSON (or nested deeper than 128), with what the parser says.
    Syntax(String),
}

/// Marks a repeated key in a parser's error text.
const REPEATED: &str = "repeated key ";

/// Reads a text.
///
/// ```
/// use yibao::json::{parse, Json, Unreadable};
/// assert_eq!(parse("[1.50]"), Ok(Json::Array(vec![Json::Number("1.50".into())])));
/// assert_eq!(parse(r#"{"a": 1, "a": 2}"#), Err(Unreadable::RepeatedKey("a".into())));
/// ```
///
/// # Errors
/// [`Unreadable`] says why.
pub fn parse(text: &str) -> Result<Json, Unreadable> {
    if text.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        match message.strip_prefix(REPEATED).and_then(|rest| rest.rsplit_once(" at line ")) {
            Some((key, _)) => Unreadable::RepeatedKey(key.to_owned()),
            None => Unreadable::Syntax(message),
        }
    })
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

/// With its feature `arbitrary_precision`, serde_json hands a number over as an object with this one key.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER_TOKEN && members.is_empty() {
                return Ok(Json::Number(map.next_value()?));
            }
            if !seen.insert(key.clone()) {
                return Err(A::Error::custom(format_args!("{REPEATED}{key}")));
            }
            members.push((key, map.next_value()?));
        }
        Ok(Json::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_text() {
        for number in ["0", "-1", "1.50", "1e+400", "123456789012345678901234567890"] {
            assert_eq!(parse(number), Ok(Json::Number(number.to_owned())), "{number}");
        }
    }

    #[test]
    fn a_key_held_twice_is_refused_at_any_depth() {
        assert_eq!(parse(r#"{"a": [{"b": {}, "b": {}}]}"#), Err(Unreadable::RepeatedKey("b".to_owned())));
    }

    #[test]
    fn nonsense_large_and_deep_texts_are_refused() {
        assert!(matches!(parse("{"), Err(Unreadable::Syntax(_))));
        assert!(matches!(parse(&"[".repeat(100_000)), Err(Unreadable::Syntax(_))));
        assert_eq!(parse(&" ".repeat(MAX_BYTES + 1)), Err(Unreadable::TooLarge));
    }
}
