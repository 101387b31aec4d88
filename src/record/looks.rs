//! Which objects are bills, and which only look like one.

use super::amount;
use super::content::text_of;
use super::fields::AMOUNTS;
use super::found::Found;
use super::names::Member;
use crate::json::Json;

/// What the whole bill comes to.
const TOTAL: &str = "medfee_sumamt";

/// What says of an amount that it is of a settlement.
const SETTLEMENT: [&str; 5] = ["setl_id", "mdtrt_id", "setl_time", "med_type", "init_setl_id"];

/// Words in the name of a sum that no list of names has.
const SUMS: [&str; 5] = ["医疗费", "总费用", "费用总额", "总金额", "合计金额"];

impl Found {
    /// Whether this is a bill: at least two of a slip's lines, or what the whole of it comes to, of a settlement. The slip
    /// of an answer of ours holds ranges, and is none.
    pub fn is_bill(&self, is_setlinfo: bool) -> bool {
        let is_line = |name: &&&str| self.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
        let has_total = !self.text(TOTAL).is_empty();
        let is_settlement = is_setlinfo || SETTLEMENT.iter().any(|name| !self.text(name).is_empty());
        AMOUNTS.iter().filter(is_line).count() >= 2 || (has_total && is_settlement)
    }

    /// Whether this looks like a bill, or the fee of one, though it is none.
    pub fn looks_like_a_bill(&self) -> bool {
        self.looks_like_a_record() || self.get("feedetl_sn").is_some() || self.members.iter().any(is_sum_of_some_kind)
    }

    /// Whether the lines of a slip stand here in some way.
    pub fn looks_like_a_record(&self) -> bool {
        let says = |name: &&&str| self.get(name).is_some_and(|value| !is_nothing(value));
        says(&&TOTAL) || AMOUNTS.iter().filter(says).count() >= 2
    }
}

/// Whether a member says nothing. A range is of an answer of ours.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Object(_) => value.get("low").is_some(),
        Json::Array(items) => items.is_empty(),
        Json::Bool(_) => false,
        _ => text_of(value).is_empty(),
    }
}

fn is_sum_of_some_kind(member: &Member) -> bool {
    let is_sum = SUMS.iter().any(|word| member.written.contains(word));
    is_sum && member.standard.is_none() && amount::read(&text_of(&member.value)).is_ok()
}
