//! What the parts of an answer share: the request's own world, its range, and how things are named and ordered.

use super::wire::{Amount, PolicyId};
use crate::estimate::{Ranged, completion};
use crate::money::Money;
use crate::ordered::{Map, Set};
use crate::policy::PolicyFile;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::Worked;
use crate::settlement::{Effort, Figure, settle};
use crate::unknowns::{Case, Variable, World};
use crate::vocabulary::Fact;
use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

/// Everything that the parts of an answer are made from.
pub(super) struct Answering<'c> {
    pub case: &'c Case<'c>,
    /// The request's own world.
    pub world: World<'c>,
    /// The range over it.
    pub ranged: Ranged<'c>,
    workings: RefCell<Workings>,
}

/// The working of every line in a world: whether it is a likely one, and its number.
type Workings = Map<(bool, usize), Vec<Vec<Worked>>>;

impl<'c> Answering<'c> {
    /// Everything for the answer to a case; the effort says whether the working of an exact answer is wanted.
    pub fn of(case: &'c Case<'c>, effort: Effort) -> Self {
        let ranged = Ranged::of(case, effort);
        Answering { case, world: World::of(case), ranged, workings: RefCell::default() }
    }

    /// The range of a figure, with its likely amount.
    pub fn amount(&self, figure: Figure) -> Amount {
        Amount::from(self.ranged.range(figure))
    }

    /// The public names of variables that somebody may be asked for, in the order of questions of equal weight;
    /// an unknown with two names stands under both.
    pub fn missing_names(&self, vars: &Set<Variable>) -> Vec<String> {
        let with_aliases = vars.iter().flat_map(|&var| [Some(var), self.case.alias(var)]).flatten();
        let mut ranked = Set::default();
        ranked.extend(
            with_aliases.filter_map(|var| Some(self.rank(self.case.origin(var).kind()?, &self.case.name(var)))),
        );
        ranked.iter().map(|(.., name)| name.clone()).collect()
    }

    /// The public names of what a condition reads, in its order.
    pub fn names(&self, vars: impl IntoIterator<Item = Variable>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in vars.into_iter().map(|var| self.case.name(var)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The working of a line: of the one amount, else of the completion that is likely, else of the lowest.
    pub fn steps(&self, line: usize, may_pay: bool) -> (Cow<'_, [Worked]>, &'static str) {
        // An exact answer was settled with its working. A line lacks it where parts that are still open pay the same.
        let whole = &self.ranged.explored.whole;
        let lacks = |steps: &[Worked]| may_pay && steps.is_empty() && whole.lacks_working;
        match whole.steps.get(line) {
            Some(steps) if whole.is_exact() && !lacks(steps) => return (steps.into(), "exact"),
            _ => {}
        }
        match self.ranged.ends(Figure::Line(line)) {
            (ends, _) if ends.is_exact() => (self.working(false, ends.low_witness, line).into(), "exact"),
            (_, Some(likely)) => (self.working(true, likely.low_witness, line).into(), "likely"),
            (ends, None) => (self.working(false, ends.low_witness, line).into(), "low"),
        }
    }

    fn working(&self, likely: bool, world: usize, line: usize) -> Vec<Worked> {
        let worlds = if likely { &self.ranged.likely().worlds } else { &self.ranged.explored.worlds };
        let mut made = self.workings.borrow_mut();
        let steps = made.entry((likely, world)).or_insert_with(|| {
            worlds.get(world).map_or(Vec::new(), |w| settle(&completion(w.clone()), Effort::Explain).steps)
        });
        steps.get(line).cloned().unwrap_or_default()
    }

    /// A programme's id.
    pub fn id(&self, p: ProgrammeIx) -> String {
        self.case.book().programme(p).id.clone()
    }

    /// A bill less what is paid of it.
    pub fn rest(&self, billed: Money, paid: Figure) -> Amount {
        Amount::from(self.ranged.range(paid).rest_of(billed))
    }

    /// Facts in the order of the vocabulary, then of expenses; values and readings by id.
    pub fn rank(&self, kind: &str, name: &str) -> (usize, usize, String) {
        if kind != "fact" {
            return (Fact::count(), 0, name.to_owned());
        }
        let (expense, fact) = name.rsplit_once('/').map_or(("", name), |(expense, fact)| (expense, fact));
        let place = self.case.request.expenses.iter().position(|e| e.id == expense);
        (Fact::named(fact).map_or(Fact::count(), Fact::index), place.unwrap_or_default(), name.to_owned())
    }
}

/// A chain of files by region and hash.
pub(super) fn policy_ids(chain: &[Arc<PolicyFile>]) -> Vec<PolicyId> {
    chain.iter().map(|file| PolicyId { id: file.region.clone(), sha256: file.sha256.clone() }).collect::<Vec<_>>()
}
