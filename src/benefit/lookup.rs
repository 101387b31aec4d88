//! The value that a step takes: on the day, for the facts, under the tests.

use crate::eligibility::{At, test};
use crate::policy::step::Found;
use crate::policy::{Amount, Leaf, Test, Tree, ValueRef};
use crate::span::{Drivers, Trend};
use crate::truth::Truth;
use crate::unknowns::{Cause, Cell, Decision, World, all_bits};
use crate::vocabulary::Fact;

/// Why a benefit cannot be computed in one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// This must be decided first.
    Decide(Decision),
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

/// The value of the first case whose test holds.
pub fn number<'c>(world: &World<'c>, at: At, amount: &Amount) -> Result<Found<'c>, Stop> {
    first_that_holds(world, at, &amount.cases)
}

fn first_that_holds<'c>(world: &World<'c>, at: At, cases: &[(Option<Test>, ValueRef)]) -> Result<Found<'c>, Stop> {
    for (place, (when, value)) in cases.iter().enumerate() {
        match when.as_ref().map_or(Truth::True, |when| test(world, at, when)) {
            Truth::True => return look(world, at, value),
            Truth::False => {}
            // Open, but perhaps it makes no difference.
            Truth::Unknown(open) => {
                let rest = cases.get(place.saturating_add(1)..).unwrap_or_default();
                let (here, there) = (look(world, at, value), first_that_holds(world, at, rest));
                return match (here, there) {
                    (Ok(here), Ok(there)) if here.ends == there.ends && here.trend == there.trend => Ok(here),
                    _ => Err(Stop::of(open.causes().next())),
                };
            }
        }
    }
    Ok(Found::NOTHING)
}

fn look<'c>(world: &World<'c>, at: At, what: &ValueRef) -> Result<Found<'c>, Stop> {
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
            let branch = branches.iter().rev().find(|(k, _)| k <= key).or_else(|| branches.first());
            return branch.map_or(Ok(Found::NOTHING), |(_, tree)| self.descend(tree, deeper));
        }
        let var = self.world.case().fact(fact, self.at.expense);
        let parts = reachable(self.world.cell(var), fact, branches);
        let mut found =
            parts.iter().map(|(_, tree)| tree.map_or(Ok(Found::NOTHING), |tree| self.descend(tree, deeper)));
        let Some(first) = found.next() else { return Ok(Found::NOTHING) };
        // Open, but perhaps every row says the same.
        let same = |other: Result<Found<'c>, Stop>| match (&first, other) {
            (Ok(first), Ok(other)) => first.ends == other.ends && first.trend == other.trend,
            _ => false,
        };
        if parts.len() == 1 || found.all(same) {
            return first;
        }
        Err(Stop::Decide(Decision { var, parts: parts.into_iter().map(|(cell, _)| cell).collect() }))
    }

    fn leaf(&self, row: usize, leaf: &Leaf) -> Found<'c> {
        let case = self.world.case();
        let programme = case.book().programme(self.at.programme);
        let id = programme.values.get(self.what.value).and_then(|value| value.rows.get(row)).map(|row| row.id.as_str());
        let var = case.row(self.at.programme, self.what.value, row);
        let source = self.source;
        match leaf {
            Leaf::Published(number) => Found { ends: Some((*number, *number)), trend: Trend::FLAT, id, source },
            Leaf::Limit { .. } if case.entered(self.at.programme, self.what.value, row).is_none() => Found::NOTHING,
            Leaf::Unpublished { .. } | Leaf::Limit { .. } => {
                let (low, high) = self.world.cell(var).ends();
                let up = if low < high { case.driver(var).map_or(Drivers::NONE, Drivers::one) } else { Drivers::NONE };
                Found { ends: Some((low, high)), trend: Trend { up, down: Drivers::NONE }, id, source: None }
            }
        }
    }
}

/// The branches that a fact's cell can reach, each with the part of the cell that reaches it.
/// What reaches none (a table may leave out what conditions exclude) is a part of its own.
fn reachable(cell: Cell, fact: Fact, branches: &[(i64, Tree)]) -> Vec<(Cell, Option<&Tree>)> {
    match cell {
        Cell::Options(bits) => reachable_options(bits, fact, branches),
        Cell::Range { low, high } => {
            let ends = branches.iter().skip(1).map(|(from, _)| from.saturating_sub(1)).chain([i64::MAX]);
            let mut start = i64::MIN;
            let mut parts = Vec::new();
            for ((_, tree), end) in branches.iter().zip(ends) {
                let part = (low.max(start), high.min(end));
                if part.0 <= part.1 {
                    parts.push((Cell::Range { low: part.0, high: part.1 }, Some(tree)));
                }
                start = end.saturating_add(1);
            }
            parts
        }
        Cell::Members { .. } => Vec::new(),
    }
}

fn reachable_options(bits: u32, fact: Fact, branches: &[(i64, Tree)]) -> Vec<(Cell, Option<&Tree>)> {
    let mut left = bits & all_bits(fact.options().map_or(0, <[_]>::len));
    let mut parts = Vec::new();
    for (key, tree) in branches {
        let row = own_options(*key, fact, branches) & left;
        left &= !row;
        if row != 0 {
            parts.push((Cell::Options(row), Some(tree)));
        }
    }
    if left != 0 {
        parts.push((Cell::Options(left), None));
    }
    parts
}

/// The options that read a row: its own, and `primary` the row of level 1 where it has none of its own.
fn own_options(key: i64, fact: Fact, branches: &[(i64, Tree)]) -> u32 {
    let Cell::Options(own) = Cell::option(key) else { return 0 };
    const PRIMARY: i64 = 0;
    const LEVEL_1: i64 = 1;
    let primary_reads_it =
        fact == Fact::FACILITY_LEVEL && key == LEVEL_1 && !branches.iter().any(|(other, _)| *other == PRIMARY);
    if primary_reads_it { own | 1 } else { own }
}
