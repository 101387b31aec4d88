//! Every text id that answers use and the page words: those without a `/`. `yibao texts` prints them, and a test of the
//! page sees to it that each has its words in every language.

use crate::json::problem::Code;
use crate::policy::step::StepKind;
use crate::vocabulary::Fund;

/// It began on a day. Args: `date`.
pub const FINDING_BEGAN: &str = "finding-began";
/// It ended on a day. Args: `date`.
pub const FINDING_ENDED: &str = "finding-ended";
/// Its rule is on file from a day. Args: `date`.
pub const FINDING_KNOWN_FROM: &str = "finding-known-from";
/// Its rule is not on file.
pub const FINDING_NOT_ON_FILE: &str = "finding-not-on-file";
/// The person was covered on the day.
pub const FINDING_COVERED: &str = "finding-covered";
/// The region has no basic programme for a service, so the second layer counts all of it. Args: `service`.
pub const CAVEAT_NO_BASIC: &str = "caveat-no-basic-programme";
/// Who lives elsewhere and has filed that: the deductible may be another than at home.
pub const CAVEAT_FILED_ELSEWHERE: &str = "caveat-filed-elsewhere";
/// A bill of somebody whose insurance has not begun.
pub const CAVEAT_NOT_YET_ENROLLED: &str = "caveat-not-yet-enrolled";
/// A bill before the day on which the insurance began. Args: `date`.
pub const CAVEAT_ENROLLED_LATER: &str = "caveat-enrolled-later";
/// Soon after enrolment there may be a wait. Args: `date`, the day from which nobody waits but for years missed.
pub const CAVEAT_WAITING_PERIOD: &str = "caveat-waiting-period";
/// Why a fact is taken for granted, or a value lies where it usually does: each for what it is of.
pub const ASSUMED_NOBODY_LIABLE: &str = "assumed-nobody-liable";
/// Care was given where the person is insured.
pub const ASSUMED_AT_HOME: &str = "assumed-at-home";
/// The person is past infancy.
pub const ASSUMED_PAST_INFANCY: &str = "assumed-past-infancy";
/// Nobody publishes a value: what other sources say of it.
pub const ASSUMED_TYPICAL: &str = "assumed-typical-value";

/// The id of a step's text.
#[must_use]
pub fn step(kind: StepKind) -> String {
    ["step-", kind.name].concat()
}

/// Every id, with those of the funds, whose names the page words as well. The names of facts, options and services stand in
/// `policies/vocabulary.json` and come with `describe`.
#[must_use]
pub fn all() -> Vec<String> {
    let findings = [FINDING_BEGAN, FINDING_ENDED, FINDING_KNOWN_FROM, FINDING_NOT_ON_FILE, FINDING_COVERED];
    let assumed = [ASSUMED_NOBODY_LIABLE, ASSUMED_AT_HOME, ASSUMED_PAST_INFANCY, ASSUMED_TYPICAL];
    let enrolment = [CAVEAT_NOT_YET_ENROLLED, CAVEAT_ENROLLED_LATER, CAVEAT_WAITING_PERIOD];
    let own = findings.iter().chain(&assumed).chain([&CAVEAT_NO_BASIC, &CAVEAT_FILED_ELSEWHERE]).chain(&enrolment);
    let mut ids: Vec<String> = own.map(|id| (*id).to_owned()).collect();
    ids.extend(StepKind::all().map(step));
    ids.extend(Code::OF_REQUESTS.iter().map(|code| format!("problem-{}", code.name())));
    ids.extend(Fund::ALL.iter().map(|fund| format!("fund-{}", fund.name())));
    ids
}
