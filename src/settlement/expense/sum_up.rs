//! What the funds paid together, and what of the rest the personal account pays.

use super::{ExpenseSettlement, decision};
use crate::eligibility::applies;
use crate::interval::Interval;
use crate::policy::PatientPart;
use crate::settlement::account::{self, Left, payable};
use crate::settlement::bill::third_party;
use crate::settlement::result::Figure;
use crate::truth::Truth;
use crate::vocabulary::Fund;

impl<'c> ExpenseSettlement<'_, 'c> {
    pub(super) fn sum_up(mut self) {
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
        let pays_beside = has_supplement || self.paid.has_mixed || self.paid.out_of_scope != Interval::ZERO;
        self.pay_from_account(!self.has_uncounted && !self.is_overdrawn && !pays_beside, pays_beside);
        self.out.decision = self.out.decision.take().or(self.late);
    }

    /// The personal account pays a part of what is left to the patient.
    pub(super) fn pay_from_account(&mut self, is_whole: bool, pays_beside: bool) {
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
    pub(super) fn account_pays(&mut self) -> (Vec<PatientPart>, Vec<PatientPart>) {
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
                self.decide_later(decision(&truth));
            }
            if truth != Truth::False {
                perhaps.extend(pays.iter().filter(|part| !perhaps.contains(part)).copied().collect::<Vec<_>>());
            }
        }
        (sure, perhaps)
    }
}
