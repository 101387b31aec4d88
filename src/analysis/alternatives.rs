//! What would have to be different for what does not apply, and what can be chosen.

use super::action::Action;
use super::counterfactual::{Way, failing_readers, ways};
use super::{Totals, values};
use crate::eligibility::{At, applies};
use crate::estimate::Budget;
use crate::json::Json;
use crate::json::tree::{object, text};
use crate::ordered::sorted;
use crate::policy::book::ProgrammeIx;
use crate::truth::Truth;
use crate::unknowns::{Case, Domain, Origin, Variable, World};
use crate::vocabulary::Fact;

/// More ways than these help nobody choose.
const MOST_WAYS: usize = 4;

/// Facts that are chosen, one of a few, rather than brought about.
const CHOSEN: [&str; 3] = ["facility_level", "at_rehabilitation_centre", "resident_tier"];

/// Every way and every choice, within a budget of work for each kind.
#[must_use]
pub fn alternatives(case: &Case) -> Json {
    let world = World::of(case);
    let mut budget = Budget::of(case);
    let failing = case.book().programmes().filter_map(|p| Some((p, places_where_it_fails(&world, p)?)));
    let programmes = failing.map(|(p, places)| programme(&world, p, &places, &mut budget)).collect();
    let mut budget = Budget::of(case);
    let choices = chosen(case).into_iter().filter_map(|(var, action)| choice(case, var, action, &mut budget)).collect();
    object([
        ("outcome", text("alternatives")),
        ("programmes", Json::Array(programmes)),
        ("choices", Json::Array(choices)),
    ])
}

/// Where a programme is judged, if it applies nowhere for sure and may apply nowhere.
fn places_where_it_fails(world: &World, p: ProgrammeIx) -> Option<Vec<At>> {
    let places = At::all(world, p);
    places.iter().all(|at| applies(world, *at) == Truth::False).then_some(places)
}

fn programme(world: &World, p: ProgrammeIx, places: &[At], budget: &mut Budget) -> Json {
    let mut found: Vec<(At, Way)> = Vec::new();
    for at in places {
        for way in ways(world, *at) {
            // What is to change about the person is the same for every line.
            if !found.iter().any(|(_, known)| known.changes == way.changes) {
                found.push((*at, way));
            }
        }
    }
    let is_actionable =
        |way: &Way| way.changes.iter().all(|(var, wanted)| Action::towards(world.case(), *var, wanted).is_some());
    // First what somebody can do, then what takes fewer changes, of whichever line.
    let rank = |(_, way): &(At, Way)| (!is_actionable(way), way.changes.len());
    let found = sorted(found, &|a, b| rank(a).cmp(&rank(b)));
    let shown = found.iter().take(MOST_WAYS);
    let ways = shown.map(|(at, way)| to_json(world, *at, way, is_actionable(way), budget)).collect();
    object([("id", text(&world.case().book().programme(p).id)), ("ways", Json::Array(ways))])
}

fn to_json(world: &World, at: At, way: &Way, actionable: bool, budget: &mut Budget) -> Json {
    let case = world.case();
    let mut json = object([]);
    if let Some(place) = at.expense {
        json.put("expense", text(&case.expense(place).id));
    }
    let change = |(var, wanted): &(Variable, super::wanted::Wanted)| {
        object([
            ("unknown", text(case.name(*var))),
            ("from", given(case, *var)),
            ("value", values::value(case, *var, values::nearest(case, *var, *wanted))),
            ("among", wanted.to_json(case, *var)),
            ("action", Action::towards(case, *var, wanted).map_or(Json::Null, |action| text(action.name()))),
            ("conditions", Json::Array(failing_readers(world, at, *var).into_iter().map(text).collect())),
        ])
    };
    json.put("changes", Json::Array(way.changes.iter().map(change).collect()));
    let on_file = case.book().programme(at.programme).is_on_file(at.day);
    json.put("verdict", text(if way.is_sure && on_file { "applies" } else { "undetermined" }));
    json.put("actionable", Json::Bool(actionable));
    let changes: Vec<(Variable, Domain)> =
        way.changes.iter().map(|(var, wanted)| (*var, values::nearest(case, *var, *wanted))).collect();
    Totals::with(case, &changes, budget).put_into(&mut json);
    json
}

/// What was given; null where nothing was, or an age instead of a birth date.
fn given(case: &Case, var: Variable) -> Json {
    if case.domain(var).is_known() { values::value(case, var, case.domain(var)) } else { Json::Null }
}

/// What can be chosen, of the person and of every expense.
fn chosen(case: &Case) -> Vec<(Variable, Action)> {
    let mut vars = Vec::new();
    for fact in CHOSEN.into_iter().filter_map(Fact::named) {
        let Some(action) = Action::on(fact) else { continue };
        match fact.spec().of {
            crate::vocabulary::Holder::Person => vars.push((case.fact(fact, None), action)),
            crate::vocabulary::Holder::Expense => {
                vars.extend((0..case.request.expenses.len()).map(|place| (case.fact(fact, Some(place)), action)));
            }
        }
    }
    vars
}

/// The same bills under each of its values; none where it makes no difference, or the work is done.
fn choice(case: &Case, var: Variable, action: Action, budget: &mut Budget) -> Option<Json> {
    let Origin::Fact(fact, _) = case.origin(var) else { return None };
    if budget.is_spent() {
        return None;
    }
    // Each has as much work: else what comes last differs by the work that is left, where nothing else differs.
    let options = case.all_options(fact);
    let share = budget.part(options.len());
    let mut under: Vec<(Domain, Totals)> = Vec::new();
    for option in options.iter().map(Domain::option) {
        let mut left = share;
        under.push((option, Totals::with(case, &[(var, option)], &mut left)));
        budget.spend(share, left);
    }
    let (_, first) = under.first().copied()?;
    if under.iter().all(|(_, totals)| *totals == first) {
        return None;
    }
    let option = |(domain, totals): &(Domain, Totals)| {
        let mut option = object([("value", values::value(case, var, *domain))]);
        totals.put_into(&mut option);
        option
    };
    Some(object([
        ("unknown", text(case.name(var))),
        ("action", text(action.name())),
        ("given", given(case, var)),
        ("options", Json::Array(under.iter().map(option).collect())),
    ]))
}
