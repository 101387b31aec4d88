//! Where a JSON pointer lies in a text: for people a line, a column and the ids on the way, for an editor offsets.

use crate::json::Json;
use crate::json::problem::pointer;
use crate::json::tree::steps;
use serde::Serialize;

/// A stretch of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// From one.
    pub line: usize,
    /// From one, in characters.
    pub column: usize,
    /// The first UTF-16 unit, as editors count.
    pub from: usize,
    /// The unit after the last.
    pub to: usize,
}

/// Deeper than any text that is read. What is nested further has no place of its own.
const MOST_DEPTH: usize = 200;

/// Every value of a text with its place.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    root: Option<Spot>,
    /// Of each line: its first byte, and how many UTF-16 units stand before it.
    lines: Vec<(usize, usize)>,
}

#[derive(Debug, Default)]
struct Spot {
    start: usize,
    end: usize,
    inner: Vec<(String, Spot)>,
}

impl<'t> Places<'t> {
    /// Looks through a text once.
    #[must_use]
    pub fn of(text: &'t str) -> Places<'t> {
        let mut scan = Scan { bytes: text.as_bytes(), at: 0, depth: 0 };
        Places { text, root: scan.value(), lines: lines(text) }
    }

    /// Where a pointer leads; where it leads nowhere, where what holds it begins.
    #[must_use]
    pub fn find(&self, pointer: &str) -> Place {
        let Some(mut spot) = self.root.as_ref() else { return self.place(0, 0) };
        for step in steps(pointer) {
            // Of two members with one key the later is too much.
            match spot.inner.iter().rfind(|(key, _)| *key == step) {
                Some((_, inner)) => spot = inner,
                None => return self.place(spot.start, spot.start.saturating_add(1)),
            }
        }
        self.place(spot.start, spot.end)
    }

    /// The place of a line and a column.
    #[must_use]
    pub fn at_line(&self, line: usize, column: usize) -> Place {
        let start = self.lines.get(line.saturating_sub(1)).map_or(0, |(start, _)| *start);
        let rest = self.text.get(start..).unwrap_or_default();
        let offset = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        let start = start.saturating_add(offset);
        self.place(start, start.saturating_add(1))
    }

    fn place(&self, start: usize, end: usize) -> Place {
        let after = self.lines.partition_point(|(first, _)| *first <= start);
        let (first, _) = self.lines.get(after.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(first..start).unwrap_or_default();
        let column = before.chars().count().saturating_add(1);
        Place { line: after.max(1), column, from: self.units(start), to: self.units(end) }
    }

    /// How many UTF-16 units stand before a byte.
    fn units(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|(first, _)| *first <= byte);
        let (first, units) = self.lines.get(after.saturating_sub(1)).copied().unwrap_or_default();
        let rest = self.text.get(first..byte.min(self.text.len())).unwrap_or_default();
        units.saturating_add(rest.encode_utf16().count())
    }
}

fn lines(text: &str) -> Vec<(usize, usize)> {
    let (mut byte, mut unit) = (0usize, 0usize);
    let mut lines = vec![(0, 0)];
    for line in text.split_inclusive('\n') {
        byte = byte.saturating_add(line.len());
        unit = unit.saturating_add(line.encode_utf16().count());
        lines.push((byte, unit));
    }
    lines
}

/// Walks through a text that is JSON, as far as it is.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

impl Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b':') = self.bytes.get(self.at) {
            self.at = self.at.saturating_add(1);
        }
        self.bytes.get(self.at).copied()
    }

    fn value(&mut self) -> Option<Spot> {
        let first = self.peek()?;
        let start = self.at;
        let mut inner = Vec::new();
        match first {
            b'"' => self.string(),
            b'{' | b'[' if self.depth < MOST_DEPTH => {
                self.depth = self.depth.saturating_add(1);
                inner = self.inner(first == b'{');
                self.depth = self.depth.saturating_sub(1);
            }
            _ => self.word(),
        }
        Some(Spot { start, end: self.at, inner })
    }

    /// What stands in an object or a list.
    fn inner(&mut self, has_keys: bool) -> Vec<(String, Spot)> {
        let mut inner = Vec::new();
        self.at = self.at.saturating_add(1);
        while let Some(next) = self.peek() {
            if next == b'}' || next == b']' {
                self.at = self.at.saturating_add(1);
                break;
            }
            let key = if has_keys { self.key() } else { inner.len().to_string() };
            inner.extend(self.value().map(|spot| (key, spot)));
        }
        inner
    }

    fn key(&mut self) -> String {
        let start = self.at;
        self.string();
        let text = self.bytes.get(start..self.at).unwrap_or_default();
        serde_json::from_slice(text).unwrap_or_default()
    }

    fn string(&mut self) {
        let mut is_escaped = false;
        loop {
            self.at = self.at.saturating_add(1);
            match self.bytes.get(self.at) {
                None => return,
                Some(_) if is_escaped => is_escaped = false,
                Some(b'\\') => is_escaped = true,
                Some(b'"') => break,
                Some(_) => {}
            }
        }
        self.at = self.at.saturating_add(1);
    }

    /// A number, `true`, `false` or `null`; at least one byte, so that nonsense ends too.
    fn word(&mut self) {
        self.at = self.at.saturating_add(1);
        while self.bytes.get(self.at).is_some_and(|b| !b" \n\r\t,:{}[]\"".contains(b)) {
            self.at = self.at.saturating_add(1);
        }
    }
}

