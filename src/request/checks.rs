//! What only shows when parts of a request are laid side by side. Works on as much of it as could be read.

use super::draft::{Draft, DraftExpense, Total};
use super::{Facts, Given, facts, stay, sum};
use crate::calendar::Date;
use crate::json::problem::{Code, pointer};
use crate::json::reader::Problems;
use crate::money::Money;
use crate::policy::Kind;
use crate::policy::book::Book;
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, Service};

/// Notes every contradiction.
pub(super) fn check(draft: &Draft, problems: &Problems) {
    let birth = date(&draft.facts, Fact::birth_date());
    age_at_odds(draft, birth, problems);
    // Of an age, the earliest birth: what lies before that lies before every birth.
    let birth = birth.or(births(draft).map(|(first, _)| first));
    dates(draft, birth, problems);
    stay::check(&draft.expenses, problems);
    for expense in &draft.expenses {
        said_once(expense, problems);
        let has_allowance = draft.book.as_ref().zip(expense.service).map(|(book, of)| has_allowance(book, of));
        match (expense.total, has_allowance) {
            (Total::Of(total), _) => parts_of_bill(expense, total, problems),
            (Total::Absent, Some(true)) => parts_of_bill(expense, Money::ZERO, problems),
            (Total::Absent, Some(false)) => {
                problems.add(Code::MissingTotal, &pointer(&expense.at.path(), "total"), &[("key", "total")]);
            }
            _ => {}
        }
        if birth.zip(expense.date).is_some_and(|(birth, date)| date < birth) {
            problems.add(Code::ExpenseBeforeBirth, &pointer(&expense.at.path(), "date"), &[]);
        }
    }
}

fn date(facts: &Facts, fact: Fact) -> Option<Date> {
    facts.quantity(fact).and_then(Quantity::date)
}

/// The days of birth that a given age leaves.
fn births(draft: &Draft) -> Option<(Date, Date)> {
    let age = draft.facts.quantity(Fact::age())?.count()?;
    Some(draft.asked_on?.births_at_age(age))
}

fn age_at_odds(draft: &Draft, birth: Option<Date>, problems: &Problems) {
    let (Some(birth), Some(today)) = (birth, draft.asked_on) else { return };
    let Some(age) = draft.facts.quantity(Fact::age()).and_then(Quantity::count) else { return };
    // A birth to come is a problem of its own.
    if birth <= today && today.years_since(birth) != age {
        let args = [("birth_date", &*birth.to_string()), ("age", &*age.to_string())];
        problems.add(Code::AgeAtOdds, &facts::at("", Fact::age()), &args);
    }
}

fn dates(draft: &Draft, birth: Option<Date>, problems: &Problems) {
    let today = draft.asked_on;
    if birth.zip(today).is_some_and(|(birth, today)| birth > today) {
        problems.add(Code::BirthAfterToday, &facts::at("", Fact::birth_date()), &[]);
    }
    let Some(enrolled) = date(&draft.facts, Fact::enrolled_and_paid_on()) else { return };
    let note = |code| problems.add(code, &facts::at("", Fact::enrolled_and_paid_on()), &[]);
    if birth.is_some_and(|birth| enrolled < birth) {
        note(Code::EnrolmentBeforeBirth);
    }
    if today.is_some_and(|today| enrolled > today) {
        note(Code::EnrolmentAfterToday);
    }
}

/// The parts of a bill are not more than the bill. Without a total there is no bill and no part of one.
/// No part is more than the bill, nor are all of them together.
fn parts_of_bill(expense: &DraftExpense, total: Money, problems: &Problems) {
    let part = |fact| expense.facts.quantity(fact).and_then(Quantity::money);
    let (self_paid, advance) = (part(Fact::self_paid()), part(Fact::advance()));
    if self_paid.unwrap_or_default() + advance.unwrap_or_default() > total {
        let named = if self_paid.is_some() { Fact::self_paid() } else { Fact::advance() };
        problems.add(Code::OutOfScopeAboveBill, &facts::at(&expense.at.path(), named), &[]);
    }
    if expense.parts.as_ref().is_some_and(|parts| parts.sum > total) {
        problems.add(Code::ItemsAboveBill, &pointer(&expense.at.path(), "items"), &[]);
    }
    if part(Fact::third_party_amount()).is_some_and(|amount| amount > total) {
        problems.add(Code::ThirdPartyAboveBill, &facts::at(&expense.at.path(), Fact::third_party_amount()), &[]);
    }
    if sum(expense.settled.iter().flatten()) > total {
        problems.add(Code::SettledAboveBill, &pointer(&expense.at.path(), "settled"), &[]);
    }
}

/// What items say is not said a second time, and nobody bears a part who is not liable.
fn said_once(expense: &DraftExpense, problems: &Problems) {
    let own = [Fact::self_paid(), Fact::advance()].into_iter().filter(|_| expense.parts.is_some());
    for fact in own.filter(|fact| expense.facts.given(*fact) != Given::Absent) {
        problems.add(Code::SaidByItems, &facts::at(&expense.at.path(), fact), &[("fact", fact.id())]);
    }
    let bears = expense.facts.quantity(Fact::third_party_amount()).is_some();
    if bears && expense.facts.given(Fact::third_party_liable()) == Given::NO {
        problems.add(Code::NobodyLiable, &facts::at(&expense.at.path(), Fact::third_party_amount()), &[]);
    }
}

fn has_allowance(book: &Book, service: Service) -> bool {
    book.programmes().any(|p| {
        let programme = book.programme(p);
        programme.kind == Kind::Allowance && programme.services.contains(&service)
    })
}
