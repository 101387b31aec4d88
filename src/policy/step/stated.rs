//! A step as a policy file states it, and what the rest of the core asks of it.

use super::{
    Amount, AnyStep, Ask, BillPart, Counter, Counts, KEYS, Names, OfBill, Omissions, Part, Period, ReadyStep, Role,
    Start, base, read_step,
};
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::policy::Test;
use crate::vocabulary::Fact;

/// A step as a policy file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub(super) step: AnyStep,
    /// Where it does not hold, the step is left out.
    pub(super) when: Option<Test>,
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

    /// The values that its amounts take, each as often as it is taken.
    pub fn values(&self) -> impl Iterator<Item = usize> {
        self.parts().filter_map(|part| if let Part::Value(value) = part { Some(value.value) } else { None })
    }

    /// Whether an amount of it is made of what a counter holds.
    #[must_use]
    pub fn takes_a_counter(&self) -> bool {
        self.parts().any(|part| matches!(part, Part::Counter(_)))
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
        [self.step.facts(), self.counted(), apart, self.facts_of_bill()].concat()
    }

    /// The parts of the bill from which its amounts start.
    fn of_bill(&self) -> impl Iterator<Item = OfBill> {
        self.parts().filter_map(|part| if let Part::OfBill(part) = part { Some(part) } else { None })
    }

    /// The facts from which parts of a bill follow. The whole bill is always given.
    fn facts_of_bill(&self) -> Vec<Fact> {
        let is_a_part = self.of_bill().any(|part| part != OfBill::Whole);
        if is_a_part { vec![Fact::self_paid(), Fact::advance()] } else { Vec::new() }
    }

    /// Whether its numbers are the same on every day on which its values and the outcome of its tests are.
    #[must_use]
    pub fn is_steady(&self) -> bool {
        !self.parts().any(|part| matches!(part, Part::Count(_) | Part::Counter(_) | Part::OfBill(_)))
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

    /// The time in which a limit counts.
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
        let is_of_base = matches!(&self.step, AnyStep::Base(base) if base.asks_for(part));
        is_of_base || self.of_bill().any(|other| other == OfBill::Part(part))
    }

    /// What a second layer's base leaves out, or an amount starts from, of what basic programmes took off.
    #[must_use]
    pub fn omissions(&self) -> Omissions {
        let of_base = if let AnyStep::Base(base) = &self.step { base.omissions() } else { Omissions::NOTHING };
        let of_amounts = self.of_bill().filter_map(|part| match part {
            OfBill::Part(BillPart::Omitted(omissions)) => Some(omissions),
            _ => None,
        });
        of_amounts.fold(of_base, Omissions::with)
    }

    /// Of a deductible: the counter into which goes what is borne of it.
    #[must_use]
    pub fn borne(&self) -> Option<&Counter> {
        self.step.counters().into_iter().find(|counter| counter.counts == Counts::Borne)
    }
}

/// The steps of a benefit.
pub(in crate::policy) fn read_steps(node: &Node, names: &Names) -> Vec<Step> {
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
pub(in crate::policy) fn missing_in_order(steps: &[Step], is_allowance: bool) -> Vec<&'static str> {
    let has_grant = steps.iter().any(|step| step.role() == Role::Grant);
    let has_late_base = steps.iter().skip(1).any(|step| step.role() == Role::Opening);
    let is_second_layer = steps.first().is_some_and(Step::is_year_total);
    let has_counted_deductible = steps.iter().any(|step| step.borne().is_some());
    let has_floor = steps.iter().any(|step| step.role() == Role::Floor);
    let of_bill = |step: &&Step| step.of_bill().next().is_some();
    let takes_part = steps.iter().filter(of_bill).any(|step| step.role() != Role::Limit);
    let has_part = steps.iter().any(|step| of_bill(&step));
    let faults = [
        (has_grant != is_allowance, "the step allowance goes with \"kind\": \"allowance\", and that with it"),
        (has_late_base, "the base stands first"),
        (
            is_second_layer && has_counted_deductible,
            "a deductible of a second layer is per expense: its base is the year already",
        ),
        (is_second_layer && has_floor, "at_least stands in a first layer: a second one pays by the year"),
        (
            is_second_layer && takes_part,
            "an amount that starts from a part of the bill stands in a first layer, or in a cap: a second one pays by the year",
        ),
        (is_allowance && has_part, "an allowance needs no bill: no amount of it starts from a part of one"),
    ];
    faults.into_iter().filter(|(is_there, _)| *is_there).map(|(_, fault)| fault).collect()
}
