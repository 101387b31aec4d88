//! The range over everything that is not known, by branch and bound.
//!
//! - `branch`: the settlement names what must be decided; the world is split there, until nothing but numbers is open in
//!   each part.
//! - `bound`: the least and the greatest of every amount over the open numbers of a part. Amounts are intervals that say
//!   which number moves them which way; where a number moves an amount both ways, `straight` follows it (and `periods` finds
//!   the ends of straight stretches), or its domain is halved.
//! - `matters`: which figure depends on which variable.
//! - `bounds`: the hull of all parts, which is the range. It is sound always, and tight unless the budget ran out.
//! - `hidden`: what moves an amount whose ends it does not move.
//! - `questions` and `width`: which answer narrows the range most.
//! - `likely`: the range under preferred readings and single suggestions; `ranged` puts the three ranges together: over
//!   everything open, over what is typical, and over what is likely.
//!
//! Why this is complete: `docs/ranges.md`.

mod bound;
mod bounds;
mod branch;
mod corners;
mod explored;
mod hidden;
mod likely;
mod matters;
mod periods;
mod questions;
mod ranged;
mod straight;
mod vertices;
mod width;

pub use bounds::{Bounds, Ends};
pub use branch::{completion, explore, explore_settled, with_working};
pub use explored::{Explored, Leaf};
pub use matters::Matters;
pub use questions::narrowing;
pub use ranged::{Range, Ranged};

use crate::money::Money;
use crate::settlement::{Effort, Settled, settle};
use crate::unknowns::{Case, World};

/// How many lines may be settled for one range. A count of work, never time, so that every interface gives the same answer.
pub const BUDGET: usize = 10_000;

/// How many programmes of a region have a line for one expense, about.
const LINES_PER_EXPENSE: usize = 4;

/// Even the longest request may be settled so often.
const LEAST_SETTLEMENTS: usize = 24;

/// So many plans of what a programme pays are usual for a line. A settlement that needs more costs more.
const PLANS_PER_LINE: usize = 4;

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

    /// Takes what was used of a part of it.
    pub fn spend(&mut self, part: Budget, rest: Budget) {
        self.left = self.left.saturating_sub(part.left.saturating_sub(rest.left));
    }

    /// Settles, and takes what that cost.
    #[must_use]
    pub fn settle(&mut self, world: &World, effort: Effort) -> Settled {
        let settled = settle(world, effort);
        let lines = settled.plans.checked_div(PLANS_PER_LINE).unwrap_or_default();
        self.left = self.left.saturating_sub(lines.max(self.each));
        settled
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.left < self.each
    }
}

/// Takes the piece of a search out of a list that may reach furthest beyond what is reached; drops those that cannot.
fn take_furthest<T>(pieces: &mut Vec<T>, beyond: impl Fn(&T) -> Money) -> Option<T> {
    pieces.retain(|piece| beyond(piece) > Money::ZERO);
    let (place, _) = pieces.iter().enumerate().max_by_key(|(_, piece)| beyond(piece))?;
    Some(pieces.swap_remove(place))
}
