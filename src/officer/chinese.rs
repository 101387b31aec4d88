//! The problems of policy files in Chinese. The English stands with the codes (`json::problem`).

use std::borrow::Cow;

/// What is wrong, and the way out; `{name}` stands for an argument. None for a code that no policy file can have.
#[must_use]
pub fn problem(code: &str) -> Option<(&'static str, &'static str)> {
    let found = PROBLEMS.iter().find(|(name, ..)| *name == code);
    found.map(|(_, message, help)| (*message, *help))
}

const PROBLEMS: &[(&str, &str, &str)] = &[
    ("too_large", "文件超过 {max} 字节。", "请拆小，或删去用不着的内容。"),
    ("not_json", "这里不是正确的 JSON：{detail}。", "检查这一行和上一行的逗号、引号、括号。"),
    ("repeated_key", "同一个对象里“{key}”写了两次（{at}）。", "留下一个。"),
    ("not_an_object", "这里应该是一个对象。", "写成 { … }。"),
    ("not_a_list", "这里应该是一个列表。", "写成 [ … ]。"),
    ("not_a_string", "这里应该是文字。", "加上英文双引号；金额和比例也要加引号。"),
    ("not_yes_no", "这里应该是 true 或 false。", "写 true 或 false，不加引号。"),
    ("not_a_whole_number", "这里应该是整数。", "只写数字，不加引号、小数点。"),
    ("unreadable", "这个值不能写成 JSON。", "写文字、整数、true、false 或 null。"),
    ("unknown_key", "这里没有“{key}”这一项。", "这里可以写：{known}。"),
    ("missing", "缺少“{key}”。", "请补上。"),
    ("empty", "这里不能空着。", "请写上内容。"),
    ("malformed_money", "这不是金额。", "以元为单位，最多两位小数，例如 \"1500\" 或 \"1500.00\"。"),
    ("malformed_rate", "这不是比例。", "写 0 到 1 之间的小数，例如 65% 写 \"0.65\"。"),
    ("malformed_date", "这不是日期。", "写 年-月-日，例如 \"2025-01-01\"，而且要真有这一天。"),
    ("out_of_range", "数字超出了范围。", "应在 {min} 到 {max} 之间。"),
    ("not_a_choice", "“{value}”不在可选的范围内。", "可选：{choices}。"),
    ("unknown_fact", "没有“{fact}”这个事实。", "docs/facts.md 列出所有的事实（yibao facts）。"),
    ("repeated_id", "“{id}”用了两次。", "每一项要有自己的 id。"),
    ("repeated_member", "“{value}”写了两次。", "留下一个。"),
    ("malformed_region", "这不是行政区划代码。", "写 GB/T 2260 的六位数字。"),
    ("repeated_region", "有两个文件都是地区 {region} 的。", "只留下一个。"),
    ("malformed_source_date", "这不是来源的日期。", "写 年、年-月 或 年-月-日。"),
    ("missing_words", "文字不全。", "中文（zh）和英文（en）都要写，不能空着。"),
    ("unknown_source", "本文件和上级文件的来源里没有“{source}”。", "在 sources 里加上它。"),
    ("unknown_test", "没有这种条件写法。", "条件里要有 {known} 之一，见 docs/policy-format.md 的 Tests。"),
    (
        "counter_in_condition",
        "适用条件里不能问计数（counter）。",
        "在 benefit 的步骤里用 \"when\" 问：计数要先看条件才知道算不算。",
    ),
    ("unknown_step", "没有“{key}”这种计算步骤。", "计算步骤有 {known}，见 docs/policy-format.md 的 Benefit。"),
    ("wrong_fact_kind", "“{fact}”这个事实不能这样用。", "{way}。"),
    ("not_of_the_person", "“{fact}”是每笔费用的事实，不是人的。", "把这个条件移到 expense。"),
    ("unknown_name", "这里没有叫“{name}”的{kind}。", "写一个已经声明的名字；同一文件的待遇只写 id，不带地区代码。"),
    ("too_many_options", "本地区“{list}”的选项超过 {max} 个。", "删去没有待遇用到的选项。"),
    ("reading_options", "每种读法都要有一项，不能多也不能少。", "读法：{choices}。"),
    ("wrong_unit", "“{name}”的单位不是这里要的。", "用单位为 {unit} 的数值。"),
    ("not_one_of", "{choices} 之中必须而且只能写一个。", "写其中一个。"),
    ("ends_early", "结束的日期比开始的日期还早。", "改正这两个日期：结束的日期是有效的最后一天。"),
    ("overlap", "这一版在上一版结束之前就开始了。", "按时间顺序写，互不重叠。"),
    ("gap", "这一版之前有些日子没有任何一版。", "让它从上一版结束的第二天开始。"),
    ("starts_late", "第一版比待遇开始的日子还晚。", "不写 from，或者从 {date} 或更早开始，或者写 known_from。"),
    (
        "stops_early",
        "{date} 以后没有任何一版，不知道那时怎么算。",
        "接着写下一版（数字还没有公布的写 unpublished），或者不写 to，或者写明待遇结束的日期 ended。",
    ),
    ("outside_region", "{code} 不在地区 {region} 里。", "写到它所在地方的文件里。"),
    (
        "incomplete_table",
        "表里缺少“{missing}”这一行。",
        "补上这一行。有“other”选项的，写一行“other”，没有单独写的都按它。",
    ),
    ("falling_bands", "这一段的上限 {edge} 低于前一段的上限 {before}。", "各段按上限从低到高写。"),
    ("unknown_warning", "没有“{warning}”这种提醒。", "提醒有：{known}。"),
    ("empty_expectation", "这里什么也没有期望，这个例子就什么也没有证明。", "至少写一个亲手算出来的金额或结论。"),
    (
        "bad_bounds",
        "low 比 high 大，或者建议值、常见值不在范围里。",
        "改正上下限：常见范围要在上下限之内，并包含每个建议值。",
    ),
    ("untraceable", "这个数没有来源。", "公布的数要写来源；常见范围没有来源的，在 note 里说明出处。"),
    ("no_benefit", "这类待遇要有 benefit、fund 和 services。", "补上，或者写 \"on_file\": false。"),
    ("stray_benefit", "这类待遇没有 benefit、services 和 fund。", "删去，或者改 kind。"),
    ("needs_step", "计算步骤写得不完整，或者次序不对：{step}。", "见 docs/policy-format.md 的 Benefit。"),
    ("unused_name", "{kind}“{name}”没有用到。", "用上它，或者删去。"),
    ("same_counter", "{programme} 的两个起付线分不清各付了多少。", "各声明一个计数（counters），或者各用自己的数值。"),
    ("bad_order", "“{name}”要写在这一项前面。", "待遇按文件里的顺序结算。"),
    ("cycle", "待遇互相让位，成了一个圈。", "只能有一个让位。"),
    ("shares_not_whole", "各部分加起来是 {sum}，不是 1。", "请改正；比例写成 \"0.25\" 这样。"),
    ("bad_quantiles", "这不是费用的分位数。", "从 \"0\" 开始，到 \"1\" 结束，at 和 yuan 都要从小到大。"),
    ("unknown_region", "没有地区 {region} 的规定。", "写一个已有规定的六位地区代码。"),
    ("region_not_loaded", "地区 {region} 的规定没有读进来：缺少 {missing}。", "把缺少的文件也加上。"),
    ("misplaced_fact", "“{fact}”写错了地方。", "人的事实写在 facts 里，费用的事实写在 care 的每一种里。"),
    ("out_of_scope_above_bill", "self_paid 和 advance 加起来超过了整笔费用。", "它们是费用的一部分，合计不能超过 1。"),
];

