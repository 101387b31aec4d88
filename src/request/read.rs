//! Reads a request's text.

use super::checks::check;
use super::draft::{Draft, DraftExpense, Total};
use super::facts::facts;
use super::items::{Around, items};
use super::stay::first_parts;
use super::year::{Years, years};
use super::{Facts, MAX_EXPENSES, Request, Settled, in_order};
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Members, Node, Problems, json_tree, repeats};
use crate::json::{Json, ReadJson};
use crate::option_set::OptionIndex;
use crate::ordered::{Map, map, sorted};
use crate::policy::book::Book;
use crate::policy::catalogue::Catalogue;
use crate::policy::quantity;
use crate::quantity::Quantity;
use crate::vocabulary::{Fund, Holder, Service};
use std::sync::Arc;

const REQUEST_KEYS: [&str; 7] = ["region", "asked_on", "facts", "expenses", "year_to_date", "entered", "readings"];
const EXPENSE_KEYS: [&str; 8] = ["id", "service", "date", "total", "facts", "items", "same_stay_as", "settled"];

/// Reads a request. `unreadable` are JSON pointers of members that the caller's language could not write as JSON
/// (`NaN`, a cycle, …); they hold `null` in the text.
///
/// # Errors
/// Every problem.
pub fn read(text: &str, unreadable: &[String], catalogue: &Catalogue) -> Result<Request, Vec<Problem>> {
    let problems = Problems::default();
    let request = json_tree(text, &problems).and_then(|json| request(&json, &problems, catalogue));
    let mut found = problems.into_vec();
    // One place has one problem: what could not be written at all is not also missing or of the wrong kind.
    let places = sorted(unreadable.to_vec(), &Ord::cmp);
    found.retain(|problem| places.binary_search(&problem.path).is_err());
    found.extend(unreadable.iter().map(|path| Problem::new(Code::Unreadable, path.as_str(), &[])));
    match request {
        Some(request) if found.is_empty() => Ok(request),
        _ => Err(found),
    }
}

/// Reads a request that is a tree already.
///
/// # Errors
/// Every problem.
pub fn read_tree(json: &Json, catalogue: &Catalogue) -> Result<Request, Vec<Problem>> {
    let problems = Problems::default();
    match request(&json.lent(), &problems, catalogue) {
        Some(request) if problems.count() == 0 => Ok(request),
        _ => Err(problems.into_vec()),
    }
}

fn request(json: &ReadJson, problems: &Problems, catalogue: &Catalogue) -> Option<Request> {
    let node = Node::root(json, problems);
    let members = node.members(&REQUEST_KEYS)?;
    let book = members.need("region").and_then(|at| region(&at, catalogue));
    let asked_on = members.need("asked_on").and_then(|at| at.date());
    let person = facts(members.get("facts"), Holder::Person, book.as_deref());
    let expenses = members.get("expenses").map_or(Vec::new(), |at| expenses(&at, book.as_deref(), &person));
    let draft = Draft { asked_on, facts: person, expenses, book };
    // What belongs to a region can only be checked once the region is known; everything else is checked without it.
    let in_region = draft.book.as_deref().map(|book| InRegion { book });
    let years = members.get("year_to_date").map(|at| years(&at, draft.book.as_deref())).unwrap_or_default();
    let entered = in_region.as_ref().map(|r| r.entered(members.get("entered"))).unwrap_or_default();
    let readings = in_region.as_ref().map(|r| r.readings(members.get("readings"))).unwrap_or_default();
    if draft.book.is_none() {
        shapes_only(&members);
    }
    check(&draft, problems);
    let expenses = draft.expenses.into_iter().map(DraftExpense::finish).collect::<Option<Vec<_>>>()?;
    let (book, asked_on) = (draft.book?, draft.asked_on?);
    let Years { year_to_date, counters } = years;
    let stays = first_parts(&expenses, &in_order(&expenses));
    Some(Request { book, asked_on, facts: draft.facts, expenses, stays, year_to_date, counters, entered, readings })
}

/// Without a region, at least the forms of what belongs to it.
fn shapes_only(members: &Members) {
    for key in ["entered", "readings"] {
        for (_, at) in members.get(key).and_then(|at| at.entries()).unwrap_or_default() {
            let _ = at.string();
        }
    }
}

fn region(node: &Node, catalogue: &Catalogue) -> Option<Arc<Book>> {
    let code = node.string()?;
    match catalogue.look_up(code).book_or_problem(&node.path(), code) {
        Ok(book) => Some(book),
        Err(problem) => {
            node.problems().push(problem);
            None
        }
    }
}

