//! `{"borne_first": V}`: x · (1 − V). The patient bears this share before anything else; it is no deductible.

use super::law::NamedLaw;
use super::{Amount, Ask, End, Flow, Law, Made, Mechanism, Moves, Names, Number, Role, StepKind, Worked};
use crate::json::reader::Members;
use crate::money::{self, Money, Rate};
use crate::policy::Unit;

/// Leaves what lies beyond the share `rate`. A share, because a slip counts it neither as a deductible nor out of scope.
const BORNE_FIRST: StepKind = StepKind::new("borne-first", Role::Share);

/// A share that the patient bears first.
#[derive(Clone, Debug, PartialEq)]
pub struct BorneFirst(Amount);

impl Mechanism for BorneFirst {
    const KEY: &'static str = "borne_first";
    const MEMBERS: &'static [&'static str] = &["borne_first"];
    const ROLE: Role = Role::Share;
    const KINDS: &'static [StepKind] = &[BORNE_FIRST];
    type Law = Remaining;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        members.need(Self::KEY).and_then(|at| Amount::read(&at, Unit::Rate, names)).map(BorneFirst)
    }

    fn amounts(&self) -> Vec<&Amount> {
        vec![&self.0]
    }

    fn ready<'c, A: Ask<'c>>(&self, ask: &A) -> Made<'c, Self, A> {
        let found = ask.number(&self.0)?;
        Ok(Some(NamedLaw::of(&found, Remaining(Number::lowers(found.rate())))))
    }
}

/// What remains beyond a share.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining(Number<Rate>);

impl Law for Remaining {
    fn kind(&self) -> StepKind {
        BORNE_FIRST
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::once(&self.0 as &dyn Moves)
    }

    fn apply(&self, flow: Flow, end: End) -> Money {
        flow.amount.share(money::Rate::ONE.less(self.0.at(end)))
    }

    fn explain(&self, _flow: Flow, end: End, step: Worked) -> Worked {
        step.arg("rate", self.0.at(end))
    }
}
