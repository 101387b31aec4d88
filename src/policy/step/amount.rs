//! An amount as a step states it: a number with modifiers, or a choice among such numbers.
//!
//! A number starts from a [`Source`]; modifiers change it, each by an amount of its own, in the order of [`How::ALL`]
//! whatever the order in the file. `work_out` works it out, `read_amount` reads it.

use super::super::RowKey;
use super::{BillPart, Counter, Omissions};
use crate::money::Towards;
use crate::policy::{Test, Unit};
use crate::vocabulary::Fact;

/// The number that a step takes: that of the first case whose test holds. Where none holds there is no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Tests with their numbers. The last of a list has no test.
    pub cases: Vec<(Option<Test>, Term)>,
}

/// A number with what changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where it starts.
    pub source: Source,
    /// What changes it, in order.
    pub modifiers: Vec<(How, Amount)>,
    /// How it is rounded at last: to so many yuan, and which way.
    pub round: Option<(i64, Towards)>,
}

/// Where a number starts.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A value of the programme.
    Value(ValueRef),
    /// A dated figure of the region, by its name.
    Index(String),
    /// Something counted.
    Count(Count),
    /// What a counter holds.
    Counter(Counter),
    /// The bill, or a part of it.
    OfBill(OfBill),
    /// Several numbers of this unit together. Where no part applies, nothing of that unit: a sum of nothing is nothing.
    Sum(Vec<Amount>, Unit),
    /// The greatest of several numbers of this unit; nothing of it where no part applies.
    Greatest(Vec<Amount>, Unit),
    /// The least of several numbers. Where no part applies there is no number.
    Least(Vec<Amount>),
}

/// A value of the programme, perhaps with some of a table's facts fixed.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueRef {
    /// Its place among the programme's values.
    pub value: usize,
    /// Facts fixed, by the key's number as in [`crate::policy::Tree::Branch`].
    pub at: Vec<(Fact, RowKey)>,
}

/// What of a bill a number may start from, as it stands when the programme's turn comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfBill {
    /// The whole bill.
    Whole,
    /// What is in scope.
    InScope,
    /// What the layers before left of that.
    Left,
    /// Another part.
    Part(BillPart),
}

impl OfBill {
    /// Each by its name. What is also a base, or left out of one, is called as it is there.
    pub const ALL: [(&'static str, OfBill); 8] = [
        ("bill", OfBill::Whole),
        ("in_scope", OfBill::InScope),
        ("left", OfBill::Left),
        ("deductible", OfBill::Part(BillPart::Deductible)),
        ("advance", OfBill::Part(BillPart::Advance)),
        ("out_of_catalogue", OfBill::Part(BillPart::OutOfCatalogue)),
        ("over_ceiling", OfBill::Part(BillPart::Omitted(Omissions { over_ceiling: true, ..Omissions::NOTHING }))),
        ("borne_first", OfBill::Part(BillPart::Omitted(Omissions { borne_first: true, ..Omissions::NOTHING }))),
    ];

    /// Its name in policy files and answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        OfBill::ALL.into_iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}

/// Something counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Completed years of age on the day of the expense.
    Age,
    /// Stays in hospital before this one, in the year.
    EarlierStays,
    /// A whole number that is answered: months, days, years insured.
    Fact(Fact),
}

impl Count {
    /// The fact that it is counted from.
    #[must_use]
    pub fn fact(self) -> Fact {
        match self {
            Count::Age => Fact::birth_date(),
            Count::EarlierStays => Fact::admission(),
            Count::Fact(fact) => fact,
        }
    }
}

/// How a modifier changes a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A count becomes the number of stretches of this length that it has begun.
    Every,
    /// Multiplied.
    Times,
    /// Divided by a count.
    DividedBy,
    /// A rate, to the power of a count.
    Power,
    /// Added.
    Plus,
    /// Taken off, never below nothing.
    Less,
    /// The own share, the rest of a rate up to 1, multiplied.
    OwnShareTimes,
    /// Not below.
    AtLeast,
    /// Not above.
    AtMost,
}

