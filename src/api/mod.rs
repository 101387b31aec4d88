//! The common side of all interfaces: texts in, wire types out. Every interface gives the same bytes.

mod analysis;
mod answer;
mod assumed;
mod caveats;
mod context;
mod describe;
mod inverse;
mod programme;
mod questions;
pub mod texts;
pub mod wire;

pub use analysis::{Analysed, alternatives, curve, extremes};
pub use describe::{Described, describe, regions};
pub use inverse::inverse;

use crate::json::problem::{Code, Problem};
use crate::policy::catalogue::Catalogue;
use crate::request::read;
use serde::Serialize;
use serde::ser::Error;
use wire::{Answer, Failure, ProgrammeAmounts};

/// Room for most answers.
const TEXT_BYTES: usize = 16 << 10;

/// Answers a request's text. `unreadable` names places (JSON pointers) that the caller could not write as JSON.
/// Never panics, never stops at the first problem.
///
/// ```
/// use yibao::api::{estimate, wire::Answer};
/// use yibao::policy::catalogue::Catalogue;
/// let mut catalogue = Catalogue::default();
/// let china = include_str!("../../policies/000000-china/policy.json");
/// catalogue.add(&[china, include_str!("../../policies/370000-shandong/policy.json")]);
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

/// The amounts of the same answer, without what explains them.
#[must_use]
pub fn estimate_amounts(text: &str, unreadable: &[String], catalogue: &Catalogue) -> Answer<ProgrammeAmounts> {
    match read(text, unreadable, catalogue) {
        Ok(request) => Answer::Estimate(Box::new(answer::amounts(&request))),
        Err(problems) => Answer::Failure(failure(problems)),
    }
}

/// An answer's JSON text. Most have some kilobytes: a text that grows from nothing is copied again and again.
///
/// # Errors
/// None that an answer can have: its numbers and keys can be written.
pub fn text(answer: &impl Serialize) -> serde_json::Result<String> {
    let mut text = Vec::with_capacity(TEXT_BYTES);
    serde_json::to_writer(&mut text, answer)?;
    String::from_utf8(text).map_err(serde_json::Error::custom)
}

/// How much an estimate explains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Explain {
    /// Everything.
    #[default]
    Full,
    /// The amounts alone.
    Amounts,
}

impl Explain {
    /// What a name stands for.
    ///
    /// # Errors
    /// A Failure, where it stands for nothing.
    pub fn named(name: &str) -> Result<Explain, Failure> {
        match name {
            "full" => Ok(Explain::Full),
            "amounts" => Ok(Explain::Amounts),
            _ => Err(failure(vec![Problem::new(Code::UnknownOption, "", &[("value", name)])])),
        }
    }
}

fn failure(problems: Vec<Problem>) -> Failure {
    Failure { outcome: "failure", problems }
}
