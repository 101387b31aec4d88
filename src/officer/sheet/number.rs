//! Which short decimal a number cell stands for.
//!
//! Spreadsheet programs keep numbers as binary floats and write up to 17 digits of them: who types 0.55 finds
//! `0.55000000000000004` in the file. Such a text is read as the decimal of at most 15 digits with the same float, which
//! is the one that was typed. Whole numbers decide it; no float is made here.

/// The most digits of a decimal that comes back from a float as it went in.
const SAFE: usize = 15;

/// A decimal: digits, and how many of them stand behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decimal {
    digits: u128,
    places: u32,
}

/// What a number cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Exact {
    /// The decimal that was typed.
    Short(String),
    /// A float that no short decimal stands for, and the nearest one.
    Long(String),
    /// No number.
    No,
}

/// The decimal of a number cell's text.
pub(super) fn exact(text: &str) -> Exact {
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    let Some(given) = parse(size) else { return Exact::No };
    let short = rounded(given);
    let shown = format!("{sign}{}", shown(short));
    if short == given || is_same_float(short, given) { Exact::Short(shown) } else { Exact::Long(shown) }
}

/// Whether two texts are one number.
pub(super) fn is_same_number(a: &str, b: &str) -> bool {
    matches!((parse(a), parse(b)), (Some(a), Some(b)) if a == b)
}

/// `12.50E-1` and the like.
fn parse(text: &str) -> Option<Decimal> {
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}");
    let is_plain = !digits.is_empty() && digits.len() <= 30 && digits.bytes().all(|b| b.is_ascii_digit());
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    let digits: u128 = is_plain.then_some(digits)?.parse().ok()?;
    Some(plain(scaled(digits, places)?))
}

/// A decimal with places behind the point, from one that may have fewer than none.
fn scaled(digits: u128, places: i32) -> Option<Decimal> {
    match u32::try_from(places) {
        Ok(places) => (places <= 30).then_some(Decimal { digits, places }),
        Err(_) => {
            let factor = 10u128.checked_pow(places.unsigned_abs())?;
            Some(Decimal { digits: digits.checked_mul(factor)?, places: 0 })
        }
    }
}

/// Without zeros at its end.
fn plain(mut number: Decimal) -> Decimal {
    while number.places > 0 && number.digits.checked_rem(10) == Some(0) {
        number = Decimal { digits: tenth(number.digits), places: number.places.saturating_sub(1) };
    }
    number
}

fn tenth(digits: u128) -> u128 {
    digits.checked_div(10).unwrap_or_default()
}

/// With at most 15 digits, as far as they stand behind the point.
fn rounded(mut number: Decimal) -> Decimal {
    while number.digits.to_string().len() > SAFE && number.places > 0 {
        let is_last = number.digits.to_string().len() == SAFE.saturating_add(1) || number.places == 1;
        let up = if is_last { 5 } else { 0 };
        let digits = tenth(number.digits.saturating_add(up));
        number = Decimal { digits, places: number.places.saturating_sub(1) };
    }
    plain(number)
}

fn shown(number: Decimal) -> String {
    let places = usize::try_from(number.places).unwrap_or_default();
    let digits = format!("{:0>width$}", number.digits, width = places.saturating_add(1));
    let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(places)).unwrap_or((&digits, ""));
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

fn is_same_float(a: Decimal, b: Decimal) -> bool {
    matches!((mantissa(a), mantissa(b)), (Some(a), Some(b)) if a == b)
}

/// The 53 bits of the nearest float and their exponent; none where whole numbers of 128 bits do not reach.
fn mantissa(number: Decimal) -> Option<(u128, u32)> {
    let below = 10u128.checked_pow(number.places)?;
    for shift in 0..80 {
        let above = number.digits.checked_mul(1u128.checked_shl(shift)?)?;
        let whole = above.checked_div(below)?;
        if whole >= 1 << 52 {
            return Some((half_even(whole, above.checked_rem(below)?, below), shift));
        }
    }
    None
}

fn half_even(whole: u128, rest: u128, below: u128) -> u128 {
    let twice = rest.saturating_mul(2);
    let is_odd = whole.checked_rem(2) == Some(1);
    if twice > below || (twice == below && is_odd) { whole.saturating_add(1) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back() {
        for (stored, typed) in [
            ("1500", "1500"),
            ("0.55000000000000004", "0.55"),
            ("0.28999999999999998", "0.29"),
            ("1.1000000000000001", "1.1"),
            ("1234.5599999999999", "1234.56"),
            ("1E-3", "0.001"),
            ("1.5E+5", "150000"),
            ("0", "0"),
            ("-3.50", "-3.5"),
            ("99999999.989999995", "99999999.99"),
        ] {
            assert_eq!(exact(stored), Exact::Short(typed.to_owned()), "{stored}");
        }
    }

    #[test]
    fn what_was_computed_is_told() {
        for (stored, near) in [("0.30000000000000004", "0.3"), ("1234.5600000000002", "1234.56")] {
            assert_eq!(exact(stored), Exact::Long(near.to_owned()), "{stored}");
        }
        for nonsense in ["", "x", "1e", "1,5", "--1", "1e999", "NaN", "0.1.2"] {
            assert_eq!(exact(nonsense), Exact::No, "{nonsense}");
        }
    }

    /// Every amount of two places and every rate of four comes back from the text that 17 digits of its float make.
    #[test]
    #[allow(clippy::disallowed_types, reason = "the test makes the floats that spreadsheet programs make")]
    fn every_rate_comes_back() {
        for hundredth in 1..=10_000u32 {
            let typed = shown(plain(Decimal { digits: u128::from(hundredth), places: 4 }));
            let float: f64 = typed.parse().unwrap();
            let stored = format!("{float:.16e}");
            assert_eq!(exact(&stored), Exact::Short(typed));
        }
    }
}
