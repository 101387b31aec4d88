//! The codes of the interface that we could confirm. Any other is told, not guessed.

use crate::calendar::{Date, NotADate};

/// Childbirth, whose rules are not on file everywhere.
pub const MATERNITY: &str = "52";

/// `insutype`.
pub fn scheme(code: &str) -> Option<&'static str> {
    match code {
        "310" => Some("employee"),
        "390" => Some("resident"),
        _ => None,
    }
}

/// `med_type`.
pub fn service(code: &str) -> Option<&'static str> {
    match code {
        "11" => Some("outpatient"),
        "14" => Some("chronic_outpatient"),
        "21" | MATERNITY => Some("inpatient"),
        _ => None,
    }
}

/// A hospital's level, said in words.
pub fn level(name: &str) -> Option<&'static str> {
    match name.strip_prefix(['一', '二', '三'])?.starts_with('级').then(|| name.chars().next())?? {
        '一' => Some("1"),
        '二' => Some("2"),
        _ => Some("3"),
    }
}

/// Whether this is a code of an area by its form.
pub fn is_area(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2025-05-09`, `2025/05/09`, `20250509`, with or without a time behind it.
pub fn day(text: &str) -> Option<String> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(without_mark(rest), 2)?;
    let (day, time) = digits(without_mark(rest), 2)?;
    let is_time =
        time.is_empty() || time.starts_with([' ', 'T']) || digits(time, 6).is_some_and(|(_, rest)| rest.is_empty());
    let day = format!("{year}-{month}-{day}");
    // A day outside the years that a request may name is a day all the same: the request's reader says so.
    let is_day = !matches!(Date::parse(&day), Err(NotADate::Form));
    (is_time && is_day).then_some(day)
}

fn digits(text: &str, count: usize) -> Option<(&str, &str)> {
    let (digits, rest) = text.split_at_checked(count)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some((digits, rest))
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix(['-', '/', '.']).unwrap_or(text)
}
