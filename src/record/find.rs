//! Where in a text the records are, and what looks like one and is not read.

use super::areas::{hand_on_all, hand_on_areas, join_parts};
use super::content::inside;
use super::fees::is_fee;
use super::found::Found;
use super::names::standard;
use super::nested::is_another;
use super::state::a_part_failed;
use super::totals::is_nobodys;
use crate::json::Json;
use crate::json::problem::pointer;

/// Lists that belong to the record beside them.
const LISTS: [&str; 3] = ["setldetail", "payinfo", "iteminfo"];

/// What holds a record.
const RECORD: &str = "setlinfo";

/// A text that names what a whole bill comes to is of a settlement.
const TOTAL: &str = "medfee_sumamt";

/// How deep a text may nest its records, texts inside texts included. What lies deeper is told.
const DEEPEST: usize = 64;

/// What there is of records in a text.
#[derive(Default)]
pub struct Search {
    /// Every record and every single fee.
    pub found: Vec<Found>,
    /// The places of what looks like a record and is not read.
    pub not_read: Vec<String>,
    /// The places of what adds up the records in it.
    pub totals: Vec<String>,
}

/// Where the search is.
#[derive(Clone, Copy, Default)]
struct At {
    depth: usize,
    /// Under the name of a record.
    is_setlinfo: bool,
    /// In a message that says that it failed.
    has_failed: bool,
    /// In a record.
    is_nested: bool,
}

impl At {
    fn below(self, name: &str) -> At {
        At { depth: self.depth.saturating_add(1), is_setlinfo: standard(name) == Some(RECORD), ..self }
    }
}

/// Every record and every single fee of a text.
pub fn search(content: &Json) -> Search {
    let mut search = Search::default();
    search.look(content, "", At::default());
    search
}

impl Search {
    fn look(&mut self, content: &Json, path: &str, at: At) {
        let is_too_deep = at.depth > DEEPEST && matches!(content, Json::Array(_) | Json::Object(_));
        match content {
            _ if is_too_deep => self.not_read.push(path.to_owned()),
            Json::String(text) => self.look_into(text, path, at),
            Json::Array(entries) => {
                let below = At { depth: at.depth.saturating_add(1), ..at };
                for (place, entry) in entries.iter().enumerate() {
                    self.look(entry, &pointer(path, &place.to_string()), below);
                }
            }
            Json::Object(entries) => self.look_at(entries, path, at),
            _ => {}
        }
    }

    /// An answer that stands as a text inside a text.
    fn look_into(&mut self, text: &str, path: &str, at: At) {
        match inside(text) {
            Some(answer) => self.look(&answer, path, At { depth: at.depth.saturating_add(1), ..at }),
            None if text.to_lowercase().contains(TOTAL) || standard(text) == Some(TOTAL) => {
                self.not_read.push(path.to_owned());
            }
            None => {}
        }
    }

    fn look_at(&mut self, entries: &[(String, Json)], path: &str, at: At) {
        let own = Found::named(entries, path);
        let at = At { has_failed: at.has_failed || own.says_failed() || a_part_failed(entries), ..at };
        if is_fee(&own) {
            self.found.push(Found { has_failed: at.has_failed, ..own });
        } else if own.is_bill(at.is_setlinfo) {
            self.take(own, entries, at);
        } else if let Some(inner) = record_in(&own) {
            self.take(Found { around: Some(Box::new(own)), ..inner }, entries, at);
        } else {
            self.look_below(own, entries, at);
        }
    }

    fn look_below(&mut self, own: Found, entries: &[(String, Json)], at: At) {
        let (found, told) = (self.found.len(), self.not_read.len());
        for (name, value) in entries {
            self.look(value, &pointer(&own.path, name), at.below(name));
        }
        hand_on_areas(&own, self.found.get_mut(found..).unwrap_or_default());
        if !is_fees(self.found.get(found..).unwrap_or_default()) {
            let below = join_parts(self.found.split_off(found));
            self.found.extend(below);
            hand_on_all(&own, self.found.get_mut(found..).unwrap_or_default());
        }
        let is_empty = found == self.found.len() && told == self.not_read.len();
        let is_bill = own.looks_like_a_bill() || (at.is_setlinfo && !entries.is_empty());
        // What a record holds besides its lists has sums of its own: those of a fee, of an operation.
        let is_bill = if at.is_nested { own.looks_like_a_record() } else { is_bill };
        if is_empty && is_bill {
            self.not_read.push(own.path);
        }
    }

    /// Takes a record, and the other ones that stand in it or beside it. `entries` hold it, or are it.
    fn take(&mut self, record: Found, entries: &[(String, Json)], at: At) {
        let holder = record.around.as_ref().map_or(record.path.clone(), |around| around.path.clone());
        let mut nested = Search::default();
        let at = At { is_nested: true, ..at };
        for (name, value) in entries.iter().filter(|(name, _)| !is_list(name)) {
            let place = pointer(&holder, name);
            if place == record.path {
                nested.look_among(value.entries(), &place, at.below(name));
            } else {
                nested.look(value, &place, at.below(name));
            }
        }
        hand_on_areas(&record, &mut nested.found);
        self.totals.extend(nested.totals);
        let bills = nested.found.iter().filter(|one| !is_fee(one) && !is_nobodys(one)).count();
        if bills > 1 && is_nobodys(&record) {
            self.totals.push(record.path);
            self.found.extend(nested.found);
            self.not_read.extend(nested.not_read);
            return;
        }
        let (mut others, mut unclear) = (Vec::new(), nested.not_read);
        for one in nested.found.into_iter().filter(|one| !is_fee(one)) {
            match is_another(&one, &record) {
                Some(true) => others.push(one),
                Some(false) => {}
                None => unclear.push(one.path),
            }
        }
        self.found.push(Found { has_failed: at.has_failed, ..record });
        self.found.extend(others);
        self.not_read.extend(unclear);
    }

    fn look_among(&mut self, entries: &[(String, Json)], path: &str, at: At) {
        for (name, value) in entries.iter().filter(|(name, _)| !is_list(name)) {
            self.look(value, &pointer(path, name), at.below(name));
        }
    }
}

fn is_fees(found: &[Found]) -> bool {
    found.iter().any(is_fee)
}

fn is_list(name: &str) -> bool {
    standard(name).is_some_and(|name| LISTS.contains(&name))
}

/// The record that an object holds as `setlinfo`.
fn record_in(own: &Found) -> Option<Found> {
    let inner = own.get(RECORD).filter(|inner| matches!(inner, Json::Object(_)))?;
    let mut found = [Found::named(inner.entries(), &own.at(RECORD))];
    hand_on_areas(own, &mut found);
    let [found] = found;
    found.is_bill(true).then_some(found)
}
