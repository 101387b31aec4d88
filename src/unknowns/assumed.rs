//! What an answer takes for granted where nobody said otherwise. `null` as an answer takes nothing for granted.

use super::{Case, Domain, Variable};
use crate::calendar::{Date, Day};
use crate::request::{Expense, Given, Request};
use crate::vocabulary::{Fact, Service};

/// A fact that nobody gave, and what it is taken to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The fact.
    pub variable: Variable,
    /// What it is taken to be. [`Case::unanswered`] says what it might be.
    pub taken_as: Domain,
}

impl Case<'_> {
    /// Everything that is taken for granted, in the order of variables. Whether it changes an amount is not looked at.
    #[must_use]
    pub fn assumptions(&self) -> Vec<Assumption> {
        let birth = self.takes_as_past_infancy().then(|| Assumption {
            variable: self.fact(Fact::birth_date(), None),
            taken_as: Domain::days(Day::On(Date::FIRST), Day::On(self.request.last_birth_past_infancy())),
        });
        let expenses = self.request.expenses.iter().enumerate();
        let of_expense = expenses.flat_map(|(place, expense)| {
            let assumed = move |fact| Some((self.fact(fact, Some(place)), assumed(expense, fact)?));
            may_be_assumed().into_iter().filter_map(assumed)
        });
        let not_lifted = of_expense.filter(|(variable, _)| self.lifted != Some(*variable));
        birth.into_iter().chain(not_lifted.map(|(variable, taken_as)| Assumption { variable, taken_as })).collect()
    }

    /// Whether the person is taken to be past infancy: neither birth date, age nor enrolment is given. The enrolment bears on
    /// the cover of a child under one only, and an answer to everybody else is not left open for that.
    #[must_use]
    pub fn takes_as_past_infancy(&self) -> bool {
        let is_lifted = self.lifted == Some(self.fact(Fact::birth_date(), None));
        let is_absent = |fact| self.request.given(fact) == Given::Absent;
        let says_nothing = [Fact::birth_date(), Fact::age(), Fact::enrolled_and_paid_on()].into_iter().all(is_absent);
        !is_lifted && says_nothing
    }
}

impl Request {
    /// The latest day of birth of somebody who is one year old at every expense.
    fn last_birth_past_infancy(&self) -> Date {
        let first = self.expenses.iter().map(|expense| expense.date).min();
        first.unwrap_or(self.asked_on).latest_birth_for_age(1).max(Date::FIRST)
    }
}

/// The facts of an expense that may be taken for granted, in the order of variables.
fn may_be_assumed() -> [Fact; 2] {
    let mut facts = [Fact::out_of_area(), Fact::third_party_liable()];
    facts.sort();
    facts
}

/// What a fact of an expense is taken to be where it is absent.
pub(super) fn assumed(expense: &Expense, fact: Fact) -> Option<Domain> {
    if expense.given(fact) != Given::Absent {
        return None;
    }
    // After an accident somebody else may well be liable: there it is asked.
    let is_liability = fact == Fact::third_party_liable()
        && expense.service != Service::AccidentOutpatient
        && expense.amount(Fact::third_party_amount()).is_none();
    // `no` is the first option of both.
    (is_liability || fact == Fact::out_of_area()).then_some(Domain::NO)
}
