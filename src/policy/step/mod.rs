//! The steps of a benefit. A step is one file of this folder and one line in [`steps!`] below.
//!
//! ```text
//! policy file ── Mechanism::read ──▶ Step ── Step::ready (through Ask) ──▶ ReadyStep ── Law::apply ──▶ amount
//! ```
//!
//! A step declares its amounts, the direction in which each of its numbers moves the payment, its law and when the law
//! binds. The range engine (`benefit`) derives everything else from these: exactness, trends, ends, kinks, the facts that
//! a page asks for. `tests/step_laws.rs` holds every step to what it declares; docs/ranges.md says why that is enough.

mod amount;
mod ask;
mod counter;
mod elsewhere;
mod law;
mod number;
mod own_rates;
mod overflow;
mod read_amount;
mod work_out;
mod worked;

pub use amount::{Amount, Count, How, Part, Source, Term, ValueRef};
pub use ask::{Ask, Found, Modified};
pub(super) use counter::Counters;
use counter::ShortForm;
pub use counter::{Apart, Counter, CounterId, Counts, Of, Per, Slot, Span, TIMES};
pub use law::{Binding, Flow, Law, ReadyStep, Start, YearLimit};
pub use number::{Acts, CountInterval, End, HasEnds, Moves, Number};
pub use overflow::{BillPart, Omissions, Overflow, Pot};
pub use own_rates::OwnRate;
pub use read_amount::ROUNDINGS;
pub use worked::{CUT, OTHER_PAYS, OWED_BEFORE, Period, ROUND, Role, SETTLED, StepKind, Worked};

use super::indices::Indices;
use super::read_test::read_test;
use super::scope::Scope;
use super::{NamedWords, Test};
use crate::interval::{Interval, Trend};
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::{self, Money};
use crate::vocabulary::{Fact, Service};
use law::Made;

/// A clause that can honestly be read in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its name within the programme.
    pub name: String,
    /// What it is about; the id is also the reading's.
    pub text: NamedWords,
    /// Why it is open.
    pub why: NamedWords,
    /// The ways, by name.
    pub options: Vec<(String, NamedWords)>,
    /// The place of the likelier one.
    pub preferred: usize,
}

/// One thing, or one per option of a reading (by its place).
#[derive(Clone, Debug, PartialEq)]
pub enum Choice<T> {
    /// The same under every reading.
    Fixed(T),
    /// By option.
    ByReading(usize, Vec<T>),
}

impl<T> Choice<T> {
    /// Everything that may be chosen.
    pub fn all(&self) -> &[T] {
        match self {
            Choice::Fixed(thing) => std::slice::from_ref(thing),
            Choice::ByReading(_, things) => things,
        }
    }

    /// The same choice among other things.
    pub fn map<U>(self, to: impl Fn(T) -> U) -> Choice<U> {
        match self {
            Choice::Fixed(thing) => Choice::Fixed(to(thing)),
            Choice::ByReading(reading, things) => Choice::ByReading(reading, things.into_iter().map(to).collect()),
        }
    }
}

