//! A world for one step: it answers what a step asks with numbers of the test's choice, each an unknown of its own.

use super::tape::Tape;
use std::collections::BTreeMap;
use yibao::interval::{CountInterval, Drivers, Interval, RateInterval, Trend};
use yibao::money::{Money, Rate};
use yibao::policy::step::{Ask, BillPart, Choice, Count, Counter, Found, Overflow};
use yibao::policy::{Programme, Test, Unit, ValueRef};
use yibao::quantity::Quantity;
use yibao::vocabulary::Fact;

/// What a step may ask for that is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    Value(usize),
    Counter,
    InScope,
    Count(Count),
    Uses,
}

/// Least and greatest of a number, on its grid.
pub type Ends = (i64, i64);

/// The numbers, and how choices and tests fall out.
pub struct StepWorld<'p> {
    pub programme: &'p Programme,
    pub numbers: BTreeMap<Asked, Ends>,
    pub holds: bool,
    pub option: usize,
    pub bill: Money,
}

impl<'p> StepWorld<'p> {
    /// Numbers that are not named are nothing.
    pub fn new(programme: &'p Programme) -> Self {
        StepWorld { programme, numbers: BTreeMap::new(), holds: true, option: 0, bill: Money::MAX }
    }

    /// Every number a random interval; the rates of a step rise, fall or do as they like.
    pub fn random(programme: &'p Programme, tape: &mut Tape) -> Self {
        let order = tape.below(3);
        let (count, scale) = (programme.values.len().max(1) as i64, [1_000, 100_000, 10_000_000][tape.below(3)]);
        let bill = Money::from_fen(tape.between(0, scale));
        let mut world = StepWorld { holds: tape.one_in(2), option: tape.below(2), bill, ..StepWorld::new(programme) };
        for (place, value) in (0..).zip(&programme.values) {
            let (low, high) = match (value.unit, order) {
                (Unit::Rate, 0) => (0, 1_000_000),
                (Unit::Rate, 1) => (1_000_000 / count * place, 1_000_000 / count * (place + 1)),
                (Unit::Rate, _) => (1_000_000 / count * (count - 1 - place), 1_000_000 / count * (count - place)),
                (Unit::Count, _) => (0, 12),
                (Unit::Money | Unit::YesNo, _) => (0, scale),
            };
            world.numbers.insert(Asked::Value(place as usize), interval(tape, low, high));
        }
        world.numbers.insert(Asked::Counter, interval(tape, 0, scale));
        world.numbers.insert(Asked::InScope, interval(tape, 0, scale));
        world.numbers.insert(Asked::Uses, interval(tape, 0, 12));
        for count in counts() {
            world.numbers.insert(Asked::Count(count), interval(tape, 0, 12));
        }
        world
    }

    /// The same world with other numbers.
    pub fn with(&self, numbers: BTreeMap<Asked, Ends>) -> Self {
        StepWorld { numbers, ..*self }
    }

    fn ends(&self, asked: Asked) -> (Ends, Trend) {
        let ends = self.numbers.get(&asked).copied().unwrap_or((0, 0));
        let up = if ends.0 < ends.1 { Drivers::one(driver(asked)) } else { Drivers::NONE };
        (ends, Trend { up, ..Trend::FLAT })
    }

    fn money(&self, asked: Asked) -> Interval {
        let ((low, high), trend) = self.ends(asked);
        Interval::new(Money::from_fen(low), Money::from_fen(high), trend)
    }
}

/// What the steps of the tests count.
pub fn counts() -> [Count; 4] {
    [Count::Fact(Fact::months()), Count::Fact(Fact::days()), Count::Age, Count::EarlierStays]
}

/// The driver of a number.
pub fn driver(asked: Asked) -> usize {
    match asked {
        Asked::Counter => 0,
        Asked::InScope => 1,
        Asked::Uses => 2,
        Asked::Count(count) => 3 + counts().iter().position(|known| *known == count).expect("counted in the tests"),
        Asked::Value(place) => place + 7,
    }
}

fn interval(tape: &mut Tape, low: i64, high: i64) -> Ends {
    let (a, b) = (tape.between(low, high), tape.between(low, high));
    if tape.one_in(3) { (a, a) } else { (a.min(b), a.max(b)) }
}

impl<'p> Ask<'p> for StepWorld<'p> {
    type Stop = String;

    fn value(&self, value: &ValueRef) -> Result<Found<'p>, String> {
        let ((low, high), trend) = self.ends(Asked::Value(value.value));
        let quantity = |number| match self.programme.values[value.value].unit {
            Unit::Rate => Quantity::Rate(Rate::from_millionths(number)),
            Unit::Count => Quantity::Count(number),
            Unit::Money | Unit::YesNo => Quantity::Money(Money::from_fen(number)),
        };
        Ok(Found::of(Interval::new(quantity(low), quantity(high), trend)))
    }

    fn index(&self, _: &str) -> Result<Found<'p>, String> {
        Ok(Found::NOTHING)
    }

    fn is_rough(&self) -> bool {
        false
    }

    fn count(&self, count: Count) -> CountInterval {
        let (ends, trend) = self.ends(Asked::Count(count));
        Interval::new(ends.0, ends.1, trend)
    }

    fn holds(&self, _: &Test) -> Result<bool, String> {
        Ok(self.holds)
    }

    fn choice<'t, T>(&self, choice: &'t Choice<T>) -> Result<&'t T, String> {
        let all = choice.all();
        all.get(self.option % all.len()).ok_or_else(|| "no option".to_owned())
    }

    fn counter(&self, _: &Counter) -> Interval {
        self.money(Asked::Counter)
    }

    fn deducted(&self, _: &Counter) -> Interval {
        Interval::ZERO
    }

    fn uses(&self, _: &Counter) -> CountInterval {
        let (ends, trend) = self.ends(Asked::Uses);
        Interval::new(ends.0, ends.1, trend)
    }

    fn points_elsewhere(&self) -> Result<Option<RateInterval>, String> {
        Ok(None)
    }

    fn deductible_elsewhere(&self) -> Result<Option<Found<'p>>, String> {
        Ok(None)
    }

    fn stay_in_scope(&self) -> Interval {
        Interval::ZERO
    }

    fn stay_borne(&self, _: Option<usize>) -> Interval {
        Interval::ZERO
    }

    fn stay_paid(&self) -> Interval {
        Interval::ZERO
    }

    fn bill(&self) -> Money {
        self.bill
    }

    fn insured_bill(&self) -> Interval {
        Interval::exact(self.bill)
    }

    fn in_scope(&self) -> Interval {
        self.money(Asked::InScope)
    }

    fn left(&self) -> Interval {
        self.in_scope()
    }

    fn part(&self, _: BillPart) -> Interval {
        self.in_scope()
    }

    fn part_at_home(&self, part: BillPart) -> Interval {
        self.part(part)
    }

    fn overflow(&self, _: usize) -> Option<Overflow> {
        None
    }

    fn wants_working(&self) -> bool {
        true
    }

    fn programme(&self) -> &'p str {
        &self.programme.id
    }

    fn seen_from(&self, _: usize) -> Option<Self> {
        None
    }
}
