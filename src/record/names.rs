//! The names of the national interface, in whatever way a text writes them: databases write them in capitals
//! (`MEDFEE_SUMAMT`), programs without underscores (`medfeeSumamt`).

use super::fields::AMOUNTS;
use crate::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// Names that are read beside the amounts.
const OTHERS: [&str; 19] = [
    "setlinfo",
    "setldetail",
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
    "setl_time",
    "begndate",
    "enddate",
    "hosp_lv",
    "hosp_lv_name",
];

/// A member of an object.
pub struct Member {
    /// Its name in the interface, where it has one.
    pub standard: Option<&'static str>,
    /// Its name in the text.
    pub written: String,
    /// What it holds.
    pub value: Json,
}

/// Members with their standard names. The interface's own spelling counts, otherwise the last one.
pub fn members(entries: &[(String, Json)]) -> Vec<Member> {
    let standards: Vec<Option<&str>> = entries.iter().map(|(name, _)| standard(name)).collect();
    let exact: BTreeSet<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
    let last: BTreeMap<_, usize> = standards.iter().copied().zip(0..).collect();
    let member = |(at, ((name, value), standard)): (usize, (&(String, Json), &Option<&'static str>))| {
        let standard = standard.filter(|standard| name == standard || !exact.contains(standard));
        let is_replaced = standard.is_some_and(|standard| name != standard && last.get(&Some(standard)) != Some(&at));
        (!is_replaced).then(|| Member { standard, written: name.clone(), value: value.clone() })
    };
    entries.iter().zip(&standards).enumerate().filter_map(member).collect()
}

fn standard(name: &str) -> Option<&'static str> {
    AMOUNTS.into_iter().chain(OTHERS).find(|standard| bare(standard).eq(bare(name)))
}

fn bare(name: &str) -> impl Iterator<Item = char> {
    name.trim().chars().filter(|letter| *letter != '_').flat_map(char::to_lowercase)
}
