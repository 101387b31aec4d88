//! Reads values: numbers and tables in dated versions, and checks that no day is left without one.

use super::read::{KnownSources, known_source};
use super::{Leaf, NamedWords, Row, RowKey, Tree, Typical, Unit, Value, Version};
use crate::calendar::{Date, DateRange};
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::json::{Json, ReadJson};
use crate::ordered::sorted;
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, FactKind, NO_YES, NamedOption, OptionList, Options, Used};
use crate::words::named_words;

/// What surrounds the values of one programme.
pub(super) struct Around<'a> {
    /// `<region>/<programme>`.
    pub prefix: &'a str,
    /// The first day on which the programme reads its values; none: every earlier day counts.
    pub first_day: Option<Date>,
    /// The last day of the programme, where it has one.
    pub last_day: Option<Date>,
    /// The sources that may be cited.
    pub sources: &'a KnownSources,
    /// The options of facts in this region.
    pub options: &'a Options,
    /// Whether what the values stand in names the source of all of them.
    pub has_source: bool,
}

/// The values of a programme, in the order of the file.
pub(super) fn values(nodes: &[(&str, Node)], around: &Around) -> Vec<Value> {
    nodes.iter().filter_map(|(name, node)| value(name, node, nodes, around)).collect::<Vec<_>>()
}

fn value(name: &str, node: &Node, nodes: &[(&str, Node)], around: &Around) -> Option<Value> {
    let members = node.members(&["unit", "words", "by", "versions", "instead_of"])?;
    let id = format!("{}/{name}", around.prefix);
    let unit = members.need("unit").and_then(|at| at.one_by_name(Unit::ALL, Unit::name))?;
    let words = members.need("words").and_then(|at| named_words(&at, id.clone()));
    let reader = ValueReader { id, unit, by: by(&members)?, around, rows: Vec::new() };
    let (by, versions, rows) = reader.versions(&members)?;
    let instead_of = members.optional("instead_of", |at| other_value(at, nodes));
    Some(Value { name: name.to_owned(), unit, words: words?, instead_of: instead_of?, by, versions, rows })
}

/// The facts of a table.
fn by(members: &Members) -> Option<Vec<Fact>> {
    members.get("by").map_or(Some(Vec::new()), |at| at.each(&table_fact))
}

/// A number that stands without words of its own: its facts, its versions and its rows. All of it is published.
pub(super) fn figure(node: &Node, unit: Unit, around: &Around) -> Option<(Vec<Fact>, Vec<Version>)> {
    let members = node.members(&["by", "versions"])?;
    let by_at = members.get("by");
    let by = by(&members)?;
    let is_counted = |fact: &&Fact| matches!(fact.spec().kind, FactKind::WholeNumber(..));
    if let (Some(at), Some(fact)) = (by_at, by.iter().find(is_counted)) {
        return Used::PlainTable.refuse(&at, fact.id());
    }
    let reader = ValueReader { id: around.prefix.to_owned(), unit, by, around, rows: Vec::new() };
    let (by, versions, rows) = reader.versions(&members)?;
    if rows.iter().any(|row| row.enterable) {
        return node.refuse(Code::UnknownKey, &[("key", "unpublished"), ("known", "a number")]);
    }
    Some((by, versions))
}

/// The name of another value of the programme.
fn other_value(node: &Node, nodes: &[(&str, Node)]) -> Option<String> {
    let name = node.string()?;
    let known = nodes.iter().any(|(other, _)| *other == name).then(|| name.to_owned());
    known.or_else(|| node.refuse(Code::UnknownName, &[("kind", "value"), ("name", name)]))
}

fn table_fact(node: &Node) -> Option<Fact> {
    let name = node.string()?;
    let Some(fact) = Fact::named(name) else { return node.refuse(Code::UnknownFact, &[("fact", name)]) };
    match fact.spec().kind {
        FactKind::YesNo | FactKind::Choice | FactKind::WholeNumber(..) if fact != Fact::age() => Some(fact),
        _ => Used::Table.refuse(node, name),
    }
}

/// Versions follow each other without overlap or gap, the first does not come too late, and the last does not go too early.
fn check_days(node: &Node, versions: &[Version], around: &Around) {
    let (Some(first), Some(last)) = (versions.first(), versions.last()) else { return node.note(Code::Empty, &[]) };
    let first_day = around.first_day;
    if first.dates.from.is_some_and(|from| first_day.is_none_or(|day| from > day)) {
        let day = first_day.unwrap_or(Date::FIRST).to_string();
        node.note(Code::StartsLate, &[("date", &day)]);
    }
    if let Some(to) = last.dates.to.filter(|to| around.last_day.is_none_or(|day| *to < day)) {
        let place = versions.len().saturating_sub(1);
        node.problems().add(Code::StopsEarly, &format!("{}/{place}", node.path()), &[("date", &to.to_string())]);
    }
    for (place, pair) in versions.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let next = before.dates.to.map(|day| day.plus_days(1));
        let code = match (next, after.dates.from) {
            (Some(next), Some(from)) if next == from => continue,
            (Some(next), Some(from)) if next < from => Code::Gap,
            _ => Code::Overlap,
        };
        node.problems().add(code, &format!("{}/{}", node.path(), place.saturating_add(1)), &[]);
    }
}

