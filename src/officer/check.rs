//! Everything that can be said of a policy file: its problems, else its warnings; and the problems of its cases.

use super::cases;
use super::lint::{Looked, warnings};
use super::notice::{Notice, Notices};
use crate::calendar::Date;
use crate::policy::catalogue::{Catalogue, Lookup, Report};

/// A file to be checked.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// Its text.
    pub text: &'a str,
    /// The text of its worked cases, where they are there.
    pub cases: Option<&'a str>,
    /// The name of its folder, where it has one.
    pub folder: Option<&'a str>,
    /// Today.
    pub today: Date,
}

/// The problems of a report, in words and at their places.
#[must_use]
pub fn problems(text: &str, report: &Report) -> Vec<Notice> {
    if report.problems.is_empty() {
        return Vec::new();
    }
    let notices = Notices::of(text);
    report.problems.iter().map(|problem| notices.problem(problem)).collect()
}

/// The problems of a text of worked cases.
#[must_use]
pub fn problems_of_cases(text: &str) -> Vec<Notice> {
    let Err(problems) = cases::read(text) else { return Vec::new() };
    let notices = Notices::of(text);
    problems.iter().map(|problem| notices.problem(problem)).collect()
}

/// The warnings of a good file that the catalogue holds.
#[must_use]
pub fn warnings_of(checked: &Checked, region: &str, catalogue: &Catalogue) -> Vec<Notice> {
    let file = catalogue.files().find(|file| file.region == region);
    let (Some(file), Lookup::Found(book)) = (file, catalogue.look_up(region)) else { return Vec::new() };
    let notices = Notices::of(checked.text);
    let cases = checked.cases.and_then(|text| cases::read(text).ok());
    warnings(&Looked {
        notices: &notices,
        file,
        book: &book,
        catalogue,
        cases: cases.as_deref(),
        folder: checked.folder,
        today: checked.today,
    })
}
