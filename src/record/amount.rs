//! Amounts of a record, from text to text with two decimals. In between there are whole fen.

use crate::money::Money;

/// The most digits before the point.
const MOST_DIGITS: usize = 12;

/// An amount as an answer writes it.
///
/// # Errors
/// The code of the note that says why it is none.
pub fn read(text: &str) -> Result<String, &'static str> {
    if is_exponent(text) {
        return Err("exponent");
    }
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if !is_digits(whole) || whole.is_empty() || whole.len() > MOST_DIGITS || !is_digits(decimals) {
        return Err("not_an_amount");
    }
    let rest = decimals.trim_end_matches('0');
    if rest.len() > 2 {
        return Err("too_many_decimals");
    }
    let fen: i64 = format!("{whole}{rest:0<2}").parse().map_err(|_| "not_an_amount")?;
    if fen > 0 && unsigned != text { Err("negative") } else { Ok(Money::from_fen(fen).to_string()) }
}

/// The sum of amounts that were read.
pub fn sum(amounts: &[&str]) -> String {
    let fen = |amount: &&str| amount.replace('.', "").parse().unwrap_or_default();
    Money::from_fen(amounts.iter().map(fen).fold(0, i64::saturating_add)).to_string()
}

/// A bill that was taken back has a negative sum.
pub fn is_negative(text: &str) -> bool {
    let Some(unsigned) = text.strip_prefix('-') else { return false };
    let figures = unsigned.trim_start_matches('0');
    let figures = figures.strip_prefix('.').map_or(figures, |decimals| decimals.trim_start_matches('0'));
    figures.starts_with(|figure: char| matches!(figure, '1'..='9'))
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
