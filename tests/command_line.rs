//! The command line, by running it.
//!
//! 1. `estimate`: one answer as compact JSON and one newline, byte for byte the core's; exit 0 estimate, 1 Failure.
//! 2. `estimate --lines`: one request a line, one answer a line, exit 0, whatever the lines hold.
//! 3. `--policies DIR` uses only DIR; a broken file is named with its JSON pointer on standard error, the other regions
//!    are answered, exit 2.
//! 4. `check` and `cases` say what is wrong and where: exit 0 good, 1 a case does not hold, 2 bad policies.
//! 5. Wrong use: exit 2, the usage on standard error, nothing on standard output.
//! 6. Text that is no UTF-8 or too long is a Failure like any other nonsense.
//! 7. `extremes`, `alternatives`, `curve` and `inverse`: the same of them, each with its own options and no other's.
//! 8. `--add DIR` keeps the shipped regions; a file for one of them takes its place.
//! 10. `check` reads a file by itself, says line and column, the near name, the language that is asked for, and names the
//!     other file of two for one region. Encodings are named.
//! 11. `new` makes a place without a number of its own; `coverage` and `mutate` tell what cases leave out.
//! 9. `describe CODE` says what the library says; exit 1 for a code that nobody knows.

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use yibao::policy::catalogue::Catalogue;

pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn yibao(args: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yibao"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that stops reading early is no failure of whoever writes.
    let writing = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let done = child.wait_with_output().unwrap();
    writing.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("what is written is UTF-8");
    Ran { code: done.status.code().expect("it ends by itself"), out: text(done.stdout), err: text(done.stderr) }
}

/// What the library answers, as the command line should write it.
/// The shipped policies and every place of the country, as the program knows them.
fn catalogue() -> &'static Catalogue {
    static KNOWN: OnceLock<Catalogue> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut catalogue = crate::support::catalogue().clone();
        catalogue.set_index(crate::support::shipped::places());
        catalogue
    })
}

fn line(request: &str) -> String {
    format!("{}\n", serde_json::to_string(&yibao::api::estimate(request, &[], catalogue())).unwrap())
}

pub const GOOD: &str = r#"{"region": "370212", "asked_on": "2025-06-09", "facts": {"scheme": "resident"}}"#;
pub const BAD: &str = r#"{"region": "999999", "asked_on": "2025-06-09"}"#;

/// A new folder for a test's files.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command-line").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn put(folder: &Path, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

#[allow(clippy::disallowed_methods, reason = "a test looks at what was written")]
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// The shipped policies, copied out, with one change to one of them.
fn policies(name: &str, changed: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let folder = folder(name);
    for (region, text) in crate::support::shipped::files("policy.json") {
        let text = if region.starts_with(changed) { change(text) } else { text.to_owned() };
        put(&folder, &format!("{region}/policy.json"), text);
    }
    folder
}

/// 1.
#[test]
fn one_request_gets_one_line() {
    let ran = yibao(&["estimate"], GOOD.as_bytes());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, line(GOOD).as_str(), ""));
    assert_eq!(ran.out.matches('\n').count(), 1);
    let ran = yibao(&["estimate"], BAD.as_bytes());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (1, line(BAD).as_str(), ""));
    let spread = GOOD.replace(", ", ",\n\r\t ");
    assert_eq!(yibao(&["estimate"], spread.as_bytes()).out, line(GOOD));
    for nonsense in ["", "{", "null", "\u{feff}\u{feff}{}", "nonsense\n{}"] {
        let ran = yibao(&["estimate"], nonsense.as_bytes());
        assert_eq!((ran.code, ran.out, ran.err.as_str()), (1, line(nonsense), ""), "{nonsense}");
    }
}

/// Every case's request on a line of its own.
pub fn case_lines() -> Vec<String> {
    let cases = crate::support::shipped::files("cases.json")
        .into_iter()
        .flat_map(|(_, text)| crate::support::cases::read(text).unwrap());
    cases.map(|case| case.request).filter(|request| !request.contains('\n')).collect()
}

