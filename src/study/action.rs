//! What a resident can do to change an answer.

use super::wanted::Wanted;
use crate::unknowns::{Case, Cell, Var, What};
use crate::vocabulary::Fact;

/// Something that a resident can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Enrol in the scheme, or in another tier of it.
    Enrol,
    /// Go to such a hospital or centre.
    ChooseFacility,
    /// Be recognised by the authority as belonging to such a group.
    BeRecognised,
    /// Have it assessed.
    BeAssessed,
    /// Apply for it.
    Apply,
}

impl Action {
    pub fn name(self) -> &'static str {
        match self {
            Action::Enrol => "enrol",
            Action::ChooseFacility => "choose_facility",
            Action::BeRecognised => "be_recognised",
            Action::BeAssessed => "be_assessed",
            Action::Apply => "apply",
        }
    }

    /// What brings a fact about at all; none where nobody can (an age, an illness, a household register).
    pub fn on(fact: Fact) -> Option<Action> {
        Some(match fact.id() {
            "scheme" | "resident_tier" | "enrolled_and_paid_on" => Action::Enrol,
            "facility_level" | "at_rehabilitation_centre" => Action::ChooseFacility,
            "hardship" | "major_illness_qualified" => Action::BeRecognised,
            "severe_disability_level" | "disability_grade" | "severe_dementia" => Action::BeAssessed,
            "residence_permit" => Action::Apply,
            _ => return None,
        })
    }

    /// What brings this change about; none where nothing does.
    pub fn towards(case: &Case, var: Var, wanted: &Wanted) -> Option<Action> {
        let What::Fact(fact, _) = case.what(var) else { return None };
        let action = Action::on(fact)?;
        let possible = match (fact.id(), wanted) {
            // Whoever works cannot choose the residents' scheme, nor anybody the employees'.
            ("scheme", Wanted::Options(bits)) => is_in_no_scheme(case, var) && bits & RESIDENT != 0,
            // A day that has passed cannot be met any more.
            ("enrolled_and_paid_on", Wanted::Range { high, .. }) => *high >= case.request.asked_on.day_number(),
            // Nobody is made poorer, or recognised no longer, to receive more.
            (_, Wanted::Members { take, .. }) => *take == 0,
            _ => true,
        };
        possible.then_some(action)
    }
}

/// The options of `scheme`: employee, resident, none.
const RESIDENT: u32 = 0b010;
const NONE: u32 = 0b100;

fn is_in_no_scheme(case: &Case, var: Var) -> bool {
    case.cell(var) == Cell::Options(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::FactKind;

    #[test]
    fn the_schemes_stand_where_they_should() {
        let scheme = Fact::named("scheme").unwrap();
        assert_eq!(scheme.spec().kind, FactKind::Choice(&["employee", "resident", "none"]));
    }

    #[test]
    fn nobody_can_change_age_or_illness() {
        let none = ["birth_date", "conditions", "local_household", "treats", "years_insured"];
        assert!(none.iter().all(|id| Action::on(Fact::named(id).unwrap()).is_none()));
    }
}
