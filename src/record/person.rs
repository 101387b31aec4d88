//! What a record says of the person.

use super::bill::unknown_code;
use super::reader::Place;
use super::who::{born, said_born};
use super::{Record, codes, day};
use crate::json::Json;
use crate::json::tree::text;

/// Reads what a record says of the person: where and how insured, when born, what kind.
pub fn read_person(place: &Place, into: &mut Record) {
    let written = place.code("insuplc_admdvs");
    match codes::area(&written) {
        Some(area) => drop(into.request.region.get_or_insert(area)),
        None => unknown_code("insuplc_admdvs", &written, place, into),
    }
    let (name, insurance) = place.found.code_or_words(["insutype", "insutype_name"]);
    place.mark(name, true);
    match codes::scheme(&insurance) {
        Some(scheme) => into.request.facts.set("scheme", text(scheme)),
        None => unknown_code(name, &insurance, place, into),
    }
    read_birth(place, into);
    read_kind(codes::scheme(&insurance), place, into);
    let is_civil = place.found.flag("cvlserv_flag");
    if let Some(yes) = is_civil {
        know("civil_servant_supplement", yes, "cvlserv_flag", place, into);
    }
    place.mark("cvlserv_flag", is_civil.is_some());
}

/// The kind of person, unless it is one of the other insurance: then the insurance counts. That of a resident says nothing more.
fn read_kind(scheme: Option<&str>, place: &Place, into: &mut Record) {
    let (name, kind) = place.found.code_or_words(["psn_type", "psn_type_name"]);
    let said = codes::person(&kind);
    if scheme.is_some_and(|scheme| codes::is_of_other(scheme, &kind)) {
        into.note("kind_at_odds", place.found.at(name), Some(&kind));
    } else if said.is_empty() && codes::is_resident(&kind) {
        return;
    } else if said.is_empty() {
        unknown_code(name, &kind, place, into);
    } else {
        said.iter().for_each(|(fact, yes)| know(fact, *yes, name, place, into));
    }
    place.mark(name, true);
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
        let is_other = matches!(into.request.facts.said("birth_date"), Some(Json::String(before)) if before != born);
        if is_other {
            into.note("changed", place.found.at("brdy"), None);
        }
        into.request.facts.set("birth_date", if is_other { Json::Null } else { text(born) });
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
