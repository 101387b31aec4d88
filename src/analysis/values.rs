//! Values of variables as a request writes them.

use super::wanted::Wanted;
use crate::calendar::Day;
use crate::json::Json;
use crate::json::tree::{number, object, text};
use crate::option_set::{OptionIndex, OptionSet};
use crate::quantity::Quantity;
use crate::unknowns::{Case, Domain, Origin, Variable};
use crate::vocabulary::{Fact, FactKind};

/// A quantity as a request writes it.
fn written(quantity: Quantity) -> Json {
    match quantity {
        Quantity::Count(count) => number(count),
        other => text(other),
    }
}

/// Options as a request writes them: by their names, of a yes/no as true or false.
fn options(case: &Case, var: Variable, options: OptionSet) -> Vec<Json> {
    let is_yes_no = matches!(case.origin(var), Origin::Fact(fact, _) if fact.spec().kind == FactKind::YesNo);
    let one = |option| match case.option_name(var, option) {
        _ if is_yes_no => Json::Bool(option == OptionIndex::YES),
        name => name.map_or(Json::Null, text),
    };
    options.iter().map(one).collect()
}

/// One value of a domain, such as a request may hold beside the others: enrolment comes after birth, and not after today.
pub(super) fn pick(case: &Case, var: Variable, domain: Domain) -> Domain {
    match domain {
        Domain::Range { low, high } if is_enrolment(case, var) => {
            let today = today(case);
            Domain::one(if low > today { Quantity::Day(Day::NotYet) } else { high.min(today) })
        }
        Domain::Range { .. } => domain.lowest(),
        Domain::Options(options) => options.lowest().map_or(domain, Domain::option),
        Domain::Members { .. } => domain,
    }
}

/// One value that would do, the nearest to the one given that a request may hold: nobody has enrolled on a day to come.
pub(super) fn nearest(case: &Case, var: Variable, wanted: Wanted) -> Domain {
    match (wanted, wanted.nearest(case.domain(var))) {
        (Wanted::Range { low, high }, Domain::Range { low: day, .. })
            if is_enrolment(case, var) && day > today(case) =>
        {
            pick(case, var, Domain::Range { low, high })
        }
        (_, nearest) => nearest,
    }
}

fn is_enrolment(case: &Case, var: Variable) -> bool {
    matches!(case.origin(var), Origin::Fact(fact, _) if fact == Fact::enrolled_and_paid_on())
}

fn today(case: &Case) -> Quantity {
    Quantity::Day(Day::On(case.request.asked_on))
}

/// A domain's one value.
pub(super) fn value(case: &Case, var: Variable, domain: Domain) -> Json {
    match domain {
        Domain::Range { low, .. } => written(low),
        Domain::Options(set) => options(case, var, set).into_iter().next().unwrap_or(Json::Null),
        Domain::Members { has, .. } => Json::Array(options(case, var, has)),
    }
}

/// Every value of a domain; `whole` is what the variable might be at all, beyond which no bound is told.
pub(super) fn among(case: &Case, var: Variable, domain: Domain, whole: Domain) -> Json {
    let mut among = object([]);
    match domain {
        Domain::Options(set) => among.put("any_of", Json::Array(options(case, var, set))),
        Domain::Range { low, high } => {
            let (least, greatest) = whole.ends().unwrap_or((low, high));
            if low > least {
                among.put("at_least", written(low));
            }
            if high < greatest {
                among.put("at_most", written(high));
            }
        }
        Domain::Members { has, lacks } => {
            for (key, set) in [("has", has), ("lacks", lacks)].into_iter().filter(|(_, set)| !set.is_empty()) {
                among.put(key, Json::Array(options(case, var, set)));
            }
        }
    }
    among
}

/// At least one of these members.
pub(super) fn any_member(case: &Case, var: Variable, members: OptionSet) -> Json {
    object([("has_any", Json::Array(options(case, var, members)))])
}

/// Whether it is a part of a bill that its items say.
pub(super) fn is_said_by_items(case: &Case, var: Variable) -> bool {
    let Origin::Fact(fact, Some(place)) = case.origin(var) else { return false };
    case.expense(place).parts.is_some() && [Fact::self_paid(), Fact::advance()].contains(&fact)
}

/// Puts a value where a request holds it. What nobody can be asked has no place there, nor a part of a bill that its items say.
pub(super) fn fill(request: &mut Json, case: &Case, var: Variable, value: Json) {
    match case.origin(var) {
        Origin::Fact(fact, None) => request.member("facts").put(fact.id(), value),
        Origin::Fact(fact, Some(place)) => {
            let expense = request.member("expenses").item(place);
            if let Some(expense) = expense.filter(|_| !is_said_by_items(case, var)) {
                expense.member("facts").put(fact.id(), value);
            }
        }
        // A count is entered as a text, as every value is.
        Origin::Row(_) => {
            let entered = if let Json::Number(count) = value { Json::String(count) } else { value };
            request.member("entered").put(&case.name(var), entered);
        }
        Origin::Reading(_) => request.member("readings").put(&case.name(var), value),
        Origin::EnrolsInTime | Origin::Uncounted(..) => {}
    }
}
