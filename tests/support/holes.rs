//! Holes in a request, and the ways to fill them.

use super::regions::{Kind, Region};
use super::requests::{birthday, date, day, day_number, rate, yuan};
use super::tape::Tape;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use yibao::calendar::{Date, Span};

/// Something that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// A fact of the person.
    Person(String),
    /// The birth date, of which only the age today is given.
    Age,
    /// A fact of an expense.
    Expense(usize, String),
    /// Both parts of a bill that are out of scope.
    Bill(usize),
    /// Whether somebody else is liable, and for how much.
    ThirdParty(usize),
    /// An unpublished value.
    Value(String),
    /// A reading.
    Reading(String),
}

/// One way to fill a hole: a value for each of its slots.
pub type Fill = Vec<Value>;

/// Ways to fill a hole.
#[derive(Debug)]
pub struct Fillings {
    /// Of a number, its ends come first.
    pub fills: Vec<Fill>,
    /// Whether every other way gives the same answer as one of these.
    pub complete: bool,
    /// Of a number: how many grid steps it has a yuan or a whole.
    pub numeric: bool,
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no string"))
}

fn object<'v>(value: &'v mut Value, key: &str) -> &'v mut Map<String, Value> {
    let member = value.as_object_mut().unwrap().entry(key).or_insert_with(|| json!({}));
    member.as_object_mut().unwrap_or_else(|| panic!("{key} is no object"))
}

impl Hole {
    /// Where it is in the request: an object and its keys.
    fn slots<'r>(&self, request: &'r mut Value) -> (&'r mut Map<String, Value>, Vec<String>) {
        match self {
            Hole::Person(fact) => (object(request, "facts"), vec![fact.clone()]),
            Hole::Age => (object(request, "facts"), vec!["birth_date".into()]),
            Hole::Expense(place, fact) => (object(&mut request["expenses"][place], "facts"), vec![fact.clone()]),
            Hole::Bill(place) => {
                (object(&mut request["expenses"][place], "facts"), vec!["self_paid".into(), "advance".into()])
            }
            Hole::ThirdParty(place) => {
                let keys = vec!["third_party_liable".into(), "third_party_amount".into()];
                (object(&mut request["expenses"][place], "facts"), keys)
            }
            Hole::Value(id) => (object(request, "entered"), vec![id.clone()]),
            Hole::Reading(id) => (object(request, "readings"), vec![id.clone()]),
        }
    }

    /// Forgets what is there; a fact may also be answered with "I don't know".
    pub fn punch(&self, request: &mut Value, dont_know: bool) {
        let is_fact = !matches!(self, Hole::Value(_) | Hole::Reading(_));
        let dont_know = dont_know || self.needs_null();
        if *self == Hole::Age {
            let (birth, today) = (date(text(&request["facts"]["birth_date"])), date(text(&request["asked_on"])));
            request["facts"]["age"] = json!(today.years_since(birth));
        }
        let (object, keys) = self.slots(request);
        for key in keys {
            object.remove(&key);
            if is_fact && dont_know {
                object.insert(key, Value::Null);
            }
        }
    }

    /// Fills it.
    pub fn fill(&self, request: &mut Value, fill: &Fill) {
        let (object, keys) = self.slots(request);
        for (key, value) in keys.into_iter().zip(fill) {
            object.insert(key, value.clone());
        }
    }

    /// Whether nothing is given there.
    pub fn is_open(&self, request: &mut Value) -> bool {
        let (object, keys) = self.slots(request);
        keys.iter().all(|key| object.get(key).is_none_or(Value::is_null))
    }

    /// Leaves it again as it was in another request.
    pub fn restore(&self, request: &mut Value, from: &Value) {
        let mut from = from.clone();
        let (was, _) = self.slots(&mut from);
        let (object, keys) = self.slots(request);
        for key in keys {
            match was.get(&key) {
                Some(value) => object.insert(key, value.clone()),
                None => object.remove(&key),
            };
        }
    }

    /// An absent admission is counted, not unknown. An absent liability or care elsewhere is taken as no. Where enrolment
    /// and birth are both absent, the person is taken to be past infancy.
    pub fn needs_null(&self) -> bool {
        match self {
            Hole::Expense(_, fact) => ["admission", "out_of_area"].contains(&fact.as_str()),
            Hole::Person(fact) => fact == "enrolled_and_paid_on",
            Hole::ThirdParty(_) => true,
            _ => false,
        }
    }

    /// Whether each of its names says all of it. Whether somebody is liable may matter where the amount does not.
    pub fn has_one_name(&self) -> bool {
        !matches!(self, Hole::ThirdParty(_))
    }

    /// The names under which the answer speaks of it.
    pub fn names(&self, request: &Value) -> Vec<String> {
        let of = |place: &usize| request["expenses"][*place]["id"].as_str().unwrap().to_owned();
        match self {
            Hole::Age => vec!["birth_date".into()],
            Hole::Person(name) | Hole::Value(name) | Hole::Reading(name) => vec![name.clone()],
            Hole::Expense(place, fact) => vec![format!("{}/{fact}", of(place))],
            Hole::Bill(place) => vec![format!("{}/self_paid", of(place)), format!("{}/advance", of(place))],
            Hole::ThirdParty(place) => {
                ["liable", "amount"].map(|part| format!("{}/third_party_{part}", of(place))).into()
            }
        }
    }
}

