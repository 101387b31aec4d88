//! `{"bands": [{"to": V, "rate": V}, …, {"rate": V}], "measured": …, "of": …}`: Σ rate · (the part of x in each band).
//!
//! In a year, x lies on top of what a counter holds: its *position*.

use super::elsewhere::points_off;
use super::law::NamedLaw;
use super::{
    Amount, Ask, Choice, Counter, Counts, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Role, StepKind, Worked,
};
use crate::interval::{Interval, RateInterval};
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::{Money, Rate};
use crate::policy::Unit;

/// Adds up `parts`, each an amount times its rate.
const BANDS: StepKind = StepKind::new("bands", Role::Share);

/// Marginal bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// Upper edge (none: no end) and rate.
    bands: Vec<(Option<Amount>, Amount)>,
    measured: Choice<Measured>,
    /// The counter on top of which the amount lies; none: the amount lies on nothing.
    of: Choice<Option<Counter>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measured {
    /// Edges count amounts before the deductible, which is taken from the lowest part.
    BeforeDeductible,
    /// Edges count amounts above the deductible.
    AboveDeductible,
}

/// What the edges count, by name.
pub const MEASURED: [(&str, Measured); 2] =
    [("before_deductible", Measured::BeforeDeductible), ("above_deductible", Measured::AboveDeductible)];

/// On top of what an amount lies, by name: whether of what the year's stays in hospital had in scope.
pub const BANDS_OF: [(&str, bool); 2] = [("expense", false), ("year_inpatient", true)];

impl Mechanism for Bands {
    const KEY: &'static str = "bands";
    const MEMBERS: &'static [&'static str] = &["bands", "measured", "of", "counter"];
    const ROLE: Role = Role::Share;
    const KINDS: &'static [StepKind] = &[BANDS];
    type Law = Banded;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let at = members.need(Self::KEY)?;
        let bands = at.each(&|item| band(item, names))?;
        let is_open_ended = bands.iter().rev().skip(1).any(|(edge, _)| edge.is_none());
        if is_open_ended || bands.last().is_none_or(|(edge, _)| edge.is_some()) {
            return at.refuse(Code::NeedsStep, &[("step", "the last band, and no other, has no edge: {\"rate\": …}")]);
        }
        refuse_falling(&at, &bands, names);
        let measured = names.scope.choice_or_first(members, "measured", &MEASURED);
        let of = members.get("of").map_or(Some(Choice::Fixed(None)), |at| names.scope.choice(&at, &short_form));
        let named = names.counters.named_by(members, &[Counts::Eligible, Counts::Base]);
        let of = match (named?, members.get("of")) {
            (Some(_), Some(at)) => {
                return at.refuse(Code::UnknownKey, &[("key", "of"), ("known", "bands, measured, counter")]);
            }
            (Some(counter), None) => Choice::Fixed(Some(counter)),
            (None, _) => of?,
        };
        Some(Bands { bands, measured: measured?, of })
    }

    fn amounts(&self) -> Vec<&Amount> {
        self.bands.iter().flat_map(|(edge, rate)| edge.iter().chain([rate])).collect()
    }

    fn counters(&self) -> Vec<&Counter> {
        self.of.all().iter().flatten().collect()
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let measured = *ask.choice(&self.measured)?;
        let of = ask.choice(&self.of)?;
        let mut bands = Vec::new();
        let mut first = None;
        for (edge, rate) in &self.bands {
            let edge = edge.as_ref().map(|edge| ask.number(edge)).transpose()?;
            let rate = ask.number(rate)?;
            let edge = edge.map_or(Interval::exact(Money::NO_LIMIT), |edge| edge.money(Money::NO_LIMIT));
            let plain = rate.rate();
            let (rate, less) = points_off(ask, rate, plain)?;
            bands.push((edge, less));
            first.get_or_insert(rate);
        }
        let position = match (of, measured) {
            (Some(counter), Measured::BeforeDeductible) => ask.counter(counter),
            (Some(counter), Measured::AboveDeductible) => ask.counter(counter).less(ask.deducted(counter)),
            // The bands of an admission run on over the parts of a stay.
            (None, Measured::BeforeDeductible) => ask.stay_in_scope(),
            (None, Measured::AboveDeductible) => ask.stay_in_scope().less(ask.stay_borne(None)),
        };
        Ok(first.map(|found| NamedLaw::of(&found, Banded::new(&bands, measured, position))))
    }
}

fn band(node: &Node, names: &Names) -> Option<(Option<Amount>, Amount)> {
    let members = node.members(&["to", "rate"])?;
    let to = members.optional("to", |at| Amount::read(at, Unit::Money, names));
    let rate = members.need("rate").and_then(|at| Amount::read(&at, Unit::Rate, names));
    Some((to?, rate?))
}

/// A band whose edge lies below the one before it is a mistake of typing, where both numbers are published.
fn refuse_falling(node: &Node, bands: &[(Option<Amount>, Amount)], names: &Names) {
    let value = |edge: &Option<Amount>| names.scope.values.get(edge.as_ref()?.only_value()?);
    let items = node.items().unwrap_or_default();
    for (pair, item) in bands.windows(2).zip(items.iter().skip(1)) {
        let [(before, _), (edge, _)] = pair else { continue };
        let Some((before, edge)) = value(before).zip(value(edge)) else { continue };
        if let Some((low, high)) = before.beside(edge).into_iter().find(|(before, edge)| edge < before) {
            item.note(Code::FallingBands, &[("edge", &high.exact_text()), ("before", &low.exact_text())]);
        }
    }
}

