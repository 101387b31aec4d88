//! Limits that hardly mean what they say. A cap over a time counts what was paid: before the step that makes a payment of cost
//! it is a limit of cost written as one of payments. A cap `per` month or day takes the months or days of care: where there is
//! no care, it is a limit of the calendar month or day written so.

use super::{Found, programmes};
use crate::json::Json;
use crate::policy::Programme;
use crate::vocabulary::Service;

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    for (path, programme) in programmes(file) {
        let steps = tree.at(&format!("{path}/benefit")).map_or(&[][..], Json::items);
        let last_share = steps.iter().rposition(makes_a_payment);
        let before = steps.iter().enumerate().filter(|(place, _)| last_share.is_some_and(|last| *place < last));
        for (place, _) in before.filter(|(_, step)| counts_payments(step)) {
            warn(found, &format!("{path}/benefit/{place}"));
        }
        for (place, _) in steps.iter().enumerate().filter(|(_, step)| is_by_care(step) && !has_care(programme, step)) {
            warn_of_care(found, &format!("{path}/benefit/{place}"));
        }
    }
}

/// Whether a cap is so much for each month or day of care.
fn is_by_care(step: &Json) -> bool {
    let per = step.get("per").and_then(Json::as_str);
    step.get("cap").is_some() && step.get("counter").is_none() && per.is_some_and(|per| ["month", "day"].contains(&per))
}

/// Whether a programme is of services that last months or days; a stay lasts days.
fn has_care(programme: &Programme, step: &Json) -> bool {
    let is_by_day = step.get("per").and_then(Json::as_str) == Some("day");
    programme.services.iter().any(|service| service.is_care() || (is_by_day && *service == Service::Inpatient))
}

fn warn_of_care(found: &mut Found, path: &str) {
    found.warn(
        "no_months_of_care",
        path,
        [
            "这里的月、日是护理（或住院）的月数、天数，这项待遇却没有。".to_owned(),
            "Month and day mean those of care (or in bed) here, and this programme has none.".to_owned(),
        ],
        [
            "每个自然月的限额写 calendar_month，每天的限额写 calendar_day，每一笔的写 expense。",
            "A limit of the calendar month is `calendar_month`, one of a day `calendar_day`, one of a bill `expense`.",
        ],
    );
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
