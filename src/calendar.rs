//! Civil dates, periods and ages. There is no clock here: today is always an argument.

/// A day from 1900-01-01 to 2999-12-31, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i64);

/// A day, or that it has not come: a fact may say so of an enrolment. What has not come is later than every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Day {
    /// This day.
    On(Date),
    /// Not yet.
    NotYet,
}

impl Day {
    /// The word for a day that has not come.
    pub const NOT_YET: &str = "not_yet";

    /// Its place among days; what has not come stands right after the last day.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Day::On(date) => date.0,
            Day::NotYet => Date::LAST.0.saturating_add(1),
        }
    }

    /// The day at a place.
    #[must_use]
    pub fn from_number(number: i64) -> Day {
        if number > Date::LAST.0 { Day::NotYet } else { Day::On(Date(number)) }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Day::On(date) => date.fmt(f),
            Day::NotYet => Day::NOT_YET.fmt(f),
        }
    }
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    /// Not `YYYY-MM-DD`, or no day of the calendar.
    Form,
    /// Before 1900 or after 2999.
    Range,
}

#[allow(clippy::arithmetic_side_effects, reason = "years lie in 1900–2999 plus or minus an age: far inside i64")]
impl Date {
    /// The first day that a request or policy may name.
    pub const FIRST: Date = Date(-25_567);
    /// The last day that a request or policy may name.
    pub const LAST: Date = Date(376_199);

    /// Reads `YYYY-MM-DD`.
    ///
    /// ```
    /// use yibao::calendar::Date;
    /// assert_eq!(Date::parse("2024-10-01").unwrap().to_string(), "2024-10-01");
    /// assert!(Date::parse("2023-02-29").is_err());
    /// ```
    ///
    /// # Errors
    /// [`NotADate`] says whether the form or the range is wrong.
    pub fn parse(text: &str) -> Result<Date, NotADate> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return Err(NotADate::Form);
        }
        let number = |range: std::ops::Range<usize>| {
            let digits = text.get(range).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|d| d.parse::<i64>().ok()).ok_or(NotADate::Form)
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return Err(NotADate::Form);
        }
        if !(1900..=2999).contains(&year) {
            return Err(NotADate::Range);
        }
        Ok(Date(days_from_civil(year, month, day)))
    }

    /// The day with this number of days since 1970-01-01.
    #[must_use]
    pub fn from_day_number(days: i64) -> Date {
        Date(days)
    }

    /// So many days later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Date {
        Date(self.0 + days)
    }

    /// So many days earlier.
    #[must_use]
    pub fn minus_days(self, days: i64) -> Date {
        Date(self.0 - days)
    }

    /// Days from this day to another; negative where that one is earlier.
    #[must_use]
    pub fn days_to(self, other: Date) -> i64 {
        other.0 - self.0
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i64 {
        self.civil().0
    }

    /// The calendar month, with its year.
    #[must_use]
    pub fn month(self) -> (i64, i64) {
        let (year, month, _) = self.civil();
        (year, month)
    }

    /// The calendar quarter, with its year.
    #[must_use]
    pub fn quarter(self) -> (i64, i64) {
        let (year, month) = self.month();
        (year, (month + 2) / 3)
    }

    /// The latest day of birth of someone who has completed `years` years today.
    /// Someone born on 29 February completes a year on 1 March in other years.
    #[must_use]
    pub fn latest_birth_for_age(self, years: i64) -> Date {
        let (year, month, day) = self.civil();
        let day = day.min(days_in_month(year - years, month));
        Date(days_from_civil(year - years, month, day))
    }

    /// The first and the last day of birth of somebody who has completed so many years today, and no more. Days before
    /// 1900 are left out, unless all of them are.
    #[must_use]
    pub fn births_at_age(self, years: i64) -> (Date, Date) {
        let last = self.latest_birth_for_age(years);
        let first = self.latest_birth_for_age(years + 1).plus_days(1);
        (first.max(Date::FIRST).min(last), last)
    }

    /// The years that somebody born on a day has completed today; none before the birth.
    #[must_use]
    pub fn years_since(self, birth: Date) -> i64 {
        let years = self.year() - birth.year();
        let completed = if birth <= self.latest_birth_for_age(years) { years } else { years - 1 };
        completed.max(0)
    }

    /// So many months later or earlier: the same day of the month, or the last one where the month is shorter.
    fn plus_months(self, months: i64) -> Date {
        let (year, month, day) = self.civil();
        let counted = year * 12 + month - 1 + months;
        let (year, month) = (counted.div_euclid(12), counted.rem_euclid(12) + 1);
        Date(days_from_civil(year, month, day.min(days_in_month(year, month))))
    }

    /// Year, month and day.
    fn civil(self) -> (i64, i64, i64) {
        // Howard Hinnant's days-to-civil: eras of 400 years, years that begin in March.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        (year_of_era + era * 400 + i64::from(month <= 2), month, day)
    }
}

