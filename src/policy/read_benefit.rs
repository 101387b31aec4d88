//! Reads a programme's steps: the closed list of `docs/policy-format.md`.

use super::read_test::{fact_named, read_test};
use super::read_value::row_key;
use super::scope::Scope;
use super::{Base, BeyondCap, Choice, Excess, How, Measured, Of, Per, Pick, Raise, RowKey, Step, Test, Unit, ValueRef};
use crate::json::Json;
use crate::problem::Code;
use crate::reader::{Members, Node};

/// The values of the programmes that stand earlier in the file, by name: a base may refer to them.
pub(super) type Earlier = Vec<(String, Vec<String>)>;

/// The steps of a benefit.
pub(super) fn steps(node: &Node, scope: &Scope, earlier: &Earlier) -> Vec<Step> {
    let items = node.items().unwrap_or_default();
    if items.is_empty() {
        node.note(Code::Empty, &[]);
    }
    items.iter().filter_map(|item| step(item, scope, earlier)).collect::<Vec<_>>()
}

const KINDS: [&str; 6] = ["base", "deductible", "rate", "bands", "cap", "allowance"];

fn step(node: &Node, scope: &Scope, earlier: &Earlier) -> Option<Step> {
    let entries = node.entries()?;
    let kind = entries.iter().map(|(key, _)| *key).find(|key| KINDS.contains(key));
    match kind {
        Some("base") => base(&node.members(&["base"])?.need("base")?, scope, earlier).map(Step::Base),
        Some("deductible") => deductible(&node.members(&["deductible", "per"])?, scope),
        Some("rate") => rate(&node.members(&["rate", "raise"])?, scope),
        Some("bands") => bands(&node.members(&["bands", "measured", "of"])?, scope),
        Some("cap") => cap(&node.members(&["cap", "per", "counts"])?, scope),
        Some("allowance") => allowance(&node.members(&["allowance", "less"])?, scope),
        _ => node.refuse(Code::UnknownStep, &[]),
    }
}

fn base(node: &Node, scope: &Scope, earlier: &Earlier) -> Option<Choice<Base>> {
    if let Json::Object(members) = node.json
        && members.iter().any(|(key, _)| key == "beyond_cap_of")
    {
        return beyond_cap(&node.members(&["beyond_cap_of"])?.need("beyond_cap_of")?, scope, earlier);
    }
    let bases = [
        ("in_scope", Base::InScope),
        ("bill", Base::Bill),
        ("left", Base::Left),
        ("year_personal_share", Base::YearPersonalShare),
    ];
    scope.choice_of(node, &bases)
}

fn beyond_cap(node: &Node, scope: &Scope, earlier: &Earlier) -> Option<Choice<Base>> {
    let members = node.members(&["programme", "cap", "rate", "how"])?;
    let programme_at = members.need("programme")?;
    let programme = scope.programme(&programme_at)?;
    let Some((name, values)) = earlier.get(programme) else {
        let name = scope.programmes.get(programme).map_or("", String::as_str);
        return programme_at.refuse(Code::BadOrder, &[("name", name)]);
    };
    let value = |key: &'static str| {
        let at = members.need(key)?;
        let wanted = at.string()?;
        let place = values.iter().position(|value| value == wanted);
        place.or_else(|| at.refuse(Code::UnknownName, &[("kind", "value"), ("name", &format!("{name}/{wanted}"))]))
    };
    let (cap, rate) = (value("cap"), value("rate"));
    let ways = [("remaining", Excess::Remaining), ("beyond", Excess::Beyond)];
    let how = scope.choice_of(&members.need("how")?, &ways)?;
    let (cap, rate) = (cap?, rate?);
    let base = |excess| Base::BeyondCap(BeyondCap { programme, cap, rate, excess });
    Some(match how {
        Choice::Fixed(excess) => Choice::Fixed(base(excess)),
        Choice::ByReading(reading, options) => Choice::ByReading(reading, options.into_iter().map(base).collect()),
    })
}

fn deductible(members: &Members, scope: &Scope) -> Option<Step> {
    let amount = members.need("deductible").and_then(|at| pick(&at, Unit::Money, scope));
    let per = members.get("per").map_or(Some(0), |at| at.choice(&["expense", "year"]));
    Some(Step::Deductible { amount: amount?, per_year: per? == 1 })
}

fn rate(members: &Members, scope: &Scope) -> Option<Step> {
    let rate = members.need("rate").and_then(|at| pick(&at, Unit::Rate, scope));
    let raise = members.get("raise").map_or(Some(None), |at| raise(&at, scope).map(Some));
    Some(Step::Rate { rate: rate?, raise: raise? })
}

