//! Residents settled under both policies, and counted.

use super::description::Description;
use super::draw::{Drawer, Resident};
use super::tally::{Settled, Tally};
use super::yuan::Span;
use crate::eligibility::{At, applies};
use crate::estimate::{Budget, explore_settled};
use crate::json::problem::Problem;
use crate::money::Money;
use crate::policy::book::{Book, ProgrammeChange};
use crate::policy::catalogue::Catalogue;
use crate::request::read_tree;
use crate::settlement::{Effort, Figure, settle};
use crate::truth::Truth;
use crate::unknowns::{Case, World};
use crate::vocabulary::Fund;
use std::ops::Range;

/// The policies that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Policies<'a> {
    /// Those in force.
    pub before: &'a Catalogue,
    /// Those with the change; none where nothing is compared.
    pub after: Option<&'a Catalogue>,
}

/// What one policy pays, in fen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// By [`Fund::index`].
    pub funds: [Span; Fund::ALL.len()],
    /// All funds.
    pub paid: Span,
    /// Allowances beside that.
    pub allowances: Span,
    /// What is left of the bills.
    pub pocket: Span,
}

impl Side {
    /// What residents get: payments and allowances.
    #[must_use]
    pub fn received(&self) -> Span {
        self.paid.plus(self.allowances)
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Side) -> Side {
        let mut funds = self.funds;
        funds.iter_mut().zip(other.funds).for_each(|(mine, theirs)| *mine = mine.plus(theirs));
        Side {
            funds,
            paid: self.paid.plus(other.paid),
            allowances: self.allowances.plus(other.allowances),
            pocket: self.pocket.plus(other.pocket),
        }
    }

    /// Every amount, in a fixed order.
    pub(super) fn spans(&self) -> impl Iterator<Item = &Span> {
        let Side { funds, paid, allowances, pocket } = self;
        funds.iter().chain([paid, allowances, pocket])
    }

    /// The same, to be changed.
    pub(super) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let Side { funds, paid, allowances, pocket } = self;
        funds.iter_mut().chain([paid, allowances, pocket])
    }
}

/// A part of a population that is being settled.
#[derive(Debug)]
pub struct Run<'a> {
    policies: Policies<'a>,
    typical: bool,
    /// What the change is, where it cannot touch every bill.
    changes: Option<Vec<ProgrammeChange>>,
    drawer: Drawer<'a>,
    tally: Tally,
}

impl<'a> Run<'a> {
    /// Of nobody so far.
    ///
    /// # Errors
    /// The changed policies lack the region.
    pub fn new(description: &'a Description, policies: Policies<'a>) -> Result<Run<'a>, Problem> {
        let changed = policies.after.map(|after| after.look_up(&description.region));
        let changed = changed.map(|found| found.book_or_problem("/region", &description.region)).transpose()?;
        let books: Vec<&Book> = std::iter::once(&*description.book).chain(changed.as_deref()).collect();
        Ok(Run {
            policies,
            typical: description.typical,
            changes: changed.as_ref().and_then(|changed| description.book.changes(changed)),
            drawer: Drawer::new(description, &books),
            tally: Tally::new(description),
        })
    }

    /// Draws, settles and counts the residents of these numbers.
    ///
    /// # Errors
    /// What a resident was refused for: the description contradicts itself.
    pub fn count(&mut self, numbers: Range<u64>) -> Result<(), Vec<Problem>> {
        for number in numbers {
            let resident = self.drawer.draw(number);
            let settled = self.settle(&resident)?;
            self.tally.count(&resident, &settled);
        }
        Ok(())
    }

    /// What was counted.
    #[must_use]
    pub fn into_tally(self) -> Tally {
        self.tally
    }

    /// What was counted so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    fn settle(&self, resident: &Resident) -> Result<Settled, Vec<Problem>> {
        let Some(asked) = &resident.request else { return Ok(Settled::default()) };
        let request = read_tree(asked, self.policies.before)?;
        let case = Case::new(&request);
        let before = amounts(&case, self.typical);
        let after = match self.policies.after {
            Some(after) if self.touches(&World::of(&case)) => {
                amounts(&Case::new(&read_tree(asked, after)?), self.typical)
            }
            _ => before.clone(),
        };
        let bills = i128::try_from(request.expenses.len()).unwrap_or_default();
        Ok(Settled { bills, billed: request.billed().to_fen().into(), before, after })
    }

    /// Whether the change can touch a bill.
    fn touches(&self, world: &World) -> bool {
        self.changes.as_ref().is_none_or(|changes| changes.iter().any(|change| touches(change, world)))
    }
}

/// Whether a changed programme has a line for a bill and, where it applies as before, may apply to it.
fn touches(change: &ProgrammeChange, world: &World) -> bool {
    let may_apply = |place| applies(world, At::line(world, change.programme, place)) != Truth::False;
    let expenses = world.case().request.expenses.iter().enumerate();
    let mut of_it = expenses.filter(|(_, expense)| change.services.contains(&expense.service));
    of_it.any(|(place, _)| !change.applies_alike || may_apply(place))
}

/// The amounts of an estimate, and nothing else of it.
fn amounts(case: &Case, typical: bool) -> Side {
    let world = if typical { World::starting(case, &case.typicals()) } else { World::of(case) };
    let billed = case.request.billed();
    // Most residents are exact: exploring them would cost a quarter of the whole run.
    let whole = settle(&world, Effort::Decide);
    if whole.is_exact() {
        return told(billed, |figure| whole.amount(figure).into());
    }
    let figures: Vec<Figure> =
        Fund::ALL.map(Figure::Fund).into_iter().chain([Figure::Paid, Figure::Allowances]).collect();
    let explored = explore_settled(world, whole, Some(&figures), Budget::of(case));
    told(billed, |figure| {
        let ends = explored.hull.at(explored.whole.place(figure));
        Span::of(ends.low, ends.high)
    })
}

fn told(billed: Money, amount: impl Fn(Figure) -> Span) -> Side {
    let paid = amount(Figure::Paid);
    Side {
        funds: Fund::ALL.map(|fund| amount(Figure::Fund(fund))),
        pocket: paid.rest_of(billed.to_fen().into()),
        allowances: amount(Figure::Allowances),
        paid,
    }
}
