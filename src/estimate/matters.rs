//! Which figures depend on which variables.

use crate::interval::Drivers;
use crate::ordered::{Map, Set};
use crate::settlement::Settled;
use crate::unknowns::{Variable, World};

/// For every figure, by its place, the variables that it depends on.
///
/// A long list has thousands of figures, and each may depend on hundreds of numbers. So numbers are kept as the bits that
/// the settlement has them in, and become variables only where somebody asks.
#[derive(Debug, Default)]
pub struct Matters {
    /// By what was decided: a flag for each figure.
    decided: Map<Variable, Vec<bool>>,
    moved: Vec<Moved>,
}

/// What is moved by numbers, in worlds in which the same numbers are open.
#[derive(Debug)]
struct Moved {
    /// The open numbers in the order of variables, each with its driver.
    open: Vec<(Variable, usize)>,
    by_place: Vec<Drivers>,
}

impl Moved {
    /// The variables among these drivers.
    fn named(&self, drivers: Drivers) -> impl Iterator<Item = Variable> {
        self.open.iter().filter(move |(_, driver)| drivers.holds(*driver)).map(|(var, _)| *var)
    }

    /// The drivers that move one of these figures.
    fn moving(&self, places: &[usize]) -> Drivers {
        let of = |place: &usize| self.by_place.get(*place).copied().unwrap_or_default();
        places.iter().map(of).fold(Drivers::NONE, Drivers::with)
    }

    fn anywhere(&self) -> Drivers {
        self.by_place.iter().copied().fold(Drivers::NONE, Drivers::with)
    }
}

impl Matters {
    /// Whether a figure depends on a variable.
    #[must_use]
    pub fn moves(&self, var: Variable, place: usize) -> bool {
        self.of_decided(var, place) || self.moved.iter().any(|moved| moved.is_moved(var, place))
    }

    /// Whether any figure depends on a variable.
    #[must_use]
    pub fn is_felt(&self, var: Variable) -> bool {
        let decided = self.decided.get(&var).is_some_and(|flags| flags.contains(&true));
        decided || self.moved.iter().any(|moved| moved.named(moved.anywhere()).any(|mover| mover == var))
    }

    /// Every variable that one of these figures depends on.
    #[must_use]
    pub fn movers(&self, places: &[usize]) -> Set<Variable> {
        let decided = self.decided.keys().filter(|var| places.iter().any(|place| self.of_decided(**var, *place)));
        let moving = self.moved.iter().flat_map(|moved| moved.named(moved.moving(places)));
        decided.copied().chain(moving).collect()
    }

    /// Every variable that a figure depends on.
    #[must_use]
    pub fn all(&self) -> Set<Variable> {
        let moving = self.moved.iter().flat_map(|moved| moved.named(moved.anywhere()));
        self.decided.keys().copied().chain(moving).collect()
    }

    fn of_decided(&self, var: Variable, place: usize) -> bool {
        self.decided.get(&var).and_then(|flags| flags.get(place)).copied().unwrap_or(false)
    }

    /// Notes that a figure, of so many, depends on what was decided.
    pub(super) fn note(&mut self, var: Variable, place: usize, places: usize) {
        let flags = self.decided.entry(var).or_insert_with(|| vec![false; places]);
        if let Some(flag) = flags.get_mut(place) {
            *flag = true;
        }
    }

    /// Notes which of the numbers that are open in a world move which figure.
    pub(super) fn note_numbers(&mut self, world: &World, settled: &Settled) {
        let moved = self.moved_in(world, settled.amounts().len());
        for (slot, span) in moved.by_place.iter_mut().zip(settled.amounts()).filter(|(_, span)| !span.is_exact()) {
            *slot = slot.with(span.trend.up).with(span.trend.down);
        }
    }

    fn moved_in(&mut self, world: &World, places: usize) -> &mut Moved {
        let open: Vec<_> = world.case().drivers().filter(|(var, _)| world.domain(*var).is_wide()).collect();
        let known = self.moved.iter().position(|moved| moved.open == open);
        let at = known.unwrap_or(self.moved.len());
        if known.is_none() {
            self.moved.push(Moved { open, by_place: vec![Drivers::NONE; places] });
        }
        #[allow(clippy::indexing_slicing, reason = "the place was found or filled just before")]
        &mut self.moved[at]
    }
}

impl Moved {
    fn is_moved(&self, var: Variable, place: usize) -> bool {
        let driver = self.open.binary_search_by_key(&var, |(var, _)| *var).ok().and_then(|at| self.open.get(at));
        driver.is_some_and(|(_, driver)| self.moving(&[place]).holds(*driver))
    }
}
