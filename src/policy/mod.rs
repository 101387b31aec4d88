//! Policies: the checked model. [`read`] turns a file's text into it or gives every problem; [`book`] puts together
//! what holds in one region; [`catalogue`] holds the files.
//!
//! The model itself knows no JSON: a [`PolicyFile`] that exists is whole. Every number keeps its kind
//! ([`crate::quantity::Quantity`]).

pub mod accepted;
mod account;
pub mod book;
mod books;
pub mod catalogue;
pub mod coverage;
mod elsewhere;
pub mod index;
mod indices;
mod figure;
mod item_class;
pub mod read;
pub(crate) mod read_programme;
mod read_test;
mod read_value;
mod replacement;
mod scope;
pub mod step;
mod value;

pub use crate::source::{STATUSES, Source};
pub use crate::words::{NamedWords, Words};
pub use account::PatientPart;
pub use elsewhere::Elsewhere;
pub use figure::{Figure, Known};
pub use indices::INDICES;
pub use item_class::{CLASS_KEYS, ClassRate, ClassRules, ItemClass, PerItem, PriceBand, PriceRules, RateKind};
pub(crate) use read_value::quantity;
pub use replacement::Replacement;
pub use step::{Amount, Choice, Reading, Step, ValueRef};
pub use value::{Days, Leaf, Row, RowKey, Tree, Typical, Unit, Value, Version};

use crate::calendar::{Date, Span, YearStart};
use crate::ordered::Set;
use crate::vocabulary::{Added, Fact, Fund, Holder, OptionId, Payer, Service};

/// One region's file, checked.
#[derive(Debug)]
pub struct PolicyFile {
    /// Six digits.
    pub region: String,
    /// The region's name.
    pub name: Words,
    /// Codes below that may be asked for without a file of their own.
    pub districts: Vec<(String, Words)>,
    /// Options that hold here and below.
    pub added: Added,
    /// Documents.
    pub sources: Vec<Source>,
    /// Information that is no programme, with its source.
    pub notes: Vec<(NamedWords, String)>,
    /// The names of its counters, by place.
    pub counters: Vec<String>,
    /// The day on which insurance years begin here and below, where the file says so.
    pub year_start: Option<YearStart>,
    /// To which insurance year a stay over its end belongs, here and below, where the file says so.
    pub stay_year: Option<StayYear>,
    /// What holds its dated figures, as values. It is no programme of the region.
    pub indices: Programme,
    /// Classes of items on a bill that hold here and below.
    pub item_classes: Vec<ItemClass>,
    /// The order in which funds are settled here and below, where the file says so.
    pub fund_order: Option<Vec<Fund>>,
    /// Programmes in the order in which they are settled within a fund.
    pub programmes: Vec<Programme>,
    /// Of the file's bytes.
    pub sha256: String,
}

/// To which insurance year the parts of a stay belong that goes on over its end (跨年度住院).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StayYear {
    /// All of them to that of the first part.
    #[default]
    FirstPart,
    /// All of them to that of the last part.
    LastPart,
    /// Each to its own.
    EachPart,
}

impl StayYear {
    /// Every rule.
    pub const ALL: [StayYear; 3] = [StayYear::FirstPart, StayYear::LastPart, StayYear::EachPart];

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            StayYear::FirstPart => "first_part",
            StayYear::LastPart => "last_part",
            StayYear::EachPart => "each_part",
        }
    }
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
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// `<region>/<programme>`.
    pub id: String,
    /// What it gives.
    pub kind: Kind,
    /// Who pays; none for what pays nothing on a bill.
    pub fund: Option<Fund>,
    /// Of a supplement: who pays it.
    pub payer: Option<Payer>,
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
    /// The last day on which it applies.
    pub ended: Option<Date>,
    /// Before this day its rule is not on file.
    pub known_from: Option<Date>,
    /// Whether its rule is on file at all.
    pub on_file: bool,
    /// What further up it takes the place of.
    pub replaces: Vec<Replacement>,
    /// Programmes of the same file, by place, before which it gives way.
    pub yields_to: Vec<usize>,
    /// Whether it gives way before every programme of a nearer file that pays out of the same fund.
    pub yields_to_nearer: bool,
    /// What the personal account pays on its lines; none where the programme says nothing of the account.
    pub account: Option<Vec<PatientPart>>,
    /// It only holds the values for care elsewhere that programmes without a rule of their own take; it is not listed.
    pub is_elsewhere: bool,
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
    /// The time after birth until which the fact must have happened.
    pub deadline: Option<Choice<(Span, Fact)>>,
    /// Whether its conditions say that a child under one is covered from birth.
    pub cover_from_birth: Option<CoverFromBirth>,
}

