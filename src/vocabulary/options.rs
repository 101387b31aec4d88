//! The options of facts. Tests and tables of policies name options by [`OptionId`]; what is settled counts them by their
//! place in the list that holds in a region ([`OptionList`]).

use super::Fact;
use crate::option_set::{OptionIndex, OptionSet};
use crate::ordered::Map;
use crate::words::Words;

/// The name of an option as a number: the same name has the same number in every list and file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(usize);

/// The numbers that were given to names. A number is never given anew, so that a policy stays right when another one is
/// replaced.
#[derive(Clone, Debug)]
pub struct OptionNames(Map<String, OptionId>);

impl OptionNames {
    pub(super) const EMPTY: OptionNames = OptionNames(Map::new());

    /// The number of a name, a new one where it has none yet.
    pub fn id(&mut self, name: &str) -> OptionId {
        let next = OptionId(self.0.len());
        *self.0.entry(name.to_owned()).or_insert(next)
    }
}

/// Those of the national vocabulary.
impl Default for OptionNames {
    fn default() -> Self {
        super::vocabulary().names.clone()
    }
}

/// An option as a file writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedOption {
    /// Its name as a number.
    pub id: OptionId,
    /// Its name in requests.
    pub name: String,
    /// What it is called.
    pub words: Words,
    /// What may help to choose it.
    pub note: Option<Words>,
}

/// A list of options that a region's file may add to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Illnesses and disabilities.
    Conditions,
    /// Recognised kinds of hardship.
    Hardship,
    /// Where care was given: at home or elsewhere, and how that was arranged.
    OutOfArea,
    /// What is so of a bill: day surgery, a family bed, a form of care.
    Circumstances,
    /// What a person is beside that: a model worker, a veteran.
    Statuses,
}

impl Group {
    /// Every one.
    pub const ALL: [Group; 5] =
        [Group::Conditions, Group::Hardship, Group::OutOfArea, Group::Circumstances, Group::Statuses];

    /// Its key in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Group::Conditions => "conditions",
            Group::Hardship => "hardship",
            Group::OutOfArea => "out_of_area",
            Group::Circumstances => "circumstances",
            Group::Statuses => "statuses",
        }
    }
}

/// The options that a region's file adds, by the list that they are added to.
pub type Added = Map<Group, Vec<NamedOption>>;

/// The options of a fact, in order, as many as a set can hold.
#[derive(Clone, Debug, Default)]
pub struct OptionList(Vec<NamedOption>);

impl OptionList {
    /// A list; none where a set cannot hold it.
    #[must_use]
    pub fn new(options: Vec<NamedOption>) -> Option<OptionList> {
        OptionSet::first(options.len()).map(|_| OptionList(options))
    }

    /// Its options.
    pub fn iter(&self) -> std::slice::Iter<'_, NamedOption> {
        self.0.iter()
    }

    /// Their names.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.iter().map(|option| option.name.as_str()).collect()
    }

    /// The option at a place.
    #[must_use]
    pub fn get(&self, option: OptionIndex) -> Option<&NamedOption> {
        self.0.get(option.place())
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> OptionSet {
        OptionSet::first(self.0.len()).unwrap_or_default()
    }

    /// The option of this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&NamedOption> {
        self.iter().find(|option| option.name == name)
    }

    /// The place of an option; none where the list lacks it.
    #[must_use]
    pub fn index(&self, id: OptionId) -> Option<OptionIndex> {
        self.iter().position(|option| option.id == id).and_then(OptionIndex::new)
    }

    /// The options that read an option's row of a table, of which these have a row: its own; of those without a row, `primary`
    /// reads that of level 1, all that of `other`, and of care elsewhere what a region adds that of `temporary`.
    #[must_use]
    pub fn readers(&self, id: OptionId, named: OptionSet) -> OptionSet {
        let Some(option) = self.index(id) else { return OptionSet::EMPTY };
        let without_row = self.all().without(named);
        let others = match self.get(option).map(|option| option.name.as_str()) {
            Some("1") => self.named("primary").and_then(|primary| self.index(primary.id)).into_iter().collect(),
            Some("other" | "temporary") => without_row,
            _ => OptionSet::EMPTY,
        };
        OptionSet::of(option).with(others.shared(without_row))
    }

    /// These options, as far as they are in the list: an option that no file adds any more cannot be chosen.
    #[must_use]
    pub fn set(&self, ids: &[OptionId]) -> OptionSet {
        ids.iter().filter_map(|id| self.index(*id)).collect()
    }
}

/// A list that can no longer be told apart: it is longer than a set can hold.
#[derive(Clone, Copy, Debug)]
pub struct TooMany(pub Group);

/// The options of every fact in one region: those of the national vocabulary, and what the files of its chain add.
#[derive(Clone, Debug, Default)]
pub struct Options(Map<Fact, OptionList>);

impl Options {
    /// With what the files of a chain add, the furthest first. What two files add is there once.
    ///
    /// # Errors
    /// [`TooMany`] where a list becomes longer than a set can hold.
    pub fn with<'a>(files: impl Iterator<Item = &'a Added>) -> Result<Options, TooMany> {
        let mut added: Map<Group, Vec<&NamedOption>> = Map::new();
        for (group, options) in files.flatten() {
            let known = added.entry(*group).or_default();
            for option in options {
                if known.iter().all(|other| other.id != option.id) {
                    known.push(option);
                }
            }
        }
        let mut lists = Map::new();
        for fact in Fact::all() {
            let Some((group, added)) = fact.spec().group.and_then(|group| Some((group, added.get(&group)?))) else {
                continue;
            };
            lists.insert(fact, fact.spec().with(added).ok_or(TooMany(group))?);
        }
        Ok(Options(lists))
    }

    /// The options of a choice, a set or a yes/no.
    #[must_use]
    pub fn of(&self, fact: Fact) -> Option<&OptionList> {
        self.0.get(&fact).or_else(|| fact.options())
    }
}

/// What a fact's list is with further options: they stand after those of its group, before what only the fact has.
pub(super) fn extended(list: &OptionList, of_group: usize, added: &[&NamedOption]) -> Option<OptionList> {
    let (group, own) = list.0.split_at_checked(of_group)?;
    let added = added.iter().copied().filter(|option| list.index(option.id).is_none());
    OptionList::new(group.iter().chain(added).chain(own).cloned().collect())
}
