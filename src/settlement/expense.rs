//! One expense through the layers.

use super::account::{self, Left, payable};
use super::bill::{in_scope, numeric, third_party};
use super::ledger::Ledger;
use super::result::{Figure, Settled};
use crate::benefit::{Effort, Holder, Payment, Situation, pay, year_cap_left};
use crate::eligibility::{At, applies};
use crate::interval::Interval;
use crate::money::Money;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{Counts, OTHER_PAYS, SETTLED, Worked};
use crate::policy::{Kind, PatientPart, Programme};
use crate::request::Expense;
use crate::truth::Truth;
use crate::unknowns::{Cause, Split, Variable, World};
use crate::vocabulary::Fund;

/// An expense while it is settled.
pub(super) struct ExpenseSettlement<'a, 'c> {
    world: &'a World<'c>,
    place: usize,
    expense: &'c Expense,
    year: &'a mut Ledger<'c>,
    out: &'a mut Settled,
    effort: Effort,
    in_scope: Interval,
    /// What is left in scope after everyone so far.
    left: Interval,
    /// Whether the slip's amounts may be more than was left.
    is_overdrawn: bool,
    /// Whether a programme whose rule is not on file may have paid a part of it.
    has_uncounted: bool,
    /// Second layers that paid on it for sure, and were not cut by what a slip says others paid.
    layered: Vec<usize>,
    /// What counts as eligible of the programmes that applied, once the bill is settled.
    eligible: Vec<(usize, Interval)>,
    /// A decision that only matters to later layers.
    late: Option<Split>,
}

impl<'a, 'c> ExpenseSettlement<'a, 'c> {
    pub fn new(
        world: &'a World<'c>,
        place: usize,
        year: &'a mut Ledger<'c>,
        out: &'a mut Settled,
        effort: Effort,
    ) -> Self {
        let expense = world.case().expense(place);
        let in_scope = in_scope(world, place);
        ExpenseSettlement {
            left: in_scope,
            is_overdrawn: false,
            has_uncounted: false,
            late: None,
            layered: Vec::new(),
            eligible: Vec::new(),
            effort,
            world,
            place,
            expense,
            year,
            out,
            in_scope,
        }
    }

    /// Layer by layer. What the year counts of services stands as before this expense until it is through.
    pub fn run(mut self) {
        let mut share = Interval::ZERO;
        for fund in Fund::ALL {
            match self.expense.settled_by(fund) {
                Some(paid) => self.take_slip(fund, Interval::exact(paid)),
                None => self.compute(fund),
            }
            if self.effort.decides() && self.out.decision.is_some() {
                return;
            }
            if fund == Fund::Basic {
                share = self.left;
            }
        }
        let of = Holder::Service(self.expense.service);
        self.year.count(Counts::LeftByBasic, of, share);
        self.year.count(Counts::Eligible, of, self.in_scope);
        for (programme, amount) in std::mem::take(&mut self.eligible) {
            self.year.count(Counts::Eligible, Holder::Programme(programme), amount);
        }
        if !self.expense.service.is_care() {
            self.year.keep_unbroken(&self.layered);
        }
        self.sum_up();
    }

    /// A fund's payment is given: its programmes are not computed, but it uses up their yearly caps, in policy order.
    fn take_slip(&mut self, fund: Fund, amount: Interval) {
        self.out.add(Figure::ExpenseFund(self.place, fund), amount);
        let mut rest = amount;
        for p in self.programmes(fund) {
            let truth = self.pays_here(p);
            if truth == Truth::False {
                continue;
            }
            let whole = rest.min(year_cap_left(self.world, self.at(p), self.year));
            self.late = self.late.take().or(decision(&truth).filter(|_| whole != Interval::ZERO));
            let used = if truth == Truth::True { whole } else { whole.or(Interval::ZERO) };
            self.year.book_slip(p.place(), used);
            self.count_eligible(p, &truth);
            rest = rest.less(used);
            self.work(p, |_| vec![Worked::new(SETTLED, amount.low, Money::ZERO)]);
        }
        self.is_overdrawn |= self.left.low < amount.high;
        self.left = self.left.less(amount);
    }

    fn compute(&mut self, fund: Fund) {
        let mut uncounted = false;
        for p in self.programmes(fund) {
            let truth = applies(self.world, self.at(p));
            if truth == Truth::False {
                continue;
            }
            if self.programme(p).is_on_file(self.expense.date) {
                self.pay(p, fund, truth);
            } else {
                uncounted = true;
                let late = decision(&truth).filter(|_| self.matters_later(fund));
                self.late = self.late.take().or(late);
            }
        }
        if uncounted {
            self.has_uncounted = true;
            self.left = self.left.less(self.uncounted(fund));
        }
    }

