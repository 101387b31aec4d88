//! One expense through the layers.

use super::account::{self, Left, payable};
use super::bill::{advance, in_scope, in_scope_with_advance, numeric, out_of_catalogue, third_party};
use super::ledger::Ledger;
use super::result::{Figure, Settled};
use crate::benefit::{Effort, Holder, Parts, Payment, Situation, pay, year_cap_left};
use crate::eligibility::{At, applies};
use crate::interval::Interval;
use crate::money::Money;
use crate::option_set::OptionSet;
use crate::ordered::Set;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{BillPart, Counts, OTHER_PAYS, Overflow, Pot, SETTLED, Step, Worked};
use crate::policy::{Kind, PatientPart, Programme};
use crate::request::Expense;
use crate::truth::Truth;
use crate::unknowns::{Cause, Domain, Split, Variable, World};
use crate::vocabulary::{Fact, Fund, Payer, Service};

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
    /// What basic programmes left in scope, once they are through.
    left_by_basic: Option<Interval>,
    left_with_advance: Option<Interval>,
    /// What computed programmes paid on the bill, and what of it did not come out of what is left in scope.
    paid: Interval,
    paid_out_of_scope: Interval,
    /// Whether a payment came out of the whole bill.
    has_mixed: bool,
    /// What programmes whose rule is not on file may have paid.
    uncounted: Interval,
    /// What yearly limits left over, by the places of their programmes.
    overflows: Vec<(usize, Overflow)>,
    over_ceiling: Interval,
    /// What the patient bore first of basic programmes.
    borne_first: Interval,
    /// The parts of the bill as they would be if care elsewhere had been at home, where a second layer asks.
    at_home: Option<Parts>,
    /// What counts of the programmes that applied, once the bill is settled.
    counted: Vec<(Counts, usize, Interval)>,
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
            left_by_basic: None,
            left_with_advance: None,
            paid: Interval::ZERO,
            paid_out_of_scope: Interval::ZERO,
            has_mixed: false,
            uncounted: Interval::ZERO,
            overflows: Vec::new(),
            over_ceiling: Interval::ZERO,
            borne_first: Interval::ZERO,
            at_home: None,
            layered: Vec::new(),
            counted: Vec::new(),
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
        let apart = self.apart();
        let open = || self.world.undecided_parts(self.place).or_else(|| self.undecided(&apart));
        if let Some(split) = self.effort.decides().then(open).flatten() {
            self.out.decision = Some(split);
            return;
        }
        self.year.keep_apart(apart);
        let book = self.world.case().book();
        for &fund in &book.fund_order {
            if fund == Fund::Basic && self.year.counted().at_home {
                self.at_home = self.basic_at_home();
            }
            match self.expense.settled_by(fund) {
                Some(paid) => self.take_slip(fund, Interval::exact(paid)),
                None => self.compute(fund),
            }
            if self.effort.decides() && self.out.decision.is_some() {
                return;
            }
            if fund == Fund::Basic {
                self.keep_share();
            }
        }
        self.count_bill();
        for (counts, programme, amount) in std::mem::take(&mut self.counted) {
            self.year.count(counts, Holder::Programme(programme), amount);
        }
        if !self.expense.service.is_care() {
            self.year.keep_unbroken(&self.layered);
        }
        self.sum_up();
    }

    /// The options that the expense may have of facts that are counted apart.
    fn apart(&self) -> Vec<(Fact, OptionSet)> {
        let asks = |(_, services): &(&Fact, &Set<Service>)| services.contains(&self.expense.service);
        let facts = self.year.counted().apart.iter().filter(asks).map(|(fact, _)| *fact);
        let possible = |fact| self.world.domain(self.world.case().fact(fact, Some(self.place))).options();
        facts.map(|fact| (fact, possible(fact).unwrap_or_default())).collect()
    }

    /// What is counted apart must be decided first: nothing else says where an amount belongs.
    fn undecided(&self, apart: &[(Fact, OptionSet)]) -> Option<Split> {
        let (fact, possible) = apart.iter().find(|(_, possible)| possible.len() > 1)?;
        let parts = possible.iter().map(Domain::option).collect();
        Some(Split { variable: self.world.case().fact(*fact, Some(self.place)), parts })
    }

    /// The patient's share as it stands: the base of the second layers, of this bill and, later, of the year before.
    fn keep_share(&mut self) {
        let before = self.left_by_basic.replace(self.left);
        let left_with_advance = self.left_with_advance();
        self.left_with_advance = Some(left_with_advance);
        if let Some(at_home) = &mut self.at_home {
            // What was paid since then, was paid of the share at home too.
            let paid =
                before.filter(|before| *before != self.left).map_or(Interval::ZERO, |before| before.less(self.left));
            at_home.left = at_home.left.less(paid).min(self.left);
            at_home.left_with_advance = at_home.left_with_advance.less(paid).min(left_with_advance);
        }
    }

    /// What goes on in the fund of basic insurance is no share of the patient's. What another layer has paid before it stays in the
    /// share.
    fn take_from_share(&mut self, left: Interval, paid: Interval) {
        if self.left_by_basic == Some(left) {
            return self.keep_share();
        }
        let at_home = self.at_home.iter_mut().flat_map(|parts| [&mut parts.left, &mut parts.left_with_advance]);
        let shares = self.left_by_basic.iter_mut().chain(&mut self.left_with_advance).chain(at_home);
        shares.for_each(|share| *share = share.less(paid));
    }

    /// What basic insurance would leave of a bill of care elsewhere if it had been at home, with the year as it stands; none
    /// where it was at home, or a slip says what basic insurance paid.
    fn basic_at_home(&mut self) -> Option<Parts> {
        let var = self.world.case().fact(Fact::out_of_area(), Some(self.place));
        if self.expense.settled_by(Fund::Basic).is_some() || self.world.domain(var) == Domain::NO {
            return None;
        }
        let world = self.world.with(var, Domain::NO);
        let (mut year, mut out) = (self.year.clone(), Settled::new(world.case()));
        let effort = if self.effort.decides() { Effort::Decide } else { Effort::Bound };
        let mut home = ExpenseSettlement::new(&world, self.place, &mut year, &mut out, effort);
        home.left = self.left;
        home.compute(Fund::Basic);
        let parts = home.parts(Interval::ZERO);
        self.late = self.late.take().or(home.late).or(out.decision);
        Some(parts)
    }

    /// Whether a programme of a second layer goes on where a yearly limit of basic insurance ends. What it pays is no
    /// share of the patient's any more.
    fn goes_on_above_a_limit(&self, p: ProgrammeIx, fund: Fund) -> bool {
        let is_second_layer = matches!(fund, Fund::CriticalIllness | Fund::LargeExpense);
        is_second_layer && self.programme(p).benefit.iter().any(|step| !step.overflows().is_empty())
    }

    /// What the year counts of services.
    fn count_bill(&mut self) {
        let of = Holder::Service(self.expense.service);
        let share = self.left_by_basic.unwrap_or(Interval::ZERO);
        let mut counts = vec![(Counts::LeftByBasic, share), (Counts::Eligible, self.in_scope)];
        let counted = self.year.counted();
        if counted.parts.iter().next().is_some() {
            let left_with_advance = self.left_with_advance.unwrap_or(Interval::ZERO);
            let parts = Parts { left: share, left_with_advance, ..self.parts(Interval::ZERO) };
            let at_home = self.at_home.unwrap_or(parts);
            counts.extend(counted.parts.iter().filter_map(|what| match what {
                Counts::Part(part) => Some((*what, parts.get(*part))),
                Counts::AtHome(part) => Some((*what, at_home.get(*part))),
                _ => None,
            }));
        }
        for (what, amount) in counts {
            self.year.count(what, of, amount);
        }
    }

    /// A fund's payment is given: its programmes are not computed, but it uses up their yearly caps, in policy order.
    fn take_slip(&mut self, fund: Fund, amount: Interval) {
        self.out.add(Figure::ExpenseFund(self.place, fund), amount);
        self.add_payer(fund, self.payer_on_slip(fund), amount);
        let mut rest = amount;
        for &p in self.programmes(fund) {
            let truth = self.pays_here(p);
            if truth == Truth::False {
                continue;
            }
            let counted = self.year.counted();
            if counted.overflow.contains(&p.place()) || counted.bases.contains(&p.place()) {
                let computed = pay(self.world, self.situation(p, fund, false));
                self.count_base(p, &truth, computed.base);
                self.keep_overflow(
                    p,
                    fund,
                    computed.overflow.map(|o| if truth == Truth::True { o } else { o.or_nothing() }),
                );
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
        for &p in self.programmes(fund) {
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
            let uncounted = self.uncounted(fund);
            self.uncounted = self.uncounted.plus(uncounted);
            self.left = self.left.less(uncounted);
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
        self.out.plans = self.out.plans.saturating_add(whole.plans);
        self.count_base(p, &truth, whole.base);
        let is_first = self.left_by_basic.is_none_or(|share| share == self.left);
        if truth == Truth::True && is_first && self.expense.settled_sum() == Money::ZERO {
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
        self.counted.push((Counts::Eligible, p.place(), amount));
        self.late = self.late.take().or(decision(truth));
    }

    /// What went into a programme's steps, where a counter counts it.
    fn count_base(&mut self, p: ProgrammeIx, truth: &Truth<Cause>, base: Interval) {
        if !self.year.counted().bases.contains(&p.place()) {
            return;
        }
        let amount = if *truth == Truth::True { base } else { base.or(Interval::ZERO) };
        self.counted.push((Counts::Base, p.place(), amount));
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
            self.add_payer(fund, self.programme(p).payer, payment.paid);
            let left = std::mem::replace(&mut self.left, payment.left);
            self.paid = self.paid.plus(payment.paid);
            match payment.pot {
                Pot::Left => {}
                Pot::OutOfScope => self.paid_out_of_scope = self.paid_out_of_scope.plus(payment.paid),
                Pot::Unpaid => self.has_mixed = true,
            }
            self.keep_overflow(p, fund, payment.overflow);
            if self.goes_on_above_a_limit(p, fund) {
                self.take_from_share(left, payment.paid);
            }
        }
        if fund == Fund::Basic {
            self.borne_first = self.borne_first.plus(payment.borne_first);
            self.out.add(Figure::ExpenseDeductible(self.place), payment.deductible);
        }
        if self.out.decision.is_none() && payment.decision.is_some() {
            self.out.decision = payment.decision;
            self.out.decides = self.world.case().line(p, self.place);
        }
        self.out.lacks_working |= payment.lacks_working;
        self.work(p, |_| payment.steps);
    }

    /// A payment on top of the layers stands on the slip under who pays it.
    fn add_payer(&mut self, fund: Fund, payer: Option<Payer>, amount: Interval) {
        let payer = if fund == Fund::LongTermCare { Some(Payer::City) } else { payer };
        if let Some(payer) = payer {
            self.out.add(Figure::ExpensePayer(self.place, payer), amount);
        }
    }

    /// Whose a supplement on a slip is: that of the only payer there is here, else nobody's in particular.
    fn payer_on_slip(&self, fund: Fund) -> Option<Payer> {
        let payers: Vec<Payer> = self.programmes(fund).iter().filter_map(|p| self.programme(*p).payer).collect();
        let first = payers.first().copied().filter(|first| payers.iter().all(|payer| payer == first));
        (fund == Fund::Supplement).then(|| first.unwrap_or(Payer::City))
    }

    fn keep_overflow(&mut self, p: ProgrammeIx, fund: Fund, overflow: Option<Overflow>) {
        let Some(overflow) = overflow else { return };
        self.overflows.push((p.place(), overflow));
        // A ceiling is of a year.
        if fund == Fund::Basic && self.programme(p).benefit.iter().any(Step::is_yearly_limit) {
            self.over_ceiling = self.over_ceiling.plus(overflow.above_deductible);
        }
    }

    /// What is in scope and not paid so far, and the advance.
    fn left_with_advance(&self) -> Interval {
        if !self.year.counted().advance {
            return Interval::ZERO;
        }
        let is_whole = self.expense.settled_sum() == Money::ZERO && !self.has_uncounted;
        let paid = self.in_scope.less(self.left);
        let paid = if is_whole { self.paid.meet(paid) } else { paid };
        in_scope_with_advance(self.world, self.place).less(paid)
    }

    /// The parts of the bill as they stand.
    fn parts(&self, unpaid: Interval) -> Parts {
        // Working these out costs more than many a programme.
        let asks = self.year.counted().advance;
        Parts {
            deductible: self.out.amount(Figure::ExpenseDeductible(self.place)),
            out_of_catalogue: if asks { out_of_catalogue(self.world, self.place) } else { Interval::ZERO },
            advance: if asks { advance(self.world, self.place) } else { Interval::ZERO },
            // Once basic insurance is through: as it left them, whatever other layers have paid since.
            left: self.left_by_basic.unwrap_or(self.left),
            left_with_advance: self.left_with_advance.unwrap_or_else(|| self.left_with_advance()),
            over_ceiling: self.over_ceiling,
            borne_first: self.borne_first,
            unpaid,
        }
    }

    /// What nobody has paid of the bill, or must bear in the place of the insurance. What slips say is not for the computed programmes.
    fn unpaid(&self) -> Interval {
        let bill = self.expense.total.unwrap_or_default().less(self.expense.settled_sum());
        let paid = self.paid_from_both_sides(self.paid, self.expense.settled_sum() == Money::ZERO);
        Interval::exact(bill).less(third_party(self.world, self.place)).less(paid).less(self.uncounted)
    }

    /// The same payments from the other side: what is in scope and not left was paid, and what was paid beside that.
    fn paid_from_both_sides(&self, paid: Interval, is_whole: bool) -> Interval {
        if !is_whole || self.has_uncounted || self.has_mixed {
            return paid;
        }
        paid.meet(self.in_scope.less(self.left).plus(self.paid_out_of_scope))
    }

    /// What a programme of a fund meets. An allowance needs no bill and is limited by none.
    fn situation(&self, p: ProgrammeIx, fund: Fund, allowance: bool) -> Situation<'_> {
        let is_supplement = fund == Fund::Supplement;
        let asks = |step: &Step| step.asks_for(BillPart::Unpaid);
        let asks_unpaid = is_supplement || self.programme(p).benefit.first().is_some_and(asks);
        Situation {
            at: self.at(p),
            parts: self.parts(if asks_unpaid { self.unpaid() } else { Interval::ZERO }),
            at_home: self.at_home.as_ref(),
            is_supplement,
            overflows: &self.overflows,
            wants_overflow: self.year.counted().overflow.contains(&p.place()),
            wants_base: self.year.counted().bases.contains(&p.place()),
            bill: self.expense.total.unwrap_or_default(),
            third_party: third_party(self.world, self.place),
            in_scope: self.in_scope,
            left: if allowance { Interval::exact(Money::NO_LIMIT) } else { self.left },
            reserved: if allowance { Money::ZERO } else { self.reserved_after(fund) },
            year: self.year,
            effort: self.effort,
        }
    }

    /// What the slip says the funds after this one paid.
    fn reserved_after(&self, fund: Fund) -> Money {
        let order = self.world.case().book().fund_order.iter();
        let later = order.skip_while(|other| **other != fund).filter_map(|other| self.expense.settled_by(*other));
        later.fold(Money::ZERO, |sum, amount| sum + amount)
    }

    fn sum_up(mut self) {
        // Nobody is paid more than is in scope, beside what the slip says.
        let settled = self.expense.settled_sum();
        let most = settled + self.in_scope.high.less(settled);
        let bill = self.expense.total.unwrap_or_default();
        let mut sum = Interval::ZERO;
        for fund in Fund::ALL {
            let figure = Figure::ExpenseFund(self.place, fund);
            self.out.limit(figure, if fund == Fund::Supplement { bill } else { most });
            sum = sum.plus(self.out.amount(figure));
        }
        let has_supplement = self.out.amount(Figure::ExpenseFund(self.place, Fund::Supplement)) != Interval::ZERO;
        let most = if has_supplement { bill } else { most };
        let paid = self.paid_from_both_sides(sum, !self.is_overdrawn);
        self.out.add(Figure::ExpensePaid(self.place), paid.at_most(most));
        self.out.add(Figure::ExpenseInScope(self.place), self.in_scope);
        let pays_beside = has_supplement || self.has_mixed || self.paid_out_of_scope != Interval::ZERO;
        self.pay_from_account(!self.has_uncounted && !self.is_overdrawn && !pays_beside, pays_beside);
        self.out.decision = self.out.decision.take().or(self.late);
    }

    /// The personal account pays a part of what is left to the patient.
    fn pay_from_account(&mut self, is_whole: bool, pays_beside: bool) {
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
        // Where a slip says more than was left, somebody else bears what is out of scope too, or a payment came out of that, the
        // parts are more than the bill.
        let unpaid = Interval::exact(self.expense.total.unwrap_or_default()).less(paid);
        let are_more = pays_beside || self.is_overdrawn || third_party(self.world, self.place) != Interval::ZERO;
        payable = if are_more { payable.within(unpaid) } else { payable.of_all(unpaid) };
        let (account, cash) = account::pay(account::balance(self.world), self.year.payable, payable);
        self.year.payable = self.year.payable.plus(payable.may);
        self.out.add(Figure::ExpenseAccount(self.place), account);
        self.out.add(Figure::ExpenseCash(self.place), cash.meet(unpaid.less(account)));
    }

    /// The parts that the account pays for sure, and those that it pays under the conditions that are still open.
    fn account_pays(&mut self) -> (Vec<PatientPart>, Vec<PatientPart>) {
        let (mut sure, mut perhaps): (Vec<PatientPart>, Vec<PatientPart>) = (Vec::new(), Vec::new());
        let (book, service) = (self.world.case().book(), self.expense.service);
        for &p in Fund::ALL.iter().flat_map(|fund| book.paying(*fund, service)) {
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
        let order = self.world.case().book().fund_order.iter();
        let mut later = order.skip_while(|other| **other != fund).skip(1).flat_map(|f| self.programmes(*f));
        later.any(|p| self.programme(*p).is_on_file(self.expense.date))
    }

    /// What the fund's programmes whose rule is not on file may take of it.
    fn uncounted(&self, fund: Fund) -> Interval {
        let case = self.world.case();
        let var: Variable = case.uncounted(self.place, fund);
        numeric(self.world, var)
    }

    fn programmes(&self, fund: Fund) -> &'c [ProgrammeIx] {
        self.world.case().book().paying(fund, self.expense.service)
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
