//! What a step may ask. A step sees the request, the year and the policy's values only through [`Ask`], so the steps
//! stand below everything that settles a bill.

use super::amount::{Count, OfBill, ValueRef};
use super::{Amount, BillPart, Choice, Counter, Overflow, work_out};
use crate::interval::{CountInterval, Interval, RateInterval};
use crate::money::{Money, Rate};
use crate::policy::Test;
use crate::quantity::Quantity;
use crate::vocabulary::Fact;

/// One expense, seen from one programme.
pub trait Ask<'c>: Sized {
    /// Why an answer may fail: something must be decided first.
    type Stop;

    /// The number that an amount has here.
    ///
    /// # Errors
    /// An open fact or test chooses between different values.
    fn number(&self, amount: &Amount) -> Result<Found<'c>, Self::Stop> {
        work_out::number(self, amount)
    }

    /// The number of a value.
    ///
    /// # Errors
    /// An open fact chooses between different rows.
    fn value(&self, value: &ValueRef) -> Result<Found<'c>, Self::Stop>;

    /// The number of a dated figure of the region.
    ///
    /// # Errors
    /// Something must be decided first.
    fn index(&self, name: &str) -> Result<Found<'c>, Self::Stop>;

    /// Whether an amount may be rough: where a case of it is open, anything between its cases. Then too much is open for
    /// every combination to be worked out.
    fn is_rough(&self) -> bool;

    /// What was counted.
    fn count(&self, count: Count) -> CountInterval;

    /// Whether a test holds.
    ///
    /// # Errors
    /// It is open.
    fn holds(&self, test: &Test) -> Result<bool, Self::Stop>;

    /// What a choice says under the reading.
    ///
    /// # Errors
    /// The reading is open.
    fn choice<'t, T>(&self, choice: &'t Choice<T>) -> Result<&'t T, Self::Stop>;

    /// What a counter of amounts holds, this expense included as far as it is settled.
    fn counter(&self, counter: &Counter) -> Interval;

    /// What deductibles took of what a counter of eligible cost holds: those of its programmes, or of a counter of services
    /// the programme's own.
    fn deducted(&self, counter: &Counter) -> Interval;

    /// How many uses a counter of uses holds.
    fn uses(&self, counter: &Counter) -> CountInterval;

    /// Months of care.
    fn months(&self) -> CountInterval {
        self.count(Count::Fact(Fact::months()))
    }

    /// The points that come off each rate because care was elsewhere and the programme has no rule for that.
    ///
    /// # Errors
    /// It is open whether it was.
    fn points_elsewhere(&self) -> Result<Option<RateInterval>, Self::Stop>;

    /// The deductible that stands for the programme's own for the same cause.
    ///
    /// # Errors
    /// It is open whether care was elsewhere.
    fn deductible_elsewhere(&self) -> Result<Option<Found<'c>>, Self::Stop>;

    /// What earlier parts of the same stay had in scope. Only basic insurance settles a stay as one.
    fn stay_in_scope(&self) -> Interval;

    /// What earlier parts of the same stay bore of the deductible at a place of the benefit; of every one where none is named.
    fn stay_borne(&self, step: Option<usize>) -> Interval;

    /// What the programme paid of earlier parts of the same stay.
    fn stay_paid(&self) -> Interval;

    /// Days, in bed or of care.
    fn days(&self) -> CountInterval {
        self.count(Count::Fact(Fact::days()))
    }

    /// The whole bill.
    fn bill(&self) -> Money;

    /// The bill less what somebody else must bear.
    fn insured_bill(&self) -> Interval;

    /// The part of the bill that is in scope.
    fn in_scope(&self) -> Interval;

    /// What the layers before left in scope.
    fn left(&self) -> Interval;

    /// Another part of the bill.
    fn part(&self, part: BillPart) -> Interval;

    /// The same as it would be if care elsewhere had been at home.
    fn part_at_home(&self, part: BillPart) -> Interval;

    /// What another programme of the same file left over on this expense because its yearly limit was reached; none where it
    /// did not pay here at all.
    fn overflow(&self, programme: usize) -> Option<Overflow>;

    /// Whether the working is wanted.
    fn wants_working(&self) -> bool;

    /// The programme's id.
    fn programme(&self) -> &'c str;

    /// The same expense, seen from another programme of the same file; none where that one does not hold here.
    fn seen_from(&self, programme: usize) -> Option<Self>;
}

/// The number of an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'c> {
    /// Where it lies; none: a limit that was not entered.
    pub number: Option<Interval<Quantity>>,
    /// The value's id; none for a limit that was not entered and for a row that does not exist.
    pub id: Option<&'c str>,
    /// The value's document.
    pub source: Option<&'c str>,
    /// How modifiers made it of a plain number; empty where they changed nothing, or no working is wanted.
    pub made: Vec<Modified>,
}

/// A part of how a number was made: where it started, then what each modifier did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modified {
    /// `from`, or the modifier.
    pub how: &'static str,
    /// The plain number, or that of the modifier; of `round`, what came out.
    pub number: Quantity,
    /// The part of the bill that the number is.
    pub part: Option<OfBill>,
}

impl Modified {
    /// A part.
    #[must_use]
    pub fn new(how: &'static str, number: Quantity) -> Modified {
        Modified { how, number, part: None }
    }
}

impl Found<'_> {
    /// No value.
    pub const NOTHING: Found<'static> = Found { number: None, id: None, source: None, made: Vec::new() };

    /// A number that is no value's.
    #[must_use]
    pub fn of(number: Interval<Quantity>) -> Found<'static> {
        Found { number: Some(number), ..Found::NOTHING }
    }

    /// Whether both are one number, whatever it came from.
    #[must_use]
    pub fn is_same_number(&self, other: &Found) -> bool {
        self.number == other.number
    }

    /// As an amount; `absent` where it is a limit that was not entered.
    #[must_use]
    pub fn money(&self, absent: Money) -> Interval {
        match self.number {
            Some(Interval { low: Quantity::Money(low), high: Quantity::Money(high), trend }) => {
                Interval::new(low.for_step(), high.for_step(), trend)
            }
            _ => Interval::exact(absent),
        }
    }

    /// As a whole number.
    #[must_use]
    pub fn count(&self) -> CountInterval {
        match self.number {
            Some(Interval { low: Quantity::Count(low), high: Quantity::Count(high), trend }) => {
                Interval::new(low, high, trend)
            }
            _ => CountInterval::NONE,
        }
    }

    /// As a rate, which is never above 1.
    #[must_use]
    pub fn rate(&self) -> RateInterval {
        match self.number {
            Some(Interval { low: Quantity::Rate(low), high: Quantity::Rate(high), trend }) => {
                Interval::new(low.for_step(), high.for_step(), trend)
            }
            _ => Interval::exact(Rate::ZERO),
        }
    }
}
