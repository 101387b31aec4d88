//! Whether tests can hold together: they are tried on every answer that makes a difference to them.
//!
//! Of a number only what lies beside a limit matters, of a set only which tests name a member. The answers are combined;
//! where there are too many combinations, nothing is said.

use crate::calendar::Span;
use crate::policy::{AgeOn, Leaf, Programme, SetMembers, Test};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, FactKind, OptionId, OptionList};

/// So many combinations are tried.
const MOST: usize = 60_000;

/// What can become of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// All of them hold, or may hold, for some answer.
    pub may_hold: bool,
    /// One of them fails for some answer.
    pub may_fail: bool,
}

/// A test with the programme whose values and readings it reads.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The programme.
    pub of: &'a Programme,
    /// The test.
    pub test: &'a Test,
}

/// Something that a test reads.
#[derive(Clone, Debug, PartialEq)]
enum Question {
    Fact(Fact),
    /// Days since birth.
    Age,
    Enrolled(Span),
    Value(String),
    Entered(String),
    Reading(String),
    /// A test that stands for itself, as its text.
    Other(String),
}

/// What is answered.
#[derive(Clone, Debug, PartialEq)]
enum Given {
    Option(OptionId),
    Set(Vec<OptionId>),
    Number(i64),
}

impl Given {
    fn as_set(&self) -> Option<&[OptionId]> {
        if let Given::Set(ids) = self { Some(ids) } else { None }
    }
}

type Answers = Vec<(Question, Vec<Given>)>;

/// What can become of these tests together; none where it cannot be tried out.
#[must_use]
pub fn outcome(tests: &[Asked], options: &dyn Fn(Fact) -> Option<OptionList>) -> Option<Outcome> {
    let mut answers = Answers::new();
    for asked in tests {
        collect(asked, asked.test, options, &mut answers);
    }
    make_sets(&mut answers, options);
    let combinations = answers.iter().try_fold(1usize, |all, (_, given)| all.checked_mul(given.len()))?;
    if combinations > MOST {
        return None;
    }
    let mut outcome = Outcome { may_hold: false, may_fail: false };
    for number in 0..combinations {
        let chosen = combination(&answers, number);
        let fails = tests.iter().any(|asked| holds(asked, asked.test, &chosen) == Some(false));
        if fails {
            outcome.may_fail = true
        } else {
            outcome.may_hold = true
        }
        if outcome.may_hold && outcome.may_fail {
            break;
        }
    }
    Some(outcome)
}

type Chosen<'a> = Vec<(&'a Question, &'a Given)>;

/// The combination of a number.
fn combination(answers: &Answers, number: usize) -> Chosen<'_> {
    let mut rest = number;
    let mut chosen = Vec::new();
    for (question, given) in answers {
        let length = given.len().max(1);
        let place = rest.checked_rem(length).unwrap_or_default();
        rest = rest.checked_div(length).unwrap_or_default();
        chosen.extend(given.get(place).map(|given| (question, given)));
    }
    chosen
}

fn collect(asked: &Asked, test: &Test, options: &dyn Fn(Fact) -> Option<OptionList>, answers: &mut Answers) {
    match test {
        Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| collect(asked, test, options, answers)),
        Test::ByReading(reading, tests) => {
            add(answers, question_of_reading(asked, *reading), numbers(0..tests.len()));
            tests.iter().for_each(|test| collect(asked, test, options, answers));
        }
        Test::Not(inner) => collect(asked, inner, options, answers),
        Test::Is(fact, _) => add(answers, Question::Fact(*fact), choices(*fact, options)),
        Test::HasAny { fact, members, .. } => add(answers, Question::Fact(*fact), vec![named(members)]),
        Test::AtLeast(fact, least) => {
            let (low, high) = bounds(*fact);
            let beside = [low, high, *least, least.saturating_sub(1)].map(|n| n.clamp(low, high));
            add(answers, Question::Fact(*fact), beside.map(Given::Number).to_vec());
        }
        Test::AgeUnder(years, AgeOn::Day) => add(answers, Question::Age, ages(*years)),
        Test::DaysOldAtMost(days) => {
            add(answers, Question::Age, [0, *days, days.saturating_add(1)].map(Given::Number).to_vec());
        }
        Test::EnrolledWithin(span) => add(answers, Question::Enrolled(*span), numbers(0..2)),
        Test::ValueIs(value, _) => add(answers, question_of_value(asked, *value), yes_no_values(asked.of, *value)),
        Test::Entered(value, row) => {
            add(answers, Question::Entered(format!("{}/{value}/{row}", asked.of.id)), numbers(0..2))
        }
        Test::UsesAtLeast(..) | Test::Covered | Test::AgeUnder(..) => add(answers, opaque(test), numbers(0..2)),
    }
}

/// Adds answers to those that are there.
fn add(answers: &mut Answers, question: Question, given: Vec<Given>) {
    let place = answers.iter().position(|(other, _)| *other == question).unwrap_or_else(|| {
        answers.push((question, Vec::new()));
        answers.len().saturating_sub(1)
    });
    let Some((_, there)) = answers.get_mut(place) else { return };
    for one in given {
        if !there.contains(&one) {
            there.push(one);
        }
    }
}

fn numbers(range: std::ops::Range<usize>) -> Vec<Given> {
    range.map(|n| Given::Number(i64::try_from(n).unwrap_or_default())).collect()
}

fn bounds(fact: Fact) -> (i64, i64) {
    if let FactKind::WholeNumber(min, max) = fact.spec().kind { (min, max) } else { (0, 0) }
}

/// The last day before an age and its first day, and the ends of a life.
fn ages(years: i64) -> Vec<Given> {
    let first_day = |years: i64| years.saturating_mul(366);
    let last_day = first_day(years).saturating_sub(366).saturating_add(364);
    [0, last_day.max(0), first_day(years), first_day(110)].map(Given::Number).to_vec()
}

