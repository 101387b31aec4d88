//! What the yearly limit of another programme leaves over, as a base.

use super::super::{Amount, Ask, Choice, Counter, Names, Start, StepKind, Worked};
use super::{left, opening};
use crate::interval::Interval;
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::money::Money;
use crate::policy::step::Role;

/// From what is left to what another programme's yearly limit left over.
pub(super) const OVER_LIMIT: StepKind = StepKind::new("over-limit", Role::Opening);
/// From what is left to what counts once another programme's cap is used up.
pub(super) const BEYOND_CAP: StepKind = StepKind::new("beyond-cap", Role::Opening);

/// The other programme by its counter and its place in the file, its cap and its rate by their places among its values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BeyondCap {
    programme: usize,
    paid: Counter,
    /// The same on this expense only.
    paid_here: Counter,
    /// Where the file names them: else its own steps say them.
    cap: Option<Amount>,
    rate: Option<Amount>,
    excess: Excess,
}

impl BeyondCap {
    /// Whether what the other programme left over is needed.
    fn needs_overflow(&self) -> bool {
        match self.excess {
            Excess::Remaining => self.cap.is_none(),
            Excess::Beyond => self.rate.is_none(),
            Excess::BeyondDeductible | Excess::Payment => true,
        }
    }

    pub fn counters(&self) -> Vec<&Counter> {
        vec![&self.paid, &self.paid_here]
    }

    /// The programme of which it must be known what its limit leaves over.
    pub fn overflows(&self) -> Option<usize> {
        self.needs_overflow().then_some(self.programme)
    }

    /// The programme whose limit in the cost is reckoned back from its payments.
    pub fn reckons_back(&self) -> Option<usize> {
        matches!(self.excess, Excess::Beyond | Excess::BeyondDeductible).then_some(self.programme)
    }

    /// `{"programme": …, "how": …}`
    pub fn read(node: &Node, names: &Names) -> Option<Choice<BeyondCap>> {
        let members = node.members(&["programme", "cap", "rate", "how"])?;
        let programme_at = members.need("programme")?;
        let programme = names.scope.programme(&programme_at)?;
        let Some((name, values)) = names.earlier.get(programme) else {
            let name = names.scope.programmes.get(programme).map_or("", String::as_str);
            return programme_at.refuse(Code::BadOrder, &[("name", name)]);
        };
        let value = |key: &'static str| {
            let Some(at) = members.get(key) else { return Some(None) };
            let wanted = at.string()?;
            let place = values.iter().position(|value| value == wanted);
            let known = place.map(|place| Some(Amount::of_value(place)));
            known.or_else(|| at.refuse(Code::UnknownName, &[("kind", "value"), ("name", &format!("{name}/{wanted}"))]))
        };
        let (cap, rate) = (value("cap"), value("rate"));
        // What the other programme pays is only reckoned back by a rate where the limit is named as well.
        if members.has("rate") {
            members.need("cap")?;
        }
        let how = names.scope.choice_of(&members.need("how")?, &EXCESSES)?;
        let paid = Counter::paid_by(vec![programme]);
        let paid_here = paid.on_this_expense();
        let (cap, rate) = (cap?, rate?);
        Some(how.map(|excess| {
            let (paid, paid_here, cap, rate) = (paid.clone(), paid_here.clone(), cap.clone(), rate.clone());
            BeyondCap { programme, paid, paid_here, cap, rate, excess }
        }))
    }

    /// The amount that is left over; none where there is nothing to pay on.
    pub fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        if self.needs_overflow() { Ok(self.over_limit(ask)) } else { self.beyond_cap(ask) }
    }

    /// What the other programme's yearly limit leaves over, as its own steps say it.
    fn over_limit<'c, A: Ask<'c>>(&self, ask: &A) -> Option<Start> {
        let over = ask.overflow(self.programme).filter(|over| over.may_be_reached)?;
        let is_aligned = over.left == Some(ask.left());
        let (base, jump, aligned) = match self.excess {
            Excess::Remaining => (ask.left(), over.jump, true),
            Excess::Beyond => (over.cost, over.jump, false),
            Excess::BeyondDeductible => (over.above_deductible, None, is_aligned),
            Excess::Payment => (over.payment, None, is_aligned),
        };
        let opening = opening(ask, || {
            let other = ask.seen_from(self.programme).map_or("", |other| other.programme());
            vec![left(ask), Worked::new(OVER_LIMIT, ask.left().low, base.low).arg("programme", other)]
        });
        Some(Start { jump, ..Start::from(base, aligned, opening) })
    }

    /// Nothing unless the other programme's yearly cap is used up, with this expense or before.
    fn beyond_cap<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        let Some(other) = ask.seen_from(self.programme) else { return Ok(None) };
        let (Some(cap), rate) = (&self.cap, &self.rate) else { return Ok(None) };
        let cap = other.number(cap)?.money(Money::NO_LIMIT);
        let paid = ask.counter(&self.paid);
        if paid.high < cap.low {
            return Ok(None);
        }
        let is_used_up_for_sure = paid.low >= cap.high;
        let jump = (!is_used_up_for_sure).then(|| paid.trend.with(cap.trend.reversed()));
        let (base, aligned) = match self.excess {
            Excess::Remaining | Excess::BeyondDeductible | Excess::Payment => (ask.left(), true),
            Excess::Beyond => {
                let Some(rate) = rate else { return Ok(None) };
                let rate = other.number(rate)?.rate();
                // What the expense had before the other programme paid, less the amount whose share was paid.
                let paid = ask.counter(&self.paid_here);
                let counted = Interval::new(
                    paid.low.of_which_share(rate.high),
                    paid.high.of_which_share(rate.low),
                    paid.trend.with(rate.trend.reversed()),
                );
                (ask.left().plus(paid).less(counted), paid.is_exact() && rate.is_exact())
            }
        };
        let opening = opening(ask, || {
            let step = Worked::new(BEYOND_CAP, ask.left().low, base.low);
            vec![left(ask), step.arg("programme", other.programme()).arg("cap", cap.low)]
        });
        Ok(Some(Start { jump, ..Start::from(base, aligned, opening) }))
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Excess {
    /// What the expense has left.
    Remaining,
    /// What lies beyond the amount whose share was paid.
    Beyond,
    /// The same, less the deductible that the other programme took off.
    BeyondDeductible,
    /// What the other programme would have paid without its limit.
    Payment,
}

/// What of it counts, by name.
pub const EXCESSES: [(&str, Excess); 4] = [
    ("remaining", Excess::Remaining),
    ("beyond", Excess::Beyond),
    ("payment", Excess::Payment),
    ("beyond_deductible", Excess::BeyondDeductible),
];
