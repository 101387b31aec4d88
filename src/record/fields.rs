//! The amounts of a record, and what the funds paid of them.

use crate::ordered::{Map, as_object, map};
use serde::Serialize;

/// In the order of a printed slip.
pub const AMOUNTS: [&str; 17] = [
    "medfee_sumamt",
    "fulamt_ownpay_amt",
    "overlmt_selfpay",
    "preselfpay_amt",
    "inscp_scp_amt",
    "act_pay_dedc",
    "hifp_pay",
    "cvlserv_pay",
    "hifes_pay",
    "hifmi_pay",
    "hifob_pay",
    "maf_pay",
    "oth_pay",
    "fund_pay_sumamt",
    "psn_part_amt",
    "acct_pay",
    "psn_cash_pay",
];

/// Lines that some slips have beside them, and no estimate has: what the hospital bears, and what the account of the family pays.
pub const BESIDE: [&str; 2] = ["hosp_part_amt", "acct_mulaid_pay"];

/// What funds paid; `fund_pay_sumamt` is their sum.
pub const PAID_BY_FUNDS: [&str; 7] =
    ["hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "maf_pay", "oth_pay"];

/// Funds, each with the members that hold its payments. `oth_pay` is left out: it is several things.
const PAID: [(&str, &[&str]); 5] = [
    ("basic", &["hifp_pay"]),
    ("critical_illness", &["hifmi_pay"]),
    ("large_expense", &["hifob_pay"]),
    ("assistance", &["maf_pay"]),
    ("supplement", &["hifes_pay", "cvlserv_pay"]),
];

/// Amounts by the names of lines, or of funds.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Amounts(#[serde(serialize_with = "as_object")] Map<&'static str, String>);

impl Amounts {
    /// One of them.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Enters one.
    pub fn set(&mut self, name: &'static str, amount: String) {
        self.0.insert(name, amount);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What the funds paid.
pub fn settled(slip: &Amounts) -> Amounts {
    let paid = |members: &[&str]| {
        let amounts: Vec<&str> = members.iter().filter_map(|member| slip.get(member)).collect();
        (!amounts.is_empty()).then(|| super::amount::sum(&amounts))
    };
    Amounts(map(PAID.iter().filter_map(|(fund, members)| Some((*fund, paid(members)?)))))
}
