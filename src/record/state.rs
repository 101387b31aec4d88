//! What a record says of itself: that it failed, or is no longer valid.
//!
//! Programs name such members each in their own way, and keep states of many other things beside them: of an upload, of a card, of an
//! invoice. So the name says whether the state is one of the settlement, and the value what it is, in words or in figures.

use super::codes;
use super::content::text_of;
use super::found::Found;
use super::names::{Member, standard};
use crate::json::Json;

/// What became of a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was never settled.
    Failed,
    /// It no longer counts.
    Cancelled,
    /// It was given back, or gives one back.
    Refund,
    /// A part of it was given back.
    PartRefund,
}

/// Words of a state, in values and in names.
const WORDS: [(State, &[&str]); 3] = [
    (State::Failed, &["失败", "未成功", "不成功", "fail"]),
    (State::Cancelled, &["作废", "撤销", "取消", "无效", "失效", "cancel", "void", "revoke", "invalid", "deleted"]),
    (State::Refund, &["退费", "退款", "冲销", "冲正", "红冲", "冲红", "refund", "refd"]),
];

/// Names under which a figure says whether a settlement still counts.
const VALID: [&str; 2] = ["有效", "valid"];

/// Parts of names that say that a member holds a state or a kind; what else has a word of a state in its name is an amount, a day, a reason.
const OF_STATE: [&str; 13] =
    ["stat", "stas", "type", "flag", "kind", "状态", "类型", "类别", "标志", "标识", "标记", "是否", "result"];

/// What a state or a kind is of, where it is one of the settlement.
const OF_SETTLEMENT: [&str; 12] =
    ["结算", "交易", "收费", "单据", "记录", "业务", "缴费", "支付状态", "setl", "trade", "transact", "record"];

/// Names that say nothing but that they hold a state or a kind.
const BARE: [&str; 14] = [
    "状态",
    "状态名称",
    "类型",
    "类型名称",
    "标志",
    "标识",
    "stat",
    "stas",
    "state",
    "status",
    "flag",
    "type",
    "kind",
    "rec_stat",
];

/// What turns a word round that follows it: `没有退费`, `未发生退费`, `可退费`, `待退费`.
const NOT: [&str; 11] = ["未", "没", "无", "不", "非", "可", "待", "能", "not", "no ", "un"];

/// What says behind a word that it did not come to it: `退费失败`, `撤销申请中`.
const IN_VAIN: [&str; 6] = ["失败", "未", "驳回", "申请", "中", "fail"];

/// The state that a record says, or the message around it; none where it says nothing of the kind.
pub fn state(found: &Found) -> Option<State> {
    if found.has_failed { Some(State::Failed) } else { found.members.iter().find_map(said_by) }
}

/// Why a record counts for nothing, whatever it says; none where it counts.
pub fn why_void(found: &Found) -> Option<&'static str> {
    match state(found) {
        Some(State::Failed) => Some("failed"),
        Some(State::Cancelled) => Some("cancelled"),
        _ => (found.flag("vali_flag") == Some(false)).then_some("cancelled"),
    }
}

/// Whether the answer beside a request says that the transaction failed.
pub fn a_part_failed(entries: &[(String, Json)]) -> bool {
    let failed = |(_, part): &(String, Json)| {
        let code = part.entries().iter().find(|(name, _)| standard(name) == Some("infcode"));
        code.is_some_and(|code| Found::named(std::slice::from_ref(code), "").says_failed())
    };
    entries.iter().any(failed)
}

/// Names of what answers of programs say of themselves.
const SUCCESS: [&str; 4] = ["success", "issuccess", "succeeded", "ok"];
const MESSAGE: [&str; 9] =
    ["msg", "message", "errmsg", "errormsg", "errormessage", "retmsg", "resultmsg", "returnmsg", "提示信息"];

/// Whether a member says that the answer that holds it is none of success: `success: false`, `msg: "结算失败"`.
pub fn is_refusal(member: &Member) -> bool {
    let name: String = member.written.to_lowercase().replace(['_', '-'], "");
    let said = text_of(&member.value);
    if SUCCESS.contains(&name.as_str()) {
        return member.value == Json::Bool(false) || ["false", "0"].contains(&said.as_str());
    }
    // A message may count both: 成功1笔，失败0笔.
    let said = said.replace("未成功", "失败").replace("不成功", "失败");
    let is_fault = said.contains("回滚") || of_words(&said) == Some(State::Failed);
    MESSAGE.contains(&name.as_str()) && is_fault && !said.contains("成功")
}

/// The state that a member says.
fn said_by(member: &Member) -> Option<State> {
    // Flags that we know are read by their figures alone.
    if member.standard.is_some_and(|name| ["refd_setl_flag", "vali_flag"].contains(&name)) {
        return None;
    }
    let (name, said) = (member.written.trim().to_lowercase(), text_of(&member.value).to_lowercase());
    let about = WORDS.iter().find(|(_, words)| words.iter().any(|word| name.contains(word)));
    let holds_state = OF_STATE.iter().any(|part| name.contains(part)) || name.starts_with("is");
    if let Some((state, words)) = about.filter(|(state, _)| *state != State::Failed) {
        let is_bare = words.contains(&name.as_str());
        return if holds_state || is_bare { of_flag(*state, &said) } else { None };
    }
    if holds_state && VALID.iter().any(|word| name.contains(word)) && !name.contains("有效期") {
        return (codes::flag(&said) == Some(false)).then_some(State::Cancelled);
    }
    let is_of_settlement = BARE.contains(&name.as_str()) || OF_SETTLEMENT.iter().any(|part| name.contains(part));
    if is_of_settlement && holds_state { of_words(&said) } else { None }
}

/// Of a member that is about this state: `1`, `是`, `已退费`, `部分退费`.
fn of_flag(state: State, said: &str) -> Option<State> {
    match said.trim() {
        "1" | "1.0" | "y" | "yes" | "true" | "t" | "是" | "已" => Some(state),
        said => of_words(said),
    }
}

/// Of a state in words.
fn of_words(said: &str) -> Option<State> {
    let (state, before, behind) = WORDS.iter().find_map(|(state, words)| {
        let (before, rest) = words.iter().find_map(|word| said.split_once(word))?;
        Some((*state, before, rest))
    })?;
    if state == State::Failed {
        // Where giving back failed, the settlement stands.
        let is_other =
            WORDS.iter().any(|(other, words)| *other != state && words.iter().any(|word| said.contains(word)));
        return (!is_other).then_some(state);
    }
    let is_turned = NOT.iter().any(|word| before.contains(word)) || IN_VAIN.iter().any(|word| behind.contains(word));
    let is_part = state == State::Refund && before.ends_with("部分");
    (!is_turned).then_some(if is_part { State::PartRefund } else { state })
}
