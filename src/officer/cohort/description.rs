//! What a population is drawn from, and how it is read. What a description leaves out is as in `default.json`.

use super::shares::{Quantiles, Shares};
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Members, Node, Problems, json_tree};
use crate::json::{self, Json};
use crate::money::Rate;
use crate::policy::book::Book;
use crate::policy::catalogue::Catalogue;
use crate::request::is_answer;
use crate::vocabulary::{Fact, Holder, OptionList, Service};
use crate::words::{Words, words};
use std::sync::Arc;

/// What is taken where a description says nothing.
const DEFAULT: &str = include_str!("default.json");

/// More people than any city has.
const MOST_PEOPLE: i64 = 50_000_000;

/// Nobody is older.
const OLDEST: i64 = 120;

/// The care of one kind that one resident may need in a year.
const MOST_TIMES: i64 = 52;

/// In shares of hardship: none of the groups.
const NONE: &str = "none";

/// The facts that a description draws by name.
pub const SCHEME: &str = "scheme";
/// See [`SCHEME`].
pub const HARDSHIP: &str = "hardship";
/// See [`SCHEME`].
pub const LEVEL: &str = "facility_level";

/// The options of a fact by name; with a book those that the region adds, too.
#[must_use]
pub fn names(fact: &str, book: Option<&Book>) -> Vec<String> {
    let fact = Fact::named(fact);
    let list = fact.and_then(|fact| book.map_or(fact.options(), |book| book.options(fact)));
    list.into_iter().flat_map(OptionList::iter).map(|option| option.name.clone()).collect()
}

/// The answers to one fact, by share.
pub type Answers = (Fact, Shares<Json>);

/// The ages of one kind of insurance, by its name: from and to, in completed years.
pub type Ages = (String, Shares<(i64, i64)>);

/// A population in the making.
#[derive(Debug)]
pub struct Description {
    /// The region.
    pub region: String,
    /// What holds there.
    pub book: Arc<Book>,
    /// The calendar year of all bills.
    pub year: i64,
    /// How many people.
    pub people: u64,
    /// Where the dice begin.
    pub seed: u64,
    /// Kinds of insurance, by name.
    pub insurance: Shares<String>,
    /// The ages of each kind of insurance.
    pub ages: Vec<Ages>,
    /// Hardship groups by name; none of them is nothing.
    pub hardship: Shares<Option<String>>,
    /// Kinds of care.
    pub care: Vec<Care>,
    /// What is answered of a person.
    pub answers: Vec<Answers>,
    /// Values that nobody published, as a request enters them.
    pub entered: Json,
    /// Readings insisted on, as in a request.
    pub readings: Json,
    /// Whether what policies leave open is only taken to be what is typical.
    pub typical: bool,
    /// Where the numbers come from, section by section.
    pub grounds: Vec<(&'static str, Option<Words>)>,
}

/// One kind of care.
#[derive(Debug)]
pub struct Care {
    /// The kind.
    pub service: Service,
    /// How often in the year.
    pub times: Shares<i64>,
    /// At which level, and what a bill comes to there.
    pub levels: Shares<(String, Quantiles)>,
    /// The part of a bill that is out of scope.
    pub self_paid: Rate,
    /// The part that is borne in advance.
    pub advance: Rate,
    /// What is answered of the expense.
    pub answers: Vec<Answers>,
}

/// The default description of a region, as its author may change it.
#[must_use]
pub fn example(region: &str) -> String {
    DEFAULT.replacen('{', &format!("{{\n  \"region\": \"{region}\","), 1)
}

/// Reads a description.
///
/// # Errors
/// Every problem.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<Description, Vec<Problem>> {
    let problems = Problems::default();
    let usual = json::read(DEFAULT).unwrap_or(Json::Null);
    let made = json_tree(text, &problems).and_then(|json| {
        let usual = Node::root(&usual, &problems).members(&KEYS)?;
        DescriptionReader { given: Node::root(&json, &problems).members(&KEYS)?, usual, catalogue }.read()
    });
    match made {
        Some(description) if problems.count() == 0 => Ok(description),
        _ => Err(problems.into_vec()),
    }
}

const KEYS: [&str; 12] = [
    "region",
    "year",
    "people",
    "seed",
    "insurance",
    "ages",
    "hardship",
    "care",
    "facts",
    "open",
    "entered",
    "readings",
];

/// What is given, and what stands in for the rest.
struct DescriptionReader<'a> {
    given: Members<'a>,
    usual: Members<'a>,
    catalogue: &'a Catalogue,
}

