//! Reads `policies/vocabulary.json` (docs/vocabulary.md). It is a part of the core and compiled in.

use super::facts::{FactKind, FactSpec, Holder, Known};
use super::options::{Group, NamedOption, OptionList, OptionNames};
use super::typical::Reader as TypicalReader;
use super::{NO_YES, Service, Used};
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Members, Node, Problems, json_tree, read_all, refuse_repeated_ids};
use crate::option_set::OptionIndex;
use crate::source::{Source, source};
use crate::words::{Words, words};
use std::cell::RefCell;
use std::sync::OnceLock;

/// Before the ids of its documents and texts.
pub(super) const PREFIX: &str = "000000/vocabulary/";

const TEXT: &str = include_str!("../../policies/vocabulary.json");

/// What the national file says.
#[derive(Debug)]
pub struct Vocabulary {
    /// Every fact, in order.
    pub facts: Vec<FactSpec>,
    /// The classes of items that hold everywhere, with their words.
    pub item_classes: Vec<(String, Words)>,
    /// Documents that what is typical rests on.
    pub sources: Vec<Source>,
    pub(super) known: Known,
    pub(super) names: OptionNames,
}

/// The national vocabulary, read once.
#[must_use]
#[allow(clippy::expect_used, reason = "the file is a part of the core, and a test reads it")]
pub fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| read(TEXT).expect("policies/vocabulary.json is good"))
}

/// Reads a vocabulary's text.
///
/// # Errors
/// Every problem.
pub fn read(text: &str) -> Result<Vocabulary, Vec<Problem>> {
    let problems = Problems::default();
    let vocabulary = json_tree(text, &problems).and_then(|json| file(&Node::root(&json, &problems)));
    match vocabulary {
        Some(vocabulary) if problems.count() == 0 => Ok(vocabulary),
        _ => Err(problems.into_vec()),
    }
}

fn file(node: &Node) -> Option<Vocabulary> {
    let lists = Group::ALL.map(Group::name);
    let keys = [&["format", "services"], lists.as_slice(), &["item_classes", "sources", "facts"]].concat();
    let members = node.members(&keys)?;
    members.need("format")?.whole_number(1, 1)?;
    let documents = members.entries_of("sources");
    let sources = documents.iter().filter_map(|(id, at)| source([PREFIX, id].concat(), at)).collect();
    let documents = documents.iter().map(|(id, _)| *id).collect();
    let reading = VocabularyReader { names: RefCell::new(OptionNames::EMPTY), documents, lists: members };
    let services = reading.services()?;
    let mut facts = reading.facts()?;
    facts.push(service(services));
    check_known(node, &facts);
    let class = |(name, at): &(&str, Node)| Some(((*name).to_owned(), words(at)?));
    let item_classes = reading.lists.entries_of("item_classes").iter().filter_map(class).collect();
    Some(Vocabulary { known: Known::among(&facts)?, facts, item_classes, sources, names: reading.names.into_inner() })
}

/// The service of an expense reads like a fact in tests and tables.
fn service(services: OptionList) -> FactSpec {
    FactSpec {
        id: "service".to_owned(),
        of: Holder::Expense,
        kind: FactKind::Choice,
        options: services,
        group: None,
        of_group: 0,
        words: Words::default(),
        help: None,
        typical: Vec::new(),
    }
}

/// The facts that the core computes with are there, and of the kind that it needs.
fn check_known(node: &Node, facts: &[FactSpec]) {
    for (id, is_right) in Known::NEEDED {
        match facts.iter().find(|spec| spec.id == *id) {
            None => node.note(Code::Missing, &[("key", id)]),
            Some(spec) if !is_right(spec.kind) => drop(Used::Core.refuse::<()>(node, id)),
            Some(_) => {}
        }
    }
}

struct VocabularyReader<'a> {
    names: RefCell<OptionNames>,
    /// The short ids of the documents.
    documents: Vec<&'a str>,
    lists: Members<'a>,
}

