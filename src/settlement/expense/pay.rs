//! A fund's programmes pay on a bill, or a slip says what the fund paid.

use super::{ExpenseSettlement, decision, where_true};
use crate::benefit::{Payment, pay, year_cap_left};
use crate::eligibility::applies;
use crate::interval::Interval;
use crate::money::Money;
use crate::policy::Kind;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{Counts, OTHER_PAYS, Overflow, Pot, SETTLED, Worked};
use crate::settlement::bill::numeric;
use crate::settlement::result::Figure;
use crate::truth::Truth;
use crate::unknowns::{Cause, Variable};
use crate::vocabulary::{Fund, Payer};

impl<'c> ExpenseSettlement<'_, 'c> {
    /// A fund's payment is given: its programmes are not computed, but it uses up their yearly caps, in policy order.
    pub(super) fn take_slip(&mut self, fund: Fund, amount: Interval) {
        self.out.add(Figure::ExpenseFund(self.place, fund), amount);
        self.add_payer(fund, self.payer_on_slip(fund), amount);
        let (mut rest, left) = (amount, self.left);
        let asks = self.asks_for_rule(fund);
        for &p in self.programmes(fund) {
            let truth = self.pays_here(p);
            if truth == Truth::False {
                continue;
            }
            if asks {
                self.follow_rule(p, fund, &truth);
            }
            let past = where_true(&truth, self.past_limits(p, fund)).min(rest);
            rest = rest.less(past);
            let whole = rest.min(year_cap_left(self.world, self.situation(p, fund, false)));
            self.decide_later(decision(&truth).filter(|_| whole != Interval::ZERO));
            let used = where_true(&truth, whole);
            self.year.book_slip(p.place(), used);
            self.count_eligible(p, &truth);
            rest = rest.less(used);
            self.work(p, |_| vec![Worked::new(SETTLED, amount.low, Money::ZERO)]);
        }
        self.is_overdrawn |= left.low < amount.high;
        self.left = left.less(amount);
    }

    /// What of a bill a programme's own rule pays past its limits: that uses up none of them, also where a slip says what was paid.
    fn past_limits(&self, p: ProgrammeIx, fund: Fund) -> Interval {
        let parts = self.world.parts(self.place);
        let goes_past = fund == Fund::Basic && parts.is_some_and(|parts| parts.own.iter().any(|own| own.no_limit));
        if goes_past { pay(self.world, self.situation(p, fund, false)).past_limits } else { Interval::ZERO }
    }

    /// Whether something asks what a fund's own rule would do with a bill of which a slip says what the fund paid.
    fn asks_for_rule(&self, fund: Fund) -> bool {
        let counted = self.year.counted();
        let asks = |p: &ProgrammeIx| counted.overflow.contains(&p.place()) || counted.bases.contains(&p.place());
        (fund == Fund::Basic && counted.omissions) || self.programmes(fund).iter().any(asks)
    }

    /// What a programme's own rule takes, takes off and leaves over. The next one of the fund goes on with what it would leave.
    fn follow_rule(&mut self, p: ProgrammeIx, fund: Fund, truth: &Truth<Cause>) {
        let mut computed = pay(self.world, self.situation(p, fund, false));
        if self.effort.explains() {
            self.out.beside.push(std::mem::take(&mut computed.steps));
        }
        self.out.may_jump |= computed.may_jump;
        self.count_base(p, truth, computed.base);
        if fund == Fund::Basic {
            self.take_off(truth, &computed);
        }
        let is_sure = *truth == Truth::True;
        let overflow = computed.overflow.map(|over| if is_sure { over } else { over.or_nothing() });
        self.keep_overflow(p, fund, overflow);
        if self.programme(p).kind != Kind::Allowance {
            self.left = if is_sure { computed.left } else { computed.left.or(self.left) };
        }
    }

    pub(super) fn compute(&mut self, fund: Fund) {
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
                self.decide_later(late);
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
    pub(super) fn pay(&mut self, p: ProgrammeIx, fund: Fund, applies: Truth<Cause>) {
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
        // Before basic insurance is through, the year's share is another one than what it pays on.
        let is_first = self.basic.left.is_some_and(|share| share == self.left);
        if truth == Truth::True && is_first && !whole.is_cut && self.expense.settled_sum() == Money::ZERO {
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

    /// Books a payment.
    pub(super) fn enter(&mut self, p: ProgrammeIx, fund: Fund, allowance: bool, payment: Payment) {
        self.year.book(p.place(), &payment);
        if let Some(line) = self.world.case().line(p, self.place) {
            self.out.add(Figure::Line(line), payment.paid);
        }
        if allowance {
            self.out.add(Figure::Allowances, payment.paid);
        } else {
            self.out.add(Figure::ExpenseFund(self.place, fund), payment.paid);
            self.add_payer(fund, self.programme(p).payer, payment.paid);
            let left = self.left;
            // What nobody paid of is the same amount as before.
            if payment.paid != Interval::ZERO || payment.pot != Pot::Left {
                self.left = payment.left;
            }
            self.paid.sum = self.paid.sum.plus(payment.paid);
            match payment.pot {
                Pot::Left => {}
                Pot::OutOfScope => self.paid.out_of_scope = self.paid.out_of_scope.plus(payment.paid),
                Pot::Unpaid => self.paid.has_mixed = true,
            }
            self.keep_overflow(p, fund, payment.overflow);
            if self.goes_on_above_a_limit(p, fund) {
                self.take_from_share(left, payment.paid);
            }
        }
        if fund == Fund::Basic {
            self.take_off(&Truth::True, &payment);
            self.out.add(Figure::ExpenseDeductible(self.place), payment.deductible);
        }
        if self.out.decision.is_none() && payment.decision.is_some() {
            self.out.decision = payment.decision;
            self.out.decides = self.world.case().line(p, self.place);
        }
        self.out.lacks_working |= payment.lacks_working;
        self.out.may_jump |= payment.may_jump;
        self.work(p, |_| payment.steps);
    }

    /// What a basic programme takes off that a second layer may leave out. A slip says what was paid, not how: then it is what
    /// the programme's own rule takes off.
    fn take_off(&mut self, truth: &Truth<Cause>, payment: &Payment) {
        self.basic.deductible = self.basic.deductible.plus(where_true(truth, payment.deductible));
        self.basic.borne_first = self.basic.borne_first.plus(where_true(truth, payment.borne_first));
    }

    /// The bill counts as one on which a programme applied, where a counter counts those of it.
    pub(super) fn count_eligible(&mut self, p: ProgrammeIx, truth: &Truth<Cause>) {
        if self.year.counted().eligible.contains(&p.place()) {
            self.count_of(Counts::Eligible, p, truth, self.in_scope);
        }
    }

    /// What went into a programme's steps, where a counter counts it.
    pub(super) fn count_base(&mut self, p: ProgrammeIx, truth: &Truth<Cause>, base: Interval) {
        if self.year.counted().bases.contains(&p.place()) {
            self.count_of(Counts::Base, p, truth, base);
        }
    }

    /// What counts of a programme once the bill is settled, as far as it applies.
    fn count_of(&mut self, counts: Counts, p: ProgrammeIx, truth: &Truth<Cause>, amount: Interval) {
        self.counted.push((counts, p.place(), where_true(truth, amount)));
        self.decide_later(decision(truth));
    }

    /// A payment on top of the layers stands on the slip under who pays it.
    pub(super) fn add_payer(&mut self, fund: Fund, payer: Option<Payer>, amount: Interval) {
        let payer = if fund == Fund::LongTermCare { Some(Payer::City) } else { payer };
        if let Some(payer) = payer {
            self.out.add(Figure::ExpensePayer(self.place, payer), amount);
        }
    }

    /// Whose a supplement on a slip is: that of the only payer there is here on the day, else it stands among the other payments,
    /// with city insurance. A programme whose rule is not on file may be the one that paid.
    fn payer_on_slip(&self, fund: Fund) -> Option<Payer> {
        let there = self.programmes(fund).iter().map(|p| self.programme(*p)).filter(|p| p.exists(self.expense.date));
        let payers: Vec<Payer> = there.filter_map(|programme| programme.payer).collect();
        let first = payers.first().copied().filter(|first| payers.iter().all(|payer| payer == first));
        (fund == Fund::Supplement).then(|| first.unwrap_or(Payer::City))
    }

    pub(super) fn keep_overflow(&mut self, p: ProgrammeIx, fund: Fund, overflow: Option<Overflow>) {
        let Some(overflow) = overflow else { return };
        self.overflows.push((p.place(), overflow));
        if fund == Fund::Basic {
            self.basic.over_ceiling = self.basic.over_ceiling.plus(overflow.above_limits);
            self.basic.borne_first_over_ceiling = self.basic.borne_first_over_ceiling.plus(overflow.borne_first);
        }
    }

    pub(super) fn matters_later(&self, fund: Fund) -> bool {
        let order = self.world.case().book().fund_order.iter();
        let mut later = order.skip_while(|other| **other != fund).skip(1).flat_map(|f| self.programmes(*f));
        later.any(|p| self.programme(*p).is_on_file(self.expense.date))
    }

    /// What the fund's programmes whose rule is not on file may take of it.
    pub(super) fn uncounted(&self, fund: Fund) -> Interval {
        let case = self.world.case();
        let var: Variable = case.uncounted(self.place, fund);
        numeric(self.world, var)
    }
}
