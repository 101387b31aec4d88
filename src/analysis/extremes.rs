//! When an amount is lowest, and when it is highest: a completion that gives each end, told by as few unknowns as it
//! takes.

use super::values::{among, fill, is_said_by_items, pick, value};
use crate::estimate::{Budget, Explored, explore};
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::money::Money;
use crate::ordered::sorted;
use crate::quantity::Quantity;
use crate::settlement::{Effort, Figure, settle};
use crate::unknowns::{Case, Domain, Origin, Variable, World};
use crate::vocabulary::{Fact, Fund};

/// The amount of this name: `paid`, `in_scope`, `allowances`, a fund, an expense, a programme, or
/// `<expense>/<programme>`.
#[must_use]
pub fn figure_named(case: &Case, name: &str) -> Option<Figure> {
    let expense = |id: &str| case.request.expenses.iter().position(|expense| expense.id == id);
    let fixed = match name {
        "paid" => Some(Figure::Paid),
        "in_scope" => Some(Figure::InScope),
        "allowances" => Some(Figure::Allowances),
        _ => Fund::named(name).map(Figure::Fund),
    };
    let programme = || case.book().named(name).map(Figure::Programme);
    let line = || {
        let split = case.request.expenses.iter().enumerate().find_map(|(place, expense)| {
            let programme = name.strip_prefix(&expense.id)?.strip_prefix('/')?;
            Some((place, case.book().named(programme)?))
        });
        split.and_then(|(place, p)| case.line(p, place)).map(Figure::Line)
    };
    fixed.or_else(|| expense(name).map(Figure::ExpensePaid)).or_else(programme).or_else(line)
}

/// Both ends of a figure; `request` is the request as it was written.
#[must_use]
pub fn extremes(case: &Case, request: &Json, of: &str, figure: Figure) -> Json {
    let explored = explore(World::of(case), Some(&[figure]), Budget::of(case));
    let ends = explored.hull.at(explored.whole.place(figure));
    let end = |amount, world| End { explored: &explored, figure, amount }.to_json(request, world);
    object([
        ("outcome", text("extremes")),
        ("of", text(of)),
        ("low", end(ends.low, ends.low_witness)),
        ("high", end(ends.high, ends.high_witness)),
    ])
}

/// One end of a figure.
struct End<'a, 'c> {
    explored: &'a Explored<'c>,
    figure: Figure,
    amount: Money,
}

