//! Where in a text the records are.

use super::fields::AMOUNTS;
use crate::json::Json;
use crate::json::problem::pointer;

/// An answer of the interface nests this deep, and no deeper.
const DEEPEST: usize = 5;

/// A record with its place, and the list that stands beside it.
pub struct Found<'j> {
    /// The record.
    pub record: &'j Json,
    /// Its place.
    pub path: String,
    /// `setldetail`.
    pub details: Option<&'j Json>,
    /// Its place.
    pub details_path: String,
}

/// Every record of a text.
pub fn records<'j>(content: &'j Json, path: &str, depth: usize) -> Vec<Found<'j>> {
    if depth > DEEPEST {
        return Vec::new();
    }
    let found = |record: &'j Json, at: String| Found {
        record,
        path: at,
        details: content.get("setldetail"),
        details_path: pointer(path, "setldetail"),
    };
    let below = depth.saturating_add(1);
    match (content, content.get("setlinfo")) {
        (Json::Array(entries), _) => {
            let each = |(at, entry): (usize, &'j Json)| records(entry, &pointer(path, &at.to_string()), below);
            entries.iter().enumerate().flat_map(each).collect()
        }
        (Json::Object(_), _) if is_record(content) => vec![found(content, path.to_owned())],
        (Json::Object(_), Some(inner)) if is_record(inner) => vec![found(inner, pointer(path, "setlinfo"))],
        (Json::Object(members), _) => {
            members.iter().flat_map(|(name, value)| records(value, &pointer(path, name), below)).collect()
        }
        _ => Vec::new(),
    }
}

/// At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges.
fn is_record(content: &Json) -> bool {
    let is_line = |name: &&&str| content.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
    AMOUNTS.iter().filter(is_line).count() >= 2
}