impl VocabularyReader<'_> {
    /// The services have words in the file; which there are, the core says.
    fn services(&self) -> Option<OptionList> {
        let node = self.lists.need("services")?;
        let services = self.options(&node)?;
        if services.iter().map(|option| option.name.as_str()).ne(Service::ALL.map(Service::name)) {
            return node.refuse(Code::NotAChoice, &[("choices", &Service::ALL.map(Service::name).join(", "))]);
        }
        list(&node, services)
    }

    fn facts(&self) -> Option<Vec<FactSpec>> {
        let nodes = self.lists.need("facts")?.items()?;
        refuse_repeated_ids(&nodes);
        read_all(&nodes, |node| self.fact(node))
    }

    fn fact(&self, node: &Node) -> Option<FactSpec> {
        let keys = ["id", "of", "kind", "min", "max", "not_yet", "list", "options", "words", "help", "typical"];
        let members = node.members(&keys)?;
        let id = members.need("id")?.name()?;
        let of = members.need("of")?.one_by_name([Holder::Person, Holder::Expense], Holder::name)?;
        let kind = kind(&members)?;
        let group = members.optional("list", |at| at.one_by_name(Group::ALL, Group::name))?;
        let mut options = match group {
            Some(group) => self.options(&self.lists.need(group.name())?)?,
            None => Vec::new(),
        };
        let of_group = options.len();
        options.extend(self.own_options(&members, kind)?);
        let options = list(node, options)?;
        let help = members.get("help").map(|at| words(&at));
        let typical = TypicalReader { documents: &self.documents, id, of, kind, options: &options };
        Some(FactSpec {
            id: id.to_owned(),
            of,
            kind,
            typical: typical.read(&members.items_of("typical"))?,
            options,
            group,
            of_group,
            words: words(&members.need("words")?)?,
            help: help.flatten(),
        })
    }

    fn own_options(&self, members: &Members, kind: FactKind) -> Option<Vec<NamedOption>> {
        let named = |name: &str, words| self.option(name, words, None);
        match (members.get("options"), members.get("not_yet")) {
            (Some(at), _) => self.options(&at),
            (None, Some(at)) => Some(vec![named(crate::calendar::Day::NOT_YET, words(&at)?)]),
            (None, None) if kind == FactKind::YesNo => Some(NO_YES.map(|name| named(name, Words::default())).to_vec()),
            (None, None) => Some(Vec::new()),
        }
    }

    fn options(&self, node: &Node) -> Option<Vec<NamedOption>> {
        let nodes = node.items()?;
        refuse_repeated_ids(&nodes);
        read_all(&nodes, |at| {
            let members = at.members(&["id", "words", "note"])?;
            let note = members.get("note").map(|at| words(&at));
            Some(self.option(members.need("id")?.name()?, words(&members.need("words")?)?, note.flatten()))
        })
    }

    fn option(&self, name: &str, words: Words, note: Option<Words>) -> NamedOption {
        NamedOption { id: self.names.borrow_mut().id(name), name: name.to_owned(), words, note }
    }
}

fn kind(members: &Members) -> Option<FactKind> {
    let number = |key: &str| members.need(key)?.whole_number(0, i64::from(u32::MAX));
    let kinds = [
        FactKind::YesNo,
        FactKind::Choice,
        FactKind::Set,
        FactKind::WholeNumber(0, 0),
        FactKind::Date { not_yet: members.has("not_yet") },
        FactKind::Money,
    ];
    Some(match members.need("kind")?.one_by_name(kinds, FactKind::name)? {
        FactKind::WholeNumber(..) => FactKind::WholeNumber(number("min")?, number("max")?),
        other => other,
    })
}

fn list(node: &Node, options: Vec<NamedOption>) -> Option<OptionList> {
    let list = OptionList::new(options);
    let max = OptionIndex::MOST.to_string();
    list.or_else(|| node.refuse(Code::TooManyOptions, &[("list", "options"), ("max", &max)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Fact;

    fn codes(text: &str) -> Vec<&'static str> {
        read(text).map_or_else(|problems| problems.iter().map(|problem| problem.code).collect(), |_| Vec::new())
    }

    #[test]
    fn the_national_file_is_good() {
        assert_eq!(read(TEXT).err(), None);
        assert_eq!(Fact::service().options().unwrap().names(), Service::ALL.map(Service::name));
    }

    #[test]
    fn a_fact_that_the_core_computes_with_must_be_there_and_of_its_kind() {
        assert_eq!(codes(&TEXT.replace(r#""id": "months""#, r#""id": "weeks""#)), ["missing"]);
        let of_money = r#""id": "advance", "of": "expense", "kind": "money""#;
        assert!(TEXT.contains(of_money));
        assert_eq!(codes(&TEXT.replace(of_money, &of_money.replace("money", "yes_no"))), ["wrong_fact_kind"]);
    }

    #[test]
    fn the_services_are_those_of_the_core() {
        assert_eq!(codes(&TEXT.replace(r#""id": "home_care""#, r#""id": "house_care""#)), ["not_a_choice"]);
    }

    #[test]
    fn an_expense_may_treat_every_condition_or_another() {
        let names = |id| Fact::named(id).unwrap().options().unwrap().names();
        let (treats, conditions) = (names("treats"), names("conditions"));
        assert_eq!(treats[..conditions.len()], conditions);
        assert_eq!(treats.last(), Some(&"other"));
    }

    #[test]
    fn what_is_typical_names_options_that_exist_and_documents_that_are_listed() {
        assert_eq!(
            codes(&TEXT.replace(r#""low": "0.06", "high": "0.24""#, r#""low": "0.3", "high": "0.2""#)),
            ["bad_bounds"]
        );
        assert_eq!(codes(&TEXT.replace(r#""source": "parts-2019""#, r#""source": "parts""#)), ["unknown_source"]);
        let none = r#"{"id": "none", "options": []"#;
        assert_eq!(codes(&TEXT.replacen(none, r#"{"id": "none", "options": ["x"]"#, 1)), ["not_a_choice"]);
        assert_eq!(codes(&TEXT.replacen(none, r#"{"id": "none""#, 1)), ["not_one_of"]);
        let share = r#"{"id": "none", "share_of_bill": {"low": "0", "high": "1"}"#;
        assert_eq!(codes(&TEXT.replacen(none, share, 1)), ["wrong_fact_kind"]);
    }
}
