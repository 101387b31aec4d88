//! What does a programme pay? The closed list of steps, prepared for one expense and run over amounts.
//!
//! [`pay`] takes what the settlement knows ([`Situation`]) and gives the payment with what is left of the expense.
//! What must be decided first makes a plan of parts (`plan`). Steps are prepared once (which value, which reading), then run at the ends of what is open; with everything known
//! there is one run, and the same run records the working.

mod lookup;
mod op;
mod plan;
mod prepare;
mod run;
mod working;

pub use working::{StepKind, Worked};

use crate::eligibility::At;
use crate::money::Money;
use crate::span::{Span, Trend};
use crate::unknowns::{Split, World};
use lookup::Stop;
use op::{Op, Prepared};
use plan::plan;
use run::{End, Moved, moved, run, run_at};

/// What the settlement knows when a programme's turn comes.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// The programme, the expense and the day.
    pub at: At,
    /// The whole bill.
    pub bill: Money,
    /// Its in-scope part.
    pub in_scope: Span,
    /// What is left of that after everyone before.
    pub left: Span,
    /// What a slip says later funds paid: that much of what is left is not for the computed ones.
    pub reserved: Money,
    /// The year's account.
    pub year: &'a dyn Account,
    /// What is wanted.
    pub effort: Effort,
}

impl Situation<'_> {
    /// What may be paid at most.
    fn room(&self) -> Span {
        self.left.less(Span::exact(self.reserved))
    }
}

/// What is wanted of a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The amounts, or the first thing that must be decided before they are: then they are not worked out.
    Decide,
    /// Sound amounts, whatever is open.
    Bound,
    /// Sound amounts with their working.
    Explain,
}

/// What a year holds so far, before this expense unless it says otherwise.
pub trait Account {
    /// What a programme (by its place in the book) paid this year, this expense included.
    fn paid(&self, programme: usize) -> Span;
    /// What it paid on this expense.
    fn paid_here(&self, programme: usize) -> Span;
    /// What it paid this year before the first expense.
    fn paid_before(&self, programme: usize) -> Span;
    /// The year's personal share before the first expense, where a second layer paid on every share since.
    fn share_since(&self, programme: usize) -> Option<Money>;
    /// What was borne of its yearly deductible.
    fn borne(&self, programme: usize) -> Span;
    /// In scope of the year's inpatient expenses.
    fn inpatient_in_scope(&self) -> Span;
    /// In scope of the year and not paid by basic.
    fn personal_share(&self) -> Span;
}

/// What a programme pays on an expense.
#[derive(Clone, Debug)]
pub struct Payment {
    /// To the fen.
    pub paid: Span,
    /// What is left in scope after it.
    pub left: Span,
    /// What the programme then has paid this year, where that is known more closely than by adding up its payments:
    /// what one expense takes of a yearly cap, the next one lacks.
    pub year_paid: Option<Span>,
    /// Deductible applied.
    pub deductible: Span,
    /// What must be decided before the amount is.
    pub decision: Option<Split>,
    /// The working, where the situation is exact.
    pub steps: Vec<Worked>,
}

impl Payment {
    /// Nothing is paid.
    #[must_use]
    pub fn nothing(left: Span) -> Payment {
        Payment::of(Span::ZERO, left)
    }

    /// So much is paid, and so much is left.
    fn of(paid: Span, left: Span) -> Payment {
        Payment { paid, left, year_paid: None, deductible: Span::ZERO, decision: None, steps: Vec::new() }
    }

    /// One or the other, for a cause that is no driver.
    #[must_use]
    pub fn or(mut self, other: Payment) -> Payment {
        self.paid = self.paid.or(other.paid);
        self.left = self.left.or(other.left);
        self.year_paid = None;
        self.deductible = self.deductible.or(other.deductible);
        self.decision = self.decision.or(other.decision);
        self.steps = Vec::new();
        self
    }

    /// Whether the amounts are the same, however they came about.
    #[must_use]
    pub fn equals(&self, other: &Payment) -> bool {
        (self.paid, self.left, self.deductible) == (other.paid, other.left, other.deductible)
    }
}

/// What a programme that applies pays here.
#[must_use]
pub fn pay(world: &World, situation: Situation) -> Payment {
    plan(world, situation).payment(situation)
}

/// What is left of a programme's yearly cap; no limit where it has none.
#[must_use]
pub fn year_cap_left(world: &World, at: At, year: &dyn Account) -> Span {
    match prepare::year_cap_left(world, at, year) {
        Ok(left) => left,
        Err(Stop::Decide(decision)) => {
            let parts =
                decision.parts.iter().map(|domain| year_cap_left(&world.with(decision.variable, *domain), at, year));
            parts.reduce(Span::or).unwrap_or(Span::exact(Money::NO_LIMIT))
        }
        Err(Stop::Stuck) => Span::new(Money::ZERO, Money::NO_LIMIT, Trend::FLAT),
    }
}

