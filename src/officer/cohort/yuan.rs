//! Sums over many people, in fen: they may be negative, and greater than any amount of one person.

use crate::interval::Interval;
use crate::json::tree::text;
use crate::money::Money;
use crate::ordered::{Map, map};
use serde::{Serialize, Serializer};

/// From … to …, in fen; both are one where nothing is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// At least.
    pub low: i128,
    /// At most.
    pub high: i128,
}

impl Span {
    /// Of two amounts.
    #[must_use]
    pub fn of(low: Money, high: Money) -> Span {
        Span { low: low.to_fen().into(), high: high.to_fen().into() }
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Span) -> Span {
        Span { low: self.low.saturating_add(other.low), high: self.high.saturating_add(other.high) }
    }

    /// The change of each end.
    #[must_use]
    pub fn since(self, before: Span) -> Span {
        Span { low: self.low.saturating_sub(before.low), high: self.high.saturating_sub(before.high) }
    }

    /// What is left of a sum of which this was paid.
    #[must_use]
    pub fn rest_of(self, whole: i128) -> Span {
        Span { low: whole.saturating_sub(self.high), high: whole.saturating_sub(self.low) }
    }

    /// Whether it is one amount.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }
}

impl From<Interval> for Span {
    fn from(amount: Interval) -> Span {
        Span::of(amount.low, amount.high)
    }
}

/// `{"low": "1.00", "high": "2.00"}`, as amounts of an answer are written.
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ends: Map<&str, _> = map([("high", text(yuan(self.high))), ("low", text(yuan(self.low)))]);
        serializer.collect_map(ends.iter())
    }
}

/// Fen as yuan with two places.
#[must_use]
pub fn yuan(fen: i128) -> String {
    let (sign, fen) = (if fen < 0 { "-" } else { "" }, fen.unsigned_abs());
    format!("{sign}{}.{:02}", fen.div_euclid(100), fen.rem_euclid(100))
}

/// Fen as yuan for readers: in groups of three digits, after a real minus.
#[must_use]
pub fn shown(fen: i128) -> String {
    let text = yuan(fen);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    format!("{sign}{}.{part}", grouped(whole))
}

/// A whole number in groups of three digits.
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut told = String::with_capacity(digits.len().saturating_mul(2));
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_are_yuan() {
        assert_eq!([0, 5, -123, 1_234_567].map(yuan), ["0.00", "0.05", "-1.23", "12345.67"]);
        assert_eq!([0, -99_999_999, 100_000].map(shown), ["0.00", "−999,999.99", "1,000.00"]);
    }
}
