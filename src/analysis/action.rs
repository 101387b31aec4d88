//! What a resident can do to change an answer.

use super::wanted::Wanted;
use crate::calendar::Day;
use crate::option_set::OptionSet;
use crate::quantity::Quantity;
use crate::unknowns::{Case, Origin, Variable};
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
    pub fn towards(case: &Case, var: Variable, wanted: &Wanted) -> Option<Action> {
        let Origin::Fact(fact, _) = case.origin(var) else { return None };
        let action = Action::on(fact)?;
        let possible = match (fact.id(), wanted) {
            // Whoever works cannot choose the residents' scheme, nor anybody the employees'.
            ("scheme", Wanted::Options(options)) => is_in_no_scheme(case, var) && has(*options, case, var, "resident"),
            // A day that has passed cannot be met any more.
            ("enrolled_and_paid_on", Wanted::Range { high, .. }) => {
                *high >= Quantity::Day(Day::On(case.request.asked_on))
            }
            // Nobody is made poorer, or recognised no longer, to receive more.
            (_, Wanted::Members { take, .. }) => take.is_empty(),
            _ => true,
        };
        possible.then_some(action)
    }
}

fn is_in_no_scheme(case: &Case, var: Variable) -> bool {
    case.domain(var).options().is_some_and(|options| options.len() == 1 && has(options, case, var, "none"))
}

/// Whether an option of this name is among them.
fn has(options: OptionSet, case: &Case, var: Variable, name: &str) -> bool {
    options.iter().any(|option| case.option_name(var, option) == Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_can_change_age_or_illness() {
        let none = ["birth_date", "conditions", "local_household", "treats", "years_insured"];
        assert!(none.iter().all(|id| Action::on(Fact::named(id).unwrap()).is_none()));
    }
}
