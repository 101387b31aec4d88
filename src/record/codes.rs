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

/// A day in the forms in which hospitals write it, as `YYYY-MM-DD`.
pub fn day(text: &str) -> Option<String> {
    let day = in_figures(text).or_else(|| with_marks(text))?;
    // A day outside the years that a request may name is a day all the same: the request's reader says so.
    (!matches!(Date::parse(&day), Err(NotADate::Form))).then_some(day)
}

/// `20250509`, `20250509102133`
fn in_figures(text: &str) -> Option<String> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(rest, 2)?;
    let (day, rest) = digits(rest, 2)?;
    let time = digits(rest, 6).map_or(rest, |(_, rest)| rest);
    (time.is_empty() || time.starts_with([' ', 'T'])).then(|| format!("{year}-{month}-{day}"))
}

/// `2025-05-09`, `2025/5/9 10:21`, `2025.05.09`, `2025年5月9日`
fn with_marks(text: &str) -> Option<String> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = one_or_two(behind(rest, ['-', '/', '.', '年'])?)?;
    let (day, rest) = one_or_two(behind(rest, ['-', '/', '.', '月'])?)?;
    (rest.is_empty() || rest.starts_with([' ', 'T', '日'])).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// What follows a mark, with or without spaces around it.
fn behind(text: &str, marks: [char; 4]) -> Option<&str> {
    Some(text.trim_start_matches(' ').strip_prefix(marks)?.trim_start_matches(' '))
}

fn one_or_two(text: &str) -> Option<(&str, &str)> {
    digits(text, 2).or_else(|| digits(text, 1))
}

fn digits(text: &str, count: usize) -> Option<(&str, &str)> {
    let (digits, rest) = text.split_at_checked(count)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some((digits, rest))
}
