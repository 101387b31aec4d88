//! The policies that are shipped: the folder `policies/` of the checkout as it was when the package was built.

use include_dir::{Dir, include_dir};
use std::sync::LazyLock;
use yibao::policy::catalogue::Catalogue;
use yibao::policy::index::Index;

static POLICIES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../policies");

/// Read once in each process.
static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = places();
    let mut folders: Vec<&Dir> = POLICIES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    let text = |folder: &&'static Dir| folder.get_file(folder.path().join("policy.json"))?.contents_utf8();
    catalogue.add(&folders.iter().filter_map(text).collect::<Vec<_>>());
    catalogue
});

/// Every shipped policy. A test of the project sees to it that none has a problem.
pub fn catalogue() -> Catalogue {
    SHIPPED.clone()
}

/// No policy, but every place of GB/T 2260, so that each may be asked for by its code.
pub fn places() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let text = POLICIES.get_file("places.json").and_then(|file| file.contents_utf8());
    catalogue.set_index(text.and_then(Index::read_places).unwrap_or_default());
    catalogue
}
