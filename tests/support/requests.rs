//! Random good requests in which everything is known: facts, parts of bills, values, readings.

use super::regions::{Fact, Kind, Region};
use super::tape::Tape;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use yibao::calendar::Date;

/// Fen as an amount's text.
pub fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// Millionths as a rate's text.
pub fn rate(millionths: i64) -> String {
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// A day, or the day number of one.
pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|_| panic!("{text} is no date"))
}

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i64 {
    Date::from_day_number(0).days_to(day)
}

/// The text of the day with this number.
pub fn day(number: i64) -> String {
    Date::from_day_number(number).to_string()
}

/// The day on which someone born on a day completes so many years.
pub fn birthday(born: &str, years: i64) -> Date {
    let (year, rest) = born.split_at(4);
    let year = year.parse::<i64>().unwrap() + years;
    Date::parse(&format!("{year:04}{rest}")).unwrap_or_else(|_| date(&format!("{year:04}-03-01")))
}

const TODAYS: [&str; 5] = ["2025-12-31", "2025-06-09", "2026-03-01", "2024-11-15", "2020-07-01"];
const YEARS: [i64; 8] = [2025, 2025, 2024, 2020, 2022, 2016, 2019, 2026];
const DAYS: [&str; 12] =
    ["06-01", "01-01", "12-31", "09-30", "10-01", "10-31", "11-01", "07-31", "08-01", "02-28", "03-01", "05-15"];

/// A request in which nothing is open but what nobody can fill (rules that are not on file).
pub fn complete(tape: &mut Tape, region: &Region) -> Value {
    let covered: Vec<&str> = region.services.iter().filter(|s| s.covered).map(|s| s.id.as_str()).collect();
    complete_of(tape, region, &covered)
}

/// The same, with expenses mostly of these services.
pub fn complete_of(tape: &mut Tape, region: &Region, services: &[&str]) -> Value {
    let asked_on = *tape.pick(&TODAYS);
    let year = *tape.pick(&YEARS);
    let count = [1, 1, 2, 2, 3, 4, 0][tape.below(7)];
    let expenses: Vec<Value> = (0..count).map(|place| expense(tape, region, services, year, place)).collect();
    let dates = expenses.iter().map(|expense| expense["date"].as_str().unwrap());
    let latest = dates.chain([asked_on]).min().unwrap().to_owned();
    let mut request = json!({
        "region": region.code,
        "asked_on": asked_on,
        "facts": person(tape, region, &latest, asked_on),
        "expenses": expenses,
        "entered": entered(tape, region),
        "readings": readings(tape, region),
    });
    if tape.one_in(3) {
        request["year_to_date"] = json!({ year.to_string(): year_to_date(tape, region) });
    }
    request
}

fn expense(tape: &mut Tape, region: &Region, services: &[&str], year: i64, place: usize) -> Value {
    let any: Vec<_> = region.services.iter().collect();
    let wanted: Vec<_> = any.iter().filter(|service| services.contains(&service.id.as_str())).copied().collect();
    let from = if wanted.is_empty() || tape.one_in(8) { &any } else { &wanted };
    let service = tape.pick(from);
    let year = if tape.one_in(8) { year - 1 } else { year };
    let day = tape.pick(&DAYS);
    let mut expense = json!({"id": format!("e{place}"), "service": service.id, "date": format!("{year}-{day}")});
    let total = bill(tape);
    let has_bill = service.needs_total || tape.one_in(2);
    if has_bill {
        expense["total"] = json!(amount_text(tape, total));
    }
    expense["facts"] = expense_facts(tape, region, if has_bill { total } else { 0 });
    if has_bill && tape.one_in(5) {
        expense["settled"] = settled(tape, total);
    }
    expense
}

/// The whole bill, in fen: small ones, odd ones, and those that use up caps.
pub fn bill(tape: &mut Tape) -> i64 {
    match tape.below(7) {
        0 => 100 * tape.between(1, 20_000),
        1 => tape.between(0, 100_000),
        2 => tape.between(0, 1_000_000),
        3 => tape.between(1_000_000, 10_000_000),
        4 => tape.between(5_000_000, 60_000_000),
        5 => tape.between(0, 300),
        _ => 0,
    }
}

