//! A request's variables: their numbers, names and domains.

use super::assumed::assumed;
use super::{Domain, Origin};
use crate::calendar::{Date, Day};
use crate::interval::Drivers;
use crate::money::Money;
use crate::option_set::{OptionIndex, OptionSet};
use crate::ordered::{Map, map};
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::{Days, StayYear};
use crate::quantity::Quantity;
use crate::request::{Ends, Expense, FactValue, Given, Parts, Request};
use crate::vocabulary::{Fact, Fund, Holder, OptionId, OptionList, Service};

/// A variable by its number.
pub type Variable = usize;

/// A request with every variable numbered.
#[derive(Clone, Debug)]
pub struct Case<'r> {
    /// The request.
    pub request: &'r Request,
    /// The places of the expenses in order of settlement.
    pub order: Vec<usize>,
    /// Which programme and expense each line is of: one for every expense of a programme's services.
    pub lines: Vec<(ProgrammeIx, usize)>,
    /// By programme and expense.
    line_numbers: Vec<Option<usize>>,
    /// The days of the expenses, in order of time.
    days: Vec<Date>,
    domains: Vec<Domain>,
    drivers: Map<Variable, usize>,
    /// A fact that nothing is taken for granted of.
    pub(super) lifted: Option<Variable>,
}

/// What stands where there is no variable: nothing is open there.
const NOTHING_OPEN: Domain = Domain::Options(OptionSet::ONE);

/// Variables of one expense: its facts, then what each fund may pay uncounted.
pub(super) fn per_expense() -> usize {
    Fact::count().saturating_add(Fund::ALL.len())
}

impl<'r> Case<'r> {
    /// Numbers the variables of a request.
    #[must_use]
    pub fn new(request: &'r Request) -> Self {
        let order = request.in_order();
        let (lines, line_numbers) = number_lines(request);
        let mut days: Vec<Date> = order.iter().filter_map(|place| Some(request.expenses.get(*place)?.date)).collect();
        days.dedup();
        let (domains, drivers) = (Vec::new(), Map::default());
        let mut case = Case { request, order, lines, line_numbers, days, domains, drivers, lifted: None };
        case.domains.reserve(case.expense_start(request.expenses.len()));
        let admissions = case.admissions();
        let open = &request.book.open;
        case.domains.extend(&open.facts);
        case.domains.extend(&open.rows);
        case.domains.extend(&open.readings);
        case.domains.push(Domain::Options(OptionSet::NO_OR_YES));
        case.know_person();
        case.know_rules();
        for (place, (expense, nth)) in request.expenses.iter().zip(admissions).enumerate() {
            case.domains.extend(&open.facts);
            case.domains.extend(Fund::ALL.map(|fund| uncounted_domain(&request.book, expense, fund)));
            case.know_expense(place, expense, nth);
        }
        case.number_drivers();
        case
    }

    fn know(&mut self, var: Variable, domain: Domain) {
        if let Some(slot) = self.domains.get_mut(var) {
            *slot = domain;
        }
    }

    /// What the request says of the person.
    fn know_person(&mut self) {
        for fact in self.request.facts.named().chain([Fact::birth_date()]) {
            if let Some(domain) = person_domain(self.request, fact) {
                self.know(fact.index(), domain);
            }
        }
    }

    /// What the request says of an expense, and what is known where it says nothing.
    fn know_expense(&mut self, place: usize, expense: &Expense, nth: i64) {
        let start = self.expense_start(place);
        for fact in expense.facts.named().chain(known_unsaid()) {
            let known = if fact == Fact::admission() {
                admission_domain(self.request, place, nth)
            } else {
                expense_domain(self.book(), expense, fact)
            };
            if let Some(domain) = known {
                self.know(start.saturating_add(fact.index()), domain);
            }
        }
    }

    /// Of values that change with time, what they may be on the days of the expenses; values that were entered; and readings
    /// that the caller insists on.
    fn know_rules(&mut self) {
        for place in &self.book().open.dated_rows {
            if let Some(domain) = self.book().row_domain(*place, self.days()) {
                self.know(Fact::count().saturating_add(*place), domain);
            }
        }
        for (place, entered) in self.request.entered.iter() {
            self.know(Fact::count().saturating_add(*place), Domain::one(*entered));
        }
        for (place, option) in self.request.readings.iter() {
            self.know(self.readings_start().saturating_add(*place), Domain::option(*option));
        }
    }

