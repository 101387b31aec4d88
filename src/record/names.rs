//! The names of the national interface, in whatever way a text writes them: databases write them in capitals
//! (`MEDFEE_SUMAMT`), programs without underscores (`medfeeSumamt`) or with hyphens (`medfee-sumamt`), tables in Chinese.

use super::fields::AMOUNTS;
use super::names_zh::CHINESE;
use crate::json::Json;
use crate::ordered::Map;

/// Names that are read beside the amounts.
const OTHERS: [&str; 51] = [
    "setlinfo",
    "setldetail",
    "payinfo",
    "iteminfo",
    "fund_pay_type",
    "fund_pay_type_name",
    "fund_payamt",
    "amt",
    "clab_amt",
    "oth_amt",
    "ipt_med_type",
    "setl_id",
    "init_setl_id",
    "refd_setl_flag",
    "certno",
    "psn_no",
    "psn_name",
    "brdy",
    "insutype",
    "psn_type",
    "cvlserv_flag",
    "insuplc_admdvs",
    "med_type",
    "med_type_name",
    "insutype_name",
    "psn_type_name",
    "setl_time",
    "begndate",
    "enddate",
    "hosp_lv",
    "hosp_lv_name",
    "dedc_hosp_lv",
    "hi_setl_lv",
    "det_item_fee_sumamt",
    "fee_ocur_time",
    "mdtrt_id",
    "act_ipt_days",
    "vali_flag",
    "age",
    "nwb_age",
    "mdtrtarea_admvs",
    "rel_ttp_flag",
    "nwb_flag",
    "feedetl_sn",
    "gend",
    "infcode",
    "hosp_part_amt",
    "acct_mulaid_pay",
    "claa_sumfee",
    "psn_ownpay",
    "psn_selfpay",
];

/// Other names of the same: those of the settlement list that hospitals hand in (4101), of queries, and of the bureaus' tables.
const ALIASES: [(&str, &str); 15] = [
    ("inscp_amt", "inscp_scp_amt"),
    ("overlmt_amt", "overlmt_selfpay"),
    ("othfund_pay", "oth_pay"),
    ("psn_pay", "psn_part_amt"),
    ("cash_payamt", "psn_cash_pay"),
    ("psn_cashpay", "psn_cash_pay"),
    ("insu_admdvs", "insuplc_admdvs"),
    ("insuplc", "insuplc_admdvs"),
    ("insu_optins", "insuplc_admdvs"),
    ("fix_blng_admdvs", "mdtrtarea_admvs"),
    ("fixmedins_poolarea", "mdtrtarea_admvs"),
    ("hi_type", "insutype"),
    ("mdtrtarea_admdvs", "mdtrtarea_admvs"),
    ("setl_begn_date", "begndate"),
    ("setl_end_date", "enddate"),
];

/// What a table puts behind the name of an amount.
const UNITS: [&str; 2] = ["(元)", "（元）"];

/// A member of an object.
#[derive(Clone)]
pub struct Member {
    /// Its name in the interface, where it has one.
    pub standard: Option<&'static str>,
    /// The name of another member that says the same or something else, and that counts.
    pub beside: Option<&'static str>,
    /// Its name in the text.
    pub written: String,
    /// What it holds.
    pub value: Json,
    /// Whether it stands around the record, and not in it.
    pub is_around: bool,
}

/// Members with their standard names. The interface's own spelling counts, otherwise the last one; the others have none.
pub fn members(entries: &[(String, Json)]) -> Vec<Member> {
    let is_own = |at: &usize, name: &str| entries.get(*at).is_some_and(|(written, _)| written == name);
    let mut counts: Map<&str, usize> = Map::new();
    for (at, (written, _)) in entries.iter().enumerate() {
        let Some(name) = standard(written) else { continue };
        if written == name || !counts.get(name).is_some_and(|before| is_own(before, name)) {
            counts.insert(name, at);
        }
    }
    let member = |(at, (written, value)): (usize, &(String, Json))| {
        let name = standard(written);
        let standard = name.filter(|name| counts.get(name) == Some(&at));
        let beside = name.filter(|_| standard.is_none());
        Member { standard, beside, written: written.clone(), value: value.clone(), is_around: false }
    };
    entries.iter().enumerate().map(member).collect()
}

/// The interface's name for a member.
pub fn standard(name: &str) -> Option<&'static str> {
    let own = AMOUNTS.into_iter().chain(OTHERS).map(|name| (name, name));
    let mut names = own.chain(ALIASES).chain(CHINESE);
    names.find(|(known, _)| bare(known).eq(bare(name))).map(|(_, standard)| standard)
}

/// Without what is written in many ways: underscores, hyphens, capitals, and the unit that a table puts behind a name.
fn bare(name: &str) -> impl Iterator<Item = char> {
    let name = name.trim();
    let name = UNITS.iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(name);
    let is_letter = |letter: &char| !matches!(letter, '_' | '-') && !letter.is_whitespace();
    name.chars().filter(is_letter).map(|letter| letter.to_ascii_lowercase())
}
