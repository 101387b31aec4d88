//! Conditions that say nothing or too much, and programmes that pay the same bill or leave days without one.

use super::{Found, programmes};
use crate::calendar::DateRange;
use crate::json::Json;
use crate::officer::possible::{Asked, Outcome, outcome};
use crate::policy::{Condition, Kind, Programme, Test};
use crate::vocabulary::Service;

pub(super) fn look(found: &mut Found) {
    let file = found.looked.file;
    for (path, programme) in programmes(file) {
        look_at_conditions(found, &path, programme);
        look_at_steps(found, &path, programme);
        look_at_end(found, &path, programme);
    }
    look_at_pairs(found);
}

pub(super) fn outcome_of(found: &Found, tests: &[Asked]) -> Option<Outcome> {
    let book = found.looked.book;
    outcome(tests, &|fact| book.options(fact).cloned())
}

pub(super) fn asked<'a>(of: &'a Programme, conditions: impl IntoIterator<Item = &'a Condition>) -> Vec<Asked<'a>> {
    conditions.into_iter().map(|condition| Asked { of, test: &condition.test }).collect()
}

/// Every condition of a programme, with where it stands.
pub fn conditions<'a>(path: &str, programme: &'a Programme) -> impl Iterator<Item = (String, &'a Condition)> {
    let lists = [("person", &programme.person), ("expense", &programme.expense)];
    lists.into_iter().flat_map(move |(list, conditions)| {
        conditions.iter().enumerate().map(move |(place, condition)| (format!("{path}/{list}/{place}"), condition))
    })
}

/// All conditions of a programme.
pub(super) fn all_asked(of: &Programme) -> Vec<Asked<'_>> {
    asked(of, of.conditions())
}

fn look_at_conditions(found: &mut Found, path: &str, programme: &Programme) {
    let mut is_clean = true;
    for (at, condition) in conditions(path, programme) {
        is_clean &= !look_at_test(found, &format!("{at}/test"), &asked(programme, [condition]), &[]);
    }
    let all = all_asked(programme);
    let never = is_clean && outcome_of(found, &all).is_some_and(|outcome| !outcome.may_hold);
    if never {
        found.warn(
            "never_applies",
            path,
            [
                "这些条件放在一起，谁也不能同时满足。".to_owned(),
                "Nobody can meet these conditions together.".to_owned(),
            ],
            [
                "这项待遇永远不会给任何人。请检查哪一条写反了。",
                "The programme applies to nobody. See which condition is the wrong way round.",
            ],
        );
    }
}

/// Says of a test, among others that hold, that it never or always holds. Whether it said so.
fn look_at_test(found: &mut Found, path: &str, test: &[Asked], given: &[Asked]) -> bool {
    let Some(outcome) = outcome_of(found, test) else { return false };
    let with_given = outcome_of(found, &[given, test].concat());
    let never = !outcome.may_hold || with_given.is_some_and(|outcome| !outcome.may_hold);
    if never {
        found.warn(
            "never_holds",
            path,
            ["这个条件永远不成立。".to_owned(), "This condition can never hold.".to_owned()],
            [
                "不管怎么回答都不成立，多半是年龄或范围写反了。",
                "No answer makes it hold: an age or a limit may be the wrong way round.",
            ],
        );
    } else if !outcome.may_fail {
        found.warn(
            "always_holds",
            path,
            ["这个条件永远成立。".to_owned(), "This condition always holds.".to_owned()],
            [
                "它什么也没有限制；如果本来要限制谁，请检查。",
                "It keeps nobody out. If it was meant to, correct it; otherwise leave it out.",
            ],
        );
        return true;
    }
    never
}

/// A step's tests are asked only where the programme applies.
fn look_at_steps(found: &mut Found, path: &str, programme: &Programme) {
    let given = all_asked(programme);
    for (place, step) in programme.benefit.iter().enumerate() {
        for test in step.tests() {
            let is_of_reading = matches!(test, Test::ByReading(..));
            let test = [Asked { of: programme, test }];
            if !is_of_reading {
                look_at_test(found, &format!("{path}/benefit/{place}"), &test, &given);
            }
        }
    }
}

/// The time of a programme.
fn time(programme: &Programme) -> DateRange {
    DateRange { from: programme.known_from.max(programme.began), to: programme.ended }
}

/// After a programme has ended somebody must say what holds.
fn look_at_end(found: &mut Found, path: &str, programme: &Programme) {
    let Some(next) = programme.ended.map(|ended| ended.plus_days(1)) else { return };
    let book = found.looked.book;
    // Whose place it takes of the national frame does not answer after its end either.
    let is_replaced = |other: &Programme| other.id.starts_with("000000/") && !programme.replaces.is_empty();
    // One for other people, or for other bills, takes nobody's place.
    let is_for_the_same = |other: &Programme| {
        let both = [all_asked(programme), all_asked(other)].concat();
        outcome_of(found, &both).is_none_or(|outcome| outcome.may_hold)
    };
    let goes_on = |other: &Programme, service: &Service| {
        let is_alike = other.fund == programme.fund && other.services.contains(service) && other.exists(next);
        is_alike && !is_replaced(other) && is_for_the_same(other)
    };
    let goes_on = |service: &Service| book.programmes().any(|p| goes_on(book.programme(p), service));
    let left: Vec<&str> = programme.services.iter().filter(|service| !goes_on(service)).map(|s| s.name()).collect();
    if programme.kind == Kind::Reimbursement && !left.is_empty() {
        found.warn(
            "nobody_pays",
            &format!("{path}/ended"),
            [
                format!("{next} 起没有哪项待遇管 {}。", left.join("、")),
                format!("From {next} on no programme answers for {}.", left.join(", ")),
            ],
            [
                "这项待遇结束以后，应有新的一项接上；如果确实取消了，请接受这条提醒并写明依据。",
                "Another programme should follow it. If the benefit was abolished, accept this and name the document.",
            ],
        );
    }
}

