//! A programme of a policy file, to its checked model.

use super::account;
use super::elsewhere;
use super::indices::{self, Indices};
use super::read::{KnownSources, known_source};
use super::read_test::conditions;
use super::read_value::{Around, values};
use super::scope::{Scope, declared_names};
use super::step::{Counters, Names, missing_in_order, read_steps};
use super::{Choice, CoverFromBirth, Kind, NamedWords, Programme, Reading, Replacement, Step, Test, Tree, Unit, Value};
use crate::calendar::{Date, Span};
use crate::json;
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node, refuse_repeated_ids, refuse_repeated_members};
use crate::option_set::OptionIndex;
use crate::vocabulary::{Fact, Fund, Options, Payer, Service};
use crate::words::named_words;

/// The programmes that stand earlier in the file, each with the names of its values.
type Earlier = Vec<(String, Vec<String>)>;

/// What programmes of one file have in common.
pub(super) struct FileReader<'a> {
    pub region: &'a str,
    pub sources: &'a KnownSources,
    pub options: &'a Options,
    pub indices: &'a Indices,
}

/// In `yields_to`: every programme of a nearer file that pays out of the same fund.
pub const NEARER: &str = "nearer";

/// The members of a programme.
pub const PROGRAMME_KEYS: [&str; 27] = [
    "id",
    "kind",
    "fund",
    "payer",
    "strength",
    "name",
    "clause",
    "summary",
    "next_steps",
    "sources",
    "services",
    "began",
    "ended",
    "known_from",
    "on_file",
    "replaces",
    "yields_to",
    "person",
    "expense",
    "values",
    "readings",
    "benefit",
    "caveats",
    "deadline",
    "cover_from_birth",
    "account",
    "out_of_area",
];

