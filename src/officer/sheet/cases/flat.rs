//! Objects laid flat: each leaf with the path to it.

use crate::json::Json;

/// Every leaf below; an empty object, and a list, are leaves.
pub(super) fn leaves(json: &Json, path: Vec<String>) -> Vec<(Vec<String>, &Json)> {
    match json {
        Json::Object(entries) if !entries.is_empty() => {
            let inner = |(key, _): &(String, Json)| [&path[..], std::slice::from_ref(key)].concat();
            entries.iter().flat_map(|entry| leaves(&entry.1, inner(entry))).collect()
        }
        _ => vec![(path, json)],
    }
}

/// Every leaf of an expense under a name with points. Empty facts say nothing.
pub(super) fn members(expense: &Json) -> Vec<(String, &Json)> {
    let is_said = |(key, json): &(String, &Json)| key != "facts" || !json.entries().is_empty();
    leaves(expense, Vec::new()).into_iter().map(|(path, json)| (path.join("."), json)).filter(is_said).collect()
}

/// Puts a leaf at the end of a path; whether nothing stood in the way.
pub(super) fn put(json: &mut Json, path: &[String], leaf: Json) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let there = json.get(first);
    if rest.is_empty() {
        let is_free = there.is_none();
        if is_free {
            json.put(first, leaf);
        }
        return is_free;
    }
    if there.is_some_and(|inner| !matches!(inner, Json::Object(_))) {
        return false;
    }
    if there.is_none() {
        json.put(first, Json::Object(Vec::new()));
    }
    put(json.member(first), rest, leaf)
}
