//! What an answer takes for granted: typical domains, which only the typical range rests on, and assumptions, which all of
//! it rests on. Told is what another allowed value would change.

use super::context::Answering;
use super::questions::{Ranked, Standing, in_order};
use super::texts;
use super::wire::{Assumed, AssumedValue, Text};
use crate::estimate::Budget;
use crate::money::Money;
use crate::option_set::OptionSet;
use crate::policy::book::ProgrammeIx;
use crate::settlement::{Effort, Figure, Settled};
use crate::unknowns::{Assumption, Case, Domain, Origin, Variable, World};
use crate::vocabulary::{Fact, FactKind, NO_YES};

/// Finding what they change may take this part of the work that the range may take.
const PARTS_OF_BUDGET: usize = 2;

/// Everything that is taken for granted, in the order of questions.
pub(super) fn assumed(answering: &Answering, ranked: &[Ranked]) -> Vec<Assumed> {
    let mut effect = Effect::new(answering);
    let mut told: Vec<(Standing, Assumed)> = Vec::new();
    for unknown in ranked {
        told.extend(typical(answering, unknown).filter(|_| effect.is_used(unknown.var)));
    }
    for assumption in answering.case.assumptions() {
        if effect.is_felt(assumption) {
            let var = assumption.variable;
            told.push((answering.standing(var, None), assumption_of(answering.case, assumption)));
        }
    }
    in_order(told)
}

fn typical(answering: &Answering, unknown: &Ranked) -> Option<(Standing, Assumed)> {
    let (case, var) = (answering.case, unknown.var);
    if !changes_amounts(answering, var) {
        return None;
    }
    let (why, source) = why_typical(case, var)?;
    let assumed =
        Assumed { unknown: case.name(var), kind: "typical", value: value(case, var, case.typical(var)?), why, source };
    Some((answering.standing(var, unknown.narrows.range), assumed))
}

/// Whether another value changes an amount, not a verdict alone. A part of a bill stands in the slip.
fn changes_amounts(answering: &Answering, var: Variable) -> bool {
    let moves = answering.ranged.explored.matters.is_felt(var);
    let parts = [Fact::self_paid(), Fact::advance()];
    moves || matches!(answering.case.origin(var), Origin::Fact(fact, Some(_)) if parts.contains(&fact))
}

fn typical_world<'c>(case: &'c Case<'c>) -> World<'c> {
    World::starting(case, &case.typicals())
}

/// Why a typical domain is that one, with the document.
fn why_typical(case: &Case, var: Variable) -> Option<(Text, Option<String>)> {
    match case.origin(var) {
        Origin::Fact(fact, place) => {
            let stated = case.stated_typical(fact, place)?;
            Some((Text::new(stated.why.id.clone()), stated.source.clone()))
        }
        Origin::Row(place) => {
            let (_, value, row, _) = case.book().row(place)?;
            let (source, note) = value.why_typical(row, case.days());
            Some((Text::new(note.map_or(texts::ASSUMED_TYPICAL.to_owned(), |note| note.id)), source))
        }
        Origin::Reading(place) => Some((Text::new(case.book().reading(place)?.1.why.id.clone()), None)),
        Origin::EnrolsInTime | Origin::Uncounted(..) => None,
    }
}

fn assumption_of(case: &Case, assumption: Assumption) -> Assumed {
    let why = match case.origin(assumption.variable) {
        Origin::Fact(fact, _) if fact == Fact::third_party_liable() => texts::ASSUMED_NOBODY_LIABLE,
        Origin::Fact(fact, _) if fact == Fact::out_of_area() => texts::ASSUMED_AT_HOME,
        _ => texts::ASSUMED_PAST_INFANCY,
    };
    Assumed {
        unknown: case.name(assumption.variable),
        kind: "assumption",
        value: value(case, assumption.variable, assumption.taken_as),
        why: Text::new(why),
        source: None,
    }
}

/// A domain as a request would write its values.
fn value(case: &Case, var: Variable, domain: Domain) -> AssumedValue {
    let names = |options: OptionSet| -> Vec<String> {
        options.iter().filter_map(|option| case.option_name(var, option)).map(str::to_owned).collect()
    };
    match domain {
        _ if domain == Domain::AS_AT_HOME => AssumedValue::Choice("as_at_home".to_owned()),
        Domain::Range { low, high } => AssumedValue::Between { low: low.to_string(), high: high.to_string() },
        Domain::Members { has, .. } => AssumedValue::Members(names(has)),
        Domain::Options(options) => {
            let mut names = names(options);
            match names.pop() {
                Some(one) if names.is_empty() => single(case, var, one),
                last => AssumedValue::Members(names.into_iter().chain(last).collect()),
            }
        }
    }
}