/// Everything in a complete request that could be unknown.
pub fn candidates(region: &Region, request: &Value) -> Vec<Hole> {
    let mut holes = Vec::new();
    let keys = |object: &Value| object.as_object().map_or(Vec::new(), |o| o.keys().cloned().collect());
    holes.extend(keys(&request["facts"]).into_iter().map(Hole::Person));
    for (place, expense) in request["expenses"].as_array().into_iter().flatten().enumerate() {
        let facts = keys(&expense["facts"]).into_iter().filter(|fact| fact != "third_party_liable");
        holes.extend(facts.map(|fact| Hole::Expense(place, fact)));
        holes.push(Hole::ThirdParty(place));
        if !keys(&expense["facts"]).iter().any(|fact| fact == "admission") {
            holes.push(Hole::Expense(place, "admission".into()));
        }
        // What items say may not be said again, nor left open.
        if expense.get("items").is_none() {
            holes.push(Hole::Bill(place));
        }
    }
    let open = keys(&request["entered"]).into_iter().filter(|id| !region.value(id).limit_only);
    holes.extend(open.map(Hole::Value));
    holes.extend(keys(&request["readings"]).into_iter().map(Hole::Reading));
    holes
}

/// Ways to fill a hole of a request.
pub fn fillings(tape: &mut Tape, region: &Region, request: &Value, hole: &Hole) -> Fillings {
    let discrete = |values: Vec<Value>| Fillings {
        fills: values.into_iter().map(|value| vec![value]).collect(),
        complete: true,
        numeric: false,
    };
    match hole {
        Hole::Age => discrete(births(request).into_iter().map(Value::from).collect()),
        Hole::Person(id) if id == "birth_date" => discrete(births(request).into_iter().map(Value::from).collect()),
        Hole::Person(id) if id == "enrolled_and_paid_on" => {
            discrete(enrolments(request).into_iter().map(Value::from).collect())
        }
        Hole::Person(id) if id == "account_balance" => numbers(tape, 0, 99_999_999_999_999, &[100_000], yuan),
        Hole::Person(id) => discrete(every_value(&region.fact(id).kind)),
        Hole::Expense(place, id) if id == "self_paid" || id == "advance" => part_of_bill(tape, request, *place, id),
        Hole::Expense(place, id) if id == "third_party_amount" => numbers(tape, 0, total(request, *place), &[], yuan),
        Hole::Expense(_, id) => discrete(every_value(&region.fact(id).kind)),
        Hole::ThirdParty(place) => third_party(tape, total(request, *place)),
        Hole::Bill(place) => whole_bill(tape, request, *place),
        Hole::Value(id) => value_fillings(tape, region, request, id),
        Hole::Reading(id) => discrete(region.reading(id).options.iter().map(|o| json!(o)).collect()),
    }
}

/// Every value that rules can tell apart.
fn every_value(kind: &Kind) -> Vec<Value> {
    match kind {
        Kind::YesNo => vec![json!(false), json!(true)],
        Kind::Choice(options) => options.iter().map(|option| json!(option)).collect(),
        Kind::Set(options) => sets(options),
        Kind::WholeNumber { min, max, rows } => {
            let near = rows.iter().flat_map(|row| [row - 1, *row, row + 1]).chain(*min..=(min + 11).min(*max));
            let numbers: BTreeSet<i64> = near.chain([*max]).filter(|n| (*min..=*max).contains(n)).collect();
            // Twelve months are told apart one by one; of other counts only the first few are.
            let few = |n: &i64| *max == 12 || *n <= min + 5 || rows.contains(&(n - 1)) || n == max;
            numbers.into_iter().filter(few).map(|n| json!(n)).collect()
        }
        Kind::Date | Kind::Money => panic!("depends on others"),
    }
}