impl<'a> DescriptionReader<'a> {
    fn member(&self, key: &str) -> Option<Node<'a>> {
        self.given.get(key).or_else(|| self.usual.get(key))
    }

    fn read(&self) -> Option<Description> {
        let book = self.book();
        let number = |key, min, max| self.member(key).and_then(|at| at.whole_number(min, max));
        let (year, people, seed) =
            (number("year", 1901, 2998), number("people", 1, MOST_PEOPLE), number("seed", 0, i64::MAX));
        let insurance = self.insurance();
        let ages = self.ages(insurance.as_ref());
        let hardship = self.hardship(book.as_deref());
        let care = self.care(book.as_deref());
        let answers = self.answers(book.as_deref());
        let open = self.member("open").and_then(|at| at.choice(&["whole", "typical"]));
        let raw = |key| self.given.get(key).map_or(Json::Object(Vec::new()), |at| at.json.owned());
        Some(Description {
            region: self.given.get("region")?.string()?.to_owned(),
            grounds: SECTIONS.map(|key| (key, self.ground(key))).to_vec(),
            year: year?,
            people: u64::try_from(people?).ok()?,
            seed: u64::try_from(seed?).ok()?,
            insurance: insurance?,
            ages: ages?,
            hardship: hardship?,
            care: care?,
            answers: answers?,
            typical: open? == 1,
            entered: raw("entered"),
            readings: raw("readings"),
            book: book?,
        })
    }

    fn book(&self) -> Option<Arc<Book>> {
        let node = self.given.need("region")?;
        let code = node.string()?;
        match self.catalogue.look_up(code).book_or_problem(&node.path(), code) {
            Ok(book) => Some(book),
            Err(problem) => {
                node.problems().push(problem);
                None
            }
        }
    }

    fn ground(&self, section: &str) -> Option<Words> {
        // Whatever else is wrong with the section is told where it is read.
        let node = self.member(section).filter(|node| matches!(node.json, Json::Object(_)))?;
        let found = node.entries()?.into_iter().find(|(key, _)| *key == "ground");
        found.and_then(|(_, at)| words(&at))
    }

    fn insurance(&self) -> Option<Shares<String>> {
        let at = self.member("insurance")?.members(&["ground", "shares"])?.need("shares")?;
        let known = names(SCHEME, None);
        let parts = at.each_entry(&|name, node| {
            is_choice(node, name, &known)?;
            Some((node.rate()?, name.to_owned()))
        })?;
        Shares::of(&at, parts)
    }

    fn ages(&self, insurance: Option<&Shares<String>>) -> Option<Vec<Ages>> {
        let schemes = names(SCHEME, None);
        let known: Vec<&str> = std::iter::once("ground").chain(schemes.iter().map(String::as_str)).collect();
        let members = self.member("ages")?.members(&known)?;
        for scheme in insurance.into_iter().flat_map(Shares::things) {
            members.need(scheme);
        }
        let of = known.iter().skip(1).filter_map(|scheme| Some((*scheme, members.get(scheme)?)));
        let read: Vec<Option<Ages>> = of.map(|(scheme, at)| Some((scheme.to_owned(), ages(&at)?))).collect();
        read.into_iter().collect()
    }

    fn hardship(&self, book: Option<&Book>) -> Option<Shares<Option<String>>> {
        let at = self.member("hardship")?.members(&["ground", "shares"])?.need("shares")?;
        let known: Vec<String> = std::iter::once(NONE.to_owned()).chain(names(HARDSHIP, book)).collect();
        let parts = at.each_entry(&|name, node| {
            is_choice(node, name, &known)?;
            Some((node.rate()?, (name != NONE).then(|| name.to_owned())))
        })?;
        Shares::of(&at, parts)
    }

    fn care(&self, book: Option<&Book>) -> Option<Vec<Care>> {
        let kinds = self.member("care")?.members(&["ground", "kinds"])?.need("kinds")?;
        kinds.each(&|kind| care(kind, book))
    }

    fn answers(&self, book: Option<&Book>) -> Option<Vec<Answers>> {
        let at = self.member("facts")?.members(&["ground", "answers"])?.need("answers")?;
        answers(&at, Holder::Person, book)
    }
}

/// The sections that say where their numbers come from.
const SECTIONS: [&str; 5] = ["insurance", "ages", "hardship", "care", "facts"];

