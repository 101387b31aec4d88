//! What lies around an answer: when an amount is lowest and highest ([`extremes`]), what would have to be different
//! for what does not apply and what can be chosen ([`alternatives`]), and what the resident pays against the size of a
//! bill ([`curve`]), and which bill or value leads to an amount ([`inverse`]). Each settles the same request in other worlds, so all of it agrees with the estimate.

mod action;
mod alternatives;
mod counterfactual;
mod curve;
mod extremes;
mod inverse;
mod values;
mod wanted;

pub use alternatives::alternatives;
pub use curve::{Asked, curve, smallest_bill};
pub use extremes::{extremes, figure_named};
pub use inverse::{Sought, Target, inverse, target_named};

use crate::estimate::{Budget, Range, Ranged};
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::settlement::Figure;
use crate::unknowns::{Case, Domain, Variable};

/// A range as answers write it.
fn amount(range: Range) -> Json {
    let likely = range.likely.map_or(Json::Null, text);
    let mut told = object([("low", text(range.low)), ("likely", likely), ("high", text(range.high))]);
    if let Some(typical) = range.typical.filter(|_| range.low < range.high) {
        told.put("typical", object([("low", text(typical.low)), ("high", text(typical.high))]));
    }
    told
}

/// The totals that alternatives are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Totals {
    paid: Range,
    out_of_pocket: Range,
    allowances: Range,
}

impl Totals {
    /// Under these changes; takes its work from the budget.
    fn with(case: &Case, changes: &[(Variable, Domain)], budget: &mut Budget) -> Totals {
        let ranged = Ranged::with(case, changes, *budget, &[Figure::Paid, Figure::Allowances]);
        *budget = ranged.budget();
        let billed = case.request.billed();
        let paid = ranged.range(Figure::Paid);
        Totals { paid, out_of_pocket: paid.rest_of(billed), allowances: ranged.range(Figure::Allowances) }
    }

    fn put_into(self, object: &mut Json) {
        object.put("paid", amount(self.paid));
        object.put("out_of_pocket", amount(self.out_of_pocket));
        object.put("allowances", amount(self.allowances));
    }
}
