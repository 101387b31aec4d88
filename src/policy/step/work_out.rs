//! Works an amount out: the first case that holds, its source, then its modifiers in order.
//!
//! Every number is an interval with its trend. A modifier rises with the number that it changes, and rises or falls with
//! its own; so both ends and the trend follow from those of the parts. A variable that acts through several of them is in
//! the trend of each: where it acts both ways, the trend says both.

use super::Counts;
use super::amount::{Amount, How, OfBill, Source, Term};
use super::ask::{Ask, Found, Modified};
use crate::interval::{CountInterval, Interval, Trend};
use crate::policy::{Test, Unit};
use crate::quantity::Quantity;
use std::hash::Hash;

/// A number of an amount.
type Number = Interval<Quantity>;

/// So many equal factors are told one by one.
const MOST_FACTORS: usize = 4;

impl Number {
    /// Of what rises with both.
    fn rising(self, by: Self, of: fn(Quantity, Quantity) -> Quantity) -> Self {
        Interval::new(of(self.low, by.low), of(self.high, by.high), self.trend.with(by.trend))
    }

    /// Of what rises with the first and falls with the second.
    fn falling(self, by: Self, of: fn(Quantity, Quantity) -> Quantity) -> Self {
        Interval::new(of(self.low, by.high), of(self.high, by.low), self.trend.with(by.trend.reversed()))
    }

    /// The greater of the two. Where one is the greater for sure, the other moves nothing.
    fn greater(self, other: Self) -> Self {
        if self.low >= other.high {
            self.beside(other, true)
        } else if other.low >= self.high {
            other.beside(self, false)
        } else {
            self.rising(other, Quantity::max).made_by("greater")
        }
    }

    /// The lesser of the two.
    fn lesser(self, other: Self) -> Self {
        if self.high <= other.low {
            self.beside(other, true)
        } else if other.high <= self.low {
            other.beside(self, false)
        } else {
            self.rising(other, Quantity::min).made_by("lesser")
        }
    }

    /// The one of two that was taken: where another one is, what is made of it bends.
    fn beside(self, other: Self, is_first: bool) -> Self {
        let sides = self.trend.sides.with(other.trend.sides).on(is_first);
        Interval { trend: Trend { sides, ..self.trend }, ..self }
    }

    fn changed(self, how: How, by: Self) -> Self {
        let changed = match how {
            How::Every => self.falling(by, Quantity::begun),
            How::Times => self.rising(by, Quantity::times),
            How::DividedBy => self.falling(by, Quantity::divided_by),
            How::Power => self.falling(by, Quantity::power),
            How::Plus => self.rising(by, Quantity::plus),
            // Where it comes to nothing, it bends.
            How::Less => self.falling(by, Quantity::less).on_side(self.low < by.low),
            How::OwnShareTimes => self.falling(by, Quantity::with_own_share_times),
            How::AtLeast => return self.greater(by),
            How::AtMost => return self.lesser(by),
        };
        changed.made_by((how.name(), by.low, by.high))
    }

    /// On this side of something that bends it.
    fn on_side(self, side: bool) -> Self {
        Interval { trend: self.trend.beside(side), ..self }
    }

    /// An open number is another one than what it was made of, though its ends and what moves it be the same: a rate and its
    /// square.
    fn made_by(self, how: impl Hash) -> Self {
        if self.is_exact() { self } else { Interval { trend: self.trend.made_by(how), ..self } }
    }
}

/// The number that an amount has here.
pub(super) fn number<'c, A: Ask<'c>>(ask: &A, amount: &Amount) -> Result<Found<'c>, A::Stop> {
    Ok(if_any_holds(ask, &amount.cases)?.unwrap_or(Found::NOTHING))
}

/// The number of the first case that holds; none where no case holds.
fn if_any_holds<'c, A: Ask<'c>>(ask: &A, cases: &[(Option<Test>, Term)]) -> Result<Option<Found<'c>>, A::Stop> {
    for (place, (when, term)) in cases.iter().enumerate() {
        match when.as_ref().map_or(Ok(true), |when| ask.holds(when)) {
            Ok(true) => return worked_out(ask, term).map(Some),
            Ok(false) => {}
            // Open, but perhaps it makes no difference.
            Err(stop) => {
                let rest = cases.get(place.saturating_add(1)..).unwrap_or_default();
                let otherwise = if_any_holds(ask, rest).map(|there| there.unwrap_or(Found::NOTHING));
                return match (worked_out(ask, term), otherwise) {
                    (Ok(here), Ok(there)) if here.is_same_number(&there) => Ok(Some(here)),
                    (Ok(here), Ok(there)) if ask.is_rough() => either(&here, &there).map(Some).ok_or(stop),
                    _ => Err(stop),
                };
            }
        }
    }
    Ok(None)
}

