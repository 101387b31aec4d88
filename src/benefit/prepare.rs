//! Prepares a programme's steps for one expense: answers what they ask.

use super::elsewhere;
use super::lookup::{Stop, look};
use super::run::{borne, jumps, run, together};
use super::{Holder, Situation, When};
use crate::calendar::Date;
use crate::eligibility::{At, test_counting};
use crate::interval::{CountInterval, Drivers, Interval, RateInterval, Trend};
use crate::money::Money;
use crate::policy::book::Book;
use crate::policy::step::{
    Ask, BillPart, Binding, Choice, Count, Counter, CounterId, Counts, End, Found, Of, Overflow, OwnRate, Per, Period,
    ReadyStep, Role, Start, Step, ValueRef,
};
use crate::policy::{Programme, Test, Value};
use crate::quantity::Quantity;
use crate::request::{CounterRef, Ends, OwnRule};
use crate::truth::Truth;
use crate::unknowns::{Cause, Domain, Split, Variable, World};
use crate::vocabulary::{Fact, Fund, Service};
use std::cell::{Cell, RefCell};

/// Steps ready to run.
#[derive(Clone, Debug)]
pub struct Prepared<'c> {
    /// What goes in.
    pub start: Start,
    /// Of a second layer: whether its rule is the same all year, so that what it owes by the year adds up.
    pub owes_by_year: bool,
    /// Where somebody asks what limits leave over: whether a yearly one does. Where the programme has one, no shorter one does.
    pub spills_by_year: bool,
    /// Whether the payment may jump between two amounts that are open.
    pub may_jump: bool,
    /// What of what goes in no limit bounds.
    pub past_limits: Interval,
    /// The steps.
    pub steps: Vec<ReadyStep<'c>>,
}

impl Prepared<'_> {
    /// Whether both pay the same in every completion, because they do the same.
    pub fn does_the_same(&self, other: &Prepared) -> bool {
        self.start == other.start
            && self.owes_by_year == other.owes_by_year
            && self.past_limits == other.past_limits
            && self.steps.len() == other.steps.len()
            && self.steps.iter().zip(&other.steps).all(|(mine, theirs)| mine.does_the_same(theirs))
    }

    /// Whether one run gives the one amount.
    pub fn is_exact(&self) -> bool {
        self.start.base.is_exact() && self.is_exact_but_for_base()
    }

    /// Whether nothing is open but how large the base is.
    pub fn is_exact_but_for_base(&self) -> bool {
        let is_start_exact = self.start.earlier.is_none_or(|earlier| earlier.is_exact()) && self.past_limits.is_exact();
        is_start_exact && self.steps.iter().all(ReadyStep::is_exact)
    }

    /// The greatest amount that any step meets.
    fn greatest(&self) -> Money {
        self.start.earlier.map_or(Money::ZERO, |earlier| earlier.high) + self.start.base.high
    }

    /// What deductibles took before bands that count from before them, where that is open and acts on the bands by itself: another
    /// step stands between, or a deductible spares parts of the bill.
    fn deducted_apart(&self) -> Option<Interval> {
        let mut after = self.steps.iter().skip_while(|step| step.role() != Role::Deductible);
        let is_apart = after.any(|step| step.role() != Role::Deductible || step.spares());
        if !is_apart {
            return None;
        }
        let mut before = self.clone();
        if self.start.earlier.is_some() {
            // Of the year's share, as much as there may be: of less nothing comes beyond the deductible.
            before.start.base = Interval::exact(self.greatest());
        }
        Some(together(&borne(&before))).filter(|deducted| !deducted.is_exact())
    }

    /// Whether an open limit lies above all that the steps before it can make: then it leaves nothing open. What it leaves over is
    /// open as soon as it can be reached, even where nothing comes to it.
    fn cannot_bind(&self, step: &ReadyStep, wants_overflow: bool) -> bool {
        if step.role() != Role::Limit || step.is_exact() {
            return false;
        }
        let most = run(self, End::Most, false).paid;
        let is_reached = wants_overflow && step.law.counted_limit().is_some_and(|limit| limit.low <= most);
        step.law.binding(Money::ZERO, most) == Binding::Never && !is_reached
    }
}

/// What is assumed of the tests on counters that are open, in the order in which they are asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Assumed {
    count: u32,
    held: u32,
}

