//! Records inside records: whether one is another settlement, or the same said again.

use super::found::Found;

/// What numbers a settlement, and the visit that it is of.
const NUMBERS: [&str; 2] = ["setl_id", "mdtrt_id"];

/// Whether a record in another one, or beside it, is another settlement; none where nobody can tell.
pub fn is_another(one: &Found, holder: &Found) -> Option<bool> {
    let [settlement, visit] = NUMBERS.map(|name| differs(&one.number(name), &holder.number(name)));
    let total = differs(&total(one), &total(holder));
    if settlement == Some(false) {
        // The same number with another total: one of the two is wrong.
        return (total != Some(true)).then_some(false);
    }
    let [day, other_day] = [one, holder].map(|one| one.settled_on().unwrap_or_default());
    let is_other_day = differs(&day, &other_day) == Some(true);
    let is_other = settlement == Some(true) || visit == Some(true) || (is_other_day && total == Some(true));
    is_other.then_some(true)
}

/// Whether two texts differ; none where one of them says nothing.
fn differs(one: &str, other: &str) -> Option<bool> {
    (!one.is_empty() && !other.is_empty()).then(|| one != other)
}

fn total(found: &Found) -> String {
    super::amount::signed(&found.text("medfee_sumamt")).map(|total| total.to_string()).unwrap_or_default()
}
