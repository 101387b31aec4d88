//! Exact yuan and shares: decimal strings in, decimal strings out, no float anywhere.
//!
//! [`Money`] and [`Rate`] cannot be mixed: adding a rate to an amount does not compile.
//!
//! ```compile_fail
//! use yibao::money::{Money, Rate};
//! let nonsense = Money::ZERO + Rate::ONE;
//! ```

use rust_decimal::{Decimal, RoundingStrategy};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// So many decimals of a product of rates are kept.
const RATE_PLACES: u32 = 18;

/// So many decimals are kept of a number that a step takes: times an amount it is still exact.
const STEP_PLACES: u32 = 10;

/// The greatest power: no year has as many stays.
const MAX_POWER: i64 = 400;

/// The greatest amount that a request or a policy may name, in fen.
const MAX_FEN: i64 = 99_999_999_999_999;

/// An amount of yuan. Between steps it is exact and may have more than two decimals;
/// [`Money::rounded`] is the one place that rounds.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Money(Decimal);

impl Default for Money {
    fn default() -> Self {
        Money::ZERO
    }
}

impl Ord for Money {
    /// Most amounts are whole fen: they compare by their digits, which is quicker.
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0.scale() == other.0.scale() {
            self.0.mantissa().cmp(&other.0.mantissa())
        } else {
            self.0.cmp(&other.0)
        }
    }
}

impl PartialOrd for Money {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Money {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Hash for Money {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// A share, such as a reimbursement rate: `0.65`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(Decimal::from_parts(0, 0, 0, false, 2));
    /// The greatest amount that a request or a policy may name: 999 999 999 999.99 yuan.
    pub const MAX: Money = Money(Decimal::from_parts(276_447_231, 23_283, 0, false, 2));
    /// More than any sum of amounts can reach: stands for "no limit".
    pub const NO_LIMIT: Money = Money(Decimal::from_parts(0, 1 << 31, 0, false, 0));

    /// An amount given in fen.
    ///
    /// ```
    /// use yibao::money::Money;
    /// assert_eq!(Money::from_fen(150_050).to_string(), "1500.50");
    /// ```
    #[must_use]
    pub fn from_fen(fen: i64) -> Self {
        Money(Decimal::new(fen, 2))
    }

    /// This amount in whole fen, rounded; what does not fit (it cannot come from a request) is cut off at the greatest `i64`.
    #[must_use]
    pub fn to_fen(self) -> i64 {
        i64::try_from(self.in_fen().mantissa()).unwrap_or(i64::MAX)
    }

    /// Rounded, with two places. Most amounts have them already.
    fn in_fen(self) -> Decimal {
        if self.0.scale() == 2 {
            return self.0;
        }
        let mut shown = self.rounded().0;
        shown.rescale(2);
        shown
    }

    /// Reads `^\d+(\.\d{1,2})?$` up to 999999999999.99.
    ///
    /// # Errors
    /// [`Malformed::Form`] when the text has another form, [`Malformed::Range`] when it is too large.
    pub fn parse(text: &str) -> Result<Money, Malformed> {
        let fen = parse_grid(text, 2)?;
        if fen > MAX_FEN { Err(Malformed::Range) } else { Ok(Money::from_fen(fen)) }
    }

