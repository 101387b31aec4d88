//! A request's amounts as an answer gives them: low, likely, high.

use super::branch::explore_with;
use super::{Budget, Ends, Explored, explore, likely_world};
use crate::money::Money;
use crate::settlement::{Effort, Figure};
use crate::unknowns::{Case, Domain, Variable, World};

/// An amount between its ends, with the likely one where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// No completion gives less.
    pub low: Money,
    /// Under preferred readings and single suggestions, where that is one amount.
    pub likely: Option<Money>,
    /// No completion gives more.
    pub high: Money,
}

impl Range {
    /// An amount that nothing moves.
    #[must_use]
    pub fn exact(amount: Money) -> Range {
        Range { low: amount, likely: Some(amount), high: amount }
    }

    /// What is left of a bill of which this is paid.
    #[must_use]
    pub fn rest_of(self, bill: Money) -> Range {
        Range { low: bill - self.high, likely: self.likely.map(|likely| bill - likely), high: bill - self.low }
    }
}

/// The range over everything open, and the one over the likely world where that is another.
#[derive(Debug)]
pub struct Ranged<'c> {
    /// Over everything.
    pub explored: Explored<'c>,
    likely: Option<Explored<'c>>,
}

impl<'c> Ranged<'c> {
    /// Of a case; the effort says whether the working of an exact answer is wanted.
    #[must_use]
    pub fn of(case: &'c Case<'c>, effort: Effort) -> Ranged<'c> {
        Ranged::over(case, &[], Budget::of(case), effort)
    }

    /// Of a case in which some domains are others than the request says.
    #[must_use]
    pub fn with(case: &'c Case<'c>, changes: &[(Variable, Domain)], budget: Budget) -> Ranged<'c> {
        Ranged::over(case, changes, budget, Effort::Decide)
    }

    fn over(case: &'c Case<'c>, changes: &[(Variable, Domain)], budget: Budget, effort: Effort) -> Ranged<'c> {
        let changed = |world: World<'c>| changes.iter().fold(world, |world, (var, domain)| world.with(*var, *domain));
        let explored = explore_with(case, changed(World::of(case)), budget, effort);
        let likely_world = likely_world(case);
        let is_another = !explored.whole.is_exact() && !likely_world.narrowed().is_empty();
        let likely = is_another.then(|| explore(case, changed(likely_world), budget));
        Ranged { explored, likely }
    }

    /// What the likely amounts are from.
    #[must_use]
    pub fn likely(&self) -> &Explored<'c> {
        self.likely.as_ref().unwrap_or(&self.explored)
    }

    /// The ends of a figure, and those it has in the likely world where they are one.
    #[must_use]
    pub fn ends(&self, figure: Figure) -> (Ends, Option<Ends>) {
        let place = self.explored.whole.place(figure);
        (self.explored.hull.at(place), Some(self.likely().hull.at(place)).filter(Ends::is_exact))
    }

    /// A figure.
    #[must_use]
    pub fn range(&self, figure: Figure) -> Range {
        let (ends, likely) = self.ends(figure);
        Range { low: ends.low, likely: likely.map(|likely| likely.low), high: ends.high }
    }

    /// The work that is left after it.
    #[must_use]
    pub fn budget(&self) -> Budget {
        match &self.likely {
            Some(likely) if likely.budget.left < self.explored.budget.left => likely.budget,
            _ => self.explored.budget,
        }
    }
}
