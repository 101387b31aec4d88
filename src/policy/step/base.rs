//! `{"base": …, "with": {"advance": V}, "without": […]}`: where the amount starts.

use super::{
    Amount, Ask, BillPart, Choice, Counter, End, Flow, Law, Made, Mechanism, Moves, Names, Period, Pot, Role, Start,
    StepKind, Worked,
};
use crate::json::Json;
use crate::money::Money;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::interval::{Interval, RateInterval};
use crate::policy::Unit;
use crate::vocabulary::Fact;

/// From the bill to its in-scope part.
const IN_SCOPE: StepKind = StepKind::new("in-scope", Role::Opening);
/// The whole bill counts.
const BILL: StepKind = StepKind::new("bill", Role::Opening);
/// From the in-scope part to what the layers before left of it.
const LEFT: StepKind = StepKind::new("left", Role::Opening);
/// From the in-scope part to what basic insurance left of it, where other layers have paid since.
const LEFT_BY_BASIC: StepKind = StepKind::new("left-by-basic", Role::Opening);
/// From what is in scope to what basic programmes took off as deductible.
const DEDUCTIBLE: StepKind = StepKind::new("from-deductible", Role::Opening);
/// From the bill to what of it is out of the catalogue.
const OUT_OF_CATALOGUE: StepKind = StepKind::new("from-out-of-catalogue", Role::Opening);
/// From the bill to what of it is paid in advance.
const ADVANCE: StepKind = StepKind::new("from-advance", Role::Opening);
/// From the bill to what nobody has paid yet.
const UNPAID: StepKind = StepKind::new("from-unpaid", Role::Opening);
/// From what is left to the share as a second layer counts it: with the advance, without the deductible.
const SHARE: StepKind = StepKind::new("share-counted", Role::Opening);
/// From what is left to what another programme's yearly limit left over.
const OVER_LIMIT: StepKind = StepKind::new("over-limit", Role::Opening);
/// From this expense's personal share to the year's.
const YEAR_SHARE: StepKind = StepKind::new("year-share", Role::Opening).per(Period::Year);
/// From what is left to what counts once another programme's cap is used up.
const BEYOND_CAP: StepKind = StepKind::new("beyond-cap", Role::Opening);

/// Where an amount starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    from: Choice<From>,
    share: Box<ShareParts>,
}

/// What a second layer counts of each bill beside what basic left in scope.
#[derive(Clone, Debug, Default, PartialEq)]
struct ShareParts {
    /// Where care elsewhere counts as if it had been at home: what the year's bills would have left then.
    at_home: Option<Counter>,
    /// This share of the advance: with all of it, the counter of what is left and the advance itself.
    advance: Option<(Amount, Counter, Counter)>,
    /// What is left out, each with what the year's bills held of it.
    without: Vec<(BillPart, Counter)>,
}

/// What may be left out of a second layer's base.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Omitted {
    Part(BillPart),
    /// What care elsewhere cost more than it would have at home.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq)]
enum From {
    InScope,
    Bill,
    Left,
    /// A part of the bill by itself.
    Part(BillPart),
    /// The year's total: a second layer. What came before this expense is what the counter holds.
    YearTotal(Counter),
    /// Only where another programme's yearly cap is used up.
    BeyondCap(BeyondCap),
}

impl From {
    fn counters(&self) -> Vec<&Counter> {
        match self {
            From::YearTotal(counter) => vec![counter],
            From::BeyondCap(beyond) => vec![&beyond.paid, &beyond.paid_here],
            From::InScope | From::Bill | From::Left | From::Part(_) => Vec::new(),
        }
    }
}

/// The other programme by its counter and its place in the file, its cap and its rate by their places among its values.
#[derive(Clone, Debug, PartialEq)]
struct BeyondCap {
    programme: usize,
    paid: Counter,
    /// The same on this expense only.
    paid_here: Counter,
    /// Where the file names them: else its own steps say them.
    cap: Option<Amount>,
    rate: Option<Amount>,
    excess: Excess,
}

