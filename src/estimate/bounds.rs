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
    /// Whether a completion is known that gives the least; otherwise it is only sound.
    pub low_is_reached: bool,
    /// The same of the greatest.
    pub high_is_reached: bool,
}

impl Ends {
    /// A span as a world has it: reached where it is exact.
    pub(super) fn of(span: Interval, world: usize) -> Ends {
        let is_reached = span.is_exact();
        Ends {
            low: span.low,
            high: span.high,
            low_witness: world,
            high_witness: world,
            low_is_reached: is_reached,
            high_is_reached: is_reached,
        }
    }

    /// What no completion of a world goes beyond, whether or not one reaches it.
    pub(super) fn beyond(span: Interval, world: usize) -> Ends {
        Ends { low_is_reached: false, high_is_reached: false, ..Ends::of(span, world) }
    }

    /// Whether both are one.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// Whether both ends are reached.
    #[must_use]
    pub fn is_tight(&self) -> bool {
        self.low_is_reached && self.high_is_reached
    }

    /// Both, whichever is further out; of two that are as far, the one that is reached.
    #[must_use]
    pub fn with(self, other: Ends) -> Ends {
        let is_better = |theirs_is_reached: bool, mine_is_reached: bool| theirs_is_reached && !mine_is_reached;
        let low_is_theirs =
            other.low < self.low || (other.low == self.low && is_better(other.low_is_reached, self.low_is_reached));
        let high_is_theirs = other.high > self.high
            || (other.high == self.high && is_better(other.high_is_reached, self.high_is_reached));
        let low_of = if low_is_theirs { other } else { self };
        let high_of = if high_is_theirs { other } else { self };
        Ends {
            low: low_of.low,
            low_witness: low_of.low_witness,
            low_is_reached: low_of.low_is_reached,
            high: high_of.high,
            high_witness: high_of.high_witness,
            high_is_reached: high_of.high_is_reached,
        }
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
        self.ends.get(place).copied().unwrap_or_else(|| Ends::of(Interval::ZERO, 0))
    }

    /// Whether a figure has the same ends in both.
    #[must_use]
    pub fn agrees(&self, other: &Bounds, place: usize) -> bool {
        let (mine, theirs) = (self.at(place), other.at(place));
        (mine.low, mine.high) == (theirs.low, theirs.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(low: i64, high: i64, are_reached: bool) -> Ends {
        let span = Interval { low: Money::from_fen(low), high: Money::from_fen(high), ..Interval::ZERO };
        let reached = Ends::beyond(span, 0);
        Ends { low_is_reached: are_reached, high_is_reached: are_reached, ..reached }
    }

    /// A part whose ends are only bounds takes nothing from an end that another part reaches.
    #[test]
    fn an_end_that_one_part_reaches_is_reached() {
        for (reached, bound, is_tight) in [
            (ends(0, 100, true), ends(0, 100, false), true),
            (ends(0, 100, true), ends(10, 90, false), true),
            (ends(0, 100, true), ends(-1, 90, false), false),
            (ends(0, 100, true), ends(10, 101, false), false),
        ] {
            for hull in [reached.with(bound), bound.with(reached)] {
                assert_eq!(hull.is_tight(), is_tight, "{hull:?}");
            }
        }
    }
}
