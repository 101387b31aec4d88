//! The parts of a bill that another payer may start from, and what a yearly limit leaves over.

use crate::interval::{Interval, Trend};

/// A part of a bill, beside what is in scope and what is left of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BillPart {
    /// What basic programmes took off as deductible.
    Deductible,
    /// What is out of the catalogue.
    OutOfCatalogue,
    /// What is paid in advance of items that are in scope in part.
    Advance,
    /// What is left in scope.
    Left,
    /// The same with what is paid in advance.
    LeftWithAdvance,
    /// What a second layer leaves out of what is left.
    Omitted(Omissions),
    /// All that nobody has paid yet.
    Unpaid,
}

/// What a second layer leaves out of the share that basic insurance leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Omissions {
    /// What basic programmes took off as deductible.
    pub deductible: bool,
    /// The cost above their limits.
    pub over_ceiling: bool,
    /// What the patient bore first of them.
    pub borne_first: bool,
}

impl Omissions {
    /// None of them.
    pub const NOTHING: Omissions = Omissions { deductible: false, over_ceiling: false, borne_first: false };

    /// What either leaves out.
    #[must_use]
    pub fn with(self, other: Omissions) -> Omissions {
        Omissions {
            deductible: self.deductible || other.deductible,
            over_ceiling: self.over_ceiling || other.over_ceiling,
            borne_first: self.borne_first || other.borne_first,
        }
    }
}

/// Out of which part of the bill a payment comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pot {
    /// What is left in scope.
    #[default]
    Left,
    /// What is out of scope.
    OutOfScope,
    /// All that is unpaid.
    Unpaid,
}

/// What is left over on an expense because a yearly limit is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// What would have been paid beyond the limit.
    pub payment: Interval,
    /// The cost above the amount at which the limit is reached; the deductible was taken off before.
    pub above_deductible: Interval,
    /// The cost above that amount with the deductible: all cost of which nothing was paid because of the limit.
    pub cost: Interval,
    /// The cost above the least amount at which any limit is reached: of payments or of cost, of whatever time.
    pub above_limits: Interval,
    /// Of that, what the patient bore first.
    pub borne_first: Interval,
    /// What decides whether the limit is reached; none where it is for sure.
    pub jump: Option<Trend>,
    /// What was left of the expense, where it and these amounts move together.
    pub left: Option<Interval>,
    /// Whether a limit of payments may be reached: else there is nothing above it, and nothing beyond it for others.
    pub may_be_reached: bool,
}

impl Overflow {
    /// Nothing.
    pub const NOTHING: Overflow = Overflow {
        payment: Interval::ZERO,
        above_deductible: Interval::ZERO,
        cost: Interval::ZERO,
        above_limits: Interval::ZERO,
        borne_first: Interval::ZERO,
        jump: Some(Trend::FLAT),
        left: None,
        may_be_reached: false,
    };

    /// The same, or nothing, for a cause that is no number.
    #[must_use]
    pub fn or_nothing(self) -> Overflow {
        self.or(Overflow::NOTHING)
    }

    /// One or the other, for a cause that is no number.
    #[must_use]
    pub fn or(self, other: Overflow) -> Overflow {
        if self == other {
            return self;
        }
        let jump = match (self.jump, other.jump) {
            (None, None) => None,
            (mine, theirs) => Some(mine.unwrap_or_default().with(theirs.unwrap_or_default())),
        };
        Overflow {
            payment: self.payment.or(other.payment),
            above_deductible: self.above_deductible.or(other.above_deductible),
            cost: self.cost.or(other.cost),
            above_limits: self.above_limits.or(other.above_limits),
            borne_first: self.borne_first.or(other.borne_first),
            jump,
            left: None,
            may_be_reached: self.may_be_reached || other.may_be_reached,
        }
    }
}
