//! JSON text to tree, by recursive descent, in the words of serde_json. This part is ours for one reason: serde_json
//! cannot tell its private key for numbers from a member of the text, so an object could pass for a number.

use super::{Json, ReadJson, Unreadable, repeated, sign};
use crate::json::reader::has_repeats;
use std::borrow::Cow;

/// How deep values may be nested.
const MOST_DEPTH: usize = 127;

/// A text and how far it has been read, in bytes.
pub(super) struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// Whether some object holds a key twice.
    has_repeats: bool,
}

type Parsed<T> = Result<T, Unreadable>;

impl<'t> Parser<'t> {
    pub fn new(text: &'t str) -> Self {
        Parser { text, at: 0, depth: 0, has_repeats: false }
    }

    /// The one value that a whole text holds.
    pub fn whole(mut self) -> Parsed<ReadJson<'t>> {
        let value = self.value()?;
        match self.skip_space() {
            Some(_) => self.fail_ahead("trailing characters"),
            None if self.has_repeats => Err(Unreadable::RepeatedKeys(repeated::keys(&value))),
            None => Ok(value),
        }
    }

    fn value(&mut self) -> Parsed<ReadJson<'t>> {
        match self.skip_space() {
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'"') => self.string().map(Json::String),
            Some(b'[') => self.nested(Parser::array),
            Some(b'{') => self.nested(Parser::object),
            Some(_) => self.fail_ahead("expected value"),
            None => self.fail_ahead("EOF while parsing a value"),
        }
    }

    fn word(&mut self, word: &str, value: ReadJson<'t>) -> Parsed<ReadJson<'t>> {
        for expected in word.bytes() {
            match self.take() {
                Some(byte) if byte == expected => {}
                Some(_) => return self.fail("expected ident"),
                None => return self.fail("EOF while parsing a value"),
            }
        }
        Ok(value)
    }

    /// A number, kept as it is written.
    fn number(&mut self) -> Parsed<ReadJson<'t>> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.skip();
        }
        match self.take() {
            Some(b'0') if self.peeks_digit() => return self.fail_ahead("invalid number"),
            Some(b'0') => {}
            Some(b'1'..=b'9') => self.skip_digits(),
            Some(_) => return self.fail("invalid number"),
            None => return self.fail("EOF while parsing a value"),
        }
        if self.peek() == Some(b'.') {
            self.decimals()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.exponent()?;
        }
        Ok(Json::Number(Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default())))
    }

    fn decimals(&mut self) -> Parsed<()> {
        self.skip();
        match self.peek() {
            Some(b'0'..=b'9') => self.skip_digits(),
            Some(_) => return self.fail_ahead("invalid number"),
            None => return self.fail_ahead("EOF while parsing a value"),
        }
        Ok(())
    }

    fn exponent(&mut self) -> Parsed<()> {
        self.skip();
        if let Some(b'+' | b'-') = self.peek() {
            self.skip();
        }
        match self.take() {
            Some(b'0'..=b'9') => self.skip_digits(),
            Some(_) => return self.fail("invalid number"),
            None => return self.fail("EOF while parsing a value"),
        }
        Ok(())
    }

    fn string(&mut self) -> Parsed<Cow<'t, str>> {
        self.skip();
        let mut string = Cow::Borrowed(self.plain());
        loop {
            match self.take() {
                Some(b'"') => return Ok(string),
                Some(b'\\') => string.to_mut().push(self.escaped()?),
                Some(_) => return self.fail("control character (\\u0000-\\u001F) found while parsing a string"),
                None => return self.fail("EOF while parsing a string"),
            }
            string.to_mut().push_str(self.plain());
        }
    }

    /// Text up to what stands for something else, or ends it.
    fn plain(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_plain = |byte: &u8| *byte >= b' ' && *byte != b'"' && *byte != b'\\';
        let plain = rest.bytes().take_while(is_plain).count();
        self.at = self.at.saturating_add(plain);
        rest.get(..plain).unwrap_or_default()
    }

    fn escaped(&mut self) -> Parsed<char> {
        Ok(match self.take() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            Some(_) => return self.fail("invalid escape"),
            None => return self.fail("EOF while parsing a string"),
        })
    }

    /// Four digits, or twice four that are a surrogate pair.
    fn unicode(&mut self) -> Parsed<char> {
        const LONE: &str = "lone leading surrogate in hex escape";
        let first = self.four_digits()?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        if first >= 0xDC00 {
            return self.fail(LONE);
        }
        for expected in [b'\\', b'u'] {
            match self.take() {
                Some(byte) if byte == expected => {}
                Some(_) => return self.fail("unexpected end of hex escape"),
                None => return self.fail("EOF while parsing a string"),
            }
        }
        let second = self.four_digits()?;
        if !(0xDC00..=0xDFFF).contains(&second) {
            return self.fail(LONE);
        }
        let pair = (first & 0x3FF) << 10 | (second & 0x3FF);
        char::from_u32(pair.saturating_add(0x1_0000)).map_or_else(|| self.fail(LONE), Ok)
    }

    fn four_digits(&mut self) -> Parsed<u32> {
        let end = self.at.saturating_add(4);
        let Some(digits) = self.text.as_bytes().get(self.at..end) else {
            self.at = self.text.len();
            return self.fail("EOF while parsing a string");
        };
        self.at = end;
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        let number = digits.iter().try_fold(0u32, |number, byte| Some(number << 4 | digit(byte)?));
        number.map_or_else(|| self.fail("invalid escape"), Ok)
    }

    fn nested(&mut self, read: fn(&mut Self) -> Parsed<ReadJson<'t>>) -> Parsed<ReadJson<'t>> {
        if self.depth == MOST_DEPTH {
            return self.fail_ahead("recursion limit exceeded");
        }
        self.depth = self.depth.saturating_add(1);
        self.skip();
        let value = read(self)?;
        self.skip();
        self.depth = self.depth.saturating_sub(1);
        Ok(value)
    }

    /// Up to the closing bracket.
    fn array(&mut self) -> Parsed<ReadJson<'t>> {
        let mut items = Vec::new();
        loop {
            match self.skip_space() {
                Some(b']') => return Ok(Json::Array(items)),
                Some(b',') if !items.is_empty() => self.skip_comma(b']')?,
                Some(_) if items.is_empty() => {}
                Some(_) => return self.fail_ahead("expected `,` or `]`"),
                None => return self.fail_ahead("EOF while parsing a list"),
            }
            items.push(self.value()?);
        }
    }

    /// Up to the closing brace.
    fn object(&mut self) -> Parsed<ReadJson<'t>> {
        let mut entries = Vec::new();
        loop {
            match self.skip_space() {
                Some(b'}') => break,
                Some(b',') if !entries.is_empty() => self.skip_comma(b'}')?,
                Some(_) if entries.is_empty() => {}
                Some(_) => return self.fail_ahead("expected `,` or `}`"),
                None => return self.fail_ahead("EOF while parsing an object"),
            }
            if self.skip_space() != Some(b'"') {
                return self.fail_ahead("key must be a string");
            }
            let key = self.string()?;
            match self.skip_space() {
                Some(b':') => self.skip(),
                Some(_) => return self.fail_ahead("expected `:`"),
                None => return self.fail_ahead("EOF while parsing an object"),
            }
            entries.push((key, self.value()?));
        }
        self.has_repeats |= has_repeats(entries.iter().map(|(key, _)| key.as_ref()).collect());
        Ok(Json::Object(entries))
    }

    /// Over a comma, after which something other than the end must follow.
    fn skip_comma(&mut self, end: u8) -> Parsed<()> {
        self.skip();
        match self.skip_space() {
            Some(byte) if byte == end => self.fail_ahead("trailing comma"),
            Some(_) => Ok(()),
            None => self.fail_ahead("EOF while parsing a value"),
        }
    }

    /// Over white space, to the next byte.
    fn skip_space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.skip();
        }
        self.peek()
    }

    fn skip_digits(&mut self) {
        while self.peeks_digit() {
            self.skip();
        }
    }

    fn peeks_digit(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_digit())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.skip();
        Some(byte)
    }

    /// What is wrong with the byte just read.
    fn fail<T>(&self, what: &str) -> Parsed<T> {
        Err(self.failure(what, self.at))
    }

    /// What is wrong with the next byte.
    fn fail_ahead<T>(&self, what: &str) -> Parsed<T> {
        let mistaken = sign::mistaken(self.text.get(self.at..).unwrap_or_default());
        let what = mistaken.map_or(what.to_owned(), |found| format!("{found}: {what}"));
        Err(self.failure(&what, self.at.saturating_add(1).min(self.text.len())))
    }

    fn failure(&self, what: &str, at: usize) -> Unreadable {
        let read = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = read.split(|byte| *byte == b'\n').count();
        let column = read.rsplit(|byte| *byte == b'\n').next().map_or(0, <[u8]>::len);
        Unreadable::Syntax(format!("{what} at line {line} column {column}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same text is read or refused with the same words.
    fn agrees_with_serde_json(text: &str) {
        let expected = serde_json::from_str::<serde_json::Value>(text).map_err(|error| error.to_string());
        match (Parser::new(text).whole(), expected) {
            (Ok(_), Ok(_)) | (Err(Unreadable::RepeatedKeys(_)), _) => {}
            (Err(Unreadable::Syntax(message)), Err(expected)) => assert_eq!(message, expected, "{text}"),
            (got, expected) => panic!("{text}: {got:?}, but serde_json: {expected:?}"),
        }
    }

    #[test]
    fn reads_and_refuses_what_serde_json_does_in_its_words() {
        let whole = "{\"a\": [1, -2.5e+7, 0.1E3, true, false, null],\n \"é\\u00e9\\ud83d\\ude00\\n\\\"\": {\"b\": \"\", \"c\": []}}";
        let places = (0..=whole.len()).filter(|place| whole.is_char_boundary(*place));
        let pieces = [
            "", ",", ":", "}", "]", "{", "[", "\"", "\\", "\\u", "\\ud800", "\\udc00", "0", "01", "-", ".", "e", "x",
            "é", "\n", "\u{1}",
        ];
        for place in places {
            let (before, after) = (&whole[..place], &whole[place..]);
            let without_next = after.chars().next().map_or("", |next| &after[next.len_utf8()..]);
            for piece in pieces {
                for rest in [after, without_next, ""] {
                    agrees_with_serde_json(&format!("{before}{piece}{rest}"));
                }
            }
        }
    }

    #[test]
    fn signs_that_only_look_like_json_are_named() {
        let said = |text: &str| match Parser::new(text).whole() {
            Err(Unreadable::Syntax(said)) => said,
            other => panic!("{text}: {other:?}"),
        };
        let found = "found ， where JSON needs ,: expected `,` or `}` at line 2 column 1";
        assert_eq!(said("{\"a\": 1\n，\"b\": 2}"), found);
        assert_eq!(said("{“a”: 1}"), "found “ where JSON needs \": key must be a string at line 1 column 2");
        let comment = "found a comment, which JSON does not have: key must be a string at line 1 column 2";
        assert_eq!(said("{// x\n\"a\": 1}"), comment);
        let space = "found a space that is none (U+00A0), write a plain one: expected value at line 1 column 6";
        assert_eq!(said("{\"a\":\u{a0}1}"), space);
    }

    #[test]
    fn nests_as_deep_as_serde_json() {
        for depth in [126, 127, 128, 129] {
            agrees_with_serde_json(&format!("{}1{}", "[".repeat(depth), "]".repeat(depth)));
            agrees_with_serde_json(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
        }
    }
}
