//! Which decisions move a later layer although its ends are the same in every part: a limit hides what lies beneath it.
//!
//! Two completions that differ in one decision alone tell. So nothing is named that changes nothing. Where the two differ
//! elsewhere but not in the layer, each number that moves the layer is followed from its least to its greatest: between
//! nothing and the limit there are values at which neither hides what lies beneath. How many are tried is bounded, so that
//! now and then something is left unnamed.

use super::branch::decided;
use super::explored::Explored;
use crate::interval::Interval;
use crate::money::Money;
use crate::settlement::{Effort, Figure, settle};
use crate::unknowns::{Domain, Variable, World};
use crate::vocabulary::Fund;

/// How often two completions are compared for each decision.
const TURNS: usize = 4;
/// How often at most for all decisions, and how many expenses are settled for it at most.
const MOST: usize = 64;
const MOST_EXPENSES: usize = 3_200;
/// How often at most while numbers are followed, and how many expenses are settled for it at most.
const MOST_FOLLOWED: usize = 256;
const MOST_EXPENSES_FOLLOWED: usize = 3_200;

/// A decision between two parts, and which completion is tried.
struct Trial {
    variable: Variable,
    one: Domain,
    other: Domain,
    turn: usize,
}

/// Notes them. `world` is what was explored.
pub(super) fn note_hidden(explored: &mut Explored, world: &World) {
    let places = open_layers(explored, world);
    let expenses = world.case().request.expenses.len().max(1);
    let at_most = |most: usize, settled: usize| most.min(settled.checked_div(expenses).unwrap_or(most));
    let mut looks = at_most(MOST_FOLLOWED, MOST_EXPENSES_FOLLOWED);
    for trial in trials(explored, &places).into_iter().take(at_most(MOST, MOST_EXPENSES)) {
        let unnamed = |place: &&usize| !explored.moves(trial.variable, **place);
        let unnamed: Vec<usize> = places.iter().filter(unnamed).copied().collect();
        if unnamed.is_empty() {
            continue;
        }
        let pair = trial.pair(world);
        let [one, other] = pair.amounts();
        let (moved, same): (Vec<usize>, Vec<usize>) =
            unnamed.into_iter().partition(|place| one.get(*place) != other.get(*place));
        let found = same.into_iter().filter(|place| one != other && pair.differs_along(explored, *place, &mut looks));
        let found: Vec<usize> = found.collect();
        for place in moved.into_iter().chain(found) {
            explored.note(trial.variable, place);
        }
    }
}

/// The open amounts that rest on what other funds paid: those of every programme that is not of basic insurance.
fn open_layers(explored: &Explored, world: &World) -> Vec<usize> {
    let case = world.case();
    let is_later = |p| !matches!(case.book().programme(p).fund, None | Some(Fund::Basic));
    let lines = case.lines.iter().enumerate().filter(|(_, (p, _))| is_later(*p)).map(|(line, _)| Figure::Line(line));
    let sums = case.book().programmes().filter(|p| is_later(*p)).map(Figure::Programme);
    let places = lines.chain(sums).map(|figure| explored.whole.place(figure));
    places.filter(|place| explored.hull.ends.get(*place).is_some_and(|ends| ends.low != ends.high)).collect()
}

fn trials(explored: &Explored, places: &[usize]) -> Vec<Trial> {
    let unnamed = |variable| places.iter().any(|place| !explored.moves(variable, *place));
    let pairs = explored.decided.iter().filter(|(variable, _)| unnamed(**variable)).flat_map(|(variable, parts)| {
        parts.windows(2).filter_map(|pair| Some((*variable, *pair.first()?, *pair.last()?)))
    });
    let pairs: Vec<_> = pairs.collect();
    // Every decision has its first turn before any has its second: where only so many are made, none is left out.
    let of_turn = |turn| pairs.iter().map(move |&(variable, one, other)| Trial { variable, one, other, turn });
    (0..TURNS).flat_map(of_turn).collect()
}

