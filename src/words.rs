//! Texts in both languages, and how files write them.

use crate::json::problem::Code;
use crate::json::reader::Node;
use serde::Serialize;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A text that is named, so that an answer can refer to it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedWords {
    /// Its id, with the region and programme before it.
    pub id: String,
    /// The text.
    pub words: Words,
}

/// `{"zh": …, "en": …}`.
pub(crate) fn words(node: &Node) -> Option<Words> {
    let members = node.members(&["zh", "en"])?;
    let text = |key| members.get(key).and_then(|n| n.string()).filter(|t| !t.trim().is_empty());
    match (text("zh"), text("en")) {
        (Some(zh), Some(en)) => Some(Words { zh: zh.to_owned(), en: en.to_owned() }),
        _ => node.refuse(Code::MissingWords, &[]),
    }
}

/// Words under an id.
pub(crate) fn named_words(node: &Node, id: String) -> Option<NamedWords> {
    words(node).map(|words| NamedWords { id, words })
}