fn worked_out<'c, A: Ask<'c>>(ask: &A, term: &Term) -> Result<Found<'c>, A::Stop> {
    let found = start(ask, &term.source)?;
    if term.is_modified() { modified(ask, found, term) } else { Ok(found) }
}

fn start<'c, A: Ask<'c>>(ask: &A, source: &Source) -> Result<Found<'c>, A::Stop> {
    Ok(match source {
        Source::Value(value) => ask.value(value)?,
        Source::Index(name) => ask.index(name)?,
        Source::Count(count) => counted(ask.count(*count)),
        Source::Counter(counter) if counter.counts == Counts::Uses => counted(ask.uses(counter)),
        Source::Counter(counter) => {
            let held = ask.counter(counter);
            number_of(held, Quantity::Money)
        }
        Source::OfBill(part) => of_bill(ask, *part),
        Source::Sum(amounts, unit) => sum(ask, amounts)?.unwrap_or_else(|| zero(*unit)),
        Source::Greatest(amounts, unit) => best(ask, amounts, Some(zero(*unit)), Interval::greater)?,
        Source::Least(amounts) => best(ask, amounts, None, Interval::lesser)?,
    })
}

/// A part of the bill, with its name for the working.
fn of_bill<'c, A: Ask<'c>>(ask: &A, part: OfBill) -> Found<'c> {
    let amount = match part {
        OfBill::Whole => Interval::exact(ask.bill()),
        OfBill::InScope => ask.in_scope(),
        OfBill::Left => ask.left(),
        OfBill::Part(part) => ask.part(part),
    };
    let named = || Modified { part: Some(part), ..Modified::new("from", Quantity::Money(amount.low)) };
    let made = ask.wants_working().then(named);
    Found { made: made.into_iter().collect(), ..number_of(amount, Quantity::Money) }
}

/// Several numbers together; none where no part applies.
fn sum<'c, A: Ask<'c>>(ask: &A, amounts: &[Amount]) -> Result<Option<Found<'c>>, A::Stop> {
    let mut sum = None;
    for amount in amounts {
        let part = if_any_holds(ask, &amount.cases).or_else(|stop| perhaps(ask, amount).map(Some).ok_or(stop));
        if let Some(other) = part? {
            sum = Some(added(ask, sum.unwrap_or(Found::NOTHING), other));
        }
    }
    Ok(sum)
}

/// Two numbers together, with how they were made: 620 × 0.9 + 200.
fn added<'c, A: Ask<'c>>(ask: &A, one: Found<'c>, other: Found<'c>) -> Found<'c> {
    let both = joined(one.clone(), other.clone(), |a, b| a.changed(How::Plus, b));
    let (Some(a), Some(b)) = (one.number, other.number) else { return both };
    if !ask.wants_working() || both.is_same_number(&one) || both.is_same_number(&other) {
        return both;
    }
    let in_line = ["from", How::Times.name(), How::Power.name(), How::Plus.name(), How::Less.name()];
    let is_in_line = !one.made.is_empty() && one.made.iter().all(|part| in_line.contains(&part.how));
    let from = || vec![Modified { part: plain_part(&one), ..Modified::new("from", a.low) }];
    let mut made = if is_in_line { one.made.clone() } else { from() };
    made.push(Modified { part: plain_part(&other), ..Modified::new(How::Plus.name(), b.low) });
    Found { made, ..both }
}

/// Where amounts may be rough: a part of a sum of which it is open whether it is there, from nothing to its number.
fn perhaps<'c, A: Ask<'c>>(ask: &A, part: &Amount) -> Option<Found<'c>> {
    let [(Some(_), term)] = &part.cases[..] else { return None };
    if !ask.is_rough() {
        return None;
    }
    let found = worked_out(ask, term).ok()?;
    let number = found.number?;
    let nothing = number.low.less(number.low);
    Some(Found { number: Some(Interval::new(nothing, number.high, number.trend.either_way())), ..found })
}

/// The one or the other: a number may move which of them it is, so each moves it either way. None where one of them is no number.
fn either<'c>(one: &Found<'c>, other: &Found<'c>) -> Option<Found<'c>> {
    let (a, b) = one.number.zip(other.number)?;
    Some(Found { number: Some(a.or(b)), made: Vec::new(), ..one.clone() })
}

/// Nothing of a unit. It is a number: a limit of nothing leaves nothing, where no limit leaves everything.
fn zero(unit: Unit) -> Found<'static> {
    let (nothing, _) = unit.ends();
    Found::of(Interval::exact(nothing))
}

fn counted(count: CountInterval) -> Found<'static> {
    number_of(count, Quantity::Count)
}

