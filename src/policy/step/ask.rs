//! What a step may ask. A step sees the request, the year and the policy's values only through [`Ask`], so the steps
//! stand below everything that settles a bill.

use super::{Amount, Choice, CountSpan, Counter};
use crate::money::{Money, Rate};
use crate::policy::Test;
use crate::quantity::Quantity;
use crate::span::{RateSpan, Span, Trend};

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

    /// What a counter holds, this expense included as far as it is settled.
    fn counter(&self, counter: &Counter) -> Span;

    /// Months of care.
    fn months(&self) -> CountSpan;

    /// The whole bill.
    fn bill(&self) -> Money;

    /// The part of the bill that is in scope.
    fn in_scope(&self) -> Span;

    /// What the layers before left in scope.
    fn left(&self) -> Span;

    /// Whether the working is wanted.
    fn wants_working(&self) -> bool;

    /// The programme's id.
    fn programme(&self) -> &'c str;

    /// The same expense, seen from another programme of the same file; none where that one does not hold here.
    fn from_programme(&self, programme: usize) -> Option<Self>;
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
    pub fn money(&self, absent: Money) -> Span {
        match self.ends {
            Some((Quantity::Money(low), Quantity::Money(high))) => Span::new(low, high, self.trend),
            _ => Span::exact(absent),
        }
    }

    /// As a rate.
    #[must_use]
    pub fn rate(&self) -> RateSpan {
        let (low, high) = match self.ends {
            Some((Quantity::Rate(low), Quantity::Rate(high))) => (low, high),
            _ => (Rate::ZERO, Rate::ZERO),
        };
        RateSpan { low, high, trend: self.trend }
    }
}
