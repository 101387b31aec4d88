//! What each calendar year holds while its expenses are settled.

use crate::benefit::Account;
use crate::money::Money;
use crate::request::{Request, YearToDate};
use crate::sorted::SortedMap;
use crate::span::Span;

/// The years' accounts.
#[derive(Debug)]
pub struct Ledger {
    years: SortedMap<i64, YearAccount>,
    programmes: usize,
}

/// One year's account.
#[derive(Clone, Debug)]
pub struct YearAccount {
    /// By the programme's place in the book.
    paid: Vec<Span>,
    borne: Vec<Span>,
    paid_here: Vec<Span>,
    inpatient_in_scope: Span,
    personal_share: Span,
}

impl Ledger {
    /// As the request says the years stood before its expenses.
    pub fn new(request: &Request) -> Self {
        let programmes = request.book.programmes().count();
        let years =
            request.year_to_date.iter().map(|(year, so_far)| (*year, YearAccount::new(programmes, Some(so_far))));
        Ledger { years: years.collect(), programmes }
    }

    /// The account of a year.
    pub fn year(&mut self, year: i64) -> &mut YearAccount {
        let programmes = self.programmes;
        self.years.get_or_insert_with(year, || YearAccount::new(programmes, None))
    }
}

impl YearAccount {
    fn new(programmes: usize, so_far: Option<&YearToDate>) -> Self {
        let fen = |amount: i64| Span::exact(Money::from_fen(amount));
        let by_programme = |amounts: Option<&SortedMap<usize, i64>>| {
            let of = |place| amounts.and_then(|a| a.get(&place)).copied().unwrap_or_default();
            (0..programmes).map(|place| fen(of(place))).collect()
        };
        YearAccount {
            paid: by_programme(so_far.map(|year| &year.paid)),
            borne: by_programme(so_far.map(|year| &year.deductible_used)),
            paid_here: vec![Span::ZERO; programmes],
            inpatient_in_scope: fen(so_far.map_or(0, |year| year.in_scope)),
            personal_share: fen(so_far.map_or(0, |year| year.personal_share)),
        }
    }

    /// A new expense begins.
    pub fn begin(&mut self) {
        self.paid_here.fill(Span::ZERO);
    }

    /// A programme pays, and so much of its deductible is borne.
    pub fn book(&mut self, programme: usize, paid: Span, deductible: Span) {
        for (accounts, amount) in [(&mut self.paid, paid), (&mut self.paid_here, paid), (&mut self.borne, deductible)] {
            if let Some(account) = accounts.get_mut(programme) {
                *account = account.plus(amount);
            }
        }
    }

    /// An inpatient expense counts toward the year's bands.
    pub fn count_inpatient(&mut self, in_scope: Span) {
        self.inpatient_in_scope = self.inpatient_in_scope.plus(in_scope);
    }

    /// What basic left of an expense counts toward the second layer.
    pub fn count_share(&mut self, share: Span) {
        self.personal_share = self.personal_share.plus(share);
    }
}

fn get(accounts: &[Span], programme: usize) -> Span {
    accounts.get(programme).copied().unwrap_or(Span::ZERO)
}

impl Account for YearAccount {
    fn paid(&self, programme: usize) -> Span {
        get(&self.paid, programme)
    }

    fn paid_here(&self, programme: usize) -> Span {
        get(&self.paid_here, programme)
    }

    fn borne(&self, programme: usize) -> Span {
        get(&self.borne, programme)
    }

    fn inpatient_in_scope(&self) -> Span {
        self.inpatient_in_scope
    }

    fn personal_share(&self) -> Span {
        self.personal_share
    }
}