impl BeyondCap {
    /// Whether what the other programme left over is needed.
    fn needs_overflow(&self) -> bool {
        match self.excess {
            Excess::Remaining => self.cap.is_none(),
            Excess::Beyond => self.rate.is_none(),
            Excess::BeyondDeductible | Excess::Payment => true,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Excess {
    /// What the expense has left.
    Remaining,
    /// What lies beyond the amount whose share was paid.
    Beyond,
    /// The same, less the deductible that the other programme took off.
    BeyondDeductible,
    /// What the other programme would have paid without its limit.
    Payment,
}

impl Base {
    /// Whether the programme is a second layer, which pays by the year's total.
    pub(super) fn is_year_total(&self) -> bool {
        matches!(self.from, Choice::Fixed(From::YearTotal(_)))
    }

    /// The programmes of which it must be known what their yearly limits leave over.
    pub(super) fn overflows(&self) -> Vec<usize> {
        let beyond = self.from.all().iter().filter_map(|from| match from {
            From::BeyondCap(beyond) if beyond.needs_overflow() => Some(beyond.programme),
            _ => None,
        });
        beyond.collect()
    }

    /// Whether it asks for a part of the bill.
    pub(super) fn asks_for(&self, part: BillPart) -> bool {
        let is_from = |from: &From| matches!(from, From::Part(other) if *other == part);
        let is_counted = part == BillPart::Advance && self.share.advance.is_some();
        is_counted
            || self.from.all().iter().any(is_from)
            || self.share.without.iter().any(|(without, _)| *without == part)
    }
}

/// Makes a base that has no members of its own.
type Make = fn() -> From;

impl Mechanism for Base {
    const KEY: &'static str = "base";
    const MEMBERS: &'static [&'static str] = &["base", "with", "without"];
    const ROLE: Role = Role::Opening;
    const KINDS: &'static [StepKind] = &[
        IN_SCOPE,
        BILL,
        LEFT,
        LEFT_BY_BASIC,
        DEDUCTIBLE,
        OUT_OF_CATALOGUE,
        ADVANCE,
        UNPAID,
        SHARE,
        YEAR_SHARE,
        BEYOND_CAP,
        OVER_LIMIT,
    ];
    type Law = NoLaw;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let node = members.need(Self::KEY)?;
        if let Json::Object(members) = node.json
            && members.iter().any(|(key, _)| key == "beyond_cap_of")
        {
            let from = beyond_cap(&node.members(&["beyond_cap_of"])?.need("beyond_cap_of")?, names)?;
            return Some(Base { from, share: Box::default() });
        }
        let bases: [(&str, Make); 8] = [
            ("in_scope", || From::InScope),
            ("bill", || From::Bill),
            ("left", || From::Left),
            ("deductible", || From::Part(BillPart::Deductible)),
            ("out_of_catalogue", || From::Part(BillPart::OutOfCatalogue)),
            ("advance", || From::Part(BillPart::Advance)),
            ("unpaid", || From::Part(BillPart::Unpaid)),
            ("year_personal_share", || From::YearTotal(Counter::personal_share())),
        ];
        let from = names.scope.choice_of(&node, &bases);
        let share = share_parts(members, names);
        let (from, share) = (from?.map(|base| base()), share?);
        let has_parts = share.at_home.is_some() || share.advance.is_some() || !share.without.is_empty();
        if has_parts && !matches!(from, Choice::Fixed(From::YearTotal(_))) {
            return node.refuse(Code::NeedsStep, &[("step", "base year_personal_share beside with and without")]);
        }
        Some(Base { from, share: Box::new(share) })
    }

    fn amounts(&self) -> Vec<&Amount> {
        self.share.advance.iter().map(|(rate, ..)| rate).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let only_bill = matches!(self.from, Choice::Fixed(From::Bill));
        if only_bill { Vec::new() } else { vec![Fact::self_paid(), Fact::advance()] }
    }