/// None, one, and two members: no rule asks for three at once. And all of them.
fn sets(options: &[String]) -> Vec<Value> {
    let mut sets = vec![json!([]), json!(options)];
    for (place, one) in options.iter().enumerate() {
        sets.push(json!([one]));
        sets.extend(options[..place].iter().map(|other| json!([one, other])));
    }
    sets
}

fn days_of(request: &Value) -> BTreeSet<String> {
    let expenses = request["expenses"].as_array().into_iter().flatten();
    let days = expenses.map(|expense| expense["date"].as_str().unwrap().to_owned());
    days.chain([request["asked_on"].as_str().unwrap().to_owned()]).collect()
}

/// The latest day on which the person may have been born.
pub fn latest_birth(request: &Value) -> i64 {
    let enrolled = request["facts"]["enrolled_and_paid_on"].as_str().filter(|day| *day != "not_yet");
    let latest = days_of(request).into_iter().chain(enrolled.map(str::to_owned)).min().unwrap();
    day_number(date(&latest))
}

/// Birth dates around every threshold that a policy names, for every day on which it may be tested.
fn births(request: &Value) -> Vec<String> {
    let today = date(text(&request["asked_on"]));
    let age = request["facts"]["age"].as_i64().map(|age| today.births_at_age(age));
    let (first, last) = age.unwrap_or((Date::FIRST, today));
    let (first, latest) = (day_number(first), day_number(last).min(latest_birth(request)));
    let mut found = BTreeSet::from([first, latest]);
    for tested in days_of(request) {
        for age in &thresholds().ages {
            let exact = day_number(birthday(&tested, -age));
            found.extend([exact - 1, exact, exact + 1]);
        }
        for days in &thresholds().days {
            let exact = day_number(date(&tested)) - days;
            found.extend([exact - 1, exact, exact + 1]);
        }
    }
    let enrolled = request["facts"]["enrolled_and_paid_on"].as_str().filter(|day| *day != "not_yet");
    for last in days_of(request).into_iter().chain(enrolled.map(str::to_owned)) {
        for months in &thresholds().months {
            let exact = day_number(Span::Months(*months).earliest_start(date(&last)));
            found.extend([exact - 1, exact, exact + 1]);
        }
    }
    if let Some(enrolled) = enrolled {
        for days in &thresholds().days {
            let exact = day_number(date(enrolled)) - days;
            found.extend([exact - 1, exact, exact + 1]);
        }
    }
    let possible = found.into_iter().filter(|day| (first..=latest).contains(day));
    possible.map(day).collect()
}

/// Days of enrolment around the deadlines, and none yet.
fn enrolments(request: &Value) -> Vec<String> {
    let today = day_number(date(request["asked_on"].as_str().unwrap()));
    let born = match request["facts"]["birth_date"].as_str() {
        Some(born) => vec![born.to_owned()],
        None => births(request),
    };
    let mut found = BTreeSet::from([today]);
    for tested in days_of(request) {
        let exact = day_number(date(&tested));
        found.extend([exact - 1, exact, exact + 1]);
    }
    for born in born {
        for months in &thresholds().months {
            let exact = day_number(Span::Months(*months).after(date(&born)));
            found.extend([exact - 1, exact, exact + 1]);
        }
        let born = day_number(date(&born));
        found.insert(born);
        for days in &thresholds().days {
            found.extend([born + days - 1, born + days, born + days + 1]);
        }
    }
    let first = day_number(Date::FIRST);
    let possible = found.into_iter().filter(|day| (first..=today).contains(day));
    possible.map(day).chain(["not_yet".to_owned()]).collect()
}

struct Thresholds {
    ages: BTreeSet<i64>,
    days: BTreeSet<i64>,
    months: BTreeSet<i64>,
}

/// Ages and days that any policy names.
fn thresholds() -> &'static Thresholds {
    static FOUND: OnceLock<Thresholds> = OnceLock::new();
    FOUND.get_or_init(|| {
        let mut found = Thresholds { ages: BTreeSet::new(), days: BTreeSet::new(), months: BTreeSet::new() };
        for (_, text) in super::shipped::files("policy.json") {
            note_thresholds(&serde_json::from_str(text).unwrap(), &mut found);
        }
        assert!(found.ages.contains(&18) && found.days.contains(&90), "the policies name ages and days");
        found
    })
}

fn note_thresholds(tree: &Value, found: &mut Thresholds) {
    for (key, inner) in tree.as_object().into_iter().flatten() {
        match (key.as_str(), inner.as_i64()) {
            ("age_under" | "age_at_least", Some(age)) => found.ages.extend([age]),
            ("age_at_most", Some(age)) => found.ages.extend([age + 1]),
            ("days_old_at_most" | "enrolled_within_days_of_birth" | "days_after_birth", Some(days)) => {
                found.days.extend([days]);
            }
            ("enrolled_within_months_of_birth", Some(months)) => found.months.extend([months]),
            _ => note_thresholds(inner, found),
        }
    }
    tree.as_array().into_iter().flatten().for_each(|inner| note_thresholds(inner, found));
}

