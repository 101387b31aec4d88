//! What a variable is of, and what it is called.

use super::case::per_expense;
use super::{Case, Variable};
use crate::option_set::OptionIndex;
use crate::request::Given;
use crate::vocabulary::{Fact, Fund, NO_YES};

/// What a variable is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A fact of the person, or of the expense at a place.
    Fact(Fact, Option<usize>),
    /// An unpublished value's row, by its place in the book.
    Row(usize),
    /// A clause that can be read in two ways, by its place in the book.
    Reading(usize),
    /// Whether a child will have been enrolled in time, where that can still come about or where birth and enrolment are both
    /// open: nobody can be asked.
    EnrolsInTime,
    /// What programmes of a fund whose rule is not on file may pay on an expense: nobody can be asked.
    Uncounted(usize, Fund),
}

impl Origin {
    /// The word for the kind of question that asks for it; none where nobody can be asked.
    #[must_use]
    pub fn kind(self) -> Option<&'static str> {
        match self {
            Origin::Fact(..) => Some("fact"),
            Origin::Row(_) => Some("value"),
            Origin::Reading(_) => Some("reading"),
            Origin::EnrolsInTime | Origin::Uncounted(..) => None,
        }
    }
}

impl Case<'_> {
    /// What a variable is of.
    #[must_use]
    pub fn origin(&self, var: Variable) -> Origin {
        let (rows, readings, expenses) = (Fact::count(), self.readings_start(), self.expenses_start());
        if let Some(fact) = Fact::at(var) {
            return Origin::Fact(fact, None);
        }
        if var < readings {
            return Origin::Row(var.saturating_sub(rows));
        }
        if var == self.enrols_in_time() {
            return Origin::EnrolsInTime;
        }
        if var < expenses {
            return Origin::Reading(var.saturating_sub(readings));
        }
        let within = var.saturating_sub(expenses);
        let place = within.checked_div(per_expense()).unwrap_or_default();
        let rest = within.checked_rem(per_expense()).unwrap_or_default();
        match (Fact::at(rest), Fund::ALL.get(rest.saturating_sub(Fact::count()))) {
            (Some(fact), _) => Origin::Fact(fact, Some(place)),
            (None, fund) => Origin::Uncounted(place, fund.copied().unwrap_or(Fund::Basic)),
        }
    }

    /// A variable's public name: a fact of the person by its id, an expense's fact as `<expense>/<fact>`, a value or
    /// reading by its id, something uncounted by its expense.
    #[must_use]
    pub fn name(&self, var: Variable) -> String {
        let expense = |place: usize| self.request.expenses.get(place).map_or("", |expense| &expense.id);
        match self.origin(var) {
            Origin::Fact(fact, None) => fact.id().to_owned(),
            Origin::Fact(fact, Some(place)) => [expense(place), "/", fact.id()].concat(),
            Origin::Row(place) => self.book().row(place).map(|(.., row)| row.id.clone()).unwrap_or_default(),
            Origin::Reading(place) => {
                self.book().reading(place).map(|(_, reading)| reading.text.id.clone()).unwrap_or_default()
            }
            Origin::EnrolsInTime => Fact::enrolled_and_paid_on().id().to_owned(),
            Origin::Uncounted(place, _) => expense(place).to_owned(),
        }
    }

    /// The name of an option of a variable, as a request writes it.
    #[must_use]
    pub fn option_name(&self, var: Variable, option: OptionIndex) -> Option<&str> {
        match self.origin(var) {
            Origin::Fact(fact, _) => self.options(fact)?.get(option).map(|option| option.name.as_str()),
            Origin::Row(_) | Origin::EnrolsInTime => NO_YES.get(option.place()).copied(),
            Origin::Reading(place) => {
                let (_, reading) = self.book().reading(place)?;
                reading.options.get(option.place()).map(|(name, _)| name.as_str())
            }
            Origin::Uncounted(..) => None,
        }
    }

    /// Whether the person answered a fact with "I don't know".
    #[must_use]
    pub fn is_dont_know(&self, var: Variable) -> bool {
        match self.origin(var) {
            Origin::Fact(fact, None) if fact == Fact::birth_date() => self.request.given_birth() == Given::DontKnow,
            Origin::Fact(fact, None) => self.request.given(fact) == Given::DontKnow,
            Origin::Fact(fact, Some(place)) => {
                self.request.expenses.get(place).is_some_and(|expense| expense.given(fact) == Given::DontKnow)
            }
            Origin::Row(_) | Origin::Reading(_) | Origin::EnrolsInTime | Origin::Uncounted(..) => false,
        }
    }

    /// Whether it is the birth date, of which the age is given.
    #[must_use]
    pub fn is_told_by_age(&self, var: Variable) -> bool {
        matches!(self.origin(var), Origin::Fact(fact, None) if fact == Fact::birth_date())
            && matches!(self.request.given(Fact::age()), Given::Value(_))
    }

    /// Whether it is a part of a bill that follows from items: nobody is asked for it.
    #[must_use]
    pub fn follows_from_items(&self, var: Variable) -> bool {
        let Origin::Fact(fact, Some(place)) = self.origin(var) else { return false };
        let has_items = self.request.expenses.get(place).is_some_and(|expense| expense.parts.is_some());
        has_items && [Fact::self_paid(), Fact::advance()].contains(&fact)
    }

    /// The other name of an unknown. Where self_paid and advance are both open, their sum ranges over the bill and stands in
    /// self_paid's domain, and advance is the other name. Where it is open whether somebody is liable, the amount that they
    /// must bear tells that too.
    #[must_use]
    pub fn alias(&self, var: Variable) -> Option<Variable> {
        let Origin::Fact(fact, Some(place)) = self.origin(var) else { return None };
        let of = |fact| self.fact(fact, Some(place));
        if fact == Fact::third_party_amount() {
            return Some(of(Fact::third_party_liable())).filter(|liable| !self.domain(*liable).is_known());
        }
        (fact == Fact::self_paid() && self.has_one_sum(place)).then(|| of(Fact::advance()))
    }

    /// Whether an unknown is the sum of two parts: to know one of them may leave the other as wide as before.
    #[must_use]
    pub fn is_sum(&self, var: Variable) -> bool {
        matches!(self.origin(var), Origin::Fact(fact, Some(place)) if fact == Fact::self_paid() && self.has_one_sum(place))
    }

    /// Whether both parts of a bill out of scope are open: then self_paid stands for their sum, and the advance is at most that.
    #[must_use]
    pub fn has_one_sum(&self, place: usize) -> bool {
        let Some(expense) = self.request.expenses.get(place) else { return false };
        let is_open = |fact| !matches!(expense.given(fact), Given::Value(_));
        expense.parts.is_none() && is_open(Fact::self_paid()) && is_open(Fact::advance())
    }
}
