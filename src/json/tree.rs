//! Trees built and written: what answers beside the estimate are made of.

use super::{Json, ReadJson};
use std::borrow::Cow;

/// An object of these members, in this order.
#[must_use]
pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A string.
#[must_use]
pub fn text(text: impl ToString) -> Json {
    Json::String(text.to_string())
}

/// A whole number.
#[must_use]
pub fn number(number: i64) -> Json {
    Json::Number(number.to_string())
}

/// Strings.
#[must_use]
pub fn texts(list: &[&str]) -> Json {
    Json::Array(list.iter().map(text).collect())
}

/// The steps of a JSON pointer.
#[must_use]
pub fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
}

impl<T: AsRef<str>> Json<T> {
    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Json::String(text) = self { Some(text.as_ref()) } else { None }
    }

    /// A member of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json<T>> {
        self.entries().iter().find(|(k, _)| k.as_ref() == key).map(|(_, value)| value)
    }

    /// The members of an object; none of what is no object.
    #[must_use]
    pub fn entries(&self) -> &[(T, Json<T>)] {
        if let Json::Object(members) = self { members } else { &[] }
    }

    /// The items of a list; none of what is no list.
    #[must_use]
    pub fn items(&self) -> &[Json<T>] {
        if let Json::Array(items) = self { items } else { &[] }
    }

    /// The text of a member; empty where it is absent or no string.
    #[must_use]
    pub fn text_of(&self, key: &str) -> &str {
        self.get(key).and_then(Json::as_str).unwrap_or_default()
    }

    /// The items of a member; none where it is absent or no list.
    #[must_use]
    pub fn items_of(&self, key: &str) -> &[Json<T>] {
        self.get(key).map_or(&[], Json::items)
    }

    /// The members of a member; none where it is absent or no object.
    #[must_use]
    pub fn entries_of(&self, key: &str) -> &[(T, Json<T>)] {
        self.get(key).map_or(&[], Json::entries)
    }

    /// The same tree with texts of its own.
    #[must_use]
    pub fn owned(&self) -> Json {
        self.with(&str::to_owned)
    }

    /// The same tree, as it is read.
    #[must_use]
    pub fn lent(&self) -> ReadJson<'_> {
        self.with(&Cow::Borrowed)
    }

    fn with<'a, U>(&'a self, text: &impl Fn(&'a str) -> U) -> Json<U> {
        match self {
            Json::Null => Json::Null,
            Json::Bool(value) => Json::Bool(*value),
            Json::Number(number) => Json::Number(text(number.as_ref())),
            Json::String(string) => Json::String(text(string.as_ref())),
            Json::Array(items) => Json::Array(items.iter().map(|item| item.with(text)).collect()),
            Json::Object(members) => {
                Json::Object(members.iter().map(|(key, value)| (text(key.as_ref()), value.with(text))).collect())
            }
        }
    }
}

impl Json {
    /// What stands at a JSON pointer.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Json> {
        steps(pointer).iter().try_fold(self, |json, step| match json {
            Json::Array(items) => items.get(step.parse::<usize>().ok()?),
            _ => json.get(step),
        })
    }

    /// What stands at a JSON pointer, to be changed.
    pub fn at_mut(&mut self, pointer: &str) -> Option<&mut Json> {
        steps(pointer).iter().try_fold(self, |json, step| match json {
            Json::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
            Json::Object(members) => members.iter_mut().find(|(k, _)| k == step).map(|(_, value)| value),
            _ => None,
        })
    }

    /// Gives an object a member, in place of the one it may have.
    pub fn put(&mut self, key: &str, value: Json) {
        *self.member(key) = value;
    }

    /// A member to write into, made where there is none; what is no object becomes one.
    #[allow(clippy::indexing_slicing, reason = "the place was found or filled just before")]
    pub fn member(&mut self, key: &str) -> &mut Json {
        if !matches!(self, Json::Object(_)) {
            *self = Json::Object(Vec::new());
        }
        let Json::Object(members) = self else { return self };
        let place = members.iter().position(|(k, _)| k == key).unwrap_or_else(|| {
            members.push((key.to_owned(), Json::Null));
            members.len().saturating_sub(1)
        });
        &mut members[place].1
    }

    /// An item to write into.
    pub fn item(&mut self, place: usize) -> Option<&mut Json> {
        match self {
            Json::Array(items) => items.get_mut(place),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn a_tree_is_written_as_it_was_read() {
        let text = r#"{"a":[1,-2,"x\n",null,true],"b":{"c":{}}}"#;
        assert_eq!(serde_json::to_string(&parse(text).unwrap()).unwrap(), text);
    }

    #[test]
    fn members_are_put_where_they_belong() {
        let mut tree = parse(r#"{"a": 1, "b": 2}"#).unwrap();
        tree.put("a", text("x"));
        tree.member("c").put("d", number(3));
        assert_eq!(serde_json::to_string(&tree).unwrap(), r#"{"a":"x","b":2,"c":{"d":3}}"#);
    }
}
