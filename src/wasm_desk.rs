//! What the officer's desk asks in JavaScript, beside what the page asks. The page's module has none of it: only a build
//! with the feature `desk` exports these. Texts come and answers go as JSON text.

use crate::calendar::Date;
use crate::json::problem::Problem;
use crate::json::{self, Json};
use crate::officer::cases::{self, differences};
use crate::officer::check::{Checked, problems, problems_of_cases, warnings_of};
use crate::officer::cohort;
use crate::officer::edits::edits;
use crate::officer::notice::{Lang, Notice, Notices};
use crate::officer::sheet::{self, Files, fault::Fault};
use crate::officer::{coverage, diff, encoding, facts, mutate, population, pretty, schema, template};
use crate::policy::catalogue::Catalogue;
use crate::wasm::{to_json, with_catalogue, with_catalogue_mut};
use crate::words::Words;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// What is said of a file.
#[derive(Serialize)]
struct CheckedFile {
    region: Option<String>,
    problems: Vec<Notice>,
    warnings: Vec<Notice>,
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or(Date::LAST)
}

/// A catalogue with the file, where it is good.
fn with(text: &str) -> (Catalogue, Option<String>) {
    let mut catalogue = with_catalogue(Clone::clone);
    let report = catalogue.add(&[text]).into_iter().next();
    (catalogue, report.filter(|report| report.problems.is_empty()).and_then(|report| report.region))
}

fn cases_of(text: &str) -> Vec<cases::Case> {
    cases::read(text).unwrap_or_default()
}

fn tree(text: &str) -> Json {
    json::parse(text).unwrap_or(Json::Null)
}

/// Takes a file in, and tells its problems, else its warnings. `cases` is empty where they are not to be looked at.
#[wasm_bindgen]
pub fn check(text: &str, cases: &str, today: &str) -> Result<String, JsError> {
    let report = with_catalogue_mut(|catalogue| catalogue.add(&[text])).into_iter().next();
    let Some(report) = report else { return to_json(&()) };
    let problems = problems(text, &report);
    let warnings = match &report.region {
        Some(region) if problems.is_empty() => {
            let cases = (!cases.is_empty()).then_some(cases);
            let checked = Checked { text, cases, folder: None, today: day(today) };
            with_catalogue(|catalogue| warnings_of(&checked, region, catalogue))
        }
        _ => Vec::new(),
    };
    to_json(&CheckedFile { region: report.region, problems, warnings })
}

/// A worked case with what differs.
#[derive(Serialize)]
struct RunCase {
    title: Words,
    differences: Vec<cases::Difference>,
}

/// What became of worked cases.
#[derive(Serialize)]
struct RunCases {
    problems: Vec<Notice>,
    cases: Vec<RunCase>,
}

/// Works every case.
#[wasm_bindgen(js_name = runCases)]
pub fn run_cases(text: &str, cases: &str) -> Result<String, JsError> {
    let (catalogue, _) = with(text);
    let run = |case: cases::Case| RunCase { differences: differences(&case, &catalogue), title: case.title };
    let told = RunCases { problems: problems_of_cases(cases), cases: cases_of(cases).into_iter().map(run).collect() };
    to_json(&told)
}

/// What worked cases reach.
#[wasm_bindgen]
pub fn coverage(text: &str, cases: &str) -> Result<String, JsError> {
    let (catalogue, region) = with(text);
    let file = catalogue.files().find(|file| Some(&file.region) == region.as_ref());
    let covered = file.map(|file| coverage::coverage(file, &tree(text), &cases_of(cases), &catalogue));
    to_json(&covered.unwrap_or_default())
}

/// What no worked case notices.
#[wasm_bindgen]
pub fn mutate(text: &str, cases: &str) -> Result<String, JsError> {
    let (catalogue, _) = with(text);
    to_json(&mutate::mutate(&tree(text), &cases_of(cases), &catalogue))
}

/// What a change does to whom.
#[wasm_bindgen]
pub fn diff(old: &str, new: &str, cases: &str, people: usize, today: &str) -> Result<String, JsError> {
    let ((before, old_region), (after, new_region)) = (with(old), with(new));
    let region = new_region.or(old_region).unwrap_or_default();
    let people = population::population(&region, people, 1, day(today), &after);
    let (old, new) = (tree(old), tree(new));
    let old = diff::Version { tree: &old, catalogue: &before };
    let new = diff::Version { tree: &new, catalogue: &after };
    to_json(&diff::diff(&region, old, new, &cases_of(cases), &people))
}

/// The JSON Schema of a policy.
#[wasm_bindgen]
pub fn schema() -> String {
    schema::schema().to_string()
}

/// A new place like another.
#[wasm_bindgen(js_name = newLike)]
pub fn new_like(model: &str, code: &str, zh: &str, en: &str) -> String {
    template::like(&tree(model), code, &Words { zh: zh.to_owned(), en: en.to_owned() })
}

/// The same JSON as people write it; the text as it is where it is no JSON.
#[wasm_bindgen]
pub fn pretty(text: &str) -> String {
    json::parse(text).map_or_else(|_| text.to_owned(), |tree| pretty::pretty(&tree))
}

/// The rules and cases as a workbook; the message of an error is its list of faults.
#[wasm_bindgen(js_name = sheetOut)]
pub fn sheet_out(text: &str, cases: &str) -> Result<Vec<u8>, JsError> {
    let files = Files { policy: text.to_owned(), cases: cases.to_owned() };
    sheet::export(&files).map_err(|faults| JsError::new(&to_json(&faults).unwrap_or_default()))
}

