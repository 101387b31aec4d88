//! Rows as requests.

use crate::cell;
use crate::columns::{Role, Roles, is_of_person};
use crate::settler::Options;
use arrow_array::{Array, RecordBatch};
use serde_json::{Map, Value};
use std::ops::Range;
use yibao::json::problem::Problem;
use yibao::ordered::map;
use yibao::record;
use yibao::vocabulary::FactKind;

/// The text of a request, or why there is none.
pub type Asked = Result<String, Vec<Problem>>;

/// The rows of each request: neighbours of one id, or each row by itself.
pub fn groups(batch: &RecordBatch, roles: &Roles) -> Vec<Range<usize>> {
    let ids = roles.iter().zip(batch.columns()).find(|(role, _)| matches!(role, Role::Id)).map(|(_, column)| column);
    let is_whole = roles.iter().any(|role| matches!(role, Role::Request | Role::Setlinfo));
    let id = |row: usize| ids.filter(|_| !is_whole).and_then(|ids| cell::text(ids, row));
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut before: Option<String> = None;
    for row in 0..batch.num_rows() {
        let here = id(row);
        match groups.last_mut() {
            Some(group) if here.is_some() && here == before => group.end = row.saturating_add(1),
            _ => groups.push(row..row.saturating_add(1)),
        }
        before = here;
    }
    groups
}

/// The request of some rows.
pub fn asked(batch: &RecordBatch, roles: &Roles, rows: Range<usize>, options: &Options) -> Asked {
    for (role, column) in roles.iter().zip(batch.columns()) {
        match role {
            Role::Request => return Ok(cell::text(column, rows.start).unwrap_or_default()),
            Role::Setlinfo => {
                let text = cell::text(column, rows.start).unwrap_or_default();
                let beside = record::Beside { region: options.region.clone(), asked_on: options.asked_on.clone() };
                return record::asked(text.as_bytes(), &beside).request;
            }
            _ => {}
        }
    }
    Draft::of(batch, roles, rows, options).finish()
}

/// A request in the making.
struct Draft {
    members: Map<String, Value>,
    facts: Map<String, Value>,
    expenses: Vec<Value>,
    last_day: Option<String>,
    problems: Vec<Problem>,
}

impl Draft {
    fn of(batch: &RecordBatch, roles: &Roles, rows: Range<usize>, options: &Options) -> Draft {
        let mut draft = Draft {
            members: Map::new(),
            facts: Map::new(),
            expenses: Vec::new(),
            last_day: None,
            problems: Vec::new(),
        };
        for row in rows {
            draft.read_row(batch, roles, row);
        }
        for (name, given) in [("region", &options.region), ("asked_on", &options.asked_on)] {
            if let (None, Some(given)) = (draft.members.get(name), given) {
                draft.members.insert(name.to_owned(), given.as_str().into());
            }
        }
        draft
    }

    fn read_row(&mut self, batch: &RecordBatch, roles: &Roles, row: usize) {
        let (mut bill, mut facts, mut settled) = (Map::new(), Map::new(), Map::new());
        for (role, column) in roles.iter().zip(batch.columns()) {
            let text = || cell::text(column, row).map(Value::from);
            match *role {
                Role::Region => self.say("region", text()),
                Role::AskedOn => self.say("asked_on", text()),
                Role::Expense => put(&mut bill, "id", text()),
                Role::Service => put(&mut bill, "service", text()),
                Role::Date => put(&mut bill, "date", text()),
                Role::Total => put(&mut bill, "total", text()),
                Role::Settled(fund) => put(&mut settled, fund.name(), text()),
                Role::Fact(fact) => {
                    let value = fact_value(column, row, fact.spec().kind);
                    if is_of_person(fact) { self.say_fact(fact.id(), value) } else { put(&mut facts, fact.id(), value) }
                }
                Role::Id | Role::Kept | Role::Request | Role::Setlinfo => {}
            }
        }
        self.add_bill(bill, facts, settled);
    }

    /// A row without anything of a bill says something of the person only.
    fn add_bill(&mut self, mut bill: Map<String, Value>, facts: Map<String, Value>, settled: Map<String, Value>) {
        if bill.is_empty() && facts.is_empty() && settled.is_empty() {
            return;
        }
        let number = self.expenses.len().saturating_add(1);
        bill.entry("id").or_insert_with(|| format!("e{number}").into());
        self.last_day = bill.get("date").and_then(Value::as_str).map(str::to_owned).max(self.last_day.take());
        bill.insert("facts".to_owned(), facts.into());
        if !settled.is_empty() {
            bill.insert("settled".to_owned(), settled.into());
        }
        self.expenses.push(bill.into());
    }

    /// What every row of a person says alike.
    fn say(&mut self, name: &'static str, value: Option<Value>) {
        disagreement(&mut self.members, name, value, format!("/{name}"))
            .into_iter()
            .for_each(|p| self.problems.push(p));
    }

    fn say_fact(&mut self, name: &'static str, value: Option<Value>) {
        let path = format!("/facts/{name}");
        disagreement(&mut self.facts, name, value, path).into_iter().for_each(|p| self.problems.push(p));
    }

    fn finish(mut self) -> Asked {
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        if let (None, Some(day)) = (self.members.get("asked_on"), self.last_day) {
            self.members.insert("asked_on".to_owned(), day.into());
        }
        self.members.insert("facts".to_owned(), self.facts.into());
        self.members.insert("expenses".to_owned(), self.expenses.into());
        Ok(Value::Object(self.members).to_string())
    }
}

fn put(into: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    value.map(|value| into.insert(name.to_owned(), value));
}

fn disagreement(into: &mut Map<String, Value>, name: &str, value: Option<Value>, path: String) -> Option<Problem> {
    let value = value?;
    match into.get(name) {
        Some(before) if *before != value => {
            let said = [("one", before.to_string()), ("other", value.to_string())];
            Some(Problem {
                code: "rows_disagree",
                message: format!("One row of this id says {before}, another {value}."),
                help: "Rows of one id are one person; give other people other ids.".to_owned(),
                args: map(said),
                path,
            })
        }
        Some(_) => None,
        None => {
            into.insert(name.to_owned(), value);
            None
        }
    }
}

fn fact_value(column: &dyn Array, row: usize, kind: FactKind) -> Option<Value> {
    match kind {
        FactKind::YesNo => cell::yes_no(column, row),
        FactKind::WholeNumber(..) => cell::number(column, row),
        FactKind::Set => cell::set(column, row),
        FactKind::Choice | FactKind::Date { .. } | FactKind::Money => cell::text(column, row).map(Value::from),
    }
}
