//! What each insurance year holds while its expenses are settled, and every shorter time in which a counter counts.

use crate::benefit::{Account, Holder, Payment, Tally, When};
use crate::calendar::Date;
use crate::interval::{CountInterval, Interval};
use crate::money::Money;
use crate::option_set::OptionSet;
use crate::ordered::{Map, Set, map};
use crate::policy::book::Counted;
use crate::policy::step::{BillPart, Counts, Per, Slot, Window};
use crate::quantity::Quantity;
use crate::request::{CounterRef, Request, YearToDate};
use crate::vocabulary::Fact;

/// The accounts of all years, and those that are open for the expense that is settled now.
#[derive(Clone, Debug)]
pub struct Ledger<'r> {
    request: &'r Request,
    years: Map<i64, YearAccount>,
    tallies: Map<Slot, Tallies>,
    /// The window of each time in which something counts.
    open: Vec<(Per, Window)>,
    /// The options that the expense may have of facts that are counted apart.
    apart: Vec<(Fact, OptionSet)>,
    year: i64,
    /// What the personal account might have paid so far, if it held enough.
    pub payable: Interval,
}

/// What was counted in one window.
#[derive(Clone, Debug, Default)]
struct Tallies {
    amounts: Map<(Counts, Holder), Tally>,
    uses: Map<Holder, CountInterval>,
}

/// What is kept of a year beside its counts.
#[derive(Clone, Debug, Default)]
struct YearAccount {
    /// What the year held of services before the first expense.
    before_services: Map<Counts, Money>,
    /// What was computed of each programme: what it paid, but for what slips say.
    computed: Map<usize, Interval>,
    /// Programmes of which a slip used up a part of the cap.
    with_slip: Set<usize>,
    /// Programmes that paid what no limit bounds: a limit does not tell how much they paid.
    not_by_limit: Set<usize>,
    /// Second layers that did not pay for sure on every share that the year holds for them.
    broken: Set<usize>,
}

impl<'r> Ledger<'r> {
    /// As the request says the years stood before its expenses.
    pub fn new(request: &'r Request) -> Self {
        let so_far = || request.year_to_date.iter();
        let years = so_far().map(|(year, so_far)| (*year, YearAccount::starting_at(so_far)));
        let tallies = so_far().map(|(year, so_far)| (Slot::from(Window::Year(*year)), Tallies::starting_at(so_far)));
        let (open, apart) = (Vec::new(), Vec::new());
        Ledger { request, years: map(years), tallies: map(tallies), open, apart, year: 0, payable: Interval::ZERO }
    }

    /// An expense begins, on a day of an insurance year, in a stay.
    pub fn begin(&mut self, day: Date, year: i64, stay: usize) {
        // A stay in parts is counted even where no counter of the region asks for it: its deductible is one.
        let times = &self.counted().times;
        let is_parted = self.request.has_parts(stay) && !times.contains(&Per::Stay);
        let counted = times.iter().chain(is_parted.then_some(&Per::Stay));
        self.open = counted.map(|per| (*per, per.window(day, year, stay))).collect();
        self.year = year;
        self.tallies.retain(|slot, _| slot.window != Window::Expense);
    }

    /// The options that the expense may have of facts that are counted apart.
    pub fn keep_apart(&mut self, apart: Vec<(Fact, OptionSet)>) {
        self.apart = apart;
    }

    /// What the region's counters count.
    pub fn counted(&self) -> &'r Counted {
        &self.request.book.counted
    }

    /// What was computed of a programme, year by year.
    pub fn computed(&self, programme: usize) -> impl Iterator<Item = Interval> {
        self.years.values().filter_map(move |year| year.computed.get(&programme).copied())
    }

    /// An amount is counted.
    pub fn count(&mut self, counts: Counts, of: Holder, amount: Interval) {
        if amount == Interval::ZERO {
            return;
        }
        let Ledger { open, apart, tallies, .. } = self;
        for (slot, is_sure) in slots(open, apart) {
            let tally = tallies.entry(slot).or_default().amounts.entry((counts, of)).or_default();
            tally.now = tally.now.plus(if is_sure { amount } else { amount.or(Interval::ZERO) });
        }
    }

    /// A programme pays.
    pub fn book(&mut self, programme: usize, payment: &Payment) {
        for (step, borne) in &payment.borne {
            self.count(Counts::Borne, Holder::Deductible(programme, *step), *borne);
        }
        let most = payment.year_most.map(|most| most.max(self.paid_this_year(programme).high));
        self.count_paid(programme, payment.paid.less(payment.past_limits));
        let year = self.years.entry(self.year).or_default();
        let computed = year.computed.entry(programme).or_insert(Interval::ZERO);
        *computed = computed.plus(payment.paid);
        if payment.past_limits != Interval::ZERO {
            year.not_by_limit.insert(programme);
        }
        if (payment.year_paid, most) == (None, None)
            || year.with_slip.contains(&programme)
            || year.not_by_limit.contains(&programme)
        {
            return;
        }
        let of_year = self.tallies.entry(Window::Year(self.year).into()).or_default();
        let tally = of_year.amounts.entry((Counts::Paid, Holder::Programme(programme))).or_default();
        if let Some(paid) = payment.year_paid {
            tally.now = tally.now.meet(paid);
            *computed = computed.meet(paid.less(tally.before));
        }
        if let Some(most) = most {
            tally.now = tally.now.at_most(most);
            *computed = computed.at_most(most.less(tally.before.low));
        }
    }

    /// What a programme has paid this year, with what the request says of before.
    fn paid_this_year(&self, programme: usize) -> Interval {
        let tally = self.tally(Per::Year.into(), Counts::Paid, Holder::Programme(programme));
        tally.map_or(Interval::ZERO, |tally| tally.now)
    }

    /// A slip uses up a part of a programme's cap.
    pub fn book_slip(&mut self, programme: usize, used: Interval) {
        self.count_paid(programme, used);
        self.years.entry(self.year).or_default().with_slip.insert(programme);
    }

    /// A payment is counted, and that there was one.
    fn count_paid(&mut self, programme: usize, paid: Interval) {
        let holder = Holder::Programme(programme);
        let of_stay = self.tally(Per::Stay.into(), Counts::Paid, holder).map_or(Interval::ZERO, |tally| tally.now);
        let used = one_use(paid, of_stay);
        self.count(Counts::Paid, holder, paid);
        let is_counted = self.counted().uses.contains(&programme) && paid.high > Money::ZERO;
        let Ledger { open, apart, tallies, .. } = self;
        for (slot, is_sure) in slots(open, apart).filter(|_| is_counted) {
            let uses = tallies.entry(slot).or_default().uses.entry(holder).or_insert(CountInterval::NONE);
            *uses = uses.and(if is_sure { used } else { used.or(CountInterval::NONE) });
        }
    }

    /// A share of the year came up, on which these second layers did not pay for sure.
    pub fn keep_broken(&mut self, layers: Vec<usize>) {
        self.years.entry(self.year).or_default().broken.extend(layers);
    }

    fn open_window(&self, per: Per) -> Option<&Window> {
        self.open.iter().find(|(time, _)| *time == per).map(|(_, window)| window)
    }

    fn slot(&self, When { per, apart }: When) -> Option<Slot> {
        Some(Slot { window: *self.open_window(per)?, apart })
    }

    fn tallies(&self, when: When) -> Option<&Tallies> {
        self.tallies.get(&self.slot(when)?)
    }

    fn this_year(&self) -> Option<&YearAccount> {
        self.years.get(&self.year)
    }
}

