//! One expense through the layers.

mod pay;
mod share;
mod situation;
mod sum_up;

use super::bill::in_scope;
use super::ledger::Ledger;
use super::result::Settled;
use crate::benefit::{Effort, Holder, Parts};
use crate::eligibility::{At, applies, meets};
use crate::interval::Interval;
use crate::option_set::OptionSet;
use crate::ordered::Set;
use crate::policy::Programme;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{Counts, Overflow, Worked};
use crate::request::Expense;
use crate::truth::Truth;
use crate::unknowns::{Cause, Domain, Split, World};
use crate::vocabulary::{Fact, Fund, Service};

/// What basic programmes make of a bill, for the layers after them.
#[derive(Default)]
struct ByBasic {
    /// What they left in scope, once they are through.
    left: Option<Interval>,
    /// The same with what is paid in advance.
    left_with_advance: Option<Interval>,
    /// What they take off as deductible, also where a slip says what they paid.
    deductible: Interval,
    /// What lies above their limits.
    over_ceiling: Interval,
    /// What the patient bore first.
    borne_first: Interval,
    /// Of both: it lies above the limits and was borne first.
    borne_first_over_ceiling: Interval,
}

/// What computed programmes paid on a bill.
#[derive(Default)]
struct Paid {
    /// All of it.
    sum: Interval,
    /// What of it did not come out of what is left in scope.
    out_of_scope: Interval,
    /// Whether a payment came out of the whole bill.
    has_mixed: bool,
}

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
    basic: ByBasic,
    paid: Paid,
    /// What programmes whose rule is not on file may have paid.
    uncounted: Interval,
    /// What yearly limits left over, by the places of their programmes.
    overflows: Vec<(usize, Overflow)>,
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
            basic: ByBasic::default(),
            paid: Paid::default(),
            uncounted: Interval::ZERO,
            overflows: Vec::new(),
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
            self.year.keep_broken(self.broken_layers());
        }
        self.sum_up();
    }

    /// Programmes with a line for it that did not pay on it for sure.
    fn broken_layers(&self) -> Vec<usize> {
        let shares = &self.year.counted().shares;
        let counts = |p: &ProgrammeIx| !shares.contains(&p.place()) || meets(self.world, self.at(*p)) != Truth::False;
        let broken = self.lines().filter(|p| !self.layered.contains(&p.place())).filter(counts);
        broken.map(ProgrammeIx::place).collect()
    }

    /// The programmes with a line for it.
    fn lines(&self) -> impl Iterator<Item = ProgrammeIx> + use<'c> {
        let (book, service) = (self.world.case().book(), self.expense.service);
        Fund::ALL.into_iter().flat_map(move |fund| book.paying(fund, service)).copied()
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
        self.world.case().book().yields_to(p).iter().copied().filter(|other| {
            let other = self.programme(*other);
            other.services.contains(&self.expense.service) && other.is_on_file(self.expense.date)
        })
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

    /// Keeps the first decision that only matters to later layers.
    fn decide_later(&mut self, decision: Option<Split>) {
        self.late = self.late.take().or(decision);
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

/// An amount that counts where something holds: where that is open, or nothing.
fn where_true(truth: &Truth<Cause>, amount: Interval) -> Interval {
    if *truth == Truth::True { amount } else { amount.or(Interval::ZERO) }
}

fn decision(truth: &Truth<Cause>) -> Option<Split> {
    truth.causes().find_map(|cause| match cause {
        Cause::Open(decision) => Some(decision.clone()),
        Cause::Related(_) | Cause::OpenList | Cause::Pending => None,
    })
}
