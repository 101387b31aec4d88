//! People of a region with a bill each, made with seeded dice: the same seed gives the same people.
//!
//! They are no census. They are there so that a change meets every kind of person that the region's rules tell apart.

use crate::api::{Described, describe};
use crate::calendar::Date;
use crate::json::Json;
use crate::json::tree::{number, object, text};
use crate::policy::catalogue::Catalogue;
use oorandom::Rand32;

/// Of a hundred people so many have what few have: a hardship, an illness, somebody liable, care elsewhere.
const FEW: u32 = 12;

/// What dice are thrown for.
struct Maker<'a> {
    dice: Rand32,
    facts: &'a [Json],
    services: &'a [Json],
    today: Date,
}

/// So many requests of a region.
#[must_use]
pub fn population(region: &str, people: usize, seed: u64, today: Date, catalogue: &Catalogue) -> Vec<Json> {
    let Described::Description(description) = describe(region, catalogue) else { return Vec::new() };
    let description = serde_json::to_string(&description).unwrap_or_default();
    let tree = crate::json::parse(&description).unwrap_or(Json::Null);
    let list = |key: &str| tree.items_of(key);
    let is_read = |of: &&Json| of.get("programmes").is_some_and(|programmes| !programmes.items().is_empty());
    let services: Vec<Json> = list("services").iter().filter(is_read).cloned().collect();
    let facts: Vec<Json> = list("facts").iter().filter(is_read).cloned().collect();
    let mut maker = Maker { dice: Rand32::new(seed), facts: &facts, services: &services, today };
    (0..people).map(|_| maker.request(region)).collect()
}

impl Maker<'_> {
    fn below(&mut self, most: u32) -> u32 {
        self.dice.rand_range(0..most.max(1))
    }

    fn is_one_of_few(&mut self) -> bool {
        self.below(100) < FEW
    }

    fn pick<'j>(&mut self, list: &'j [Json]) -> Option<&'j Json> {
        let place = self.below(u32::try_from(list.len()).unwrap_or(u32::MAX));
        list.get(usize::try_from(place).ok()?)
    }

    fn request(&mut self, region: &str) -> Json {
        let (facts, services) = (self.facts, self.services);
        let of = |holder: &'static str| facts.iter().filter(move |fact| is(fact, "of", holder));
        let person: Vec<(String, Json)> = of("person").filter_map(|fact| self.answer(fact)).collect();
        let mut members = vec![
            ("region".to_owned(), text(region)),
            ("asked_on".to_owned(), text(self.today)),
            ("facts".to_owned(), Json::Object(person)),
        ];
        if let Some(service) = self.pick(services) {
            let expense = self.expense(service, of("expense").collect());
            members.push(("expenses".to_owned(), Json::Array(vec![expense])));
        }
        Json::Object(members)
    }

    fn expense(&mut self, service: &Json, facts: Vec<&Json>) -> Json {
        let service = service.text_of("id");
        let of_service = |fact: &&&Json| fact.get("services").is_some_and(|list| list.items().contains(&text(service)));
        let day = self.today.minus_days(i64::from(self.below(365)));
        let hundred = i64::from(self.below(90).saturating_add(10));
        let yuan = (0..self.below(4)).fold(hundred.saturating_mul(10), |yuan, _| yuan.saturating_mul(10));
        let mut answers: Vec<(String, Json)> =
            facts.iter().filter(of_service).filter_map(|fact| self.answer(fact)).collect();
        for (fact, divisor) in [("self_paid", 10), ("advance", 20)] {
            if let Some((_, part)) = answers.iter_mut().find(|(id, _)| id == fact) {
                *part = text(yuan.div_euclid(divisor));
            }
        }
        object([
            ("id", text("e1")),
            ("service", text(service)),
            ("date", text(day)),
            ("total", text(yuan)),
            ("facts", Json::Object(answers)),
        ])
    }

    /// A fact with an answer.
    fn answer(&mut self, fact: &Json) -> Option<(String, Json)> {
        let id = fact.get("id").and_then(Json::as_str)?;
        let options = fact.items_of("options");
        let name = |option: &Json| option.get("value").or(option.get("id")).unwrap_or(option).clone();
        let answer = match (id, fact.get("kind").and_then(Json::as_str)?) {
            // Nobody else bears a part of these bills: the fact itself may be so answered too.
            ("third_party_liable", _) => Json::Bool(false),
            ("third_party_amount", _) => return None,
            ("birth_date", _) => text(self.today.minus_days(i64::from(self.below(90 * 365)).saturating_add(400))),
            ("scheme", _) => text(if self.below(3) == 0 { "employee" } else { "resident" }),
            ("enrolled_and_paid_on", _) => text(self.today.minus_days(390)),
            ("out_of_area", _) if !self.is_one_of_few() => text("no"),
            (_, "yes_no") => Json::Bool(self.is_one_of_few()),
            (_, "choice") => name(self.pick(options)?),
            (_, "set") if !self.is_one_of_few() => Json::Array(Vec::new()),
            (_, "set") => Json::Array(vec![name(self.pick(options)?)]),
            (_, "whole_number") => number(self.whole_number(fact)),
            (_, "money") => text("0"),
            _ => return None,
        };
        Some((id.to_owned(), answer))
    }

    /// Mostly a small one: a third admission is rarer than a first.
    fn whole_number(&mut self, fact: &Json) -> i64 {
        let bound = |key: &str| match fact.get(key) {
            Some(Json::Number(text)) => text.parse().unwrap_or_default(),
            _ => 0,
        };
        let (min, max): (i64, i64) = (bound("min"), bound("max"));
        let room = u32::try_from(max.saturating_sub(min)).unwrap_or(0).min(6);
        min.saturating_add(i64::from(self.below(room.saturating_add(1)).min(room)))
    }
}

fn is(json: &Json, key: &str, wanted: &str) -> bool {
    json.get(key).and_then(Json::as_str) == Some(wanted)
}
