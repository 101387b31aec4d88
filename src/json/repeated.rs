//! Keys that an object holds twice: which of the two is meant, nobody can say.

use super::ReadJson;
use super::problem::pointer;
use super::reader::repeats;

/// So many are told.
const MOST: usize = 100;

/// A key that stands before in its object, with its JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedKey {
    /// The key.
    pub key: String,
    /// Its place.
    pub path: String,
}

/// Every repeated key of a tree, in order.
pub(super) fn keys(tree: &ReadJson) -> Vec<RepeatedKey> {
    let mut found = Vec::new();
    collect(tree, "", &mut found);
    found.truncate(MOST);
    found
}

fn collect(json: &ReadJson, path: &str, found: &mut Vec<RepeatedKey>) {
    for (place, item) in json.items().iter().enumerate() {
        collect(item, &pointer(path, &place.to_string()), found);
    }
    let keys: Vec<&str> = json.entries().iter().map(|(key, _)| key.as_ref()).collect();
    for ((key, value), is_repeated) in json.entries().iter().zip(repeats(&keys)) {
        let path = pointer(path, key);
        if is_repeated {
            found.push(RepeatedKey { key: key.to_string(), path: path.clone() });
        }
        collect(value, &path, found);
    }
}
