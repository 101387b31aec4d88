//! Where in a stretch the amount is reached.

use super::probe::{Look, Probe};

/// So many neighbours are looked at one by one where rounding may go either way.
const MOST_ONE_BY_ONE: i64 = 10_000;
/// So many places of a level stretch are looked at.
const SAMPLES: i64 = 200;

/// What leads to the amount, as runs of neighbours, rising and apart.
pub(super) struct Solutions {
    pub runs: Vec<(i64, i64)>,
    /// Whether nothing else leads to it, and all of these do.
    pub is_complete: bool,
}

impl Default for Solutions {
    fn default() -> Self {
        Solutions { runs: Vec::new(), is_complete: true }
    }
}

impl Solutions {
    /// Adds what a stretch holds.
    ///
    /// # Errors
    /// The unknowns that keep the amount open here, where one of its values is the wanted one.
    pub fn add_of(&mut self, probe: &mut Probe, a: &Look, b: &Look) -> Result<(), Vec<String>> {
        if a.shape.is_none() {
            return excluded(probe, a, b);
        }
        if probe.is_monotone {
            self.add_monotone(probe, a, b);
        } else {
            self.add_nearby(probe, a, b);
        }
        Ok(())
    }

    /// The amount moves one way: both ends of the one run are found by halving.
    fn add_monotone(&mut self, probe: &mut Probe, a: &Look, b: &Look) {
        let wanted = probe.wanted();
        let (least, most) = (a.low.min(b.low), a.low.max(b.low));
        if !(least..=most).contains(&wanted) {
            return;
        }
        let rises = a.low <= b.low;
        let reached = |amount: i64| if rises { amount >= wanted } else { amount <= wanted };
        let beyond = |amount: i64| if rises { amount > wanted } else { amount < wanted };
        let first = first_that(probe, a, b, &reached);
        let last = if beyond(b.low) { first_that(probe, a, b, &beyond).saturating_sub(1) } else { b.at };
        if first <= last {
            self.push(first, last);
        }
    }

    /// A later expense is rounded too, so that the amount may go back by a fen or two: what lies near is tried one by one.
    fn add_nearby(&mut self, probe: &mut Probe, a: &Look, b: &Look) {
        let Some((first, last)) = nearby(probe, a, b) else { return };
        let count = last.saturating_sub(first).saturating_add(1);
        if count <= MOST_ONE_BY_ONE.min(i64::try_from(probe.looks_left()).unwrap_or_default()) {
            for at in first..=last {
                if probe.amount_at(at) == probe.wanted() {
                    self.push(at, at);
                }
            }
            return;
        }
        self.add_level(probe, first, last);
    }

    /// Too many to try each: where all that are tried lead to one amount, all do.
    fn add_level(&mut self, probe: &mut Probe, first: i64, last: i64) {
        let width = last.saturating_sub(first);
        let places = (0..=SAMPLES).map(|n| {
            let part = i128::from(width).saturating_mul(i128::from(n)).checked_div(i128::from(SAMPLES));
            first.saturating_add(part.and_then(|part| i64::try_from(part).ok()).unwrap_or_default())
        });
        let amounts: Vec<i64> = places.map(|at| probe.amount_at(at)).collect();
        self.is_complete &= amounts.iter().all(|amount| Some(amount) == amounts.first());
        if amounts.contains(&probe.wanted()) {
            self.push(first, last);
        }
    }

    /// A run; one that begins where the last one ends makes it longer.
    fn push(&mut self, first: i64, last: i64) {
        match self.runs.last_mut().filter(|(_, end)| end.saturating_add(1) == first) {
            Some((_, end)) => *end = last,
            None => self.runs.push((first, last)),
        }
    }
}

/// Whether the wanted amount lies outside of all that is possible in a stretch in which the amount is open.
fn excluded(probe: &mut Probe, a: &Look, b: &Look) -> Result<(), Vec<String>> {
    let wanted = probe.wanted();
    let is_outside = |low: i64, high: i64| wanted < low || high < wanted;
    if is_outside(a.low.min(b.low), a.high.max(b.high)) {
        return Ok(());
    }
    let (low, high, mut unknowns) = probe.open_range(a.at);
    let (other_low, other_high, others) = probe.open_range(b.at);
    if is_outside(low.min(other_low), high.max(other_high)) {
        return Ok(());
    }
    unknowns.extend(others.into_iter().filter(|name| !unknowns.contains(name)).collect::<Vec<_>>());
    Err(unknowns)
}

/// The first place after which the amount is not surely off by more than rounding brings, and the last.
fn nearby(probe: &mut Probe, a: &Look, b: &Look) -> Option<(i64, i64)> {
    let wanted = probe.wanted();
    let slack = a.slack();
    let (least, most) = (a.low.min(b.low), a.low.max(b.low));
    if wanted < least.saturating_sub(slack) || most.saturating_add(slack) < wanted {
        return None;
    }
    let (below, above) = (wanted.saturating_sub(slack), wanted.saturating_add(slack));
    let rises = a.low <= b.low;
    let is_near = |amount: i64| if rises { amount >= below } else { amount <= above };
    let is_past = |amount: i64| if rises { amount > above } else { amount < below };
    let first = if is_near(a.low) { a.at } else { first_that(probe, a, b, &is_near) };
    let last = if is_past(b.low) { first_that(probe, a, b, &is_past) } else { b.at };
    Some((first, last))
}

/// The first place with such an amount; the last place has one.
fn first_that(probe: &mut Probe, a: &Look, b: &Look, wanted: &dyn Fn(i64) -> bool) -> i64 {
    if wanted(a.low) {
        return a.at;
    }
    let (mut without, mut with) = (a.at, b.at);
    while with.saturating_sub(without) > 1 {
        let half = with.saturating_sub(without).checked_div(2).unwrap_or_default();
        let middle = without.saturating_add(half);
        if wanted(probe.amount_at(middle)) { with = middle } else { without = middle }
    }
    with
}
