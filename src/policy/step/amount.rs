//! An amount or a rate as a step states it: a value of the programme, or a choice among values.
//!
//! Modifiers of a value (times, plus, at least, at most) belong here: `benefit::lookup` works them out for every step.

use super::super::RowKey;
use super::super::read_test::{fact_named, read_test};
use super::super::read_value::row_key;
use super::super::scope::Scope;
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::policy::{Test, Unit};
use crate::vocabulary::Fact;

/// The value that a step takes: that of the first case whose test holds.
#[derive(Clone, Debug)]
pub struct Amount {
    /// Tests with their values; the last has no test.
    pub cases: Vec<(Option<Test>, ValueRef)>,
}

/// A value of the programme, perhaps with some of a table's facts fixed.
#[derive(Clone, Debug)]
pub struct ValueRef {
    /// Its place among the programme's values.
    pub value: usize,
    /// Facts fixed, by the key's number as in [`crate::policy::Tree::Branch`].
    pub at: Vec<(Fact, RowKey)>,
}

impl Amount {
    /// A value without a choice.
    #[must_use]
    pub fn of_value(value: usize) -> Amount {
        Amount { cases: vec![(None, ValueRef { value, at: Vec::new() })] }
    }

    /// The value, where it is one without a choice.
    #[must_use]
    pub fn only_value(&self) -> Option<usize> {
        match self.cases.as_slice() {
            [(None, only)] => Some(only.value),
            _ => None,
        }
    }

    /// The tests that choose.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.cases.iter().filter_map(|(test, _)| test.as_ref())
    }

    /// A value's name, or a list of values with their tests.
    pub(super) fn read(node: &Node, unit: Unit, scope: &Scope) -> Option<Amount> {
        let Json::Array(_) = node.json else { return scope.value(node, unit).map(Amount::of_value) };
        let cases = node.each(&|item| read_case(item, unit, scope))?;
        if cases.last().is_some_and(|(test, _)| test.is_none()) {
            Some(Amount { cases })
        } else {
            node.refuse(Code::NeedsStep, &[("step", "without \"when\" at the end")])
        }
    }
}

fn read_case(node: &Node, unit: Unit, scope: &Scope) -> Option<(Option<Test>, ValueRef)> {
    let members = node.members(&["when", "value", "at"])?;
    let test = members.get("when").map_or(Some(None), |at| read_test(&at, scope).map(Some));
    let value = members.need("value").and_then(|at| scope.value(&at, unit));
    let at = members.get("at").map_or(Some(Vec::new()), |at| fixed(&at, scope));
    Some((test?, ValueRef { value: value?, at: at? }))
}

/// `{"disability_grade": "5"}`
fn fixed(node: &Node, scope: &Scope) -> Option<Vec<(Fact, RowKey)>> {
    node.each_entry(&|name, at| {
        let fact = fact_named(at, name, scope)?;
        Some((fact, row_key(at, fact, scope.options, at.string()?)?))
    })
}
