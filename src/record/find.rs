//! Where in a text the records are, and their members by the names of the national interface.

use super::fields::AMOUNTS;
use crate::json::problem::pointer;
use crate::json::{self, Json};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// An answer of the interface nests this deep, and no deeper.
const DEEPEST: usize = 5;

/// A record with its place, and the list that stands beside it.
pub struct Found {
    /// Its members, by the names of the interface, each with the name that the text writes.
    members: Vec<Member>,
    /// Its place.
    pub path: String,
    /// `setldetail`.
    pub details: Json,
    /// Its place.
    pub details_path: String,
}

/// A member of a record.
pub struct Member {
    /// By the interface.
    pub name: String,
    written: String,
    /// What it holds.
    pub value: Json,
}

impl Found {
    /// Every member.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// A member.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.members.iter().find(|member| member.name == name).map(|member| &member.value)
    }

    /// Where a member stands in the text, or would stand.
    pub fn at(&self, name: &str) -> String {
        let member = self.members.iter().find(|member| member.name == name);
        pointer(&self.path, member.map_or(name, |member| &member.written))
    }

    /// A code, a name or a day as text; empty where nothing is said.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(text_of).unwrap_or_default()
    }

    /// Databases write names in capitals (`MEDFEE_SUMAMT`), programs without underscores (`medfeeSumamt`).
    fn named(content: &Json, path: &str) -> Found {
        let mut members: Vec<Member> = Vec::new();
        for (written, value) in content.entries() {
            let name = standard_name(written, content);
            let found = Member { name: name.to_owned(), written: written.clone(), value: value.clone() };
            match members.iter_mut().find(|member| member.name == name) {
                Some(member) => *member = found,
                None => members.push(found),
            }
        }
        let mut found = Found { members, path: path.to_owned(), details: Json::Null, details_path: String::new() };
        found.details = found.get("setldetail").cloned().unwrap_or(Json::Null);
        found.details_path = found.at("setldetail");
        found
    }

    /// At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges.
    fn is_record(&self) -> bool {
        let is_line = |name: &&&str| self.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
        AMOUNTS.iter().filter(is_line).count() >= 2
    }
}

/// JSON; or one JSON on every line, as exports of many records are.
pub fn content_of(text: &str) -> Option<Json> {
    let plain = text.trim_start_matches(|char: char| char.is_whitespace() || is_before(char));
    json::parse(plain).ok().or_else(|| {
        let lines: Vec<&str> = plain.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
        let are_objects = lines.len() > 1 && lines.iter().all(|line| line.starts_with('{'));
        let each = |line: &&str| json::parse(line).ok();
        are_objects.then(|| lines.iter().map(each).collect::<Option<_>>())?.map(Json::Array)
    })
}

/// Every record of a text.
pub fn records(content: &Json, path: &str, depth: usize) -> Vec<Found> {
    let below = depth.saturating_add(1);
    match content {
        _ if depth > DEEPEST => Vec::new(),
        Json::String(text) if text.trim_start().starts_with(['{', '[']) => {
            json::parse(text).map(|inner| records(&inner, path, below)).unwrap_or_default()
        }
        Json::Array(entries) => {
            let each = |(at, entry)| records(entry, &pointer(path, &usize::to_string(&at)), below);
            entries.iter().enumerate().flat_map(each).collect()
        }
        Json::Object(members) => record_in(content, path).map_or_else(
            || members.iter().flat_map(|(name, value)| records(value, &pointer(path, name), below)).collect(),
            |found| vec![found],
        ),
        _ => Vec::new(),
    }
}

/// The record that an object is, or has as `setlinfo`.
fn record_in(content: &Json, path: &str) -> Option<Found> {
    let own = Found::named(content, path);
    if own.is_record() {
        return Some(own);
    }
    let inner = Found::named(own.get("setlinfo")?, &own.at("setlinfo"));
    inner.is_record().then_some(Found { details: own.details, details_path: own.details_path, ..inner })
}

/// A name that the text spells as the interface does is left to it.
fn standard_name<'n>(name: &'n str, content: &Json) -> &'n str {
    let bare = bare(name);
    let standard = STANDARD.iter().find(|(known, _)| *known == bare).map(|(_, standard)| *standard);
    standard.filter(|standard| content.get(standard).is_none()).unwrap_or(name)
}

fn bare(name: &str) -> String {
    name.trim().replace('_', "").to_lowercase()
}

const OTHERS: [&str; 17] = [
    "setlinfo",
    "setldetail",
    "setl_id",
    "init_setl_id",
    "refd_setl_flag",
    "certno",
    "psn_no",
    "psn_name",
    "brdy",
    "insutype",
    "insuplc_admdvs",
    "med_type",
    "setl_time",
    "begndate",
    "enddate",
    "hosp_lv",
    "hosp_lv_name",
];

static STANDARD: LazyLock<Vec<(String, &str)>> =
    LazyLock::new(|| AMOUNTS.into_iter().chain(OTHERS).map(|name| (bare(name), name)).collect());

/// A number's own figures; a string without the spaces around it and unseen marks; nothing for `null` and what is no scalar.
pub fn text_of(value: &Json) -> String {
    match value {
        Json::Number(figures) => figures.clone(),
        Json::String(text) => text.nfkc().filter(|char| !is_unseen(*char)).collect::<String>().trim().to_owned(),
        _ => String::new(),
    }
}

/// Soft hyphens, zero-width characters and marks of direction, which copying brings along.
fn is_unseen(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Copying from a chat may leave some of them before the text.
fn is_before(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
