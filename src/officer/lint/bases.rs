//! What a programme's steps start from, where that is hardly meant: a payment on cost out of scope by a fund whose payments
//! are cut to what is left in scope; assistance on all that is in scope.

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
        let base = steps.first().map(|step| step.get("base").map_or(Some("in_scope"), Json::as_str));
        if programme.fund == Some(Fund::Assistance) && base == Some(Some("in_scope")) {
            warn_of_scope(found, &format!("{path}/benefit/0"));
        }
    }
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
