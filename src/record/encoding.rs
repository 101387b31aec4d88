//! The text of a record's bytes. Hospital systems write UTF-8, with or without its mark, or GBK.

use std::borrow::Cow;

/// The text, and the encoding's name where it is not UTF-8. A line of UTF-16 cannot be told from its neighbours, so it is none here.
#[must_use]
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(_) => (encoding_rs::GB18030.decode_without_bom_handling(bytes).0, Some("GBK")),
    }
}
