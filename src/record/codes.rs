//! The codes of the interface that we could confirm. Any other is told, not guessed.

/// A code without what programs put beside it: `21.0` of a table, `21-住院`, `21|住院`, `住院(21)`.
pub fn plain(code: &str) -> String {
    let is_code = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let inside = code.strip_suffix([')', '）']).and_then(|rest| rest.rsplit_once(['(', '（'])).map(|(_, code)| code);
    let before = code.split(['-', '|', ' ', ':', '：', '_', '(', '（']).next().filter(|before| *before != code);
    let whole =
        code.split_once('.').filter(|(_, decimals)| decimals.bytes().all(|byte| byte == b'0')).map(|(whole, _)| whole);
    [whole, before, inside].into_iter().flatten().find(is_code).unwrap_or(code).to_owned()
}

/// A yes or no, as tables and programs write it.
pub fn flag(said: &str) -> Option<bool> {
    match plain(said).to_lowercase().as_str() {
        "1" | "01" | "true" | "t" | "y" | "yes" | "是" | "有" | "有效" | "已退费" | "退费" => Some(true),
        "0" | "00" | "false" | "f" | "n" | "no" | "否" | "无" | "无效" | "未退费" | "正常" => Some(false),
        _ => None,
    }
}

/// Whether a text is what programs write where there is nothing.
pub fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 12] = ["", "null", "none", "nan", "undefined", "\\n", "n/a", "-", "--", "—", "/", "无"];
    NOTHING.contains(&text.to_lowercase().as_str())
}

/// Whether a number of a person or a visit says nothing: an empty mark of a database, or what a spreadsheet made of a long one.
pub fn is_no_number(number: &str) -> bool {
    let is_cut = number.contains("E+") || number.contains("e+");
    // All that a mask or a dash covers says nothing either.
    let is_covered = number.chars().all(|mark| matches!(mark, '0' | '*' | '-' | '—' | '/' | '＊' | '×'));
    is_cut || is_covered || is_nothing(number)
}

/// What else is insured beside basic insurance, in words that name the employees or the residents as well.
const NOT_BASIC: [&str; 11] = ["非", "离休", "大额", "大病", "补助", "补充", "公务员", "救助", "工伤", "护理", "伤残"];

/// `insutype`: a code, or words.
pub fn scheme(code: &str) -> Option<&'static str> {
    match code {
        "310" => Some("employee"),
        "390" => Some("resident"),
        _ if NOT_BASIC.iter().any(|word| code.contains(word)) => None,
        // Basic insurance may hold that of childbirth, and is not that alone.
        _ if code.contains("生育") && !code.contains("基本") && !code.contains("医保") => None,
        _ if code.contains("职工") => Some("employee"),
        _ if code.contains("居民") || code.contains("新农合") || code.contains("新型农村") => Some("resident"),
        _ => None,
    }
}

/// What a `psn_type` says of the person.
pub fn person(code: &str) -> &'static [(&'static str, bool)] {
    match code {
        "11" | "在职" | "在职职工" | "在职人员" => &[("retired", false)],
        "1101" | "1102" => &[("retired", false), ("flexible_employment", false)],
        "1103" => &[("retired", false), ("flexible_employment", true)],
        "12" | "退休" | "退休人员" | "退休职工" => &[("retired", true)],
        "1201" | "1202" => &[("retired", true), ("flexible_employment", false)],
        "1203" => &[("retired", true), ("flexible_employment", true)],
        "1401" | "1402" | "1405" => &[("student", false)],
        "1403" | "1404" => &[("student", true)],
        _ => &[],
    }
}

/// Whether a `psn_type` is one of residents, which say nothing more.
pub fn is_resident(code: &str) -> bool {
    ["14", "15", "16"].iter().any(|kind| code.starts_with(kind))
}

