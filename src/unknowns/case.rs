//! A request's variables: their numbers, names and cells.

use super::{Cell, What};
use crate::calendar::Date;
use crate::money::Money;
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::{Leaf, Tree, Unit, Value};
use crate::request::{Expense, Given, Request};
use crate::vocabulary::{FACTS, Fact, FactKind, Fund, Holder, NOT_YET_DAY, Service};
use std::collections::BTreeMap;

/// A variable by its number.
pub type Var = usize;

/// A request with every variable numbered.
#[derive(Debug)]
pub struct Case<'r> {
    /// The request.
    pub request: &'r Request,
    /// The places of the expenses in order of settlement.
    pub order: Vec<usize>,
    /// Which programme and expense each line is of: one for every expense of a programme's services.
    pub lines: Vec<(ProgrammeIx, usize)>,
    /// By programme and expense.
    line_numbers: Vec<Option<usize>>,
    cells: Vec<Cell>,
    drivers: BTreeMap<Var, usize>,
}

/// Variables of one expense: its facts, then what each fund may pay uncounted.
pub(super) const PER_EXPENSE: usize = FACTS.len().saturating_add(Fund::ALL.len());

impl<'r> Case<'r> {
    /// Numbers the variables of a request.
    #[must_use]
    pub fn new(request: &'r Request) -> Self {
        let order = request.in_order();
        let (lines, line_numbers) = number_lines(request);
        let mut case = Case { request, order, lines, line_numbers, cells: Vec::new(), drivers: BTreeMap::default() };
        let admissions = case.admissions();
        case.cells.extend(Fact::ALL.iter().map(|fact| person_cell(request, *fact)).collect::<Vec<_>>());
        case.cells.extend((0..request.book.row_count()).map(|row| row_cell(request, row)));
        case.cells.extend((0..request.book.reading_count()).map(|place| reading_cell(request, place)));
        for (expense, nth) in request.expenses.iter().zip(admissions) {
            case.cells.extend(Fact::ALL.iter().map(|fact| expense_cell(expense, *fact, nth)).collect::<Vec<_>>());
            let total = expense.total.unwrap_or_default();
            case.cells.extend(Fund::ALL.map(|_| Cell::Range { low: 0, high: total }));
        }
        case.number_drivers();
        case
    }

