//! The shapes of the answer, as the contract names them. Amounts are strings with two places.

mod amount;
mod description;

pub use amount::Amount;
pub use description::*;

use crate::json::problem::Problem;
use crate::ordered::{Map, as_object};
use crate::policy::{Source, Words};
use serde::Serialize;

/// An estimate, or every problem of the request. `P` is what is told of a programme.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer<P = ProgrammeAnswer> {
    /// The request was good.
    Estimate(Box<Estimate<P>>),
    /// It was not.
    Failure(Failure),
}

/// Every problem of a request.
#[derive(Debug, Serialize)]
pub struct Failure {
    /// `failure`
    pub outcome: &'static str,
    /// At least one.
    pub problems: Vec<Problem>,
}

/// The answer to a good request. With [`ProgrammeAmounts`] it has no questions, no sources and nothing assumed.
#[derive(Debug, Serialize)]
pub struct Estimate<P = ProgrammeAnswer> {
    /// `estimate`
    pub outcome: &'static str,
    /// Name and version of the core.
    pub engine: &'static str,
    /// The region's files, nearest first.
    pub policies: Vec<PolicyId>,
    /// Over all expenses.
    pub totals: Totals,
    /// By fund.
    pub funds: Vec<FundPaid>,
    /// By expense, in the order of the request.
    pub expenses: Vec<ExpenseAnswer>,
    /// Every programme of the region.
    pub programmes: Vec<P>,
    /// What narrows most first.
    pub questions: Vec<Question>,
    /// Every document that a programme, a value or a step of this answer names: of the nearest region first, then in the
    /// order of its file.
    pub sources: Vec<Source>,
    /// What the answer takes for granted, in the order of questions.
    pub assumed: Vec<Assumed>,
    /// Whose rules answered: `region`, `province` or `national`.
    pub coverage: &'static str,
    /// Whether every end of every range is reached.
    pub tight: bool,
}

/// A policy file.
#[derive(Debug, Serialize)]
pub struct PolicyId {
    /// Its region.
    pub id: String,
    /// Of its bytes.
    pub sha256: String,
}

/// Over all expenses.
#[derive(Debug, Serialize)]
pub struct Totals {
    /// The bills.
    pub billed: String,
    /// Their in-scope part.
    pub in_scope: Amount,
    /// What all funds pay.
    pub paid: Amount,
    /// What is left to the patient.
    pub out_of_pocket: Amount,
    /// Money without a bill.
    pub allowances: Amount,
    /// Of what is left to the patient: from the personal account, where the region has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Amount>,
    /// The rest of it, in cash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash: Option<Amount>,
    /// Programmes whose rule is not on file: they may pay something on top.
    pub not_counted: Vec<String>,
}

/// What a fund pays.
#[derive(Debug, Serialize)]
pub struct FundPaid {
    /// Its name.
    pub fund: &'static str,
    /// Reimbursements.
    pub paid: Amount,
}

/// An expense laid out as a settlement slip.
#[derive(Debug, Serialize)]
pub struct ExpenseAnswer {
    /// Its id.
    pub id: String,
    /// Fields of the national settlement vocabulary.
    pub slip: Slip,
    /// What is left to the patient.
    pub out_of_pocket: Amount,
}

/// The fields of a settlement slip.
#[derive(Debug, Serialize)]
pub struct Slip {
    /// Total.
    pub medfee_sumamt: Amount,
    /// Out of catalogue.
    pub fulamt_ownpay_amt: Amount,
    /// Over the limits of items.
    pub overlmt_selfpay: Amount,
    /// Advance self-payment.
    pub preselfpay_amt: Amount,
    /// In scope.
    pub inscp_scp_amt: Amount,
    /// Deductible applied by computed basic programmes.
    pub act_pay_dedc: Amount,
    /// Basic medical insurance.
    pub hifp_pay: Amount,
    /// Residents' critical illness insurance.
    pub hifmi_pay: Amount,
    /// Employees' large-expense subsidy.
    pub hifob_pay: Amount,
    /// Medical assistance.
    pub maf_pay: Amount,
    /// Employers' supplements.
    pub hifes_pay: Amount,
    /// Civil servants' supplements.
    pub cvlserv_pay: Amount,
    /// Long-term care, city insurance and other.
    pub oth_pay: Amount,
    /// All funds together.
    pub fund_pay_sumamt: Amount,
    /// Out of pocket.
    pub psn_part_amt: Amount,
    /// Of that: from the personal account, where the region has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acct_pay: Option<Amount>,
    /// The rest of it, in cash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub psn_cash_pay: Option<Amount>,
}

/// An unknown worth asking for.
#[derive(Debug, Serialize)]
pub struct Question {
    /// Its name.
    pub unknown: String,
    /// `fact`, `value` or `reading`.
    pub kind: &'static str,
    /// How much of the range of what is paid any answer takes away at least.
    pub narrows: Option<String>,
    /// The same of the typical range, of answers that are typical themselves.
    pub narrows_typical: Option<String>,
    /// Programmes whose verdict or amount depends on it.
    pub programmes: Vec<String>,
}

