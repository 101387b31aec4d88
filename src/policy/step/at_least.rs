//! `{"at_least": V, "of": "in_scope" | "bill"}`: max(x, V). V is an amount, or a share of what is in scope or of the bill.
//! The payment is cut at what is left in scope like any other.

use super::law::NamedLaw;
use super::{Amount, Ask, Binding, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Role, StepKind, Worked};
use crate::interval::Interval;
use crate::json::reader::Members;
use crate::money::{Money, Rate};
use crate::policy::Unit;
use crate::vocabulary::Fact;

/// At least `amount`.
const AMOUNT: StepKind = StepKind::new("at-least", Role::Floor);
/// At least `amount`, the share `rate` of what is in scope.
const OF_SCOPE: StepKind = StepKind::new("at-least-in-scope", Role::Floor);
/// At least `amount`, the share `rate` of the bill.
const OF_BILL: StepKind = StepKind::new("at-least-bill", Role::Floor);

/// A guaranteed minimum.
#[derive(Clone, Debug, PartialEq)]
pub struct AtLeast {
    least: Amount,
    of: Option<Of>,
}

/// What a minimum is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    InScope,
    Bill,
}

/// What a minimum is a share of, by name.
pub const WHOLES: [(&str, Of); 2] = [("in_scope", Of::InScope), ("bill", Of::Bill)];

impl Mechanism for AtLeast {
    const KEY: &'static str = "at_least";
    const MEMBERS: &'static [&'static str] = &["at_least", "of"];
    const ROLE: Role = Role::Floor;
    const KINDS: &'static [StepKind] = &[AMOUNT, OF_SCOPE, OF_BILL];
    type Law = Floor;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let of = members.optional("of", |at| at.one_of(&WHOLES));
        let unit = if members.has("of") { Unit::Rate } else { Unit::Money };
        let least = members.need(Self::KEY).and_then(|at| Amount::read(&at, unit, names));
        Some(AtLeast { least: least?, of: of? })
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.least]
    }

    fn facts(&self) -> Vec<Fact> {
        if self.of == Some(Of::InScope) { vec![Fact::self_paid(), Fact::advance()] } else { Vec::new() }
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.least)?;
        if found.number.is_none() {
            return Ok(None);
        }
        let share = |whole, kind| Floor { least: Least::Share(Number::raises(found.rate()), whole), kind };
        let law = match self.of {
            None => Floor { least: Least::Amount(Number::raises(found.money(Money::ZERO))), kind: AMOUNT },
            Some(Of::InScope) => share(Whole::Amount(Number::raises(ask.in_scope())), OF_SCOPE),
            Some(Of::Bill) => share(Whole::Amount(Number::raises(Interval::exact(ask.bill()))), OF_BILL),
        };
        Ok(Some(NamedLaw::of(&found, law)))
    }
}

/// No less than an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    least: Least,
    kind: StepKind,
}

#[derive(Clone, Debug, PartialEq)]
enum Least {
    Amount(Number),
    Share(Number<Rate>, Whole),
}

#[derive(Clone, Debug, PartialEq)]
enum Whole {
    /// What went into the first step: it is what is in scope.
    Base,
    Amount(Number),
}

impl Floor {
    fn at(&self, flow: Flow, end: End) -> Money {
        match &self.least {
            Least::Amount(amount) => amount.at(end),
            Least::Share(rate, Whole::Base) => flow.base.share(rate.at(end)),
            Least::Share(rate, Whole::Amount(amount)) => amount.at(end).share(rate.at(end)),
        }
    }
}

impl Law for Floor {
    fn kind(&self) -> StepKind {
        self.kind
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        let (first, second): (&dyn Moves, Option<&dyn Moves>) = match &self.least {
            Least::Amount(amount) => (amount, None),
            Least::Share(rate, Whole::Base) => (rate, None),
            Least::Share(rate, Whole::Amount(amount)) => (rate, Some(amount)),
        };
        std::iter::once(first).chain(second)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.max(self.at(flow, end))
    }

    fn binding(&self, least: Money, most: Money) -> Binding {
        let Least::Amount(Number { interval: Interval { low, high, .. }, .. }) = self.least else {
            return Binding::Sometimes;
        };
        if high <= least {
            Binding::Never
        } else if most <= low {
            Binding::Always
        } else {
            Binding::Sometimes
        }
    }

    /// The whole moves with the base then, and is no number of its own.
    fn follow_base(&mut self) {
        if self.kind == OF_SCOPE
            && let Least::Share(_, whole) = &mut self.least
        {
            *whole = Whole::Base;
        }
    }

    fn explain(&self, flow: Flow, end: End, step: Worked) -> Worked {
        let step = step.exactly("amount", self.at(flow, end));
        match &self.least {
            Least::Amount(_) => step,
            Least::Share(rate, _) => step.arg("rate", rate.at(end)),
        }
    }
}
