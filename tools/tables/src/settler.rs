//! From record batches of bills to record batches of answers.

use crate::answers::{self, Answered};
use crate::columns::{Role, Roles, roles};
use crate::{Result, requests};
use arrow_array::{RecordBatch, UInt32Array};
use arrow_schema::{Schema, SchemaRef};
use rayon::prelude::*;
use yibao::api;
use yibao::api::wire::{Answer, Failure};
use yibao::policy::catalogue::Catalogue;

/// What is said beside a table.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The region of rows that name none.
    pub region: Option<String>,
    /// The day on which it is asked; without it, the day of a person's last bill.
    pub asked_on: Option<String>,
    /// Columns that are copied into the answer.
    pub keep: Vec<String>,
}

/// A table's columns understood, and the policies it is settled by.
pub struct Settler<'c> {
    catalogue: &'c Catalogue,
    options: Options,
    roles: Roles,
    copied: Vec<usize>,
    schema: SchemaRef,
}

impl<'c> Settler<'c> {
    /// Looks at the columns.
    ///
    /// # Errors
    /// Every column that cannot be read, and why.
    pub fn new(schema: &Schema, options: Options, catalogue: &'c Catalogue) -> Result<Settler<'c>> {
        let roles = roles(schema, &options.keep)?;
        let is_copied = |(_, role): &(usize, &Role)| matches!(role, Role::Id | Role::Kept);
        let copied: Vec<usize> = roles.iter().enumerate().filter(is_copied).map(|(at, _)| at).collect();
        let schema = answers::schema(schema, &copied)?;
        Ok(Settler { catalogue, options, roles, copied, schema })
    }

    /// The columns of the answers.
    #[must_use]
    pub fn schema(&self) -> SchemaRef {
        SchemaRef::clone(&self.schema)
    }

    /// Where the last request of a batch begins: the next batch may go on with it.
    #[must_use]
    pub fn last_request(&self, batch: &RecordBatch) -> usize {
        requests::groups(batch, &self.roles).last().map_or(0, |rows| rows.start)
    }

    /// Settles whole requests, on all cores, in their order.
    ///
    /// # Errors
    /// A table that has not the columns it was said to have.
    pub fn settle(&self, batch: &RecordBatch) -> Result<RecordBatch> {
        let groups = requests::groups(batch, &self.roles);
        let first_rows: UInt32Array = groups.iter().map(|rows| u32::try_from(rows.start).ok()).collect();
        let answers: Vec<Answered> = groups.into_par_iter().map(|rows| self.answer(batch, rows)).collect();
        answers::table(&self.schema, batch, &self.copied, &first_rows, &answers)
    }

    fn answer(&self, batch: &RecordBatch, rows: std::ops::Range<usize>) -> Answered {
        match requests::asked(batch, &self.roles, rows, &self.options) {
            Ok(request) => api::estimate_amounts(&request, &[], self.catalogue),
            Err(problems) => Answer::Failure(Failure { outcome: "failure", problems }),
        }
    }
}
