//! The closed lists of the field: funds, services, and the facts that a resident may be asked for.
//! Their names are part of the public contract.

use crate::option_set::OptionIndex;

/// Who pays, in the order in which the layers are settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fund {
    /// Basic medical insurance.
    Basic,
    /// Critical illness insurance of residents.
    CriticalIllness,
    /// Large-expense subsidy of employees.
    LargeExpense,
    /// Medical assistance.
    Assistance,
    /// Long-term care insurance.
    LongTermCare,
}

impl Fund {
    /// Every fund, in order.
    pub const ALL: [Fund; 5] =
        [Fund::Basic, Fund::CriticalIllness, Fund::LargeExpense, Fund::Assistance, Fund::LongTermCare];

    /// Its name in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Fund::Basic => "basic",
            Fund::CriticalIllness => "critical_illness",
            Fund::LargeExpense => "large_expense",
            Fund::Assistance => "assistance",
            Fund::LongTermCare => "long_term_care",
        }
    }

    /// The fund of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Fund> {
        Fund::ALL.into_iter().find(|fund| fund.name() == name)
    }

    /// Its place in [`Fund::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Fund::Basic => 0,
            Fund::CriticalIllness => 1,
            Fund::LargeExpense => 2,
            Fund::Assistance => 3,
            Fund::LongTermCare => 4,
        }
    }
}

/// What an expense was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// A stay in hospital.
    Inpatient,
    /// Ordinary outpatient care.
    Outpatient,
    /// Outpatient care of a chronic or special disease.
    ChronicOutpatient,
    /// Outpatient care after an accident.
    AccidentOutpatient,
    /// Outpatient rehabilitation.
    RehabilitationOutpatient,
    /// Long-term care at home.
    HomeCare,
    /// Long-term care in an institution.
    InstitutionalCare,
}

impl Service {
    /// Every service.
    pub const ALL: [Service; 7] = [
        Service::Inpatient,
        Service::Outpatient,
        Service::ChronicOutpatient,
        Service::AccidentOutpatient,
        Service::RehabilitationOutpatient,
        Service::HomeCare,
        Service::InstitutionalCare,
    ];

    /// Its name in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Service::Inpatient => "inpatient",
            Service::Outpatient => "outpatient",
            Service::ChronicOutpatient => "chronic_outpatient",
            Service::AccidentOutpatient => "accident_outpatient",
            Service::RehabilitationOutpatient => "rehabilitation_outpatient",
            Service::HomeCare => "home_care",
            Service::InstitutionalCare => "institutional_care",
        }
    }

    /// Its place among the options of the fact `service`.
    #[must_use]
    pub fn option(self) -> OptionIndex {
        let place = Service::ALL.iter().position(|service| *service == self);
        place.and_then(OptionIndex::new).unwrap_or(OptionIndex::FIRST)
    }

    /// The service of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Service> {
        Service::ALL.into_iter().find(|service| service.name() == name)
    }

    /// Long-term care, which stands outside the three layers.
    #[must_use]
    pub fn is_care(self) -> bool {
        matches!(self, Service::HomeCare | Service::InstitutionalCare)
    }
}

/// Whose fact it is: it belongs to one of them, never to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The person.
    Person,
    /// One expense.
    Expense,
}

/// What a fact may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// `true` or `false`.
    YesNo,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// Any of these strings.
    Set(&'static [&'static str]),
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

/// Yes/no as the options of a choice: the place is also that of `false` and `true`.
pub const NO_YES: &[&str] = &["no", "yes"];

/// The conditions that policies name.
pub const CONDITIONS: &[&str] = &[
    "hypertension",
    "diabetes",
    "cerebral_palsy",
    "intellectual_disability",
    "autism",
    "hearing_speech_disability",
    "cataract",
    "limb_disability",
    "low_vision",
    "visual_disability",
    "vaccine_reaction_disability",
    "growth_hormone_deficiency",
];

const TREATS: &[&str] = &[
    "hypertension",
    "diabetes",
    "cerebral_palsy",
    "intellectual_disability",
    "autism",
    "hearing_speech_disability",
    "cataract",
    "limb_disability",
    "low_vision",
    "visual_disability",
    "vaccine_reaction_disability",
    "growth_hormone_deficiency",
    "other",
];

const HARDSHIP: &[&str] = &[
    "extreme_poverty",
    "subsistence_allowance",
    "low_income",
    "orphan",
    "returned_to_poverty",
    "monitored",
    "registered_poor",
    "excessive_medical_cost",
    "low_income_only_child_parent",
];

/// A fact by its place in [`FACTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact(u8);

/// One fact of the contract.
#[derive(Debug)]
pub struct FactSpec {
    /// Its name.
    pub id: &'static str,
    /// Whose it is.
    pub of: Holder,
    /// What it may be.
    pub kind: FactKind,
}

const fn person(id: &'static str, kind: FactKind) -> FactSpec {
    FactSpec { id, of: Holder::Person, kind }
}

const fn expense(id: &'static str, kind: FactKind) -> FactSpec {
    FactSpec { id, of: Holder::Expense, kind }
}

