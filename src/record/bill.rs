//! From a record to a bill, a slip and notes.

use super::day::{self, Moment};
use super::fields::{AMOUNTS, Amounts, settled};
use super::found::BILLED;
use super::lists::{ByClass, by_class};
use super::payments::{check, take_payments};
use super::reader::Place;
use super::who::{born, said_born};
use super::{Bill, Record, amount, codes};
use crate::json::Json;
use crate::json::tree::text;
use crate::money::Money;

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
    let mut bill = Bill { id: format!("e{number}"), total, unread_total, visit, path, ..Bill::default() };
    read_person(place, into);
    read_care(place, &mut bill, into);
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
    let written = place.code("insuplc_admdvs");
    match codes::area(&written) {
        Some(area) => drop(into.request.region.get_or_insert(area)),
        None => unknown_code("insuplc_admdvs", &written, place, into),
    }
    let insurance = place.code("insutype");
    match codes::scheme(&insurance) {
        Some(scheme) => into.request.facts.set("scheme", text(scheme)),
        None => unknown_code("insutype", &insurance, place, into),
    }
    read_birth(place, into);
    let kind = place.found.code("psn_type");
    let said = codes::person(&kind);
    said.iter().for_each(|(fact, yes)| know(fact, *yes, "psn_type", place, into));
    let is_unknown = said.is_empty() && !codes::is_resident(&kind);
    if is_unknown {
        unknown_code("psn_type", &kind, place, into);
    }
    let is_civil = place.found.flag("cvlserv_flag");
    if let Some(yes) = is_civil {
        know("civil_servant_supplement", yes, "cvlserv_flag", place, into);
    }
    place.mark("psn_type", is_unknown || !said.is_empty());
    place.mark("cvlserv_flag", is_civil.is_some());
}

/// What a record says of the person. Where an earlier one says otherwise, nobody knows which day the estimate is for: it is open.
fn know(fact: &'static str, yes: bool, name: &'static str, place: &Place, into: &mut Record) {
    match into.request.facts.said(fact) {
        Some(said) if said != Json::Bool(yes) => {
            if said != Json::Null {
                into.note("changed", place.found.at(name), None);
            }
            into.request.facts.set(fact, Json::Null);
        }
        _ => into.request.facts.set(fact, Json::Bool(yes)),
    }
}

/// The birth date; of an infant without one, that it is open: nobody may take it for past infancy.
fn read_birth(place: &Place, into: &mut Record) {
    let written = place.found.day("brdy");
    if !day::is_none(&written) && day::day(&written).is_none() {
        into.note("not_a_day", place.found.at("brdy"), Some(&written));
    }
    place.mark("brdy", true);
    let (said, born) = (said_born(place.found), born(place.found));
    if said.is_some() && said != born {
        into.note("birth_impossible", place.found.at("brdy"), Some(&written));
        // Open, and not what is taken for granted of whoever says nothing.
        if !into.request.facts.has("birth_date") {
            into.request.facts.set("birth_date", Json::Null);
        }
    }
    if let Some(born) = born {
        place.mark("certno", said.as_ref() != Some(&born));
        into.request.facts.set("birth_date", text(born));
        return;
    }
    let is_newborn =
        !matches!(place.found.text("nwb_age").as_str(), "" | "0") || place.found.flag("nwb_flag") == Some(true);
    let is_infant = is_newborn || codes::is_infancy(&place.found.text("age"));
    if is_infant && !into.request.facts.has("birth_date") {
        ["age", "nwb_age", "nwb_flag"].into_iter().for_each(|name| place.mark(name, true));
        into.request.facts.set("birth_date", Json::Null);
        into.note("birth_open", place.found.path.clone(), None);
    }
}

fn read_care(place: &Place, bill: &mut Bill, into: &mut Record) {
    let kind = place.code("med_type");
    match codes::care(&kind) {
        Some(care) => read_kind(&care, &kind, place, bill, into),
        None if kind.is_empty() => bill.service = codes::stay(&place.code("ipt_med_type")),
        None => unknown_code("med_type", &kind, place, into),
    }
    let moment = read_day(&BILLED, place, into);
    bill.minute = moment.as_ref().and_then(|moment| moment.minute);
    bill.date = moment.map(|moment| moment.day);
    read_level(place, bill, into);
    read_circumstances(place, bill, into);
    if bill.service == Some("inpatient") && !bill.visit.is_empty() {
        let is_same = |other: &&Bill| other.service == bill.service && other.visit == bill.visit;
        bill.same_stay_as = into.request.expenses.iter().find(is_same).map(|first| first.id.clone());
    }
    let days = place.found.text("act_ipt_days");
    if codes::are_days(&days) {
        place.mark("act_ipt_days", true);
        bill.facts.set("days", Json::Number(days));
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

/// What is in scope says the one part of the bill that nothing else says; where all are said, they must agree.
fn use_in_scope(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    let amount = |name: &str| slip.get(name).and_then(|amount| Money::parse(amount).ok());
    let (Some(total), Some(in_scope)) = (amount("medfee_sumamt"), amount("inscp_scp_amt")) else { return };
    let [own, over, advance] = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt"].map(amount);
    let said = [own, over, advance].into_iter().flatten().fold(Money::ZERO, |sum, amount| sum + amount);
    let rest = total - in_scope - said;
    let is_open = own.is_none() || over.is_none() || advance.is_none();
    if rest < Money::ZERO || (rest > Money::ZERO && !is_open) {
        into.note("in_scope_differs", place.found.at("inscp_scp_amt"), Some(&in_scope.to_string()));
        return;
    }
    // Programs write 0 where nobody worked it out.
    if !is_open || in_scope == Money::ZERO {
        return;
    }
    // Over the limits counts as wholly own; which of the two parts it is changes nothing that is in scope.
    let (own, over) = (own.unwrap_or_default(), over.unwrap_or_default());
    let is_advance = advance.is_none() && slip.get("fulamt_ownpay_amt").is_some();
    let (more_own, more_advance) = if is_advance { (Money::ZERO, rest) } else { (rest, Money::ZERO) };
    bill.facts.set("self_paid", text(own + over + more_own));
    bill.facts.set("advance", text(advance.unwrap_or_default() + more_advance));
    if rest > Money::ZERO {
        into.note("from_in_scope", place.found.at("inscp_scp_amt"), Some(&rest.to_string()));
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
