//! One cell as JSON. An empty cell says nothing.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use serde_json::Value;
use yibao::calendar::Date;

/// The text of a cell: of a date, an amount or a whole number, as a request writes it.
pub fn text(column: &dyn Array, row: usize) -> Option<String> {
    if column.is_null(row) {
        return None;
    }
    match column.data_type() {
        DataType::Utf8 => Some(column.as_string::<i32>().value(row).to_owned()),
        DataType::LargeUtf8 => Some(column.as_string::<i64>().value(row).to_owned()),
        DataType::Utf8View => Some(column.as_string_view().value(row).to_owned()),
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().value(row);
            Some(Date::from_day_number(i64::from(days)).to_string())
        }
        DataType::Decimal128(_, _) => {
            Some(without_empty_decimals(&column.as_primitive::<Decimal128Type>().value_as_string(row)))
        }
        _ => whole_number(column, row),
    }
}

/// Decimals beyond the fen that say nothing are left out; others stay, and the request is refused.
fn without_empty_decimals(amount: &str) -> String {
    let Some((whole, decimals)) = amount.split_once('.') else { return amount.to_owned() };
    let decimals = decimals.trim_end_matches('0');
    format!("{whole}.{decimals:0<2}")
}

macro_rules! whole_numbers {
    ($column:expr, $row:expr, $($kind:ident $of:ident,)*) => {
        match $column.data_type() {
            $(DataType::$kind => Some($column.as_primitive::<$of>().value($row).to_string()),)*
            _ => None,
        }
    };
}

fn whole_number(column: &dyn Array, row: usize) -> Option<String> {
    whole_numbers!(
        column, row, Int8 Int8Type, Int16 Int16Type, Int32 Int32Type, Int64 Int64Type,
        UInt8 UInt8Type, UInt16 UInt16Type, UInt32 UInt32Type, UInt64 UInt64Type,
    )
}

/// `true` or `false`.
pub fn yes_no(column: &dyn Array, row: usize) -> Option<Value> {
    column.is_valid(row).then(|| Value::Bool(column.as_boolean().value(row)))
}

/// A JSON number.
pub fn number(column: &dyn Array, row: usize) -> Option<Value> {
    text(column, row)?.parse::<i64>().ok().map(Value::from)
}

/// A list of names.
pub fn set(column: &dyn Array, row: usize) -> Option<Value> {
    if !matches!(column.data_type(), DataType::List(_)) {
        let names = text(column, row)?;
        let names = names.split(';').map(str::trim).filter(|name| !name.is_empty()).map(Value::from);
        return Some(Value::Array(names.collect()));
    }
    let names: ArrayRef = column.is_valid(row).then(|| column.as_list::<i32>().value(row))?;
    Some(Value::Array((0..names.len()).filter_map(|at| text(&names, at)).map(Value::from).collect()))
}