/// Two programmes of one fund that pay the same bill of the same person.
fn look_at_pairs(found: &mut Found) {
    let (file, book) = (found.looked.file, found.looked.book);
    let above = book.programmes().map(|p| book.programme(p));
    let region = format!("{}/", file.region);
    let above: Vec<&Programme> = above.filter(|p| !p.id.starts_with(&region) && !p.id.starts_with("000000/")).collect();
    for (place, (path, programme)) in programmes(file).enumerate() {
        let others = file.programmes.iter().enumerate().skip(place.saturating_add(1));
        let siblings = others.filter(|(other, p)| !gives_way(found, (place, programme), (*other, p))).map(|(_, p)| p);
        for other in siblings.chain(above.iter().copied()).collect::<Vec<_>>() {
            if pays_the_same(found, programme, other) {
                warn_of_pair(found, &path, programme, other);
            }
        }
    }
}

/// Whether one of two programmes of a file knows of the other: it gives way to it, or pays what its limit leaves over.
fn gives_way(
    found: &Found,
    (place, programme): (usize, &Programme),
    (other_place, other): (usize, &Programme),
) -> bool {
    let benefit = |place: usize| found.looked.notices.tree().at(&format!("/programmes/{place}/benefit"));
    let watches = |place: usize, other: &Programme| {
        let short = other.id.rsplit('/').next().unwrap_or_default();
        benefit(place).is_some_and(|benefit| names_programme(benefit, short))
    };
    programme.yields_to.contains(&other_place)
        || other.yields_to.contains(&place)
        || watches(place, other)
        || watches(other_place, programme)
}

fn names_programme(json: &Json, id: &str) -> bool {
    let beyond = json.get("beyond_cap_of").and_then(|of| of.get("programme")).and_then(Json::as_str);
    let mut inner = json.items().iter().chain(json.entries().iter().map(|(_, inner)| inner));
    beyond == Some(id) || inner.any(|inner| names_programme(inner, id))
}

pub(super) fn pays_the_same(found: &Found, programme: &Programme, other: &Programme) -> bool {
    let is_paid = |p: &Programme| p.kind == Kind::Reimbursement && p.on_file && !p.is_elsewhere;
    let shared = programme.services.iter().copied().filter(|service| other.services.contains(service));
    let of_shared = Test::of_services(shared);
    let shares_service = matches!(&of_shared, Test::Is(_, services) if !services.is_empty());
    let is_alike =
        is_paid(programme) && is_paid(other) && programme.fund == other.fund && programme.payer == other.payer;
    let firsts = programme.benefit.first().zip(other.benefit.first());
    let is_apart = firsts.is_some_and(|(one, other)| one.is_apart_from(other));
    if !is_alike || is_apart || !shares_service || !time(programme).meets(time(other)) {
        return false;
    }
    let same_bill = vec![Asked { of: programme, test: &of_shared }];
    let both = [all_asked(programme), all_asked(other), same_bill].concat();
    outcome_of(found, &both).is_some_and(|outcome| outcome.may_hold)
}

fn warn_of_pair(found: &mut Found, path: &str, programme: &Programme, other: &Programme) {
    let id = |p: &Programme| p.id.clone();
    found.warn(
        "paid_twice",
        path,
        [
            format!(
                "“{}”和“{}”（{}）可能为同一个人的同一笔费用都付钱。",
                programme.name.words.zh,
                other.name.words.zh,
                id(other)
            ),
            format!("{} and {} may both pay the same bill of the same person.", id(programme), id(other)),
        ],
        if is_further_up(found, other) { HELP_FURTHER_UP } else { HELP_BESIDE },
    );
}

fn is_further_up(found: &Found, other: &Programme) -> bool {
    other.id.split_once('/').is_some_and(|(region, _)| region != found.looked.file.region)
}

const HELP_BESIDE: [&str; 2] = [
    "如果只付一项，用 yields_to 写明谁让位，或者把条件写清楚；如果政策就是两项都付，请接受这条提醒并写明依据。",
    "Where only one pays, say which gives way (yields_to) or tell their conditions apart. Where both do, accept this and name the document.",
];
const HELP_FURTHER_UP: [&str; 2] = [
    "如果本地的规定取代上级的这一项，在 replaces 里写上它；如果管的不是同一些人或费用，把条件写清楚；如果政策就是两项都付，请接受这条提醒并写明依据。",
    "Where this takes the place of the one further up, name that one in replaces; where it is for others, tell their conditions apart. Where both pay, accept this and name the document.",
];