    /// Half up to whole fen: the rule that no source states and that we fix.
    #[must_use]
    pub fn rounded(self) -> Self {
        Money(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The next whole fen at or below.
    #[must_use]
    pub fn floor_fen(self) -> Self {
        Money(self.0.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity))
    }

    /// The next whole fen at or above.
    #[must_use]
    pub fn ceil_fen(self) -> Self {
        Money(self.0.round_dp_with_strategy(2, RoundingStrategy::ToPositiveInfinity))
    }

    /// As exact as a step takes it.
    #[must_use]
    pub fn for_step(self) -> Self {
        Money(for_step(self.0))
    }

    /// A multiple of a step, such as whole yuan or hundreds.
    #[must_use]
    pub fn rounded_to(self, yuan: i64, towards: Towards) -> Self {
        let step = Decimal::from(yuan);
        let steps = self.0.checked_div(step).unwrap_or(self.0);
        Money(product(steps.round_dp_with_strategy(0, towards.strategy()), step))
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The difference, or nothing where it would be negative.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        (self - other).max(Money::ZERO)
    }

    /// This amount times a share.
    #[must_use]
    pub fn share(self, rate: Rate) -> Self {
        Money(product(self.0, rate.0))
    }

    /// The amount of which this is the share; no limit where the share is nothing.
    #[must_use]
    pub fn of_which_share(self, rate: Rate) -> Self {
        self.0.checked_div(rate.0).map_or(Money::NO_LIMIT, Money)
    }

    /// This amount times a part of a whole; nothing of no whole.
    #[must_use]
    pub fn in_proportion(self, part: Money, whole: Money) -> Self {
        product(self.0, part.0).checked_div(whole.0).map_or(Money::ZERO, Money)
    }

    /// So many times this amount.
    #[must_use]
    pub fn times(self, count: i64) -> Self {
        Money(product(self.0, Decimal::from(count)))
    }

    /// One of so many equal parts; the whole where there are none.
    #[must_use]
    pub fn divided_by(self, parts: i64) -> Self {
        self.0.checked_div(Decimal::from(parts.max(1))).map_or(self, Money)
    }

    /// With two places, always: `1500.50`. An answer holds hundreds of them, so this is faster than a decimal's own text.
    #[must_use]
    pub fn text(self) -> String {
        let shown = self.in_fen();
        let Ok(fen) = u64::try_from(shown.mantissa()) else { return shown.to_string() };
        let mut text = String::with_capacity(16);
        text.push_str(itoa::Buffer::new().format(fen.div_euclid(100)));
        text.push('.');
        text.extend([10, 1].map(|unit| digit(fen.div_euclid(unit))));
        text
    }

    /// The exact decimal text, where two places do not hold it.
    #[must_use]
    pub fn exact_text(self) -> Option<String> {
        if self.0.scale() <= 2 {
            return None;
        }
        let exact = self.0.normalize();
        (exact.scale() > 2).then(|| exact.to_string())
    }

    /// As short as it is exact, with at least two places.
    #[must_use]
    pub fn in_full(self) -> String {
        self.exact_text().unwrap_or_else(|| self.text())
    }
}

impl std::ops::Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(sum(self.0, other.0))
    }
}

impl std::ops::Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(difference(self.0, other.0))
    }
}

/// Two places, always.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text())
    }
}

impl Rate {
    /// Nothing.
    pub const ZERO: Rate = Rate(Decimal::ZERO);
    /// The whole.
    pub const ONE: Rate = Rate(Decimal::ONE);

    /// A rate given in millionths.
    #[must_use]
    pub fn from_millionths(millionths: i64) -> Self {
        Rate(Decimal::new(millionths, 6))
    }

    /// This rate in whole millionths, the grid on which rates are written.
    #[must_use]
    pub fn to_millionths(self) -> i64 {
        let mut millionths = self.0;
        millionths.rescale(6);
        i64::try_from(millionths.mantissa()).unwrap_or(i64::MAX)
    }

    /// Reads `^\d+(\.\d{1,6})?$` up to 1.
    ///
    /// # Errors
    /// [`Malformed::Form`] when the text has another form, [`Malformed::Range`] when it is above 1.
    pub fn parse(text: &str) -> Result<Rate, Malformed> {
        let rate = Rate::from_millionths(parse_grid(text, 6)?);
        if rate > Rate::ONE { Err(Malformed::Range) } else { Ok(rate) }
    }