/// Two completions that differ in one decision alone, and the world that they complete.
struct Pair<'a, 'c> {
    world: &'a World<'c>,
    completions: [World<'c>; 2],
}

impl Trial {
    fn pair<'a, 'c>(&self, world: &'a World<'c>) -> Pair<'a, 'c> {
        let one = decided(numbered(world, self.turn).narrow(self.variable, self.one), self.turn);
        // What only the other part asks is decided in both.
        let other = decided(one.with(self.variable, self.other), self.turn);
        let one = other.with(self.variable, one.domain(self.variable));
        Pair { world, completions: [one, other] }
    }
}

impl Pair<'_, '_> {
    fn amounts(&self) -> [Vec<Interval>; 2] {
        self.completions.each_ref().map(|world| settle(world, Effort::Bound).amounts().to_vec())
    }

    /// Whether the figure at a place differs for some value of one of the numbers that move it.
    fn differs_along(&self, explored: &Explored, place: usize, looks: &mut usize) -> bool {
        let moves = |var: &Variable| self.world.domain(*var).is_wide() && explored.moves(*var, place);
        let numbers = self.world.case().drivers().map(|(var, _)| var).filter(moves);
        numbers.into_iter().any(|number| self.differs_between(number, place, looks) == Some(true))
    }

    /// The same of one number. Where both are as at one of its ends, the values that tell lie on the other side.
    fn differs_between(&self, number: Variable, place: usize, looks: &mut usize) -> Option<bool> {
        let mut domain = self.world.domain(number);
        let [least, least_of_other] = self.look(number, domain.lowest(), place, looks)?;
        let [most, most_of_other] = self.look(number, domain.highest(), place, looks)?;
        if (least, most) != (least_of_other, most_of_other) {
            return Some(true);
        }
        if least == most {
            return Some(false);
        }
        loop {
            let halves = domain.halves();
            let middle = halves.map_or(domain, |[below, _]| below.highest());
            let [one, other] = self.look(number, middle, place, looks)?;
            if one != other {
                return Some(true);
            }
            let [below, above] = halves?;
            domain = if one == least { above } else { below };
        }
    }

    /// The figure in both where a number is this; none where it is still open, or no more looks are left.
    fn look(&self, number: Variable, at: Domain, place: usize, looks: &mut usize) -> Option<[Money; 2]> {
        *looks = looks.checked_sub(1)?;
        let of = |world: &World| settle(&world.with(number, at), Effort::Bound).amounts().get(place).copied();
        let exactly = |world| of(world).filter(|amount| amount.is_exact()).map(|amount| amount.low);
        let [one, other] = self.completions.each_ref().map(exactly);
        Some([one?, other?])
    }
}

/// Every number at its least, a quarter, its middle or its greatest, in turn.
fn numbered<'c>(world: &World<'c>, turn: usize) -> World<'c> {
    let drivers = world.case().drivers().enumerate();
    drivers.fold(world.clone(), |world, (nth, (var, _))| {
        let point = point(world.domain(var), nth.wrapping_add(turn));
        world.narrow(var, point)
    })
}

fn point(domain: Domain, turn: usize) -> Domain {
    let below = |domain: Domain| domain.halves().map_or(domain, |[low, _]| low);
    match turn.checked_rem(TURNS) {
        Some(1) => below(below(domain)).highest(),
        Some(2) => below(domain).highest(),
        Some(3) => domain.highest(),
        _ => domain.lowest(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_turns_look_at_the_least_a_quarter_the_middle_and_the_greatest() {
        let domain = Domain::up_to(Money::parse("100").unwrap());
        let at = |turn| point(domain, turn).money().0.text();
        assert_eq!([0, 1, 2, 3, 4].map(at), ["0.00", "24.99", "49.99", "100.00", "0.00"]);
    }
}
