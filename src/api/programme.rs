//! One programme of the answer: verdict, findings, what is missing, lines.

use super::caveats::caveats;
use super::context::Answering;
use super::texts;
use super::wire::{Finding, Line, Made, Part, ProgrammeAmounts, ProgrammeAnswer, Step, Text};
use crate::calendar::{Date, Span};
use crate::eligibility::{At, applies, conditions, reads, test};
use crate::money::{Money, Rate};
use crate::ordered::Set;
use crate::policy::book::ProgrammeIx;
use crate::policy::step::{self, OfBill, Period, Worked};
use crate::policy::{Choice, Programme, Test, Unit};
use crate::quantity::Quantity;
use crate::settlement::Figure;
use crate::truth::Truth;
use crate::unknowns::{Cause, Variable, World};
use crate::vocabulary::{Fact, Fund};

/// How strong a verdict is: the strongest of a programme's lines is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    DoesNotApply,
    Undetermined,
    Applies,
}

impl Verdict {
    fn name(self) -> &'static str {
        match self {
            Verdict::Applies => "applies",
            Verdict::Undetermined => "undetermined",
            Verdict::DoesNotApply => "does_not_apply",
        }
    }
}

/// A programme judged at one place: a line's, or the person's.
pub(super) struct Judged {
    pub at: At,
    pub verdict: Verdict,
    truth: Truth<Cause>,
    /// Its conditions hold or may hold, but its rule is not on file.
    pub not_on_file: bool,
}

pub(super) fn judge(world: &World, at: At) -> Judged {
    let truth = applies(world, at);
    let on_file = world.case().book().programme(at.programme).is_on_file(at.day);
    let verdict = match (&truth, on_file) {
        (Truth::False, _) => Verdict::DoesNotApply,
        (Truth::True, true) => Verdict::Applies,
        (Truth::True | Truth::Unknown(_), _) => Verdict::Undetermined,
    };
    Judged { at, verdict, not_on_file: verdict == Verdict::Undetermined && !on_file, truth }
}

impl Judged {
    fn missing(&self) -> impl Iterator<Item = Variable> {
        self.truth.causes().flat_map(|cause| cause.vars().iter().copied())
    }
}

/// The unknowns that keep a programme's verdict or amount open.
pub(super) fn missing(answering: &Answering, p: ProgrammeIx, judged: &[Judged]) -> Set<Variable> {
    let explored = &answering.ranged.explored;
    let lines = judged.iter().filter_map(|j| answering.case.line(p, j.at.expense?)).map(Figure::Line);
    let places: Vec<usize> = lines.chain([Figure::Programme(p)]).map(|figure| explored.whole.place(figure)).collect();
    let mut vars = explored.matters.movers(&places);
    vars.extend(judged.iter().flat_map(Judged::missing));
    vars
}

/// Where a programme is judged: at each of its lines, or at the person.
pub(super) fn judge_programme(world: &World, p: ProgrammeIx) -> Vec<Judged> {
    At::all(world, p).iter().map(|at| judge(world, *at)).collect::<Vec<_>>()
}

/// The strongest of a programme's lines, the first of equals.
fn strongest(judged: &[Judged]) -> Option<&Judged> {
    judged.iter().max_by(|a, b| a.verdict.cmp(&b.verdict).then(std::cmp::Ordering::Greater))
}

/// What a programme comes to.
pub(super) fn programme_amounts(answering: &Answering, p: ProgrammeIx, judged: &[Judged]) -> ProgrammeAmounts {
    let programme = answering.case.book().programme(p);
    let verdict = strongest(judged).map_or(Verdict::DoesNotApply, |j| j.verdict);
    ProgrammeAmounts {
        id: programme.id.clone(),
        fund: programme.fund.map(Fund::name),
        kind: programme.kind.name(),
        strength: if programme.encouraged { "encouraged" } else { "right" },
        verdict: verdict.name(),
        paid: answering.amount(Figure::Programme(p)),
    }
}

/// What a programme comes to, and why.
pub(super) fn programme_answer(answering: &Answering, p: ProgrammeIx, judged: &[Judged]) -> ProgrammeAnswer {
    let programme = answering.case.book().programme(p);
    let strongest = strongest(judged);
    let verdict = strongest.map_or(Verdict::DoesNotApply, |j| j.verdict);
    let ProgrammeAmounts { id, fund, kind, strength, verdict: name, paid } = programme_amounts(answering, p, judged);
    let findings = strongest.map_or(Vec::new(), |j| findings(answering, At { expense: None, ..j.at }));
    let (last_day, days_left) = deadline(answering, programme, verdict);
    ProgrammeAnswer {
        id,
        fund,
        kind,
        strength,
        verdict: name,
        paid,
        findings,
        missing: answering.missing_names(&missing(answering, p, judged)),
        lines: judged.iter().filter_map(|j| line(answering, p, j)).collect::<Vec<_>>(),
        last_day,
        days_left,
        caveats: caveats(answering, p),
        sources: programme.sources.clone(),
    }
}

fn line(answering: &Answering, p: ProgrammeIx, judged: &Judged) -> Option<Line> {
    let place = judged.at.expense?;
    let line = answering.case.line(p, place)?;
    let (steps, steps_of) = answering.steps(line, judged.verdict != Verdict::DoesNotApply);
    Some(Line {
        expense: answering.case.expense(place).id.clone(),
        verdict: judged.verdict.name(),
        paid: answering.amount(Figure::Line(line)),
        findings: findings(answering, judged.at),
        steps: steps.iter().map(step).collect::<Vec<_>>(),
        steps_of,
    })
}

