//! From a record to a bill, a slip and notes.

use super::fields::{AMOUNTS, Slip, settled};
use super::reader::Place;
use super::{Bill, Record, amount, codes, day};
use crate::json::Json;

/// Reads a bill, and what its record says about the person.
pub fn read(place: &Place, into: &mut Record) {
    let number = into.request.expenses.len().saturating_add(1);
    let slip = read_slip(place, into);
    let mut bill = Bill { id: format!("e{number}"), total: slip.get("medfee_sumamt").cloned(), ..Bill::default() };
    read_person(place, into);
    read_care(place, &mut bill, into);
    read_outside(place, &slip, &mut bill, into);
    into.settled.insert(bill.id.clone(), settled(&slip));
    into.slips.insert(bill.id.clone(), slip);
    into.request.expenses.push(bill);
}

fn read_slip(place: &Place, into: &mut Record) -> Slip {
    let mut slip = Slip::new();
    for name in AMOUNTS {
        if place.found.get(name).is_some_and(is_neither) {
            into.note("not_an_amount", place.found.at(name), None);
        }
        let text = place.found.text(name);
        if text.is_empty() {
            continue;
        }
        match amount::read(&text) {
            Ok(amount) => drop(slip.insert(name, amount)),
            Err(fault) => into.note(fault, place.found.at(name), Some(&text)),
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
        Some(scheme) => drop(into.request.facts.insert("scheme", scheme.to_owned())),
        None => unknown_code("insutype", &insurance, place, into),
    }
    if let Some(born) = read_day(&["brdy"], place, into) {
        into.request.facts.insert("birth_date", born);
    }
}

fn read_care(place: &Place, bill: &mut Bill, into: &mut Record) {
    let kind = place.said("med_type");
    bill.service = codes::service(&kind);
    if bill.service.is_none() {
        unknown_code("med_type", &kind, place, into);
    }
    if kind == codes::MATERNITY {
        into.note("maternity", place.found.at("med_type"), None);
    }
    bill.date = read_day(&["setl_time", "enddate", "begndate"], place, into);
    let name = Some(place.said("hosp_lv_name")).filter(|name| !name.is_empty());
    let level = name.unwrap_or_else(|| place.said("hosp_lv"));
    match codes::level(&level) {
        Some(known) => drop(bill.facts.insert("facility_level", known.to_owned())),
        None => unknown_code("hosp_lv", &level, place, into),
    }
}

/// What is outside the catalogue, over a price limit and borne first. Absent lines stay open.
fn read_outside(place: &Place, slip: &Slip, bill: &mut Bill, into: &mut Record) {
    let line = |name: &str| slip.get(name).map(String::as_str);
    let over = line("overlmt_selfpay").unwrap_or("0.00");
    if let Some(own) = line("fulamt_ownpay_amt") {
        bill.facts.insert("self_paid", amount::sum(&[own, over]));
        if over != "0.00" {
            into.note("over_limit", place.found.at("overlmt_selfpay"), Some(over));
        }
    }
    if let Some(advance) = line("preselfpay_amt") {
        bill.facts.insert("advance", advance.to_owned());
    }
}

/// The first of these members that holds a day.
fn read_day(names: &[&'static str], place: &Place, into: &mut Record) -> Option<String> {
    let said: Vec<(&str, String)> = names.iter().map(|name| (*name, place.said(name))).collect();
    for (name, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
        if let Some(day) = day::day(text) {
            return Some(day);
        }
        into.note("not_a_day", place.found.at(name), Some(text));
    }
    None
}

fn unknown_code(name: &str, code: &str, place: &Place, into: &mut Record) {
    if !code.is_empty() {
        into.note("unknown_code", place.found.at(name), Some(code));
    }
}
