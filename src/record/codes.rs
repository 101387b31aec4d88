//! The codes of the interface that we could confirm. Any other is told, not guessed.

/// `insutype`.
pub fn scheme(code: &str) -> Option<&'static str> {
    match code {
        "310" => Some("employee"),
        "390" => Some("resident"),
        _ => None,
    }
}

/// What a `med_type` says.
pub struct Care {
    /// What the bill is for.
    pub service: &'static str,
    /// Whether it says that it began as an emergency.
    pub is_emergency: bool,
    /// Childbirth, whose rules are not on file everywhere.
    pub is_maternity: bool,
    /// Whether a place has added figures of its own to the national two.
    pub is_local: bool,
}

/// `med_type`: two national figures, and two or four more of a province or a city. Left out is what pays by rules of its own:
/// treatment that was sent elsewhere (23), pharmacies (41), outpatient care in childbirth (51).
pub fn care(code: &str) -> Option<Care> {
    let is_code = matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit());
    let national = code.get(..2).filter(|_| is_code)?;
    let service = match national {
        "11" | "13" => "outpatient",
        "14" => "chronic_outpatient",
        "21" | "22" | "24" | "52" => "inpatient",
        _ => return None,
    };
    let is_emergency = ["13", "24"].contains(&national);
    Some(Care { service, is_emergency, is_maternity: national == "52", is_local: code.len() > 2 })
}

/// What a `psn_type` says of the person.
pub fn person(code: &str) -> &'static [(&'static str, bool)] {
    match code {
        "11" => &[("retired", false)],
        "1101" | "1102" => &[("retired", false), ("flexible_employment", false)],
        "1103" => &[("retired", false), ("flexible_employment", true)],
        "12" => &[("retired", true)],
        "1201" | "1202" => &[("retired", true), ("flexible_employment", false)],
        "1203" => &[("retired", true), ("flexible_employment", true)],
        "1401" | "1402" | "1405" => &[("student", false)],
        "1403" | "1404" => &[("student", true)],
        _ => &[],
    }
}

/// `cvlserv_flag`: whether the civil servants' supplement pays for the person.
pub fn civil_servant(code: &str) -> Option<bool> {
    match code {
        "0" => Some(false),
        "1" => Some(true),
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

/// The level by which a stay is settled (`dedc_hosp_lv`, `hi_setl_lv`): a figure, or words. 9 is a hospital without a level.
pub fn settlement_level(code: &str) -> Option<&'static str> {
    let figures = ["1", "2", "3"];
    figures.into_iter().find(|figure| *figure == code).or_else(|| level(code))
}

/// `ipt_med_type`: a stay, or surgery within a day, which is settled as one.
pub fn stay(code: &str) -> Option<&'static str> {
    ["1", "2"].contains(&code).then_some("inpatient")
}

/// `act_ipt_days`: days in bed, a whole number up to a year.
pub fn are_days(days: &str) -> bool {
    days.starts_with(|first| ('1'..='9').contains(&first)) && days.parse::<u16>().is_ok_and(|days| days <= 366)
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
