//! How numeric unknowns move an amount, and between which of its bends it lies.

use super::Drivers;
use std::hash::{DefaultHasher, Hash, Hasher};

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

    /// Of what is made of it in this way.
    #[must_use]
    pub fn made_by(self, how: impl Hash) -> Trend {
        let mut hasher = DefaultHasher::new();
        (self.sides.0, how).hash(&mut hasher);
        Trend { sides: Sides(hasher.finish()), ..self }
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
