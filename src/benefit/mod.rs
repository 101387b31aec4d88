//! What does a programme pay? The steps of its benefit, prepared for one expense and run over amounts.
//!
//! [`pay`] takes what the settlement knows ([`Situation`]) and gives the payment with what is left of the expense.
//! `plan` finds what must be decided first, `prepare` answers what the steps ask, `run` takes an amount through them at
//! one end of what is open. With everything known there is one run, and the same run records the working.

mod elsewhere;
mod lookup;
mod overflow;
mod pay;
mod plan;
mod prepare;
mod run;
mod year_total;

pub use pay::{pay, year_cap_left};

use crate::eligibility::At;
use crate::interval::{CountInterval, Interval};
use crate::money::Money;
use crate::policy::step::{Apart, BillPart, Counts, Omissions, Overflow, Per, Pot, Worked};
use crate::quantity::Quantity;
use crate::request::CounterRef;
use crate::unknowns::Split;
use crate::vocabulary::Service;

/// What the settlement knows when a programme's turn comes.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The programme, the expense and the day.
    pub at: At,
    /// The whole bill.
    pub bill: Money,
    /// What of it somebody else must bear: that is outside insurance.
    pub third_party: Interval,
    /// Its in-scope part.
    pub in_scope: Interval,
    /// What is left of that after everyone before.
    pub left: Interval,
    /// What a slip says later funds paid: that much of what is left is not for the computed ones.
    pub reserved: Money,
    /// The other parts of the bill.
    pub parts: Parts,
    /// The same as they would be if care elsewhere had been at home; none where it was, or nobody asks.
    pub at_home: Option<&'a Parts>,
    /// Of a supplement: it may come out of other parts of the bill than what is left in scope.
    pub is_supplement: bool,
    /// What the yearly limits of programmes (by their places in the book) left over on this expense.
    pub overflows: &'a [(usize, Overflow)],
    /// Whether somebody asks what yearly limits leave over.
    pub wants_overflow: bool,
    /// Whether somebody counts what goes into the steps.
    pub wants_base: bool,
    /// The year's account.
    pub year: &'a dyn Account,
    /// What is wanted.
    pub effort: Effort,
}

impl Situation<'_> {
    /// What may be paid at most out of a part of the bill.
    fn room(&self, pot: Pot) -> Interval {
        match self.pot(pot) {
            Pot::Left => self.left.less(Interval::exact(self.reserved)),
            Pot::OutOfScope | Pot::Unpaid => self.parts.unpaid,
        }
    }

    /// Only a supplement pays out of another part of the bill than what is left in scope.
    fn pot(&self, pot: Pot) -> Pot {
        if self.is_supplement { pot } else { Pot::Left }
    }
}

/// The parts of a bill beside what is in scope and what is left of it; by itself nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// What basic programmes took off as deductible.
    pub deductible: Interval,
    /// What is out of the catalogue.
    pub out_of_catalogue: Interval,
    /// What is paid in advance.
    pub advance: Interval,
    /// What basic programmes left in scope.
    pub left: Interval,
    /// The same with what is paid in advance.
    pub left_with_advance: Interval,
    /// What lies above the limits of basic programmes.
    pub over_ceiling: Interval,
    /// What the patient bore first of basic programmes.
    pub borne_first: Interval,
    /// Of both: it lies above the limits and was borne first.
    pub borne_first_over_ceiling: Interval,
    /// What nobody has paid yet.
    pub unpaid: Interval,
}

impl Parts {
    /// One of them.
    #[must_use]
    pub fn get(&self, part: BillPart) -> Interval {
        match part {
            BillPart::Deductible => self.deductible,
            BillPart::OutOfCatalogue => self.out_of_catalogue,
            BillPart::Advance => self.advance,
            BillPart::Left => self.left,
            BillPart::LeftWithAdvance => self.left_with_advance,
            BillPart::Omitted(omissions) => self.omitted(omissions),
            BillPart::Unpaid => self.unpaid,
        }
    }

    /// What a second layer leaves out of what is left: never more than that, and nothing twice.
    fn omitted(&self, omissions: Omissions) -> Interval {
        let Omissions { deductible, over_ceiling, borne_first } = omissions;
        let of = |is_left_out, part| if is_left_out { part } else { Interval::ZERO };
        let parts = of(deductible, self.deductible).plus(of(over_ceiling, self.over_ceiling));
        let parts = parts.plus(of(borne_first, self.borne_first));
        parts.less(of(over_ceiling && borne_first, self.borne_first_over_ceiling)).min(self.left)
    }
}