    /// The same with a fact open that is taken for granted here. Of the person, that is the birth date: its domain is open in
    /// any case, and only what follows from it was taken for granted.
    #[must_use]
    pub fn lifting(&self, lifted: Variable) -> Self {
        let mut case = Case { lifted: Some(lifted), ..self.clone() };
        let open = self.unanswered(lifted);
        if lifted >= self.expenses_start() {
            case.know(lifted, open);
        }
        // Open liability makes a number of what somebody else must bear.
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

    /// The insurance year of an expense: that in which its stay began, unless the region says otherwise.
    #[must_use]
    pub fn insurance_year(&self, place: usize) -> i64 {
        let day = match self.book().stay_year {
            StayYear::FirstPart => self.expense(self.request.stay(place)).date,
            StayYear::LastPart => self.request.last_day_of_stay(place),
            StayYear::EachPart => self.expense(place).date,
        };
        self.book().year_start.year_of(day)
    }

    /// The number of a programme's line for an expense.
    #[must_use]
    pub fn line(&self, programme: ProgrammeIx, expense: usize) -> Option<usize> {
        let place = programme.place().saturating_mul(self.request.expenses.len()).saturating_add(expense);
        self.line_numbers.get(place).copied().flatten()
    }

    /// The days on which values are looked up.
    #[must_use]
    pub fn days(&self) -> Days<'_> {
        if self.days.is_empty() { Days::All } else { Days::Of(&self.days) }
    }

    /// What the slips say a fund paid, on all expenses.
    #[must_use]
    pub fn settled(&self, fund: Fund) -> Money {
        let of_fund = self.request.expenses.iter().filter_map(|expense| expense.settled_by(fund));
        of_fund.fold(Money::ZERO, |sum, amount| sum + amount)
    }

    /// What a variable may be.
    #[must_use]
    pub fn domain(&self, var: Variable) -> Domain {
        self.domains.get(var).copied().unwrap_or(NOTHING_OPEN)
    }

    /// How many variables there are.
    #[must_use]
    pub fn variable_count(&self) -> usize {
        self.domains.len()
    }

    /// What a variable might be if a fact had not been answered by anybody.
    #[must_use]
    pub fn unanswered(&self, var: Variable) -> Domain {
        match self.origin(var) {
            Origin::Fact(fact, _) => unanswered(self.request, fact),
            Origin::Row(_) | Origin::Reading(_) | Origin::EnrolsInTime | Origin::Uncounted(..) => self.domain(var),
        }
    }

