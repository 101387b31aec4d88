//! Takes a world apart where the settlement asks for a decision, and joins what its parts give.

use super::Budget;
use super::hull::Hull;
use super::numeric::resolve;
use crate::ordered::Map;
use crate::settlement::{Effort, Figure, Settled, settle};
use crate::unknowns::{Case, Split, Variable, World};

/// What exploring a world gave.
#[derive(Debug)]
pub struct Explored<'c> {
    /// The ends of every figure.
    pub hull: Hull,
    /// The worlds that the hull's ends name.
    pub worlds: Vec<World<'c>>,
    /// Which figures (by place) depend on a variable.
    pub matters: Map<Variable, Vec<bool>>,
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
    pub hull: Hull,
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

    /// Notes that a variable moves a figure.
    pub(super) fn note(&mut self, var: Variable, place: usize) {
        let places = self.hull.ends.len();
        let flags = self.matters.entry(var).or_insert_with(|| vec![false; places]);
        if let Some(flag) = flags.get_mut(place) {
            *flag = true;
        }
    }
}

/// Explores a world within a budget.
#[must_use]
pub fn explore<'c>(case: &'c Case<'c>, world: World<'c>, budget: Budget) -> Explored<'c> {
    let whole = settle(&world, Effort::DecideAndExplain);
    let hull = Hull::of(&whole, 0);
    let mut explored =
        Explored { hull, worlds: vec![world.clone()], matters: Map::default(), leaves: Vec::new(), whole, budget };
    debug_assert!(std::ptr::eq(world.case(), case));
    explored.hull = if explored.whole.is_exact() {
        let hull = explored.hull.clone();
        leaf(&mut explored, world, hull)
    } else {
        // The working is that of one completion, which is still to be found.
        explored.whole.steps.clear();
        let whole = explored.whole.clone();
        take_apart(&mut explored, world, whole)
    };
    explored
}

fn take_apart<'c>(explored: &mut Explored<'c>, world: World<'c>, settled: Settled) -> Hull {
    if settled.is_exact() {
        let number = remember(explored, &world);
        return leaf(explored, world, Hull::of(&settled, number));
    }
    let Some(decision) = &settled.decision else {
        let hull = resolve(explored, &world, &settled);
        return leaf(explored, world, hull);
    };
    if explored.budget.is_spent() {
        let number = remember(explored, &world);
        let bounds = settle(&world, Effort::Bound);
        return leaf(explored, world, Hull::of(&bounds, number));
    }
    // Its line depends on it even where the ends in all parts are the same.
    if let Some(line) = settled.decides {
        explored.note(decision.variable, settled.place(Figure::Line(line)));
    }
    in_parts(explored, &world, decision)
}

fn in_parts<'c>(explored: &mut Explored<'c>, world: &World<'c>, decision: &Split) -> Hull {
    let mut parts: Vec<Hull> = Vec::new();
    for domain in &decision.parts {
        let part = world.with(decision.variable, *domain);
        explored.budget.spend();
        let settled = settle(&part, Effort::Decide);
        parts.push(take_apart(explored, part, settled));
    }
    for pair in parts.windows(2) {
        let [a, b] = pair else { continue };
        let moved: Vec<usize> = (0..a.ends.len()).filter(|place| !a.agrees(b, *place)).collect();
        for place in moved {
            explored.note(decision.variable, place);
        }
    }
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_else(|| explored.hull.clone());
    parts.fold(first, |hull, part| hull.with(&part))
}

/// One completion of a world, as far as the settlement asks: any will do to show the working of an amount that is the
/// same in all of them.
#[must_use]
pub fn completion<'c>(world: World<'c>) -> World<'c> {
    let case = world.case();
    let mut world = case.drivers().fold(world, |world, (var, _)| world.with(var, world.domain(var).lowest()));
    while let Some(decision) = settle(&world, Effort::Decide).decision {
        let Some(part) = decision.parts.first() else { break };
        world = world.with(decision.variable, *part);
    }
    world
}

/// Gives a world a number.
pub(super) fn remember<'c>(explored: &mut Explored<'c>, world: &World<'c>) -> usize {
    explored.worlds.push(world.clone());
    explored.worlds.len().saturating_sub(1)
}

fn leaf<'c>(explored: &mut Explored<'c>, world: World<'c>, hull: Hull) -> Hull {
    explored.leaves.push(Leaf { world, hull: hull.clone() });
    hull
}

impl Leaf<'_> {
    /// The ends of what all funds pay.
    #[must_use]
    pub fn paid(&self, whole: &Settled) -> super::hull::Ends {
        self.hull.at(whole.place(Figure::Paid))
    }
}
