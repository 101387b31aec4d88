//! Two versions of policies: who gains, who loses, by how much and why.
//!
//! The worked cases and a population are answered by both. An answer that is a range is compared end by end.

use super::cases::{Case, answer, write};
use super::edits::{Edit, edits};
use crate::json::{self, Json};
use crate::money::Money;
use crate::officer::told;
use crate::policy::catalogue::Catalogue;
use crate::vocabulary::Fact;
use crate::words::Words;
use serde::Serialize;

/// What a change does.
#[derive(Debug, Default, Serialize)]
pub struct Diff {
    /// The region.
    pub region: String,
    /// Where the texts differ.
    pub edits: Vec<Edit>,
    /// How many people were asked about.
    pub people: usize,
    /// Groups of whom somebody is touched, those with the most people first.
    pub groups: Vec<Group>,
    /// Why, as the two workings tell it, with how many people it touches.
    pub reasons: Vec<Reason>,
    /// Worked cases whose answers differ.
    pub cases: Vec<Touched>,
    /// The people who gain or lose the most.
    pub most: Vec<Touched>,
}

/// People alike.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Insurance, kind of care, level of hospital, by their names in requests.
    pub who: Vec<String>,
    /// The same in words.
    pub words: Words,
    /// How many of them there are.
    pub people: usize,
    /// Who gets more.
    pub gain: usize,
    /// Who gets less.
    pub lose: usize,
    /// Whose range moves at one end up and at the other down.
    pub unclear: usize,
    /// The greatest loss and the greatest gain, in yuan; of an amount that is a range, of its middle.
    pub least: String,
    /// See `least`.
    pub greatest: String,
    /// The mean change of those touched.
    pub mean: String,
}

/// What differs in the workings.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// The programme.
    pub programme: String,
    /// The step or the condition, and what it was.
    pub before: Words,
    /// What it is.
    pub after: Words,
    /// How many people it touches.
    pub people: usize,
}

/// A request whose answer differs.
#[derive(Clone, Debug, Serialize)]
pub struct Touched {
    /// Of a case: its title.
    pub case: Option<Words>,
    /// What was asked.
    pub request: Json,
    /// What was paid.
    pub before: Paid,
    /// What is paid.
    pub after: Paid,
    /// Why.
    pub why: Option<(String, Words, Words)>,
}

/// What all funds pay, allowances too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paid {
    /// At least.
    pub low: String,
    /// At most.
    pub high: String,
}

/// A version of the policies.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The file's tree; nothing where it has none for the region.
    pub tree: &'a Json,
    /// What is in force.
    pub catalogue: &'a Catalogue,
}

/// Compares two versions of a region.
#[must_use]
pub fn diff(region: &str, old: Version, new: Version, cases: &[Case], people: &[Json]) -> Diff {
    let touched_case = |case: &Case| {
        let request = json::parse(&case.request).ok()?;
        touched(&request, Some(&case.title), old, new)
    };
    let cases = cases.iter().filter_map(touched_case).collect();
    let mut groups: Vec<(Group, i64)> = Vec::new();
    let (mut reasons, mut most): (Vec<Reason>, Vec<Touched>) = (Vec::new(), Vec::new());
    for request in people {
        let found = touched(request, None, old, new);
        count(&mut groups, request, found.as_ref());
        if let Some(found) = found {
            count_reason(&mut reasons, &found);
            most.push(found);
        }
    }
    most.sort_by_key(|touched| std::cmp::Reverse(change(touched).unsigned_abs()));
    most.truncate(10);
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.people));
    let edits = edits(old.tree, new.tree);
    Diff { region: region.to_owned(), edits, people: people.len(), groups: told(groups), reasons, cases, most }
}

/// The middle of the change, in fen.
fn change(touched: &Touched) -> i64 {
    let (low, high) = ends(touched);
    low.saturating_add(high).div_euclid(2)
}

/// The change of both ends, in fen.
fn ends(touched: &Touched) -> (i64, i64) {
    let by = |after: &str, before: &str| fen(after).saturating_sub(fen(before));
    (by(&touched.after.low, &touched.before.low), by(&touched.after.high, &touched.before.high))
}