impl FileReader<'_> {
    pub fn programmes(&self, node: &Node, file: &Members) -> (Vec<Programme>, Vec<String>) {
        let items = node.items().unwrap_or_default();
        let ids = items.iter().map(|item| item.text_of("id").to_owned()).collect::<Vec<_>>();
        refuse_repeated_ids(&items);
        refuse_reserved(&items);
        let counters = Counters::read(&file.entries_of("counters"), &ids);
        let so_far = node.problems().count();
        let mut earlier: Earlier = Vec::new();
        let mut programmes = Vec::new();
        for (item, id) in items.iter().zip(&ids) {
            let programme = self.programme(item, &ids, (&earlier, &counters));
            earlier.push((id.clone(), declared_names(item, "values")));
            programmes.extend(programme);
        }
        // What nothing reads is only news where nothing else is wrong.
        if node.problems().count() == so_far {
            let note = |name| node.note(Code::UnusedName, &[("kind", "counter"), ("name", name)]);
            counters.unused().into_iter().for_each(note);
        }
        // Places in the list only mean the same programmes where none is missing from it.
        if programmes.len() == ids.len() {
            refuse_circles(node, &programmes);
            refuse_without_limit(node, &programmes);
        }
        (programmes, counters.names())
    }

    fn programme(&self, node: &Node, ids: &[String], around: (&Earlier, &Counters)) -> Option<Programme> {
        let members = node.members(&PROGRAMME_KEYS)?;
        let so_far = node.problems().count();
        let short = members.need("id").and_then(|at| at.name());
        let prefix = format!("{}/{}", self.region, short.unwrap_or_default());
        let kind = members.need("kind").and_then(|at| at.one_by_name(Kind::ALL, Kind::name));
        let days = days(&members);
        let (sources, options) = (self.sources, self.options);
        let Days { first_day, last_day, .. } = days;
        let of_values = Around { prefix: &prefix, first_day, last_day, sources, options, has_source: false };
        let values = values(&members.entries_of("values"), &of_values);
        let readings = members
            .entries_of("readings")
            .iter()
            .filter_map(|(name, at)| reading(name, at, &prefix))
            .collect::<Vec<_>>();
        let services = members.items_of("services").iter().filter_map(service).collect::<Vec<_>>();
        let place = Place { prefix: &prefix, ids, services: &services, around };
        let parts = self.parts(&members, &values, &readings, &place);
        for key in ["sources", "services"] {
            refuse_repeated_members(&members.items_of(key));
        }
        let text = |key: &str| members.get(key).and_then(|at| named_words(&at, format!("{prefix}/{key}")));
        let needed = |key: &str| members.need(key).and_then(|at| named_words(&at, format!("{prefix}/{key}")));
        let (name, clause) = (needed("name"), needed("clause"));
        // What nothing reads is only news where nothing else is wrong. A subsidy's amount decides no verdict and pays no
        // bill: it is there to be shown and entered.
        let is_elsewhere = members.get("out_of_area").and_then(|at| at.yes_no()) == Some(true);
        let may_be_unread = kind == Some(Kind::Subsidy) || is_elsewhere;
        if node.problems().count() == so_far && kind.is_some() && !may_be_unread {
            parts.unused.iter().for_each(|(kind, name)| node.note(Code::UnusedName, &[("kind", kind), ("name", name)]));
        }
        let programme = Programme {
            fund: members.get("fund").and_then(|at| fund(&at)),
            payer: payer(&members),
            encouraged: members.get("strength").and_then(|at| at.choice(&["right", "encouraged"])) == Some(1),
            summary: text("summary"),
            next_steps: text("next_steps"),
            sources: members
                .items_of("sources")
                .iter()
                .filter_map(|at| known_source(at, self.sources))
                .collect::<Vec<_>>(),
            services,
            began: days.began,
            ended: days.ended,
            known_from: days.known_from,
            on_file: members.get("on_file").and_then(|at| at.yes_no()) != Some(false),
            replaces: members.items_of("replaces").iter().filter_map(Replacement::read).collect::<Vec<_>>(),
            is_elsewhere,
            account: members.get("account").and_then(|at| account::read(&at)),
            yields_to: parts.yields_to,
            yields_to_nearer: parts.yields_to_nearer,
            person: parts.person,
            expense: parts.expense,
            benefit: parts.benefit,
            caveats: parts.caveats,
            deadline: parts.deadline,
            cover_from_birth: parts.cover_from_birth,
            values,
            readings,
            id: prefix,
            // What is wrong with all else was told before one of these is missing.
            name: name?,
            clause: clause?,
            kind: kind?,
        };
        short?;
        check_whole(node, &members, &programme);
        elsewhere::check(node, &programme);
        Some(programme)
    }

    /// What reads the programme's values and readings.
    fn parts(&self, members: &Members, values: &[Value], readings: &[Reading], place: &Place) -> Parts {
        let Place { prefix, ids, services, around: (earlier, counters) } = *place;
        let declared = [declared_names(members.at(), "values"), declared_names(members.at(), "readings")].concat();
        let scope = Scope::new(prefix.to_owned(), values, readings, ids, &declared, self.options);
        let of_person = Scope::new(prefix.to_owned(), values, readings, ids, &declared, self.options).of_person();
        let person = conditions(&members.items_of("person"), &of_person);
        let expense = conditions(&members.items_of("expense"), &scope);
        let scope = scope.counting(counters);
        let benefit = members.get("benefit").map_or(Vec::new(), |at| {
            let is_for_some = !expense.is_empty();
            let indices = self.indices;
            read_steps(&at, &Names { scope: &scope, services, is_for_some, earlier, counters, indices, step: 0 })
        });
        let caveats_at = members.items_of("caveats");
        refuse_repeated_ids(&caveats_at);
        let caveats = caveats_at.iter().filter_map(|at| caveat(at, prefix, &declared)).collect::<Vec<_>>();
        let yielding = members.get("yields_to");
        let yields_to_nearer = yielding.as_ref().is_some_and(is_nearer);
        let others = yielding.filter(|_| !yields_to_nearer).and_then(|at| at.items()).unwrap_or_default();
        refuse_repeated_members(&others);
        let yields_to = others.iter().filter_map(|at| scope.programme(at)).collect::<Vec<_>>();
        let deadline = members.get("deadline").and_then(|at| scope.choice(&at, &deadline));
        let cover_from_birth = members.get("cover_from_birth").and_then(|at| cover_from_birth(&at, &scope));
        scope.take_over(&of_person);
        let unused = scope.unused();
        Parts { person, expense, benefit, caveats, yields_to, yields_to_nearer, deadline, cover_from_birth, unused }
    }
}

/// Whether it is the word for the programmes of every nearer file.
fn is_nearer(node: &Node) -> bool {
    matches!(node.json, Json::String(text) if text == NEARER)
}

/// What holds a file's dated figures has an id as well.
fn refuse_reserved(items: &[Node]) {
    for item in items.iter().filter(|item| item.text_of("id") == indices::INDICES) {
        item.note(Code::RepeatedId, &[("id", indices::INDICES)]);
    }
}

