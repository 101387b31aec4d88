//! What answers say of the worked cases where something is open, as it was when somebody last looked (`tests/ranges/`). A range
//! that holds every completion may still get wider, or a question be lost: other tests would not notice.
//!
//! A line is an answer: the case, what was left open, what is paid (lowest, likely, highest, typical), whether that is tight, and what is
//! missing. Of the pages of mechanisms every fact of a case is left open, one alone and all together, and so is every number
//! of the policy; of the shipped places all facts together.
//!
//! Where a change is meant, `YIBAO_WRITE=1 cargo test --test native ranges_on_file` writes the files anew: read what changed.
#![allow(clippy::disallowed_methods, reason = "the answers on file are files")]

use crate::support::fragment::{Page, cases_file, pages, policy_file};
use crate::support::{catalogue, setting, shipped};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use yibao::api::wire::{Answer, Estimate};
use yibao::policy::catalogue::Catalogue;

/// Of each page, so many cases have their facts left open one by one.
const CASES: usize = 2;

/// Of each shipped place, so many cases.
const OF_A_PLACE: usize = 6;

/// Where a request holds something that may be left open.
type Path = Vec<String>;

/// The facts of a request, each with its place, and the days of its items.
fn facts(request: &Value) -> Vec<Path> {
    let mut found = Vec::new();
    let mut add = |at: &Value, path: &[&str]| {
        for name in at.as_object().into_iter().flat_map(|members| members.keys()).filter(|name| *name != "scheme") {
            found.push(path.iter().copied().chain([name.as_str()]).map(str::to_owned).collect());
        }
    };
    add(&request["facts"], &["facts"]);
    for (place, expense) in request["expenses"].as_array().into_iter().flatten().enumerate() {
        let place = place.to_string();
        add(&expense["facts"], &["expenses", &place, "facts"]);
        for (nth, item) in expense["items"].as_array().into_iter().flatten().enumerate() {
            if let Some(days) = item.get("days") {
                add(&json!({"days": days}), &["expenses", &place, "items", &nth.to_string()]);
            }
        }
    }
    found
}

/// The request without them: nobody knows them.
fn without(request: &Value, paths: &[Path]) -> Value {
    let mut request = request.clone();
    for path in paths {
        let pointer: String = path.iter().map(|part| format!("/{part}")).collect();
        *request.pointer_mut(&pointer).unwrap() = Value::Null;
    }
    request
}

/// Every number of a page's policy, as a policy in which it is not published: within a fifth of what it is.
fn unpublished(page: &Page) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for (place, programme) in page.fragment["programmes"].as_array().unwrap().iter().enumerate() {
        for (name, value) in programme["values"].as_object().into_iter().flatten() {
            let Some(number) = value["value"].as_str().filter(|_| value["unit"] != "count") else { continue };
            let mut fragment = page.fragment.clone();
            fragment["programmes"][place]["values"][name]["value"] = json!({"unpublished": around(number)});
            found.push((name.clone(), fragment));
        }
    }
    found
}

/// A fifth less and a fifth more, a rate at most 1.
fn around(number: &str) -> Value {
    let digits: i64 = number.replace('.', "").parse().unwrap();
    let places = number.split_once('.').map_or(0, |(_, places)| places.len());
    let most = if number.starts_with("0.") || number == "1" {
        10_i64.pow(u32::try_from(places).unwrap()) * 10
    } else {
        i64::MAX
    };
    // One place more, so that a fifth of it can be said.
    let text = |tenths: i64| {
        let scale = 10_i64.pow(u32::try_from(places + 1).unwrap());
        format!("{}.{:0width$}", tenths / scale, tenths % scale, width = places + 1)
    };
    let cut =
        |text: String| if places >= 2 && !number.starts_with("0.") { text[..text.len() - 1].to_owned() } else { text };
    json!({"low": cut(text(digits * 8)), "high": cut(text((digits * 12).min(most)))})
}

fn answer_to(request: &Value, catalogue: &Catalogue) -> Option<Estimate> {
    match yibao::api::estimate(&request.to_string(), &[], catalogue) {
        Answer::Estimate(answer) => Some(*answer),
        Answer::Failure(_) => None,
    }
}

