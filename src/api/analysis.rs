//! What is asked beside an estimate: extremes, alternatives, the curve.

use super::failure;
use super::wire::Failure;
use crate::analysis::{self, Asked};
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Node, Problems, json_tree};
use crate::json::{Json, parse};
use crate::money::Money;
use crate::policy::catalogue::Catalogue;
use crate::request::{Request, read};
use crate::unknowns::Case;
use serde::Serialize;

/// A study of a request, or every problem of it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Analysed {
    /// As `www/package/types.ts` describes it.
    Study(Json),
    /// The request, or what was asked of it, is bad.
    Failure(Failure),
}

pub(super) fn refused(problems: Vec<Problem>) -> Analysed {
    Analysed::Failure(failure(problems))
}

/// When an amount is lowest and when highest. `of` is its name: `paid`, `in_scope`, `allowances`, a fund, an expense, a
/// programme, `<expense>/<programme>`.
///
/// ```
/// use yibao::api::extremes;
/// use yibao::policy::catalogue::Catalogue;
/// let mut catalogue = Catalogue::default();
/// let china = include_str!("../../policies/000000-china/policy.json");
/// catalogue.add(&[china, include_str!("../../policies/370000-shandong/policy.json")]);
/// let request = r#"{"region": "370000", "asked_on": "2025-06-01", "facts": {"scheme": "resident"}}"#;
/// let told = serde_json::to_value(extremes(request, &[], "paid", &catalogue)).unwrap();
/// assert_eq!(told["high"]["amount"], "0.00");
/// ```
#[must_use]
pub fn extremes(text: &str, unreadable: &[String], of: &str, catalogue: &Catalogue) -> Analysed {
    let request = match read(text, unreadable, catalogue) {
        Ok(request) => request,
        Err(problems) => return refused(problems),
    };
    let case = Case::new(&request);
    let Some(figure) = analysis::figure_named(&case, of) else {
        let names = "paid, in_scope, allowances, a fund, an expense, a programme, <expense>/<programme>";
        return refused(vec![Problem::new(Code::NotAChoice, "/of", &[("value", of), ("choices", names)])]);
    };
    // A good request is good JSON.
    let tree = parse(text).unwrap_or(Json::Null);
    Analysed::Study(analysis::extremes(&case, &tree, of, figure))
}

/// What would have to be different for what does not apply, and what can be chosen.
#[must_use]
pub fn alternatives(text: &str, unreadable: &[String], catalogue: &Catalogue) -> Analysed {
    match read(text, unreadable, catalogue) {
        Ok(request) => Analysed::Study(analysis::alternatives(&Case::new(&request))),
        Err(problems) => refused(problems),
    }
}

/// What the resident pays against the size of a bill. `options` is the text of `{expense?, up_to?, pay_at_most?}`.
#[must_use]
pub fn curve(text: &str, unreadable: &[String], options: &str, catalogue: &Catalogue) -> Analysed {
    let request = match read(text, unreadable, catalogue) {
        Ok(request) => request,
        Err(problems) => return refused(problems),
    };
    let problems = Problems::default();
    let asked = json_tree(options, &problems).and_then(|json| asked(&Node::root(&json, &problems), &request));
    let found = problems.into_vec();
    match asked {
        Some(asked) if found.is_empty() => Analysed::Study(analysis::curve(request, asked)),
        _ => refused(found),
    }
}

fn asked(options: &Node, request: &Request) -> Option<Asked> {
    let members = options.members(&["expense", "up_to", "pay_at_most"])?;
    let with_bill =
        request.expenses.iter().filter_map(|expense| expense.total.map(|_| expense.id.as_str())).collect::<Vec<_>>();
    let named = match (members.get("expense"), with_bill.first()) {
        (Some(at), _) => at.choice(&with_bill).and_then(|place| with_bill.get(place).copied()),
        (None, Some(first)) => Some(*first),
        // There is no bill at all: what is missing is one.
        (None, None) => members.need("expense").map(|_| ""),
    };
    let expense = named.and_then(|id| request.expenses.iter().position(|expense| expense.id == id));
    let smallest = expense.map_or(Money::ZERO, |expense| analysis::smallest_bill(request, expense));
    let up_to = members.get("up_to").and_then(|at| at.money_from(smallest));
    let pay_at_most = members.get("pay_at_most").and_then(|at| at.money());
    Some(Asked { expense: expense?, up_to, pay_at_most })
}
