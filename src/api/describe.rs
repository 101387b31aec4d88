//! A region laid out, so that a page can be drawn from it: facts, programmes, values, readings, sources and words.
//!
//! There is most of it, so it is told from the book as it is, without shapes of its own.

use super::answer::policy_ids;
use super::facts_read::{facts_read, test_facts};
use super::failure;
use super::wire::{Failure, Region};
use crate::calendar::Date;
use crate::json::told::{Tell, Tokens, told};
use crate::lists::{Gather, each, each_some};
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::catalogue::{Catalogue, ancestry};
use crate::policy::{Condition, Kind, Leaf, NamedWords, Reading, Tree, Unit, Value, Version, Words};
use crate::problem::{Code, Problem};
use crate::sorted::{SortedMap, SortedSet};
use crate::vocabulary::{Fact, FactKind, Fund, Holder, NOT_YET, Service};

/// Every region that may be asked for.
#[must_use]
pub fn regions(catalogue: &Catalogue) -> Vec<Region> {
    let all = catalogue.regions();
    let region = |(code, name): &(String, Words)| {
        let parent = ancestry(code).into_iter().skip(1).find(|above| all.iter().any(|(code, _)| code == above));
        let policies = catalogue.book(code).map_or(Vec::new(), |book| policy_ids(&book.chain));
        Region { code: code.clone(), name: name.clone(), parent, policies }
    };
    each(&all, &region)
}

/// A region, or why it cannot be described.
#[derive(Debug)]
pub enum Described {
    /// It is on file.
    Description(Box<Description>),
    /// It is not.
    Failure(Failure),
}

told! { Described: Description | Failure }

/// A region laid out, once it is told.
#[derive(Debug)]
pub struct Description {
    book: Book,
    name: Words,
}

/// Describes a region.
#[must_use]
pub fn describe(code: &str, catalogue: &Catalogue) -> Described {
    match catalogue.book(code) {
        Some(book) => {
            let name = catalogue.regions().into_iter().find(|(code, _)| *code == book.region).map(|(_, name)| name);
            let name = name.unwrap_or(Words { zh: String::new(), en: String::new() });
            Described::Description(Box::new(Description { book, name }))
        }
        None => {
            let problem = Problem::new(Code::UnknownRegion, "", &[("region", code)]);
            Described::Failure(failure(vec![problem]))
        }
    }
}

told! { @ Description }

impl Tell for Description {
    fn tell<'t>(&'t self, to: &mut Tokens<'t>) {
        let book = &self.book;
        to.object();
        to.key("outcome").text("description");
        self.head(to);
        facts(book, to);
        to.key("services").list();
        Service::ALL.iter().for_each(|service| service_of(book, *service, to));
        to.end();
        to.key("programmes").list();
        book.programmes().for_each(|p| programme(book, p, to));
        to.end();
        to.key("values").list();
        (0..book.row_count()).for_each(|place| value(book, place, to));
        to.end();
        to.key("readings").list();
        (0..book.reading_count()).filter_map(|place| book.reading(place)).for_each(|(p, r)| reading(book, p, r, to));
        to.end();
        self.documents(to);
        words(book, to);
        to.end();
    }
}

impl Description {
    fn head<'t>(&'t self, to: &mut Tokens<'t>) {
        to.key("region").object();
        to.member("code", &self.book.region);
        to.member("name", &self.name);
        to.key("chain").list();
        for file in &self.book.chain {
            file.region.tell(to);
        }
        to.end();
        to.end();
        to.key("policies").list();
        for file in &self.book.chain {
            to.object();
            to.member("id", &file.region);
            to.member("sha256", &file.sha256);
            to.end();
        }
        to.end();
    }

    fn documents<'t>(&'t self, to: &mut Tokens<'t>) {
        to.key("sources").list();
        for file in &self.book.chain {
            file.sources.iter().for_each(|source| source.tell(to));
        }
        to.end();
        to.key("notes").list();
        for (text, source) in self.book.chain.iter().flat_map(|file| &file.notes) {
            to.object();
            named("text", text, to);
            to.member("source", source);
            to.end();
        }
        to.end();
    }
}

/// A text by its id.
fn named<'t>(key: &'t str, text: &'t NamedWords, to: &mut Tokens<'t>) {
    to.key(key).object();
    to.member("id", &text.id);
    to.end();
}

fn named_if_any<'t>(key: &'t str, text: Option<&'t NamedWords>, to: &mut Tokens<'t>) {
    if let Some(text) = text {
        named(key, text, to);
    }
}

