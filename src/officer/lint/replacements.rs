//! Whose place programmes take: of one that does not exist, or of one for other people; or of none, beside one that pays the
//! same bill for everybody in the scheme.

use super::conditions::{all_asked, asked, outcome_of, pays_the_same};
use super::{Found, programmes};
use crate::json::problem::pointer;
use crate::officer::near::nearest;
use crate::officer::possible::Asked;
use crate::policy::catalogue::ancestry;
use crate::policy::{Kind, PolicyFile, Programme, Test};
use crate::vocabulary::Fact;
use std::sync::Arc;

const FRAME: &str = "000000";

pub(super) fn look(found: &mut Found) {
    let looked = found.looked;
    let above: Vec<Arc<PolicyFile>> = looked.catalogue.files_of(&looked.file.region).into_iter().skip(1).collect();
    // Without the national frame nobody knows what could be replaced.
    let knows_the_frame = above.iter().any(|file| file.region == FRAME);
    for (path, programme) in programmes(looked.file) {
        for (place, replacement) in programme.replaces.iter().enumerate() {
            let at = pointer(&format!("{path}/replaces"), &place.to_string());
            match named(&above, &replacement.programme) {
                Some(other) => look_at_scheme(found, &at, programme, other),
                None if knows_the_frame => warn_of_nothing(found, &at, &replacement.programme, &above),
                None => {}
            }
        }
        look_beside_frame(found, &path, programme);
    }
    for other in above.iter().flat_map(|file| &file.programmes) {
        look_for_gap(found, other);
    }
}

/// Whoever a programme for all of a scheme is for, and none of those that replace it, gets neither.
fn look_for_gap(found: &mut Found, other: &Programme) {
    if !is_for_all_of_a_scheme(other) || other.kind != Kind::Reimbursement {
        return;
    }
    let named = |(path, programme): (String, &Programme)| {
        let entry = programme.replaces.iter().position(|entry| entry.programme == other.id)?;
        Some((pointer(&format!("{path}/replaces"), &entry.to_string()), programme.replaces.get(entry)?.clone()))
    };
    let replacing: Vec<&Programme> = found
        .looked
        .file
        .programmes
        .iter()
        .filter(|p| p.replaces.iter().any(|entry| entry.programme == other.id))
        .collect();
    let Some((at, entry)) = programmes(found.looked.file).find_map(named) else { return };
    // Where a file takes over a part of the care or of the schemes, the rest stays with the other one.
    if entry.scheme.is_some() || !entry.services.is_empty() {
        return;
    }
    let not: Vec<(&Programme, Test)> = replacing.into_iter().map(|p| (p, not_for(p))).collect();
    let nobody = not.iter().map(|(of, test)| Asked { of, test });
    let tests: Vec<Asked> = asked(other, &other.person).into_iter().chain(nobody).collect();
    if outcome_of(found, &tests).is_some_and(|outcome| outcome.may_hold) {
        warn_of_gap(found, &at, other);
    }
}

/// That a person or a bill is none of those which a programme is for.
fn not_for(programme: &Programme) -> Test {
    let tests = programme.conditions().map(|condition| condition.test.clone());
    Test::Not(Box::new(Test::All(tests.collect())))
}

fn warn_of_gap(found: &mut Found, at: &str, other: &Programme) {
    found.warn(
        "replaced_for_all",
        at,
        [
            format!("“{}”（{}）还管别的人或者别的费用，这里替代以后那些就没有了。", other.name.words.zh, other.id),
            format!("{} is for other people or bills too, and they lose it by this.", other.id),
        ],
        [
            "只管一部分人或者一部分费用的待遇不要写 replaces，全国框架会自己让位；如果其余的确实没有待遇，请接受这条提醒并写明依据。",
            "A programme for some people or bills replaces nothing: the national frame gives way by itself. Where the others really get nothing, accept this and name the document.",
        ],
    );
}

fn named<'a>(above: &'a [Arc<PolicyFile>], id: &str) -> Option<&'a Programme> {
    above.iter().flat_map(|file| &file.programmes).find(|programme| programme.id == id)
}

