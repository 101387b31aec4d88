//! Warnings: what a file may say, but hardly means. A file accepts one with a reason under `accepted`.

mod bands;
mod bases;
mod caps;
mod codes;
mod conditions;
mod documents;
mod numbers;
mod order;
mod replacements;
mod rows;

use super::cases::Case;
use super::notice::{Notice, Notices};
use crate::calendar::Date;
use crate::json::Json;
use crate::json::problem::pointer;
use crate::policy::book::Book;
use crate::policy::catalogue::Catalogue;
use crate::policy::{PolicyFile, Programme, Value};
use crate::words::Words;

pub(super) use conditions::conditions;

/// What is looked at.
pub struct Looked<'a> {
    /// The text's places and tree.
    pub notices: &'a Notices<'a>,
    /// The file, read.
    pub file: &'a PolicyFile,
    /// What holds in its region.
    pub book: &'a Book,
    /// The other regions.
    pub catalogue: &'a Catalogue,
    /// Its worked cases, where they are there.
    pub cases: Option<&'a [Case]>,
    /// The name of its folder, where it has one.
    pub folder: Option<&'a str>,
    /// Today.
    pub today: Date,
}

/// What the lints found so far.
pub(super) struct Found<'a> {
    looked: &'a Looked<'a>,
    notices: Vec<Notice>,
}

impl Found<'_> {
    /// Adds a warning: what is the matter, and why that is one.
    fn warn(&mut self, code: &'static str, path: &str, matter: [String; 2], why: [&str; 2]) {
        let words = |[zh, en]: [String; 2]| Words { zh, en };
        let notice = self.looked.notices.warning(code, path, words(matter), words(why.map(str::to_owned)));
        self.notices.push(notice);
    }
}

/// Every warning that the file does not accept, and every acceptance that it no longer needs.
#[must_use]
pub fn warnings(looked: &Looked) -> Vec<Notice> {
    let mut found = Found { looked, notices: Vec::new() };
    conditions::look(&mut found);
    replacements::look(&mut found);
    bands::look(&mut found);
    caps::look(&mut found);
    bases::look(&mut found);
    order::look(&mut found);
    numbers::look(&mut found);
    rows::look(&mut found);
    documents::look(&mut found);
    codes::look(&mut found);
    let (open, needless) = without_accepted(looked, found.notices);
    let mut found = Found { looked, notices: open };
    for place in needless {
        found.warn(
            "needless_acceptance",
            &pointer("/accepted", &place.to_string()),
            [
                "这条提醒已经没有了，不用再接受。".to_owned(),
                "This accepts a warning that is no longer given.".to_owned(),
            ],
            ["请删去这一条，免得以后遮住别的问题。", "Remove it, so that it hides nothing later."],
        );
    }
    found.notices
}

/// The warnings that nothing accepts, and the places of acceptances that accept nothing.
fn without_accepted(looked: &Looked, found: Vec<Notice>) -> (Vec<Notice>, Vec<usize>) {
    let accepted = looked.notices.tree().items_of("accepted");
    let accepts = |entry: &Json, notice: &Notice| {
        let at = entry.text_of("at");
        let is_at = notice.at == at || notice.at.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'));
        entry.text_of("warning") == notice.code && is_at
    };
    let is_needless = |(_, entry): &(usize, &Json)| !found.iter().any(|notice| accepts(entry, notice));
    let needless = accepted.iter().enumerate().filter(is_needless).map(|(place, _)| place).collect();
    let is_open = |notice: &Notice| !accepted.iter().any(|entry| accepts(entry, notice));
    (found.into_iter().filter(is_open).collect(), needless)
}

/// The steps of the programme that a pointer leads to, as the text has them.
fn steps<'t>(tree: &'t Json, path: &str) -> &'t [Json] {
    tree.at(path).map_or(&[], |programme| programme.items_of("benefit"))
}

/// Every programme of the file with the pointer to it.
pub(super) fn programmes(file: &PolicyFile) -> impl Iterator<Item = (String, &Programme)> {
    let numbered = file.programmes.iter().enumerate();
    numbered.map(|(place, programme)| (pointer("/programmes", &place.to_string()), programme))
}

/// The pointer to a version of a value, under that to its programme.
fn version_at(programme: &str, value: &Value, place: usize) -> String {
    format!("{}/versions/{place}", pointer(&format!("{programme}/values"), &value.name))
}
