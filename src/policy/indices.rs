//! `"indices": {"income": {"unit", "words", "versions"}}`: dated figures of a region, such as an income or a wage, of which
//! several programmes take a share. A nearer file's figure stands for that of one further up.
//!
//! They are read as the values of a programme that nobody is told of, so that whatever holds for values holds for them.

use super::read::KnownSources;
use super::read_value::{Around, values};
use super::scope::refuse_unit;
use super::{Kind, Leaf, PolicyFile, Programme, Row, Tree, Unit, Value, Version};
use crate::calendar::{Date, DateRange};
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::ordered::{Map, map};
use crate::vocabulary::Options;
use crate::words::{NamedWords, Words};
use std::sync::Arc;

/// The last part of the id of what holds a file's indices: no programme may be called so.
pub const INDICES: &str = "indices";

/// The row of the days on which no figure is in force.
const NO_FIGURE: &str = "no-figure";

/// The indices that steps of a file may name: its own, and those of files further up. One with a mistake has no unit: it is
/// known all the same, so that those who name it are not blamed.
pub(super) struct Indices {
    known: Map<String, Option<Unit>>,
}

impl Indices {
    /// The unit of the index of a name.
    pub fn unit(&self, node: &Node) -> Option<Unit> {
        let name = node.string()?;
        let Some(unit) = self.known.get(name) else {
            let names = self.known.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            return node.refuse(Code::UnknownName, &[("kind", "index"), ("name", name), ("known", &names)]);
        };
        *unit
    }
}

/// A file's indices, and every one that its steps may name.
pub(super) fn read(
    entries: &[(&str, Node)],
    region: &str,
    sources: &KnownSources,
    options: &Options,
    above: &[Arc<PolicyFile>],
) -> (Programme, Indices) {
    let prefix = format!("{region}/{INDICES}");
    // A figure may begin and end at any time: before and after it, what it is is open.
    let (first_day, last_day) = (Some(Date::LAST), Some(Date::FIRST));
    let around = Around { prefix: &prefix, first_day, last_day, sources, options, has_source: false };
    let known = above.iter().flat_map(|file| &file.indices.values).map(|value| (value.name.clone(), Some(value.unit)));
    let mut known: Map<String, Option<Unit>> = map(known);
    let mut own = Vec::new();
    for (name, node) in entries {
        let value = figure(name, node, &around).filter(|value| has_unit_of(node, value, known.get(*name)));
        known.insert((*name).to_owned(), value.as_ref().map(|value| value.unit));
        own.extend(value);
    }
    (holder(prefix, own), Indices { known })
}

fn figure(name: &str, node: &Node, around: &Around) -> Option<Value> {
    node.members(&["unit", "words", "versions"])?;
    let value = values(&[(name, *node)], around).pop()?;
    if value.unit == Unit::YesNo {
        return refuse_unit(node, name, &Unit::NUMBERS);
    }
    Some(with_days_without_figure(value))
}

/// A nearer figure is used where the one further up was: it has the same unit.
fn has_unit_of(node: &Node, value: &Value, above: Option<&Option<Unit>>) -> bool {
    match above {
        Some(Some(unit)) if *unit != value.unit => refuse_unit::<()>(node, &value.name, &[*unit]).is_some(),
        _ => true,
    }
}

/// Before the first version and after the last, nobody says what the figure is. That is a row of its own: what is known of
/// other days holds for those only.
fn with_days_without_figure(mut value: Value) -> Value {
    let first = value.versions.first().and_then(|version| version.dates.from).filter(|from| *from > Date::FIRST);
    let last = value.versions.last().and_then(|version| version.dates.to).filter(|to| *to < Date::LAST);
    let before = first.map(|from| DateRange { from: None, to: Some(from.plus_days(-1)) });
    let after = last.map(|to| DateRange { from: Some(to.plus_days(1)), to: None });
    let row = value.rows.len();
    let (low, high) = value.unit.ends();
    let open = |dates| {
        let leaf = Leaf::Unpublished { low, high, suggested: Vec::new(), typical: None, note: None };
        Version { dates, tree: Tree::Leaf(row, leaf), source: None }
    };
    if before.or(after).is_some() {
        value.rows.push(Row { id: format!("{}@{NO_FIGURE}", value.words.id), keys: Vec::new(), enterable: true });
    }
    let versions = before.map(open).into_iter().chain(std::mem::take(&mut value.versions));
    value.versions = versions.chain(after.map(open)).collect();
    value
}

impl Value {
    /// Of a dated figure: whether its first version is of the days before any figure.
    #[must_use]
    pub fn begins_open(&self) -> bool {
        let first = self.versions.first().map(|version| &version.tree);
        matches!(first, Some(Tree::Leaf(row, _)) if self.rows.get(*row).is_some_and(|row| row.id.ends_with(NO_FIGURE)))
    }
}

/// What holds the values; it applies to nobody.
fn holder(id: String, values: Vec<Value>) -> Programme {
    let text = |key: &str| NamedWords {
        id: format!("{id}/{key}"),
        words: Words { zh: "共用的数".to_owned(), en: "Shared figures".to_owned() },
    };
    Programme {
        kind: Kind::Entitlement,
        fund: None,
        payer: None,
        encouraged: false,
        name: text("name"),
        clause: text("clause"),
        summary: None,
        next_steps: None,
        sources: Vec::new(),
        services: Vec::new(),
        began: None,
        ended: None,
        known_from: None,
        on_file: true,
        replaces: Vec::new(),
        yields_to: Vec::new(),
        yields_to_nearer: false,
        account: None,
        is_elsewhere: false,
        person: Vec::new(),
        expense: Vec::new(),
        readings: Vec::new(),
        benefit: Vec::new(),
        caveats: Vec::new(),
        deadline: None,
        cover_from_birth: None,
        values,
        id,
    }
}
