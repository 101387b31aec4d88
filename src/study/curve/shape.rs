//! What kind of thing every step of a working did: where that is the same at two bills, nothing bends between them.

use super::look::Look;
use crate::benefit::{StepKind, Worked};
use crate::settlement::Settled;
use crate::unknowns::Case;

/// By line: the programme's place in the book, and its steps.
pub(super) type Shape = Vec<(usize, Vec<Kind>)>;

/// What a step did, as far as it can bend the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    step: StepKind,
    value: Option<String>,
    takes_all: bool,
    takes_nothing: bool,
    /// Of bands: how many were begun.
    bands: usize,
}

/// The steps of an expense's lines. Rounding is left out: it comes and goes with every fen.
pub(super) fn shape(case: &Case, settled: &Settled, expense: usize) -> Shape {
    let mut shape = Vec::new();
    for ((p, place), steps) in case.lines.iter().zip(&settled.steps) {
        if *place == expense {
            let steps = steps.iter().filter(|step| step.kind != StepKind::Round).map(kind).collect();
            shape.push((p.place(), steps));
        }
    }
    shape
}

fn kind(step: &Worked) -> Kind {
    let parts = step.args.iter().find(|(key, _)| *key == "parts").map(|(_, text)| text.split('+').count());
    Kind {
        step: step.kind,
        value: step.value.clone(),
        takes_all: step.after == crate::money::Money::ZERO,
        takes_nothing: step.after == step.before,
        bands: parts.unwrap_or_default(),
    }
}

/// What changes from one bill to the next: of each programme the first step that does other than before; without a
/// step where the programme itself begins or ends.
pub(super) fn bends(below: &Look, above: &Look) -> Vec<(usize, Option<&'static str>, Option<String>)> {
    let (Some(below), Some(above)) = (&below.shape, &above.shape) else { return Vec::new() };
    let mut bends = Vec::new();
    for ((programme, before), (_, after)) in below.iter().zip(above) {
        if before == after {
            continue;
        }
        if before.is_empty() || after.is_empty() {
            bends.push((*programme, None, None));
            continue;
        }
        let differing = before.iter().zip(after).find(|(a, b)| a != b).map(|(_, b)| b);
        let longer = if before.len() > after.len() { before } else { after };
        let step = differing.or(longer.get(before.len().min(after.len())));
        bends.extend(step.map(|kind| (*programme, Some(kind.step.name()), kind.value.clone())));
    }
    bends
}
