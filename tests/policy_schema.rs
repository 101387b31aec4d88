//! The JSON Schema agrees with the readers, and the pages that are generated are up to date.
//!
//! 1. docs/policy.schema.json and docs/facts.md are what the program writes.
//! 2. Every policy that is good for the readers is good for the schema: those that are shipped, the one with one of
//!    everything, every fragment of docs/mechanisms.
//! 3. What the readers refuse for its shape the schema refuses: a member too many anywhere, a leaf of another type, a
//!    needed member left out.
//! 4. Every fact and option has its line on the facts page.

use crate::support::fragment::{pages, policy_file};
use jsonschema::Validator;
use serde_json::{Value, json};
use yibao::officer::{facts, schema};
use yibao::policy::catalogue::Catalogue;
use yibao::vocabulary::Fact;

fn validator() -> Validator {
    jsonschema::draft7::new(&schema::schema()).unwrap()
}

fn good() -> Value {
    serde_json::from_str(include_str!("support/good-policy.json")).unwrap()
}

/// 1.
#[test]
fn the_pages_that_are_written_are_up_to_date() {
    let again = "write it anew: see CONTRIBUTING.md";
    assert_eq!(include_str!("../docs/policy.schema.json"), format!("{:#}\n", schema::schema()), "{again}");
    assert_eq!(include_str!("../docs/facts.md"), facts::page(), "{again}");
}

/// 2.
#[test]
fn good_policies_are_good_for_the_schema() {
    let validator = validator();
    let shipped = crate::support::shipped::files("policy.json")
        .into_iter()
        .map(|(name, text)| (name.to_owned(), serde_json::from_str(text).unwrap()));
    let fragments = pages().into_iter().map(|page| (page.name.clone(), policy_file(&page.fragment)));
    for (name, file) in shipped.chain(fragments).chain([("good".to_owned(), good())]) {
        let found: Vec<String> =
            validator.iter_errors(&file).map(|e| format!("{} {e:.300}", e.instance_path())).collect();
        assert_eq!(found, [""; 0], "{name}");
    }
}

/// Every object and every leaf of a tree, by pointer.
fn places(value: &Value, at: String, objects: &mut Vec<String>, leaves: &mut Vec<String>) {
    let step = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, inner)| places(inner, step(key), objects, leaves));
            objects.push(at);
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, inner)| places(inner, step(&n.to_string()), objects, leaves))
        }
        _ => leaves.push(at),
    }
}

fn is_refused(file: &Value) -> bool {
    !Catalogue::default().add(&[&file.to_string()])[0].problems.is_empty()
}

/// 3.
#[test]
fn what_has_another_shape_is_refused_by_both() {
    let validator = validator();
    let (mut objects, mut leaves) = (Vec::new(), Vec::new());
    places(&good(), String::new(), &mut objects, &mut leaves);
    let mut tried = 0;
    let mut wrong = Vec::new();
    // Names that the file's author chooses: the schema cannot know them.
    let named = [
        "/districts",
        "/sources",
        "/values",
        "/readings",
        "/options",
        "/table",
        "/table/3",
        "/at",
        "/conditions",
        "/hardship",
        "/out_of_area",
    ];
    for pointer in objects.iter().filter(|pointer| !named.iter().any(|end| pointer.ends_with(end))) {
        let mut file = good();
        let object = file.pointer_mut(pointer).unwrap();
        if object.get("by_reading").is_some() {
            continue;
        }
        object["colour"] = json!("red");
        tried += 1;
        if !is_refused(&file) || validator.is_valid(&file) {
            wrong.push(format!("{pointer} with a member too many"));
        }
    }
    for pointer in &leaves {
        for value in [json!(null), json!(7.5), json!(["x", {}]), json!({"x": 1})] {
            let mut file = good();
            *file.pointer_mut(pointer).unwrap() = value.clone();
            tried += 1;
            if is_refused(&file) && validator.is_valid(&file) {
                wrong.push(format!("{pointer} {value}"));
            }
        }
    }
    assert!(tried > 800 && wrong.is_empty(), "{tried}\n{}", wrong.join("\n"));
}

/// 3.
#[test]
fn needed_members_are_needed_by_both() {
    let validator = validator();
    for pointer in [
        "/format",
        "/region",
        "/name",
        "/programmes",
        "/sources/S/title",
        "/sources/S/status",
        "/programmes/0/id",
        "/programmes/0/kind",
        "/programmes/0/clause",
        "/programmes/0/person/0/test",
        "/programmes/0/values/deductible/unit",
        "/programmes/0/readings/how/preferred",
        "/programmes/0/caveats/0/words",
    ] {
        let mut file = good();
        let (holder, key) = pointer.rsplit_once('/').unwrap();
        file.pointer_mut(holder).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        assert!(is_refused(&file) && !validator.is_valid(&file), "{pointer}");
    }
}

/// 4.
#[test]
fn every_fact_and_option_is_on_the_facts_page() {
    let page = facts::page();
    for fact in Fact::given() {
        let (_, rest) = page.split_once(&format!("### `{}`", fact.id())).unwrap_or_else(|| panic!("{}", fact.id()));
        let own = rest.split("\n### ").next().unwrap();
        assert!(own.contains(&fact.spec().words.zh) && own.contains(&fact.spec().words.en), "{}", fact.id());
        for option in
            fact.options().iter().flat_map(|list| list.iter()).filter(|o| !["yes", "no"].contains(&o.name.as_str()))
        {
            assert!(
                own.contains(&format!("| `{}` |", option.name)) && own.contains(&option.words.zh),
                "{} {}",
                fact.id(),
                option.name
            );
        }
    }
}
