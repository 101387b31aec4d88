//! Prepares a programme's steps for one expense: which value on the day, which reading, which ends.

use super::lookup::{Found, Stop, pick};
use super::op::{BandsOp, Op, Origin, Prepared};
use super::working::{StepKind, Worked};
use super::{Account, Effort, Situation};
use crate::calendar::Date;
use crate::money::{Money, Rate};
use crate::policy::{
    Base, BeyondCap, Choice, Excess, How, Measured, Of, Per, Pick, Programme, Raise, Step, Value, ValueRef,
};
use crate::span::{RateSpan, Span, Trend};
use crate::truth::Truth;
use crate::unknowns::{Domain, Split, World};
use crate::vocabulary::Fact;

/// Prepares; `None` where the programme has nothing to pay on (a cap that is not used up).
pub fn prepare<'c>(world: &World<'c>, situation: Situation) -> Result<Option<Prepared<'c>>, Stop> {
    let preparing = Preparing { world, situation };
    let steps = &world.case().book().programme(situation.at.programme).benefit;
    let base = match steps.first() {
        // An allowance needs no bill: it starts from nothing.
        Some(Step::Allowance { .. }) => Some(Prepared::from(Span::ZERO, false, Vec::new())),
        Some(Step::Base(base)) => preparing.base(preparing.choice(base)?)?,
        _ => preparing.base(Base::InScope)?,
    };
    let Some(mut prepared) = base else { return Ok(None) };
    for step in steps {
        let op = preparing.op(step)?.map(|op| plainest(&prepared, op));
        prepared.ops.extend(op.filter(|op| !never_bites(&prepared, op)));
    }
    Ok(Some(prepared))
}

/// Whether a programme's numbers do not change within the year of a day and nothing but readings chooses among them.
fn same_all_year(programme: &Programme, day: Date) -> bool {
    let dated = |value: &Value| {
        value
            .versions
            .iter()
            .any(|version| version.period.from.is_some_and(|from| from.year() == day.year() && !from.is_new_year()))
    };
    let chosen = |pick: &Pick| pick.cases.len() > 1;
    let by_choice = |step: &Step| match step {
        Step::Base(_) => false,
        Step::Deductible { amount, .. } => chosen(amount),
        Step::Rate { rate, raise } => chosen(rate) || raise.is_some(),
        Step::Bands { bands, .. } => bands.iter().any(|(edge, rate)| edge.as_ref().is_some_and(chosen) || chosen(rate)),
        Step::Cap { .. } | Step::Allowance { .. } => true,
    };
    let by_fact = programme.values.iter().any(|value| !value.by.is_empty());
    !by_fact && !programme.values.iter().any(dated) && !programme.benefit.iter().any(by_choice)
}

/// Where no amount leaves the lowest band, it is all one how edges are measured and what lies below: the same step
/// under every reading should look the same.
fn plainest<'c>(prepared: &Prepared, op: Op<'c>) -> Op<'c> {
    let Op::Bands(bands) = op else { return op };
    let earlier = prepared.earlier.map_or(Money::ZERO, |earlier| earlier.high);
    let highest = bands.position.high + earlier + prepared.base.high;
    let within = bands.bands.first().is_some_and(|(edge, _)| highest <= edge.low);
    Op::Bands(if within {
        BandsOp { measured: Measured::BeforeDeductible, position: Span::ZERO, ..bands }
    } else {
        bands
    })
}

/// An open limit that the amount cannot reach, whatever is open, does not make it open.
fn never_bites(prepared: &Prepared, op: &Op) -> bool {
    let Op::Cap { limit, .. } = op else { return false };
    !limit.is_exact() && super::run::run(prepared, super::run::End::Most, false).paid <= limit.low
}

/// What is left of the first yearly cap among the steps.
pub fn year_cap_left(world: &World, at: crate::eligibility::At, year: &dyn Account) -> Result<Span, Stop> {
    let nothing = Situation {
        at,
        bill: Money::ZERO,
        in_scope: Span::ZERO,
        left: Span::ZERO,
        reserved: Money::ZERO,
        year,
        effort: Effort::Bound,
    };
    let preparing = Preparing { world, situation: nothing };
    for step in &world.case().book().programme(at.programme).benefit {
        if let Step::Cap { limit, per: Per::Year, counts } = step
            && let Some(Op::Cap { limit, .. }) = preparing.cap(limit, Per::Year, counts)?
        {
            return Ok(limit);
        }
    }
    Ok(Span::exact(Money::NO_LIMIT))
}

struct Preparing<'a, 'c> {
    world: &'a World<'c>,
    situation: Situation<'a>,
}

