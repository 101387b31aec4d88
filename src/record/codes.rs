//! The codes of the interface that we could confirm. Any other is told, not guessed.

/// Childbirth, whose rules are not on file everywhere.
pub const MATERNITY: &str = "52";

/// `insutype`.
pub fn scheme(code: &str) -> Option<&'static str> {
    match code {
        "310" => Some("employee"),
        "390" => Some("resident"),
        _ => None,
    }
}

/// `med_type`.
pub fn service(code: &str) -> Option<&'static str> {
    match code {
        "11" => Some("outpatient"),
        "14" => Some("chronic_outpatient"),
        "21" | MATERNITY => Some("inpatient"),
        _ => None,
    }
}

/// A hospital's level, said in words.
pub fn level(name: &str) -> Option<&'static str> {
    match name.strip_prefix(['一', '二', '三'])?.starts_with('级').then(|| name.chars().next())?? {
        '一' => Some("1"),
        '二' => Some("2"),
        _ => Some("3"),
    }
}

/// Whether this is a code of an area by its form.
pub fn is_area(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}
