//! What the targets need beside their input: the shipped policies, and a region with a workbook.

use crate::targets::{Parts, unpacked};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use yibao::officer::sheet::{Files, export};
use yibao::policy::catalogue::Catalogue;

/// Every shipped policy.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let texts: Vec<String> = folders().iter().map(|folder| read(&folder.join("policy.json"))).collect();
    let mut catalogue = Catalogue::default();
    catalogue.add(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    catalogue
});

/// A region's files.
pub static FILES: LazyLock<Files> = LazyLock::new(|| {
    let folder = policies().join("370883-zoucheng");
    Files { policy: read(&folder.join("policy.json")), cases: read(&folder.join("cases.json")) }
});

/// Its workbook, taken apart.
pub static PARTS: LazyLock<Parts> = LazyLock::new(|| unpacked(&export(&FILES).expect("a region of ours")));

fn policies() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies")
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(policies()).expect("the policies are files");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.join("policy.json").is_file());
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}
