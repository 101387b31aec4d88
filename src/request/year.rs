//! What the years held before the listed expenses.

use super::{CounterRef, YearToDate};
use crate::calendar::{Date, YearStart};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::Money;
use crate::ordered::{Map, Set};
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::step::{Apart, Counter, Counts, Per, Slot, Window};
use crate::quantity::Quantity;

const YEAR_KEYS: [&str; 6] = ["paid", "in_scope", "personal_share", "deductible_used", "admissions", "counters"];

/// How many uses may be counted.
const MOST_USES: i64 = 9999;

/// Everything that a request says of them.
#[derive(Default)]
pub(super) struct Years {
    pub year_to_date: Map<i64, YearToDate>,
    pub counters: Map<(CounterRef, Slot), Quantity>,
}

/// Reads it. What belongs to a region is only checked where the region is known.
pub(super) fn years(node: &Node, book: Option<&Book>) -> Years {
    let mut years = Years::default();
    for (key, at) in node.entries().unwrap_or_default() {
        let number = key.parse::<i64>().ok().filter(|year| key.len() == 4 && (1900..=2999).contains(year));
        let Some(number) = number else {
            at.note(Code::MalformedYear, &[("key", key)]);
            continue;
        };
        let held = year(&at, number, book, &mut years.counters).unwrap_or_default();
        years.year_to_date.insert(number, held);
    }
    years
}

fn year(
    node: &Node,
    number: i64,
    book: Option<&Book>,
    counters: &mut Map<(CounterRef, Slot), Quantity>,
) -> Option<YearToDate> {
    let members = node.members(&YEAR_KEYS)?;
    let money = |key| members.get(key).and_then(|at| at.money()).unwrap_or_default();
    for (name, at) in members.entries_of("counters") {
        let Some(book) = book else { continue };
        if let Some((counter, amount)) = counter(name, &at, number, book)
            && counters.insert(counter, amount).is_some()
        {
            at.note(Code::RepeatedMember, &[("value", name)]);
        }
    }
    if let Some(book) = book {
        say_apart(&members, number, book, counters);
    }
    let mut paid = Map::default();
    for (p, _, amount) in by_programme(members.get("paid"), book) {
        paid.insert(p.place(), amount);
    }
    Some(YearToDate {
        paid,
        in_scope: money("in_scope"),
        personal_share: money("personal_share"),
        deductible_used: deductibles(members.get("deductible_used"), book),
        admissions: members.get("admissions").and_then(|at| at.whole_number(0, 366)).unwrap_or_default(),
    })
}

/// Where a year counts options apart, a sum over all of them says nothing of each.
fn say_apart(members: &Members, number: i64, book: &Book, given: &Map<(CounterRef, Slot), Quantity>) {
    // Several steps may ask one counter.
    let mut said: Set<String> = Set::default();
    for (file, name, counter) in book.yearly_apart() {
        let id = counter.id;
        let is_of =
            |at: &CounterRef, slot: &Slot| at.file == file && at.id == id && slot.window == Window::Year(number);
        let key = match counter.counts {
            Counts::Paid => "paid",
            Counts::Borne => "deductible_used",
            Counts::Eligible => "in_scope",
            _ => continue,
        };
        let Some(at) = members.get(key).filter(|_| !given.keys().any(|(at, slot)| is_of(at, slot))) else { continue };
        let says = |programme: &str| book.named(programme).is_some_and(|p| book.counts_programme(file, counter, p));
        let of_it = match at.json {
            Json::Object(_) => {
                members.entries_of(key).into_iter().find(|(programme, _)| says(programme)).map(|(_, at)| at)
            }
            _ => Some(at),
        };
        let mut is_new = |at: &Node| said.insert(at.path());
        if let (Some(at), Some(fact)) = (of_it.filter(|at| is_new(at)), counter.apart) {
            at.note(Code::CountedApart, &[("fact", fact.id()), ("counter", name)]);
        }
    }
}

/// Amounts by programme.
fn by_programme<'n>(node: Option<Node<'n>>, book: Option<&Book>) -> Vec<(ProgrammeIx, Node<'n>, Money)> {
    let mut amounts = Vec::new();
    for (id, at) in node.and_then(|node| node.entries()).unwrap_or_default() {
        let amount = at.money();
        let Some(book) = book else { continue };
        match (book.named(id), amount) {
            (Some(p), Some(amount)) => amounts.push((p, at, amount)),
            (None, _) => at.note(Code::UnknownProgramme, &[("programme", id)]),
            (Some(_), None) => {}
        }
    }
    amounts
}

