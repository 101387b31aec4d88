//! The range over everything that is not known.
//!
//! [`explore`] takes the request's world apart, decision by decision as the settlement asks for them, until every part
//! is settled up to numeric unknowns; [`numeric`] finds the ends of those. The hull of all parts is the range:
//! sound always, tight unless the budget of work ran out. [`questions`] asks what narrows it most, [`likely`] what it
//! is under preferred readings and single suggestions.
//!
//! Why this is complete: `docs/ranges.md`.

mod explore;
mod hull;
mod likely;
mod numeric;
mod questions;
mod ranged;
mod width;

pub use explore::{Explored, Leaf, completion, explore};
pub use hull::{Ends, Hull};
pub use likely::likely_world;
pub use questions::narrowing;
pub use ranged::{Range, Ranged};

use crate::unknowns::Case;

/// How many lines may be settled for one range. A count of work, never time, so that every interface gives the same answer.
pub const BUDGET: usize = 14_000;

/// How many programmes of a region have a line for one expense, about.
const LINES_PER_EXPENSE: usize = 4;

/// Even the longest request may be settled so often.
const LEAST_SETTLEMENTS: usize = 24;

/// Work that may still be done.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    left: usize,
    each: usize,
}

impl Budget {
    /// The budget of a case.
    #[must_use]
    pub fn of(case: &Case) -> Budget {
        let each = case.order.len().saturating_mul(LINES_PER_EXPENSE).max(1);
        Budget { left: BUDGET.max(each.saturating_mul(LEAST_SETTLEMENTS)), each }
    }

    /// One of so many equal parts of it, at least enough for a few settlements.
    #[must_use]
    pub fn part(self, parts: usize) -> Budget {
        let share = self.left.checked_div(parts).unwrap_or_default();
        Budget { left: share.max(self.each.saturating_mul(LEAST_SETTLEMENTS)), ..self }
    }

    /// One settlement; whether there was work left for it.
    pub fn spend(&mut self) -> bool {
        let enough = self.left >= self.each;
        self.left = self.left.saturating_sub(self.each);
        enough
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.left < self.each
    }
}
