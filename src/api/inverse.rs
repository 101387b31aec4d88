//! What is asked backwards: which bill, or which value, leads to an amount.

use super::analysis::{Analysed, refused};
use crate::analysis::{self, Sought, Target};
use crate::json::problem::{Code, Problem};
use crate::json::reader::{Members, Node, Problems, json_tree};
use crate::json::tree::text as json_text;
use crate::json::{Json, parse};
use crate::money::Money;
use crate::policy::catalogue::Catalogue;
use crate::request::{Request, read};
use crate::settlement::Figure;
use crate::unknowns::Case;

/// Which bill or value leads to an amount. `question` is the text of `{expense, of, amount}` or `{open, of, amount}`.
/// The expense needs no `total`.
#[must_use]
pub fn inverse(text: &str, unreadable: &[String], question: &str, catalogue: &Catalogue) -> Analysed {
    let problems = Problems::default();
    let question = json_tree(question, &problems);
    let expense = question.as_ref().map_or("", |json| Node::root(json, &problems).text_of("expense"));
    let request = match read(&with_bill(text, expense), unreadable, catalogue) {
        Ok(request) => request,
        Err(mut found) => {
            found.extend(problems.into_vec());
            return refused(found);
        }
    };
    let asked = question.as_ref().and_then(|json| asked(&Node::root(json, &problems), &request));
    let found = problems.into_vec();
    let Some((sought, target)) = asked.filter(|_| found.is_empty()) else { return refused(found) };
    match analysis::inverse(request, sought, target) {
        Ok(study) => Analysed::Study(study),
        Err(unknowns) => refused(vec![Problem::new(Code::OpenRequest, "", &[("unknowns", &unknowns.join(", "))])]),
    }
}

/// The request with some bill where the expense has none: whoever asks for it cannot give it.
fn with_bill(text: &str, expense: &str) -> String {
    let Ok(mut tree) = parse(text) else { return text.to_owned() };
    let Json::Object(members) = &mut tree else { return text.to_owned() };
    let Some((_, Json::Array(expenses))) = members.iter_mut().find(|(key, _)| key == "expenses") else {
        return text.to_owned();
    };
    let is_it = |entry: &&mut Json| matches!(entry, Json::Object(members) if is_without_bill(members, expense));
    let Some(found) = expenses.iter_mut().find(is_it) else { return text.to_owned() };
    found.put("total", json_text(Money::MAX));
    serde_json::to_string(&tree).unwrap_or_else(|_| text.to_owned())
}

fn is_without_bill(members: &[(String, Json)], expense: &str) -> bool {
    let has_id = members.iter().any(|(key, value)| key == "id" && value.as_str() == Some(expense));
    has_id && members.iter().all(|(key, _)| key != "total")
}

fn asked(question: &Node, request: &Request) -> Option<(Sought, Target)> {
    let members = question.members(&["expense", "open", "of", "amount"])?;
    let sought = sought(&members, request);
    let figure = members.need("of").and_then(|at| figure(&at, request));
    let amount = members.need("amount").and_then(|at| at.money());
    let (paid, is_rest) = figure?;
    Some((sought?, Target { paid, is_rest, amount: amount? }))
}

/// A bill or a value, not both.
fn sought(members: &Members, request: &Request) -> Option<Sought> {
    match (members.get("expense"), members.get("open")) {
        (Some(_), Some(open)) => open.refuse(Code::UnknownKey, &[("key", "open"), ("known", "expense, of, amount")]),
        (None, Some(open)) => value(&open, request),
        (_, None) => members.need("expense").and_then(|at| bill(&at, request)),
    }
}

fn bill(at: &Node, request: &Request) -> Option<Sought> {
    let with_bill = request.expenses.iter().filter(|expense| expense.total.is_some());
    let ids: Vec<&str> = with_bill.map(|expense| expense.id.as_str()).collect();
    let id = *ids.get(at.choice(&ids)?)?;
    request.expenses.iter().position(|expense| expense.id == id).map(Sought::Bill)
}

fn value(at: &Node, request: &Request) -> Option<Sought> {
    let id = at.string()?;
    let book = &request.book;
    let rows = (0..book.row_count()).filter_map(|place| Some((place, book.row(place)?)));
    let Some((place, (_, value, _, row))) = rows.into_iter().find(|(_, (.., row))| row.id == id) else {
        return at.refuse(Code::UnknownValue, &[("value", id)]);
    };
    if row.enterable {
        Some(Sought::Value(place, value.unit))
    } else {
        at.refuse(Code::PublishedValue, &[("value", id)])
    }
}

fn figure(at: &Node, request: &Request) -> Option<(Figure, bool)> {
    let name = at.string()?;
    if let Some(target) = analysis::target_named(&Case::new(request), name) {
        return Some(target);
    }
    if name.contains('/') {
        return at.refuse(Code::UnknownProgramme, &[("programme", name)]);
    }
    let choices = "paid, out_of_pocket, in_scope, allowances, a fund, an expense, a programme, <expense>/<programme>";
    at.refuse(Code::NotAChoice, &[("value", name), ("choices", choices)])
}
