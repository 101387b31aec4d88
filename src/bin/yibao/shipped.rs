//! The policies that are shipped: the folder `policies/` as it was when the program was built, so that it runs anywhere.

use include_dir::{Dir, include_dir};
use yibao::policy::catalogue::Catalogue;

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

/// A catalogue of every shipped policy. A test sees to it that none has a problem.
pub fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let texts: Vec<&str> = files("policy.json").into_iter().map(|(_, text)| text).collect();
    catalogue.add(&texts);
    catalogue
}
