//! `"accepted": [{"warning", "at", "reason"}]`: warnings of the officer's tools that the file's author has looked at.
//!
//! They change no answer; the reader only sees that they are whole, so that a typing mistake hides no warning.

use crate::json::problem::Code;
use crate::json::reader::{Members, Node};

/// Every warning that a file may accept. `officer::lint` says what each is about.
pub const WARNINGS: [&str; 30] = [
    "paid_twice",
    "replaces_nothing",
    "replaces_for_others",
    "replaced_for_all",
    "nobody_pays",
    "never_holds",
    "always_holds",
    "never_applies",
    "unreachable_band",
    "cap_before_share",
    "no_months_of_care",
    "limit_of_others",
    "deductible_after_share",
    "limit_of_cost_after_share",
    "floor_before_share",
    "cut_to_scope",
    "assistance_on_scope",
    "second_layer_on_scope",
    "deductible_of_each_bill",
    "unlike_others",
    "rows_exchanged",
    "ten_thousand_forgotten",
    "stale_source",
    "to_be_written",
    "without_case",
    "near_duplicate",
    "other_folder",
    "unknown_code",
    "uncited_source",
    "unused_index",
];

/// Notes what is wrong with a file's list.
pub(super) fn check(members: &Members) {
    for entry in members.items_of("accepted") {
        check_one(&entry);
    }
}

fn check_one(node: &Node) -> Option<()> {
    let members = node.members(&["warning", "at", "reason"])?;
    let warning = members.need("warning");
    for key in ["at", "reason"] {
        members.need(key).and_then(|at| at.name());
    }
    let warning = warning?;
    let name = warning.string()?;
    if WARNINGS.contains(&name) {
        return Some(());
    }
    warning.refuse(Code::UnknownWarning, &[("warning", name), ("known", &WARNINGS.join(", "))])
}
