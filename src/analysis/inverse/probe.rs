//! One look: the request settled with another bill or value.

use super::{Sought, Target};
use crate::estimate::{Ranged, with_working};
use crate::money::Money;
use crate::quantity::Quantity;
use crate::request::Request;
use crate::settlement::{Effort, Figure, Shape, settle};
use crate::unknowns::{Case, World};

/// How many looks may be taken. A count, never time, so that every interface gives the same.
const MOST_LOOKS: usize = 20_000;
/// The same, in settled lines: a long request may be looked at less often.
const MOST_LINES: usize = 400_000;

/// What one bill or value gives.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The place on the grid: fen, millionths.
    pub at: i64,
    /// The amount at least and at most, in fen.
    pub low: i64,
    pub high: i64,
    /// By line, what kind of thing its steps did; none where the amount is open.
    pub shape: Option<Shape>,
    /// How many amounts were rounded.
    pub roundings: i64,
}

impl Look {
    /// Whether both workings are of one kind; or both are open.
    pub fn is_like(&self, other: &Look) -> bool {
        self.shape == other.shape
    }
}

/// Settles the same request with one bill or value after another.
pub(super) struct Probe {
    request: Request,
    sought: Sought,
    target: Target,
    looks: usize,
    most: usize,
    /// Whether the amount moves one way wherever no step changes.
    pub is_monotone: bool,
}

impl Probe {
    pub fn new(request: Request, sought: Sought, target: Target) -> Probe {
        let is_monotone = is_monotone(&request, sought, target.paid);
        let lines = Case::new(&request).lines.len().max(1);
        let most = MOST_LINES.checked_div(lines).unwrap_or_default().clamp(1_000, MOST_LOOKS);
        Probe { request, sought, target, looks: 0, most, is_monotone }
    }

    /// Whether too many looks were taken to find everything.
    pub fn is_spent(&self) -> bool {
        self.looks >= self.most
    }

    /// How many looks are left.
    pub fn looks_left(&self) -> usize {
        self.most.saturating_sub(self.looks)
    }

    /// The amount that is sought, in fen.
    pub fn wanted(&self) -> i64 {
        self.target.amount.to_fen()
    }

    /// The bill or value at a place of the grid.
    pub fn value(&self, at: i64) -> Quantity {
        let least = match self.sought {
            Sought::Bill(_) => Quantity::Money(Money::ZERO),
            Sought::Value(_, unit) => unit.ends().0,
        };
        least.moved_to(at)
    }

    /// The request with this bill or value.
    pub fn look(&mut self, at: i64) -> Look {
        self.looks = self.looks.saturating_add(1);
        self.put(at);
        let case = Case::new(&self.request);
        let world = World::of(&case);
        let mut settled = settle(&world, Effort::Explain);
        let paid = settled.amount(self.target.paid);
        if paid.is_exact() {
            settled = with_working(settled, world);
        }
        let (low, high) = self.amount(paid.low, paid.high);
        let roundings = settled.roundings().iter().fold(0i64, |sum, (_, count)| sum.saturating_add(*count));
        Look { at, low, high, shape: paid.is_exact().then(|| settled.shape()), roundings }
    }

    /// The amount in fen with this bill or value.
    pub fn amount_at(&mut self, at: i64) -> i64 {
        self.look(at).low
    }

    /// The tight range where the amount is open, and the unknowns that move it.
    pub fn open_range(&mut self, at: i64) -> (i64, i64, Vec<String>) {
        self.put(at);
        let case = Case::new(&self.request);
        let ranged = Ranged::without_typical(&case, self.target.paid);
        let range = ranged.range(self.target.paid);
        let (low, high) = self.amount(range.low, range.high);
        let place = ranged.explored.whole.place(self.target.paid);
        let movers = ranged.explored.matters.movers(&[place]);
        (low, high, movers.iter().map(|var| case.name(*var)).collect())
    }

    fn put(&mut self, at: i64) {
        let value = self.value(at);
        match self.sought {
            Sought::Bill(place) => {
                if let Some(expense) = self.request.expenses.get_mut(place) {
                    expense.total = value.money();
                }
            }
            Sought::Value(row, _) => {
                self.request.entered.insert(row, value);
            }
        }
    }

    /// What is paid, or what it leaves of all bills.
    fn amount(&self, low: Money, high: Money) -> (i64, i64) {
        if !self.target.is_rest {
            return (low.to_fen(), high.to_fen());
        }
        let billed = self.request.billed();
        ((billed - high).to_fen(), (billed - low).to_fen())
    }
}

/// Within one expense, what is paid and what is left both move one way with the bill and with every value, to the fen
/// (`docs/ranges.md`, Monotone steps). Where a later expense is settled too, its rounding may go the other way.
fn is_monotone(request: &Request, sought: Sought, figure: Figure) -> bool {
    let Sought::Bill(place) = sought else { return request.expenses.len() < 2 };
    let is_last = request.in_order().last() == Some(&place);
    is_last || figure == Figure::ExpensePaid(place)
}
