//! The parts of a bill: what of it is in scope.

use crate::interval::{Interval, NumberSet, Trend};
use crate::unknowns::{Domain, Variable, World};
use crate::vocabulary::Fact;

/// The bill less what is out of the catalogue, the advance self-payment and what somebody else must bear.
pub(super) fn in_scope(world: &World, place: usize) -> Interval {
    let case = world.case();
    let part = |fact| numeric(world, case.fact(fact, Some(place)));
    let total = Interval::exact(case.expense(place).total.unwrap_or_default());
    total.less(part(Fact::self_paid())).less(part(Fact::advance())).less(third_party(world, place))
}

/// What somebody else must bear: nothing where nobody is liable. Where that is open, nothing is among the amounts too.
pub(super) fn third_party(world: &World, place: usize) -> Interval {
    let of = |fact| world.case().fact(fact, Some(place));
    if world.domain(of(Fact::third_party_liable())) == Domain::NO {
        return Interval::ZERO;
    }
    numeric(world, of(Fact::third_party_amount()))
}

/// A variable as an amount.
pub(super) fn numeric(world: &World, var: Variable) -> Interval {
    let (low, high) = world.domain(var).money();
    let up = world.case().driver(var).map_or(NumberSet::NONE, NumberSet::one);
    Interval::new(low, high, Trend { up, down: NumberSet::NONE })
}
