//! Prepares a programme's steps for one expense: answers what they ask.

use super::lookup::{Stop, look};
use super::run::run;
use super::{Account, Effort, Holder, Situation};
use crate::calendar::Date;
use crate::eligibility::{At, test};
use crate::interval::{Interval, NumberSet, Trend};
use crate::money::Money;
use crate::policy::step::{
    Ask, Binding, Choice, Count, CountInterval, Counter, End, Found, Of, Per, Period, ReadyStep, Role, Start, Step,
    ValueRef,
};
use crate::policy::{Programme, Test, Value};
use crate::truth::Truth;
use crate::unknowns::{Domain, Split, World};

/// Steps ready to run.
#[derive(Clone, Debug)]
pub struct Prepared<'c> {
    /// What goes in.
    pub start: Start,
    /// Of a second layer: whether its rule is the same all year, so that what it owes by the year adds up.
    pub owes_by_year: bool,
    /// The steps.
    pub steps: Vec<ReadyStep<'c>>,
}

impl Prepared<'_> {
    /// Whether both pay the same in every completion, because they do the same.
    pub fn does_the_same(&self, other: &Prepared) -> bool {
        self.start == other.start
            && self.owes_by_year == other.owes_by_year
            && self.steps.len() == other.steps.len()
            && self.steps.iter().zip(&other.steps).all(|(mine, theirs)| mine.does_the_same(theirs))
    }

    /// Whether one run gives the one amount.
    pub fn is_exact(&self) -> bool {
        self.start.base.is_exact() && self.is_exact_but_for_base()
    }

    /// Whether nothing is open but how large the base is.
    pub fn is_exact_but_for_base(&self) -> bool {
        self.start.earlier.is_none_or(|earlier| earlier.is_exact()) && self.steps.iter().all(ReadyStep::is_exact)
    }

    /// How the deductible applied moves with its value.
    pub fn deductible_trend(&self) -> Trend {
        let deductibles = self.steps.iter().filter(|step| step.role() == Role::Deductible);
        deductibles.fold(Trend::FLAT, |trend, step| trend.with(step.trend().reversed()))
    }

    /// The greatest amount that any step meets.
    fn greatest(&self) -> Money {
        self.start.earlier.map_or(Money::ZERO, |earlier| earlier.high) + self.start.base.high
    }

    /// Whether an open limit lies above all that the steps before it can make: then it leaves nothing open.
    fn cannot_bind(&self, step: &ReadyStep) -> bool {
        let is_open_limit = step.role() == Role::Limit && !step.is_exact();
        is_open_limit && step.law.binding(Money::ZERO, run(self, End::Most, false).paid) == Binding::Never
    }
}

/// Prepares; `None` where the programme has nothing to pay on (a cap that is not used up).
pub fn prepare<'c>(world: &World<'c>, situation: Situation) -> Result<Option<Prepared<'c>>, Stop> {
    let asking = Asking { world, situation };
    let programme = world.case().book().programme(situation.at.programme);
    let start = match programme.benefit.first() {
        Some(first) => first.start(&asking)?,
        None => None,
    };
    let Some(start) = start else { return Ok(None) };
    let owes_by_year = start.earlier.is_some() && is_same_all_year(programme, situation.at.day);
    let mut prepared = Prepared { start, owes_by_year, steps: Vec::new() };
    for step in &programme.benefit {
        let Some(mut ready) = step.ready(&asking)? else { continue };
        ready.law.normalise(prepared.greatest());
        if !prepared.cannot_bind(&ready) {
            prepared.steps.push(ready);
        }
    }
    Ok(Some(prepared))
}

/// Whether a programme's numbers do not change within the year of a day and nothing but readings chooses among them.
fn is_same_all_year(programme: &Programme, day: Date) -> bool {
    let dated = |value: &Value| {
        value
            .versions
            .iter()
            .any(|version| version.period.from.is_some_and(|from| from.year() == day.year() && !from.is_new_year()))
    };
    let by_fact = programme.values.iter().any(|value| !value.by.is_empty());
    let by_choice = |step: &Step| {
        matches!(step.role(), Role::Limit | Role::Grant) || !step.tests().is_empty() || !step.is_steady()
    };
    !by_fact && !programme.values.iter().any(dated) && !programme.benefit.iter().any(by_choice)
}

