//! What to ask next: every unknown that matters, the one that narrows the range most first.

use super::context::Answering;
use super::programme::{Judged, missing};
use super::wire::Question;
use crate::estimate::{Budget, Explored, narrowing};
use crate::money::Money;
use crate::ordered::{Map, Set, sorted};
use crate::policy::book::ProgrammeIx;
use crate::unknowns::{Case, Variable};
use crate::vocabulary::Fact;

/// Finding what one question narrows may take this part of the work that the range may take.
const PARTS_OF_BUDGET: usize = 8;

/// An unknown that matters, by the name that is asked for.
pub(super) struct Ranked {
    /// The variable that carries the name.
    pub var: Variable,
    /// How much any answer narrows at least.
    pub narrows: Narrows,
    /// Programmes whose verdict or amount depends on it.
    programmes: Vec<String>,
}

/// How much any answer to a question narrows what is paid at least; none where that cannot be had.
#[derive(Clone, Copy)]
pub(super) struct Narrows {
    /// The range.
    pub range: Option<Money>,
    /// The typical range, of answers that are typical themselves. Of the two parts of a bill out of scope: both answers together.
    pub typical: Option<Money>,
}

impl Narrows {
    fn of(answering: &Answering, var: Variable, share: Budget) -> Narrows {
        let Answering { case, ranged, .. } = answering;
        let of = |explored: &Explored| narrowing(case, explored, var, &mut share.clone());
        let is_sum = case.is_sum(var);
        let range = if is_sum { Some(Money::ZERO) } else { of(&ranged.explored) };
        let typical = match ranged.narrower() {
            _ if is_sum && is_unknown_in_part(case, var) => Some(Money::ZERO),
            None if !is_sum => range,
            narrower => of(narrower.unwrap_or(&ranged.explored)),
        };
        Narrows { range, typical }
    }
}

/// Whether a part of a sum was answered with "I don't know": then the other part by itself narrows nothing.
fn is_unknown_in_part(case: &Case, sum: Variable) -> bool {
    let mut parts = [Some(sum), case.alias(sum)].into_iter().flatten();
    parts.any(|part| case.is_dont_know(part))
}

/// Parts of bills that are open: the slip names them, also where they change no payment.
fn open_parts_of_bills<'c>(case: &'c Case<'c>) -> impl Iterator<Item = Variable> + use<'c> {
    let parts = |place: &usize| [Fact::self_paid(), Fact::advance()].map(|part| case.fact(part, Some(*place)));
    case.order.iter().flat_map(parts).filter(|var| case.domain(*var).is_wide())
}

/// Every unknown that matters, with what it narrows.
pub(super) fn rank_unknowns(answering: &Answering, judged: &[(ProgrammeIx, Vec<Judged>)]) -> Vec<Ranked> {
    let mut programmes: Map<Variable, Vec<String>> = Map::default();
    for (p, judged) in judged {
        for &var in missing(answering, *p, judged).iter() {
            programmes.entry(var).or_default().push(answering.id(*p));
        }
    }
    let mut vars = Set::default();
    vars.extend(programmes.keys().copied());
    vars.extend(answering.ranged.explored.matters.all().iter().copied());
    vars.extend(open_parts_of_bills(answering.case));
    // Each has a share of its own, so that a hard one takes nothing from the others.
    let share = Budget::of(answering.case).part(PARTS_OF_BUDGET);
    let mut ranked = Vec::new();
    for &var in vars.iter() {
        let narrows = Narrows::of(answering, var, share);
        let alias = answering.case.alias(var).filter(|alias| !vars.contains(alias));
        let named = alias.map(|alias| (alias, Narrows { range: Some(Money::ZERO), ..narrows }));
        let programmes = || programmes.get(&var).cloned().unwrap_or_default();
        let both = [Some((var, narrows)), named].into_iter().flatten();
        ranked.extend(both.map(|(var, narrows)| Ranked { var, narrows, programmes: programmes() }));
    }
    ranked
}

/// Those that were not answered with "I don't know", the one that narrows most first.
pub(super) fn questions(answering: &Answering, ranked: Vec<Ranked>) -> Vec<Question> {
    let case = answering.case;
    let can_say = |var| !case.is_dont_know(var) && !case.follows_from_items(var);
    let asked = ranked.into_iter().filter(|unknown| can_say(unknown.var));
    let question = |unknown: Ranked| {
        let Ranked { var, narrows, programmes } = unknown;
        let kind = answering.case.origin(var).kind()?;
        let question = Question {
            unknown: answering.case.name(var),
            kind,
            narrows: narrows.range.map(|narrows| narrows.to_string()),
            narrows_typical: narrows.typical.map(|narrows| narrows.to_string()),
            programmes,
        };
        Some((answering.standing(var, narrows.range), question))
    };
    in_order(asked.filter_map(question).collect())
}

/// In falling order of what they narrow, then by rank.
pub(super) fn in_order<T>(things: Vec<(Standing, T)>) -> Vec<T> {
    // None counts as less than any amount, so that falling order puts it last.
    let sorted = sorted(things, &|a, b| b.0.0.cmp(&a.0.0).then_with(|| a.0.1.cmp(&b.0.1)));
    sorted.into_iter().map(|(_, thing)| thing).collect()
}

/// What an unknown is sorted by: what it narrows, then its rank.
pub(super) type Standing = (Option<Money>, (usize, usize, String));

impl Answering<'_> {
    pub(super) fn standing(&self, var: Variable, narrows: Option<Money>) -> Standing {
        let kind = self.case.origin(var).kind().unwrap_or_default();
        (narrows, self.rank(kind, &self.case.name(var)))
    }
}
