//! A policy with one thing changed: what `mutate` and `coverage` try.

use crate::calendar::Date;
use crate::json::Json;
use crate::json::problem::pointer;
use crate::officer::cases::write;
use crate::policy::INDICES;
use crate::policy::catalogue::Catalogue;
use rust_decimal::Decimal;

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where, as a JSON pointer.
    pub path: String,
    /// What stands there.
    pub before: Json,
    /// What is put there.
    pub after: Json,
    /// Other places that must change with it.
    pub also: Vec<(String, Json)>,
}

impl Change {
    fn new(path: String, before: &Json, after: Json) -> Change {
        Change { path, before: before.clone(), after, also: Vec::new() }
    }

    /// The tree with the change.
    #[must_use]
    pub fn apply(&self, tree: &Json) -> Json {
        let mut tree = tree.clone();
        let own = (self.path.clone(), self.after.clone());
        for (path, value) in [&[own], self.also.as_slice()].concat() {
            if let Some(place) = tree.at_mut(&path) {
                *place = value;
            }
        }
        tree
    }

    /// The catalogue with the changed file; none where the file is refused.
    #[must_use]
    pub fn catalogue(&self, tree: &Json, catalogue: &Catalogue) -> Option<Catalogue> {
        let mut changed = catalogue.clone();
        let report = changed.add(&[&write(&self.apply(tree))]);
        report.iter().all(|report| report.problems.is_empty()).then_some(changed)
    }
}

/// A published number of a file.
#[derive(Clone, Debug)]
pub struct PublishedNumber {
    /// Where it stands.
    pub path: String,
    /// Its version.
    pub version: String,
    /// Its value.
    pub value: String,
    /// The short id of its programme.
    pub programme: String,
    /// The keys of its row.
    pub keys: Vec<String>,
    /// The number as it is written.
    pub text: String,
    unit: String,
}

impl PublishedNumber {
    /// The number a little changed; none where there is no other.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        let after = match self.unit.as_str() {
            "yes_no" => if self.text == "yes" { "no" } else { "yes" }.to_owned(),
            "rate" => moved(&self.text, Decimal::new(1, 2), Decimal::ONE)?,
            _ => moved(&self.text, Decimal::ONE, Decimal::MAX)?,
        };
        Some(Change::new(self.path.clone(), &Json::String(self.text.clone()), Json::String(after)))
    }
}

/// A number more by a step, or less where that is too much.
fn moved(text: &str, step: Decimal, most: Decimal) -> Option<String> {
    let number: Decimal = text.parse().ok()?;
    let more = number.checked_add(step)?;
    let moved = if more <= most { more } else { number.checked_sub(step)? };
    Some(moved.to_string())
}

/// Every published number of a file.
#[must_use]
pub fn leaves(tree: &Json) -> Vec<PublishedNumber> {
    let mut found = Vec::new();
    for (place, programme) in tree.items_of("programmes").iter().enumerate() {
        let of = pointer("/programmes", &place.to_string());
        let id = programme.text_of("id");
        leaves_of(programme.get("values"), (id, &format!("{of}/values")), &mut found);
    }
    leaves_of(tree.get("indices"), (INDICES, "/indices"), &mut found);
    found
}

/// The published numbers of the values of a programme, or of the file's dated figures.
fn leaves_of(values: Option<&Json>, (programme, path): (&str, &str), found: &mut Vec<PublishedNumber>) {
    for (name, value) in values.map_or(&[][..], Json::entries) {
        let unit = value.text_of("unit");
        for (at, version) in value.items_of("versions").iter().enumerate() {
            let version_path = format!("{}/versions/{at}", pointer(path, name));
            let leaf = PublishedNumber {
                path: version_path.clone(),
                version: version_path,
                value: name.clone(),
                programme: programme.to_owned(),
                keys: Vec::new(),
                text: String::new(),
                unit: unit.to_owned(),
            };
            for key in ["value", "table"] {
                if let Some(inner) = version.get(key) {
                    collect(inner, &PublishedNumber { path: pointer(&leaf.path, key), ..leaf.clone() }, found);
                }
            }
        }
    }
}