impl<'c> Preparing<'_, 'c> {
    /// The working, where it is wanted.
    fn work(&self, steps: impl FnOnce() -> Vec<Worked>) -> Vec<Worked> {
        if self.situation.effort == Effort::Explain { steps() } else { Vec::new() }
    }

    fn year(&self) -> &dyn Account {
        self.situation.year
    }

    /// What a choice says under the reading; an open reading must be decided first.
    fn choice<T: Clone>(&self, choice: &Choice<T>) -> Result<T, Stop> {
        let (reading, options) = match choice {
            Choice::Fixed(thing) => return Ok(thing.clone()),
            Choice::ByReading(reading, options) => (*reading, options),
        };
        let var = self.world.case().reading(self.situation.at.programme, reading);
        let possible = self.world.domain(var).options().unwrap_or_default();
        match possible.lowest() {
            Some(only) if possible.len() == 1 => options.get(only.place()).cloned().ok_or(Stop::Stuck),
            _ => Err(Stop::Decide(Split { variable: var, parts: possible.iter().map(Domain::option).collect() })),
        }
    }

    fn pick(&self, value: &Pick) -> Result<Found<'c>, Stop> {
        pick(self.world, self.situation.at, value)
    }

    fn base(&self, base: Base) -> Result<Option<Prepared<'c>>, Stop> {
        let Situation { bill, in_scope, left, .. } = self.situation;
        let plain = |kind, base: Span, before: Span, aligned| {
            let opening = self.work(|| vec![Worked::new(kind, before.low, base.low)]);
            Prepared::from(base, aligned, opening)
        };
        Ok(Some(match base {
            Base::InScope => plain(StepKind::InScope, in_scope, Span::exact(bill), in_scope == left),
            Base::Bill => plain(StepKind::Bill, Span::exact(bill), Span::exact(bill), false),
            Base::Left => plain(StepKind::Left, left, in_scope, true),
            Base::YearPersonalShare => {
                let earlier = self.year().personal_share();
                let opening = self.work(|| {
                    let year = Worked::new(StepKind::YearShare, left.low, left.low + earlier.low);
                    vec![Worked::new(StepKind::Left, in_scope.low, left.low), year.arg("earlier", earlier.low)]
                });
                let owes_by_year = same_all_year(
                    self.world.case().book().programme(self.situation.at.programme),
                    self.situation.at.day,
                );
                let earlier = Some(earlier);
                Prepared { earlier, owes_by_year, ..Prepared::from(left, true, opening) }
            }
            Base::BeyondCap(beyond) => return self.beyond_cap(beyond),
        }))
    }

    /// Only where the other programme's yearly cap is used up, with this expense or before.
    fn beyond_cap(&self, beyond: BeyondCap) -> Result<Option<Prepared<'c>>, Stop> {
        let book = self.world.case().book();
        let Some(other) = book.sibling(self.situation.at.programme, beyond.programme) else { return Ok(None) };
        let at = crate::eligibility::At { programme: other, ..self.situation.at };
        let value = |value| Pick { cases: vec![(None, ValueRef { value, at: Vec::new() })] };
        let cap = pick(self.world, at, &value(beyond.cap))?.money(Money::NO_LIMIT);
        let rate = pick(self.world, at, &value(beyond.rate))?.rate();
        let paid = self.year().paid(other.place());
        if paid.high < cap.low {
            return Ok(None);
        }
        let used_up_for_sure = paid.low >= cap.high;
        let jump = (!used_up_for_sure).then(|| paid.trend.with(cap.trend.reversed()));
        let (base, aligned) = self.excess(beyond.excess, other.place(), rate);
        let opening = self.work(|| {
            let Situation { in_scope, left, .. } = self.situation;
            let beyond = Worked::new(StepKind::BeyondCap, left.low, base.low);
            let beyond = beyond.arg("programme", book.programme(other).id.as_str()).arg("cap", cap.low);
            vec![Worked::new(StepKind::Left, in_scope.low, left.low), beyond]
        });
        Ok(Some(Prepared { jump, ..Prepared::from(base, aligned, opening) }))
    }

    fn excess(&self, excess: Excess, other: usize, rate: RateSpan) -> (Span, bool) {
        let left = self.situation.left;
        match excess {
            Excess::Remaining => (left, true),
            Excess::Beyond => {
                // What the expense had before the other programme paid, less the amount whose share was paid.
                let paid = self.year().paid_here(other);
                let before = left.plus(paid);
                let counted = Span::new(
                    paid.low.of_which_share(rate.high),
                    paid.high.of_which_share(rate.low),
                    paid.trend.with(rate.trend.reversed()),
                );
                (before.less(counted), paid.is_exact() && rate.is_exact())
            }
        }
    }

    fn op(&self, step: &Step) -> Result<Option<Op<'c>>, Stop> {
        Ok(Some(match step {
            Step::Base(_) => return Ok(None),
            Step::Deductible { amount, per_year } => return self.deductible(amount, *per_year),
            Step::Rate { rate, raise } => self.rate(rate, raise.as_ref())?,
            Step::Bands { bands, measured, of } => self.bands(bands, measured, of)?,
            Step::Cap { limit, per, counts } => return self.cap(limit, *per, counts),
            Step::Allowance { amount, less } => self.allowance(amount, less)?,
        }))
    }

    fn deductible(&self, amount: &Pick, per_year: bool) -> Result<Option<Op<'c>>, Stop> {
        let found = self.pick(amount)?;
        if found.ends.is_none() {
            return Ok(None);
        }
        let whole = found.money(Money::ZERO);
        let borne = if per_year { self.year().borne(self.situation.at.programme.place()) } else { Span::ZERO };
        Ok(Some(Op::Deductible { amount: whole.less(borne), per_year, origin: Origin::of(&found) }))
    }

    fn rate(&self, rate: &Pick, raise: Option<&Raise>) -> Result<Op<'c>, Stop> {
        let found = self.pick(rate)?;
        let plain = found.rate();
        let origin = Origin::of(&found);
        let Some(raise) = raise else { return Ok(Op::Rate { rate: plain, raised: None, origin }) };
        let holds = raise
            .when
            .as_ref()
            .map_or(Truth::True, |when| crate::eligibility::test(self.world, self.situation.at, when));
        match &holds {
            Truth::False => return Ok(Op::Rate { rate: plain, raised: None, origin }),
            Truth::Unknown(open) => return Err(Stop::of(open.causes().next())),
            Truth::True => {}
        }
        let by = self.pick(&raise.value)?.rate();
        let how = self.choice(&raise.how)?;
        let raised = |rate: Rate, by: Rate| match how {
            How::Points => rate.raised_by_points(by),
            How::Relative => rate.raised_relatively(by),
        };
        let rate = RateSpan {
            low: raised(plain.low, by.low),
            high: raised(plain.high, by.high),
            trend: plain.trend.with(by.trend),
        };
        Ok(Op::Rate { rate, raised: Some((plain.low, by.low)), origin })
    }

    fn bands(
        &self,
        bands: &[(Option<Pick>, Pick)],
        measured: &Choice<Measured>,
        of: &Choice<Of>,
    ) -> Result<Op<'c>, Stop> {
        let measured = self.choice(measured)?;
        let of = self.choice(of)?;
        let mut prepared = Vec::new();
        let mut origin = Origin::default();
        for (edge, rate) in bands {
            let edge = edge.as_ref().map(|edge| self.pick(edge)).transpose()?;
            let rate = self.pick(rate)?;
            if prepared.is_empty() {
                origin = Origin::of(&rate);
            }
            prepared.push((edge.map_or(Span::exact(Money::NO_LIMIT), |edge| edge.money(Money::NO_LIMIT)), rate.rate()));
        }
        let position = match of {
            Of::Expense => Span::ZERO,
            Of::YearInpatient => self.year().inpatient_in_scope(),
        };
        Ok(Op::Bands(BandsOp { bands: prepared, measured, position, origin }))
    }

    fn cap(&self, limit: &Pick, per: Per, counts: &Choice<Vec<usize>>) -> Result<Option<Op<'c>>, Stop> {
        let found = self.pick(limit)?;
        if found.ends.is_none() {
            return Ok(None);
        }
        let whole = found.money(Money::NO_LIMIT);
        let origin = Origin::of(&found);
        Ok(Some(match per {
            Per::Expense => Op::Cap { limit: whole, per, months: None, of_year: None, origin },
            Per::Year => {
                let others = self.choice(counts)?;
                let used = self.used(&others);
                let of_year = others.is_empty().then_some((whole, used));
                Op::Cap { limit: whole.less(used), per, months: None, of_year, origin }
            }
            Per::Month => {
                let (low, high, trend) = self.months();
                let limit = Span::new(whole.low.times(low), whole.high.times(high), whole.trend.with(trend));
                Op::Cap { limit, per, months: (low == high).then_some(low), of_year: None, origin }
            }
        }))
    }

    /// What this programme and the others named paid this year.
    fn used(&self, others: &[usize]) -> Span {
        let own = self.situation.at.programme;
        let siblings = others.iter().filter_map(|place| self.world.case().book().sibling(own, *place));
        siblings.fold(self.year().paid(own.place()), |sum, p| sum.plus(self.year().paid(p.place())))
    }

    fn allowance(&self, amount: &Pick, less: &Choice<Option<Pick>>) -> Result<Op<'c>, Stop> {
        let found = self.pick(amount)?;
        let off = self.choice(less)?.map(|less| self.pick(&less)).transpose()?;
        let monthly = found.money(Money::ZERO).less(off.map_or(Span::ZERO, |off| off.money(Money::ZERO)));
        let (low, high, months_trend) = self.months();
        Ok(Op::Allowance { monthly, months: (low, high), months_trend, origin: Origin::of(&found) })
    }

    fn months(&self) -> (i64, i64, Trend) {
        let case = self.world.case();
        let var = case.fact(Fact::MONTHS, self.situation.at.expense);
        let (low, high) = self.world.domain(var).counts();
        let up = if low < high {
            case.driver(var).map(crate::span::Drivers::one).unwrap_or_default()
        } else {
            Default::default()
        };
        (low, high, Trend { up, ..Trend::FLAT })
    }
}