/// What was borne of each programme's yearly deductible, which must be one.
fn deductibles(node: Option<Node>, book: Option<&Book>) -> Map<(usize, usize), Money> {
    let mut used = Map::default();
    let Some(book) = book else {
        by_programme(node, None);
        return used;
    };
    for (p, at, amount) in by_programme(node, Some(book)) {
        let yearly = book.programme(p).yearly_deductibles();
        match yearly.as_slice() {
            [] => {}
            [(step, _)] => {
                used.insert((p.place(), *step), amount);
            }
            _ => at.note(Code::SeveralDeductibles, &[("programme", &book.programme(p).id)]),
        }
    }
    used
}

/// `"<programme>/<counter>"`, with `@2025-Q1` or `@2025-01` where it counts in a quarter or a month, and before that with `@` and
/// the option where options are counted apart.
fn counter(name: &str, node: &Node, year: i64, book: &Book) -> Option<((CounterRef, Slot), Quantity)> {
    let (id, rest) = name.split_once('@').map_or((name, None), |(id, rest)| (id, Some(rest)));
    let Some((file, counter)) = book.counter(id) else {
        return node.refuse(Code::UnknownCounter, &[("counter", id)]);
    };
    let amount = amount(node, counter)?;
    let slot = apart(counter, rest, book).and_then(|(apart, time)| {
        let window = window(counter.per, time, year, book.year_start)?;
        Some(Slot { window, apart })
    });
    let Some(slot) = slot else {
        let written = written(counter);
        return node.refuse(Code::OtherPeriod, &[("counter", id), ("written", &written)]);
    };
    Some(((CounterRef { file, id: counter.id }, slot), amount))
}

/// The option that a suffix names where options are counted apart, and what of it names the time.
fn apart<'n>(counter: &Counter, rest: Option<&'n str>, book: &Book) -> Option<(Apart, Option<&'n str>)> {
    let Some(fact) = counter.apart else { return Some((None, rest)) };
    let rest = rest?;
    let (option, time) = rest.split_once('@').map_or((rest, None), |(option, time)| (option, Some(time)));
    let list = book.options(fact)?;
    let option = list.index(list.named(option)?.id)?;
    Some((Some((fact, option)), time))
}

fn amount(node: &Node, counter: &Counter) -> Option<Quantity> {
    match counter.counts {
        Counts::Uses => node.whole_number(0, MOST_USES).map(Quantity::Count),
        _ => node.money().map(Quantity::Money),
    }
}

/// The window that a suffix names, which must begin or end in the insurance year under which it stands.
fn window(per: Per, time: Option<&str>, year: i64, start: YearStart) -> Option<Window> {
    let first_of = |text: &str| Date::parse(&format!("{text}-01")).ok();
    let (first, days) = match (per, time) {
        (Per::Year, None) => return Some(Window::Year(year)),
        (Per::Day, Some(text)) => (Date::parse(text).ok()?, 0),
        (Per::Month, Some(text)) => (first_of(text)?, 27),
        (Per::Quarter, Some(text)) => (first_of(&first_month(text)?)?, 88),
        _ => return None,
    };
    let is_within = [first, first.plus_days(days)].map(|day| start.year_of(day)).contains(&year);
    // Neither window counts anything of the year or of a stay: those do not matter here.
    is_within.then(|| per.window(first, year, 0))
}

/// `"2025-04"` of `"2025-Q2"`.
fn first_month(quarter: &str) -> Option<String> {
    let (year, quarter) = quarter.split_once("-Q")?;
    let month = [("1", "01"), ("2", "04"), ("3", "07"), ("4", "10")].iter().find(|(number, _)| *number == quarter)?.1;
    Some([year, "-", month].concat())
}

fn written(counter: &Counter) -> String {
    let time = match counter.per {
        Per::Year => "without a time, under its insurance year",
        Per::Quarter => "with @2025-Q1, the quarter, under its insurance year",
        Per::Month => "with @2025-01, the month, under its insurance year",
        Per::Day => "with @2025-01-31, the day, under its insurance year",
        Per::Expense | Per::Stay => "nowhere: it begins anew with every expense or stay",
    };
    match counter.apart {
        Some(fact) => format!("with @ and an option of {}, then {time}", fact.id()),
        None => time.replace("a time", "@"),
    }
}
