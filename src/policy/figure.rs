//! A figure of a class of items: one number, or one by facts and days, `{"by": ["scheme"], "versions": […]}`.

use super::read_value::{Around, figure, quantity};
use super::{RowKey, Tree, Unit, Version};
use crate::calendar::Date;
use crate::json::Json;
use crate::json::reader::Node;
use crate::money::{Money, Rate};
use crate::option_set::{OptionIndex, OptionSet};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, OptionId, OptionList};

/// A number that may depend on facts and on the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The facts that choose it.
    pub by: Vec<Fact>,
    versions: Vec<Version>,
    /// Where neither a fact nor a day chooses it.
    plain: Option<Quantity>,
}

/// What is known of a bill and its person.
pub trait Known {
    /// The option of a fact; none where it is not known.
    fn option(&self, fact: Fact) -> Option<OptionIndex>;
    /// The options of a fact.
    fn list(&self, fact: Fact) -> Option<&OptionList>;
    /// The day of the bill.
    fn day(&self) -> Date;
}

impl From<Rate> for Figure {
    fn from(rate: Rate) -> Figure {
        Figure { by: Vec::new(), versions: Vec::new(), plain: Some(Quantity::Rate(rate)) }
    }
}

impl Figure {
    /// Reads one; every problem is noted.
    pub(super) fn read(node: &Node, unit: Unit, around: &Around) -> Option<Figure> {
        if let Json::Object(_) = node.json {
            let (by, versions) = figure(node, unit, around)?;
            return Some(Figure { by, versions, plain: None });
        }
        Some(Figure { by: Vec::new(), versions: Vec::new(), plain: Some(quantity(node, unit)?) })
    }

    /// The number where neither a fact nor a day chooses it.
    #[must_use]
    pub fn plain(&self) -> Option<Quantity> {
        self.plain
    }

    /// The number for what is known; none where a table has no row.
    ///
    /// # Errors
    /// The first fact that chooses it and is not known.
    pub fn of(&self, known: &dyn Known) -> Result<Option<Quantity>, Fact> {
        if self.plain.is_some() {
            return Ok(self.plain);
        }
        let version = self.versions.iter().find(|version| version.dates.holds(known.day()));
        version.map_or(Ok(None), |version| self.descend(&version.tree, 0, known))
    }

    fn descend(&self, tree: &Tree, depth: usize, known: &dyn Known) -> Result<Option<Quantity>, Fact> {
        let branches = match tree {
            Tree::Leaf(_, super::Leaf::Published(number)) => return Ok(Some(*number)),
            Tree::Leaf(..) => return Ok(None),
            Tree::Branch(branches) => branches,
        };
        let Some(&fact) = self.by.get(depth) else { return Ok(None) };
        let option = known.option(fact).ok_or(fact)?;
        let Some(list) = known.list(fact) else { return Ok(None) };
        let id = |key: &RowKey| if let RowKey::Option(id) = key { Some(*id) } else { None };
        let ids: Vec<OptionId> = branches.iter().filter_map(|(key, _)| id(key)).collect();
        let named: OptionSet = list.set(&ids);
        let reads = |key: &RowKey| id(key).is_some_and(|id| list.readers(id, named).holds(option));
        let branch = branches.iter().find(|(key, _)| reads(key));
        branch.map_or(Ok(None), |(_, tree)| self.descend(tree, depth.saturating_add(1), known))
    }

    /// The rate for what is known.
    ///
    /// # Errors
    /// The first fact that chooses it and is not known.
    pub fn rate(&self, known: &dyn Known) -> Result<Option<Rate>, Fact> {
        Ok(self.of(known)?.and_then(Quantity::rate))
    }

    /// The amount for what is known.
    ///
    /// # Errors
    /// The first fact that chooses it and is not known.
    pub fn money(&self, known: &dyn Known) -> Result<Option<Money>, Fact> {
        Ok(self.of(known)?.and_then(Quantity::money))
    }
}
