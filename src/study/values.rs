//! Values of variables as a request writes them.

use crate::calendar::Date;
use crate::json::Json;
use crate::json::tree::{number, object, text, texts};
use crate::money::{Money, Rate};
use crate::policy::Unit;
use crate::unknowns::{Case, Cell, Var, What};
use crate::vocabulary::{Fact, FactKind, NO_YES, NOT_YET, NOT_YET_DAY};

/// How a variable's values are written.
enum Form<'c> {
    YesNo,
    /// Options or members.
    Named(Vec<&'c str>),
    Count,
    Day,
    Fen,
    Millionths,
}

fn form<'c>(case: &Case<'c>, var: Var) -> Form<'c> {
    match case.what(var) {
        What::Fact(fact, _) => match fact.spec().kind {
            FactKind::YesNo => Form::YesNo,
            FactKind::Choice(options) | FactKind::Set(options) => Form::Named(options.to_vec()),
            FactKind::WholeNumber(..) => Form::Count,
            FactKind::Date { .. } => Form::Day,
            FactKind::Money => Form::Fen,
        },
        What::Row(place) => match case.book().row(place).map(|(_, value, ..)| value.unit) {
            Some(Unit::YesNo) => Form::Named(NO_YES.to_vec()),
            Some(Unit::Rate) => Form::Millionths,
            Some(Unit::Money) | None => Form::Fen,
        },
        What::Reading(place) => {
            let options = case.book().reading(place).map(|(_, reading)| reading.options.as_slice()).unwrap_or_default();
            Form::Named(options.iter().map(|(name, _)| name.as_str()).collect())
        }
        What::Uncounted(..) => Form::Fen,
    }
}

impl Form<'_> {
    fn number(&self, value: i64) -> Json {
        match self {
            Form::Day if value >= NOT_YET_DAY => text(NOT_YET),
            Form::Day => text(Date::from_day_number(value)),
            Form::Fen => text(Money::from_fen(value)),
            Form::Millionths => text(Rate::from_millionths(value)),
            Form::Count | Form::YesNo | Form::Named(_) => number(value),
        }
    }

    fn option(&self, place: u32) -> Json {
        match self {
            Form::Named(names) => {
                usize::try_from(place).ok().and_then(|place| names.get(place)).map_or(Json::Null, text)
            }
            _ => Json::Bool(place == 1),
        }
    }

    fn members(&self, bits: u32) -> Json {
        let Form::Named(names) = self else { return Json::Null };
        let named: Vec<&str> = places(bits).filter_map(|p| names.get(usize::try_from(p).ok()?).copied()).collect();
        texts(&named)
    }
}

/// The places of the bits that are set.
pub(super) fn places(bits: u32) -> impl Iterator<Item = u32> {
    (0..u32::BITS).filter(move |place| bits.checked_shr(*place).is_some_and(|rest| rest & 1 == 1))
}

/// One value of a cell, such as a request may hold beside the others: enrolment comes after birth, and not after today.
pub(super) fn pick(case: &Case, var: Var, cell: Cell) -> Cell {
    match (cell, case.what(var)) {
        (Cell::Range { low, high }, What::Fact(Fact::ENROLLED, _)) => {
            let today = case.request.asked_on.day_number();
            Cell::number(if low > today { NOT_YET_DAY } else { high.min(today) })
        }
        (Cell::Range { low, .. }, _) => Cell::number(low),
        (Cell::Options(bits), _) => Cell::option(i64::from(bits.trailing_zeros())),
        (set @ Cell::Members { .. }, _) => set,
    }
}

/// A cell's one value.
pub(super) fn value(case: &Case, var: Var, cell: Cell) -> Json {
    let form = form(case, var);
    match cell {
        Cell::Range { low, .. } => form.number(low),
        Cell::Options(bits) => form.option(bits.trailing_zeros()),
        Cell::Members { has, .. } => form.members(has),
    }
}

/// Every value of a cell; `whole` is what the variable might be at all, beyond which no bound is told.
pub(super) fn among(case: &Case, var: Var, cell: Cell, whole: Cell) -> Json {
    let form = form(case, var);
    let mut among = object([]);
    match cell {
        Cell::Options(bits) => among.put("any_of", Json::Array(places(bits).map(|p| form.option(p)).collect())),
        Cell::Range { low, high } => {
            let (least, greatest) = whole.ends();
            if low > least {
                among.put("at_least", form.number(low));
            }
            if high < greatest {
                among.put("at_most", form.number(high));
            }
        }
        Cell::Members { has, lacks } => {
            put_members(&mut among, "has", &form, has);
            put_members(&mut among, "lacks", &form, lacks);
        }
    }
    among
}

/// At least one of these members.
pub(super) fn any_member(case: &Case, var: Var, members: u32) -> Json {
    object([("has_any", form(case, var).members(members))])
}

fn put_members(among: &mut Json, key: &str, form: &Form, bits: u32) {
    if bits != 0 {
        among.put(key, form.members(bits));
    }
}

/// Puts a value where a request holds it. What nobody can be asked has no place there.
pub(super) fn fill(request: &mut Json, case: &Case, var: Var, value: Json) {
    match case.what(var) {
        What::Fact(fact, None) => request.member("facts").put(fact.id(), value),
        What::Fact(fact, Some(place)) => {
            if let Some(expense) = request.member("expenses").item(place) {
                expense.member("facts").put(fact.id(), value);
            }
        }
        What::Row(_) => request.member("entered").put(&case.name(var), value),
        What::Reading(_) => request.member("readings").put(&case.name(var), value),
        What::Uncounted(..) => {}
    }
}