/// Where a programme stands.
struct Place<'a> {
    /// `<region>/<programme>`.
    prefix: &'a str,
    /// Short ids of the programmes of the file.
    ids: &'a [String],
    /// The kinds of care that it pays for.
    services: &'a [Service],
    /// What stands before it in the file, and the file's counters.
    around: (&'a Earlier, &'a Counters),
}

struct Parts {
    person: Vec<super::Condition>,
    expense: Vec<super::Condition>,
    benefit: Vec<Step>,
    caveats: Vec<(NamedWords, Option<String>)>,
    yields_to: Vec<usize>,
    yields_to_nearer: bool,
    deadline: Option<Choice<(Span, Fact)>>,
    cover_from_birth: Option<CoverFromBirth>,
    unused: Vec<(&'static str, String)>,
}

/// The days of a programme.
struct Days {
    began: Option<Date>,
    known_from: Option<Date>,
    ended: Option<Date>,
    /// The first day on which its values are read; none: every earlier day counts.
    first_day: Option<Date>,
    /// The last one, where there is one.
    last_day: Option<Date>,
}

/// Values are read from the later of the first two days on. Where a day has a mistake, no value begins too late or stops too
/// early for it.
fn days(members: &Members) -> Days {
    let day = |key| members.get(key).and_then(|at| at.date());
    let (began, known_from, ended) = (day("began"), day("known_from"), day("ended"));
    let first_day = known_from.max(began);
    if let (Some(first), Some(last), Some(at)) = (first_day, ended, members.get("ended"))
        && last < first
    {
        at.note(Code::EndsEarly, &[]);
    }
    let is_faulty = |key, day: Option<Date>| members.has(key) && day.is_none();
    let is_faulty = is_faulty("known_from", known_from) || is_faulty("began", began);
    let first_day = if is_faulty { Some(Date::LAST) } else { first_day };
    let last_day = members.has("ended").then(|| ended.unwrap_or(Date::FIRST));
    Days { began, known_from, ended, first_day, last_day }
}

pub(super) fn fund(node: &Node) -> Option<Fund> {
    node.one_by_name(Fund::ALL, Fund::name)
}

/// Who pays a supplement; no other fund has it.
fn payer(members: &Members) -> Option<Payer> {
    if members.at().text_of("fund") == Fund::Supplement.name() {
        return members.need("payer")?.one_by_name(Payer::ALL, Payer::name);
    }
    members.get("payer")?.refuse(Code::UnknownKey, &[("key", "payer"), ("known", "payer, of the fund supplement only")])
}

fn service(node: &Node) -> Option<Service> {
    node.one_by_name(Service::ALL, Service::name)
}

fn deadline(node: &Node) -> Option<(Span, Fact)> {
    let members = node.members(&["days_after_birth", "months_after_birth", "fact"])?;
    let span = match members.get("months_after_birth") {
        Some(at) => at.whole_number(0, 1200).map(Span::Months),
        None => members.need("days_after_birth").and_then(|at| at.whole_number(0, 36_500)).map(Span::Days),
    };
    let fact = members.need("fact").and_then(|at| {
        let name = at.string()?;
        Fact::named(name).or_else(|| at.refuse(Code::UnknownFact, &[("fact", name)]))
    });
    Some((span?, fact?))
}

/// Where cover begins, by name: whether at birth.
pub const COVER_FROM: [(&str, bool); 2] = [("from_enrolment", false), ("from_birth", true)];

/// Whether cover goes back to birth where the programme's conditions do not hold.
fn cover_from_birth(node: &Node, scope: &Scope) -> Option<CoverFromBirth> {
    let members = node.members(&["otherwise"])?;
    let Some(at) = members.get("otherwise") else { return Some(CoverFromBirth { otherwise: None }) };
    let holds = |yes: &bool| if *yes { Test::All(Vec::new()) } else { Test::Any(Vec::new()) };
    let otherwise = match scope.choice_of(&at, &COVER_FROM)? {
        Choice::Fixed(yes) => holds(&yes),
        Choice::ByReading(reading, options) => Test::ByReading(reading, options.iter().map(holds).collect()),
    };
    Some(CoverFromBirth { otherwise: Some(otherwise) })
}

fn reading(name: &str, node: &Node, prefix: &str) -> Option<Reading> {
    let members = node.members(&["words", "why", "preferred", "options"])?;
    let id = format!("{prefix}/{name}");
    let text = members.need("words").and_then(|at| named_words(&at, id.clone()));
    let why = members.need("why").and_then(|at| named_words(&at, format!("{id}/why")));
    let option = |name: &str, at: &Node| Some((name.to_owned(), named_words(at, format!("{id}/{name}"))?));
    let options = members.need("options").and_then(|at| at.each_entry(&option))?;
    if options.len() > OptionIndex::MOST {
        return node.refuse(Code::TooManyOptions, &[("list", name), ("max", &OptionIndex::MOST.to_string())]);
    }
    let names = options.iter().map(|(option, _)| option.as_str()).collect::<Vec<_>>();
    let preferred = members.need("preferred").and_then(|at| at.choice(&names));
    Some(Reading { name: name.to_owned(), text: text?, why: why?, preferred: preferred?, options })
}

fn caveat(node: &Node, prefix: &str, declared: &[String]) -> Option<(NamedWords, Option<String>)> {
    let members = node.members(&["id", "words", "limit"])?;
    let id = members.need("id").and_then(|at| at.name());
    let text_id = format!("{prefix}/caveats/{}", id.unwrap_or_default());
    let text = members.need("words").and_then(|at| named_words(&at, text_id));
    let limit = members.get("limit").and_then(|at| {
        let name = at.string()?;
        let known = declared.iter().any(|value| value == name);
        if known { Some(name.to_owned()) } else { at.refuse(Code::UnknownName, &[("kind", "value"), ("name", name)]) }
    });
    id.and(text).map(|text| (text, limit))
}

/// What a limit leaves over can only be asked of a programme that has one.
fn refuse_without_limit(node: &Node, programmes: &[Programme]) {
    let items = node.items().unwrap_or_default();
    for (item, programme) in items.iter().zip(programmes) {
        let asked = programme.benefit.iter().flat_map(Step::overflows).filter_map(|place| programmes.get(place));
        for other in asked.filter(|other| !other.benefit.iter().any(Step::is_limit_of_payments)) {
            item.note(
                Code::NeedsStep,
                &[(
                    "step",
                    &format!(
                        "{} has no cap on what it pays per year, quarter, calendar_month or calendar_day",
                        other.id
                    ),
                )],
            );
        }
    }
}

/// Fund, services and benefit go together with the kind.
fn check_whole(node: &Node, members: &Members, programme: &Programme) {
    let pays = matches!(programme.kind, Kind::Reimbursement | Kind::Allowance);
    // A fund or service with a mistake is there; its mistake is told at its own place.
    let is_empty = |at: Node| matches!(at.json, json::Json::Array(items) if items.is_empty());
    let has_services = members.get("services").is_some_and(|at| !is_empty(at));
    if pays && (!members.has("fund") || !has_services) {
        node.note(Code::NoBenefit, &[]);
    }
    if pays && programme.on_file && programme.benefit.is_empty() && !members.has("benefit") {
        node.note(Code::NoBenefit, &[]);
    }
    if (!pays && (programme.fund.is_some() || !programme.services.is_empty()))
        || ((!pays || !programme.on_file) && members.has("benefit"))
    {
        node.note(Code::StrayBenefit, &[]);
    }
    if members.has("account") && programme.kind != Kind::Reimbursement {
        node.note(Code::StrayBenefit, &[]);
    }
    let is_allowance = programme.kind == Kind::Allowance && programme.on_file;
    for step in missing_in_order(&programme.benefit, is_allowance) {
        node.note(Code::NeedsStep, &[("step", step)]);
    }
    if !programme.tells_deductibles_apart() {
        node.note(Code::SameCounter, &[("programme", &programme.id)]);
    }
    for value in programme.values.iter().filter(|value| value.unit != Unit::YesNo) {
        check_leaves(node, value);
    }
}

/// A version's table may not be empty.
fn check_leaves(node: &Node, value: &Value) {
    for version in &value.versions {
        if let Tree::Branch(branches) = &version.tree
            && branches.is_empty()
        {
            node.note(Code::IncompleteTable, &[("missing", &value.name)]);
        }
    }
}

/// A programme gives way only to one that does not give way, directly or through others, to it.
fn refuse_circles(node: &Node, programmes: &[Programme]) {
    for start in 0..programmes.len() {
        let mut seen = vec![start];
        let mut next = vec![start];
        while let Some(place) = next.pop() {
            for &to in programmes.get(place).map_or(&[][..], |p| &p.yields_to) {
                if to == start {
                    return node.note(Code::Cycle, &[]);
                }
                if !seen.contains(&to) {
                    seen.push(to);
                    next.push(to);
                }
            }
        }
    }
}