fn fen(text: &str) -> i64 {
    Money::parse(text).map_or(0, Money::to_fen)
}

fn touched(request: &Json, case: Option<&Words>, old: Version, new: Version) -> Option<Touched> {
    let text = write(request);
    let (before, after) = (answer(&text, old.catalogue), answer(&text, new.catalogue));
    let (old_paid, new_paid) = (paid(&before), paid(&after));
    let why = why(&before, &after);
    if old_paid == new_paid && why.is_none() {
        return None;
    }
    Some(Touched { case: case.cloned(), request: request.clone(), before: old_paid, after: new_paid, why })
}

fn paid(answer: &Json) -> Paid {
    let amount = |of: &str, end: &str| {
        let amount = answer.get("totals").and_then(|totals| totals.get(of)).and_then(|amount| amount.get(end));
        Money::parse(amount.and_then(Json::as_str).unwrap_or("0")).unwrap_or_default()
    };
    let both = |end: &str| (amount("paid", end) + amount("allowances", end)).to_string();
    Paid { low: both("low"), high: both("high") }
}

fn find<'j>(items: &'j [Json], key: &str, name: &str) -> Option<&'j Json> {
    items.iter().find(|item| item.text_of(key) == name)
}

/// The first thing that differs: the programme, and what its condition, verdict or step was and is.
fn why(before: &Json, after: &Json) -> Option<(String, Words, Words)> {
    let (old, new) = (before.items_of("programmes"), after.items_of("programmes"));
    let pays = |programme: &Json| programme.text_of("verdict") != "does_not_apply";
    for programme in new {
        let id = programme.text_of("id");
        let Some(other) = find(old, "id", id) else {
            if pays(programme) {
                return Some((id.to_owned(), told::nothing(), told::verdict(programme.text_of("verdict"))));
            }
            continue;
        };
        if let Some((before, after)) = differs(other, programme) {
            return Some((id.to_owned(), before, after));
        }
    }
    let gone = old.iter().find(|other| pays(other) && find(new, "id", other.text_of("id")).is_none())?;
    Some((gone.text_of("id").to_owned(), told::verdict(gone.text_of("verdict")), told::nothing()))
}

fn differs(before: &Json, after: &Json) -> Option<(Words, Words)> {
    if before.get("paid") == after.get("paid") && before.get("verdict") == after.get("verdict") {
        return None;
    }
    let findings = findings_of(before, after);
    let lines = before.items_of("lines").iter().zip(after.items_of("lines"));
    let of_lines = lines.map(|(before, after)| findings_of(before, after).or_else(|| steps_of(before, after)));
    let whole = || Some((write_amount(before), write_amount(after)));
    findings.or_else(|| of_lines.flatten().next()).or_else(whole)
}

fn findings_of(before: &Json, after: &Json) -> Option<(Words, Words)> {
    let mut pairs = after.items_of("findings").iter().filter_map(|finding| {
        let name = finding.text_of("condition");
        let other = find(before.items_of("findings"), "condition", name);
        let was = other.map_or("-", |other| other.text_of("truth"));
        let is = finding.text_of("truth");
        (was != is).then(|| (told::finding(name, was), told::finding(name, is)))
    });
    pairs.next()
}

fn steps_of(before: &Json, after: &Json) -> Option<(Words, Words)> {
    let (old, new) = (before.items_of("steps"), after.items_of("steps"));
    let most = old.len().max(new.len());
    let mut pairs = (0..most).map(|place| (old.get(place), new.get(place)));
    let (old, new) = pairs.find(|(old, new)| old.map(essence) != new.map(essence))?;
    let told = |step: Option<&Json>| step.map_or_else(told::nothing, told::step);
    Some((told(old), told(new)))
}

/// What a step did, without what only follows from steps before it.
fn essence(step: &Json) -> (String, String, String) {
    let args = step.get("text").and_then(|text| text.get("args")).map_or(String::new(), write);
    (step.text_of("kind").to_owned(), step.text_of("value").to_owned(), args)
}

fn write_amount(programme: &Json) -> Words {
    told::paid(programme.text_of("verdict"), programme.get("paid").map_or("", |paid| paid.text_of("low")))
}

