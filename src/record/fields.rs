//! The amounts of a record, and what the funds paid of them.

use std::collections::BTreeMap;

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

/// Funds, each with the members that hold its payments. `oth_pay` is left out: it is several things.
const PAID: [(&str, &[&str]); 5] = [
    ("basic", &["hifp_pay"]),
    ("critical_illness", &["hifmi_pay"]),
    ("large_expense", &["hifob_pay"]),
    ("assistance", &["maf_pay"]),
    ("supplement", &["hifes_pay", "cvlserv_pay"]),
];

/// A slip's lines, by their member.
pub type Slip = BTreeMap<&'static str, String>;

/// What the funds paid.
pub fn settled(slip: &Slip) -> BTreeMap<&'static str, String> {
    let paid = |members: &[&str]| {
        let amounts: Vec<&str> = members.iter().filter_map(|member| slip.get(*member)).map(String::as_str).collect();
        (!amounts.is_empty()).then(|| super::amount::sum(&amounts))
    };
    PAID.iter().filter_map(|(fund, members)| Some((*fund, paid(members)?))).collect()
}
