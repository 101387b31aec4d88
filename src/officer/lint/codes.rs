//! Codes that the national list of places does not have.

use super::Found;
use crate::json::problem::pointer;
use crate::policy::index::Rules;

/// The whole country has no code in the list.
const COUNTRY: &str = "000000";

pub(super) fn look(found: &mut Found) {
    let file = found.looked.file;
    look_at_code(found, "/region", &file.region);
    for (code, _) in &file.districts {
        look_at_code(found, &pointer("/districts", code), code);
    }
}

fn look_at_code(found: &mut Found, path: &str, code: &str) {
    let index = found.looked.catalogue.index();
    if index.is_empty() || code == COUNTRY {
        return;
    }
    match index.get(code).map(|listed| &listed.rules) {
        None => warn_unknown(found, path, code),
        Some(Rules::Abolished(successor)) => warn_abolished(found, path, code, successor.as_deref()),
        Some(Rules::Own | Rules::OfRegionAbove) => {}
    }
}

fn warn_unknown(found: &mut Found, path: &str, code: &str) {
    found.warn(
        "unknown_code",
        path,
        [
            format!("GB/T 2260 县以上行政区划代码里没有 {code}。"),
            format!("GB/T 2260, the list of places down to counties, has no code {code}."),
        ],
        [
            "代码写错了，居民就选不到这个地方。请核对代码。开发区等没有国家代码的地方，用 accepted 接受这条提醒，写明代码的出处。",
            "With a wrong code residents do not find the place. Check it. For a place without a national code, such as a \
             development zone, accept this warning and say where its code comes from.",
        ],
    );
}

fn warn_abolished(found: &mut Found, path: &str, code: &str, successor: Option<&str>) {
    let now = |before: &str, after: &str| successor.map(|code| [before, code, after].concat()).unwrap_or_default();
    found.warn(
        "unknown_code",
        path,
        [
            format!("代码 {code} 已经撤销{}。", now("，现在是 ", "")),
            format!("The code {code} was abolished{}.", now("; it is now ", "")),
        ],
        ["请改用现在的代码。", "Use the code of today."],
    );
}
