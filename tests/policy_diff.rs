//! What a change of a policy does to whom.
//!
//! 1. The same seed makes the same people; every one of them is answered, in every region.
//! 2. Two equal versions touch nobody.
//! 3. A greater rate has people gain and nobody lose, a lesser one the reverse; the reason names the programme and both
//!    rates; the edits name the place by ids; a case that is touched is named by its title.
//! 4. What a group gains adds up: nobody gains more than the greatest or less than the least.

use crate::support::answers::fen;
use yibao::calendar::Date;
use yibao::json::{Json, parse};
use yibao::officer::cases::{Case, answer, read, write};
use yibao::officer::diff::{Diff, Version, diff};
use yibao::officer::population::population;
use yibao::policy::catalogue::Catalogue;

const REGION: &str = "370200";

fn day() -> Date {
    Date::parse("2025-12-31").unwrap()
}

fn shipped(name: &str) -> &'static str {
    crate::support::shipped::files(name).into_iter().find(|(folder, _)| folder.starts_with(REGION)).unwrap().1
}

fn people(number: usize) -> Vec<Json> {
    population(REGION, number, 7, day(), crate::support::catalogue())
}

/// Against the shipped policy, one with some texts replaced.
fn changed(from: &str, to: &str, cases: &[Case]) -> Diff {
    let text = shipped("policy.json").replace(from, to);
    let mut catalogue: Catalogue = crate::support::catalogue().clone();
    assert!(catalogue.add(&[&text])[0].problems.is_empty());
    let (old_tree, new_tree) = (parse(shipped("policy.json")).unwrap(), parse(&text).unwrap());
    let old = Version { tree: &old_tree, catalogue: crate::support::catalogue() };
    diff(REGION, old, Version { tree: &new_tree, catalogue: &catalogue }, cases, &people(80))
}

/// 1.
#[test]
fn the_same_seed_makes_the_same_people_and_each_is_answered() {
    assert_eq!(people(50), people(50));
    assert_ne!(people(50), population(REGION, 50, 8, day(), crate::support::catalogue()));
    for region in crate::support::catalogue().regions().keys() {
        for request in population(region, 20, 3, day(), crate::support::catalogue()) {
            let answered = answer(&write(&request), crate::support::catalogue());
            assert_eq!(
                answered.get("outcome").and_then(Json::as_str),
                Some("estimate"),
                "{} {}",
                write(&request),
                write(&answered)
            );
        }
    }
}

/// 2.
#[test]
fn equal_versions_touch_nobody() {
    let same = changed("", "", &read(shipped("cases.json")).unwrap());
    assert_eq!((same.edits.len(), same.groups.len(), same.reasons.len(), same.cases.len()), (0, 0, 0, 0));
    // Words and sources change no amount.
    let worded = changed("青岛市", "青岛", &[]);
    assert!(!worded.edits.is_empty() && worded.groups.is_empty() && worded.reasons.is_empty());
}

/// 3, 4.
#[test]
fn a_greater_rate_has_people_gain_and_a_lesser_one_lose() {
    let cases = read(shipped("cases.json")).unwrap();
    let more = changed("\"0.80\"", "\"0.82\"", &cases);
    let count =
        |diff: &Diff| diff.groups.iter().fold((0, 0), |(gain, lose), group| (gain + group.gain, lose + group.lose));
    let (gain, lose) = count(&more);
    assert!(gain > 10 && lose == 0, "{gain} {lose}");
    assert!(
        more.edits
            .iter()
            .any(|edit| edit.at == "/programmes/resident-inpatient/values/rate/versions/2025-01-01/table/1/2")
    );
    let reason = more.reasons.iter().find(|reason| reason.programme == "370200/resident-inpatient").unwrap();
    assert!(reason.before.zh.ends_with("报销比例 0.80") && reason.after.en.ends_with("rate 0.82"), "{reason:?}");
    assert!(more.cases.iter().all(|touched| touched.case.as_ref().is_some_and(|title| !title.zh.is_empty())));
    assert!(!more.cases.is_empty());
    let less = changed("\"0.80\"", "\"0.78\"", &cases);
    assert_eq!(count(&less), (0, gain));
    for group in &more.groups {
        let (least, mean, greatest) = (fen(&group.least), fen(&group.mean), fen(&group.greatest));
        assert!(0 <= least && least <= mean && mean <= greatest, "{group:?}");
        assert!(!group.words.zh.is_empty() && group.gain <= group.people);
    }
    assert!(fen(&more.most[0].after.high) > fen(&more.most[0].before.high));
}
