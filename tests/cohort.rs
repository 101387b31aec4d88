//! Whole populations.
//!
//! 1. Every resident of every region is answered, and with the amounts of the estimate of the same request.
//! 2. The same seed gives the same report; another seed gives another; threads and parts do not matter.
//! 3. A policy against itself changes nothing for anybody.
//! 4. Sums add up: groups of one kind make up everybody; bills are paid or left; funds make up what is paid.
//! 5. A greater rate has people gain and nobody lose, a lesser one the reverse.
//! 6. A description is refused with every problem at its place; the default one and every example follow the schema.
//! 7. The command line says the same.
//! 8. Whom a change cannot touch, is settled once: a comparison says what the changed rules say alone.

use crate::command_line::{folder, read as read_file, yibao};
use crate::support::answers::fen;
use crate::support::catalogue;
use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;
use yibao::officer::cases::{answer, write};
use yibao::officer::cohort::{self, Description, Drawer, Policies, Run, Tally, example, read};
use yibao::officer::notice::Lang;
use yibao::policy::catalogue::Catalogue;
use yibao::vocabulary::Service;

const REGION: &str = "370200";
const PEOPLE: u64 = 300;

/// Rates of residents in hospital, by level.
const RATE: &str = r#""2": "0.80", "3": "0.70""#;

fn described(region: &str) -> Description {
    let mut description = read(&example(region), catalogue()).unwrap();
    description.people = PEOPLE;
    description
}

fn counted(of: &Description, after: Option<&Catalogue>, parts: &[Range<u64>]) -> Tally {
    let mut whole = Tally::new(of);
    for part in parts {
        let mut run = Run::new(of, Policies { before: catalogue(), after }).unwrap();
        run.count(part.clone()).unwrap();
        whole.add(run.into_tally());
    }
    whole
}

fn everybody(of: &Description, after: Option<&Catalogue>) -> Tally {
    counted(of, after, std::slice::from_ref(&(0..of.people)))
}

fn report(of: &Description, after: Option<&Catalogue>) -> Value {
    let policies = Policies { before: catalogue(), after };
    let tally = everybody(of, after);
    serde_json::to_value(cohort::report(of, policies, &tally)).unwrap()
}

fn shipped(region: &str) -> &'static str {
    let files = crate::support::shipped::files("policy.json");
    files.into_iter().find(|(folder, _)| folder.starts_with(region)).unwrap().1
}

/// The shipped policies with one file changed.
fn changed(from: &str, to: &str) -> Catalogue {
    changed_file(REGION, from, to)
}

fn changed_file(region: &str, from: &str, to: &str) -> Catalogue {
    let text = shipped(region);
    assert!(text.contains(from), "the policy says {from}");
    let mut catalogue = catalogue().clone();
    assert_eq!(catalogue.add(&[&text.replace(from, to)])[0].problems, []);
    catalogue
}

fn groups<'v>(report: &'v Value, by: &str) -> Vec<&'v Value> {
    report["groups"].as_array().unwrap().iter().filter(|group| group["by"] == by).collect()
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

/// 1.
#[test]
fn every_resident_of_every_region_is_answered() {
    for region in catalogue().regions().keys() {
        let description = Description { people: 40, ..described(region) };
        everybody(&description, None);
    }
}

/// 1.
#[test]
fn the_amounts_are_those_of_the_estimates() {
    let description = described(REGION);
    let drawer = Drawer::new(&description, &[&description.book]);
    let requests = (0..PEOPLE).filter_map(|number| drawer.draw(number).request);
    let answers: Vec<Value> =
        requests.map(|request| serde_json::to_value(answer(&write(&request), catalogue())).unwrap()).collect();
    let report = report(&description, None);
    let all = groups(&report, "all")[0].clone();
    for (end, of) in [("low", "paid"), ("high", "paid"), ("low", "out_of_pocket"), ("high", "out_of_pocket")] {
        let sum: i64 = answers.iter().map(|answer| fen(answer["totals"][of][end].as_str().unwrap())).sum();
        assert_eq!(fen(all["before"][of][end].as_str().unwrap()), sum, "{of} {end}");
    }
    assert!(answers.len() > 100 && answers.len() == usize::try_from(number(&all["treated"])).unwrap());
}

