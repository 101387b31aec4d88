//! Changes one number, day or condition at a time and names what no worked case notices: there a mistake of typing would
//! go unnoticed too.

use super::cases::{Case, differences, write};
use super::changed::{Change, changes};
use super::place::with_ids;
use crate::json::Json;
use crate::policy::catalogue::Catalogue;
use serde::Serialize;

/// What became of every change.
#[derive(Debug, Serialize)]
pub struct Mutated {
    /// How many were tried.
    pub tried: usize,
    /// How many a case noticed, or the reader refused.
    pub noticed: usize,
    /// Those that nothing noticed.
    pub unnoticed: Vec<Unnoticed>,
}

/// A change that no case notices.
#[derive(Debug, Serialize)]
pub struct Unnoticed {
    /// Where, as a JSON pointer.
    pub path: String,
    /// The same with ids.
    pub at: String,
    /// What stands there.
    pub before: String,
    /// What was tried in its place.
    pub after: String,
}

/// Tries every change of a file. The catalogue holds the file and what it leans on.
#[must_use]
pub fn mutate(tree: &Json, cases: &[Case], catalogue: &Catalogue) -> Mutated {
    let mut order: Vec<&Case> = cases.iter().collect();
    let (mut tried, mut unnoticed) = (0usize, Vec::new());
    for change in changes(tree) {
        tried = tried.saturating_add(1);
        if !is_noticed(&change, tree, &mut order, catalogue) {
            unnoticed.push(told(tree, &change));
        }
    }
    Mutated { tried, noticed: tried.saturating_sub(unnoticed.len()), unnoticed }
}

/// The case that noticed one change is the first to be asked about the next: neighbours are noticed by the same.
fn is_noticed(change: &Change, tree: &Json, order: &mut [&Case], catalogue: &Catalogue) -> bool {
    let Some(changed) = change.catalogue(tree, catalogue) else { return true };
    let Some(place) = order.iter().position(|case| !differences(case, &changed).is_empty()) else { return false };
    if let Some(before) = order.get_mut(..=place) {
        before.rotate_right(1);
    }
    true
}

fn told(tree: &Json, change: &Change) -> Unnoticed {
    Unnoticed {
        path: change.path.clone(),
        at: with_ids(tree, &change.path),
        before: write(&change.before),
        after: write(&change.after),
    }
}
