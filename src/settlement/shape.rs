//! What kind of thing every step of a working did. In a world without decisions the amounts are straight lines in any one
//! number (a bill, a rate, a deductible) as long as no step changes its kind: the kinks lie where one does.

use super::Settled;
use crate::interval::Sides;
use crate::money::{Money, Rate};
use crate::policy::step::{OWED_BEFORE, OWN_RATES, Role, StepKind, Worked};

/// The steps of a line, by what they did.
pub type LineShape = Vec<StepShape>;

/// On which side of everything that bends it a settlement lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// By line, and after them the workings of which nobody is told.
    pub lines: Vec<LineShape>,
    /// Which of two amounts was the smaller, where no step says so.
    sides: Sides,
}

/// What a step did, as far as it can bend a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepShape {
    /// The step.
    pub step: StepKind,
    /// The value it took.
    pub value: Option<String>,
    /// On which side of its kink it is.
    is_idle: bool,
    /// Of a deductible or a limit: whether nothing of it is left to take.
    is_spent: bool,
    /// Of bands: in which of them something lies. Their number alone would not do: an edge may pass the next one.
    bands: Vec<bool>,
    /// The modifiers that changed its number.
    modifiers: Vec<&'static str>,
    /// Of two numbers that it may take: which one it took.
    took_second: bool,
    /// Of rates that were changed on the way: which of them came to nothing, or to all.
    cut_rates: Vec<bool>,
}

impl Settled {
    /// Rounding is left out: it comes and goes with every fen. Needs [`crate::benefit::Effort::Explain`].
    #[must_use]
    pub fn shape(&self) -> Shape {
        let line = |steps: &Vec<Worked>| {
            let all = steps.iter().flat_map(|step| step.earlier.iter().chain([step]));
            all.filter(|step| step.kind.role != Role::Rounding).map(StepShape::of).collect()
        };
        let lines = self.steps.iter().chain(&self.beside).map(line).collect();
        let sides = self.amounts().iter().fold(Sides::NONE, |sides, amount| sides.with(amount.trend.sides));
        Shape { lines, sides }
    }

    /// Every amount that is rounded, before it is, line by line. A second layer rounds what it owes with an expense and
    /// without it. Workings of one shape have as many.
    #[must_use]
    pub fn before_roundings(&self) -> Vec<Money> {
        let of_line = |steps: &Vec<Worked>| {
            let with = steps.iter().position(|step| step.kind == OWED_BEFORE);
            let two =
                with.and_then(|place| Some(vec![before_rounding(steps.get(..place)?), owed_before(steps.get(place)?)]));
            two.unwrap_or_else(|| vec![before_rounding(steps)])
        };
        self.steps.iter().chain(&self.beside).flat_map(of_line).collect()
    }

    /// By line: what rounding added to the payment at last, and how many amounts were rounded on the way to it.
    #[must_use]
    pub fn roundings(&self) -> Vec<(Money, i64)> {
        let of_line = |steps: &Vec<Worked>| {
            let Some(last) = steps.last() else { return (Money::ZERO, 0) };
            let added = if last.kind.role == Role::Rounding { last.after - last.before } else { Money::ZERO };
            // A second layer rounds what it owes with an expense and without it.
            let twice = steps.iter().any(|step| step.kind == OWED_BEFORE);
            (added, if last.after == Money::ZERO { 0 } else { 1i64.saturating_add(i64::from(twice)) })
        };
        self.steps.iter().map(of_line).collect()
    }
}

/// The amount of a working before its last rounding.
fn before_rounding(steps: &[Worked]) -> Money {
    let last = steps.last();
    last.map_or(Money::ZERO, |step| if step.kind.role == Role::Rounding { step.before } else { step.after })
}

fn owed_before(step: &Worked) -> Money {
    before_rounding(&step.earlier)
}

impl StepShape {
    fn of(step: &Worked) -> StepShape {
        let is_spent = match step.kind.role {
            Role::Deductible => step.after == step.before,
            Role::Limit => step.after == Money::ZERO,
            _ => false,
        };
        StepShape {
            step: step.kind,
            value: step.value.clone(),
            is_idle: step.is_idle(),
            is_spent,
            bands: step.parts.iter().map(|(amount, _)| *amount > Money::ZERO).collect(),
            modifiers: step.made.iter().map(|made| made.how).collect(),
            took_second: step.took_second,
            cut_rates: cut_rates(step),
        }
    }
}

/// A rate of which points come off is never below nothing, a raised one never above 1: there what it makes of an amount bends.
fn cut_rates(step: &Worked) -> Vec<bool> {
    // Of a class of items, some points may be added to the rate or come off it.
    let is_changed = !step.made.is_empty() || step.kind == OWN_RATES || step.args.iter().any(|(key, _)| *key == "by");
    if step.kind.role != Role::Share || !is_changed {
        return Vec::new();
    }
    let of_bands = step.parts.iter().map(|(_, rate)| *rate == Rate::ZERO || *rate == Rate::ONE);
    let of_all = step.after == Money::ZERO || step.after == step.before;
    std::iter::once(of_all).chain(of_bands).collect()
}
