//! A slow reference: a request with holes, and its answer against those of its completions, found by filling the holes
//! one by one and asking again.

use super::answers::{Range, amount_list, amount_names, if_good, verdict_list, verdict_names};
use super::holes::{Fillings, Hole, candidates, fillings};
use super::regions::Region;
use super::requests::complete;
use super::tape::Tape;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use yibao::api::wire::Estimate;

/// Which filling of each hole.
pub type Choice = Vec<usize>;

/// The answer of one completion.
#[derive(Clone)]
pub struct Completion {
    pub choice: Choice,
    pub amounts: Vec<Range>,
    pub verdicts: Vec<&'static str>,
    /// Of programmes, what is still missing there.
    pub missing: BTreeSet<String>,
}

/// A request with holes, its answer, and those of its completions.
pub struct Study<'r> {
    pub region: &'r Region,
    pub request: Value,
    pub holes: Vec<Hole>,
    pub dont_know: bool,
    pub fillings: Vec<Fillings>,
    pub whole: Estimate,
    pub amounts: Vec<Range>,
    pub verdicts: Vec<&'static str>,
    pub completions: Vec<Completion>,
    /// Whether every completion there is gives the same answer as one of these.
    pub full: bool,
    /// Whether every combination of options and ends of numbers is among these.
    pub has_every_corner: bool,
}

/// How many completions are asked for at most.
const MOST_COMPLETIONS: usize = 120;

impl<'r> Study<'r> {
    /// A completion with an amount outside the range.
    pub fn outside(&self) -> Option<String> {
        for completion in &self.completions {
            for (place, (whole, inner)) in self.amounts.iter().zip(&completion.amounts).enumerate() {
                if !whole.holds(*inner) {
                    let name = &self.names()[place];
                    return Some(format!(
                        "OUTSIDE {name}: {inner:?} is not in {whole:?}\n{}",
                        self.shown(Some(completion))
                    ));
                }
            }
        }
        None
    }

    /// The greatest width of what is paid, over the completions of any one way to fill a hole.
    pub fn widest_after(&self, hole: usize) -> i64 {
        let paid = self.names().iter().position(|name| name == "totals/paid").unwrap();
        let width = |filling: usize| {
            let of = || self.completions.iter().filter(|completion| completion.choice[hole] == filling);
            let low = of().map(|completion| completion.amounts[paid].low).min()?;
            Some(of().map(|completion| completion.amounts[paid].high).max()? - low)
        };
        (0..self.fillings[hole].fills.len()).filter_map(width).max().unwrap()
    }

    /// An end that is not reached: by none of these completions, and by none that the core itself names for it.
    pub fn end_not_reached(&self) -> Option<String> {
        self.end_further_than(0, "")
    }

    /// An end of an amount of these that is not reached to so many fen.
    pub fn end_further_than(&self, fen: i64, of: &str) -> Option<String> {
        let found: Vec<Vec<Range>> = self.completions.iter().map(|completion| completion.amounts.clone()).collect();
        self.beyond(&found, fen, of)?;
        self.beyond(&[found, self.named_completions()].concat(), fen, of)
    }

    /// The first end that lies further beyond all these completions than so many fen.
    fn beyond(&self, completions: &[Vec<Range>], fen: i64, of: &str) -> Option<String> {
        for (place, whole) in self.amounts.iter().enumerate() {
            let low = completions.iter().map(|amounts| amounts[place].low).min().unwrap();
            let high = completions.iter().map(|amounts| amounts[place].high).max().unwrap();
            if low - whole.low > fen || whole.high - high > fen {
                let name = &self.names()[place];
                if !name.starts_with(of) {
                    continue;
                }
                return Some(format!("NOT REACHED {name}: {low} to {high}, not {whole:?}\n{}", self.shown(None)));
            }
        }
        None
    }

    /// Completions that `extremes` names for the ends of every figure, asked for by themselves. An end may lie between the
    /// numbers that an enumeration tries: where a cap is just used up, or a deductible just met.
    fn named_completions(&self) -> Vec<Vec<Range>> {
        let ends = figure_names(&self.whole).into_iter().flat_map(|of| {
            let told = super::around::extremes(&self.request, &of);
            ["low", "high"].map(|end| told[end]["request"].clone())
        });
        ends.filter_map(|request| if_good(&self.with_the_rest_filled(request))).map(|e| amount_list(&e)).collect()
    }

    /// What is still open is filled in the first way that there is.
    fn with_the_rest_filled(&self, mut request: Value) -> Value {
        for (hole, fillings) in self.holes.iter().zip(&self.fillings) {
            if hole.is_open(&mut request) {
                hole.fill(&mut request, &fillings.fills[0]);
            }
        }
        request
    }

