//! Amounts that may still lie between two ends, and which numeric unknowns push them which way.
//!
//! While a bill is settled, every amount is a [`Interval`]: its least and greatest value over what is open, and for each
//! numeric unknown (a *driver*: an unpublished rate, an unknown `self_paid`, …) whether a greater value of it can
//! raise the amount, lower it, both or neither. Where everything is known both ends are equal and no driver is named.

use crate::money::{Money, Rate};

/// A set of drivers, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberSet(pub u128);

impl NumberSet {
    /// None.
    pub const NONE: NumberSet = NumberSet(0);

    /// So many drivers can be told apart; all further ones share the last number.
    pub const MOST: usize = 128;

    /// The number that stands for the nth driver. To share one is sound: what moves an amount for one driver then counts
    /// for each of them (docs/ranges.md).
    #[must_use]
    pub fn number(nth: usize) -> usize {
        nth.min(NumberSet::MOST.saturating_sub(1))
    }

    /// The driver of this number alone.
    #[must_use]
    pub fn one(number: usize) -> NumberSet {
        let number = u32::try_from(NumberSet::number(number)).unwrap_or_default();
        NumberSet(1u128.checked_shl(number).unwrap_or_default())
    }

    /// Those of either.
    #[must_use]
    pub fn with(self, other: NumberSet) -> NumberSet {
        NumberSet(self.0 | other.0)
    }

    /// Those of both.
    #[must_use]
    pub fn shared(self, other: NumberSet) -> NumberSet {
        NumberSet(self.0 & other.0)
    }

    /// Those that are not among the others.
    #[must_use]
    pub fn without(self, other: NumberSet) -> NumberSet {
        NumberSet(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Each of them alone.
    pub fn each(self) -> impl Iterator<Item = NumberSet> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let least = rest & rest.wrapping_neg();
            rest ^= least;
            (least != 0).then_some(NumberSet(least))
        })
    }

    /// Those of one, but not of both.
    #[must_use]
    pub fn toggled(self, other: NumberSet) -> NumberSet {
        NumberSet(self.0 ^ other.0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether this number is among them.
    #[must_use]
    pub fn holds(self, number: usize) -> bool {
        !self.shared(NumberSet::one(number)).is_none()
    }
}

/// Which drivers can raise an amount when they grow, and which can lower it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// Growing, they can raise it.
    pub up: NumberSet,
    /// Growing, they can lower it.
    pub down: NumberSet,
}

impl Trend {
    /// No driver moves it.
    pub const FLAT: Trend = Trend { up: NumberSet::NONE, down: NumberSet::NONE };

    /// Of a sum, a minimum, a maximum: whatever moves a part.
    #[must_use]
    pub fn with(self, other: Trend) -> Trend {
        Trend { up: self.up.with(other.up), down: self.down.with(other.down) }
    }

    /// Of the negative.
    #[must_use]
    pub fn reversed(self) -> Trend {
        Trend { up: self.down, down: self.up }
    }

    /// Of something that may move either way with these drivers.
    #[must_use]
    pub fn either_way(self) -> Trend {
        self.with(self.reversed())
    }

    /// Of the same amount, known from two sides: only what both allow.
    #[must_use]
    pub fn shared(self, other: Trend) -> Trend {
        Trend { up: self.up.shared(other.up), down: self.down.shared(other.down) }
    }

    /// NumberSet that may move it both ways.
    #[must_use]
    pub fn undecided(self) -> NumberSet {
        self.up.shared(self.down)
    }
}

/// An amount with its ends and trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// At least.
    pub low: Money,
    /// At most.
    pub high: Money,
    /// What moves it.
    pub trend: Trend,
}

impl Interval {
    /// Nothing.
    pub const ZERO: Interval = Interval::exact(Money::ZERO);

    /// A known amount.
    #[must_use]
    pub const fn exact(amount: Money) -> Interval {
        Interval { low: amount, high: amount, trend: Trend::FLAT }
    }

    /// Between two ends; where they meet, nothing moves it.
    #[must_use]
    pub fn new(low: Money, high: Money, trend: Trend) -> Interval {
        Interval { low, high, trend: if low == high { Trend::FLAT } else { trend } }
    }

    /// Whether both ends are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// Whether its greatest amount is greater than that of another one; or its least amount less.
    #[must_use]
    pub fn reaches_beyond(self, other: Interval, is_most: bool) -> bool {
        if is_most { self.high > other.high } else { self.low < other.low }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Interval) -> Interval {
        // Most of what is added is nothing.
        if other.high == Money::ZERO && other.low == Money::ZERO {
            return self;
        }
        Interval::new(self.low + other.low, self.high + other.high, self.trend.with(other.trend))
    }

    /// The difference, nothing where it would be negative, as if the two were independent.
    #[must_use]
    pub fn less(self, other: Interval) -> Interval {
        Interval::new(self.low.less(other.high), self.high.less(other.low), self.trend.with(other.trend.reversed()))
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Interval) -> Interval {
        if self.high <= other.low {
            return self;
        }
        if other.high <= self.low {
            return other;
        }
        Interval::new(self.low.min(other.low), self.high.min(other.high), self.trend.with(other.trend))
    }

    /// The same amount, of which it is known that it cannot be more.
    #[must_use]
    pub fn at_most(self, most: Money) -> Interval {
        Interval::new(self.low.min(most), self.high.min(most), self.trend)
    }

    /// Either of the two: which one is open for a cause that is no driver.
    #[must_use]
    pub fn or(self, other: Interval) -> Interval {
        if self == other {
            return self;
        }
        let trend = self.trend.with(other.trend).either_way();
        Interval::new(self.low.min(other.low), self.high.max(other.high), trend)
    }

    /// The same amount known from two sides.
    #[must_use]
    pub fn meet(self, other: Interval) -> Interval {
        Interval::new(self.low.max(other.low), self.high.min(other.high), self.trend.shared(other.trend))
    }
}

/// A rate with its ends and trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateInterval {
    /// At least.
    pub low: Rate,
    /// At most.
    pub high: Rate,
    /// What moves it.
    pub trend: Trend,
}

impl RateInterval {
    /// Whether both ends are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// What is missing to the whole.
    #[must_use]
    pub fn rest(self) -> RateInterval {
        RateInterval { low: self.high.rest(), high: self.low.rest(), trend: self.trend.reversed() }
    }

    /// Either of the two.
    #[must_use]
    pub fn or(self, other: RateInterval) -> RateInterval {
        if self == other {
            return self;
        }
        let trend = self.trend.with(other.trend).either_way();
        RateInterval { low: self.low.min(other.low), high: self.high.max(other.high), trend }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_beyond_the_last_share_its_number() {
        let numbers = [0, 1, 126, 127, 128, 5000].map(NumberSet::number);
        assert_eq!(numbers, [0, 1, 126, 127, 127, 127]);
        assert!(NumberSet::one(NumberSet::number(5000)).holds(127));
        assert!(!NumberSet::one(126).holds(127));
    }
}
