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

/// The figures of an area that say the city. A municipality is one city with its districts. A county that its province
/// governs is a city of its own.
pub fn city(area: &str) -> Option<&str> {
    let figures = match area.get(..2) {
        Some("11" | "12" | "31" | "50") => 2,
        _ if area.get(2..4) == Some("90") => 6,
        _ => 4,
    };
    area.get(..figures).filter(|_| is_area(area))
}
