//! Takes a world apart where the settlement asks for a decision, and joins what its parts give.

use super::Budget;
use super::bound::bound;
use super::bounds::Bounds;
use super::explored::{Explored, Leaf, remember};
use super::matters::Matters;
use crate::ordered::Map;
use crate::settlement::{Effort, Figure, Settled, decide, settle};
use crate::unknowns::{Split, World};

/// Explores a world within a budget, for these figures or for all. The others keep a sound span where something is open.
#[must_use]
pub fn explore<'c>(world: World<'c>, figures: Option<&[Figure]>, budget: Budget) -> Explored<'c> {
    let whole = settle(&world, Effort::Decide);
    explore_settled(world, whole, figures, budget)
}

/// The same of a world that was settled as far as nothing must be decided.
#[must_use]
pub fn explore_settled<'c>(
    world: World<'c>,
    whole: Settled,
    figures: Option<&[Figure]>,
    budget: Budget,
) -> Explored<'c> {
    let hull = Bounds::of(&whole, 0);
    let worlds = vec![world.clone()];
    let sought = figures.map(|figures| figures.iter().map(|figure| whole.place(*figure)).collect());
    let (matters, decided, leaves) = (Matters::default(), Map::default(), Vec::new());
    let mut explored = Explored { hull, worlds, matters, decided, leaves, whole, budget, sought };
    if explored.whole.is_exact() {
        let hull = explored.hull.clone();
        explored.leaves.push(Leaf { world, hull });
    } else {
        // The working is that of one completion, which is still to be found.
        explored.whole.steps.clear();
        let whole = explored.whole.clone();
        explored.hull = branch(&mut explored, world, whole);
    }
    explored
}

fn branch<'c>(explored: &mut Explored<'c>, world: World<'c>, settled: Settled) -> Bounds {
    if settled.is_exact() {
        let number = remember(explored, &world);
        return leaf(explored, world, Bounds::of(&settled, number));
    }
    let Some(decision) = &settled.decision else {
        let hull = bound(explored, &world, &settled);
        return leaf(explored, world, hull);
    };
    if explored.budget.is_spent() {
        return undecided(explored, world, decision);
    }
    let line = settled.decides.map(|line| settled.place(Figure::Line(line)));
    in_parts(explored, &world, decision, line)
}

/// The budget is spent: the world stays whole, and whatever may move a figure is taken to move it.
fn undecided<'c>(explored: &mut Explored<'c>, world: World<'c>, decision: &Split) -> Bounds {
    let number = remember(explored, &world);
    let settled = settle(&world, Effort::Bound);
    for (place, _) in settled.amounts().iter().enumerate().filter(|(_, span)| !span.is_exact()) {
        explored.note(decision.variable, place);
    }
    explored.matters.note_numbers(&world, &settled);
    leaf(explored, world, Bounds::of(&settled, number))
}

fn in_parts<'c>(explored: &mut Explored<'c>, world: &World<'c>, decision: &Split, line: Option<usize>) -> Bounds {
    let mut parts: Vec<Bounds> = Vec::new();
    explored.decided.entry(decision.variable).or_insert_with(|| decision.parts.clone());
    for domain in &decision.parts {
        let part = world.with(decision.variable, *domain);
        let settled = explored.budget.settle(&part, Effort::Decide);
        parts.push(branch(explored, part, settled));
    }
    for pair in parts.windows(2) {
        let [a, b] = pair else { continue };
        let moved: Vec<usize> = (0..a.ends.len()).filter(|place| !a.agrees(b, *place)).collect();
        for place in moved {
            explored.note(decision.variable, place);
        }
    }
    // The line that asks depends on it even where the ends in all parts are the same, unless nothing else is open in it.
    let is_exact = |part: &Bounds, place: usize| part.ends.get(place).is_some_and(|ends| ends.low == ends.high);
    if let Some(place) = line.filter(|place| !parts.iter().all(|part| is_exact(part, *place))) {
        explored.note(decision.variable, place);
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
    let world = case.drivers().fold(world, |world, (var, _)| {
        let lowest = world.domain(var).lowest();
        world.narrow(var, lowest)
    });
    decided(world, 0)
}

/// Takes one part of every decision that the settlement asks for, the first or a later one by `turn`.
pub(super) fn decided(world: World, turn: usize) -> World {
    let world = decide(world, |decision| {
        let place = turn.checked_rem(decision.parts.len()).unwrap_or_default();
        decision.parts.get(place).copied()
    });
    debug_assert!(settle(&world, Effort::Decide).decision.is_none(), "less is asked of a narrower world");
    world
}

/// What was settled of a world, with every step told. What is open may not move the amount that is asked for, but a working
/// is only told where nothing is: then that of one completion is.
#[must_use]
pub fn with_working(settled: Settled, world: World) -> Settled {
    if settled.is_exact() { settled } else { settle(&completion(world), Effort::Explain) }
}

fn leaf<'c>(explored: &mut Explored<'c>, world: World<'c>, hull: Bounds) -> Bounds {
    explored.leaves.push(Leaf { world, hull: hull.clone() });
    hull
}