/// What is wanted of a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The amounts, or the first thing that must be decided before they are: then they are not worked out.
    Decide,
    /// The same, with the working of the amounts: an exact answer is settled once.
    DecideAndExplain,
    /// Sound amounts, whatever is open.
    Bound,
    /// Sound amounts with their working.
    Explain,
}

impl Effort {
    /// Whether the settlement ends at the first thing that must be decided.
    #[must_use]
    pub fn decides(self) -> bool {
        matches!(self, Effort::Decide | Effort::DecideAndExplain)
    }

    /// Whether the working is wanted.
    #[must_use]
    pub fn explains(self) -> bool {
        matches!(self, Effort::DecideAndExplain | Effort::Explain)
    }
}

/// Whose amounts the year's account keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// A programme, by its place in the book.
    Programme(usize),
    /// A service.
    Service(Service),
    /// A deductible, by the place of its programme in the book and that of its step in the benefit.
    Deductible(usize, usize),
}

/// What the year's account holds under one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What the year held before the first expense.
    pub before: Interval,
    /// What it holds now, this expense included as far as it is settled.
    pub now: Interval,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally::starting_at(Money::ZERO)
    }
}

impl Tally {
    /// Nothing but what was there before the first expense.
    #[must_use]
    pub fn starting_at(before: Money) -> Tally {
        Tally { before: Interval::exact(before), now: Interval::exact(before) }
    }
}

/// The time of a counter, and the option that it counts apart.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The time.
    pub per: Per,
    /// The option.
    pub apart: Apart,
}

impl From<Per> for When {
    fn from(per: Per) -> When {
        When { per, apart: None }
    }
}

/// What the year holds so far, and every shorter time in which a counter counts.
pub trait Account {
    /// What was counted of a holder; none where nothing was.
    fn tally(&self, when: When, counts: Counts, of: Holder) -> Option<&Tally>;
    /// How often a programme paid something.
    fn uses(&self, when: When, of: Holder) -> CountInterval;
    /// What the request says that a counter held before the first expense.
    fn given(&self, counter: &CounterRef, when: When) -> Option<Quantity>;
    /// What was there before the first expense that no single holder holds.
    fn before_all_services(&self, per: Per, counts: Counts) -> Money;
    /// Whether a second layer paid on every share of the year, and no slip took its place.
    fn is_unbroken(&self, programme: usize) -> bool;
}

/// What a programme pays on an expense; by itself nothing.
#[derive(Clone, Debug, Default)]
pub struct Payment {
    /// To the fen.
    pub paid: Interval,
    /// What is left in scope after it.
    pub left: Interval,
    /// What the programme then has paid this year, where that is known more closely than by adding up its payments:
    /// what one expense takes of a yearly cap, the next one lacks.
    pub year_paid: Option<Interval>,
    /// With it the programme has paid at most so much this year, or what it had paid before, if that is more.
    pub year_most: Option<Money>,
    /// Of a second layer: whether less may be paid than is owed, because no more was left.
    pub is_cut: bool,
    /// Deductible applied.
    pub deductible: Interval,
    /// What was borne of each deductible, by the place of its step.
    pub borne: Vec<(usize, Interval)>,
    /// The share that the patient bore first.
    pub borne_first: Interval,
    /// What of the payment no limit bounds: it uses up none.
    pub past_limits: Interval,
    /// What went into the steps, where somebody counts that.
    pub base: Interval,
    /// What a yearly limit left over, where somebody asks for that.
    pub overflow: Option<Overflow>,
    /// Out of which part of the bill it comes.
    pub pot: Pot,
    /// What must be decided before the amount is.
    pub decision: Option<Split>,
    /// The working, where the situation is exact.
    pub steps: Vec<Worked>,
    /// Whether it was joined of parts, so that there is no one working.
    pub lacks_working: bool,
    /// Whether it may jump between two amounts that are open.
    pub may_jump: bool,
    /// How many plans were made for it.
    pub plans: usize,
}