/// A pointer with the ids of entries in the place of their numbers: `/programmes/inpatient/person/resident`.
#[must_use]
pub fn with_ids(tree: &Json, path: &str) -> String {
    let mut named = String::new();
    let mut at = Some(tree);
    for step in steps(path) {
        let is_list = matches!(at, Some(Json::Array(_)));
        at = at.and_then(|json| json.at(&pointer("", &step)));
        let name = at.filter(|_| is_list).and_then(name_of).unwrap_or(step);
        named = pointer(&named, &name);
    }
    named
}

/// What an entry of a list is called: its id, the first day of a version, the kind of a step.
fn name_of(entry: &Json) -> Option<String> {
    let text = |key: &str| entry.get(key).and_then(Json::as_str).map(str::to_owned);
    let title = || entry.get("title").and_then(|title| title.get("zh")).and_then(Json::as_str).map(str::to_owned);
    text("id").or_else(|| text("from")).or_else(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"名\": \"甲😀\", \"list\": [ {\"id\": \"x\", \"n\": 12},\n    {\"from\": \"2025-01-01\", \"t/~\": true} ]\n}";

    #[test]
    fn a_value_has_line_column_and_offsets() {
        let places = Places::of(TEXT);
        let cut = |path: &str| {
            let place = places.find(path);
            let units: Vec<u16> = TEXT.encode_utf16().collect();
            (place.line, place.column, String::from_utf16(&units[place.from..place.to]).unwrap())
        };
        assert_eq!(cut("/名"), (2, 8, "\"甲😀\"".to_owned()));
        assert_eq!(cut("/list/0/n"), (2, 41, "12".to_owned()));
        assert_eq!(cut("/list/1/t~1~0"), (3, 35, "true".to_owned()));
        assert_eq!(cut("/list/1/none"), (3, 5, "{".to_owned()));
        assert_eq!(places.at_line(3, 5).from, places.find("/list/1").from);
    }

    #[test]
    fn a_text_nested_beyond_all_measure_is_looked_through() {
        for bracket in ["[", "{\"a\":"] {
            let text = bracket.repeat(1_000_000);
            let places = Places::of(&text);
            assert_eq!(places.find("/none").line, 1);
        }
    }

    #[test]
    fn entries_are_called_by_their_ids() {
        let tree = crate::json::parse(TEXT).unwrap();
        assert_eq!(with_ids(&tree, "/list/0/n"), "/list/x/n");
        assert_eq!(with_ids(&tree, "/list/1"), "/list/2025-01-01");
        assert_eq!(with_ids(&tree, "/list/7/none"), "/list/7/none");
    }
}
