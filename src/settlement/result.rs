//! Every amount of a settlement, each under the name of what it is.

use super::ledger::Ledger;
use crate::interval::Interval;
use crate::money::Money;
use crate::policy::Kind;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::Worked;
use crate::unknowns::{Case, Split};
use crate::vocabulary::{Fund, Payer};

/// What an amount of the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// In scope, all expenses.
    InScope,
    /// Paid by all funds, all expenses.
    Paid,
    /// Allowances.
    Allowances,
    /// Paid by the personal account, all expenses.
    Account,
    /// Left after that, to be paid in cash.
    Cash,
    /// Paid by one fund, all expenses.
    Fund(Fund),
    /// Paid by one programme, all its lines.
    Programme(ProgrammeIx),
    /// Of one expense (by its place): in scope.
    ExpenseInScope(usize),
    /// Deductible applied by computed basic programmes.
    ExpenseDeductible(usize),
    /// Paid by the personal account.
    ExpenseAccount(usize),
    /// Paid in cash.
    ExpenseCash(usize),
    /// Paid by one fund.
    ExpenseFund(usize, Fund),
    /// Paid by all funds.
    ExpensePaid(usize),
    /// Paid by one of those who pay supplements; long-term care stands with city insurance, as on a slip.
    ExpensePayer(usize, Payer),
    /// A line, by its number in [`Case::lines`].
    Line(usize),
}

/// The amounts, in a fixed order for all worlds of one request.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The working of each line, where it was wanted.
    pub steps: Vec<Vec<Worked>>,
    /// With it, workings of which nobody is told: of care elsewhere, what would have been paid at home.
    pub(super) beside: Vec<Vec<Worked>>,
    /// What must be decided before the amounts are.
    pub decision: Option<Split>,
    /// Which line it decides; none where it only matters to others.
    pub decides: Option<usize>,
    /// Whether a line was joined of parts that pay the same, so that it has no one working.
    pub lacks_working: bool,
    /// Whether a payment may jump between two amounts that are open.
    pub may_jump: bool,
    /// How many plans were made for its payments.
    pub plans: usize,
    amounts: Vec<Interval>,
    programmes: usize,
    expenses: usize,
}

/// The figures before those of the funds: of all expenses, and of one.
const NOT_OF_A_FUND: usize = 5;
/// The figures of all expenses.
const TOTALS: usize = NOT_OF_A_FUND.saturating_add(Fund::ALL.len());
/// The figures of one expense.
const PER_EXPENSE: usize = TOTALS.saturating_add(Payer::ALL.len());

impl Settled {
    pub(super) fn new(case: &Case) -> Self {
        Settled::of(case.book().programmes().count(), case.request.expenses.len(), case.lines.len())
    }

    /// Nothing, for so many of each.
    fn of(programmes: usize, expenses: usize, lines: usize) -> Self {
        let count = [TOTALS, programmes, expenses.saturating_mul(PER_EXPENSE), lines];
        Settled {
            steps: Vec::new(),
            beside: Vec::new(),
            decision: None,
            decides: None,
            lacks_working: false,
            may_jump: false,
            plans: 0,
            amounts: vec![Interval::ZERO; count.into_iter().fold(0, usize::saturating_add)],
            programmes,
            expenses,
        }
    }

    /// The amounts, each at its [`Settled::place`].
    #[must_use]
    pub fn amounts(&self) -> &[Interval] {
        &self.amounts
    }

    /// Where a figure stands among the amounts.
    #[must_use]
    pub fn place(&self, figure: Figure) -> usize {
        let of_expense = |expense: usize, offset: usize| {
            let start = TOTALS.saturating_add(self.programmes);
            start.saturating_add(expense.saturating_mul(PER_EXPENSE)).saturating_add(offset)
        };
        match figure {
            Figure::InScope => 0,
            Figure::Paid => 1,
            Figure::Allowances => 2,
            Figure::Account => 3,
            Figure::Cash => 4,
            Figure::Fund(fund) => NOT_OF_A_FUND.saturating_add(fund.index()),
            Figure::Programme(p) => TOTALS.saturating_add(p.place()),
            Figure::ExpenseInScope(e) => of_expense(e, 0),
            Figure::ExpenseDeductible(e) => of_expense(e, 1),
            Figure::ExpensePaid(e) => of_expense(e, 2),
            Figure::ExpenseAccount(e) => of_expense(e, 3),
            Figure::ExpenseCash(e) => of_expense(e, 4),
            Figure::ExpenseFund(e, fund) => of_expense(e, NOT_OF_A_FUND.saturating_add(fund.index())),
            Figure::ExpensePayer(e, payer) => of_expense(e, TOTALS.saturating_add(payer.index())),
            Figure::Line(line) => of_expense(self.expenses, line),
        }
    }

    /// An amount.
    #[must_use]
    pub fn amount(&self, figure: Figure) -> Interval {
        self.amounts.get(self.place(figure)).copied().unwrap_or(Interval::ZERO)
    }

