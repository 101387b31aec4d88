//! One number of one kind: a count, a day, an amount, a rate, a yes or no.
//!
//! Requests, policies and domains hold numbers of several kinds side by side. A [`Quantity`] keeps its kind to the end, so
//! that nothing adds a day to an amount. Every kind lies on a grid (days, fen, millionths): a range can be halved.

use crate::calendar::{Date, Day};
use crate::money::{Money, Rate, Towards};

/// A number with its kind. Only quantities of one kind are ever compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// A whole number: an age, months, an admission.
    Count(i64),
    /// A day, or that it has not come.
    Day(Day),
    /// Yuan.
    Money(Money),
    /// A share.
    Rate(Rate),
    /// Yes or no.
    YesNo(bool),
}

impl Quantity {
    /// The amount, where it is one.
    #[must_use]
    pub fn money(self) -> Option<Money> {
        if let Quantity::Money(amount) = self { Some(amount) } else { None }
    }

    /// The rate, where it is one.
    #[must_use]
    pub fn rate(self) -> Option<Rate> {
        if let Quantity::Rate(rate) = self { Some(rate) } else { None }
    }

    /// The whole number, where it is one.
    #[must_use]
    pub fn count(self) -> Option<i64> {
        if let Quantity::Count(count) = self { Some(count) } else { None }
    }

    /// The day, where it is one that has come.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        if let Quantity::Day(Day::On(date)) = self { Some(date) } else { None }
    }

    /// The sum of two of one kind.
    #[must_use]
    pub fn plus(self, other: Quantity) -> Quantity {
        match (self, other) {
            (Quantity::Money(a), Quantity::Money(b)) => Quantity::Money(a + b),
            (Quantity::Rate(a), Quantity::Rate(b)) => Quantity::Rate(a.plus(b)),
            (Quantity::Count(a), Quantity::Count(b)) => Quantity::Count(a.saturating_add(b)),
            _ => self,
        }
    }

    /// The difference of two of one kind, nothing where it would be negative.
    #[must_use]
    pub fn less(self, other: Quantity) -> Quantity {
        match (self, other) {
            (Quantity::Money(a), Quantity::Money(b)) => Quantity::Money(a.less(b)),
            (Quantity::Rate(a), Quantity::Rate(b)) => Quantity::Rate(a.less(b)),
            (Quantity::Count(a), Quantity::Count(b)) => Quantity::Count(a.saturating_sub(b).max(0)),
            _ => self,
        }
    }

    /// The product: money by rate or count is money, rate by count is a rate.
    #[must_use]
    pub fn times(self, other: Quantity) -> Quantity {
        match (self, other) {
            (Quantity::Money(a), Quantity::Rate(r)) | (Quantity::Rate(r), Quantity::Money(a)) => {
                Quantity::Money(a.share(r))
            }
            (Quantity::Money(a), Quantity::Count(n)) | (Quantity::Count(n), Quantity::Money(a)) => {
                Quantity::Money(a.times(n))
            }
            (Quantity::Rate(a), Quantity::Rate(b)) => Quantity::Rate(a.share(b)),
            (Quantity::Rate(r), Quantity::Count(n)) | (Quantity::Count(n), Quantity::Rate(r)) => {
                Quantity::Rate(r.times(n))
            }
            (Quantity::Count(a), Quantity::Count(b)) => Quantity::Count(a.saturating_mul(b)),
            _ => self,
        }
    }

    /// An amount or a rate in so many equal parts. Into none it is not divided.
    #[must_use]
    pub fn divided_by(self, parts: Quantity) -> Quantity {
        match (self, parts) {
            (Quantity::Money(amount), Quantity::Count(parts)) => Quantity::Money(amount.divided_by(parts)),
            (Quantity::Rate(rate), Quantity::Count(parts)) => Quantity::Rate(rate.divided_by(parts)),
            _ => self,
        }
    }

    /// A rate of at most 1, to the power of a count.
    #[must_use]
    pub fn power(self, exponent: Quantity) -> Quantity {
        match (self, exponent) {
            (Quantity::Rate(rate), Quantity::Count(n)) => Quantity::Rate(rate.within_one().power(n)),
            _ => self,
        }
    }

    /// A rate whose own share, the rest up to 1, is multiplied.
    #[must_use]
    pub fn with_own_share_times(self, factor: Quantity) -> Quantity {
        match (self, factor) {
            (Quantity::Rate(rate), Quantity::Rate(factor)) => {
                Quantity::Rate(Rate::ONE.less(Rate::ONE.less(rate).share(factor)))
            }
            _ => self,
        }
    }

    /// An amount at a multiple of so many yuan.
    #[must_use]
    pub fn rounded_to(self, yuan: i64, towards: Towards) -> Quantity {
        if let Quantity::Money(amount) = self { Quantity::Money(amount.rounded_to(yuan, towards)) } else { self }
    }

    /// How many stretches of a length a count has begun; at least one.
    #[must_use]
    pub fn begun(self, length: Quantity) -> Quantity {
        match (self, length) {
            (Quantity::Count(n), Quantity::Count(length)) => Quantity::Count(stretches(n, length)),
            _ => self,
        }
    }

    /// The next value of the same kind.
    #[must_use]
    pub fn after(self) -> Quantity {
        self.moved_to(self.on_grid().saturating_add(1))
    }

    /// The value of the same kind just before.
    #[must_use]
    pub fn before(self) -> Quantity {
        self.moved_to(self.on_grid().saturating_sub(1))
    }

    /// How many steps of the grid lead from this value to a greater one of the same kind.
    #[must_use]
    pub fn steps_to(self, greater: Quantity) -> i64 {
        greater.on_grid().saturating_sub(self.on_grid())
    }

    /// The value half way to a greater one of the same kind; of two, the lower.
    #[must_use]
    pub fn middle(self, greater: Quantity) -> Quantity {
        let half = self.steps_to(greater).checked_div(2).unwrap_or_default();
        self.moved_to(self.on_grid().saturating_add(half))
    }

    /// The exact text: an amount may have more than two places.
    #[must_use]
    pub fn exact_text(self) -> String {
        if let Quantity::Money(amount) = self { amount.in_full() } else { self.to_string() }
    }

    /// Its place on the grid of its kind: fen, millionths, day numbers.
    #[must_use]
    pub fn on_grid(self) -> i64 {
        match self {
            Quantity::Count(count) => count,
            Quantity::Day(day) => day.number(),
            Quantity::Money(amount) => amount.to_fen(),
            Quantity::Rate(rate) => rate.to_millionths(),
            Quantity::YesNo(yes) => i64::from(yes),
        }
    }

    /// The value of the same kind at a place of its grid.
    #[must_use]
    pub fn moved_to(self, place: i64) -> Quantity {
        match self {
            Quantity::Count(_) => Quantity::Count(place),
            Quantity::Day(_) => Quantity::Day(Day::from_number(place)),
            Quantity::Money(_) => Quantity::Money(Money::from_fen(place)),
            Quantity::Rate(_) => Quantity::Rate(Rate::from_millionths(place)),
            Quantity::YesNo(_) => Quantity::YesNo(place > 0),
        }
    }
}

