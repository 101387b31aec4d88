//! Which answer narrows the range most, in the worst case.

use super::explore::Explored;
use super::hull::Ends;
use super::width::widest_after_number;
use super::{Budget, Leaf};
use crate::money::Money;
use crate::settlement::Figure;
use crate::unknowns::{Case, Cell, Var};
use std::collections::BTreeSet;

/// More members than this are not taken apart answer by answer.
const MOST_MEMBERS: u32 = 10;

/// How much knowing a variable narrows what all funds pay, in the worst case; none where that cannot be had.
#[must_use]
pub fn narrowing<'c>(case: &'c Case<'c>, explored: &Explored<'c>, var: Var, budget: &mut Budget) -> Option<Money> {
    let place = explored.whole.place(Figure::Paid);
    let paid = explored.hull.at(place);
    let width = paid.high - paid.low;
    if !explored.moves(var, place) || width == Money::ZERO {
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
        Some(_) if is_only_mover(explored, var) => Money::ZERO,
        Some(_) => widest_after_number(explored, var, budget)?,
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

/// Whether nothing else is open. What leaves both ends of the amount as they are may still move what lies between.
fn is_only_mover(explored: &Explored, var: Var) -> bool {
    explored.matters.keys().all(|mover| *mover == var)
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
            let mut starts = BTreeSet::default();
            let bounds = cells().flat_map(|cell| [cell.ends().0, cell.ends().1.saturating_add(1)]);
            starts.extend(bounds.filter(|start| (low..=high).contains(start)));
            let ends = starts.iter().skip(1).map(|next| next.saturating_sub(1)).chain([high]);
            Some(starts.iter().zip(ends).map(|(low, high)| Cell::Range { low: *low, high }).collect())
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
