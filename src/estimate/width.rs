//! How wide what is paid can still be once one number is known.
//!
//! For a number x, let H(x) and L(x) be the most and the least paid while it is x. The greatest H − L is found by halving the
//! number's range: a box is dropped once it cannot hold more than was reached at a point. Two bounds say what a box can hold.
//! H and L each move one way with x, so H − L is at most the greatest H less the least L. And where every step of the
//! working does the same kind of thing at both ends of the box, each part's amounts are straight lines in x, H is the
//! greatest of such lines and L the least: H − L is convex, so it is nowhere more than at one of the ends, but for
//! rounding. With n amounts rounded, H and L are each off their lines by at most n/2 fen; so the rounded H − L is less than the
//! exact one plus n fen, and the exact one at the ends is known up to the roundings before the last: n − 1 fen. A number that is
//! counted, or that modifiers change on the way, need not lead along straight lines: for it only the first bound holds.

use super::corners::corner;
use super::{Budget, Explored, Leaf, explore, take_furthest};
use crate::interval::Drivers;
use crate::money::Money;
use crate::ordered::sorted;
use crate::quantity::Quantity;
use crate::settlement::{Effort, Figure, Settled};
use crate::unknowns::{Domain, Variable, World};

/// More boxes than this are not tried for one number.
const MOST_BOXES: usize = 160;

/// The greatest width of what all funds pay after any one value of a number; none where it cannot be had.
pub(super) fn widest_after_number(explored: &Explored, var: Variable, budget: &mut Budget) -> Option<Money> {
    let mut search = Search::new(explored, var, budget);
    let (low, high) = explored.worlds.first()?.domain(var).ends()?;
    let mut boxes = vec![search.open(low, high)?];
    for _ in 0..MOST_BOXES {
        let widest = take_furthest(&mut boxes, |range| range.bound - search.reached);
        let Some(Box { low, high, .. }) = widest else { return Some(search.reached) };
        let middle = low.middle(high);
        boxes.push(search.open(low, middle)?);
        boxes.push(search.open(middle.after(), high)?);
        if search.budget.is_spent() {
            return None;
        }
    }
    None
}

/// Values of the number, and the most that H − L can be among them.
struct Box {
    low: Quantity,
    high: Quantity,
    bound: Money,
}

struct Search<'a, 'c> {
    explored: &'a Explored<'c>,
    var: Variable,
    place: usize,
    budget: &'a mut Budget,
    /// The greatest H − L at a point so far.
    reached: Money,
    /// The parts, the one that may give most first.
    by_most: Vec<&'a Leaf<'c>>,
    /// The one that may give least first.
    by_least: Vec<&'a Leaf<'c>>,
}

/// One part with all its other numbers at the ends that give H, or L.
struct Side {
    /// Whether it gives H.
    is_most: bool,
    /// The amount at both ends of the number.
    paid: [Money; 2],
    /// Every line's payment, but for its last rounding, what rounding added to it, and how many amounts were rounded.
    lines: Vec<[(Money, Money, i64); 2]>,
    /// Whether the part takes the whole box, so that its ends are those of the box.
    is_whole: bool,
    /// Whether straight lines lead from one end to the other.
    straight: bool,
}

/// The greatest H less the least L at each end.
fn widths(sides: &[Side], amount: &dyn Fn(&Side, usize) -> Money) -> [Money; 2] {
    [0, 1].map(|end| {
        let of = |is_most: bool| sides.iter().filter(move |side| side.is_most == is_most).map(|side| amount(side, end));
        of(true).max().unwrap_or(Money::ZERO) - of(false).min().unwrap_or(Money::ZERO)
    })
}

fn paid(side: &Side, end: usize) -> Money {
    side.paid.get(end).copied().unwrap_or(Money::ZERO)
}

/// No width between the ends is greater.
fn bound(sides: &[Side]) -> Money {
    let all = |is_most: bool| sides.iter().filter(move |side| side.is_most == is_most).flat_map(|side| side.paid);
    let by_ends = all(true).max().unwrap_or(Money::ZERO) - all(false).min().unwrap_or(Money::ZERO);
    if !sides.iter().all(|side| side.straight) {
        return by_ends;
    }
    let uneven = uneven_lines(sides);
    let exact = |side: &Side, end: usize| {
        let lines = uneven.iter().filter_map(|(line, _)| side.lines.get(*line)?.get(end));
        lines.fold(paid(side, end), |paid, (_, added, _)| paid - *added)
    };
    let [a, b] = widths(sides, &exact);
    let roundings = uneven.iter().fold(0i64, |sum, (_, count)| sum.saturating_add(*count));
    let off = roundings.saturating_mul(2).saturating_sub(1).max(0);
    let below = a.max(b) + Money::from_fen(off);
    by_ends.min(below.ceil_fen() - Money::from_fen(i64::from(roundings > 0)))
}

