//! Every step keeps what it declares: each example, and each step of each shipped policy, with random numbers.
//!
//! 1. An example gives the amount that it says, and binds as it says.
//! 2. What comes out rises with what goes in, by no more than that.
//! 3. A number moves what comes out only in the direction that it declares, and what comes out lies between both ends.
//! 4. `binding` agrees with the law.
//! 5. A law that became simpler does the same; a law that is convex brings no less on top of more.
//! 6. The recorded step, replayed, gives what came out.
#![allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::disallowed_methods, reason = "tests")]

use crate::support::property::{Finding, holds, try_at_random};
use crate::support::random_amount;
use crate::support::replay::{Said, decimal, replayed};
use crate::support::step_world::{Asked, StepWorld, counts, driver};
use crate::support::tape::Tape;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use yibao::money::{Money, Rate};
use yibao::policy::read::Above;
use yibao::policy::step::{Binding, End, Flow, ReadyStep, Role, Step};
use yibao::policy::{PolicyFile, Programme, Unit};
use yibao::vocabulary::OptionNames;

const CASES: u32 = 96;
/// So many random steps are tried.
const RANDOM_STEPS: u64 = 400;

/// The examples beside the steps, each with the name of its file.
fn examples() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/policy/step");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let mut all = Vec::new();
    for path in files {
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all.extend(file["cases"].as_array().unwrap().iter().map(|case| (name.clone(), case.clone())));
    }
    all
}

/// A policy file with the example's step alone.
fn policy_of(example: &Value) -> PolicyFile {
    let words = json!({"zh": "甲", "en": "A"});
    let mut values = serde_json::Map::new();
    for unit in ["money", "rate", "count"] {
        for (name, number) in example[unit].as_object().into_iter().flatten() {
            values.insert(
                name.clone(),
                json!({"unit": unit, "words": words, "versions": [{"value": number, "source": "S"}]}),
            );
        }
    }
    let is_grant = example["step"].get("allowance").is_some();
    let file = json!({
        "format": 1, "region": "999900", "name": words,
        "sources": {"S": {"title": "t", "publisher": "p", "date": "2025", "status": "reported"}},
        "programmes": [{
            "id": "x", "kind": if is_grant { "allowance" } else { "reimbursement" }, "fund": "basic",
            "services": ["inpatient"], "name": words, "clause": words, "sources": ["S"],
            "values": values, "benefit": [example["step"]],
        }]
    });
    let above = Above { files: &|_| Vec::new(), names: &mut OptionNames::default() };
    yibao::policy::read::read(&file.to_string(), above).unwrap_or_else(|problems| panic!("{problems:?}\n{file}"))
}

fn fen(text: &str) -> i64 {
    Money::parse(text).unwrap().to_fen()
}

fn money(of: &Value) -> Money {
    Money::from_fen(of.as_str().map_or(0, fen))
}

fn exact(money: Money) -> i128 {
    decimal(&money.exact_text().unwrap_or_else(|| money.to_string()))
}

/// 1.
fn example_is_wrong(example: &Value) -> Option<String> {
    let file = policy_of(example);
    let programme = &file.programmes[0];
    let bill = example["bill"].as_str().map_or(Money::MAX, |text| Money::from_fen(fen(text)));
    let mut world = StepWorld { holds: example["holds"] != false, bill, ..StepWorld::new(programme) };
    for (place, value) in programme.values.iter().enumerate() {
        let text = example[value.unit.name()][&value.name].as_str().unwrap();
        let number = match value.unit {
            Unit::Rate => Rate::parse(text).unwrap().to_millionths(),
            Unit::Count => text.parse().unwrap(),
            Unit::Money | Unit::YesNo => fen(text),
        };
        world.numbers.insert(Asked::Value(place), (number, number));
    }
    let [counter, in_scope] = ["counter", "in_scope"].map(|key| example[key].as_str().map_or(0, fen));
    let uses = example["uses"].as_i64().unwrap_or(0);
    let numbers = [(Asked::Counter, counter), (Asked::InScope, in_scope), (Asked::Uses, uses)];
    for (count, name) in counts().into_iter().zip(["months", "days", "age", "earlier_stays"]) {
        let number = example[name].as_i64().unwrap_or(0);
        world.numbers.insert(Asked::Count(count), (number, number));
    }
    world.numbers.extend(numbers.map(|(asked, number)| (asked, (number, number))));
    let ready = programme.benefit[0].ready(&world).unwrap().unwrap();
    let amount = money(&example["in"]);
    let flow = Flow { deducted: money(&example["deducted"]), ..Flow::of(amount) };
    let out = exact(ready.law.apply(flow, End::Least));
    let binding = format!("{:?}", ready.law.binding(flow.amount, flow.amount));
    let is_right = out == decimal(example["out"].as_str().unwrap())
        && example["binding"].as_str().is_none_or(|expected| expected == binding);
    (!is_right).then(|| format!("{}: gives {out}, binds {binding}", example["title"]))
}

