//! The text of a record's bytes. Hospital systems write UTF-8, with or without its mark, or GBK.

use std::borrow::Cow;

/// The text, and the encoding's name where it is not UTF-8. UTF-16 is known by its mark.
#[must_use]
pub fn text(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    for (mark, encoding) in [(b"\xff\xfe", encoding_rs::UTF_16LE), (b"\xfe\xff", encoding_rs::UTF_16BE)] {
        if bytes.starts_with(mark) {
            return (encoding.decode_with_bom_removal(bytes).0, Some("UTF-16"));
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(_) => (encoding_rs::GB18030.decode_without_bom_handling(bytes).0, Some("GBK")),
    }
}
