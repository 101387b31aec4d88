//! Puts the answer together: ranges, likely amounts, verdicts, questions.

use super::programme::{Judged, Verdict, judge_programme, missing, programme_answer};
use super::wire::{Amount, Estimate, ExpenseAnswer, FundPaid, PolicyId, Question, Slip, Totals};
use crate::benefit::Worked;
use crate::estimate::{Budget, Range, Ranged, completion, narrowing};
use crate::money::Money;
use crate::policy::PolicyFile;
use crate::policy::book::ProgrammeIx;
use crate::request::Request;
use crate::settlement::{Effort, Figure, settle};
use crate::unknowns::{Case, Variable, World};
use crate::vocabulary::{Fact, Fund};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that the parts of an answer are made from.
pub(super) struct Answering<'c> {
    pub case: &'c Case<'c>,
    /// The request's own world.
    pub world: World<'c>,
    /// The range over it.
    pub ranged: Ranged<'c>,
    workings: RefCell<Workings>,
}

/// The working of every line in a world: whether it is a likely one, and its number.
type Workings = BTreeMap<(bool, usize), Vec<Vec<Worked>>>;

/// Finding what one question narrows may take this part of the work that the range may take.
const PARTS_OF_BUDGET: usize = 8;

/// A question with what it is sorted by: what it narrows, then its rank.
type Ranked = (Option<Money>, (usize, usize, String), Question);

/// Answers a good request.
pub(super) fn answer(request: &Request) -> Estimate {
    let case = Case::new(request);
    let world = World::of(&case);
    let ranged = Ranged::with(&case, &[], Budget::of(&case));
    let answering = Answering { case: &case, world, ranged, workings: RefCell::default() };
    answering.estimate()
}

impl<'c> Answering<'c> {
    fn estimate(&self) -> Estimate {
        let book = self.case.book();
        let judged: Vec<(ProgrammeIx, Vec<Judged>)> =
            book.programmes().map(|p| (p, judge_programme(&self.world, p))).collect();
        let expenses = (0..self.case.request.expenses.len()).map(|place| self.expense(place)).collect();
        Estimate {
            outcome: "estimate",
            engine: concat!("yibao ", env!("CARGO_PKG_VERSION")),
            policies: policy_ids(&book.chain),
            totals: self.totals(&judged),
            funds: self.funds(),
            expenses,
            programmes: judged.iter().map(|(p, judged)| programme_answer(self, *p, judged)).collect::<Vec<_>>(),
            questions: self.questions(&judged),
            tight: self.ranged.explored.is_tight(),
        }
    }

    /// The range of a figure, with its likely amount.
    pub fn amount(&self, figure: Figure) -> Amount {
        amount(self.ranged.range(figure))
    }

    /// Variables that move a figure.
    pub fn movers(&self, place: usize) -> impl Iterator<Item = Variable> {
        let moving =
            self.ranged.explored.matters.iter().filter(move |(_, flags)| flags.get(place).copied().unwrap_or(false));
        moving.map(|(var, _)| *var)
    }

    /// The public names of variables that somebody may be asked for, in the order of questions of equal weight;
    /// an unknown with two names stands under both.
    pub fn missing_names(&self, vars: &BTreeSet<Variable>) -> Vec<String> {
        let with_twins = vars.iter().flat_map(|&var| [Some(var), self.case.twin(var)]).flatten();
        let mut ranked = BTreeSet::default();
        ranked
            .extend(with_twins.filter_map(|var| Some(self.rank(self.case.origin(var).kind()?, &self.case.name(var)))));
        ranked.iter().map(|(.., name)| name.clone()).collect()
    }

