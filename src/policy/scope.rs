//! What a programme's conditions and steps may name, and which of it they did name.

use super::step::Counters;
use super::{Choice, Reading, Unit, Value};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node, read_all};
use crate::ordered::Set;
use crate::vocabulary::Options;
use std::cell::RefCell;

/// The names within one programme.
pub(super) struct Scope<'a> {
    /// `<region>/<programme>`.
    pub prefix: String,
    pub values: &'a [Value],
    pub readings: &'a [Reading],
    /// Short ids of the programmes of the file.
    pub programmes: &'a [String],
    /// Names of values and readings that the programme declares, also those with a mistake.
    pub declared: &'a [String],
    /// The options of facts in this region.
    pub options: &'a Options,
    /// Whether facts of the expense may be read here.
    pub of_expense: bool,
    /// The counters of the file, where tests may ask for them: only a benefit's.
    pub counters: Option<&'a Counters>,
    used: RefCell<Set<(&'static str, usize)>>,
}

impl<'a> Scope<'a> {
    pub fn new(
        prefix: String,
        values: &'a [Value],
        readings: &'a [Reading],
        programmes: &'a [String],
        declared: &'a [String],
        options: &'a Options,
    ) -> Self {
        Scope {
            prefix,
            values,
            readings,
            programmes,
            declared,
            options,
            of_expense: true,
            counters: None,
            used: RefCell::default(),
        }
    }

    /// The same names where only facts of the person may be read.
    pub fn of_person(self) -> Self {
        Scope { of_expense: false, ..self }
    }

    /// The same names where tests may ask counters.
    pub fn counting(self, counters: &'a Counters) -> Self {
        Scope { counters: Some(counters), ..self }
    }

    /// The place of a value of this unit.
    pub fn value(&self, node: &Node, unit: Unit) -> Option<usize> {
        self.value_of(node, &[unit]).map(|(place, _)| place)
    }

    /// The place of a value of one of these units, and the unit.
    pub fn value_of(&self, node: &Node, units: &[Unit]) -> Option<(usize, Unit)> {
        let place = self.named(node, "value", &mut self.values.iter().map(|v| v.name.as_str()))?;
        let value = self.values.get(place)?;
        if units.contains(&value.unit) { Some((place, value.unit)) } else { refuse_unit(node, &value.name, units) }
    }

    /// The places of a value and of one of its rows that may be entered: `"rate"`, or `"rate@2"` of a table.
    pub fn row(&self, node: &Node) -> Option<(usize, usize)> {
        let name = node.string()?;
        let wanted = format!("{}/{name}", self.prefix);
        let rows = self
            .values
            .iter()
            .enumerate()
            .flat_map(|(value, v)| v.rows.iter().enumerate().map(move |(place, row)| (value, place, row)));
        match rows.into_iter().find(|(.., row)| row.id == wanted && row.enterable) {
            Some((value, row, _)) => {
                self.used.borrow_mut().insert(("value", value));
                Some((value, row))
            }
            None => node.refuse(Code::UnknownName, &[("kind", "value that may be entered"), ("name", name)]),
        }
    }

    /// The place of a programme of this file.
    pub fn programme(&self, node: &Node) -> Option<usize> {
        self.named(node, "programme", &mut self.programmes.iter().map(String::as_str))
    }

    /// One thing, or `{"by_reading": name, option: thing, …}` with an entry for every option.
    pub fn choice<T>(&self, node: &Node, read: &dyn Fn(&Node) -> Option<T>) -> Option<Choice<T>> {
        match self.by_reading(node) {
            Some(options) => {
                let (reading, options) = options?;
                read_all(&options, read).map(|things| Choice::ByReading(reading, things))
            }
            None => read(node).map(Choice::Fixed),
        }
    }

    /// The same of what has names.
    pub fn choice_of<T: Copy>(&self, node: &Node, things: &[(&str, T)]) -> Option<Choice<T>> {
        self.choice(node, &|at| at.one_of(things))
    }

    /// The same of a member that may be absent: then it is the first.
    pub fn choice_or_first<T: Copy>(&self, members: &Members, key: &str, things: &[(&str, T)]) -> Option<Choice<T>> {
        match members.get(key) {
            Some(at) => self.choice_of(&at, things),
            None => things.first().map(|(_, thing)| Choice::Fixed(*thing)),
        }
    }

    /// The reading and the node of each of its options. `None` where the node is no choice by reading, `Some(None)`
    /// where it is a faulty one.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub fn by_reading<'n>(&self, node: &Node<'n>) -> Option<Option<(usize, Vec<Node<'n>>)>> {
        let crate::json::Json::Object(members) = node.json else { return None };
        members.iter().any(|(key, _)| key == "by_reading").then(|| self.options(node))
    }

    fn options<'n>(&self, node: &Node<'n>) -> Option<(usize, Vec<Node<'n>>)> {
        let entries = node.entries()?;
        let (_, name) = entries.iter().find(|(key, _)| *key == "by_reading")?;
        let place = self.named(name, "reading", &mut self.readings.iter().map(|r| r.name.as_str()))?;
        let options = &self.readings.get(place)?.options;
        let names = options.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        let known = |key: &&str| *key == "by_reading" || names.contains(key);
        if entries.len() != names.len().saturating_add(1) || !entries.iter().all(|(key, _)| known(key)) {
            return node.refuse(Code::ReadingOptions, &[("choices", &names.join(", "))]);
        }
        let node_of = |name: &&str| entries.iter().find(|(key, _)| key == name).map(|(_, node)| *node);
        Some((place, names.iter().filter_map(node_of).collect::<Vec<_>>()))
    }

    fn named(&self, node: &Node, kind: &'static str, names: &mut dyn Iterator<Item = &str>) -> Option<usize> {
        let name = node.string()?;
        match names.enumerate().find(|(_, n)| *n == name) {
            Some((place, _)) => {
                self.used.borrow_mut().insert((kind, place));
                Some(place)
            }
            None if kind != "programme" && self.declared.iter().any(|declared| declared == name) => None,
            None => node.refuse(Code::UnknownName, &[("kind", kind), ("name", name)]),
        }
    }

    /// What another scope of the same programme found used is used here too.
    pub fn take_over(&self, other: &Scope) {
        self.used.borrow_mut().extend(other.used.borrow().iter().copied());
    }

    /// Values and readings that nothing named: each is a rule that was lost.
    pub fn unused(&self) -> Vec<(&'static str, String)> {
        let used = self.used.borrow();
        let values = self.values.iter().enumerate().map(|(place, value)| ("value", place, &value.name));
        let readings = self.readings.iter().enumerate().map(|(place, reading)| ("reading", place, &reading.name));
        let lost = values.chain(readings).filter(|(kind, place, _)| !used.contains(&(*kind, *place)));
        lost.map(|(kind, _, name)| (kind, name.clone())).collect()
    }
}

/// Something has another unit than one of these.
pub(super) fn refuse_unit<T>(node: &Node, name: &str, units: &[Unit]) -> Option<T> {
    let units = units.iter().map(|unit| unit.name()).collect::<Vec<_>>().join(", ");
    node.refuse(Code::WrongUnit, &[("name", name), ("unit", &units)])
}

/// The keys of an object's member, well formed or not: what has a mistake of its own is no unknown name.
pub(super) fn declared_names(node: &Node, key: &str) -> Vec<String> {
    match node.json {
        Json::Object(members) => match members.iter().find(|(k, _)| k == key) {
            Some((_, Json::Object(declared))) => declared.iter().map(|(name, _)| name.to_string()).collect::<Vec<_>>(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
