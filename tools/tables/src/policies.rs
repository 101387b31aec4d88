//! The policies that tables are settled by: those of the checkout at the time of building, or of a folder.

use crate::Result;
use include_dir::{Dir, include_dir};
use std::path::Path;
use yibao::policy::catalogue::Catalogue;
use yibao::policy::index::Index;

static POLICIES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../policies");

/// The shipped policies.
#[must_use]
pub fn shipped() -> Catalogue {
    let mut catalogue = with_places();
    let mut folders: Vec<&Dir> = POLICIES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    let text = |folder: &&'static Dir| folder.get_file(folder.path().join("policy.json"))?.contents_utf8();
    catalogue.add(&folders.iter().filter_map(text).collect::<Vec<_>>());
    catalogue
}

/// The policies of a folder of folders alone, or in place of the shipped ones for their regions.
///
/// # Errors
/// Every problem of every file.
#[allow(clippy::disallowed_methods, reason = "this program reads files; the core does not")]
pub fn of_folder(folder: &Path, beside_shipped: bool) -> Result<Catalogue> {
    let catalogue = if beside_shipped { shipped() } else { with_places() };
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let file = entry?.path().join("policy.json");
        if file.is_file() {
            texts.push(std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?);
        }
    }
    texts.sort();
    added(catalogue, &texts)
}

/// Adds policies.
///
/// # Errors
/// Every problem of every text.
pub fn added(mut catalogue: Catalogue, texts: &[String]) -> Result<Catalogue> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let reports = catalogue.add(&texts);
    let told = reports.iter().flat_map(|report| {
        let region = report.region.clone().unwrap_or_default();
        report
            .problems
            .iter()
            .map(move |problem| format!("{region}: {}: {} {}", problem.path, problem.message, problem.help))
    });
    let problems: Vec<String> = told.collect();
    if problems.is_empty() { Ok(catalogue) } else { Err(problems.join("\n").into()) }
}

fn with_places() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let text = POLICIES.get_file("places.json").and_then(|file| file.contents_utf8());
    catalogue.set_index(text.and_then(Index::read_places).unwrap_or_default());
    catalogue
}
