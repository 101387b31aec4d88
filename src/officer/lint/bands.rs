//! Bands that no amount reaches. What steps say of bands is read from the text: names of values.

use super::{Found, programmes, steps};
use crate::json::Json;
use crate::money::Money;
use crate::policy::{Programme, Value};
use crate::quantity::Quantity;

pub(super) fn look(found: &mut Found) {
    let (file, tree) = (found.looked.file, found.looked.notices.tree());
    for (path, programme) in programmes(file) {
        let steps = steps(tree, &path);
        let mut before = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            if let Some(bands) = step.get("bands") {
                look_at_bands(found, &format!("{path}/benefit/{place}"), programme, (step, bands), &before);
            }
            before.push(step);
        }
    }
}

fn look_at_bands(
    found: &mut Found,
    path: &str,
    programme: &Programme,
    (step, bands): (&Json, &Json),
    before: &[&Json],
) {
    let edges: Vec<Option<&Value>> = bands.items().iter().map(|band| value(programme, band.get("to"))).collect();
    for (place, pair) in edges.windows(2).enumerate() {
        let [Some(below), Some(edge)] = pair else { continue };
        if below.beside(edge).iter().any(|(below, edge)| below == edge) {
            warn(
                found,
                &format!("{path}/bands/{}", place.saturating_add(1)),
                "它的上限和前一段相同",
                "its edge is that of the band before",
            );
        }
    }
    let Some(Some(first)) = edges.first() else { return };
    let nothing = Quantity::Money(Money::ZERO);
    if first.versions.iter().any(|version| first.published(version).iter().any(|(_, edge)| *edge == nothing)) {
        warn(found, &format!("{path}/bands/0"), "它的上限是 0", "its edge is nothing");
    }
    let is_before_deductible = step.get("measured").is_none_or(|m| m.as_str() == Some("before_deductible"));
    let taken = before.iter().rev().find_map(|step| value(programme, step.get("deductible")));
    // A row whose deductible is smaller reaches it.
    let is_taken = |taken: &Value| {
        let pairs = taken.beside(first);
        !pairs.is_empty() && pairs.iter().all(|(taken, edge)| taken >= edge)
    };
    if taken.filter(|_| is_before_deductible).is_some_and(is_taken) {
        warn(found, &format!("{path}/bands/0"), "起付线已经到了它的上限", "the deductible is as high as its edge");
    }
}

/// The value that a step names by itself.
fn value<'p>(programme: &'p Programme, named: Option<&Json>) -> Option<&'p Value> {
    let name = named.and_then(Json::as_str)?;
    programme.values.iter().find(|value| value.name == name)
}

fn warn(found: &mut Found, path: &str, zh: &str, en: &str) {
    found.warn(
        "unreachable_band",
        path,
        [format!("没有哪笔费用会落到这一段：{zh}。"), format!("No amount falls into this band: {en}.")],
        ["它的比例永远用不到。请检查各段的上限。", "Its rate is never used. See whether an edge is mistyped."],
    );
}