/// Facts write yes and no as `true` and `false`, entered values as `yes` and `no`.
fn single(case: &Case, var: Variable, name: String) -> AssumedValue {
    let is_fact = matches!(case.origin(var), Origin::Fact(..));
    match NO_YES.iter().position(|option| *option == name) {
        Some(place) if is_fact && is_yes_no(case, var) => AssumedValue::YesNo(place == 1),
        _ => AssumedValue::Choice(name),
    }
}

fn is_yes_no(case: &Case, var: Variable) -> bool {
    matches!(case.origin(var), Origin::Fact(fact, _) if fact.spec().kind == FactKind::YesNo)
}

/// The sound span of every amount.
type Spans = Vec<(Money, Money)>;

/// Whether something that is taken for granted changes an amount.
struct Effect<'a, 'c> {
    answering: &'a Answering<'c>,
    budget: Budget,
    /// The amounts of everything open.
    of_all: Option<Spans>,
    /// The world with everything open in its typical domain, and its amounts.
    typical: Option<(World<'c>, Spans)>,
}

impl<'a, 'c> Effect<'a, 'c> {
    fn new(answering: &'a Answering<'c>) -> Self {
        let budget = Budget::of(answering.case).part(PARTS_OF_BUDGET);
        Effect { answering, budget, of_all: None, typical: None }
    }

    /// Whether the typical amounts rest on a typical domain: they are others where this one alone is open. What only those
    /// in hardship get rests on nothing where nobody is taken to be. Once work has run out, they are taken to.
    fn is_used(&mut self, var: Variable) -> bool {
        if self.budget.is_spent() {
            return true;
        }
        let (world, usual) = self.typical();
        let spans = self.spans(&world.with(var, self.answering.case.domain(var)));
        let differs = spans != usual;
        self.typical = Some((world, usual));
        differs
    }

    fn is_felt(&mut self, assumption: Assumption) -> bool {
        match self.answering.case.origin(assumption.variable) {
            // What somebody else must bear is out of scope.
            Origin::Fact(fact, Some(place)) if fact == Fact::third_party_liable() => {
                self.answering.ranged.range(Figure::ExpenseInScope(place)).high > Money::ZERO
            }
            Origin::Fact(fact, place) => self.is_read(fact, place) && self.changes(assumption.variable),
            _ => true,
        }
    }

    /// Whether a programme that may pay on the expense, or on any, reads the fact.
    fn is_read(&self, fact: Fact, place: Option<usize>) -> bool {
        let case = self.answering.case;
        let is_on = |p: ProgrammeIx| place.is_none_or(|place| case.line(p, place).is_some());
        case.book().programmes().any(|p| is_on(p) && case.book().reads(p, fact))
    }

    /// Whether the amounts of everything open, or the typical ones, are others where the fact is open. Once work has run out,
    /// they are taken to be.
    fn changes(&mut self, var: Variable) -> bool {
        if self.budget.is_spent() {
            return true;
        }
        let lifted = self.answering.case.lifting(var);
        let usual = self.of_all.take().unwrap_or_else(|| self.spans_of_all());
        let differs = self.spans(&World::of(&lifted)) != usual;
        // What is exact without the assumption is that amount in every narrower world.
        let is_exact = usual.iter().all(|(low, high)| low == high);
        self.of_all = Some(usual);
        differs || (!is_exact && self.changes_typical(&lifted))
    }

    /// An exact settlement is at hand.
    fn spans_of_all(&mut self) -> Spans {
        let whole = &self.answering.ranged.explored.whole;
        if whole.is_exact() { spans_of(whole) } else { self.spans(&World::of(self.answering.case)) }
    }

    fn changes_typical(&mut self, lifted: &Case) -> bool {
        if self.budget.is_spent() {
            return true;
        }
        let (world, usual) = self.typical();
        let differs = self.spans(&typical_world(lifted)) != usual;
        self.typical = Some((world, usual));
        differs
    }

    fn typical(&mut self) -> (World<'c>, Spans) {
        self.typical.take().unwrap_or_else(|| {
            let world = typical_world(self.answering.case);
            let spans = self.spans(&world);
            (world, spans)
        })
    }

    fn spans(&mut self, world: &World) -> Spans {
        spans_of(&self.budget.settle(world, Effort::Bound))
    }
}

fn spans_of(settled: &Settled) -> Spans {
    settled.amounts().iter().map(|span| (span.low, span.high)).collect()
}
