//! Values: a number or a table over facts, in dated versions.

use super::NamedWords;
use crate::calendar::{Date, Period};
use crate::vocabulary::Fact;

/// What a value is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share, in millionths.
    Rate,
    /// Yuan, in fen.
    Money,
    /// 0 or 1.
    YesNo,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 3] = [Unit::Rate, Unit::Money, Unit::YesNo];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Unit::Rate => "rate",
            Unit::Money => "money",
            Unit::YesNo => "yes_no",
        }
    }

    /// The greatest value that may be named.
    #[must_use]
    pub fn max(self) -> i64 {
        match self {
            Unit::Rate => crate::money::ONE_IN_MILLIONTHS,
            Unit::Money => crate::money::MAX_FEN,
            Unit::YesNo => 1,
        }
    }

    /// The decimal text (or yes/no) of a value on the grid.
    #[must_use]
    pub fn text(self, grid: i64) -> String {
        match self {
            Unit::Rate => crate::money::Rate::from_millionths(grid).to_string(),
            Unit::Money => crate::money::Money::from_fen(grid).to_string(),
            Unit::YesNo => if grid == 0 { "no" } else { "yes" }.to_owned(),
        }
    }
}

/// A value of a programme: one number, or a table over facts, in dated versions.
#[derive(Debug)]
pub struct Value {
    /// Its name within the programme.
    pub name: String,
    /// Unit.
    pub unit: Unit,
    /// What it is called.
    pub words: NamedWords,
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
        self.versions.iter().find(|version| version.period.holds(day))
    }
}

/// A row of a table; a plain value has one.
#[derive(Debug)]
pub struct Row {
    /// `<region>/<programme>/<name>` with `@<key>,<key>` where the value is a table.
    pub id: String,
    /// The facts' keys that choose it.
    pub keys: Vec<(Fact, String)>,
    /// Whether the user may enter it: on some day it is unpublished or a limit.
    pub enterable: bool,
}

/// What holds in a period.
#[derive(Debug)]
pub struct Version {
    /// From when to when.
    pub period: Period,
    /// The number, or the table.
    pub tree: Tree,
    /// The document.
    pub source: Option<String>,
}

/// A number or a table over the remaining facts.
#[derive(Debug)]
pub enum Tree {
    /// A number, in this row.
    Leaf(usize, Leaf),
    /// One branch per key of the next fact: the option's place, or the whole number from which it counts.
    Branch(Vec<(i64, Tree)>),
}

/// What is known of a number.
#[derive(Clone, Debug)]
pub enum Leaf {
    /// Stated by the version's source.
    Published(i64),
    /// Nobody we can cite states it.
    Unpublished {
        /// At least.
        low: i64,
        /// At most.
        high: i64,
        /// Seen in weaker places.
        suggested: Vec<i64>,
        /// Why these bounds.
        note: Option<NamedWords>,
    },
    /// A limit no source states: applied only where entered.
    Limit {
        /// Seen in weaker places.
        seen: Vec<i64>,
        /// What is known of it.
        note: Option<NamedWords>,
    },
}
