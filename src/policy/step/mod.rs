//! The steps of a benefit. A step is one file of this folder, its `mod` line and one line in [`steps!`] below.
//!
//! ```text
//! policy file ── Mechanism::read ──▶ Step ── Step::ready (through Ask) ──▶ ReadyStep ── Law::apply ──▶ amount
//! ```
//!
//! A step declares its amounts, the direction in which each of its numbers moves the payment, its law and when the law
//! binds. The range engine (`benefit`, `estimate`) derives everything else from these: exactness, trends, ends, kinks,
//! the facts that a page asks for. `tests/step_laws.rs` holds every step to what it declares; docs/ranges.md says why that is enough.

mod allowance;
mod amount;
mod ask;
mod at_least;
mod bands;
mod base;
mod borne_first;
mod cap;
mod choice;
mod counter;
mod deductible;
mod elsewhere;
mod law;
mod names;
mod number;
mod own_rates;
mod overflow;
mod rate;
mod read_amount;
mod stated;
mod uses;
mod work_out;
mod worked;

pub use amount::{Amount, Count, How, OfBill, Part, Source, Term, ValueRef};
pub use ask::{Ask, Found, Modified};
pub use choice::{Choice, Reading};
pub(super) use counter::Counters;
pub use counter::{Apart, Counter, CounterId, Counts, Of, Per, Slot, TIMES, Window};
pub use law::{Binding, Flow, Law, ReadyStep, Start, YearLimit};
pub(super) use names::Names;
pub use number::{Acts, End, Moves, Number};
pub use overflow::{BillPart, Omissions, Overflow, Pot};
pub use own_rates::{OWN_RATES, OwnRate};
pub use read_amount::ROUNDINGS;
pub use stated::Step;
pub(super) use stated::{missing_in_order, read_steps};
pub use worked::{
    CUT, OTHER_PAYS, OWED_BEFORE, PAST_LIMIT, PAST_LIMIT_ADDED, Period, ROUND, Role, SETTLED, StepKind, Worked,
};

/// What the members of a step may say, by name, for the schema of policy files.
pub(crate) mod said {
    pub use super::allowance::ALLOWANCE_TIMES;
    pub use super::at_least::WHOLES;
    pub use super::bands::{BANDS_OF, MEASURED};
    pub use super::base::{EXCESSES, OMITTED, base_names};
    pub use super::cap::BY_CARE;
    pub use super::rate::RAISES;
    #[cfg(test)]
    pub use super::read_amount::amount_keys;
    pub use super::uses::USES_TIMES;
}

use super::Test;
use super::read_test::read_test;
use crate::interval::{Interval, Trend};
use crate::json::reader::{Members, Node};
use crate::money::{self, Money};
use crate::vocabulary::Fact;
use law::Made;

/// A kind of step, as its file defines it.
trait Mechanism: Sized {
    /// The member by which a policy file names the step.
    const KEY: &'static str;
    /// Every member that the step may have.
    const MEMBERS: &'static [&'static str];
    /// What the step is for.
    const ROLE: Role;
    /// What it may write into the working.
    const KINDS: &'static [StepKind];
    /// What it does with an amount once its numbers are known.
    type Law: Law;

    /// Reads the step; every problem is noted at its place.
    fn read(members: &Members, names: &Names) -> Option<Self>;

    /// The amounts that it takes from the policy.
    fn amounts(&self) -> Vec<&Amount> {
        Vec::new()
    }

    /// Whether what it does need not move evenly with its amounts: it takes the better of two, or cuts what two make together.
    fn is_uneven(&self) -> bool {
        false
    }

    /// The tests that it asks beside those that choose its amounts.
    fn tests(&self) -> Vec<&Test> {
        Vec::new()
    }

    /// The facts that it reads beside those of tests and tables.
    fn facts(&self) -> Vec<Fact> {
        Vec::new()
    }

    /// The counters that it reads.
    fn counters(&self) -> Vec<&Counter> {
        Vec::new()
    }

    /// The time in which a limit counts.
    fn period(&self) -> Option<Period> {
        None
    }

    /// What goes in where this is the first step; none where the programme has nothing to pay on.
    fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(base::in_scope(ask)))
    }

    /// The step with its numbers; none where it does nothing here.
    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A>;
}