fn number_of<T>(interval: Interval<T>, of: fn(T) -> Quantity) -> Found<'static> {
    let Interval { low, high, trend } = interval;
    Found::of(Interval::new(of(low), of(high), trend))
}

/// Two numbers made one; one that is not there changes nothing. What stays as one of them keeps its name.
fn joined<'c>(a: Found<'c>, b: Found<'c>, of: impl Fn(Number, Number) -> Number) -> Found<'c> {
    let (Some(x), Some(y)) = (a.number, b.number) else {
        return if a.number.is_none() { b } else { a };
    };
    let both = of(x, y);
    let is_one = |one: Number| (both.low, both.high) == (one.low, one.high);
    // How one of them was made tells nothing of another number.
    let made = |found: &Found<'c>, one| if is_one(one) { found.made.clone() } else { Vec::new() };
    let named = if is_one(y) { Found { made: made(&b, y), ..b } } else { Found { made: made(&a, x), ..a } };
    Found { number: Some(both), ..named }
}

/// The best of several numbers, `of_none` where no part applies. An open test must be decided unless its number could not
/// be the best.
fn best<'c, A: Ask<'c>>(
    ask: &A,
    amounts: &[Amount],
    of_none: Option<Found<'c>>,
    of: fn(Number, Number) -> Number,
) -> Result<Found<'c>, A::Stop> {
    let mut best = None;
    let mut open = Vec::new();
    for amount in amounts {
        match (if_any_holds(ask, &amount.cases), &amount.cases[..]) {
            (Ok(None), _) => {}
            (Ok(Some(other)), _) => best = Some(joined(best.unwrap_or(Found::NOTHING), other, of)),
            (Err(stop), [(Some(_), term)]) => open.push((stop, term)),
            (Err(stop), _) => return Err(stop),
        }
    }
    let mut best = best.or(of_none).unwrap_or(Found::NOTHING);
    for (stop, term) in open {
        match worked_out(ask, term).map(|other| joined(best.clone(), other, of)) {
            Ok(with) if with.is_same_number(&best) => {}
            Ok(with) if ask.is_rough() => best = either(&best, &with).ok_or(stop)?,
            _ => return Err(stop),
        }
    }
    Ok(best)
}

fn modified<'c, A: Ask<'c>>(ask: &A, mut found: Found<'c>, term: &Term) -> Result<Found<'c>, A::Stop> {
    let Some(plain) = found.number else { return Ok(found) };
    let mut now = plain;
    let mut made = Vec::new();
    for (how, by) in &term.modifiers {
        let of_it = number(ask, by)?;
        let Some(by) = of_it.number else { continue };
        let after = now.changed(*how, by);
        if ask.wants_working() && after.low != now.low {
            let factors = if *how == How::Times { repeated_factor(&of_it) } else { Vec::new() };
            let part = plain_part(&of_it);
            let one = || vec![Modified { part, ..Modified::new(how.name(), by.low) }];
            made.extend(if factors.is_empty() { one() } else { factors });
        }
        now = after;
    }
    if let Some((multiple, towards)) = term.round {
        let round = |quantity: Quantity| quantity.rounded_to(multiple, towards);
        let after = Interval::new(round(now.low), round(now.high), now.trend);
        // From one whole number to the next it jumps.
        let after = Interval { trend: after.trend.made_by((multiple, towards, after.low)), ..after };
        if ask.wants_working() && after.low != now.low {
            made.push(Modified::new("round", after.low));
        }
        now = after;
    }
    let part = plain_part(&found);
    if !made.is_empty() || part.is_some() {
        made.insert(0, Modified { part, ..Modified::new("from", plain.low) });
    }
    found.number = Some(now);
    // Where nothing changed a sum of one, it is told how that one was made.
    let is_of_one = matches!(&term.source, Source::Sum(parts, _) if parts.len() == 1);
    found.made = if made.is_empty() && is_of_one { found.made } else { made };
    Ok(found)
}

/// The part of the bill that a number is, as it stands.
fn plain_part(found: &Found) -> Option<OfBill> {
    let [Modified { part, .. }] = found.made.as_slice() else { return None };
    *part
}

/// A rate to the power of a small count, as that many factors: a reader sees 620 × 0.9 × 0.9.
fn repeated_factor(found: &Found) -> Vec<Modified> {
    let [from, Modified { how: "power", number, .. }] = found.made.as_slice() else { return Vec::new() };
    let times = number.count().and_then(|count| usize::try_from(count).ok()).filter(|times| *times <= MOST_FACTORS);
    std::iter::repeat_n(Modified::new(How::Times.name(), from.number), times.unwrap_or_default()).collect()
}
