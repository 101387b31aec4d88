//! Policies: the checked model. [`read`] turns a file's text into it or gives every problem; [`book`] puts together
//! what holds in one region; [`catalogue`] holds the files.
//!
//! Nothing here knows JSON: a [`PolicyFile`] that exists is whole. Amounts and rates are stored on their grid
//! (fen, millionths), yes/no as 0 or 1.

pub mod book;
pub mod catalogue;
pub mod read;
mod read_benefit;
mod read_test;
mod read_value;
mod scope;

use crate::calendar::{Date, Period};
use crate::vocabulary::{Fact, Fund, Service};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A text that is named, so that an answer can refer to it.
#[derive(Clone, Debug)]
pub struct NamedWords {
    /// Its id, with the region and programme before it.
    pub id: String,
    /// The text.
    pub words: Words,
}

/// One region's file, checked.
#[derive(Debug)]
pub struct PolicyFile {
    /// Six digits.
    pub region: String,
    /// The region's name.
    pub name: Words,
    /// Codes below that may be asked for without a file of their own.
    pub districts: Vec<(String, Words)>,
    /// Documents.
    pub sources: Vec<Source>,
    /// Information that is no programme, with its source.
    pub notes: Vec<(NamedWords, String)>,
    /// Programmes in the order in which they are settled within a fund.
    pub programmes: Vec<Programme>,
    /// Of the file's bytes.
    pub sha256: String,
}

/// A document that says so.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Source {
    /// Its short name in the files.
    pub id: String,
    /// Its title, as it has it.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// How sure: `announced` or `reported`.
    pub status: &'static str,
    /// Where in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Where to find it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Old enough that it must be shown as old.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub old: bool,
}

/// What a programme gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of a bill.
    Reimbursement,
    /// Money without a bill.
    Allowance,
    /// Money toward the contribution; in words.
    Subsidy,
    /// A right; in words.
    Entitlement,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Reimbursement, Kind::Allowance, Kind::Subsidy, Kind::Entitlement];

    /// Its name in files and answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Reimbursement => "reimbursement",
            Kind::Allowance => "allowance",
            Kind::Subsidy => "subsidy",
            Kind::Entitlement => "entitlement",
        }
    }
}

/// One programme.
#[derive(Debug)]
pub struct Programme {
    /// `<region>/<programme>`.
    pub id: String,
    /// What it gives.
    pub kind: Kind,
    /// Who pays; none for what pays nothing on a bill.
    pub fund: Option<Fund>,
    /// It depends on the area having adopted it.
    pub encouraged: bool,
    /// Name.
    pub name: NamedWords,
    /// The rule in plain words.
    pub clause: NamedWords,
    /// What it gives, where no benefit says so.
    pub summary: Option<NamedWords>,
    /// What to do.
    pub next_steps: Option<NamedWords>,
    /// Ids of its documents.
    pub sources: Vec<String>,
    /// The expenses it has a line for.
    pub services: Vec<Service>,
    /// It does not apply before this day.
    pub began: Option<Date>,
    /// Before this day its rule is not on file.
    pub known_from: Option<Date>,
    /// Whether its rule is on file at all.
    pub on_file: bool,
    /// Programmes further up that it takes the place of.
    pub replaces: Vec<String>,
    /// Programmes of the same file, by place, before which it gives way.
    pub yields_to: Vec<usize>,
    /// Conditions on the person.
    pub person: Vec<Condition>,
    /// Conditions on the expense.
    pub expense: Vec<Condition>,
    /// Its values.
    pub values: Vec<Value>,
    /// Its open clauses.
    pub readings: Vec<Reading>,
    /// Its steps.
    pub benefit: Vec<Step>,
    /// What a source does not say, in words, with the limit (a value of this programme) that it speaks of.
    pub caveats: Vec<(NamedWords, Option<String>)>,
    /// Days after birth until which the fact must have happened.
    pub deadline: Option<(i64, Fact)>,
}

impl Programme {
    /// Whether its rule is known on this day.
    #[must_use]
    pub fn is_on_file(&self, day: Date) -> bool {
        self.on_file && self.known_from.is_none_or(|from| from <= day)
    }

    /// Whether it existed on this day.
    #[must_use]
    pub fn has_begun(&self, day: Date) -> bool {
        self.began.is_none_or(|began| began <= day)
    }
}

/// A condition with its words.
#[derive(Debug)]
pub struct Condition {
    /// Its text; the id's last part is the condition's own.
    pub text: NamedWords,
    /// What is tested.
    pub test: Test,
}

/// The closed list of condition kinds.
#[derive(Clone, Debug)]
pub enum Test {
    /// All hold.
    All(Vec<Test>),
    /// One holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// The choice or yes/no is one of these (a bit for each option).
    Is(Fact, u32),
    /// The set holds one of these; with an open list, a set of others only is unknown.
    HasAny {
        /// The set.
        fact: Fact,
        /// A bit for each member.
        members: u32,
        /// Whether the source leaves the list open.
        list_is_open: bool,
    },
    /// The whole number is at least this.
    AtLeast(Fact, i64),
    /// Fewer completed years than this.
    AgeUnder(i64),
    /// At most so many days since birth.
    DaysOldAtMost(i64),
    /// Enrolled and paid at most so many days after birth.
    EnrolledWithinDaysOfBirth(i64),
    /// A yes/no value (by its place) says so.
    ValueIs(usize, bool),
    /// One test per option of a reading (by its place).
    ByReading(usize, Vec<Test>),
}

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
    /// Facts fixed, by the key's number as in [`Tree::Branch`].
    pub at: Vec<(Fact, i64)>,
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
