//! Files and folders of policies: the only place that reads and writes them.

use crate::{Trouble, misuse};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use yibao::officer::encoding;
use yibao::words::Words;

/// A policy's file, with the worked cases beside it.
pub struct PolicyText {
    /// Where it is.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Where its cases are, and their text.
    pub cases: Option<(PathBuf, String)>,
}

impl PolicyText {
    /// The name of its folder.
    pub fn folder(&self) -> Option<&str> {
        self.path.parent()?.file_name()?.to_str()
    }
}

/// A file that is no UTF-8.
pub struct Unread {
    /// Where it is.
    pub path: PathBuf,
    /// What it seems to be.
    pub why: Words,
}

/// Every policy of a path: a file, a folder with one, or a folder of such folders. Those that cannot be read come apart.
pub fn policies(path: &str) -> Result<(Vec<PolicyText>, Vec<Unread>), Trouble> {
    let paths = paths(path, "policy.json")?;
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for path in paths {
        let text = match text(&path)? {
            Ok(text) => text,
            Err(why) => {
                unread.push(Unread { path, why });
                continue;
            }
        };
        let beside = path.with_file_name("cases.json");
        let cases = match beside.is_file().then(|| self::text(&beside)).transpose()? {
            Some(Ok(cases)) => Some((beside, cases)),
            Some(Err(why)) => {
                unread.push(Unread { path: beside, why });
                None
            }
            None => None,
        };
        found.push(PolicyText { path, text, cases });
    }
    Ok((found, unread))
}

/// The files of this name: the path itself, in it, or in the folders in it.
pub fn paths(path: &str, name: &str) -> Result<Vec<PathBuf>, Trouble> {
    let root = Path::new(path);
    if root.is_file() {
        return Ok(vec![root.to_owned()]);
    }
    let trouble = |error| Trouble::Io(root.to_owned(), error);
    let mut paths = vec![root.join(name)];
    for entry in fs::read_dir(root).map_err(trouble)? {
        paths.push(entry.map_err(trouble)?.path().join(name));
    }
    paths.retain(|path| path.is_file());
    paths.sort();
    if paths.is_empty() {
        return Err(misuse(format!("{path} 里没有 {name}"), format!("no {name} in {path}")));
    }
    Ok(paths)
}

/// A file's text, or what it is where it is no UTF-8.
pub fn text(path: &Path) -> Result<Result<String, Words>, Trouble> {
    Ok(encoding::text(&bytes(path)?).map(str::to_owned))
}

/// A file's bytes.
#[allow(clippy::disallowed_methods, reason = "the command line reads the files that the core must not")]
pub fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|error| Trouble::Io(path.to_owned(), error))
}

/// A file to be read little by little.
#[allow(clippy::disallowed_methods, reason = "the command line reads the files that the core must not")]
pub fn open(path: &Path) -> Result<fs::File, Trouble> {
    fs::File::open(path).map_err(|error| Trouble::Io(path.to_owned(), error))
}

/// Writes a file, in place of the one that may be there.
pub fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<(), Trouble> {
    fs::write(path, text).map_err(|error| Trouble::Io(path.to_owned(), error))
}

/// The same, in a folder that may be new.
pub fn write_in_folder(path: &Path, text: &str) -> Result<(), Trouble> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Trouble::Io(folder.to_owned(), error))?;
    }
    write(path, text)
}

/// Writes a new file; one that is there already stays.
pub fn write_new(path: &Path, text: &str) -> Result<(), Trouble> {
    let trouble = |error| Trouble::Io(path.to_owned(), error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(trouble)?;
    }
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes())).map_err(trouble)
}
