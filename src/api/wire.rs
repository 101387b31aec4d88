//! The shapes of the answer, as the contract names them. Amounts are strings with two places.

use crate::json::told::told;
use crate::policy::{Source, Words};
use crate::problem::Problem;
use crate::sorted::SortedMap;

/// An estimate, or every problem of the request.
#[derive(Debug)]
pub enum Answer {
    /// The request was good.
    Estimate(Box<Estimate>),
    /// It was not.
    Failure(Failure),
}

told! { Answer: Estimate | Failure }

/// Every problem of a request.
#[derive(Debug)]
pub struct Failure {
    /// `failure`
    pub outcome: &'static str,
    /// At least one.
    pub problems: Vec<Problem>,
}

told! { Failure { outcome, problems } }

/// A range; `likely` under preferred readings and single suggestions, where that is one amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// No filling of the unknowns gives less.
    pub low: String,
    /// See above.
    pub likely: Option<String>,
    /// No filling of the unknowns gives more.
    pub high: String,
}

told! { Amount { low, likely, high } }

/// The answer to a good request.
#[derive(Debug)]
pub struct Estimate {
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
    pub programmes: Vec<ProgrammeAnswer>,
    /// What narrows most first.
    pub questions: Vec<Question>,
    /// Whether every end of every range is reached.
    pub tight: bool,
}

told! { Estimate { outcome, engine, policies, totals, funds, expenses, programmes, questions, tight } }

/// A policy file.
#[derive(Debug)]
pub struct PolicyId {
    /// Its region.
    pub id: String,
    /// Of its bytes.
    pub sha256: String,
}

told! { PolicyId { id, sha256 } }

/// Over all expenses.
#[derive(Debug)]
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
    /// Programmes whose rule is not on file: they may pay something on top.
    pub not_counted: Vec<String>,
}

told! { Totals { billed, in_scope, paid, out_of_pocket, allowances, not_counted } }

/// What a fund pays.
#[derive(Debug)]
pub struct FundPaid {
    /// Its name.
    pub fund: &'static str,
    /// Reimbursements.
    pub paid: Amount,
}

told! { FundPaid { fund, paid } }

/// An expense laid out as a settlement slip.
#[derive(Debug)]
pub struct ExpenseAnswer {
    /// Its id.
    pub id: String,
    /// Fields of the national settlement vocabulary.
    pub slip: Slip,
    /// What is left to the patient.
    pub out_of_pocket: Amount,
}

told! { ExpenseAnswer { id, slip, out_of_pocket } }

/// The fields of a settlement slip.
#[derive(Debug)]
pub struct Slip {
    /// Total.
    pub medfee_sumamt: Amount,
    /// Out of catalogue.
    pub fulamt_ownpay_amt: Amount,
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
    /// Long-term care and other.
    pub oth_pay: Amount,
    /// All funds together.
    pub fund_pay_sumamt: Amount,
    /// Out of pocket.
    pub psn_part_amt: Amount,
}

told! {
    Slip {
        medfee_sumamt, fulamt_ownpay_amt, preselfpay_amt, inscp_scp_amt, act_pay_dedc, hifp_pay, hifmi_pay, hifob_pay,
        maf_pay, oth_pay, fund_pay_sumamt, psn_part_amt,
    }
}

/// An unknown worth asking for.
#[derive(Debug)]
pub struct Question {
    /// Its name.
    pub unknown: String,
    /// `fact`, `value` or `reading`.
    pub kind: &'static str,
    /// How much of the range of what is paid any answer takes away at least.
    pub narrows: Option<String>,
    /// Programmes whose verdict or amount depends on it.
    pub programmes: Vec<String>,
}

told! { Question { unknown, kind, narrows, programmes } }

/// What a programme comes to.
#[derive(Debug)]
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
    pub last_day: Option<String>,
    /// Until it, today not counted.
    pub days_left: Option<i64>,
    /// What sources do not say.
    pub caveats: Vec<Text>,
    /// Its documents.
    pub sources: Vec<Source>,
}

told! {
    ProgrammeAnswer {
        id, fund, kind, strength, verdict, paid, findings, missing, lines, #[if_any] last_day, #[if_any] days_left,
        caveats, sources,
    }
}

/// A programme on an expense.
#[derive(Debug)]
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

told! { Line { expense, verdict, paid, findings, steps, steps_of } }

/// A text by its id: with `/` worded by the policy, else by the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its id.
    pub id: String,
    /// What the wording names.
    pub args: SortedMap<String, String>,
}

told! { Text { id, #[if_any] args } }

impl Text {
    /// A text without arguments.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Text {
        Text { id: id.into(), args: SortedMap::default() }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, key: &str, value: impl ToString) -> Text {
        self.args.insert(key.to_owned(), value.to_string());
        self
    }
}

/// A condition tested.
#[derive(Debug)]
pub struct Finding {
    /// Which.
    pub condition: String,
    /// `true`, `false` or `unknown`.
    pub truth: &'static str,
    /// Facts, values and readings read.
    pub read: Vec<String>,
    /// Its words.
    pub text: Text,
}

told! { Finding { condition, truth, read, text } }

/// A step of the working.
#[derive(Debug)]
pub struct Step {
    /// What it does.
    pub kind: &'static str,
    /// What goes in, shown to the fen.
    pub before: String,
    /// What comes out, shown to the fen.
    pub after: String,
    /// What comes out exactly, where it has more than two places: nothing is rounded before the step that rounds.
    pub exact: Option<String>,
    /// The value it takes.
    pub value: Option<String>,
    /// Its document.
    pub source: Option<String>,
    /// Its words.
    pub text: Text,
}

told! { Step { kind, before, after, #[if_any] exact, #[if_any] value, #[if_any] source, text } }

/// A region that may be asked for.
#[derive(Debug)]
pub struct Region {
    /// Six digits.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The next region up that has a file.
    pub parent: Option<String>,
    /// Its chain of files, nearest first.
    pub policies: Vec<PolicyId>,
}

told! { Region { code, name, parent, policies } }
