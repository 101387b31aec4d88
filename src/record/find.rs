//! Where in a text the records are.

use super::Note;
use super::content::{inside, text_of};
use super::fees::is_fee;
use super::fields::AMOUNTS;
use super::names::{Member, members};
use super::{codes, day};
use crate::json::Json;
use crate::json::problem::pointer;

/// Where the person is insured, and where care was given.
const AREAS: [&str; 2] = ["insuplc_admdvs", "mdtrtarea_admvs"];

/// An answer of the interface nests this deep, and no deeper.
const DEEPEST: usize = 5;

/// A record with its place.
pub struct Found {
    /// What it says.
    pub members: Vec<Member>,
    /// Its place.
    pub path: String,
    /// What holds it as `setlinfo`: the lists of its payments and items may stand there.
    around: Option<Box<Found>>,
    /// Of a bill that single fees came to: what was found while they were added up.
    pub told: Vec<Note>,
}

impl Found {
    /// An object with the names of the interface.
    pub fn named(entries: &[(String, Json)], path: &str) -> Self {
        Found::of(members(entries), path)
    }

    /// A record with these members.
    pub fn of(members: Vec<Member>, path: &str) -> Self {
        Found { members, path: path.to_owned(), around: None, told: Vec::new() }
    }

    fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.standard == Some(name))
    }

    /// A member by its name in the interface.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.member(name).map(|member| &member.value)
    }

    /// Whatever has this list: the record, or what holds it.
    pub fn holding(&self, list: &str) -> &Found {
        let is_here = self.get(list).is_some_and(|entries| !entries.items().is_empty());
        self.around.as_ref().filter(|_| !is_here).map_or(self, |around| around.holding(list))
    }

    /// The entries of a list of the record, or beside it.
    pub fn list(&self, name: &str) -> Vec<Found> {
        let holder = self.holding(name);
        let (entries, path) = (holder.get(name).map(Json::items).unwrap_or_default(), holder.at(name));
        let places = (0..).map(|at: usize| pointer(&path, &at.to_string()));
        entries.iter().zip(places).map(|(entry, path)| Found::named(entry.entries(), &path)).collect()
    }

    /// A code, a name or a day as text; empty where nothing is said.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(text_of).unwrap_or_default()
    }

    /// A code; empty where nothing is said.
    pub fn code(&self, name: &str) -> String {
        codes::plain(&self.text(name))
    }

    /// The number of a person, a visit or a settlement; empty where it is none.
    pub fn number(&self, name: &str) -> String {
        Some(self.text(name)).filter(|number| !codes::is_no_number(number)).unwrap_or_default()
    }

    /// A yes or no; none where nothing is said, or nobody can tell what.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Json::Bool(said) => Some(*said),
            said => codes::flag(&text_of(said)),
        }
    }

    /// What stands for a day.
    pub fn day(&self, name: &str) -> String {
        self.get(name).map(day::written).unwrap_or_default()
    }

    /// A member's name as the text has it.
    pub fn written<'n>(&'n self, name: &'n str) -> &'n str {
        self.member(name).map_or(name, |member| &member.written)
    }

    /// Where a member stands in the text.
    pub fn at(&self, name: &str) -> String {
        pointer(&self.path, self.written(name))
    }

    /// At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges.
    fn is_record(&self) -> bool {
        let is_line = |name: &&&str| self.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
        AMOUNTS.iter().filter(is_line).count() >= 2
    }
}

/// Every record and every single fee of a text.
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
            None => {
                let mut found: Vec<_> =
                    entries.iter().map(|(name, value)| (name.clone(), value)).flat_map(inner).collect();
                hand_on_areas(&Found::named(entries, path), &mut found);
                found
            }
        },
        _ => Vec::new(),
    }
}

/// A message says once, around its records, where the person is insured and treated.
fn hand_on_areas(around: &Found, found: &mut [Found]) {
    for name in AREAS {
        let Some(member) = around.member(name).filter(|_| codes::area(&around.code(name)).is_some()) else { continue };
        for one in found.iter_mut().filter(|one| one.text(name).is_empty()) {
            one.members.retain(|own| own.standard != Some(name));
            one.members.push(member.clone());
        }
    }
}

/// The record or the fee that an object is, or the record that it holds as `setlinfo`.
fn record(entries: &[(String, Json)], path: &str) -> Option<Found> {
    let own = Found::named(entries, path);
    if is_fee(&own) || own.is_record() {
        return Some(own);
    }
    let inner = own.get("setlinfo").filter(|inner| matches!(inner, Json::Object(_)))?;
    let mut found = [Found::named(inner.entries(), &own.at("setlinfo"))];
    hand_on_areas(&own, &mut found);
    let [found] = found;
    found.is_record().then(|| Found { around: Some(Box::new(own)), ..found })
}
