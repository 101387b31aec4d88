//! What only shows when parts of a request are laid side by side. Works on as much of it as could be read.

use super::read::{Draft, DraftExpense};
use super::{Facts, Given, facts};
use crate::policy::Kind;
use crate::policy::book::Book;
use crate::problem::{Code, pointer};
use crate::reader::Problems;
use crate::vocabulary::{Fact, NOT_YET_DAY, Service};

/// Notes every contradiction.
pub(super) fn check(draft: &Draft, problems: &Problems) {
    let birth = number(&draft.facts, Fact::BIRTH_DATE);
    dates(draft, birth, problems);
    for expense in &draft.expenses {
        bill(expense, problems);
        let needs_bill = draft.book.as_ref().zip(expense.service).is_some_and(|(book, of)| !has_allowance(book, of));
        if expense.total.is_none() && needs_bill {
            problems.add(Code::MissingTotal, &pointer(&expense.path, "total"), &[("key", "total")]);
        }
        if let (Some(birth), Some(date)) = (birth, expense.date)
            && date.day_number() < birth
        {
            problems.add(Code::ExpenseBeforeBirth, &pointer(&expense.path, "date"), &[]);
        }
    }
}

fn number(facts: &Facts, fact: Fact) -> Option<i64> {
    match facts.get(fact.index()) {
        Some(Given::Value(number)) => Some(*number),
        _ => None,
    }
}

fn dates(draft: &Draft, birth: Option<i64>, problems: &Problems) {
    let today = draft.asked_on.map(|day| day.day_number());
    if birth.zip(today).is_some_and(|(birth, today)| birth > today) {
        problems.add(Code::BirthAfterToday, &facts::at("", Fact::BIRTH_DATE), &[]);
    }
    let Some(enrolled) = number(&draft.facts, Fact::ENROLLED).filter(|day| *day != NOT_YET_DAY) else { return };
    let path = facts::at("", Fact::ENROLLED);
    if birth.is_some_and(|birth| enrolled < birth) {
        problems.add(Code::EnrolmentBeforeBirth, &path, &[]);
    }
    if today.is_some_and(|today| enrolled > today) {
        problems.add(Code::EnrolmentAfterToday, &path, &[]);
    }
}

/// The parts of a bill are not more than the bill. Without a total there is no bill and no part of one.
fn bill(expense: &DraftExpense, problems: &Problems) {
    let total = match expense.total {
        Some(None) => return, // malformed: that is its own problem
        Some(Some(total)) => total,
        None => 0,
    };
    let (self_paid, advance) = (number(&expense.facts, Fact::SELF_PAID), number(&expense.facts, Fact::ADVANCE));
    let out_of_scope = self_paid.unwrap_or_default().saturating_add(advance.unwrap_or_default());
    if out_of_scope > total {
        let named = if self_paid.is_some() { Fact::SELF_PAID } else { Fact::ADVANCE };
        problems.add(Code::OutOfScopeAboveBill, &facts::at(&expense.path, named), &[]);
    }
    let settled = expense.settled.iter().flatten().fold(0i64, |sum, fen| sum.saturating_add(*fen));
    if settled > total {
        problems.add(Code::SettledAboveBill, &pointer(&expense.path, "settled"), &[]);
    }
}

fn has_allowance(book: &Book, service: Service) -> bool {
    book.programmes().any(|p| {
        let programme = book.programme(p);
        programme.kind == Kind::Allowance && programme.services.contains(&service)
    })
}
