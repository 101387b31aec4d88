//! The common side of all interfaces: texts in, wire types out. Every interface gives the same bytes.

mod analysis;
mod answer;
mod context;
mod describe;
mod facts_read;
mod inverse;
mod programme;
mod questions;
pub mod texts;
pub mod wire;

pub use analysis::{Analysed, alternatives, curve, extremes};
pub use describe::{Described, describe, regions};
pub use inverse::inverse;

use crate::json::problem::Problem;
use crate::policy::catalogue::Catalogue;
use crate::request::read;
use wire::{Answer, Failure};

/// Answers a request's text. `unreadable` names places (JSON pointers) that the caller could not write as JSON.
/// Never panics, never stops at the first problem.
///
/// ```
/// use yibao::api::{estimate, wire::Answer};
/// use yibao::policy::catalogue::Catalogue;
/// let mut catalogue = Catalogue::default();
/// catalogue.add(&[include_str!("../../policies/370000-shandong/policy.json")]);
/// let request = r#"{"region": "370000", "asked_on": "2025-06-01", "facts": {"scheme": "resident"}}"#;
/// assert!(matches!(estimate(request, &[], &catalogue), Answer::Estimate(_)));
/// assert!(matches!(estimate("{", &[], &catalogue), Answer::Failure(_)));
/// ```
#[must_use]
pub fn estimate(text: &str, unreadable: &[String], catalogue: &Catalogue) -> Answer {
    match read(text, unreadable, catalogue) {
        Ok(request) => Answer::Estimate(Box::new(answer::answer(&request))),
        Err(problems) => Answer::Failure(failure(problems)),
    }
}

fn failure(problems: Vec<Problem>) -> Failure {
    Failure { outcome: "failure", problems }
}
