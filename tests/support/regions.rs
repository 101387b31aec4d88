//! Regions as `describe` lays them out.

use super::catalogue;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use yibao::api;
use yibao::policy::catalogue::Catalogue;

/// A region that may be asked for.
pub struct Region {
    pub code: String,
    pub facts: Vec<Fact>,
    pub services: Vec<Service>,
    pub values: Vec<ValueRow>,
    pub readings: Vec<Reading>,
    pub programmes: Vec<Programme>,
    /// Whole numbers that tables of the region name, by fact.
    pub described: Value,
}

/// A fact of the vocabulary.
pub struct Fact {
    pub id: String,
    pub of_person: bool,
    pub kind: Kind,
    /// Whether a programme of the region reads it.
    pub read: bool,
}

/// What a fact may be.
#[derive(Clone)]
pub enum Kind {
    YesNo,
    Choice(Vec<String>),
    Set(Vec<String>),
    WholeNumber { min: i64, max: i64, rows: BTreeSet<i64> },
    Date,
    Money,
}

/// A service.
pub struct Service {
    pub id: String,
    pub needs_total: bool,
    pub covered: bool,
}

/// A row of a value.
pub struct ValueRow {
    pub id: String,
    pub unit: String,
    pub enterable: bool,
    /// The value that it may not be entered beside.
    pub instead_of: Option<String>,
    /// On some days applied only if entered, or on no day unpublished: leaving it out is then no hole.
    pub limit_only: bool,
    /// On some days unpublished: left out then, it is open.
    pub may_be_open: bool,
    /// Every number seen or suggested for it.
    pub suggested: BTreeSet<String>,
    /// Its unpublished versions.
    open: Vec<Value>,
}

impl ValueRow {
    /// The unpublished versions of the days of a request's bills; where there is none, all.
    fn open_for(&self, request: &Value) -> Vec<&Value> {
        let bills = request["expenses"].as_array().into_iter().flatten();
        let days: Vec<&str> = bills.filter_map(|bill| bill["date"].as_str()).collect();
        let holds = |version: &&Value| {
            let (from, to) = (version["from"].as_str().unwrap_or("0"), version["to"].as_str().unwrap_or("9"));
            days.iter().any(|day| from <= *day && *day <= to)
        };
        let then: Vec<&Value> = self.open.iter().filter(holds).collect();
        if then.is_empty() { self.open.iter().collect() } else { then }
    }

    /// How far it may range on the days of a request's bills, as texts: of money or rates that compare as numbers.
    pub fn bounds(&self, request: &Value, number: impl Fn(&str) -> i64) -> (Option<String>, Option<String>) {
        let open = self.open_for(request);
        let all = |end: &str| open.iter().map(|version| optional(&version[end])).collect::<Option<Vec<String>>>();
        let least = all("low").and_then(|lows| lows.into_iter().min_by_key(|text| number(text)));
        (least, all("high").and_then(|highs| highs.into_iter().max_by_key(|text| number(text))))
    }

    /// The one suggestion of every version that is unpublished on the days of a request's bills.
    pub fn only_suggestion(&self, request: &Value) -> Option<String> {
        let each: Vec<Vec<String>> =
            self.open_for(request).iter().map(|version| texts(&version["suggested"])).collect();
        let all: BTreeSet<&String> = each.iter().flatten().collect();
        let is_only = all.len() == 1 && each.iter().all(|list| !list.is_empty());
        all.first().filter(|_| is_only).map(|text| (*text).clone())
    }
}

/// A reading.
pub struct Reading {
    pub id: String,
    pub options: Vec<String>,
    pub preferred: String,
}

/// A programme.
pub struct Programme {
    pub id: String,
    pub fund: Option<String>,
    pub kind: String,
    pub services: Vec<String>,
    pub began: Option<String>,
    pub known_from: Option<String>,
    pub on_file: bool,
}

impl Programme {
    /// Whether its rule is on file on a day.
    pub fn is_on_file(&self, day: &str) -> bool {
        self.on_file && self.known_from.as_deref().is_none_or(|from| from <= day)
    }
}

impl Region {
    /// A fact of the vocabulary.
    pub fn fact(&self, id: &str) -> &Fact {
        self.facts.iter().find(|fact| fact.id == id).unwrap_or_else(|| panic!("no fact {id}"))
    }

