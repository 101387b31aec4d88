//! `{"base": …, "with": {"advance": V}, "without": […]}`: where the amount starts.

mod beyond_cap;
mod share;

use super::{
    Amount, Ask, BillPart, Choice, Counter, End, Flow, Law, Made, Mechanism, Moves, Names, Omissions, Pot, Role, Start,
    StepKind, Worked,
};
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::Money;
use crate::vocabulary::Fact;
pub use beyond_cap::EXCESSES;
use beyond_cap::{BEYOND_CAP, BeyondCap, OVER_LIMIT};
pub use share::OMITTED;
use share::{LEFT_BY_BASIC, SHARE, ShareParts, YEAR_SHARE};

/// From the bill to its in-scope part.
const IN_SCOPE: StepKind = StepKind::new("in-scope", Role::Opening);
/// The whole bill counts.
const BILL: StepKind = StepKind::new("bill", Role::Opening);
/// From the in-scope part to what the layers before left of it.
const LEFT: StepKind = StepKind::new("left", Role::Opening);
/// From what is in scope to what basic programmes took off as deductible.
const DEDUCTIBLE: StepKind = StepKind::new("from-deductible", Role::Opening);
/// From the bill to what of it is out of the catalogue.
const OUT_OF_CATALOGUE: StepKind = StepKind::new("from-out-of-catalogue", Role::Opening);
/// From the bill to what of it is paid in advance.
const ADVANCE: StepKind = StepKind::new("from-advance", Role::Opening);
/// From the bill to what nobody has paid yet.
const UNPAID: StepKind = StepKind::new("from-unpaid", Role::Opening);

/// Where an amount starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    from: Choice<From>,
    share: Box<ShareParts>,
}

#[derive(Clone, Debug, PartialEq)]
enum From {
    InScope,
    Bill,
    Left,
    /// A part of the bill by itself.
    Part(BillPart),
    /// The year's total: a second layer. What came before this expense is what the counter holds.
    YearTotal(Counter),
    /// Only where another programme's yearly cap is used up.
    BeyondCap(BeyondCap),
}

impl From {
    fn counters(&self) -> Vec<&Counter> {
        match self {
            From::YearTotal(counter) => vec![counter],
            From::BeyondCap(beyond) => beyond.counters(),
            From::InScope | From::Bill | From::Left | From::Part(_) => Vec::new(),
        }
    }
}

impl Base {
    /// Whether the programme is a second layer, which pays by the year's total.
    pub(super) fn is_year_total(&self) -> bool {
        matches!(self.from, Choice::Fixed(From::YearTotal(_)))
    }

    /// The programmes of which it must be known what their yearly limits leave over.
    pub(super) fn overflows(&self) -> Vec<usize> {
        let beyond = self.from.all().iter().filter_map(|from| match from {
            From::BeyondCap(beyond) => beyond.overflows(),
            _ => None,
        });
        beyond.collect()
    }

    /// The programmes whose limits in the cost are reckoned back from their payments.
    pub(super) fn reckons_back(&self) -> Vec<usize> {
        let beyond = self.from.all().iter().filter_map(|from| match from {
            From::BeyondCap(beyond) => beyond.reckons_back(),
            _ => None,
        });
        beyond.collect()
    }

    /// What a second layer leaves out.
    pub(super) fn omissions(&self) -> Omissions {
        self.share.omissions()
    }

    /// Whether it is of what is out of the catalogue alone.
    pub(super) fn is_out_of_catalogue(&self) -> bool {
        self.from.all().iter().all(|from| matches!(from, From::Part(BillPart::OutOfCatalogue)))
    }

    /// Whether it may be of all of the bill.
    pub(super) fn is_of_whole_bill(&self) -> bool {
        self.from.all().iter().any(|from| matches!(from, From::Bill | From::Part(BillPart::Unpaid)))
    }

    /// Whether it asks for a part of the bill.
    pub(super) fn asks_for(&self, part: BillPart) -> bool {
        let is_from = |from: &From| matches!(from, From::Part(other) if *other == part);
        self.share.asks_for(part) || self.from.all().iter().any(is_from)
    }
}