impl Assumed {
    /// So many may be assumed.
    const MOST: u32 = 8;

    /// And the next one holds, or does not.
    #[must_use]
    pub fn with(self, holds: bool) -> Assumed {
        let held = if holds { self.held | 1u32.checked_shl(self.count).unwrap_or_default() } else { self.held };
        Assumed { count: self.count.saturating_add(1), held }
    }

    fn of(self, nth: u32) -> Option<bool> {
        (nth < self.count).then(|| self.held & 1u32.checked_shl(nth).unwrap_or_default() != 0)
    }
}

/// Prepares; `None` where the programme has nothing to pay on (a cap that is not used up). `is_rough`: an amount of which a
/// case is open may be anything between its cases.
pub fn prepare<'c>(
    world: &World<'c>,
    situation: Situation,
    assumed: Assumed,
    is_rough: bool,
) -> Result<Option<Prepared<'c>>, Stop> {
    let asking = Asking { assumed, is_rough, ..Asking::new(world, situation) };
    let programme = world.case().book().programme(situation.at.programme);
    let start = match programme.benefit.first() {
        Some(first) => first.start(&asking)?,
        None => None,
    };
    let Some(start) = start else { return Ok(None) };
    let owes_by_year = start.earlier.is_some() && is_same_all_year(programme, situation.at.day, world.case().book());
    let mut own = if start.earlier.is_none() { own_rates(world, situation.at) } else { Vec::new() };
    let spills_by_year = situation.wants_overflow && programme.benefit.iter().any(Step::is_yearly_limit);
    let steps = Vec::with_capacity(programme.benefit.len());
    let past = own.iter().filter(|own| own.no_limit);
    let past_limits = past.fold(Interval::ZERO, |sum, own| sum.plus(own.amount));
    let mut prepared = Prepared { start, owes_by_year, spills_by_year, may_jump: false, past_limits, steps };
    for (place, step) in programme.benefit.iter().enumerate() {
        let Some(mut ready) = step.ready(&asking)? else { continue };
        ready.place = place;
        ready.goes_past = past_limits != Interval::ZERO;
        ready.law.normalise(prepared.greatest());
        if ready.law.pays_shares() {
            ready.pay_own_rates(std::mem::take(&mut own));
        } else if ready.role() == Role::Deductible {
            ready.spare(&own);
        } else if ready.is_borne_first() {
            own.iter_mut().for_each(|own| own.amount = ready.leaves(own.amount));
        }
        if prepared.start.is_in_scope {
            ready.law.follow_base();
        }
        if ready.law.pays_shares()
            && let Some(deducted) = prepared.deducted_apart()
        {
            ready.law.lie_above(deducted);
        }
        prepared.owes_by_year &= !matches!(ready.role(), Role::Limit | Role::Grant);
        if !prepared.cannot_bind(&ready, situation.wants_overflow) {
            prepared.steps.push(ready);
        }
    }
    let jumps = jumps(&prepared);
    prepared.start.aligned &= !jumps;
    prepared.may_jump = jumps || prepared.start.jump.is_some();
    Ok(Some(prepared))
}

/// What is in scope of items that basic insurance pays at a rate of their own. Where days or a share are missing on the bill, the
/// more of all items is borne first, the less is in scope of these.
fn own_rates(world: &World, at: At) -> Vec<OwnRate> {
    let case = world.case();
    let is_basic = case.book().programme(at.programme).fund == Some(Fund::Basic);
    let Some(place) = at.expense.filter(|_| is_basic) else { return Vec::new() };
    let Some(parts) = world.parts(place) else { return Vec::new() };
    let var = case.fact(Fact::advance(), Some(place));
    let within = |amount: Money| amount.max(parts.borne.low).min(parts.borne.high);
    let (least, most) = world.domain(var).money();
    let (least, most) = (within(least), within(most));
    let down = case.driver(var).map_or(Drivers::NONE, Drivers::one);
    let in_scope = |Ends { low, high }: Ends| {
        let of_least = high.less(most - parts.borne.low);
        let of_most = low + (parts.borne.high - least);
        let trend = Trend::falling(down).beside(of_least < low).beside(high < of_most);
        Interval::new(low.max(of_least), high.min(of_most), trend)
    };
    let own = parts.own.iter();
    own.map(|own| {
        let OwnRule { rate, no_deductible, no_limit, .. } = *own;
        OwnRate { amount: in_scope(own.in_scope), rate, no_deductible, no_limit }
    })
    .collect()
}

