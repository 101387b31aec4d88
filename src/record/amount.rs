//! Amounts of a record, from text to text with two decimals. In between there are whole fen.

use crate::money::Money;

/// The most digits before the point.
const MOST_DIGITS: usize = 12;

/// An amount as an answer writes it.
///
/// # Errors
/// The code of the note that says why it is none.
pub fn read(text: &str) -> Result<String, &'static str> {
    let plain = figures(text);
    if is_exponent(&plain) {
        return Err("exponent");
    }
    let unsigned = plain.strip_prefix(['+', '-']).unwrap_or(&plain);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_empty = whole.is_empty() && decimals.is_empty();
    if is_empty || whole.len() > MOST_DIGITS || !is_digits(whole) || !is_digits(decimals) {
        return Err("not_an_amount");
    }
    let rest = decimals.trim_end_matches('0');
    if rest.len() > 2 {
        return Err("too_many_decimals");
    }
    let fen: i64 = format!("{whole}{rest:0<2}").parse().map_err(|_| "not_an_amount")?;
    if fen > 0 && plain.starts_with('-') { Err("negative") } else { Ok(Money::from_fen(fen).to_string()) }
}

/// The sum of amounts that were read.
pub fn sum(amounts: &[&str]) -> String {
    let fen = |amount: &&str| amount.replace('.', "").parse().unwrap_or_default();
    Money::from_fen(amounts.iter().map(fen).fold(0, i64::saturating_add)).to_string()
}

/// Without the sign of the currency and the commas of thousands; other commas stay, since they may be decimal points.
fn figures(text: &str) -> String {
    let (sign, rest) = signed(text);
    let (sign, rest) = match rest.strip_prefix('¥').map(str::trim_start) {
        Some(rest) if sign.is_empty() => signed(rest),
        Some(rest) => (sign, rest),
        None => (sign, rest),
    };
    let rest = rest.strip_suffix('元').map_or(rest, str::trim_end);
    let rest = if are_thousands(rest) { rest.replace(',', "") } else { rest.to_owned() };
    [sign, &rest].concat()
}

/// A sign, and what follows it.
fn signed(text: &str) -> (&str, &str) {
    text.split_at(usize::from(text.starts_with(['+', '-'])))
}

/// Up to three digits, then groups of three.
fn are_thousands(text: &str) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let is_first = (1..=3).contains(&first.len()) && is_digits(first);
    is_first && is_digits(decimals) && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_exponent(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    unsigned.split_once(['e', 'E']).is_some_and(|(number, power)| {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit());
        is_number(number) && !power.is_empty() && is_digits(power)
    })
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
