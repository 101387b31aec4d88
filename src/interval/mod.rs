//! Amounts that may still lie between two ends, and which numeric unknowns push them which way.
//!
//! While a bill is settled, every amount is an [`Interval`]: its least and greatest value over what is open, and for each
//! numeric unknown (a *driver*: an unpublished rate, an unknown `self_paid`, …) whether a greater value of it can
//! raise the amount, lower it, both or neither. Where everything is known both ends are equal and no driver is named.
//! Rates and counts are intervals of the same kind.

mod drivers;
mod trend;

pub use drivers::Drivers;
pub use trend::{Sides, Trend};

use crate::money::{Money, Rate};

/// Something with its ends and trend: an amount, unless another kind is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct Interval<T = Money> {
    /// At least.
    pub low: T,
    /// At most.
    pub high: T,
    /// What moves it.
    pub trend: Trend,
}

/// A rate between two ends.
pub type RateInterval = Interval<Rate>;

/// A whole number between two ends: months, days, visits.
pub type CountInterval = Interval<i64>;

/// Open ones are equal where they were made in the same way of the same: the same ends alone do not make them one.
impl<T: PartialEq> PartialEq for Interval<T> {
    fn eq(&self, other: &Interval<T>) -> bool {
        (&self.low, &self.high) == (&other.low, &other.high) && (self.low == self.high || self.trend == other.trend)
    }
}

impl<T: Eq> Eq for Interval<T> {}

impl<T: Copy + Ord> Interval<T> {
    /// Known.
    #[must_use]
    pub const fn exact(value: T) -> Interval<T> {
        Interval { low: value, high: value, trend: Trend::FLAT }
    }

    /// Between two ends; where they meet, nothing moves it.
    #[must_use]
    pub fn new(low: T, high: T, trend: Trend) -> Interval<T> {
        Interval { low, high, trend: trend.between(&low, &high) }
    }

    /// The same on these sides.
    #[must_use]
    pub fn on(self, sides: Sides) -> Interval<T> {
        Interval { trend: Trend { sides, ..self.trend }, ..self }
    }

    /// Whether both ends are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// The one value, where it is known.
    #[must_use]
    pub fn known(&self) -> Option<T> {
        self.is_exact().then_some(self.low)
    }

    /// Either of the two: which one is open for a cause that is no driver.
    #[must_use]
    pub fn or(self, other: Interval<T>) -> Interval<T> {
        let trend = self.trend.with(other.trend).either_way();
        if self == other {
            return self.on(trend.sides);
        }
        Interval::new(self.low.min(other.low), self.high.max(other.high), trend)
    }
}

impl Interval {
    /// Nothing.
    pub const ZERO: Interval = Interval::exact(Money::ZERO);

    /// Whether it is nothing for sure.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.low.is_zero() && self.high.is_zero()
    }

    /// Whether its greatest amount is greater than that of another one; or its least amount less.
    #[must_use]
    pub fn reaches_beyond(self, other: Interval, is_most: bool) -> bool {
        if is_most { self.high > other.high } else { self.low < other.low }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Interval) -> Interval {
        // Most of what is added is nothing, or is added to nothing.
        let sides = self.trend.sides.with(other.trend.sides);
        if other.is_nothing() {
            return self.on(sides);
        }
        if self.is_nothing() {
            return other.on(sides);
        }
        Interval::new(self.low + other.low, self.high + other.high, self.trend.with(other.trend))
    }

    /// The difference, nothing where it would be negative, as if the two were independent.
    #[must_use]
    pub fn less(self, other: Interval) -> Interval {
        let trend = self.trend.with(other.trend.reversed()).beside(self.low < other.low);
        if other.is_nothing() && self.low >= Money::ZERO {
            return self.on(trend.sides);
        }
        Interval::new(self.low.less(other.high), self.high.less(other.low), trend)
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Interval) -> Interval {
        let trend = self.trend.with(other.trend).beside(self.low <= other.low);
        let of = |smaller: Interval| smaller.on(trend.sides);
        if self.high <= other.low {
            return of(self);
        }
        if other.high <= self.low {
            return of(other);
        }
        Interval::new(self.low.min(other.low), self.high.min(other.high), trend)
    }

    /// The greater of the two.
    #[must_use]
    pub fn max(self, other: Interval) -> Interval {
        let trend = self.trend.with(other.trend).beside(self.low >= other.low);
        let of = |greater: Interval| greater.on(trend.sides);
        if self.low >= other.high {
            return of(self);
        }
        if other.low >= self.high {
            return of(other);
        }
        Interval::new(self.low.max(other.low), self.high.max(other.high), trend)
    }

    /// The same amount, of which it is known that it cannot be more.
    #[must_use]
    pub fn at_most(self, most: Money) -> Interval {
        let trend = self.trend.beside(self.low <= most);
        if self.low <= most && self.high <= most {
            return self.on(trend.sides);
        }
        Interval::new(self.low.min(most), self.high.min(most), trend)
    }

    /// The same amount known from two sides.
    #[must_use]
    pub fn meet(self, other: Interval) -> Interval {
        Interval::new(self.low.max(other.low), self.high.min(other.high), self.trend.shared(other.trend))
    }
}

impl RateInterval {
    /// What is missing to the whole.
    #[must_use]
    pub fn rest(self) -> RateInterval {
        Interval { low: self.high.rest(), high: self.low.rest(), trend: self.trend.reversed() }
    }
}

impl CountInterval {
    /// None.
    pub const NONE: CountInterval = Interval::exact(0);

    /// The sum.
    #[must_use]
    pub fn and(self, other: CountInterval) -> CountInterval {
        let (low, high) = (self.low.saturating_add(other.low), self.high.saturating_add(other.high));
        Interval { low, high, trend: self.trend.with(other.trend) }
    }
}
