//! What to ask next: every unknown that matters, the one that narrows the range most first.

use super::context::Answering;
use super::programme::{Judged, missing};
use super::wire::Question;
use crate::estimate::{Budget, narrowing};
use crate::money::Money;
use crate::ordered::{Map, Set, sorted};
use crate::policy::book::ProgrammeIx;
use crate::unknowns::{Case, Variable};
use crate::vocabulary::Fact;

/// Finding what one question narrows may take this part of the work that the range may take.
const PARTS_OF_BUDGET: usize = 8;

/// A question with what it is sorted by: what it narrows, then its rank.
type Ranked = (Option<Money>, (usize, usize, String), Question);

/// Parts of bills that are open: the slip names them, also where they change no payment.
fn open_parts_of_bills<'c>(case: &'c Case<'c>) -> impl Iterator<Item = Variable> + use<'c> {
    let parts = |place: &usize| [Fact::self_paid(), Fact::advance()].map(|part| case.fact(part, Some(*place)));
    case.order.iter().flat_map(parts).filter(|var| case.domain(*var).is_wide())
}

/// Every unknown that matters and was not answered with "I don't know", the one that narrows most first.
pub(super) fn questions(answering: &Answering, judged: &[(ProgrammeIx, Vec<Judged>)]) -> Vec<Question> {
    let mut programmes: Map<Variable, Vec<String>> = Map::default();
    for (p, judged) in judged {
        for &var in missing(answering, *p, judged).iter() {
            programmes.entry(var).or_default().push(answering.id(*p));
        }
    }
    let mut vars = Set::default();
    vars.extend(programmes.keys().copied());
    vars.extend(
        answering.ranged.explored.matters.iter().filter(|(_, flags)| flags.contains(&true)).map(|(var, _)| *var),
    );
    vars.extend(open_parts_of_bills(answering.case));
    // Each has a share of its own, so that a hard one takes nothing from the others.
    let share = Budget::of(answering.case).part(PARTS_OF_BUDGET);
    let mut questions: Vec<Ranked> = Vec::new();
    for &var in vars.iter() {
        let narrows = if answering.case.is_sum(var) {
            Some(Money::ZERO)
        } else {
            narrowing(answering.case, &answering.ranged.explored, var, &mut share.clone())
        };
        let alias = answering.case.alias(var).filter(|alias| !vars.contains(alias));
        let named = alias.map(|alias| (alias, Some(Money::ZERO)));
        for (name_of, narrows) in [Some((var, narrows)), named].into_iter().flatten() {
            let name = answering.case.name(name_of);
            let can_say = !answering.case.is_dont_know(name_of) && !answering.case.follows_from_items(name_of);
            let kind = answering.case.origin(name_of).kind().filter(|_| can_say);
            let Some(kind) = kind else { continue };
            let question = Question {
                unknown: name.clone(),
                kind,
                narrows: narrows.map(|n| n.to_string()),
                programmes: programmes.get(&var).cloned().unwrap_or_default(),
            };
            questions.push((narrows, answering.rank(kind, &name), question));
        }
    }
    // None counts as less than any amount, so that falling order puts it last.
    let questions = sorted(questions, &|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    questions.into_iter().map(|(.., question)| question).collect()
}
