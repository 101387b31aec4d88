//! The steps of a benefit, and how readings and tests choose in them.

use super::{NamedWords, RowKey, Test};
use crate::vocabulary::Fact;

/// A clause that can honestly be read in two ways.
#[derive(Debug)]
pub struct Reading {
    /// Its name within the programme.
    pub name: String,
    /// What it is about; the id is also the reading's.
    pub text: NamedWords,
    /// Why it is open.
    pub why: NamedWords,
    /// The ways, by name.
    pub options: Vec<(String, NamedWords)>,
    /// The place of the likelier one.
    pub preferred: usize,
}

/// One thing, or one per option of a reading (by its place).
#[derive(Clone, Debug)]
pub enum Choice<T> {
    /// The same under every reading.
    Fixed(T),
    /// By option.
    ByReading(usize, Vec<T>),
}

/// Which value a step takes: the first whose test holds.
#[derive(Clone, Debug)]
pub struct Pick {
    /// Tests with their value; the last has none.
    pub cases: Vec<(Option<Test>, ValueRef)>,
}

/// A value of the programme, perhaps with some of a table's facts fixed.
#[derive(Clone, Debug)]
pub struct ValueRef {
    /// Its place.
    pub value: usize,
    /// Facts fixed, each by the key of its branch.
    pub at: Vec<(Fact, RowKey)>,
}

/// The closed list of steps.
#[derive(Clone, Debug)]
pub enum Step {
    /// Where the amount starts.
    Base(Choice<Base>),
    /// Takes a value off.
    Deductible {
        /// How much.
        amount: Pick,
        /// Once a year: less what was borne of it.
        per_year: bool,
    },
    /// Multiplies.
    Rate {
        /// The share.
        rate: Pick,
        /// Raised by.
        raise: Option<Raise>,
    },
    /// Marginal bands.
    Bands {
        /// Upper edge (none: no end) and rate.
        bands: Vec<(Option<Pick>, Pick)>,
        /// What the edges count.
        measured: Choice<Measured>,
        /// Of one expense or of the year.
        of: Choice<Of>,
    },
    /// At most.
    Cap {
        /// How much.
        limit: Pick,
        /// In what time.
        per: Per,
        /// Programmes of the same file, by place, whose payments use it up too.
        counts: Choice<Vec<usize>>,
    },
    /// An amount a month, without a bill.
    Allowance {
        /// A month.
        amount: Pick,
        /// Taken off it first.
        less: Choice<Option<Pick>>,
    },
}

/// Where an amount starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The in-scope part of the bill.
    InScope,
    /// The whole bill.
    Bill,
    /// What the layers before left in scope.
    Left,
    /// The year's personal share: a second layer.
    YearPersonalShare,
    /// Only where another programme's yearly cap is used up.
    BeyondCap(BeyondCap),
}

/// The base of a programme that begins where another one's yearly cap ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeyondCap {
    /// The other programme, by its place in the file.
    pub programme: usize,
    /// Its cap, a value of its own.
    pub cap: usize,
    /// Its rate, a value of its own.
    pub rate: usize,
    /// What then counts.
    pub excess: Excess,
}

/// What counts once a cap is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// What the expense has left.
    Remaining,
    /// What lies beyond the amount whose share was paid.
    Beyond,
}

/// How a rate is raised.
#[derive(Clone, Debug)]
pub struct Raise {
    /// By how much.
    pub value: Pick,
    /// In which way.
    pub how: Choice<How>,
    /// For whom.
    pub when: Option<Test>,
}

/// Points or relative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// 0.70 and 0.05 give 0.75.
    Points,
    /// 0.70 and 0.05 give 0.735.
    Relative,
}

/// What the edges of bands count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Amounts before the deductible, which is taken from the lowest part.
    BeforeDeductible,
    /// Amounts above the deductible.
    AboveDeductible,
}

/// What bands are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// One expense.
    Expense,
    /// The year's inpatient expenses.
    YearInpatient,
}

/// In what time a cap counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// One expense.
    Expense,
    /// A calendar year.
    Year,
    /// A month of care.
    Month,
}