#[test]
fn every_example_holds() {
    let wrong: Vec<String> = examples()
        .iter()
        .filter_map(|(file, example)| example_is_wrong(example).map(|wrong| format!("{file}: {wrong}")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_example_is_found_out() {
    let mut example = examples().remove(0).1;
    assert_eq!(example_is_wrong(&example), None);
    example["out"] = json!("1");
    assert!(example_is_wrong(&example).is_some());
}

/// One draw: a step with open numbers, the same step with every number at a point, and amounts that go in.
struct Draw<'p> {
    world: StepWorld<'p>,
    point: StepWorld<'p>,
    open: ReadyStep<'p>,
    exact: ReadyStep<'p>,
    /// Amounts in rising order, on top of what deductibles took.
    amounts: Vec<Money>,
    deducted: Money,
    /// What other steps took before.
    earlier: Money,
    /// Whether what goes into the first step is all that is in scope.
    follows: bool,
}

impl<'p> Draw<'p> {
    fn new(programme: &'p Programme, step: &Step, tape: &mut Tape) -> Option<Self> {
        let world = StepWorld::random(programme, tape);
        let numbers = world.numbers.iter().map(|(asked, (low, high))| {
            let at = tape.between(*low, *high);
            (*asked, (at, at))
        });
        let point = world.with(numbers.collect());
        let follows = tape.one_in(2);
        let ready = |world: &StepWorld<'p>| {
            let mut ready = step.ready(world).unwrap()?;
            if follows {
                ready.law.follow_base();
            }
            Some(ready)
        };
        let (open, exact) = (ready(&world)?, ready(&point)?);
        let scale = [2_000, 200_000, 20_000_000][tape.below(3)];
        let mut amounts: Vec<i64> = (0..4).map(|_| tape.between(0, scale)).collect();
        amounts.sort_unstable();
        let mut taken = || Money::from_fen(if tape.one_in(2) { tape.between(0, scale) } else { 0 });
        let (deducted, earlier) = (taken(), taken());
        let amounts = amounts.into_iter().map(Money::from_fen).collect();
        Some(Draw { world, point, open, exact, amounts, deducted, earlier, follows })
    }

    fn flow(&self, amount: Money) -> Flow {
        let base = amount + self.deducted + self.earlier;
        Flow { deducted: self.deducted, base, ..Flow::of(amount) }
    }

    fn of(&self, step: &ReadyStep, amount: Money, end: End) -> Money {
        step.law.apply(self.flow(amount), end)
    }

    fn says(&self, what: &str) -> String {
        let Draw { open, exact, amounts, deducted, .. } = self;
        format!("{what}\nof {:?}\nat {:?}\non {amounts:?} above {deducted}", open.law, exact.law)
    }

    /// 2.
    fn rises_by_no_more_than_what_goes_in(&self) -> Finding {
        self.amounts.windows(2).try_for_each(|pair| {
            let (less, more) = (self.of(&self.exact, pair[0], End::Least), self.of(&self.exact, pair[1], End::Least));
            let jumps = self.exact.law.jumps(pair[0], pair[1]);
            let is_small = jumps || more - less <= pair[1] - pair[0];
            holds(less <= more && is_small, || self.says("does not rise, or rises too much"))
        })
    }

    /// 3.
    fn moves_as_declared(&self, step: &Step, tape: &mut Tape) -> Finding {
        holds(self.exact.is_exact(), || self.says("is not exact though every number is"))?;
        for amount in &self.amounts {
            let here = self.of(&self.exact, *amount, End::Most);
            let ends = [End::Least, End::Most].map(|end| self.of(&self.open, *amount, end));
            holds(ends[0] <= here && here <= ends[1], || self.says(&format!("{here} is not between {ends:?}")))?;
        }
        let trend = self.open.trend();
        for (asked, (_, high)) in &self.world.numbers {
            let mut numbers = self.point.numbers.clone();
            let now = numbers[asked].0;
            let greater = tape.between(now, *high);
            numbers.insert(*asked, (greater, greater));
            let Some(mut moved) = step.ready(&self.point.with(numbers)).unwrap() else { continue };
            if self.follows {
                moved.law.follow_base();
            }
            for amount in &self.amounts {
                let (before, after) = (self.of(&self.exact, *amount, End::Least), self.of(&moved, *amount, End::Least));
                let is_declared = (after <= before || trend.up.holds(driver(*asked)))
                    && (after >= before || trend.down.holds(driver(*asked)));
                let what =
                    || format!("{asked:?} from {now} to {greater} moves {before} to {after}, declared {trend:?}");
                holds(is_declared, || self.says(&what()))?;
            }
        }
        Ok(())
    }

    /// 4.
    fn binds_as_it_says(&self) -> Finding {
        let (least, most) = (self.amounts[0], self.amounts[self.amounts.len() - 1]);
        let at_least = self.of(&self.exact, least, End::Least);
        let binding = self.open.law.binding(least, most);
        self.amounts.iter().try_for_each(|amount| {
            let out = self.of(&self.exact, *amount, End::Least);
            let is_right = match binding {
                Binding::Never => out == *amount,
                Binding::Always => out == at_least,
                Binding::TakesAll => out == Money::ZERO,
                Binding::Sometimes => true,
            };
            holds(is_right, || self.says(&format!("binds {binding:?}, but {amount} gives {out}")))
        })
    }

    /// 5.
    fn does_the_same_when_simpler(&self) -> Finding {
        let most = self.amounts[self.amounts.len() - 1] + self.deducted;
        for step in [&self.open, &self.exact] {
            let mut simpler = step.clone();
            simpler.law.normalise(most);
            for (amount, end) in self.amounts.iter().flat_map(|amount| [(*amount, End::Least), (*amount, End::Most)]) {
                let (here, there) = (self.of(step, amount, end), self.of(&simpler, amount, end));
                holds(here == there, || self.says(&format!("{here} becomes {there} by {:?}", simpler.law)))?;
            }
        }
        if self.open.role() == Role::Limit || !self.open.law.is_convex() {
            return Ok(());
        }
        // The same addition on top of a smaller and of a greater amount.
        let [low, high, more, _] = self.amounts[..] else { panic!("four amounts") };
        let brings = |on: Money| self.of(&self.exact, on + more, End::Least) - self.of(&self.exact, on, End::Least);
        holds(brings(low) <= brings(high), || self.says("is not convex"))
    }

    /// 6.
    fn replays(&self) -> Finding {
        self.amounts.iter().try_for_each(|amount| {
            let flow = self.flow(*amount);
            let after = self.exact.law.apply(flow, End::Least);
            let worked = self.exact.worked(flow, End::Least, after);
            let arg =
                |name: &str| worked.args.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text.as_str());
            let texts: Vec<_> = worked.parts.iter().map(|(part, rate)| (part.to_string(), rate.to_string())).collect();
            let parts = texts.iter().map(|(part, rate)| (part.as_str(), rate.as_str())).collect();
            let again = replayed(&Said { kind: worked.kind.name, arg: &arg, parts }, exact(*amount));
            holds(again == Some(exact(after)), || self.says(&format!("{worked:?} replays to {again:?}")))
        })
    }
}