    /// The public names of what a condition reads, in its order.
    pub fn names(&self, vars: impl IntoIterator<Item = Variable>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in vars.into_iter().map(|var| self.case.name(var)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The working of a line: of the one amount, else of the completion that is likely, else of the lowest.
    pub fn steps(&self, line: usize) -> (Vec<Worked>, &'static str) {
        match self.ranged.ends(Figure::Line(line)) {
            (ends, _) if ends.is_exact() => (self.working(false, ends.low_at, line), "exact"),
            (_, Some(likely)) => (self.working(true, likely.low_at, line), "likely"),
            (ends, None) => (self.working(false, ends.low_at, line), "low"),
        }
    }

    fn working(&self, likely: bool, world: usize, line: usize) -> Vec<Worked> {
        let worlds = if likely { &self.ranged.likely().worlds } else { &self.ranged.explored.worlds };
        let mut made = self.workings.borrow_mut();
        let steps = made.entry((likely, world)).or_insert_with(|| {
            worlds.get(world).map_or(Vec::new(), |w| settle(&completion(w.clone()), Effort::Explain).steps)
        });
        steps.get(line).cloned().unwrap_or_default()
    }

    fn totals(&self, judged: &[(ProgrammeIx, Vec<Judged>)]) -> Totals {
        let billed = self.case.request.billed();
        let paid = self.amount(Figure::Paid);
        Totals {
            out_of_pocket: self.rest(billed, Figure::Paid),
            billed: billed.to_string(),
            in_scope: self.amount(Figure::InScope),
            paid,
            allowances: self.amount(Figure::Allowances),
            not_counted: judged
                .iter()
                .filter(|&(p, j)| self.is_not_counted(*p, j))
                .map(|(p, _j)| self.id(*p))
                .collect::<Vec<_>>(),
        }
    }

    /// A line of it is undetermined because its rule is not on file and its fund is not settled there, or without a
    /// line the person may be entitled.
    fn is_not_counted(&self, p: ProgrammeIx, judged: &[Judged]) -> bool {
        let Some(fund) = self.case.book().programme(p).fund else { return false };
        judged.iter().any(|j| {
            let settled =
                j.at.expense.and_then(|place| self.case.expense(place).settled.get(fund.index()).copied().flatten());
            j.not_on_file && j.verdict == Verdict::Undetermined && settled.is_none()
        })
    }

    fn id(&self, p: ProgrammeIx) -> String {
        self.case.book().programme(p).id.clone()
    }

    /// A bill less what is paid of it.
    fn rest(&self, billed: Money, paid: Figure) -> Amount {
        amount(self.ranged.range(paid).rest_of(billed))
    }

    /// Funds that have a programme in the region or stand on a slip.
    fn funds(&self) -> Vec<FundPaid> {
        let book = self.case.book();
        let there = |fund: &Fund| {
            let has_programme = book.programmes().any(|p| book.programme(p).fund == Some(*fund));
            has_programme || self.case.request.expenses.iter().any(|expense| expense.settled_by(*fund).is_some())
        };
        let paid = |fund: Fund| FundPaid { fund: fund.name(), paid: self.amount(Figure::Fund(fund)) };
        Fund::ALL.iter().filter(|&fund| there(fund)).map(|fund| paid(*fund)).collect::<Vec<_>>()
    }

    fn expense(&self, place: usize) -> ExpenseAnswer {
        let expense = self.case.expense(place);
        let total = expense.total.unwrap_or_default();
        let fund = |fund| self.amount(Figure::ExpenseFund(place, fund));
        let out_of_pocket = self.rest(total, Figure::ExpensePaid(place));
        let slip = Slip {
            medfee_sumamt: amount(Range::exact(total)),
            fulamt_ownpay_amt: self.part_of_bill(place, Fact::self_paid(), Fact::advance()),
            preselfpay_amt: self.part_of_bill(place, Fact::advance(), Fact::self_paid()),
            inscp_scp_amt: self.amount(Figure::ExpenseInScope(place)),
            act_pay_dedc: self.amount(Figure::ExpenseDeductible(place)),
            hifp_pay: fund(Fund::Basic),
            hifmi_pay: fund(Fund::CriticalIllness),
            hifob_pay: fund(Fund::LargeExpense),
            maf_pay: fund(Fund::Assistance),
            oth_pay: fund(Fund::LongTermCare),
            fund_pay_sumamt: self.amount(Figure::ExpensePaid(place)),
            psn_part_amt: out_of_pocket.clone(),
        };
        ExpenseAnswer { id: expense.id.clone(), slip, out_of_pocket }
    }

    /// A part of the bill: as given, or from nothing to what the other part leaves.
    fn part_of_bill(&self, place: usize, part: Fact, other: Fact) -> Amount {
        let expense = self.case.expense(place);
        let most = expense.total.unwrap_or_default() - expense.amount(other).unwrap_or_default();
        let (low, high) = expense.amount(part).map_or((Money::ZERO, most), |given| (given, given));
        amount(Range { low, likely: (low == high).then_some(low), high })
    }

    /// Every unknown that matters and was not answered with "I don't know", the one that narrows most first.
    fn questions(&self, judged: &[(ProgrammeIx, Vec<Judged>)]) -> Vec<Question> {
        let mut programmes: BTreeMap<Variable, Vec<String>> = BTreeMap::default();
        for (p, judged) in judged {
            for &var in &missing(self, *p, judged) {
                programmes.entry(var).or_default().push(self.id(*p));
            }
        }
        let mut vars = BTreeSet::default();
        vars.extend(programmes.keys().copied());
        vars.extend(
            self.ranged.explored.matters.iter().filter(|(_, flags)| flags.contains(&true)).map(|(var, _)| *var),
        );
        // Each has a share of its own, so that a hard one takes nothing from the others.
        let share = Budget::of(self.case).part(PARTS_OF_BUDGET);
        let mut questions: Vec<Ranked> = Vec::new();
        for &var in &vars {
            let twin = self.case.twin(var);
            // Knowing one part of the bill may leave the other as wide as before.
            let narrows = if twin.is_some() {
                Some(Money::ZERO)
            } else {
                narrowing(self.case, &self.ranged.explored, var, &mut share.clone())
            };
            for name_of in [Some(var), twin].into_iter().flatten() {
                let name = self.case.name(name_of);
                let kind = self.case.origin(name_of).kind().filter(|_| !self.case.is_dont_know(name_of));
                let Some(kind) = kind else { continue };
                let question = Question {
                    unknown: name.clone(),
                    kind,
                    narrows: narrows.map(|n| n.to_string()),
                    programmes: programmes.get(&var).cloned().unwrap_or_default(),
                };
                questions.push((narrows, self.rank(kind, &name), question));
            }
        }
        // None counts as less than any amount, so that falling order puts it last.
        questions.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        questions.into_iter().map(|(.., question)| question).collect()
    }

    /// Facts in the order of the vocabulary, then of expenses; values and readings by id.
    fn rank(&self, kind: &str, name: &str) -> (usize, usize, String) {
        if kind != "fact" {
            return (Fact::count(), 0, name.to_owned());
        }
        let (expense, fact) = name.rsplit_once('/').map_or(("", name), |(expense, fact)| (expense, fact));
        let place = self.case.request.expenses.iter().position(|e| e.id == expense);
        (Fact::named(fact).map_or(Fact::count(), Fact::index), place.unwrap_or_default(), name.to_owned())
    }
}

fn amount(range: Range) -> Amount {
    Amount {
        low: range.low.to_string(),
        likely: range.likely.map(|likely| likely.to_string()),
        high: range.high.to_string(),
    }
}

/// A chain of files by region and hash.
pub(super) fn policy_ids(chain: &[Arc<PolicyFile>]) -> Vec<PolicyId> {
    chain.iter().map(|file| PolicyId { id: file.region.clone(), sha256: file.sha256.clone() }).collect::<Vec<_>>()
}