    /// The region's rules.
    #[must_use]
    pub fn book(&self) -> &'r Book {
        &self.request.book
    }

    /// The expense at a place.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "places come from this case's own order and loops over its expenses")]
    pub fn expense(&self, place: usize) -> &'r Expense {
        &self.request.expenses[place]
    }

    /// The number of a programme's line for an expense.
    #[must_use]
    pub fn line(&self, programme: ProgrammeIx, expense: usize) -> Option<usize> {
        let place = programme.place().saturating_mul(self.request.expenses.len()).saturating_add(expense);
        self.line_numbers.get(place).copied().flatten()
    }

    /// What the slips say a fund paid, on all expenses.
    #[must_use]
    pub fn settled(&self, fund: Fund) -> Money {
        let of_fund =
            self.request.expenses.iter().filter_map(|expense| expense.settled.get(fund.index()).copied().flatten());
        of_fund.fold(Money::ZERO, |sum, fen| sum + Money::from_fen(fen))
    }

    /// What a variable may be.
    #[must_use]
    pub fn cell(&self, var: Var) -> Cell {
        self.cells.get(var).copied().unwrap_or(Cell::Options(1))
    }

    /// What a variable might be if a fact had not been answered by anybody.
    #[must_use]
    pub fn unanswered(&self, var: Var) -> Cell {
        match self.what(var) {
            What::Fact(fact, _) => unanswered(self.request, fact),
            What::Row(_) | What::Reading(_) | What::Uncounted(..) => self.cell(var),
        }
    }

    /// A fact of the person, or of an expense at its place.
    #[must_use]
    pub fn fact(&self, fact: Fact, expense: Option<usize>) -> Var {
        match (fact.spec().of, expense) {
            (Holder::Expense, Some(place)) => self.expense_start(place).saturating_add(fact.index()),
            _ => fact.index(),
        }
    }

    /// A value's row.
    #[must_use]
    pub fn row(&self, p: ProgrammeIx, value: usize, row: usize) -> Var {
        FACTS.len().saturating_add(self.book().row_place(p, value, row))
    }

    /// A reading.
    #[must_use]
    pub fn reading(&self, p: ProgrammeIx, reading: usize) -> Var {
        self.readings_start().saturating_add(self.book().reading_place(p, reading))
    }

    /// What programmes of a fund that are not on file may pay on an expense.
    #[must_use]
    pub fn uncounted(&self, expense: usize, fund: Fund) -> Var {
        self.expense_start(expense).saturating_add(FACTS.len()).saturating_add(fund.index())
    }

    /// What the user entered for a value's row.
    #[must_use]
    pub fn entered(&self, p: ProgrammeIx, value: usize, row: usize) -> Option<i64> {
        self.request.entered.get(&self.book().row_place(p, value, row)).copied()
    }

    /// The number of a numeric variable that is open.
    #[must_use]
    pub fn driver(&self, var: Var) -> Option<usize> {
        self.drivers.get(&var).copied()
    }

    /// The numeric variables that are open, with their driver numbers (some may share the last).
    pub fn drivers(&self) -> impl Iterator<Item = (Var, usize)> {
        self.drivers.iter().map(|(var, driver)| (*var, *driver))
    }

    /// Nth admission of the year for each expense, where it is not given: stays before, and earlier ones in the list.
    fn admissions(&self) -> Vec<i64> {
        let mut so_far: BTreeMap<i64, i64> = BTreeMap::default();
        let mut nth = vec![1; self.request.expenses.len()];
        for &place in &self.order {
            let expense = self.expense(place);
            if expense.service != Service::Inpatient {
                continue;
            }
            let year = expense.date.year();
            let before = self.request.year_to_date.get(&year).map_or(0, |year| year.admissions);
            let count = so_far.entry(year).or_insert_with(|| before);
            *count = count.saturating_add(1);
            if let Some(slot) = nth.get_mut(place) {
                *slot = *count;
            }
        }
        nth
    }

    /// Values first, so that they keep a number of their own however many expenses there are.
    fn number_drivers(&mut self) {
        let open = |(var, cell): (usize, &Cell)| match cell {
            Cell::Range { low, high } if low < high => Some(var),
            _ => None,
        };
        let numeric = |var: &Var| match self.what(*var) {
            What::Fact(fact, _) => is_amount(fact),
            What::Row(_) | What::Uncounted(..) => true,
            What::Reading(_) => false,
        };
        let all: Vec<Var> = self.cells.iter().enumerate().filter_map(open).filter(numeric).collect();
        let is_asked = |var: &Var| !matches!(self.what(*var), What::Uncounted(..));
        let (mut asked, mut uncounted) = (0, all.iter().copied().filter(is_asked).count());
        let mut drivers = BTreeMap::default();
        for var in all {
            let next: &mut usize = if is_asked(&var) { &mut asked } else { &mut uncounted };
            drivers.insert(var, (*next).min(127));
            *next = next.saturating_add(1);
        }
        self.drivers = drivers;
    }

    pub(super) fn readings_start(&self) -> Var {
        FACTS.len().saturating_add(self.book().row_count())
    }

    pub(super) fn expenses_start(&self) -> Var {
        self.readings_start().saturating_add(self.book().reading_count())
    }

    pub(super) fn expense_start(&self, place: usize) -> Var {
        self.expenses_start().saturating_add(place.saturating_mul(PER_EXPENSE))
    }
}

/// The lines, and the number of each by programme and expense.
fn number_lines(request: &Request) -> (Vec<(ProgrammeIx, usize)>, Vec<Option<usize>>) {
    let (mut lines, mut numbers) = (Vec::new(), Vec::new());
    for p in request.book.programmes() {
        let services = &request.book.programme(p).services;
        for (place, expense) in request.expenses.iter().enumerate() {
            let is_line = services.contains(&expense.service);
            numbers.push(is_line.then_some(lines.len()));
            if is_line {
                lines.push((p, place));
            }
        }
    }
    (lines, numbers)
}

/// Facts that amounts are computed with; dates, ages and counts only choose rows and decide conditions.
fn is_amount(fact: Fact) -> bool {
    [Fact::SELF_PAID, Fact::ADVANCE, Fact::MONTHS].contains(&fact)
}

fn person_cell(request: &Request, fact: Fact) -> Cell {
    match request.given(fact) {
        Given::Value(value) => known(fact, value),
        Given::Absent | Given::DontKnow => unanswered(request, fact),
    }
}

fn unanswered(request: &Request, fact: Fact) -> Cell {
    match fact {
        Fact::BIRTH_DATE => {
            Cell::Range { low: Date::FIRST.day_number(), high: crate::request::latest_birth(request).day_number() }
        }
        Fact::ENROLLED => Cell::Range { low: Date::FIRST.day_number(), high: NOT_YET_DAY },
        _ => any(fact),
    }
}

