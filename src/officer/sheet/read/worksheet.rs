//! The cells of one sheet.

use super::xml::{Element, Token, Xml};
use super::{Cell, Content, Sheet, Unread};
use std::rc::Rc;

/// What all sheets of a workbook may hold together.
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { cells: 500_000, text: 32 << 20 }
    }
}

impl Budget {
    fn take(&mut self, text: usize) -> Result<(), Unread> {
        let many = Unread::TooLarge("超过 50 万个格子", "more than 500,000 cells");
        let long = Unread::TooLarge("格子里的文字超过 32 MB", "more than 32 MB of text in its cells");
        self.cells = self.cells.checked_sub(1).ok_or(many)?;
        self.text = self.text.checked_sub(text).ok_or(long)?;
        Ok(())
    }
}

/// The last row and column that spreadsheet programs know.
const LAST: (u32, usize) = (1_048_576, 16_383);

/// Reads a sheet.
pub(super) fn sheet(name: String, text: &str, strings: &[Rc<str>], budget: &mut Budget) -> Result<Sheet, Unread> {
    let mut sheet = Sheet { name, cells: Vec::new(), merged: Vec::new() };
    let (mut row, mut column) = (0u32, 0usize);
    let mut xml = Xml::of(text);
    while let Some(token) = xml.next()? {
        let Token::Open(element) = token else { continue };
        match element.name().as_str() {
            "row" => {
                let given = element.attribute("r").map(|r| r.parse().map_err(|_| Unread::Damaged(format!("row {r}"))));
                (row, column) = (given.unwrap_or(Ok(row.saturating_add(1)))?, 0);
            }
            "c" => {
                budget.take(0)?;
                let given = element.attribute("r").map(|r| place(&r).ok_or(Unread::Damaged(format!("cell {r}"))));
                let place = given.unwrap_or(Ok((row, column)))?;
                (row, column) = (place.0, place.1.saturating_add(1));
                let content = content(&mut xml, &element, strings)?;
                put(&mut sheet, place, content, budget)?;
            }
            "mergeCell" => sheet.merged.extend(element.attribute("ref")),
            _ => {}
        }
    }
    Ok(sheet)
}

fn put(
    sheet: &mut Sheet,
    (row, column): (u32, usize),
    content: Option<Content>,
    budget: &mut Budget,
) -> Result<(), Unread> {
    let Some(content) = content else { return Ok(()) };
    if row == 0 || row > LAST.0 || column > LAST.1 {
        return Err(Unread::Damaged(format!("row {row}, column {column}")));
    }
    budget.take(length(&content))?;
    sheet.cells.push(Cell { row, column, content });
    Ok(())
}

fn length(content: &Content) -> usize {
    match content {
        Content::Text(text) => text.len(),
        Content::Number(text) | Content::Error(text) => text.len(),
        Content::Formula(formula, value) => formula.len().saturating_add(value.len()),
        Content::Bool(_) => 1,
    }
}

/// `B7` as a row from one and a column from zero.
fn place(reference: &str) -> Option<(u32, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase).count();
    let (name, row) = reference.split_at_checked(letters)?;
    let column = name.bytes().try_fold(0usize, |sum, letter| {
        let value = usize::from(letter.checked_sub(b'A')?).checked_add(1)?;
        sum.checked_mul(26)?.checked_add(value)
    });
    Some((row.parse().ok()?, column?.checked_sub(1)?))
}

/// What a cell holds; none where it is empty.
fn content(xml: &mut Xml, cell: &Element, strings: &[Rc<str>]) -> Result<Option<Content>, Unread> {
    let kind = cell.attribute("t").unwrap_or_default();
    let (mut formula, mut value, mut inline) = (None, None, None);
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) => match element.name().as_str() {
                "f" => formula = Some(string(xml, "f")?),
                "v" => value = Some(string(xml, "v")?),
                "is" => inline = Some(string(xml, "is")?),
                _ => {}
            },
            Token::Close(name) if name == "c" => break,
            _ => {}
        }
    }
    let value = read_value(&kind, value, inline, strings)?;
    Ok(match (formula, value) {
        (Some(formula), value) => Some(Content::Formula(format!("={formula}"), value.map_or(String::new(), shown))),
        (None, value) => value.filter(|content| *content != Content::Text("".into())),
    })
}

fn read_value(
    kind: &str,
    value: Option<String>,
    inline: Option<String>,
    strings: &[Rc<str>],
) -> Result<Option<Content>, Unread> {
    let Some(value) = value.or(inline) else { return Ok(None) };
    Ok(Some(match kind {
        "s" => {
            let shared = value.trim().parse::<usize>().ok().and_then(|place| strings.get(place));
            Content::Text(Rc::clone(shared.ok_or_else(|| Unread::Damaged(format!("string {value}")))?))
        }
        "str" | "inlineStr" | "d" => Content::Text(value.into()),
        "b" => Content::Bool(value.trim() == "1" || value.trim() == "true"),
        "e" => Content::Error(value),
        _ if value.trim().is_empty() => return Ok(None),
        _ => Content::Number(value.trim().to_owned()),
    }))
}

fn shown(content: Content) -> String {
    match content {
        Content::Text(text) => text.to_string(),
        Content::Number(text) | Content::Error(text) | Content::Formula(_, text) => text,
        Content::Bool(value) => if value { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

/// The text up to the end of an element, runs joined, without the hints on how to read a word.
pub(super) fn string(xml: &mut Xml, end: &str) -> Result<String, Unread> {
    let (mut text, mut hints, mut is_text) = (String::new(), 0usize, end != "si" && end != "is");
    while let Some(token) = xml.next()? {
        match token {
            Token::Close(name) if name == end => return Ok(unescaped(&text)),
            Token::Open(element) if element.name() == "rPh" => hints = hints.saturating_add(1),
            Token::Close(name) if name == "rPh" => hints = hints.saturating_sub(1),
            Token::Open(element) => is_text = is_text || element.name() == "t",
            Token::Close(name) => is_text = is_text && name != "t",
            Token::Text(part) if is_text && hints == 0 => text.push_str(&part),
            Token::Text(_) => {}
        }
    }
    Err(Unread::Damaged(end.to_owned()))
}

/// `_x000A_` stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut made = String::new();
    while let Some((before, after)) = rest.split_once("_x") {
        made.push_str(before);
        let (digits, tail) = after.split_at_checked(5).unwrap_or_default();
        let code = digits.strip_suffix('_').and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match code.and_then(char::from_u32) {
            Some(char) => {
                made.push(char);
                rest = tail;
            }
            None => {
                made.push_str("_x");
                rest = after;
            }
        }
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_row_and_a_column() {
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("AB12"), Some((12, 27)));
        assert!(["", "7", "A", "a1", "AAAAAAAAAAAAAAAAAAA1"].map(place).iter().all(Option::is_none));
    }

    #[test]
    fn characters_that_xml_cannot_hold_come_back() {
        assert_eq!(unescaped("a_x000A_b_x005F_x000A_"), "a\nb_x000A_");
        assert_eq!(unescaped("_x12_x_xZZZZ_"), "_x12_x_xZZZZ_");
    }
}
