//! What the years held before the listed expenses.

use super::{CounterRef, YearToDate};
use crate::calendar::{Date, YearStart};
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::money::Money;
use crate::ordered::Map;
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::step::{Counter, Counts, Per, Span};
use crate::quantity::Quantity;

const YEAR_KEYS: [&str; 6] = ["paid", "in_scope", "personal_share", "deductible_used", "admissions", "counters"];

/// How many uses may be counted.
const MOST_USES: i64 = 9999;

/// Everything that a request says of them.
#[derive(Default)]
pub(super) struct Years {
    pub year_to_date: Map<i64, YearToDate>,
    pub counters: Map<(CounterRef, Span), Quantity>,
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
    counters: &mut Map<(CounterRef, Span), Quantity>,
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

/// `"<programme>/<counter>"`, with `@2025-Q1` or `@2025-01` where it counts in a quarter or a month.
fn counter(name: &str, node: &Node, year: i64, book: &Book) -> Option<((CounterRef, Span), Quantity)> {
    let (id, time) = name.split_once('@').map_or((name, None), |(id, time)| (id, Some(time)));
    let Some((file, counter)) = book.counter(id) else {
        return node.refuse(Code::UnknownCounter, &[("counter", id)]);
    };
    let amount = amount(node, counter)?;
    let Some(span) = span(counter.per, time, year, book.year_start) else {
        let written = written(counter.per);
        return node.refuse(Code::OtherPeriod, &[("counter", id), ("written", written)]);
    };
    Some(((CounterRef { file, id: counter.id }, span), amount))
}

fn amount(node: &Node, counter: &Counter) -> Option<Quantity> {
    match counter.counts {
        Counts::Uses => node.whole_number(0, MOST_USES).map(Quantity::Count),
        _ => node.money().map(Quantity::Money),
    }
}

/// The span that a suffix names, which must begin or end in the insurance year under which it stands.
fn span(per: Per, time: Option<&str>, year: i64, start: YearStart) -> Option<Span> {
    let first_of = |text: &str| Date::parse(&format!("{text}-01")).ok();
    let (first, days) = match (per, time) {
        (Per::Year, None) => return Some(Span::Year(year)),
        (Per::Month, Some(text)) => (first_of(text)?, 27),
        (Per::Quarter, Some(text)) => (first_of(&first_month(text)?)?, 88),
        _ => return None,
    };
    let is_within = [first, first.plus_days(days)].map(|day| start.year_of(day)).contains(&year);
    // Neither stretch counts anything of the year or of a stay: those do not matter here.
    is_within.then(|| per.span(first, year, 0))
}

/// `"2025-04"` of `"2025-Q2"`.
fn first_month(quarter: &str) -> Option<String> {
    let (year, quarter) = quarter.split_once("-Q")?;
    let month = [("1", "01"), ("2", "04"), ("3", "07"), ("4", "10")].iter().find(|(number, _)| *number == quarter)?.1;
    Some([year, "-", month].concat())
}

fn written(per: Per) -> &'static str {
    match per {
        Per::Year => "without @, under its insurance year",
        Per::Quarter => "with @2025-Q1, the quarter, under its insurance year",
        Per::Month => "with @2025-01, the month, under its insurance year",
        Per::Expense | Per::Stay => "nowhere: it begins anew with every expense or stay",
    }
}
