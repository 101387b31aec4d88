//! Reads a policy file: the text becomes a checked [`PolicyFile`], or every problem with its JSON pointer.

use super::accepted;
use super::indices;
use super::read_programme::{FileReader, fund};
use super::{ItemClass, NamedWords, PolicyFile, StayYear, Words};
use crate::calendar::YearStart;
use crate::hash::sha256;
use crate::json;
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Members, Node, Problems, json_tree, refuse_repeated_ids, repeats};
use crate::option_set::OptionIndex;
use crate::ordered::{Map, Set, map};
use crate::source::source;
use crate::vocabulary::{Added, Fact, Fund, Group, NamedOption, OptionNames, Options, TooMany};
use crate::words::{named_words, words};
use std::sync::Arc;

/// Sources that a file may cite: the short id, as files write it, and the id with the region that lists it.
pub type KnownSources = Map<String, String>;

/// What a file may lean on.
pub struct Above<'a> {
    /// The files of the regions above a region, the furthest first.
    pub files: &'a dyn Fn(&str) -> Vec<Arc<PolicyFile>>,
    /// The numbers of the names of options.
    pub names: &'a mut OptionNames,
}

/// So many combinations of options may choose among the numbers of item classes.
const MOST_COMBINATIONS: usize = 500;

/// Reads a file's text.
///
/// # Errors
/// Every problem of the file.
pub fn read(text: &str, above: Above) -> Result<PolicyFile, Vec<Problem>> {
    let problems = Problems::default();
    let file = json_tree(text, &problems).and_then(|json| read_file(&Node::root(&json, &problems), text, above));
    match file {
        Some(file) if problems.count() == 0 => Ok(file),
        _ => Err(problems.into_vec()),
    }
}

/// The region that a text says it is for, even where the rest is faulty.
#[must_use]
pub fn region_of(text: &str) -> Option<String> {
    let problems = Problems::default();
    let json = json::read(text).ok()?;
    region_code(&Node::root(&json, &problems).entries()?.iter().find(|(key, _)| *key == "region")?.1)
}

/// The members of a file.
pub const FILE_KEYS: [&str; 19] = [
    "format",
    "region",
    "name",
    "districts",
    "conditions",
    "hardship",
    "out_of_area",
    "circumstances",
    "statuses",
    "sources",
    "notes",
    "insurance_year",
    "stay_year",
    "fund_order",
    "counters",
    "indices",
    "item_classes",
    "accepted",
    "programmes",
];

fn read_file(node: &Node, text: &str, above: Above) -> Option<PolicyFile> {
    let members = node.members(&FILE_KEYS)?;
    let format = members.need("format").and_then(|at| at.whole_number(1, 1));
    let region = members.need("region").and_then(|at| region_code(&at));
    let name = members.need("name").and_then(|at| words(&at));
    let districts = members.entries_of("districts");
    let districts = districts.iter().filter_map(|(code, at)| district(code, at, region.as_deref())).collect();
    let declared = members.entries_of("sources");
    let programmes = members.need("programmes");
    // A file whose code has a mistake is read all the same: what else is wrong is told with it.
    let has_region = region.is_some();
    let region = region.unwrap_or_else(|| province(members.get("region")));
    // A source with a mistake is known all the same: its mistake is its own, not that of those who cite it.
    let files = (above.files)(&region);
    let above_it = files.iter().flat_map(|file| &file.sources);
    let above_it = above_it.map(|source| (source.short_id().to_owned(), source.id.clone()));
    let own = declared.iter().map(|(id, _)| ((*id).to_owned(), format!("{region}/{id}")));
    let known: KnownSources = map(above_it.chain(own));
    let sources = declared.iter().filter_map(|(id, at)| source(format!("{region}/{id}"), at)).collect();
    let (added, options) = added_options(&members, &files, above.names);
    let notes_at = members.items_of("notes");
    refuse_repeated_ids(&notes_at);
    accepted::check(&members);
    let notes = notes_at.iter().filter_map(|at| note(at, &region, &known)).collect::<Vec<_>>();
    let year_start = members.get("insurance_year").and_then(|at| year_start(&at));
    let stay_year = members.get("stay_year").and_then(|at| at.one_by_name(StayYear::ALL, StayYear::name));
    let classes = members.entries_of("item_classes");
    let class = |(name, at): &(&str, Node)| ItemClass::read(name, at, &region, (&known, &options));
    let item_classes: Vec<ItemClass> = classes.iter().filter_map(class).collect();
    check_combinations(&members, files.iter().flat_map(|file| &file.item_classes).chain(&item_classes), &options);
    let fund_order = members.get("fund_order").and_then(|at| fund_order(&at));
    let (indices, named) = indices::read(&members.entries_of("indices"), &region, &known, &options, &files);
    let reader = FileReader { region: &region, sources: &known, options: &options, indices: &named };
    let (programmes, counters) = reader.programmes(&programmes?, &members);
    format.filter(|_| has_region)?;
    let (name, sha256) = (name?, sha256(text));
    Some(PolicyFile {
        name,
        districts,
        added,
        sources,
        notes,
        counters,
        indices,
        year_start,
        stay_year,
        item_classes,
        fund_order,
        programmes,
        sha256,
        region,
    })
}

