//! What a step or a condition did, in words that an officer reads: for a list of reasons, where a name and its numbers do.

use crate::json::Json;
use crate::words::Words;

/// Nothing on this side.
#[must_use]
pub fn nothing() -> Words {
    same("-")
}

/// A verdict of a programme, by its name in answers.
#[must_use]
pub fn verdict(name: &str) -> Words {
    words(&VERDICTS, name)
}

/// A condition, by its id, and whether it holds.
#[must_use]
pub fn finding(condition: &str, truth: &str) -> Words {
    both(&same(condition), &words(&TRUTHS, truth))
}

/// A verdict with what is paid.
#[must_use]
pub fn paid(name: &str, amount: &str) -> Words {
    both(&verdict(name), &same(amount))
}

/// A step of a working with its numbers.
#[must_use]
pub fn step(step: &Json) -> Words {
    let kind = step.text_of("kind");
    let args = step.get("text").and_then(|text| text.get("args")).map_or(&[][..], Json::entries);
    let numbers = args.iter().map(|(name, value)| {
        let value = same(value.as_str().unwrap_or_default());
        if name == kind { value } else { both(&words(&ARGS, name), &value) }
    });
    numbers.fold(words(&STEPS, kind), |told, number| both(&told, &number))
}

/// One after the other.
fn both(first: &Words, second: &Words) -> Words {
    let join = |a: &str, b: &str| format!("{a} {b}").trim().to_owned();
    Words { zh: join(&first.zh, &second.zh), en: join(&first.en, &second.en) }
}

fn same(text: &str) -> Words {
    Words { zh: text.to_owned(), en: text.to_owned() }
}

/// The name stands for itself in English, and where the list lacks it.
fn words(list: &[(&str, &str)], name: &str) -> Words {
    let zh = list.iter().find(|(known, _)| *known == name).map_or(name, |(_, zh)| *zh);
    Words { zh: zh.to_owned(), en: name.replace('_', " ") }
}

const VERDICTS: [(&str, &str); 3] = [("applies", "适用"), ("does_not_apply", "不适用"), ("undetermined", "还不能确定")];

const TRUTHS: [(&str, &str); 3] = [("true", "符合"), ("false", "不符合"), ("unknown", "还不知道")];

const ARGS: [(&str, &str); 15] = [
    ("above", "超过"),
    ("advance", "先行自付"),
    ("amount", "金额"),
    ("by", "提高"),
    ("cap", "限额"),
    ("carer", "护理人员"),
    ("days", "天数"),
    ("earlier", "前面各笔"),
    ("from", "原来"),
    ("institution", "机构"),
    ("less", "不计入"),
    ("months", "月数"),
    ("programme", "项目"),
    ("rate", "比例"),
    ("used", "已用"),
];

const STEPS: [(&str, &str); 41] = [
    ("allowance", "每月定额"),
    ("allowance-day", "每天定额"),
    ("allowance-expense", "一次性定额"),
    ("at-least", "保底"),
    ("at-least-bill", "总费用的保底"),
    ("at-least-in-scope", "政策范围内费用的保底"),
    ("bands", "分段比例"),
    ("beyond-cap", "别的项目用完限额以后的部分"),
    ("bill", "总费用"),
    ("borne-first", "先由个人承担"),
    ("cap", "每次限额"),
    ("cap-day", "每天限额"),
    ("cap-month", "每月限额"),
    ("cap-period", "一段时间的限额"),
    ("cap-year", "一年的限额"),
    ("cut", "不超过剩下的费用"),
    ("deductible", "起付线"),
    ("deductible-most", "一年起付线的上限"),
    ("deductible-period", "一段时间的起付线"),
    ("deductible-year", "一年的起付线"),
    ("from-advance", "先行自付的部分"),
    ("from-deductible", "起付线以内的部分"),
    ("from-out-of-catalogue", "目录以外的费用"),
    ("from-unpaid", "还没有人付的部分"),
    ("in-scope", "政策范围内费用"),
    ("left", "前面几层报销以后剩下的"),
    ("left-by-basic", "基本医保留下的部分"),
    ("other-pays", "已经由别的项目支付"),
    ("over-limit", "超过年度限额的部分"),
    ("owed-before", "今年前面已经报过的"),
    ("own-rates", "各部分各自的比例"),
    ("past-limit", "不占限额，先放在一边"),
    ("past-limit-added", "加上不占限额的部分"),
    ("rate", "报销比例"),
    ("rate-better", "更高的报销比例"),
    ("rate-raised", "提高了的报销比例"),
    ("round", "四舍五入"),
    ("settled", "结算单上的金额"),
    ("share-counted", "计入本层的部分"),
    ("uses", "次数"),
    ("year-share", "今年合计留给个人的"),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use super::*;
    use crate::api::texts;

    #[test]
    fn every_step_has_a_chinese_name() {
        let steps = texts::all().into_iter().filter_map(|id| id.strip_prefix("step-").map(str::to_owned));
        let missing: Vec<String> = steps.filter(|kind| words(&STEPS, kind).zh == *kind).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_step_is_told_with_its_numbers() {
        let json = crate::json::parse(r#"{"kind":"rate","text":{"args":{"rate":"0.80"}}}"#).unwrap();
        let told = step(&json);
        assert_eq!((told.zh.as_str(), told.en.as_str()), ("报销比例 0.80", "rate 0.80"));
    }
}
