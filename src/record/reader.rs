//! From a record to a bill, a slip and notes.

use super::fields::{AMOUNTS, Slip, settled};
use super::find::{Found, records, text_of};
use super::person::{differs, is_refund, taken_back};
use super::{Bill, Record, amount, codes};
use crate::json::Json;
use crate::json::problem::pointer;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Reads every record of a text.
pub fn read_all(content: &Json, into: &mut Record) {
    let found = records(content, "", 0);
    if found.is_empty() {
        into.note("no_record", String::new(), None);
    }
    let taken_back = taken_back(&found);
    let first = found.iter().find(|one| !is_refund(one));
    let mut seen = BTreeSet::new();
    for one in &found {
        let place = Place { found: one, used: RefCell::new(AMOUNTS.into_iter().chain(["refd_setl_flag"]).collect()) };
        let id = one.text("setl_id");
        if is_refund(one) || taken_back.contains(&id) {
            into.note("refund", one.path.clone(), None);
        } else if first.is_some_and(|first| differs(first, one)) {
            into.note("another_person", one.path.clone(), None);
        } else {
            // A settlement that stands in the list twice is told; which of the two is meant, nobody knows.
            if !id.is_empty() && !seen.insert(id) {
                into.note("repeated", one.path.clone(), None);
            }
            read_bill(&place, into);
        }
        read_details(one, into);
        tell_unused(&place, into);
    }
}

/// A record, and which of its members were looked at.
struct Place<'f> {
    found: &'f Found,
    used: RefCell<BTreeSet<&'static str>>,
}

impl Place<'_> {
    fn at(&self, name: &str) -> String {
        self.found.at(name)
    }

    /// A code, a name or a day as text; empty where nothing is said.
    fn said(&self, name: &'static str) -> String {
        self.used.borrow_mut().insert(name);
        self.written(name)
    }

    fn written(&self, name: &str) -> String {
        self.found.text(name)
    }
}

fn tell_unused(place: &Place, into: &mut Record) {
    for member in place.found.members() {
        if !place.used.borrow().contains(member.name.as_str()) && !text_of(&member.value).is_empty() {
            into.note("unused", place.at(&member.name), None);
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
        // Neither a text, nor a number, nor nothing: it cannot be an amount.
        if matches!(place.found.get(name), Some(Json::Bool(_) | Json::Array(_) | Json::Object(_))) {
            into.note("not_an_amount", place.at(name), None);
        }
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
    for (at, entry) in found.details.items().iter().enumerate() {
        let members = ["fund_pay_type", "fund_pay_type_name", "fund_payamt"].map(|name| entry.get(name).map(text_of));
        let told: Vec<String> = members.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        if !told.is_empty() {
            into.note("detail", pointer(&found.details_path, &at.to_string()), Some(&told.join(" ")));
        }
    }
}