fn choices(fact: Fact, options: &dyn Fn(Fact) -> Option<OptionList>) -> Vec<Given> {
    let list = options(fact);
    let ids = list.iter().flat_map(OptionList::iter).map(|option| Given::Option(option.id));
    ids.collect()
}

/// What a test names of a set.
fn named(members: &SetMembers) -> Given {
    Given::Set(if let SetMembers::These(ids) = members { ids.clone() } else { Vec::new() })
}

/// Makes what the tests name of a set into the sets that they tell apart. That takes all tests: of the members that the same
/// ones name, one stands for all.
fn make_sets(answers: &mut Answers, options: &dyn Fn(Fact) -> Option<OptionList>) {
    for (question, given) in answers {
        let Question::Fact(fact) = question else { continue };
        let lists: Vec<&[OptionId]> = given.iter().filter_map(Given::as_set).collect();
        if !lists.is_empty() {
            *given = sets(&lists, &options(*fact).unwrap_or_default()).into_iter().map(Given::Set).collect();
        }
    }
}

fn sets(lists: &[&[OptionId]], all: &OptionList) -> Vec<Vec<OptionId>> {
    let members = lists.concat().into_iter().chain(all.iter().map(|option| option.id));
    let mut kinds: Vec<(Vec<bool>, OptionId)> = Vec::new();
    for id in members {
        let kind = lists.iter().map(|list| list.contains(&id)).collect();
        if !kinds.iter().any(|(other, _)| *other == kind) {
            kinds.push((kind, id));
        }
    }
    let mut sets = vec![Vec::new()];
    for (_, id) in kinds {
        // They are too many to be tried.
        if sets.len() > MOST {
            break;
        }
        let with: Vec<_> = sets.iter().map(|set| [set.as_slice(), &[id]].concat()).collect();
        sets.extend(with);
    }
    sets
}

fn question_of_reading(asked: &Asked, reading: usize) -> Question {
    Question::Reading(format!("{}/{reading}", asked.of.id))
}

fn question_of_value(asked: &Asked, value: usize) -> Question {
    Question::Value(format!("{}/{value}", asked.of.id))
}

/// A test that reads a counter, or an age of another day, stands for itself.
fn opaque(test: &Test) -> Question {
    Question::Other(format!("{test:?}"))
}

/// What a yes/no value is published to be; both where it is not.
fn yes_no_values(programme: &Programme, value: usize) -> Vec<Given> {
    let mut published = Vec::new();
    let versions = programme.values.get(value).map_or(&[][..], |value| &value.versions);
    for version in versions {
        version.tree.each_leaf(&mut |_, leaf| match leaf {
            Leaf::Published(Quantity::YesNo(yes)) => published.push(Given::Number(i64::from(*yes))),
            _ => published.extend(numbers(0..2)),
        });
    }
    published.dedup();
    published
}

/// Whether a test holds; none where it is unknown.
fn holds(asked: &Asked, test: &Test, chosen: &Chosen) -> Option<bool> {
    let number = |question: &Question| match given(chosen, question) {
        Some(Given::Number(number)) => Some(*number),
        _ => None,
    };
    let yes = |question: &Question| number(question).map(|number| number == 1);
    match test {
        Test::All(tests) => all(tests.iter().map(|test| holds(asked, test, chosen))),
        Test::Any(tests) => {
            all(tests.iter().map(|test| holds(asked, test, chosen).map(|holds| !holds))).map(|all| !all)
        }
        Test::Not(inner) => holds(asked, inner, chosen).map(|holds| !holds),
        Test::Is(fact, ids) => match given(chosen, &Question::Fact(*fact))? {
            Given::Option(id) => Some(ids.contains(id)),
            _ => None,
        },
        Test::HasAny { fact, members, list_is_open } => has_any(chosen, *fact, members, *list_is_open),
        Test::AtLeast(fact, least) => number(&Question::Fact(*fact)).map(|number| number >= *least),
        Test::AgeUnder(years, AgeOn::Day) => number(&Question::Age).map(|days| days < years.saturating_mul(366)),
        Test::DaysOldAtMost(most) => number(&Question::Age).map(|days| days <= *most),
        Test::EnrolledWithin(span) => yes(&Question::Enrolled(*span)),
        Test::ValueIs(value, wanted) => yes(&question_of_value(asked, *value)).map(|yes| yes == *wanted),
        Test::Entered(value, row) => yes(&Question::Entered(format!("{}/{value}/{row}", asked.of.id))),
        Test::ByReading(reading, tests) => {
            let option = usize::try_from(number(&question_of_reading(asked, *reading))?).ok()?;
            holds(asked, tests.get(option)?, chosen)
        }
        Test::UsesAtLeast(..) | Test::Covered | Test::AgeUnder(..) => yes(&opaque(test)),
    }
}

fn given<'a>(chosen: &Chosen<'a>, question: &Question) -> Option<&'a Given> {
    chosen.iter().find(|(other, _)| *other == question).map(|(_, given)| *given)
}

fn has_any(chosen: &Chosen, fact: Fact, members: &SetMembers, list_is_open: bool) -> Option<bool> {
    let set = given(chosen, &Question::Fact(fact))?.as_set()?;
    match members {
        SetMembers::Any => Some(!set.is_empty()),
        SetMembers::These(ids) if set.iter().any(|id| ids.contains(id)) => Some(true),
        SetMembers::These(_) if list_is_open && !set.is_empty() => None,
        SetMembers::These(_) => Some(false),
    }
}

/// All hold; unknown where one is and none fails.
fn all(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for truth in truths {
        match truth {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}