fn expense_cell(expense: &Expense, fact: Fact, nth_admission: i64) -> Cell {
    let total = expense.total.unwrap_or_default();
    let part = |fact| match expense.given(fact) {
        Given::Value(fen) => Some(fen),
        Given::Absent | Given::DontKnow => None,
    };
    match (fact, expense.given(fact)) {
        (Fact::SERVICE, _) => Cell::option(i64::try_from(expense.service.index()).unwrap_or_default()),
        (Fact::ADMISSION, Given::Absent) => Cell::number(nth_admission),
        (_, Given::Value(value)) => known(fact, value),
        (Fact::SELF_PAID, _) => {
            Cell::Range { low: 0, high: total.saturating_sub(part(Fact::ADVANCE).unwrap_or_default()) }
        }
        // Together they run from 0 to the bill: where both are open, self_paid stands for the sum.
        (Fact::ADVANCE, _) => match part(Fact::SELF_PAID) {
            Some(self_paid) => Cell::Range { low: 0, high: total.saturating_sub(self_paid) },
            None => Cell::number(0),
        },
        _ => any(fact),
    }
}

fn known(fact: Fact, value: i64) -> Cell {
    match fact.spec().kind {
        FactKind::YesNo | FactKind::Choice(_) => Cell::option(value),
        FactKind::Set(options) => Cell::set(value, options.len()),
        FactKind::WholeNumber(..) | FactKind::Date { .. } | FactKind::Money => Cell::number(value),
    }
}

fn any(fact: Fact) -> Cell {
    match fact.spec().kind {
        FactKind::YesNo => Cell::any_of(2),
        FactKind::Choice(options) => Cell::any_of(options.len()),
        FactKind::Set(_) => Cell::Members { has: 0, lacks: 0 },
        FactKind::WholeNumber(low, high) => Cell::Range { low, high },
        FactKind::Date { .. } => Cell::Range { low: Date::FIRST.day_number(), high: Date::LAST.day_number() },
        FactKind::Money => Cell::Range { low: 0, high: crate::money::MAX_FEN },
    }
}

fn reading_cell(request: &Request, place: usize) -> Cell {
    let options = request.book.reading(place).map_or(1, |(_, reading)| reading.options.len());
    match request.readings.get(&place) {
        Some(option) => Cell::option(i64::try_from(*option).unwrap_or_default()),
        None => Cell::any_of(options),
    }
}

fn row_cell(request: &Request, place: usize) -> Cell {
    let Some((_, value, row, _)) = request.book.row(place) else { return Cell::Options(1) };
    match (request.entered.get(&place), value.unit) {
        (Some(entered), Unit::YesNo) => Cell::option(*entered),
        (Some(entered), _) => Cell::number(*entered),
        (None, Unit::YesNo) => Cell::any_of(2),
        (None, _) => value.bounds(row).map_or(Cell::number(0), |(low, high)| Cell::Range { low, high }),
    }
}

impl Value {
    /// How far a row may range on the days on which it is unpublished.
    fn bounds(&self, row: usize) -> Option<(i64, i64)> {
        let mut bounds = None;
        self.each_leaf(row, &mut |leaf| {
            if let Leaf::Unpublished { low, high, .. } = leaf {
                let (l, h) = bounds.unwrap_or((*low, *high));
                bounds = Some((l.min(*low), h.max(*high)));
            }
        });
        bounds
    }

    /// The one suggestion that every unpublished version of a row has; none where there are several or none.
    #[must_use]
    pub fn only_suggestion(&self, row: usize) -> Option<i64> {
        let mut seen: Vec<i64> = Vec::new();
        let mut always = true;
        self.each_leaf(row, &mut |leaf| {
            if let Leaf::Unpublished { suggested, .. } = leaf {
                always &= !suggested.is_empty();
                seen.extend(suggested);
            }
        });
        let first = *seen.first()?;
        (always && seen.iter().all(|other| *other == first)).then_some(first)
    }

    fn each_leaf(&self, row: usize, visit: &mut impl FnMut(&Leaf)) {
        for version in &self.versions {
            version.tree.each_leaf(&mut |at, leaf| {
                if at == row {
                    visit(leaf);
                }
            });
        }
    }
}

impl Tree {
    /// Every number with its row.
    pub(crate) fn each_leaf(&self, visit: &mut impl FnMut(usize, &Leaf)) {
        match self {
            Tree::Leaf(row, leaf) => visit(*row, leaf),
            Tree::Branch(branches) => {
                for (_, tree) in branches {
                    tree.each_leaf(visit);
                }
            }
        }
    }
}
