//! What each column of a table means. It is found by its name; one that we do not know is refused, not skipped.

use crate::Result;
use arrow_schema::{DataType, Schema};
use yibao::vocabulary::{Fact, FactKind, Fund, Holder};

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Role {
    /// The bills of one `id` that stand together are one request.
    Id,
    /// Members of the request and of its bills.
    Region,
    AskedOn,
    Expense,
    Service,
    Date,
    Total,
    /// What a fund settled.
    Settled(Fund),
    /// A fact of the person or of the bill.
    Fact(Fact),
    /// A whole request as JSON text.
    Request,
    /// A settlement record of the national interface.
    Setlinfo,
    /// Nothing of ours: it is copied into the answer.
    Kept,
}

/// The columns of a table, by their place.
pub type Roles = Vec<Role>;

/// What the columns mean.
///
/// # Errors
/// Every column that has no meaning, or holds what it cannot.
pub fn roles(schema: &Schema, kept: &[String]) -> Result<Roles> {
    let (mut roles, mut wrong) = (Roles::new(), Vec::new());
    for field in schema.fields() {
        match role(field.name(), kept).and_then(|role| fits(role, field.data_type()).map(|()| role)) {
            Ok(role) => roles.push(role),
            Err(why) => wrong.push(format!("column {}: {why}", field.name())),
        }
    }
    let is_whole = |role: &&Role| matches!(role, Role::Request | Role::Setlinfo);
    let has_bills = roles.iter().any(|role| matches!(role, Role::Id));
    match roles.iter().filter(is_whole).count() {
        0 if !has_bills => wrong.push("there is no column id (or request, or setlinfo)".to_owned()),
        0 | 1 => {}
        _ => wrong.push("there are both request and setlinfo; keep one".to_owned()),
    }
    if wrong.is_empty() { Ok(roles) } else { Err(wrong.join("\n").into()) }
}

fn role(name: &str, kept: &[String]) -> std::result::Result<Role, String> {
    if kept.iter().any(|kept| kept == name) {
        return Ok(Role::Kept);
    }
    let settled = name.strip_prefix("settled_").and_then(Fund::named).map(Role::Settled);
    let known = match name {
        "id" => Some(Role::Id),
        "region" => Some(Role::Region),
        "asked_on" => Some(Role::AskedOn),
        "expense" => Some(Role::Expense),
        "service" => Some(Role::Service),
        "date" => Some(Role::Date),
        "total" => Some(Role::Total),
        "request" => Some(Role::Request),
        "setlinfo" => Some(Role::Setlinfo),
        _ => settled.or_else(|| Fact::named(name).map(Role::Fact)),
    };
    known.ok_or_else(|| "it has no meaning here; name it with --keep to have it copied into the answer".to_owned())
}

/// Whether a column of this type can hold that.
fn fits(role: Role, kind: &DataType) -> std::result::Result<(), String> {
    use DataType::{Boolean, Date32, Decimal128, LargeUtf8, Utf8, Utf8View};
    let is_text = matches!(kind, Utf8 | LargeUtf8 | Utf8View);
    let is_money = is_text || kind.is_integer() || matches!(kind, Decimal128(_, _));
    let (fits, wanted) = match role {
        Role::Kept | Role::Id => (true, ""),
        Role::Total | Role::Settled(_) => (is_money, "Decimal128, a whole number or text; a float is not exact"),
        Role::Date | Role::AskedOn => (is_text || *kind == Date32, "Date32 or text"),
        Role::Fact(fact) => match fact.spec().kind {
            FactKind::Money => (is_money, "Decimal128, a whole number or text; a float is not exact"),
            FactKind::YesNo => (*kind == Boolean, "Boolean"),
            FactKind::WholeNumber(..) => (kind.is_integer(), "a whole number"),
            FactKind::Date { .. } => (is_text || *kind == Date32, "Date32 or text"),
            FactKind::Set => (is_text || is_list_of_text(kind), "a list of text, or text with ; between"),
            FactKind::Choice => (is_text, "text"),
        },
        _ => (is_text, "text"),
    };
    if fits { Ok(()) } else { Err(format!("it is {kind}; cast it to {wanted}")) }
}

fn is_list_of_text(kind: &DataType) -> bool {
    matches!(kind, DataType::List(item) if matches!(item.data_type(), DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8))
}

/// Whether it is a fact of the person.
pub fn is_of_person(fact: Fact) -> bool {
    fact.spec().of == Holder::Person
}
