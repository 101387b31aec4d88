//! As much of a request as could be read: what reading makes, and what the checks look at.

use super::{Expense, Facts, Parts, Settled};
use crate::calendar::Date;
use crate::json::reader::Node;
use crate::money::Money;
use crate::policy::book::Book;
use crate::vocabulary::Service;
use std::sync::Arc;

/// A request in the making.
pub(super) struct Draft<'n> {
    pub book: Option<Arc<Book>>,
    pub asked_on: Option<Date>,
    pub facts: Facts,
    pub expenses: Vec<DraftExpense<'n>>,
}

/// An expense in the making.
pub(super) struct DraftExpense<'n> {
    pub at: Node<'n>,
    pub id: Option<String>,
    pub service: Option<Service>,
    pub date: Option<Date>,
    pub total: Total,
    pub facts: Facts,
    pub parts: Option<Parts>,
    pub same_stay_as: Option<String>,
    pub settled: Settled,
}

/// What a request says of a bill.
#[derive(Clone, Copy)]
pub(super) enum Total {
    /// Nothing: it is an allowance, or it is missing.
    Absent,
    /// Something that is no amount; that is a problem of its own.
    Faulty,
    /// The whole bill.
    Of(Money),
}

impl DraftExpense<'_> {
    /// The expense, if everything needed could be read.
    pub fn finish(self) -> Option<Expense> {
        let total = match self.total {
            Total::Faulty => return None,
            Total::Absent => None,
            Total::Of(amount) => Some(amount),
        };
        let (facts, parts, same_stay_as, settled) = (self.facts, self.parts, self.same_stay_as, self.settled);
        let (id, service, date) = (self.id?, self.service?, self.date?);
        Some(Expense { id, service, date, total, facts, parts, same_stay_as, settled })
    }
}
