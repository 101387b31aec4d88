//! The personal account: which parts of what is left to the patient it pays.

use crate::json::problem::Code;
use crate::json::reader::Node;

/// A part of what is left to the patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatientPart {
    /// In scope, above the deductible.
    OwnShare,
    /// The deductible.
    Deductible,
    /// Borne first.
    Advance,
    /// Over the limits of items.
    OverLimit,
    /// Out of the catalogues.
    OutOfCatalogue,
}

impl PatientPart {
    /// Each with its name in files.
    pub const NAMES: [(&'static str, PatientPart); 5] = [
        ("own_share", PatientPart::OwnShare),
        ("deductible", PatientPart::Deductible),
        ("advance", PatientPart::Advance),
        ("over_limit", PatientPart::OverLimit),
        ("out_of_catalogue", PatientPart::OutOfCatalogue),
    ];
}

/// Reads `{"pays": ["own_share", …]}`.
pub(super) fn read(node: &Node) -> Option<Vec<PatientPart>> {
    let at = node.members(&["pays"])?.need("pays")?;
    let pays = at.each(&|at| at.one_of(&PatientPart::NAMES))?;
    if pays.is_empty() { at.refuse(Code::Empty, &[]) } else { Some(pays) }
}
