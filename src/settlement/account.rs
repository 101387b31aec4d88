//! The personal account pays a part of what is left to the patient, expense by expense, as far as it reaches.

use super::bill::{numeric, part, third_party};
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::policy::PatientPart;
use crate::unknowns::World;
use crate::vocabulary::Fact;

/// What is left to the patient, by whether the account may pay it.
#[derive(Clone, Copy)]
pub(super) struct Payable {
    /// What it may pay.
    pub may: Interval,
    /// What it may not.
    pub rest: Interval,
}

impl Payable {
    const NOTHING: Payable = Payable { may: Interval::ZERO, rest: Interval::ZERO };

    fn all(amount: Interval, may: bool) -> Payable {
        if may { Payable { may: amount, ..Payable::NOTHING } } else { Payable { rest: amount, ..Payable::NOTHING } }
    }

    fn plus(self, other: Payable) -> Payable {
        Payable { may: self.may.plus(other.may), rest: self.rest.plus(other.rest) }
    }

    /// An amount of which it is open how much is payable.
    fn open(amount: Interval) -> Payable {
        let any = Interval::new(Money::ZERO, amount.high, amount.trend.either_way());
        Payable { may: any, rest: any }
    }

    /// Parts that together may be more than the amount.
    pub fn within(self, all: Interval) -> Payable {
        let may = self.may.min(all);
        Payable { may, rest: all.less(may) }
    }

    /// Parts that make up the amount: what is known of one and of the whole is known of the other.
    pub fn of_all(self, all: Interval) -> Payable {
        Payable { may: self.may.meet(all.less(self.rest)), rest: self.rest.meet(all.less(self.may)) }
    }

    /// One or the other.
    pub fn or(self, other: Payable) -> Payable {
        Payable { may: self.may.or(other.may), rest: self.rest.or(other.rest) }
    }
}

/// What is left of an expense's bill: in scope, and of that the deductible.
pub(super) struct Left {
    pub in_scope: Interval,
    pub deductible: Interval,
}

/// What the account may pay of what is left of a bill.
pub(super) fn payable(world: &World, place: usize, left: &Left, pays: &[PatientPart]) -> Payable {
    let never = Payable::all(third_party(world, place), false);
    in_scope(left, pays).plus(out_of_scope(world, place, pays)).plus(never)
}

fn in_scope(left: &Left, pays: &[PatientPart]) -> Payable {
    let pays = |part| pays.contains(&part);
    let (deductible, share) = (left.deductible.min(left.in_scope), left.in_scope.less(left.deductible));
    match (pays(PatientPart::OwnShare), pays(PatientPart::Deductible)) {
        (true, false) => Payable { may: share, rest: deductible },
        (false, true) => Payable { may: deductible, rest: share },
        (both, _) => Payable::all(left.in_scope, both),
    }
}

fn out_of_scope(world: &World, place: usize, pays: &[PatientPart]) -> Payable {
    let (self_paid, advance) = (part(world, place, Fact::self_paid()), part(world, place, Fact::advance()));
    let pays = |part| pays.contains(&part);
    let (of_advance, of_rest) = (pays(PatientPart::Advance), pays(PatientPart::OutOfCatalogue));
    let Some(parts) = world.parts(place) else {
        return match world.case().has_one_sum(place) {
            true if of_advance == of_rest => Payable::all(self_paid, of_rest),
            true => Payable::open(self_paid),
            false => Payable::all(self_paid, of_rest).plus(Payable::all(advance, of_advance)),
        };
    };
    let of_over = pays(PatientPart::OverLimit);
    let is_known = parts.advance.low == parts.advance.high && parts.over_limit.low == parts.over_limit.high;
    let borne = match is_known {
        _ if of_over == of_advance => Payable::all(advance, of_advance),
        true => {
            let of = |amount, may| Payable::all(Interval::exact(amount), may);
            of(parts.advance.low, of_advance).plus(of(parts.over_limit.low, of_over))
        }
        false => Payable::open(advance),
    };
    Payable::all(self_paid, of_rest).plus(borne)
}

/// What the account pays of an expense, and what is left to be paid in cash.
pub(super) fn pay(balance: Interval, earlier: Interval, payable: Payable) -> (Interval, Interval) {
    let there = balance.less(earlier);
    (payable.may.min(there), payable.rest.plus(payable.may.less(there)))
}

/// The balance of the account. A greater one can only pay more.
pub(super) fn balance(world: &World) -> Interval {
    let balance = numeric(world, world.case().fact(Fact::account_balance(), None));
    Interval::new(balance.low, balance.high, Trend::rising(balance.trend.up))
}
