//! Limits that hardly mean what they say. A limit whose counter leaves the programme out is used up by nothing of it. A cap `per`
//! month or day takes the months or days of care: where there is no care, it is a limit of the calendar month or day written so.

use super::{Found, programmes, steps};
use crate::json::Json;
use crate::policy::step::{Counter, Counts, Of, Role};
use crate::policy::{PolicyFile, Programme, Step};
use crate::vocabulary::Service;

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    for (path, programme) in programmes(file) {
        let steps = steps(tree, &path);
        for (place, _) in
            programme.benefit.iter().enumerate().filter(|(_, step)| counts_only_others(step, file, programme))
        {
            warn_of_others(found, &format!("{path}/benefit/{place}"));
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

/// Whether a limit counts what is of other programmes or services alone: then nothing of this one uses it up.
fn counts_only_others(step: &Step, file: &PolicyFile, programme: &Programme) -> bool {
    let own = file.programmes.iter().position(|other| other.id == programme.id);
    let leaves_out = |counter: &&Counter| match &counter.of {
        Of::Programmes(of) => counter.counts != Counts::Borne && own.is_some_and(|own| !of.contains(&own)),
        Of::Services(of) => !programme.services.iter().any(|service| of.contains(service)),
    };
    step.role() == Role::Limit && step.counters().iter().any(leaves_out)
}

fn warn_of_others(found: &mut Found, path: &str) {
    found.warn(
        "limit_of_others",
        path,
        [
            "这个限额累计的是别的待遇（或别的服务）的金额，不算这项待遇自己的。".to_owned(),
            "This limit counts amounts of other programmes or services, and none of this programme.".to_owned(),
        ],
        [
            "几项待遇合用一个限额的，累计的 of 里要把每一项都写上，包括这一项（或它的服务）。",
            "Where programmes share a limit, its counter names each of them, this one (or its services) too.",
        ],
    );
}
