//! A region laid out, so that a page can be drawn from it: facts, programmes, values, readings, sources and words.

use super::context::policy_ids;
use super::failure;
use super::wire::{
    CaveatDescription, ConditionDescription, Description, FactDescription, Failure, ItemClassDescription,
    NoteDescription, PriceBandDescription, ProgrammeDescription, ReadingDescription, ReadingOption, Region,
    RegionDescription, ServiceDescription, Text, TypicalDescription, ValueDescription, VersionDescription,
};
use crate::calendar::{Date, Day};
use crate::ordered::{Map, Set, map};
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::catalogue::{Catalogue, ancestry};
use crate::policy::{
    Condition, Figure, ItemClass, Kind, Leaf, NamedWords, PerItem, PriceBand, Programme, RateKind, Reading, Step, Tree,
    Value, Version, Words,
};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, FactKind, Fund, Holder, OptionList, Payer, Service, vocabulary};
use serde::Serialize;

/// Every region that may be asked for.
#[must_use]
pub fn regions(catalogue: &Catalogue) -> Vec<Region> {
    let all = catalogue.regions();
    let region = |(code, name): (&String, &Words)| {
        let loaded = catalogue.is_loaded(code);
        Region {
            code: code.clone(),
            name: name.clone(),
            parent: ancestry(code).into_iter().skip(1).find(|above| all.contains_key(above)),
            coverage: catalogue.coverage(code).name(),
            loaded,
            policies: if loaded { policy_ids(&catalogue.files_of(code)) } else { Vec::new() },
        }
    };
    all.iter().map(region).collect()
}

/// A region, or why it cannot be described.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Described {
    /// Its files are there.
    Description(Box<Description>),
    /// They are not.
    Failure(Failure),
}

/// Describes a region.
#[must_use]
pub fn describe(code: &str, catalogue: &Catalogue) -> Described {
    match catalogue.look_up(code).book_or_problem("", code) {
        Ok(book) => Described::Description(Box::new(description(&book, code, catalogue.name(code)))),
        Err(problem) => Described::Failure(failure(vec![problem])),
    }
}

fn description(book: &Book, code: &str, name: Words) -> Description {
    let files = || book.chain.iter();
    let note = |(text, source): &(NamedWords, String)| NoteDescription { text: named(text), source: source.clone() };
    Description {
        outcome: "description",
        region: RegionDescription {
            code: code.to_owned(),
            name,
            chain: files().map(|file| file.region.clone()).collect(),
        },
        policies: policy_ids(&book.chain),
        facts: facts(book),
        services: Service::ALL.iter().map(|service| service_of(book, *service)).collect(),
        programmes: book.programmes().map(|p| programme(book, p)).collect(),
        values: (0..book.row_count()).filter_map(|place| value(book, place)).collect(),
        readings: (0..book.reading_count())
            .filter_map(|place| book.reading(place))
            .map(|(p, r)| reading(book, p, r))
            .collect(),
        item_classes: item_classes(book),
        has_account: book.has_account(),
        sources: files().flat_map(|file| &file.sources).chain(&vocabulary().sources).cloned().collect(),
        notes: files().flat_map(|file| &file.notes).map(note).collect(),
        words: all_words(book),
    }
}

/// The classes of items, each as the nearest file has it.
fn item_classes(book: &Book) -> Vec<ItemClassDescription> {
    let is_nearest = |class: &&ItemClass| book.item_class(&class.name).is_some_and(|near| std::ptr::eq(near, *class));
    let plain = |figure: &Figure| figure.plain().map(|number| number.to_string());
    let band = |band: &PriceBand| PriceBandDescription {
        up_to: band.up_to.map(|up_to| up_to.to_string()),
        share: band.share.as_ref().and_then(plain),
        limit: band.limit.as_ref().and_then(plain),
    };
    let rate = |class: &ItemClass, wanted: RateKind| {
        class.rate.as_ref().filter(|(kind, _)| *kind == wanted).and_then(|(_, rate)| plain(rate))
    };
    let described = |class: &ItemClass| ItemClassDescription {
        class: class.name.clone(),
        text: named(&class.text),
        source: class.source.clone(),
        per: class.per.map(PerItem::name),
        rate: rate(class, RateKind::Own),
        plus: rate(class, RateKind::Plus),
        less: rate(class, RateKind::Less),
        by: class.facts().collect::<Set<Fact>>().iter().map(|fact| fact.id()).collect(),
        price_bands: class.bands.iter().map(band).collect(),
    };
    book.item_classes().filter(is_nearest).map(described).collect()
}

