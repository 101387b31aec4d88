//! Facts: what a resident may be asked for.

use super::options::{Group, NamedOption, OptionList, extended};
use super::typical::Typical;
use super::vocabulary;
use crate::words::Words;

/// Whose fact it is: it belongs to one of them, never to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The person.
    Person,
    /// One expense.
    Expense,
}

impl Holder {
    /// Its name in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Holder::Person => "person",
            Holder::Expense => "expense",
        }
    }
}

/// What a fact may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// `true` or `false`.
    YesNo,
    /// One of its options.
    Choice,
    /// Any of its options.
    Set,
    /// A JSON integer from … to ….
    WholeNumber(i64, i64),
    /// A date, or `not_yet` where the flag is set.
    Date {
        /// Whether `"not_yet"` is an answer too.
        not_yet: bool,
    },
    /// Yuan.
    Money,
}

impl FactKind {
    /// Its name in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FactKind::YesNo => "yes_no",
            FactKind::Choice => "choice",
            FactKind::Set => "set",
            FactKind::WholeNumber(..) => "whole_number",
            FactKind::Date { .. } => "date",
            FactKind::Money => "money",
        }
    }
}

/// One fact of the vocabulary.
#[derive(Debug)]
pub struct FactSpec {
    /// Its name.
    pub id: String,
    /// Whose it is.
    pub of: Holder,
    /// What it may be.
    pub kind: FactKind,
    /// Its options. Of a whole number or a date: values that have a name.
    pub options: OptionList,
    /// The list that its options come from and that a region may add to.
    pub group: Option<Group>,
    /// How many of its options come from that list; they come first.
    pub of_group: usize,
    /// What it is called.
    pub words: Words,
    /// What may help to answer.
    pub help: Option<Words>,
    /// What it usually is, by service; the first that fits counts.
    pub typical: Vec<Typical>,
}

impl FactSpec {
    /// Its options with those that a chain adds; none where they are too many.
    #[must_use]
    pub fn with(&self, added: &[&NamedOption]) -> Option<OptionList> {
        extended(&self.options, self.of_group, added)
    }
}

/// A fact by its place in the vocabulary: the order in which questions of equal weight are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(pub(super) usize);

impl Fact {
    /// Every fact, in order.
    pub fn all() -> impl Iterator<Item = Fact> {
        (0..Fact::count()).map(Fact)
    }

    /// Every fact that a request may hold: all but the service, which is a member of the expense itself.
    pub fn given() -> impl Iterator<Item = Fact> {
        Fact::all().filter(|fact| *fact != Fact::service())
    }

    /// How many there are.
    #[must_use]
    pub fn count() -> usize {
        vocabulary().facts.len()
    }

    /// The fact at a place.
    #[must_use]
    pub fn at(place: usize) -> Option<Fact> {
        (place < Fact::count()).then_some(Fact(place))
    }

    /// The fact of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Fact> {
        vocabulary().facts.iter().position(|spec| spec.id == id).map(Fact)
    }

    /// Its place.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }

    /// What it is.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a Fact is only made within the vocabulary")]
    pub fn spec(self) -> &'static FactSpec {
        &vocabulary().facts[self.0]
    }

    /// Its name.
    #[must_use]
    pub fn id(self) -> &'static str {
        &self.spec().id
    }

    /// The national options of a choice, a set or a yes/no.
    #[must_use]
    pub fn options(self) -> Option<&'static OptionList> {
        let spec = self.spec();
        matches!(spec.kind, FactKind::YesNo | FactKind::Choice | FactKind::Set).then_some(&spec.options)
    }
}

macro_rules! known {
    ($($(#[$doc:meta])* $name:ident: $kind:pat,)*) => {
        /// The facts that the core computes with. All others are only read by tests and tables of policies.
        #[derive(Debug)]
        pub(super) struct Known { $($name: Fact,)* }

        impl Known {
            /// Their names, each with whether a kind is the one that the core needs.
            pub(super) const NEEDED: &[(&str, fn(FactKind) -> bool)] =
                &[$((stringify!($name), |kind| matches!(kind, $kind)),)*];

            /// Each where it stands among the facts; none where one is missing.
            pub(super) fn among(facts: &[FactSpec]) -> Option<Known> {
                let place = |id: &str| facts.iter().position(|spec| spec.id == id).map(Fact);
                Some(Known { $($name: place(stringify!($name))?,)* })
            }
        }

        impl Fact {
            $($(#[$doc])* #[must_use] pub fn $name() -> Fact { vocabulary().known.$name })*
        }
    };
}

known! {
    /// The birth date, which ages are counted from.
    birth_date: FactKind::Date { not_yet: false },
    /// The age today, for who does not tell the birth date. No rule reads it: it says between which days the birth lies.
    age: FactKind::WholeNumber(..),
    /// Which insurance the person has.
    scheme: FactKind::Choice,
    /// When the person enrolled and paid.
    enrolled_and_paid_on: FactKind::Date { not_yet: true },
    /// Out of catalogue.
    self_paid: FactKind::Money,
    /// Class-B advance self-payment.
    advance: FactKind::Money,
    /// Whether somebody else must bear a part of the bill.
    third_party_liable: FactKind::YesNo,
    /// Which part of it that is.
    third_party_amount: FactKind::Money,
    /// What the personal account holds.
    account_balance: FactKind::Money,
    /// Whether care was given outside the area of the insurance.
    out_of_area: FactKind::Choice,
    /// Nth admission of the year.
    admission: FactKind::WholeNumber(..),
    /// Months of care.
    months: FactKind::WholeNumber(..),
    /// Days in bed, or days of care.
    days: FactKind::WholeNumber(..),
    /// The expense's service, which is always known and never given as a fact.
    service: FactKind::Choice,
}
