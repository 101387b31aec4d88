//! Answers laid flat: every amount and every verdict under a name.

use super::catalogue;
use serde_json::Value;
use std::collections::BTreeMap;
use yibao::api::{
    self,
    wire::{Amount, Answer, Estimate, Failure},
};

/// Asks the core.
pub fn ask(request: &Value) -> Answer {
    ask_text(&request.to_string())
}

/// Asks the core with a text.
pub fn ask_text(text: &str) -> Answer {
    api::estimate(text, &[], catalogue())
}

/// The estimate of a request that must be good.
pub fn estimate(request: &Value) -> Estimate {
    match ask(request) {
        Answer::Estimate(estimate) => *estimate,
        Answer::Failure(failure) => panic!("{request}\nis refused: {}", shown(&failure)),
    }
}

/// The estimate, if the request is good.
pub fn if_good(request: &Value) -> Option<Estimate> {
    match ask(request) {
        Answer::Estimate(estimate) => Some(*estimate),
        Answer::Failure(_) => None,
    }
}

/// The failure of a text that must be refused.
pub fn failure(text: &str) -> Failure {
    match ask_text(text) {
        Answer::Failure(failure) => failure,
        Answer::Estimate(_) => panic!("not refused: {}", &text[..text.len().min(2000)]),
    }
}

/// Problems as `code path`.
pub fn shown(failure: &Failure) -> String {
    let problems = failure.problems.iter().map(|problem| format!("{} at {:?}", problem.code, problem.path));
    problems.collect::<Vec<_>>().join(", ")
}

/// An amount in fen. Answers always have two places.
pub fn fen(text: &str) -> i64 {
    let (yuan, fen) = text.split_once('.').unwrap_or_else(|| panic!("{text:?} has no places"));
    assert!(fen.len() == 2 && !yuan.is_empty(), "{text:?} has not two places");
    assert!(yuan.bytes().chain(fen.bytes()).all(|b| b.is_ascii_digit()), "{text:?} is no amount");
    yuan.parse::<i64>().unwrap() * 100 + fen.parse::<i64>().unwrap()
}

/// An amount of an answer, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub low: i64,
    pub likely: Option<i64>,
    pub high: i64,
}

impl Range {
    pub fn of(amount: &Amount) -> Range {
        Range {
            low: amount.low.to_fen(),
            likely: amount.likely.map(|likely| likely.to_fen()),
            high: amount.high.to_fen(),
        }
    }

    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    pub fn holds(self, inner: Range) -> bool {
        self.low <= inner.low && inner.high <= self.high
    }

    pub fn width(self) -> i64 {
        self.high - self.low
    }
}

/// Every amount of an answer by its place.
pub fn amounts(estimate: &Estimate) -> BTreeMap<String, Range> {
    let mut all = BTreeMap::new();
    each_amount(estimate, &mut |name, amount| {
        let name = name();
        assert!(all.insert(name.clone(), Range::of(amount)).is_none(), "two amounts are called {name}");
    });
    all
}

/// Every amount of an answer, in an order that is the same for all fillings of a request.
pub fn amount_list(estimate: &Estimate) -> Vec<Range> {
    let mut all = Vec::new();
    each_amount(estimate, &mut |_, amount| all.push(Range::of(amount)));
    all
}

/// The names of these amounts.
pub fn amount_names(estimate: &Estimate) -> Vec<String> {
    let mut all = Vec::new();
    each_amount(estimate, &mut |name, _| all.push(name()));
    all
}

/// Each amount with its name.
pub fn each_amount(estimate: &Estimate, put: &mut dyn FnMut(&dyn Fn() -> String, &Amount)) {
    let totals = &estimate.totals;
    put(&|| "totals/in_scope".into(), &totals.in_scope);
    put(&|| "totals/paid".into(), &totals.paid);
    put(&|| "totals/out_of_pocket".into(), &totals.out_of_pocket);
    put(&|| "totals/allowances".into(), &totals.allowances);
    for fund in &estimate.funds {
        put(&|| format!("funds/{}", fund.fund), &fund.paid);
    }
    for expense in &estimate.expenses {
        put(&|| format!("expenses/{}/out_of_pocket", expense.id), &expense.out_of_pocket);
        for (field, amount) in slip(expense) {
            put(&|| format!("expenses/{}/slip/{field}", expense.id), amount);
        }
    }
    for programme in &estimate.programmes {
        put(&|| format!("programmes/{}", programme.id), &programme.paid);
        for line in &programme.lines {
            put(&|| format!("programmes/{}/lines/{}", programme.id, line.expense), &line.paid);
        }
    }
}

/// The fields of an expense's slip by name.
pub fn slip(expense: &api::wire::ExpenseAnswer) -> [(&'static str, &Amount); 14] {
    let slip = &expense.slip;
    [
        ("medfee_sumamt", &slip.medfee_sumamt),
        ("fulamt_ownpay_amt", &slip.fulamt_ownpay_amt),
        ("preselfpay_amt", &slip.preselfpay_amt),
        ("inscp_scp_amt", &slip.inscp_scp_amt),
        ("act_pay_dedc", &slip.act_pay_dedc),
        ("hifp_pay", &slip.hifp_pay),
        ("hifmi_pay", &slip.hifmi_pay),
        ("hifob_pay", &slip.hifob_pay),
        ("maf_pay", &slip.maf_pay),
        ("hifes_pay", &slip.hifes_pay),
        ("cvlserv_pay", &slip.cvlserv_pay),
        ("oth_pay", &slip.oth_pay),
        ("fund_pay_sumamt", &slip.fund_pay_sumamt),
        ("psn_part_amt", &slip.psn_part_amt),
    ]
}

/// Every verdict of an answer, in an order that is the same for all fillings of a request.
pub fn verdict_list(estimate: &Estimate) -> Vec<&'static str> {
    let programmes = estimate.programmes.iter();
    programmes.flat_map(|p| std::iter::once(p.verdict).chain(p.lines.iter().map(|line| line.verdict))).collect()
}

/// The names of these verdicts.
pub fn verdict_names(estimate: &Estimate) -> Vec<String> {
    let lines = |p: &api::wire::ProgrammeAnswer| -> Vec<String> {
        let of = |line: &api::wire::Line| format!("programmes/{}/lines/{}", p.id, line.expense);
        p.lines.iter().map(of).collect()
    };
    let programmes = estimate.programmes.iter();
    programmes.flat_map(|p| std::iter::once(format!("programmes/{}", p.id)).chain(lines(p))).collect()
}

/// Every finding's truth by its place.
pub fn truths(estimate: &Estimate) -> BTreeMap<String, &'static str> {
    let mut all = BTreeMap::new();
    for programme in &estimate.programmes {
        let lines = programme.lines.iter().map(|line| (line.expense.as_str(), &line.findings));
        for (of, findings) in lines.chain([("", &programme.findings)]) {
            for (place, finding) in findings.iter().enumerate() {
                all.insert(format!("{}/{of}/{place}/{}", programme.id, finding.condition), finding.truth);
            }
        }
    }
    all
}
