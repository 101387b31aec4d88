//! What a programme meets: the parts of the bill as they stand, and what is left of it.

use super::ExpenseSettlement;
use crate::benefit::{Parts, Situation};
use crate::interval::Interval;
use crate::money::Money;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{BillPart, Step};
use crate::settlement::bill::{advance, out_of_catalogue, third_party};
use crate::vocabulary::Fund;

impl<'c> ExpenseSettlement<'_, 'c> {
    /// What a programme of a fund meets. An allowance needs no bill and is limited by none.
    pub(super) fn situation(&self, p: ProgrammeIx, fund: Fund, allowance: bool) -> Situation<'_> {
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
    pub(super) fn reserved_after(&self, fund: Fund) -> Money {
        let order = self.world.case().book().fund_order.iter();
        let later =
            order.skip_while(|other| **other != fund).skip(1).filter_map(|other| self.expense.settled_by(*other));
        later.fold(Money::ZERO, |sum, amount| sum + amount)
    }

    /// The parts of the bill as they stand.
    pub(super) fn parts(&self, unpaid: Interval) -> Parts {
        // Working these out costs more than many a programme.
        let asks = self.year.counted().advance;
        Parts {
            deductible: self.basic.deductible,
            out_of_catalogue: if asks { out_of_catalogue(self.world, self.place) } else { Interval::ZERO },
            advance: if asks { advance(self.world, self.place) } else { Interval::ZERO },
            // Once basic insurance is through: as it left them, whatever other layers have paid since.
            left: self.basic.left.unwrap_or(self.left),
            left_with_advance: self.basic.left_with_advance.unwrap_or_else(|| self.left_with_advance()),
            over_ceiling: self.basic.over_ceiling,
            borne_first: self.basic.borne_first,
            borne_first_over_ceiling: self.basic.borne_first_over_ceiling,
            unpaid,
        }
    }

    /// What nobody has paid of the bill, or must bear in the place of the insurance. What slips say is not for the computed programmes.
    pub(super) fn unpaid(&self) -> Interval {
        let bill = self.expense.total.unwrap_or_default().less(self.expense.settled_sum());
        let paid = self.paid_from_both_sides(self.paid.sum, self.expense.settled_sum() == Money::ZERO);
        Interval::exact(bill).less(third_party(self.world, self.place)).less(paid).less(self.uncounted)
    }

    /// The same payments from the other side: what is in scope and not left was paid, and what was paid beside that.
    pub(super) fn paid_from_both_sides(&self, paid: Interval, is_whole: bool) -> Interval {
        if !is_whole || self.has_uncounted || self.paid.has_mixed {
            return paid;
        }
        paid.meet(self.in_scope.less(self.left).plus(self.paid.out_of_scope))
    }
}