/// What the parser of JSON says, `… at line 3 column 7`.
#[must_use]
pub fn syntax(english: &str) -> String {
    let Some((what, place)) = english.rsplit_once(" at line ") else { return english.to_owned() };
    let (line, column) = place.split_once(" column ").unwrap_or((place, "1"));
    let (found, what) = what.rsplit_once(": ").map_or((None, what), |(found, what)| (Some(found), what));
    let said = match found {
        Some(found) => mistaken(found),
        None => SYNTAX.iter().find(|(known, _)| *known == what).map_or(what, |(_, said)| said).to_owned(),
    };
    format!("第 {line} 行第 {column} 个字节，{said}")
}

/// What `json::sign` names.
fn mistaken(found: &str) -> String {
    let named = |start| found.strip_prefix(start);
    if let Some((sign, meant)) = named("found ").and_then(|rest| rest.split_once(" where JSON needs ")) {
        return format!("写的是 {sign}，要用英文的 {meant}");
    }
    if named("found a comment").is_some() {
        return "这里有注释，JSON 里不能写注释".to_owned();
    }
    "这里有一个特殊的空格，请换成普通空格".to_owned()
}

const SYNTAX: &[(&str, &str)] = &[
    ("trailing characters", "结尾之后还有别的内容"),
    ("trailing comma", "最后一项后面多了一个逗号"),
    ("expected value", "这里应该是一个值"),
    ("expected ident", "这个词不对，只能写 null、true 或 false"),
    ("expected `:`", "这里少了冒号"),
    ("expected `,` or `]`", "这里少了逗号，或者少了 ]"),
    ("expected `,` or `}`", "这里少了逗号，或者少了 }"),
    ("key must be a string", "这里应该是加了英文双引号的名字"),
    ("invalid number", "这个数字写得不对"),
    ("invalid escape", "反斜杠 \\ 后面的字不对"),
    ("EOF while parsing a value", "文件没有写完"),
    ("EOF while parsing a string", "少了结尾的双引号"),
    ("EOF while parsing a list", "少了结尾的 ]"),
    ("EOF while parsing an object", "少了结尾的 }"),
    ("recursion limit exceeded", "嵌套得太深"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "双引号里换了行或有特殊字符，多半是少了结尾的双引号",
    ),
];