/// What a step's reading may refer to.
pub(super) struct Names<'a> {
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
    fn own(&self) -> usize {
        self.earlier.len()
    }

    /// The counter that a step names, which must count one of these. `Some(None)` where the step names none.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    fn counter(&self, members: &Members, allowed: &[Counts]) -> Option<Option<Counter>> {
        self.counters.named_by(members, allowed)
    }

    /// What a step counts in, by name or in short; it counts the first of these where it names no counter.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    fn counted(
        &self,
        members: &Members,
        allowed: &[Counts],
        times: &[(&'static str, Option<Per>)],
    ) -> Option<Option<Counter>> {
        let (counts, otherwise) = (*allowed.first()?, times.first()?.1);
        self.counters.of_step(members, allowed, &ShortForm { counts, times, otherwise, names: self })
    }
}

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

    /// The time in which it counts, where it has one.
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
        $(mod $module;)*
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
        }

        impl Step {
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

            /// Of a yearly limit of cost: what is left of it.
            #[must_use]
            pub fn cost_limit(&self) -> Option<Interval> {
                match self { $(AnyLaw::$name(law) => law.cost_limit(),)* }
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

/// A step as a policy file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    step: AnyStep,
    /// Where it does not hold, the step is left out.
    when: Option<Test>,
}

impl Step {
    /// The amounts that it takes from the policy.
    #[must_use]
    pub fn amounts(&self) -> Vec<&Amount> {
        self.step.amounts()
    }

    /// The values that it takes as they are for what it is about: edges and rates of bands, of other steps the first
    /// number, without what raises it.
    #[must_use]
    pub fn plain_values(&self) -> Vec<usize> {
        let amounts = self.amounts();
        let of_bands = matches!(self.step, AnyStep::Bands(_));
        let most = if of_bands { amounts.len() } else { 1 };
        amounts.into_iter().take(most).filter_map(Amount::only_value).collect()
    }

    /// Whether it takes off what the patient bears first.
    #[must_use]
    pub fn is_borne_first(&self) -> bool {
        matches!(self.step, AnyStep::BorneFirst(_))
    }

    /// What its amounts are made of.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        self.amounts().into_iter().flat_map(Amount::parts)
    }

    /// Every test that it asks.
    #[must_use]
    pub fn tests(&self) -> Vec<&Test> {
        let chosen = self.amounts().into_iter().flat_map(Amount::tests);
        chosen.chain(self.step.tests()).chain(&self.when).collect()
    }

    /// The facts that it computes with.
    #[must_use]
    pub fn counted(&self) -> Vec<Fact> {
        let fact = |part| if let Part::Count(count) = part { Some(count.fact()) } else { None };
        let by_day = self.step.facts().into_iter().filter(|fact| *fact == Fact::days());
        self.parts().filter_map(fact).chain(by_day).collect()
    }

    /// The values with which what it does need not move evenly, by their places: those that its amounts take with modifiers, and
    /// all where the step itself is uneven.
    #[must_use]
    pub fn uneven_values(&self) -> Vec<usize> {
        let value = |part| if let Part::Value(value) = part { Some(value.value) } else { None };
        let all = self.parts().filter_map(value).filter(|_| self.step.is_uneven());
        self.amounts().into_iter().flat_map(Amount::modified_values).chain(all).collect()
    }

    /// The dated figures that its amounts start from.
    #[must_use]
    pub fn indices(&self) -> Vec<&str> {
        self.parts().filter_map(|part| if let Part::Index(name) = part { Some(name) } else { None }).collect()
    }

    /// The facts that it reads beside those of tests and tables.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let apart = self.counters().into_iter().filter_map(|counter| counter.apart).collect();
        [self.step.facts(), self.counted(), apart].concat()
    }

    /// Whether its numbers are the same on every day on which its values and the outcome of its tests are.
    #[must_use]
    pub fn is_steady(&self) -> bool {
        !self.parts().any(|part| matches!(part, Part::Count(_) | Part::Counter(_) | Part::Bill))
    }

    /// The counters that it reads: its own, then those of its amounts and tests.
    #[must_use]
    pub fn counters(&self) -> Vec<&Counter> {
        let read = self.parts().filter_map(|part| if let Part::Counter(counter) = part { Some(counter) } else { None });
        let asked = self.tests().into_iter().flat_map(Test::counters);
        self.step.counters().into_iter().chain(read).chain(asked).collect()
    }

    /// What it is for.
    #[must_use]
    pub fn role(&self) -> Role {
        self.step.role()
    }

    /// The time in which it counts, where it has one.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.step.period()
    }

    /// What goes in where this is the first step; none where the programme has nothing to pay on.
    ///
    /// # Errors
    /// Something must be decided first.
    pub fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        if self.role() == Role::Opening && !self.holds(ask)? {
            return Ok(Some(base::in_scope(ask)));
        }
        self.step.start(ask)
    }

    /// The step with its numbers; none where it does nothing here.
    ///
    /// # Errors
    /// Something must be decided first.
    pub fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<ReadyStep<'c>>, A::Stop> {
        if self.holds(ask)? { self.step.ready(ask) } else { Ok(None) }
    }

    fn holds<'c, A: Ask<'c>>(&self, ask: &A) -> Result<bool, A::Stop> {
        self.when.as_ref().map_or(Ok(true), |when| ask.holds(when))
    }

    /// Whether the programme is a second layer, which pays by the year's total.
    fn is_year_total(&self) -> bool {
        matches!(&self.step, AnyStep::Base(base) if base.is_year_total())
    }

    /// The value after which the step's own counter is called: that of its first amount.
    #[must_use]
    pub fn counter_value(&self) -> Option<usize> {
        self.amounts().first().and_then(|amount| amount.only_value())
    }

    /// The programmes of the file whose limits in the cost it reckons back from what they pay: a rate then divides.
    #[must_use]
    pub fn reckons_back(&self) -> Vec<usize> {
        if let AnyStep::Base(base) = &self.step { base.reckons_back() } else { Vec::new() }
    }

    /// Whether it is a limit of what is paid in a year.
    #[must_use]
    pub fn is_yearly_limit(&self) -> bool {
        self.is_limit_of_payments() && self.period() == Some(Period::Year)
    }

    /// Whether it is a limit of what is paid in a year or a shorter time.
    #[must_use]
    pub fn is_limit_of_payments(&self) -> bool {
        let is_of_payments = |counter: &&Counter| counter.counts == Counts::Paid;
        self.role() == Role::Limit && self.step.counters().iter().any(is_of_payments)
    }

    /// The programmes of the file of which it must be known what their yearly limits leave over.
    #[must_use]
    pub fn overflows(&self) -> Vec<usize> {
        if let AnyStep::Base(base) = &self.step { base.overflows() } else { Vec::new() }
    }

    /// Whether two benefits that begin with these steps pay on parts of a bill that have nothing in common.
    #[must_use]
    pub fn is_apart_from(&self, other: &Step) -> bool {
        let is_out = |step: &Step| matches!(&step.step, AnyStep::Base(base) if base.is_out_of_catalogue());
        let is_whole = |step: &Step| matches!(&step.step, AnyStep::Base(base) if base.is_of_whole_bill());
        is_out(self) != is_out(other) && !is_whole(self) && !is_whole(other)
    }

    /// Whether it asks for a part of the bill.
    #[must_use]
    pub fn asks_for(&self, part: BillPart) -> bool {
        matches!(&self.step, AnyStep::Base(base) if base.asks_for(part))
    }

    /// What it leaves out, of a second layer's base.
    #[must_use]
    pub fn omissions(&self) -> Omissions {
        if let AnyStep::Base(base) = &self.step { base.omissions() } else { Omissions::default() }
    }

    /// Of a deductible: the counter into which goes what is borne of it.
    #[must_use]
    pub fn borne(&self) -> Option<&Counter> {
        self.step.counters().into_iter().find(|counter| counter.counts == Counts::Borne)
    }
}

