//! Settlements with every open number at one of its ends.

use super::explored::{Explored, remember};
use crate::interval::Drivers;
use crate::ordered::Map;
use crate::settlement::{Effort, Settled};
use crate::unknowns::World;

/// A world in which these numbers are at their high ends or, all others of them, at their low ends.
pub(super) fn corner<'c>(world: &World<'c>, moving: Drivers, at_high: Drivers) -> World<'c> {
    let drivers = world.case().drivers().filter(|(_, driver)| moving.holds(*driver));
    drivers.fold(world.clone(), |corner, (var, driver)| {
        let domain = world.domain(var);
        corner.narrow(var, if at_high.holds(driver) { domain.highest() } else { domain.lowest() })
    })
}

/// Settlements with every open number at one of its ends, each made once.
pub(super) struct Corners<'c> {
    world: World<'c>,
    pub moving: Drivers,
    effort: Effort,
    made: Map<u128, (Settled, usize)>,
}

impl<'c> Corners<'c> {
    pub fn new(world: &World<'c>, settled: &Settled, effort: Effort) -> Self {
        let trends = settled.amounts().iter().map(|span| span.trend);
        // A working is only told where every number is known, also of those that move nothing.
        let all = if effort.explains() { Drivers::ALL } else { Drivers::NONE };
        let moving = trends.fold(all, |all, trend| all.with(trend.up).with(trend.down));
        Corners { world: world.clone(), moving, effort, made: Map::default() }
    }

    /// Settles the world with these drivers at their high ends and all others at their low ends, if it was not; whether it was
    /// not.
    pub fn make(&mut self, at_high: Drivers, explored: &mut Explored<'c>) -> bool {
        let key = at_high.shared(self.moving).0;
        let is_new = !self.made.contains_key(&key);
        if is_new {
            let corner = corner(&self.world, self.moving, at_high);
            let number = remember(explored, &corner);
            self.made.insert(key, (explored.budget.settle(&corner, self.effort), number));
        }
        is_new
    }

    /// What was settled there, and the number of that world.
    pub fn made(&self, at_high: Drivers) -> Option<&(Settled, usize)> {
        self.made.get(&at_high.shared(self.moving).0)
    }
}
