//! The ends over unknown numbers: rates, deductibles, parts of a bill, months.
//!
//! Within a part of the world in which every decision is made, the settlement says of each figure which numbers raise
//! it and which lower it ([`crate::interval::Trend`]). Where a number moves a figure one way only, its ends are at the
//! number's ends: one settlement per corner. Where it may move it both ways (beyond a jump, or where two payments make up for
//! each other), the box is halved, the piece first that may reach furthest, until no piece can still reach further out.

use super::bounds::{Bounds, Ends};
use super::corners::{Corners, corner};
use super::explored::{Explored, remember};
use super::straight::{self, End, ReachedEnds};
use super::take_furthest;
use super::vertices;
use crate::interval::{Drivers, Interval, Trend};
use crate::money::Money;
use crate::ordered::Map;
use crate::settlement::{Effort, Settled};
use crate::unknowns::{Domain, Variable, World};

/// How many boxes one part of the world may be cut into.
const MOST_BOXES: usize = 400;

/// How many, where so many numbers act both ways that halving one of them says little.
const BOXES_OF_MANY: usize = 32;
const MANY: u32 = 3;

/// In so many parts a range is measured.
const PARTS: i128 = 1 << 40;

/// The hull of a world in which only numbers are open.
pub(super) fn bound<'c>(explored: &mut Explored<'c>, world: &World<'c>, settled: &Settled) -> Bounds {
    let number = remember(explored, world);
    let mut search = Search { explored, best: Vec::new(), boxes: MOST_BOXES, whole: world.clone() };
    search.best = settled.amounts().iter().map(|span| span.is_exact().then(|| Ends::of(*span, number))).collect();
    let mut corners = search.reach_corners(world, settled);
    for (place, span) in search.explored.sought(settled) {
        search.climb(place, span, &mut corners);
    }
    let mut pieces = search.examine(world, settled).into_iter().collect::<Vec<_>>();
    while let Some(piece) = take_furthest(&mut pieces, |piece| search.beyond(piece)) {
        let Some(halves) = search.halve(&piece) else {
            pieces.push(piece);
            break;
        };
        pieces.extend(halves);
    }
    pieces.iter().for_each(|piece| search.give_up(piece));
    let best = std::mem::take(&mut search.best).into_iter().map(|best| best.map(|best| search.explored.possible(best)));
    // A figure that no corner was settled for keeps its sound span.
    let spans = Bounds::of(settled, number);
    Bounds { ends: best.zip(spans.ends).map(|(best, span)| best.unwrap_or(span)).collect() }
}

/// A part of the world, with the figures that may reach further out in it than they did so far.
struct Piece<'c> {
    world: World<'c>,
    open: Vec<(usize, Interval)>,
}

pub(super) struct Search<'a, 'c> {
    pub explored: &'a mut Explored<'c>,
    /// What has been reached so far, by figure.
    best: Vec<Option<Ends>>,
    boxes: usize,
    /// The part of the world whose ends are looked for.
    whole: World<'c>,
}

