//! The least and greatest of every figure over the parts of a world, and which completion reaches them.

use crate::money::Money;
use crate::settlement::Settled;

/// The ends of every figure, by its place.
#[derive(Clone, Debug)]
pub struct Hull {
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
    pub low_at: usize,
    /// Which gives the greatest.
    pub high_at: usize,
    /// Whether both ends are reached; otherwise they are only sound.
    pub tight: bool,
}

impl Ends {
    /// Whether both are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// Both, whichever is further out.
    #[must_use]
    pub fn with(self, other: Ends) -> Ends {
        let (low, low_at) = if other.low < self.low { (other.low, other.low_at) } else { (self.low, self.low_at) };
        let (high, high_at) =
            if other.high > self.high { (other.high, other.high_at) } else { (self.high, self.high_at) };
        Ends { low, high, low_at, high_at, tight: self.tight && other.tight }
    }
}

impl Hull {
    /// The spans of one settlement, as they are: tight where they are exact.
    #[must_use]
    pub fn of(settled: &Settled, world: usize) -> Hull {
        let ends = settled.amounts().iter().map(|span| Ends {
            low: span.low,
            high: span.high,
            low_at: world,
            high_at: world,
            tight: span.is_exact(),
        });
        Hull { ends: ends.collect() }
    }

    /// Of both.
    #[must_use]
    pub fn with(mut self, other: &Hull) -> Hull {
        for (mine, theirs) in self.ends.iter_mut().zip(&other.ends) {
            *mine = mine.with(*theirs);
        }
        self
    }

    /// The figure at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Ends {
        const NOTHING: Ends = Ends { low: Money::ZERO, high: Money::ZERO, low_at: 0, high_at: 0, tight: true };
        self.ends.get(place).copied().unwrap_or(NOTHING)
    }

    /// Whether a figure has the same ends in both.
    #[must_use]
    pub fn agrees(&self, other: &Hull, place: usize) -> bool {
        let (mine, theirs) = (self.at(place), other.at(place));
        (mine.low, mine.high) == (theirs.low, theirs.high)
    }
}
