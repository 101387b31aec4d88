//! Paths into a request or an answer as cells: `programmes › 370883/resident-inpatient › paid`.

use crate::json::Json;
use crate::officer::cases::write;

const BETWEEN: &str = " › ";
const JSON: &str = "JSON:";

pub(super) fn text(path: &[String]) -> String {
    let joined = path.join(BETWEEN);
    if steps(&joined).as_deref() == Some(path) {
        return joined;
    }
    format!("{JSON}{}", write(&Json::Array(path.iter().map(|step| Json::String(step.clone())).collect())))
}

/// The steps of a place; none where it is none.
pub(super) fn steps(text: &str) -> Option<Vec<String>> {
    if let Some(json) = text.strip_prefix(JSON) {
        let json = crate::json::parse(json).ok()?;
        return json.items().iter().map(|step| step.as_str().map(str::to_owned)).collect();
    }
    let steps: Vec<String> = text.split('›').map(|step| step.trim().to_owned()).collect();
    steps.iter().all(|step| !step.is_empty()).then_some(steps)
}

/// What the steps mean, in Chinese.
const MEANINGS: &[(&str, &str)] = &[
    ("programmes", "项目"),
    ("expenses", "费用"),
    ("totals", "合计"),
    ("funds", "基金"),
    ("lines", "各笔"),
    ("verdict", "是否适用"),
    ("paid", "报销"),
    ("out_of_pocket", "自己付"),
    ("billed", "总费用"),
    ("in_scope", "政策范围内"),
    ("allowances", "津贴"),
    ("not_counted", "没有算进去的"),
    ("coverage", "有没有规定"),
    ("strength", "是不是必须给"),
    ("kind", "种类"),
    ("settled", "已经结算"),
    ("same_stay_as", "和哪一笔是同一次住院"),
    ("items", "费用分项"),
    ("request", "给定的原文"),
    ("year_to_date", "当年以前"),
    ("personal_share", "个人负担"),
    ("deductible_used", "用掉的起付线"),
    ("counters", "累计"),
    ("path", "位置"),
    ("low", "最少"),
    ("likely", "多半"),
    ("high", "最多"),
    ("missing", "还缺"),
    ("outcome", "结果"),
    ("problems", "问题"),
    ("slip", "结算单"),
    ("last_day", "最后一天"),
    ("days_left", "还剩天数"),
    ("tight", "范围到底"),
    ("entered", "用户填的"),
    ("readings", "读法"),
    ("basic", "基本医保"),
    ("critical_illness", "大病保险"),
    ("large_expense", "大额补助"),
    ("assistance", "医疗救助"),
    ("long_term_care", "长护险"),
    ("account", "个人账户"),
    ("cash", "现金"),
];

pub(super) fn meaning(path: &[String], policy: &Json) -> String {
    let known = |step: &String| MEANINGS.iter().find(|(key, _)| key == step).map(|(_, zh)| (*zh).to_owned());
    let said = path.iter().map(|step| known(step).or_else(|| programme(step, policy)).unwrap_or_else(|| step.clone()));
    said.collect::<Vec<_>>().join("，")
}

/// The name of a programme of the file, by its id with the region.
fn programme(step: &str, policy: &Json) -> Option<String> {
    let (region, id) = step.split_once('/')?;
    let is_it = |programme: &&Json| programme.get("id").and_then(Json::as_str) == Some(id);
    let is_ours = policy.get("region").and_then(Json::as_str) == Some(region);
    let found = policy.get("programmes")?.items().iter().find(is_it).filter(|_| is_ours)?;
    found.get("name")?.get("zh")?.as_str().map(str::to_owned)
}
