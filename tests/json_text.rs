//! JSON text: what strings mean, where a text goes wrong, and a tree that is changed.
//!
//! 1. Every escape means the character that serde_json reads, and what is none is refused in its words, at its place.
//! 2. A text in another encoding is named.
//! 3. A JSON pointer leads to members and items; what it does not lead to is nothing.
//! 4. A problem's words name what they are about; an id that is not there is not there twice.

use serde_json::{Value, json};
use yibao::api;
use yibao::json::problem::{Code, fill};
use yibao::json::tree::{steps, text};
use yibao::json::{Json, Unreadable, parse};
use yibao::ordered::map;
use yibao::policy::catalogue::Catalogue;

use crate::support::fragment::policy_file;

/// 1.
#[test]
fn every_escape_is_read_as_serde_json_reads_it() {
    let mut strings: Vec<String> = (0..0xffff_u32).step_by(97).map(|code| format!(r#""\u{code:04x}""#)).collect();
    for character in ['\u{10000}', '\u{10ffff}', '\u{1f600}', '\u{12345}', '\u{2a5a5}', '\u{103ff}', '\u{fffff}'] {
        let pair: String = character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect();
        strings.push(format!("\"{pair}\""));
    }
    let ill = [
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800x""#,
        r#""\ud800\n""#,
        r#""\ud800\u0041""#,
        r#""\ud800\ue000""#,
        r#""\udbff\udc0""#,
        r#""\u00g0""#,
        "\"a\n\"",
        "[1,\n 2,\n x]",
        "{\"a\": 1,\n\n  \"b\" 2}",
    ];
    for text in strings.iter().map(String::as_str).chain(ill) {
        let read = match parse(text) {
            Ok(read) => Ok(serde_json::to_value(read).unwrap()),
            Err(Unreadable::Syntax(message)) => Err(message),
            Err(other) => panic!("{text}: {other:?}"),
        };
        assert_eq!(read, serde_json::from_str::<Value>(text).map_err(|error| error.to_string()), "{text}");
    }
}

/// 2.
#[test]
fn another_encoding_is_named() {
    assert_eq!(parse("{\0\"\0a"), Err(Unreadable::Encoding("UTF-16")));
    assert_eq!(parse("\u{fffd}"), Err(Unreadable::Encoding("GBK")));
    assert!(matches!(parse("x"), Err(Unreadable::Syntax(_))));
}

fn tree() -> Json {
    parse(r#"{"a": [1, {"b": "x"}], "c/d~e": {"1": true}}"#).unwrap()
}

/// 3.
#[test]
fn a_pointer_leads_to_members_and_items() {
    assert_eq!(steps("/a/1"), ["a", "1"]);
    assert_eq!(steps("/c~1d~0e"), ["c/d~e"]);
    let mut tree = tree();
    assert_eq!(tree.at("/a/1/b"), Some(&text("x")));
    assert_eq!(tree.at("/c~1d~0e/1"), Some(&Json::Bool(true)));
    for nowhere in ["/a/2", "/a/x", "/b", "/a/0/b", "/a/1/c"] {
        assert_eq!(tree.at(nowhere), None, "{nowhere}");
        assert_eq!(tree.at_mut(nowhere), None, "{nowhere}");
    }
    assert_eq!(tree.at("").map(|whole| whole.entries().len()), Some(2));
    assert_eq!(tree.get("a").unwrap().items().len(), 2);
    assert_eq!(tree.items().len(), 0);
    assert_eq!(tree.get("a").unwrap().entries().len(), 0);
}

/// 3.
#[test]
fn a_tree_is_changed_where_the_pointer_leads() {
    let mut tree = tree();
    *tree.at_mut("/a/1/b").unwrap() = text("y");
    *tree.at_mut("/c~1d~0e/1").unwrap() = Json::Null;
    tree.member("a").item(0).unwrap().put("n", text("z"));
    tree.put("new", Json::Bool(false));
    assert_eq!(tree.member("new").item(0), None);
    assert_eq!(tree.member("a").item(2), None);
    let expected = r#"{"a":[{"n":"z"},{"b":"y"}],"c/d~e":{"1":null},"new":false}"#;
    assert_eq!(serde_json::to_string(&tree).unwrap(), expected);
}

/// 4.
#[test]
fn words_name_what_they_are_about() {
    let args = map([("name", "A".to_owned())]);
    assert_eq!(fill("{name} and {other}: {", &args), "A and {other}: {");
    assert_eq!(fill("Nothing.", &args), "Nothing.");
    assert!(Code::OF_REQUESTS.contains(&Code::TooLarge) && !Code::OF_REQUESTS.contains(&Code::MalformedRegion));
}

fn problems(programmes: &Value) -> Vec<(String, String)> {
    let file = policy_file(&json!({ "programmes": programmes })).to_string();
    let added = Catalogue::default().add(&[&file]).remove(0);
    added.problems.into_iter().map(|problem| (problem.code.to_owned(), problem.path)).collect()
}

/// 4.
#[test]
fn an_id_that_stands_twice_is_told_and_one_that_is_not_there_only_as_missing() {
    let condition = |id: Value| json!({"id": id, "test": {"fact": "retired", "is": true}});
    let programme = |ids: [Value; 2]| json!([{"id": "p", "person": ids.map(condition), "benefit": []}]);
    let codes = |ids| problems(&programme(ids)).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert!(codes([json!("x"), json!("x")]).contains(&"repeated_id".to_owned()));
    assert!(!codes([json!("x"), json!("y")]).contains(&"repeated_id".to_owned()));
    assert!(!codes([json!(""), json!("")]).contains(&"repeated_id".to_owned()));
}

/// 4. The largest bill of a curve is not below its smallest, which is what is out of scope of it.
#[test]
fn an_amount_below_its_least_is_refused_with_the_least() {
    let facts = json!({"self_paid": "50", "advance": "0"});
    let request = json!({"region": "370212", "asked_on": "2025-06-09", "facts": {"scheme": "employee"},
        "expenses": [{"id": "a", "service": "inpatient", "date": "2025-05-01", "total": "100", "facts": facts}]});
    let curve = |up_to: &str| {
        let options = json!({"expense": "a", "up_to": up_to}).to_string();
        serde_json::to_value(api::curve(&request.to_string(), &[], &options, crate::support::catalogue())).unwrap()
    };
    assert_ne!(curve("50")["outcome"], "failure");
    assert_ne!(curve("70"), curve("90"));
    let refused = curve("49.99");
    let problem = &refused["problems"][0];
    assert_eq!((&problem["code"], &problem["path"]), (&json!("out_of_range"), &json!("/up_to")), "{refused}");
    assert_eq!(problem["args"], json!({"min": "50.00", "max": "999999999999.99"}));
}

/// 1. Signs of a Chinese keyboard, of a word processor and of other languages are named, with what JSON needs in their place.
#[test]
fn a_sign_that_is_none_of_json_is_named() {
    let said = |text: &str| match parse(text) {
        Err(Unreadable::Syntax(message)) => message,
        other => panic!("{text}: {other:?}"),
    };
    let needs = [
        ("，、；;", ","),
        ("：", ":"),
        ("“”„＂「」‘’＇'", "\""),
        ("［【", "["),
        ("］】", "]"),
        ("｛", "{"),
        ("｝", "}"),
    ];
    for (signs, meant) in needs {
        for sign in signs.chars() {
            let message = said(&format!("{{\"a\" {sign}"));
            assert!(message.starts_with(&format!("found {sign} where JSON needs {meant}")), "{message}");
        }
    }
    for space in ['\u{a0}', '\u{3000}', '\u{200b}', '\u{feff}'] {
        let message = said(&format!("{{{space}}}"));
        assert!(message.starts_with(&format!("found a space that is none (U+{:04X})", u32::from(space))), "{message}");
    }
    for comment in ["// a", "# a", "/* a */"] {
        assert!(said(&format!("[1 {comment}")).starts_with("found a comment"), "{comment}");
    }
}

/// 1. What is misspelt is refused in the words of serde_json, at its place.
#[test]
fn a_word_a_number_or_a_list_that_is_misspelt_is_refused() {
    for text in [
        "trux",
        "nul",
        "fals1",
        "-",
        "01",
        "-x",
        "1.",
        "1e",
        "[,1]",
        "[1,]",
        "[1 2]",
        "{,}",
        "{\"a\":1,}",
        "true false",
    ] {
        let error = serde_json::from_str::<Value>(text).unwrap_err().to_string();
        assert_eq!(parse(text).unwrap_err(), Unreadable::Syntax(error), "{text}");
    }
}

/// 1. Every key that an object holds twice is named with its place, also in objects inside lists.
#[test]
fn keys_that_stand_twice_are_named_with_their_places() {
    let Err(Unreadable::RepeatedKeys(found)) = parse(r#"{"a": [{"b/c": 1, "d": 2, "b/c": 3}], "a": {"e": 1, "e": 2}}"#)
    else {
        panic!("keys stand twice")
    };
    let told: Vec<(&str, &str)> = found.iter().map(|one| (one.key.as_str(), one.path.as_str())).collect();
    assert_eq!(told, [("b/c", "/a/0/b~1c"), ("a", "/a"), ("e", "/a/e")]);
    assert!(parse(r#"{"a": {"b": 1}, "b": {"a": 1}}"#).is_ok());
}
