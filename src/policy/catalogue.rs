//! The policy files that were added. [`Catalogue::add`] is the one way in, for every interface.
//!
//! The core holds no policy. Whoever asks first adds the files of a region's chain; an index may say which regions
//! exist beside those, so that a region that only lacks its files is told apart from one that nobody knows.

use super::book::Book;
use super::books::Books;
use super::coverage::Coverage;
use super::index::{Index, Listed, Rules};
use super::read::{Above, read, region_of};
use super::{PolicyFile, Words};
use crate::hash::sha256;
use crate::json::problem::{Code, Problem};
use crate::option_set::OptionIndex;
use crate::ordered::{Map, map, sorted};
use crate::vocabulary::{OptionNames, Options, TooMany};
use serde::Serialize;
use std::sync::Arc;

/// Files by region.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    files: Map<String, Arc<PolicyFile>>,
    index: Index,
    names: OptionNames,
    /// Regions whose text was left out, with what is wrong first.
    refused: Map<String, String>,
    books: Books,
}

/// What became of one text.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The region it is for, where that can be read.
    pub region: Option<String>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Empty: the file is in force. Otherwise it was left out whole.
    pub problems: Vec<Problem>,
}

/// What a catalogue knows of a region.
#[derive(Debug)]
pub enum Lookup {
    /// Every file of its chain is there.
    Found(Arc<Book>),
    /// The text of this region of its chain was bad and left out, for this reason.
    Refused(String, String),
    /// The index lists it, but these files of its chain were not added.
    NotLoaded(Vec<String>),
    /// The code was abolished: its last name, and the code that took its place where that is known.
    Abolished(String, Option<String>),
    /// Nobody knows it.
    Unknown,
}

impl Lookup {
    /// The book, or the problem of a region that cannot be asked for.
    ///
    /// # Errors
    /// The problem, at the place where the region is named.
    pub fn book_or_problem(self, path: &str, region: &str) -> Result<Arc<Book>, Problem> {
        let (code, args) = match self {
            Lookup::Found(book) => return Ok(book),
            Lookup::Refused(file, reason) => (Code::RefusedRegion, vec![("file", file), ("reason", reason)]),
            Lookup::NotLoaded(missing) => (Code::RegionNotLoaded, vec![("missing", missing.join(", "))]),
            Lookup::Abolished(name, Some(code)) => {
                (Code::AbolishedRegion, vec![("name", name), ("instead", code.clone()), ("successor", code)])
            }
            Lookup::Abolished(name, None) => {
                let instead = "the place that it is part of now".to_owned();
                (Code::AbolishedRegion, vec![("name", name), ("instead", instead)])
            }
            Lookup::Unknown => (Code::UnknownRegion, Vec::new()),
        };
        let args: Vec<(&'static str, &str)> =
            args.iter().map(|(key, text)| (*key, text.as_str())).chain([("region", region)]).collect();
        Err(Problem::new(code, path, &args))
    }
}

impl Catalogue {
    /// Adds each good text, in place of its region's file if there is one. A faulty text is left out whole.
    ///
    /// The reports are in the order of the texts. Regions further up are read first, because lower ones cite their
    /// sources. Two texts for one region are both refused: neither can be said to be the right one.
    pub fn add(&mut self, texts: &[&str]) -> Vec<Report> {
        let order = texts.iter().enumerate().map(|(index, text)| (region_of(text), index)).collect();
        let order: Vec<(Option<String>, usize)> = sorted(order, &Ord::cmp);
        let is_repeated =
            |region: &Option<String>| region.is_some() && order.iter().filter(|(r, _)| r == region).count() > 1;
        let mut reports: Map<usize, Report> = Map::new();
        for (region, index) in &order {
            let Some(text) = texts.get(*index) else { continue };
            let problems = match region {
                Some(code) if is_repeated(region) => {
                    vec![Problem::new(Code::RepeatedRegion, "/region", &[("region", code)])]
                }
                _ => self.add_one(text),
            };
            self.note_refused(region.as_ref(), &problems);
            let read = region.as_ref().filter(|_| problems.is_empty()).and_then(|code| self.files.get(code));
            let sha256 = read.map_or_else(|| sha256(text), |file| file.sha256.clone());
            reports.insert(*index, Report { region: region.clone(), sha256, problems });
        }
        reports.into_iter().map(|(_, report)| report).collect()
    }

    /// Remembers why a region has no file, until it has one: it must not be answered by the rules above it alone.
    fn note_refused(&mut self, region: Option<&String>, problems: &[Problem]) {
        let Some(region) = region else { return };
        match problems.first() {
            Some(first) => self.refused.insert(
                region.clone(),
                [&first.path, ": ", first.message.trim_end_matches('.')].concat().trim_start_matches(": ").to_owned(),
            ),
            None => self.refused.remove(region),
        };
    }

    fn add_one(&mut self, text: &str) -> Vec<Problem> {
        let files = |region: &str| above(&self.files, region);
        let read = read(text, Above { files: &files, names: &mut self.names });
        match read.and_then(|file| self.fits(file)) {
            Ok(file) => {
                self.files.insert(file.region.clone(), Arc::new(file));
                self.books = Books::default();
                Vec::new()
            }
            Err(problems) => problems,
        }
    }

