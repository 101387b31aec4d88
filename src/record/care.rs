//! What kind of care a record is of, by the codes of the interface that we could confirm. Any other is told, not guessed.

use super::bill::unknown_code;
use super::fields::{Amounts, PAID_BY_FUNDS};
use super::reader::Place;
use super::{Bill, Record, amount, codes};
use crate::json::Json;

/// What a `med_type` says.
struct Care {
    /// What the bill is for.
    service: &'static str,
    /// Whether it says that it began as an emergency.
    is_emergency: bool,
    /// Childbirth, whose rules are not on file everywhere.
    is_maternity: bool,
    /// Whether a place has added figures of its own to the national two.
    is_local: bool,
}

/// `med_type`: two national figures, and two or four more of a province or a city. Left out is what pays by rules of its own:
/// treatment that was sent elsewhere (23), pharmacies ([`pharmacy`]), outpatient care in childbirth (51).
///
/// Words are those of the national code list.
fn care(code: &str) -> Option<Care> {
    // The name of a disease may stand behind it: 门诊慢特病(高血压).
    let word = code.split(['(', '（']).next().unwrap_or(code);
    let is_said =
        |(kind, words): &&(&str, &[&str])| words.contains(&code) || (*kind == CHRONIC && words.contains(&word));
    let code = CARE.iter().find(is_said).map_or(code, |(code, _)| *code);
    let national = national(code)?;
    let service = match national {
        "11" | "13" => "outpatient",
        CHRONIC => "chronic_outpatient",
        "21" | "22" | "24" | "52" => "inpatient",
        _ => return None,
    };
    let is_emergency = ["13", "24"].contains(&national);
    Some(Care { service, is_emergency, is_maternity: national == "52", is_local: code.len() > 2 })
}

/// Outpatient care of a chronic disease.
const CHRONIC: &str = "14";

/// The national two figures of a kind of care.
fn national(code: &str) -> Option<&str> {
    let is_code = matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit());
    code.get(..2).filter(|_| is_code)
}

/// Whether medicine was bought in a pharmacy (`med_type` 41).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pharmacy {
    /// As such.
    Plain,
    /// In a way of a place's own, or by the rules of a chronic disease or of dear medicines.
    Special,
}

/// What a kind of care says of a pharmacy.
fn pharmacy(code: &str) -> Option<Pharmacy> {
    const PLAIN: [&str; 8] =
        ["41", "定点药店购药", "药店购药", "定点药店", "药店", "定点零售药店", "零售药店购药", "定点零售药店购药"];
    let is_pharmacy = national(code) == Some("41") || ["药店", "药房", "购药"].iter().any(|word| code.contains(word));
    let plain = if PLAIN.contains(&code) { Pharmacy::Plain } else { Pharmacy::Special };
    is_pharmacy.then_some(plain)
}

/// Kinds of care in words, with their codes.
const CARE: [(&str, &[&str]); 7] = [
    ("11", &["普通门诊", "门诊", "门诊统筹", "普通门诊统筹"]),
    ("13", &["急诊", "普通急诊", "门诊急诊"]),
    (
        CHRONIC,
        &[
            "门诊慢特病",
            "门诊慢性病",
            "门诊特殊病",
            "门诊大病",
            "门慢",
            "门特",
            "门诊慢病",
            "门诊特病",
            "门诊特殊疾病",
            "门诊特殊慢性病",
        ],
    ),
    ("21", &["普通住院", "住院"]),
    ("22", &["外伤住院"]),
    ("24", &["急诊转住院"]),
    ("52", &["生育住院"]),
];

/// A kind of care, and where it stands.
struct Kind<'r> {
    code: &'r str,
    path: String,
}

/// Reads the kind of care.
pub fn read_kind(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    let (name, kind) = place.found.code_or_words(["med_type", "med_type_name"]);
    place.mark(name, true);
    let kind = Kind { code: &kind, path: place.found.at(name) };
    match care(kind.code) {
        Some(care) => take_care(&care, &kind, bill, into),
        None if pharmacy(kind.code).is_some() => take_pharmacy(&kind, slip, bill, into),
        None if kind.code.is_empty() => bill.service = codes::stay(&place.code("ipt_med_type")),
        None => unknown_code(name, kind.code, place, into),
    }
}

fn take_care(care: &Care, kind: &Kind, bill: &mut Bill, into: &mut Record) {
    bill.service = Some(care.service);
    if care.is_emergency {
        bill.facts.set("emergency", Json::Bool(true));
    }
    if care.is_local {
        into.note("local_code", kind.path.clone(), Some(kind.code));
    }
    if care.is_maternity {
        into.note("maternity", kind.path.clone(), None);
    }
}

/// Medicine from a pharmacy. Where the fund of outpatient care paid, the pharmacy belongs to it, and the bill is one of ordinary
/// outpatient care; else nobody but the person paid, or nobody knows, and it is none: whoever knows better says so.
fn take_pharmacy(kind: &Kind, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    bill.facts.set("at_pharmacy", Json::Bool(true));
    let is_pooled = is_some(slip.get("hifp_pay")) && pharmacy(kind.code) == Some(Pharmacy::Plain);
    let said = if is_pooled {
        "pooled"
    } else if is_paid_by_nobody_else(slip) {
        "account"
    } else {
        "open"
    };
    if is_pooled {
        bill.service = Some("outpatient");
    }
    into.note("pharmacy", kind.path.clone(), Some(said));
}

fn is_some(amount: Option<&str>) -> bool {
    amount.is_some_and(|amount| amount != "0.00")
}

/// Whether a slip says that the funds paid nothing, or that the person paid all of it.
fn is_paid_by_nobody_else(slip: &Amounts) -> bool {
    let of = |lines: &[&str]| lines.iter().filter_map(|line| slip.get(line)).map(str::to_owned).collect::<Vec<_>>();
    let funds = of(&[&PAID_BY_FUNDS[..], &["fund_pay_sumamt"]].concat());
    if !funds.is_empty() {
        return funds.iter().all(|paid| paid == "0.00");
    }
    let own = of(&["acct_pay", "psn_cash_pay"]);
    let total = slip.get("medfee_sumamt");
    let sum = amount::sum(&own.iter().map(String::as_str).collect::<Vec<_>>());
    total.is_some_and(|total| total == sum || slip.get("psn_part_amt") == Some(total))
}
