//! What goes out as JSON, in little code: every shape tells its tokens, and one `Serialize` reads them. Deriving it for
//! every shape costs several times as much WebAssembly: a `Result` at each field, a loop for each kind of list.

use super::Json;
use crate::sorted::SortedMap;
use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::borrow::Cow;
use std::cell::Cell;

/// Something that goes out as JSON.
pub trait Tell {
    /// Tells one value.
    fn tell<'t>(&'t self, to: &mut Tokens<'t>);

    /// Whether it is left out as a member that stands only where there is something.
    fn is_nothing(&self) -> bool {
        false
    }
}

/// A value, piece by piece.
#[derive(Debug, Default)]
pub struct Tokens<'t>(Vec<Token<'t>>);

#[derive(Debug, PartialEq, Eq)]
enum Token<'t> {
    Nothing,
    YesNo(bool),
    /// None: of a number that is not whole.
    Number(Option<i64>),
    Text(Cow<'t, str>),
    List,
    Object,
    /// Ends the list or the object.
    End,
}

impl<'t> Tokens<'t> {
    /// All that something tells.
    pub fn of(value: &'t impl Tell) -> Self {
        let mut tokens = Tokens::default();
        value.tell(&mut tokens);
        tokens
    }

    fn push(&mut self, token: Token<'t>) {
        self.0.push(token);
    }

    /// Nothing: `null`.
    pub fn nothing(&mut self) {
        self.push(Token::Nothing);
    }

    /// Yes or no.
    pub fn yes_no(&mut self, value: bool) {
        self.push(Token::YesNo(value));
    }

    /// A whole number.
    pub fn number(&mut self, number: i64) {
        self.push(Token::Number(Some(number)));
    }

    /// A text.
    pub fn text(&mut self, text: impl Into<Cow<'t, str>>) {
        self.push(Token::Text(text.into()));
    }

    /// Begins a list; its items follow.
    pub fn list(&mut self) {
        self.push(Token::List);
    }

    fn items(&mut self, items: &'t [impl Tell]) {
        self.list();
        for item in items {
            item.tell(self);
        }
        self.end();
    }

    /// Begins an object; its members follow.
    pub fn object(&mut self) {
        self.push(Token::Object);
    }

    /// Begins a member; its value follows.
    pub fn key(&mut self, key: &'t str) -> &mut Self {
        self.text(key);
        self
    }

    /// A member.
    pub fn member(&mut self, key: &'t str, value: &'t impl Tell) {
        value.tell(self.key(key));
    }

    /// A member where there is something.
    pub fn if_any(&mut self, key: &'t str, value: &'t impl Tell) {
        if !value.is_nothing() {
            self.member(key, value);
        }
    }

    /// Ends the list or the object that was begun last.
    pub fn end(&mut self) {
        self.push(Token::End);
    }
}

/// How a shape is told: as an object of its fields in this order, those marked `#[if_any]` only where there is something;
/// or, an enum, as what it holds. Either can be serialized, too.
macro_rules! told {
    ($type:ident { $($(#[$if_any:ident])? $field:ident),* $(,)? }) => {
        impl $crate::json::told::Tell for $type {
            fn tell<'t>(&'t self, to: &mut $crate::json::told::Tokens<'t>) {
                let $type { $($field),* } = self;
                to.object();
                $($crate::json::told::told!(@ to $field $($if_any)?);)*
                to.end();
            }
        }
        $crate::json::told::told! { @ $type }
    };
    ($type:ident: $($variant:ident)|*) => {
        impl $crate::json::told::Tell for $type {
            fn tell<'t>(&'t self, to: &mut $crate::json::told::Tokens<'t>) {
                match self { $($type::$variant(inner) => inner.tell(to),)* }
            }
        }
        $crate::json::told::told! { @ $type }
    };
    (@ $to:ident $field:ident) => { $to.member(stringify!($field), $field) };
    (@ $to:ident $field:ident if_any) => { $to.if_any(stringify!($field), $field) };
    (@ $type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::told::Tokens::of(self).serialize(serializer)
            }
        }
    };
}

