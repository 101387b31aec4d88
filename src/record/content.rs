//! What a text of records holds.

use super::pieces::{Pieces, pieces};
use crate::json::{self, Json, Unreadable};

/// What a text holds.
pub struct Content {
    /// The one JSON that it is, or a list of the objects that stand in it.
    pub tree: Json,
    /// Of a text that is no JSON as a whole, what could not be read of it: places in the list, and lines.
    pub unread: Vec<(usize, String)>,
}

/// One JSON; or the objects that stand in a text: one on every line, as exports of many records are, or between the words of
/// a log.
///
/// # Errors
/// What is wrong with the text as one JSON.
pub fn read(text: &str) -> Result<Content, Unreadable> {
    let plain = plain(text);
    let fault = match json::parse(plain) {
        Ok(tree) => return Ok(whole(tree)),
        Err(fault) => fault,
    };
    if matches!(fault, Unreadable::TooLarge) {
        return Err(fault);
    }
    let spaced = with_plain_spaces(plain);
    if let Ok(tree) = json::parse(&spaced) {
        return Ok(whole(tree));
    }
    if let Some(tree) = unescaped(plain) {
        return Ok(whole(tree));
    }
    let Pieces { list, unread, .. } = pieces(&spaced).ok_or(fault)?;
    Ok(Content { tree: Json::Array(list), unread })
}

fn whole(tree: Json) -> Content {
    Content { tree, unread: Vec::new() }
}

/// A text inside a text, copied without the quotation marks around it, and one of a web page's source.
fn unescaped(text: &str) -> Option<Json> {
    let is_escaped = text.contains("\\\"") || text.contains("&quot;");
    let marks = || text.replace("\\\"", "\"").replace("&quot;", "\"").replace("&amp;", "&");
    is_escaped.then(|| json::parse(&marks()).ok()).flatten()
}

/// Word processors and web pages put spaces of their own before lines.
fn with_plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{3000}'], " ")
}

/// A text without the unseen marks that copying from a chat may leave before it.
pub fn plain(text: &str) -> &str {
    text.trim_start_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// An answer that stands as JSON inside a text, perhaps with its quotation marks, or among other words.
pub fn inside(text: &str) -> Option<Json> {
    let is_json = text.trim_start().starts_with(['{', '[', '"']);
    let whole = is_json.then(|| json::parse(text).ok()).flatten();
    whole.or_else(|| {
        let mut list = text.contains('{').then(|| pieces(text)).flatten()?.list;
        if list.len() == 1 { list.pop() } else { Some(Json::Array(list)) }
    })
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
        // The minus of word processors.
        '\u{2212}' => '-',
        // The wide forms stand in the order of ASCII.
        '！'..='～' => u32::from(mark).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(mark),
        _ => mark,
    }
}

/// Soft hyphens, zero-width characters and marks of direction, which copying brings along.
fn is_unseen(mark: char) -> bool {
    matches!(mark, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
