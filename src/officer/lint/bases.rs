//! A payment on cost that is out of scope by a fund whose payments are cut to what is left in scope: only a supplement may pay
//! beside that.

use super::{Found, programmes};
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