struct ValueReader<'a> {
    id: String,
    unit: Unit,
    by: Vec<Fact>,
    around: &'a Around<'a>,
    rows: Vec<Row>,
}

impl ValueReader<'_> {
    fn versions(mut self, members: &Members) -> Option<(Vec<Fact>, Vec<Version>, Vec<Row>)> {
        let at = members.need("versions")?;
        let items = at.items()?;
        let mut versions = Vec::new();
        for item in &items {
            versions.extend(self.version(item));
        }
        if versions.len() < items.len() {
            return None;
        }
        check_days(&at, &versions, self.around);
        Some((self.by, versions, self.rows))
    }

    fn version(&mut self, node: &Node) -> Option<Version> {
        let members = node.members(&["from", "to", "source", "value", "table"])?;
        let day = |key| members.get(key).map(|at: Node| at.date());
        let (from, to) = (day("from"), day("to"));
        let source = members.get("source").and_then(|at| known_source(&at, self.around.sources));
        let tree = if self.by.is_empty() {
            self.leaf(&members.need("value")?, &[])
        } else {
            self.tree(&members.need("table")?, 0, &mut Vec::new())
        };
        let tree = tree?;
        if source.is_none() && !members.has("source") && !self.around.has_source && publishes(&tree) {
            node.note(Code::Untraceable, &[]);
        }
        let dates = DateRange { from: from.flatten(), to: to.flatten() };
        if let (Some(from), Some(to)) = (dates.from, dates.to)
            && from > to
        {
            node.note(Code::EndsEarly, &[]);
        }
        Some(Version { dates, tree, source })
    }

    /// A table over the facts from `depth` on; a branch may stop early with a number.
    fn tree(&mut self, node: &Node, depth: usize, keys: &mut Vec<(Fact, String)>) -> Option<Tree> {
        let Some(&fact) = self.by.get(depth) else { return self.leaf(node, keys) };
        if depth > 0 && is_leaf(node.json) {
            return self.leaf(node, keys);
        }
        let mut branches = Vec::new();
        let entries = node.entries()?;
        for (key, entry) in &entries {
            let found = row_key(entry, fact, self.around.options, key);
            keys.push((fact, (*key).to_owned()));
            let branch = self.tree(entry, depth.saturating_add(1), keys);
            keys.pop();
            branches.extend(found.zip(branch));
        }
        let is_whole = branches.len() == entries.len();
        let rank = |(key, _): &(RowKey, Tree)| rank(*key, self.around.options.of(fact));
        let branches = sorted(branches, &|a, b| rank(a).cmp(&rank(b)));
        // What cannot be read is there all the same.
        if is_whole {
            complete(node, fact, self.around.options, &branches)?;
        }
        is_whole.then_some(Tree::Branch(branches))
    }

    fn leaf(&mut self, node: &Node, keys: &[(Fact, String)]) -> Option<Tree> {
        let text: Vec<&str> = keys.iter().map(|(_, key)| key.as_str()).collect();
        let id = if text.is_empty() { self.id.clone() } else { format!("{}@{}", self.id, text.join(",")) };
        let leaf = self.read_leaf(node, &id)?;
        let enterable = !matches!(leaf, Leaf::Published(_));
        let place = self.rows.iter().position(|row| row.id == id).unwrap_or_else(|| {
            self.rows.push(Row { id, keys: keys.to_vec(), enterable: false });
            self.rows.len().saturating_sub(1)
        });
        if let Some(row) = self.rows.get_mut(place) {
            row.enterable |= enterable;
        }
        Some(Tree::Leaf(place, leaf))
    }

    fn read_leaf(&self, node: &Node, id: &str) -> Option<Leaf> {
        if !matches!(node.json, Json::Object(_)) {
            return quantity(node, self.unit).map(Leaf::Published);
        }
        let members = node.members(&["unpublished", "if_entered"])?;
        if let Some(at) = members.get("if_entered") {
            let inner = at.members(&["seen", "note"])?;
            return Some(Leaf::Limit { seen: self.suggestions(&inner, "seen")?, note: note(&inner, id) });
        }
        self.unpublished(&members.need("unpublished")?, id)
    }

    fn unpublished(&self, at: &Node, id: &str) -> Option<Leaf> {
        let inner = at.members(&["low", "high", "suggested", "typical", "note"])?;
        let (low, high) = self.bounds(&inner, self.unit.ends())?;
        let suggested = self.suggestions(&inner, "suggested")?;
        if low > high || suggested.iter().any(|s| !(low..=high).contains(s)) {
            return at.refuse(Code::BadBounds, &[]);
        }
        let note = note(&inner, id);
        let typical = inner.optional("typical", |at| self.typical(at, (low, high), &suggested, note.is_some()))?;
        Some(Leaf::Unpublished { low, high, suggested, typical, note })
    }

    fn bounds(&self, members: &Members, (low, high): (Quantity, Quantity)) -> Option<(Quantity, Quantity)> {
        let bound = |key, default| members.get(key).map_or(Some(default), |at| quantity(&at, self.unit));
        bound("low", low).zip(bound("high", high))
    }

    /// It lies in the bounds, holds every suggestion, and a document or the note says where it comes from.
    fn typical(&self, at: &Node, bounds: (Quantity, Quantity), seen: &[Quantity], has_note: bool) -> Option<Typical> {
        let inner = at.members(&["low", "high", "source"])?;
        let (low, high) = self.bounds(&inner, bounds)?;
        let source = inner.optional("source", |at| known_source(at, self.around.sources))?;
        if source.is_none() && !has_note {
            at.note(Code::Untraceable, &[]);
        }
        let is_within = bounds.0 <= low && low <= high && high <= bounds.1;
        if !is_within || seen.iter().any(|s| !(low..=high).contains(s)) {
            return at.refuse(Code::BadBounds, &[]);
        }
        Some(Typical { low, high, source })
    }

    fn suggestions(&self, members: &Members, key: &str) -> Option<Vec<Quantity>> {
        let Some(at) = members.get(key) else { return Some(Vec::new()) };
        at.each(&|item| quantity(item, self.unit))
    }
}