/// What is left of the first yearly limit of payments among the steps.
pub fn yearly_limit(world: &World, at: At, year: &dyn Account) -> Result<Interval, Stop> {
    let nothing = Situation {
        at,
        bill: Money::ZERO,
        in_scope: Interval::ZERO,
        left: Interval::ZERO,
        reserved: Money::ZERO,
        year,
        effort: Effort::Bound,
    };
    let asking = Asking { world, situation: nothing };
    let steps = &world.case().book().programme(at.programme).benefit;
    for step in steps.iter().filter(|step| step.role() == Role::Limit && step.period() == Some(Period::Year)) {
        if let Some(limit) = step.ready(&asking)?.and_then(|ready| ready.law.year_limit()) {
            return Ok(limit.left());
        }
    }
    Ok(Interval::exact(Money::NO_LIMIT))
}

/// One expense in one world, seen from one programme.
struct Asking<'a, 'c> {
    world: &'a World<'c>,
    situation: Situation<'a>,
}

impl<'c> Ask<'c> for Asking<'_, 'c> {
    type Stop = Stop;

    fn value(&self, value: &ValueRef) -> Result<Found<'c>, Stop> {
        look(self.world, self.situation.at, value)
    }

    fn count(&self, count: Count) -> CountInterval {
        let (case, at) = (self.world.case(), self.situation.at);
        let var = case.fact(count.fact(), at.expense);
        let domain = self.world.domain(var);
        let up = case.driver(var).map_or(NumberSet::NONE, NumberSet::one);
        let rising = Trend { up, ..Trend::FLAT };
        match count {
            Count::Fact(_) => CountInterval::between(domain.counts(), rising),
            Count::EarlierStays => {
                let (low, high) = domain.counts();
                CountInterval::between((low.saturating_sub(1).max(0), high.saturating_sub(1).max(0)), rising)
            }
            // Who is born later is younger.
            Count::Age => {
                let ages = domain.dates().map(|(first, last)| (at.day.years_since(last), at.day.years_since(first)));
                CountInterval::between(ages.unwrap_or_default(), rising.reversed())
            }
        }
    }

    fn holds(&self, what: &Test) -> Result<bool, Stop> {
        match test(self.world, self.situation.at, what) {
            Truth::True => Ok(true),
            Truth::False => Ok(false),
            Truth::Unknown(open) => Err(Stop::of(open.causes().next())),
        }
    }

    fn choice<'t, T>(&self, choice: &'t Choice<T>) -> Result<&'t T, Stop> {
        let (reading, options) = match choice {
            Choice::Fixed(thing) => return Ok(thing),
            Choice::ByReading(reading, options) => (*reading, options),
        };
        let var = self.world.case().reading(self.situation.at.programme, reading);
        let possible = self.world.domain(var).options().unwrap_or_default();
        match possible.lowest() {
            Some(only) if possible.len() == 1 => options.get(only.place()).ok_or(Stop::Stuck),
            _ => Err(Stop::Decide(Split { variable: var, parts: possible.iter().map(Domain::option).collect() })),
        }
    }

    fn counter(&self, counter: &Counter) -> Interval {
        let (case, own) = (self.world.case(), self.situation.at.programme);
        let of = |holder| {
            let tally = self.situation.year.tally(counter.counts, holder)?;
            Some(if counter.per == Per::Year { tally.now } else { tally.here })
        };
        let sum = match &counter.of {
            Of::Programmes(places) => {
                let programmes = places.iter().filter_map(|place| case.book().sibling(own, *place));
                programmes.filter_map(|p| of(Holder::Programme(p.place()))).reduce(Interval::plus)
            }
            Of::Services(services) => {
                let before = match counter.per {
                    Per::Year => Some(Interval::exact(self.situation.year.before_all_services(counter.counts))),
                    Per::Expense => None,
                };
                let counted = services.iter().filter_map(|service| of(Holder::Service(*service)));
                before.into_iter().chain(counted).reduce(Interval::plus)
            }
        };
        sum.unwrap_or(Interval::ZERO)
    }

    fn bill(&self) -> Money {
        self.situation.bill
    }

    fn in_scope(&self) -> Interval {
        self.situation.in_scope
    }

    fn left(&self) -> Interval {
        self.situation.left
    }

    fn wants_working(&self) -> bool {
        self.situation.effort.explains()
    }

    fn programme(&self) -> &'c str {
        self.world.case().book().programme(self.situation.at.programme).id.as_str()
    }

    fn seen_from(&self, programme: usize) -> Option<Self> {
        let own = self.situation.at;
        let programme = self.world.case().book().sibling(own.programme, programme)?;
        Some(Asking { world: self.world, situation: Situation { at: At { programme, ..own }, ..self.situation } })
    }
}
