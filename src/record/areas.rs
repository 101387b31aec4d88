//! What stands around records, and holds for those that do not say it: areas for all of them, everything else for the only one.

use super::codes;
use super::found::Found;
use super::names::Member;
use super::totals::is_nobodys;
use crate::json::Json;

/// Where the person is insured, and where care was given.
const AREAS: [&str; 2] = ["insuplc_admdvs", "mdtrtarea_admvs"];

/// A message says once, around its records, where the person is insured and treated.
pub fn hand_on_areas(around: &Found, found: &mut [Found]) {
    for name in AREAS {
        let Some(member) = around.member(name).filter(|_| codes::area(&around.code(name)).is_some()) else { continue };
        found.iter_mut().for_each(|one| add_unsaid(one, member.clone()));
    }
}

/// What stands around one record and is its own where it does not say it.
const HANDED_ON: [&str; 28] = [
    "setl_id",
    "mdtrt_id",
    "med_type",
    "med_type_name",
    "ipt_med_type",
    "insutype",
    "insutype_name",
    "psn_type",
    "psn_type_name",
    "cvlserv_flag",
    "setl_time",
    "begndate",
    "enddate",
    "brdy",
    "certno",
    "psn_no",
    "psn_name",
    "gend",
    "age",
    "nwb_age",
    "nwb_flag",
    "hosp_lv",
    "hosp_lv_name",
    "dedc_hosp_lv",
    "hi_setl_lv",
    "act_ipt_days",
    "rel_ttp_flag",
    "vali_flag",
];

/// What programs put beside the amounts of their one settlement: its kind, its days, the person.
pub fn hand_on_all(around: &Found, found: &mut [Found]) {
    let [one] = found else { return };
    let is_plain = |value: &Json| !matches!(value, Json::Object(_) | Json::Array(_));
    let is_handed_on = |member: &&Member| member.standard.is_some_and(|name| HANDED_ON.contains(&name));
    for member in around.members.iter().filter(is_handed_on).filter(|member| is_plain(&member.value)) {
        add_unsaid(one, Member { is_around: true, ..member.clone() });
    }
}

/// Adds a member of the interface to a record that says nothing of it.
fn add_unsaid(one: &mut Found, member: Member) {
    if member.standard.is_some_and(|name| one.text(name).is_empty()) {
        one.members.retain(|own| own.standard != member.standard);
        one.members.push(member);
    }
}

/// Payments that stand in an object of their own beside the one that has the total are payments of that one.
pub fn join_parts(found: Vec<Found>) -> Vec<Found> {
    // What stands in a list is a record of its own.
    let is_in_list =
        |one: &Found| one.path.rsplit('/').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    let is_part = |one: &Found| one.text("medfee_sumamt").is_empty() && is_nobodys(one) && !is_in_list(one);
    let (parts, mut wholes): (Vec<Found>, Vec<Found>) = found.into_iter().partition(is_part);
    let [whole] = wholes.as_mut_slice() else { return wholes.into_iter().chain(parts).collect() };
    parts.into_iter().flat_map(|part| part.members).for_each(|member| add_unsaid(whole, member));
    wholes
}
