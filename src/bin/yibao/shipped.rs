//! The policies that are shipped: the folder `policies/` as it was when the program was built, so that it runs anywhere.

use include_dir::{Dir, include_dir};
use yibao::policy::catalogue::Catalogue;
use yibao::policy::index::Index;

static POLICIES: Dir = include_dir!("$CARGO_MANIFEST_DIR/policies");

/// The files of this name (`policy.json`, `cases.json`), each with the name of its folder, in the order of the folders.
pub fn files(name: &str) -> Vec<(&'static str, &'static str)> {
    let mut folders: Vec<&Dir> = POLICIES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    let file = |folder: &&'static Dir| {
        let text = folder.get_file(folder.path().join(name))?.contents_utf8()?;
        Some((folder.path().to_str()?, text))
    };
    folders.iter().filter_map(file).collect()
}

/// Every place of GB/T 2260, so that each may be asked for by its code.
#[allow(dead_code, reason = "the tests that share this file ask for regions with files")]
pub fn places() -> Index {
    let text = POLICIES.get_file("places.json").and_then(|file| file.contents_utf8());
    text.and_then(Index::read_places).unwrap_or_default()
}

/// A catalogue of every shipped policy. A test sees to it that none has a problem.
pub fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let texts: Vec<&str> = files("policy.json").into_iter().map(|(_, text)| text).collect();
    catalogue.add(&texts);
    catalogue
}
