//! Rows of a table that were perhaps exchanged: a hospital of a higher level that is paid better, the retired that are paid worse.

use super::{Found, programmes, version_at};
use crate::policy::step::Role;
use crate::policy::{Kind, Programme, Step, Unit, Value, Version};
use crate::quantity::Quantity;
use crate::vocabulary::Fact;
use std::cmp::Ordering;

/// Rows in which better care of the person or the purse is expected.
struct Custom {
    fact: &'static str,
    /// Its options, from the one that is expected to be paid best.
    from_best: &'static [&'static str],
    zh: &'static str,
    en: &'static str,
}

const CUSTOMS: [Custom; 2] = [
    Custom {
        fact: "facility_level",
        from_best: &["primary", "1", "2", "3"],
        zh: "一般医院级别越高，起付线越高、比例越低",
        en: "usually a higher level has the higher deductible and the lower rate",
    },
    Custom {
        fact: "retired",
        from_best: &["yes", "no"],
        zh: "一般退休人员的起付线不高于在职、比例不低于在职",
        en: "usually the retired have no higher deductible and no lower rate",
    },
];

/// A row: its keys, as they are written, and its number.
type Row<'a> = (&'a [(Fact, String)], Quantity);

pub(super) fn look(found: &mut Found) {
    let file = found.looked.file;
    for (path, programme) in programmes(file).filter(|(_, programme)| programme.kind == Kind::Reimbursement) {
        let mut told = Vec::new();
        for (value, role) in programme.benefit.iter().flat_map(|step| used(programme, step)) {
            if !told.contains(&&value.name) {
                told.push(&value.name);
                look_at_value(found, &path, value, role);
            }
        }
    }
}

/// The values that a share or a deductible takes as they stand.
fn used<'a>(programme: &'a Programme, step: &Step) -> Vec<(&'a Value, Role)> {
    let role = step.role();
    let unit = match role {
        Role::Share => Unit::Rate,
        Role::Deductible => Unit::Money,
        _ => return Vec::new(),
    };
    let values = step.plain_values().into_iter().filter_map(|place| programme.values.get(place));
    values.filter(|value| value.unit == unit).map(|value| (value, role)).collect()
}

fn look_at_value(found: &mut Found, path: &str, value: &Value, role: Role) {
    for custom in &CUSTOMS {
        for (place, version) in value.versions.iter().enumerate() {
            if let Some((better, worse)) = exchanged(value, version, custom, role) {
                warn(found, &version_at(path, value, place), custom, [better, worse]);
            }
        }
    }
}

/// Two rows that differ in the custom's fact alone, of which the first should be paid better and is paid worse.
fn exchanged<'a>(value: &'a Value, version: &Version, custom: &Custom, role: Role) -> Option<(Row<'a>, Row<'a>)> {
    let fact = Fact::named(custom.fact)?;
    let rows = value.published(version);
    let rank = |(keys, _): &Row| {
        let (_, key) = keys.iter().find(|(of, _)| *of == fact)?;
        custom.from_best.iter().position(|option| option == key)
    };
    let others = |(keys, _): &Row<'a>| keys.iter().filter(|(of, _)| *of != fact).collect::<Vec<_>>();
    let is_worse = |one: &Row, other: &Row| {
        let order = one.1.cmp(&other.1);
        if role == Role::Share { order == Ordering::Less } else { order == Ordering::Greater }
    };
    let is_exchanged = |(one, other): &(Row<'a>, Row<'a>)| {
        let ranks = rank(one).zip(rank(other));
        ranks.is_some_and(|(best, next)| best < next) && others(one) == others(other) && is_worse(one, other)
    };
    rows.iter().flat_map(|one| rows.iter().map(move |other| (*one, *other))).find(is_exchanged)
}

fn warn(found: &mut Found, path: &str, custom: &Custom, rows: [Row; 2]) {
    let row = |(keys, number): &Row| {
        let keys: Vec<&str> = keys.iter().map(|(_, key)| key.as_str()).collect();
        (keys.join(", "), number.exact_text())
    };
    let [(better, high), (worse, low)] = rows.each_ref().map(row);
    found.warn(
        "rows_exchanged",
        path,
        [
            format!("{better} 这一行是 {high}，{worse} 这一行是 {low}；{}。", custom.zh),
            format!("The row {better} has {high}, the row {worse} has {low}; {}.", custom.en),
        ],
        [
            "请对照原文，看两行是不是写反了。原文确实如此的，接受这条提醒并写明出处。",
            "Compare it with the document: two rows may be exchanged. Where it says so, accept this and name the place.",
        ],
    );
}