/// A programme whose conditions on the person cover a child under one from birth.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverFromBirth {
    /// Where they do not hold: whether cover goes back to birth all the same. None: a file further up says so.
    pub otherwise: Option<Test>,
}

impl Programme {
    /// Whether its rule is known on this day.
    #[must_use]
    pub fn is_on_file(&self, day: Date) -> bool {
        self.on_file && self.known_from.is_none_or(|from| from <= day)
    }

    /// Its conditions on the person, then those on the expense.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.person.iter().chain(&self.expense)
    }

    /// Basic and critical illness insurance pay for who is covered.
    #[must_use]
    pub fn needs_cover(&self) -> bool {
        self.kind == Kind::Reimbursement && matches!(self.fund, Some(Fund::Basic | Fund::CriticalIllness))
    }

    /// Its yearly deductibles: of each the first step and the counter.
    #[must_use]
    pub fn yearly_deductibles(&self) -> Vec<(usize, &step::Counter)> {
        let counted = self.benefit.iter().enumerate().filter_map(|(place, step)| Some((place, step.borne()?)));
        let mut found: Vec<(usize, &step::Counter)> = Vec::new();
        for (place, counter) in counted.filter(|(_, counter)| counter.per == step::Per::Year) {
            if !found.iter().any(|(_, other)| other.id == counter.id) {
                found.push((place, counter));
            }
        }
        found
    }

    /// Whether a request can say of each of its counted deductibles what was borne: several short forms go by their values.
    #[must_use]
    pub fn tells_deductibles_apart(&self) -> bool {
        let is_own =
            |step: &&Step| step.borne().is_some_and(|counter| matches!(counter.id, step::CounterId::OfStep(..)));
        let values: Vec<Option<usize>> = self.benefit.iter().filter(is_own).map(Step::counter_value).collect();
        let is_named =
            |(place, value): (usize, &Option<usize>)| value.is_some() && !values.iter().take(place).any(|v| v == value);
        values.len() < 2 || values.iter().enumerate().all(is_named)
    }

    /// Whether it had begun on this day.
    #[must_use]
    pub fn has_begun(&self, day: Date) -> bool {
        self.began.is_none_or(|began| began <= day)
    }

    /// Whether it had not ended on this day.
    #[must_use]
    pub fn goes_on(&self, day: Date) -> bool {
        self.ended.is_none_or(|ended| day <= ended)
    }

    /// Whether it existed on this day.
    #[must_use]
    pub fn exists(&self, day: Date) -> bool {
        self.has_begun(day) && self.goes_on(day)
    }
}

/// A condition with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Its text; the id's last part is the condition's own.
    pub text: NamedWords,
    /// What is tested.
    pub test: Test,
}

/// Members of a set.
#[derive(Clone, Debug, PartialEq)]
pub enum SetMembers {
    /// Whichever there are.
    Any,
    /// These.
    These(Vec<OptionId>),
}

