//! What the worked cases reach: each condition true, false and open; each number, version, limit and reading. And which
//! cases would reach the rest, for somebody to work out by hand.

use super::cases::{Case, answer};
use super::changed::{Change, PublishedNumber, leaves};
use super::lint::{self, programmes};
use super::place::with_ids;
use crate::calendar::Date;
use crate::json::problem::pointer;
use crate::json::{self, Json};
use crate::ordered::{Map, Set};
use crate::policy::catalogue::Catalogue;
use crate::policy::step::Role;
use crate::policy::{INDICES, Kind, PolicyFile, Programme};
use crate::vocabulary::Service;
use crate::words::Words;
use serde::Serialize;

/// What cases reach of a file.
#[derive(Debug, Default, Serialize)]
pub struct CaseCoverage {
    /// Every condition.
    pub conditions: Vec<ConditionReached>,
    /// Every published number.
    pub numbers: Vec<Reached>,
    /// Every limit: whether a bill stays below it, and whether one reaches it.
    pub limits: Vec<LimitReached>,
    /// Every option of every reading, insisted on.
    pub readings: Vec<Reached>,
    /// Cases that would reach the rest.
    pub proposals: Vec<Proposal>,
}

/// What cases find of a condition.
#[derive(Debug, Serialize)]
pub struct ConditionReached {
    /// JSON pointer.
    pub path: String,
    /// The same with ids.
    pub at: String,
    /// It held.
    pub holds: bool,
    /// It did not hold.
    pub fails: bool,
    /// It was open.
    pub open: bool,
}

/// Something that a case reads, or not.
#[derive(Debug, Serialize)]
pub struct Reached {
    /// JSON pointer.
    pub path: String,
    /// The same with ids.
    pub at: String,
    /// The number or the option.
    pub name: String,
    /// Whether a case reads it.
    pub reached: bool,
}

/// A limit.
#[derive(Debug, Serialize)]
pub struct LimitReached {
    /// JSON pointer of the step.
    pub path: String,
    /// The same with ids.
    pub at: String,
    /// The value's name.
    pub name: String,
    /// A payment stayed below it.
    pub below: bool,
    /// It cut a payment.
    pub cut: bool,
}

/// A case that somebody should work out by hand.
#[derive(Debug, Serialize)]
pub struct Proposal {
    /// What it would show.
    pub title: Words,
    /// Where that stands, with ids.
    pub at: String,
    /// A request to start from, made of an existing case; none where there is none to start from.
    pub request: Option<Json>,
}

/// What the answers of all cases say of the programmes of one file.
#[derive(Default)]
struct Seen {
    /// Conditions with the truth that was found.
    truths: Set<(String, String)>,
    /// Rows of values with the day on which they were read.
    rows: Set<(String, String)>,
    /// Values of limits, and whether they cut.
    limits: Set<(String, bool)>,
    /// Readings with the option that a request insists on.
    readings: Set<(String, String)>,
}

/// A case with its request and answer as trees.
struct Worked {
    request: Json,
    answer: Json,
}

impl Worked {
    /// Whether one of the bills is of one of these services, or does not say of which.
    fn has_one_of(&self, services: &Set<Service>) -> bool {
        let is_one = |bill: &Json| {
            let named = bill.text_of("service");
            named.is_empty() || services.iter().any(|service| service.name() == named)
        };
        self.request.items_of("expenses").iter().any(is_one)
    }
}

/// What cases reach of a file that the catalogue holds. Numbers that no working names are looked for by changing them.
#[must_use]
pub fn coverage(file: &PolicyFile, tree: &Json, cases: &[Case], catalogue: &Catalogue) -> CaseCoverage {
    let answered = Answered::of(file, tree, cases, catalogue);
    let seen = &answered.seen;
    let mut covered = CaseCoverage {
        conditions: conditions(file, tree, seen),
        numbers: answered.numbers(),
        limits: limits(file, tree, seen),
        readings: readings(file, tree, seen),
        proposals: Vec::new(),
    };
    let requests: Vec<&Json> = answered.worked.iter().map(|worked| &worked.request).collect();
    covered.proposals = super::proposals::proposals(&covered, tree, &requests);
    covered
}