/// Whether a programme's numbers do not change within the year of a day, and nothing chooses among them but readings and
/// what the person is.
fn is_same_all_year(programme: &Programme, day: Date, book: &Book) -> bool {
    let start = book.year_start;
    let within = |from: Date| start.year_of(from) == start.year_of(day) && !start.is_on(from);
    let dated = |value: &Value| value.versions.iter().any(|version| version.dates.from.is_some_and(within));
    let indices = programme.benefit.iter().flat_map(Step::indices).filter_map(|name| book.index_value(name));
    let by_fact = programme.values.iter().any(|value| !value.by.is_empty());
    let by_choice = |step: &Step| !step.tests().into_iter().all(Test::is_steady) || !step.is_steady();
    !by_fact && !programme.values.iter().chain(indices).any(dated) && !programme.benefit.iter().any(by_choice)
}

/// What is left of the first yearly limit of payments among the steps. `is_rough`: as in [`prepare`].
pub fn yearly_limit(world: &World, situation: Situation, is_rough: bool) -> Result<Interval, Stop> {
    let asking = Asking { is_rough, ..Asking::new(world, situation) };
    let steps = &world.case().book().programme(situation.at.programme).benefit;
    for step in steps.iter().filter(|step| step.role() == Role::Limit && step.period() == Some(Period::Year)) {
        if let Some(limit) = step.ready(&asking)?.and_then(|ready| ready.law.year_limit()) {
            return Ok(limit.left());
        }
    }
    Ok(Interval::exact(Money::NO_LIMIT))
}

/// Whether a step is one of the deductibles that a counter counts, of a programme whose steps these are: its own, those
/// that name it, or all where none names it.
fn counts_deductible(counter: &Counter, steps: &[Step], programme: usize, place: usize) -> bool {
    let names_it = |step: &Step| step.borne().is_some_and(|borne| borne.id == counter.id);
    match counter.id {
        CounterId::OfStep(of, step) => (of, step) == (programme, place),
        _ if steps.iter().any(names_it) => steps.get(place).is_some_and(names_it),
        _ => true,
    }
}

/// One expense in one world, seen from one programme.
struct Asking<'a, 'c> {
    world: &'a World<'c>,
    situation: Situation<'a>,
    assumed: Assumed,
    is_rough: bool,
    /// How many open tests on counters were asked.
    counters_asked: Cell<u32>,
    /// What decides the first of them of which nothing is assumed.
    undecided: RefCell<Option<Split>>,
}

impl Asking<'_, '_> {
    /// What the request says that a counter held.
    fn given(&self, counter: &Counter, when: When) -> Option<Quantity> {
        let file = self.world.case().book().file_of(self.situation.at.programme);
        self.situation.year.given(&CounterRef { file, id: counter.id }, when)
    }

    /// Of a counter that counts the options of a fact apart: each that the expense may have.
    fn whens(&self, fact: Fact, per: Per) -> impl Iterator<Item = When> {
        let var = self.world.case().fact(fact, self.situation.at.expense);
        let possible = self.world.domain(var).options().unwrap_or_default();
        possible.iter().map(move |option| When { per, apart: Some((fact, option)) })
    }

    /// What a counter holds at one of these.
    fn held(&self, counter: &Counter, when: When) -> Interval {
        let year = self.situation.year;
        let given = self.given(counter, when).and_then(Quantity::money);
        let unnamed = || match when.apart {
            None => year.before_all_services(counter.per, counter.counts),
            Some(_) => Money::ZERO,
        };
        let mut sum = Interval::exact(given.unwrap_or_else(unnamed));
        self.holders(counter, &mut |holder| {
            if let Some(tally) = year.tally(when, counter.counts, holder) {
                // What the request says of the counter itself stands for what its parts held before.
                sum = sum.plus(if given.is_some() { tally.now.less(tally.before) } else { tally.now });
            }
        });
        sum
    }

    fn used(&self, counter: &Counter, when: When) -> CountInterval {
        let mut sum = CountInterval::exact(self.given(counter, when).and_then(Quantity::count).unwrap_or_default());
        self.holders(counter, &mut |holder| sum = sum.and(self.situation.year.uses(when, holder)));
        sum
    }

