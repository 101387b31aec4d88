//! The set of values that a variable may still have.

use crate::calendar::{Date, Day};
use crate::money::Money;
use crate::option_set::{OptionIndex, OptionSet};
use crate::quantity::Quantity;

/// Values of one kind: options, the members of a set, or a range of quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// One of these options; never none.
    Options(OptionSet),
    /// A set that has some members, lacks others, and is open about the rest.
    Members {
        /// Members it has.
        has: OptionSet,
        /// Members it lacks.
        lacks: OptionSet,
    },
    /// A quantity from … to …, both included and of one kind.
    Range {
        /// Least.
        low: Quantity,
        /// Greatest.
        high: Quantity,
    },
}

impl Domain {
    /// The answer "no".
    pub const NO: Domain = Domain::Options(OptionSet::ONE);

    /// Of the deductible for care elsewhere: whatever it is at home. No request can write it.
    pub const AS_AT_HOME: Domain =
        Domain::Range { low: Quantity::Money(Money::NO_LIMIT), high: Quantity::Money(Money::NO_LIMIT) };

    /// One quantity. A yes or no is one of two options.
    #[must_use]
    pub fn one(quantity: Quantity) -> Domain {
        match quantity {
            Quantity::YesNo(yes) => Domain::option(OptionIndex::of_yes(yes)),
            _ => Domain::Range { low: quantity, high: quantity },
        }
    }

    /// One option.
    #[must_use]
    pub fn option(option: OptionIndex) -> Domain {
        Domain::Options(OptionSet::of(option))
    }

    /// A whole set, among all that might be its members.
    #[must_use]
    pub fn set(has: OptionSet, all: OptionSet) -> Domain {
        Domain::Members { has, lacks: all.without(has) }
    }

    /// Amounts from nothing to this one.
    #[must_use]
    pub fn up_to(most: Money) -> Domain {
        Domain::Range { low: Quantity::Money(Money::ZERO), high: Quantity::Money(most) }
    }

    /// Days from … to ….
    #[must_use]
    pub fn days(low: Day, high: Day) -> Domain {
        Domain::Range { low: Quantity::Day(low), high: Quantity::Day(high) }
    }

    /// The options, where it is of options.
    #[must_use]
    pub fn options(self) -> Option<OptionSet> {
        if let Domain::Options(options) = self { Some(options) } else { None }
    }

    /// The ends, where it is a range.
    #[must_use]
    pub fn ends(self) -> Option<(Quantity, Quantity)> {
        if let Domain::Range { low, high } = self { Some((low, high)) } else { None }
    }

    /// The ends of days.
    #[must_use]
    pub fn days_between(self) -> Option<(Day, Day)> {
        self.between(|quantity| if let Quantity::Day(day) = quantity { Some(day) } else { None })
    }

    /// The ends of days that have come.
    #[must_use]
    pub fn dates(self) -> Option<(Date, Date)> {
        self.between(Quantity::date)
    }

    /// The ends of amounts; of anything else, nothing.
    #[must_use]
    pub fn money(self) -> (Money, Money) {
        self.between(Quantity::money).unwrap_or((Money::ZERO, Money::ZERO))
    }

    /// The ends of whole numbers; of anything else, nothing.
    #[must_use]
    pub fn counts(self) -> (i64, i64) {
        self.between(Quantity::count).unwrap_or_default()
    }

    fn between<T>(self, of: impl Fn(Quantity) -> Option<T>) -> Option<(T, T)> {
        let (low, high) = self.ends()?;
        of(low).zip(of(high))
    }

    /// The one quantity, where it is a range of one.
    #[must_use]
    pub fn exact(self) -> Option<Quantity> {
        self.ends().and_then(|(low, high)| (low == high).then_some(low))
    }

    /// Whether it is a range of more than one quantity.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.ends().is_some_and(|(low, high)| low < high)
    }

    /// The least quantity of a range alone; anything else stays as it is.
    #[must_use]
    pub fn lowest(self) -> Domain {
        self.ends().map_or(self, |(low, _)| Domain::one(low))
    }

    /// The greatest quantity of a range alone.
    #[must_use]
    pub fn highest(self) -> Domain {
        self.ends().map_or(self, |(_, high)| Domain::one(high))
    }

    /// Whether it holds one value only. A set that is given is complete.
    #[must_use]
    pub fn is_known(self) -> bool {
        match self {
            Domain::Options(options) => options.len() == 1,
            Domain::Range { low, high } => low == high,
            Domain::Members { has, lacks } => !has.with(lacks).is_empty(),
        }
    }

    /// Whether the two have a value in common.
    #[must_use]
    pub fn meets(self, other: Domain) -> bool {
        match (self, other) {
            (Domain::Options(a), Domain::Options(b)) => a.meets(b),
            (Domain::Range { low: a, high: b }, Domain::Range { low: c, high: d }) => a <= d && c <= b,
            (Domain::Members { has: a, lacks: b }, Domain::Members { has: c, lacks: d }) => !a.meets(d) && !b.meets(c),
            _ => false,
        }
    }

    /// The quantities of two ranges that both have; of anything else, the domain itself where the two meet.
    #[must_use]
    pub fn shared(self, other: Domain) -> Option<Domain> {
        match (self, other) {
            (Domain::Range { low: a, high: b }, Domain::Range { low: c, high: d }) => {
                (a <= d && c <= b).then(|| Domain::Range { low: a.max(c), high: b.min(d) })
            }
            _ => self.meets(other).then_some(self),
        }
    }

    /// Below a quantity and from it on; `None` where one part is empty.
    #[must_use]
    pub fn split_at(self, from: Quantity) -> Option<[Domain; 2]> {
        let (low, high) = self.ends()?;
        let parts = || [Domain::Range { low, high: from.before() }, Domain::Range { low: from, high }];
        (low < from && from <= high).then(parts)
    }

    /// The two halves of a range, on its grid; `None` where it has one value only.
    #[must_use]
    pub fn halves(self) -> Option<[Domain; 2]> {
        let (low, high) = self.ends()?;
        if low < high { self.split_at(low.after().middle(high)) } else { None }
    }
}