fn expenses<'n>(node: &Node<'n>, book: Option<&Book>, person: &Facts) -> Vec<DraftExpense<'n>> {
    let items = node.items().unwrap_or_default();
    if items.len() > MAX_EXPENSES {
        node.note(Code::TooManyExpenses, &[("max", &MAX_EXPENSES.to_string())]);
    }
    let ids = items.iter().map(|item| item.text_of("id")).collect::<Vec<_>>();
    items
        .iter()
        .zip(repeats(&ids))
        .filter_map(|(item, is_repeated)| expense(item, is_repeated, (book, person)))
        .collect()
}

fn expense<'n>(
    node: &Node<'n>,
    is_repeated: bool,
    (book, person): (Option<&Book>, &Facts),
) -> Option<DraftExpense<'n>> {
    let members = node.members(&EXPENSE_KEYS)?;
    let id_at = members.need("id");
    let id = id_at.as_ref().and_then(|at| at.name());
    if let (Some(id), Some(at)) = (id, &id_at)
        && is_repeated
    {
        at.note(Code::RepeatedId, &[("id", id)]);
    }
    let services = Service::ALL.map(|service| (service.name(), service));
    let service = members.need("service").and_then(|at| at.one_of(&services));
    let date = members.need("date").and_then(|at| at.date());
    let total_at = members.get("total");
    let facts = facts(members.get("facts"), Holder::Expense, book);
    let around = Around { book, person, expense: &facts, service, day: date };
    let parts = members.get("items").map(|at| items(&at, &around));
    Some(DraftExpense {
        at: *node,
        id: id.map(str::to_owned),
        service,
        date,
        total: total_at.map_or(Total::Absent, |at| at.money().map_or(Total::Faulty, Total::Of)),
        facts,
        parts,
        same_stay_as: members.get("same_stay_as").and_then(|at| at.string()).map(str::to_owned),
        settled: members.get("settled").map_or(Settled::default(), |at| settled(&at)),
    })
}

fn settled(node: &Node) -> Settled {
    let members = node.members(&Fund::ALL.map(Fund::name));
    Fund::ALL.map(|fund| members.as_ref().and_then(|m| m.get(fund.name())).and_then(|at| at.money()))
}

struct InRegion<'a> {
    book: &'a Book,
}

impl InRegion<'_> {
    fn entered(&self, node: Option<Node>) -> Map<usize, Quantity> {
        let entries = node.and_then(|node| node.entries()).unwrap_or_default();
        let ids: Vec<&str> = entries.iter().map(|(id, _)| *id).collect();
        let entered = entries.iter().filter_map(|(id, at)| {
            let found = self.value(id, at)?;
            self.refuse_second_way(found.0, &ids, at);
            Some(found)
        });
        map(entered)
    }

    /// What a value takes the place of may not be entered beside it.
    fn refuse_second_way(&self, place: usize, ids: &[&str], node: &Node) {
        let Some((p, value, _, row)) = self.book.row(place) else { return };
        let Some(other) = &value.instead_of else { return };
        let other = format!("{}/{other}", self.book.programme(p).id);
        let is_of_other = |id: &&&str| **id == other || id.strip_prefix(&other).is_some_and(|key| key.starts_with('@'));
        if let Some(other) = ids.iter().find(is_of_other) {
            node.note(Code::EnteredTwice, &[("value", &row.id), ("other", other)]);
        }
    }

    fn value(&self, id: &str, node: &Node) -> Option<(usize, Quantity)> {
        let rows = (0..self.book.row_count()).filter_map(|place| Some((place, self.book.row(place)?)));
        let Some((place, (_, value, _, row))) = rows.into_iter().find(|(_, (.., row))| row.id == id) else {
            return node.refuse(Code::UnknownValue, &[("value", id)]);
        };
        if !row.enterable {
            return node.refuse(Code::PublishedValue, &[("value", id)]);
        }
        Some((place, quantity(node, value.unit)?))
    }

    fn readings(&self, node: Option<Node>) -> Map<usize, OptionIndex> {
        let entries = node.and_then(|node| node.entries()).unwrap_or_default();
        map(entries.iter().filter_map(|(id, at)| self.reading(id, at)))
    }

    fn reading(&self, id: &str, node: &Node) -> Option<(usize, OptionIndex)> {
        let readings = (0..self.book.reading_count()).filter_map(|place| Some((place, self.book.reading(place)?.1)));
        let Some((place, reading)) = readings.into_iter().find(|(_, reading)| reading.text.id == id) else {
            return node.refuse(Code::UnknownReading, &[("reading", id)]);
        };
        let names = reading.options.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        Some((place, OptionIndex::new(node.choice(&names)?)?))
    }
}
