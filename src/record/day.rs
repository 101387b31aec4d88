//! A day of a record, in the forms in which hospitals write it, and the time where one stands behind it.

use crate::calendar::{Date, NotADate};
use crate::json::Json;

/// What programs write where nobody entered a day.
const NO_DAY: [&str; 5] = ["0000-00-00", "0001-01-01", "1899-12-30", "1900-01-01", "9999-12-31"];

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// How far China's clocks are before universal time, in minutes.
const CHINA: i64 = 8 * 60;

/// The years in which summer time put China's clocks an hour on.
const SUMMER_TIME: std::ops::RangeInclusive<i64> = 1986..=1991;

/// A day in China, and the minute of the day where one is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// As a request writes it.
    pub day: String,
    /// Counted from midnight.
    pub minute: Option<i64>,
}

/// The day of a text.
pub fn day(text: &str) -> Option<String> {
    moment(text).map(|moment| moment.day)
}

/// Whether a text says that there is no day.
pub fn is_none(text: &str) -> bool {
    let is_no_day = |said: &str| NO_DAY.iter().any(|none| said.starts_with(none));
    text.is_empty() || is_no_day(text) || day(text).is_some_and(|day| is_no_day(&day))
}

/// What stands for a day: a text or a number, or its figures in a list, as Java writes them (`[2025, 5, 9, 10, 21]`).
pub fn written(value: &Json) -> String {
    let figures: Vec<String> = value.items().iter().map(super::content::text_of).collect();
    match figures.as_slice() {
        [year, month, day] => format!("{year}-{month}-{day}"),
        [year, month, day, hour, minute, ..] => format!("{year}-{month}-{day} {hour:0>2}:{minute:0>2}"),
        _ => super::content::text_of(value),
    }
}

/// The months as programs write them that speak English.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `20250509`, `2025-05-09`, `2025/5/9 10:21`, `2025年5月9日`, `2025-05-08T16:30:00Z`, milliseconds since 1970,
/// also as `/Date(1746757293000+0800)/` of .NET, or `May 9, 2025 10:21:33 AM` and `Fri May 09 10:21:33 CST 2025` of Java.
pub fn moment(text: &str) -> Option<Moment> {
    if let Some(count) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
        // The clock behind the count says how it was shown, not another time.
        let count = count.split_once('+').map_or(count, |(count, _)| count);
        return Some(in_china(Date::from_day_number(0), since_1970(count)?));
    }
    if let Some(text) = from_english(text) {
        return moment(&text);
    }
    let counted = || Some(in_china(Date::from_day_number(0), since_1970(text)?));
    // Twelve figures may begin like a year: then the year is one of the insured.
    let is_year = ("1900".."3000").contains(&text);
    if is_year || text.bytes().any(|byte| !byte.is_ascii_digit()) {
        in_words(text).or_else(counted)
    } else {
        counted().or_else(|| in_words(text))
    }
}

/// A day that names its month, as figures: `2025-5-9 10:21:33 AM`.
fn from_english(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let place = words.iter().position(|word| MONTHS.contains(word))?;
    let month = MONTHS.iter().position(|month| words.get(place) == Some(month))?.saturating_add(1);
    let is_year = |word: &&&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (day, year) = (words.get(place.saturating_add(1))?, words.iter().find(is_year)?);
    let time = words.iter().find(|word| word.contains(':')).copied().unwrap_or_default();
    let half = words.iter().find(|word| ["AM", "PM"].contains(word)).copied().unwrap_or_default();
    Some(format!("{year}-{month}-{day} {time} {half}").trim_end().to_owned())
}

fn in_words(text: &str) -> Option<Moment> {
    let (year, rest) = digits(text, 4, 4)?;
    let (month, day, rest) = in_figures(rest).or_else(|| with_marks(rest))?;
    let day = format!("{year}-{month:0>2}-{day:0>2}");
    let said = time(rest);
    match (Date::parse(&day), said) {
        (Err(NotADate::Form), _) => None,
        (Ok(date), Some((minute, Some(ahead)))) => Some(in_china(date, minute.saturating_sub(ahead))),
        // A day outside the years that a request may name is a day all the same: the request's reader says so.
        _ => Some(Moment { day, minute: said.map(|(minute, _)| minute) }),
    }
}