impl How {
    /// Every way, in the order in which modifiers are worked out.
    pub const ALL: [How; 9] = [
        How::Every,
        How::Times,
        How::DividedBy,
        How::Power,
        How::Plus,
        How::Less,
        How::OwnShareTimes,
        How::AtLeast,
        How::AtMost,
    ];

    /// Its key in policy files, and its name in answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            How::Every => "every",
            How::Times => "times",
            How::DividedBy => "divided_by",
            How::Power => "power",
            How::Plus => "plus",
            How::Less => "less",
            How::OwnShareTimes => "own_share_times",
            How::AtLeast => "at_least",
            How::AtMost => "at_most",
        }
    }
}

/// What an amount is made of.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// A test that chooses.
    Test(&'a Test),
    /// A value.
    Value(&'a ValueRef),
    /// A dated figure.
    Index(&'a str),
    /// Something counted.
    Count(Count),
    /// A counter.
    Counter(&'a Counter),
    /// The bill, or a part of it.
    OfBill(OfBill),
}

impl Amount {
    /// A value without a choice.
    #[must_use]
    pub fn of_value(value: usize) -> Amount {
        Amount::of(Source::Value(ValueRef { value, at: Vec::new() }))
    }

    /// A number as it stands.
    #[must_use]
    pub fn of(source: Source) -> Amount {
        Amount { cases: vec![(None, Term { source, modifiers: Vec::new(), round: None })] }
    }

    /// The value from which it starts, where it is one without a choice.
    #[must_use]
    pub fn only_value(&self) -> Option<usize> {
        match self.cases.as_slice() {
            [(None, Term { source: Source::Value(only), .. })] => Some(only.value),
            _ => None,
        }
    }

    /// The tests that choose, also those within its modifiers.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.parts().into_iter().filter_map(|part| if let Part::Test(test) = part { Some(test) } else { None })
    }

    /// The values that it takes with modifiers, so that it need not move evenly with them.
    pub(super) fn modified_values(&self) -> impl Iterator<Item = usize> {
        let modified =
            self.cases.iter().filter(|(_, term)| !matches!(term.source, Source::Value(_)) || term.is_modified());
        let parts = modified.flat_map(|(_, term)| {
            let mut parts = Vec::new();
            term.collect(&mut parts);
            parts
        });
        parts.filter_map(|part| if let Part::Value(value) = part { Some(value.value) } else { None })
    }

    /// Everything that it is made of, in order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Vec::new();
        self.collect(&mut parts);
        parts
    }

    fn collect<'a>(&'a self, parts: &mut Vec<Part<'a>>) {
        for (test, term) in &self.cases {
            parts.extend(test.as_ref().map(Part::Test));
            term.collect(parts);
        }
    }
}

impl Term {
    /// Whether anything changes the number.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        !self.modifiers.is_empty() || self.round.is_some()
    }

    fn collect<'a>(&'a self, parts: &mut Vec<Part<'a>>) {
        self.source.collect(parts);
        self.modifiers.iter().for_each(|(_, by)| by.collect(parts));
    }
}

impl Source {
    fn collect<'a>(&'a self, parts: &mut Vec<Part<'a>>) {
        match self {
            Source::Value(value) => parts.push(Part::Value(value)),
            Source::Index(name) => parts.push(Part::Index(name)),
            Source::Count(count) => parts.push(Part::Count(*count)),
            Source::Counter(counter) => parts.push(Part::Counter(counter)),
            Source::OfBill(part) => parts.push(Part::OfBill(*part)),
            Source::Sum(amounts, _) | Source::Greatest(amounts, _) | Source::Least(amounts) => {
                amounts.iter().for_each(|amount| amount.collect(parts));
            }
        }
    }
}
