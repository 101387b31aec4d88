//! The ends over unknown numbers: rates, deductibles, parts of a bill, months.
//!
//! Within a part of the world in which every decision is made, the settlement says of each figure which numbers raise
//! it and which lower it ([`crate::interval::Trend`]). Where a number moves a figure one way only, its ends are at the
//! number's ends: one settlement per corner. Where it may move it both ways (beyond a jump), the box is halved until it
//! moves one way in each piece, or no piece can still reach further out.

use super::bounds::{Bounds, Ends};
use super::explored::{Explored, remember};
use super::straight::{self, End, Reached};
use crate::interval::{Interval, NumberSet, Trend};
use crate::ordered::Map;
use crate::settlement::{Effort, Settled};
use crate::unknowns::{Domain, Variable, World};

/// How many boxes one part of the world may be cut into.
const MOST_BOXES: usize = 400;

/// How many, where so many numbers act both ways that halving one of them says little: a few boxes then cost much and
/// bring nothing.
const BOXES_OF_MANY: usize = 16;
const MANY: u32 = 3;

/// The hull of a world in which only numbers are open.
pub(super) fn bound<'c>(explored: &mut Explored<'c>, world: &World<'c>, settled: &Settled) -> Bounds {
    let number = remember(explored, world);
    let mut search = Search { explored, best: Vec::new(), boxes: MOST_BOXES };
    search.best = settled.amounts().iter().map(|span| span.is_exact().then(|| Ends::of(*span, number))).collect();
    let mut corners = search.reach_corners(world, settled);
    for (place, span) in search.explored.sought(settled) {
        search.climb(place, span, &mut corners);
    }
    search.resolve(world, settled, corners.moving);
    let best = std::mem::take(&mut search.best);
    // A figure that no corner was settled for keeps its sound span.
    let spans = Bounds::of(settled, number);
    Bounds { ends: best.into_iter().zip(spans.ends).map(|(best, span)| best.unwrap_or(span)).collect() }
}

/// A world in which the numbers that move something are at their high ends or, all others, at their low ends.
pub(super) fn corner<'c>(world: &World<'c>, moving: NumberSet, at_high: NumberSet) -> World<'c> {
    let drivers = world.case().drivers().filter(|(_, driver)| moving.holds(*driver));
    drivers.fold(world.clone(), |corner, (var, driver)| {
        let domain = world.domain(var);
        corner.narrow(var, if at_high.holds(driver) { domain.highest() } else { domain.lowest() })
    })
}

struct Search<'a, 'c> {
    explored: &'a mut Explored<'c>,
    /// What has been reached so far, by figure.
    best: Vec<Option<Ends>>,
    boxes: usize,
}

