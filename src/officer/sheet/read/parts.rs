//! Which sheets a workbook has, and the strings that its cells share.

use super::package::Package;
use super::xml::{Token, Xml};
use super::{Unread, worksheet};
use std::rc::Rc;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STRINGS: &str = "xl/sharedStrings.xml";

/// A workbook of ours has seven.
const MOST_SHEETS: usize = 50;

pub(super) struct Listed {
    /// The name and the part of each.
    pub sheets: Vec<(String, String)>,
    pub from_1904: bool,
}

/// The sheets of a workbook.
pub(super) fn listed(package: &mut Package) -> Result<Listed, Unread> {
    let Some(workbook) = package.part(WORKBOOK)? else {
        return Err(Unread::Other("它是别的压缩文件", "it is another archive"));
    };
    let relations = relations(&package.needed(RELATIONS)?).map_err(|why| why.in_part(RELATIONS))?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut xml = Xml::of(&workbook);
    while let Some(token) = xml.next().map_err(|why| why.in_part(WORKBOOK))? {
        let Token::Open(element) = token else { continue };
        let attribute = |name: &str| element.attribute(name).unwrap_or_default();
        match element.name().as_str() {
            "workbookPr" => from_1904 = ["1", "true"].contains(&attribute("date1904").as_str()),
            "sheet" => sheets.push((attribute("name"), part_of(&attribute("id"), &relations)?)),
            _ => {}
        }
    }
    if sheets.len() > MOST_SHEETS {
        return Err(Unread::TooLarge("超过 50 张工作表", "more than 50 sheets"));
    }
    Ok(Listed { sheets, from_1904 })
}

fn part_of(id: &str, relations: &[(String, String)]) -> Result<String, Unread> {
    let found = relations.iter().find(|(name, _)| name == id);
    let target = found.map(|(_, target)| target.as_str()).ok_or_else(|| Unread::Damaged(WORKBOOK.to_owned()))?;
    Ok(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

fn relations(text: &str) -> Result<Vec<(String, String)>, Unread> {
    let mut found = Vec::new();
    let mut xml = Xml::of(text);
    while let Some(token) = xml.next()? {
        let Token::Open(element) = token else { continue };
        if element.name() == "Relationship" {
            found.push((element.attribute("Id").unwrap_or_default(), element.attribute("Target").unwrap_or_default()));
        }
    }
    Ok(found)
}

/// The strings that cells name by their place.
pub(super) fn shared_strings(package: &mut Package) -> Result<Vec<Rc<str>>, Unread> {
    let Some(text) = package.part(STRINGS)? else { return Ok(Vec::new()) };
    let mut strings = Vec::new();
    let mut xml = Xml::of(&text);
    while let Some(token) = xml.next().map_err(|why| why.in_part(STRINGS))? {
        if matches!(token, Token::Open(ref element) if element.name() == "si") {
            let string = worksheet::string(&mut xml, "si").map_err(|why| why.in_part(STRINGS))?;
            strings.push(Rc::from(string.as_str()));
        }
    }
    Ok(strings)
}
