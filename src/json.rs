//! JSON text as a tree that keeps what a request may get wrong: numbers as they were written, and repeated keys.

mod parser;
pub mod told;
pub mod tree;

use parser::Parser;

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
    Parser::new(text).whole()
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