    /// The options of a choice, a set or a yes/no.
    #[must_use]
    pub fn options(&self, fact: Fact) -> Option<&'r OptionList> {
        self.book().options(fact)
    }

    /// Every option of a fact.
    #[must_use]
    pub fn all_options(&self, fact: Fact) -> OptionSet {
        self.book().all_options(fact)
    }

    /// These options of a fact, as far as the region has them.
    #[must_use]
    pub fn option_set(&self, fact: Fact, ids: &[OptionId]) -> OptionSet {
        self.options(fact).map_or(OptionSet::EMPTY, |list| list.set(ids))
    }

    /// A fact of the person, or of an expense at its place.
    #[must_use]
    pub fn fact(&self, fact: Fact, expense: Option<usize>) -> Variable {
        match (fact.spec().of, expense) {
            // A stay is one admission, whatever parts it is billed in.
            (Holder::Expense, Some(place)) if fact == Fact::admission() => {
                self.expense_start(self.request.stay(place)).saturating_add(fact.index())
            }
            (Holder::Expense, Some(place)) => self.expense_start(place).saturating_add(fact.index()),
            _ => fact.index(),
        }
    }

    /// A value's row.
    #[must_use]
    pub fn row(&self, p: ProgrammeIx, value: usize, row: usize) -> Variable {
        Fact::count().saturating_add(self.book().row_place(p, value, row))
    }

    /// A reading.
    #[must_use]
    pub fn reading(&self, p: ProgrammeIx, reading: usize) -> Variable {
        self.readings_start().saturating_add(self.book().reading_place(p, reading))
    }

    /// What programmes of a fund that are not on file may pay on an expense.
    #[must_use]
    pub fn uncounted(&self, expense: usize, fund: Fund) -> Variable {
        self.expense_start(expense).saturating_add(Fact::count()).saturating_add(fund.index())
    }

    /// What the user entered for a value's row.
    #[must_use]
    pub fn entered(&self, p: ProgrammeIx, value: usize, row: usize) -> Option<Quantity> {
        self.request.entered.get(&self.book().row_place(p, value, row)).copied()
    }

    /// The number of a numeric variable that is open.
    #[must_use]
    pub fn driver(&self, var: Variable) -> Option<usize> {
        self.drivers.get(&var).copied()
    }

    /// Whether amounts may move unevenly with a number: it is counted, or changed by modifiers on the way.
    #[must_use]
    pub fn is_uneven(&self, var: Variable) -> bool {
        match self.origin(var) {
            Origin::Fact(fact, _) => self.book().counts_with(fact),
            Origin::Row(place) => self.book().is_uneven(place),
            Origin::Reading(_) | Origin::EnrolsInTime | Origin::Uncounted(..) => false,
        }
    }

    /// The numeric variables that are open, with their driver numbers (some may share the last).
    pub fn drivers(&self) -> impl Iterator<Item = (Variable, usize)> {
        self.drivers.iter().map(|(var, driver)| (*var, *driver))
    }

    /// Nth admission of the year for each expense, where it is not given: stays before, and earlier ones in the list.
    fn admissions(&self) -> Vec<i64> {
        let mut so_far: Map<i64, i64> = Map::default();
        let mut nth = vec![1; self.request.expenses.len()];
        for &place in &self.order {
            let expense = self.expense(place);
            if expense.service != Service::Inpatient || self.request.stay(place) != place {
                continue;
            }
            let year = self.insurance_year(place);
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
        let is_open = |var: &Variable| self.domain(*var).is_wide();
        let numeric = self.asked_numbers().chain(self.uncounted_amounts()).filter(is_open);
        self.drivers = map(numeric.enumerate().map(|(nth, var)| (var, Drivers::number(nth))));
    }

    /// Every variable that amounts are computed with and that somebody can be asked for, known or open.
    fn asked_numbers(&self) -> impl Iterator<Item = Variable> {
        let numbers = |of: Holder| self.book().numbers().filter(move |fact| fact.spec().of == of);
        let rows = self.book().open.wide_rows.iter().map(|place| Fact::count().saturating_add(*place));
        let expenses = (0..self.request.expenses.len()).flat_map(move |place| {
            let is_meant = move |fact: &Fact| *fact != Fact::third_party_amount() || self.may_be_liable(place);
            let facts = numbers(Holder::Expense).filter(is_meant);
            facts.map(move |fact| self.expense_start(place).saturating_add(fact.index()))
        });
        numbers(Holder::Person).map(Fact::index).chain(rows).chain(expenses)
    }

    /// What each fund may pay uncounted, expense by expense.
    fn uncounted_amounts(&self) -> impl Iterator<Item = Variable> {
        let expenses = 0..self.request.expenses.len();
        expenses.flat_map(|place| Fund::ALL.map(|fund| self.uncounted(place, fund)))
    }

    /// Whether somebody else may be liable for an expense.
    fn may_be_liable(&self, place: usize) -> bool {
        self.domain(self.fact(Fact::third_party_liable(), Some(place))) != Domain::NO
    }

    pub(super) fn readings_start(&self) -> Variable {
        Fact::count().saturating_add(self.book().row_count())
    }

    /// Whether a child will have been enrolled in time.
    #[must_use]
    pub fn enrols_in_time(&self) -> Variable {
        self.readings_start().saturating_add(self.book().reading_count())
    }

    pub(super) fn expenses_start(&self) -> Variable {
        self.enrols_in_time().saturating_add(1)
    }

    pub(super) fn expense_start(&self, place: usize) -> Variable {
        self.expenses_start().saturating_add(place.saturating_mul(per_expense()))
    }
}