fn short_form(node: &Node) -> Option<Option<Counter>> {
    let is_of_year = node.one_of(&BANDS_OF)?;
    Some(is_of_year.then(Counter::inpatient_in_scope))
}

/// Bands with their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Banded {
    /// Upper edge (the last: no limit) and rate.
    bands: Vec<(Number, Number<Rate>)>,
    measured: Measured,
    position: Number,
    slope: Slope,
}

/// How the rates go from band to band, whatever is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Slope {
    Rises,
    Falls,
    Either,
}

impl Slope {
    fn of(bands: &[(Interval, RateInterval)]) -> Slope {
        let pairs = || bands.iter().zip(bands.iter().skip(1)).map(|((_, below), (_, above))| (below, above));
        if pairs().all(|(below, above)| below.high <= above.low) {
            Slope::Rises
        } else if pairs().all(|(below, above)| below.low >= above.high) {
            Slope::Falls
        } else {
            Slope::Either
        }
    }
}

impl Banded {
    /// Where higher bands pay more, lying higher helps and higher edges hinder; where they pay less, the reverse.
    fn new(bands: &[(Interval, RateInterval)], measured: Measured, position: Interval) -> Banded {
        let slope = Slope::of(bands);
        let shaped = |interval, rising: fn(Interval) -> Number, falling: fn(Interval) -> Number| match slope {
            Slope::Rises => rising(interval),
            Slope::Falls => falling(interval),
            Slope::Either => Number::either_way(interval),
        };
        let edge = |edge| shaped(edge, Number::lowers, Number::raises);
        let position = shaped(position, Number::raises, Number::lowers);
        let bands = bands.iter().map(|(to, rate)| (edge(*to), Number::raises(*rate))).collect();
        Banded { bands, measured, position, slope }
    }

    fn has_open_edges(&self) -> bool {
        !self.position.is_exact() || !self.bands.iter().all(|(edge, _)| edge.is_exact())
    }

    /// The least or the greatest rate of the bands in which a part of the amount may lie.
    fn rate_of_any_band(&self, amount: Money, below: Money, end: End) -> Rate {
        let position = self.position.interval;
        let (lowest, highest) = (position.low + below, position.high + below + amount);
        let mut from = Money::ZERO;
        let mut rates = Vec::new();
        for (edge, rate) in &self.bands {
            if from < highest && lowest < edge.interval.high {
                rates.push(rate.at(end));
            }
            from = from.max(edge.interval.low);
        }
        let rate = if end == End::Least { rates.into_iter().min() } else { rates.into_iter().max() };
        rate.unwrap_or(Rate::ZERO)
    }

    /// The parts of an amount, one for each band with its rate, also where nothing lies in it.
    fn parts(&self, flow: Flow, end: End) -> Vec<(Money, Rate)> {
        let below = match self.measured {
            Measured::BeforeDeductible => flow.deducted,
            Measured::AboveDeductible => Money::ZERO,
        };
        if self.slope == Slope::Either && self.has_open_edges() {
            return vec![(flow.amount, self.rate_of_any_band(flow.amount, below, end))];
        }
        let rates = self.bands.iter().map(|(_, rate)| rate.at(end));
        let mut from = self.position.at(end) + below;
        let to = from + flow.amount;
        let mut parts = Vec::new();
        for ((edge, _), rate) in self.bands.iter().zip(rates) {
            let upper = edge.at(end).min(to).max(from);
            parts.push((upper - from, rate));
            from = upper;
        }
        parts
    }
}

impl Law for Banded {
    fn kind(&self) -> StepKind {
        BANDS
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        let of_bands = self.bands.iter().flat_map(|(edge, rate)| [edge as &dyn Moves, rate]);
        of_bands.chain([&self.position as &dyn Moves])
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        self.parts(flow, end).iter().fold(Money::ZERO, |sum, (part, rate)| sum + part.share(*rate))
    }

    fn shares(&self, flow: Flow, end: End) -> Option<Vec<(Money, Rate)>> {
        Some(self.parts(flow, end))
    }

    fn explain(&self, flow: Flow, end: End, step: Worked) -> Worked {
        Worked { parts: self.parts(flow, end), ..step }
    }

    fn lie_above(&mut self, deducted: Interval) {
        if self.measured == Measured::BeforeDeductible {
            self.measured = Measured::AboveDeductible;
            self.position.interval = self.position.interval.plus(deducted);
        }
    }

    /// Where no amount leaves the lowest band, edges and position mean nothing.
    fn normalise(&mut self, most: Money) {
        let highest = self.position.interval.high + most;
        if self.bands.first().is_some_and(|(edge, _)| highest <= edge.interval.low) {
            self.measured = Measured::BeforeDeductible;
            self.position.interval = Interval::ZERO;
        }
    }

    fn is_convex(&self) -> bool {
        self.slope == Slope::Rises
    }
}