    /// A file, unless it adds more options than there is room for in a region below it.
    fn fits(&self, file: PolicyFile) -> Result<PolicyFile, Vec<Problem>> {
        let below = self.files.keys().filter(|code| ancestry(code).iter().skip(1).any(|above| *above == file.region));
        let lists = |code: &String| {
            let chain = above(&self.files, code).into_iter().chain(self.files.get(code).cloned());
            let others: Vec<_> = chain.filter(|other| other.region != file.region).collect();
            Options::with(others.iter().map(|other| &other.added).chain([&file.added])).err()
        };
        match below.filter_map(lists).next() {
            Some(TooMany(group)) => {
                let args = [("list", group.name()), ("max", &OptionIndex::MOST.to_string())];
                Err(vec![Problem::new(Code::TooManyOptions, format!("/{}", group.name()), &args)])
            }
            None => Ok(file),
        }
    }

    /// Says which regions exist beside those that were added.
    pub fn set_index(&mut self, index: Index) {
        self.index = index;
    }

    /// Which regions exist beside those that were added, as far as somebody said so.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Every region that may be asked for, with its name: those of the index, those with a file, and the districts
    /// that files list.
    #[must_use]
    pub fn regions(&self) -> Map<String, Words> {
        let listed = self.index.regions().map(|(code, listed)| (code.clone(), listed.name.clone()));
        let districts = self.files.values().flat_map(|file| file.districts.iter().cloned());
        let files = self.files.values().map(|file| (file.region.clone(), file.name.clone()));
        map(listed.chain(districts).chain(files))
    }

    /// What holds in a region.
    #[must_use]
    pub fn look_up(&self, region: &str) -> Lookup {
        let ancestors = ancestry(region);
        let is_refused = |code: &&String| self.refused.contains_key(*code) && !self.files.contains_key(*code);
        if let Some((code, reason)) = ancestors.iter().find(is_refused).and_then(|c| Some((c, self.refused.get(c)?))) {
            return Lookup::Refused(code.clone(), reason.clone());
        }
        if !self.lists(region) {
            return match self.index.get(region) {
                Some(Listed { name, rules: Rules::Abolished(successor) }) => {
                    Lookup::Abolished(name.zh.clone(), successor.clone())
                }
                _ => Lookup::Unknown,
            };
        }
        let missing: Vec<String> = self.missing(&ancestors);
        let chain = self.chain(&ancestors);
        // A place without any rule above it is as good as unknown: there is nothing to answer from.
        match (missing.is_empty(), chain.is_empty()) {
            (false, _) => Lookup::NotLoaded(missing),
            (true, true) => Lookup::Unknown,
            (true, false) => Lookup::Found(self.books.of(chain)),
        }
    }

    /// The name of a region that may be asked for.
    #[must_use]
    pub fn name(&self, region: &str) -> Words {
        let file = self.files.get(region).map(|file| &file.name);
        let mut districts = self.files.values().flat_map(|file| &file.districts);
        let district = districts.find(|(code, _)| code == region).map(|(_, name)| name);
        let listed = self.index.get(region).map(|listed| &listed.name);
        file.or(district).or(listed).cloned().unwrap_or_default()
    }

    /// Every file, in the order of the regions.
    pub fn files(&self) -> impl Iterator<Item = &Arc<PolicyFile>> {
        self.files.values()
    }

    /// The files of a region's chain, nearest first, as far as they were added.
    #[must_use]
    pub fn files_of(&self, region: &str) -> Vec<Arc<PolicyFile>> {
        self.chain(&ancestry(region))
    }

    /// Whether every file of a region's chain was added.
    #[must_use]
    pub fn is_loaded(&self, region: &str) -> bool {
        let ancestors = ancestry(region);
        self.lists(region) && self.missing(&ancestors).is_empty() && !self.chain(&ancestors).is_empty()
    }

    /// How near the rules are that answer for a region, added or not.
    #[must_use]
    pub fn coverage(&self, region: &str) -> Coverage {
        let has_file =
            |code: &String| self.files.contains_key(code) || self.index.get(code).is_some_and(Listed::has_file);
        Coverage::of(ancestry(region).iter().filter(|code| has_file(code)))
    }

    fn chain(&self, ancestors: &[String]) -> Vec<Arc<PolicyFile>> {
        ancestors.iter().filter_map(|code| self.files.get(code).cloned()).collect()
    }

    /// Whether a file is for the region or lists it as a district, or the index knows it.
    fn lists(&self, region: &str) -> bool {
        let lists = |file: &Arc<PolicyFile>| file.districts.iter().any(|(code, _)| code == region);
        let is_listed = self.index.get(region).is_some_and(Listed::exists);
        is_listed || self.files.contains_key(region) || self.files.values().any(lists)
    }

    /// The files of a chain that were not added.
    fn missing(&self, ancestors: &[String]) -> Vec<String> {
        let has_file = |code: &&String| self.index.get(code).is_some_and(Listed::has_file);
        ancestors.iter().filter(has_file).filter(|code| !self.files.contains_key(*code)).cloned().collect()
    }
}

/// The files above a region, the furthest first.
fn above(files: &Map<String, Arc<PolicyFile>>, region: &str) -> Vec<Arc<PolicyFile>> {
    ancestry(region).iter().skip(1).rev().filter_map(|code| files.get(code).cloned()).collect()
}

/// A code and its ancestors, nearest first: 370212, 370200, 370000, 000000.
#[must_use]
pub fn ancestry(region: &str) -> Vec<String> {
    let mut codes = vec![region.to_owned()];
    for kept in [4, 2, 0] {
        let above = region.get(..kept).unwrap_or_default();
        let code = [above, "000000".get(above.len()..).unwrap_or_default()].concat();
        if codes.last() != Some(&code) {
            codes.push(code);
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_its_ancestors() {
        assert_eq!(ancestry("370212"), ["370212", "370200", "370000", "000000"]);
        assert_eq!(ancestry("370000"), ["370000", "000000"]);
        assert_eq!(ancestry("000000"), ["000000"]);
    }
}
