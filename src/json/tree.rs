//! Trees built and written: what answers beside the estimate are made of.

use super::Json;

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

impl Json {
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