fn day_if_any<'t>(key: &'t str, day: Option<Date>, to: &mut Tokens<'t>) {
    text_if_any(key, day.map(|day| day.to_string()), to);
}

fn text_if_any<'t>(key: &'t str, text: Option<String>, to: &mut Tokens<'t>) {
    if let Some(text) = text {
        to.key(key).text(text);
    }
}

/// Ids and names.
fn list<'t>(key: &'t str, texts: &[&'t str], to: &mut Tokens<'t>) {
    to.key(key).list();
    texts.iter().for_each(|text| to.text(*text));
    to.end();
}

/// Every fact, with the programmes that read it and their services.
fn facts<'t>(book: &'t Book, to: &mut Tokens<'t>) {
    let readers: Vec<(ProgrammeIx, SortedSet<Fact>)> =
        book.programmes().map(|p| (p, facts_read(book.programme(p)))).gather();
    to.key("facts").list();
    for fact in Fact::ALL.into_iter().filter(|fact| *fact != Fact::SERVICE) {
        fact_of(book, fact, &each_some(&readers, &|(p, facts)| facts.holds(&fact).then_some(*p)), to);
    }
    to.end();
}

fn fact_of<'t>(book: &'t Book, fact: Fact, readers: &[ProgrammeIx], to: &mut Tokens<'t>) {
    let spec = fact.spec();
    to.object();
    to.key("id").text(spec.id);
    to.key("of").text(if spec.of == Holder::Person { "person" } else { "expense" });
    to.key("kind").text(match spec.kind {
        FactKind::YesNo => "yes_no",
        FactKind::Choice(_) => "choice",
        FactKind::Set(_) => "set",
        FactKind::WholeNumber(..) => "whole_number",
        FactKind::Date { .. } => "date",
        FactKind::Money => "money",
    });
    let options = match spec.kind {
        FactKind::YesNo => None,
        FactKind::Date { not_yet: true } => Some(&[NOT_YET][..]),
        _ => fact.options(),
    };
    if let Some(options) = options {
        list("options", options, to);
    }
    if let FactKind::WholeNumber(min, max) = spec.kind {
        to.key("min").number(min);
        to.key("max").number(max);
    }
    list("programmes", &each(readers, &|p| book.programme(*p).id.as_str()), to);
    if spec.of == Holder::Expense {
        let read = |service: &Service| readers.iter().any(|p| book.programme(*p).services.contains(service));
        list("services", &each_some(&Service::ALL, &|service| read(service).then(|| service.name())), to);
    }
    to.end();
}

fn service_of<'t>(book: &'t Book, service: Service, to: &mut Tokens<'t>) {
    let programmes = book.programmes().map(|p| book.programme(p));
    let of_it = programmes.filter(|programme| programme.services.contains(&service)).gather();
    to.object();
    to.key("id").text(service.name());
    list("programmes", &each(&of_it, &|programme| programme.id.as_str()), to);
    to.key("needs_total").yes_no(!of_it.iter().any(|programme| programme.kind == Kind::Allowance));
    to.end();
}

fn programme<'t>(book: &'t Book, p: ProgrammeIx, to: &mut Tokens<'t>) {
    let programme = book.programme(p);
    let other = |place: &usize| book.sibling(p, *place).map(|other| book.programme(other).id.as_str());
    to.object();
    to.member("id", &programme.id);
    match programme.fund.map(Fund::name) {
        Some(fund) => to.key("fund").text(fund),
        None => to.key("fund").nothing(),
    }
    to.key("kind").text(programme.kind.name());
    to.key("strength").text(if programme.encouraged { "encouraged" } else { "right" });
    named("name", &programme.name, to);
    named("clause", &programme.clause, to);
    named_if_any("summary", programme.summary.as_ref(), to);
    named_if_any("next_steps", programme.next_steps.as_ref(), to);
    list("services", &each(&programme.services, &|service| service.name()), to);
    day_if_any("began", programme.began, to);
    day_if_any("known_from", programme.known_from, to);
    to.member("on_file", &programme.on_file);
    to.member("replaces", &programme.replaces);
    list("yields_to", &each_some(&programme.yields_to, &other), to);
    to.key("conditions").list();
    programme.person.iter().for_each(|condition| condition_of("person", condition, to));
    programme.expense.iter().for_each(|condition| condition_of("expense", condition, to));
    to.end();
    to.key("values").list();
    programme.values.iter().flat_map(|value| &value.rows).for_each(|row| row.id.tell(to));
    to.end();
    list("readings", &each(&programme.readings, &|reading| reading.text.id.as_str()), to);
    to.key("caveats").list();
    for (text, limit) in &programme.caveats {
        to.object();
        named("text", text, to);
        text_if_any("limit", limit.as_ref().map(|name| [&programme.id, "/", name].concat()), to);
        to.end();
    }
    to.end();
    to.member("sources", &programme.sources);
    to.end();
}