    /// A random request with one to four random holes.
    pub fn random(tape: &mut Tape, region: &'r Region) -> Option<Study<'r>> {
        let request = complete(tape, region);
        let holes = random_holes(tape, region, &request);
        Study::of(tape, region, request, holes)
    }

    /// A request with these holes; none where no filling of them makes a good request.
    pub fn of(tape: &mut Tape, region: &'r Region, request: Value, holes: Vec<Hole>) -> Option<Study<'r>> {
        Study::filled_by(tape, region, request, holes, &fillings)
    }

    /// The same with other fillings.
    pub fn filled_by(
        tape: &mut Tape,
        region: &'r Region,
        mut request: Value,
        holes: Vec<Hole>,
        fillings: &dyn Fn(&mut Tape, &Region, &Value, &Hole) -> Fillings,
    ) -> Option<Study<'r>> {
        let dont_know = tape.one_in(3);
        holes.iter().for_each(|hole| hole.punch(&mut request, dont_know));
        let whole = super::answers::estimate(&request);
        let fillings: Vec<Fillings> = holes.iter().map(|hole| fillings(tape, region, &request, hole)).collect();
        let (choices, all) = choices(tape, &fillings);
        let mut study = Study {
            region,
            full: all && fillings.iter().all(|f| f.complete),
            has_every_corner: all,
            amounts: amount_list(&whole),
            verdicts: verdict_list(&whole),
            completions: Vec::new(),
            request,
            holes,
            dont_know,
            fillings,
            whole,
        };
        study.completions = choices.into_iter().filter_map(|choice| study.complete(choice)).collect();
        (!study.completions.is_empty()).then_some(study)
    }

    /// The request with its holes filled.
    pub fn filled(&self, choice: &Choice) -> Value {
        let mut request = self.request.clone();
        for ((hole, fillings), which) in self.holes.iter().zip(&self.fillings).zip(choice) {
            hole.fill(&mut request, &fillings.fills[*which]);
        }
        request
    }

    fn complete(&self, choice: Choice) -> Option<Completion> {
        let estimate = if_good(&self.filled(&choice))?;
        let missing = estimate.programmes.iter().flat_map(|programme| programme.missing.iter().cloned()).collect();
        Some(Completion { choice, amounts: amount_list(&estimate), verdicts: verdict_list(&estimate), missing })
    }

    /// Whether a hole is a fact answered with "I don't know".
    pub fn is_dont_know(&self, hole: &Hole) -> bool {
        let is_fact = !matches!(hole, Hole::Value(_) | Hole::Reading(_));
        is_fact && (self.dont_know || hole.needs_null())
    }

    /// The names of the amounts.
    pub fn names(&self) -> Vec<String> {
        amount_names(&self.whole)
    }

    /// The names of the verdicts.
    pub fn verdict_names(&self) -> Vec<String> {
        verdict_names(&self.whole)
    }

    /// The request, its holes and what one completion fills in.
    pub fn shown(&self, completion: Option<&Completion>) -> String {
        let mut text = format!("request {}\nholes {:?}", self.request, self.holes);
        if let Some(completion) = completion {
            let fills = self.fillings.iter().zip(&completion.choice).map(|(f, which)| format!("{:?}", f.fills[*which]));
            text += &format!("\nfilled with {}", fills.collect::<Vec<_>>().join(", "));
        }
        text
    }

    /// Pairs of completions that differ only in how one hole is filled, as groups.
    pub fn groups(&self, hole: usize) -> Vec<Vec<&Completion>> {
        let mut groups: BTreeMap<Choice, Vec<&Completion>> = BTreeMap::new();
        for completion in &self.completions {
            let mut others = completion.choice.clone();
            others[hole] = 0;
            groups.entry(others).or_default().push(completion);
        }
        groups.into_values().collect()
    }

    /// Whether how a hole is filled changes something, all else the same.
    pub fn matters(&self, hole: usize, changes: impl Fn(&Completion, &Completion) -> bool) -> bool {
        self.groups(hole).iter().any(|group| group.iter().any(|completion| changes(group[0], completion)))
    }

    /// What the likely amounts are taken from: preferred readings and single suggestions.
    pub fn likely_completions(&self) -> Vec<&Completion> {
        let wanted: Vec<Option<usize>> =
            self.holes.iter().zip(&self.fillings).map(|(h, f)| self.likely(h, f)).collect();
        let agrees = |completion: &&Completion| {
            completion.choice.iter().zip(&wanted).all(|(which, wanted)| wanted.is_none_or(|wanted| wanted == *which))
        };
        self.completions.iter().filter(agrees).collect()
    }

    fn likely(&self, hole: &Hole, fillings: &Fillings) -> Option<usize> {
        let taken = match hole {
            Hole::Reading(id) => Some(self.region.reading(id).preferred.clone()),
            Hole::Value(id) => self.region.value(id).only_suggestion(&self.request),
            Hole::Person(_) | Hole::Age | Hole::Expense(..) | Hole::Bill(_) | Hole::ThirdParty(_) => None,
        }?;
        let same = |text: &str| {
            let grid = |text: &str| super::holes::on_grid(text, 6);
            text == taken || (taken.starts_with(|c: char| c.is_ascii_digit()) && grid(text) == grid(&taken))
        };
        let place = fillings.fills.iter().position(|fill| fill[0].as_str().is_some_and(same));
        Some(place.unwrap_or_else(|| panic!("{taken} is not among the fillings of {hole:?}")))
    }
}

/// What `extremes` can be asked for: totals, funds, expenses, programmes and their lines.
fn figure_names(estimate: &Estimate) -> Vec<String> {
    let totals = ["paid", "in_scope", "allowances"].map(str::to_owned);
    let funds = estimate.funds.iter().map(|fund| fund.fund.to_string());
    let expenses = estimate.expenses.iter().map(|expense| expense.id.clone());
    let programmes = estimate.programmes.iter().map(|programme| programme.id.to_string());
    let lines = estimate
        .programmes
        .iter()
        .flat_map(|programme| programme.lines.iter().map(move |line| format!("{}/{}", line.expense, programme.id)));
    totals.into_iter().chain(funds).chain(expenses).chain(programmes).chain(lines).collect()
}

/// One to four holes, most of them such as matter by themselves.
pub fn random_holes(tape: &mut Tape, region: &Region, request: &Value) -> Vec<Hole> {
    let all = candidates(region, request);
    if all.is_empty() {
        return Vec::new();
    }
    let some: Vec<Hole> = (0..all.len().min(16)).map(|_| tape.pick(&all).clone()).collect();
    let relevant = relevant_holes(request, &some);
    let mut holes: Vec<Hole> = Vec::new();
    for _ in 0..1 + tape.below(4) {
        let from = if relevant.is_empty() || tape.one_in(3) { &all } else { &relevant };
        let hole = tape.pick(from).clone();
        if !holes.iter().any(|other| overlap(other, &hole)) {
            holes.push(hole);
        }
    }
    holes
}

/// The holes that change something by themselves.
fn relevant_holes(request: &Value, all: &[Hole]) -> Vec<Hole> {
    let matters = |hole: &&Hole| {
        let mut open = request.clone();
        hole.punch(&mut open, true);
        let estimate = if_good(&open);
        estimate.is_some_and(|e| !amount_list(&e).into_iter().all(Range::is_exact) || has_missing(&e))
    };
    all.iter().filter(matters).cloned().collect()
}

fn has_missing(estimate: &Estimate) -> bool {
    !estimate.questions.is_empty() || estimate.programmes.iter().any(|programme| !programme.missing.is_empty())
}

fn overlap(one: &Hole, other: &Hole) -> bool {
    let parts = |hole: &Hole| match hole {
        Hole::Bill(place) => Some(*place),
        Hole::Expense(place, fact) if fact == "self_paid" || fact == "advance" => Some(*place),
        _ => None,
    };
    let liability = |hole: &Hole| match hole {
        Hole::ThirdParty(place) => Some(*place),
        Hole::Expense(place, fact) if fact == "third_party_amount" => Some(*place),
        _ => None,
    };
    let is_one_liability = liability(one).is_some() && liability(one) == liability(other);
    one == other || is_one_liability || (parts(one).is_some() && parts(one) == parts(other))
}

/// Every way to fill the holes, or a random part of them; of numbers, always their ends.
fn choices(tape: &mut Tape, fillings: &[Fillings]) -> (Vec<Choice>, bool) {
    let counts: Vec<usize> = fillings.iter().map(|f| f.fills.len()).collect();
    let product = counts.iter().try_fold(1usize, |product, count| product.checked_mul(*count));
    if product.is_some_and(|product| product <= MOST_COMPLETIONS) {
        let mut all: Vec<Choice> = vec![Vec::new()];
        for count in counts {
            all = all.iter().flat_map(|c| (0..count).map(|n| [c.clone(), vec![n]].concat())).collect();
        }
        return (all, true);
    }
    let mut chosen: BTreeSet<Choice> = BTreeSet::new();
    for round in 0..MOST_COMPLETIONS / 2 {
        let choice = fillings.iter().map(|f| {
            let among = if f.numeric && round % 2 == 0 { 2 } else { f.fills.len() };
            tape.below(among.min(f.fills.len()))
        });
        chosen.insert(choice.collect());
    }
    (chosen.into_iter().collect(), false)
}
