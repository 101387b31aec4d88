//! The parts of a bill: what of it is in scope.

use crate::interval::{Drivers, Interval, Trend};
use crate::money::Money;
use crate::request::{Ends, Parts};
use crate::unknowns::{Domain, Variable, World};
use crate::vocabulary::Fact;

/// The bill less what is out of the catalogue, the advance self-payment and what somebody else must bear.
pub(super) fn in_scope(world: &World, place: usize) -> Interval {
    let case = world.case();
    let total = Interval::exact(case.expense(place).total.unwrap_or_default());
    let out_of_scope = part(world, place, Fact::self_paid());
    let rest = total.less(out_of_scope).less(third_party(world, place));
    if case.has_one_sum(place) { rest } else { rest.less(part(world, place, Fact::advance())) }
}

/// What is paid in advance.
pub(super) fn advance(world: &World, place: usize) -> Interval {
    let advance = part(world, place, Fact::advance());
    if let Some(parts) = world.parts(place) {
        // Of items, what is over a limit stands in it as well.
        let is_known = parts.over_limit.low == parts.over_limit.high;
        let Ends { low, high } = parts.advance;
        let anything = Interval::new(low, high, advance.trend.either_way());
        return if is_known { advance.less(Interval::exact(parts.over_limit.low)) } else { anything };
    }
    if world.case().has_one_sum(place) { advance.min(part(world, place, Fact::self_paid())) } else { advance }
}

/// What is out of the catalogue.
pub(super) fn out_of_catalogue(world: &World, place: usize) -> Interval {
    let self_paid = part(world, place, Fact::self_paid());
    if world.case().has_one_sum(place) { self_paid.less(part(world, place, Fact::advance())) } else { self_paid }
}

/// What is in scope, and the advance.
pub(super) fn in_scope_with_advance(world: &World, place: usize) -> Interval {
    let total = Interval::exact(world.case().expense(place).total.unwrap_or_default());
    let rest = total.less(out_of_catalogue(world, place)).less(third_party(world, place));
    let Some(parts) = world.parts(place) else { return rest };
    let trend = part(world, place, Fact::advance()).trend.either_way();
    rest.less(Interval::new(parts.over_limit.low, parts.over_limit.high, trend))
}

/// Of items, what is borne first lies between the ends that their rules have here.
pub(super) fn part(world: &World, place: usize, fact: Fact) -> Interval {
    let amount = numeric(world, world.case().fact(fact, Some(place)));
    match world.parts(place).filter(|_| fact == Fact::advance()) {
        Some(Parts { borne: Ends { low, high }, .. }) => {
            let within = |amount: Money| amount.max(*low).min(*high);
            let trend = amount.trend.beside(amount.low < *low).beside(amount.low > *high);
            Interval::new(within(amount.low), within(amount.high), trend)
        }
        None => amount,
    }
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
    let up = world.case().driver(var).map_or(Drivers::NONE, Drivers::one);
    Interval::new(low, high, Trend::rising(up))
}
