//! The names that a step's members may refer to.

use super::counter::ShortForm;
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

    /// The counter that a step names, which must count one of these. `Some(None)` where the step names none.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub(super) fn counter(&self, members: &Members, allowed: &[Counts]) -> Option<Option<Counter>> {
        self.counters.named_by(members, allowed)
    }

    /// What a step counts in, by name or in short; it counts the first of these where it names no counter.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub(super) fn counted(
        &self,
        members: &Members,
        allowed: &[Counts],
        times: &[(&'static str, Option<Per>)],
    ) -> Option<Option<Counter>> {
        let (counts, otherwise) = (*allowed.first()?, times.first()?.1);
        self.counters.of_step(members, allowed, &ShortForm { counts, times, otherwise, names: self })
    }
}
