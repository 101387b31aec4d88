//! Whom a record is about. A request is about one person, insured in one city and in one way.

use super::codes;
use super::day::{self, day};
use super::found::Found;
use crate::calendar::Date;
use std::ops::RangeInclusive;

/// What names a person, the surest first: a name may be written in two ways.
pub const NAMES: [&str; 3] = ["certno", "psn_no", "psn_name"];

/// What a record says about the person; what it does not say is empty.
#[derive(Default)]
pub struct Who {
    /// By [`NAMES`].
    names: [String; NAMES.len()],
    /// Birth date, insurance and city.
    rest: [String; 3],
    /// `1` or `2`, and the years in which one of this age can be born: what tells people apart where nothing names them.
    sex: String,
    years: Option<RangeInclusive<i64>>,
}

impl Who {
    /// Whom a record is about.
    pub fn of(found: &Found) -> Self {
        let born = born(found).unwrap_or_default();
        let scheme = codes::scheme(&found.code("insutype")).unwrap_or_default().to_owned();
        let city = codes::city(&found.code("insuplc_admdvs")).unwrap_or_default();
        // The last figure of an identity number may be a letter, large or small.
        let names = NAMES.map(|name| found.number(name).to_uppercase());
        Who { names, sex: sex(&found.code("gend")), years: years(found, &born), rest: [born, scheme, city] }
    }

    /// Whether it says a birth date.
    pub fn is_born(&self) -> bool {
        let [born, ..] = &self.rest;
        !born.is_empty()
    }

    /// Whether this is somebody else. What only one of the two says is no difference.
    pub fn differs_from(&self, other: &Who) -> bool {
        let name = both(&self.names, &other.names).next();
        let is_other_name = name.is_some_and(|(one, two)| !may_be_one(one, two));
        // Under the same numbers a birth date that differs is a mistake of one of the two: then it is open.
        let from = usize::from(self.has_numbers_of(other));
        let [mine, theirs] = [self, other].map(|who| who.rest.get(from..).unwrap_or_default());
        let is_other_rest = both(mine, theirs).any(|(one, two)| one != two);
        is_other_name || is_other_rest || (name.is_none() && self.looks_other_than(other))
    }

    /// Whether both have one identity number and one number of the insured, and no mask covers a part of them.
    fn has_numbers_of(&self, other: &Who) -> bool {
        let [mine, theirs] = [self, other].map(|who| who.names.get(..2).unwrap_or_default());
        let alike = both(mine, theirs).filter(|(one, two)| one == two && !is_masked(one));
        alike.count() == 2
    }

    /// Whether sex or age are another one's. An age may be typed wrong: of people with one name it says nothing.
    fn looks_other_than(&self, other: &Who) -> bool {
        let is_other_sex = !self.sex.is_empty() && !other.sex.is_empty() && self.sex != other.sex;
        let is_other_age = self.years.as_ref().zip(other.years.as_ref());
        is_other_sex || is_other_age.is_some_and(|(one, two)| one.end() < two.start() || two.end() < one.start())
    }

    /// Takes over what another record says more.
    pub fn learn(&mut self, other: Who) {
        let known = self.names.iter_mut().chain(&mut self.rest);
        for (known, said) in known.zip(other.names.into_iter().chain(other.rest)).filter(|(known, _)| known.is_empty())
        {
            *known = said;
        }
        if self.sex.is_empty() {
            self.sex = other.sex;
        }
        self.years = self.years.take().or(other.years);
    }
}

/// The birth date, of its own member or of the identity number; one that nobody can have is none.
pub fn born(found: &Found) -> Option<String> {
    let said = [said_born(found), codes::born(&found.text("certno"))];
    said.into_iter().flatten().find(|born| is_possible(born, found))
}

/// The birth date of its own member.
pub fn said_born(found: &Found) -> Option<String> {
    let written = found.day("brdy");
    if day::is_none(&written) { None } else { day(&written) }
}

/// Whether somebody can be born on a day: on one of our calendar, and not after the bill.
fn is_possible(born: &str, found: &Found) -> bool {
    let is_after = found.settled_on().is_some_and(|bill| *born > *bill);
    Date::parse(born).is_ok() && !is_after
}

fn sex(code: &str) -> String {
    match code {
        "1" | "男" | "男性" => "1".to_owned(),
        "2" | "女" | "女性" => "2".to_owned(),
        _ => String::new(),
    }
}

/// The years in which somebody was born; of an age, one more on both sides: ages are counted in more ways than one.
fn years(found: &Found, born: &str) -> Option<RangeInclusive<i64>> {
    let year = |day: &str| day.get(..4).and_then(|year| year.parse::<i64>().ok());
    if let Some(year) = year(born) {
        return Some(year..=year);
    }
    let age: i64 =
        found.text("age").trim_end_matches(['岁', '周']).parse().ok().filter(|age| (0..=130).contains(age))?;
    let about = year(&found.settled_on()?)?.saturating_sub(age);
    Some(about.saturating_sub(2)..=about.saturating_add(1))
}

/// Whether two names may be one, as far as a mask leaves them open: `王**` and `王某某`.
fn may_be_one(one: &str, two: &str) -> bool {
    if !is_masked(one) && !is_masked(two) {
        return one == two;
    }
    let is_open = |mark: char| matches!(mark, '*' | '＊' | '×');
    let is_one = |(one, two): (char, char)| one == two || is_open(one) || is_open(two);
    // A mask may be shorter than what it covers.
    one.chars().count() != two.chars().count() || one.chars().zip(two.chars()).all(is_one)
}

fn is_masked(name: &str) -> bool {
    name.contains(['*', '＊', '×'])
}

fn both<'w>(one: &'w [String], two: &'w [String]) -> impl Iterator<Item = (&'w String, &'w String)> {
    one.iter().zip(two).filter(|(one, two)| !one.is_empty() && !two.is_empty())
}
