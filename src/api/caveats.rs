//! What an answer says beside a programme's amount.

use super::context::Answering;
use super::texts;
use super::wire::Text;
use crate::calendar::{Date, Day, Span};
use crate::policy::Kind;
use crate::policy::book::ProgrammeIx;
use crate::quantity::Quantity;
use crate::unknowns::{Case, Domain};
use crate::vocabulary::{Fact, Fund, Service};

/// How long residents who enrol late wait at least, since the year from which they do (国办发〔2024〕38号).
const WAIT: Span = Span::Months(3);
const WAIT_SINCE: i64 = 2025;

/// Its own caveats; of a second layer also that a service has no basic programme in the region; and what the facts of this
/// request bring.
pub(super) fn caveats(answering: &Answering, p: ProgrammeIx) -> Vec<Text> {
    let book = answering.case.book();
    let programme = book.programme(p);
    let own = programme.caveats.iter().map(|(text, _)| Text::new(text.id.clone()));
    let second_layer = matches!(programme.fund, Some(Fund::CriticalIllness | Fund::LargeExpense));
    let without_basic = |service: &Service| {
        let has_basic = |q: ProgrammeIx| {
            let other = book.programme(q);
            other.fund == Some(Fund::Basic) && other.kind == Kind::Reimbursement && other.services.contains(service)
        };
        !book.programmes().any(has_basic)
    };
    let asked = Service::ALL.into_iter().filter(|service| {
        let listed = answering.case.request.expenses.iter().any(|expense| expense.service == *service);
        second_layer && listed && programme.services.contains(service) && without_basic(service)
    });
    let missing = asked.map(|service| Text::new(texts::CAVEAT_NO_BASIC).arg("service", service.name()));
    own.chain(missing).chain(filed_elsewhere(answering, p)).chain(enrolment(answering, p)).collect()
}

/// Who lives elsewhere and has filed that is paid as at home; the deductible may be another.
fn filed_elsewhere(answering: &Answering, p: ProgrammeIx) -> Option<Text> {
    let case = answering.case;
    case.book().elsewhere(p)?;
    let services = &case.book().programme(p).services;
    let filed = case.options(Fact::out_of_area())?.named("filed")?.id;
    let filed = Domain::Options(case.option_set(Fact::out_of_area(), &[filed]));
    let is_filed = |place: usize| case.domain(case.fact(Fact::out_of_area(), Some(place))) == filed;
    let expenses = case.request.expenses.iter().enumerate();
    let mut of_it = expenses.filter(|(_, expense)| services.contains(&expense.service));
    of_it.any(|(place, _)| is_filed(place)).then(|| Text::new(texts::CAVEAT_FILED_ELSEWHERE))
}

/// Residents' insurance that began only after a bill, or so shortly before it that there may be a wait. It moves no amount:
/// who waits, and how long, no file can say for one person.
fn enrolment(answering: &Answering, p: ProgrammeIx) -> Option<Text> {
    let case = answering.case;
    let programme = case.book().programme(p);
    if programme.fund != Some(Fund::Basic) || programme.kind != Kind::Reimbursement || !is_resident(case) {
        return None;
    }
    let Quantity::Day(enrolled) = case.request.facts.quantity(Fact::enrolled_and_paid_on())? else { return None };
    let listed = case.request.expenses.iter().filter(|expense| programme.services.contains(&expense.service));
    let days: Vec<Date> = listed.map(|expense| expense.date).collect();
    if is_newborn_on(case, if let Day::On(date) = enrolled { date } else { case.request.asked_on }) {
        return None;
    }
    let Day::On(enrolled) = enrolled else {
        return (!days.is_empty()).then(|| Text::new(texts::CAVEAT_NOT_YET_ENROLLED));
    };
    if days.iter().any(|day| *day < enrolled) {
        return Some(Text::new(texts::CAVEAT_ENROLLED_LATER).arg("date", enrolled.to_string()));
    }
    let end = WAIT.after(enrolled);
    let waits = enrolled.year() >= WAIT_SINCE && days.iter().any(|day| *day < end);
    waits.then(|| Text::new(texts::CAVEAT_WAITING_PERIOD).arg("date", end.to_string()))
}

fn is_resident(case: &Case) -> bool {
    let resident = case.options(Fact::scheme()).and_then(|options| options.named("resident"));
    let only = resident.map(|option| Domain::Options(case.option_set(Fact::scheme(), &[option.id])));
    only == Some(case.domain(case.fact(Fact::scheme(), None)))
}

/// Whether the person is under one on a day: another rule holds for newborns, and they do not wait.
fn is_newborn_on(case: &Case, day: Date) -> bool {
    let born = case.domain(case.fact(Fact::birth_date(), None)).dates();
    born.is_some_and(|(earliest, _)| day.years_since(earliest) < 1)
}