    /// What is missing to the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Rate::ONE.less(self)
    }

    /// The sum, which may be above 1 on the way; see [`Rate::within_one`].
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Rate(sum(self.0, other.0))
    }

    /// The difference, or nothing where it would be negative.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Rate(difference(self.0, other.0).max(Decimal::ZERO))
    }

    /// A share of this share, to [`RATE_PLACES`].
    #[must_use]
    pub fn share(self, of: Self) -> Self {
        Rate(product(self.0, of.0).round_dp_with_strategy(RATE_PLACES, RoundingStrategy::MidpointAwayFromZero))
    }

    /// So many times this rate.
    #[must_use]
    pub fn times(self, count: i64) -> Self {
        Rate(product(self.0, Decimal::from(count)))
    }

    /// One of so many equal parts, to [`RATE_PLACES`]; the whole where there are none.
    #[must_use]
    pub fn divided_by(self, parts: i64) -> Self {
        let part = self.0.checked_div(Decimal::from(parts.max(1))).unwrap_or(self.0);
        Rate(part.round_dp_with_strategy(RATE_PLACES, RoundingStrategy::MidpointAwayFromZero))
    }

    /// This share of itself, so many times over: 0.9 to the power of 2 is 0.81. Beyond [`MAX_POWER`] it stays.
    #[must_use]
    pub fn power(self, exponent: i64) -> Self {
        (0..exponent.min(MAX_POWER)).fold(Rate::ONE, |power, _| power.share(self))
    }

    /// As exact as a step takes it, at most 1.
    #[must_use]
    pub fn for_step(self) -> Self {
        Rate(for_step(self.0)).within_one()
    }

    /// The same rate, at most 1.
    #[must_use]
    pub fn within_one(self) -> Self {
        self.min(Rate::ONE)
    }

    /// Raised by so many points, never above 1.
    #[must_use]
    pub fn raised_by_points(self, points: Rate) -> Self {
        Rate(sum(self.0, points.0).min(Decimal::ONE))
    }

    /// Raised by a share of itself, never above 1.
    #[must_use]
    pub fn raised_relatively(self, share: Rate) -> Self {
        let factor = sum(Decimal::ONE, share.0);
        Rate(product(self.0, factor).min(Decimal::ONE))
    }
}

/// As short as it is exact, with at least two places: `0.65`, `0.735`.
impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = self.0.normalize();
        if shown.scale() < 2 {
            shown.rescale(2);
        }
        std::fmt::Display::fmt(&shown, f)
    }
}

/// The last digit of a number.
fn digit(number: u64) -> char {
    u8::try_from(number.rem_euclid(10)).map_or('0', |digit| char::from(digit.saturating_add(b'0')))
}

fn for_step(number: Decimal) -> Decimal {
    if number.scale() <= STEP_PLACES { number } else { number.round_dp(STEP_PLACES) }
}

// The amounts that reach these and the difference are bounded far below what a Decimal holds (see `request::MAX_EXPENSES`);
// saturation only says what happens instead of a panic if that bound were ever lifted.
#[inline]
fn sum(a: Decimal, b: Decimal) -> Decimal {
    // Most of what is added to a figure is nothing.
    if b.is_zero() { a } else { a.saturating_add(b) }
}

#[inline]
fn difference(a: Decimal, b: Decimal) -> Decimal {
    if b.is_zero() { a } else { a.saturating_sub(b) }
}

fn product(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}

/// Which way an amount between two multiples goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Towards {
    /// To the lower one.
    Down,
    /// To the nearer one; from the middle to the higher one.
    Nearest,
    /// To the higher one.
    Up,
}

impl Towards {
    fn strategy(self) -> RoundingStrategy {
        match self {
            Towards::Down => RoundingStrategy::ToNegativeInfinity,
            Towards::Nearest => RoundingStrategy::MidpointAwayFromZero,
            Towards::Up => RoundingStrategy::ToPositiveInfinity,
        }
    }
}

/// Why a decimal text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Not digits, or digits, a point and digits.
    Form,
    /// Of the right form, but too large.
    Range,
}