/// A key that names one of these.
fn is_choice(node: &Node, name: &str, known: &[String]) -> Option<()> {
    if known.iter().any(|known| known == name) {
        return Some(());
    }
    node.refuse(Code::NotAChoice, &[("value", name), ("choices", &known.join(", "))])
}

/// `[{"from": 18, "to": 44, "share": "0.5"}, …]`
fn ages(node: &Node) -> Option<Shares<(i64, i64)>> {
    let parts = node.each(&|item| {
        let members = item.members(&["from", "to", "share"])?;
        let number = |key, least| members.need(key).and_then(|at| at.whole_number(least, OLDEST));
        let from = number("from", 0);
        let to = number("to", from.unwrap_or_default());
        let share = members.need("share").and_then(|at| at.rate());
        Some((share?, (from?, to?)))
    })?;
    Shares::of(node, parts)
}

fn care(node: &Node, book: Option<&Book>) -> Option<Care> {
    let members = node.members(&["service", "times", "levels", "self_paid", "advance", "facts"])?;
    let service = members.need("service").and_then(|at| at.one_by_name(Service::ALL, Service::name));
    let times = members.need("times").and_then(|at| times(&at));
    let levels = members.need("levels").and_then(|at| levels(&at));
    let part = |key| members.get(key).map_or(Some(Rate::ZERO), |at| at.rate());
    let (self_paid, advance) = (part("self_paid"), part("advance"));
    if let (Some(at), Some(a), Some(b)) = (members.get("self_paid"), self_paid, advance)
        && a.plus(b) > Rate::ONE
    {
        at.note(Code::OutOfScopeAboveBill, &[]);
    }
    let answers = members.get("facts").map_or(Some(Vec::new()), |at| answers(&at, Holder::Expense, book));
    let (service, times, levels) = (service?, times?, levels?);
    Some(Care { service, times, levels, self_paid: self_paid?, advance: advance?, answers: answers? })
}

/// `{"0": "0.85", "1": "0.15"}`: how often in a year, by share of the people.
fn times(node: &Node) -> Option<Shares<i64>> {
    let parts = node.each_entry(&|name, at| {
        let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        match name.parse::<i64>() {
            Ok(times) if is_number && times <= MOST_TIMES => Some((at.rate()?, times)),
            _ => at.refuse(Code::OutOfRange, &[("min", "0"), ("max", &MOST_TIMES.to_string())]),
        }
    })?;
    Shares::of(node, parts)
}

fn levels(node: &Node) -> Option<Shares<(String, Quantiles)>> {
    let known = names(LEVEL, None);
    let choices: Vec<&str> = known.iter().map(String::as_str).collect();
    let parts = node.each(&|item| {
        let members = item.members(&["level", "share", "bill"])?;
        let level = members.need("level").and_then(|at| at.choice(&choices));
        let share = members.need("share").and_then(|at| at.rate());
        let bill = members.need("bill").and_then(|at| Quantiles::read(&at));
        let level = level.and_then(|place| known.get(place))?;
        Some((share?, (level.clone(), bill?)))
    })?;
    Shares::of(node, parts)
}

/// What the description itself draws cannot be answered a second time.
const DRAWN: [&str; 8] =
    ["scheme", "birth_date", "age", "hardship", "enrolled_and_paid_on", "facility_level", "self_paid", "advance"];

/// `{"days": [{"value": 8, "share": "1"}]}`
fn answers(node: &Node, holder: Holder, book: Option<&Book>) -> Option<Vec<Answers>> {
    node.each_entry(&|name, at| {
        let fact = fact(name, at, holder)?;
        let parts = at.each(&|item| {
            let members = item.members(&["value", "share"])?;
            let value = members.need("value").filter(|value| is_answer(value, fact, book));
            let share = members.need("share").and_then(|at| at.rate());
            Some((share?, value?.json.owned()))
        })?;
        Some((fact, Shares::of(at, parts)?))
    })
}

fn fact(name: &str, at: &Node, holder: Holder) -> Option<Fact> {
    let Some(fact) = Fact::named(name).filter(|_| !DRAWN.contains(&name) && name != Fact::service().id()) else {
        return at.refuse(Code::UnknownFact, &[("fact", name)]);
    };
    if fact.spec().of == holder {
        return Some(fact);
    }
    let of = if holder == Holder::Person { Holder::Expense } else { Holder::Person };
    at.refuse(Code::MisplacedFact, &[("fact", name), ("of", of.name())])
}
