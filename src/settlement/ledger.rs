//! What each calendar year holds while its expenses are settled.

use crate::benefit::{Account, Holder, Payment, Tally};
use crate::interval::Interval;
use crate::money::Money;
use crate::ordered::{Map, Set, map};
use crate::policy::step::Counts;
use crate::request::{Request, YearToDate};

/// The years' accounts.
#[derive(Debug)]
pub struct Ledger {
    years: Map<i64, YearAccount>,
}

/// One year's account.
#[derive(Clone, Debug, Default)]
pub struct YearAccount {
    tallies: Map<(Counts, Holder), Tally>,
    /// What the year held of services before the first expense.
    before_services: Map<Counts, Money>,
    /// What was computed of each programme: what it paid, but for what slips say.
    computed: Map<usize, Interval>,
    /// Programmes of which a slip used up a part of the cap.
    with_slip: Set<usize>,
    /// The second layers that paid on every share of the year; none while there was no share yet.
    unbroken: Option<Set<usize>>,
}

impl Ledger {
    /// As the request says the years stood before its expenses.
    pub fn new(request: &Request) -> Self {
        let years = request.year_to_date.iter().map(|(year, so_far)| (*year, YearAccount::starting_at(so_far)));
        Ledger { years: years.collect() }
    }

    /// Every year's account.
    pub fn years(&self) -> impl Iterator<Item = &YearAccount> {
        self.years.values()
    }

    /// The account of a year.
    pub fn year(&mut self, year: i64) -> &mut YearAccount {
        self.years.entry(year).or_default()
    }
}

impl YearAccount {
    fn starting_at(so_far: &YearToDate) -> Self {
        let of_programmes = [(Counts::Paid, &so_far.paid), (Counts::Borne, &so_far.deductible_used)];
        let tallies = of_programmes.into_iter().flat_map(|(counts, amounts)| {
            let key = move |place: &usize| (counts, Holder::Programme(*place));
            amounts.iter().map(move |(place, amount)| (key(place), Tally::starting_at(*amount)))
        });
        let services = [(Counts::Eligible, so_far.in_scope), (Counts::LeftByBasic, so_far.personal_share)];
        YearAccount { tallies: map(tallies), before_services: map(services), ..YearAccount::default() }
    }

    /// A new expense begins.
    pub fn begin(&mut self) {
        for (_, tally) in self.tallies.iter_mut() {
            tally.here = Interval::ZERO;
        }
    }

    /// An amount is counted.
    pub fn count(&mut self, counts: Counts, of: Holder, amount: Interval) {
        if amount == Interval::ZERO {
            return;
        }
        let tally = self.tallies.entry((counts, of)).or_default();
        tally.now = tally.now.plus(amount);
        tally.here = tally.here.plus(amount);
    }

    /// A programme pays.
    pub fn book(&mut self, programme: usize, payment: &Payment) {
        let holder = Holder::Programme(programme);
        self.count(Counts::Borne, holder, payment.deductible);
        self.count(Counts::Paid, holder, payment.paid);
        let computed = self.computed.entry(programme).or_insert(Interval::ZERO);
        *computed = computed.plus(payment.paid);
        if let Some(year) = payment.year_paid.filter(|_| !self.with_slip.contains(&programme)) {
            let tally = self.tallies.entry((Counts::Paid, holder)).or_default();
            tally.now = tally.now.meet(year);
            *computed = computed.meet(year.less(tally.before));
        }
    }

    /// A slip uses up a part of a programme's cap.
    pub fn book_slip(&mut self, programme: usize, used: Interval) {
        self.count(Counts::Paid, Holder::Programme(programme), used);
        self.with_slip.insert(programme);
    }

    /// What was computed of a programme this year.
    pub fn computed(&self, programme: usize) -> Interval {
        self.computed.get(&programme).copied().unwrap_or(Interval::ZERO)
    }

    /// A share of the year came up, on which these second layers paid for sure.
    pub fn keep_unbroken(&mut self, paid_on: &[usize]) {
        let here: Set<usize> = paid_on.iter().copied().collect();
        self.unbroken = Some(match self.unbroken.take() {
            Some(so_far) => so_far.iter().filter(|place| here.contains(place)).copied().collect(),
            None => here,
        });
    }
}

impl Account for YearAccount {
    fn tally(&self, counts: Counts, of: Holder) -> Option<&Tally> {
        self.tallies.get(&(counts, of))
    }

    fn before_all_services(&self, counts: Counts) -> Money {
        self.before_services.get(&counts).copied().unwrap_or(Money::ZERO)
    }

    fn is_unbroken(&self, programme: usize) -> bool {
        let paid_on_all = self.unbroken.as_ref().is_none_or(|programmes| programmes.contains(&programme));
        paid_on_all && !self.with_slip.contains(&programme)
    }
}
