//! Care elsewhere without a rule on file: points come off each rate of a share.

use super::{Ask, Found, Modified};
use crate::interval::RateInterval;
use crate::quantity::Quantity;

/// The rate less the points that come off it here, and what the working names of it.
pub(super) fn points_off<'c, A: Ask<'c>>(
    ask: &A,
    mut found: Found<'c>,
    rate: RateInterval,
) -> Result<(Found<'c>, RateInterval), A::Stop> {
    let Some(points) = ask.points_elsewhere()? else { return Ok((found, rate)) };
    let less = RateInterval {
        low: rate.low.less(points.high),
        high: rate.high.less(points.low),
        trend: rate.trend.with(points.trend.reversed()),
    };
    if ask.wants_working() && less != rate {
        if found.made.is_empty() {
            found.made.push(Modified::new("from", Quantity::Rate(rate.low)));
        }
        found.made.push(Modified::new("less", Quantity::Rate(points.low)));
    }
    Ok((found, less))
}