/// A decimal text in steps of so many places.
pub fn on_grid(text: &str, places: usize) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    assert!(part.len() <= places, "{text} has more than {places} places");
    format!("{whole}{part:0<places$}").parse().unwrap()
}

/// An amount's text in fen; nothing where it is not given.
pub fn given_fen(value: &Value) -> Option<i64> {
    value.as_str().map(|text| on_grid(text, 2))
}

fn total(request: &Value, place: usize) -> i64 {
    given_fen(&request["expenses"][place]["total"]).unwrap_or(0)
}

fn numbers(tape: &mut Tape, low: i64, high: i64, near: &[i64], text: fn(i64) -> String) -> Fillings {
    let mut chosen = vec![low, high];
    let seen = near.iter().filter(|n| (low..=high).contains(*n)).copied();
    let drawn: Vec<i64> = (0..3).map(|_| tape.between(low, high)).collect();
    for number in seen.chain(drawn) {
        if !chosen.contains(&number) {
            chosen.push(number);
        }
    }
    if low == high {
        chosen.truncate(1);
    }
    Fillings {
        fills: chosen.into_iter().map(|n| vec![json!(text(n))]).collect(),
        complete: low == high,
        numeric: low < high,
    }
}

fn part_of_bill(tape: &mut Tape, request: &Value, place: usize, part: &str) -> Fillings {
    let other = if part == "self_paid" { "advance" } else { "self_paid" };
    let most = total(request, place) - given_fen(&request["expenses"][place]["facts"][other]).unwrap_or(0);
    numbers(tape, 0, most, &[], yuan)
}

/// Nobody is liable, or somebody for a part of the bill.
fn third_party(tape: &mut Tape, total: i64) -> Fillings {
    let liable = |amount: i64| vec![json!(true), json!(yuan(amount))];
    let fills = vec![liable(total), vec![json!(false), Value::Null], liable(0), liable(tape.between(0, total))];
    Fillings { fills, complete: total == 0, numeric: total > 0 }
}

fn whole_bill(tape: &mut Tape, request: &Value, place: usize) -> Fillings {
    let total = total(request, place);
    let pair = |a: i64, b: i64| vec![json!(yuan(a)), json!(yuan(b))];
    let mut fills = vec![pair(0, 0), pair(total, 0), pair(0, total)];
    for _ in 0..3 {
        let self_paid = tape.between(0, total);
        fills.push(pair(self_paid, tape.between(0, total - self_paid)));
    }
    Fillings { fills, complete: total == 0, numeric: total > 0 }
}

/// What is entered for the other edges of bands of a value's programme.
fn other_edges(region: &Region, request: &Value, id: &str) -> Vec<i64> {
    let Some((family, _)) = id.rsplit_once("edge") else { return Vec::new() };
    let entered = request["entered"].as_object().into_iter().flatten();
    let others = entered.filter(|(other, _)| other.starts_with(&format!("{family}edge")) && *other != id);
    others
        .filter(|(other, _)| region.value(other).unit == "money")
        .map(|(_, amount)| on_grid(amount.as_str().unwrap(), 2))
        .collect()
}

fn value_fillings(tape: &mut Tape, region: &Region, request: &Value, id: &str) -> Fillings {
    let value = region.value(id);
    let places = if value.unit == "rate" { 6 } else { 2 };
    let bound = |text: &Option<String>, natural| text.as_ref().map_or(natural, |text| on_grid(text, places));
    let bounds = value.bounds(request, |text| on_grid(text, places));
    let suggested = value.suggested.iter().map(|text| on_grid(text, places));
    match value.unit.as_str() {
        "yes_no" => Fillings { fills: vec![vec![json!("no")], vec![json!("yes")]], complete: true, numeric: false },
        "rate" => {
            let near: Vec<i64> = suggested.collect();
            numbers(tape, bound(&bounds.0, 0), bound(&bounds.1, 1_000_000), &near, rate)
        }
        _ => {
            // A limit without a bound runs to the greatest amount; what matters lies near the bills, and a band ends at another's edge.
            let bills = (0..request["expenses"].as_array().map_or(0, Vec::len)).map(|place| total(request, place));
            let near: Vec<i64> = suggested.chain(bills).chain(other_edges(region, request, id)).collect();
            numbers(tape, bound(&bounds.0, 0), bound(&bounds.1, 99_999_999_999_999), &near, yuan)
        }
    }
}
