//! The policy files on file: those compiled in, and those an embedder added.

use super::book::Book;
use super::read::{read, region_of, sha256};
use super::{PolicyFile, Words};
use crate::digits::zeros;
use crate::json::told::told;
use crate::lists::Gather;
use crate::problem::Problem;
use crate::sorted::{SortedMap, sorted_by};
use std::sync::Arc;

include!(concat!(env!("OUT_DIR"), "/built_in_policies.rs"));

/// Files by region.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    files: SortedMap<String, Arc<PolicyFile>>,
}

/// What became of one text.
#[derive(Debug)]
pub struct Report {
    /// The region it is for, where that can be read.
    pub region: Option<String>,
    /// Of its bytes.
    pub sha256: String,
    /// None: it is in force. Otherwise it was left out whole.
    pub problems: Vec<Problem>,
}

told! { Report { region, sha256, problems } }

impl Catalogue {
    /// The files of `policies/` as they were compiled in, each with its path.
    #[must_use]
    pub fn built_in_texts() -> &'static [(&'static str, &'static str)] {
        BUILT_IN
    }

    /// The files compiled in. A faulty one would be left out; a test sees to it that none is.
    #[must_use]
    pub fn built_in() -> Catalogue {
        let mut catalogue = Catalogue::default();
        let texts: Vec<&str> = BUILT_IN.iter().map(|(_, text)| *text).gather();
        catalogue.add(&texts);
        catalogue
    }

    /// Adds each good text or puts it in the place of its region's file; a faulty one is left out whole.
    /// The reports are in the order of the texts. Regions further up are read first, because lower ones cite their sources.
    pub fn add(&mut self, texts: &[&str]) -> Vec<Report> {
        let regions = texts.iter().enumerate().map(|(place, text)| (region_of(text), place)).gather();
        let mut reports: SortedMap<usize, Report> = SortedMap::default();
        for (region, place) in sorted_by(regions, &Ord::cmp) {
            let Some(text) = texts.get(place) else { continue };
            reports.insert(place, Report { region, sha256: sha256(text), problems: self.add_one(text) });
        }
        reports.into_values().gather()
    }

    /// Files that are good already.
    pub(super) fn of(files: Vec<Arc<PolicyFile>>) -> Catalogue {
        let mut catalogue = Catalogue::default();
        for file in files {
            catalogue.files.insert(file.region.clone(), file);
        }
        catalogue
    }

    pub(super) fn files(&self) -> Vec<Arc<PolicyFile>> {
        self.files.values().cloned().gather()
    }

    fn add_one(&mut self, text: &str) -> Vec<Problem> {
        let read = read(text, &|region| self.inherited_sources(region));
        match read {
            Ok(file) => {
                self.files.insert(file.region.clone(), Arc::new(file));
                Vec::new()
            }
            Err(problems) => problems,
        }
    }

    fn inherited_sources(&self, region: &str) -> Vec<String> {
        let above = ancestry(region).into_iter().skip(1).filter_map(|code| self.files.get(code.as_str()));
        above.flat_map(|file| file.sources.iter().map(|source| source.id.clone())).gather()
    }

    /// Every region that may be asked for, with its name: those with a file and the districts that files list.
    #[must_use]
    pub fn regions(&self) -> Vec<(String, Words)> {
        let mut regions: SortedMap<String, Words> = SortedMap::default();
        for file in self.files.values() {
            for (code, name) in &file.districts {
                regions.insert(code.clone(), name.clone());
            }
        }
        for file in self.files.values() {
            regions.insert(file.region.clone(), file.name.clone());
        }
        regions.into_entries()
    }

    /// What holds in a region; none where it may not be asked for.
    #[must_use]
    pub fn book(&self, region: &str) -> Option<Book> {
        let listed = self.files.get(region).is_some()
            || self.files.values().any(|file| file.districts.iter().any(|(code, _)| code == region));
        let chain = ancestry(region).into_iter().filter_map(|code| self.files.get(code.as_str()).cloned());
        listed.then(|| Book::new(region, chain.gather()))
    }
}

/// A code and its ancestors, nearest first: 370212, 370200, 370000, 000000.
#[must_use]
pub fn ancestry(region: &str) -> Vec<String> {
    let mut codes = vec![region.to_owned()];
    for kept in [4, 2, 0] {
        let above = region.get(..kept).unwrap_or_default();
        let code = [above, zeros(above, 6)].concat();
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

    #[test]
    fn every_file_compiled_in_is_good() {
        let mut catalogue = Catalogue::default();
        let texts: Vec<&str> = BUILT_IN.iter().map(|(_, text)| *text).collect();
        for ((path, _), report) in BUILT_IN.iter().zip(catalogue.add(&texts)) {
            assert_eq!(report.problems, [], "{path}");
        }
    }
}
