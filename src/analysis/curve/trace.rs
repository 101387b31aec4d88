//! Finds the kinks between two bills by halving.

use super::sample::{Sample, Sampler};

/// A point of the curve; with the look just above it where the curve bends there.
pub(super) type Point = (Sample, Option<Sample>);

/// Out of pocket may be so many fen off a straight line for rounding alone: one for each payment.
const ROUNDING: i64 = 5;
/// An open stretch is shown by points at least this part of the whole apart.
const OPEN_PARTS: i64 = 16;

/// Every kink from one bill to another, with both ends. The line begins at the first fen: without a bill nothing is paid.
pub(super) fn points(looker: &mut Sampler, from: i64, to: i64) -> Vec<Point> {
    let origin = looker.look(from);
    let first = if from < 1 { looker.look(1) } else { origin.clone() };
    let last = looker.look(to.max(1));
    let width = to.saturating_sub(from);
    let widest_open = width.checked_div(OPEN_PARTS).unwrap_or(1).max(1);
    let mut trace = Trace { looker, points: Vec::new(), widest_open };
    trace.add(first.clone(), None);
    trace.between(&first, &last, true);
    trace.add(last, None);
    let mut points = trace.points;
    if let Some((look, above)) = points.first_mut() {
        // A kink at the very first fen would be none to anybody.
        *above = None;
        look.bill = origin.bill;
        look.paid = origin.paid;
    }
    points
}

struct Trace<'a> {
    looker: &'a mut Sampler,
    points: Vec<Point>,
    widest_open: i64,
}

impl Trace<'_> {
    /// Adds the kinks between two looks. `check` asks for proof that equal workings mean a straight line.
    fn between(&mut self, a: &Sample, b: &Sample, check: bool) {
        let width = b.bill.saturating_sub(a.bill);
        if self.looker.is_spent() {
            return;
        }
        let is_open = a.shape.is_none() || b.shape.is_none();
        if is_open && (width > self.widest_open || (a.shape.is_none() && b.shape.is_none())) {
            return self.between_open(a, b);
        }
        if a.is_like(b) && (!check || width < 2) {
            return;
        }
        if width < 2 {
            return self.bend(a, b);
        }
        let middle = self.looker.look(a.bill.saturating_add(width.checked_div(2).unwrap_or_default()));
        if a.is_like(b) && a.is_like(&middle) && is_straight(a, &middle, b) {
            return;
        }
        // What lies on either side of a kink is proved straight once, at the level of the kink.
        self.between(a, &middle, check && !a.is_like(&middle) || a.is_like(b));
        self.between(&middle, b, check && !middle.is_like(b) || a.is_like(b));
    }

    /// Something is open: points at even distances, and where it begins to be.
    fn between_open(&mut self, a: &Sample, b: &Sample) {
        let width = b.bill.saturating_sub(a.bill);
        if width <= self.widest_open {
            return;
        }
        let half = width.checked_div(2).unwrap_or_default();
        let middle = self.looker.look(a.bill.saturating_add(half));
        self.between(a, &middle, true);
        self.add(middle.clone(), None);
        self.between(&middle, b, true);
    }

    /// The working changes between two bills a fen apart.
    fn bend(&mut self, a: &Sample, b: &Sample) {
        self.add(a.clone(), Some(b.clone()));
        let step = b.out_of_pocket().0.saturating_sub(a.out_of_pocket().0);
        if !(-ROUNDING..=ROUNDING).contains(&step) || a.shape.is_none() != b.shape.is_none() {
            self.add(b.clone(), None);
        }
    }

    /// A point; where the bill is there already, only why it bends.
    fn add(&mut self, look: Sample, above: Option<Sample>) {
        match self.points.last_mut().filter(|(last, _)| last.bill == look.bill) {
            Some((_, known)) => *known = known.take().or(above),
            None => self.points.push((look, above)),
        }
    }
}

/// Whether the middle lies on the line between the ends.
fn is_straight(a: &Sample, middle: &Sample, b: &Sample) -> bool {
    let point = |look: &Sample| (i128::from(look.bill), i128::from(look.out_of_pocket().0));
    let ((x, y), (mx, my), (bx, by)) = (point(a), point(middle), point(b));
    let rise = by.saturating_sub(y).saturating_mul(mx.saturating_sub(x));
    let expected = rise.checked_div(bx.saturating_sub(x)).unwrap_or_default().saturating_add(y);
    my.abs_diff(expected) <= u128::from(ROUNDING.unsigned_abs())
}