/// Minutes of universal time from the beginning of a day, in China's time.
fn in_china(date: Date, minutes: i64) -> Moment {
    let local = minutes.saturating_add(CHINA);
    let (day, minute) = (date.plus_days(local.div_euclid(DAY)), local.rem_euclid(DAY));
    // Midnight of a summer day was 23:00: a birth date that a program wrote as a moment.
    if minute == DAY.saturating_sub(60) && SUMMER_TIME.contains(&day.year()) {
        return Moment { day: day.plus_days(1).to_string(), minute: Some(0) };
    }
    Moment { day: day.to_string(), minute: Some(minute) }
}

/// Milliseconds since 1970, in whole minutes. Fewer figures are no count, unless they lie before.
fn since_1970(text: &str) -> Option<i64> {
    let figures = text.strip_prefix('-').unwrap_or(text);
    let least = if text.starts_with('-') { 6 } else { 11 };
    let is_count = (least..=13).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit());
    text.parse::<i64>().ok().filter(|_| is_count).map(|milliseconds| milliseconds.div_euclid(60_000))
}

/// `0509`, and what follows.
fn in_figures(text: &str) -> Option<(&str, &str, &str)> {
    let (month, rest) = digits(text, 2, 2)?;
    let (day, rest) = digits(rest, 2, 2)?;
    let is_time = matches!(rest.len(), 4 | 6) && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_end = rest.is_empty() || rest.starts_with([' ', 'T']) || is_time;
    is_end.then_some((month, day, rest))
}

/// `-05-09`, `/5/9 10:21`, `年5月9日`, and what follows.
fn with_marks(text: &str) -> Option<(&str, &str, &str)> {
    let (month, rest) = digits(after_mark(text, '年')?, 1, 2)?;
    let (day, rest) = digits(after_mark(rest, '月')?, 1, 2)?;
    (rest.is_empty() || rest.starts_with([' ', ',', 'T', '日', '+', 'Z'])).then_some((month, day, rest))
}

/// The minute of the day, and how many minutes its clock is ahead of universal time where that is said.
fn time(text: &str) -> Option<(i64, Option<i64>)> {
    let text = text.trim_start_matches([' ', ',', 'T', '日']);
    let (hour, rest) = digits(text, 2, 2).or_else(|| digits(text, 1, 1))?;
    let (minute, rest) = digits(rest.trim_start_matches([':', '时']), 2, 2)?;
    let zone =
        rest.trim_start_matches(|mark: char| mark.is_ascii_digit() || matches!(mark, ':' | '.' | '分' | '秒' | ' '));
    let minutes = |hour: &str, minute: &str| {
        Some(hour.parse::<i64>().ok()?.saturating_mul(60).saturating_add(minute.parse().ok()?))
    };
    let minutes = minutes(hour, minute)?;
    // Twelve hours begin with the twelfth.
    let is_afternoon = zone.eq_ignore_ascii_case("PM") || zone == "下午";
    let is_morning = zone.eq_ignore_ascii_case("AM") || zone == "上午";
    let half = DAY.div_euclid(2);
    let minutes = match minutes {
        late if is_morning && late >= half => late.saturating_sub(half),
        early if is_afternoon && early < half => early.saturating_add(half),
        other => other,
    };
    Some((minutes, ahead(zone)))
}

/// `Z`, `+08:00`, `+0800`, `+08`.
fn ahead(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hour, rest) = digits(zone.strip_prefix(['+', '-'])?, 2, 2)?;
    let (minute, _) = digits(rest.trim_start_matches(':'), 2, 2).unwrap_or(("0", ""));
    let ahead = hour.parse::<i64>().ok()?.saturating_mul(60).saturating_add(minute.parse().ok()?);
    Some(ahead.saturating_mul(sign))
}

fn after_mark(text: &str, word: char) -> Option<&str> {
    text.trim_start_matches(' ').strip_prefix(['-', '/', '.', word]).map(|rest| rest.trim_start_matches(' '))
}

/// As many digits as there are up to the most; nothing where they are fewer than the least.
fn digits(text: &str, least: usize, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (count >= least).then(|| text.split_at_checked(count)).flatten()
}
