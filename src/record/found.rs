//! A record as it was found in a text.

use super::content::{inside, text_of};
use super::names::{Member, members};
use super::{Note, codes, day, state};
use crate::json::Json;
use crate::json::problem::pointer;

/// What says when a bill was settled, the surest first.
pub const BILLED: [&str; 3] = ["setl_time", "enddate", "begndate"];

/// A record with its place.
pub struct Found {
    /// What it says.
    pub members: Vec<Member>,
    /// Its place.
    pub path: String,
    /// What holds it as `setlinfo`: the lists of its payments and items may stand there.
    pub around: Option<Box<Found>>,
    /// Whether the message around it says that it failed.
    pub has_failed: bool,
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
        Found { members, path: path.to_owned(), around: None, has_failed: false, told: Vec::new() }
    }

    /// A member by its name in the interface, with the name in the text.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.standard == Some(name))
    }

    /// A member by its name in the interface.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.member(name).map(|member| &member.value)
    }

    /// Whatever has this list: the record, or what holds it.
    pub fn holding(&self, list: &str) -> &Found {
        let is_here = self.get(list).is_some_and(|entries| !entries_of(entries, "").is_empty());
        self.around.as_ref().filter(|_| !is_here).map_or(self, |around| around.holding(list))
    }

    /// The entries of a list of the record, or beside it.
    pub fn list(&self, name: &str) -> Vec<Found> {
        let holder = self.holding(name);
        holder.get(name).map(|entries| entries_of(entries, &holder.at(name))).unwrap_or_default()
    }

    /// A code, a name or a day as text; empty where nothing is said.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(text_of).filter(|text| !codes::is_nothing(text)).unwrap_or_default()
    }

    /// A code; empty where nothing is said.
    pub fn code(&self, name: &str) -> String {
        codes::plain(&self.text(name))
    }

    /// A code with the name of its member; where none stands there, another member may have its words.
    pub fn code_or_words(&self, [code, words]: [&'static str; 2]) -> (&'static str, String) {
        let name = if self.text(code).is_empty() && !self.text(words).is_empty() { words } else { code };
        (name, self.code(name))
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

    /// What stands for a day; empty where nothing is said.
    pub fn day(&self, name: &str) -> String {
        self.get(name).map(day::written).filter(|text| !codes::is_nothing(text)).unwrap_or_default()
    }

    /// A member's name as the text has it.
    pub fn written<'n>(&'n self, name: &'n str) -> &'n str {
        self.member(name).map_or(name, |member| &member.written)
    }

    /// Where a member stands in the text.
    pub fn at(&self, name: &str) -> String {
        pointer(&self.path, self.written(name))
    }

    /// The day of the bill: its settlement, or its end or beginning.
    pub fn settled_on(&self) -> Option<String> {
        BILLED.iter().find_map(|name| day::day(&self.day(name)))
    }

    /// Whether it says which visit it is of, or when on its day it was settled.
    pub fn is_of_one_moment(&self) -> bool {
        let minute = day::moment(&self.day("setl_time")).and_then(|moment| moment.minute);
        !self.number("mdtrt_id").is_empty() || minute.is_some_and(|minute| minute > 0)
    }

    /// Whether this says that a transaction failed (`infcode`; 0 is success), or its answer.
    pub fn says_failed(&self) -> bool {
        let code = self.code("infcode");
        let is_fault = code.parse::<i64>().is_ok_and(|code| code != 0 && code != 200);
        is_fault || self.members.iter().any(state::is_refusal)
    }
}

/// The entries of a list; where it was XML before, a list of one is an object, and some hold a list as JSON text.
fn entries_of(list: &Json, path: &str) -> Vec<Found> {
    match list {
        Json::Object(entries) if !entries.is_empty() => vec![Found::named(entries, path)],
        Json::String(text) => inside(text).map(|list| entries_of(&list, path)).unwrap_or_default(),
        _ => {
            let places = (0..).map(|at: usize| pointer(path, &at.to_string()));
            list.items().iter().zip(places).map(|(entry, path)| Found::named(entry.entries(), &path)).collect()
        }
    }
}