/// The day on which an insurance year begins: 1 January, if the region says nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearStart {
    month: i64,
    day: i64,
}

impl Default for YearStart {
    fn default() -> YearStart {
        YearStart { month: 1, day: 1 }
    }
}

impl YearStart {
    /// Reads `MM-DD`, a day that every year has.
    ///
    /// ```
    /// use yibao::calendar::{Date, YearStart};
    /// let july = YearStart::parse("07-01").unwrap();
    /// assert_eq!(july.year_of(Date::parse("2025-06-30").unwrap()), 2024);
    /// assert_eq!(july.year_of(Date::parse("2025-07-01").unwrap()), 2025);
    /// assert!(YearStart::parse("02-29").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<YearStart> {
        let (_, month, day) = Date::parse(&format!("2001-{text}")).ok()?.civil();
        Some(YearStart { month, day })
    }

    /// The insurance year of a day, named by the calendar year in which it begins.
    #[must_use]
    pub fn year_of(self, day: Date) -> i64 {
        let (year, month, day) = day.civil();
        if (month, day) >= (self.month, self.day) { year } else { year.saturating_sub(1) }
    }

    /// The first and the last day of the insurance year of a day.
    ///
    /// ```
    /// use yibao::calendar::{Date, YearStart};
    /// let (first, last) = YearStart::parse("07-01").unwrap().days_of(Date::parse("2025-06-30").unwrap());
    /// assert_eq!((first.to_string(), last.to_string()), ("2024-07-01".to_owned(), "2025-06-30".to_owned()));
    /// ```
    #[must_use]
    pub fn days_of(self, day: Date) -> (Date, Date) {
        let year = self.year_of(day);
        let first = |year: i64| Date(days_from_civil(year, self.month, self.day));
        (first(year), first(year.saturating_add(1)).minus_days(1))
    }

    /// Whether an insurance year begins on a day.
    #[must_use]
    pub fn is_on(self, day: Date) -> bool {
        let (_, month, day) = day.civil();
        (month, day) == (self.month, self.day)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[allow(clippy::arithmetic_side_effects, reason = "years lie in 1900–2999 plus or minus an age: far inside i64")]
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = (month + 9).rem_euclid(12);
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A time that is counted from a day, the day itself being day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many days.
    Days(i64),
    /// So many months.
    Months(i64),
}

impl Span {
    /// The last day of the time that begins on a day.
    #[must_use]
    pub fn after(self, start: Date) -> Date {
        match self {
            Span::Days(days) => start.plus_days(days),
            Span::Months(months) => start.plus_months(months),
        }
    }

    /// The earliest day from which the time lasts until a day.
    #[must_use]
    pub fn earliest_start(self, last: Date) -> Date {
        match self {
            Span::Days(days) => last.minus_days(days),
            Span::Months(months) => {
                let start = last.plus_months(months.saturating_neg());
                // In a shorter month there is no such day, and its last day is too early.
                if self.after(start) < last { start.plus_days(1) } else { start }
            }
        }
    }
}

