//! Documents that say so, and how files write them.

use crate::calendar::Date;
use crate::json::problem::Code;
use crate::json::reader::Node;
use serde::Serialize;

/// A document that says so.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// `<region that lists it>/<id in its file>`.
    pub id: String,
    /// Its title, as it has it.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// How sure: one of [`STATUSES`].
    pub status: &'static str,
    /// Where in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where to find it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Old enough that it must be shown as old.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub old: bool,
}

impl Source {
    /// Its id as files write it.
    #[must_use]
    pub fn short_id(&self) -> &str {
        self.id.split_once('/').map_or(&self.id, |(_, short)| short)
    }
}

/// How sure a source is: the authority says so, or others say that it does.
pub const STATUSES: [&str; 2] = ["announced", "reported"];

/// Reads one under an id.
pub(crate) fn source(id: String, node: &Node) -> Option<Source> {
    let members = node.members(&["title", "publisher", "date", "status", "place", "url", "old"])?;
    let text = |key| members.need(key).and_then(|at| at.name()).map(str::to_owned);
    let optional = |key| members.get(key).and_then(|at: Node| at.name()).map(str::to_owned);
    let (title, publisher) = (text("title"), text("publisher"));
    let date = members.need("date").and_then(|at| source_date(&at));
    let statuses = STATUSES.map(|status| (status, status));
    let status = members.need("status").and_then(|at| at.one_of(&statuses))?;
    let old = members.get("old").is_some_and(|at| at.yes_no() == Some(true));
    let (place, url) = (optional("place"), optional("url"));
    Some(Source { id, title: title?, publisher: publisher?, date: date?, status, place, url, old })
}

fn source_date(node: &Node) -> Option<String> {
    let text = node.string()?;
    let padded = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    match Date::parse(&padded) {
        Ok(_) => Some(text.to_owned()),
        Err(_) => node.refuse(Code::MalformedSourceDate, &[]),
    }
}
