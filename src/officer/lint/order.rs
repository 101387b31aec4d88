//! Steps in an order that is hardly meant. Before the rate an amount is cost, after it a payment. A cap over a time counts what was
//! paid: before the rate it is a limit of cost written as one of payments.

use super::{Found, programmes, steps};
use crate::json::Json;

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    for (path, _) in programmes(file) {
        let steps = steps(tree, &path);
        let (first, last) = (steps.iter().position(makes_a_payment), steps.iter().rposition(makes_a_payment));
        for (place, step) in steps.iter().enumerate() {
            let path = format!("{path}/benefit/{place}");
            let (is_after, is_before) =
                (first.is_some_and(|first| first < place), last.is_some_and(|last| place < last));
            if is_after && step.get("deductible").is_some() {
                warn_of_deductible(found, &path);
            }
            if is_after && step.get("cap").is_some() && counter_counts(step, tree) == Some("eligible") {
                warn_of_limit(found, &path);
            }
            if is_before && counts_payments(step, tree) {
                warn_of_cap(found, &path);
            }
            if is_before && step.get("at_least").is_some() {
                warn_of_floor(found, &path);
            }
        }
    }
}

fn makes_a_payment(step: &Json) -> bool {
    step.get("rate").is_some() || step.get("bands").is_some()
}

/// A cap of one bill, or of a day or a month of care, counts nothing; one with a counter says there what it counts.
fn counts_payments(step: &Json, tree: &Json) -> bool {
    let per = step.get("per").and_then(Json::as_str);
    let is_counted = per.is_some_and(|per| !["expense", "day", "month"].contains(&per));
    let is_of_payments = step.get("counter").map_or(is_counted, |_| counter_counts(step, tree) == Some("paid"));
    step.get("cap").is_some() && is_of_payments
}

/// What the counter counts that a step names.
fn counter_counts<'t>(step: &Json, tree: &'t Json) -> Option<&'t str> {
    tree.get("counters")?.get(step.get("counter")?.as_str()?)?.get("counts")?.as_str()
}

fn warn_of_cap(found: &mut Found, path: &str) {
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

fn warn_of_deductible(found: &mut Found, path: &str) {
    found.warn(
        "deductible_after_share",
        path,
        [
            "起付线写在报销比例后面，会从报销的钱里扣，不是从费用里扣。".to_owned(),
            "This deductible stands after the rate: it is taken off the payment, not off the cost.".to_owned(),
        ],
        ["一般先扣起付线再乘比例，请调换顺序。", "A deductible usually comes before the rate. Change their order."],
    );
}

fn warn_of_limit(found: &mut Found, path: &str) {
    found.warn(
        "limit_of_cost_after_share",
        path,
        [
            "这个限额累计的是费用，却写在报销比例后面，限住的是报销的钱。".to_owned(),
            "This limit counts cost, but stands after the rate, where it limits the payment.".to_owned(),
        ],
        [
            "限的是费用，请放到比例前面；限的是报销额，请让累计 counts 写 paid。",
            "A limit of cost stands before the rate; for a limit of payments let the counter count `paid`.",
        ],
    );
}

fn warn_of_floor(found: &mut Found, path: &str) {
    found.warn(
        "floor_before_share",
        path,
        [
            "保底比例写在报销比例前面，保底以后还要再乘比例。".to_owned(),
            "This guaranteed share stands before the rate, and the rate is then taken of it.".to_owned(),
        ],
        [
            "保底一般是对报销额说的，请放到比例后面。",
            "A guarantee is usually one of the payment. Put it after the rate.",
        ],
    );
}
