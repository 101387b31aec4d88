//! Amounts that may still lie between two ends, and which numeric unknowns push them which way.
//!
//! While a bill is settled, every amount is a [`Interval`]: its least and greatest value over what is open, and for each
//! numeric unknown (a *driver*: an unpublished rate, an unknown `self_paid`, …) whether a greater value of it can
//! raise the amount, lower it, both or neither. Where everything is known both ends are equal and no driver is named.

use crate::money::{Money, Rate};

/// A set of drivers, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drivers(pub u128);

impl Drivers {
    /// None.
    pub const NONE: Drivers = Drivers(0);

    /// All.
    pub const ALL: Drivers = Drivers(u128::MAX);

    /// So many drivers can be told apart; all further ones share the last number.
    pub const MOST: usize = 128;

    /// The number that stands for the nth driver. To share one is sound: what moves an amount for one driver then counts
    /// for each of them (docs/ranges.md).
    #[must_use]
    pub fn number(nth: usize) -> usize {
        nth.min(Drivers::MOST.saturating_sub(1))
    }

    /// The driver of this number alone.
    #[must_use]
    pub fn one(number: usize) -> Drivers {
        let number = u32::try_from(Drivers::number(number)).unwrap_or_default();
        Drivers(1u128.checked_shl(number).unwrap_or_default())
    }

    /// Those of either.
    #[must_use]
    pub fn with(self, other: Drivers) -> Drivers {
        Drivers(self.0 | other.0)
    }

    /// Those of both.
    #[must_use]
    pub fn shared(self, other: Drivers) -> Drivers {
        Drivers(self.0 & other.0)
    }

    /// Those that are not among the others.
    #[must_use]
    pub fn without(self, other: Drivers) -> Drivers {
        Drivers(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Each of them alone.
    pub fn each(self) -> impl Iterator<Item = Drivers> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let least = rest & rest.wrapping_neg();
            rest ^= least;
            (least != 0).then_some(Drivers(least))
        })
    }

    /// Those of one, but not of both.
    #[must_use]
    pub fn toggled(self, other: Drivers) -> Drivers {
        Drivers(self.0 ^ other.0)
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether this number is among them.
    #[must_use]
    pub fn holds(self, number: usize) -> bool {
        !self.shared(Drivers::one(number)).is_none()
    }
}

/// On which side of everything that bends it an amount lies: which of two amounts was the smaller, whether anything was left, all
/// the way to it. It is a fingerprint: where it is the same, all of these are, and the amount moves along a straight line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides(u64);

impl Sides {
    /// Nothing bends it.
    pub const NONE: Sides = Sides(0);

    /// Of what is made of two amounts.
    #[must_use]
    pub fn with(self, other: Sides) -> Sides {
        Sides(self.0.wrapping_mul(3).wrapping_add(other.0))
    }

    /// And on this side of something more.
    #[must_use]
    pub fn on(self, side: bool) -> Sides {
        // Constants of SplitMix64: every bit of what goes in moves every bit that comes out.
        let mixed = self.0.wrapping_add(if side { 0x9e37_79b9_7f4a_7c15 } else { 0x632b_e59b_d9b4_e019 });
        let mixed = (mixed ^ mixed.wrapping_shr(30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Sides(mixed ^ mixed.wrapping_shr(27))
    }
}

/// Which drivers can raise an amount when they grow, and which can lower it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// Growing, they can raise it.
    pub up: Drivers,
    /// Growing, they can lower it.
    pub down: Drivers,
    /// Of an exact amount: between which of its bends it lies. Of an open one: how it was made.
    pub sides: Sides,
}

impl Trend {
    /// No driver moves it.
    pub const FLAT: Trend = Trend { up: Drivers::NONE, down: Drivers::NONE, sides: Sides::NONE };

    /// Moved by no driver, on these sides.
    #[must_use]
    pub const fn on(sides: Sides) -> Trend {
        Trend { sides, ..Trend::FLAT }
    }

    /// Raised by these.
    #[must_use]
    pub const fn rising(up: Drivers) -> Trend {
        Trend { up, ..Trend::FLAT }
    }

    /// Lowered by these.
    #[must_use]
    pub const fn falling(down: Drivers) -> Trend {
        Trend { down, ..Trend::FLAT }
    }