impl Mechanism for Base {
    const KEY: &'static str = "base";
    const MEMBERS: &'static [&'static str] = &["base", "with", "without"];
    const ROLE: Role = Role::Opening;
    const KINDS: &'static [StepKind] = &[
        IN_SCOPE,
        BILL,
        LEFT,
        LEFT_BY_BASIC,
        DEDUCTIBLE,
        OUT_OF_CATALOGUE,
        ADVANCE,
        UNPAID,
        SHARE,
        YEAR_SHARE,
        BEYOND_CAP,
        OVER_LIMIT,
    ];
    type Law = NoLaw;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let node = members.need(Self::KEY)?;
        let from = if node.json.get("beyond_cap_of").is_some() {
            let beyond = node.members(&["beyond_cap_of"]).and_then(|members| members.need("beyond_cap_of"));
            beyond.and_then(|at| BeyondCap::read(&at, names)).map(|beyond| beyond.map(From::BeyondCap))
        } else {
            plain(&node, names)
        };
        let share = ShareParts::read(members, names);
        let (from, share) = (from?, share?);
        if share != ShareParts::default() && !matches!(from, Choice::Fixed(From::YearTotal(_))) {
            return node
                .refuse(Code::NeedsStep, &[("step", "with and without go with the base year_personal_share alone")]);
        }
        Some(Base { from, share: Box::new(share) })
    }

    fn amounts(&self) -> Vec<&Amount> {
        self.share.amounts()
    }

    fn facts(&self) -> Vec<Fact> {
        let only_bill = matches!(self.from, Choice::Fixed(From::Bill));
        if only_bill { Vec::new() } else { vec![Fact::self_paid(), Fact::advance()] }
    }

    fn counters(&self) -> Vec<&Counter> {
        self.from.all().iter().flat_map(From::counters).chain(self.share.counters()).collect()
    }

    fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(match ask.choice(&self.from)? {
            From::InScope => in_scope(ask),
            From::Bill => {
                let bill = ask.insured_bill();
                let opening = opening(ask, || vec![Worked::new(BILL, ask.bill(), bill.low)]);
                Start { pot: Pot::Unpaid, ..Start::from(bill, false, opening) }
            }
            From::Left => Start::from(ask.left(), true, opening(ask, || vec![left(ask)])),
            From::Part(part) => of_part(ask, *part),
            From::YearTotal(counter) => self.share.start(ask, counter)?,
            From::BeyondCap(beyond) => return beyond.start(ask),
        }))
    }

    fn ready<'c, A: Ask<'c>>(&self, _ask: &A) -> Made<'c, Self, A> {
        Ok(None)
    }
}

/// Makes a base that has no members of its own, in a programme for these kinds of care.
type Make = fn(&Names) -> From;

/// The bases without members of their own, by name.
const BASES: [(&str, Make); 8] = [
    ("in_scope", |_| From::InScope),
    ("bill", |_| From::Bill),
    ("left", |_| From::Left),
    ("deductible", |_| From::Part(BillPart::Deductible)),
    ("out_of_catalogue", |_| From::Part(BillPart::OutOfCatalogue)),
    ("advance", |_| From::Part(BillPart::Advance)),
    ("unpaid", |_| From::Part(BillPart::Unpaid)),
    ("year_personal_share", |names| From::YearTotal(Counter::personal_share(names))),
];

/// The names of these bases.
pub fn base_names() -> [&'static str; 8] {
    BASES.map(|(name, _)| name)
}

/// A base by its name, or by reading.
fn plain(node: &Node, names: &Names) -> Option<Choice<From>> {
    names.scope.choice_of(node, &BASES).map(|choice| choice.map(|base| base(names)))
}

/// Where the amount starts if the file does not say.
pub(super) fn in_scope<'c, A: Ask<'c>>(ask: &A) -> Start {
    let in_scope = ask.in_scope();
    let opening = opening(ask, || vec![Worked::new(IN_SCOPE, ask.bill(), in_scope.low)]);
    Start { pot: Pot::Unpaid, is_in_scope: true, ..Start::from(in_scope, in_scope == ask.left(), opening) }
}

/// A part of the bill by itself.
fn of_part<'c, A: Ask<'c>>(ask: &A, part: BillPart) -> Start {
    let amount = ask.part(part);
    let (kind, before, pot) = match part {
        BillPart::Deductible => (DEDUCTIBLE, ask.in_scope().low, Pot::Left),
        BillPart::OutOfCatalogue => (OUT_OF_CATALOGUE, ask.bill(), Pot::OutOfScope),
        BillPart::Advance => (ADVANCE, ask.bill(), Pot::OutOfScope),
        _ => (UNPAID, ask.bill(), Pot::Unpaid),
    };
    let opening = opening(ask, || vec![Worked::new(kind, before, amount.low)]);
    Start { pot, ..Start::from(amount, false, opening) }
}

/// How the amount came about, where that is wanted.
fn opening<'c, A: Ask<'c>>(ask: &A, steps: impl FnOnce() -> Vec<Worked>) -> Vec<Worked> {
    if ask.wants_working() { steps() } else { Vec::new() }
}

fn left<'c, A: Ask<'c>>(ask: &A) -> Worked {
    Worked::new(LEFT, ask.in_scope().low, ask.left().low)
}

/// A base is no step of its own: there is no such law.
#[derive(Clone, Debug, PartialEq)]
pub enum NoLaw {}

impl Law for NoLaw {
    fn kind(&self) -> StepKind {
        match *self {}
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::empty()
    }

    fn apply(&self, _flow: Flow, _end: End) -> Money {
        match *self {}
    }

    fn explain(&self, _flow: Flow, _end: End, _step: Worked) -> Worked {
        match *self {}
    }
}
