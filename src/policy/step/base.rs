//! `{"base": …}`: where the amount starts.

use super::{
    Amount, Ask, Choice, Counter, End, Flow, Law, Made, Mechanism, Moves, Names, Period, Role, Start, StepKind,
    Worked,
};
use crate::json::Json;
use crate::money::Money;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::interval::Interval;
use crate::vocabulary::Fact;

/// From the bill to its in-scope part.
const IN_SCOPE: StepKind = StepKind::new("in-scope", Role::Opening);
/// The whole bill counts.
const BILL: StepKind = StepKind::new("bill", Role::Opening);
/// From the in-scope part to what the layers before left of it.
const LEFT: StepKind = StepKind::new("left", Role::Opening);
/// From this expense's personal share to the year's.
const YEAR_SHARE: StepKind = StepKind::new("year-share", Role::Opening).per(Period::Year);
/// From what is left to what counts once another programme's cap is used up.
const BEYOND_CAP: StepKind = StepKind::new("beyond-cap", Role::Opening);

/// Where an amount starts.
#[derive(Clone, Debug)]
pub struct Base(Choice<From>);

#[derive(Clone, Debug)]
enum From {
    InScope,
    Bill,
    Left,
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
            From::InScope | From::Bill | From::Left => Vec::new(),
        }
    }
}

/// The other programme by its counter and its place in the file, its cap and its rate by their places among its values.
#[derive(Clone, Debug)]
struct BeyondCap {
    programme: usize,
    paid: Counter,
    /// The same on this expense only.
    paid_here: Counter,
    cap: Amount,
    rate: Amount,
    excess: Excess,
}

#[derive(Clone, Copy, Debug)]
enum Excess {
    /// What the expense has left.
    Remaining,
    /// What lies beyond the amount whose share was paid.
    Beyond,
}

impl Base {
    /// Whether the programme is a second layer, which pays by the year's total.
    pub(super) fn is_year_total(&self) -> bool {
        matches!(self.0, Choice::Fixed(From::YearTotal(_)))
    }
}

/// Makes a base that has no members of its own.
type Make = fn() -> From;

impl Mechanism for Base {
    const KEY: &'static str = "base";
    const MEMBERS: &'static [&'static str] = &["base"];
    const ROLE: Role = Role::Opening;
    const KINDS: &'static [StepKind] = &[IN_SCOPE, BILL, LEFT, YEAR_SHARE, BEYOND_CAP];
    type Law = NoLaw;

    fn read(members: &Members, names: &Names) -> Option<Self> {
        let node = members.need(Self::KEY)?;
        if let Json::Object(members) = node.json
            && members.iter().any(|(key, _)| key == "beyond_cap_of")
        {
            return beyond_cap(&node.members(&["beyond_cap_of"])?.need("beyond_cap_of")?, names).map(Base);
        }
        let bases: [(&str, Make); 4] = [
            ("in_scope", || From::InScope),
            ("bill", || From::Bill),
            ("left", || From::Left),
            ("year_personal_share", || From::YearTotal(Counter::personal_share())),
        ];
        names.scope.choice_of(&node, &bases).map(|choice| Base(choice.map(|base| base())))
    }

    fn facts(&self) -> Vec<Fact> {
        let only_bill = matches!(self.0, Choice::Fixed(From::Bill));
        if only_bill { Vec::new() } else { vec![Fact::self_paid(), Fact::advance()] }
    }

    fn counters(&self) -> Vec<&Counter> {
        self.0.all().iter().flat_map(From::counters).collect()
    }

    fn start<'c, A: Ask<'c>>(&self, ask: &A) -> Result<Option<Start>, A::Stop> {
        Ok(Some(match ask.choice(&self.0)? {
            From::InScope => in_scope(ask),
            From::Bill => {
                let bill = ask.bill();
                Start::from(Interval::exact(bill), false, opening(ask, || vec![Worked::new(BILL, bill, bill)]))
            }
            From::Left => Start::from(ask.left(), true, opening(ask, || vec![left(ask)])),
            From::YearTotal(counter) => {
                let (share, earlier) = (ask.left(), ask.counter(counter));
                let opening = opening(ask, || {
                    let year = Worked::new(YEAR_SHARE, share.low, share.low + earlier.low);
                    vec![left(ask), year.arg("earlier", earlier.low)]
                });
                Start { earlier: Some(earlier), ..Start::from(share, true, opening) }
            }
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
    Start::from(in_scope, in_scope == ask.left(), opening)
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
        let at = members.need(key)?;
        let wanted = at.string()?;
        let place = values.iter().position(|value| value == wanted);
        let known = place.map(Amount::of_value);
        known.or_else(|| at.refuse(Code::UnknownName, &[("kind", "value"), ("name", &format!("{name}/{wanted}"))]))
    };
    let (cap, rate) = (value("cap"), value("rate"));
    let ways = [("remaining", Excess::Remaining), ("beyond", Excess::Beyond)];
    let how = names.scope.choice_of(&members.need("how")?, &ways)?;
    let paid = Counter::paid_by(vec![programme]);
    let paid_here = paid.on_this_expense();
    let (cap, rate) = (cap?, rate?);
    Some(how.map(|excess| {
        let (paid, paid_here, cap, rate) = (paid.clone(), paid_here.clone(), cap.clone(), rate.clone());
        From::BeyondCap(BeyondCap { programme, paid, paid_here, cap, rate, excess })
    }))
}

/// Nothing unless the other programme's yearly cap is used up, with this expense or before.
fn start_beyond_cap<'c, A: Ask<'c>>(ask: &A, beyond: &BeyondCap) -> Result<Option<Start>, A::Stop> {
    let Some(other) = ask.seen_from(beyond.programme) else { return Ok(None) };
    let cap = other.number(&beyond.cap)?.money(Money::NO_LIMIT);
    let rate = other.number(&beyond.rate)?.rate();
    let paid = ask.counter(&beyond.paid);
    if paid.high < cap.low {
        return Ok(None);
    }
    let is_used_up_for_sure = paid.low >= cap.high;
    let jump = (!is_used_up_for_sure).then(|| paid.trend.with(cap.trend.reversed()));
    let (base, aligned) = match beyond.excess {
        Excess::Remaining => (ask.left(), true),
        Excess::Beyond => {
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
