//! A resident by number: a person, and the bills of a year.

use super::description::{Answers, Care, Description, LEVEL, names};
use super::shares::Shares;
use crate::calendar::Date;
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::policy::book::Book;
use crate::vocabulary::{Fact, FactKind, Holder};
use oorandom::Rand32;

/// From this age on an employee counts as retired, unless the description answers that itself.
const RETIREMENT: i64 = 60;

/// Residents of these ages count as pupils, unless the description answers that itself.
const SCHOOL: std::ops::RangeInclusive<i64> = 7..=17;

/// Draws residents.
#[derive(Debug)]
pub struct Drawer<'d> {
    description: &'d Description,
    first_day: Date,
    last_day: Date,
    enrolment: Date,
    /// What is answered of everybody in the same way.
    person: Vec<Fact>,
    expense: Vec<Fact>,
    /// The levels of hospitals, lowest first.
    levels: Vec<String>,
}

/// A resident with what groups are made by.
#[derive(Debug)]
pub struct Resident {
    /// What is asked; nothing where there was no bill.
    pub request: Option<Json>,
    /// The kind of insurance, by name.
    pub insurance: String,
    /// In completed years on the first day of the year.
    pub age: i64,
    /// The hardship group, by name.
    pub hardship: Option<String>,
    /// The highest level of hospital of the year, by name.
    pub level: Option<String>,
}

impl<'d> Drawer<'d> {
    /// Of a description; the books say which facts are read at all.
    #[must_use]
    pub fn new(description: &'d Description, books: &[&Book]) -> Drawer<'d> {
        let day = |year: i64, rest: &str| Date::parse(&format!("{year}-{rest}")).unwrap_or(Date::LAST);
        let read: Vec<_> = books.iter().map(|book| book.all_read()).collect();
        let read = Fact::given().filter(|fact| read.iter().any(|facts| facts.contains(fact)));
        let (person, expense) = read.partition(|fact| fact.spec().of == Holder::Person);
        let year = description.year;
        Drawer {
            description,
            first_day: day(year, "01-01"),
            last_day: day(year, "12-31"),
            enrolment: day(year.saturating_sub(1), "12-01"),
            person,
            expense,
            levels: names(LEVEL, None),
        }
    }

    /// The resident of this number.
    #[must_use]
    pub fn draw(&self, number: u64) -> Resident {
        let of = self.description;
        let dice = &mut Rand32::new_inc(of.seed, number);
        let insurance = of.insurance.draw(dice).cloned().unwrap_or_default();
        let age = self.age(&insurance, dice);
        let hardship = of.hardship.draw(dice).cloned().flatten();
        let (first, last) = self.first_day.births_at_age(age);
        let birth = first.plus_days(below(dice, first.days_to(last).saturating_add(1)));
        let bills = self.bills(dice);
        let level = bills.iter().map(|(_, level, _)| *level).max_by_key(|level| self.rank(level)).map(str::to_owned);
        let request = (!bills.is_empty()).then(|| {
            let mut facts = vec![
                ("birth_date".to_owned(), text(birth)),
                ("scheme".to_owned(), text(&insurance)),
                ("hardship".to_owned(), Json::Array(hardship.iter().map(text).collect())),
                ("enrolled_and_paid_on".to_owned(), text(self.enrolment.max(birth))),
            ];
            self.answer(&self.person, &of.answers, Some((&insurance, age)), &mut facts, dice);
            self.request(facts, bills.into_iter().map(|(_, _, bill)| bill).collect())
        });
        Resident { request, insurance, age, hardship, level }
    }

    fn age(&self, insurance: &str, dice: &mut Rand32) -> i64 {
        let ages = self.description.ages.iter().find(|(scheme, _)| scheme == insurance);
        let (from, to) = ages.and_then(|(_, ages)| ages.draw(dice)).copied().unwrap_or_default();
        from.saturating_add(below(dice, to.saturating_sub(from).saturating_add(1)))
    }

    /// The bills of the year in order of date, each with its level.
    fn bills(&self, dice: &mut Rand32) -> Vec<(Date, &'d str, Json)> {
        let mut bills = Vec::new();
        for care in &self.description.care {
            for _ in 0..care.times.draw(dice).copied().unwrap_or_default() {
                let day =
                    self.first_day.plus_days(below(dice, self.first_day.days_to(self.last_day).saturating_add(1)));
                if let Some((level, bill)) = self.bill(care, day, bills.len(), dice) {
                    bills.push((day, level, bill));
                }
            }
        }
        bills.sort_by_key(|(day, ..)| *day);
        bills
    }

    fn bill(&self, care: &'d Care, day: Date, place: usize, dice: &mut Rand32) -> Option<(&'d str, Json)> {
        let (level, bill) = care.levels.draw(dice)?;
        let total = bill.draw(dice);
        let mut facts = vec![
            ("facility_level".to_owned(), text(level)),
            ("self_paid".to_owned(), text(total.share(care.self_paid).floor_fen())),
            ("advance".to_owned(), text(total.share(care.advance).floor_fen())),
        ];
        self.answer(&self.expense, &care.answers, None, &mut facts, dice);
        let bill = object([
            ("id", text(place)),
            ("service", text(care.service.name())),
            ("date", text(day)),
            ("total", text(total)),
            ("facts", Json::Object(facts)),
        ]);
        Some((level, bill))
    }

    /// Every fact that is read and not answered so far: as the description says, else as it usually is.
    fn answer(
        &self,
        facts: &[Fact],
        answers: &[Answers],
        person: Option<(&str, i64)>,
        into: &mut Vec<(String, Json)>,
        dice: &mut Rand32,
    ) {
        for fact in facts {
            if into.iter().any(|(id, _)| id == fact.id()) {
                continue;
            }
            let given = answers.iter().find(|(of, _)| of == fact).and_then(|(_, shares)| Shares::draw(shares, dice));
            let answer = given.cloned().or_else(|| person.and_then(|of| derived(*fact, of))).or_else(|| usual(*fact));
            into.extend(answer.map(|answer| (fact.id().to_owned(), answer)));
        }
    }

    /// The place of a level among all.
    fn rank(&self, level: &str) -> usize {
        self.levels.iter().position(|name| name == level).unwrap_or_default()
    }

    fn request(&self, facts: Vec<(String, Json)>, bills: Vec<Json>) -> Json {
        let of = self.description;
        object([
            ("region", text(&of.region)),
            ("asked_on", text(self.last_day)),
            ("facts", Json::Object(facts)),
            ("expenses", Json::Array(bills)),
            ("entered", of.entered.clone()),
            ("readings", of.readings.clone()),
        ])
    }
}

/// What follows from insurance and age.
fn derived(fact: Fact, (insurance, age): (&str, i64)) -> Option<Json> {
    match fact.id() {
        "retired" => Some(Json::Bool(insurance == "employee" && age >= RETIREMENT)),
        "student" => Some(Json::Bool(insurance == "resident" && SCHOOL.contains(&age))),
        _ => None,
    }
}

/// What is said of whoever is nothing special: "no", and none of a set. The rest stays open.
fn usual(fact: Fact) -> Option<Json> {
    match fact.spec().kind {
        FactKind::YesNo => Some(Json::Bool(false)),
        FactKind::Set => Some(Json::Array(Vec::new())),
        _ => None,
    }
}

fn below(dice: &mut Rand32, most: i64) -> i64 {
    i64::from(dice.rand_range(0..u32::try_from(most).unwrap_or(1).max(1)))
}
