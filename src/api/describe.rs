//! A region laid out, so that a page can be drawn from it: facts, programmes, values, readings, sources and words.

use super::answer::policy_ids;
use super::failure;
use super::wire::{Failure, PolicyId, Region, Text};
use crate::json::told::told;
use crate::lists::{Gather, each, each_some};
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::catalogue::{Catalogue, ancestry};
use crate::policy::{
    Base, Choice, Condition, Leaf, NamedWords, Pick, Programme, Source, Step, Test, Tree, Unit, Value, Version, Words,
};
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

/// A region laid out.
#[derive(Debug)]
pub struct Description {
    outcome: &'static str,
    region: RegionHead,
    policies: Vec<PolicyId>,
    facts: Vec<FactDescription>,
    services: Vec<ServiceDescription>,
    programmes: Vec<ProgrammeDescription>,
    values: Vec<ValueDescription>,
    readings: Vec<ReadingDescription>,
    sources: Vec<Source>,
    notes: Vec<Note>,
    words: SortedMap<String, Words>,
}

told! {
    Description {
        outcome, region, policies, facts, services, programmes, values, readings, sources, notes, words,
    }
}

#[derive(Debug)]
struct RegionHead {
    code: String,
    name: Words,
    chain: Vec<String>,
}

told! { RegionHead { code, name, chain } }

#[derive(Debug)]
struct FactDescription {
    id: &'static str,
    of: &'static str,
    kind: &'static str,
    options: Option<&'static [&'static str]>,
    min: Option<i64>,
    max: Option<i64>,
    programmes: Vec<String>,
    services: Option<Vec<&'static str>>,
}

told! {
    FactDescription {
        id, of, kind, #[if_any] options, #[if_any] min, #[if_any] max, programmes, #[if_any] services,
    }
}

#[derive(Debug)]
struct ServiceDescription {
    id: &'static str,
    programmes: Vec<String>,
    needs_total: bool,
}

told! { ServiceDescription { id, programmes, needs_total } }

#[derive(Debug)]
struct ProgrammeDescription {
    id: String,
    fund: Option<&'static str>,
    kind: &'static str,
    strength: &'static str,
    name: Text,
    clause: Text,
    summary: Option<Text>,
    next_steps: Option<Text>,
    services: Vec<&'static str>,
    began: Option<String>,
    known_from: Option<String>,
    on_file: bool,
    replaces: Vec<String>,
    yields_to: Vec<String>,
    conditions: Vec<ConditionDescription>,
    values: Vec<String>,
    readings: Vec<String>,
    caveats: Vec<Caveat>,
    sources: Vec<String>,
}

told! {
    ProgrammeDescription {
        id, fund, kind, strength, name, clause, #[if_any] summary, #[if_any] next_steps, services, #[if_any] began,
        #[if_any] known_from, on_file, replaces, yields_to, conditions, values, readings, caveats, sources,
    }
}

#[derive(Debug)]
struct ConditionDescription {
    of: &'static str,
    text: Text,
    reads: Vec<&'static str>,
}

told! { ConditionDescription { of, text, reads } }

#[derive(Debug)]
struct Caveat {
    text: Text,
    limit: Option<String>,
}