/// The province that a faulty code seems to lie in: what a file leans on is there.
fn province(code: Option<Node>) -> String {
    let text = code.and_then(|at| at.json.as_str()).unwrap_or_default();
    format!("{}0000", text.get(..2).unwrap_or("00"))
}

/// `"07-01"`: the first day of every insurance year.
fn year_start(node: &Node) -> Option<YearStart> {
    let start = YearStart::parse(node.string()?);
    start.or_else(|| {
        node.refuse(Code::NotAChoice, &[("value", node.string()?), ("choices", "MM-DD, a day of every year")])
    })
}

/// What is not known of the facts of item classes is taken apart, bill by bill: their options are multiplied.
fn check_combinations<'c>(members: &Members, classes: impl Iterator<Item = &'c ItemClass>, options: &Options) {
    let facts: Set<Fact> = classes.flat_map(ItemClass::facts).collect();
    let lists = facts.iter().filter_map(|fact| options.of(*fact));
    if lists.fold(1_usize, |count, list| count.saturating_mul(list.all().len())) > MOST_COMBINATIONS {
        let at = members.get("item_classes").unwrap_or(*members.at());
        at.note(Code::TooManyOptions, &[("list", "item_classes"), ("max", &MOST_COMBINATIONS.to_string())]);
    }
}

/// The options that a file adds, and every option that holds in its region.
fn added_options(members: &Members, above: &[Arc<PolicyFile>], names: &mut OptionNames) -> (Added, Options) {
    let lists = || above.iter().map(|file| &file.added);
    let so_far = Options::with(lists()).unwrap_or_default();
    let mut added = Added::new();
    for group in Group::ALL {
        let entries = members.entries_of(group.name());
        let own: Vec<NamedOption> =
            entries.iter().filter_map(|(name, at)| option(name, at, group, &so_far, names)).collect();
        if !own.is_empty() {
            added.insert(group, own);
        }
    }
    let options = Options::with(lists().chain([&added])).unwrap_or_else(|TooMany(group)| {
        let at = members.get(group.name()).unwrap_or(*members.at());
        at.note(Code::TooManyOptions, &[("list", group.name()), ("max", &OptionIndex::MOST.to_string())]);
        so_far
    });
    (added, options)
}

/// An option of a list that a region adds to. What is there already cannot be added. An option with a mistake in its words
/// is known all the same, so that tests that name it are not blamed.
fn option(name: &str, node: &Node, group: Group, so_far: &Options, names: &mut OptionNames) -> Option<NamedOption> {
    let mut of_group = Fact::all().filter(|fact| fact.spec().group == Some(group)).filter_map(|fact| so_far.of(fact));
    if of_group.any(|list| list.named(name).is_some()) {
        return node.refuse(Code::RepeatedId, &[("id", name)]);
    }
    if name.is_empty() {
        return node.refuse(Code::Empty, &[]);
    }
    let words = words(node).unwrap_or_default();
    Some(NamedOption { id: names.id(name), name: name.to_owned(), words, note: None })
}

/// Whether a text has the form of a region's code: the six digits of GB/T 2260.
#[must_use]
pub fn is_code(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit())
}

fn region_code(node: &Node) -> Option<String> {
    well_formed_code(node, node.string()?)
}

fn well_formed_code(node: &Node, text: &str) -> Option<String> {
    if is_code(text) { Some(text.to_owned()) } else { node.refuse(Code::MalformedRegion, &[]) }
}

fn district(code: &str, node: &Node, region: Option<&str>) -> Option<(String, Words)> {
    let words = words(node);
    let code = well_formed_code(node, code)?;
    if let Some(region) = region.filter(|region| !code.starts_with(without_zeros(region))) {
        node.note(Code::OutsideRegion, &[("code", &code), ("region", region)]);
    }
    Some((code, words?))
}

/// What all codes within a place begin with: two figures of a province, four of a prefecture.
fn without_zeros(region: &str) -> &str {
    region.strip_suffix("0000").or_else(|| region.strip_suffix("00")).unwrap_or(region)
}

fn note(node: &Node, region: &str, sources: &KnownSources) -> Option<(NamedWords, String)> {
    let members = node.members(&["id", "words", "source"])?;
    let id = members.need("id")?.name()?;
    let text = named_words(&members.need("words")?, format!("{region}/notes/{id}"));
    let source = members.need("source").and_then(|at| known_source(&at, sources));
    Some((text?, source?))
}

/// The id, with its region, of the source that a file cites.
pub(super) fn known_source(node: &Node, sources: &KnownSources) -> Option<String> {
    let name = node.string()?;
    sources.get(name).cloned().or_else(|| node.refuse(Code::UnknownSource, &[("source", name)]))
}

/// The funds that a file puts in order, each once.
fn fund_order(node: &Node) -> Option<Vec<Fund>> {
    let order = node.each(&fund)?;
    for ((item, fund), is_repeated) in node.items()?.iter().zip(&order).zip(repeats(&order)) {
        if is_repeated {
            item.note(Code::RepeatedMember, &[("value", fund.name())]);
        }
    }
    Some(order)
}
