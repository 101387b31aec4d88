//! A number of a step: the interval in which it lies, and the direction in which it moves what the step gives.

use crate::interval::{Interval, RateInterval, Trend};
use crate::money::{Money, Rate};

/// The direction in which a greater number moves what a step gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// It can only raise it: a rate, a limit.
    Raises,
    /// It can only lower it: a deductible.
    Lowers,
    /// It can do either: an edge between bands that neither rise nor fall.
    EitherWay,
}

/// The end of everything that is open at which a step is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The fund pays least.
    Least,
    /// The fund pays most.
    Most,
}

impl End {
    /// The end of an interval in which the payment grows.
    #[must_use]
    pub fn of<I: HasEnds>(self, interval: &I) -> I::Point {
        match self {
            End::Least => interval.low(),
            End::Most => interval.high(),
        }
    }

    /// The other end.
    #[must_use]
    pub fn opposite(self) -> End {
        match self {
            End::Least => End::Most,
            End::Most => End::Least,
        }
    }
}

/// Least and greatest value, and the unknown numbers that move it.
pub trait HasEnds {
    /// What lies in it.
    type Point: Copy + PartialEq;
    /// Least value.
    fn low(&self) -> Self::Point;
    /// Greatest value.
    fn high(&self) -> Self::Point;
    /// How unknown numbers move it.
    fn trend(&self) -> Trend;
}

impl HasEnds for Interval {
    type Point = Money;

    fn low(&self) -> Money {
        self.low
    }

    fn high(&self) -> Money {
        self.high
    }

    fn trend(&self) -> Trend {
        self.trend
    }
}

impl HasEnds for RateInterval {
    type Point = Rate;

    fn low(&self) -> Rate {
        self.low
    }

    fn high(&self) -> Rate {
        self.high
    }

    fn trend(&self) -> Trend {
        self.trend
    }
}

/// A whole number between two ends: months, days, visits.
#[derive(Clone, Copy, Debug)]
pub struct CountInterval {
    /// Least count.
    pub low: i64,
    /// Greatest count.
    pub high: i64,
    /// How unknown numbers move it.
    pub trend: Trend,
}

/// As of amounts.
impl PartialEq for CountInterval {
    fn eq(&self, other: &CountInterval) -> bool {
        (self.low, self.high) == (other.low, other.high) && (self.low == self.high || self.trend == other.trend)
    }
}

impl Eq for CountInterval {}

impl CountInterval {
    /// Between two ends; where they meet, nothing moves it.
    #[must_use]
    pub fn between((low, high): (i64, i64), trend: Trend) -> CountInterval {
        CountInterval { low, high, trend: trend.between(&low, &high) }
    }

    /// None.
    pub const ZERO: CountInterval = CountInterval { low: 0, high: 0, trend: Trend::FLAT };

    /// A known count.
    #[must_use]
    pub fn known(count: i64) -> CountInterval {
        CountInterval { low: count, high: count, trend: Trend::FLAT }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: CountInterval) -> CountInterval {
        CountInterval {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
            trend: self.trend.with(other.trend),
        }
    }

    /// Either of the two, for a cause that is no driver.
    #[must_use]
    pub fn or(self, other: CountInterval) -> CountInterval {
        let trend = self.trend.with(other.trend).either_way();
        if self == other {
            return CountInterval { trend: Trend { sides: trend.sides, ..self.trend }, ..self };
        }
        CountInterval::between((self.low.min(other.low), self.high.max(other.high)), trend)
    }

    /// The count, where it is known.
    #[must_use]
    pub fn exact(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }
}

impl HasEnds for CountInterval {
    type Point = i64;

    fn low(&self) -> i64 {
        self.low
    }

    fn high(&self) -> i64 {
        self.high
    }

    fn trend(&self) -> Trend {
        self.trend
    }
}

/// A number of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<I> {
    /// Where it lies.
    pub interval: I,
    /// How it moves what the step gives.
    pub acts: Acts,
}

impl<I: HasEnds> Number<I> {
    /// A number that can only raise what the step gives.
    pub fn raises(interval: I) -> Self {
        Number { interval, acts: Acts::Raises }
    }

    /// A number that can only lower what the step gives.
    pub fn lowers(interval: I) -> Self {
        Number { interval, acts: Acts::Lowers }
    }

    /// A number that can do either.
    pub fn either_way(interval: I) -> Self {
        Number { interval, acts: Acts::EitherWay }
    }

    /// The number with which the fund pays least or most. A number that acts either way has no such end: a law may
    /// ask for it only where it is exact.
    pub fn at(&self, end: End) -> I::Point {
        match self.acts {
            Acts::Raises | Acts::EitherWay => end.of(&self.interval),
            Acts::Lowers => end.opposite().of(&self.interval),
        }
    }
}

/// What the range engine needs to know of a number, whatever it is measured in.
pub trait Moves {
    /// Whether it has one value only.
    fn is_exact(&self) -> bool;
    /// How unknown numbers move what the step gives, through this number.
    fn trend(&self) -> Trend;
}

impl<I: HasEnds> Moves for Number<I> {
    fn is_exact(&self) -> bool {
        self.interval.low() == self.interval.high()
    }

    fn trend(&self) -> Trend {
        match self.acts {
            Acts::Raises => self.interval.trend(),
            Acts::Lowers => self.interval.trend().reversed(),
            Acts::EitherWay => self.interval.trend().either_way(),
        }
    }
}
