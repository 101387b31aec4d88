//! The share that basic insurance leaves of a bill: the base of the second layers, of this bill and, later, of the year before.

use super::{ExpenseSettlement, decision, where_true};
use crate::benefit::{Holder, Parts};
use crate::eligibility::{At, applies, meets};
use crate::interval::Interval;
use crate::money::Money;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::Counts;
use crate::settlement::bill::in_scope_with_advance;
use crate::settlement::result::Settled;
use crate::truth::Truth;
use crate::unknowns::Domain;
use crate::vocabulary::{Fact, Fund};

impl<'c> ExpenseSettlement<'_, 'c> {
    /// The patient's share as it stands: the base of the second layers, of this bill and, later, of the year before.
    pub(super) fn keep_share(&mut self) {
        let before = self.basic.left.replace(self.left);
        let left_with_advance = self.left_with_advance();
        self.basic.left_with_advance = Some(left_with_advance);
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
    pub(super) fn take_from_share(&mut self, left: Interval, paid: Interval) {
        // It pays on what lies above the limit: that is no part of the share to be left out either.
        let home = self.at_home.iter_mut().map(|parts| &mut parts.over_ceiling);
        home.chain([&mut self.basic.over_ceiling]).for_each(|above| *above = above.less(paid));
        if self.basic.left == Some(left) {
            return self.keep_share();
        }
        let at_home = self.at_home.iter_mut().flat_map(|parts| [&mut parts.left, &mut parts.left_with_advance]);
        let shares = self.basic.left.iter_mut().chain(&mut self.basic.left_with_advance).chain(at_home);
        shares.for_each(|share| *share = share.less(paid));
        // Who paid on the share before has paid more than is owed on what the year then holds of it.
        self.year.keep_broken(self.layered.clone());
    }

    /// What basic insurance would leave of a bill of care elsewhere if it had been at home, with the year as it stands; none
    /// where it was at home. A slip says what it paid elsewhere, and nothing of that.
    pub(super) fn basic_at_home(&mut self) -> Option<Parts> {
        let var = self.world.case().fact(Fact::out_of_area(), Some(self.place));
        if self.world.domain(var) == Domain::NO {
            return None;
        }
        let world = self.world.with(var, Domain::NO);
        let (mut year, mut out) = (self.year.clone(), Settled::new(world.case()));
        if self.effort.explains() {
            out.steps = vec![Vec::new(); world.case().lines.len()];
        }
        let mut home = ExpenseSettlement::new(&world, self.place, &mut year, &mut out, self.effort);
        home.left = self.left;
        home.compute(Fund::Basic);
        let parts = home.parts(Interval::ZERO);
        let late = home.late.take().or(out.decision);
        self.decide_later(late);
        self.out.beside.append(&mut out.steps);
        Some(parts)
    }

    /// Whether a programme of a second layer goes on where a yearly limit of basic insurance ends. What it pays is no
    /// share of the patient's any more.
    pub(super) fn goes_on_above_a_limit(&self, p: ProgrammeIx, fund: Fund) -> bool {
        let is_second_layer = matches!(fund, Fund::CriticalIllness | Fund::LargeExpense);
        is_second_layer && self.programme(p).benefit.iter().any(|step| !step.overflows().is_empty())
    }

    /// What the year counts of services.
    pub(super) fn count_bill(&mut self) {
        let of = Holder::Service(self.expense.service);
        let share = self.basic.left.unwrap_or(Interval::ZERO);
        let mut counts = vec![(Counts::LeftByBasic, share), (Counts::Eligible, self.in_scope)];
        let counted = self.year.counted();
        if counted.parts.iter().next().is_some() {
            let parts = self.parts(Interval::ZERO);
            let at_home = self.at_home.unwrap_or(parts);
            counts.extend(counted.parts.iter().filter_map(|what| match what {
                Counts::Part(part) => Some((*what, parts.get(*part))),
                Counts::AtHome(part) => Some((*what, at_home.get(*part))),
                _ => None,
            }));
        }
        for (what, amount) in &counts {
            self.year.count(*what, of, *amount);
        }
        self.count_for_some(&counts);
    }

    /// The same for each second layer that counts the bills alone on which its conditions hold.
    fn count_for_some(&mut self, counts: &[(Counts, Interval)]) {
        if self.expense.service.is_care() {
            return;
        }
        let (world, shares) = (self.world, &self.world.case().book().counted.shares);
        for p in self.lines().filter(|p| shares.contains(&p.place())) {
            let truth = meets(world, self.at(p));
            if truth == Truth::False {
                continue;
            }
            self.decide_later(decision(&truth).filter(|_| self.may_pay_later(p)));
            for (what, amount) in counts.iter().filter(|(what, _)| *what != Counts::Eligible) {
                self.year.count(*what, Holder::Programme(p.place()), where_true(&truth, *amount));
            }
        }
    }

    /// Whether a programme may pay on a bill that is still to be settled.
    fn may_pay_later(&self, p: ProgrammeIx) -> bool {
        let case = self.world.case();
        let mut later = case.order.iter().skip_while(|place| **place != self.place).skip(1);
        later.any(|place| {
            case.line(p, *place).is_some() && applies(self.world, At::line(self.world, p, *place)) != Truth::False
        })
    }

    /// What is in scope and not paid so far, and the advance.
    pub(super) fn left_with_advance(&self) -> Interval {
        if !self.year.counted().advance {
            return Interval::ZERO;
        }
        let is_whole = self.expense.settled_sum() == Money::ZERO && !self.has_uncounted;
        let paid = self.in_scope.less(self.left);
        let paid = if is_whole { self.paid.sum.meet(paid) } else { paid };
        in_scope_with_advance(self.world, self.place).less(paid)
    }
}