    /// Of a sum, a minimum, a maximum: whatever moves a part.
    #[must_use]
    pub fn with(self, other: Trend) -> Trend {
        Trend { up: self.up.with(other.up), down: self.down.with(other.down), sides: self.sides.with(other.sides) }
    }

    /// The same, on this side of a bend.
    #[must_use]
    pub fn beside(self, side: bool) -> Trend {
        Trend { sides: self.sides.on(side), ..self }
    }

    /// Of an amount between these ends: where they meet, no driver moves it.
    #[must_use]
    pub fn between<T: PartialEq>(self, low: &T, high: &T) -> Trend {
        if low == high { Trend::on(self.sides) } else { self }
    }

    /// Of the negative.
    #[must_use]
    pub fn reversed(self) -> Trend {
        Trend { up: self.down, down: self.up, ..self }
    }

    /// Of something that may move either way with these drivers.
    #[must_use]
    pub fn either_way(self) -> Trend {
        let all = self.up.with(self.down);
        Trend { up: all, down: all, ..self }
    }

    /// Of the same amount, known from two sides: only what both allow.
    #[must_use]
    pub fn shared(self, other: Trend) -> Trend {
        let sides = self.sides.with(other.sides);
        Trend { up: self.up.shared(other.up), down: self.down.shared(other.down), sides }
    }

    /// Whether no driver moves it.
    #[must_use]
    pub fn is_flat(self) -> bool {
        self.up.is_none() && self.down.is_none()
    }

    /// The drivers that may move it both ways.
    #[must_use]
    pub fn undecided(self) -> Drivers {
        self.up.shared(self.down)
    }
}

/// An amount with its ends and trend; by itself nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Interval {
    /// At least.
    pub low: Money,
    /// At most.
    pub high: Money,
    /// What moves it.
    pub trend: Trend,
}

/// Open amounts are equal where they were made in the same way of the same: the same ends alone do not make them one.
impl PartialEq for Interval {
    fn eq(&self, other: &Interval) -> bool {
        (self.low, self.high) == (other.low, other.high) && (self.is_exact() || self.trend == other.trend)
    }
}

impl Eq for Interval {}

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
        Interval { low, high, trend: trend.between(&low, &high) }
    }

    /// The same amount on these sides.
    #[must_use]
    pub fn on(self, sides: Sides) -> Interval {
        Interval { trend: Trend { sides, ..self.trend }, ..self }
    }

    /// Whether both ends are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

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

    /// The same amount, of which it is known that it cannot be more.
    #[must_use]
    pub fn at_most(self, most: Money) -> Interval {
        let trend = self.trend.beside(self.low <= most);
        if self.low <= most && self.high <= most {
            return self.on(trend.sides);
        }
        Interval::new(self.low.min(most), self.high.min(most), trend)
    }

    /// Either of the two: which one is open for a cause that is no driver.
    #[must_use]
    pub fn or(self, other: Interval) -> Interval {
        let trend = self.trend.with(other.trend).either_way();
        if self == other {
            return self.on(trend.sides);
        }
        Interval::new(self.low.min(other.low), self.high.max(other.high), trend)
    }

    /// The same amount known from two sides.
    #[must_use]
    pub fn meet(self, other: Interval) -> Interval {
        Interval::new(self.low.max(other.low), self.high.min(other.high), self.trend.shared(other.trend))
    }
}

/// A rate with its ends and trend.
#[derive(Clone, Copy, Debug)]
pub struct RateInterval {
    /// At least.
    pub low: Rate,
    /// At most.
    pub high: Rate,
    /// What moves it.
    pub trend: Trend,
}

/// As of amounts.
impl PartialEq for RateInterval {
    fn eq(&self, other: &RateInterval) -> bool {
        (self.low, self.high) == (other.low, other.high) && (self.is_exact() || self.trend == other.trend)
    }
}

impl Eq for RateInterval {}

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
        let trend = self.trend.with(other.trend).either_way();
        if self == other {
            return RateInterval { trend: Trend { sides: trend.sides, ..self.trend }, ..self };
        }
        RateInterval { low: self.low.min(other.low), high: self.high.max(other.high), trend }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_beyond_the_last_share_its_number() {
        let numbers = [0, 1, 126, 127, 128, 5000].map(Drivers::number);
        assert_eq!(numbers, [0, 1, 126, 127, 127, 127]);
        assert!(Drivers::one(Drivers::number(5000)).holds(127));
        assert!(!Drivers::one(126).holds(127));
    }
}