/// How many stretches of a length a number begins, at least one. A length of nothing is taken as one.
fn stretches(number: i64, length: i64) -> i64 {
    let whole = number.saturating_sub(1).checked_div(length.max(1)).unwrap_or_default();
    whole.max(0).saturating_add(1)
}

/// As policies and requests write it.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Quantity::Count(count) => count.fmt(f),
            Quantity::Day(day) => day.fmt(f),
            Quantity::Money(amount) => amount.fmt(f),
            Quantity::Rate(rate) => rate.fmt(f),
            Quantity::YesNo(yes) => if *yes { "yes" } else { "no" }.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neighbour_is_of_the_same_kind() {
        let amount = Quantity::Money(Money::from_fen(100));
        assert_eq!(amount.after(), Quantity::Money(Money::from_fen(101)));
        assert_eq!(amount.middle(Quantity::Money(Money::from_fen(103))), amount.after());
        let rate = Quantity::Rate(Rate::ONE);
        assert_eq!(rate.before(), Quantity::Rate(Rate::from_millionths(999_999)));
        assert_eq!(rate.before().steps_to(rate), 1);
    }

    #[test]
    fn the_ninetieth_day_is_still_in_the_first_ninety() {
        let begun = |days: i64| Quantity::Count(days).begun(Quantity::Count(90)).count();
        assert_eq!([0, 1, 90, 91, 180, 181].map(begun), [1, 1, 1, 2, 2, 3].map(Some));
    }

    #[test]
    fn a_wage_is_divided_and_not_rounded() {
        let daily = Quantity::Money(Money::from_fen(800_000)).divided_by(Quantity::Count(30));
        assert_eq!(daily.times(Quantity::Count(30)).money().map(Money::rounded), Some(Money::from_fen(800_000)));
        assert_eq!(daily.divided_by(Quantity::Count(0)), daily);
    }

    #[test]
    fn an_own_share_is_multiplied() {
        let [rate, factor] = [850_000, 800_000].map(|share| Quantity::Rate(Rate::from_millionths(share)));
        assert_eq!(rate.with_own_share_times(factor).to_string(), "0.88");
    }

    #[test]
    fn a_day_that_has_not_come_is_after_every_day() {
        let (last, not_yet) = (Quantity::Day(Day::On(Date::LAST)), Quantity::Day(Day::NotYet));
        assert!(last < not_yet);
        assert_eq!((last.after(), not_yet.before()), (not_yet, last));
    }
}