/// Something that an answer takes for granted, so that it can be shown and changed.
#[derive(Debug, Serialize)]
pub struct Assumed {
    /// Its name, as a question names it.
    pub unknown: String,
    /// `typical`: only the typical range rests on it; `assumption`: the whole range does.
    pub kind: &'static str,
    /// What is taken.
    pub value: AssumedValue,
    /// Why.
    pub why: Text,
    /// The id of the document, which stands in the estimate's `sources`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A value that is taken for granted.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum AssumedValue {
    /// Of a choice or a reading.
    Choice(String),
    /// Of a yes or no.
    YesNo(bool),
    /// Of a set: exactly these. Of a choice that keeps several options: one of these.
    Members(Vec<String>),
    /// Of a number or a day: from … to ….
    Between {
        /// At least.
        low: String,
        /// At most.
        high: String,
    },
}

/// What a programme comes to.
#[derive(Debug, Serialize)]
pub struct ProgrammeAmounts {
    /// `<region>/<programme>`.
    pub id: String,
    /// Who pays.
    pub fund: Option<&'static str>,
    /// What it gives.
    pub kind: &'static str,
    /// `right` or `encouraged`.
    pub strength: &'static str,
    /// Strongest of its lines, or of the person without any.
    pub verdict: &'static str,
    /// Sum over its lines.
    pub paid: Amount,
}

/// What a programme comes to, and why.
#[derive(Debug, Serialize)]
pub struct ProgrammeAnswer {
    /// `<region>/<programme>`.
    pub id: String,
    /// Who pays.
    pub fund: Option<&'static str>,
    /// What it gives.
    pub kind: &'static str,
    /// `right` or `encouraged`.
    pub strength: &'static str,
    /// Strongest of its lines, or of the person without any.
    pub verdict: &'static str,
    /// Sum over its lines.
    pub paid: Amount,
    /// Conditions on the person.
    pub findings: Vec<Finding>,
    /// Unknowns that keep verdict or amount open.
    pub missing: Vec<String>,
    /// One per expense of its services.
    pub lines: Vec<Line>,
    /// Of a deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<String>,
    /// Until it, today not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// What sources do not say.
    pub caveats: Vec<Text>,
    /// The ids of its documents, which stand in the estimate's `sources`.
    pub sources: Vec<String>,
}

/// A programme on an expense.
#[derive(Debug, Serialize)]
pub struct Line {
    /// The expense's id.
    pub expense: String,
    /// On the day of the expense.
    pub verdict: &'static str,
    /// To the fen.
    pub paid: Amount,
    /// Conditions on person and expense.
    pub findings: Vec<Finding>,
    /// The working.
    pub steps: Vec<Step>,
    /// Whose working: `exact`, `likely` or `low`.
    pub steps_of: &'static str,
}

/// A text by its id: with `/` worded by the policy, else by the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Its id.
    pub id: String,
    /// What the wording names.
    #[serde(serialize_with = "as_object", skip_serializing_if = "Map::is_empty")]
    pub args: Map<&'static str, String>,
}

impl Text {
    /// A text without arguments.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Text {
        Text { id: id.into(), args: Map::default() }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, key: &'static str, value: impl ToString) -> Text {
        self.args.insert(key, value.to_string());
        self
    }
}

/// A condition tested.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// Which.
    pub condition: String,
    /// `true`, `false` or `unknown`.
    pub truth: &'static str,
    /// Facts, values and readings read.
    pub read: Vec<String>,
    /// Its words, where they say more than the condition's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// A step of the working.
#[derive(Debug, Serialize)]
pub struct Step {
    /// What it does.
    pub kind: &'static str,
    /// What it is for: a reader that knows the role need not know the kind.
    pub role: &'static str,
    /// The time in which it counts, where it has one: `expense`, `month`, `year`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<&'static str>,
    /// What goes in, shown to the fen.
    pub before: String,
    /// What comes out, shown to the fen.
    pub after: String,
    /// What comes out exactly, where it has more than two places: nothing is rounded before the step that rounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// The value it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Of bands: the part of the amount in each band that it reaches, with the band's rate.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// How modifiers made the number that the step took: where it started (`from`), then what each one did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made: Vec<Made>,
    /// Its words.
    pub text: Text,
}

/// A part of how a number was made.
#[derive(Debug, Serialize)]
pub struct Made {
    /// `from`, or the modifier.
    pub how: &'static str,
    /// `money`, `rate` or `count`.
    pub unit: &'static str,
    /// The number, exactly; of `round`, what came out.
    pub number: String,
    /// The part of the bill that the number is, as policy files name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
}

/// A part of an amount, in a band.
#[derive(Debug, Serialize)]
pub struct Part {
    /// How much of it.
    pub amount: String,
    /// The band's rate.
    pub rate: String,
}

/// A region that may be asked for.
#[derive(Debug, Serialize)]
pub struct Region {
    /// Six digits.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The next place above it.
    pub parent: Option<String>,
    /// Whose rules answer for it: `region`, `province` or `national`.
    pub coverage: &'static str,
    /// Whether the files of its chain are there, so that it can be asked for now.
    pub loaded: bool,
    /// Its chain of files, nearest first; empty where they are not there.
    pub policies: Vec<PolicyId>,
}
