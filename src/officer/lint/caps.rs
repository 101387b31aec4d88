//! A limit of cost written as a limit of payments: a cap over a time counts what was paid, so before the step that makes a
//! payment of cost it hardly means what its place says.

use super::{Found, programmes};
use crate::json::Json;

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    for (path, _) in programmes(file) {
        let steps = tree.at(&format!("{path}/benefit")).map_or(&[][..], Json::items);
        let last_share = steps.iter().rposition(makes_a_payment);
        let before = steps.iter().enumerate().filter(|(place, _)| last_share.is_some_and(|last| *place < last));
        for (place, _) in before.filter(|(_, step)| counts_payments(step)) {
            warn(found, &format!("{path}/benefit/{place}"));
        }
    }
}

fn makes_a_payment(step: &Json) -> bool {
    step.get("rate").is_some() || step.get("bands").is_some()
}

/// A cap of one bill or one day counts nothing; one with a counter says itself what it counts.
fn counts_payments(step: &Json) -> bool {
    let per = step.get("per").and_then(Json::as_str);
    let is_counted = per.is_some_and(|per| !["expense", "day"].contains(&per));
    step.get("cap").is_some() && is_counted && step.get("counter").is_none()
}

fn warn(found: &mut Found, path: &str) {
    found.warn(
        "cap_before_share",
        path,
        [
            "这个限额写在报销比例前面，累计的却是已经报了的钱。".to_owned(),
            "This limit stands before the share that is paid, but counts what was paid.".to_owned(),
        ],
        [
            "如果限的是费用，请用 counter 指一个 counts 为 eligible 的累计；如果限的是报销额，请放到比例后面。",
            "For a limit of cost name a counter that counts eligible cost; a limit of payments stands after the rate.",
        ],
    );
}