/// The lines, and the number of each by programme and expense.
fn number_lines(request: &Request) -> (Vec<(ProgrammeIx, usize)>, Vec<Option<usize>>) {
    let all = request.book.programmes().count().saturating_mul(request.expenses.len());
    let (mut lines, mut numbers) = (Vec::with_capacity(all), Vec::with_capacity(all));
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

/// What is known of a fact of the person; none where nothing is.
fn person_domain(request: &Request, fact: Fact) -> Option<Domain> {
    match request.given(fact) {
        Given::Value(value) => Some(known(&request.book, fact, value)),
        _ if fact == Fact::birth_date() => {
            let (first, last) = request.births();
            Some(Domain::days(Day::On(first), Day::On(last)))
        }
        Given::Absent | Given::DontKnow => None,
    }
}

fn unanswered(request: &Request, fact: Fact) -> Domain {
    if fact == Fact::birth_date() {
        return Domain::days(Day::On(Date::FIRST), Day::On(request.latest_birth()));
    }
    request.book.open.facts.get(fact.index()).copied().unwrap_or(NOTHING_OPEN)
}

/// The facts of an expense of which something may be known although nobody says it.
fn known_unsaid() -> [Fact; 7] {
    [
        Fact::service(),
        Fact::admission(),
        Fact::out_of_area(),
        Fact::self_paid(),
        Fact::advance(),
        Fact::third_party_liable(),
        Fact::third_party_amount(),
    ]
}

/// What is known of a fact of an expense; none where nothing is.
fn expense_domain(book: &Book, expense: &Expense, fact: Fact) -> Option<Domain> {
    if fact == Fact::service() {
        return Some(Domain::option(expense.service.option()));
    }
    match expense.given(fact) {
        Given::Value(value) => Some(known(book, fact, value)),
        Given::Absent | Given::DontKnow => assumed(expense, fact).or_else(|| open_part(book, expense, fact)),
    }
}

/// Which admission of the year an expense is: as it is given, else the nth, as far as the list says.
fn admission_domain(request: &Request, place: usize, nth: i64) -> Option<Domain> {
    match admission(request, place) {
        Given::Value(value) => Some(known(&request.book, Fact::admission(), value)),
        Given::Absent => Some(Domain::one(Quantity::Count(nth))),
        Given::DontKnow => None,
    }
}

/// What programmes of a fund whose rule is not on file may pay on an expense: nothing where there are none.
fn uncounted_domain(book: &Book, expense: &Expense, fund: Fund) -> Domain {
    let mut programmes = book.paying(fund, expense.service).iter();
    let is_open = programmes.any(|p| !book.programme(*p).is_on_file(expense.date));
    Domain::up_to(if is_open { expense.total.unwrap_or_default() } else { Money::ZERO })
}

/// The number of admission of a stay, as any of its parts gives it. It stands with the first part; the others read it there.
fn admission(request: &Request, place: usize) -> Given {
    if request.stay(place) != place {
        return Given::Absent;
    }
    let parts = request.expenses.iter().enumerate().filter(|(part, _)| request.stay(*part) == place);
    parts.fold(Given::Absent, |so_far, (_, part)| match (so_far, part.given(Fact::admission())) {
        (Given::Value(_), _) | (_, Given::Absent) => so_far,
        (_, given) => given,
    })
}

/// How much an open part of a bill may be. Out of the catalogue and advance together run from 0 to the bill: where both are
/// open, self_paid stands for the sum. Who gives an amount for somebody else to bear says that somebody is liable.
fn open_part(book: &Book, expense: &Expense, fact: Fact) -> Option<Domain> {
    if let Some(domain) = expense.parts.as_ref().and_then(|parts| part_of_items(parts, fact)) {
        return Some(domain);
    }
    let total = expense.total.unwrap_or_default();
    if fact == Fact::third_party_amount() {
        return Some(Domain::up_to(total));
    }
    if fact == Fact::third_party_liable() {
        return expense.amount(Fact::third_party_amount()).map(|_| Domain::option(OptionIndex::YES));
    }
    if fact == Fact::self_paid() {
        return Some(Domain::up_to(total - expense.amount(Fact::advance()).unwrap_or_default()));
    }
    let self_paid = expense.amount(Fact::self_paid());
    // Where somebody asks for the advance by itself, it is as much of that sum as it can be.
    let of_sum = if book.counted.advance { total } else { Money::ZERO };
    (fact == Fact::advance()).then(|| Domain::up_to(self_paid.map_or(of_sum, |self_paid| total - self_paid)))
}

/// What items say: out of the catalogues is known, and what else is borne of them stands in the advance.
fn part_of_items(parts: &Parts, fact: Fact) -> Option<Domain> {
    if fact == Fact::self_paid() {
        return Some(Domain::one(Quantity::Money(parts.out_of_catalogue)));
    }
    let Ends { low, high } = parts.borne;
    (fact == Fact::advance()).then_some(Domain::Range { low: Quantity::Money(low), high: Quantity::Money(high) })
}

fn known(book: &Book, fact: Fact, value: FactValue) -> Domain {
    match value {
        FactValue::Option(option) => Domain::option(option),
        FactValue::Members(has) => Domain::set(has, book.all_options(fact)),
        FactValue::Quantity(quantity) => Domain::one(quantity),
    }
}
