//! What branch and bound found: the range, the worlds that give its ends, and the parts it is made of.

use super::Budget;
use super::bounds::{Bounds, Ends};
use super::matters::Matters;
use crate::interval::Interval;
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
    /// The places of the figures whose ends are looked for; none where those of all are.
    pub(super) sought: Option<Vec<usize>>,
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
    /// Whether every end that is looked for is reached.
    #[must_use]
    pub fn is_tight(&self) -> bool {
        self.ends().all(Ends::is_tight)
    }

    /// Whether every figure that is looked for is one amount.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.ends().all(Ends::is_exact)
    }

    /// The ends that are looked for.
    fn ends(&self) -> impl Iterator<Item = &Ends> {
        let places = self.hull.ends.iter().enumerate();
        places.filter(|(place, _)| self.seeks(*place)).map(|(_, ends)| ends)
    }

    fn seeks(&self, place: usize) -> bool {
        self.sought.as_ref().is_none_or(|sought| sought.contains(&place))
    }

    /// Whether a variable moves the figure at a place.
    #[must_use]
    pub fn moves(&self, var: Variable, place: usize) -> bool {
        self.matters.moves(var, place)
    }

    /// The open figures of a settlement whose ends are looked for, each with its place.
    pub(super) fn sought<'s>(&self, settled: &'s Settled) -> Vec<(usize, &'s Interval)> {
        let open = settled.amounts().iter().enumerate().filter(|(_, span)| !span.is_exact());
        open.filter(|(place, _)| self.seeks(*place)).collect()
    }

    /// The ends of a figure; reached only where the worlds that reach them are sure to be possible.
    pub(super) fn possible(&self, ends: Ends) -> Ends {
        let is_possible = |witness: usize| self.worlds.get(witness).is_none_or(World::items_are_possible);
        Ends {
            low_is_reached: ends.low_is_reached && is_possible(ends.low_witness),
            high_is_reached: ends.high_is_reached && is_possible(ends.high_witness),
            ..ends
        }
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
