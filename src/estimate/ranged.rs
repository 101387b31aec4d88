//! A request's amounts as an answer gives them: low, likely, typical, high.

use super::branch::{explore, explore_settled};
use super::hidden::note_hidden;
use super::likely::likely;
use super::{Budget, Ends, Explored};
use crate::money::Money;
use crate::request;
use crate::settlement::{Effort, Figure, settle};
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
    /// What completions within typical domains give, where the range is wide and that was looked for.
    pub typical: Option<request::Ends>,
}

impl Range {
    /// An amount that nothing moves.
    #[must_use]
    pub fn exact(amount: Money) -> Range {
        Range { low: amount, likely: Some(amount), high: amount, typical: None }
    }

    /// What is left of a bill of which this is paid.
    #[must_use]
    pub fn rest_of(self, bill: Money) -> Range {
        Range {
            low: bill - self.high,
            likely: self.likely.map(|likely| bill - likely),
            high: bill - self.low,
            typical: self.typical.map(|of| request::Ends { low: bill - of.high, high: bill - of.low }),
        }
    }
}

/// The range over everything open, and those over the likely and the typical world where they are others.
#[derive(Debug)]
pub struct Ranged<'c> {
    /// Over everything.
    pub explored: Explored<'c>,
    likely: Option<Explored<'c>>,
    typical: Typical<'c>,
    /// What each of them may take.
    budget: Budget,
}

fn changed<'c>(world: World<'c>, changes: &[(Variable, Domain)]) -> World<'c> {
    changes.iter().fold(world, |world, (var, domain)| world.narrow(*var, *domain))
}

/// What the typical range is from.
#[derive(Debug)]
enum Typical<'c> {
    /// Nobody wants it.
    Unwanted,
    /// Nothing is narrower than it is open.
    Everything,
    /// What is typical is what is likely.
    Likely,
    /// A world of its own.
    Own(Box<Explored<'c>>),
}

impl<'c> Ranged<'c> {
    /// Of a case, the typical range with it; the effort says whether the working of an exact answer is wanted.
    #[must_use]
    pub fn of(case: &'c Case<'c>, effort: Effort) -> Ranged<'c> {
        let mut ranged = Ranged::over(case, &[], Budget::of(case), effort, None).and_typical(case, &[], None);
        // Only an answer that explains itself names what is missing.
        if effort == Effort::DecideAndExplain {
            note_hidden(&mut ranged.explored, &World::of(case));
        }
        ranged
    }

    /// The same for these figures alone, of a case in which some domains are others than the request says.
    #[must_use]
    pub fn with(case: &'c Case<'c>, changes: &[(Variable, Domain)], budget: Budget, figures: &[Figure]) -> Ranged<'c> {
        Ranged::over(case, changes, budget, Effort::Decide, Some(figures)).and_typical(case, changes, Some(figures))
    }

    /// The range of one figure, without the typical one.
    #[must_use]
    pub fn without_typical(case: &'c Case<'c>, figure: Figure) -> Ranged<'c> {
        Ranged::over(case, &[], Budget::of(case), Effort::Decide, Some(&[figure]))
    }

    fn over(
        case: &'c Case<'c>,
        changes: &[(Variable, Domain)],
        budget: Budget,
        effort: Effort,
        figures: Option<&[Figure]>,
    ) -> Ranged<'c> {
        let changed = |world| changed(world, changes);
        let world = changed(World::of(case));
        let whole = settle(&world, effort);
        let explored = explore_settled(world, whole, figures, budget);
        let narrowed = if explored.whole.is_exact() { Vec::new() } else { likely(case) };
        let is_another = !narrowed.is_empty();
        let likely = is_another.then(|| explore(changed(World::starting(case, &narrowed)), figures, budget));
        Ranged { explored, likely, typical: Typical::Unwanted, budget }
    }

    fn and_typical(
        mut self,
        case: &'c Case<'c>,
        changes: &[(Variable, Domain)],
        figures: Option<&[Figure]>,
    ) -> Ranged<'c> {
        let narrowed = if self.explored.is_exact() { Vec::new() } else { case.typicals() };
        self.typical = match &self.likely {
            _ if narrowed.is_empty() => Typical::Everything,
            Some(_) if narrowed == likely(case) => Typical::Likely,
            _ => {
                let world = changed(World::starting(case, &narrowed), changes);
                Typical::Own(Box::new(explore(world, figures, self.budget)))
            }
        };
        self
    }

    /// What the likely amounts are from.
    #[must_use]
    pub fn likely(&self) -> &Explored<'c> {
        self.likely.as_ref().unwrap_or(&self.explored)
    }

    /// What the typical amounts are from, where it is narrower than everything.
    #[must_use]
    pub fn narrower(&self) -> Option<&Explored<'c>> {
        match &self.typical {
            Typical::Unwanted | Typical::Everything => None,
            Typical::Likely => Some(self.likely()),
            Typical::Own(explored) => Some(explored),
        }
    }

    fn typical(&self) -> Option<&Explored<'c>> {
        self.narrower().or(matches!(self.typical, Typical::Everything).then_some(&self.explored))
    }

    /// Whether every end of the range and of the typical one is reached.
    #[must_use]
    pub fn is_tight(&self) -> bool {
        self.explored.is_tight() && self.typical().is_none_or(Explored::is_tight)
    }

    /// The ends of a figure, and those it has in the likely world where they are one.
    #[must_use]
    pub fn ends(&self, figure: Figure) -> (Ends, Option<Ends>) {
        self.ends_at(self.explored.whole.place(figure))
    }

    fn ends_at(&self, place: usize) -> (Ends, Option<Ends>) {
        (self.explored.hull.at(place), Some(self.likely().hull.at(place)).filter(Ends::is_exact))
    }

    /// A figure.
    #[must_use]
    pub fn range(&self, figure: Figure) -> Range {
        let place = self.explored.whole.place(figure);
        let (ends, likely) = self.ends_at(place);
        let typical = self.typical().filter(|_| !ends.is_exact()).map(|typical| typical.hull.at(place));
        // Where work ran out, the sound span of the narrower world may reach beyond the range.
        let within = |of: Ends| request::Ends { low: of.low.max(ends.low), high: of.high.min(ends.high) };
        Range { low: ends.low, likely: likely.map(|likely| likely.low), high: ends.high, typical: typical.map(within) }
    }

    /// The work that is left after it.
    #[must_use]
    pub fn budget(&self) -> Budget {
        let all = [Some(&self.explored), self.likely.as_ref(), self.typical()];
        let least = all.into_iter().flatten().map(|explored| explored.budget).min_by_key(|budget| budget.left);
        least.unwrap_or(self.budget)
    }
}
