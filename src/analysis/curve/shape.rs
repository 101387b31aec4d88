//! Where one bill's working differs from another's.

use crate::policy::step::StepKind;
use crate::settlement::{LineShape, Settled};
use crate::unknowns::Case;

/// By line: the programme's place in the book, and what its steps did.
pub(super) type Shape = Vec<(usize, LineShape)>;

/// The lines of an expense.
pub(super) fn shape(case: &Case, settled: &Settled, expense: usize) -> Shape {
    let lines = case.lines.iter().zip(settled.shape().lines);
    lines.filter(|((_, place), _)| *place == expense).map(|((p, _), shape)| (p.place(), shape)).collect()
}

/// What changes for one programme from one bill to the next.
pub(super) struct Bend {
    /// Its place in the book.
    pub programme: usize,
    /// The first step that does other than before, with the value it takes; none where the programme begins or ends.
    pub step: Option<(StepKind, Option<String>)>,
}

/// What changes from one bill to the next.
pub(super) fn bends(below: &Shape, above: &Shape) -> Vec<Bend> {
    let mut bends = Vec::new();
    for ((programme, before), (_, after)) in below.iter().zip(above) {
        if before == after {
            continue;
        }
        if before.is_empty() || after.is_empty() {
            bends.push(Bend { programme: *programme, step: None });
            continue;
        }
        let differing = before.iter().zip(after).find(|(a, b)| a != b).map(|(_, b)| b);
        let longer = if before.len() > after.len() { before } else { after };
        let step = differing.or(longer.get(before.len().min(after.len())));
        bends.extend(step.map(|shape| Bend { programme: *programme, step: Some((shape.step, shape.value.clone())) }));
    }
    bends
}