/// 2.
#[test]
fn each_line_gets_a_line() {
    // Every case is asked through every interface in tests/node/interfaces.test.mjs.
    let lines: Vec<String> = case_lines().into_iter().step_by(7).collect();
    assert!(lines.len() > 100, "{}", lines.len());
    let ran = yibao(&["estimate", "--lines"], lines.join("\n").as_bytes());
    let expected: String = lines.iter().map(|request| line(request)).collect();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for ((told, wanted), request) in ran.out.lines().zip(expected.lines()).zip(&lines) {
        assert_eq!(told, wanted, "{request}");
    }
    assert_eq!(ran.out, expected);
    let mixed = format!("{GOOD}\n{BAD}\n\n{{\n{GOOD}\r\n");
    let ran = yibao(&["estimate", "--lines"], mixed.as_bytes());
    let expected: String = [GOOD, BAD, "", "{", GOOD].map(line).concat();
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, expected, ""));
    let ran = yibao(&["estimate", "--lines"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
}

/// 3.
#[test]
fn a_folder_of_policies_is_used_alone() {
    let folder = folder("alone");
    put(&folder, "620000-somewhere/policy.json", include_str!("support/good-policy.json"));
    let dir = folder.to_str().unwrap();
    let here = GOOD.replace("370212", "620000");
    let ran = yibao(&["estimate", "--policies", dir], here.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["policies"].as_array().unwrap().len(), 1, "nothing compiled in is used");
    let ran = yibao(&["estimate", "--policies", dir], GOOD.as_bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("unknown_region"), "{}", ran.out);
    // Options in any order, and the policy in the folder itself.
    let inside = folder.join("620000-somewhere");
    let dir = inside.to_str().unwrap();
    for args in [["estimate", "--lines", "--policies", dir], ["estimate", "--policies", dir, "--lines"]] {
        let ran = yibao(&args, here.as_bytes());
        assert_eq!((ran.code, ran.out.contains("\"outcome\":\"estimate\"")), (0, true));
    }
}

/// 3.
#[test]
fn a_broken_file_is_named_and_the_others_answer() {
    let folder = policies("broken", "370883", |text| {
        let text = text.replacen("\"format\": 1,", "\"format\": 1, \"colour\": \"red\",", 1);
        text.replacen("\"fund\": \"basic\"", "\"fund\": \"lottery\"", 1)
    });
    let dir = folder.to_str().unwrap();
    let file = folder.join("370883-zoucheng").join("policy.json");
    let names = |err: &str| {
        for pointer in ["/colour", "/programmes/0/fund"] {
            let place = format!("{}: {pointer}: ", file.display());
            assert!(err.lines().any(|line| line.starts_with(&place)), "{place} is not in\n{err}");
        }
    };
    let requests = format!("{GOOD}\n{}\n", GOOD.replace("370212", "370883"));
    let ran = yibao(&["estimate", "--lines", "--policies", dir], requests.as_bytes());
    names(&ran.err);
    let answers: Vec<&str> = ran.out.lines().collect();
    assert_eq!((ran.code, answers.len()), (2, 2));
    assert_eq!(format!("{}\n", answers[0]), line(GOOD), "the other regions answer as before");
    // Not what the province alone would give.
    assert!(answers[1].contains("refused_region") && answers[1].contains("/colour: "), "{}", answers[1]);
    let ran = yibao(&["estimate", "--policies", dir], GOOD.as_bytes());
    names(&ran.err);
    assert_eq!((ran.code, ran.out), (2, line(GOOD)));
    let ran = yibao(&["check", dir], b"");
    names(&ran.err);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

/// 3.
#[test]
fn files_that_are_no_json_are_named_as_a_whole() {
    is_named_as_a_whole("nonsense", b"nonsense");
    is_named_as_a_whole("empty", b"");
}

/// 3.
#[test]
fn a_file_that_is_no_utf_8_is_named_as_a_whole() {
    is_named_as_a_whole("latin-1", b"{\"format\": \"\xe9\"}");
}

fn is_named_as_a_whole(name: &str, text: &[u8]) {
    let folder = policies(name, "130800", |_| String::new());
    let file = put(&folder, "130800-chengde/policy.json", text);
    let ran = yibao(&["estimate", "--policies", folder.to_str().unwrap()], GOOD.as_bytes());
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(&file.display().to_string()), "{}", ran.err);
    assert!(ran.out.contains("\"outcome\":\"estimate\""), "the others still answer: {}", ran.out);
}

/// 4.
#[test]
fn good_policies_check_and_their_cases_hold() {
    // The same of all that is shipped is a stage of its own, with the fast build.
    let folder = folder("good");
    for name in ["policy.json", "cases.json"] {
        for (region, text) in crate::support::shipped::files(name) {
            if ["000000", "370000", "370500", "370503"].iter().any(|code| region.starts_with(code)) {
                put(&folder, &format!("{region}/{name}"), text);
            }
        }
    }
    let folder = folder.to_str().unwrap();
    let ran = yibao(&["check", folder], b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains("4 regions"), "{}", ran.out);
    let ran = yibao(&["cases", folder], b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let counted: usize = ran.out.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    assert!(counted > 40 && ran.out.contains("0 do not"), "{}", ran.out);
}

/// 4.
#[test]
fn a_case_that_does_not_hold_is_named() {
    let folder = folder("cases");
    put(&folder, "620000-somewhere/policy.json", include_str!("support/good-policy.json"));
    let request: Value = serde_json::from_str(&GOOD.replace("370212", "620000")).unwrap();
    let case = |title: &str, paid: &str| json!({"title": {"zh": "例", "en": title}, "request": request, "expect": {"totals": {"paid": paid}}});
    let write = |cases: Value| put(&folder, "620000-somewhere/cases.json", json!({"cases": cases}).to_string());
    write(json!([case("Right", "0.00")]));
    let dir = folder.to_str().unwrap();
    assert_eq!(yibao(&["cases", dir], b"").code, 0);
    write(json!([case("Right", "0.00"), case("Wrong", "1.00")]));
    let ran = yibao(&["cases", dir], b"");
    assert_eq!(ran.code, 1);
    for part in ["Wrong", "/totals/paid", "1.00", "0.00", "1 hold, 1 do not"] {
        assert!(ran.out.contains(part), "{part} is not in\n{}", ran.out);
    }
    assert!(!ran.out.contains("Right"));
    put(&folder, "620000-somewhere/cases.json", r#"{"cases": [{"title": "no words"}]}"#);
    let ran = yibao(&["cases", dir], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cases.json") && ran.err.contains("/cases/0"), "{}", ran.err);
}

/// 5.
#[test]
fn wrong_use_says_how_to_use_it() {
    let wrong: [&[&str]; 13] = [
        &[],
        &["nonsense"],
        &["describe"],
        &["Estimate"],
        &["estimate", "--line"],
        &["estimate", "a.json", "b.json"],
        &["estimate", "a.json", "-"],
        &["describe", "370212", "a.json"],
        &["estimate", "--policies"],
        &["estimate", "--policies", "policies", "--policies", "policies"],
        &["check", "policies", "policies"],
        &["cases", "a", "b"],
        &["check", "--strict", "policies"],
    ];
    for args in wrong {
        let ran = yibao(args, GOOD.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("yibao estimate"), "{args:?}: {}", ran.err);
    }
    for args in [&["check", "no/such/folder"][..], &["cases", "no/such/folder"], &["estimate", "--policies", "src"]] {
        let ran = yibao(args, GOOD.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(args.last().unwrap()), "{args:?}: {}", ran.err);
    }
    assert!(yibao(&["describe"], b"").err.contains("six digits of a region"));
    assert_eq!(yibao(&["--version"], b"").out, format!("yibao {}\n", env!("CARGO_PKG_VERSION")));
    let help = yibao(&["--help"], b"");
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("yibao estimate"));
}

/// 1, 2, 7: a file is answered as standard input is.
#[test]
fn a_file_that_is_named_gets_the_bytes_of_standard_input() {
    let folder = folder("named");
    let request = put(&folder, "request.json", GOOD).to_string_lossy().into_owned();
    let lines = [GOOD, "nonsense", GOOD].join("\n");
    let many = put(&folder, "many.jsonl", &lines).to_string_lossy().into_owned();
    for (args, file, text) in [
        (&["estimate"][..], &request, GOOD),
        (&["estimate", "--explain", "amounts"], &request, GOOD),
        (&["extremes"], &request, GOOD),
        (&["estimate", "--lines"], &many, &lines),
        (&["estimate", "--lines", "--jobs", "1"], &many, &lines),
    ] {
        let piped = yibao(args, text.as_bytes());
        assert!(!piped.out.is_empty());
        for name in [file, "-"] {
            let named = yibao(&[args, &[name]].concat(), if name == "-" { text.as_bytes() } else { b"" });
            assert_eq!((named.code, &named.out, &named.err), (piped.code, &piped.out, &piped.err), "{args:?} {name}");
        }
        let first = yibao(&[&[args[0], file.as_str()], &args[1..]].concat(), b"");
        assert_eq!(first.out, piped.out);
    }
    for args in [&["estimate", "no/such.json"][..], &["estimate", "--lines", "no/such.json"]] {
        let ran = yibao(args, GOOD.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("no/such.json") && !ran.err.contains("yibao estimate"), "{}", ran.err);
    }
}

/// 5.
#[cfg(unix)]
#[test]
fn an_argument_that_is_no_utf_8_is_wrong_use() {
    use std::os::unix::ffi::OsStrExt;
    let argument = std::ffi::OsStr::from_bytes(b"check\xff");
    let ran = Command::new(env!("CARGO_BIN_EXE_yibao")).arg(argument).output().unwrap();
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("yibao estimate"));
}

/// What lies around an answer, asked by the command line and of the library.
type Study<'a> = (&'a [&'a str], fn(&str) -> yibao::api::Analysed);

const STUDIES: [Study; 7] = [
    (&["extremes"], |text| yibao::api::extremes(text, &[], "paid", catalogue())),
    (&["extremes", "--of", "basic"], |text| yibao::api::extremes(text, &[], "basic", catalogue())),
    (&["alternatives"], |text| yibao::api::alternatives(text, &[], catalogue())),
    (&["curve"], |text| yibao::api::curve(text, &[], "{}", catalogue())),
    (&["curve", "--pay-at-most", "2000"], |text| {
        yibao::api::curve(text, &[], r#"{"pay_at_most": "2000"}"#, catalogue())
    }),
    (&["curve", "--up-to", "150000.5", "--expense", "e1"], |text| {
        yibao::api::curve(text, &[], r#"{"expense": "e1", "up_to": "150000.5"}"#, catalogue())
    }),
    (&["inverse", "--expense", "e1", "--of", "in_scope", "--amount", "250"], |text| {
        let question = r#"{"expense": "e1", "of": "in_scope", "amount": "250"}"#;
        yibao::api::inverse(text, &[], question, catalogue())
    }),
];

fn study_line(study: &Study, request: &str) -> String {
    format!("{}\n", serde_json::to_string(&(study.1)(request)).unwrap())
}

/// 7.
#[test]
fn what_lies_around_an_answer_gets_its_line_too() {
    let with_bill = r#"{"region": "370212", "asked_on": "2025-06-09", "expenses": [
        {"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "1000", "facts": {"self_paid": "0", "advance": "50"}}]}"#;
    for study in &STUDIES {
        let ran = yibao(study.0, with_bill.as_bytes());
        let expected = study_line(study, with_bill);
        assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, expected, ""), "{:?}", study.0);
        for bad in [BAD, "", "nonsense"] {
            let ran = yibao(study.0, bad.as_bytes());
            assert_eq!((ran.code, ran.out, ran.err.as_str()), (1, study_line(study, bad), ""), "{:?}", study.0);
        }
    }
    // A quotation mark ends no text.
    let told = yibao(&["curve", "--expense", "\",\"up_to\":\"1"], with_bill.as_bytes());
    assert_eq!((told.code, told.out.contains("\"path\":\"/expense\"")), (1, true), "{}", told.out);
}

/// 7.
#[test]
fn each_line_gets_what_lies_around_it() {
    // The worked cases are asked through the package, which is faster (tests/node/around.test.mjs).
    let lines: Vec<String> =
        case_lines().into_iter().step_by(60).chain([BAD.into(), String::new(), "{".into()]).collect();
    for study in &STUDIES {
        let args = [study.0, &["--lines"]].concat();
        let ran = yibao(&args, lines.join("\n").as_bytes());
        let expected: String = lines.iter().map(|request| study_line(study, request)).collect();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out == expected, "{args:?}: the lines differ from the library's");
    }
}

/// 7.
#[test]
fn what_lies_around_an_answer_is_found_with_other_policies_too() {
    let folder = folder("around");
    put(&folder, "620000-somewhere/policy.json", include_str!("support/good-policy.json"));
    let dir = folder.to_str().unwrap();
    let here = GOOD.replace("370212", "620000");
    for name in ["extremes", "alternatives"] {
        let ran = yibao(&[name, "--policies", dir], here.as_bytes());
        assert_eq!((ran.code, ran.out.contains(name)), (0, true), "{name}: {}", ran.out);
        assert!(yibao(&[name, "--policies", dir, "--lines"], GOOD.as_bytes()).out.contains("unknown_region"));
    }
}

/// 7.
#[test]
fn an_option_of_another_command_is_wrong_use() {
    let wrong: [&[&str]; 19] = [
        &["estimate", "--of", "paid"],
        &["alternatives", "--of", "paid"],
        &["curve", "--of", "paid"],
        &["estimate", "--expense", "e1"],
        &["extremes", "--pay-at-most", "1"],
        &["alternatives", "--up-to", "1"],
        &["extremes", "--of"],
        &["curve", "--expense"],
        &["curve", "--up-to", "1", "--up-to", "2"],
        &["extremes", "--of", "paid", "--of", "basic"],
        &["curve", "--up_to", "1"],
        &["Curve"],
        &["estimate", "--explain", "steps"],
        &["estimate", "--explain"],
        &["estimate", "--explain", "full", "--explain", "full"],
        &["curve", "--explain", "amounts"],
        &["curve", "--open", "370212/x/rate"],
        &["inverse", "--up-to", "1"],
        &["inverse", "--of", "paid", "--of", "paid"],
    ];
    for args in wrong {
        let ran = yibao(args, GOOD.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("yibao estimate"), "{args:?}: {}", ran.err);
    }
}

/// 6.
#[test]
fn text_that_is_no_utf_8_is_refused() {
    let id = |id: &[u8]| {
        let before = br#"{"region": "370212", "asked_on": "2025-06-09", "expenses": [{"id": ""#;
        let after = br#"", "service": "inpatient", "date": "2025-01-01", "total": "1"}]}"#;
        [&before[..], id, after].concat()
    };
    assert_eq!(yibao(&["estimate"], &id(b"a")).code, 0);
    assert_eq!(yibao(&["estimate"], &id("汉".as_bytes())).code, 0);
    for bytes in [&b"\xff"[..], b"\xc3", b"\xed\xa0\x80", b"a\x80b"] {
        let ran = yibao(&["estimate"], &id(bytes));
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        let problems = answer["problems"].as_array().map_or(0, Vec::len);
        assert_eq!((ran.code, problems, &answer["problems"][0]["path"]), (1, 1, &json!("")), "{bytes:?}");
    }
}

/// 6.
#[test]
fn too_long_a_text_is_refused() {
    let long = vec![b' '; 10 << 20];
    let ran = yibao(&["estimate"], &long);
    assert_eq!((ran.code, ran.out.contains("too_large")), (1, true));
    let mut lines = long.clone();
    lines.extend_from_slice(b"\n");
    lines.extend_from_slice(GOOD.as_bytes());
    let ran = yibao(&["estimate", "--lines"], &lines);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 2));
    assert!(ran.out.ends_with(&line(GOOD)));
}

/// 8.
#[test]
fn a_folder_of_policies_is_added() {
    let new = good_policy();
    let folder = folder("add");
    put(&folder, "620000-x/policy.json", &new);
    let changed =
        crate::support::shipped::files("policy.json").into_iter().find(|(name, _)| *name == "000000-china").unwrap().1;
    put(&folder, "000000-x/policy.json", format!("{changed}\n"));
    let folder = folder.to_str().unwrap();
    let there = yibao(&["estimate", "--add", folder], GOOD.replace("370212", "620000").as_bytes());
    assert_eq!((there.code, there.err.as_str()), (0, ""));
    let shipped = yibao(&["estimate", "--add", folder], GOOD.as_bytes());
    let hashes = |ran: &Ran| {
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        answer["policies"].as_array().unwrap().iter().map(|file| file["sha256"].clone()).collect::<Vec<_>>()
    };
    let before = hashes(&yibao(&["estimate"], GOOD.as_bytes()));
    let after = hashes(&shipped);
    assert_eq!(after[..2], before[..2], "Qingdao and Shandong stay");
    assert_ne!(after[2], before[2], "the added file took China's place");
    let both = yibao(&["estimate", "--add", folder, "--policies", folder], GOOD.as_bytes());
    assert_eq!(both.code, 2);
}

fn good_policy() -> String {
    include_str!("support/good-policy.json").to_owned()
}

/// 9.
#[test]
fn a_region_is_described() {
    let ran = yibao(&["describe", "370212"], b"");
    let described = yibao::api::describe("370212", catalogue());
    assert_eq!((ran.code, ran.out), (0, format!("{}\n", serde_json::to_string(&described).unwrap())));
    let unknown = yibao(&["describe", "999999"], b"");
    assert_eq!(unknown.code, 1);
    assert!(unknown.out.contains("unknown_region"));
    assert_eq!(yibao(&["describe", "370212", "--lines"], b"").code, 2);
    assert_eq!(yibao(&["describe"], b"").code, 2);
}

/// 10.
#[test]
fn a_mistake_is_told_with_its_line_the_near_name_and_in_both_languages() {
    let folder = folder("near");
    let text = include_str!("support/good-policy.json").replace(r#""cap": "cap""#, r#""cap": "cpa""#);
    let file = put(&folder, "110000-somewhere/policy.json", &text);
    let line = text.lines().position(|line| line.contains("\"cpa\"")).unwrap() + 1;
    for (lang, parts) in [
        ("en", [format!("line {line}, column"), "Did you mean cap?".into()]),
        ("zh", [format!("第{line}行"), "是不是“cap”？".into()]),
    ] {
        let ran = yibao(&["check", file.to_str().unwrap(), "--lang", lang], b"");
        assert_eq!(ran.code, 2);
        for part in parts.iter().map(String::as_str).chain(["/programmes/inpatient/benefit/4/cap"]) {
            assert!(ran.err.contains(part), "{part} is not in {}", ran.err);
        }
    }
    let zh = Command::new(env!("CARGO_BIN_EXE_yibao"))
        .args(["check", file.to_str().unwrap()])
        .env("LC_ALL", "zh_CN.UTF-8")
        .output();
    assert!(String::from_utf8(zh.unwrap().stderr).unwrap().contains("是不是"));
    assert_eq!(yibao(&["check", "--lang", "fr"], b"").code, 2);
}

/// 10.
#[test]
fn what_breaks_json_is_named_in_the_readers_language() {
    let folder = folder("commas");
    let good = include_str!("support/good-policy.json");
    let text = good.replacen(",\n", "，\n", 1);
    assert_ne!(text, good);
    let file = put(&folder, "620000-somewhere/policy.json", text);
    for (lang, part) in [("en", "found ， where JSON needs ,"), ("zh", "写的是 ，，要用英文的 ,")] {
        let ran = yibao(&["check", file.to_str().unwrap(), "--lang", lang], b"");
        assert!(ran.code == 2 && ran.err.contains(part), "{}", ran.err);
    }
}

/// 4.
#[test]
fn a_case_whose_request_is_refused_says_why() {
    let folder = folder("refused-case");
    put(&folder, "620000-somewhere/policy.json", include_str!("support/good-policy.json"));
    let mut request: Value = serde_json::from_str(&GOOD.replace("370212", "620000")).unwrap();
    request["asked_on"] = json!("soon");
    let case =
        json!({"title": {"zh": "例", "en": "A case"}, "request": request, "expect": {"totals": {"paid": "0.00"}}});
    put(&folder, "620000-somewhere/cases.json", json!({"cases": [case]}).to_string());
    let ran = yibao(&["cases", folder.to_str().unwrap()], b"");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("malformed_date") && !ran.out.contains("/totals"), "{}", ran.out);
}

/// 10.
#[test]
fn two_places_that_have_nothing_in_common_are_not_compared_in_silence() {
    let folder = folder("apart");
    let good = include_str!("support/good-policy.json");
    let one = put(&folder, "one/620000-somewhere/policy.json", good);
    let other = put(
        &folder,
        "other/630000-elsewhere/policy.json",
        good.replace("\"620000\"", "\"630000\"").replace("620101", "630101"),
    );
    let ran = yibao(&["diff", one.to_str().unwrap(), other.to_str().unwrap(), "--people", "10", "--lang", "en"], b"");
    assert!(ran.err.contains("no region in common"), "{}", ran.err);
    let ran = yibao(&["cohort", "370200", "--changed", one.to_str().unwrap(), "--people", "20", "--lang", "en"], b"");
    assert!(ran.code == 0 && ran.err.contains("changes no rule of 370200"), "{}", ran.err);
}

/// 10.
#[test]
fn two_files_for_one_region_are_both_named() {
    let folder = folder("twins");
    let good = include_str!("support/good-policy.json");
    let files = ["110000-one/policy.json", "110000-two/policy.json"].map(|path| put(&folder, path, good));
    let ran = yibao(&["check", folder.to_str().unwrap()], b"");
    assert_eq!(ran.code, 2);
    let lines: Vec<&str> =
        ran.err.lines().filter(|line| files.iter().all(|f| line.contains(f.to_str().unwrap()))).collect();
    assert_eq!(lines.len(), 2, "{}", ran.err);
}

/// 10.
#[test]
fn a_mark_is_skipped_and_other_encodings_are_named() {
    let folder = folder("encodings");
    let good = include_str!("support/good-policy.json");
    let utf_16 = good.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let check = |bytes: &[u8]| {
        put(&folder, "110000-somewhere/policy.json", bytes);
        yibao(&["check", folder.to_str().unwrap(), "--today", "2025-06-01"], b"")
    };
    assert_eq!(check(format!("\u{feff}{good}").as_bytes()).code, 0);
    let ran = check(&[b"\xFF\xFE".to_vec(), utf_16].concat());
    assert!(ran.code == 2 && ran.err.contains("UTF-16LE"), "{}", ran.err);
    let ran = check(b"{\"name\": \"\xB1\xB1\xBE\xA9\"}");
    assert!(ran.code == 2 && ran.err.contains("GBK"), "{}", ran.err);
}

/// 11.
#[test]
fn a_new_place_has_the_rules_but_no_number_of_another() {
    let folder = folder("new");
    let into = folder.to_str().unwrap();
    for (like, code) in [("370883", "370882"), ("130800", "130900"), ("370200", "370300"), ("370503", "370502")] {
        let ran = yibao(&["new", code, "新地方", "--en", "New place", "--like", like, "--into", into], b"");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let file = folder.join(format!("{code}-new-place"));
        let ran = yibao(&["check", file.to_str().unwrap()], b"");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{like}");
        assert!(ran.out.contains("is still that of another place"), "{}", ran.out);
        let text = read(&file.join("policy.json"));
        assert!(!text.contains("\"source\"") && text.contains("suggested"), "no number is published");
        assert_eq!(yibao(&["new", code, "新地方", "--en", "New place", "--like", like, "--into", into], b"").code, 2);
    }
    assert_eq!(yibao(&["new", "1", "x", "--like", "370883", "--into", into], b"").code, 2);
    assert_eq!(yibao(&["new", "370881", "x", "--like", "999999", "--into", into], b"").code, 2);
    assert_eq!(yibao(&["new", "370881", "x"], b"").code, 2);
}

/// 11.
#[test]
fn what_cases_leave_out_is_told() {
    let folder = folder("left-out");
    let shipped = |name: &str| {
        crate::support::shipped::files(name).into_iter().find(|(region, _)| region.starts_with("370503")).unwrap().1
    };
    put(&folder, "370503-hekou/policy.json", shipped("policy.json"));
    let mut cases: Value = serde_json::from_str(shipped("cases.json")).unwrap();
    let dir = folder.to_str().unwrap();
    let ran = |name: &str, cases: &Value| {
        put(&folder, "370503-hekou/cases.json", cases.to_string());
        let ran = yibao(&[name, dir, "--json"], b"");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        serde_json::from_str::<Value>(&ran.out).unwrap()
    };
    let reached =
        |covered: &Value| covered["numbers"].as_array().unwrap().iter().filter(|n| n["reached"] == true).count();
    let (all, whole) = (ran("coverage", &cases), ran("mutate", &cases));
    assert_eq!(reached(&all), all["numbers"].as_array().unwrap().len(), "{all}");
    cases["cases"].as_array_mut().unwrap().truncate(1);
    let (few, part) = (ran("coverage", &cases), ran("mutate", &cases));
    assert!(
        reached(&few) < reached(&all)
            && few["proposals"].as_array().unwrap().len() > all["proposals"].as_array().unwrap().len()
    );
    assert_eq!(whole["tried"], part["tried"]);
    assert!(part["noticed"].as_u64() < whole["noticed"].as_u64());
    let unnoticed = part["unnoticed"][0]["at"].as_str().unwrap();
    assert!(unnoticed.starts_with("/programmes/long-term-care/"), "{unnoticed}");
}

/// 11.
#[test]
fn a_preview_brings_the_rules_to_the_page() {
    let folder = folder("preview");
    let text = include_str!("support/good-policy.json");
    let file = put(&folder, "110000-somewhere/policy.json", text);
    let ran = yibao(&["preview", file.to_str().unwrap(), "--into", folder.to_str().unwrap()], b"");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.ends_with("index.html#region=620000&policy=policy-preview.js\n"), "{}", ran.out);
    let script = read(&folder.join("policy-preview.js"));
    let quoted = script
        .strip_prefix("(self.yibaoPolicies = self.yibaoPolicies || []).push(")
        .unwrap()
        .strip_suffix(");\n")
        .unwrap();
    assert!(script.is_ascii() && !script.contains('<'));
    assert_eq!(serde_json::from_str::<String>(quoted).unwrap(), text);
    put(&folder, "110000-somewhere/policy.json", "{}");
    assert_eq!(yibao(&["preview", file.to_str().unwrap(), "--into", folder.to_str().unwrap()], b"").code, 2);
}
