//! What is not known, and how far it may range.
//!
//! Everything that may be open is a *variable* with a [`Domain`]: the set of values it may still have. A fact that was
//! answered has a domain of one value. A [`World`] is one domain for every variable: the request itself is the widest
//! world; taking a domain apart ([`World::with`]) gives narrower ones, down to a completion, in which nothing is open.
//! What is open usually lies in a part of its domain, the typical one ([`Case::typical`]).

mod assumed;
mod case;
mod named;
mod typical;

pub use crate::domain::Domain;
pub use assumed::Assumption;
pub use case::{Case, Variable};
pub use named::Origin;

use crate::option_set::OptionSet;
use crate::ordered::Map;
use crate::request::{ByFact, Parts};
use crate::vocabulary::Fact;
use std::rc::Rc;

/// A variable whose domain must be taken apart before something is decided, and the parts that decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The variable.
    pub variable: Variable,
    /// Parts that together are its domain, none empty.
    pub parts: Vec<Domain>,
}

/// Why something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// One variable decides it.
    Open(Split),
    /// Several variables are compared with each other.
    Related(Vec<Variable>),
    /// The source's list is not closed.
    OpenList,
    /// It can still come true: the last day has not passed.
    Pending,
}

impl Cause {
    /// The variables that keep it open; none where no answer can help.
    #[must_use]
    pub fn vars(&self) -> &[Variable] {
        match self {
            Cause::Open(decision) => std::slice::from_ref(&decision.variable),
            Cause::Related(vars) => vars,
            Cause::OpenList | Cause::Pending => &[],
        }
    }
}

/// One domain for every variable of a request.
#[derive(Clone, Debug)]
pub struct World<'c> {
    case: &'c Case<'c>,
    /// The domains that the world started with, where they are not the request's own.
    start: Option<Rc<[Domain]>>,
    /// Cells narrower than at the start, newest last.
    narrowed: Vec<(Variable, Domain)>,
    /// Where each of them stands. In a corner of many numbers there are hundreds.
    places: Map<Variable, usize>,
}

impl<'c> World<'c> {
    /// The request's own world.
    #[must_use]
    pub fn of(case: &'c Case<'c>) -> Self {
        World { case, start: None, narrowed: Vec::new(), places: Map::default() }
    }

    /// The request's world with other domains to start with.
    #[must_use]
    pub fn starting(case: &'c Case<'c>, with: &[(Variable, Domain)]) -> Self {
        let mut domains: Vec<Domain> = (0..case.variable_count()).map(|var| case.domain(var)).collect();
        for (var, domain) in with {
            if let Some(slot) = domains.get_mut(*var) {
                *slot = *domain;
            }
        }
        World { case, start: Some(domains.into()), narrowed: Vec::new(), places: Map::default() }
    }

    /// What the world is of.
    #[must_use]
    pub fn case(&self) -> &'c Case<'c> {
        self.case
    }

    /// What a variable may still be.
    #[must_use]
    pub fn domain(&self, var: Variable) -> Domain {
        let narrowed = self.places.get(&var).and_then(|place| self.narrowed.get(*place));
        narrowed.map_or_else(|| self.at_start(var), |(_, domain)| *domain)
    }

    fn at_start(&self, var: Variable) -> Domain {
        let other = self.start.as_ref().and_then(|domains| domains.get(var));
        other.map_or_else(|| self.case.domain(var), |domain| *domain)
    }

    /// What the items of a bill say of its parts, as far as the world decides it; none where it has no items.
    #[must_use]
    pub fn parts(&self, place: usize) -> Option<&'c Parts> {
        let mut parts = self.case.expense(place).parts.as_ref()?;
        while let Some(decided) = parts.by.as_ref().and_then(|by| by.among(self.possible(by, place))) {
            parts = decided;
        }
        Some(parts)
    }

    /// Whether some bill's items bear what is known here. Where it moves in steps, that is sure of its ends alone.
    #[must_use]
    pub fn items_are_possible(&self) -> bool {
        (0..self.case.request.expenses.len()).all(|place| {
            let Some(parts) = self.parts(place).filter(|parts| parts.is_stepped) else { return true };
            let (low, high) = self.domain(self.case.fact(Fact::advance(), Some(place))).money();
            low < high || low <= parts.borne.low || parts.borne.high <= high
        })
    }

    /// What must be decided before the items of a bill say its parts.
    #[must_use]
    pub fn undecided_parts(&self, place: usize) -> Option<Split> {
        let by = self.parts(place)?.by.as_ref()?;
        let possible = self.possible(by, place);
        let branches = by.branches.iter().map(|(options, _)| options.shared(possible));
        let parts = branches.filter(|options| !options.is_empty()).map(Domain::Options).collect();
        Some(Split { variable: self.case.fact(by.fact, Some(place)), parts })
    }

    fn possible(&self, by: &ByFact, place: usize) -> OptionSet {
        self.domain(self.case.fact(by.fact, Some(place))).options().unwrap_or_default()
    }

    /// The same world with a narrower domain.
    #[must_use]
    pub fn with(&self, var: Variable, domain: Domain) -> Self {
        self.clone().narrow(var, domain)
    }

    /// This world, with a narrower domain.
    #[must_use]
    pub fn narrow(mut self, var: Variable, domain: Domain) -> Self {
        match self.places.get(&var).and_then(|place| self.narrowed.get_mut(*place)) {
            Some(entry) => entry.1 = domain,
            None => {
                self.places.insert(var, self.narrowed.len());
                self.narrowed.push((var, domain));
            }
        }
        self
    }

    /// The same domains as a start: a copy is small, however many were narrowed, and nothing counts as narrowed.
    #[must_use]
    pub fn consolidated(self) -> Self {
        if self.narrowed.is_empty() {
            return self;
        }
        let domains: Vec<Domain> = (0..self.case.variable_count()).map(|var| self.domain(var)).collect();
        World { start: Some(domains.into()), ..World::of(self.case) }
    }

    /// The same world with a variable as open as at the start.
    #[must_use]
    pub fn without(&self, var: Variable) -> Self {
        let rest = self.narrowed.iter().filter(|(other, _)| *other != var);
        let start = World { start: self.start.clone(), ..World::of(self.case) };
        rest.fold(start, |world, (other, domain)| world.narrow(*other, *domain))
    }

    /// The variables narrowed, with their domains.
    #[must_use]
    pub fn narrowed(&self) -> &[(Variable, Domain)] {
        &self.narrowed
    }
}
