//! From a record to a bill, a slip and notes.

use super::care::read_kind;
use super::day::{self, Moment};
use super::fields::{AMOUNTS, Amounts, BESIDE, settled};
use super::found::BILLED;
use super::lists::by_class;
use super::payments::{check, take_payments};
use super::person::read_person;
use super::reader::Place;
use super::scope::{read_items, read_outside, use_in_scope};
use super::{Bill, Record, amount, codes, origins};
use crate::json::Json;
use crate::json::tree::text;

/// Where clocks of programs begin.
const EPOCH: &str = "1970-01-01";

/// Reads a code.
type Meaning = fn(&str) -> Option<&'static str>;

/// Where a hospital's level stands, and how.
const LEVELS: [(&str, Meaning); 4] = [
    ("hosp_lv_name", codes::level),
    ("hosp_lv", codes::level),
    ("dedc_hosp_lv", codes::settlement_level),
    ("hi_setl_lv", codes::settlement_level),
];

/// Reads a bill, and what its record says about the person.
pub fn read(place: &Place, into: &mut Record) {
    let number = into.request.expenses.len().saturating_add(1);
    let mut slip = read_slip(place, into);
    let payments = take_payments(place.found, &mut slip);
    let by_class = by_class(place.found, into);
    if let (Some(items), None) = (&by_class, slip.get("medfee_sumamt")) {
        slip.set("medfee_sumamt", items.total.to_string());
    }
    let total = slip.get("medfee_sumamt").map(str::to_owned);
    place.mark("mdtrt_id", true);
    let (visit, path) = (place.found.number("mdtrt_id"), place.found.path.clone());
    let written = place.found.text("medfee_sumamt");
    let unread_total = Some(written).filter(|written| total.is_none() && !written.is_empty());
    let places = origins::of_bill(place.found);
    let mut bill = Bill { id: format!("e{number}"), total, unread_total, visit, path, places, ..Bill::default() };
    origins::add_person(place.found, &mut into.request.places);
    read_person(place, into);
    read_care(place, &slip, &mut bill, into);
    read_outside(place, &slip, &mut bill, into);
    use_in_scope(place, &slip, &mut bill, into);
    if let Some(items) = by_class.filter(|_| bill.facts.are_parts_open()) {
        read_items(&items, place, &mut bill, into);
    }
    into.notes.extend(payments);
    check(place, &slip, into);
    into.settled.insert(bill.id.clone(), settled(&slip));
    into.slips.insert(bill.id.clone(), slip);
    into.request.expenses.push(bill);
}

fn read_slip(place: &Place, into: &mut Record) -> Amounts {
    let mut slip = Amounts::default();
    for name in AMOUNTS.into_iter().chain(BESIDE) {
        if place.found.get(name).is_some_and(is_neither) {
            into.note("not_an_amount", place.found.at(name), None);
        }
        let written = place.found.text(name);
        if written.is_empty() {
            continue;
        }
        match amount::read(&written) {
            Ok(amount) => slip.set(name, amount),
            Err(fault) => into.note(fault, place.found.at(name), Some(&written)),
        }
    }
    slip
}

/// Neither a text, nor a number, nor nothing: it cannot be an amount.
fn is_neither(value: &Json) -> bool {
    matches!(value, Json::Bool(_) | Json::Array(_) | Json::Object(_))
}

fn read_care(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    read_kind(place, slip, bill, into);
    let moment = read_day(&BILLED, place, into);
    note_other_year(place, moment.as_ref(), into);
    bill.minute = moment.as_ref().and_then(|moment| moment.minute);
    bill.date = moment.map(|moment| moment.day);
    read_level(place, bill, into);
    read_circumstances(place, bill, into);
    if bill.service == Some("inpatient") && !bill.visit.is_empty() {
        let is_same = |other: &&Bill| other.service == bill.service && other.visit == bill.visit;
        bill.same_stay_as = into.request.expenses.iter().find(is_same).map(|first| first.id.clone());
    }
    let days = place.found.code("act_ipt_days").trim_end_matches(['天', '日']).to_owned();
    if codes::are_days(&days) {
        place.mark("act_ipt_days", true);
        bill.facts.set("days", Json::Number(days));
    }
}

/// A stay that ended, or began, in another year than it was settled in belongs to the one or the other, as the place has it.
fn note_other_year(place: &Place, settled: Option<&Moment>, into: &mut Record) {
    let year = |day: &str| day.get(..4).map(str::to_owned);
    for name in ["enddate", "begndate"] {
        let Some(other) = day::day(&place.found.day(name)).filter(|_| !day::is_none(&place.found.day(name))) else {
            continue;
        };
        if settled.is_some_and(|settled| year(&settled.day) != year(&other)) {
            into.note("other_year", place.found.at(name), Some(&other));
            return;
        }
    }
}

/// What is otherwise taken for granted, and is not where the record says that it may be different.
fn read_circumstances(place: &Place, bill: &mut Bill, into: &mut Record) {
    let area = place.found.code("mdtrtarea_admvs");
    let is_elsewhere = codes::is_elsewhere(&place.found.code("insuplc_admdvs"), &area);
    place.mark("mdtrtarea_admvs", is_elsewhere.is_some());
    if is_elsewhere == Some(true) {
        bill.facts.set("out_of_area", Json::Null);
        into.note("elsewhere", place.found.at("mdtrtarea_admvs"), Some(&area));
    }
    if place.flag("rel_ttp_flag", into) == Some(true) {
        bill.facts.set("third_party_liable", Json::Null);
        into.note("third_party", place.found.at("rel_ttp_flag"), None);
    }
}

/// The first that says a level, else the first that says anything.
fn read_level(place: &Place, bill: &mut Bill, into: &mut Record) {
    let said = LEVELS.map(|(name, level)| (name, place.found.code(name), level));
    let known = said.iter().find_map(|(name, code, level)| Some((*name, level(code)?)));
    if let Some((name, level)) = known {
        place.mark(name, true);
        bill.facts.set("facility_level", text(level));
    } else if let Some((name, code, _)) = said.iter().find(|(_, code, _)| !code.is_empty()) {
        place.mark(name, true);
        unknown_code(name, code, place, into);
    }
}

/// The first of these members that holds a day.
fn read_day(names: &[&'static str], place: &Place, into: &mut Record) -> Option<Moment> {
    for name in names {
        place.mark(name, true);
    }
    for name in names {
        let (value, written) = (place.found.get(name), place.found.day(name));
        let is_odd = written.is_empty() && value.is_some_and(|value| matches!(value, Json::Object(_) | Json::Array(_)));
        if day::is_none(&written) && !is_odd {
            continue;
        }
        if let Some(moment) = day::moment(&written) {
            // Zero of a clock is no day of a bill.
            if moment.day == EPOCH {
                continue;
            }
            return Some(moment);
        }
        into.note("not_a_day", place.found.at(name), Some(&written).filter(|_| !is_odd).map(String::as_str));
    }
    None
}

pub fn unknown_code(name: &str, code: &str, place: &Place, into: &mut Record) {
    if !code.is_empty() {
        into.note("unknown_code", place.found.at(name), Some(code));
    }
}