pub(crate) use told;

impl Tell for bool {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.yes_no(*self);
    }

    fn is_nothing(&self) -> bool {
        !self
    }
}

impl Tell for i64 {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.number(*self);
    }
}

impl Tell for &str {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.text(*self);
    }
}

impl Tell for String {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.text(self.as_str());
    }
}

impl<T: Tell> Tell for Option<T> {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        match self {
            Some(value) => value.tell(to),
            None => to.nothing(),
        }
    }

    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Tell> Tell for Box<T> {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        (**self).tell(to);
    }
}

impl<T: Tell> Tell for &[T] {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.items(self);
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.items(self);
    }
}

impl<K: AsRef<str> + Ord, V: Tell> Tell for SortedMap<K, V> {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        to.object();
        for (key, value) in self.iter() {
            to.member(key.as_ref(), value);
        }
        to.end();
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Tell for Json {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        match self {
            Json::Null => to.nothing(),
            Json::Bool(value) => value.tell(to),
            Json::Number(text) => to.push(Token::Number(text.parse().ok())),
            Json::String(text) => text.tell(to),
            Json::Array(items) => items.tell(to),
            Json::Object(members) => {
                to.object();
                for (key, value) in members {
                    to.member(key, value);
                }
                to.end();
            }
        }
    }
}

told! { @ Json }

impl Serialize for Tokens<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Reading { tokens: &self.0, place: Cell::default() }.serialize(serializer)
    }
}

/// Serializes the value that begins at a place, and goes past it.
struct Reading<'t> {
    tokens: &'t [Token<'t>],
    place: Cell<usize>,
}

impl Reading<'_> {
    fn next(&self) -> &Token<'_> {
        let place = self.place.get();
        self.place.set(place.saturating_add(1));
        self.tokens.get(place).unwrap_or(&Token::End)
    }

    /// Whether a list or an object ends here; if it does, goes past its end.
    fn ends(&self) -> bool {
        let place = self.place.get();
        let ends = *self.next() == Token::End;
        if !ends {
            self.place.set(place);
        }
        ends
    }
}

/// Whole numbers only: no other number is ever read into a request or put into an answer.
impl Serialize for Reading<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.next() {
            Token::Nothing | Token::End => serializer.serialize_unit(),
            Token::YesNo(value) => serializer.serialize_bool(*value),
            Token::Number(Some(number)) => serializer.serialize_i64(*number),
            Token::Number(None) => Err(S::Error::custom("not a whole number")),
            Token::Text(text) => serializer.serialize_str(text),
            Token::List => {
                let mut list = serializer.serialize_seq(None)?;
                while !self.ends() {
                    list.serialize_element(self)?;
                }
                list.end()
            }
            Token::Object => {
                let mut map = serializer.serialize_map(None)?;
                while !self.ends() {
                    map.serialize_entry(self, self)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    struct Shape {
        kind: &'static str,
        left_out: Option<i64>,
        nothing: Option<i64>,
        list: Vec<Option<bool>>,
        args: SortedMap<&'static str, String>,
    }

    told! { Shape { kind, #[if_any] left_out, nothing, list, #[if_any] args } }

    #[test]
    fn what_is_marked_stands_only_where_there_is_something() {
        let nothing =
            Shape { kind: "a\"", left_out: None, nothing: None, list: Vec::new(), args: SortedMap::default() };
        assert_eq!(serde_json::to_string(&nothing).unwrap(), r#"{"kind":"a\"","nothing":null,"list":[]}"#);
        let list = vec![Some(true), None];
        let all = Shape { left_out: Some(-1), list, args: [("x", String::new())].into_iter().collect(), ..nothing };
        let told = r#"{"kind":"a\"","left_out":-1,"nothing":null,"list":[true,null],"args":{"x":""}}"#;
        assert_eq!(serde_json::to_string(&all).unwrap(), told);
    }

    #[test]
    fn a_number_that_is_not_whole_is_refused() {
        assert!(serde_json::to_string(&parse("[1.5]").unwrap()).is_err());
    }
}