    /// What earlier parts of the stay hold.
    fn in_stay(&self, counts: Counts, of: Holder) -> Interval {
        self.situation.year.tally(Per::Stay.into(), counts, of).map_or(Interval::ZERO, |tally| tally.now)
    }

    /// Everyone whose amounts a counter adds up.
    fn holders(&self, counter: &Counter, each: &mut dyn FnMut(Holder)) {
        let programmes = match &counter.of {
            Of::Services(services) => return services.iter().map(|service| Holder::Service(*service)).for_each(each),
            Of::Programmes(programmes) => programmes,
        };
        let book = self.world.case().book();
        for place in programmes {
            let Some(p) = book.sibling(self.situation.at.programme, *place) else { continue };
            if counter.counts != Counts::Borne {
                each(Holder::Programme(p.place()));
                continue;
            }
            let steps = &book.programme(p).benefit;
            let deductibles = (0..steps.len()).filter(|step| counts_deductible(counter, steps, *place, *step));
            deductibles.for_each(|step| each(Holder::Deductible(p.place(), step)));
        }
    }
}

impl<'a, 'c> Asking<'a, 'c> {
    fn new(world: &'a World<'c>, situation: Situation<'a>) -> Self {
        let (counters_asked, undecided) = (Cell::default(), RefCell::default());
        Asking { world, situation, assumed: Assumed::default(), is_rough: false, counters_asked, undecided }
    }

    /// Whether a counter of uses holds so many. Where that is open, it is noted by what it is decided: a number that moves
    /// the count is halved.
    fn are_uses_at_least(&self, counter: &Counter, number: i64) -> Truth<Cause> {
        let uses = self.uses(counter);
        if uses.low >= number || uses.high < number {
            return Truth::known(uses.low >= number);
        }
        let nth = self.counters_asked.replace(self.counters_asked.get().saturating_add(1));
        if let Some(holds) = self.assumed.of(nth) {
            return Truth::known(holds);
        }
        let moves = |(_, driver): &(Variable, usize)| uses.trend.up.with(uses.trend.down).holds(*driver);
        let halved = |(variable, _): (Variable, usize)| {
            let parts = self.world.domain(variable).halves()?.to_vec();
            Some(Split { variable, parts })
        };
        let may_assume = nth < Assumed::MOST;
        let split = self.world.case().drivers().filter(moves).find_map(halved).filter(|_| may_assume);
        let mut undecided = self.undecided.borrow_mut();
        *undecided = undecided.take().or(split);
        Truth::unknown(Cause::Related(Vec::new()))
    }
}

impl<'c> Ask<'c> for Asking<'_, 'c> {
    type Stop = Stop;