fn collect(json: &Json, at: &PublishedNumber, found: &mut Vec<PublishedNumber>) {
    match json {
        Json::String(text) => found.push(PublishedNumber { text: text.clone(), ..at.clone() }),
        _ if json.get("unpublished").or(json.get("if_entered")).is_some() => {}
        _ => {
            for (key, inner) in json.entries() {
                let keys = [at.keys.as_slice(), std::slice::from_ref(key)].concat();
                collect(inner, &PublishedNumber { path: pointer(&at.path, key), keys, ..at.clone() }, found);
            }
        }
    }
}

/// Every change of one number, day or condition that is tried on a file.
#[must_use]
pub fn changes(tree: &Json) -> Vec<Change> {
    let mut found: Vec<Change> = leaves(tree).iter().filter_map(PublishedNumber::change).collect();
    for (place, programme) in tree.items_of("programmes").iter().enumerate() {
        let of = pointer("/programmes", &place.to_string());
        for key in ["began", "ended", "known_from"] {
            found.extend(programme.get(key).and_then(|day| later(&pointer(&of, key), day)));
        }
        for list in ["person", "expense"] {
            for (at, condition) in programme.items_of(list).iter().enumerate() {
                if let Some(test) = condition.get("test") {
                    of_condition(test, &format!("{of}/{list}/{at}/test"), &mut found);
                }
            }
        }
        for (name, value) in programme.entries_of("values") {
            of_versions(value, &pointer(&format!("{of}/values"), name), &mut found);
        }
    }
    for (name, index) in tree.entries_of("indices") {
        of_versions(index, &pointer("/indices", name), &mut found);
    }
    found
}

fn later(path: &str, day: &Json) -> Option<Change> {
    let next = Date::parse(day.as_str()?).ok()?.plus_days(1);
    Some(Change::new(path.to_owned(), day, Json::String(next.to_string())))
}

/// A version that begins a day later, and the one before it that ends a day later.
fn of_versions(value: &Json, path: &str, found: &mut Vec<Change>) {
    let versions = value.items_of("versions");
    for (place, pair) in versions.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let next = place.saturating_add(1);
        let from = after.get("from").and_then(|day| later(&format!("{path}/versions/{next}/from"), day));
        let to = before.get("to").and_then(|day| later(&format!("{path}/versions/{place}/to"), day));
        if let (Some(from), Some(to)) = (from, to) {
            found.push(Change { also: vec![(to.path, to.after)], ..from });
        }
    }
}

/// The whole condition turned round, and each number or member in it changed.
fn of_condition(test: &Json, path: &str, found: &mut Vec<Change>) {
    if test.get("by_reading").is_none() {
        let not = Json::Object(vec![("not".to_owned(), test.clone())]);
        found.push(Change::new(path.to_owned(), test, not));
    }
    within_test(test, path, found);
}

fn within_test(json: &Json, path: &str, found: &mut Vec<Change>) {
    match json {
        Json::Number(text) => {
            let next = text.parse().ok().and_then(|number: i64| number.checked_add(1));
            found.extend(next.map(|next| Change::new(path.to_owned(), json, Json::Number(next.to_string()))));
        }
        Json::Array(items) if items.len() > 1 && items.iter().all(|item| item.as_str().is_some()) => {
            for place in 0..items.len() {
                let rest = items.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, item)| item.clone());
                found.push(Change::new(path.to_owned(), json, Json::Array(rest.collect())));
            }
        }
        _ => {
            let items = json.items().iter().enumerate().map(|(at, item)| (at.to_string(), item));
            let members = json.entries().iter().map(|(key, inner)| (key.clone(), inner));
            for (key, inner) in items.chain(members) {
                within_test(inner, &pointer(path, &key), found);
            }
        }
    }
}