/// Every fact, in the order in which questions of equal weight are asked.
pub const FACTS: &[FactSpec] = &[
    person("birth_date", FactKind::Date { not_yet: false }),
    person("scheme", FactKind::Choice(&["employee", "resident", "none"])),
    person("retired", FactKind::YesNo),
    person("resident_tier", FactKind::Choice(&["1", "2"])),
    person("student", FactKind::YesNo),
    person("years_insured", FactKind::WholeNumber(0, 150)),
    person("hardship", FactKind::Set(HARDSHIP)),
    person("serious_illness", FactKind::YesNo),
    person("major_illness_qualified", FactKind::YesNo),
    person("conditions", FactKind::Set(CONDITIONS)),
    person("severe_disability_level", FactKind::Choice(&["1", "2", "3", "none"])),
    person("disability_grade", FactKind::WholeNumber(0, 5)),
    person("severe_dementia", FactKind::YesNo),
    person("enrolled_and_paid_on", FactKind::Date { not_yet: true }),
    person("local_household", FactKind::YesNo),
    person("residence_permit", FactKind::YesNo),
    person("studies_here", FactKind::YesNo),
    person("parent_has_employee_account", FactKind::YesNo),
    expense("self_paid", FactKind::Money),
    expense("advance", FactKind::Money),
    expense("facility_level", FactKind::Choice(&["primary", "1", "2", "3"])),
    expense("admission", FactKind::WholeNumber(1, 366)),
    expense("treats", FactKind::Choice(TREATS)),
    expense("third_party_liable", FactKind::YesNo),
    expense("at_rehabilitation_centre", FactKind::YesNo),
    expense("months", FactKind::WholeNumber(1, 12)),
    // Not a fact that is given: the expense's own member, here so that tables and tests can read it alike.
    expense("service", FactKind::Choice(SERVICES)),
];

const SERVICES: &[&str] = &[
    "inpatient",
    "outpatient",
    "chronic_outpatient",
    "accident_outpatient",
    "rehabilitation_outpatient",
    "home_care",
    "institutional_care",
];

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler counts, and stops if it miscounts"
)]
const fn every_fact() -> [Fact; FACTS.len()] {
    let mut facts = [Fact(0); FACTS.len()];
    let mut number = 1u8;
    while (number as usize) < FACTS.len() {
        facts[number as usize] = Fact(number);
        number += 1;
    }
    facts
}

impl Fact {
    /// The birth date, which ages are counted from.
    pub const BIRTH_DATE: Fact = Fact(0);
    /// When the person enrolled and paid.
    pub const ENROLLED: Fact = Fact(13);
    /// Out of catalogue.
    pub const SELF_PAID: Fact = Fact(18);
    /// Class-B advance self-payment.
    pub const ADVANCE: Fact = Fact(19);
    /// Level of the hospital.
    pub const FACILITY_LEVEL: Fact = Fact(20);
    /// Nth admission of the year.
    pub const ADMISSION: Fact = Fact(21);
    /// Months of care.
    pub const MONTHS: Fact = Fact(25);
    /// The expense's service, which is always known and never given as a fact.
    pub const SERVICE: Fact = Fact(26);

    /// Every fact, in order.
    pub const ALL: [Fact; FACTS.len()] = every_fact();

    /// The fact of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Fact> {
        Fact::ALL.into_iter().find(|fact| fact.id() == id)
    }

    /// Its place in [`FACTS`].
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// What it is.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a Fact is only made within the list, by `ALL` and the constants above")]
    pub fn spec(self) -> &'static FactSpec {
        &FACTS[self.index()]
    }

    /// Its name.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.spec().id
    }

    /// The values of a choice, a set or a yes/no.
    #[must_use]
    pub fn options(self) -> Option<&'static [&'static str]> {
        match self.spec().kind {
            FactKind::YesNo => Some(NO_YES),
            FactKind::Choice(options) | FactKind::Set(options) => Some(options),
            FactKind::WholeNumber(..) | FactKind::Date { .. } | FactKind::Money => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_facts_stand_where_they_should() {
        let named = [
            (Fact::BIRTH_DATE, "birth_date"),
            (Fact::ENROLLED, "enrolled_and_paid_on"),
            (Fact::SELF_PAID, "self_paid"),
            (Fact::ADVANCE, "advance"),
            (Fact::FACILITY_LEVEL, "facility_level"),
            (Fact::ADMISSION, "admission"),
            (Fact::MONTHS, "months"),
            (Fact::SERVICE, "service"),
        ];
        for (fact, id) in named {
            assert_eq!(fact.id(), id);
        }
        assert_eq!(Fact::ALL.len(), 27);
        assert_eq!(Service::ALL.map(Service::name), SERVICES);
    }

    #[test]
    fn an_expense_may_treat_every_condition_or_another() {
        assert_eq!(TREATS[..CONDITIONS.len()], *CONDITIONS);
        assert_eq!(TREATS.last(), Some(&"other"));
    }
}