    fn value(&self, value: &ValueRef) -> Result<Found<'c>, Stop> {
        look(self.world, self.situation.at, value)
    }

    fn index(&self, name: &str) -> Result<Found<'c>, Stop> {
        let Some((programme, value)) = self.world.case().book().index(name) else { return Ok(Found::NOTHING) };
        look(self.world, At { programme, ..self.situation.at }, &ValueRef { value, at: Vec::new() })
    }

    fn is_rough(&self) -> bool {
        self.is_rough
    }

    fn count(&self, count: Count) -> CountInterval {
        let (case, at) = (self.world.case(), self.situation.at);
        let var = case.fact(count.fact(), at.expense);
        let domain = self.world.domain(var);
        let up = case.driver(var).map_or(Drivers::NONE, Drivers::one);
        let rising = Trend::rising(up);
        let ((low, high), trend) = match count {
            Count::Fact(_) => (domain.counts(), rising),
            Count::EarlierStays => {
                let (first, last) = domain.counts();
                ((first.saturating_sub(1).max(0), last.saturating_sub(1).max(0)), rising)
            }
            // Who is born later is younger.
            Count::Age => {
                let ages = domain.dates().map(|(first, last)| (at.day.years_since(last), at.day.years_since(first)));
                (ages.unwrap_or_default(), rising.reversed())
            }
        };
        Interval::new(low, high, trend)
    }

    fn holds(&self, what: &Test) -> Result<bool, Stop> {
        let uses = |counter: &Counter, number| self.are_uses_at_least(counter, number);
        match test_counting(self.world, self.situation.at, what, &uses) {
            Truth::True => Ok(true),
            Truth::False => Ok(false),
            Truth::Unknown(open) => Err(match self.undecided.take() {
                Some(split) => Stop::Counted(split),
                None => Stop::of(open.causes().next()),
            }),
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
        let Some(fact) = counter.apart else { return self.held(counter, counter.per.into()) };
        let held = self.whens(fact, counter.per).map(|when| self.held(counter, when));
        held.reduce(Interval::or).unwrap_or(Interval::ZERO)
    }

    fn deducted(&self, counter: &Counter) -> Interval {
        let (book, own) = (self.world.case().book(), self.situation.at.programme);
        let places = match &counter.of {
            Of::Programmes(places) => places.clone(),
            Of::Services(_) => vec![book.place_in_file(own)],
        };
        let mut sum = Interval::ZERO;
        for place in places {
            let Some(p) = book.sibling(own, place) else { continue };
            let steps = book.programme(p).benefit.iter().enumerate();
            for (step, _) in steps.filter(|(_, step)| step.role() == Role::Deductible) {
                sum = sum.plus(self.counter(&counter.deductible(place, step)));
            }
        }
        sum
    }

    fn uses(&self, counter: &Counter) -> CountInterval {
        let Some(fact) = counter.apart else { return self.used(counter, counter.per.into()) };
        let used = self.whens(fact, counter.per).map(|when| self.used(counter, when));
        used.reduce(Interval::or).unwrap_or(CountInterval::NONE)
    }

    fn points_elsewhere(&self) -> Result<Option<RateInterval>, Stop> {
        let found = elsewhere::value(self.world, self.situation.at, false)?;
        Ok(found.map(|found| found.rate()))
    }

    fn deductible_elsewhere(&self) -> Result<Option<Found<'c>>, Stop> {
        elsewhere::value(self.world, self.situation.at, true)
    }

    /// Bands of basic insurance run on: the bases of others are no bills.
    fn stay_in_scope(&self) -> Interval {
        let programme = self.world.case().book().programme(self.situation.at.programme);
        if programme.fund != Some(Fund::Basic) {
            return Interval::ZERO;
        }
        let of = |service: &Service| self.in_stay(Counts::Eligible, Holder::Service(*service));
        Service::ALL.iter().fold(Interval::ZERO, |sum, service| sum.plus(of(service)))
    }

    fn stay_borne(&self, step: Option<usize>) -> Interval {
        let programme = self.situation.at.programme;
        let steps = 0..self.world.case().book().programme(programme).benefit.len();
        let of = |step| self.in_stay(Counts::Borne, Holder::Deductible(programme.place(), step));
        steps
            .filter(|place| step.is_none_or(|step| step == *place))
            .fold(Interval::ZERO, |sum, step| sum.plus(of(step)))
    }

    fn stay_paid(&self) -> Interval {
        self.in_stay(Counts::Paid, Holder::Programme(self.situation.at.programme.place()))
    }

    fn bill(&self) -> Money {
        self.situation.bill
    }

    fn insured_bill(&self) -> Interval {
        Interval::exact(self.situation.bill).less(self.situation.third_party)
    }

    fn in_scope(&self) -> Interval {
        self.situation.in_scope
    }

    fn left(&self) -> Interval {
        self.situation.left
    }

    fn part(&self, part: BillPart) -> Interval {
        self.situation.parts.get(part)
    }

    fn part_at_home(&self, part: BillPart) -> Interval {
        self.situation.at_home.unwrap_or(&self.situation.parts).get(part)
    }

    fn overflow(&self, programme: usize) -> Option<Overflow> {
        let other = self.world.case().book().sibling(self.situation.at.programme, programme)?.place();
        self.situation.overflows.iter().find(|(place, _)| *place == other).map(|(_, over)| *over)
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
        let is_rough = self.is_rough;
        Some(Asking {
            is_rough,
            ..Asking::new(self.world, Situation { at: At { programme, ..own }, ..self.situation })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_assumed_of_each_test_on_a_counter_is_kept_apart() {
        let assumed = Assumed::default().with(true).with(false).with(true);
        assert_eq!([0, 1, 2, 3].map(|nth| assumed.of(nth)), [Some(true), Some(false), Some(true), None]);
    }
}
