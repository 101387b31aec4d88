//! Reads the facts of a person or an expense.

use super::{Facts, Given};
use crate::json::Json;
use crate::problem::{Code, pointer};
use crate::reader::Node;
use crate::vocabulary::{FACTS, Fact, FactKind, Holder, NOT_YET, NOT_YET_DAY};

/// The facts of one holder; every problem is noted.
pub(super) fn facts(node: Option<Node>, holder: Holder) -> Facts {
    let mut facts = [Given::Absent; FACTS.len()];
    for (name, node) in node.and_then(|node| node.entries()).unwrap_or_default() {
        let Some(fact) = named(name, &node, holder) else { continue };
        if let (Some(slot), Some(given)) = (facts.get_mut(fact.index()), given(&node, fact)) {
            *slot = given;
        }
    }
    facts
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
    let value = match fact.spec().kind {
        FactKind::YesNo => i64::from(node.yes_no()?),
        FactKind::Choice(options) => i64::try_from(node.choice(options)?).ok()?,
        FactKind::Set(options) => i64::from(set(node, options)?),
        FactKind::WholeNumber(min, max) => node.whole_number(min, max)?,
        FactKind::Date { not_yet } => match node.json {
            Json::String(text) if not_yet && text == NOT_YET => NOT_YET_DAY,
            _ => node.date()?.day_number(),
        },
        FactKind::Money => node.money()?,
    };
    Some(Given::Value(value))
}

/// A bit for each member; a member named twice is a problem.
fn set(node: &Node, options: &[&str]) -> Option<u32> {
    let mut bits = 0u32;
    let mut whole = true;
    for item in node.items()? {
        let bit = item.choice(options).and_then(|place| 1u32.checked_shl(u32::try_from(place).ok()?));
        match bit {
            Some(bit) if bits & bit == 0 => bits |= bit,
            Some(_) => {
                let value = item.string().unwrap_or_default();
                item.note(Code::RepeatedMember, &[("value", value)]);
                whole = false;
            }
            None => whole = false,
        }
    }
    whole.then_some(bits)
}

/// The place of a fact within facts.
pub(super) fn at(path: &str, fact: Fact) -> String {
    pointer(&pointer(path, "facts"), fact.id())
}