/// The steps of a benefit.
pub(super) fn read_steps(node: &Node, names: &Names) -> Vec<Step> {
    let items = node.items().unwrap_or_default();
    if items.is_empty() {
        node.note(Code::Empty, &[]);
    }
    items.iter().enumerate().filter_map(|(step, item)| read_one(item, &Names { step, ..*names })).collect()
}

fn read_one(node: &Node, names: &Names) -> Option<Step> {
    let entries = node.entries()?;
    match entries.iter().map(|(key, _)| *key).find(|key| KEYS.contains(key)) {
        Some(key) => read_step(key, node, names),
        None => {
            let key = entries.first().map_or("", |(key, _)| *key);
            node.refuse(Code::UnknownStep, &[("key", key), ("known", &KEYS.join(", "))])
        }
    }
}

/// What is wrong with the steps taken together, each in words.
pub(super) fn missing_in_order(steps: &[Step], is_allowance: bool) -> Vec<&'static str> {
    let has_grant = steps.iter().any(|step| step.role() == Role::Grant);
    let has_late_base = steps.iter().skip(1).any(|step| step.role() == Role::Opening);
    let is_second_layer = steps.first().is_some_and(Step::is_year_total);
    let has_counted_deductible = steps.iter().any(|step| step.borne().is_some());
    let has_floor = steps.iter().any(|step| step.role() == Role::Floor);
    let faults = [
        (has_grant != is_allowance, "the step allowance goes with \"kind\": \"allowance\", and that with it"),
        (has_late_base, "the base stands first"),
        (
            is_second_layer && has_counted_deductible,
            "a deductible of a second layer is per expense: its base is the year already",
        ),
        (is_second_layer && has_floor, "at_least stands in a first layer: a second one pays by the year"),
    ];
    faults.into_iter().filter(|(is_there, _)| *is_there).map(|(_, fault)| fault).collect()
}
