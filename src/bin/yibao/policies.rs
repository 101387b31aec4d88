//! Policies from folders, and commands about them: `check` and `cases`.

use crate::{Trouble, cases, shipped, utf8};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yibao::policy::catalogue::Catalogue;

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
    pub fn load(self) -> Result<(Catalogue, bool), Trouble> {
        let (mut catalogue, bad) = match self {
            Policies::Shipped => (shipped::catalogue(), false),
            Policies::Only(dir) => add(dir, Catalogue::default())?,
            Policies::ShippedAnd(dir) => add(dir, shipped::catalogue())?,
        };
        catalogue.set_index(shipped::places());
        Ok((catalogue, bad))
    }
}

/// Adds the policies of a folder.
fn add(dir: &str, mut catalogue: Catalogue) -> Result<(Catalogue, bool), Trouble> {
    let files = texts(dir, "policy.json")?;
    let contents: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
    let mut bad = false;
    for ((path, _), report) in files.iter().zip(catalogue.add(&contents)) {
        for problem in &report.problems {
            bad = true;
            eprintln!("{}: {}: {} {}", path.display(), shown(&problem.path), problem.message, problem.help);
        }
    }
    Ok((catalogue, bad))
}

fn shown(pointer: &str) -> &str {
    if pointer.is_empty() { "(whole file)" } else { pointer }
}

/// Every problem of a folder's policies.
pub fn check(dir: &str) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = add(dir, Catalogue::default())?;
    if bad {
        return Ok(ExitCode::from(2));
    }
    println!("yibao check: {} regions, no problems", catalogue.regions().len());
    Ok(ExitCode::SUCCESS)
}

/// Every worked case of a folder that does not hold.
pub fn run_cases(dir: &str) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = add(dir, Catalogue::default())?;
    let (mut held, mut failed) = (0u32, 0u32);
    for (path, text) in texts(dir, "cases.json")? {
        let cases = cases::read(&text).map_err(|what| Trouble::Io(path.clone(), io::Error::other(what)))?;
        for case in cases {
            let differences = cases::differences(&case, &catalogue);
            if differences.is_empty() {
                held = held.saturating_add(1);
                continue;
            }
            failed = failed.saturating_add(1);
            println!("{}: {}", path.display(), case.title);
            differences.iter().for_each(|difference| println!("    {difference}"));
        }
    }
    println!("yibao cases: {held} hold, {failed} do not");
    Ok(match (bad, failed) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::FAILURE,
    })
}

/// Every file of this name in the folders of a folder, or in it.
#[allow(clippy::disallowed_methods, reason = "the command line reads the files that the core must not")]
fn texts(dir: &str, name: &str) -> Result<Vec<(PathBuf, String)>, Trouble> {
    let root = Path::new(dir);
    let trouble = |path: &Path| {
        let path = path.to_owned();
        move |error| Trouble::Io(path, error)
    };
    let mut paths = vec![root.join(name)];
    for entry in fs::read_dir(root).map_err(trouble(root))? {
        paths.push(entry.map_err(trouble(root))?.path().join(name));
    }
    paths.retain(|path| path.is_file());
    paths.sort();
    if paths.is_empty() {
        return Err(Trouble::Usage(format!("no {name} in {dir}")));
    }
    paths.into_iter().map(|path| fs::read(&path).map_err(trouble(&path)).map(|bytes| (path, utf8(bytes)))).collect()
}