/// Lines whose rounding may move the width, with how many amounts each rounds: not those that the number does not move,
/// nor those that are the same on all sides.
fn uneven_lines(sides: &[Side]) -> Vec<(usize, i64)> {
    let Some(first) = sides.first() else { return Vec::new() };
    let mut uneven = Vec::new();
    for (line, here) in first.lines.iter().enumerate() {
        let there = || sides.iter().filter_map(|side| side.lines.get(line));
        let is_steady = there().all(|[a, b]| a == b) || there().all(|ends| ends == here);
        let count = there().flatten().map(|(.., count)| *count).max().unwrap_or_default();
        if !is_steady && count > 0 {
            uneven.push((line, count));
        }
    }
    uneven
}

impl<'a, 'c> Search<'a, 'c> {
    fn new(explored: &'a Explored<'c>, var: Variable, budget: &'a mut Budget) -> Self {
        let paid = |leaf: &Leaf| leaf.paid(&explored.whole);
        let leaves: Vec<&Leaf> = explored.leaves.iter().collect();
        let by_most = sorted(leaves.clone(), &|a, b| paid(b).high.cmp(&paid(a).high));
        let by_least = sorted(leaves, &|a, b| paid(a).low.cmp(&paid(b).low));
        Search {
            by_most,
            by_least,
            place: explored.whole.place(Figure::Paid),
            reached: Money::ZERO,
            explored,
            var,
            budget,
        }
    }

    /// Looks at the ends of a box and bounds what lies between; none where a part stays open.
    fn open(&mut self, low: Quantity, high: Quantity) -> Option<Box> {
        let whole = Domain::Range { low, high };
        let mut sides = self.sides(true, whole)?;
        sides.extend(self.sides(false, whole)?);
        let [a, b] = widths(&sides, &paid);
        let is_point = low == high;
        if is_point || sides.iter().all(|side| side.is_whole) {
            self.reached = self.reached.max(a).max(b);
        }
        Some(Box { low, high, bound: if is_point { a } else { bound(&sides) } })
    }

    /// H (or L) at the ends of a box, of every part that can bear on it: those that nowhere give more (or less) than others
    /// give at both ends are left out.
    fn sides(&mut self, is_most: bool, whole: Domain) -> Option<Vec<Side>> {
        let parts = if is_most { self.by_most.clone() } else { self.by_least.clone() };
        let mut sides: Vec<Side> = Vec::new();
        for leaf in parts {
            let ends = leaf.paid(&self.explored.whole);
            let is_beaten = |end: usize| {
                let mut others = sides.iter().filter(|side| side.is_whole).map(|side| paid(side, end));
                others.any(|other| if is_most { ends.high <= other } else { other <= ends.low })
            };
            if is_beaten(0) && is_beaten(1) {
                break;
            }
            let Some(domain) = leaf.world.domain(self.var).shared(whole) else { continue };
            let mut side = self.side_of(is_most, &leaf.world.with(self.var, domain))?;
            // A part that begins or ends within the box bends H or L there.
            side.is_whole &= domain == whole;
            side.straight &= side.is_whole;
            sides.push(side);
        }
        Some(sides)
    }

    fn side_of(&mut self, is_most: bool, world: &World<'c>) -> Option<Side> {
        let whole = self.settle(world, Effort::Bound);
        let span = whole.amounts().get(self.place).copied()?;
        if !span.trend.undecided().is_none() {
            return self.side_anew(is_most, world);
        }
        let corner = corner(world, Drivers::ALL, if is_most { span.trend.up } else { span.trend.down });
        let domain = world.domain(self.var);
        let ends = [domain.lowest(), domain.highest()];
        let [a, b] = ends.map(|end| self.settle(&corner.with(self.var, end), Effort::Explain));
        let amount = |settled: &Settled| settled.amounts().get(self.place).filter(|s| s.is_exact()).map(|s| s.low);
        Some(Side {
            is_most,
            paid: [amount(&a)?, amount(&b)?],
            is_whole: true,
            straight: !whole.may_jump && !self.is_uneven() && a.is_exact() && b.is_exact() && a.shape() == b.shape(),
            lines: lines(&a).into_iter().zip(lines(&b)).map(|(a, b)| [a, b]).collect(),
        })
    }

    /// Where a number moves the amount both ways, only the estimate's own search finds its ends.
    fn side_anew(&mut self, is_most: bool, world: &World<'c>) -> Option<Side> {
        let explored = explore(world.clone(), Some(&[Figure::Paid]), *self.budget);
        *self.budget = explored.budget;
        let ends = explored.hull.at(self.place);
        let paid = [if is_most { ends.high } else { ends.low }; 2];
        ends.is_tight().then(|| Side { is_most, paid, lines: Vec::new(), is_whole: false, straight: false })
    }

    /// Whether amounts may bend with the number where no step does.
    fn is_uneven(&self) -> bool {
        self.explored.worlds.first().is_none_or(|world| world.case().is_uneven(self.var))
    }

    fn settle(&mut self, world: &World<'c>, effort: Effort) -> Settled {
        self.budget.settle(world, effort)
    }
}

fn lines(settled: &Settled) -> Vec<(Money, Money, i64)> {
    let paid = |line| settled.amount(Figure::Line(line)).low;
    settled.roundings().iter().enumerate().map(|(line, (added, count))| (paid(line) - *added, *added, *count)).collect()
}