    /// One programme pays, as far as it applies and gives way to no other.
    fn pay(&mut self, p: ProgrammeIx, fund: Fund, applies: Truth<Cause>) {
        let other = self.other_pays(p);
        if applies == Truth::True && other == Truth::True {
            return self.work(p, |this| {
                let id = this.alternatives(p).next().map(|q| this.programme(q).id.clone()).unwrap_or_default();
                vec![Worked::new(OTHER_PAYS, this.left.low, Money::ZERO).arg("programme", id)]
            });
        }
        let truth = applies.and(other.negate());
        if truth == Truth::False {
            return;
        }
        self.count_eligible(p, &truth);
        let allowance = self.programme(p).kind == Kind::Allowance;
        let situation = self.situation(p, fund, allowance);
        let nothing = Payment::nothing(situation.left);
        let whole = pay(self.world, situation);
        if truth == Truth::True && self.expense.settled_sum() == Money::ZERO {
            self.layered.push(p.place());
        }
        let payment = match &truth {
            Truth::Unknown(_) if !whole.equals(&nothing) => {
                let mut joined = nothing.or(whole);
                joined.decision = decision(&truth).or(joined.decision);
                joined
            }
            _ => whole,
        };
        self.enter(p, fund, allowance, payment);
    }

    /// The bill counts as one on which a programme applied, where a counter counts those of it.
    fn count_eligible(&mut self, p: ProgrammeIx, truth: &Truth<Cause>) {
        if !self.year.counted().eligible.contains(&p.place()) {
            return;
        }
        let is_sure = *truth == Truth::True;
        let amount = if is_sure { self.in_scope } else { self.in_scope.or(Interval::ZERO) };
        self.eligible.push((p.place(), amount));
        self.late = self.late.take().or(decision(truth));
    }

    /// Books a payment.
    fn enter(&mut self, p: ProgrammeIx, fund: Fund, allowance: bool, payment: Payment) {
        self.year.book(p.place(), &payment);
        if let Some(line) = self.world.case().line(p, self.place) {
            self.out.add(Figure::Line(line), payment.paid);
        }
        if allowance {
            self.out.add(Figure::Allowances, payment.paid);
        } else {
            self.out.add(Figure::ExpenseFund(self.place, fund), payment.paid);
            self.left = payment.left;
        }
        if fund == Fund::Basic {
            self.out.add(Figure::ExpenseDeductible(self.place), payment.deductible);
        }
        if self.out.decision.is_none() && payment.decision.is_some() {
            self.out.decision = payment.decision;
            self.out.decides = self.world.case().line(p, self.place);
        }
        self.work(p, |_| payment.steps);
    }