impl<'c> Search<'_, 'c> {
    /// Settles the corners that this box needs.
    fn reach_corners(&mut self, world: &World<'c>, settled: &Settled) -> Corners<'c> {
        let mut corners = Corners::new(world, settled, Effort::Bound);
        // Also those of figures that nobody looks for: a corner of theirs is often an end of one that somebody does.
        for (place, span) in settled.amounts().iter().enumerate().filter(|(_, span)| !span.is_exact()) {
            let Trend { up, down, .. } = span.trend;
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

    /// Follows a number through this box, or looks at its vertices, where corners are not enough; what may still reach further.
    fn examine(&mut self, world: &World<'c>, settled: &Settled) -> Option<Piece<'c>> {
        let unresolved = |(place, span): &(usize, Interval)| {
            self.reaches_beyond(*place, span) && (!span.trend.undecided().is_none() || span.trend.is_flat())
        };
        let sought = self.explored.sought(settled);
        let open = sought.into_iter().map(|(place, span)| (place, *span)).filter(unresolved).collect();
        let mut open = self.follow(world, open);
        if !open.is_empty() {
            vertices::narrow(self, world, settled, &mut open);
            open.retain(|(place, span)| self.reaches_beyond(*place, span));
        }
        (!open.is_empty()).then(|| Piece { world: world.clone(), open })
    }

    /// How far a piece may reach beyond what is reached.
    fn beyond(&self, piece: &Piece) -> Money {
        let of = |(place, span): &(usize, Interval)| {
            let best = self.best(*place)?;
            Some((best.low - span.low).max(span.high - best.high))
        };
        piece.open.iter().filter_map(of).max().unwrap_or(Money::ZERO)
    }

    fn reaches_beyond(&self, place: usize, span: &Interval) -> bool {
        self.best(place).is_none_or(|best| span.low < best.low || best.high < span.high)
    }

    /// Looks for the ends that are not reached yet from corner to corner, one number after the other (coordinate ascent): most
    /// numbers that may move a figure both ways do so for a rounding only.
    fn climb(&mut self, place: usize, span: &Interval, corners: &mut Corners<'c>) {
        let Trend { up, down, .. } = span.trend;
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
    fn follow(&mut self, world: &World<'c>, open: Vec<(usize, Interval)>) -> Vec<(usize, Interval)> {
        let is_followed = |span: &Interval| only_number(world, span.trend.undecided()).is_some();
        let wanted = open.iter().filter(|(_, span)| is_followed(span)).map(|(place, _)| *place).collect();
        let mut lines = Lines { world, wanted, made: Map::default() };
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

    /// What may still reach further in the halves of a piece; none where there is no work left, or nothing to halve.
    fn halve(&mut self, piece: &Piece<'c>) -> Option<Vec<Piece<'c>>> {
        let either_way = piece.open.iter().fold(Drivers::NONE, |all, (_, span)| all.with(span.trend.undecided()));
        if either_way.count() >= MANY {
            self.boxes = self.boxes.min(BOXES_OF_MANY);
        }
        let spent = self.boxes == 0 || self.explored.budget.is_spent();
        let (var, halves) = widest(&self.whole, &piece.world, either_way).filter(|_| !spent)?;
        self.boxes = self.boxes.saturating_sub(1);
        let mut open = Vec::new();
        for half in halves {
            let part = piece.world.with(var, half);
            let settled = self.explored.budget.settle(&part, Effort::Bound);
            let may_reach =
                |place: usize| settled.amounts().get(place).is_some_and(|span| self.reaches_beyond(place, span));
            if piece.open.iter().any(|(place, _)| may_reach(*place)) {
                self.reach_corners(&part, &settled);
                open.extend(self.examine(&part, &settled));
            }
        }
        Some(open)
    }

    /// The work ran out: the sound span stands, and its ends are not reached.
    fn give_up(&mut self, piece: &Piece<'c>) {
        let number = remember(self.explored, &piece.world);
        for (place, span) in &piece.open {
            self.add(*place, Ends::beyond(*span, number));
        }
    }

    /// A corner's amount is reached; the first time also that of every other figure which is exact there.
    pub fn reach(&mut self, place: usize, at_high: Drivers, corners: &mut Corners<'c>) -> Option<Interval> {
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

/// The number among these drivers of whose range most is left, in proportion to what a whole world allows, with its halves: each
/// has its turn, however large its amounts are.
fn widest(whole: &World, world: &World, among: Drivers) -> Option<(Variable, [Domain; 2])> {
    let steps = |world: &World, var| world.domain(var).ends().map(|(low, high)| low.steps_to(high));
    let open = world.case().drivers().filter(|(_, driver)| among.holds(*driver)).filter_map(|(var, _)| {
        let (here, all) = (steps(world, var)?, steps(whole, var)?);
        let left = i128::from(here).saturating_mul(PARTS).checked_div(i128::from(all))?;
        (here > 0).then_some((left, here, var))
    });
    let (.., var) = open.max_by_key(|(left, here, var)| (*left, *here, std::cmp::Reverse(*var)))?;
    world.domain(var).halves().map(|halves| (var, halves))
}

/// The only open number among these drivers; none where there are several or none.
fn only_number(world: &World, among: Drivers) -> Option<Variable> {
    let mut open = world.case().drivers().filter(|(var, driver)| among.holds(*driver) && world.domain(*var).is_wide());
    let (only, _) = open.next()?;
    open.next().is_none().then_some(only)
}

/// What was found along single numbers, each with the others at their ends.
struct Lines<'a, 'c> {
    world: &'a World<'c>,
    /// The figures that are looked for.
    wanted: Vec<usize>,
    made: Map<(Variable, u128), Option<Vec<ReachedEnds>>>,
}

/// The ends of one figure along a number, in a corner of the others.
struct Followed<'c> {
    corner: World<'c>,
    var: Variable,
    ends: ReachedEnds,
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
        (both, at_high): (Drivers, Drivers),
        place: usize,
    ) -> Option<Followed<'c>> {
        let others = Drivers::ALL.without(both);
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