/// 2.
#[test]
fn seeds_are_stable_and_parts_do_not_matter() {
    let description = described(REGION);
    let whole = everybody(&description, None);
    assert_eq!(report(&description, None), report(&description, None));
    let text = |tally: &Tally| {
        let told = cohort::report(&description, Policies { before: catalogue(), after: None }, tally);
        cohort::page(&told, Lang::Zh)
    };
    let parts = counted(&description, None, &[200..PEOPLE, 0..77, 77..200]);
    assert_eq!(text(&parts), text(&whole));
    let mut from_bytes = Tally::new(&description);
    for part in [0..100, 100..PEOPLE] {
        from_bytes.add_bytes(&counted(&description, None, &[part]).to_bytes());
    }
    assert_eq!(text(&from_bytes), text(&whole));
    let other = Description { seed: 2, ..described(REGION) };
    assert_ne!(text(&everybody(&other, None)), text(&whole));
}

/// 3.
#[test]
fn a_policy_against_itself_changes_nothing() {
    let report = report(&described(REGION), Some(&catalogue().clone()));
    for group in report["groups"].as_array().unwrap() {
        assert_eq!([0, 0, 0], ["gain", "lose", "unclear"].map(|of| number(&group[of])), "{group}");
        assert_eq!(group["before"], group["after"]);
    }
}

/// 4.
#[test]
fn sums_add_up() {
    let report = report(&described(REGION), Some(&changed(RATE, &RATE.replace("0.80", "0.75"))));
    let all = groups(&report, "all")[0].clone();
    assert_eq!(number(&all["people"]), i64::try_from(PEOPLE).unwrap());
    let money = |group: &Value, path: &str| fen(group.pointer(path).unwrap().as_str().unwrap());
    for by in ["insurance", "age", "hardship", "level"] {
        for count in ["people", "treated", "bills", "gain", "lose", "unclear", "open"] {
            let sum: i64 = groups(&report, by).into_iter().map(|group| number(&group[count])).sum();
            assert_eq!(sum, number(&all[count]), "{by} {count}");
        }
        for path in ["/billed", "/before/paid/low", "/before/paid/high", "/after/paid/low", "/after/out_of_pocket/high"]
        {
            let sum: i64 = groups(&report, by).into_iter().map(|group| money(group, path)).sum();
            assert_eq!(sum, money(&all, path), "{by} {path}");
        }
    }
    for side in ["before", "after"] {
        let of = |what: &str| money(&all, &format!("/{side}/{what}"));
        assert_eq!(of("paid/low") + of("out_of_pocket/high"), money(&all, "/billed"));
        assert_eq!(of("paid/high") + of("out_of_pocket/low"), money(&all, "/billed"));
        let funds = all[side]["funds"].as_array().unwrap();
        let sum = |end: &str| funds.iter().map(|fund| fen(fund[1][end].as_str().unwrap())).sum::<i64>();
        assert!(sum("low") <= of("paid/low") && of("paid/high") <= sum("high"));
    }
}

/// 5.
#[test]
fn a_greater_rate_has_people_gain_and_nobody_lose() {
    for (rate, winner, loser) in [("0.82", "gain", "lose"), ("0.75", "lose", "gain")] {
        let report = report(&described(REGION), Some(&changed(RATE, &RATE.replace("0.80", rate))));
        let all = groups(&report, "all")[0].clone();
        assert!(number(&all[winner]) > 0 && number(&all[loser]) == 0, "{all}");
    }
}

