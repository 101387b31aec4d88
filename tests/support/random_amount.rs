//! Random steps whose amounts have random modifiers, as a policy file writes them.

use super::tape::Tape;
use serde_json::{Map, Value, json};

const NAMES: [(&str, [&str; 3]); 3] =
    [("money", ["m0", "m1", "m2"]), ("rate", ["r0", "r1", "r2"]), ("count", ["c0", "c1", "c2"])];

/// Parts of a bill.
pub const PARTS: [&str; 5] = ["bill", "in_scope", "left", "deductible", "borne_first"];

/// The unit of a value by its name.
pub fn unit_of(name: &str) -> &'static str {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(unit, _)| *unit).unwrap()
}

/// The names of values that a step takes.
pub fn names_in(step: &Value) -> Vec<&'static str> {
    let text = step.to_string();
    NAMES.iter().flat_map(|(_, names)| *names).filter(|name| text.contains(&format!("\"{name}\""))).collect()
}

/// A step of a random kind that needs a bill.
pub fn bill_step(tape: &mut Tape) -> Value {
    step_among(tape, 12)
}

/// A step of a random kind.
pub fn step(tape: &mut Tape) -> Value {
    step_among(tape, 14)
}

fn step_among(tape: &mut Tape, kinds: usize) -> Value {
    let mut money = |depth| amount(tape, "money", depth);
    let [one, other] = [money(3), money(1)];
    let [rate, second] = [amount(tape, "rate", 3), amount(tape, "rate", 2)];
    let mut step = match tape.below(kinds) {
        0 => json!({"deductible": one}),
        1 => json!({"deductible": one, "per": "year"}),
        2 => json!({"rate": rate}),
        3 => json!({"rate": rate, "raise": {"value": second, "how": "points"}}),
        4 => json!({"bands": [{"to": one, "rate": rate}, {"rate": second}]}),
        5 => json!({"cap": one, "per": "year"}),
        6 => json!({"cap": one, "per": "month"}),
        7 => json!({"cap": one, "per": "day"}),
        8 => json!({"borne_first": rate}),
        9 => json!({"at_least": rate, "of": (["in_scope", "bill"][tape.below(2)])}),
        10 => json!({"at_least": one}),
        11 => json!({"rate": rate, "better": {"above": one, "rate": second}}),
        12 => json!({"allowance": one, "per": "day", "split": {"carer": other}}),
        _ => json!({"allowance": one, "less": other}),
    };
    if tape.one_in(4) {
        step["when"] = json!({"age_under": 18});
    }
    if step.get("allowance").is_some() { without_parts(&step) } else { step }
}

/// An allowance needs no bill: the same with a value in the place of each part of one.
fn without_parts(step: &Value) -> Value {
    match step {
        Value::Array(items) => items.iter().map(without_parts).collect(),
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| match key.as_str() {
                "part" => ("value".to_owned(), json!("m0")),
                _ => (key.clone(), without_parts(value)),
            };
            Value::Object(members.iter().map(member).collect())
        }
        plain => plain.clone(),
    }
}

/// An amount of a unit.
pub fn amount(tape: &mut Tape, unit: &str, depth: usize) -> Value {
    match tape.below(6) {
        _ if depth == 0 => json!(name(tape, unit)),
        0 => json!(name(tape, unit)),
        1 => {
            let mut first = object(tape, unit, depth);
            first["when"] = json!({"age_under": 18});
            json!([first, object(tape, unit, depth)])
        }
        _ => object(tape, unit, depth),
    }
}

fn name(tape: &mut Tape, unit: &str) -> &'static str {
    NAMES.iter().find(|(of, _)| *of == unit).unwrap().1[tape.below(3)]
}

fn object(tape: &mut Tape, unit: &str, depth: usize) -> Value {
    let mut made = Map::new();
    // A rate may be what is multiplied, and the amount of money the factor.
    let is_turned = unit == "money" && tape.one_in(4);
    let (of, factor) = if is_turned { ("rate", "money") } else { (unit, [unit_by(unit), "count"][tape.below(2)]) };
    source(tape, of, depth - 1, &mut made);
    let mut modifier = |key: &str, unit: &str, one_in: usize| {
        if tape.one_in(one_in) {
            made.insert(key.to_owned(), under_a_test(tape, unit, depth - 1));
        }
    };
    modifier("times", factor, if is_turned { 1 } else { 3 });
    if unit != "count" {
        modifier("divided_by", "count", 5);
    }
    for key in ["plus", "less", "at_least", "at_most"] {
        modifier(key, unit, 4);
    }
    match unit {
        "rate" => {
            modifier("power", "count", 4);
            modifier("own_share_times", "rate", 4);
        }
        "count" => modifier("every", "count", 4),
        _ if tape.one_in(5) => {
            made.insert("round".to_owned(), json!(["down_yuan", "ten", "up_hundred"][tape.below(3)]));
        }
        _ => {}
    }
    Value::Object(made)
}

/// A part that may be left out.
fn under_a_test(tape: &mut Tape, unit: &str, depth: usize) -> Value {
    let mut made = amount(tape, unit, depth);
    if made.is_object() && tape.one_in(3) {
        made["when"] = json!({"age_under": 18});
    }
    made
}

/// What a unit may be multiplied by and stay.
fn unit_by(unit: &str) -> &'static str {
    if unit == "count" { "count" } else { "rate" }
}

fn source(tape: &mut Tape, unit: &str, depth: usize, made: &mut Map<String, Value>) {
    let (key, value) = match tape.below(5) {
        0 | 3 if unit == "count" => ("count", json!(["age", "earlier_stays", "days", "months"][tape.below(4)])),
        2 if unit == "money" => ("part", json!(PARTS[tape.below(PARTS.len())])),
        1 => ("sum", json!([amount(tape, unit, depth), under_a_test(tape, unit, depth)])),
        2 => ("greatest", json!([{"when": {"age_under": 18}, "value": name(tape, unit)}, name(tape, unit)])),
        3 => ("least", json!([name(tape, unit), object_of(tape, unit, depth)])),
        _ => ("value", json!(name(tape, unit))),
    };
    made.insert(key.to_owned(), value);
}

fn object_of(tape: &mut Tape, unit: &str, depth: usize) -> Value {
    if depth == 0 { json!({"value": name(tape, unit)}) } else { object(tape, unit, depth) }
}
