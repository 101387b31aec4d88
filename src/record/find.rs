//! Where in a text the records are.

use super::content::{inside, text_of};
use super::fields::AMOUNTS;
use super::names::{Member, members};
use crate::json::Json;
use crate::json::problem::pointer;

/// An answer of the interface nests this deep, and no deeper.
const DEEPEST: usize = 5;

/// A record with its place, and the list that stands beside it.
pub struct Found {
    /// What it says.
    pub members: Vec<Member>,
    /// Its place.
    pub path: String,
    /// `setldetail`.
    pub details: Option<Json>,
    /// Its place.
    pub details_path: String,
}

impl Found {
    fn named(entries: &[(String, Json)], path: &str) -> Self {
        let members = members(entries);
        let mut found = Found { members, path: path.to_owned(), details: None, details_path: String::new() };
        found.details = found.get("setldetail").cloned();
        found.details_path = found.at("setldetail");
        found
    }

    fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.standard == Some(name))
    }

    /// A member by its name in the interface.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.member(name).map(|member| &member.value)
    }

    /// A code, a name or a day as text; empty where nothing is said.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(text_of).unwrap_or_default()
    }

    /// Where a member stands in the text.
    pub fn at(&self, name: &str) -> String {
        pointer(&self.path, self.member(name).map_or(name, |member| &member.written))
    }

    /// At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges.
    fn is_record(&self) -> bool {
        let is_line = |name: &&&str| self.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
        AMOUNTS.iter().filter(is_line).count() >= 2
    }
}

/// Every record of a text.
pub fn records(content: &Json, path: &str, depth: usize) -> Vec<Found> {
    if depth > DEEPEST {
        return Vec::new();
    }
    let below = depth.saturating_add(1);
    let inner = |(name, value): (String, &Json)| records(value, &pointer(path, &name), below);
    match content {
        Json::String(text) => inside(text).map(|answer| records(&answer, path, below)).unwrap_or_default(),
        Json::Array(entries) => (0..).map(|at: usize| at.to_string()).zip(entries).flat_map(inner).collect(),
        Json::Object(entries) => match record(entries, path) {
            Some(found) => vec![found],
            None => entries.iter().map(|(name, value)| (name.clone(), value)).flat_map(inner).collect(),
        },
        _ => Vec::new(),
    }
}

/// The record that an object is, or that it holds as `setlinfo`.
fn record(entries: &[(String, Json)], path: &str) -> Option<Found> {
    let own = Found::named(entries, path);
    if own.is_record() {
        return Some(own);
    }
    let inner = own.get("setlinfo").filter(|inner| matches!(inner, Json::Object(_)))?;
    let found = Found::named(inner.entries(), &own.at("setlinfo"));
    found.is_record().then_some(Found { details: own.details, details_path: own.details_path, ..found })
}
