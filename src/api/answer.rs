//! Puts the answer together: totals, funds, expenses, programmes, questions, what is assumed, sources.

use super::assumed::assumed;
use super::context::{Answering, policy_ids};
use super::programme::{Judged, Verdict, judge_programme, programme_amounts, programme_answer};
use super::questions::{questions, rank_unknowns};
use super::wire::{
    Amount, Assumed, Estimate, ExpenseAnswer, FundPaid, ProgrammeAmounts, ProgrammeAnswer, Slip, Totals,
};
use crate::estimate::Range;
use crate::money::Money;
use crate::ordered::Set;
use crate::policy::Source;
use crate::policy::book::{Book, ProgrammeIx};
use crate::policy::coverage::Coverage;
use crate::request::{Ends, Request};
use crate::settlement::{Effort, Figure};
use crate::unknowns::{Case, World};
use crate::vocabulary::{Fact, Fund, Payer, vocabulary};

/// Answers a good request.
pub(super) fn answer(request: &Request) -> Estimate {
    let case = Case::new(request);
    let answering = Answering::of(&case, Effort::DecideAndExplain);
    let judged = judge_all(&answering);
    let programmes = judged.iter().map(|(p, judged)| programme_answer(&answering, *p, judged)).collect();
    let mut estimate = amounts_with(&answering, &judged, programmes);
    let ranked = rank_unknowns(&answering, &judged);
    estimate.assumed = assumed(&answering, &ranked);
    estimate.sources = sources(case.book(), &estimate.programmes, &estimate.assumed);
    estimate.questions = questions(&answering, ranked);
    estimate
}

/// The amounts of the same answer: no working, no questions, and no work done for them.
pub(super) fn amounts(request: &Request) -> Estimate<ProgrammeAmounts> {
    let case = Case::new(request);
    let answering = Answering::of(&case, Effort::Decide);
    let judged = judge_all(&answering);
    let programmes = judged.iter().map(|(p, judged)| programme_amounts(&answering, *p, judged)).collect();
    amounts_with(&answering, &judged, programmes)
}

fn judge_all(answering: &Answering) -> Vec<(ProgrammeIx, Vec<Judged>)> {
    answering.case.book().programmes().map(|p| (p, judge_programme(&answering.world, p))).collect()
}

fn amounts_with<P>(answering: &Answering, judged: &[(ProgrammeIx, Vec<Judged>)], programmes: Vec<P>) -> Estimate<P> {
    let book = answering.case.book();
    Estimate {
        outcome: "estimate",
        engine: concat!("yibao ", env!("CARGO_PKG_VERSION")),
        policies: policy_ids(&book.chain),
        totals: totals(answering, judged),
        funds: funds(answering),
        expenses: (0..answering.case.request.expenses.len()).map(|place| expense(answering, place)).collect(),
        programmes,
        questions: Vec::new(),
        sources: Vec::new(),
        assumed: Vec::new(),
        coverage: Coverage::of(book.chain.iter().map(|file| &file.region)).name(),
        tight: answering.ranged.is_tight(),
    }
}

fn totals(answering: &Answering, judged: &[(ProgrammeIx, Vec<Judged>)]) -> Totals {
    let billed = answering.case.request.billed();
    let paid = answering.amount(Figure::Paid);
    Totals {
        out_of_pocket: answering.rest(billed, Figure::Paid),
        billed: billed.to_string(),
        in_scope: answering.amount(Figure::InScope),
        paid,
        allowances: answering.amount(Figure::Allowances),
        account: of_account(answering, Figure::Account),
        cash: of_account(answering, Figure::Cash),
        not_counted: judged
            .iter()
            .filter(|&(p, j)| is_not_counted(answering, *p, j))
            .map(|(p, _)| answering.id(*p))
            .collect::<Vec<_>>(),
    }
}

/// A line of it is undetermined because its rule is not on file and its fund is not settled there, or without a
/// line the person may be entitled.
fn is_not_counted(answering: &Answering, p: ProgrammeIx, judged: &[Judged]) -> bool {
    let Some(fund) = answering.case.book().programme(p).fund else { return false };
    judged.iter().any(|j| {
        let settled = j.at.expense.and_then(|index| answering.case.expense(index).settled_by(fund));
        j.not_on_file && j.verdict == Verdict::Undetermined && settled.is_none()
    })
}

/// Funds that have a programme in the region or stand on a slip.
fn funds(answering: &Answering) -> Vec<FundPaid> {
    let book = answering.case.book();
    let there = |fund: &Fund| {
        let has_programme = book.programmes().any(|p| book.programme(p).fund == Some(*fund));
        has_programme || answering.case.request.expenses.iter().any(|expense| expense.settled_by(*fund).is_some())
    };
    let paid = |fund: Fund| FundPaid { fund: fund.name(), paid: answering.amount(Figure::Fund(fund)) };
    Fund::ALL.iter().filter(|&fund| there(fund)).map(|fund| paid(*fund)).collect::<Vec<_>>()
}

