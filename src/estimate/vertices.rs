//! The ends of amounts in a box of a few numbers that may each move them both ways.
//!
//! Where every step of every working does the same kind of thing at all vertices of a box in which no payment may jump, it does so
//! all over it: what decides it is, like every amount before rounding, a straight line in each number alone, and such a function is
//! least and greatest at vertices. So no amount is further out than at the vertices, but for a few fen of rounding (docs/ranges.md).

use super::bound::Search;
use super::corners::Corners;
use super::straight::slack;
use crate::interval::{Drivers, Interval};
use crate::money::Money;
use crate::settlement::{Effort, Settled, Shape};
use crate::unknowns::World;

/// Boxes of more numbers have too many vertices.
const MOST_NUMBERS: u32 = 4;

/// Brings the spans of figures as near as the vertices of a box say, where nothing bends in it. What is reached there counts.
pub(super) fn narrow<'c>(
    search: &mut Search<'_, 'c>,
    world: &World<'c>,
    settled: &Settled,
    open: &mut [(usize, Interval)],
) {
    if settled.may_jump {
        return;
    }
    let mut corners = Corners::new(world, settled, Effort::Explain);
    for (place, span) in open {
        let both = span.trend.undecided();
        if !is_small(world, both) {
            continue;
        }
        // The other numbers move it one way: down at one end, up at the other.
        let low = ends(search, &mut corners, *place, (both, span.trend.down.without(both)));
        let high = ends(search, &mut corners, *place, (both, span.trend.up.without(both)));
        if let (Some((low, _)), Some((_, high))) = (low, high) {
            *span = Interval::new(span.low.max(low), span.high.min(high), span.trend);
        }
    }
}

/// Whether these are few numbers, each a variable of its own with which amounts move evenly.
fn is_small(world: &World, numbers: Drivers) -> bool {
    let case = world.case();
    let open = || case.drivers().filter(|(var, driver)| numbers.holds(*driver) && world.domain(*var).is_wide());
    let is_own = u32::try_from(open().count()).is_ok_and(|count| count == numbers.count());
    is_own && numbers.count() <= MOST_NUMBERS && !open().any(|(var, _)| case.is_uneven(var))
}

/// What a figure does not go beyond where these numbers have any value, and the others are where they are: those at their high
/// ends, the rest at their low ones. None where something bends.
fn ends<'c>(
    search: &mut Search<'_, 'c>,
    corners: &mut Corners<'c>,
    place: usize,
    (numbers, at_high): (Drivers, Drivers),
) -> Option<(Money, Money)> {
    let mut found: Option<Face> = None;
    for vertex in subsets(numbers) {
        if search.explored.budget.is_spent() {
            return None;
        }
        let span = search.reach(place, at_high.with(vertex), corners)?;
        let (settled, _) = corners.made(at_high.with(vertex))?;
        if !settled.is_exact() {
            return None;
        }
        let exact = settled.before_roundings();
        match &mut found {
            None => found = Some(Face::of(span.low, settled.shape(), exact)),
            Some(face) if face.shape == settled.shape() => face.add(span.low, &exact),
            Some(_) => return None,
        }
    }
    let face = found?;
    let slack = face.slack();
    Some((face.least - slack, face.most + slack))
}

/// Every set of these numbers.
fn subsets(numbers: Drivers) -> Vec<Drivers> {
    numbers
        .each()
        .fold(vec![Drivers::NONE], |sets, number| sets.iter().flat_map(|set| [*set, set.with(number)]).collect())
}

/// What is settled at the vertices looked at so far.
struct Face {
    least: Money,
    most: Money,
    shape: Shape,
    /// Every amount before it is rounded, at the first vertex, and whether it is another one somewhere.
    exact: Vec<(Money, bool)>,
}

impl Face {
    fn of(amount: Money, shape: Shape, exact: Vec<Money>) -> Face {
        let exact = exact.into_iter().map(|amount| (amount, false)).collect();
        Face { least: amount, most: amount, shape, exact }
    }

    fn add(&mut self, amount: Money, exact: &[Money]) {
        (self.least, self.most) = (self.least.min(amount), self.most.max(amount));
        for ((first, moves), here) in self.exact.iter_mut().zip(exact) {
            *moves |= first != here;
        }
    }

    /// What is the same all over the box is rounded alike.
    fn slack(&self) -> Money {
        slack(self.exact.iter().filter(|(_, moves)| *moves).count())
    }
}