    fn counters(&self) -> Vec<&Counter> {
        let of_share = self.share.advance.iter().flat_map(|(_, left, advance)| [left, advance]);
        let of_share = of_share.chain(&self.share.at_home).chain(self.share.without.iter().map(|(_, counter)| counter));
        self.from.all().iter().flat_map(From::counters).chain(of_share).collect()
    }

    fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(match ask.choice(&self.from)? {
            From::InScope => in_scope(ask),
            From::Bill => {
                let bill = ask.insured_bill();
                let opening = opening(ask, || vec![Worked::new(BILL, ask.bill(), bill.low)]);
                Start { pot: Pot::Unpaid, ..Start::from(bill, false, opening) }
            }
            From::Left => Start::from(ask.left(), true, opening(ask, || vec![left(ask)])),
            From::Part(part) => of_part(ask, *part),
            From::YearTotal(counter) => match &self.share.at_home {
                Some(at_home) => self.share.start(ask, at_home, ask.part_at_home(BillPart::Left))?,
                None => self.share.start(ask, counter, ask.part(BillPart::Left))?,
            },
            From::BeyondCap(beyond) if beyond.needs_overflow() => return Ok(start_over_limit(ask, beyond)),
            From::BeyondCap(beyond) => return start_beyond_cap(ask, beyond),
        }))
    }

    fn ready<'c, A: Ask<'c>>(&self, _ask: &A) -> Made<'c, Self, A> {
        Ok(None)
    }
}

/// Where the amount starts if the file does not say.
pub(super) fn in_scope<'c, A: Ask<'c>>(ask: &A) -> Start {
    let in_scope = ask.in_scope();
    let opening = opening(ask, || vec![Worked::new(IN_SCOPE, ask.bill(), in_scope.low)]);
    Start { pot: Pot::Unpaid, is_in_scope: true, ..Start::from(in_scope, in_scope == ask.left(), opening) }
}

/// A part of the bill by itself.
fn of_part<'c, A: Ask<'c>>(ask: &A, part: BillPart) -> Start {
    let amount = ask.part(part);
    let (kind, before, pot) = match part {
        BillPart::Deductible => (DEDUCTIBLE, ask.in_scope().low, Pot::Left),
        BillPart::OutOfCatalogue => (OUT_OF_CATALOGUE, ask.bill(), Pot::OutOfScope),
        BillPart::Advance => (ADVANCE, ask.bill(), Pot::OutOfScope),
        _ => (UNPAID, ask.bill(), Pot::Unpaid),
    };
    let opening = opening(ask, || vec![Worked::new(kind, before, amount.low)]);
    Start { pot, ..Start::from(amount, false, opening) }
}

impl ShareParts {
    /// The year's share: what each bill counts here, and what the year's earlier bills counted.
    fn start<'c, A: Ask<'c>>(&self, ask: &A, counter: &Counter, plain: Interval) -> Result<Start, A::Stop> {
        let part = |part| if self.at_home.is_some() { ask.part_at_home(part) } else { ask.part(part) };
        let (mut share, mut earlier) = (plain, ask.counter(counter));
        let (mut added, mut taken) = (Interval::ZERO, Interval::ZERO);
        if let Some((rate, left, advance)) = &self.advance {
            let rate = ask.number(rate)?.rate();
            added = share_of(ask.part(BillPart::Advance), rate);
            // Where it is open: all of the advance less the rest of it. What it adds to the base, what is in scope lacks.
            let rest = |advance| share_of(advance, rate.rest());
            share = if added.is_exact() {
                plain.plus(added)
            } else {
                part(BillPart::LeftWithAdvance).less(rest(ask.part(BillPart::Advance)))
            };
            earlier = ask.counter(left).less(rest(ask.counter(advance)));
        }
        for (omitted, counter) in &self.without {
            taken = taken.plus(part(*omitted));
            earlier = earlier.less(ask.counter(counter));
        }
        share = share.less(taken);
        let opening = opening(ask, || {
            let (first, from) = self.first_step(ask, plain);
            let less = taken.low + from.low.less(plain.low);
            let counted = Worked::new(SHARE, from.low, share.low).arg("advance", added.low).arg("less", less);
            let year = Worked::new(YEAR_SHARE, share.low, share.low + earlier.low).arg("earlier", earlier.low);
            let counted = (share != from).then_some(counted);
            std::iter::once(first).chain(counted).chain([year]).collect()
        });
        // What is added and taken off moves by itself where it is open.
        let aligned = plain == ask.left() && added.is_exact() && taken.is_exact();
        let counts_more = self.advance.is_some();
        Ok(Start { earlier: Some(earlier), counts_more, ..Start::from(share, aligned, opening) })
    }
}

