//! A number of a step: the interval in which it lies, and the direction in which it moves what the step gives.

use crate::interval::{Interval, Trend};
use crate::money::Money;

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
    pub fn of<T: Copy>(self, interval: &Interval<T>) -> T {
        match self {
            End::Least => interval.low,
            End::Most => interval.high,
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

/// A number of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<T: Eq = Money> {
    /// Where it lies.
    pub interval: Interval<T>,
    /// How it moves what the step gives.
    pub acts: Acts,
}

impl<T: Copy + Ord> Number<T> {
    /// A number that can only raise what the step gives.
    pub fn raises(interval: Interval<T>) -> Self {
        Number { interval, acts: Acts::Raises }
    }

    /// A number that can only lower what the step gives.
    pub fn lowers(interval: Interval<T>) -> Self {
        Number { interval, acts: Acts::Lowers }
    }

    /// A number that can do either.
    pub fn either_way(interval: Interval<T>) -> Self {
        Number { interval, acts: Acts::EitherWay }
    }

    /// The number with which the fund pays least or most. A number that acts either way has no such end: a law may
    /// ask for it only where it is exact.
    pub fn at(&self, end: End) -> T {
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

impl<T: Copy + Ord> Moves for Number<T> {
    fn is_exact(&self) -> bool {
        self.interval.is_exact()
    }

    fn trend(&self) -> Trend {
        match self.acts {
            Acts::Raises => self.interval.trend,
            Acts::Lowers => self.interval.trend.reversed(),
            Acts::EitherWay => self.interval.trend.either_way(),
        }
    }
}
