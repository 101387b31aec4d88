//! From a record to a bill, a slip and notes.

use super::fields::{AMOUNTS, Amounts, settled};
use super::lists::{ByClass, by_class, take_payments};
use super::reader::Place;
use super::{Bill, Record, amount, codes, day};
use crate::json::Json;
use crate::json::tree::text;
use crate::money::Money;

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
    let mut bill =
        Bill { id: format!("e{number}"), total: slip.get("medfee_sumamt").map(str::to_owned), ..Bill::default() };
    read_person(place, into);
    read_care(place, &mut bill, into);
    read_outside(place, &slip, &mut bill, into);
    if let Some(items) = by_class.filter(|_| bill.facts.are_parts_open()) {
        read_items(&items, place, &mut bill, into);
    }
    into.notes.extend(payments);
    into.settled.insert(bill.id.clone(), settled(&slip));
    into.slips.insert(bill.id.clone(), slip);
    into.request.expenses.push(bill);
}

fn read_slip(place: &Place, into: &mut Record) -> Amounts {
    let mut slip = Amounts::default();
    for name in AMOUNTS {
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

fn read_person(place: &Place, into: &mut Record) {
    let area = place.said("insuplc_admdvs");
    if codes::is_area(&area) {
        into.request.region.get_or_insert(area);
    } else {
        unknown_code("insuplc_admdvs", &area, place, into);
    }
    let insurance = place.said("insutype");
    match codes::scheme(&insurance) {
        Some(scheme) => into.request.facts.set("scheme", text(scheme)),
        None => unknown_code("insutype", &insurance, place, into),
    }
    if let Some(born) = read_day(&["brdy"], place, into) {
        into.request.facts.set("birth_date", text(born));
    }
    // A code that says nothing of a fact stays among what was not used.
    let said = codes::person(&place.found.text("psn_type"));
    said.iter().for_each(|(fact, yes)| into.request.facts.set(fact, Json::Bool(*yes)));
    let is_civil = codes::civil_servant(&place.found.text("cvlserv_flag"));
    if let Some(yes) = is_civil {
        into.request.facts.set("civil_servant_supplement", Json::Bool(yes));
    }
    place.mark("psn_type", !said.is_empty());
    place.mark("cvlserv_flag", is_civil.is_some());
}

fn read_care(place: &Place, bill: &mut Bill, into: &mut Record) {
    let kind = place.said("med_type");
    match codes::care(&kind) {
        Some(care) => read_kind(&care, &kind, place, bill, into),
        None if kind.is_empty() => bill.service = codes::stay(&place.said("ipt_med_type")),
        None => unknown_code("med_type", &kind, place, into),
    }
    bill.date = read_day(&["setl_time", "enddate", "begndate"], place, into);
    read_level(place, bill, into);
    let days = place.found.text("act_ipt_days");
    if codes::are_days(&days) {
        place.mark("act_ipt_days", true);
        bill.facts.set("days", Json::Number(days));
    }
}

/// The first that says a level, else the first that says anything.
fn read_level(place: &Place, bill: &mut Bill, into: &mut Record) {
    let said = LEVELS.map(|(name, level)| (name, place.found.text(name), level));
    let known = said.iter().find_map(|(name, code, level)| Some((*name, level(code)?)));
    if let Some((name, level)) = known {
        place.mark(name, true);
        bill.facts.set("facility_level", text(level));
    } else if let Some((name, code, _)) = said.iter().find(|(_, code, _)| !code.is_empty()) {
        place.mark(name, true);
        unknown_code(name, code, place, into);
    }
}

fn read_kind(care: &codes::Care, code: &str, place: &Place, bill: &mut Bill, into: &mut Record) {
    bill.service = Some(care.service);
    if care.is_emergency {
        bill.facts.set("emergency", Json::Bool(true));
    }
    if care.is_local {
        into.note("local_code", place.found.at("med_type"), Some(code));
    }
    if care.is_maternity {
        into.note("maternity", place.found.at("med_type"), None);
    }
}

/// What is outside the catalogue, over a price limit and borne first. Absent lines stay open.
fn read_outside(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    let over = slip.get("overlmt_selfpay").unwrap_or("0.00");
    if let Some(own) = slip.get("fulamt_ownpay_amt") {
        bill.facts.set("self_paid", text(amount::sum(&[own, over])));
        if over != "0.00" {
            into.note("over_limit", place.found.at("overlmt_selfpay"), Some(over));
        }
    }
    if let Some(advance) = slip.get("preselfpay_amt") {
        bill.facts.set("advance", text(advance));
    }
}

/// What the classes of items say, where they are all of the bill and each is known.
fn read_items(items: &ByClass, place: &Place, bill: &mut Bill, into: &mut Record) {
    let unclear = if bill.total.as_ref() == Some(&items.total.to_string()) { items.other } else { items.total };
    if unclear > Money::ZERO {
        into.note("items_unclear", place.found.holding("iteminfo").at("iteminfo"), Some(&unclear.to_string()));
        return;
    }
    bill.items = items.items();
    if bill.items.is_empty() {
        bill.facts.set("self_paid", text("0.00"));
        bill.facts.set("advance", text("0.00"));
    }
}

/// The first of these members that holds a day.
fn read_day(names: &[&'static str], place: &Place, into: &mut Record) -> Option<String> {
    let said: Vec<(&str, String)> = names.iter().map(|name| (*name, place.said(name))).collect();
    for (name, written) in said.iter().filter(|(_, written)| !written.is_empty()) {
        if let Some(day) = day::day(written) {
            return Some(day);
        }
        into.note("not_a_day", place.found.at(name), Some(written));
    }
    None
}

fn unknown_code(name: &str, code: &str, place: &Place, into: &mut Record) {
    if !code.is_empty() {
        into.note("unknown_code", place.found.at(name), Some(code));
    }
}
