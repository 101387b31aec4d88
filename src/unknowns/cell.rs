//! The set of values that a variable may still have.

/// Values on a grid: options by place, members by bit, days, fen, millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// One of these options, a bit each; never none.
    Options(u32),
    /// A set that has some members, lacks others, and is open about the rest.
    Members {
        /// Members it has.
        has: u32,
        /// Members it lacks.
        lacks: u32,
    },
    /// A number from … to …, both included.
    Range {
        /// Least.
        low: i64,
        /// Greatest.
        high: i64,
    },
}

impl Cell {
    /// One number.
    #[must_use]
    pub fn number(number: i64) -> Cell {
        Cell::Range { low: number, high: number }
    }

    /// One option, by its place.
    #[must_use]
    pub fn option(place: i64) -> Cell {
        Cell::Options(bit(place))
    }

    /// Every one of so many options.
    #[must_use]
    pub fn any_of(count: usize) -> Cell {
        Cell::Options(all_bits(count))
    }

    /// A whole set.
    #[must_use]
    pub fn set(bits: i64, count: usize) -> Cell {
        let has = u32::try_from(bits).unwrap_or_default();
        Cell::Members { has, lacks: all_bits(count) & !has }
    }

    /// The ends of a range; of anything else, its bits.
    #[must_use]
    pub fn ends(self) -> (i64, i64) {
        match self {
            Cell::Range { low, high } => (low, high),
            Cell::Options(bits) => {
                (i64::from(bits.trailing_zeros()), i64::from(31u32.saturating_sub(bits.leading_zeros())))
            }
            Cell::Members { has, .. } => (i64::from(has), i64::from(has)),
        }
    }

    /// Whether it holds one value only. A set that is given is complete.
    #[must_use]
    pub fn is_known(self) -> bool {
        match self {
            Cell::Options(bits) => bits.count_ones() == 1,
            Cell::Range { low, high } => low == high,
            Cell::Members { lacks, has } => has | lacks != 0,
        }
    }

    /// Whether an option may be taken.
    #[must_use]
    pub fn allows(self, place: i64) -> bool {
        matches!(self, Cell::Options(bits) if bits & bit(place) != 0)
    }

    /// Whether the two have a value in common.
    #[must_use]
    pub fn meets(self, other: Cell) -> bool {
        match (self, other) {
            (Cell::Options(a), Cell::Options(b)) => a & b != 0,
            (Cell::Range { low: a, high: b }, Cell::Range { low: c, high: d }) => a <= d && c <= b,
            (Cell::Members { has: a, lacks: b }, Cell::Members { has: c, lacks: d }) => a & d == 0 && b & c == 0,
            _ => false,
        }
    }

    /// The numbers of two ranges that both have; of anything else, the cell itself where the two meet.
    #[must_use]
    pub fn shared(self, other: Cell) -> Option<Cell> {
        match (self, other) {
            (Cell::Range { low: a, high: b }, Cell::Range { low: c, high: d }) => {
                (a <= d && c <= b).then(|| Cell::Range { low: a.max(c), high: b.min(d) })
            }
            _ => self.meets(other).then_some(self),
        }
    }

    /// Below a number and from it on; `None` where one part is empty.
    #[must_use]
    pub fn split_at(self, from: i64) -> Option<[Cell; 2]> {
        let Cell::Range { low, high } = self else { return None };
        (low < from && from <= high)
            .then(|| [Cell::Range { low, high: from.saturating_sub(1) }, Cell::Range { low: from, high }])
    }
}

/// The bit of a place.
#[must_use]
pub fn bit(place: i64) -> u32 {
    u32::try_from(place).ok().and_then(|place| 1u32.checked_shl(place)).unwrap_or_default()
}

/// The bits of so many places.
#[must_use]
pub fn all_bits(count: usize) -> u32 {
    u32::try_from(count).ok().and_then(|count| 1u32.checked_shl(count)).map_or(u32::MAX, |bit| bit.saturating_sub(1))
}
