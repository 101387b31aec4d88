//! Amounts of a record, from text to text with two decimals. In between there are whole fen.

use crate::money::Money;

/// The most digits before the point.
const MOST_DIGITS: usize = 12;

/// An amount as an answer writes it.
///
/// # Errors
/// The code of the note that says why it is none.
pub fn read(text: &str) -> Result<String, &'static str> {
    let figures = figures_of(text);
    if is_exponent(&figures) {
        return Err("exponent");
    }
    let unsigned = figures.strip_prefix(['+', '-']).unwrap_or(&figures);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let has_figures = !whole.is_empty() || !decimals.is_empty();
    if !has_figures || whole.len() > MOST_DIGITS || !is_digits(whole) || !is_digits(decimals) {
        return Err("not_an_amount");
    }
    let rest = decimals.trim_end_matches('0');
    if rest.len() > 2 {
        return Err("too_many_decimals");
    }
    let fen: i64 = format!("{whole}{rest:0<2}").parse().map_err(|_| "not_an_amount")?;
    if fen > 0 && figures.starts_with('-') { Err("negative") } else { Ok(Money::from_fen(fen).to_string()) }
}

/// Without the sign of the currency and the commas of thousands; other commas stay, since they may be decimal points.
fn figures_of(text: &str) -> String {
    let (sign, rest) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    let rest = rest.strip_prefix(['¥', '￥']).map_or(rest, |rest| rest.trim_start_matches(' '));
    let figures = [sign, rest.strip_suffix('元').map_or(rest, |rest| rest.trim_end_matches(' '))].concat();
    if has_thousands(&figures) { figures.replace(',', "") } else { figures }
}

/// `20,000.10`
fn has_thousands(figures: &str) -> bool {
    let unsigned = figures.strip_prefix(['+', '-']).unwrap_or(figures);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut groups = whole.split(',');
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
    is_first && whole.contains(',') && groups.all(|group| group.len() == 3 && is_digits(group)) && is_digits(decimals)
}

/// The sum of amounts that were read.
pub fn sum(amounts: &[&str]) -> String {
    let fen = |amount: &&str| amount.replace('.', "").parse().unwrap_or_default();
    Money::from_fen(amounts.iter().map(fen).fold(0, i64::saturating_add)).to_string()
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
