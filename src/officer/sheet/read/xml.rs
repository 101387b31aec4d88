//! XML as tokens: what opens, what closes, and text.

use super::Unread;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

pub(super) enum Token<'x> {
    Open(Element<'x>),
    Close(String),
    Text(String),
}

pub(super) struct Element<'x>(BytesStart<'x>);

pub(super) struct Xml<'x>(Reader<&'x [u8]>);

impl<'x> Xml<'x> {
    pub fn of(text: &'x str) -> Xml<'x> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml(reader)
    }

    /// The next token; none at the end.
    pub fn next(&mut self) -> Result<Option<Token<'x>>, Unread> {
        loop {
            let event = self.0.read_event().map_err(|error| Unread::Damaged(error.to_string()))?;
            return Ok(Some(match event {
                Event::Start(start) | Event::Empty(start) => Token::Open(Element(start)),
                Event::End(end) => Token::Close(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.into_inner().into_owned()),
                Event::GeneralRef(name) => Token::Text(resolved(&name)?),
                // What a workbook has no use for, and what only an attack writes.
                Event::DocType(_) => return Err(Unread::Damaged("DOCTYPE".to_owned())),
                Event::Eof => return Ok(None),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            }));
        }
    }
}

/// `&lt;` and `&#20013;`; no other entity is known.
fn resolved(name: &BytesRef) -> Result<String, Unread> {
    let unknown = || Unread::Damaged(format!("&{};", name.xml10_content()));
    if let Some(char) = name.resolve_char_ref().map_err(|_| unknown())? {
        return Ok(char.to_string());
    }
    resolve_predefined_entity(&name.xml10_content()).map(str::to_owned).ok_or_else(unknown)
}

impl Element<'_> {
    pub fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// An attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes().flatten();
        let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }
}
