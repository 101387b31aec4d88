//! What a programme would do here, as far as things must be decided before its steps can be prepared.

use super::lookup::Stop;
use super::pay::settle;
use super::prepare::{Assumed, Prepared, prepare};
use super::{Effort, Payment, Situation};
use crate::interval::{Interval, Trend};
use crate::money::Money;
use crate::unknowns::{Split, World};
use std::cell::Cell;

/// So many plans are made for one payment. Where more were needed, what is still open is no longer taken apart: a list of
/// illnesses, each with a limit of its own, has more combinations than anybody can try.
const MOST: usize = 256;

/// Steps, or one plan for each part of what must be decided. A decision that changes nothing is not in it.
pub(super) enum Plan<'c> {
    /// Ready to run; none where there is nothing to pay on.
    Ready(Option<Prepared<'c>>),
    /// The same of several parts, which come to nothing each in its way.
    NothingInParts,
    /// Nothing decides it.
    Stuck,
    /// Too much is open to be taken apart: steps with rough amounts, or none where even they must be decided first.
    Rough(Option<Prepared<'c>>),
    /// The plans differ by part.
    Parts(Split, Vec<Plan<'c>>),
}

/// Plans as far as needed: where only the first decision is wanted, two parts that differ are enough. Also gives how many
/// plans were made.
pub(super) fn plan<'c>(world: &World<'c>, situation: Situation) -> (Plan<'c>, usize) {
    let made = Cell::new(0);
    (plan_assuming(world, situation, Assumed::default(), &made), made.get())
}

fn plan_assuming<'c>(world: &World<'c>, situation: Situation, assumed: Assumed, made: &Cell<usize>) -> Plan<'c> {
    let is_rough = made.get() >= MOST;
    made.set(made.get().saturating_add(1));
    let decision = match prepare(world, situation, assumed, is_rough) {
        Ok(Some(prepared)) if is_rough => return Plan::Rough(Some(prepared)),
        Ok(prepared) => return Plan::Ready(prepared),
        Err(_) if is_rough => return Plan::Rough(None),
        Err(Stop::Stuck) => return Plan::Stuck,
        Err(Stop::Counted(split)) => return either_count(world, situation, assumed, split, made),
        Err(Stop::Decide(decision)) => decision,
    };
    // Within a part, every part is planned: two plans are only the same if all of both is.
    let whole = Situation { effort: without_haste(situation.effort), ..situation };
    let mut plans: Vec<Plan> = Vec::new();
    for domain in &decision.parts {
        plans.push(plan_assuming(&world.with(decision.variable, *domain), whole, assumed, made));
        let enough = situation.effort.decides() && plans.len() > 1;
        if enough && !all_same(&plans, situation) {
            break;
        }
    }
    if all_same(&plans, situation) {
        return of_all(plans);
    }
    Plan::Parts(decision, plans)
}

/// A plan for each answer of a test on a counter.
fn either_count<'c>(
    world: &World<'c>,
    situation: Situation,
    assumed: Assumed,
    split: Split,
    made: &Cell<usize>,
) -> Plan<'c> {
    let whole = Situation { effort: without_haste(situation.effort), ..situation };
    let of = |holds| plan_assuming(world, whole, assumed.with(holds), made);
    let plans: Vec<Plan> = [true, false].into_iter().map(of).collect();
    if all_same(&plans, situation) { of_all(plans) } else { Plan::Parts(split, plans) }
}

/// The one plan of parts that are the same.
fn of_all(mut plans: Vec<Plan>) -> Plan {
    match plans.pop() {
        Some(Plan::Ready(None)) if !plans.is_empty() => Plan::NothingInParts,
        plan => plan.unwrap_or(Plan::Stuck),
    }
}

fn without_haste(effort: Effort) -> Effort {
    match effort {
        Effort::Decide => Effort::Bound,
        Effort::DecideAndExplain => Effort::Explain,
        Effort::Bound | Effort::Explain => effort,
    }
}

fn all_same(plans: &[Plan], situation: Situation) -> bool {
    plans.windows(2).all(|pair| matches!(pair, [a, b] if a.is_same_as(b, situation)))
}

impl Plan<'_> {
    /// Whether both pay the same in every completion.
    fn is_same_as(&self, other: &Plan, situation: Situation) -> bool {
        if let (Some(a), Some(b)) = (self.ready(), other.ready()) {
            return match (a, b) {
                (None, None) => true,
                (Some(a), Some(b)) if a.does_the_same(b) => true,
                _ => pay_one_amount(self, other, situation),
            };
        }
        match (self, other) {
            (Plan::Parts(a, mine), Plan::Parts(b, theirs)) => {
                a == b && mine.iter().zip(theirs).all(|(mine, theirs)| mine.is_same_as(theirs, situation))
            }
            (Plan::Stuck, Plan::Stuck) => true,
            _ => false,
        }
    }

    /// What is ready to run, where nothing stands in its way; none of it where there is nothing to pay on.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    fn ready(&self) -> Option<Option<&Prepared<'_>>> {
        match self {
            Plan::Ready(prepared) => Some(prepared.as_ref()),
            Plan::NothingInParts => Some(None),
            Plan::Stuck | Plan::Rough(_) | Plan::Parts(..) => None,
        }
    }

    /// What is paid, joined over the parts.
    pub fn payment(self, situation: Situation) -> Payment {
        match self {
            Plan::Ready(None) => Payment::nothing(situation.left),
            Plan::NothingInParts => Payment { lacks_working: true, ..Payment::nothing(situation.left) },
            Plan::Ready(Some(prepared)) => settle(&prepared, situation),
            Plan::Rough(Some(prepared)) => Payment { lacks_working: true, ..settle(&prepared, situation) },
            Plan::Stuck | Plan::Rough(None) => {
                let most = Interval::new(Money::ZERO, situation.left.high, Trend::FLAT);
                Payment { paid: most, left: most, ..Payment::nothing(most) }
            }
            Plan::Parts(decision, plans) => {
                let joined = plans.into_iter().map(|plan| plan.payment(situation)).reduce(Payment::or);
                let joined = joined.unwrap_or_else(|| Payment::nothing(situation.left));
                Payment { decision: Some(decision), ..joined }
            }
        }
    }

    fn ready_payment(&self, situation: Situation) -> Option<Payment> {
        let nothing = || Payment::nothing(situation.left);
        Some(self.ready()?.map_or_else(nothing, |prepared| settle(prepared, situation)))
    }
}

/// Different steps, but the same one amount: the ends of two ranges may agree where the ranges do not.
fn pay_one_amount(a: &Plan, b: &Plan, situation: Situation) -> bool {
    let (Some(a), Some(b)) = (a.ready_payment(situation), b.ready_payment(situation)) else { return false };
    let one = |payment: &Payment| payment.paid.is_exact() && payment.deductible.is_exact();
    one(&a) && one(&b) && a.equals(&b)
}
