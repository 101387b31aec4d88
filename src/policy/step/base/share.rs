//! The year's personal share, the base of a second layer, with what counts beside it or is left out.

use super::super::{Amount, Ask, BillPart, Counter, Names, Omissions, Start, StepKind, Worked};
use super::{left, opening};
use crate::interval::{Interval, RateInterval};
use crate::json::reader::Members;
use crate::policy::Unit;
use crate::policy::step::{Period, Role};

/// From the in-scope part to what basic insurance left of it, where other layers have paid since.
pub(super) const LEFT_BY_BASIC: StepKind = StepKind::new("left-by-basic", Role::Opening);
/// From what is left to the share as a second layer counts it: with the advance, without the deductible.
pub(super) const SHARE: StepKind = StepKind::new("share-counted", Role::Opening);
/// From this expense's personal share to the year's.
pub(super) const YEAR_SHARE: StepKind = StepKind::new("year-share", Role::Opening).per(Period::Year);

/// What a second layer counts of each bill beside what basic left in scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ShareParts {
    /// Where care elsewhere counts as if it had been at home: what the year's bills would have left then.
    at_home: Option<Counter>,
    /// This share of the advance: with all of it, the counter of what is left and the advance itself.
    advance: Option<(Amount, Counter, Counter)>,
    /// What is left out, with what the year's bills held of it.
    without: Option<(Omissions, Counter)>,
}

/// What may be left out of a second layer's base.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Omitted {
    Deductible,
    OverCeiling,
    BorneFirst,
    /// What care elsewhere cost more than it would have at home.
    Elsewhere,
}

/// What a second layer may leave out, by name.
pub const OMITTED: [(&str, Omitted); 4] = [
    ("deductible", Omitted::Deductible),
    ("over_ceiling", Omitted::OverCeiling),
    ("elsewhere", Omitted::Elsewhere),
    ("borne_first", Omitted::BorneFirst),
];

impl ShareParts {
    /// `"with": {"advance": V}, "without": ["deductible", "over_ceiling"]`
    pub fn read(members: &Members, names: &Names) -> Option<Self> {
        let with =
            members.optional("with", |at| Amount::read(&at.members(&["advance"])?.need("advance")?, Unit::Rate, names));
        let omitted = members.get("without").map_or(Some(Vec::new()), |at| at.each(&|at| at.one_of(&OMITTED)))?;
        let at_home = omitted.contains(&Omitted::Elsewhere);
        let counter = |part| Counter::year_part(part, at_home, names);
        let advance = with?.map(|rate| (rate, counter(BillPart::LeftWithAdvance), counter(BillPart::Advance)));
        let omissions = Omissions {
            deductible: omitted.contains(&Omitted::Deductible),
            over_ceiling: omitted.contains(&Omitted::OverCeiling),
            borne_first: omitted.contains(&Omitted::BorneFirst),
        };
        let without = (omissions != Omissions::default()).then(|| (omissions, counter(BillPart::Omitted(omissions))));
        let at_home = at_home.then(|| counter(BillPart::Left));
        Some(ShareParts { at_home, advance, without })
    }

    pub fn amounts(&self) -> Vec<&Amount> {
        self.advance.iter().map(|(rate, ..)| rate).collect()
    }

    pub fn counters(&self) -> impl Iterator<Item = &Counter> {
        let of_advance = self.advance.iter().flat_map(|(_, left, advance)| [left, advance]);
        of_advance.chain(&self.at_home).chain(self.without.iter().map(|(_, counter)| counter))
    }

    /// Whether it asks for a part of the bill.
    pub fn asks_for(&self, part: BillPart) -> bool {
        part == BillPart::Advance && self.advance.is_some()
    }

    /// What is left out.
    pub fn omissions(&self) -> Omissions {
        self.without.as_ref().map_or(Omissions::default(), |(omissions, _)| *omissions)
    }

    /// The year's share: what each bill counts here, and what the year's earlier bills counted. `counter` is of what basic
    /// insurance left in scope.
    pub fn start<'c, A: Ask<'c>>(&self, ask: &A, counter: &Counter) -> Result<Start, A::Stop> {
        let (counter, plain) = match &self.at_home {
            Some(at_home) => (at_home, ask.part_at_home(BillPart::Left)),
            None => (counter, ask.part(BillPart::Left)),
        };
        let part = |part| if self.at_home.is_some() { ask.part_at_home(part) } else { ask.part(part) };
        let (mut share, mut earlier) = (plain, ask.counter(counter));
        let (mut added, mut taken) = (Interval::ZERO, Interval::ZERO);
        if let Some((rate, left, advance)) = &self.advance {
            let rate = ask.number(rate)?.rate();
            added = share_of(ask.part(BillPart::Advance), rate);
            // Where it is open: all of the advance less the rest of it. What it adds to the base, what is in scope lacks.
            let rest = |advance| share_of(advance, rate.rest());
            share = if added.is_exact() {
                plain.plus(added)
            } else {
                part(BillPart::LeftWithAdvance).less(rest(ask.part(BillPart::Advance)))
            };
            earlier = ask.counter(left).less(rest(ask.counter(advance)));
        }
        if let Some((omissions, counter)) = &self.without {
            taken = part(BillPart::Omitted(*omissions));
            earlier = earlier.less(ask.counter(counter));
        }
        share = share.less(taken);
        let opening = opening(ask, || {
            let (first, from) = self.first_step(ask, plain);
            let less = taken.low + from.low.less(plain.low);
            let counted = Worked::new(SHARE, from.low, share.low).arg("advance", added.low).arg("less", less);
            let year = Worked::new(YEAR_SHARE, share.low, share.low + earlier.low).arg("earlier", earlier.low);
            let counted = (share != from).then_some(counted);
            std::iter::once(first).chain(counted).chain([year]).collect()
        });
        // What is added and taken off moves by itself where it is open.
        let aligned = plain == ask.left() && added.is_exact() && taken.is_exact();
        let counts_more = self.advance.is_some();
        Ok(Start { earlier: Some(earlier), counts_more, ..Start::from(share, aligned, opening) })
    }

    /// What the share is made of, and the step that tells it. What other layers have paid since stays in the share.
    fn first_step<'c, A: Ask<'c>>(&self, ask: &A, plain: Interval) -> (Worked, Interval) {
        if self.at_home.is_some() || plain == ask.left() {
            return (left(ask), ask.left());
        }
        (Worked::new(LEFT_BY_BASIC, ask.in_scope().low, plain.low), plain)
    }
}

fn share_of(amount: Interval, rate: RateInterval) -> Interval {
    Interval::new(amount.low.share(rate.low), amount.high.share(rate.high), amount.trend.with(rate.trend))
}
