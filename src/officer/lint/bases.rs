//! What a programme's steps start from, where that is hardly meant: a payment on cost out of scope by a fund whose payments
//! are cut to what is left in scope; assistance or a second layer on all that is in scope. And a deductible of a second layer that
//! comes off each bill.

use super::{Found, programmes, steps};
use crate::json::Json;
use crate::vocabulary::Fund;

const OUT_OF_SCOPE: [&str; 3] = ["out_of_catalogue", "advance", "unpaid"];

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    let bounded = programmes(file).filter(|(_, programme)| programme.fund.is_some_and(|fund| fund != Fund::Supplement));
    for (path, _) in bounded {
        let at = format!("{path}/benefit/0");
        let base = tree.at(&at).and_then(|step| step.get("base")).and_then(Json::as_str);
        if base.is_some_and(|base| OUT_OF_SCOPE.contains(&base)) {
            warn(found, &at);
        }
    }
    for (path, programme) in programmes(file) {
        let steps = steps(tree, &path);
        let base = steps.first().and_then(|step| step.get("base").map_or(Some("in_scope"), Json::as_str));
        let is_second = matches!(programme.fund, Some(Fund::CriticalIllness | Fund::LargeExpense));
        let at = |place: usize| format!("{path}/benefit/{place}");
        match base {
            Some("in_scope") if programme.fund == Some(Fund::Assistance) => warn_of_scope(found, &at(0)),
            Some("in_scope") if is_second => warn_of_second_layer(found, &at(0)),
            Some("left") if is_second => {
                let of_a_bill = |step: &Json| step.get("deductible").is_some() && comes_off_each_bill(step);
                if let Some(place) = steps.iter().position(of_a_bill) {
                    warn_of_deductible(found, &at(place));
                }
            }
            _ => {}
        }
    }
}

/// Whether a deductible says nothing of the time for which it is.
fn comes_off_each_bill(step: &Json) -> bool {
    !["per", "counter", "most_a_year"].iter().any(|key| step.get(key).is_some())
}

fn warn_of_second_layer(found: &mut Found, path: &str) {
    found.warn(
        "second_layer_on_scope",
        path,
        [
            "这一项按全部范围内费用算，基本医保已经报的也算了进去。".to_owned(),
            "This is reckoned on all that is in scope, also on what basic insurance has paid.".to_owned(),
        ],
        [
            "大病保险、大额补助一般按报销以后个人负担的部分算：第一步写 {\"base\": \"year_personal_share\"}（全年合在一起算）或者 {\"base\": \"left\"}。",
            "A second layer usually starts from what is left to the patient: {\"base\": \"year_personal_share\"} (of the whole year) or {\"base\": \"left\"} as the first step.",
        ],
    );
}

fn warn_of_deductible(found: &mut Found, path: &str) {
    found.warn(
        "deductible_of_each_bill",
        path,
        [
            "这条起付线没有写按什么时间算，所以每一笔费用都要扣一次。".to_owned(),
            "This deductible names no time, so that it comes off each bill.".to_owned(),
        ],
        [
            "全年只扣一次的，写 \"per\": \"year\"，或者从 {\"base\": \"year_personal_share\"} 算起；确实每笔都扣的，写 \"per\": \"expense\"。",
            "Where it comes off once a year, write \"per\": \"year\", or start from {\"base\": \"year_personal_share\"}; where it does come off each bill, write \"per\": \"expense\".",
        ],
    );
}

fn warn_of_scope(found: &mut Found, path: &str) {
    found.warn(
        "assistance_on_scope",
        path,
        [
            "医疗救助按全部范围内费用算，基本医保和大病保险已经报的也算了进去。".to_owned(),
            "This assistance is reckoned on all that is in scope, also on what other funds have paid.".to_owned(),
        ],
        [
            "医疗救助一般按报销以后个人负担的部分算：第一步写 {\"base\": \"left\"}。",
            "Assistance usually starts from what is left to the patient: {\"base\": \"left\"} as the first step.",
        ],
    );
}

fn warn(found: &mut Found, path: &str) {
    found.warn(
        "cut_to_scope",
        path,
        [
            "这笔钱按范围外的费用算，却最多只付到范围内还剩的部分。".to_owned(),
            "This is reckoned on cost out of scope, but at most what is left in scope is paid.".to_owned(),
        ],
        [
            "范围外的费用也付的，基金写 supplement，用 payer 写明谁付。",
            "What is paid beside the scope is of the fund supplement; `payer` says who pays it.",
        ],
    );
}