fn condition_of<'t>(of: &'t str, condition: &'t Condition, to: &mut Tokens<'t>) {
    let mut facts = SortedSet::default();
    test_facts(&condition.test, &mut facts);
    to.object();
    to.key("of").text(of);
    named("text", &condition.text, to);
    to.key("reads").list();
    facts.keys().for_each(|fact| to.text(fact.id()));
    to.end();
    to.end();
}

fn value<'t>(book: &'t Book, place: usize, to: &mut Tokens<'t>) {
    let Some((p, value, number, row)) = book.row(place) else { return };
    to.object();
    to.member("id", &row.id);
    to.member("programme", &book.programme(p).id);
    to.key("unit").text(value.unit.name());
    named("text", &value.words, to);
    let by_fact: SortedMap<&str, &String> = row.keys.iter().map(|(fact, key)| (fact.id(), key)).collect();
    to.key("row").object();
    by_fact.iter().for_each(|(fact, key)| to.member(fact, *key));
    to.end();
    to.member("enterable", &row.enterable);
    to.key("versions").list();
    value.versions.iter().for_each(|version| version_of(book, value, number, version, to));
    to.end();
    to.end();
}

fn version_of<'t>(book: &'t Book, value: &'t Value, row: usize, version: &'t Version, to: &mut Tokens<'t>) {
    let Some(leaf) = leaf(&version.tree, row) else { return };
    let unit = value.unit;
    to.object();
    day_if_any("from", version.period.from, to);
    day_if_any("to", version.period.to, to);
    to.key("status").text(match leaf {
        Leaf::Published(_) => {
            let source = version.source.as_ref().and_then(|id| book.source(id));
            source.map_or("reported", |source| source.status)
        }
        Leaf::Unpublished { .. } => "unpublished",
        Leaf::Limit { .. } => "limit",
    });
    let (suggested, note) = match leaf {
        Leaf::Published(number) => {
            to.key("value").text(unit.text(*number));
            (&[][..], None)
        }
        Leaf::Unpublished { low, high, suggested, note } => {
            text_if_any("low", bound(unit, *low, 0), to);
            text_if_any("high", bound(unit, *high, unit.max()), to);
            (&suggested[..], note.as_ref())
        }
        Leaf::Limit { seen, note } => (&seen[..], note.as_ref()),
    };
    to.key("suggested").list();
    suggested.iter().for_each(|number| to.text(unit.text(*number)));
    to.end();
    named_if_any("note", note, to);
    to.if_any("source", &version.source);
    to.end();
}

/// A bound that says something.
fn bound(unit: Unit, number: i64, natural: i64) -> Option<String> {
    (unit != Unit::YesNo && number != natural).then(|| unit.text(number))
}

fn leaf(tree: &Tree, wanted: usize) -> Option<&Leaf> {
    match tree {
        Tree::Leaf(row, leaf) => (*row == wanted).then_some(leaf),
        Tree::Branch(branches) => branches.iter().find_map(|(_, tree)| leaf(tree, wanted)),
    }
}

fn reading<'t>(book: &'t Book, p: ProgrammeIx, reading: &'t Reading, to: &mut Tokens<'t>) {
    to.object();
    to.member("id", &reading.text.id);
    to.member("programme", &book.programme(p).id);
    named("text", &reading.text, to);
    named("why", &reading.why, to);
    to.key("preferred").text(reading.options.get(reading.preferred).map(|(name, _)| name.as_str()).unwrap_or_default());
    to.key("options").list();
    for (id, text) in &reading.options {
        to.object();
        to.member("id", id);
        named("text", text, to);
        to.end();
    }
    to.end();
    to.end();
}

/// Every text that is named, by its id.
fn words<'t>(book: &'t Book, to: &mut Tokens<'t>) {
    let texts = book.words();
    let by_id: SortedMap<&str, &Words> = texts.into_iter().map(|text| (text.id.as_str(), &text.words)).collect();
    to.key("words").object();
    by_id.iter().for_each(|(id, words)| to.member(id, *words));
    to.end();
}