impl<'c> Search<'_, 'c> {
    /// Settles the corners that this box needs.
    fn reach_corners(&mut self, world: &World<'c>, settled: &Settled) -> Corners<'c> {
        let mut corners = Corners::new(world, settled);
        // Also those of figures that nobody looks for: a corner of theirs is often an end of one that somebody does.
        for (place, span) in settled.amounts().iter().enumerate().filter(|(_, span)| !span.is_exact()) {
            let Trend { up, down } = span.trend;
            // What moves it both ways is tried at either end; the corners of the rest are its ends.
            let both = span.trend.undecided();
            for at_high in [down, up, down.without(both), up.without(both)] {
                if !(self.has_end(place, span, false) && self.has_end(place, span, true)) {
                    self.reach(place, at_high, &mut corners);
                }
            }
        }
        self.explored.matters.note_numbers(world, settled);
        corners
    }

    /// Follows a number through this box, or halves it, where corners are not enough.
    fn resolve(&mut self, world: &World<'c>, settled: &Settled, moving: NumberSet) {
        let unresolved = |(place, span): &(usize, &Interval)| {
            let beyond = self.best(*place).is_none_or(|b| span.low < b.low || b.high < span.high);
            beyond && (!span.trend.undecided().is_none() || span.trend == Trend::FLAT)
        };
        let sought = self.explored.sought(settled);
        let open: Vec<(usize, Interval)> =
            sought.into_iter().filter(unresolved).map(|(place, span)| (place, *span)).collect();
        let open = self.follow(world, moving, open);
        if !open.is_empty() {
            self.halve(world, &open);
        }
    }

    /// Looks for the ends that are not reached yet from corner to corner, one number after the other (coordinate ascent): most
    /// numbers that may move a figure both ways do so for a rounding only.
    fn climb(&mut self, place: usize, span: &Interval, corners: &mut Corners<'c>) {
        let Trend { up, down } = span.trend;
        let both = span.trend.undecided();
        for is_most in [false, true] {
            let mut at_high = if is_most { up } else { down };
            for number in both.each().chain(both.each()) {
                if self.explored.budget.is_spent() || self.has_end(place, span, is_most) {
                    break;
                }
                let flipped = at_high.toggled(number);
                let (from, to) = (self.reach(place, at_high, corners), self.reach(place, flipped, corners));
                let is_further = from.zip(to).is_some_and(|(from, to)| to.reaches_beyond(from, is_most));
                at_high = if is_further { flipped } else { at_high };
            }
        }
    }

    /// Whether this end of a span is reached.
    fn has_end(&self, place: usize, span: &Interval, is_most: bool) -> bool {
        self.best(place).is_some_and(|best| if is_most { span.high <= best.high } else { best.low <= span.low })
    }

    fn best(&self, place: usize) -> Option<Ends> {
        self.best.get(place).copied().flatten()
    }

    /// Figures that one number alone may move both ways are followed along it: those that remain are given back.
    fn follow(&mut self, world: &World<'c>, moving: NumberSet, open: Vec<(usize, Interval)>) -> Vec<(usize, Interval)> {
        let is_followed = |span: &Interval| only_number(world, span.trend.undecided()).is_some();
        let wanted = open.iter().filter(|(_, span)| is_followed(span)).map(|(place, _)| *place).collect();
        let mut lines = Lines { world, moving, wanted, made: Map::default() };
        let mut remaining = Vec::new();
        for (place, span) in open {
            let both = span.trend.undecided();
            let ends = only_number(world, both).and_then(|var| {
                let mut along = |at_high| lines.along(self.explored, var, (both, at_high), place);
                Some((along(span.trend.down)?.low_end(), along(span.trend.up)?.high_end()))
            });
            match (ends, self.best.get_mut(place)) {
                (Some((low, high)), Some(slot)) => {
                    let [low_witness, high_witness] = [low.1, high.1].map(|world| remember(self.explored, &world));
                    let (low_is_reached, high_is_reached) = (low.0.is_reached(), high.0.is_reached());
                    // No end lies beyond the interval, however far an end that was not reached may be.
                    let (low, high) = (low.0.bound.max(span.low), high.0.bound.min(span.high));
                    let reached = Ends { low, high, low_witness, high_witness, low_is_reached, high_is_reached };
                    *slot = Some(slot.map_or(reached, |best| best.with(reached)));
                }
                _ => remaining.push((place, span)),
            }
        }
        remaining
    }

    fn halve(&mut self, world: &World<'c>, open: &[(usize, Interval)]) {
        let either_way = open.iter().fold(NumberSet::NONE, |all, (_, span)| all.with(span.trend.undecided()));
        let widest = widest(world, either_way);
        if either_way.count() >= MANY {
            self.boxes = self.boxes.min(BOXES_OF_MANY);
        }
        let spent = self.boxes == 0 || self.explored.budget.is_spent();
        let Some((var, [below, above])) = widest.filter(|_| !spent) else {
            return self.give_up(world, open);
        };
        self.boxes = self.boxes.saturating_sub(1);
        for half in [below, above] {
            let part = world.with(var, half);
            let settled = self.explored.budget.settle(&part, Effort::Bound);
            if open.iter().any(|(place, _)| self.may_reach_further(*place, &settled)) {
                let corners = self.reach_corners(&part, &settled);
                self.resolve(&part, &settled, corners.moving);
            }
        }
    }

    fn may_reach_further(&self, place: usize, settled: &Settled) -> bool {
        let best = self.best(place);
        settled.amounts().get(place).is_some_and(|span| best.is_none_or(|b| span.low < b.low || b.high < span.high))
    }

    /// The budget is spent: the sound span stands, and the range is no longer tight.
    fn give_up(&mut self, world: &World<'c>, open: &[(usize, Interval)]) {
        let number = remember(self.explored, world);
        for (place, span) in open {
            self.add(*place, Ends::of(*span, number));
        }
    }

    /// A corner's amount is reached; the first time also that of every other figure which is exact there.
    fn reach(&mut self, place: usize, at_high: NumberSet, corners: &mut Corners<'c>) -> Option<Interval> {
        let is_new = corners.make(at_high, self.explored);
        let (settled, number) = corners.made(at_high)?;
        if is_new {
            for (other, span) in settled.amounts().iter().enumerate().filter(|(_, span)| span.is_exact()) {
                self.add(other, Ends::of(*span, *number));
            }
        }
        let span = settled.amounts().get(place).copied()?;
        self.add(place, Ends::of(span, *number));
        Some(span)
    }

    fn add(&mut self, place: usize, reached: Ends) {
        if let Some(slot) = self.best.get_mut(place) {
            *slot = Some(slot.map_or(reached, |best| best.with(reached)));
        }
    }
}

