//! What a variable is of, and what it is called.

use super::case::PER_EXPENSE;
use super::{Case, Var};
use crate::request::{Facts, Given};
use crate::vocabulary::{FACTS, Fact, Fund};

/// What a variable is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A fact of the person, or of the expense at a place.
    Fact(Fact, Option<usize>),
    /// An unpublished value's row, by its place in the book.
    Row(usize),
    /// A clause that can be read in two ways, by its place in the book.
    Reading(usize),
    /// What programmes of a fund whose rule is not on file may pay on an expense: nobody can be asked.
    Uncounted(usize, Fund),
}

impl What {
    /// The word for the kind of question that asks for it; none where nobody can be asked.
    #[must_use]
    pub fn kind(self) -> Option<&'static str> {
        match self {
            What::Fact(..) => Some("fact"),
            What::Row(_) => Some("value"),
            What::Reading(_) => Some("reading"),
            What::Uncounted(..) => None,
        }
    }
}

impl Case<'_> {
    /// What a variable is of.
    #[must_use]
    pub fn what(&self, var: Var) -> What {
        let (rows, readings, expenses) = (FACTS.len(), self.readings_start(), self.expenses_start());
        if let Some(fact) = Fact::ALL.get(var) {
            return What::Fact(*fact, None);
        }
        if var < readings {
            return What::Row(var.saturating_sub(rows));
        }
        if var < expenses {
            return What::Reading(var.saturating_sub(readings));
        }
        let within = var.saturating_sub(expenses);
        let place = within.checked_div(PER_EXPENSE).unwrap_or_default();
        let rest = within.checked_rem(PER_EXPENSE).unwrap_or_default();
        match (Fact::ALL.get(rest), Fund::ALL.get(rest.saturating_sub(FACTS.len()))) {
            (Some(fact), _) => What::Fact(*fact, Some(place)),
            (None, fund) => What::Uncounted(place, fund.copied().unwrap_or(Fund::Basic)),
        }
    }

    /// A variable's public name: a fact of the person by its id, an expense's fact as `<expense>/<fact>`, a value or
    /// reading by its id, something uncounted by its expense.
    #[must_use]
    pub fn name(&self, var: Var) -> String {
        let expense = |place: usize| self.request.expenses.get(place).map_or("", |expense| &expense.id);
        match self.what(var) {
            What::Fact(fact, None) => fact.id().to_owned(),
            What::Fact(fact, Some(place)) => [expense(place), "/", fact.id()].concat(),
            What::Row(place) => self.book().row(place).map(|(.., row)| row.id.clone()).unwrap_or_default(),
            What::Reading(place) => {
                self.book().reading(place).map(|(_, reading)| reading.text.id.clone()).unwrap_or_default()
            }
            What::Uncounted(place, _) => expense(place).to_owned(),
        }
    }

    /// Whether the person answered a fact with "I don't know".
    #[must_use]
    pub fn is_dont_know(&self, var: Var) -> bool {
        let given = |facts: &Facts, fact: Fact| facts.get(fact.index()) == Some(&Given::DontKnow);
        match self.what(var) {
            What::Fact(fact, None) => given(&self.request.facts, fact),
            What::Fact(fact, Some(place)) => {
                self.request.expenses.get(place).is_some_and(|expense| given(&expense.facts, fact))
            }
            What::Row(_) | What::Reading(_) | What::Uncounted(..) => false,
        }
    }

    /// Where self_paid and advance are both open, their sum ranges over the bill and stands in self_paid's cell;
    /// advance is then the other name of the same unknown.
    #[must_use]
    pub fn twin(&self, var: Var) -> Option<Var> {
        let What::Fact(Fact::SELF_PAID, Some(place)) = self.what(var) else { return None };
        let expense = self.request.expenses.get(place)?;
        let open = |fact| !matches!(expense.given(fact), Given::Value(_));
        (open(Fact::SELF_PAID) && open(Fact::ADVANCE)).then(|| self.fact(Fact::ADVANCE, Some(place)))
    }
}
