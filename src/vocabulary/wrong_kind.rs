//! What a fact of each kind may be used for: told where a file uses one otherwise.

use super::{Fact, FactKind};
use crate::json::problem::Code;
use crate::json::reader::Node;

/// What takes facts of some kinds only, each with what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// A table.
    Table,
    /// A table of numbers that stand without words.
    PlainTable,
    /// What a counter counts apart.
    Apart,
    /// What an amount counts.
    Count,
    /// What is typical of a fact.
    Typical,
    /// What the core computes with.
    Core,
}

impl Used {
    /// What it takes.
    fn way(self) -> &'static str {
        match self {
            Used::Table => {
                "A table goes by a choice, a yes/no or a whole number. What goes by a set is a list of entries with when and value"
            }
            Used::PlainTable => "These numbers go by a choice or a yes/no",
            Used::Apart => "apart takes a choice or a yes/no of the bill",
            Used::Count => "count takes a whole number",
            Used::Typical => "options are of a choice, a set or a yes/no; share_of_bill is of an amount of the bill",
            Used::Core => "The core needs it to be of another kind",
        }
    }

    /// Refuses a fact of another kind.
    pub fn refuse<T>(self, node: &Node, fact: &str) -> Option<T> {
        node.refuse(Code::WrongFactKind, &[("fact", fact), ("way", self.way())])
    }
}

/// Refuses a condition that asks a fact as if it were of another kind.
pub fn refuse_test<T>(node: &Node, fact: Fact) -> Option<T> {
    node.refuse(Code::WrongFactKind, &[("fact", fact.id()), ("way", tested(fact))])
}

/// How a condition asks a fact.
fn tested(fact: Fact) -> &'static str {
    match fact.spec().kind {
        _ if fact == Fact::age() => "An age is asked with age_under or age_at_least",
        FactKind::Choice | FactKind::YesNo => "A choice or a yes/no is asked with is",
        FactKind::Set => "A set is asked with has_any or not_empty",
        FactKind::WholeNumber(..) => "A whole number is asked with at_least or at_most",
        _ => "No condition asks an amount or a day",
    }
}