/// The closed list of condition kinds.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// All hold.
    All(Vec<Test>),
    /// One holds.
    Any(Vec<Test>),
    /// It does not hold.
    Not(Box<Test>),
    /// The choice or yes/no is one of these.
    Is(Fact, Vec<OptionId>),
    /// The set holds one of these; with an open list, a set of others only is unknown.
    HasAny {
        /// The set.
        fact: Fact,
        /// Of which one is enough.
        members: SetMembers,
        /// Whether the source leaves the list open.
        list_is_open: bool,
    },
    /// The whole number is at least this.
    AtLeast(Fact, i64),
    /// Fewer completed years than this.
    AgeUnder(i64, AgeOn),
    /// At most so many days since birth.
    DaysOldAtMost(i64),
    /// Enrolled and paid at most so long after birth.
    EnrolledWithin(Span),
    /// Covered on the day of the expense: only a child under one may not be. It is no test of a file.
    Covered,
    /// A yes/no value (by its place) says so.
    ValueIs(usize, bool),
    /// The user entered a row of a value, by their places.
    Entered(usize, usize),
    /// A counter of uses holds at least so many.
    UsesAtLeast(Box<step::Counter>, i64),
    /// One test per option of a reading (by its place).
    ByReading(usize, Vec<Test>),
}

/// The day on which an age is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeOn {
    /// That of the expense; without one, the day asked.
    Day,
    /// The first day of its insurance year.
    YearStart,
    /// The last one.
    YearEnd,
}

impl AgeOn {
    /// Each with its name in files.
    pub const NAMES: [(&'static str, AgeOn); 3] =
        [("day", AgeOn::Day), ("year_start", AgeOn::YearStart), ("year_end", AgeOn::YearEnd)];
}

impl Test {
    /// That the expense is of one of these services.
    #[must_use]
    pub fn of_services(services: impl Iterator<Item = Service>) -> Test {
        let option = |service: Service| Fact::service().options()?.get(service.option()).map(|option| option.id);
        Test::Is(Fact::service(), services.filter_map(option).collect())
    }

    /// Whether it comes out the same on every day and for every expense, as far as the values that it reads do.
    #[must_use]
    pub fn is_steady(&self) -> bool {
        match self {
            Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => tests.iter().all(Test::is_steady),
            Test::Not(inner) => inner.is_steady(),
            Test::Is(fact, _) | Test::AtLeast(fact, _) | Test::HasAny { fact, .. } => fact.spec().of == Holder::Person,
            Test::ValueIs(..) | Test::Entered(..) => true,
            Test::AgeUnder(..)
            | Test::DaysOldAtMost(_)
            | Test::EnrolledWithin(_)
            | Test::Covered
            | Test::UsesAtLeast(..) => false,
        }
    }

    /// Whether it goes by a value of its programme.
    #[must_use]
    pub fn reads_values(&self) -> bool {
        match self {
            Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => tests.iter().any(Test::reads_values),
            Test::Not(inner) => inner.reads_values(),
            Test::ValueIs(..) | Test::Entered(..) => true,
            _ => false,
        }
    }

    /// Adds every fact that it reads.
    pub fn add_facts(&self, facts: &mut Set<Fact>) {
        match self {
            Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => {
                tests.iter().for_each(|test| test.add_facts(facts));
            }
            Test::Not(inner) => inner.add_facts(facts),
            Test::Is(fact, _) | Test::HasAny { fact, .. } | Test::AtLeast(fact, _) => {
                facts.insert(*fact);
            }
            Test::AgeUnder(..) | Test::DaysOldAtMost(_) => {
                facts.insert(Fact::birth_date());
            }
            Test::EnrolledWithin(_) => facts.extend([Fact::birth_date(), Fact::enrolled_and_paid_on()]),
            Test::Covered => facts.extend([Fact::birth_date(), Fact::scheme(), Fact::enrolled_and_paid_on()]),
            Test::ValueIs(..) | Test::Entered(..) | Test::UsesAtLeast(..) => {}
        }
    }

    /// The counters that it reads.
    #[must_use]
    pub fn counters(&self) -> Vec<&step::Counter> {
        match self {
            Test::All(tests) | Test::Any(tests) | Test::ByReading(_, tests) => {
                tests.iter().flat_map(Test::counters).collect()
            }
            Test::Not(inner) => inner.counters(),
            Test::UsesAtLeast(counter, _) => vec![&**counter],
            _ => Vec::new(),
        }
    }
}