/// The number with the widest range among these drivers, counted in steps of its grid, with its halves.
fn widest(world: &World, among: NumberSet) -> Option<(Variable, [Domain; 2])> {
    let open = world.case().drivers().filter(|(_, driver)| among.holds(*driver)).filter_map(|(var, _)| {
        let (low, high) = world.domain(var).ends()?;
        (low < high).then(|| (low.steps_to(high), var))
    });
    let (_, var) = open.max_by_key(|(steps, var)| (*steps, std::cmp::Reverse(*var)))?;
    world.domain(var).halves().map(|halves| (var, halves))
}

/// The only open number among these drivers; none where there are several or none.
fn only_number(world: &World, among: NumberSet) -> Option<Variable> {
    let mut open = world.case().drivers().filter(|(var, driver)| among.holds(*driver) && world.domain(*var).is_wide());
    let (only, _) = open.next()?;
    open.next().is_none().then_some(only)
}

/// What was found along single numbers, each with the others at their ends.
struct Lines<'a, 'c> {
    world: &'a World<'c>,
    moving: NumberSet,
    /// The figures that are looked for.
    wanted: Vec<usize>,
    made: Map<(Variable, u128), Option<Vec<Reached>>>,
}

/// The ends of one figure along a number, in a corner of the others.
struct Followed<'c> {
    corner: World<'c>,
    var: Variable,
    ends: Reached,
}

impl<'c> Followed<'c> {
    fn low_end(self) -> (End, World<'c>) {
        let world = self.corner.with(self.var, Domain::one(self.ends.low.at));
        (self.ends.low, world)
    }

    fn high_end(self) -> (End, World<'c>) {
        let world = self.corner.with(self.var, Domain::one(self.ends.high.at));
        (self.ends.high, world)
    }
}

impl<'c> Lines<'_, 'c> {
    /// A figure along a number, with these others at their high ends.
    fn along(
        &mut self,
        explored: &mut Explored<'c>,
        var: Variable,
        (both, at_high): (NumberSet, NumberSet),
        place: usize,
    ) -> Option<Followed<'c>> {
        let others = self.moving.without(both);
        let corner = corner(self.world, others, at_high.shared(others));
        let key = (var, at_high.shared(others).0);
        if !self.made.contains_key(&key) {
            let line = straight::along(&corner, var, &self.wanted, &mut explored.budget);
            self.made.insert(key, line);
        }
        let ends = *self.made.get(&key)?.as_ref()?.get(place)?;
        Some(Followed { corner, var, ends })
    }
}

/// Settlements with every open number at one of its ends, each made once.
struct Corners<'c> {
    world: World<'c>,
    moving: NumberSet,
    made: Map<u128, (Settled, usize)>,
}

impl<'c> Corners<'c> {
    fn new(world: &World<'c>, settled: &Settled) -> Self {
        let moving =
            settled.amounts().iter().fold(NumberSet::NONE, |all, span| all.with(span.trend.up).with(span.trend.down));
        Corners { world: world.clone(), moving, made: Map::default() }
    }

    /// Settles the world with these drivers at their high ends and all others at their low ends, if it was not; whether it was
    /// not.
    fn make(&mut self, at_high: NumberSet, explored: &mut Explored<'c>) -> bool {
        let key = at_high.shared(self.moving).0;
        let is_new = !self.made.contains_key(&key);
        if is_new {
            let corner = corner(&self.world, self.moving, at_high);
            let number = remember(explored, &corner);
            self.made.insert(key, (explored.budget.settle(&corner, Effort::Bound), number));
        }
        is_new
    }

    /// What was settled there, and the number of that world.
    fn made(&self, at_high: NumberSet) -> Option<&(Settled, usize)> {
        self.made.get(&at_high.shared(self.moving).0)
    }
}