fn step(worked: &Worked) -> Step {
    let text = Text::new(texts::step(worked.kind));
    Step {
        kind: worked.kind.name,
        role: worked.kind.role.name(),
        period: worked.kind.period.map(Period::name),
        before: worked.before.text(),
        after: worked.after.text(),
        exact: worked.after.exact_text(),
        value: worked.value.clone(),
        source: worked.source.clone(),
        parts: worked.parts.iter().filter(|(amount, _)| *amount > Money::ZERO).map(part).collect(),
        made: worked.made.iter().map(made).collect(),
        text: worked.args.iter().fold(text, |text, (key, value)| text.arg(key, value.as_str())),
    }
}

fn made(made: &step::Modified) -> Made {
    let unit = match made.number {
        Quantity::Money(_) => Unit::Money,
        Quantity::Rate(_) => Unit::Rate,
        Quantity::Count(_) | Quantity::Day(_) | Quantity::YesNo(_) => Unit::Count,
    };
    let part = made.part.map(OfBill::name);
    Made { how: made.how, unit: unit.name(), number: made.number.exact_text(), part }
}

fn part((amount, rate): &(Money, Rate)) -> Part {
    Part { amount: amount.in_full(), rate: rate.to_string() }
}

fn findings(answering: &Answering, at: At) -> Vec<Finding> {
    let programme = answering.case.book().programme(at.programme);
    let tested = conditions(&answering.world, at).map(|condition| Finding {
        condition: condition.text.id.clone(),
        truth: test(&answering.world, at, &condition.test).word(),
        read: answering.names(reads(answering.case, at, &condition.test)),
        text: matches!(condition.test, Test::Covered).then(|| Text::new(texts::FINDING_COVERED)),
    });
    let mut findings: Vec<Finding> = tested.collect();
    findings.extend(standing(programme, at.day));
    findings
}

/// Whether it had begun and had not ended, and whether its rule is on file.
fn standing(programme: &Programme, day: Date) -> Vec<Finding> {
    let finding = |condition: &str, truth: bool, text: Text| Finding {
        condition: condition.to_owned(),
        truth: Truth::<Cause>::known(truth).word(),
        read: Vec::new(),
        text: Some(text),
    };
    let unknown = |text: Text| Finding { truth: "unknown", ..finding("on-file", false, text) };
    let mut findings = Vec::new();
    if let Some(began) = programme.began {
        findings.push(finding("began", programme.has_begun(day), Text::new(texts::FINDING_BEGAN).arg("date", began)));
    }
    if let Some(ended) = programme.ended {
        findings.push(finding("ended", programme.goes_on(day), Text::new(texts::FINDING_ENDED).arg("date", ended)));
    }
    match programme.known_from {
        Some(from) if day < from => findings.push(unknown(Text::new(texts::FINDING_KNOWN_FROM).arg("date", from))),
        _ if !programme.on_file => findings.push(unknown(Text::new(texts::FINDING_NOT_ON_FILE))),
        _ => {}
    }
    findings
}

/// The last day that may still be met or was missed, and the days until it.
fn deadline(answering: &Answering, programme: &Programme, verdict: Verdict) -> (Option<String>, Option<i64>) {
    let case = answering.case;
    let Some((span, fact)) = likely_deadline(answering, programme) else { return (None, None) };
    let day_of = |fact| case.domain(case.fact(fact, None)).exact().and_then(Quantity::date);
    let Some(born) = day_of(Fact::birth_date()) else { return (None, None) };
    let happened = day_of(fact).is_some();
    let person = judge_person_without_deadline(answering, programme);
    if happened || verdict == Verdict::Applies || !person {
        return (None, None);
    }
    let last_day = span.after(born);
    let left = case.request.asked_on.days_to(last_day);
    (Some(last_day.to_string()), (left >= 0).then_some(left))
}

/// The deadline under the reading that is insisted on or preferred.
fn likely_deadline(answering: &Answering, programme: &Programme) -> Option<(Span, Fact)> {
    let (reading, options) = match programme.deadline.as_ref()? {
        Choice::Fixed(deadline) => return Some(*deadline),
        Choice::ByReading(reading, options) => (*reading, options),
    };
    let p = answering.case.book().named(&programme.id)?;
    let possible = answering.case.domain(answering.case.reading(p, reading)).options()?;
    let preferred = programme.readings.get(reading)?.preferred;
    let option = if possible.len() == 1 { possible.lowest()?.place() } else { preferred };
    options.get(option).copied()
}

fn reads_enrolment(test: &Test) -> bool {
    let mut facts = Set::default();
    test.add_facts(&mut facts);
    facts.contains(&Fact::enrolled_and_paid_on())
}

/// Whether everything but the deadline's own condition may hold: a deadline of somebody else's programme is no news.
fn judge_person_without_deadline(answering: &Answering, programme: &Programme) -> bool {
    let Some(p) = answering.case.book().named(&programme.id) else { return false };
    let at = At::person(&answering.world, p);
    let others = programme.person.iter().filter(|c| !reads_enrolment(&c.test));
    others.map(|c| test(&answering.world, at, &c.test)).all(|truth| truth != Truth::False)
}