/// Days from one to another, both included; an absent end is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// First day, or none.
    pub from: Option<Date>,
    /// Last day, or none.
    pub to: Option<Date>,
}

impl DateRange {
    /// Whether the two share a day.
    #[must_use]
    pub fn meets(self, other: DateRange) -> bool {
        let before = |a: DateRange, b: DateRange| matches!((a.to, b.from), (Some(to), Some(from)) if to < from);
        !before(self, other) && !before(other, self)
    }

    /// Whether the day lies in the range.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn every_day_reads_back_as_written() {
        let mut date = Date::FIRST;
        assert_eq!(date, day("1900-01-01"));
        while date <= Date::LAST {
            assert_eq!(Date::parse(&date.to_string()), Ok(date));
            date = date.plus_days(1);
        }
        assert_eq!(Date::LAST, day("2999-12-31"));
    }

    #[test]
    fn nonsense_is_no_date() {
        for text in ["", "2024-1-1", "2024-13-01", "2024-00-10", "2023-02-29", "2024-04-31", "20240401--", "２024-01-0"]
        {
            assert_eq!(Date::parse(text), Err(NotADate::Form), "{text}");
        }
        assert_eq!(Date::parse("1899-12-31"), Err(NotADate::Range));
        assert_eq!(Date::parse("3000-01-01"), Err(NotADate::Range));
    }

    #[test]
    fn an_age_is_completed_on_the_birthday() {
        let completes_18 = |birth: &str, on: &str| day(birth) <= day(on).latest_birth_for_age(18);
        assert!(!completes_18("2006-05-10", "2024-05-09"));
        assert!(completes_18("2006-05-10", "2024-05-10"));
    }

    #[test]
    fn an_age_leaves_the_birthdays_of_one_year() {
        let births = |on: &str, years| {
            let (first, last) = day(on).births_at_age(years);
            (first.to_string(), last.to_string())
        };
        let between = |first: &str, last: &str| (first.to_owned(), last.to_owned());
        assert_eq!(births("2025-06-01", 67), between("1957-06-02", "1958-06-01"));
        assert_eq!(births("2025-06-01", 0), between("2024-06-02", "2025-06-01"));
        assert_eq!(births("2025-06-01", 125), between("1900-01-01", "1900-06-01"));
        assert_eq!(births("2025-06-01", 150), between("1875-06-01", "1875-06-01"));
        for number in 0..1500 {
            let on = day("2023-01-01").plus_days(number);
            let (first, last) = on.births_at_age(7);
            let ages = [first.minus_days(1), first, last, last.plus_days(1)].map(|birth| on.years_since(birth));
            assert_eq!(ages, [8, 7, 7, 6], "{on}");
        }
    }

    #[test]
    fn six_months_end_on_the_same_day_of_the_month_or_on_its_last() {
        let end = |start: &str| Span::Months(6).after(day(start)).to_string();
        assert_eq!(["2025-01-10", "2025-08-31", "2023-08-30"].map(end), ["2025-07-10", "2026-02-28", "2024-02-29"]);
    }

    #[test]
    fn the_earliest_start_is_the_first_day_that_reaches_the_last() {
        for span in [Span::Days(90), Span::Months(1), Span::Months(6)] {
            for number in 0..1500 {
                let last = day("2023-01-01").plus_days(number);
                let start = span.earliest_start(last);
                assert!(span.after(start) >= last && span.after(start.minus_days(1)) < last, "{span:?} {last}");
            }
        }
    }

    #[test]
    fn someone_born_on_29_february_completes_a_year_on_1_march() {
        let completes = |on: &str, years| day("2016-02-29") <= day(on).latest_birth_for_age(years);
        assert!(!completes("2023-02-28", 7));
        assert!(completes("2023-03-01", 7));
        assert!(completes("2024-02-29", 8));
        let years = ["2016-01-01", "2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29"]
            .map(|on| day(on).years_since(day("2016-02-29")));
        assert_eq!(years, [0, 6, 7, 7, 8]);
        assert!(!completes("2024-02-28", 8));
    }
}
