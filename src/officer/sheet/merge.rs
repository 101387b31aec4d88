//! A tree that was built anew, in the order of the old one.

use crate::json::Json;

/// The new tree, its members in the order of the old. An empty object or list says nothing: it stays where it was, and
/// none is added.
pub(super) fn like(old: &Json, new: Json) -> Json {
    match (old, new) {
        (Json::Object(before), Json::Object(after)) => Json::Object(members(before, after)),
        (Json::Array(before), Json::Array(after)) => {
            let item = |(place, item)| before.get(place).map_or(Json::clone(&item), |old| like(old, item));
            Json::Array(after.into_iter().enumerate().map(item).collect())
        }
        (_, new) => new,
    }
}

fn members(before: &[(String, Json)], mut after: Vec<(String, Json)>) -> Vec<(String, Json)> {
    let mut made = Vec::new();
    for (key, old) in before {
        match after.iter().position(|(name, _)| name == key) {
            Some(place) => made.push((key.clone(), like(old, after.remove(place).1))),
            None if is_empty(old) => made.push((key.clone(), old.clone())),
            None => {}
        }
    }
    made.extend(after.into_iter().filter(|(_, value)| before.is_empty() || !is_empty(value)));
    made
}

fn is_empty(json: &Json) -> bool {
    matches!(json, Json::Object(members) if members.is_empty())
        || matches!(json, Json::Array(items) if items.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    #[test]
    fn the_old_order_stays() {
        let like = |old: &str, new: &str| like(&parse(old).unwrap(), parse(new).unwrap());
        assert_eq!(
            like(r#"{"b": 1, "e": [], "a": {"y": 1, "x": 2}}"#, r#"{"a": {"x": 3, "y": 1, "z": 4}, "b": 1, "f": {}}"#),
            parse(r#"{"b": 1, "e": [], "a": {"y": 1, "x": 3, "z": 4}}"#).unwrap()
        );
    }
}
