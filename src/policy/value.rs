//! Values: a number or a table over facts, in dated versions.

use super::NamedWords;
use crate::calendar::{Date, DateRange};
use crate::money::{Money, Rate};
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, OptionId};

/// What a value is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share.
    Rate,
    /// Yuan.
    Money,
    /// Yes or no.
    YesNo,
    /// A whole number: visits, days, years.
    Count,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 4] = [Unit::Rate, Unit::Money, Unit::YesNo, Unit::Count];

    /// Those of numbers.
    pub const NUMBERS: [Unit; 3] = [Unit::Rate, Unit::Money, Unit::Count];

    /// The greatest whole number that may be named.
    pub const MOST: i64 = 9999;

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Unit::Rate => "rate",
            Unit::Money => "money",
            Unit::YesNo => "yes_no",
            Unit::Count => "count",
        }
    }

    /// The unit of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// The unit of a product; none where two units cannot be multiplied.
    #[must_use]
    pub fn times(self, other: Unit) -> Option<Unit> {
        match (self, other) {
            (Unit::YesNo, _) | (_, Unit::YesNo) | (Unit::Money, Unit::Money) => None,
            (Unit::Money, _) | (_, Unit::Money) => Some(Unit::Money),
            (Unit::Rate, _) | (_, Unit::Rate) => Some(Unit::Rate),
            (Unit::Count, Unit::Count) => Some(Unit::Count),
        }
    }

    /// The least and the greatest value that may be named.
    #[must_use]
    pub fn ends(self) -> (Quantity, Quantity) {
        match self {
            Unit::Rate => (Quantity::Rate(Rate::ZERO), Quantity::Rate(Rate::ONE)),
            Unit::Money => (Quantity::Money(Money::ZERO), Quantity::Money(Money::MAX)),
            Unit::YesNo => (Quantity::YesNo(false), Quantity::YesNo(true)),
            Unit::Count => (Quantity::Count(0), Quantity::Count(Unit::MOST)),
        }
    }
}

/// A value of a programme: one number, or a table over facts, in dated versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Its name within the programme.
    pub name: String,
    /// Unit.
    pub unit: Unit,
    /// What it is called.
    pub words: NamedWords,
    /// The value of the programme whose place it takes where it is entered: both may not be.
    pub instead_of: Option<String>,
    /// The facts that choose a row.
    pub by: Vec<Fact>,
    /// In order of time.
    pub versions: Vec<Version>,
    /// Every row of every version.
    pub rows: Vec<Row>,
}

impl Value {
    /// The version of a day.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Version> {
        self.versions.iter().find(|version| version.dates.holds(day))
    }

    /// How far a row may range on these days where nobody enters it; nothing, where it is published on all of them.
    #[must_use]
    pub fn range(&self, row: usize, days: Days) -> (Quantity, Quantity) {
        let (nothing, most) = self.unit.ends();
        if self.unit == Unit::YesNo { (nothing, most) } else { self.bounds(row, days).unwrap_or((nothing, nothing)) }
    }

    /// Whether how far a row may range depends on the day.
    #[must_use]
    pub fn ranges_by_day(&self, row: usize) -> bool {
        let always = self.range(row, Days::All);
        self.versions
            .iter()
            .filter_map(|version| version.dates.from)
            .any(|day| self.range(row, Days::Of(&[day])) != always)
    }

    /// How far a row may range on the days on which it is unpublished.
    fn bounds(&self, row: usize, days: Days) -> Option<(Quantity, Quantity)> {
        let mut bounds = None;
        self.each_leaf(row, days, &mut |leaf| {
            if let Leaf::Unpublished { low, high, .. } = leaf {
                let (l, h) = bounds.unwrap_or((*low, *high));
                bounds = Some((l.min(*low), h.max(*high)));
            }
        });
        bounds
    }

    /// The one suggestion that every version of a row has which is unpublished on these days; none where there are several or
    /// none.
    #[must_use]
    pub fn only_suggestion(&self, row: usize, days: Days) -> Option<Quantity> {
        let mut seen: Vec<Quantity> = Vec::new();
        let mut always = true;
        self.each_leaf(row, days, &mut |leaf| {
            if let Leaf::Unpublished { suggested, .. } = leaf {
                always &= !suggested.is_empty();
                seen.extend(suggested);
            }
        });
        let first = *seen.first()?;
        (always && seen.iter().all(|other| *other == first)).then_some(first)
    }

    /// What a row usually is on those of these days on which it is unpublished: what a file says, else what is suggested, else
    /// anything within the bounds.
    #[must_use]
    pub fn typical(&self, row: usize, days: Days) -> Option<(Quantity, Quantity)> {
        let mut usual = None;
        self.each_leaf(row, days, &mut |leaf| {
            if let Leaf::Unpublished { low, high, suggested, typical, .. } = leaf {
                let stated = typical.as_ref().map(|typical| (typical.low, typical.high));
                let seen = || suggested.iter().min().copied().zip(suggested.iter().max().copied());
                let (l, h) = stated.or_else(seen).unwrap_or((*low, *high));
                let (least, most) = usual.unwrap_or((l, h));
                usual = Some((least.min(l), most.max(h)));
            }
        });
        usual
    }

    /// The document that says what a row usually is on these days, and why: of the first version that has each.
    #[must_use]
    pub fn why_typical(&self, row: usize, days: Days) -> (Option<String>, Option<NamedWords>) {
        let (mut source, mut why) = (None, None);
        self.each_leaf(row, days, &mut |leaf| {
            if let Leaf::Unpublished { typical, note, .. } = leaf {
                source = source.take().or_else(|| typical.as_ref()?.source.clone());
                why = why.take().or_else(|| note.clone());
            }
        });
        (source, why)
    }

    /// The numbers that this value and another have on one day and in one row, where both are published.
    #[must_use]
    pub fn beside(&self, other: &Value) -> Vec<(Quantity, Quantity)> {
        let mut pairs = Vec::new();
        for (version, beside) in self.versions.iter().flat_map(|v| other.versions.iter().map(move |o| (v, o))) {
            if version.dates.meets(beside.dates) {
                pairs.extend(self.pairs_of(version, other, beside));
            }
        }
        pairs
    }

    fn pairs_of(&self, version: &Version, other: &Value, beside: &Version) -> Vec<(Quantity, Quantity)> {
        let (own, others) = (self.published(version), other.published(beside));
        let pair = |(keys, number): &(&[(Fact, String)], Quantity)| {
            let fits = |other: &&[(Fact, String)]| {
                other.iter().chain(*keys).all(|key| agrees(keys, key) && agrees(other, key))
            };
            others.iter().filter(|(keys, _)| fits(keys)).map(|(_, other)| (*number, *other)).collect::<Vec<_>>()
        };
        own.iter().flat_map(pair).collect()
    }

    /// What a version publishes: the keys of each row, and its number.
    #[must_use]
    pub fn published(&self, version: &Version) -> Vec<(&[(Fact, String)], Quantity)> {
        let mut found = Vec::new();
        version.tree.each_leaf(&mut |row, leaf| {
            if let (Leaf::Published(number), Some(row)) = (leaf, self.rows.get(row)) {
                found.push((row.keys.as_slice(), *number));
            }
        });
        found
    }

    fn each_leaf(&self, row: usize, days: Days, visit: &mut impl FnMut(&Leaf)) {
        for version in self.versions.iter().filter(|version| days.meet(version.dates)) {
            version.tree.each_leaf(&mut |at, leaf| {
                if at == row {
                    visit(leaf);
                }
            });
        }
    }
}

