//! Stays that are billed in several parts: which expenses are one stay, and what cannot be one.

use super::draft::DraftExpense;
use super::{Expense, FactValue, Given};
use crate::calendar::Date;
use crate::json::problem::{Code, pointer};
use crate::json::reader::Problems;
use crate::ordered::{Map, map, sorted};
use crate::quantity::Quantity;
use crate::vocabulary::Fact;

/// The most days between the first part of a stay and the last.
const MOST_DAYS: i64 = 366;

/// Where each link leads; none where it leads nowhere.
type Links = Vec<Option<usize>>;

/// For each expense, the place of the first part of its stay, in order of settlement.
pub(super) fn first_parts(expenses: &[Expense], order: &[usize]) -> Vec<usize> {
    // Most stays have one part.
    if expenses.iter().all(|expense| expense.same_stay_as.is_none()) {
        return (0..expenses.len()).collect();
    }
    let ids: Vec<&str> = expenses.iter().map(|expense| expense.id.as_str()).collect();
    let links = links(&ids, expenses.iter().map(|expense| expense.same_stay_as.as_deref()));
    let roots: Vec<usize> = (0..expenses.len()).map(|place| end_of(&links, place).unwrap_or(place)).collect();
    let mut first = Map::default();
    for &place in order {
        if let Some(root) = roots.get(place) {
            first.entry(*root).or_insert(place);
        }
    }
    roots.iter().enumerate().map(|(place, root)| first.get(root).copied().unwrap_or(place)).collect()
}

fn links<'a>(ids: &[&str], named: impl Iterator<Item = Option<&'a str>>) -> Links {
    let places = map(ids.iter().enumerate().map(|(place, id)| (*id, place)));
    named.map(|id| places.get(&id?).copied()).collect()
}

/// Where the links from a place end; none where they go round in a circle.
fn end_of(links: &Links, place: usize) -> Option<usize> {
    let mut at = place;
    for _ in links {
        match links.get(at).copied().flatten() {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    links.get(at).copied().flatten().is_none().then_some(at)
}

/// Whether the links from a place come back to it.
fn comes_back(links: &Links, place: usize) -> bool {
    let next = |at: &usize| links.get(*at).copied().flatten();
    std::iter::successors(next(&place), next).take(links.len()).any(|at| at == place)
}

/// Notes every link that cannot be.
pub(super) fn check(expenses: &[DraftExpense], problems: &Problems) {
    if expenses.iter().all(|expense| expense.same_stay_as.is_none()) {
        return;
    }
    let ids: Vec<&str> = expenses.iter().map(|expense| expense.id.as_deref().unwrap_or_default()).collect();
    let links = links(&ids, expenses.iter().map(|expense| expense.same_stay_as.as_deref()));
    let stays = Stays { expenses, links, problems };
    for (place, expense) in expenses.iter().enumerate() {
        if let Some(id) = &expense.same_stay_as {
            stays.check_link(place, id);
        }
    }
    stays.check_whole();
}

struct Stays<'a> {
    expenses: &'a [DraftExpense<'a>],
    links: Links,
    problems: &'a Problems,
}

impl Stays<'_> {
    fn note(&self, place: usize, code: Code, args: &[(&'static str, &str)]) {
        if let Some(expense) = self.expenses.get(place) {
            self.problems.add(code, &pointer(&expense.at.path(), "same_stay_as"), args);
        }
    }

    fn check_link(&self, place: usize, id: &str) {
        let Some(other) = self.links.get(place).copied().flatten() else {
            return self.note(place, Code::NoSuchExpense, &[("id", id)]);
        };
        if comes_back(&self.links, place) {
            return self.note(place, Code::StayInCircle, &[]);
        }
        let service = |place: usize| self.expenses.get(place).and_then(|expense| expense.service);
        if service(place).zip(service(other)).is_some_and(|(a, b)| a != b) {
            self.note(place, Code::StayOfOtherService, &[("id", id)]);
        }
    }

    /// What only shows in a whole stay: one number of admission, and not longer than a year.
    fn check_whole(&self) {
        let ends = (0..self.expenses.len()).filter_map(|place| Some((end_of(&self.links, place)?, place)));
        let mut stays: Map<usize, Vec<usize>> = Map::default();
        for (end, place) in ends {
            stays.entry(end).or_default().push(place);
        }
        for parts in stays.values().filter(|parts| parts.len() > 1) {
            self.check_admission(parts);
            self.check_length(parts);
        }
    }

    fn check_admission(&self, parts: &[usize]) {
        let given = parts
            .iter()
            .filter_map(|place| Some((*place, admission(&self.expenses.get(*place)?.facts.given(Fact::admission()))?)));
        let given: Vec<(usize, i64)> = given.collect();
        let Some((first, number)) = given.first().copied() else { return };
        for (place, _) in given.iter().filter(|(_, other)| *other != number) {
            self.note(self.linked(*place, first), Code::StayWithTwoNumbers, &[]);
        }
    }

    fn check_length(&self, parts: &[usize]) {
        let dated = parts.iter().filter_map(|place| Some((self.expenses.get(*place)?.date?, *place)));
        let dated = sorted(dated.collect::<Vec<(Date, usize)>>(), &Ord::cmp);
        let (Some((from, first)), Some((to, last))) = (dated.first(), dated.last()) else { return };
        if from.days_to(*to) > MOST_DAYS {
            self.note(self.linked(*last, *first), Code::StayTooLong, &[("max", &MOST_DAYS.to_string())]);
        }
    }

    /// The place that has a link: one part of a stay has none.
    fn linked(&self, place: usize, other: usize) -> usize {
        if self.links.get(place).copied().flatten().is_some() { place } else { other }
    }
}

fn admission(given: &Given) -> Option<i64> {
    match given {
        Given::Value(FactValue::Quantity(Quantity::Count(count))) => Some(*count),
        _ => None,
    }
}
