//! A day of a record, in the forms in which hospitals write it.

use crate::calendar::{Date, NotADate};

/// `20250509`, `2025-05-09`, `2025/5/9 10:21`, `2025年5月9日`, with or without a time behind it.
pub fn day(text: &str) -> Option<String> {
    let (year, rest) = digits(text, 4, 4)?;
    let (month, day) = in_figures(rest).or_else(|| with_marks(rest))?;
    let day = format!("{year}-{month:0>2}-{day:0>2}");
    // A day outside the years that a request may name is a day all the same: the request's reader says so.
    (!matches!(Date::parse(&day), Err(NotADate::Form))).then_some(day)
}

/// `0509`, `0509102133`.
fn in_figures(text: &str) -> Option<(&str, &str)> {
    let (month, rest) = digits(text, 2, 2)?;
    let (day, rest) = digits(rest, 2, 2)?;
    let (_, rest) = digits(rest, 6, 6).unwrap_or(("", rest));
    (rest.is_empty() || rest.starts_with([' ', 'T'])).then_some((month, day))
}

/// `-05-09`, `/5/9 10:21`, `年5月9日`.
fn with_marks(text: &str) -> Option<(&str, &str)> {
    let (month, rest) = digits(after_mark(text, '年')?, 1, 2)?;
    let (day, rest) = digits(after_mark(rest, '月')?, 1, 2)?;
    (rest.is_empty() || rest.starts_with([' ', 'T', '日'])).then_some((month, day))
}

fn after_mark(text: &str, word: char) -> Option<&str> {
    text.trim_start_matches(' ').strip_prefix(['-', '/', '.', word]).map(|rest| rest.trim_start_matches(' '))
}

/// As many digits as there are up to the most; nothing where they are fewer than the least.
fn digits(text: &str, least: usize, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (count >= least).then(|| text.split_at_checked(count)).flatten()
}
