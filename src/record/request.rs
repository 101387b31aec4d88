//! From a record to a request.

use super::{Amounts, Bill, Note, Origins, Record, content, encoding};
use crate::calendar::Date;
use crate::json::problem::{Code, Problem};
use crate::ordered::{Map, as_object};
use serde::Serialize;

/// What is said beside records.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// The region of records that name none.
    pub region: Option<String>,
    /// The day on which it is asked; without it, the day of the last bill.
    pub asked_on: Option<String>,
}

/// What a record asks, and what it says beside that.
#[derive(Debug)]
pub struct Asked {
    /// The request, or why there is none.
    pub request: Result<String, Vec<Problem>>,
    /// What goes out with the answer.
    pub told: Told,
    /// Where the members of the request come from.
    pub origins: Origins,
}

/// What a record says that is no part of a request: it stands in the answer as `record`.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The lines of every bill's slip.
    #[serde(serialize_with = "as_object")]
    pub slips: Map<String, Amounts>,
    /// What the funds paid.
    #[serde(serialize_with = "as_object")]
    pub settled: Map<String, Amounts>,
    /// Where each bill's record stands in the text.
    #[serde(serialize_with = "as_object")]
    pub places: Map<String, String>,
    /// What was not understood. What has no use is left out: each record has dozens of such members.
    pub notes: Vec<Note>,
}

impl Told {
    /// An answer's text with one more member, `record`; the answer's own bytes stay as they are.
    ///
    /// # Errors
    /// None in practice: these are texts and lists of texts.
    pub fn beside(&self, answer: &str) -> serde_json::Result<String> {
        let members = answer.strip_suffix('}').unwrap_or(answer);
        Ok(format!("{members},\"record\":{}}}", serde_json::to_string(self)?))
    }
}

/// The request of a record, or of several of one person.
#[must_use]
pub fn asked(bytes: &[u8], beside: &Beside) -> Asked {
    let (text, encoding) = encoding::text(bytes);
    let mut record = super::read(&text, encoding);
    leave_out(&mut record);
    // What stands there is told to be no amount, and not that an amount is missing.
    record.request.expenses.iter_mut().for_each(|bill| bill.total = bill.total.take().or(bill.unread_total.take()));
    let places = record.request.expenses.iter().map(|bill| (bill.id.clone(), bill.path.clone())).collect();
    let request = request(&text, &record, beside);
    let origins = Origins::of(&record, beside.region.is_some(), beside.asked_on.is_some());
    record.notes.retain(|note| note.code != "unused");
    Asked { request, origins, told: Told { slips: record.slips, settled: record.settled, places, notes: record.notes } }
}

/// A bill that cannot be settled, because nobody knows what for or when, or its parts are more than it, does not stop the others.
fn leave_out(record: &mut Record) {
    let is_day = |bill: &Bill| bill.date.as_deref().is_some_and(|day| Date::parse(day).is_ok());
    let is_whole = |bill: &Bill| bill.service.is_some() && is_day(bill) && bill.total.is_some() && bill.adds_up();
    if !record.request.expenses.iter().any(is_whole) {
        return;
    }
    let (whole, rest): (Vec<Bill>, _) = std::mem::take(&mut record.request.expenses).into_iter().partition(is_whole);
    record.request.expenses = whole;
    for out in rest {
        let parts = record.request.expenses.iter_mut().filter(|bill| bill.same_stay_as.as_ref() == Some(&out.id));
        parts.for_each(|part| part.same_stay_as = None);
        record.note("left_out", out.path, None);
    }
}

/// Reads the bytes of a record, or of several, in UTF-8 or GBK. Any bytes whatever are read to some end.
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> Record {
    let (text, encoding) = encoding::text(bytes);
    super::read(&text, encoding)
}

#[derive(Serialize)]
struct Request<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'r String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_on: Option<&'r String>,
    facts: &'r super::Facts,
    expenses: &'r [super::Bill],
}

fn request(text: &str, record: &Record, beside: &Beside) -> Result<String, Vec<Problem>> {
    let parts = &record.request;
    if parts.expenses.is_empty() {
        return Err(why_none(text, record));
    }
    let last = parts.expenses.iter().filter_map(|bill| bill.date.as_ref()).max();
    let request = Request {
        region: parts.region.as_ref().or(beside.region.as_ref()),
        asked_on: beside.asked_on.as_ref().or(last),
        facts: &parts.facts,
        expenses: &parts.expenses,
    };
    serde_json::to_string(&request).map_err(|_| vec![Problem::new(Code::NoRecord, "", &[])])
}

/// Why there is no bill in a text.
fn why_none(text: &str, record: &Record) -> Vec<Problem> {
    if record.notes.iter().any(|note| note.code == "unreadable") {
        let problems = crate::json::reader::Problems::default();
        drop(crate::json::reader::json_tree(content::plain(text), &problems));
        return problems.into_vec();
    }
    let reasons: Vec<Problem> = record.notes.iter().filter_map(reason).collect();
    if reasons.is_empty() { vec![Problem::new(Code::NoRecord, "", &[])] } else { reasons }
}

/// Why one record, or the whole text, is no bill.
fn reason(note: &Note) -> Option<Problem> {
    let value = note.value.as_deref().unwrap_or_default();
    match note.code {
        "refund" | "refund_unmatched" | "cancelled" => Some(Problem::new(Code::Refund, note.path.clone(), &[])),
        "failed" => Some(Problem::new(Code::Failed, note.path.clone(), &[])),
        "not_read" => Some(Problem::new(Code::NotRead, note.path.clone(), &[])),
        "other_format" => Some(Problem::new(Code::OtherFormat, "", &[("format", super::format::name(value))])),
        _ => None,
    }
}
