//! The ends of every amount along one number, by branch and bound on its range.
//!
//! Where every step of the working does the same kind of thing at both ends of a stretch and in its middle, and no payment may
//! jump in it, what is paid before rounding is a straight line there. So an amount is nowhere further out than at the ends of the stretch, but for a
//! few fen of rounding. A stretch that bends is bounded by its interval. A stretch is dropped once it holds nothing beyond
//! what was reached; else [`periods`] finds its ends exactly, or it is halved. Where the looks or halvings run out, the ends of
//! what is left are sound, and off by the fen of rounding.
//!
//! Two payments that make up for each other keep their sum here, where an interval would add up both (docs/ranges.md).

use super::{Budget, periods, take_furthest};
use crate::money::Money;
use crate::quantity::Quantity;
use crate::settlement::{Effort, Settled, Shape};
use crate::unknowns::{Domain, Variable, World};
use std::rc::Rc;

/// How many values of the number are looked at.
const MOST_LOOKS: usize = 1000;

/// How many straight stretches are halved: only fen of rounding are looked for in them, and after so many mostly in vain.
const MOST_HALVINGS: usize = 100;

/// One end of an amount: what was reached, where, and what it cannot go beyond.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub reached: Money,
    pub at: Quantity,
    pub bound: Money,
}

impl End {
    /// Whether nothing lies beyond what was reached.
    pub fn is_reached(&self) -> bool {
        self.reached == self.bound
    }
}

/// Least and greatest of an amount.
#[derive(Clone, Copy)]
pub(super) struct ReachedEnds {
    pub low: End,
    pub high: End,
}

/// The ends of every amount along a number that is the only open one of a world; none where something is to be decided on
/// the way. Only the wanted amounts, by place, are looked for until they are found.
pub(super) fn along(world: &World, var: Variable, wanted: &[usize], budget: &mut Budget) -> Option<Vec<ReachedEnds>> {
    let (low, high) = world.domain(var).ends()?;
    let line = Line { world, var, low, budget, looks: MOST_LOOKS };
    let mut search = Search { line, best: Vec::new(), open: Vec::new(), halvings: MOST_HALVINGS };
    let ends = [search.look(0)?, search.look(low.steps_to(high))?];
    search.add(ends, true)?;
    while let Some(stretch) = take_furthest(&mut search.open, |stretch| beyond(&search.best, wanted, stretch)) {
        if !search.open_stretch(&stretch)? {
            search.open.push(stretch);
            break;
        }
    }
    search.open.iter().for_each(|stretch| leave(&mut search.best, stretch));
    Some(search.best)
}

/// A stretch that is not looked at any more: the ends may lie in it.
fn leave(best: &mut [ReachedEnds], stretch: &Stretch) {
    for (best, (low, high)) in best.iter_mut().zip(&stretch.bounds) {
        best.low.bound = best.low.bound.min(*low);
        best.high.bound = best.high.bound.max(*high);
    }
}

/// Values of the number, by steps from its least, with three looks and what no amount goes beyond.
struct Stretch {
    looks: [Rc<Look>; 3],
    /// Whether the steps do the same kind of thing all along it. At the three looks alone would not do where a payment may jump:
    /// a fen of rounding may take an amount beyond the jump and back.
    is_alike: bool,
    /// Whether periods may be tried.
    may_repeat: bool,
    bounds: Vec<(Money, Money)>,
}

/// What is settled at one value.
pub(super) struct Look {
    pub place: i64,
    pub amounts: Vec<Money>,
    /// Every amount before it is rounded.
    pub exact: Vec<Money>,
    pub shape: Shape,
}

impl Look {
    /// Everything that moves with the number.
    pub fn moving(&self) -> impl Iterator<Item = &Money> {
        self.exact.iter().chain(&self.amounts)
    }
}

/// A number along which bills are settled.
pub(super) struct Line<'a, 'c> {
    world: &'a World<'c>,
    var: Variable,
    low: Quantity,
    budget: &'a mut Budget,
    looks: usize,
}

impl Line<'_, '_> {
    /// The value so many steps above the least.
    pub fn value(&self, place: i64) -> Quantity {
        self.low.moved_to(self.low.on_grid().saturating_add(place))
    }

    /// None where something is to be decided.
    pub fn look(&mut self, place: i64) -> Option<Look> {
        let settled = self.settle(Domain::one(self.value(place)), Effort::Explain);
        settled.is_exact().then(|| Look {
            place,
            amounts: settled.amounts().iter().map(|span| span.low).collect(),
            exact: settled.before_roundings(),
            shape: settled.shape(),
        })
    }

    /// Whether so many more looks may be taken.
    pub fn has(&self, looks: usize) -> bool {
        self.looks >= looks && !self.budget.is_spent()
    }

