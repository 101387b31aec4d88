//! Which answer narrows the range most, in the worst case.

use super::explore::{Explored, explore};
use super::hull::Ends;
use super::{Budget, Leaf};
use crate::money::Money;
use crate::settlement::Figure;
use crate::sorted::SortedSet;
use crate::unknowns::{Case, Cell, Var, World};

/// More members than this are not taken apart answer by answer.
const MOST_MEMBERS: u32 = 10;
/// More boxes than this are not tried for one number.
const MOST_STEPS: usize = 48;

/// How much knowing a variable narrows what all funds pay, in the worst case; none where that cannot be had.
#[must_use]
pub fn narrowing<'c>(case: &'c Case<'c>, explored: &Explored<'c>, var: Var, budget: &mut Budget) -> Option<Money> {
    let place = explored.whole.place(Figure::Paid);
    let paid = explored.hull.at(place);
    let width = paid.high - paid.low;
    let moves = explored.matters.get(&var).and_then(|flags| flags.get(place)).copied().unwrap_or(false);
    if !moves || width == Money::ZERO {
        return Some(Money::ZERO);
    }
    if !paid.tight {
        return None;
    }
    if one_answer_allows_both_ends(explored, var, paid) {
        return Some(Money::ZERO);
    }
    let widest = match case.driver(var) {
        None => widest_after_answer(case, explored, var)?,
        Some(_) if is_only_mover(explored, var, place) => Money::ZERO,
        Some(_) => widest_after_number(case, explored, var, width, budget)?,
    };
    Some(width.less(widest))
}

/// Whether some answer leaves both ends reached.
fn one_answer_allows_both_ends(explored: &Explored, var: Var, paid: Ends) -> bool {
    let ends = || explored.leaves.iter().map(|leaf| leaf.paid(&explored.whole));
    let cell = |world: usize| explored.worlds.get(world).map(|world| world.cell(var));
    let mut lows: Vec<Cell> = Vec::new();
    for low in ends().filter(|ends| ends.low == paid.low).filter_map(|ends| cell(ends.low_at)) {
        if !lows.contains(&low) {
            lows.push(low);
        }
    }
    let mut highs = ends().filter(|ends| ends.high == paid.high).filter_map(|ends| cell(ends.high_at));
    highs.any(|high| lows.iter().any(|low| low.meets(high)))
}

fn is_only_mover(explored: &Explored, var: Var, place: usize) -> bool {
    let movers = explored.matters.iter().filter(|(_, flags)| flags.get(place).copied().unwrap_or(false));
    movers.map(|(mover, _)| *mover).all(|mover| mover == var)
}

/// The greatest width over the answers that the leaves tell apart.
fn widest_after_answer(case: &Case, explored: &Explored, var: Var) -> Option<Money> {
    let answers = answers(case, &explored.leaves, var)?;
    let width = |answer: &Cell| {
        let of_it = explored.leaves.iter().filter(|leaf| leaf.world.cell(var).meets(*answer));
        let ends: Option<Ends> = of_it.map(|leaf| leaf.paid(&explored.whole)).reduce(Ends::with);
        ends.map_or(Money::ZERO, |ends| ends.high - ends.low)
    };
    answers.iter().map(width).max()
}

/// The coarsest answers that every leaf takes whole or not at all.
fn answers(case: &Case, leaves: &[Leaf], var: Var) -> Option<Vec<Cell>> {
    let cells = || leaves.iter().map(|leaf| leaf.world.cell(var));
    match case.cell(var) {
        Cell::Options(bits) => {
            Some((0..32).filter(|place| Cell::Options(bits).allows(*place)).map(Cell::option).collect())
        }
        Cell::Range { low, high } => {
            let mut starts = SortedSet::default();
            let bounds = cells().flat_map(|cell| [cell.ends().0, cell.ends().1.saturating_add(1)]);
            starts.add_all(bounds.filter(|start| (low..=high).contains(start)));
            let ends = starts.keys().skip(1).map(|next| next.saturating_sub(1)).chain([high]);
            Some(starts.keys().zip(ends).map(|(low, high)| Cell::Range { low: *low, high }).collect())
        }
        Cell::Members { .. } => {
            let named = cells().fold(0u32, |bits, cell| match cell {
                Cell::Members { has, lacks } => bits | has | lacks,
                Cell::Options(_) | Cell::Range { .. } => bits,
            });
            (named.count_ones() <= MOST_MEMBERS).then(|| subsets(named))
        }
    }
}

/// Every way to have some of these members and lack the others.
fn subsets(named: u32) -> Vec<Cell> {
    let mut all = vec![Cell::Members { has: named, lacks: 0 }];
    let mut has = named;
    while has != 0 {
        has = has.wrapping_sub(1) & named;
        all.push(Cell::Members { has, lacks: named & !has });
    }
    all
}

/// The greatest width after any one number, by halving: no width within a box exceeds the box's own,
/// and the width at a box's ends is reached.
fn widest_after_number<'c>(
    case: &'c Case<'c>,
    explored: &Explored<'c>,
    var: Var,
    whole: Money,
    budget: &mut Budget,
) -> Option<Money> {
    let place = explored.whole.place(Figure::Paid);
    let mut width = |cell: Cell| {
        let part = explore(case, World::of(case).with(var, cell), *budget);
        *budget = part.budget;
        let ends = part.hull.at(place);
        (ends.high - ends.low, ends.tight)
    };
    let (low, high) = case.cell(var).ends();
    let mut reached = Money::ZERO;
    for end in [low, high] {
        reached = reached.max(width(Cell::number(end)).0);
    }
    let mut boxes = vec![(low, high, whole)];
    for _ in 0..MOST_STEPS {
        boxes.retain(|(_, _, bound)| *bound > reached);
        let widest = boxes.iter().enumerate().max_by_key(|(_, (.., bound))| *bound).map(|(place, _)| place);
        let Some(place) = widest else { return Some(reached) };
        let (low, high, _) = boxes.swap_remove(place);
        let middle = low.checked_add(high.checked_sub(low)?.checked_div(2)?)?;
        reached = reached.max(width(Cell::number(middle)).0);
        for (low, high) in [(low, middle), (middle.saturating_add(1), high)] {
            let (bound, tight) = width(Cell::Range { low, high });
            if !tight {
                return None;
            }
            boxes.push((low, high, bound));
        }
    }
    None
}
