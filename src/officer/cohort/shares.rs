//! Shares that make up a whole, and amounts by quantile: what dice choose from.

use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::money::{Money, Rate};
use oorandom::Rand32;

/// The whole, in the grid on which shares are written.
pub const WHOLE: i64 = 1_000_000;

/// Things with the share of each. The shares make up the whole.
#[derive(Clone, Debug)]
pub struct Shares<T>(Vec<(i64, T)>);

/// A point of the whole, thrown with even dice.
pub fn throw(dice: &mut Rand32) -> i64 {
    i64::from(dice.rand_range(0..u32::try_from(WHOLE).unwrap_or(u32::MAX)))
}

impl<T> Shares<T> {
    /// Of things with their shares; a whole that is none is a problem at the place.
    pub fn of(at: &Node, parts: Vec<(Rate, T)>) -> Option<Shares<T>> {
        let mut sum: i64 = 0;
        let mut upper = Vec::with_capacity(parts.len());
        for (share, thing) in parts {
            sum = sum.saturating_add(share.to_millionths());
            upper.push((sum, thing));
        }
        if sum == WHOLE {
            return Some(Shares(upper));
        }
        at.refuse(Code::SharesNotWhole, &[("sum", &in_full(sum))])
    }

    /// One of the things.
    pub fn draw(&self, dice: &mut Rand32) -> Option<&T> {
        let point = throw(dice);
        self.0.iter().find(|(upper, _)| point < *upper).map(|(_, thing)| thing)
    }

    /// The things that are drawn at all.
    pub fn things(&self) -> impl Iterator<Item = &T> {
        let lower = std::iter::once(0).chain(self.0.iter().map(|(upper, _)| *upper));
        self.0.iter().zip(lower).filter(|((upper, _), lower)| upper > lower).map(|((_, thing), _)| thing)
    }
}

/// A sum of shares, which may be above the whole.
fn in_full(millionths: i64) -> String {
    let text = format!("{}.{:06}", millionths.div_euclid(WHOLE), millionths.rem_euclid(WHOLE));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An amount by the part of bills that are not greater. Between two points it grows evenly.
#[derive(Clone, Debug)]
pub struct Quantiles(Vec<(i64, i64)>);

impl Quantiles {
    /// `[{"at": "0", "yuan": "800"}, …, {"at": "1", "yuan": "300000"}]`, both rising.
    pub fn read(node: &Node) -> Option<Quantiles> {
        let points = node.each(&|item| {
            let members = item.members(&["at", "yuan"])?;
            let (at, yuan) = (members.need("at"), members.need("yuan"));
            let (at, yuan) = (at.and_then(|at| at.rate()), yuan.and_then(|at| at.money()));
            Some((at?.to_millionths(), yuan?.to_fen()))
        })?;
        let rises = points.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0 && a.1 <= b.1));
        let ends = (points.first().map(|point| point.0), points.last().map(|point| point.0));
        if rises && ends == (Some(0), Some(WHOLE)) {
            return Some(Quantiles(points));
        }
        node.refuse(Code::BadQuantiles, &[])
    }

    /// An amount, to the fen.
    pub fn draw(&self, dice: &mut Rand32) -> Money {
        let point = throw(dice);
        let mut pairs = self.0.windows(2).filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None });
        let found = pairs.find(|(_, upper)| point < upper.0);
        found.map_or(Money::ZERO, |(lower, upper)| Money::from_fen(between(*lower, *upper, point)))
    }
}

/// The amount at a point between two.
fn between(lower: (i64, i64), upper: (i64, i64), point: i64) -> i64 {
    let of = |number: i64| i128::from(number);
    let along = of(point.saturating_sub(lower.0)).saturating_mul(of(upper.1.saturating_sub(lower.1)));
    let grown = along.checked_div(of(upper.0.saturating_sub(lower.0))).unwrap_or_default();
    lower.1.saturating_add(i64::try_from(grown).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_grow_evenly_between_two_points() {
        assert_eq!(between((0, 100), (500_000, 300), 250_000), 200);
        assert_eq!(between((0, 0), (WHOLE, i64::MAX), WHOLE - 1), 9_223_362_813_482_738_952);
    }

    #[test]
    fn sums_are_told_in_full() {
        assert_eq!([0, 1, 999_000, 1_500_000].map(in_full), ["0", "0.000001", "0.999", "1.5"]);
    }
}