/// The days on which a value is looked up.
#[derive(Clone, Copy, Debug)]
pub enum Days<'a> {
    /// Every day.
    All,
    /// Those of some bills.
    Of(&'a [Date]),
}

impl Days<'_> {
    fn meet(self, dates: DateRange) -> bool {
        match self {
            Days::All => true,
            Days::Of(days) => days.iter().any(|day| dates.holds(*day)),
        }
    }
}

/// Whether keys say nothing else of the fact of one key.
fn agrees(keys: &[(Fact, String)], (fact, key): &(Fact, String)) -> bool {
    keys.iter().all(|(other, text)| other != fact || text == key)
}

/// A row of a table; a plain value has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `<region>/<programme>/<name>` with `@<key>,<key>` where the value is a table.
    pub id: String,
    /// The facts' keys that choose it.
    pub keys: Vec<(Fact, String)>,
    /// Whether the user may enter it: on some day it is unpublished or a limit.
    pub enterable: bool,
}

/// What holds from one day to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// From when to when.
    pub dates: DateRange,
    /// The number, or the table.
    pub tree: Tree,
    /// The document.
    pub source: Option<String>,
}

/// A number or a table over the remaining facts.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// A number, in this row.
    Leaf(usize, Leaf),
    /// One branch per key of the next fact, in order.
    Branch(Vec<(RowKey, Tree)>),
}

/// What chooses a branch of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKey {
    /// This option of the fact.
    Option(OptionId),
    /// The whole numbers from this one up to the next branch.
    From(i64),
}

impl Tree {
    /// Every number with its row.
    pub(crate) fn each_leaf(&self, visit: &mut impl FnMut(usize, &Leaf)) {
        match self {
            Tree::Leaf(row, leaf) => visit(*row, leaf),
            Tree::Branch(branches) => branches.iter().for_each(|(_, tree)| tree.each_leaf(visit)),
        }
    }
}

/// What a number usually is.
#[derive(Clone, Debug, PartialEq)]
pub struct Typical {
    /// At least.
    pub low: Quantity,
    /// At most.
    pub high: Quantity,
    /// The document, where there is one.
    pub source: Option<String>,
}

/// What is known of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf {
    /// Stated by the version's source.
    Published(Quantity),
    /// Nobody we can cite states it.
    Unpublished {
        /// At least.
        low: Quantity,
        /// At most.
        high: Quantity,
        /// Seen in weaker places.
        suggested: Vec<Quantity>,
        /// What it usually is: it holds every suggestion and lies in the bounds.
        typical: Option<Typical>,
        /// Why these bounds.
        note: Option<NamedWords>,
    },
    /// A limit no source states: applied only where entered.
    Limit {
        /// Seen in weaker places.
        seen: Vec<Quantity>,
        /// What is known of it.
        note: Option<NamedWords>,
    },
}