/// Amounts may be written with two places, one or none.
fn amount_text(tape: &mut Tape, fen: i64) -> String {
    match (fen % 100, tape.below(2)) {
        (0, 0) => (fen / 100).to_string(),
        _ => yuan(fen),
    }
}

fn expense_facts(tape: &mut Tape, region: &Region, total: i64) -> Value {
    let mut facts = Map::new();
    for fact in region.facts.iter().filter(|fact| !fact.of_person) {
        if fact.kind.is_money() || fact.id == "third_party_liable" || (fact.id == "admission" && !tape.one_in(3)) {
            continue;
        }
        facts.insert(fact.id.clone(), any_value(tape, &fact.kind));
    }
    let self_paid = if tape.one_in(2) { tape.between(0, total) } else { 0 };
    let advance = if tape.one_in(3) { tape.between(0, total - self_paid) } else { 0 };
    facts.insert("self_paid".into(), json!(yuan(self_paid)));
    facts.insert("advance".into(), json!(yuan(advance)));
    third_party(tape, total, &mut facts);
    Value::Object(facts)
}

/// Mostly nobody is liable; where somebody is, it is known for how much.
fn third_party(tape: &mut Tape, total: i64, facts: &mut Map<String, Value>) {
    let is_liable = tape.one_in(8);
    facts.insert("third_party_liable".into(), json!(is_liable));
    if is_liable {
        facts.insert("third_party_amount".into(), json!(yuan(tape.between(0, total))));
    }
}

fn settled(tape: &mut Tape, total: i64) -> Value {
    const FUNDS: [&str; 6] =
        ["basic", "critical_illness", "large_expense", "assistance", "long_term_care", "supplement"];
    let mut left = total;
    let mut settled = Map::new();
    for _ in 0..1 + tape.below(2) {
        let amount = if tape.one_in(4) { 0 } else { tape.between(0, left) };
        let fund = FUNDS[[0, 0, 1, 3, 2, 4, 5][tape.below(7)]];
        if !settled.contains_key(fund) {
            left -= amount;
            settled.insert(fund.into(), json!(yuan(amount)));
        }
    }
    Value::Object(settled)
}

fn person(tape: &mut Tape, region: &Region, latest_birth: &str, asked_on: &str) -> Value {
    let born = birth(tape, latest_birth);
    let mut facts = Map::new();
    // An age stands instead of a birth date.
    for fact in region.facts.iter().filter(|fact| fact.of_person && fact.id != "age") {
        let value = match fact.id.as_str() {
            "birth_date" => json!(born),
            "enrolled_and_paid_on" => json!(enrolment(tape, &born, asked_on)),
            "account_balance" => json!(yuan(tape.between(0, 500_000))),
            "scheme" => json!(["resident", "employee", "resident", "none"][tape.below(4)]),
            _ => any_value(tape, &fact.kind),
        };
        // What nobody reads may be given too, but need not.
        if fact.read || tape.one_in(3) {
            facts.insert(fact.id.clone(), value);
        }
    }
    Value::Object(facts)
}

/// A birth date near the ages at which rules change.
fn birth(tape: &mut Tape, latest: &str) -> String {
    const AGES: [i64; 17] = [40, 10, 6, 7, 5, 8, 17, 18, 19, 30, 59, 60, 61, 75, 1, 2, 101];
    let latest_day = day_number(date(latest));
    if tape.one_in(5) {
        let days = *tape.pick(&[0, 30, 89, 90, 91, 179, 180, 181, 200]);
        return day(latest_day - days);
    }
    let exact = day_number(birthday(latest, -tape.pick(&AGES)));
    let shift = if tape.one_in(2) { tape.between(-1, 1) } else { tape.between(-300, 0) };
    day((exact + shift).min(latest_day))
}

fn enrolment(tape: &mut Tape, born: &str, asked_on: &str) -> String {
    let (first, last) = (day_number(date(born)), day_number(date(asked_on)));
    let days = match tape.below(4) {
        0 => *tape.pick(&[60, 89, 90, 91]),
        1 => tape.between(0, last - first),
        2 => 0,
        _ => return "not_yet".into(),
    };
    // Enrolling later than the first expense would make it lie before cover; the contract allows it all the same.
    day((first + days).min(last))
}