fn expense(answering: &Answering, place: usize) -> ExpenseAnswer {
    let expense = answering.case.expense(place);
    let total = expense.total.unwrap_or_default();
    let fund = |fund| answering.amount(Figure::ExpenseFund(place, fund));
    let payer = |payer| answering.amount(Figure::ExpensePayer(place, payer));
    let out_of_pocket = answering.rest(total, Figure::ExpensePaid(place));
    let slip = Slip {
        medfee_sumamt: Amount::from(Range::exact(total)),
        fulamt_ownpay_amt: part_of_bill(answering, place, Fact::self_paid(), Fact::advance()),
        overlmt_selfpay: over_limit(answering, place),
        preselfpay_amt: part_of_bill(answering, place, Fact::advance(), Fact::self_paid()),
        inscp_scp_amt: answering.amount(Figure::ExpenseInScope(place)),
        act_pay_dedc: answering.amount(Figure::ExpenseDeductible(place)),
        hifp_pay: fund(Fund::Basic),
        hifmi_pay: fund(Fund::CriticalIllness),
        hifob_pay: fund(Fund::LargeExpense),
        maf_pay: fund(Fund::Assistance),
        hifes_pay: payer(Payer::Employer),
        cvlserv_pay: payer(Payer::CivilServants),
        oth_pay: payer(Payer::City),
        fund_pay_sumamt: answering.amount(Figure::ExpensePaid(place)),
        psn_part_amt: out_of_pocket,
        acct_pay: of_account(answering, Figure::ExpenseAccount(place)),
        psn_cash_pay: of_account(answering, Figure::ExpenseCash(place)),
    };
    ExpenseAnswer { id: expense.id.clone(), slip, out_of_pocket }
}

/// What the personal account pays or leaves, where the region has one.
fn of_account(answering: &Answering, figure: Figure) -> Option<Amount> {
    answering.case.book().has_account().then(|| answering.amount(figure))
}

/// A part of the bill: as given, or from nothing to what the other part leaves.
fn part_of_bill(answering: &Answering, place: usize, part: Fact, other: Fact) -> Amount {
    let expense = answering.case.expense(place);
    if let Some(parts) = World::of(answering.case).parts(place) {
        let out = Ends { low: parts.out_of_catalogue, high: parts.out_of_catalogue };
        return between(if part == Fact::self_paid() { out } else { parts.advance });
    }
    if let Some(given) = expense.amount(part) {
        return Amount::from(Range::exact(given));
    }
    let most = expense.total.unwrap_or_default() - expense.amount(other).unwrap_or_default();
    let likely = Some(most).filter(|most| *most == Money::ZERO);
    Amount::from(Range {
        low: Money::ZERO,
        likely,
        high: most,
        typical: Some(usual_part(answering, place, part, other)),
    })
}

/// What is over the limits of items; a bill without items has none.
fn over_limit(answering: &Answering, place: usize) -> Amount {
    between(World::of(answering.case).parts(place).map(|parts| parts.over_limit).unwrap_or_default())
}

/// Nothing is known of what is usual between the two.
fn between(Ends { low, high }: Ends) -> Amount {
    let likely = (low == high).then_some(low);
    Amount::from(Range { low, likely, high, typical: Some(Ends { low, high }) })
}

/// What is usual of it. Where both parts are open, one variable stands for their sum.
fn usual_part(answering: &Answering, place: usize, part: Fact, other: Fact) -> Ends {
    let (case, expense) = (answering.case, answering.case.expense(place));
    let is_sum = expense.amount(other).is_none();
    let var = case.fact(if is_sum { Fact::self_paid() } else { part }, Some(place));
    let (low, high) = case.typical(var).unwrap_or(case.domain(var)).money();
    Ends { low: if is_sum { Money::ZERO } else { low }, high }
}

/// Every document that a programme, a step or something assumed names: of the nearest region first, then in the order of
/// its file; those of the vocabulary last.
fn sources(book: &Book, programmes: &[ProgrammeAnswer], assumed: &[Assumed]) -> Vec<Source> {
    let steps = programmes.iter().flat_map(|programme| &programme.lines).flat_map(|line| &line.steps);
    let named: Set<&String> = programmes
        .iter()
        .flat_map(|p| &p.sources)
        .chain(steps.filter_map(|step| step.source.as_ref()))
        .chain(assumed.iter().filter_map(|assumed| assumed.source.as_ref()))
        .collect();
    let listed = book.chain.iter().flat_map(|file| &file.sources).chain(&vocabulary().sources);
    listed.filter(|source| named.contains(&&source.id)).cloned().collect()
}