/// The words of the policies, and those of facts, options and services.
fn all_words(book: &Book) -> Map<String, Words> {
    let mut words = map(book.words().into_iter().map(|text| (text.id.clone(), text.words.clone())));
    let mut put = |id: String, of_it: &Words, more: &'static str, further: &Option<Words>| {
        if let Some(further) = further {
            words.insert(format!("{id}-{more}"), further.clone());
        }
        words.insert(id, of_it.clone());
    };
    for fact in Fact::given() {
        let spec = fact.spec();
        put(format!("fact-{}", spec.id), &spec.words, "help", &spec.help);
        let has_names = spec.kind != FactKind::YesNo;
        for option in book.options(fact).unwrap_or(&spec.options).iter().filter(|_| has_names) {
            put(format!("option-{}-{}", spec.id, option.name), &option.words, "note", &option.note);
        }
    }
    for typical in Fact::given().flat_map(|fact| &fact.spec().typical) {
        put(typical.why.id.clone(), &typical.why.words, "", &None);
    }
    for service in Fact::service().options().into_iter().flat_map(OptionList::iter) {
        put(format!("service-{}", service.name), &service.words, "note", &service.note);
    }
    words
}

fn named(text: &NamedWords) -> Text {
    Text::new(text.id.as_str())
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// Every fact, with the programmes that read it and their services.
fn facts(book: &Book) -> Vec<FactDescription> {
    Fact::given()
        .map(|fact| {
            let of_it: Vec<ProgrammeIx> = book.programmes().filter(|p| book.reads(*p, fact)).collect();
            fact_of(book, fact, &of_it)
        })
        .collect()
}

fn fact_of(book: &Book, fact: Fact, readers: &[ProgrammeIx]) -> FactDescription {
    let spec = fact.spec();
    let names = |list: &OptionList| list.iter().map(|option| option.name.clone()).collect();
    let options = match spec.kind {
        FactKind::YesNo => None,
        FactKind::Date { not_yet: true } => Some(vec![Day::NOT_YET.to_owned()]),
        // A short scale whose steps have names.
        FactKind::WholeNumber(..) => Some(names(&spec.options)).filter(|names: &Vec<String>| !names.is_empty()),
        _ => book.options(fact).map(names),
    };
    let (min, max) = match spec.kind {
        FactKind::WholeNumber(min, max) => (Some(min), Some(max)),
        _ => (None, None),
    };
    let read = |service: &&Service| readers.iter().any(|p| book.programme(*p).services.contains(service));
    let services = || Service::ALL.iter().filter(read).map(|service| service.name()).collect();
    FactDescription {
        id: fact.id(),
        of: spec.of.name(),
        kind: spec.kind.name(),
        options,
        min,
        max,
        programmes: readers.iter().map(|p| book.programme(*p).id.clone()).collect(),
        services: (spec.of == Holder::Expense).then(services),
    }
}

fn service_of(book: &Book, service: Service) -> ServiceDescription {
    let programmes = book.programmes().map(|p| book.programme(p));
    let of_it: Vec<_> = programmes.filter(|programme| programme.services.contains(&service)).collect();
    ServiceDescription {
        id: service.name(),
        programmes: of_it.iter().map(|programme| programme.id.clone()).collect(),
        needs_total: !of_it.iter().any(|programme| programme.kind == Kind::Allowance),
    }
}

fn programme(book: &Book, p: ProgrammeIx) -> ProgrammeDescription {
    let programme = book.programme(p);
    let mut named_indices = programme.benefit.iter().flat_map(Step::indices).collect::<Vec<_>>();
    named_indices.sort_unstable();
    named_indices.dedup();
    let indices = named_indices.into_iter().filter_map(|name| book.index_value(name));
    let person = programme.person.iter().map(|condition| condition_of("person", condition));
    let expense = programme.expense.iter().map(|condition| condition_of("expense", condition));
    let caveat = |(text, limit): &(NamedWords, Option<String>)| CaveatDescription {
        text: named(text),
        limit: limit.as_ref().map(|name| format!("{}/{name}", programme.id)),
    };
    ProgrammeDescription {
        id: programme.id.clone(),
        fund: programme.fund.map(Fund::name),
        payer: programme.payer.map(Payer::name),
        kind: programme.kind.name(),
        strength: if programme.encouraged { "encouraged" } else { "right" },
        name: named(&programme.name),
        clause: named(&programme.clause),
        summary: programme.summary.as_ref().map(named),
        next_steps: programme.next_steps.as_ref().map(named),
        services: programme.services.iter().map(|service| service.name()).collect(),
        began: day(programme.began),
        ended: day(programme.ended),
        known_from: day(programme.known_from),
        on_file: programme.on_file,
        replaces: replaced(programme),
        yields_to: book.yields_to(p).iter().map(|other| book.programme(*other).id.clone()).collect(),
        conditions: person.chain(expense).collect(),
        values: programme.values.iter().chain(indices).flat_map(|v| &v.rows).map(|row| row.id.clone()).collect(),
        readings: programme.readings.iter().map(|reading| reading.text.id.clone()).collect(),
        caveats: programme.caveats.iter().map(caveat).collect(),
        sources: programme.sources.clone(),
    }
}

/// Ids of the programmes that it takes the place of, for all or some of what they pay.
fn replaced(programme: &Programme) -> Vec<String> {
    let ids: Set<String> = programme.replaces.iter().map(|replacement| replacement.programme.clone()).collect();
    ids.iter().cloned().collect()
}

fn condition_of(of: &'static str, condition: &Condition) -> ConditionDescription {
    let mut facts = Set::default();
    condition.test.add_facts(&mut facts);
    ConditionDescription { of, text: named(&condition.text), reads: facts.iter().map(|fact| fact.id()).collect() }
}

fn value(book: &Book, place: usize) -> Option<ValueDescription> {
    let (p, value, number, row) = book.row(place)?;
    Some(ValueDescription {
        id: row.id.clone(),
        programme: book.programme(p).id.clone(),
        unit: value.unit.name(),
        text: named(&value.words),
        row: map(row.keys.iter().map(|(fact, key)| (fact.id(), key.clone()))),
        enterable: row.enterable,
        instead_of: value.instead_of.as_ref().map(|other| format!("{}/{other}", book.programme(p).id)),
        versions: value.versions.iter().filter_map(|version| version_of(book, value, number, version)).collect(),
    })
}

fn version_of(book: &Book, value: &Value, row: usize, version: &Version) -> Option<VersionDescription> {
    let unit = value.unit;
    let (least, greatest) = unit.ends();
    let text = |quantities: &[Quantity]| quantities.iter().map(Quantity::to_string).collect();
    let mut described = VersionDescription {
        from: day(version.dates.from),
        to: day(version.dates.to),
        source: version.source.clone(),
        ..VersionDescription::default()
    };
    match leaf(&version.tree, row)? {
        Leaf::Published(quantity) => {
            let source = version.source.as_ref().and_then(|id| book.source(id));
            described.status = source.map_or("reported", |source| source.status);
            described.value = Some(quantity.to_string());
        }
        Leaf::Unpublished { low, high, suggested, typical, note } => {
            described.status = "unpublished";
            described.low = bound(*low, least);
            described.high = bound(*high, greatest);
            described.suggested = text(suggested);
            described.typical = typical.as_ref().map(|typical| TypicalDescription {
                low: typical.low.to_string(),
                high: typical.high.to_string(),
                source: typical.source.clone(),
            });
            described.note = note.as_ref().map(named);
        }
        Leaf::Limit { seen, note } => {
            described.status = "limit";
            described.suggested = text(seen);
            described.note = note.as_ref().map(named);
        }
    }
    Some(described)
}

/// A bound that says something.
fn bound(bound: Quantity, natural: Quantity) -> Option<String> {
    let says_something = bound != natural && !matches!(bound, Quantity::YesNo(_));
    says_something.then(|| bound.to_string())
}

fn leaf(tree: &Tree, wanted: usize) -> Option<&Leaf> {
    match tree {
        Tree::Leaf(row, leaf) => (*row == wanted).then_some(leaf),
        Tree::Branch(branches) => branches.iter().find_map(|(_, tree)| leaf(tree, wanted)),
    }
}

fn reading(book: &Book, p: ProgrammeIx, reading: &Reading) -> ReadingDescription {
    let option = |(id, text): &(String, NamedWords)| ReadingOption { id: id.clone(), text: named(text) };
    ReadingDescription {
        id: reading.text.id.clone(),
        programme: book.programme(p).id.clone(),
        text: named(&reading.text),
        why: named(&reading.why),
        preferred: reading.options.get(reading.preferred).map(|(name, _)| name.clone()).unwrap_or_default(),
        options: reading.options.iter().map(option).collect(),
    }
}
