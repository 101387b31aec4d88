//! What a text is that is no JSON: whoever gives us a table or a picture is told so, and not that it lacks a brace.

use super::content::plain;
use crate::json::{self, Unreadable};

/// How files begin. Bytes that are no UTF-8 were read as GBK: `邢` and `塒` are what the marks of old workbooks and of
/// pictures look like then.
const MARKS: [(&str, &str); 9] = [
    ("%PDF", "pdf"),
    ("PK\u{3}", "workbook"),
    ("邢\u{11}", "workbook"),
    ("塒NG", "picture"),
    ("\u{fffd}PNG", "picture"),
    ("GIF8", "picture"),
    ("RIFF", "picture"),
    ("\u{1f}", "archive"),
    ("Rar!", "archive"),
];

/// What stands near the beginning of a photograph.
const PHOTOGRAPHS: [&str; 4] = ["JFIF", "xif\0", "ftypheic", "ftypmif1"];

/// Marks between the cells of a table.
const SEPARATORS: [char; 4] = [',', '\t', ';', '|'];

/// What a format is called in the sentence of a problem.
pub fn name(format: &str) -> &'static str {
    match format {
        "pdf" => "a PDF",
        "workbook" => "a workbook or another file of Office",
        "picture" => "a picture",
        "archive" => "a compressed file",
        "html" => "a web page",
        "xml" => "XML",
        "table" => "a table (CSV)",
        _ => "words, such as those of a printed slip",
    }
}

/// What bytes are that are no text at all.
pub fn of_bytes(text: &str) -> Option<&'static str> {
    let start: String = text.chars().take(24).collect();
    let is_photograph = PHOTOGRAPHS.iter().any(|mark| start.contains(mark));
    let marked = MARKS.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, format)| *format);
    marked.or(is_photograph.then_some("picture"))
}

/// What a text is in which there is no JSON; none where it is JSON, but torn, or nothing that we know.
pub fn of_text(text: &str) -> Option<&'static str> {
    let text = plain(text);
    if text.starts_with('<') {
        return Some(if is_page(text) { "html" } else { "xml" });
    }
    if text.contains('{') {
        return None;
    }
    if is_table(text) {
        return Some("table");
    }
    let is_chinese = text.chars().any(|mark| ('\u{4e00}'..='\u{9fff}').contains(&mark));
    (is_chinese && text.chars().any(char::is_numeric)).then_some("words")
}

fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(200).collect::<String>().to_lowercase();
    ["<!doctype html", "<html", "<table", "<div", "<body"].iter().any(|tag| start.contains(tag))
}

/// A row of names and at least one more, with as many cells.
fn is_table(text: &str) -> bool {
    let mut rows = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(names), Some(row)) = (rows.next(), rows.next()) else { return false };
    SEPARATORS.iter().any(|mark| {
        let cells = names.matches(*mark).count();
        cells >= 2 && row.matches(*mark).count() >= cells
    })
}

/// Words of other languages where JSON has `null`, `true` or a number.
const FOREIGN: [&str; 6] = ["NaN", "Infinity", "None", "True", "False", "undefined"];

/// What keeps a text from being JSON that nearly is it: what programs write that write no JSON, and what chats and word processors
/// make of it. A text that is torn has nothing of the kind.
pub fn near_json(text: &str) -> Option<&'static str> {
    let said = match json::parse(plain(text)) {
        Err(Unreadable::RepeatedKeys(_)) => return Some("repeated_key"),
        Err(Unreadable::Syntax(said)) => said,
        _ => return None,
    };
    let is_foreign = |word: &str| text.split(|mark: char| !mark.is_alphanumeric()).any(|part| part == word);
    match said.as_str() {
        said if said.starts_with("trailing comma") => Some("comma"),
        said if said.starts_with("found a comment") => Some("comment"),
        said if said.contains("JSON needs \"") => Some("quotes"),
        said if said.starts_with("found ") => Some("sign"),
        said if said.starts_with("expected") && FOREIGN.iter().any(|word| is_foreign(word)) => Some("word"),
        _ => None,
    }
}
