//! Which of several records are one person's, and which were taken back.

use super::find::Found;
use super::{amount, codes};
use crate::json::Json;
use std::collections::BTreeSet;

/// What names a person, the surest first: a name may be written in two ways.
const WHO: [&str; 3] = ["certno", "psn_no", "psn_name"];

/// A settlement that was taken back: by its flag, or by its sum below nothing.
pub fn is_refund(found: &Found) -> bool {
    let flag = found.get("refd_setl_flag");
    let is_flagged = flag == Some(&Json::Bool(true)) || found.text("refd_setl_flag") == "1";
    is_flagged || amount::read(&found.text("medfee_sumamt")) == Err("negative")
}

/// A refund names the settlement that it takes back; that one is no bill either.
pub fn taken_back(found: &[Found]) -> BTreeSet<String> {
    let named = found.iter().filter(|one| is_refund(one)).map(|one| one.text("init_setl_id"));
    named.filter(|id| !id.is_empty()).collect()
}

/// A request is about one person, insured in one city and in one way. What only one of the records says is no difference.
pub fn differs(first: &Found, other: &Found) -> bool {
    let both = |read: &dyn Fn(&Found) -> Option<String>| Some((read(first)?, read(other)?));
    let name = WHO.iter().find_map(|member| both(&|found| Some(found.text(member)).filter(|text| !text.is_empty())));
    let city = |found: &Found| {
        Some(found.text("insuplc_admdvs").chars().take(4).collect::<String>()).filter(|city| !city.is_empty())
    };
    let rest = [
        both(&|found| codes::day(&found.text("brdy"))),
        both(&|found| codes::scheme(&found.text("insutype")).map(str::to_owned)),
        both(&city),
    ];
    std::iter::once(name).chain(rest).flatten().any(|(one, two)| one != two)
}