/// Where what is counted now belongs, each with whether that is sure.
fn slots(open: &[(Per, Window)], apart: &[(Fact, OptionSet)]) -> impl Iterator<Item = (Slot, bool)> {
    let together = open.iter().map(|(_, window)| (Slot::from(*window), true));
    let options = apart
        .iter()
        .flat_map(|(fact, possible)| possible.iter().map(move |option| (Some((*fact, option)), possible.len() == 1)));
    together.chain(
        options.flat_map(|(apart, is_sure)| {
            open.iter().map(move |(_, window)| (Slot { window: *window, apart }, is_sure))
        }),
    )
}

/// A use, where more than nothing is paid; whatever moves the payment decides it. A stay is used once: not where something was
/// paid of an earlier part of it.
fn one_use(paid: Interval, of_stay: Interval) -> CountInterval {
    let (is_first, may_be_first) = (of_stay.high == Money::ZERO, of_stay.low == Money::ZERO);
    let (low, high) = (is_first && paid.low > Money::ZERO, may_be_first && paid.high > Money::ZERO);
    let trend = if is_first { paid.trend } else { paid.trend.with(of_stay.trend).either_way() };
    let trend = trend.beside(high);
    CountInterval::new(i64::from(low), i64::from(high), trend)
}

impl Tallies {
    fn starting_at(so_far: &YearToDate) -> Self {
        let paid =
            so_far.paid.iter().map(|(programme, amount)| ((Counts::Paid, Holder::Programme(*programme)), *amount));
        let borne = so_far
            .deductible_used
            .iter()
            .map(|((programme, step), amount)| ((Counts::Borne, Holder::Deductible(*programme, *step)), *amount));
        let amounts = paid.chain(borne).map(|(key, amount)| (key, Tally::starting_at(amount)));
        Tallies { amounts: map(amounts), uses: Map::default() }
    }
}

impl YearAccount {
    fn starting_at(so_far: &YearToDate) -> Self {
        let services = [
            (Counts::Eligible, so_far.in_scope),
            (Counts::LeftByBasic, so_far.personal_share),
            (Counts::Part(BillPart::LeftWithAdvance), so_far.personal_share),
            (Counts::AtHome(BillPart::Left), so_far.personal_share),
            (Counts::AtHome(BillPart::LeftWithAdvance), so_far.personal_share),
        ];
        YearAccount { before_services: map(services), ..YearAccount::default() }
    }
}

impl Account for Ledger<'_> {
    fn tally(&self, when: When, counts: Counts, of: Holder) -> Option<&Tally> {
        self.tallies(when)?.amounts.get(&(counts, of))
    }

    fn uses(&self, when: When, of: Holder) -> CountInterval {
        let uses = self.tallies(when).and_then(|tallies| tallies.uses.get(&of));
        uses.copied().unwrap_or(CountInterval::NONE)
    }

    fn given(&self, counter: &CounterRef, when: When) -> Option<Quantity> {
        if self.request.counters.is_empty() {
            return None;
        }
        self.request.counters.get(&(*counter, self.slot(when)?)).copied()
    }

    fn before_all_services(&self, per: Per, counts: Counts) -> Money {
        let year = self.this_year().filter(|_| per == Per::Year);
        year.and_then(|year| year.before_services.get(&counts)).copied().unwrap_or(Money::ZERO)
    }

    fn is_unbroken(&self, programme: usize) -> bool {
        self.this_year().is_none_or(|year| !year.broken.contains(&programme) && !year.with_slip.contains(&programme))
    }
}