    /// What a programme of a fund meets. An allowance needs no bill and is limited by none.
    fn situation(&self, p: ProgrammeIx, fund: Fund, allowance: bool) -> Situation<'_> {
        Situation {
            at: self.at(p),
            bill: self.expense.total.unwrap_or_default(),
            in_scope: self.in_scope,
            left: if allowance { Interval::exact(Money::NO_LIMIT) } else { self.left },
            reserved: if allowance { Money::ZERO } else { self.reserved_after(fund) },
            year: self.year,
            effort: self.effort,
        }
    }

    /// What the slip says the funds after this one paid.
    fn reserved_after(&self, fund: Fund) -> Money {
        let later = self.expense.settled.iter().skip(fund.index()).flatten();
        later.fold(Money::ZERO, |sum, fen| sum + *fen)
    }

    fn sum_up(mut self) {
        // Nobody is paid more than is in scope, beside what the slip says.
        let settled = self.expense.settled_sum();
        let most = settled + self.in_scope.high.less(settled);
        let mut sum = Interval::ZERO;
        for fund in Fund::ALL {
            let figure = Figure::ExpenseFund(self.place, fund);
            self.out.limit(figure, most);
            sum = sum.plus(self.out.amount(figure));
        }
        // The same amount from the other side: what is in scope and not left was paid.
        let whole = !self.has_uncounted && !self.is_overdrawn;
        let paid = if whole { sum.meet(self.in_scope.less(self.left)) } else { sum };
        self.out.add(Figure::ExpensePaid(self.place), paid.at_most(most));
        self.out.add(Figure::ExpenseInScope(self.place), self.in_scope);
        self.pay_from_account(whole);
        self.out.decision = self.out.decision.take().or(self.late);
    }

    /// The personal account pays a part of what is left to the patient.
    fn pay_from_account(&mut self, is_whole: bool) {
        if !self.world.case().book().has_account() {
            return;
        }
        let paid = self.out.amount(Figure::ExpensePaid(self.place));
        let in_scope = if is_whole { self.left } else { self.in_scope.less(paid) };
        let deductible = self.out.amount(Figure::ExpenseDeductible(self.place));
        let (sure, perhaps) = self.account_pays();
        let of = |pays: &[PatientPart]| payable(self.world, self.place, &Left { in_scope, deductible }, pays);
        let mut payable = of(&sure);
        if perhaps.len() > sure.len() {
            payable = payable.or(of(&perhaps));
        }
        // Where a slip says more than was left, or somebody else bears what is out of scope too, the parts are more than the bill.
        let unpaid = Interval::exact(self.expense.total.unwrap_or_default()).less(paid);
        let are_more = self.is_overdrawn || third_party(self.world, self.place) != Interval::ZERO;
        payable = if are_more { payable.within(unpaid) } else { payable.of_all(unpaid) };
        let (account, cash) = account::pay(account::balance(self.world), self.year.payable, payable);
        self.year.payable = self.year.payable.plus(payable.may);
        self.out.add(Figure::ExpenseAccount(self.place), account);
        self.out.add(Figure::ExpenseCash(self.place), cash.meet(unpaid.less(account)));
    }

    /// The parts that the account pays for sure, and those that it pays under the conditions that are still open.
    fn account_pays(&mut self) -> (Vec<PatientPart>, Vec<PatientPart>) {
        let (mut sure, mut perhaps): (Vec<PatientPart>, Vec<PatientPart>) = (Vec::new(), Vec::new());
        let programmes: Vec<ProgrammeIx> = Fund::ALL.into_iter().flat_map(|fund| self.programmes(fund)).collect();
        for p in programmes {
            let programme = self.programme(p);
            let Some(pays) = programme.account.as_ref().filter(|_| programme.is_on_file(self.expense.date)) else {
                continue;
            };
            let truth = applies(self.world, self.at(p));
            if truth == Truth::True {
                sure.extend(pays.iter().filter(|part| !sure.contains(part)).copied().collect::<Vec<_>>());
            } else {
                self.late = self.late.take().or(decision(&truth));
            }
            if truth != Truth::False {
                perhaps.extend(pays.iter().filter(|part| !perhaps.contains(part)).copied().collect::<Vec<_>>());
            }
        }
        (sure, perhaps)
    }

    /// Applies here, is on file and gives way to no other.
    fn pays_here(&self, p: ProgrammeIx) -> Truth<Cause> {
        if self.programme(p).is_on_file(self.expense.date) {
            applies(self.world, self.at(p)).and(self.other_pays(p).negate())
        } else {
            Truth::False
        }
    }

    /// Whether an alternative before which this programme gives way applies.
    fn other_pays(&self, p: ProgrammeIx) -> Truth<Cause> {
        Truth::any(self.alternatives(p).map(|other| applies(self.world, self.at(other))))
    }

    fn alternatives(&self, p: ProgrammeIx) -> impl Iterator<Item = ProgrammeIx> {
        let book = self.world.case().book();
        let others = book.programme(p).yields_to.iter().filter_map(move |place| book.sibling(p, *place));
        others.filter(|other| {
            let other = self.programme(*other);
            other.services.contains(&self.expense.service) && other.is_on_file(self.expense.date)
        })
    }

    fn matters_later(&self, fund: Fund) -> bool {
        let mut later = Fund::ALL.into_iter().filter(|f| *f > fund).flat_map(|f| self.programmes(f));
        later.any(|p| self.programme(p).is_on_file(self.expense.date))
    }

    /// What the fund's programmes whose rule is not on file may take of it.
    fn uncounted(&self, fund: Fund) -> Interval {
        let case = self.world.case();
        let var: Variable = case.uncounted(self.place, fund);
        numeric(self.world, var)
    }

    fn programmes(&self, fund: Fund) -> Vec<ProgrammeIx> {
        let book = self.world.case().book();
        let pays = |p: &ProgrammeIx| {
            let programme = book.programme(*p);
            programme.fund == Some(fund) && programme.services.contains(&self.expense.service)
        };
        book.programmes().filter(pays).collect()
    }

    fn at(&self, p: ProgrammeIx) -> At {
        At::line(self.world, p, self.place)
    }

    fn programme(&self, p: ProgrammeIx) -> &'c Programme {
        self.world.case().book().programme(p)
    }

    /// Keeps the working of a line, where it is wanted.
    fn work(&mut self, p: ProgrammeIx, steps: impl FnOnce(&Self) -> Vec<Worked>) {
        if !self.effort.explains() {
            return;
        }
        let steps = steps(self);
        let line = self.world.case().line(p, self.place);
        if let Some(slot) = line.and_then(|line| self.out.steps.get_mut(line)) {
            *slot = steps;
        }
    }
}

fn decision(truth: &Truth<Cause>) -> Option<Split> {
    truth.causes().find_map(|cause| match cause {
        Cause::Open(decision) => Some(decision.clone()),
        Cause::Related(_) | Cause::OpenList | Cause::Pending => None,
    })
}
