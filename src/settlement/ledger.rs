//! What each calendar year holds while its expenses are settled.

use crate::benefit::{self, Payment};
use crate::money::Money;
use crate::request::{Request, YearToDate};
use crate::span::Span;
use std::collections::BTreeMap;

/// The years' accounts.
#[derive(Debug)]
pub struct Ledger {
    years: BTreeMap<i64, YearAccount>,
    programmes: usize,
}

/// One year's account.
#[derive(Clone, Debug)]
pub struct YearAccount {
    programmes: Vec<Account>,
    inpatient_in_scope: Span,
    personal_share: Span,
    share_before: Money,
}

/// One programme's account of a year.
#[derive(Clone, Debug)]
struct Account {
    /// What counts against its cap, this expense included.
    paid: Span,
    /// The same before the first expense.
    before: Span,
    /// What was computed of it.
    computed: Span,
    /// On this expense.
    here: Span,
    borne: Span,
    /// Whether a slip used up a part of its cap.
    has_slip: bool,
    /// Of a second layer: whether it paid on every share of the year.
    is_unbroken: bool,
}

impl Ledger {
    /// As the request says the years stood before its expenses.
    pub fn new(request: &Request) -> Self {
        let programmes = request.book.programmes().count();
        let years =
            request.year_to_date.iter().map(|(year, so_far)| (*year, YearAccount::new(programmes, Some(so_far))));
        Ledger { years: years.collect(), programmes }
    }

    /// Every year's account.
    pub fn years(&self) -> impl Iterator<Item = &YearAccount> {
        self.years.values()
    }

    /// The account of a year.
    pub fn year(&mut self, year: i64) -> &mut YearAccount {
        let programmes = self.programmes;
        self.years.entry(year).or_insert_with(|| YearAccount::new(programmes, None))
    }
}

impl YearAccount {
    fn new(programmes: usize, so_far: Option<&YearToDate>) -> Self {
        let of = |amounts: Option<&BTreeMap<usize, Money>>, place| {
            Span::exact(amounts.and_then(|amounts| amounts.get(&place)).copied().unwrap_or_default())
        };
        let account = |place| {
            let paid = of(so_far.map(|year| &year.paid), place);
            Account {
                paid,
                before: paid,
                computed: Span::ZERO,
                here: Span::ZERO,
                borne: of(so_far.map(|year| &year.deductible_used), place),
                has_slip: false,
                is_unbroken: true,
            }
        };
        let share_before = so_far.map_or(Money::ZERO, |year| year.personal_share);
        YearAccount {
            programmes: (0..programmes).map(account).collect(),
            inpatient_in_scope: Span::exact(so_far.map_or(Money::ZERO, |year| year.in_scope)),
            personal_share: Span::exact(share_before),
            share_before,
        }
    }

    /// A new expense begins.
    pub fn begin(&mut self) {
        for account in &mut self.programmes {
            account.here = Span::ZERO;
        }
    }

    /// A programme pays.
    pub fn book(&mut self, programme: usize, payment: &Payment) {
        let Some(account) = self.programmes.get_mut(programme) else { return };
        account.here = account.here.plus(payment.paid);
        account.borne = account.borne.plus(payment.deductible);
        account.paid = account.paid.plus(payment.paid);
        account.computed = account.computed.plus(payment.paid);
        if let Some(year) = payment.year_paid.filter(|_| !account.has_slip) {
            account.paid = account.paid.meet(year);
            account.computed = account.computed.meet(year.less(account.before));
        }
    }

    /// A slip uses up a part of a programme's cap.
    pub fn book_slip(&mut self, programme: usize, used: Span) {
        let Some(account) = self.programmes.get_mut(programme) else { return };
        account.here = account.here.plus(used);
        account.paid = account.paid.plus(used);
        account.has_slip = true;
    }

    /// What was computed of a programme this year.
    pub fn computed(&self, programme: usize) -> Span {
        self.programmes.get(programme).map_or(Span::ZERO, |account| account.computed)
    }

    /// An inpatient expense counts toward the year's bands.
    pub fn count_inpatient(&mut self, in_scope: Span) {
        self.inpatient_in_scope = self.inpatient_in_scope.plus(in_scope);
    }

    /// What basic left of an expense counts toward the second layer, of which these programmes paid on it for sure.
    pub fn count_share(&mut self, share: Span, paid_on: &[usize]) {
        self.personal_share = self.personal_share.plus(share);
        for (place, account) in self.programmes.iter_mut().enumerate() {
            account.is_unbroken &= paid_on.contains(&place);
        }
    }

    fn of(&self, programme: usize, amount: impl Fn(&Account) -> Span) -> Span {
        self.programmes.get(programme).map_or(Span::ZERO, amount)
    }
}

impl benefit::Account for YearAccount {
    fn paid(&self, programme: usize) -> Span {
        self.of(programme, |account| account.paid)
    }

    fn paid_here(&self, programme: usize) -> Span {
        self.of(programme, |account| account.here)
    }

    fn paid_before(&self, programme: usize) -> Span {
        self.of(programme, |account| account.before)
    }

    fn share_since(&self, programme: usize) -> Option<Money> {
        let account = self.programmes.get(programme)?;
        (account.is_unbroken && !account.has_slip).then_some(self.share_before)
    }

    fn borne(&self, programme: usize) -> Span {
        self.of(programme, |account| account.borne)
    }

    fn inpatient_in_scope(&self) -> Span {
        self.inpatient_in_scope
    }

    fn personal_share(&self) -> Span {
        self.personal_share
    }
}
