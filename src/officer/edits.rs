//! What differs between two texts of a policy, entry by entry: lists whose entries have ids are matched by them.

use crate::json::Json;
use crate::json::problem::pointer;
use serde::Serialize;

/// A place where two policies differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The place, with ids.
    pub at: String,
    /// What stood there; none where it is new.
    pub before: Option<Json>,
    /// What stands there; none where it was taken out.
    pub after: Option<Json>,
}

/// Every place where they differ.
#[must_use]
pub fn edits(before: &Json, after: &Json) -> Vec<Edit> {
    let mut found = Vec::new();
    compare(before, after, "", &mut found);
    found
}

fn compare(before: &Json, after: &Json, at: &str, found: &mut Vec<Edit>) {
    if before == after {
        return;
    }
    let (Some(old), Some(new)) = (parts(before), parts(after)) else {
        found.push(Edit { at: at.to_owned(), before: Some(before.clone()), after: Some(after.clone()) });
        return;
    };
    for (key, value) in &old {
        let at = pointer(at, key);
        match new.iter().find(|(other, _)| other == key) {
            Some((_, other)) => compare(value, other, &at, found),
            None => found.push(Edit { at, before: Some((*value).clone()), after: None }),
        }
    }
    for (key, value) in new.iter().filter(|(key, _)| !old.iter().any(|(other, _)| other == key)) {
        found.push(Edit { at: pointer(at, key), before: None, after: Some((*value).clone()) });
    }
}

/// What an object or a list holds, each under its name: an id, the first day of a version, else its place.
fn parts(json: &Json) -> Option<Vec<(String, &Json)>> {
    match json {
        Json::Object(members) => Some(members.iter().map(|(key, value)| (key.clone(), value)).collect()),
        Json::Array(items) => {
            let name = |item: &Json| ["id", "from"].iter().find_map(|key| item.get(key)?.as_str().map(str::to_owned));
            let part = |(place, item): (usize, &'_ Json)| name(item).unwrap_or_else(|| place.to_string());
            Some(items.iter().enumerate().map(|(place, item)| (part((place, item)), item)).collect())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn entries_are_matched_by_their_ids() {
        let tree = |text: &str| parse(text).unwrap();
        let before = tree(r#"{"list": [{"id": "a", "n": "1"}, {"id": "b", "n": "2"}], "x": 1}"#);
        let after = tree(r#"{"list": [{"id": "b", "n": "3"}, {"id": "a", "n": "1"}, {"id": "c"}], "y": 1}"#);
        let told: Vec<String> = edits(&before, &after).into_iter().map(|edit| edit.at).collect();
        assert_eq!(told, ["/list/b/n", "/list/c", "/x", "/y"]);
        assert_eq!(edits(&after, &after), []);
    }
}
