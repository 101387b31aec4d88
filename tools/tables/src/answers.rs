//! Answers as columns.

use crate::Result;
use arrow_array::builder::{BooleanBuilder, Decimal128Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use std::sync::Arc;
use yibao::api::wire::{Amount, Answer, Estimate, ProgrammeAmounts};
use yibao::json::problem::Problem;
use yibao::money::Money;
use yibao::vocabulary::Fund;

/// The answer to one request.
pub type Answered = Answer<ProgrammeAmounts>;

/// Amounts have up to sixteen digits before the point, fen behind it.
const MONEY: DataType = DataType::Decimal128(18, 2);

/// The ends of a range, as names of columns end.
const ENDS: [&str; 5] = ["low", "typical_low", "likely", "typical_high", "high"];

/// Of the whole request.
const TOTALS: [&str; 3] = ["paid", "out_of_pocket", "allowances"];

/// The columns of answers, behind those that are copied.
pub fn fields() -> Vec<Field> {
    let names = TOTALS.into_iter().chain(Fund::ALL.iter().map(|fund| fund.name()));
    let ranges = names.flat_map(|name| ENDS.map(|end| Field::new(format!("{name}_{end}"), MONEY, true)));
    let text = |name: &str, nullable| Field::new(name, DataType::Utf8, nullable);
    let mut fields = vec![text("outcome", false), Field::new("billed", MONEY, true)];
    fields.extend(ranges);
    fields.push(Field::new("tight", DataType::Boolean, true));
    fields.extend([text("coverage", true), text("problems", true)]);
    fields
}

/// The columns of a table of answers: `copied` of the table of bills, then ours.
pub fn schema(bills: &Schema, copied: &[usize]) -> Result<SchemaRef> {
    let copied = copied.iter().map(|at| bills.fields().get(*at).map(|field| field.as_ref().clone()));
    let copied = copied.collect::<Option<Vec<Field>>>().ok_or("a column is missing")?;
    Ok(Arc::new(Schema::new([copied, fields()].concat())))
}

/// A table of answers. `rows` are the rows of the bills that the copied cells are taken from.
pub fn table(
    schema: &SchemaRef,
    bills: &RecordBatch,
    copied: &[usize],
    rows: &UInt32Array,
    answers: &[Answered],
) -> Result<RecordBatch> {
    let mut columns = Vec::new();
    for at in copied {
        let column = bills.columns().get(*at).ok_or("a column is missing")?;
        columns.push(arrow_select::take::take(column, rows, None)?);
    }
    columns.push(texts(answers, |answer| {
        Some(if estimate(answer).is_some() { "estimate" } else { "failure" }.to_owned())
    }));
    columns.push(amounts(answers, |told| Money::parse(&told.totals.billed).ok())?);
    for at in 0..TOTALS.len() {
        columns.extend(range(answers, |told| {
            [told.totals.paid, told.totals.out_of_pocket, told.totals.allowances].get(at).copied()
        })?);
    }
    for fund in Fund::ALL {
        let paid = |told: &Estimated| told.funds.iter().find(|paid| paid.fund == fund.name()).map(|paid| paid.paid);
        columns.extend(range(answers, paid)?);
    }
    columns.push(tight(answers));
    columns.push(texts(answers, |answer| Some(estimate(answer)?.coverage.to_owned())));
    columns.push(texts(answers, problems));
    Ok(RecordBatch::try_new(Arc::clone(schema), columns)?)
}

type Estimated = Estimate<ProgrammeAmounts>;

fn estimate(answer: &Answered) -> Option<&Estimated> {
    match answer {
        Answer::Estimate(estimate) => Some(estimate),
        Answer::Failure(_) => None,
    }
}

/// One column for each end.
fn range(answers: &[Answered], of: impl Fn(&Estimated) -> Option<Amount>) -> Result<Vec<ArrayRef>> {
    ENDS.iter().map(|end| amounts(answers, |told| of(told).and_then(|amount| at(end, amount)))).collect()
}

/// An exact amount is typical, too.
fn at(end: &str, amount: Amount) -> Option<Money> {
    let exact = (amount.low == amount.high).then_some(amount.low);
    match end {
        "low" => Some(amount.low),
        "high" => Some(amount.high),
        "likely" => amount.likely,
        "typical_low" => exact.or(amount.typical.map(|typical| typical.low)),
        _ => exact.or(amount.typical.map(|typical| typical.high)),
    }
}

fn amounts(answers: &[Answered], of: impl Fn(&Estimated) -> Option<Money>) -> Result<ArrayRef> {
    let mut column = Decimal128Builder::with_capacity(answers.len()).with_data_type(MONEY);
    for answer in answers {
        column.append_option(estimate(answer).and_then(&of).map(|amount| i128::from(amount.to_fen())));
    }
    Ok(Arc::new(column.finish()))
}

fn tight(answers: &[Answered]) -> ArrayRef {
    let mut column = BooleanBuilder::new();
    answers.iter().for_each(|answer| column.append_option(estimate(answer).map(|told| told.tight)));
    Arc::new(column.finish())
}

fn texts(answers: &[Answered], of: impl Fn(&Answered) -> Option<String>) -> ArrayRef {
    let mut column = StringBuilder::new();
    answers.iter().for_each(|answer| column.append_option(of(answer)));
    Arc::new(column.finish())
}

/// Every problem, as JSON text.
fn problems(answer: &Answered) -> Option<String> {
    match answer {
        Answer::Estimate(_) => None,
        Answer::Failure(failure) => as_json(&failure.problems),
    }
}

fn as_json(problems: &[Problem]) -> Option<String> {
    serde_json::to_string(problems).ok()
}