macro_rules! steps {
    ($($module:ident: $name:ident, $law:ident;)*) => {
        $(pub use $module::$name;)*

        /// What a step does, as a policy file states it.
        #[derive(Clone, Debug, PartialEq)]
        enum AnyStep { $($name($name),)* }

        /// The law of a step, with its numbers.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each is described in its file")]
        pub enum AnyLaw { $($name($module::$law),)* }

        const KEYS: &[&str] = &[$($name::KEY),*];

        fn read_step(key: &str, node: &Node, names: &Names) -> Option<Step> {
            let members = |known: &[&str]| node.members(&[known, &["when"]].concat());
            match key {
                $($name::KEY => {
                    let members = members($name::MEMBERS)?;
                    let when = members.optional("when", |at| read_test(at, names.scope));
                    let step = $name::read(&members, names).map(AnyStep::$name);
                    Some(Step { step: step?, when: when? })
                })*
                _ => None,
            }
        }

        impl Step {
            /// The key and the role of every kind of step.
            pub fn keys() -> impl Iterator<Item = (&'static str, Role)> {
                [$(($name::KEY, $name::ROLE)),*].into_iter()
            }

            /// The members of every kind of step, in the same order; beside them each may have `when`.
            pub fn members() -> impl Iterator<Item = &'static [&'static str]> {
                [$($name::MEMBERS),*].into_iter()
            }
        }

        impl AnyStep {
            fn amounts(&self) -> Vec<&Amount> {
                match self { $(AnyStep::$name(step) => step.amounts(),)* }
            }

            fn tests(&self) -> Vec<&Test> {
                match self { $(AnyStep::$name(step) => step.tests(),)* }
            }

            fn facts(&self) -> Vec<Fact> {
                match self { $(AnyStep::$name(step) => step.facts(),)* }
            }

            fn is_uneven(&self) -> bool {
                match self { $(AnyStep::$name(step) => step.is_uneven(),)* }
            }

            fn counters(&self) -> Vec<&Counter> {
                match self { $(AnyStep::$name(step) => step.counters(),)* }
            }

            fn role(&self) -> Role {
                match self { $(AnyStep::$name(_) => $name::ROLE,)* }
            }

            fn period(&self) -> Option<Period> {
                match self { $(AnyStep::$name(step) => step.period(),)* }
            }

            fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
                match self { $(AnyStep::$name(step) => step.start(ask),)* }
            }

            fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<ReadyStep<'c>>, A::Stop> {
                Ok(match self { $(AnyStep::$name(step) => step.ready(ask)?.map(|made| made.wrap(AnyLaw::$name)),)* })
            }
        }

        impl AnyLaw {
            /// What it writes into the working.
            #[must_use]
            pub fn kind(&self) -> StepKind {
                match self { $(AnyLaw::$name(law) => law.kind(),)* }
            }

            /// Whether no number of it is open.
            #[must_use]
            pub fn is_exact(&self) -> bool {
                match self { $(AnyLaw::$name(law) => law.is_exact(),)* }
            }

            /// How unknown numbers move what comes out.
            #[must_use]
            pub fn trend(&self) -> Trend {
                match self { $(AnyLaw::$name(law) => law.trend(),)* }
            }

            /// What comes out at one end of its numbers.
            #[must_use]
            pub fn apply(&self, flow: Flow, end: End) -> Money {
                match self { $(AnyLaw::$name(law) => law.apply(flow, end),)* }
            }

            /// When it binds, for amounts between two ends.
            #[must_use]
            pub fn binding(&self, least: Money, most: Money) -> Binding {
                match self { $(AnyLaw::$name(law) => law.binding(least, most),)* }
            }

            /// Adds to a recorded step what its words and a replay need.
            #[must_use]
            pub fn explain(&self, flow: Flow, end: End, step: Worked) -> Worked {
                match self { $(AnyLaw::$name(law) => law.explain(flow, end, step),)* }
            }

            /// Becomes the simplest law that does the same to every amount up to `most`.
            pub fn normalise(&mut self, most: Money) {
                match self { $(AnyLaw::$name(law) => law.normalise(most),)* }
            }

            /// Whether it may jump anywhere.
            #[must_use]
            pub fn may_jump(&self) -> bool {
                match self { $(AnyLaw::$name(law) => law.may_jump(),)* }
            }

            /// Whether it may jump between two amounts that go in.
            #[must_use]
            pub fn jumps(&self, least: Money, most: Money) -> bool {
                match self { $(AnyLaw::$name(law) => law.jumps(least, most),)* }
            }

            /// Takes what went into the first step for all that is in scope.
            pub fn follow_base(&mut self) {
                match self { $(AnyLaw::$name(law) => law.follow_base(),)* }
            }

            /// Takes what deductibles took as a number of its own, if it counts from there.
            pub fn lie_above(&mut self, deducted: Interval) {
                match self { $(AnyLaw::$name(law) => law.lie_above(deducted),)* }
            }

            /// Whether the same addition brings no less on top of a greater amount.
            #[must_use]
            pub fn is_convex(&self) -> bool {
                match self { $(AnyLaw::$name(law) => law.is_convex(),)* }
            }

            /// Of a law that pays a share of every part of an amount: the parts, each with its rate.
            #[must_use]
            pub fn shares(&self, flow: Flow, end: End) -> Option<Vec<(Money, money::Rate)>> {
                match self { $(AnyLaw::$name(law) => law.shares(flow, end),)* }
            }

            /// Of a yearly limit of payments: the whole of it and what is used.
            #[must_use]
            pub fn year_limit(&self) -> Option<YearLimit> {
                match self { $(AnyLaw::$name(law) => law.year_limit(),)* }
            }

            /// Of a limit, whatever it is of: what is left of it.
            #[must_use]
            pub fn limit(&self) -> Option<Interval> {
                match self { $(AnyLaw::$name(law) => law.limit(),)* }
            }

            /// Of a limit of what is paid in a year or a shorter time: what is left of it.
            #[must_use]
            pub fn counted_limit(&self) -> Option<Interval> {
                match self { $(AnyLaw::$name(law) => law.counted_limit(),)* }
            }
        }

        impl StepKind {
            /// Every kind: those of the steps, then those around them.
            pub fn all() -> impl Iterator<Item = StepKind> {
                let of_steps = [$($name::KINDS),*].concat();
                of_steps.into_iter().chain(worked::AROUND_STEPS)
            }
        }
    };
}

steps! {
    base: Base, NoLaw;
    deductible: Deductible, Taken;
    rate: Rate, Share;
    bands: Bands, Banded;
    cap: Cap, Limit;
    at_least: AtLeast, Floor;
    borne_first: BorneFirst, Remaining;
    uses: Uses, Visits;
    allowance: Allowance, Regular;
}
