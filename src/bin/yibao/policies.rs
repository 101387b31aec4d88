//! Which policies a command answers by.

use crate::files::{self, PolicyText, Unread};
use crate::{Trouble, shipped};
use std::path::Path;
use yibao::officer::check;
use yibao::officer::notice::{Lang, Notice};
use yibao::policy::catalogue::{Catalogue, Report};
use yibao::policy::read::region_of;

/// Which policies to answer by.
#[derive(Clone, Copy, Default)]
pub enum Policies<'a> {
    /// Those that the program was built with.
    #[default]
    Shipped,
    /// Those of a folder.
    Only(&'a str),
    /// The shipped ones, and those of a folder beside them or in their place.
    ShippedAnd(&'a str),
}

impl Policies<'_> {
    /// Whether no folder was named.
    pub fn is_shipped(self) -> bool {
        matches!(self, Policies::Shipped)
    }

    /// The catalogue, and whether a file was bad; problems go to standard error.
    pub fn load(self, lang: Lang) -> Result<(Catalogue, bool), Trouble> {
        let Added { mut catalogue, bad, .. } = match self {
            Policies::Shipped => Added { catalogue: shipped::catalogue(), files: Vec::new(), bad: false },
            Policies::Only(dir) => added_to(dir, Catalogue::default(), lang)?,
            Policies::ShippedAnd(dir) => added_to(dir, shipped::catalogue(), lang)?,
        };
        catalogue.set_index(shipped::places());
        Ok((catalogue, bad))
    }
}

/// Policies of a path that were added to a catalogue.
pub struct Added {
    /// What is in force.
    pub catalogue: Catalogue,
    /// The files that could be read as text, with the region that each is for.
    pub files: Vec<(PolicyText, Option<String>)>,
    /// Whether a file was bad.
    pub bad: bool,
}

/// Adds the policies of a path by themselves, or to the shipped ones where the path does not hold the whole country's.
pub fn added(path: &str, lang: Lang) -> Result<Added, Trouble> {
    let found = files::policies(path)?;
    let has_country = found.0.iter().any(|file| region_of(&file.text).as_deref() == Some("000000"));
    let base = if has_country { Catalogue::default() } else { shipped::catalogue() };
    Ok(take_in(found, base, lang))
}

/// Adds the policies of a path to those of a catalogue, each in the place of its region's.
pub fn added_to(path: &str, catalogue: Catalogue, lang: Lang) -> Result<Added, Trouble> {
    Ok(take_in(files::policies(path)?, catalogue, lang))
}

fn take_in((files, unread): (Vec<PolicyText>, Vec<Unread>), mut catalogue: Catalogue, lang: Lang) -> Added {
    let mut bad = !unread.is_empty();
    for file in &unread {
        eprintln!("{}: {}: {}", file.path.display(), whole(lang), lang.of(&file.why));
    }
    let texts: Vec<&str> = files.iter().map(|file| file.text.as_str()).collect();
    let reports = catalogue.add(&texts);
    for (file, report) in files.iter().zip(&reports) {
        for notice in check::problems(&file.text, report) {
            bad = true;
            eprintln!("{}{}", shown(&file.path, &notice, lang), twins(&notice, file, report, (&files, &reports)));
        }
    }
    let files = files.into_iter().zip(reports.into_iter().map(|report| report.region)).collect();
    Added { catalogue, files, bad }
}

/// Of two files for one region: the other ones.
fn twins(notice: &Notice, file: &PolicyText, report: &Report, (files, reports): (&[PolicyText], &[Report])) -> String {
    if notice.code != "repeated_region" {
        return String::new();
    }
    let of_region = files.iter().zip(reports).filter(|(_, other)| other.region == report.region);
    let others =
        of_region.filter(|(other, _)| other.path != file.path).map(|(other, _)| other.path.display().to_string());
    format!(" ({})", others.collect::<Vec<_>>().join(", "))
}

fn whole(lang: Lang) -> &'static str {
    lang.pick("（整个文件）", "(whole file)")
}

/// `file: /pointer: line 3, column 5 (/with/ids): message help`.
pub fn shown(path: &Path, notice: &Notice, lang: Lang) -> String {
    let pointer = if notice.path.is_empty() { whole(lang) } else { &notice.path };
    let (line, column) = (notice.place.line, notice.place.column);
    let place = match lang {
        Lang::Zh => format!("第{line}行第{column}列"),
        Lang::En => format!("line {line}, column {column}"),
    };
    let ids = if notice.at == notice.path { String::new() } else { format!(" ({})", notice.at) };
    format!("{}: {pointer}: {place}{ids}: {}", path.display(), notice.text(lang))
}