impl ShareParts {
    /// What the share is made of, and the step that tells it. What other layers have paid since stays in the share.
    fn first_step<'c, A: Ask<'c>>(&self, ask: &A, plain: Interval) -> (Worked, Interval) {
        if self.at_home.is_some() || plain == ask.left() {
            return (left(ask), ask.left());
        }
        (Worked::new(LEFT_BY_BASIC, ask.in_scope().low, plain.low), plain)
    }
}

/// `"with": {"advance": V}, "without": ["deductible", "over_ceiling"]`
fn share_parts(members: &Members, names: &Names) -> Option<ShareParts> {
    let with = members.get("with").map_or(Some(None), |at| {
        let rate = at.members(&["advance"])?.need("advance")?;
        let rate = Amount::read(&rate, Unit::Rate, names)?;
        Some(Some(rate))
    });
    let parts = [
        ("deductible", Omitted::Part(BillPart::Deductible)),
        ("over_ceiling", Omitted::Part(BillPart::OverCeiling)),
        ("borne_first", Omitted::Part(BillPart::BorneFirst)),
        ("elsewhere", Omitted::Elsewhere),
    ];
    let omitted = members.get("without").map_or(Some(Vec::new()), |at| at.each(&|at| at.one_of(&parts)))?;
    let at_home = omitted.contains(&Omitted::Elsewhere);
    let counter = |part| Counter::year_part(part, at_home);
    let advance = with?.map(|rate| (rate, counter(BillPart::LeftWithAdvance), counter(BillPart::Advance)));
    let named = omitted.into_iter().filter_map(|omitted| match omitted {
        Omitted::Part(part) => Some((part, counter(part))),
        Omitted::Elsewhere => None,
    });
    let at_home = at_home.then(|| counter(BillPart::Left));
    Some(ShareParts { at_home, advance, without: named.collect() })
}

fn share_of(amount: Interval, rate: RateInterval) -> Interval {
    Interval::new(amount.low.share(rate.low), amount.high.share(rate.high), amount.trend.with(rate.trend))
}

/// How the amount came about, where that is wanted.
fn opening<'c, A: Ask<'c>>(ask: &A, steps: impl FnOnce() -> Vec<Worked>) -> Vec<Worked> {
    if ask.wants_working() { steps() } else { Vec::new() }
}

fn left<'c, A: Ask<'c>>(ask: &A) -> Worked {
    Worked::new(LEFT, ask.in_scope().low, ask.left().low)
}

fn beyond_cap(node: &Node, names: &Names) -> Option<Choice<From>> {
    let members = node.members(&["programme", "cap", "rate", "how"])?;
    let programme_at = members.need("programme")?;
    let programme = names.scope.programme(&programme_at)?;
    let Some((name, values)) = names.earlier.get(programme) else {
        let name = names.scope.programmes.get(programme).map_or("", String::as_str);
        return programme_at.refuse(Code::BadOrder, &[("name", name)]);
    };
    let value = |key: &'static str| {
        let Some(at) = members.get(key) else { return Some(None) };
        let wanted = at.string()?;
        let place = values.iter().position(|value| value == wanted);
        let known = place.map(|place| Some(Amount::of_value(place)));
        known.or_else(|| at.refuse(Code::UnknownName, &[("kind", "value"), ("name", &format!("{name}/{wanted}"))]))
    };
    let (cap, rate) = (value("cap"), value("rate"));
    // What the other programme pays is only reckoned back by a rate where the limit is named as well.
    if members.has("rate") {
        members.need("cap")?;
    }
    let ways = [
        ("remaining", Excess::Remaining),
        ("beyond", Excess::Beyond),
        ("beyond_deductible", Excess::BeyondDeductible),
        ("payment", Excess::Payment),
    ];
    let how = names.scope.choice_of(&members.need("how")?, &ways)?;
    let paid = Counter::paid_by(vec![programme]);
    let paid_here = paid.on_this_expense();
    let (cap, rate) = (cap?, rate?);
    Some(how.map(|excess| {
        let (paid, paid_here, cap, rate) = (paid.clone(), paid_here.clone(), cap.clone(), rate.clone());
        From::BeyondCap(BeyondCap { programme, paid, paid_here, cap, rate, excess })
    }))
}

