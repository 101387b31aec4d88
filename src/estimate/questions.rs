//! Which answer narrows the range most, in the worst case.

use super::bounds::Ends;
use super::explored::Explored;
use super::width::widest_after_number;
use super::{Budget, Leaf};
use crate::money::Money;
use crate::option_set::OptionSet;
use crate::ordered::Set;
use crate::quantity::Quantity;
use crate::settlement::Figure;
use crate::unknowns::{Case, Domain, Variable};

/// More members than this are not taken apart answer by answer.
const MOST_MEMBERS: usize = 10;

/// How much knowing a variable narrows what all funds pay, in the worst case; none where that cannot be had.
#[must_use]
pub fn narrowing<'c>(case: &'c Case<'c>, explored: &Explored<'c>, var: Variable, budget: &mut Budget) -> Option<Money> {
    let place = explored.whole.place(Figure::Paid);
    let paid = explored.hull.at(place);
    let width = paid.high - paid.low;
    if !explored.moves(var, place) || width == Money::ZERO {
        return Some(Money::ZERO);
    }
    // What an answer leaves is read off the parts.
    if !explored.leaves.iter().all(|leaf| leaf.paid(&explored.whole).is_tight()) {
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
fn one_answer_allows_both_ends(explored: &Explored, var: Variable, paid: Ends) -> bool {
    let ends = || explored.leaves.iter().map(|leaf| leaf.paid(&explored.whole));
    let domain = |world: usize| explored.worlds.get(world).map(|world| world.domain(var));
    let mut lows: Vec<Domain> = Vec::new();
    for low in ends().filter(|ends| ends.low == paid.low).filter_map(|ends| domain(ends.low_witness)) {
        if !lows.contains(&low) {
            lows.push(low);
        }
    }
    let mut highs = ends().filter(|ends| ends.high == paid.high).filter_map(|ends| domain(ends.high_witness));
    highs.any(|high| lows.iter().any(|low| low.meets(high)))
}

/// Whether nothing else is open. What leaves both ends of the amount as they are may still move what lies between.
fn is_only_mover(explored: &Explored, var: Variable) -> bool {
    explored.matters.all().iter().all(|mover| *mover == var)
}

/// The greatest width over the answers that the leaves tell apart.
fn widest_after_answer(case: &Case, explored: &Explored, var: Variable) -> Option<Money> {
    let answers = answers(case, &explored.leaves, var)?;
    let width = |answer: &Domain| {
        let of_it = explored.leaves.iter().filter(|leaf| leaf.world.domain(var).meets(*answer));
        let ends: Option<Ends> = of_it.map(|leaf| leaf.paid(&explored.whole)).reduce(Ends::with);
        ends.map_or(Money::ZERO, |ends| ends.high - ends.low)
    };
    answers.iter().map(width).max()
}

/// The coarsest answers that every leaf takes whole or not at all.
fn answers(case: &Case, leaves: &[Leaf], var: Variable) -> Option<Vec<Domain>> {
    let domains = || leaves.iter().map(|leaf| leaf.world.domain(var));
    match case.domain(var) {
        Domain::Options(options) => Some(options.iter().map(Domain::option).collect()),
        Domain::Range { low, high } => {
            let bounds = domains().filter_map(Domain::ends).flat_map(|(low, high)| [low, high.after()]);
            let starts: Set<Quantity> = bounds.filter(|start| (low..=high).contains(start)).collect();
            let ends = starts.iter().skip(1).map(|next| next.before()).chain([high]);
            Some(starts.iter().zip(ends).map(|(low, high)| Domain::Range { low: *low, high }).collect())
        }
        Domain::Members { .. } => {
            let named = domains().fold(OptionSet::EMPTY, |named, domain| match domain {
                Domain::Members { has, lacks } => named.with(has).with(lacks),
                Domain::Options(_) | Domain::Range { .. } => named,
            });
            // Every way to have some of these members and lack the others.
            let ways = || named.subsets().map(|has| Domain::set(has, named)).collect();
            (named.len() <= MOST_MEMBERS).then(ways)
        }
    }
}
