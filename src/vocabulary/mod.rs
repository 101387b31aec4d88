//! The words of the field: funds and services, which are closed lists, and the facts that a resident may be asked for,
//! which `policies/vocabulary.json` lists. Their names are part of the public contract.

mod facts;
mod options;
mod read;
mod typical;
mod wrong_kind;

pub use facts::{Fact, FactKind, FactSpec, Holder};
pub use options::{Added, Group, NamedOption, OptionId, OptionList, OptionNames, Options, TooMany};
pub use read::{Vocabulary, read, vocabulary};
pub use typical::{Typical, Usual};
pub use wrong_kind::{Used, refuse_test};

use crate::option_set::OptionIndex;

/// Yes/no as policies name its options.
pub const NO_YES: [&str; 2] = ["no", "yes"];

/// Who pays, in the usual order of settlement.
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
    /// What employers, civil servants' subsidies and city insurance pay on top.
    Supplement,
}

impl Fund {
    /// Every fund, in order.
    pub const ALL: [Fund; 6] = [
        Fund::Basic,
        Fund::CriticalIllness,
        Fund::LargeExpense,
        Fund::Assistance,
        Fund::LongTermCare,
        Fund::Supplement,
    ];

    /// Its name in the contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Fund::Basic => "basic",
            Fund::CriticalIllness => "critical_illness",
            Fund::LargeExpense => "large_expense",
            Fund::Assistance => "assistance",
            Fund::LongTermCare => "long_term_care",
            Fund::Supplement => "supplement",
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
            Fund::Supplement => 5,
        }
    }
}

/// Who pays a supplement: each has its own member of a settlement slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// The employer.
    Employer,
    /// The subsidy of civil servants.
    CivilServants,
    /// City insurance; a slip has it under "other", with long-term care.
    City,
}

impl Payer {
    /// Every payer, in order.
    pub const ALL: [Payer; 3] = [Payer::Employer, Payer::CivilServants, Payer::City];

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Payer::Employer => "employer",
            Payer::CivilServants => "civil_servants",
            Payer::City => "city",
        }
    }

    /// Its place in [`Payer::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Payer::Employer => 0,
            Payer::CivilServants => 1,
            Payer::City => 2,
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