    pub(super) fn add(&mut self, figure: Figure, amount: Interval) {
        let place = self.place(figure);
        if let Some(slot) = self.amounts.get_mut(place) {
            *slot = slot.plus(amount);
        }
    }

    /// Takes back what was added for an expense.
    pub(super) fn clear(&mut self, case: &Case, expense: usize) {
        let start = self.place(Figure::ExpenseInScope(expense));
        let lines = case.lines.iter().enumerate().filter(|(_, (_, of))| *of == expense);
        let lines = lines.map(|(line, _)| self.place(Figure::Line(line)));
        for place in (start..start.saturating_add(PER_EXPENSE)).chain(lines.collect::<Vec<_>>()) {
            if let Some(slot) = self.amounts.get_mut(place) {
                *slot = Interval::ZERO;
            }
        }
    }

    /// A figure is at most so much.
    pub(super) fn limit(&mut self, figure: Figure, most: Money) {
        let place = self.place(figure);
        if let Some(slot) = self.amounts.get_mut(place) {
            *slot = slot.at_most(most);
        }
    }

    /// Sums over the expenses and over the years: the same totals from two sides.
    pub(super) fn total_up(&mut self, case: &Case, ledger: &Ledger) {
        let book = case.book();
        for p in book.programmes() {
            let years = ledger.computed(p.place()).fold(Interval::ZERO, Interval::plus);
            self.add(Figure::Programme(p), years);
        }
        let mut by_programmes = Fund::ALL.map(|fund| Interval::exact(case.settled(fund)));
        for p in book.programmes() {
            let programme = book.programme(p);
            let fund = programme.fund.filter(|_| programme.kind == Kind::Reimbursement);
            if let Some(sum) = fund.and_then(|fund| by_programmes.get_mut(fund.index())) {
                *sum = sum.plus(self.amount(Figure::Programme(p)));
            }
        }
        let mut by_fund = Interval::ZERO;
        for (fund, by_programme) in Fund::ALL.into_iter().zip(by_programmes) {
            let expenses = (0..self.expenses).map(|expense| Figure::ExpenseFund(expense, fund));
            let by_expense = expenses.fold(Interval::ZERO, |sum, figure| sum.plus(self.amount(figure)));
            self.add(Figure::Fund(fund), by_expense.meet(by_programme));
            by_fund = by_fund.plus(self.amount(Figure::Fund(fund)));
        }
        let mut by_expense = Interval::ZERO;
        for expense in 0..self.expenses {
            self.add(Figure::InScope, self.amount(Figure::ExpenseInScope(expense)));
            by_expense = by_expense.plus(self.amount(Figure::ExpensePaid(expense)));
        }
        self.add(Figure::Paid, by_expense.meet(by_fund));
    }

    /// What the account pays of all expenses: what it holds, or all that it may pay.
    pub(super) fn total_account(&mut self, case: &Case, balance: Interval, payable: Interval) {
        let mut sums = (Interval::ZERO, Interval::ZERO);
        for expense in 0..self.expenses {
            sums.0 = sums.0.plus(self.amount(Figure::ExpenseAccount(expense)));
            sums.1 = sums.1.plus(self.amount(Figure::ExpenseCash(expense)));
        }
        let account = sums.0.meet(balance.min(payable));
        // What is left of all bills is known from the funds, too.
        let unpaid = Interval::exact(case.request.billed()).less(self.amount(Figure::Paid));
        self.add(Figure::Account, account);
        self.add(Figure::Cash, sums.1.meet(unpaid.less(account)));
    }

    /// Whether no amount is open.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.decision.is_none() && self.amounts.iter().all(Interval::is_exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A further fund must not share a place with another figure.
    #[test]
    fn every_figure_has_a_place_of_its_own() {
        let settled = Settled::of(0, 2, 2);
        let of_expense = |expense: usize| {
            let funds = Fund::ALL.map(|fund| Figure::ExpenseFund(expense, fund));
            let others = [
                Figure::ExpenseInScope,
                Figure::ExpenseDeductible,
                Figure::ExpensePaid,
                Figure::ExpenseAccount,
                Figure::ExpenseCash,
            ]
            .map(|f| f(expense));
            let payers = Payer::ALL.map(|payer| Figure::ExpensePayer(expense, payer));
            funds.into_iter().chain(others).chain(payers)
        };
        let totals = [Figure::InScope, Figure::Paid, Figure::Allowances, Figure::Account, Figure::Cash]
            .into_iter()
            .chain(Fund::ALL.map(Figure::Fund));
        let figures: Vec<Figure> =
            totals.chain((0..2).flat_map(of_expense)).chain([Figure::Line(0), Figure::Line(1)]).collect();
        let places: BTreeSet<usize> = figures.iter().map(|figure| settled.place(*figure)).collect();
        assert_eq!(places.len(), figures.len());
        assert_eq!(places.last().map(|last| last + 1), Some(settled.amounts.len()));
    }
}
