//! The facts of a person or an expense, and how they are read.

use crate::calendar::Day;
use crate::json::Json;
use crate::json::problem::{Code, pointer};
use crate::json::reader::Node;
use crate::option_set::{OptionIndex, OptionSet};
use crate::ordered::Map;
use crate::policy::book::Book;
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, FactKind, Holder, OptionList};

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

impl Given {
    /// The answer "no".
    pub const NO: Given = Given::Value(FactValue::Option(OptionIndex::NO));
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

/// What a request says of the facts of one holder.
#[derive(Clone, Debug)]
pub struct Facts(Map<Fact, Given>);

impl Facts {
    /// What is known of a fact.
    #[must_use]
    pub fn given(&self, fact: Fact) -> Given {
        self.0.get(&fact).copied().unwrap_or_default()
    }

    /// The facts of which it says something.
    pub fn named(&self) -> impl Iterator<Item = Fact> {
        self.0.keys().copied()
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

/// The facts of one holder; every problem is noted. Without a region, options that only a region has cannot be checked.
pub(super) fn facts(node: Option<Node>, holder: Holder, book: Option<&Book>) -> Facts {
    let mut facts = Map::default();
    for (name, node) in node.and_then(|node| node.entries()).unwrap_or_default() {
        let Some(fact) = named(name, &node, holder) else { continue };
        if let Some(given) = given(&node, fact, book) {
            facts.insert(fact, given);
        }
    }
    Facts(facts)
}

fn named(name: &str, node: &Node, holder: Holder) -> Option<Fact> {
    let Some(fact) = Fact::named(name).filter(|fact| *fact != Fact::service()) else {
        return node.refuse(Code::UnknownFact, &[("fact", name)]);
    };
    if fact.spec().of == holder {
        return Some(fact);
    }
    let of = if holder == Holder::Person { Holder::Expense } else { Holder::Person };
    node.refuse(Code::MisplacedFact, &[("fact", name), ("of", of.name())])
}

fn given(node: &Node, fact: Fact, book: Option<&Book>) -> Option<Given> {
    if *node.json == Json::Null {
        return Some(Given::DontKnow);
    }
    value(node, fact, book).map(Given::Value)
}

/// Whether a value answers a fact; if not, a problem is noted.
pub fn is_answer(node: &Node, fact: Fact, book: Option<&Book>) -> bool {
    value(node, fact, book).is_some()
}

fn value(node: &Node, fact: Fact, book: Option<&Book>) -> Option<FactValue> {
    let options = || Offered { list: book.map_or(fact.options(), |book| book.options(fact)), fact, book };
    Some(match fact.spec().kind {
        FactKind::YesNo => FactValue::Option(OptionIndex::of_yes(node.yes_no()?)),
        FactKind::Choice => FactValue::Option(options().choice(node)?),
        FactKind::Set => FactValue::Members(options().set(node)?),
        FactKind::WholeNumber(min, max) => FactValue::Quantity(Quantity::Count(node.whole_number(min, max)?)),
        FactKind::Date { not_yet } => FactValue::Quantity(Quantity::Day(match node.json {
            Json::String(text) if not_yet && text == Day::NOT_YET => Day::NotYet,
            _ => Day::On(node.date()?),
        })),
        FactKind::Money => FactValue::Quantity(Quantity::Money(node.money()?)),
    })
}

/// The options of a fact that a request may name.
struct Offered<'a> {
    list: Option<&'a OptionList>,
    fact: Fact,
    book: Option<&'a Book>,
}

impl Offered<'_> {
    fn choice(&self, node: &Node) -> Option<OptionIndex> {
        let text = node.string()?;
        let known = self.list.and_then(|list| list.index(list.named(text)?.id));
        // The region that may have this option is not known: that is a problem already.
        let may_be_regional = self.book.is_none() && self.fact.spec().group.is_some();
        if known.is_some() || may_be_regional {
            return known;
        }
        let choices = self.list.map(OptionList::names).unwrap_or_default().join(", ");
        node.refuse(Code::NotAChoice, &[("value", text), ("choices", &choices)])
    }

    /// The members of a set; a member named twice is a problem.
    fn set(&self, node: &Node) -> Option<OptionSet> {
        let mut set = OptionSet::EMPTY;
        let mut whole = true;
        for item in node.items()? {
            match self.choice(&item) {
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
}

/// The place of a fact within facts.
pub(super) fn at(path: &str, fact: Fact) -> String {
    pointer(&pointer(path, "facts"), fact.id())
}