/// A change of a rule: what is looked for, what stands in its place, and the services that it can touch.
type Changed = (&'static str, String, Option<Vec<Service>>);

fn changes() -> Vec<Changed> {
    let year = r#""insurance_year": "07-01", "counters""#;
    let class =
        r#""item_classes": {"x": {"words": {"zh": "甲", "en": "A"}, "source": "LS", "share": "0.9"}}, "counters""#;
    let order = r#""fund_order": ["critical_illness"], "counters""#;
    vec![
        (RATE, RATE.replace("0.80", "0.75"), Some(vec![Service::Inpatient])),
        (r#""counters""#, year.to_owned(), None),
        (r#""counters""#, order.to_owned(), None),
        (r#""counters""#, class.to_owned(), None),
        (r#""employee-outpatient""#, r#""workers-outpatient""#.to_owned(), None),
        (
            r#""services": ["chronic_outpatient"]"#,
            r#""services": ["outpatient"]"#.to_owned(),
            Some(vec![Service::Outpatient, Service::ChronicOutpatient]),
        ),
        (RESIDENTS, RESIDENTS.replace("\"resident\"", "\"employee\""), Some(vec![Service::Inpatient])),
    ]
}

/// Of whom the rules of residents in hospital are.
const RESIDENTS: &str = r#""replaces": ["000000/resident-inpatient"],
      "known_from": "2025-01-01",
      "person": [
        {
          "id": "resident-insurance",
          "words": {"zh": "参加居民医保", "en": "In the residents' insurance"},
          "test": {"fact": "scheme", "is": "resident"}"#;

/// 8. Until when a child is enrolled in time: it is asked of bills of every service.
#[test]
fn what_covers_a_child_can_touch_any_bill() {
    let changed = changed_file("370000", r#"{"age_under": 1}"#, r#"{"age_under": 2}"#);
    let other = read(&example(REGION), &changed).unwrap();
    assert!(described(REGION).book.changes(&other.book).is_none());
}

/// 8. Where only what is paid changes, nobody else is settled anew; where the conditions do, everybody with such a bill is.
#[test]
fn a_programme_that_pays_otherwise_still_applies_to_the_same_bills() {
    let applies_alike = |from, to: &str| {
        let other = read(&example(REGION), &changed(from, to)).unwrap();
        let changes = described(REGION).book.changes(&other.book).unwrap();
        changes.iter().map(|change| change.applies_alike).collect::<Vec<_>>()
    };
    assert_eq!(applies_alike(RATE, &RATE.replace("0.80", "0.75")), [true]);
    assert_eq!(applies_alike(RESIDENTS, &RESIDENTS.replace("\"resident\"", "\"employee\"")), [false]);
}

/// 8.
#[test]
fn a_comparison_says_what_the_changed_rules_say_alone() {
    for (from, to, touched) in changes() {
        let changed = changed(from, &to);
        let alone = Description { people: 800, ..read(&example(REGION), &changed).unwrap() };
        let found = described(REGION).book.touched_services(&alone.book);
        assert_eq!(found.map(|services| services.iter().copied().collect()), touched, "{to}");
        let mut run = Run::new(&alone, Policies { before: &changed, after: None }).unwrap();
        run.count(0..alone.people).unwrap();
        let policies = Policies { before: &changed, after: None };
        let alone = serde_json::to_value(cohort::report(&alone, policies, run.tally())).unwrap();
        let both = report(&Description { people: 800, ..described(REGION) }, Some(&changed));
        for (alone, both) in alone["groups"].as_array().unwrap().iter().zip(both["groups"].as_array().unwrap()) {
            assert_eq!(alone["before"], both["after"], "{to}: {}", both["name"]);
        }
    }
}

/// 6.
#[test]
fn a_description_is_refused_with_every_problem_at_its_place() {
    let text = r#"{
        "region": "370200", "yaer": 2025, "people": 0, "seed": "1",
        "insurance": {"shares": {"employee": "0.5", "nobody": "0.5"}},
        "ages": {"employee": [{"from": 30, "to": 20, "share": "1"}]},
        "hardship": {"shares": {"none": "0.9"}, "ground": {"zh": "甲"}},
        "care": {"kinds": [{"service": "inpatient", "times": {"x": "1"}, "self_paid": "0.7", "advance": "0.6",
            "levels": [{"level": "9", "share": "1", "bill": [{"at": "0.5", "yuan": "1"}]}],
            "facts": {"retired": [], "days": [{"value": "8", "share": "1"}]}}]},
        "facts": {"answers": {"scheme": [], "nonsense": []}}, "open": "both"
    }"#;
    let found = read(text, catalogue()).unwrap_err();
    let mut places: Vec<(&str, &str)> = found.iter().map(|problem| (problem.path.as_str(), problem.code)).collect();
    places.sort_unstable();
    let expected = [
        ("/ages/employee/0/to", "out_of_range"),
        ("/care/kinds/0/facts/days/0/value", "not_a_whole_number"),
        ("/care/kinds/0/facts/retired", "misplaced_fact"),
        ("/care/kinds/0/levels/0/bill", "bad_quantiles"),
        ("/care/kinds/0/levels/0/level", "not_a_choice"),
        ("/care/kinds/0/self_paid", "out_of_scope_above_bill"),
        ("/care/kinds/0/times/x", "out_of_range"),
        ("/facts/answers/nonsense", "unknown_fact"),
        ("/facts/answers/scheme", "unknown_fact"),
        ("/hardship/ground", "missing_words"),
        ("/hardship/shares", "shares_not_whole"),
        ("/insurance/shares/nobody", "not_a_choice"),
        ("/open", "not_a_choice"),
        ("/people", "out_of_range"),
        ("/seed", "not_a_whole_number"),
        ("/yaer", "unknown_key"),
    ];
    assert_eq!(places, expected);
    let missing = r#"{"region": "370200", "insurance": {"shares": {"none": "1"}}}"#;
    let found = read(missing, catalogue()).unwrap_err();
    assert_eq!(found.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), ["/ages/none"]);
    let nowhere = read("{}", catalogue()).unwrap_err();
    assert_eq!(nowhere.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), ["/region"]);
    let unknown = read(r#"{"region": "999999"}"#, catalogue()).unwrap_err();
    assert_eq!(unknown.iter().map(|problem| &*problem.path).collect::<Vec<_>>(), ["/region"]);
}

/// 6.
#[test]
fn the_example_follows_the_schema_on_file() {
    let on_file: Value = serde_json::from_str(include_str!("../docs/cohort.schema.json")).unwrap();
    assert_eq!(on_file, cohort::schema(), "write it again: yibao schema cohort > docs/cohort.schema.json");
    let schema = jsonschema::validator_for(&on_file).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(&example(REGION)).unwrap()));
    assert!(!schema.is_valid(&serde_json::from_str(r#"{"region": "370200", "people": "1"}"#).unwrap()));
}

/// 7.
#[test]
fn the_command_line_reports_the_same_on_any_number_of_threads() {
    let folder = folder("cohort");
    let changed = folder.join("policy.json");
    fs::write(&changed, shipped(REGION).replace(RATE, &RATE.replace("0.80", "0.75"))).unwrap();
    let page = folder.join("report.html");
    let [changed, page] = [&changed, &page].map(|path| path.to_str().unwrap());
    let args = ["cohort", REGION, "--changed", changed, "--people", "1200", "--json", "--html", page, "--lang", "en"];
    let run = |jobs: &str| {
        let ran = yibao(&[&args[..], &["--jobs", jobs]].concat(), b"");
        assert_eq!((ran.code, &*ran.err), (0, ""));
        (ran.out, read_file(Path::new(page)))
    };
    assert_eq!(run("1"), run("3"));
    let report: Value = serde_json::from_str(&run("2").0).unwrap();
    assert!(number(&report["groups"][0]["lose"]) > 0);
    let written = read_file(Path::new(page));
    assert!(written.contains("<h2>Who gets more, who gets less</h2>") && !written.contains("https://"));
}

/// 7.
#[test]
fn the_command_line_names_every_problem_and_shows_an_example() {
    let example = yibao(&["cohort", REGION, "--example"], b"");
    assert_eq!(example.out, cohort::example(REGION));
    let path = folder("cohort-bad").join("bad.json");
    fs::write(&path, example.out.replace("\"0.28\"", "\"0.38\"").replace("10000,", "\"x\",")).unwrap();
    let ran = yibao(&["cohort", path.to_str().unwrap(), "--lang", "en"], b"");
    assert_eq!((ran.code, &*ran.out), (2, ""));
    for told in ["/people: line 4", "/insurance/shares: line 12", "add up to 1.1, not to 1"] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    let asked = yibao(&["cohort", REGION, "--people", "40", "--requests"], b"");
    let answered = yibao(&["estimate", "--lines"], asked.out.as_bytes());
    assert!(answered.out.lines().count() > 5 && !answered.out.contains("\"failure\""));
    assert_eq!(yibao(&["cohort"], b"").code, 2);
    assert_eq!(yibao(&["cohort", "999999"], b"").code, 2);
}
