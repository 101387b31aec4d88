//! What a step may ask. A step sees the request, the year and the policy's values only through [`Ask`], so the steps
//! stand below everything that settles a bill.

use super::{Amount, Choice, CountInterval, Counter, Overflow, Part};
use crate::interval::{Interval, RateInterval, Trend};
use crate::money::{Money, Rate};
use crate::policy::Test;
use crate::quantity::Quantity;

/// One expense, seen from one programme.
pub trait Ask<'c>: Sized {
    /// Why an answer may fail: something must be decided first.
    type Stop;

    /// The number that an amount has here.
    ///
    /// # Errors
    /// An open fact or test chooses between different values.
    fn number(&self, amount: &Amount) -> Result<Found<'c>, Self::Stop>;

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

    /// How many uses a counter of uses holds.
    fn uses(&self, counter: &Counter) -> CountInterval;

    /// Months of care.
    fn months(&self) -> CountInterval;

    /// The whole bill.
    fn bill(&self) -> Money;

    /// The part of the bill that is in scope.
    fn in_scope(&self) -> Interval;

    /// What the layers before left in scope.
    fn left(&self) -> Interval;

    /// Another part of the bill.
    fn part(&self, part: Part) -> Interval;

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
    /// Least and greatest; none: a limit that was not entered.
    pub ends: Option<(Quantity, Quantity)>,
    /// How unknown numbers move it.
    pub trend: Trend,
    /// The value's id; none for a limit that was not entered and for a row that does not exist.
    pub id: Option<&'c str>,
    /// The value's document.
    pub source: Option<&'c str>,
}

impl Found<'_> {
    /// No value.
    pub const NOTHING: Found<'static> = Found { ends: None, trend: Trend::FLAT, id: None, source: None };

    /// As an amount; `absent` where it is a limit that was not entered.
    #[must_use]
    pub fn money(&self, absent: Money) -> Interval {
        match self.ends {
            Some((Quantity::Money(low), Quantity::Money(high))) => Interval::new(low, high, self.trend),
            _ => Interval::exact(absent),
        }
    }

    /// As a whole number.
    #[must_use]
    pub fn count(&self) -> CountInterval {
        let (low, high) = match self.ends {
            Some((Quantity::Count(low), Quantity::Count(high))) => (low, high),
            _ => (0, 0),
        };
        CountInterval { low, high, trend: self.trend }
    }

    /// As a rate.
    #[must_use]
    pub fn rate(&self) -> RateInterval {
        let (low, high) = match self.ends {
            Some((Quantity::Rate(low), Quantity::Rate(high))) => (low, high),
            _ => (Rate::ZERO, Rate::ZERO),
        };
        RateInterval { low, high, trend: self.trend }
    }
}