told! { Caveat { text, #[if_any] limit } }

#[derive(Debug)]
struct ValueDescription {
    id: String,
    programme: String,
    unit: &'static str,
    text: Text,
    row: SortedMap<&'static str, String>,
    enterable: bool,
    versions: Vec<VersionDescription>,
}

told! { ValueDescription { id, programme, unit, text, row, enterable, versions } }

#[derive(Debug)]
struct VersionDescription {
    from: Option<String>,
    to: Option<String>,
    status: &'static str,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    suggested: Vec<String>,
    note: Option<Text>,
    source: Option<String>,
}

told! {
    VersionDescription {
        #[if_any] from, #[if_any] to, status, #[if_any] value, #[if_any] low, #[if_any] high, suggested,
        #[if_any] note, #[if_any] source,
    }
}

#[derive(Debug)]
struct ReadingDescription {
    id: String,
    programme: String,
    text: Text,
    why: Text,
    preferred: String,
    options: Vec<ReadingOption>,
}

told! { ReadingDescription { id, programme, text, why, preferred, options } }

#[derive(Debug)]
struct ReadingOption {
    id: String,
    text: Text,
}

told! { ReadingOption { id, text } }

#[derive(Debug)]
struct Note {
    text: Text,
    source: String,
}

told! { Note { text, source } }

/// Describes a region.
#[must_use]
pub fn describe(code: &str, catalogue: &Catalogue) -> Described {
    match catalogue.book(code) {
        Some(book) => Described::Description(Box::new(description(&book, catalogue))),
        None => {
            let problem = Problem::new(Code::UnknownRegion, "", &[("region", code)]);
            Described::Failure(failure(vec![problem]))
        }
    }
}

fn description(book: &Book, catalogue: &Catalogue) -> Description {
    let name = catalogue.regions().into_iter().find(|(code, _)| *code == book.region).map(|(_, name)| name);
    let chain = each(&book.chain, &|file| file.region.clone());
    let readers = Readers::of(book);
    Description {
        outcome: "description",
        region: RegionHead {
            code: book.region.clone(),
            name: name.unwrap_or(Words { zh: String::new(), en: String::new() }),
            chain,
        },
        policies: policy_ids(&book.chain),
        facts: each_some(&Fact::ALL, &|fact| (*fact != Fact::SERVICE).then(|| readers.fact(book, *fact))),
        services: each(&Service::ALL, &|service| service_description(book, *service)),
        programmes: book.programmes().map(|p| programme(book, p)).gather(),
        values: (0..book.row_count()).filter_map(|place| value(book, place)).gather(),
        readings: (0..book.reading_count()).filter_map(|place| reading(book, place)).gather(),
        sources: book.chain.iter().flat_map(|file| file.sources.iter().cloned()).gather(),
        notes: book.chain.iter().flat_map(|file| &file.notes).map(note).gather(),
        words: book.words().into_iter().map(|text| (text.id.clone(), text.words.clone())).collect(),
    }
}

/// Which programmes read which facts, for which services.
struct Readers(Vec<(ProgrammeIx, SortedSet<Fact>)>);

impl Readers {
    fn of(book: &Book) -> Readers {
        Readers(book.programmes().map(|p| (p, facts_read(book.programme(p)))).gather())
    }

    fn fact(&self, book: &Book, fact: Fact) -> FactDescription {
        let programmes = each_some(&self.0, &|(p, facts)| facts.holds(&fact).then_some(*p));
        let spec = fact.spec();
        let (kind, min, max) = match spec.kind {
            FactKind::YesNo => ("yes_no", None, None),
            FactKind::Choice(_) => ("choice", None, None),
            FactKind::Set(_) => ("set", None, None),
            FactKind::WholeNumber(min, max) => ("whole_number", Some(min), Some(max)),
            FactKind::Date { .. } => ("date", None, None),
            FactKind::Money => ("money", None, None),
        };
        let services = |of: Holder| {
            let read = |service: &Service| programmes.iter().any(|p| book.programme(*p).services.contains(service));
            let read = each_some(&Service::ALL, &|service| read(service).then(|| service.name()));
            (of == Holder::Expense).then_some(read)
        };
        FactDescription {
            id: spec.id,
            of: if spec.of == Holder::Person { "person" } else { "expense" },
            kind,
            options: match spec.kind {
                FactKind::YesNo => None,
                FactKind::Date { not_yet: true } => Some(&[NOT_YET]),
                _ => fact.options(),
            },
            min,
            max,
            services: services(spec.of),
            programmes: each(&programmes, &|p| book.programme(*p).id.clone()),
        }
    }
}

/// Every fact that a programme's conditions, tables or steps read.
fn facts_read(programme: &Programme) -> SortedSet<Fact> {
    let mut facts = SortedSet::default();
    for condition in programme.person.iter().chain(&programme.expense) {
        test_facts(&condition.test, &mut facts);
    }
    for value in &programme.values {
        facts.add_all(value.by.iter().copied());
    }
    for step in &programme.benefit {
        step_facts(step, &mut facts);
    }
    facts
}

fn step_facts(step: &Step, facts: &mut SortedSet<Fact>) {
    let mut picks: Vec<&Pick> = Vec::new();
    match step {
        Step::Base(base) => {
            let in_scope = !matches!(base, Choice::Fixed(Base::Bill));
            facts.add_all([Fact::SELF_PAID, Fact::ADVANCE].into_iter().filter(|_| in_scope));
        }
        Step::Deductible { amount, .. } => picks.push(amount),
        Step::Rate { rate, raise } => {
            facts.add_all([Fact::SELF_PAID, Fact::ADVANCE]);
            picks.push(rate);
            if let Some(raise) = raise {
                picks.push(&raise.value);
                raise.when.iter().for_each(|when| test_facts(when, facts));
            }
        }
        Step::Bands { bands, .. } => {
            bands.iter().flat_map(|(edge, rate)| edge.iter().chain([rate])).gather_into(&mut picks)
        }
        Step::Cap { limit, per, .. } => {
            picks.push(limit);
            facts.add_all([Fact::MONTHS].into_iter().filter(|_| *per == crate::policy::Per::Month));
        }
        Step::Allowance { amount, .. } => {
            facts.add(Fact::MONTHS);
            picks.push(amount);
        }
    }
    for (when, _) in picks.into_iter().flat_map(|pick| &pick.cases) {
        when.iter().for_each(|when| test_facts(when, facts));
    }
}

fn test_facts(test: &Test, facts: &mut SortedSet<Fact>) {
    match test {
        Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => {
            tests.iter().for_each(|t| test_facts(t, facts))
        }
        Test::Not(inner) => test_facts(inner, facts),
        Test::Is(fact, _) | Test::HasAny { fact, .. } | Test::AtLeast(fact, _) => {
            facts.add(*fact);
        }
        Test::AgeUnder(_) | Test::DaysOldAtMost(_) => {
            facts.add(Fact::BIRTH_DATE);
        }
        Test::EnrolledWithinDaysOfBirth(_) => facts.add_all([Fact::BIRTH_DATE, Fact::ENROLLED]),
        Test::ValueIs(..) => {}
    }
}

fn service_description(book: &Book, service: Service) -> ServiceDescription {
    let of_it = || book.programmes().filter(|p| book.programme(*p).services.contains(&service));
    ServiceDescription {
        id: service.name(),
        programmes: of_it().map(|p| book.programme(p).id.clone()).gather(),
        needs_total: !of_it().any(|p| book.programme(p).kind == crate::policy::Kind::Allowance),
    }
}

fn text(words: &NamedWords) -> Text {
    Text::new(words.id.clone())
}

fn note((words, source): &(NamedWords, String)) -> Note {
    Note { text: text(words), source: source.clone() }
}

fn programme(book: &Book, p: ProgrammeIx) -> ProgrammeDescription {
    let programme = book.programme(p);
    let mut conditions = each(&programme.person, &|condition| condition_description("person", condition));
    conditions.extend(each(&programme.expense, &|condition| condition_description("expense", condition)));
    let other = |place: &usize| book.sibling(p, *place).map(|other| book.programme(other).id.clone());
    let limit = |name: &String| format!("{}/{name}", programme.id);
    ProgrammeDescription {
        id: programme.id.clone(),
        fund: programme.fund.map(Fund::name),
        kind: programme.kind.name(),
        strength: if programme.encouraged { "encouraged" } else { "right" },
        name: text(&programme.name),
        clause: text(&programme.clause),
        summary: programme.summary.as_ref().map(text),
        next_steps: programme.next_steps.as_ref().map(text),
        services: each(&programme.services, &|service| service.name()),
        began: programme.began.map(|day| day.to_string()),
        known_from: programme.known_from.map(|day| day.to_string()),
        on_file: programme.on_file,
        replaces: programme.replaces.clone(),
        yields_to: each_some(&programme.yields_to, &other),
        conditions,
        values: programme.values.iter().flat_map(|value| value.rows.iter().map(|row| row.id.clone())).gather(),
        readings: each(&programme.readings, &|reading| reading.text.id.clone()),
        caveats: each(&programme.caveats, &|(words, of)| Caveat { text: text(words), limit: of.as_ref().map(limit) }),
        sources: programme.sources.clone(),
    }
}

fn condition_description(of: &'static str, condition: &Condition) -> ConditionDescription {
    let mut facts = SortedSet::default();
    test_facts(&condition.test, &mut facts);
    ConditionDescription { of, text: text(&condition.text), reads: facts.keys().map(|fact| fact.id()).gather() }
}

fn value(book: &Book, place: usize) -> Option<ValueDescription> {
    let (p, value, number, row) = book.row(place)?;
    Some(ValueDescription {
        id: row.id.clone(),
        programme: book.programme(p).id.clone(),
        unit: value.unit.name(),
        text: text(&value.words),
        row: row.keys.iter().map(|(fact, key)| (fact.id(), key.clone())).collect(),
        enterable: row.enterable,
        versions: each_some(&value.versions, &|version| version_of(book, value, number, version)),
    })
}

fn version_of(book: &Book, value: &Value, row: usize, version: &Version) -> Option<VersionDescription> {
    let leaf = leaf(&version.tree, row)?;
    let unit = value.unit;
    let texts = |numbers: &[i64]| each(numbers, &|number| unit.text(*number));
    let plain = VersionDescription {
        from: version.period.from.map(|day| day.to_string()),
        to: version.period.to.map(|day| day.to_string()),
        status: "limit",
        value: None,
        low: None,
        high: None,
        suggested: Vec::new(),
        note: None,
        source: version.source.clone(),
    };
    Some(match leaf {
        Leaf::Published(number) => {
            let source = version.source.as_ref().and_then(|id| book.source(id));
            let status = source.map_or("reported", |source| source.status);
            VersionDescription { status, value: Some(unit.text(*number)), ..plain }
        }
        Leaf::Unpublished { low, high, suggested, note } => VersionDescription {
            status: "unpublished",
            low: bound(unit, *low, 0),
            high: bound(unit, *high, unit.max()),
            suggested: texts(suggested),
            note: note.as_ref().map(text),
            ..plain
        },
        Leaf::Limit { seen, note } => {
            VersionDescription { suggested: texts(seen), note: note.as_ref().map(text), ..plain }
        }
    })
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

fn reading(book: &Book, place: usize) -> Option<ReadingDescription> {
    let (p, reading) = book.reading(place)?;
    Some(ReadingDescription {
        id: reading.text.id.clone(),
        programme: book.programme(p).id.clone(),
        text: text(&reading.text),
        why: text(&reading.why),
        preferred: reading.options.get(reading.preferred).map(|(name, _)| name.clone()).unwrap_or_default(),
        options: each(&reading.options, &|(name, words)| ReadingOption { id: name.clone(), text: text(words) }),
    })
}
