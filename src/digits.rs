//! Numbers as text, put together by hand: the standard library's formatting with places and signs is 0.5 kB of a first visit.

/// The zeros that digits lack of so many places, six at most.
///
/// ```
/// use yibao::digits::zeros;
/// assert_eq!((zeros("7", 4), zeros("2025", 4)), ("000", ""));
/// ```
#[must_use]
pub fn zeros(digits: &str, places: usize) -> &'static str {
    "000000".get(digits.len()..places).unwrap_or_default()
}