fn settle(prepared: &Prepared, situation: Situation) -> Payment {
    let payment =
        if prepared.is_exact() { settle_exactly(prepared, situation) } else { settle_between(prepared, situation) };
    match prepared.jump {
        Some(drivers) => maybe(payment, situation.left, drivers),
        None => payment,
    }
}

/// Nothing of the programme's own is open: one run, which records the working.
fn settle_exactly(prepared: &Prepared, situation: Situation) -> Payment {
    let explain = situation.effort == Effort::Explain;
    let ran = run(prepared, End::Least, explain);
    let uncut = Span::exact(ran.paid);
    let paid = uncut.min(situation.room());
    let mut steps = prepared.opening.clone();
    steps.extend(ran.steps);
    if explain && paid.is_exact() && paid.low < ran.paid {
        steps.push(Worked::new(StepKind::Cut, ran.paid, paid.low));
    }
    let left = after(situation, uncut);
    Payment { deductible: Span::exact(ran.deducted), steps, ..Payment::of(paid, left) }
}

/// Between the end at which the fund pays least and the end at which it pays most.
fn settle_between(prepared: &Prepared, situation: Situation) -> Payment {
    let uncut = between(prepared);
    let own = moved(prepared).own;
    // Base and what is left move together: the patient keeps least where the bill is smallest and the fund pays most,
    // and keeps most where the bill is largest and the fund pays least.
    let small = run_at(prepared, prepared.base.low, End::Most, false);
    let large = run_at(prepared, prepared.base.high, End::Least, false);
    let left = if prepared.aligned {
        let kept = |end: Money, paid: Money| end.less(paid.min(end.less(situation.reserved)));
        let trend = situation.left.trend.with(own.reversed());
        Span::new(kept(situation.left.low, small.paid), kept(situation.left.high, large.paid), trend)
    } else {
        after(situation, uncut)
    };
    let trend = prepared.base.trend.with(prepared.deductible_trend());
    let deductible = Span::new(small.deducted, large.deducted, trend);
    let is_whole = situation.reserved == Money::ZERO;
    let year_paid = if is_whole { year_paid(prepared, situation) } else { None };
    Payment { year_paid, deductible, ..Payment::of(uncut.min(situation.room()), left) }
}

/// What the programme then has paid this year, from the year's own amounts.
fn year_paid(prepared: &Prepared, situation: Situation) -> Option<Span> {
    let programme = situation.at.programme.place();
    let year = situation.year;
    match (prepared.earlier, prepared.ops.split_last()) {
        // With what came before, at most the cap; a base that moves with what is left is never cut otherwise.
        (None, Some((Op::Cap { of_year: Some((whole, used)), .. }, before))) if prepared.aligned => {
            let uncapped = Prepared { ops: before.to_vec(), ..prepared.clone() };
            (used.high <= whole.low).then(|| used.plus(between(&uncapped)).min(*whole))
        }
        // A second layer owes on the whole year's share, less what it owed on what came before the first expense.
        (Some(earlier), _) if prepared.owes_by_year => {
            let start = year.share_since(programme)?;
            let base = earlier.plus(prepared.base).less(Span::exact(start));
            let whole_year = Prepared { base, earlier: Some(Span::exact(start)), ..prepared.clone() };
            Some(year.paid_before(programme).plus(between(&whole_year)))
        }
        _ => None,
    }
}

/// A payment between its ends.
fn between(prepared: &Prepared) -> Span {
    let Moved { by_base, own } = moved(prepared);
    Span::new(run(prepared, End::Least, false).paid, run(prepared, End::Most, false).paid, by_base.with(own))
}

/// What is left once this much is paid, as far as there is room for it.
fn after(situation: Situation, uncut: Span) -> Span {
    let left = situation.left.less(uncut);
    if situation.reserved == Money::ZERO { left } else { situation.left.less(uncut.min(situation.room())) }
}

/// It pays only beyond a point that some completions reach and others do not: a jump. What brings the point nearer
/// can only raise the payment and, at the jump, lower what is left.
fn maybe(payment: Payment, left: Span, drivers: Trend) -> Payment {
    let kept = left.trend.with(payment.left.trend).with(drivers.reversed());
    Payment {
        paid: Span::new(Money::ZERO, payment.paid.high, payment.paid.trend.with(drivers)),
        left: Span::new(payment.left.low.min(left.low), left.high.max(payment.left.high), kept),
        deductible: payment.deductible.or(Span::ZERO),
        year_paid: None,
        steps: Vec::new(),
        ..payment
    }
}