/// What the other programme's yearly limit leaves over, as its own steps say it.
fn start_over_limit<'c, A: Ask<'c>>(ask: &A, beyond: &BeyondCap) -> Option<Start> {
    let over = ask.overflow(beyond.programme)?;
    let is_aligned = over.left == Some(ask.left());
    let (base, jump, aligned) = match beyond.excess {
        Excess::Remaining => (ask.left(), over.jump, true),
        Excess::Beyond => (over.cost, over.jump, false),
        Excess::BeyondDeductible => (over.above_deductible, None, is_aligned),
        Excess::Payment => (over.payment, None, is_aligned),
    };
    let opening = opening(ask, || {
        let other = ask.seen_from(beyond.programme).map_or("", |other| other.programme());
        vec![left(ask), Worked::new(OVER_LIMIT, ask.left().low, base.low).arg("programme", other)]
    });
    Some(Start { jump, ..Start::from(base, aligned, opening) })
}

/// Nothing unless the other programme's yearly cap is used up, with this expense or before.
fn start_beyond_cap<'c, A: Ask<'c>>(ask: &A, beyond: &BeyondCap) -> Result<Option<Start>, A::Stop> {
    let Some(other) = ask.seen_from(beyond.programme) else { return Ok(None) };
    let (Some(cap), rate) = (&beyond.cap, &beyond.rate) else { return Ok(None) };
    let cap = other.number(cap)?.money(Money::NO_LIMIT);
    let paid = ask.counter(&beyond.paid);
    if paid.high < cap.low {
        return Ok(None);
    }
    let is_used_up_for_sure = paid.low >= cap.high;
    let jump = (!is_used_up_for_sure).then(|| paid.trend.with(cap.trend.reversed()));
    let (base, aligned) = match beyond.excess {
        Excess::Remaining | Excess::BeyondDeductible | Excess::Payment => (ask.left(), true),
        Excess::Beyond => {
            let Some(rate) = rate else { return Ok(None) };
            let rate = other.number(rate)?.rate();
            // What the expense had before the other programme paid, less the amount whose share was paid.
            let paid = ask.counter(&beyond.paid_here);
            let counted = Interval::new(
                paid.low.of_which_share(rate.high),
                paid.high.of_which_share(rate.low),
                paid.trend.with(rate.trend.reversed()),
            );
            (ask.left().plus(paid).less(counted), paid.is_exact() && rate.is_exact())
        }
    };
    let opening = opening(ask, || {
        let step = Worked::new(BEYOND_CAP, ask.left().low, base.low);
        vec![left(ask), step.arg("programme", other.programme()).arg("cap", cap.low)]
    });
    Ok(Some(Start { jump, ..Start::from(base, aligned, opening) }))
}

/// A base is no step of its own: there is no such law.
#[derive(Clone, Debug, PartialEq)]
pub enum NoLaw {}

impl Law for NoLaw {
    fn kind(&self) -> StepKind {
        match *self {}
    }

    fn numbers(&self) -> impl Iterator<Item = &dyn Moves> {
        std::iter::empty()
    }

    fn apply(&self, _flow: Flow, _end: End) -> Money {
        match *self {}
    }

    fn explain(&self, _flow: Flow, _end: End, _step: Worked) -> Worked {
        match *self {}
    }
}
