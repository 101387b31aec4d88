//! From a record to a bill, a slip and notes.

use super::fields::{AMOUNTS, Slip, settled};
use super::find::{Found, records};
use super::{Bill, Record, amount, codes};
use crate::json::Json;
use crate::json::problem::pointer;
use std::cell::RefCell;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Reads every record of a text.
pub fn read_all(content: &Json, into: &mut Record) {
    let found = records(content, "", 0);
    if found.is_empty() {
        into.note("no_record", String::new(), None);
    }
    for one in found {
        read_one(&one, into);
    }
}

/// A record, and which of its members were looked at.
struct Place<'j> {
    record: &'j Json,
    path: &'j str,
    used: RefCell<BTreeSet<&'static str>>,
}

impl Place<'_> {
    fn at(&self, name: &str) -> String {
        pointer(self.path, name)
    }

    /// A code, a name or a day as text; empty where nothing is said.
    fn said(&self, name: &'static str) -> String {
        self.used.borrow_mut().insert(name);
        self.written(name)
    }

    fn written(&self, name: &str) -> String {
        self.record.get(name).map(text_of).unwrap_or_default()
    }
}

fn read_one(found: &Found, into: &mut Record) {
    let place = Place { record: found.record, path: &found.path, used: RefCell::new(AMOUNTS.into_iter().collect()) };
    if place.said("refd_setl_flag") == "1" || amount::is_negative(&place.written("medfee_sumamt")) {
        into.note("refund", found.path.clone(), None);
    } else {
        read_bill(&place, into);
    }
    read_details(found, into);
    for (name, value) in found.record.entries() {
        if !place.used.borrow().contains(name.as_str()) && !text_of(value).is_empty() {
            into.note("unused", place.at(name), None);
        }
    }
}

fn read_bill(place: &Place, into: &mut Record) {
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
        let text = place.written(name);
        if text.is_empty() {
            continue;
        }
        match amount::read(&text) {
            Ok(amount) => drop(slip.insert(name, amount)),
            Err(fault) => into.note(fault, place.at(name), Some(&text)),
        }
    }
    slip
}

fn read_person(place: &Place, into: &mut Record) {
    let area = place.said("insuplc_admdvs");
    if codes::is_area(&area) {
        into.request.region = Some(area);
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
        into.note("maternity", place.at("med_type"), None);
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
            into.note("over_limit", place.at("overlmt_selfpay"), Some(over));
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
        if let Some(day) = codes::day(text) {
            return Some(day);
        }
        into.note("not_a_day", place.at(name), Some(text));
    }
    None
}

fn unknown_code(name: &str, code: &str, place: &Place, into: &mut Record) {
    if !code.is_empty() {
        into.note("unknown_code", place.at(name), Some(code));
    }
}

fn read_details(found: &Found, into: &mut Record) {
    for (at, entry) in found.details.map(Json::items).unwrap_or_default().iter().enumerate() {
        let members = ["fund_pay_type", "fund_pay_type_name", "fund_payamt"].map(|name| entry.get(name).map(text_of));
        let told: Vec<String> = members.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        if !told.is_empty() {
            into.note("detail", pointer(&found.details_path, &at.to_string()), Some(&told.join(" ")));
        }
    }
}

/// A number's own figures; a string without the spaces around it; nothing for `null` and what is no scalar.
fn text_of(value: &Json) -> String {
    match value {
        Json::Number(figures) => figures.clone(),
        Json::String(text) => text.nfkc().collect::<String>().trim().to_owned(),
        _ => String::new(),
    }
}
