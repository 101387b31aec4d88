//! What the resident pays of one expense against the size of its bill: every kink of the curve, and how large a bill
//! may be.
//!
//! Where nothing is open, the amounts along the curve are sums, minima and maxima of straight lines: between two bills
//! at which every step of the working does the same kind of thing (the deductible is used up or not, the cap reached or
//! not, so many bands begun), the curve is straight, to the fen of each payment's rounding. The kinks are where a step
//! changes, and halving finds each to the fen. Where something is open, points are ranges.

mod inverse;
mod sample;
mod shape;
mod trace;

use super::amount;
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::money::Money;
use crate::request::Request;
use crate::vocabulary::Fact;
use sample::{Sample, Sampler};
use shape::{Bend, bends};

/// What is asked of a curve.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The place of the expense.
    pub expense: usize,
    /// The largest bill.
    pub up_to: Option<Money>,
    /// How large may the bill be before the resident pays more than this?
    pub pay_at_most: Option<Money>,
}

// Bills are halved on the grid of fen, so what follows counts in fen.

/// Kinks are looked for up to here where nobody says how far: a million yuan.
const FAR: i64 = 100_000_000;

/// The smallest bill that the rest of an expense allows: what is known of its parts, and what a slip settles.
#[must_use]
pub fn smallest_bill(request: &Request, expense: usize) -> Money {
    let Some(expense) = request.expenses.get(expense) else { return Money::ZERO };
    let part = |fact| expense.amount(fact).unwrap_or_default();
    let of_items = expense.parts.as_ref().map(|parts| parts.sum).unwrap_or_default();
    let parts = of_items + part(Fact::self_paid()) + part(Fact::advance());
    parts.max(part(Fact::third_party_amount())).max(expense.settled_sum())
}

/// The curve. The request is good, the expense has a bill, and `up_to` is not below the smallest one.
#[must_use]
pub fn curve(request: Request, asked: Asked) -> Json {
    let id = request.expenses.get(asked.expense).map_or(String::new(), |expense| expense.id.clone());
    let own = request.expenses.get(asked.expense).and_then(|expense| expense.total).unwrap_or_default().to_fen();
    let from = smallest_bill(&request, asked.expense).to_fen();
    let mut sampler = Sampler::new(request, asked.expense);
    let twice = own.saturating_mul(2).min(Money::MAX.to_fen());
    let here = sampler.look(own);
    let is_open = here.shape.is_none();
    let far = if is_open { twice } else { twice.max(FAR) };
    let mut points = trace::points(&mut sampler, from, asked.up_to.map_or(far, Money::to_fen).max(from));
    if asked.up_to.is_none() && !is_open {
        end_after_last_kink(&mut sampler, &mut points, twice);
    }
    let exact = here.shape.is_some() && points.iter().all(|(look, _)| look.shape.is_some()) && !sampler.is_spent();
    let json: Vec<Json> = points.iter().map(|(look, above)| to_json(&sampler, look, above.as_ref())).collect();
    let mut curve = object([
        ("outcome", text("curve")),
        ("expense", text(id)),
        ("exact", Json::Bool(exact)),
        ("points", Json::Array(json)),
        ("here", to_json(&sampler, &here, None)),
    ]);
    if let Some(most) = asked.pay_at_most {
        curve.put("inverse", inverse::inverse(&mut sampler, &points, most.to_fen()));
    }
    curve
}

/// A fifth beyond the last kink, or beyond where something begins to be open, or twice the bill; where there is none of
/// it, as far as was looked.
fn end_after_last_kink(sampler: &mut Sampler, points: &mut Vec<trace::Point>, twice: i64) {
    let kinks = points.len().saturating_sub(1);
    let known = points.iter().take(kinks).filter(|(look, _)| look.shape.is_some());
    let last = known.map(|(look, _)| look.bill).max().unwrap_or_default();
    let first = points.first().map_or(0, |(look, _)| look.bill);
    let end = last.saturating_add(last.checked_div(5).unwrap_or_default()).max(twice).max(first);
    if end > first && points.last().is_some_and(|(look, _)| look.bill > end) {
        points.retain(|(look, _)| look.bill < end);
        points.push((sampler.look(end), None));
    }
}

fn to_json(sampler: &Sampler, look: &Sample, above: Option<&Sample>) -> Json {
    let paid = look.paid;
    let shapes = look.shape.as_ref().zip(above.and_then(|above| above.shape.as_ref()));
    let bends = shapes.map(|(below, above)| bends(below, above)).unwrap_or_default();
    let bends = bends.into_iter().map(|bend| bend_to_json(sampler, bend)).collect();
    object([
        ("bill", text(Money::from_fen(look.bill))),
        ("out_of_pocket", amount(paid.rest_of(Money::from_fen(look.bill)))),
        ("paid", amount(paid)),
        ("bends", Json::Array(bends)),
    ])
}

fn bend_to_json(sampler: &Sampler, Bend { programme, step }: Bend) -> Json {
    let kind = step.as_ref().map_or(Json::Null, |(kind, _)| text(kind.name));
    let mut json = object([("programme", text(sampler.programme(programme))), ("step", kind)]);
    let Some((kind, value)) = step else { return json };
    json.put("role", text(kind.role.name()));
    if let Some(period) = kind.period {
        json.put("period", text(period.name()));
    }
    if let Some(value) = value {
        json.put("value", text(value));
    }
    json
}
