//! How large a bill may be before the resident pays more than some amount.

use super::FAR;
use super::sample::{Sample, Sampler};
use super::trace::{self, Point};
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::money::Money;

/// For sure, and possibly. Where nothing is open the two are one.
pub(super) fn inverse(sampler: &mut Sampler, points: &[Point], most: i64) -> Json {
    let sure = largest_bill(sampler, points, &|look| look.keeps_within(most, look.out_of_pocket().1));
    let exact = points.iter().all(|(look, _)| look.shape.is_some());
    let possible = if exact {
        sure.clone()
    } else {
        largest_bill(sampler, points, &|look| look.keeps_within(most, look.out_of_pocket().0))
    };
    object([("pay_at_most", text(Money::from_fen(most))), ("sure", sure), ("possible", possible)])
}

/// The last bill that keeps within, before the first that does not.
fn largest_bill(sampler: &mut Sampler, points: &[Point], within: &dyn Fn(&Sample) -> bool) -> Json {
    let mut last: Option<i64> = None;
    for (look, _) in points {
        if !within(look) {
            let Some(last) = last else { return text("none") };
            return text(Money::from_fen(boundary(sampler, last, look.bill, within)));
        }
        last = Some(look.bill);
    }
    let mut low = last.unwrap_or_default();
    let most = Money::MAX.to_fen();
    while low < most {
        let high = low.saturating_mul(2).clamp(1, most);
        for look in beyond(sampler, low, high) {
            if !within(&look) {
                return text(Money::from_fen(boundary(sampler, low, look.bill, within)));
            }
            low = look.bill;
        }
    }
    text("any")
}

/// What lies beyond the points, up to a bill: its kinks, too, because what is paid may fall back beyond a jump. Where
/// something is open at both ends, only the end: each look at it is an estimate.
fn beyond(sampler: &mut Sampler, low: i64, high: i64) -> Vec<Sample> {
    let end = sampler.look(high);
    if end.shape.is_none() && (low >= FAR || sampler.look(low).shape.is_none()) {
        return vec![end];
    }
    let points = trace::points(sampler, low, high).into_iter().map(|(look, _)| look);
    let mut kinks: Vec<Sample> = points.filter(|look| low < look.bill && look.bill < high).collect();
    kinks.push(end);
    kinks
}

/// Between a bill that keeps within and one that does not.
fn boundary(sampler: &mut Sampler, low: i64, high: i64, within: &dyn Fn(&Sample) -> bool) -> i64 {
    let (mut low, mut high) = (low, high);
    while high.saturating_sub(low) > 1 {
        let middle = low.saturating_add(high.saturating_sub(low).checked_div(2).unwrap_or_default());
        if within(&sampler.look(middle)) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