/// The versions of values of which no case reads a number: where they stand, and the names of their values.
#[must_use]
pub fn versions_without_case(
    file: &PolicyFile,
    tree: &Json,
    cases: &[Case],
    catalogue: &Catalogue,
) -> Vec<(String, String)> {
    let answered = Answered::of(file, tree, cases, catalogue);
    let leaves = answered.leaves();
    let versions = leaves.chunk_by(|one, next| one.version == next.version);
    // One number that a working names is enough: only without one are numbers changed, which settles every case again.
    let is_read = |version: &&[PublishedNumber]| {
        version.iter().any(|leaf| answered.is_named(leaf)) || version.iter().any(|leaf| answered.is_felt(leaf))
    };
    let unread = versions.filter(|version| !is_read(version)).filter_map(|version| version.first());
    unread.map(|leaf| (leaf.version.clone(), leaf.value.clone())).collect()
}

/// The cases of a file with their answers.
struct Answered<'a> {
    file: &'a PolicyFile,
    tree: &'a Json,
    cases: &'a [Case],
    catalogue: &'a Catalogue,
    worked: Vec<Worked>,
    seen: Seen,
}

fn worked(case: &Case, catalogue: &Catalogue) -> Worked {
    let request = json::parse(&case.request).unwrap_or(Json::Null);
    Worked { request, answer: answer(&case.request, catalogue) }
}

fn see(worked: &Worked, seen: &mut Seen) {
    for (reading, option) in worked.request.entries_of("readings") {
        seen.readings.insert((reading.clone(), option.as_str().unwrap_or_default().to_owned()));
    }
    for programme in worked.answer.items_of("programmes") {
        see_findings(programme, seen);
        for line in programme.items_of("lines") {
            see_findings(line, seen);
            let day = day_of(&worked.request, line.text_of("expense"));
            line.items_of("steps").iter().for_each(|step| see_step(step, &day, seen));
        }
    }
}

fn see_findings(of: &Json, seen: &mut Seen) {
    for finding in of.items_of("findings") {
        seen.truths.insert((finding.text_of("condition").to_owned(), finding.text_of("truth").to_owned()));
    }
}

fn see_step(step: &Json, day: &str, seen: &mut Seen) {
    let value = step.text_of("value").to_owned();
    seen.rows.insert((value.clone(), day.to_owned()));
    if step.text_of("role") == Role::Limit.name() {
        seen.limits.insert((value, step.text_of("before") != step.text_of("after")));
    }
}

fn day_of(request: &Json, expense: &str) -> String {
    let found = request.items_of("expenses").iter().find(|e| e.text_of("id") == expense);
    found.map_or(String::new(), |expense| expense.text_of("date").to_owned())
}

fn conditions(file: &PolicyFile, tree: &Json, seen: &Seen) -> Vec<ConditionReached> {
    let mut found = Vec::new();
    for (path, programme) in programmes(file) {
        for (path, condition) in lint::conditions(&path, programme) {
            let was = |truth: &str| seen.truths.contains(&(condition.text.id.clone(), truth.to_owned()));
            let at = with_ids(tree, &path);
            found.push(ConditionReached { path, at, holds: was("true"), fails: was("false"), open: was("unknown") });
        }
    }
    found
}

