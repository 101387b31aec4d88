//! What branch and bound found: the range, the worlds that give its ends, and the parts it is made of.

use super::Budget;
use super::bounds::{Bounds, Ends};
use super::matters::Matters;
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
    /// Which figures depend on which variables.
    pub matters: Matters,
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
        self.matters.moves(var, place)
    }

    /// Notes that a decision moves a figure.
    pub(super) fn note(&mut self, var: Variable, place: usize) {
        self.matters.note(var, place, self.hull.ends.len());
    }
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