/// What a step does against what it declares.
fn breaks(programme: &Programme, step: &Step, seed: u64) -> Finding {
    try_at_random(CASES, seed, 64, |tape| {
        let Some(draw) = Draw::new(programme, step, tape) else { return Ok(()) };
        draw.rises_by_no_more_than_what_goes_in()?;
        draw.moves_as_declared(step, tape)?;
        draw.binds_as_it_says()?;
        draw.does_the_same_when_simpler()?;
        draw.replays()
    })
}

#[test]
fn every_step_keeps_what_it_declares() {
    for (place, (file, example)) in examples().iter().enumerate() {
        let policy = policy_of(example);
        let programme = &policy.programmes[0];
        let found = breaks(programme, &programme.benefit[0], place as u64);
        assert!(found.is_ok(), "{file}, {}: {}", example["title"], found.unwrap_err());
    }
}

/// A random step with random numbers for its values.
fn random_example(seed: u64) -> Value {
    let step = random_amount::step(&mut Tape::Seeded(seed));
    let mut example = json!({"title": "random", "step": step});
    for name in random_amount::names_in(&step) {
        example[random_amount::unit_of(name)][name] = json!(if name.starts_with('c') { "1" } else { "1.00" });
    }
    example
}

#[test]
fn an_amount_with_any_modifiers_moves_as_it_declares() {
    for seed in 0..RANDOM_STEPS {
        let example = random_example(seed);
        let policy = policy_of(&example);
        let programme = &policy.programmes[0];
        let step = &programme.benefit[0];
        let found = try_at_random(12, seed, 64, |tape| {
            let Some(draw) = Draw::new(programme, step, tape) else { return Ok(()) };
            draw.rises_by_no_more_than_what_goes_in()?;
            draw.moves_as_declared(step, tape)?;
            draw.binds_as_it_says()?;
            draw.does_the_same_when_simpler()
        });
        assert!(found.is_ok(), "{}: {}", example["step"], found.unwrap_err());
    }
}

#[test]
fn every_step_of_a_shipped_policy_keeps_what_it_declares() {
    let mut count = 0;
    for region in crate::support::catalogue().regions().keys() {
        let book = crate::support::catalogue().look_up(region).book_or_problem("", region).unwrap();
        for programme in book.programmes().map(|p| book.programme(p)) {
            for step in &programme.benefit {
                count += 1;
                let found = breaks(programme, step, count);
                assert!(found.is_ok(), "{}: {}", programme.id, found.unwrap_err());
            }
        }
    }
    assert!(count > 50, "{count} steps");
}

#[test]
fn every_step_but_the_base_has_examples() {
    let kinds: Vec<String> = examples().into_iter().map(|(file, _)| file.replace(".cases.json", "")).collect();
    for (key, role) in Step::keys() {
        assert!(role == Role::Opening || kinds.iter().any(|kind| kind == key), "{key} has no examples");
    }
}
