//! The names that a step's members may refer to.

use super::{Counter, Counters, Counts, Per};
use crate::json::reader::Members;
use crate::policy::indices::Indices;
use crate::policy::scope::Scope;
use crate::vocabulary::Service;

/// What a step's reading may refer to.
pub(in crate::policy) struct Names<'a> {
    pub scope: &'a Scope<'a>,
    /// The kinds of care that the programme pays for.
    pub services: &'a [Service],
    /// Whether it pays for some bills of these alone: it has conditions on the expense.
    pub is_for_some: bool,
    /// The programmes that stand earlier in the file, each with the names of its values.
    pub earlier: &'a [(String, Vec<String>)],
    /// The counters of the file.
    pub counters: &'a Counters,
    /// The dated figures of this file and of those further up.
    pub indices: &'a Indices,
    /// The step's place in the benefit.
    pub step: usize,
}

impl Names<'_> {
    /// The programme's own place in its file.
    pub(super) fn own(&self) -> usize {
        self.earlier.len()
    }

    /// What a step counts in: the counter that it names, which must count one of these, else what its `"per"` means; then it
    /// counts the first of these, and without `"per"` in the first time. `Some(None)` where that is one expense.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub(super) fn counted(
        &self,
        members: &Members,
        allowed: &[Counts],
        times: &[(&'static str, Option<Per>)],
    ) -> Option<Option<Counter>> {
        let per = members.get("per");
        if let Some(counter) = self.counters.named_by(members, allowed)? {
            // Beside a counter the time may be said again, but not otherwise.
            let own = times.iter().filter(|(_, time)| *time == Some(counter.per)).map(|(name, _)| (*name, ()));
            return match per {
                Some(at) => at.one_of(&own.collect::<Vec<_>>()).map(|()| Some(counter)),
                None => Some(Some(counter)),
            };
        }
        let time = match per {
            Some(at) => at.one_of(times)?,
            None => times.first()?.1,
        };
        let counts = *allowed.first()?;
        Some(time.map(|per| Counter::of_step(counts, per, self)))
    }
}