impl<'a> Answered<'a> {
    fn of(file: &'a PolicyFile, tree: &'a Json, cases: &'a [Case], catalogue: &'a Catalogue) -> Answered<'a> {
        let worked: Vec<Worked> = cases.iter().map(|case| worked(case, catalogue)).collect();
        let mut seen = Seen::default();
        worked.iter().for_each(|worked| see(worked, &mut seen));
        Answered { file, tree, cases, catalogue, worked, seen }
    }

    fn programme(&self, leaf: &PublishedNumber) -> Option<&Programme> {
        let mut holders = self.file.programmes.iter().chain([&self.file.indices]);
        holders.find(|p| p.id.ends_with(&format!("/{}", leaf.programme)))
    }

    /// The numbers that an amount may rest on.
    fn leaves(&self) -> Vec<PublishedNumber> {
        let is_paid = |leaf: &PublishedNumber| {
            let kind = self.programme(leaf).map(|programme| programme.kind);
            leaf.programme == INDICES || matches!(kind, Some(Kind::Reimbursement | Kind::Allowance))
        };
        leaves(self.tree).into_iter().filter(is_paid).collect()
    }

    fn numbers(&self) -> Vec<Reached> {
        let reached = |leaf: PublishedNumber| {
            let reached = self.is_named(&leaf) || self.is_felt(&leaf);
            Reached { at: with_ids(self.tree, &leaf.path), path: leaf.path, name: leaf.text, reached }
        };
        self.leaves().into_iter().map(reached).collect()
    }

    /// Whether a working names the row of a number on a day of its version.
    fn is_named(&self, leaf: &PublishedNumber) -> bool {
        let Some(programme) = self.programme(leaf) else { return false };
        let row = if leaf.keys.is_empty() { String::new() } else { format!("@{}", leaf.keys.join(",")) };
        let id = format!("{}/{}{row}", programme.id, leaf.value);
        let value = programme.values.iter().find(|value| value.name == leaf.value);
        // The days before the first figure are a version that no text has.
        let added = value.is_some_and(|value| leaf.programme == INDICES && value.begins_open());
        let version = leaf.version.rsplit('/').next().and_then(|place| place.parse::<usize>().ok());
        let version = version.map(|place| place.saturating_add(usize::from(added)));
        let dates = value.zip(version).and_then(|(value, place)| value.versions.get(place)).map(|found| found.dates);
        let is_of_version = |day: &str| Date::parse(day).is_ok_and(|day| dates.is_some_and(|dates| dates.holds(day)));
        self.seen.rows.iter().any(|(row, day)| *row == id && is_of_version(day))
    }

    /// Whether an answer changes with a number. Only those are given again whose bills the change can touch.
    fn is_felt(&self, leaf: &PublishedNumber) -> bool {
        let changed = leaf.change().and_then(|change: Change| change.catalogue(self.tree, self.catalogue));
        let Some(changed) = changed else { return false };
        let mut touched: Map<&str, Option<Set<Service>>> = Map::default();
        self.cases.iter().zip(&self.worked).any(|(case, worked)| {
            let region = worked.request.text_of("region");
            let services = touched.entry(region).or_insert_with(|| self.touched_services(region, &changed));
            let can_touch = services.as_ref().is_none_or(|services| worked.has_one_of(services));
            can_touch && amounts(&answer(&case.request, &changed)) != amounts(&worked.answer)
        })
    }

    /// The services of which a change can touch bills; none where it may touch any.
    fn touched_services(&self, region: &str, changed: &Catalogue) -> Option<Set<Service>> {
        let book = |catalogue: &Catalogue| catalogue.look_up(region).book_or_problem("/region", region).ok();
        book(self.catalogue)?.touched_services(&*book(changed)?)
    }
}

/// What of an answer is money or a verdict: an answer names every file's hash, which any change changes.
fn amounts(answer: &Json) -> Vec<Option<&Json>> {
    ["totals", "funds", "expenses", "programmes"].map(|key| answer.get(key)).to_vec()
}

fn limits(file: &PolicyFile, tree: &Json, seen: &Seen) -> Vec<LimitReached> {
    let mut found = Vec::new();
    for (path, programme) in programmes(file) {
        for (place, step) in programme.benefit.iter().enumerate() {
            let value = step.counter_value().and_then(|value| programme.values.get(value));
            let (Some(value), Role::Limit) = (value, step.role()) else { continue };
            let path = format!("{path}/benefit/{place}");
            let id = format!("{}/{}", programme.id, value.name);
            let of_value = |row: &str| row == id || row.starts_with(&format!("{id}@"));
            let was = |cut: bool| seen.limits.iter().any(|(row, did_cut)| of_value(row) && *did_cut == cut);
            let at = with_ids(tree, &path);
            found.push(LimitReached { path, at, name: value.name.clone(), below: was(false), cut: was(true) });
        }
    }
    found
}

fn readings(file: &PolicyFile, tree: &Json, seen: &Seen) -> Vec<Reached> {
    let mut found = Vec::new();
    for (path, programme) in programmes(file) {
        for reading in &programme.readings {
            let path = pointer(&format!("{path}/readings"), &reading.name);
            for (option, _) in &reading.options {
                let reached = seen.readings.contains(&(reading.text.id.clone(), option.clone()));
                let path = pointer(&format!("{path}/options"), option);
                found.push(Reached { at: with_ids(tree, &path), path, name: option.clone(), reached });
            }
        }
    }
    found
}