/// What is wrong with the steps of a benefit.
#[must_use]
pub fn step(english: &str) -> String {
    if let Some(programme) = english.strip_suffix(NO_CAP) {
        return format!("{programme} 没有按年、按季度、按自然月或按自然日的报销限额");
    }
    STEPS.iter().find(|(known, _)| *known == english).map_or(english, |(_, said)| said).to_owned()
}

const NO_CAP: &str = " has no cap on what it pays per year, quarter, calendar_month or calendar_day";

const STEPS: &[(&str, &str)] = &[
    (
        "the step allowance goes with \"kind\": \"allowance\", and that with it",
        "allowance 这一步和 \"kind\": \"allowance\" 要一起用",
    ),
    ("the base stands first", "base 要写在第一步"),
    (
        "an amount that starts from a part of the bill stands in a first layer, or in a cap: a second one pays by the year",
        "从费用的某一部分算起的数（part）只能写在第一层，或者写在限额（cap）里：第二层按全年合在一起算",
    ),
    (
        "an allowance needs no bill: no amount of it starts from a part of one",
        "定额补助不看费用，不能从费用的某一部分（part）算起",
    ),
    (
        "a deductible of a second layer is per expense: its base is the year already",
        "从 year_personal_share 算起的，起付线不写 per：全年已经合在一起算了，请删去 per",
    ),
    (
        "at_least stands in a first layer: a second one pays by the year",
        "从 year_personal_share 算起的不能写 at_least：这一层是按全年算的",
    ),
    (
        "the last band, and no other, has no edge: {\"rate\": …}",
        "最后一段不写 to，只写 {\"rate\": …}；前面每一段都要写 to",
    ),
    ("\"when\" stands beside the step, or in a list of cases", "when 写在这一步旁边，或者写在分情况的列表里"),
    ("the last case, and no other, has no \"when\"", "最后一种情况不写 when，前面每一种都要写"),
    (
        "\"value\" is a name, and what changes it stands beside it: {\"value\": \"rate\", \"less\": \"points\"}",
        "value 后面只写名字，怎么变写在旁边：{\"value\": \"rate\", \"less\": \"points\"}",
    ),
    (
        "with and without go with the base year_personal_share alone",
        "with 和 without 只能和 year_personal_share 一起用",
    ),
    (
        "it holds the values points (a rate) and deductible (money)",
        "这一项只放两个数值：points（比例）和 deductible（金额）",
    ),
];

/// What may stand there, where it is told in words.
#[must_use]
pub fn known(english: &str) -> Cow<'_, str> {
    Cow::Borrowed(match english {
        "price_bands counts pieces" => "有 price_bands 的按件算",
        "a number" => "一个数",
        "payer, of the fund supplement only" => "payer，只有 fund 是 supplement 的才写",
        "a value, with at beside it" => "一个数值，at 写在它旁边",
        other => other,
    })
}

/// What a fact may be used for.
#[must_use]
pub fn way(english: &str) -> &str {
    match english {
        "A table goes by a choice, a yes/no or a whole number. What goes by a set is a list of entries with when and value" => {
            "表格按单选、是否或整数分。按多选分的，写成几项各带 when 和 value 的列表"
        }
        "These numbers go by a choice or a yes/no" => "这些数只能按单选或是否分",
        "apart takes a choice or a yes/no of the bill" => "apart 要用每笔费用的单选或是否",
        "count takes a whole number" => "count 要用整数",
        "options are of a choice, a set or a yes/no; share_of_bill is of an amount of the bill" => {
            "options 用在单选、多选、是否上，share_of_bill 用在每笔费用的金额上"
        }
        "The core needs it to be of another kind" => "程序要用它来计算，类型不能改",
        "An age is asked with age_under or age_at_least" => "年龄用 age_under 或 age_at_least",
        "A choice or a yes/no is asked with is" => "单选和是否用 is",
        "A set is asked with has_any or not_empty" => "多选用 has_any 或 not_empty",
        "A whole number is asked with at_least or at_most" => "整数用 at_least 或 at_most",
        "No condition asks an amount or a day" => "条件里不能问金额或日期",
        other => other,
    }
}

/// The kinds of names that problems speak of.
#[must_use]
pub fn kind(english: &str) -> Cow<'_, str> {
    if let Some(counts) = english.strip_prefix("counter of ") {
        return format!("计数（counts 写 {} 的）", counts.replace(" or ", " 或 ")).into();
    }
    Cow::Borrowed(match english {
        "value" => "数值（values）",
        "reading" => "读法（readings）",
        "programme" => "待遇",
        "index" => "共用数（indices）",
        "counter" => "计数（counters）",
        "value that may be entered" => "可填写的数值",
        other => other,
    })
}
