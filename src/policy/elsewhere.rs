//! Care outside the area of the insurance, where a programme has no rule of its own for it: the national file holds the points
//! that then come off each rate, and the deductible, both unpublished.

use super::{Programme, Test, Unit};
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::vocabulary::Fact;

/// The places of the two values among those of the programme that holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The points off.
    pub points: usize,
    /// The deductible.
    pub deductible: usize,
}

impl Programme {
    /// Reads `"out_of_area": true`: the programme holds the two values and is no programme of its own.
    pub(super) fn elsewhere(&self) -> Option<Elsewhere> {
        let value = |name: &str, unit| self.values.iter().position(|value| value.name == name && value.unit == unit);
        Some(Elsewhere { points: value("points", Unit::Rate)?, deductible: value("deductible", Unit::Money)? })
    }

    /// Whether it says itself what holds for care elsewhere.
    #[must_use]
    pub fn has_rule_elsewhere(&self) -> bool {
        let reads = |test: &Test| test.reads(Fact::out_of_area());
        self.conditions().any(|condition| reads(&condition.test))
            || self.values.iter().any(|value| value.by.contains(&Fact::out_of_area()))
            || self.benefit.iter().any(|step| step.tests().into_iter().any(reads))
    }
}

impl Test {
    /// Whether it reads a choice or a yes/no.
    fn reads(&self, what: Fact) -> bool {
        match self {
            Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => {
                tests.iter().any(|test| test.reads(what))
            }
            Test::Not(inner) => inner.reads(what),
            Test::Is(fact, _) => *fact == what,
            _ => false,
        }
    }
}

/// Notes a programme that should hold the two values and does not.
pub(super) fn check(node: &Node, programme: &Programme) {
    if programme.is_elsewhere && programme.elsewhere().is_none() {
        node.note(Code::NeedsStep, &[("step", "it holds the values points (a rate) and deductible (money)")]);
    }
}
