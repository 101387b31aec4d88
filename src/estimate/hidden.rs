//! Which decisions move a later layer although its ends are the same in every part: a limit hides what lies beneath it.
//!
//! Two completions that differ in one decision alone tell. So nothing is named that changes nothing. How many are tried is
//! bounded, so that now and then something is left unnamed.

use super::branch::decided;
use super::explored::Explored;
use crate::interval::Interval;
use crate::settlement::{Effort, Figure, settle};
use crate::unknowns::{Domain, Variable, World};
use crate::vocabulary::Fund;

/// How often two completions are compared for each decision.
const TURNS: usize = 4;
/// How often at most for all decisions, and how many expenses are settled for it at most.
const MOST: usize = 64;
const MOST_EXPENSES: usize = 3_200;

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
    let most = MOST.min(MOST_EXPENSES.checked_div(expenses).unwrap_or(MOST));
    for trial in trials(explored, &places).into_iter().take(most) {
        let unnamed = |place: &&usize| !explored.moves(trial.variable, **place);
        let unnamed: Vec<usize> = places.iter().filter(unnamed).copied().collect();
        if unnamed.is_empty() {
            continue;
        }
        let (one, other) = trial.settled(world);
        for place in unnamed.into_iter().filter(|place| one.get(*place) != other.get(*place)) {
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
    let trial = |(variable, one, other)| (0..TURNS).map(move |turn| Trial { variable, one, other, turn });
    pairs.flat_map(trial).collect()
}

impl Trial {
    /// The amounts of two completions that differ in this decision alone.
    fn settled(&self, world: &World) -> (Vec<Interval>, Vec<Interval>) {
        let one = decided(numbered(world, self.turn).narrow(self.variable, self.one), self.turn);
        // What only the other part asks is decided in both.
        let other = decided(one.with(self.variable, self.other), self.turn);
        let one = other.with(self.variable, one.domain(self.variable));
        let amounts = |world| settle(&world, Effort::Bound).amounts().to_vec();
        (amounts(one), amounts(other))
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