/// What is known of a number that is not published.
fn note(members: &Members, id: &str) -> Option<NamedWords> {
    members.get("note").and_then(|at| named_words(&at, format!("{id}/note")))
}

/// A string or a leaf object ends a branch early.
fn is_leaf(json: &ReadJson) -> bool {
    match json {
        Json::Object(members) => members.iter().any(|(key, _)| key == "unpublished" || key == "if_entered"),
        _ => true,
    }
}

/// Whether a number in it is published, so that it needs a source.
fn publishes(tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(_, leaf) => matches!(leaf, Leaf::Published(_)),
        Tree::Branch(branches) => branches.iter().any(|(_, tree)| publishes(tree)),
    }
}

/// A value of a unit, as policies and requests write it.
pub(crate) fn quantity(node: &Node, unit: Unit) -> Option<Quantity> {
    match unit {
        Unit::Rate => node.rate().map(Quantity::Rate),
        Unit::Money => node.money().map(Quantity::Money),
        Unit::YesNo => node.choice(&NO_YES).map(|place| Quantity::YesNo(place == 1)),
        Unit::Count => count(node).map(Quantity::Count),
    }
}

/// A whole number, written as digits in a string as all other values are.
fn count(node: &Node) -> Option<i64> {
    let text = node.string()?;
    let number = text.parse().ok().filter(|number: &i64| number.to_string() == text);
    let within = number.filter(|number| (0..=Unit::MOST).contains(number));
    within.or_else(|| node.refuse(Code::OutOfRange, &[("min", "0"), ("max", &Unit::MOST.to_string())]))
}

/// The key of a branch: an option of the fact, or the whole number from which the branch counts.
pub(super) fn row_key(node: &Node, fact: Fact, options: &Options, key: &str) -> Option<RowKey> {
    let list = options.of(fact);
    let found = match list {
        Some(list) => list.named(key).map(|option| RowKey::Option(option.id)),
        None => key.parse().ok().filter(|n: &i64| n.to_string() == key).map(RowKey::From),
    };
    found.or_else(|| {
        let choices = list.map_or(vec!["0", "1", "2", "…"], OptionList::names);
        node.refuse(Code::NotAChoice, &[("value", key), ("choices", &choices.join(", "))])
    })
}

/// Where a branch stands among the others.
fn rank(key: RowKey, list: Option<&OptionList>) -> i64 {
    match key {
        RowKey::Option(id) => list.and_then(|list| list.index(id)).map_or(0, |option| option.rank()),
        RowKey::From(number) => number,
    }
}

/// Every answer to the fact finds a row. `none` may be left out where conditions exclude it, `primary` reads row 1,
/// every option without a row reads that of `other`, and a programme has only some services.
fn complete(node: &Node, fact: Fact, options: &Options, branches: &[(RowKey, Tree)]) -> Option<()> {
    if fact == Fact::service() {
        return Some(());
    }
    let Some(list) = options.of(fact) else {
        let is_empty = branches.is_empty();
        return if is_empty { node.refuse(Code::IncompleteTable, &[("missing", fact.id())]) } else { Some(()) };
    };
    let national = |option: &&NamedOption| fact.options().is_some_and(|list| list.index(option.id).is_some());
    let is_there = |option: &NamedOption| branches.iter().any(|(key, _)| *key == RowKey::Option(option.id));
    if list.named("other").is_some_and(is_there) {
        return Some(());
    }
    let optional = ["none", "primary"];
    let missing = list.iter().filter(national).find(|o| !is_there(o) && !optional.contains(&o.name.as_str()));
    match missing {
        Some(option) => node.refuse(Code::IncompleteTable, &[("missing", &option.name)]),
        None => Some(()),
    }
}