    fn settle(&mut self, domain: Domain, effort: Effort) -> Settled {
        self.looks = self.looks.saturating_sub(1);
        self.budget.settle(&self.world.with(self.var, domain), effort)
    }

    /// Whether amounts may bend with the number where no step does.
    fn is_uneven(&self) -> bool {
        self.world.case().is_uneven(self.var)
    }
}

struct Search<'a, 'c> {
    line: Line<'a, 'c>,
    best: Vec<ReachedEnds>,
    open: Vec<Stretch>,
    halvings: usize,
}

impl Search<'_, '_> {
    fn look(&mut self, place: i64) -> Option<Rc<Look>> {
        let look = self.line.look(place)?;
        note(&mut self.best, &look, self.line.value(place));
        Some(Rc::new(look))
    }

    /// Adds the stretch between two looks; none where something is to be decided in it.
    fn add(&mut self, [from, to]: [Rc<Look>; 2], may_repeat: bool) -> Option<()> {
        let steps = to.place.saturating_sub(from.place);
        if steps < 2 {
            return Some(());
        }
        let middle = self.look(from.place.saturating_add(steps.checked_div(2)?))?;
        let whole = self.interval(&from, &to);
        let is_alike = !whole.may_jump && from.shape == to.shape && from.shape == middle.shape;
        let mut bounds: Vec<(Money, Money)> = whole.amounts().iter().map(|span| (span.low, span.high)).collect();
        if is_alike && !self.line.is_uneven() {
            let straight = around([&from, &middle, &to]);
            bounds = bounds.iter().zip(straight).map(|((a, b), (c, d))| ((*a).max(c), (*b).min(d))).collect();
        }
        self.open.push(Stretch { looks: [from, middle, to], is_alike, may_repeat, bounds });
        Some(())
    }

    fn interval(&mut self, from: &Look, to: &Look) -> Settled {
        let domain = Domain::Range { low: self.line.value(from.place), high: self.line.value(to.place) };
        self.line.settle(domain, Effort::Bound)
    }

    /// Finds the ends in a stretch by periods, or halves it; whether there were looks enough.
    fn open_stretch(&mut self, stretch: &Stretch) -> Option<bool> {
        let [from, middle, to] = &stretch.looks;
        let mut may_repeat = stretch.may_repeat || !stretch.is_alike;
        if stretch.is_alike && may_repeat {
            if let Some(found) = periods::ends(&mut self.line, from, to) {
                found.iter().for_each(|look| note(&mut self.best, look, self.line.value(look.place)));
                return Some(true);
            }
            may_repeat = false;
        }
        // Each half takes a look in its middle, and an interval.
        let is_straight = stretch.is_alike && !self.line.is_uneven();
        if (is_straight && self.halvings == 0) || !self.line.has(4) {
            return Some(false);
        }
        self.halvings = self.halvings.saturating_sub(usize::from(is_straight));
        self.add([from.clone(), middle.clone()], may_repeat)?;
        self.add([middle.clone(), to.clone()], may_repeat)?;
        Some(true)
    }
}

/// How far a stretch may reach beyond what is reached of the wanted amounts.
fn beyond(best: &[ReachedEnds], wanted: &[usize], stretch: &Stretch) -> Money {
    let of = |place: &usize| {
        let (best, (low, high)) = (best.get(*place)?, stretch.bounds.get(*place)?);
        Some((best.low.reached - *low).max(*high - best.high.reached))
    };
    wanted.iter().filter_map(of).max().unwrap_or(Money::ZERO)
}

fn note(best: &mut Vec<ReachedEnds>, look: &Look, at: Quantity) {
    for (place, amount) in look.amounts.iter().enumerate() {
        let end = End { reached: *amount, at, bound: *amount };
        match best.get_mut(place) {
            None => best.push(ReachedEnds { low: end, high: end }),
            Some(best) => {
                best.low = if *amount < best.low.reached { end } else { best.low };
                best.high = if *amount > best.high.reached { end } else { best.high };
            }
        }
    }
}

/// How far roundings may move an amount: two fen each, as a rounded amount may move all that follow it.
pub(super) fn slack(roundings: usize) -> Money {
    Money::from_fen(i64::try_from(roundings).unwrap_or(i64::MAX).saturating_mul(2))
}

/// What no amount of a straight stretch goes beyond. What is the same all along the stretch is rounded alike.
fn around([from, middle, to]: [&Look; 3]) -> Vec<(Money, Money)> {
    let exact = from.exact.iter().zip(&middle.exact).zip(&to.exact);
    let moved = exact.filter(|((a, b), c)| a != b || b != c).count();
    let slack = slack(moved);
    let ends = from.amounts.iter().zip(&to.amounts);
    ends.map(|(a, b)| ((*a).min(*b) - slack, (*a).max(*b) + slack)).collect()
}