/// Whether an age is one of infancy, in years (`0.0`), months or days.
pub fn is_infancy(age: &str) -> bool {
    let years = age.trim_end_matches(['岁', '周']);
    let is_below_one =
        years.split('.').next() == Some("0") && years.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_below_one || (!age.contains('岁') && age.ends_with(['天', '月', '日', '时']))
}

/// Words of more levels than one.
const SEVERAL: [&str; 9] = ["以上", "以下", "或", "及", "和", "至", "、", "/", "~"];

/// A hospital's level, said in words: 三级甲等, 三甲, Ⅲ级.
pub fn level(name: &str) -> Option<&'static str> {
    // 三级（二级收费）says two.
    let says_one = !SEVERAL.iter().any(|word| name.contains(word)) && name.matches('级').count() < 2;
    let mut marks = Some(name).filter(|_| says_one)?.chars();
    let level = match marks.next()? {
        '一' | 'Ⅰ' | '1' => "1",
        '二' | 'Ⅱ' | '2' => "2",
        '三' | 'Ⅲ' | '3' => "3",
        _ => return None,
    };
    marks.next().filter(|mark| matches!(mark, '级' | '甲' | '乙' | '丙' | '特')).map(|_| level)
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

/// Whether a `psn_type` is one of the other insurance: nobody is in both.
pub fn is_of_other(scheme: &str, code: &str) -> bool {
    let is_employee = ["11", "12"].iter().any(|kind| code.starts_with(kind));
    (scheme == "resident" && is_employee) || (scheme == "employee" && is_resident(code))
}

/// `act_ipt_days`: days in bed, a whole number up to a year.
pub fn are_days(days: &str) -> bool {
    days.starts_with(|first| ('1'..='9').contains(&first)) && days.parse::<u16>().is_ok_and(|days| days <= 366)
}

/// The area of a code of six figures, or of the four of a city; of twelve, the last six are of a street. What a city or a
/// province runs itself (…99) stands for all of it.
pub fn area(code: &str) -> Option<String> {
    let code = if code.len() == 12 { code.get(..6).unwrap_or(code) } else { code };
    let is_code =
        matches!(code.len(), 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit()) && ("11".."83").contains(&code);
    let full = format!("{code:0<6}");
    let (province, rest) = full.split_at_checked(2).filter(|_| is_code)?;
    let (city, county) = rest.split_at_checked(2)?;
    Some(match (city, county) {
        ("99", _) | ("00", "99") => format!("{province}0000"),
        (_, "99") => format!("{province}{city}00"),
        _ => full,
    })
}

/// The figures of an area that say the city. A municipality is one city with its districts. A county that its province
/// governs is a city of its own.
pub fn city(code: &str) -> Option<String> {
    let area = area(code)?;
    let figures = match area.get(..2) {
        Some("11" | "12" | "31" | "50") => 2,
        _ if area.get(2..4) == Some("90") => 6,
        _ => 4,
    };
    area.get(..figures).map(str::to_owned)
}

/// Whether care was given in another city than that of the insurance; none where one of the two is not said, or is their
/// province.
pub fn is_elsewhere(insured: &str, treated: &str) -> Option<bool> {
    let province = |code: &str| Some(area(code)?.get(..2)?.to_owned());
    if province(insured)? != province(treated)? {
        return Some(true);
    }
    let city = |code: &str| city(code).filter(|city| city.len() != 4 || !city.ends_with("00"));
    Some(city(insured)? != city(treated)?)
}

/// The birth date in an identity number of eighteen figures whose last one fits.
pub fn born(number: &str) -> Option<String> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    let digits: Vec<u32> = number.chars().take(17).filter_map(|figure| figure.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit.saturating_mul(weight)).sum();
    let check = usize::try_from(sum.checked_rem(11)?).ok().and_then(|rest| CHECKS.chars().nth(rest));
    let last = number.chars().nth(17).map(|figure| figure.to_ascii_uppercase());
    let is_number = digits.len() == WEIGHTS.len() && number.chars().count() == 18 && last.is_some() && last == check;
    super::day::day(number.get(6..14).filter(|_| is_number)?)
}