fn raise(node: &Node, scope: &Scope) -> Option<Raise> {
    let members = node.members(&["value", "how", "when"])?;
    let value = members.need("value").and_then(|at| pick(&at, Unit::Rate, scope));
    let ways = [("points", How::Points), ("relative", How::Relative)];
    let how = members.need("how").and_then(|at| scope.choice_of(&at, &ways));
    let when = members.get("when").map_or(Some(None), |at| read_test(&at, scope).map(Some));
    Some(Raise { value: value?, how: how?, when: when? })
}

fn bands(members: &Members, scope: &Scope) -> Option<Step> {
    let at = members.need("bands")?;
    let bands = at.each(&|item| band(item, scope))?;
    let open_ended = bands.iter().rev().skip(1).any(|(edge, _)| edge.is_none());
    if open_ended || bands.last().is_none_or(|(edge, _)| edge.is_some()) {
        return at.refuse(Code::NeedsStep, &[("step", "{\"rate\": …} as the last band, and only there")]);
    }
    let measured = [("before_deductible", Measured::BeforeDeductible), ("above_deductible", Measured::AboveDeductible)];
    let measured = scope.choice_or_first(members, "measured", &measured);
    let of = scope.choice_or_first(members, "of", &[("expense", Of::Expense), ("year_inpatient", Of::YearInpatient)]);
    Some(Step::Bands { bands, measured: measured?, of: of? })
}

fn band(node: &Node, scope: &Scope) -> Option<(Option<Pick>, Pick)> {
    let members = node.members(&["to", "rate"])?;
    let to = members.get("to").map_or(Some(None), |at| pick(&at, Unit::Money, scope).map(Some));
    let rate = members.need("rate").and_then(|at| pick(&at, Unit::Rate, scope));
    Some((to?, rate?))
}

fn cap(members: &Members, scope: &Scope) -> Option<Step> {
    let limit = members.need("cap").and_then(|at| pick(&at, Unit::Money, scope));
    let times = [("expense", Per::Expense), ("year", Per::Year), ("month", Per::Month)];
    let per = members.need("per").and_then(|at| at.one_of(&times));
    let counts =
        members.get("counts").map_or(Some(Choice::Fixed(Vec::new())), |at| scope.choice(&at, &|at| counted(at, scope)));
    Some(Step::Cap { limit: limit?, per: per?, counts: counts? })
}

/// `"own"`, one programme, or a list of programmes.
fn counted(node: &Node, scope: &Scope) -> Option<Vec<usize>> {
    match node.json {
        Json::String(text) if text == "own" => Some(Vec::new()),
        Json::String(_) => scope.programme(node).map(|place| vec![place]),
        _ => node.each(&|item| scope.programme(item)),
    }
}

fn allowance(members: &Members, scope: &Scope) -> Option<Step> {
    let amount = members.need("allowance").and_then(|at| pick(&at, Unit::Money, scope));
    let less = members.get("less").map_or(Some(Choice::Fixed(None)), |at| {
        scope.choice(&at, &|at| match at.json {
            Json::String(text) if text == "none" => Some(None),
            _ => pick(at, Unit::Money, scope).map(Some),
        })
    });
    Some(Step::Allowance { amount: amount?, less: less? })
}

/// A value's name, or a list of values with their tests.
fn pick(node: &Node, unit: Unit, scope: &Scope) -> Option<Pick> {
    let Json::Array(_) = node.json else {
        let value = scope.value(node, unit)?;
        return Some(Pick { cases: vec![(None, ValueRef { value, at: Vec::new() })] });
    };
    let cases = node.each(&|item| pick_case(item, unit, scope))?;
    let ends_open = cases.last().is_some_and(|(test, _)| test.is_none());
    if ends_open {
        Some(Pick { cases })
    } else {
        node.refuse(Code::NeedsStep, &[("step", "without \"when\" at the end")])
    }
}

fn pick_case(node: &Node, unit: Unit, scope: &Scope) -> Option<(Option<Test>, ValueRef)> {
    let members = node.members(&["when", "value", "at"])?;
    let test = members.get("when").map_or(Some(None), |at| read_test(&at, scope).map(Some));
    let value = members.need("value").and_then(|at| scope.value(&at, unit));
    let at = members.get("at").map_or(Some(Vec::new()), |at| fixed(&at, scope));
    Some((test?, ValueRef { value: value?, at: at? }))
}

/// `{"disability_grade": "5"}`
fn fixed(node: &Node, scope: &Scope) -> Option<Vec<(crate::vocabulary::Fact, RowKey)>> {
    node.each_entry(&|name, at| {
        let fact = fact_named(at, name, scope)?;
        Some((fact, row_key(at, fact, at.string()?)?))
    })
}