impl<'c> End<'_, 'c> {
    fn to_json(&self, request: &Json, world: usize) -> Json {
        let reached = self.explored.worlds.get(world).filter(|world| self.is_reached(world));
        let mut request = request.clone();
        let mut when = Vec::new();
        if let Some(world) = reached {
            let world = self.as_usual(self.with_least(world));
            for &(var, domain) in world.narrowed() {
                when.push(fulfil(&world, var, as_part(&world, var).unwrap_or(domain), &mut request));
                if let Some(advance) = self.advance_beside(&world, var) {
                    when.push(fulfil(&world, advance, Domain::up_to(Money::ZERO), &mut request));
                }
            }
        }
        object([
            ("amount", text(self.amount)),
            ("reached", Json::Bool(reached.is_some())),
            ("when", Json::Array(when)),
            ("request", request),
        ])
    }

    /// Whether the figure is this amount in the whole world.
    fn is_reached(&self, world: &World<'c>) -> bool {
        let span = settle(world, Effort::Bound).amount(self.figure);
        if span.is_exact() {
            return span.low == self.amount;
        }
        let explored = explore(world.clone(), Some(&[self.figure]), Budget::of(world.case()));
        let ends = explored.hull.at(explored.whole.place(self.figure));
        (ends.low, ends.high) == (self.amount, self.amount)
    }

    /// The other part of a bill whose parts are both open: `self_paid` stands for their sum, so this one is nothing.
    /// None where it may be as much as is left of the bill beside the `self_paid` that is told.
    fn advance_beside(&self, world: &World<'c>, self_paid: Variable) -> Option<Variable> {
        let case = world.case();
        let advance = case.alias(self_paid).filter(|_| case.is_sum(self_paid))?;
        if is_narrowed(world, advance) {
            return None;
        }
        let (low, _) = world.domain(self_paid).ends()?;
        let (_, bill) = case.domain(self_paid).ends()?;
        (!self.is_reached(&world.with(self_paid, Domain::Range { low, high: bill }))).then_some(advance)
    }

    /// The same end of whoever is as people usually are, where that takes no more to tell: nobody must be poor to get nothing.
    fn as_usual(&self, mut world: World<'c>) -> World<'c> {
        let vars: Vec<Variable> = world.narrowed().iter().map(|(var, _)| *var).collect();
        for var in vars {
            // Of a number, the end decides.
            let is_choice = |usual: &Domain| matches!(usual, Domain::Options(_) | Domain::Members { .. });
            let Some(usual) = world.case().typical(var).filter(is_choice) else { continue };
            let other = world.without(var).with(var, usual);
            if !self.is_reached(&other) {
                continue;
            }
            let other = self.with_least(&other);
            if other.narrowed().len() <= world.narrowed().len() {
                world = other;
            }
        }
        world
    }

    /// The world, as open as it may be: what makes no difference is left open, values and readings before facts.
    fn with_least(&self, world: &World<'c>) -> World<'c> {
        let vars: Vec<Variable> = world.narrowed().iter().map(|(var, _)| *var).collect();
        let place = self.explored.whole.place(self.figure);
        let without_idle = vars
            .iter()
            .filter(|var| !self.explored.moves(**var, place))
            .fold(world.clone(), |world, var| world.without(*var));
        let mut world = if self.is_reached(&without_idle) { without_idle } else { world.clone() };
        for var in sorted(vars, &|a, b| b.cmp(a)) {
            let without = world.without(var);
            if without.narrowed().len() < world.narrowed().len() && self.is_reached(&without) {
                world = without;
            }
        }
        world
    }
}

fn is_narrowed(world: &World, var: Variable) -> bool {
    world.narrowed().iter().any(|(narrowed, _)| *narrowed == var)
}

/// Of a bill whose parts are both open and both told, what a request says of this one: `self_paid` stands for their sum in the
/// world, and what is paid in advance is no more than that.
fn as_part(world: &World, var: Variable) -> Option<Domain> {
    let case = world.case();
    let Origin::Fact(fact, Some(place)) = case.origin(var) else { return None };
    let [self_paid, advance] = [Fact::self_paid(), Fact::advance()].map(|fact| case.fact(fact, Some(place)));
    let are_told = case.is_sum(self_paid) && is_narrowed(world, self_paid) && is_narrowed(world, advance);
    if !are_told || ![Fact::self_paid(), Fact::advance()].contains(&fact) {
        return None;
    }
    let [sum, most] = [self_paid, advance].map(|var| world.domain(var).money().0);
    let advance = most.min(sum);
    let part = if fact == Fact::advance() { advance } else { sum - advance };
    Some(Domain::one(Quantity::Money(part)))
}

/// Tells what one unknown must be, and puts it into the request.
fn fulfil(world: &World, var: Variable, domain: Domain, request: &mut Json) -> Json {
    let case = world.case();
    let one = pick(case, var, domain);
    let written = value(case, var, one);
    fill(request, case, var, written.clone());
    let what = case.origin(var);
    // Items say the part by their days and prices: an amount of it is entered nowhere.
    let kind = what.kind().filter(|_| !is_said_by_items(case, var));
    let mut json =
        object([("unknown", text(case.name(var))), ("kind", text(kind.unwrap_or("uncounted"))), ("value", written)]);
    if one != domain {
        json.put("among", among(case, var, domain, case.domain(var)));
    }
    if let Origin::Uncounted(_, fund) = what {
        json.put("fund", text(fund.name()));
    }
    json
}
