//! What a record says of itself: that it failed, or is no longer valid.

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
}

/// Parts of the names of members that say a state or a kind of settlement; programs name them each in their own way.
const NAMES: [&str; 10] = ["stat", "stas", "type", "flag", "kind", "状态", "类型", "类别", "标志", "标识"];

/// Words of a state.
const WORDS: [(State, &[&str]); 3] = [
    (State::Failed, &["失败", "未成功", "不成功"]),
    (State::Cancelled, &["作废", "撤销", "取消", "无效", "失效"]),
    (State::Refund, &["退费", "退款", "冲销", "冲正", "红冲"]),
];

/// Words that turn one round: `未退费`, `非退费`.
const NOT: [char; 4] = ['未', '非', '无', '不'];

/// The state that a record says, or the message around it; none where it says nothing of the kind.
pub fn state(found: &Found) -> Option<State> {
    let said = found.members.iter().filter(|member| is_state(member)).find_map(|member| of(&text_of(&member.value)));
    if found.has_failed { Some(State::Failed) } else { said }
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

fn is_state(member: &Member) -> bool {
    let name = member.written.to_lowercase();
    // Flags that we know are read by their figures, too.
    let is_known = member.standard.is_some_and(|name| ["refd_setl_flag", "vali_flag"].contains(&name));
    !is_known && NAMES.iter().any(|part| name.contains(part))
}

fn of(said: &str) -> Option<State> {
    let says =
        |word: &&str| said.split_once(word).is_some_and(|(before, _)| !before.ends_with(NOT) || word.starts_with(NOT));
    WORDS.iter().find(|(_, words)| words.iter().any(says)).map(|(state, _)| *state)
}