fn warn_of_nothing(found: &mut Found, at: &str, name: &str, above: &[Arc<PolicyFile>]) {
    let region = name.split_once('/').map_or("", |(region, _)| region);
    let is_above = ancestry(&found.looked.file.region).iter().skip(1).any(|code| code == region);
    if is_above && !above.iter().any(|file| file.region == region) {
        return; // The file that would know is not at hand.
    }
    let ids: Vec<String> =
        above.iter().flat_map(|file| &file.programmes).map(|programme| programme.id.clone()).collect();
    // The region is often left out.
    let with_region = ids.iter().find(|id| id.rsplit('/').next() == Some(name)).cloned();
    let meant = with_region.or_else(|| nearest(name, &ids));
    let zh = meant.as_ref().map_or(String::new(), |id| format!("可能是 {id}。"));
    let en = meant.as_ref().map_or(String::new(), |id| format!(" Perhaps {id} is meant."));
    found.warn(
        "replaces_nothing",
        at,
        [format!("上级没有叫 {name} 的待遇。{zh}"), format!("Nothing further up is called {name}.{en}")],
        [
            "名字写错了就什么也不替代，上级的那一项会照样再付一次。",
            "A wrong name replaces nothing: what stands further up goes on paying beside this.",
        ],
    );
}

/// Who is in the scheme of the other one gets neither, if this one is never for them.
fn look_at_scheme(found: &mut Found, at: &str, programme: &Programme, other: &Programme) {
    let both = outcome_of(found, &[all_asked(programme), all_asked(other)].concat());
    if both.is_some_and(|outcome| !outcome.may_hold) {
        found.warn(
            "replaces_for_others",
            at,
            [
                format!("“{}”和它替代的“{}”（{}）管的不是同一些人。", programme.name.words.zh, other.name.words.zh, other.id),
                format!("{} and {}, which it replaces, are for different people.", programme.id, other.id),
            ],
            [
                "被替代的那一项管的人会一分钱也得不到。多半是多写或者抄错了一项。",
                "Those whom the replaced one is for would get nothing. One entry is probably too many, or copied wrongly.",
            ],
        );
    }
}

/// A programme for everybody in a scheme, and one of the frame that still pays the same bills.
fn look_beside_frame(found: &mut Found, path: &str, programme: &Programme) {
    let book = found.looked.book;
    let is_of_frame = |other: &&Programme| {
        other.id.starts_with(FRAME) && found.looked.file.region != FRAME && !other.yields_to_nearer
    };
    let others = || book.programmes().map(|p| book.programme(p)).filter(is_of_frame);
    if !is_for_all_of_a_scheme(programme) {
        return;
    }
    let beside = others().find(|other| is_for_all_of_a_scheme(other) && pays_the_same(found, programme, other));
    if let Some(other) = beside {
        let id = &other.id;
        let matter = [
            format!("“{}”和全国通用的“{}”（{id}）会为同一笔费用都付钱。", programme.name.words.zh, other.name.words.zh),
            format!("{} and {id} of the national frame would both pay the same bill.", programme.id),
        ];
        found.warn(
            "paid_twice",
            path,
            matter,
            [
                "本地有了规定，就在 replaces 里写上它替代的那一项；如果确实两项都付，请接受这条提醒并写明依据。",
                "A place with a rule of its own names in replaces what it takes the place of. Where both do pay, accept this and name the document.",
            ],
        );
    }
}

/// Whether nothing but the scheme is asked. A programme for one disease or group replaces nothing.
fn is_for_all_of_a_scheme(programme: &Programme) -> bool {
    programme.conditions().all(|condition| is_about_scheme(&condition.test))
}

fn is_about_scheme(test: &Test) -> bool {
    match test {
        Test::Is(fact, _) => *fact == Fact::scheme(),
        Test::All(tests) | Test::Any(tests) => tests.iter().all(is_about_scheme),
        Test::Not(test) => is_about_scheme(test),
        _ => false,
    }
}
