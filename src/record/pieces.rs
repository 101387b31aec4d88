//! What of a text that is no JSON as a whole is JSON: the objects that stand in it. Logs put words before them, chats put
//! fences around them, and a list or a line may be torn.

use crate::json::{Json, piece};
use std::ops::Range;

/// What was read of a text, and what was not.
#[derive(Default)]
pub struct Pieces {
    /// The objects in their order; `null` for each stretch that could not be read.
    pub list: Vec<Json>,
    /// The stretches that could not be read: each one's place in the list, and its lines.
    pub unread: Vec<(usize, String)>,
    /// How many lines end before what was looked at.
    lines: usize,
    /// How many brackets were opened beside the objects, and not closed.
    open: i64,
}

/// The objects of a text; none where it holds none.
pub fn pieces(text: &str) -> Option<Pieces> {
    let mut pieces = Pieces::default();
    let mut end = 0;
    for object in objects(text) {
        if object.start < end {
            continue;
        }
        let Some((written, read)) = text.get(object.clone()).and_then(|written| Some((written, piece(written)?)))
        else {
            continue;
        };
        pieces.pass(text.get(end..object.start).unwrap_or_default(), end > 0, true);
        pieces.list.push(read);
        pieces.lines = pieces.lines.saturating_add(ends(written));
        end = object.end;
    }
    (end > 0).then(|| {
        pieces.pass(text.get(end..).unwrap_or_default(), true, false);
        pieces.tell_torn();
        pieces
    })
}

/// How many lines end in a text.
fn ends(text: &str) -> usize {
    text.bytes().filter(|mark| *mark == b'\n').count()
}

/// Everything between a brace and the one that closes it, in the order in which they begin.
fn objects(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    let (mut is_text, mut is_escaped) = (false, false);
    for (at, mark) in text.bytes().enumerate() {
        match mark {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            // No text of JSON goes over the end of a line: one that does is torn.
            b'\n' => is_text = false,
            b'{' if !is_text => open.push(at),
            b'}' if !is_text => found.extend(open.pop().map(|from| from..at.saturating_add(1))),
            _ => {}
        }
    }
    found.sort_by_key(|object| object.start);
    found
}

impl Pieces {
    /// Passes what stands between two objects, and tells its lines where they hold something.
    fn pass(&mut self, between: &str, is_after: bool, is_before: bool) {
        let (first, last) = (self.lines.saturating_add(1), self.lines.saturating_add(ends(between)).saturating_add(1));
        self.lines = self.lines.saturating_add(ends(between));
        let count = |brackets: [char; 2]| i64::try_from(between.matches(brackets).count()).unwrap_or_default();
        self.open = self.open.saturating_add(count(['{', '['])).saturating_sub(count(['}', ']']));
        let is_beside = |line: usize| (is_after && line == first) || (is_before && line == last);
        let lines = (first..).zip(between.split('\n'));
        let mut told = lines.filter(|(line, part)| holds_something(part, is_beside(*line))).map(|(line, _)| line);
        let Some(from) = told.next() else { return };
        let lines = told.last().map_or_else(|| from.to_string(), |to| format!("{from}-{to}"));
        self.tell(lines);
    }

    /// A list that was never closed goes on somewhere else, even where all that stands here was read.
    fn tell_torn(&mut self) {
        if self.open > 0 && self.unread.is_empty() {
            self.tell(self.lines.saturating_add(1).to_string());
        }
    }

    fn tell(&mut self, lines: String) {
        self.unread.push((self.list.len(), lines));
        self.list.push(Json::Null);
    }
}

/// Whether something may be lost with a line: a part of an object that is torn, or an amount. What a log or a program says
/// beside an object that was read, and what only announces one, is neither.
fn holds_something(line: &str, is_beside_object: bool) -> bool {
    let is_torn = line.contains('{') && line.contains('"');
    let announces = line.trim_end().ends_with([':', '：', '=']);
    let has_figures = line.chars().any(char::is_numeric);
    is_torn || (has_figures && !announces && !is_beside_object)
}
