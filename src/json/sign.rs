//! Signs that look like JSON and are none: those of a Chinese keyboard, of a word processor, and comments.

/// What a text goes on with where it is no longer JSON, if that is a mistake that many make.
pub(super) fn mistaken(rest: &str) -> Option<String> {
    let sign = rest.chars().next()?;
    let said = match sign {
        '\u{a0}' | '\u{3000}' | '\u{200b}' | '\u{feff}' => {
            return Some(format!("found a space that is none (U+{:04X}), write a plain one", u32::from(sign)));
        }
        '/' | '#' => return Some("found a comment, which JSON does not have".to_owned()),
        '，' | '、' => ',',
        '：' => ':',
        '；' | ';' => ',',
        '“' | '”' | '„' | '＂' | '「' | '」' | '‘' | '’' | '＇' | '\'' => '"',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        _ => return None,
    };
    Some(format!("found {sign} where JSON needs {said}"))
}
