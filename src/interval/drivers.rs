//! Which numeric unknowns move an amount.

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
