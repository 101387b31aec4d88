//! Texts of files: UTF-8, with or without a mark at its beginning. Other encodings are named, not guessed.

use crate::words::Words;

/// The text of a file's bytes.
///
/// # Errors
/// What the bytes seem to be, and the way to save them as UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, Words> {
    let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(without_mark) {
        Ok(text) if !text.contains('\0') => Ok(text),
        _ => Err(refusal(name(bytes))),
    }
}

/// What bytes that are no UTF-8 seem to be.
fn name(bytes: &[u8]) -> &'static str {
    let is_zero = |(_, byte): &(usize, &u8)| **byte == 0;
    let zeros = |parity: usize| bytes.iter().enumerate().filter(is_zero).filter(|(at, _)| at % 2 == parity).count();
    if bytes.starts_with(b"\xFF\xFE") || zeros(1) > zeros(0) {
        return "UTF-16LE";
    }
    if bytes.starts_with(b"\xFE\xFF") || zeros(0) > zeros(1) {
        return "UTF-16BE";
    }
    if is_gb18030(bytes) { "GBK/GB18030" } else { "?" }
}

/// Whether every byte above ASCII belongs to a character of two or four bytes.
fn is_gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0..=0x7F, rest @ ..] => rest,
            [0x81..=0xFE, 0x30..=0x39, 0x81..=0xFE, 0x30..=0x39, rest @ ..] => rest,
            [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, rest @ ..] => rest,
            _ => return false,
        };
    }
}

fn refusal(name: &str) -> Words {
    let (zh, en) = match name {
        "?" => (
            "文件不是 UTF-8 编码，看不出是哪一种".to_owned(),
            "The file is not UTF-8, nor any encoding that we can tell".to_owned(),
        ),
        name => (format!("文件是 {name} 编码，不是 UTF-8"), format!("The file is {name}, not UTF-8")),
    };
    Words {
        zh: format!("{zh}。请用记事本打开，“另存为”，编码选“UTF-8”。"),
        en: format!("{en}. Open it in an editor and save it anew with the encoding UTF-8."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_is_read_and_its_mark_skipped() {
        assert_eq!(text("甲".as_bytes()), Ok("甲"));
        assert_eq!(text("\u{feff}{}".as_bytes()), Ok("{}"));
    }

    #[test]
    fn other_encodings_are_named() {
        let named = |bytes: &[u8]| text(bytes).unwrap_err().en;
        assert!(named(b"{\"\xBC\xD7\"}").contains("GBK"));
        assert!(named(b"\xFF\xFE{\0}\0").contains("UTF-16LE"));
        assert!(named(b"\0{\0}").contains("UTF-16BE"));
        assert!(named(b"\xC3(").contains("nor any"));
        assert!(named(b"\xFF\xFF").contains("nor any"));
    }
}