fn who(request: &Json) -> Vec<String> {
    let expense = request.items_of("expenses").first();
    let scheme = request.get("facts").map_or("", |facts| facts.text_of("scheme"));
    let service = expense.map_or("", |expense| expense.text_of("service"));
    let level = expense.and_then(|expense| expense.get("facts")).map_or("", |facts| facts.text_of("facility_level"));
    [scheme, service, level].iter().map(|part| (*part).to_owned()).collect()
}

fn count(groups: &mut Vec<(Group, i64)>, request: &Json, touched: Option<&Touched>) {
    let who = who(request);
    let place = groups.iter().position(|(group, _)| group.who == who).unwrap_or_else(|| {
        groups.push((Group::of(who), 0));
        groups.len().saturating_sub(1)
    });
    let Some((group, sum)) = groups.get_mut(place) else { return };
    group.people = group.people.saturating_add(1);
    let Some(touched) = touched else { return };
    let by = change(touched);
    *sum = sum.saturating_add(by);
    let counted = match ends(touched) {
        (0, 0) => return,
        (low, high) if low >= 0 && high >= 0 => &mut group.gain,
        (low, high) if low <= 0 && high <= 0 => &mut group.lose,
        _ => &mut group.unclear,
    };
    *counted = counted.saturating_add(1);
    let is_first = group.touched() == 1;
    let beside = |told: &str| if is_first { by } else { signed_fen(told) };
    group.least = yuan(beside(&group.least).min(by));
    group.greatest = yuan(beside(&group.greatest).max(by));
}

impl Group {
    fn of(who: Vec<String>) -> Group {
        let nothing = || "0.00".to_owned();
        Group {
            words: in_words(&who),
            who,
            people: 0,
            gain: 0,
            lose: 0,
            unclear: 0,
            least: nothing(),
            greatest: nothing(),
            mean: nothing(),
        }
    }

    fn touched(&self) -> usize {
        self.gain.saturating_add(self.lose).saturating_add(self.unclear)
    }
}

/// What a group is called.
fn in_words(who: &[String]) -> Words {
    let option = |fact: &str, name: &str| {
        let list = Fact::named(fact).and_then(Fact::options);
        list.and_then(|list| list.named(name)).map(|option| option.words.clone())
    };
    let service = |name: &str| Fact::service().options().and_then(|list| list.named(name)).map(|o| o.words.clone());
    let [scheme, care, level] = who else { return Words::default() };
    let parts = [option("scheme", scheme), service(care), option("facility_level", level)];
    let parts: Vec<Words> = parts.into_iter().flatten().collect();
    let joined = |of: fn(&Words) -> &str, by: &str| parts.iter().map(of).collect::<Vec<_>>().join(by);
    Words { zh: joined(|words| &words.zh, "，"), en: joined(|words| &words.en, ", ") }
}

/// An amount that may be negative.
fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}", Money::from_fen(fen.saturating_abs()))
}

fn signed_fen(text: &str) -> i64 {
    let amount = fen(text.trim_start_matches('-'));
    if text.starts_with('-') { amount.saturating_neg() } else { amount }
}

fn told(groups: Vec<(Group, i64)>) -> Vec<Group> {
    let with_mean = |(group, sum): (Group, i64)| {
        let touched = i64::try_from(group.touched()).unwrap_or(i64::MAX);
        Group { mean: yuan(sum.checked_div(touched).unwrap_or_default()), ..group }
    };
    let mut groups: Vec<Group> = groups.into_iter().filter(|(group, _)| group.touched() > 0).map(with_mean).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.touched()));
    groups
}

fn count_reason(reasons: &mut Vec<Reason>, touched: &Touched) {
    let Some((programme, before, after)) = &touched.why else { return };
    let is_same =
        |reason: &&mut Reason| reason.programme == *programme && reason.before == *before && reason.after == *after;
    match reasons.iter_mut().find(is_same) {
        Some(reason) => reason.people = reason.people.saturating_add(1),
        None => {
            let (programme, before, after) = (programme.clone(), before.clone(), after.clone());
            reasons.push(Reason { programme, before, after, people: 1 });
        }
    }
}
