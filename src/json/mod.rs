//! JSON text as a tree that keeps what a request may get wrong: numbers as they were written, and repeated keys.

mod parser;
pub mod problem;
pub mod reader;
mod repeated;
mod sign;
pub mod tree;

use parser::Parser;
pub use repeated::RepeatedKey;
use serde::ser::{Error, Serialize, Serializer};
use std::borrow::Cow;

/// The largest text that is read, in bytes. The largest sensible request has a few kilobytes, a policy a few hundred.
pub const MAX_BYTES: usize = 4 << 20;

/// A JSON value. Its texts are its own, unless it is a [`ReadJson`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<T = String> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as text: it never becomes a float.
    Number(T),
    /// A string.
    String(T),
    /// A list.
    Array(Vec<Json<T>>),
    /// Members in the order of the text, keys unique.
    Object(Vec<(T, Json<T>)>),
}

/// A JSON value that is only read. Its texts are parts of the text that it was read from, but for those with escapes: so a
/// request is read without a copy of every text in it.
pub type ReadJson<'t> = Json<Cow<'t, str>>;

/// Numbers are written as whole numbers: no other number is ever read into a request or put into an answer.
impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(text) => match text.parse() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => Err(S::Error::custom("not a whole number")),
            },
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Longer than [`MAX_BYTES`].
    TooLarge,
    /// Objects hold these keys twice.
    RepeatedKeys(Vec<RepeatedKey>),
    /// Not JSON because it is not UTF-8, and what it seems to be instead.
    Encoding(&'static str),
    /// Not JSON (or nested deeper than 128), with what the parser says.
    Syntax(String),
}

/// Reads a text.
///
/// ```
/// use yibao::json::{parse, Json, Unreadable};
/// assert_eq!(parse("[1.50]"), Ok(Json::Array(vec![Json::Number("1.50".into())])));
/// let twice = parse(r#"{"a": 1, "a": 2}"#);
/// assert!(matches!(twice, Err(Unreadable::RepeatedKeys(keys)) if keys[0].path == "/a"));
/// ```
///
/// # Errors
/// [`Unreadable`] says why.
pub fn parse(text: &str) -> Result<Json, Unreadable> {
    read(text).map(|json| json.owned())
}

/// Reads a text, and copies none of it.
///
/// # Errors
/// [`Unreadable`] says why.
pub fn read(text: &str) -> Result<ReadJson<'_>, Unreadable> {
    if text.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    Parser::new(without_mark(text)).whole().map_err(|error| other_encoding(text).map_or(error, Unreadable::Encoding))
}

/// Reads a piece of a text. Nothing looks for what it is where it is no JSON: a text may hold a million such pieces, one in
/// the other.
#[must_use]
pub fn piece(text: &str) -> Option<Json> {
    Parser::new(text).whole().ok().map(|json| json.owned())
}

/// Editors on Windows put a byte order mark before a text; one is no part of it.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What a text that is no JSON was written in, where it was not UTF-8. Who reads bytes puts replacement characters for what
/// is none, and UTF-16 has an empty byte in every second place.
fn other_encoding(text: &str) -> Option<&'static str> {
    let holds = |char| text.contains(char);
    if holds('\0') { Some("UTF-16") } else { holds(char::REPLACEMENT_CHARACTER).then_some("GBK") }
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
    fn a_number_that_is_not_whole_is_not_written() {
        assert!(serde_json::to_string(&parse("[1.5]").unwrap()).is_err());
    }

    #[test]
    fn a_key_held_twice_is_refused_at_any_depth() {
        let text = r#"{"a": [{"b": {"c": 1, "c": 2}, "b": {}}], "a": 0}"#;
        let Err(Unreadable::RepeatedKeys(keys)) = parse(text) else { panic!("{text} is read") };
        let found: Vec<_> = keys.iter().map(|found| (found.key.as_str(), found.path.as_str())).collect();
        assert_eq!(found, [("c", "/a/0/b/c"), ("b", "/a/0/b"), ("a", "/a")]);
    }

    #[test]
    fn one_mark_is_skipped_and_another_encoding_is_named() {
        assert_eq!(parse("\u{feff}{}"), parse("{}"));
        assert!(matches!(parse("\u{feff}\u{feff}{}"), Err(Unreadable::Syntax(_))));
        assert!(matches!(parse("{}\u{feff}"), Err(Unreadable::Syntax(_))));
        assert_eq!(parse("{\0\"\0a"), Err(Unreadable::Encoding("UTF-16")));
        assert_eq!(parse("\u{fffd}"), Err(Unreadable::Encoding("GBK")));
        // What is JSON all the same is read.
        assert_eq!(parse("\"\u{fffd}\""), Ok(Json::String("\u{fffd}".to_owned())));
    }

    #[test]
    fn nonsense_large_and_deep_texts_are_refused() {
        assert!(matches!(parse("{"), Err(Unreadable::Syntax(_))));
        assert!(matches!(parse(&"[".repeat(100_000)), Err(Unreadable::Syntax(_))));
        assert_eq!(parse(&" ".repeat(MAX_BYTES + 1)), Err(Unreadable::TooLarge));
    }
}
