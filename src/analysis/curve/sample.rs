//! One look at the curve: the request settled with another bill.

use super::shape::{Shape, shape};
use crate::estimate::{Budget, Range, Ranged, with_working};
use crate::money::Money;
use crate::ordered::Map;
use crate::request::Request;
use crate::settlement::{Effort, Figure, Settled, settle};
use crate::unknowns::{Case, World};

/// How many looks a curve may take. A count, never time, so that every interface gives the same.
const MOST_LOOKS: usize = 4_000;
/// Into how many looks the budget of work of an open request is divided.
const OPEN_LOOKS: usize = 64;
/// How many looks may find something open. Each is an estimate of its own, so they are fewer.
const MOST_OPEN_LOOKS: usize = 160;

/// What one bill gives.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    /// In fen.
    pub bill: i64,
    /// By all funds, on this expense.
    pub paid: Range,
    /// What rounding to the fen added to that.
    pub rounded_up: Money,
    /// What kind of thing every step of the working did; none where something is open.
    pub shape: Option<Shape>,
}

impl Sample {
    /// What the resident pays at least and at most, in fen.
    pub fn out_of_pocket(&self) -> (i64, i64) {
        let fen = |paid: Money| self.bill.saturating_sub(paid.to_fen());
        (fen(self.paid.high), fen(self.paid.low))
    }

    /// Whether the resident pays no more than this at the given end, also before the funds' payments were rounded: a bill a
    /// fen larger may look the same, and is beyond it.
    pub fn keeps_within(&self, most: i64, own: i64) -> bool {
        own <= most && Money::from_fen(own) + self.rounded_up <= Money::from_fen(most)
    }

    /// Whether the curve is straight between the two, as far as their workings tell.
    pub fn is_like(&self, other: &Sample) -> bool {
        self.shape.is_some() && self.shape == other.shape
    }
}

/// Settles the same request with one bill after another.
pub(super) struct Sampler {
    request: Request,
    place: usize,
    looks: usize,
    /// What was found open, by the bill: the two ends of a search ask for the same bills.
    open: Map<i64, Sample>,
}

impl Sampler {
    /// Only expenses up to this one bear on it: the rest is left out.
    pub fn new(mut request: Request, place: usize) -> Sampler {
        let order = request.in_order();
        let last = order.iter().position(|p| *p == place).unwrap_or_default();
        let before: Vec<usize> = order.into_iter().take(last.saturating_add(1)).collect();
        let earlier_in_list = (0..place).filter(|p| before.contains(p)).count();
        let mut number = 0..;
        request.expenses.retain(|_| number.next().is_some_and(|p| before.contains(&p)));
        Sampler { request, place: earlier_in_list, looks: 0, open: Map::default() }
    }

    /// Whether too many looks were taken for every kink to be found.
    pub fn is_spent(&self) -> bool {
        self.looks >= MOST_LOOKS || self.open.len() >= MOST_OPEN_LOOKS
    }

    /// The id of a programme, by its place in the book.
    pub fn programme(&self, place: usize) -> String {
        let book = &self.request.book;
        book.programmes().find(|p| p.place() == place).map_or(String::new(), |p| book.programme(p).id.clone())
    }

    /// The request with this bill.
    pub fn look(&mut self, bill: i64) -> Sample {
        if let Some(known) = self.open.get(&bill) {
            return known.clone();
        }
        let look = self.settled(bill);
        if look.shape.is_none() {
            self.open.insert(bill, look.clone());
        }
        look
    }

    fn settled(&mut self, bill: i64) -> Sample {
        self.looks = self.looks.saturating_add(1);
        if let Some(expense) = self.request.expenses.get_mut(self.place) {
            expense.total = Some(Money::from_fen(bill));
        }
        let case = Case::new(&self.request);
        let figure = Figure::ExpensePaid(self.place);
        let world = World::of(&case);
        let settled = settle(&world, Effort::Explain);
        let span = settled.amount(figure);
        if settled.decision.is_none() && span.is_exact() {
            let settled = with_working(settled, world);
            let rounded_up = rounded_up(&case, &settled, self.place);
            let shape = Some(shape(&case, &settled, self.place));
            return Sample { bill, paid: Range::exact(span.low), rounded_up, shape };
        }
        let ranged = Ranged::with(&case, &[], Budget::of(&case).part(OPEN_LOOKS), &[figure]);
        Sample { bill, paid: ranged.range(figure), rounded_up: Money::ZERO, shape: None }
    }
}

/// What the last roundings of an expense's payments added.
fn rounded_up(case: &Case, settled: &Settled, expense: usize) -> Money {
    let lines = case.lines.iter().zip(settled.roundings()).filter(|((_, place), _)| *place == expense);
    lines.fold(Money::ZERO, |sum, (_, (added, _))| sum + added)
}
