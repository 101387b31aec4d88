//! Rows that add others up: tables and reports end with one, and some hold the list of what they add up.

use super::amount;
use super::content::text_of;
use super::found::Found;
use crate::json::Json;
use crate::money::Money;

/// What such a row calls itself.
const WORDS: [&str; 8] = ["合计", "总计", "小计", "累计", "汇总", "共计", "total", "subtotal"];

/// What tells one settlement from another. A row of totals says none of these.
const OF_ONE: [&str; 3] = ["setl_id", "mdtrt_id", "med_type"];

/// Whether a row says of itself that it adds others up.
pub fn says_total(row: &Found) -> bool {
    row.members.iter().any(|member| matches!(&member.value, Json::String(_)) && is_word(&text_of(&member.value)))
}

/// `合计`, `本年累计`, `合计：`.
fn is_word(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '：']).to_lowercase();
    let is_short = text.chars().count() <= 6;
    WORDS
        .iter()
        .any(|word| text == *word || (is_short && !word.is_ascii() && (text.starts_with(word) || text.ends_with(word))))
}

/// Whether a record says nothing by which it is one settlement: no number, no kind of care and no day.
pub fn is_nobodys(one: &Found) -> bool {
    OF_ONE.iter().all(|name| one.text(name).is_empty()) && one.settled_on().is_none()
}

/// The records of a list without those that add up others.
pub fn without_totals(found: Vec<Found>, told: &mut Vec<String>) -> Vec<Found> {
    let is_total = |one: &Found| says_total(one) || (is_nobodys(one) && adds_up(one, &found));
    let places: Vec<String> = found.iter().filter(|one| is_total(one)).map(|one| one.path.clone()).collect();
    // A text of totals alone has no settlement to take in their place.
    if places.len() == found.len() {
        return found;
    }
    let rest = found.into_iter().filter(|one| !places.contains(&one.path)).collect();
    told.extend(places);
    rest
}

/// Whether at least two others come to as much together.
fn adds_up(one: &Found, all: &[Found]) -> bool {
    let others: Vec<Money> = all.iter().filter(|other| !is_nobodys(other)).filter_map(total).collect();
    let sum = others.iter().fold(Money::ZERO, |sum, amount| sum + *amount);
    others.len() > 1 && total(one) == Some(sum)
}

fn total(found: &Found) -> Option<Money> {
    amount::signed(&found.text("medfee_sumamt")).ok()
}