fn line(case: &str, open: &str, answer: &Estimate) -> String {
    let paid = &answer.totals.paid;
    let likely = paid.likely.as_ref().map_or("?".to_owned(), ToString::to_string);
    let typical = paid.typical.as_ref().map_or(String::new(), |of| format!(" typical {}..{}", of.low, of.high));
    let tight = if answer.tight { "tight" } else { "not tight" };
    let missing: BTreeSet<String> =
        answer.programmes.iter().flat_map(|of| of.missing.iter().map(ToString::to_string)).collect();
    let missing: Vec<String> = missing.into_iter().collect();
    format!("{case} | {open} | {}..{likely}..{}{typical} | {tight} | {}\n", paid.low, paid.high, missing.join(" "))
}

fn of_page(page: &Page) -> String {
    let mut lines = format!("# {}\n", page.name);
    let with = |fragment: &Value| {
        let mut catalogue = Catalogue::default();
        catalogue.add(&[&policy_file(fragment).to_string()]);
        catalogue
    };
    let plain = with(&page.fragment);
    let cases = cases_file(page.cases.as_array().unwrap());
    for (number, case) in cases.iter().enumerate() {
        let request = &case["request"];
        let name = format!("{}", number + 1);
        let facts = facts(request);
        if let Some(answer) = answer_to(&without(request, &facts), &plain) {
            lines += &line(&name, "all facts", &answer);
        }
        for path in facts.iter().filter(|_| number < CASES) {
            if let Some(answer) = answer_to(&without(request, std::slice::from_ref(path)), &plain) {
                lines += &line(&name, &path.join("/"), &answer);
            }
        }
    }
    for (value, fragment) in unpublished(page) {
        let catalogue = with(&fragment);
        for (number, case) in cases.iter().enumerate().take(CASES) {
            if let Some(answer) = answer_to(&case["request"], &catalogue) {
                lines += &line(&format!("{}", number + 1), &value, &answer);
            }
        }
    }
    lines
}

fn of_place(folder: &str, text: &str) -> String {
    let tree: Value = serde_json::from_str(text).unwrap();
    let mut lines = format!("# {folder}\n");
    let cases = tree["cases"].as_array().unwrap();
    // Spread over the whole file.
    let step = cases.len().div_ceil(OF_A_PLACE).max(1);
    for (number, case) in cases.iter().enumerate().step_by(step) {
        let request = &case["request"];
        if let Some(answer) = answer_to(&without(request, &facts(request)), catalogue()) {
            lines += &line(&format!("{}", number + 1), "all facts", &answer);
        }
    }
    lines
}

/// Compares with the file, or writes it.
fn compare(name: &str, now: &str) {
    let file = format!("tests/ranges/{name}.txt");
    if setting("YIBAO_WRITE", 0) == 1 {
        fs::create_dir_all("tests/ranges").unwrap();
        fs::write(&file, now).unwrap();
    }
    let on_file = fs::read_to_string(&file).unwrap_or_default();
    let (mut heading, mut found) = ("", Vec::new());
    for (was, is) in on_file.lines().zip(now.lines()) {
        heading = if is.starts_with('#') { is } else { heading };
        if was != is {
            found.push(format!("{heading}\n  was {was}\n  is  {is}"));
        }
    }
    let count = found.len() + on_file.lines().count().abs_diff(now.lines().count());
    let shown = found.iter().take(10).cloned().collect::<Vec<_>>().join("\n");
    assert!(count == 0, "{count} answers are others than in {file}\n{shown}");
}

fn compare_pages(first: char) {
    let pages = pages();
    let of_these = pages.iter().filter(|page| page.name.starts_with(first));
    compare(&format!("mechanisms-{first}"), &of_these.map(of_page).collect::<String>());
}

fn compare_places(name: &str, is_wanted: impl Fn(&str) -> bool) {
    let places = shipped::files("cases.json").into_iter().filter(|(folder, _)| is_wanted(folder));
    compare(name, &places.map(|(folder, text)| of_place(folder, text)).collect::<String>());
}

#[test]
fn answers_of_the_first_mechanisms_are_those_on_file() {
    compare_pages('0');
}

#[test]
fn answers_of_mechanisms_from_10_on_are_those_on_file() {
    compare_pages('1');
}

#[test]
fn answers_of_mechanisms_from_20_on_are_those_on_file() {
    compare_pages('2');
    compare_pages('3');
}

#[test]
fn answers_of_the_east_are_those_on_file() {
    compare_places("places-east", |folder| folder.starts_with('3'));
}

#[test]
fn answers_of_other_places_are_those_on_file() {
    compare_places("places", |folder| !folder.starts_with('3'));
}