/// Any value of a kind but a date or an amount, which depend on others.
fn any_value(tape: &mut Tape, kind: &Kind) -> Value {
    match kind {
        Kind::YesNo => json!(tape.one_in(2)),
        Kind::Choice(options) => json!(tape.pick(options)),
        Kind::Set(options) => {
            let mut members: Vec<&String> = Vec::new();
            for _ in 0..[1, 1, 0, 2, 3][tape.below(5)] {
                let member = tape.pick(options);
                if !members.contains(&member) {
                    members.push(member);
                }
            }
            json!(members)
        }
        Kind::WholeNumber { min, max, .. } => {
            let most = if tape.one_in(8) { *max } else { (min + 5).min(*max) };
            json!(tape.between(*min, most))
        }
        Kind::Date | Kind::Money => panic!("depends on others"),
    }
}

fn entered(tape: &mut Tape, region: &Region) -> Value {
    let mut entered = Map::new();
    for value in region.values.iter().filter(|value| value.enterable) {
        if value.limit_only && !value.may_be_open && !tape.one_in(3) {
            continue;
        }
        let seen: Vec<&String> = value.suggested.iter().collect();
        let text = if !seen.is_empty() && tape.one_in(2) {
            (*tape.pick(&seen)).clone()
        } else {
            match value.unit.as_str() {
                "yes_no" => ["yes", "no"][tape.below(2)].to_owned(),
                "rate" => rate(*tape.pick(&[700_000, 0, 1_000_000, 333_333]) + tape.between(0, 0)),
                _ => yuan(100 * tape.between(0, 3_000) + tape.between(0, 99)),
            }
        };
        entered.insert(value.id.clone(), json!(text));
    }
    keep_one_of_two(tape, region, &mut entered);
    Value::Object(entered)
}

/// Of two values that say the same, the one or the other is entered.
fn keep_one_of_two(tape: &mut Tape, region: &Region, entered: &mut Map<String, Value>) {
    let name = |id: &str| id.split('@').next().unwrap().to_owned();
    let pairs = region.values.iter().filter_map(|value| Some((name(&value.id), value.instead_of.clone()?)));
    for (one, other) in pairs.collect::<BTreeSet<_>>() {
        let dropped = if tape.one_in(2) { &one } else { &other };
        entered.retain(|id, _| name(id) != *dropped);
        // What takes the place of the other must do so in every row.
        for row in region.values.iter().filter(|row| *dropped == other && name(&row.id) == one) {
            let number = *tape.pick(&[700_000, 333_333]);
            let text = if row.unit == "rate" { rate(number) } else { yuan(number) };
            entered.entry(row.id.clone()).or_insert_with(|| json!(text));
        }
    }
}

fn readings(tape: &mut Tape, region: &Region) -> Value {
    let forced = region.readings.iter().map(|reading| (reading.id.clone(), json!(tape.pick(&reading.options))));
    Value::Object(forced.collect())
}

fn year_to_date(tape: &mut Tape, region: &Region) -> Value {
    let pays = |programme: &&super::regions::Programme| programme.fund.is_some();
    let ids: Vec<&String> = region.programmes.iter().filter(pays).map(|programme| &programme.id).collect();
    let mut year = Map::new();
    let amounts = |tape: &mut Tape, most: i64| {
        let mut amounts = Map::new();
        for id in &ids {
            if tape.one_in(3) {
                amounts.insert((*id).clone(), json!(yuan(tape.between(0, most))));
            }
        }
        Value::Object(amounts)
    };
    if tape.one_in(2) {
        let paid = amounts(tape, 25_000_000);
        year.insert("paid".into(), paid);
    }
    if tape.one_in(3) {
        let used = amounts(tape, 100_000);
        year.insert("deductible_used".into(), used);
    }
    if tape.one_in(2) {
        year.insert("in_scope".into(), json!(yuan(tape.between(0, 6_000_000))));
    }
    if tape.one_in(2) {
        year.insert("personal_share".into(), json!(yuan(tape.between(0, 8_000_000))));
    }
    if tape.one_in(2) {
        year.insert("admissions".into(), json!(tape.between(0, 4)));
    }
    Value::Object(year)
}

impl Kind {
    pub fn is_money(&self) -> bool {
        matches!(self, Kind::Money)
    }
}

impl Fact {
    pub fn is_date(&self) -> bool {
        matches!(self.kind, Kind::Date)
    }
}
