//! The least and greatest of every figure over the parts of a world, and which completion reaches them.

use crate::interval::Interval;
use crate::money::Money;
use crate::settlement::Settled;

/// The ends of every figure, by its place.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// The ends.
    pub ends: Vec<Ends>,
}

/// The ends of one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// Least.
    pub low: Money,
    /// Greatest.
    pub high: Money,
    /// Which world (by its number) gives the least.
    pub low_witness: usize,
    /// Which gives the greatest.
    pub high_witness: usize,
    /// Whether both ends are reached; otherwise they are only sound.
    pub tight: bool,
}

impl Ends {
    /// A span as a world has it: tight where it is exact.
    pub(super) fn of(span: Interval, world: usize) -> Ends {
        Ends { low: span.low, high: span.high, low_witness: world, high_witness: world, tight: span.is_exact() }
    }

    /// Whether both are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// Both, whichever is further out.
    #[must_use]
    pub fn with(self, other: Ends) -> Ends {
        let (low, low_witness) =
            if other.low < self.low { (other.low, other.low_witness) } else { (self.low, self.low_witness) };
        let (high, high_witness) =
            if other.high > self.high { (other.high, other.high_witness) } else { (self.high, self.high_witness) };
        Ends { low, high, low_witness, high_witness, tight: self.tight && other.tight }
    }
}

impl Bounds {
    /// The spans of one settlement, as they are.
    #[must_use]
    pub fn of(settled: &Settled, world: usize) -> Bounds {
        Bounds { ends: settled.amounts().iter().map(|span| Ends::of(*span, world)).collect() }
    }

    /// Of both.
    #[must_use]
    pub fn with(mut self, other: &Bounds) -> Bounds {
        for (mine, theirs) in self.ends.iter_mut().zip(&other.ends) {
            *mine = mine.with(*theirs);
        }
        self
    }

    /// The figure at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Ends {
        const NOTHING: Ends =
            Ends { low: Money::ZERO, high: Money::ZERO, low_witness: 0, high_witness: 0, tight: true };
        self.ends.get(place).copied().unwrap_or(NOTHING)
    }

    /// Whether a figure has the same ends in both.
    #[must_use]
    pub fn agrees(&self, other: &Bounds, place: usize) -> bool {
        let (mine, theirs) = (self.at(place), other.at(place));
        (mine.low, mine.high) == (theirs.low, theirs.high)
    }
}
