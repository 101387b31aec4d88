//! The facts of a person or an expense, and how they are read.

use crate::calendar::Day;
use crate::json::Json;
use crate::option_set::{OptionIndex, OptionSet};
use crate::problem::{Code, pointer};
use crate::quantity::Quantity;
use crate::reader::Node;
use crate::vocabulary::{FACTS, Fact, FactKind, Holder};

/// What is known of a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Given {
    /// Not answered.
    #[default]
    Absent,
    /// Answered with "I don't know".
    DontKnow,
    /// Answered.
    Value(FactValue),
}

/// The value of a fact, of the kind that the fact has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// One option; `no` or `yes` of a yes/no.
    Option(OptionIndex),
    /// The members of a set.
    Members(OptionSet),
    /// A whole number, a day or an amount.
    Quantity(Quantity),
}

/// What is known of every fact of one holder.
#[derive(Clone, Debug)]
pub struct Facts(Vec<Given>);

impl Facts {
    /// What is known of a fact.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.0.get(fact.index()).copied().unwrap_or_default()
    }

    /// The whole number, the day or the amount, where it is known.
    #[must_use]
    pub fn quantity(&self, fact: Fact) -> Option<Quantity> {
        match self.given(fact) {
            Given::Value(FactValue::Quantity(quantity)) => Some(quantity),
            _ => None,
        }
    }
}

/// The facts of one holder; every problem is noted.
pub(super) fn facts(node: Option<Node>, holder: Holder) -> Facts {
    let mut facts = vec![Given::Absent; FACTS.len()];
    for (name, node) in node.and_then(|node| node.entries()).unwrap_or_default() {
        let Some(fact) = named(name, &node, holder) else { continue };
        if let (Some(slot), Some(given)) = (facts.get_mut(fact.index()), given(&node, fact)) {
            *slot = given;
        }
    }
    Facts(facts)
}

fn named(name: &str, node: &Node, holder: Holder) -> Option<Fact> {
    let Some(fact) = Fact::named(name).filter(|fact| *fact != Fact::SERVICE) else {
        return node.refuse(Code::UnknownFact, &[("fact", name)]);
    };
    if fact.spec().of == holder {
        return Some(fact);
    }
    let of = if holder == Holder::Person { "expense" } else { "person" };
    node.refuse(Code::MisplacedFact, &[("fact", name), ("of", of)])
}

fn given(node: &Node, fact: Fact) -> Option<Given> {
    if *node.json == Json::Null {
        return Some(Given::DontKnow);
    }
    value(node, fact).map(Given::Value)
}

fn value(node: &Node, fact: Fact) -> Option<FactValue> {
    Some(match fact.spec().kind {
        FactKind::YesNo => FactValue::Option(OptionIndex::of_yes(node.yes_no()?)),
        FactKind::Choice(options) => FactValue::Option(OptionIndex::new(node.choice(options)?)?),
        FactKind::Set(options) => FactValue::Members(set(node, options)?),
        FactKind::WholeNumber(min, max) => FactValue::Quantity(Quantity::Count(node.whole_number(min, max)?)),
        FactKind::Date { not_yet } => FactValue::Quantity(Quantity::Day(match node.json {
            Json::String(text) if not_yet && text == Day::NOT_YET => Day::NotYet,
            _ => Day::On(node.date()?),
        })),
        FactKind::Money => FactValue::Quantity(Quantity::Money(node.money()?)),
    })
}

/// The members of a set; a member named twice is a problem.
fn set(node: &Node, options: &[&str]) -> Option<OptionSet> {
    let mut set = OptionSet::EMPTY;
    let mut whole = true;
    for item in node.items()? {
        match item.choice(options).and_then(OptionIndex::new) {
            Some(option) if set.holds(option) => {
                let value = item.string().unwrap_or_default();
                item.note(Code::RepeatedMember, &[("value", value)]);
                whole = false;
            }
            Some(option) => set = set.with(OptionSet::of(option)),
            None => whole = false,
        }
    }
    whole.then_some(set)
}

/// The place of a fact within facts.
pub(super) fn at(path: &str, fact: Fact) -> String {
    pointer(&pointer(path, "facts"), fact.id())
}
