//! What branch and bound found: the range, the worlds that give its ends, and the parts it is made of.

use super::Budget;
use super::bounds::{Bounds, Ends};
use crate::interval::Trend;
use crate::ordered::Map;
use crate::settlement::{Figure, Settled};
use crate::unknowns::{Domain, Variable, World};

/// What exploring a world gave.
#[derive(Debug)]
pub struct Explored<'c> {
    /// The ends of every figure.
    pub hull: Bounds,
    /// The worlds that the hull's ends name.
    pub worlds: Vec<World<'c>>,
    /// Which figures (by place) depend on a variable.
    pub matters: Map<Variable, Vec<bool>>,
    /// What was decided, each with the parts that it was first taken apart into.
    pub decided: Map<Variable, Vec<Domain>>,
    /// The parts in which nothing but numbers is open, with what is paid in each.
    pub leaves: Vec<Leaf<'c>>,
    /// The settlement of the whole world, as far as nothing must be decided: it names the places.
    pub whole: Settled,
    /// Work left.
    pub budget: Budget,
}

/// A part of the world that needed no further decision.
#[derive(Debug)]
pub struct Leaf<'c> {
    /// The part.
    pub world: World<'c>,
    /// Everything in it.
    pub hull: Bounds,
}

impl Explored<'_> {
    /// Whether every end is reached.
    #[must_use]
    pub fn is_tight(&self) -> bool {
        self.hull.ends.iter().all(|ends| ends.tight)
    }

    /// Whether a variable moves the figure at a place.
    #[must_use]
    pub fn moves(&self, var: Variable, place: usize) -> bool {
        self.matters.get(&var).and_then(|flags| flags.get(place)).copied().unwrap_or(false)
    }

    /// Notes which of these numbers move a figure.
    pub(super) fn note_movers(&mut self, place: usize, trend: Trend, numbers: &[(Variable, usize)]) {
        let moving = trend.up.with(trend.down);
        for (var, _) in numbers.iter().filter(|(_, driver)| moving.holds(*driver)) {
            self.note(*var, place);
        }
    }

    /// Notes that a variable moves a figure.
    pub(super) fn note(&mut self, var: Variable, place: usize) {
        let places = self.hull.ends.len();
        let flags = self.matters.entry(var).or_insert_with(|| vec![false; places]);
        if let Some(flag) = flags.get_mut(place) {
            *flag = true;
        }
    }
}

/// The numbers that are open in a world, each with its driver.
pub(super) fn open_numbers(world: &World) -> Vec<(Variable, usize)> {
    world.case().drivers().filter(|(var, _)| world.domain(*var).is_wide()).collect()
}

/// Gives a world a number.
pub(super) fn remember<'c>(explored: &mut Explored<'c>, world: &World<'c>) -> usize {
    explored.worlds.push(world.clone());
    explored.worlds.len().saturating_sub(1)
}

impl Leaf<'_> {
    /// The ends of what all funds pay.
    #[must_use]
    pub fn paid(&self, whole: &Settled) -> Ends {
        self.hull.at(whole.place(Figure::Paid))
    }
}