/// Digits with an optional point and at most `places` decimals, in units of the last place.
fn parse_grid(text: &str, places: usize) -> Result<i64, Malformed> {
    let (whole, part) = match text.split_once('.') {
        Some((_, "")) => return Err(Malformed::Form),
        Some((whole, part)) => (whole, part),
        None => (text, ""),
    };
    let digits_only = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || part.len() > places || !digits_only(whole) || !digits_only(part) {
        return Err(Malformed::Form);
    }
    let zeros = std::iter::repeat_n(b'0', places.saturating_sub(part.len()));
    let mut digits = whole.bytes().chain(part.bytes()).chain(zeros).map(|digit| i64::from(digit.wrapping_sub(b'0')));
    let number = digits.try_fold(0_i64, |number, digit| number.checked_mul(10)?.checked_add(digit));
    number.ok_or(Malformed::Range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_only_in_its_form() {
        for (text, fen) in [("0", 0), ("1500", 150_000), ("0.5", 50), ("007.05", 705), ("999999999999.99", MAX_FEN)] {
            assert_eq!(Money::parse(text), Ok(Money::from_fen(fen)), "{text}");
        }
        for text in ["", ".5", "1.", "1.005", "-1", "+1", "1,200", "1e3", " 1", "１", "NaN"] {
            assert_eq!(Money::parse(text), Err(Malformed::Form), "{text}");
        }
        assert_eq!(Money::parse("1000000000000"), Err(Malformed::Range));
        assert_eq!(Money::parse("99999999999999999999999999"), Err(Malformed::Range));
    }

    #[test]
    fn the_greatest_amount_is_the_one_that_is_read() {
        assert_eq!(Money::MAX, Money::from_fen(MAX_FEN));
    }

    #[test]
    fn money_is_written_with_two_places() {
        for (fen, text) in [(0, "0.00"), (5, "0.05"), (70, "0.70"), (100, "1.00"), (150_050, "1500.50")] {
            assert_eq!(Money::from_fen(fen).text(), text);
        }
        assert_eq!(Money(Decimal::from(7)).text(), "7.00");
        assert_eq!(Money::MAX.text(), "999999999999.99");
        assert_eq!(Money::NO_LIMIT.text(), "9223372036854775808.00");
        assert_eq!(format!("{:>8}", Money::from_fen(-5)), "   -0.05");
    }

    #[test]
    fn rounding_is_half_up_and_happens_once() {
        let half = Money::from_fen(1).share(Rate::from_millionths(500_000));
        assert_eq!(half.rounded(), Money::from_fen(1));
        assert_eq!(half.exact_text().as_deref(), Some("0.005"));
        assert_eq!((half.floor_fen(), half.ceil_fen()), (Money::ZERO, Money::from_fen(1)));
    }

    #[test]
    fn an_amount_is_rounded_to_a_multiple() {
        let amount = Money::from_fen(1_500_050);
        assert_eq!(amount.rounded_to(1, Towards::Down), Money::from_fen(1_500_000));
        assert_eq!(amount.rounded_to(1, Towards::Nearest), Money::from_fen(1_500_100));
        assert_eq!(amount.rounded_to(100, Towards::Up), Money::from_fen(1_510_000));
    }

    #[test]
    fn a_power_is_exact_as_far_as_places_go() {
        let share = Rate::from_millionths(900_000);
        assert_eq!([0, 1, 3].map(|times| share.power(times).to_string()), ["1.00", "0.90", "0.729"]);
        assert_eq!(Rate::ONE.power(i64::MAX), Rate::ONE);
    }

    #[test]
    fn a_rate_never_rises_above_one() {
        let rate = Rate::from_millionths(980_000);
        assert_eq!(rate.raised_by_points(Rate::from_millionths(50_000)), Rate::ONE);
        assert_eq!(rate.raised_relatively(Rate::from_millionths(50_000)), Rate::ONE);
        assert_eq!(
            Rate::from_millionths(700_000).raised_relatively(Rate::from_millionths(50_000)).to_string(),
            "0.735"
        );
    }
}
