//! Lists of single fees (2204, 2301, 5204): what a hospital prints before anything is settled. The fees of one visit come to
//! a bill.

use super::found::Found;
use super::names::Member;
use super::who::NAMES;
use super::{Note, amount, day};
use crate::json::tree::text;
use crate::money::Money;
use crate::ordered::{Map, Set};

/// The amount of a fee: an object with it is one.
const FEE: &str = "det_item_fee_sumamt";

/// What tells the visits of a person apart.
const VISIT: [&str; 2] = ["setl_id", "mdtrt_id"];

/// What every fee of a visit repeats.
const REPEATED: [&str; 15] = [
    "certno",
    "psn_no",
    "psn_name",
    "brdy",
    "insutype",
    "psn_type",
    "insuplc_admdvs",
    "med_type",
    "setl_id",
    "mdtrt_id",
    "mdtrtarea_admvs",
    "setl_time",
    "hosp_lv",
    "hosp_lv_name",
    "cvlserv_flag",
];

/// What is added up, and the line of the slip that it comes to.
const SUMS: [(&str, &str); 5] = [
    (FEE, "medfee_sumamt"),
    ("fulamt_ownpay_amt", "fulamt_ownpay_amt"),
    ("overlmt_selfpay", "overlmt_selfpay"),
    ("preselfpay_amt", "preselfpay_amt"),
    ("inscp_scp_amt", "inscp_scp_amt"),
];

/// Whether an object is a fee, and no bill.
pub fn is_fee(found: &Found) -> bool {
    found.get(FEE).is_some() && found.get("medfee_sumamt").is_none()
}

/// A bill for every visit, at the place of its first fee. A fee that is no longer valid, or stands there again under its number,
/// is none.
pub fn bills(fees: &[Found], notes: &mut Vec<Note>) -> Vec<Found> {
    let mut places = Map::new();
    let mut visits: Vec<Vec<&Found>> = Vec::new();
    let mut seen = Set::default();
    for fee in fees {
        let told = |code| Note { code, path: fee.path.clone(), value: None };
        let number = fee.number("feedetl_sn");
        let visit = (NAMES.map(|name| fee.text(name)), VISIT.map(|name| fee.text(name)));
        let is_cancelled = fee.flag("vali_flag") == Some(false);
        if is_cancelled || fee.has_failed {
            notes.push(told(if is_cancelled { "cancelled" } else { "failed" }));
            continue;
        }
        // The number tells the fees of one visit apart. Where nothing names the visit, it is the list that they stand in.
        let list = if visit.1.iter().all(String::is_empty) { list_of(&fee.path) } else { "" };
        if !number.is_empty() && !seen.insert((visit.clone(), list, number, fee.text(FEE))) {
            notes.push(told("repeated_fee"));
            continue;
        }
        let place = *places.entry(visit).or_insert_with(|| visits.len());
        match visits.get_mut(place) {
            Some(visit) => visit.push(fee),
            None => visits.push(vec![fee]),
        }
    }
    visits.iter().map(|visit| bill(visit)).collect()
}

/// The place of the list in which a fee stands.
fn list_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(list, _)| list)
}

fn bill(fees: &[&Found]) -> Found {
    let path = fees.first().map(|fee| fee.path.clone()).unwrap_or_default();
    let count = Note { code: "fees", path: path.clone(), value: Some(fees.len().to_string()) };
    let mut told = vec![count];
    let repeated = REPEATED.iter().filter_map(|name| said_by_all(fees, name));
    let mut members: Vec<Member> = repeated.collect();
    members.extend(last_day(fees, &mut told).map(|day| member(fees, "fee_ocur_time", "enddate", &day)));
    let sums = SUMS.iter().filter_map(|(of, line)| Some(member(fees, of, line, &sum(fees, of, &mut told)?)));
    members.extend(sums.collect::<Vec<_>>());
    let mut bill = Found::of(members, &path);
    bill.told = told;
    bill
}

/// A member of the bill, by the name that the fees have for what it was made of.
fn member(fees: &[&Found], of: &'static str, standard: &'static str, value: &str) -> Member {
    let written = fees.first().map_or(of, |fee| fee.written(of)).to_owned();
    Member { standard: Some(standard), beside: None, written, value: text(value), is_around: false }
}

/// A member that fees have, where all of those agree.
fn said_by_all(fees: &[&Found], name: &'static str) -> Option<Member> {
    let mut said = fees.iter().map(|fee| fee.text(name)).filter(|text| !text.is_empty());
    let first = said.next()?;
    said.all(|other| other == first).then(|| member(fees, name, name, &first))
}

/// The last day of a fee: a bill is settled then, or later.
fn last_day(fees: &[&Found], told: &mut Vec<Note>) -> Option<String> {
    let mut last = None;
    for fee in fees {
        let written = fee.text("fee_ocur_time");
        match day::day(&written) {
            Some(day) => last = last.max(Some(day)),
            None if written.is_empty() => {}
            None => told.push(Note { code: "not_a_day", path: fee.at("fee_ocur_time"), value: Some(written) }),
        }
    }
    last
}

/// The sum of a member; none where a fee does not say it. What was given back stands with a minus.
fn sum(fees: &[&Found], name: &str, told: &mut Vec<Note>) -> Option<String> {
    let amounts: Vec<Option<Money>> = fees.iter().map(|fee| signed(fee, name, told)).collect();
    let sum = amounts.into_iter().try_fold(Money::ZERO, |sum, amount| Some(sum + amount?))?;
    Some(sum.to_string())
}

fn signed(fee: &Found, name: &str, told: &mut Vec<Note>) -> Option<Money> {
    let written = fee.text(name);
    let (is_less, figures) = written.strip_prefix('-').map_or((false, written.as_str()), |figures| (true, figures));
    match amount::read(figures) {
        Ok(read) => {
            let amount = Money::parse(&read).ok()?;
            Some(if is_less { Money::ZERO - amount } else { amount })
        }
        Err(_) if written.is_empty() => None,
        Err(fault) => {
            told.push(Note { code: fault, path: fee.at(name), value: Some(written) });
            None
        }
    }
}
