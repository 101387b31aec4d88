//! What an officer types into a cell for a number or a day, and what else was meant where it is none.

use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::Unit;
use crate::vocabulary::NO_YES;

/// Why a text is refused: the code of the fault, and what its wording names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Wrong {
    pub fn new(code: &'static str, args: &[(&'static str, &str)]) -> Wrong {
        Wrong { code, args: args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }
}

/// Whether a text is a number of a unit, as policy files write it.
fn is_of(unit: Unit, text: &str) -> bool {
    match unit {
        Unit::Money => Money::parse(text).is_ok(),
        Unit::Rate => Rate::parse(text).is_ok(),
        Unit::Count => text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()),
        Unit::YesNo => NO_YES.contains(&text),
    }
}

fn refusal(unit: Unit, text: &str) -> Wrong {
    match unit {
        Unit::Money => Wrong::new("bad_money", &[("text", text)]),
        Unit::Rate => Wrong::new("bad_rate", &[("text", text)]),
        Unit::Count => Wrong::new("bad_count", &[("text", text), ("min", "0"), ("max", &Unit::MOST.to_string())]),
        Unit::YesNo => Wrong::new("bad_choice", &[("text", text), ("choices", "是、否")]),
    }
}

/// A number of a unit, as policy files write it.
pub(super) fn number(text: &str, unit: Unit) -> Result<String, Wrong> {
    let text = match (unit, text) {
        (Unit::YesNo, "是") => "yes",
        (Unit::YesNo, "否") => "no",
        (_, text) => text,
    };
    if is_of(unit, text) {
        return Ok(text.to_owned());
    }
    Err(match meant(text).filter(|(meant, ..)| is_of(unit, meant)) {
        Some((meant, zh, en)) => {
            Wrong::new("other_form", &[("text", text), ("meant", &meant), ("what_zh", zh), ("what_en", en)])
        }
        None => refusal(unit, text),
    })
}

/// The plain number that a text in another form means, and what the form has, in both languages.
pub(super) fn meant(text: &str) -> Option<(String, &'static str, &'static str)> {
    let narrow: String = text.chars().map(narrow).collect();
    let (what, number) = if narrow != text {
        (("全角的数字或符号", "full-width digits or signs"), narrow.clone())
    } else {
        (("千分位逗号", "thousands separators"), narrow.clone())
    };
    let bare: String = number.chars().filter(|c| ![',', '\'', ' '].contains(c)).collect();
    let bare = bare.trim_start_matches('¥');
    for (suffix, places, zh, en) in SUFFIXES {
        let Some(digits) = bare.strip_suffix(suffix).filter(|digits| is_digits(digits)) else { continue };
        return Some((moved(digits, *places)?, zh, en));
    }
    (is_digits(bare) && bare != text).then(|| (moved(bare, 0).unwrap_or_default(), what.0, what.1))
}

/// What may stand behind a number, and by how many places it moves the point.
const SUFFIXES: &[(&str, i32, &str, &str)] = &[
    ("万元", 4, "“万元”，这里以元为单位", "万元 (ten thousand yuan), but the unit here is yuan"),
    ("万", 4, "“万”，这里以元为单位", "万 (ten thousand), but the unit here is yuan"),
    ("元", 0, "“元”字", "the word 元"),
    ("%", -2, "百分号，这里写小数", "a per cent sign, but a share is written here"),
];

fn narrow(char: char) -> char {
    match char {
        '！'..='～' => u32::from(char).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(char),
        '　' => ' ',
        '￥' => '¥',
        '。' => '.',
        other => other,
    }
}

fn is_digits(text: &str) -> bool {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.len() <= 20 && digits(whole) && digits(places)
}

/// A number with its point moved: to the right by this many places, to the left where they are fewer than none.
fn moved(text: &str, places: i32) -> Option<String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let by = usize::try_from(places.unsigned_abs()).ok()?;
    let zeros = "0".repeat(by);
    let (digits, point) = if places >= 0 {
        (format!("{whole}{fraction}{zeros}"), whole.len().checked_add(by)?)
    } else {
        (format!("{zeros}{whole}{fraction}"), whole.len())
    };
    let (whole, fraction) = digits.split_at_checked(point)?;
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// A day.
pub(super) fn day(text: &str) -> Result<String, Wrong> {
    if Date::parse(text).is_ok() { Ok(text.to_owned()) } else { Err(Wrong::new("bad_day", &[("text", text)])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_are_understood_and_not_taken() {
        for (text, unit, plain) in [
            ("15万元", Unit::Money, "150000"),
            ("1.5万", Unit::Money, "15000"),
            ("1,500.50", Unit::Money, "1500.5"),
            ("１５００", Unit::Money, "1500"),
            ("￥1，500", Unit::Money, "1500"),
            ("65%", Unit::Rate, "0.65"),
            ("７．５％", Unit::Rate, "0.075"),
            ("200元", Unit::Money, "200"),
        ] {
            let wrong = number(text, unit).unwrap_err();
            let meant = wrong.args.iter().find(|(name, _)| *name == "meant").map(|(_, meant)| meant.as_str());
            assert_eq!((wrong.code, meant), ("other_form", Some(plain)), "{text}");
        }
    }

    #[test]
    fn numbers_of_a_unit_are_taken_as_they_are() {
        assert_eq!(number("0.80", Unit::Rate), Ok("0.80".to_owned()));
        assert_eq!(number("是", Unit::YesNo), Ok("yes".to_owned()));
        assert_eq!(number("65", Unit::Rate).unwrap_err().code, "bad_rate");
        assert_eq!(number("0.123", Unit::Money).unwrap_err().code, "bad_money");
        assert_eq!(number("很多", Unit::Money).unwrap_err().code, "bad_money");
        assert_eq!(number("12345", Unit::Count).unwrap_err().code, "bad_count");
        assert_eq!(day("2025-02-30").unwrap_err().code, "bad_day");
    }
}
