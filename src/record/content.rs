//! What a text of records holds.

use crate::json::{self, Json, Unreadable};

/// One JSON; or one JSON on every line, as exports of many records are. A line that is none is `null`.
///
/// # Errors
/// What is wrong with the text as one JSON.
pub fn tree(text: &str) -> Result<Json, Unreadable> {
    let plain = plain(text);
    json::parse(plain).or_else(|fault| match fault {
        Unreadable::TooLarge => Err(fault),
        _ => with_plain_spaces(plain).or_else(|| of_lines(plain)).ok_or(fault),
    })
}

/// Word processors and web pages put spaces of their own before lines.
fn with_plain_spaces(text: &str) -> Option<Json> {
    let odd = ['\u{a0}', '\u{3000}'];
    text.contains(odd).then(|| json::parse(&text.replace(odd, " ")).ok()).flatten()
}

/// A text without the unseen marks that copying from a chat may leave before it.
pub fn plain(text: &str) -> &str {
    text.trim_start_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

fn of_lines(text: &str) -> Option<Json> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let has_more = lines.len() > 1 || lines.first().is_some_and(|line| object_in(line) != line.trim());
    let are_objects = has_more && lines.iter().all(|line| line.contains('{'));
    let each = || lines.iter().map(|line| json::parse(object_in(line)).unwrap_or(Json::Null)).collect::<Vec<_>>();
    let is_mostly_read =
        |read: &Vec<Json>| read.iter().filter(|line| **line == Json::Null).count() < read.len().div_ceil(2);
    are_objects.then(each).filter(is_mostly_read).map(Json::Array)
}

/// The object of a line, without the time and the words that a log puts before it, and the comma or full stop behind it.
fn object_in(line: &str) -> &str {
    let from = line.find('{').unwrap_or_default();
    line.get(from..).unwrap_or_default().trim_end_matches([' ', '\t', ',', ';', '。', '，'])
}

/// An answer that stands as JSON inside a text.
pub fn inside(text: &str) -> Option<Json> {
    text.trim_start().starts_with(['{', '[']).then(|| json::parse(text).ok()).flatten()
}

/// A number's own figures; a string without the spaces around it and unseen marks; nothing for `null` and what is no
/// scalar.
pub fn text_of(value: &Json) -> String {
    match value {
        Json::Number(figures) => figures.clone(),
        Json::String(text) => {
            let seen = text.chars().filter(|mark| !is_unseen(*mark));
            seen.map(half_width).collect::<String>().trim().to_owned()
        }
        _ => String::new(),
    }
}

/// Chinese keyboards write figures and signs as wide as a character: `１，５００．００`.
fn half_width(mark: char) -> char {
    match mark {
        '\u{3000}' => ' ',
        '￥' => '¥',
        // The wide forms stand in the order of ASCII.
        '！'..='～' => u32::from(mark).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(mark),
        _ => mark,
    }
}

/// Soft hyphens, zero-width characters and marks of direction, which copying brings along.
fn is_unseen(mark: char) -> bool {
    matches!(mark, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