    /// A value's row.
    pub fn value(&self, id: &str) -> &ValueRow {
        self.values.iter().find(|value| value.id == id).unwrap_or_else(|| panic!("no value {id}"))
    }

    /// A reading.
    pub fn reading(&self, id: &str) -> &Reading {
        self.readings.iter().find(|reading| reading.id == id).unwrap_or_else(|| panic!("no reading {id}"))
    }
}

/// Every region.
pub fn regions() -> &'static [Region] {
    static REGIONS: OnceLock<Vec<Region>> = OnceLock::new();
    REGIONS.get_or_init(|| {
        let listed = serde_json::to_value(api::regions(catalogue())).unwrap();
        let codes = listed.as_array().unwrap().iter().map(|region| text(&region["code"]));
        codes.map(|code| region_in(&code, catalogue())).collect()
    })
}

/// One of them.
pub fn region_of(code: &str) -> &'static Region {
    regions().iter().find(|region| region.code == code).unwrap_or_else(|| panic!("no region {code}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a string is expected, not {value}")).to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

fn optional(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A region of a catalogue.
pub fn region_in(code: &str, catalogue: &Catalogue) -> Region {
    let described = serde_json::to_value(api::describe(code, catalogue)).unwrap();
    let list = |key: &str| described[key].as_array().unwrap_or_else(|| panic!("describe({code}) lists {key}")).iter();
    Region {
        code: code.to_owned(),
        facts: list("facts").map(|f| fact(f, &described)).collect(),
        services: list("services").map(service).collect(),
        values: list("values").map(value_row).collect(),
        readings: list("readings").map(reading).collect(),
        programmes: list("programmes").map(programme).collect(),
        described: described.clone(),
    }
}

fn fact(fact: &Value, described: &Value) -> Fact {
    let id = text(&fact["id"]);
    let kind = match fact["kind"].as_str().unwrap() {
        "yes_no" => Kind::YesNo,
        "choice" => Kind::Choice(texts(&fact["options"])),
        "set" => Kind::Set(texts(&fact["options"])),
        "date" => Kind::Date,
        "money" => Kind::Money,
        "whole_number" => {
            let rows = described["values"].as_array().unwrap().iter().filter_map(|v| v["row"][&id].as_str());
            let rows = rows.map(|key| key.parse().unwrap()).collect();
            Kind::WholeNumber { min: fact["min"].as_i64().unwrap(), max: fact["max"].as_i64().unwrap(), rows }
        }
        other => panic!("an unknown kind of fact: {other}"),
    };
    let read = !fact["programmes"].as_array().unwrap().is_empty();
    Fact { id, of_person: fact["of"] == "person", kind, read }
}

fn service(service: &Value) -> Service {
    Service {
        id: text(&service["id"]),
        needs_total: service["needs_total"].as_bool().unwrap(),
        covered: !service["programmes"].as_array().unwrap().is_empty(),
    }
}

fn value_row(value: &Value) -> ValueRow {
    let versions: Vec<&Value> = value["versions"].as_array().unwrap().iter().collect();
    let open: Vec<&&Value> = versions.iter().filter(|version| version["status"] == "unpublished").collect();
    let suggested: BTreeSet<String> = versions.iter().flat_map(|version| texts(&version["suggested"])).collect();
    ValueRow {
        id: text(&value["id"]),
        unit: text(&value["unit"]),
        enterable: value["enterable"].as_bool().unwrap(),
        instead_of: optional(&value["instead_of"]),
        limit_only: versions.iter().any(|version| version["status"] == "limit") || open.is_empty(),
        may_be_open: !open.is_empty(),
        open: open.into_iter().map(|version| (*version).clone()).collect(),
        suggested,
    }
}

fn reading(reading: &Value) -> Reading {
    let options = reading["options"].as_array().unwrap().iter().map(|option| text(&option["id"])).collect();
    Reading { id: text(&reading["id"]), options, preferred: text(&reading["preferred"]) }
}

fn programme(programme: &Value) -> Programme {
    Programme {
        id: text(&programme["id"]),
        fund: optional(&programme["fund"]),
        kind: text(&programme["kind"]),
        services: texts(&programme["services"]),
        began: optional(&programme["began"]),
        known_from: optional(&programme["known_from"]),
        on_file: programme["on_file"].as_bool().unwrap(),
    }
}
