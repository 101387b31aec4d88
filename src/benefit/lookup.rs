//! The value that a step takes: on the day, for the facts, under the tests.

use crate::eligibility::At;
use crate::interval::{Drivers, Interval, Trend};
use crate::option_set::OptionSet;
use crate::policy::step::Found;
use crate::policy::{Leaf, RowKey, Tree, ValueRef};
use crate::quantity::Quantity;
use crate::unknowns::{Cause, Domain, Split, World};
use crate::vocabulary::{Fact, OptionId, OptionList};

/// Why a benefit cannot be computed in one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// This must be decided first.
    Decide(Split),
    /// A counter of uses must be known first: what it holds was settled before, so that only a settlement of each of these
    /// parts from the beginning decides it.
    Counted(Split),
    /// Nothing decides it.
    Stuck,
}

impl Stop {
    /// What stands in the way of a truth.
    pub(super) fn of(cause: Option<&Cause>) -> Stop {
        match cause {
            Some(Cause::Open(decision)) => Stop::Decide(decision.clone()),
            _ => Stop::Stuck,
        }
    }
}

/// The number that a value has.
pub fn look<'c>(world: &World<'c>, at: At, what: &ValueRef) -> Result<Found<'c>, Stop> {
    let programme = world.case().book().programme(at.programme);
    let Some(value) = programme.values.get(what.value) else { return Ok(Found::NOTHING) };
    let Some(version) = value.on(at.day) else { return Ok(Found::NOTHING) };
    let table = Table { world, at, what, by: &value.by, source: version.source.as_deref() };
    table.descend(&version.tree, 0)
}

struct Table<'a, 'c> {
    world: &'a World<'c>,
    at: At,
    what: &'a ValueRef,
    by: &'c [Fact],
    source: Option<&'c str>,
}

impl<'c> Table<'_, 'c> {
    fn descend(&self, tree: &Tree, depth: usize) -> Result<Found<'c>, Stop> {
        let branches = match tree {
            Tree::Leaf(row, leaf) => return Ok(self.leaf(*row, leaf)),
            Tree::Branch(branches) => branches,
        };
        let Some(&fact) = self.by.get(depth) else { return Err(Stop::Stuck) };
        let deeper = depth.saturating_add(1);
        if let Some((_, key)) = self.what.at.iter().find(|(fixed, _)| *fixed == fact) {
            let branch = self.fixed(fact, *key, branches);
            return branch.map_or(Ok(Found::NOTHING), |tree| self.descend(tree, deeper));
        }
        let var = self.world.case().fact(fact, self.at.expense);
        let parts = self.reachable(self.world.domain(var), fact, branches);
        let mut found =
            parts.iter().map(|(_, tree)| tree.map_or(Ok(Found::NOTHING), |tree| self.descend(tree, deeper)));
        let Some(first) = found.next() else { return Ok(Found::NOTHING) };
        // Open, but perhaps every row says the same.
        let same = |other: Result<Found<'c>, Stop>| match (&first, other) {
            (Ok(first), Ok(other)) => first.is_same_number(&other),
            _ => false,
        };
        if parts.len() == 1 || found.all(same) {
            return first;
        }
        Err(Stop::Decide(Split { variable: var, parts: parts.into_iter().map(|(domain, _)| domain).collect() }))
    }

    fn leaf(&self, row: usize, leaf: &Leaf) -> Found<'c> {
        let case = self.world.case();
        let programme = case.book().programme(self.at.programme);
        let id = programme.values.get(self.what.value).and_then(|value| value.rows.get(row)).map(|row| row.id.as_str());
        let var = case.row(self.at.programme, self.what.value, row);
        let source = self.source;
        match leaf {
            Leaf::Published(quantity) => Found { id, source, ..Found::of(Interval::exact(*quantity)) },
            Leaf::Limit { .. } if case.entered(self.at.programme, self.what.value, row).is_none() => Found::NOTHING,
            Leaf::Unpublished { .. } | Leaf::Limit { .. } => {
                let domain = self.world.domain(var);
                let driver = case.driver(var).filter(|_| domain.is_wide());
                let up = driver.map_or(Drivers::NONE, Drivers::one);
                let number = domain.ends().map(|(low, high)| Interval::new(low, high, Trend::rising(up)));
                Found { number, id, ..Found::NOTHING }
            }
        }
    }

    /// The branch of a fact that the step fixes.
    fn fixed<'t>(&self, fact: Fact, key: RowKey, branches: &'t [(RowKey, Tree)]) -> Option<&'t Tree> {
        let domain = match key {
            RowKey::From(number) => Domain::one(Quantity::Count(number)),
            RowKey::Option(id) => Domain::Options(self.world.case().option_set(fact, &[id])),
        };
        self.reachable(domain, fact, branches).into_iter().find_map(|(_, tree)| tree)
    }

    /// The branches that a fact's domain can reach, each with the part of the domain that reaches it.
    /// What reaches none (a table may leave out what conditions exclude) is a part of its own.
    fn reachable<'t>(
        &self,
        domain: Domain,
        fact: Fact,
        branches: &'t [(RowKey, Tree)],
    ) -> Vec<(Domain, Option<&'t Tree>)> {
        let options = || self.world.case().options(fact);
        match domain {
            Domain::Options(possible) => {
                options().map_or(Vec::new(), |list| reachable_options(possible, list, branches))
            }
            Domain::Range { .. } => reachable_numbers(domain, branches),
            Domain::Members { .. } => Vec::new(),
        }
    }
}

/// Each branch counts from its key up to the next; the first also what lies below it.
fn reachable_numbers(domain: Domain, branches: &[(RowKey, Tree)]) -> Vec<(Domain, Option<&Tree>)> {
    let from = |(key, _): &(RowKey, Tree)| match key {
        RowKey::From(number) => Some(Quantity::Count(*number)),
        RowKey::Option(_) => None,
    };
    let mut rest = Some(domain);
    let mut parts = Vec::new();
    for (place, (_, tree)) in branches.iter().enumerate() {
        let Some(here) = rest else { break };
        let next = branches.get(place.saturating_add(1)).and_then(from);
        let [below, above] = match next {
            None => [Some(here), None],
            Some(next) => parted(here, next),
        };
        parts.extend(below.map(|part| (part, Some(tree))));
        rest = above;
    }
    parts
}

/// What of a domain lies below a number, and what from it on.
fn parted(domain: Domain, from: Quantity) -> [Option<Domain>; 2] {
    match domain.split_at(from) {
        Some([below, above]) => [Some(below), Some(above)],
        None if domain.ends().is_some_and(|(low, _)| low >= from) => [None, Some(domain)],
        None => [Some(domain), None],
    }
}

fn reachable_options<'t>(
    possible: OptionSet,
    list: &OptionList,
    branches: &'t [(RowKey, Tree)],
) -> Vec<(Domain, Option<&'t Tree>)> {
    let ids: Vec<OptionId> = branches.iter().filter_map(|(key, _)| option(*key)).collect();
    let named = list.set(&ids);
    let mut left = possible;
    let mut parts = Vec::new();
    for (id, (_, tree)) in ids.iter().zip(branches) {
        if left.is_empty() {
            break;
        }
        let row = list.readers(*id, named).shared(left);
        left = left.without(row);
        if !row.is_empty() {
            parts.push((Domain::Options(row), Some(tree)));
        }
    }
    if !left.is_empty() {
        parts.push((Domain::Options(left), None));
    }
    parts
}

fn option(key: RowKey) -> Option<OptionId> {
    if let RowKey::Option(id) = key { Some(id) } else { None }
}
