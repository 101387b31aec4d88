//! Which objects are bills, and which only look like one.

use super::amount;
use super::content::text_of;
use super::fields::AMOUNTS;
use super::found::Found;
use super::names::Member;
use crate::json::Json;

/// What the whole bill comes to.
const TOTAL: &str = "medfee_sumamt";

/// What says of an amount that it is of a settlement.
const SETTLEMENT: [&str; 5] = ["setl_id", "mdtrt_id", "setl_time", "med_type", "init_setl_id"];

/// Words in the name of a sum that no list of names has.
const SUMS: [&str; 5] = ["医疗费", "总费用", "费用总额", "总金额", "合计金额"];

/// Words in the name of money that was paid or borne.
const MONEY: &[&str] = &[
    "支付",
    "支出",
    "金额",
    "费用",
    "自付",
    "自费",
    "补助",
    "救助",
    "报销",
    "起付",
    "基金",
    "保险",
    "负担",
    "补充",
    "统筹",
    "大病",
    "大额",
    "公务员",
    "共济",
    "_pay",
    "pay_",
    "amt",
];

/// Words in the name of an amount that is no part of what was settled.
const NO_PART: &[&str] = &[
    "余额", "balc", "balance", "单价", "pric", "数量", "cnt", "比例", "rate", "prop", "ratio", "限额", "标准", "累计",
    "cum", "年度", "预交", "押金", "deposit", "次数", "编号", "_id", "loc", "code", "way", "mode", "type", "类型",
    "方式", "time", "区", "地", "号", "码", "标志", "标识", "flag", "类别", "状态", "stat", "日期", "date", "名称",
    "name",
];

impl Found {
    /// Whether this is a bill: at least two of a slip's lines, or what the whole of it comes to, of a settlement. The slip
    /// of an answer of ours holds ranges, and is none.
    pub fn is_bill(&self, is_setlinfo: bool) -> bool {
        let is_line = |name: &&&str| self.get(name).is_some_and(|value| !matches!(value, Json::Object(_)));
        let has_total = !self.text(TOTAL).is_empty();
        let is_settlement = is_setlinfo || SETTLEMENT.iter().any(|name| !self.text(name).is_empty());
        AMOUNTS.iter().filter(is_line).count() >= 2 || (has_total && is_settlement)
    }

    /// Whether this looks like a bill, or the fee of one, though it is none.
    pub fn looks_like_a_bill(&self) -> bool {
        self.looks_like_a_record() || self.get("feedetl_sn").is_some() || self.members.iter().any(is_sum_of_some_kind)
    }

    /// Whether the lines of a slip stand here in some way.
    pub fn looks_like_a_record(&self) -> bool {
        let says = |name: &&&str| self.get(name).is_some_and(|value| !is_nothing(value));
        says(&&TOTAL) || AMOUNTS.iter().filter(says).count() >= 2
    }
}

/// Whether a member says nothing. A range is of an answer of ours.
fn is_nothing(value: &Json) -> bool {
    match value {
        Json::Object(_) => value.get("low").is_some(),
        Json::Array(items) => items.is_empty(),
        Json::Bool(_) => false,
        _ => text_of(value).is_empty(),
    }
}

fn is_sum_of_some_kind(member: &Member) -> bool {
    let is_sum = SUMS.iter().any(|word| member.written.contains(word));
    is_sum && member.standard.is_none() && amount::read(&text_of(&member.value)).is_ok()
}

/// The amount of a member that no list of names has, where its name says that it is money which was paid or borne.
pub fn unplaced(member: &Member) -> Option<String> {
    let name = member.written.to_lowercase();
    let is_money = MONEY.iter().any(|word| name.contains(word)) || name.ends_with("pay");
    let is_part = member.standard.is_none() && !NO_PART.iter().any(|word| name.contains(word));
    let amount = amount::read(&text_of(&member.value)).ok().filter(|_| is_money && is_part)?;
    (amount != "0.00").then_some(amount)
}
