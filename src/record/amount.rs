//! Amounts of a record, from text to text with two decimals. In between there are whole fen.

use crate::money::Money;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// Amounts are below this.
const MOST: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);

/// Decimals of which only the first can be meant: a program that computes with floats writes 38.61 as 38.61000000000001.
const NOISE_FROM: u32 = 9;

/// An amount as an answer writes it. `1E+3` and `0E-2`, as Java writes them, are exact and count.
///
/// # Errors
/// The code of the note that says why it is none.
pub fn read(text: &str) -> Result<String, &'static str> {
    let amount = signed(text)?;
    if amount < Money::ZERO { Err("negative") } else { Ok(amount.to_string()) }
}

/// An amount that may lie below nothing: one that was given back.
///
/// # Errors
/// The code of the note that says why it is none.
pub fn signed(text: &str) -> Result<Money, &'static str> {
    let exact = decimal(&figures(text)).ok_or("not_an_amount")?;
    let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let noise = exact.checked_sub(rounded).unwrap_or_default().abs();
    let is_noise = exact.scale() >= NOISE_FROM && noise < Decimal::new(1, 6);
    if rounded != exact && !is_noise {
        return Err("too_many_decimals");
    }
    let fen = rounded.checked_mul(Decimal::ONE_HUNDRED).and_then(|fen| fen.to_i64()).ok_or("not_an_amount")?;
    Ok(Money::from_fen(fen))
}

/// A number in figures, with or without an exponent.
fn decimal(plain: &str) -> Option<Decimal> {
    let (number, power) = plain.split_once(['e', 'E']).unwrap_or((plain, "0"));
    let unsigned = number.strip_prefix(['+', '-']).unwrap_or(number);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_number = !(whole.is_empty() && decimals.is_empty()) && is_digits(whole) && is_digits(decimals);
    let sign = if number.starts_with('-') { "-" } else { "" };
    let written =
        is_number.then(|| format!("{sign}{whole:0>1}.{decimals:0<1}e{}", power.strip_prefix('+').unwrap_or(power)));
    let value = Decimal::from_scientific(&written?).ok()?.normalize();
    (value.abs() < MOST).then_some(value)
}

/// The sum of amounts that were read.
pub fn sum(amounts: &[&str]) -> String {
    let fen = |amount: &&str| amount.replace('.', "").parse().unwrap_or_default();
    Money::from_fen(amounts.iter().map(fen).fold(0, i64::saturating_add)).to_string()
}

/// Without the sign of the currency, the words behind an amount and the marks of thousands; other commas stay, since they may
/// be decimal points.
fn figures(text: &str) -> String {
    let (sign, rest) = with_sign(text);
    let (sign, rest) = match SIGNS.iter().find_map(|sign| rest.strip_prefix(sign)).map(str::trim_start) {
        Some(rest) if sign.is_empty() => with_sign(rest),
        Some(rest) => (sign, rest),
        None => (sign, rest),
    };
    let rest = UNITS.iter().find_map(|unit| rest.strip_suffix(unit)).map_or(rest, str::trim_end);
    let mark = THOUSANDS.into_iter().find(|mark| rest.contains(*mark) && are_thousands(rest, *mark));
    [sign, &mark.map_or(rest.to_owned(), |mark| rest.replace(mark, ""))].concat()
}

/// What stands before an amount for the currency.
const SIGNS: [&str; 4] = ["¥", "RMB", "CNY", "人民币"];

/// What stands behind an amount; the longest first.
const UNITS: [&str; 9] = ["元整", "元正", "圆整", "圆正", "元", "圆", "RMB", "CNY", "人民币"];

/// Marks of thousands; some programs put spaces that break no line.
const THOUSANDS: [char; 5] = [',', ' ', '\u{a0}', '\u{2009}', '\u{202f}'];

/// A sign, and what follows it.
fn with_sign(text: &str) -> (&str, &str) {
    text.split_at(usize::from(text.starts_with(['+', '-'])))
}

/// Up to three digits, then groups of three.
fn are_thousands(text: &str, mark: char) -> bool {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let is_first = (1..=3).contains(&first.len()) && is_digits(first);
    is_first && is_digits(decimals) && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