/// What a workbook made of the rules and cases, or why it could not be read.
#[derive(Serialize)]
struct ReadSheet {
    policy: Option<String>,
    cases: Option<String>,
    /// How many places differ.
    changes: usize,
    faults: Vec<Fault>,
}

/// What was changed in a workbook.
#[wasm_bindgen(js_name = sheetIn)]
pub fn sheet_in(text: &str, cases: &str, workbook: &[u8]) -> Result<String, JsError> {
    let files = Files { policy: text.to_owned(), cases: cases.to_owned() };
    to_json(&match sheet::import(&files, workbook) {
        Ok(new) => ReadSheet {
            changes: edits(&tree(text), &tree(&new.policy))
                .len()
                .saturating_add(edits(&tree(cases), &tree(&new.cases)).len()),
            policy: Some(new.policy),
            cases: Some(new.cases),
            faults: Vec::new(),
        },
        Err(faults) => ReadSheet { policy: None, cases: None, changes: 0, faults },
    })
}

/// What a key of a table means.
#[wasm_bindgen]
pub fn meaning(fact: &str, key: &str) -> Result<String, JsError> {
    to_json(&facts::meaning(fact, key))
}

/// A file's bytes as text, or what they are.
#[derive(Serialize)]
struct Decoded<'a> {
    text: Option<&'a str>,
    why: Option<Words>,
}

/// A file's bytes as text, or what they seem to be.
#[wasm_bindgen]
pub fn decode(bytes: &[u8]) -> Result<String, JsError> {
    to_json(&match encoding::text(bytes) {
        Ok(text) => Decoded { text: Some(text), why: None },
        Err(why) => Decoded { text: None, why: Some(why) },
    })
}

thread_local! {
    /// The population that is being settled here.
    static COHORT: RefCell<Option<Cohort>> = const { RefCell::new(None) };
}

/// A part of a population.
struct Cohort {
    before: Catalogue,
    after: Option<Catalogue>,
    description: cohort::Description,
    tally: cohort::Tally,
}

impl Cohort {
    fn policies(&self) -> cohort::Policies<'_> {
        cohort::Policies { before: &self.before, after: self.after.as_ref() }
    }
}

/// The description that a region begins with.
#[wasm_bindgen(js_name = cohortExample)]
pub fn cohort_example(region: &str) -> String {
    cohort::example(region)
}

/// Begins a population under a policy's text, and under another one where it is not empty. Gives how many people there are
/// and what is wrong with the description.
#[wasm_bindgen(js_name = cohortBegin)]
pub fn cohort_begin(described: &str, before: &str, after: &str) -> Result<String, JsError> {
    let (before, _) = with(before);
    let after = (!after.is_empty()).then(|| with(after).0);
    match cohort::read(described, &before) {
        Ok(description) => {
            let (people, tally) = (description.people, cohort::Tally::new(&description));
            COHORT.set(Some(Cohort { before, after, description, tally }));
            to_json(&Begun { people, problems: Vec::new() })
        }
        Err(problems) => to_json(&Begun { people: 0, problems: notices(described, &problems) }),
    }
}

/// How a population begins.
#[derive(Serialize)]
struct Begun {
    people: u64,
    problems: Vec<Notice>,
}

fn notices(text: &str, problems: &[Problem]) -> Vec<Notice> {
    let notices = Notices::of(text);
    problems.iter().map(|problem| notices.problem(problem)).collect()
}

/// Settles the residents of these numbers, and gives what a resident was refused for.
#[wasm_bindgen(js_name = cohortCount)]
pub fn cohort_count(from: u32, to: u32) -> Result<String, JsError> {
    COHORT.with_borrow_mut(|cohort| {
        let Some(cohort) = cohort else { return to_json(&Vec::<Notice>::new()) };
        let counted = cohort::Run::new(&cohort.description, cohort.policies()).map_err(|problem| vec![problem]);
        let counted = counted.and_then(|mut run| {
            run.count(u64::from(from)..u64::from(to))?;
            Ok(run.into_tally())
        });
        match counted {
            Ok(tally) => {
                cohort.tally.add(tally);
                to_json(&Vec::<Notice>::new())
            }
            Err(problems) => to_json(&notices("", &problems)),
        }
    })
}

/// What was counted so far, for the instance that puts the parts together.
#[wasm_bindgen(js_name = cohortCounted)]
pub fn cohort_counted() -> Vec<u8> {
    COHORT.with_borrow(|cohort| cohort.as_ref().map(|cohort| cohort.tally.to_bytes()).unwrap_or_default())
}

/// Adds what another instance counted.
#[wasm_bindgen(js_name = cohortAdd)]
pub fn cohort_add(bytes: &[u8]) {
    COHORT.with_borrow_mut(|cohort| cohort.iter_mut().for_each(|cohort| cohort.tally.add_bytes(bytes)));
}

/// A report in all its forms.
#[derive(Serialize)]
struct Reported {
    json: String,
    fragment: String,
    page: String,
    style: &'static str,
}

/// The report of what was counted; `lang` is `zh` or `en`.
#[wasm_bindgen(js_name = cohortReport)]
pub fn cohort_report(lang: &str) -> Result<String, JsError> {
    let lang = if lang == "en" { Lang::En } else { Lang::Zh };
    COHORT.with_borrow(|cohort| {
        let Some(cohort) = cohort else { return to_json(&()) };
        let report = cohort::report(&cohort.description, cohort.policies(), &cohort.tally);
        to_json(&Reported {
            json: to_json(&report)?,
            fragment: cohort::fragment(&report, lang),
            page: cohort::page(&report, lang),
            style: cohort::STYLE,
        })
    })
}