impl Payment {
    /// Nothing is paid.
    #[must_use]
    pub fn nothing(left: Interval) -> Payment {
        Payment { year_most: Some(Money::ZERO), ..Payment::of(Interval::ZERO, left) }
    }

    /// So much is paid, and so much is left.
    fn of(paid: Interval, left: Interval) -> Payment {
        Payment { paid, left, ..Payment::default() }
    }

    /// One or the other, for a cause that is no driver.
    #[must_use]
    pub fn or(mut self, other: Payment) -> Payment {
        self.paid = self.paid.or(other.paid);
        self.left = self.left.or(other.left);
        self.year_paid = None;
        self.year_most = self.year_most.zip(other.year_most).map(|(mine, theirs)| mine.max(theirs));
        self.is_cut |= other.is_cut;
        self.deductible = self.deductible.or(other.deductible);
        self.borne_first = self.borne_first.or(other.borne_first);
        self.past_limits = self.past_limits.or(other.past_limits);
        self.base = self.base.or(other.base);
        self.borne = joined(&self.borne, &other.borne);
        self.overflow = match (self.overflow, other.overflow) {
            (Some(mine), Some(theirs)) => Some(mine.or(theirs)),
            (mine, theirs) => mine.or(theirs).map(Overflow::or_nothing),
        };
        self.pot = if self.pot == Pot::Left { other.pot } else { self.pot };
        self.decision = self.decision.or(other.decision);
        self.steps = Vec::new();
        self.lacks_working = true;
        self.may_jump |= other.may_jump;
        self
    }

    /// Whether the amounts are the same, however they came about.
    #[must_use]
    pub fn equals(&self, other: &Payment) -> bool {
        let amounts = |payment: &Payment| (payment.paid, payment.left, payment.deductible, payment.borne_first);
        let others = |payment: &Payment| (payment.base, payment.overflow, payment.past_limits);
        amounts(self) == amounts(other) && self.borne == other.borne && others(self) == others(other)
    }
}

/// What was borne of each deductible of either.
fn joined(one: &[(usize, Interval)], other: &[(usize, Interval)]) -> Vec<(usize, Interval)> {
    let of = |list: &[(usize, Interval)], place: usize| {
        list.iter().find(|(step, _)| *step == place).map_or(Interval::ZERO, |(_, borne)| *borne)
    };
    let only_other = other.iter().filter(|(place, _)| !one.iter().any(|(step, _)| step == place));
    one.iter().chain(only_other).map(|(place, _)| (*place, of(one, *place).or(of(other, *place)))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Payment, joined};
    use crate::interval::Interval;
    use crate::money::Money;
    use crate::policy::step::{Overflow, Pot};

    fn fen(fen: i64) -> Interval {
        Interval::exact(Money::from_fen(fen))
    }

    fn between(low: i64, high: i64) -> Interval {
        fen(low).or(fen(high))
    }

    #[test]
    fn what_may_be_one_payment_or_another_keeps_what_either_does() {
        let plain = || Payment { year_most: Some(Money::from_fen(300)), ..Payment::of(fen(100), fen(900)) };
        let odd = || Payment {
            is_cut: true,
            may_jump: true,
            pot: Pot::OutOfScope,
            borne: vec![(1, fen(50))],
            overflow: Some(Overflow { cost: fen(7), ..Overflow::NOTHING }),
            ..Payment::of(fen(200), fen(800))
        };
        for either in [plain().or(odd()), odd().or(plain())] {
            assert_eq!((either.paid, either.left), (between(100, 200), between(800, 900)));
            assert!(either.is_cut && either.may_jump && either.lacks_working);
            assert_eq!(either.pot, Pot::OutOfScope);
            assert_eq!(either.borne, [(1, between(0, 50))]);
            assert_eq!(either.overflow.map(|over| over.cost), Some(between(0, 7)));
            assert_eq!(either.year_most, None, "of one of them nothing is known");
        }
        let nothing = Payment::nothing(fen(900));
        assert_eq!(nothing.or(plain()).year_most, Some(Money::from_fen(300)));
    }

    #[test]
    fn what_was_borne_is_joined_by_the_place_of_its_step() {
        let (one, other) = ([(1, fen(10)), (2, fen(20))], [(2, fen(30)), (4, fen(40))]);
        assert_eq!(joined(&one, &other), [(1, between(0, 10)), (2, between(20, 30)), (4, between(0, 40))]);
    }
}
