//! No text stops the core: the targets of a fuzzer, on the stable compiler, from the committed files.
//!
//! 1. The text of a request, of a policy, of the vocabulary, of a sheet and of settlement records, and a workbook's bytes,
//!    damaged at random: no panic, and what is refused is refused with a reason.
//! 2. No text takes long: the slowest one is told, and stays within a bound that no honest text comes near.
//!
//! `YIBAO_FUZZ_SECONDS` looks longer, `YIBAO_SEED` elsewhere. The targets are those of `cargo fuzz` (fuzz/). What stopped
//! one of them once is a file of tests/fuzz/<target>/ for good, and is tried as it is first.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stderr,
    reason = "a fuzzer reads its corpus, looks at the clock and tells its figures"
)]

#[path = "../fuzz/src/targets.rs"]
mod targets;

use crate::support::tape::Tape;
use crate::support::{catalogue, setting};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use targets::{Parts, SHEET, unpacked};
use yibao::officer::sheet::{Files, export};

/// No text may take this long. Honest ones take a thousandth of it; a debug build on a busy machine is slow.
const TOO_LONG: Duration = Duration::from_secs(60);

/// Its name, what takes a text, and texts to begin with.
type Target = (&'static str, fn(&str), fn() -> Vec<String>);

const TARGETS: [Target; 6] = [
    ("request", |text| targets::request(text, catalogue()), requests),
    ("policy", targets::policy, || texts("policies", "policy.json")),
    ("vocabulary", targets::vocabulary, || vec![fs::read_to_string("policies/vocabulary.json").unwrap()]),
    ("cells", |text| targets::cells(text, &PARTS, &FILES), sheets),
    ("setlinfo", records_as_both, records),
    ("workbook", |text| targets::workbook(&bytes_of(text), &FILES), || vec![text_of(&WORKBOOK)]),
];

static FILES: LazyLock<Files> = LazyLock::new(|| {
    let file = |name: &str| fs::read_to_string(format!("policies/370883-zoucheng/{name}")).unwrap();
    Files { policy: file("policy.json"), cases: file("cases.json") }
});
static WORKBOOK: LazyLock<Vec<u8>> = LazyLock::new(|| export(&FILES).unwrap());
static PARTS: LazyLock<Parts> = LazyLock::new(|| unpacked(&WORKBOOK));

fn sheets() -> Vec<String> {
    PARTS.iter().filter(|(name, _)| name.starts_with(&SHEET[..SHEET.len() - 5])).map(|(_, text)| text.clone()).collect()
}

/// Bytes as a text that damage cannot make unreadable: each is the character of its number.
fn text_of(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

fn bytes_of(text: &str) -> Vec<u8> {
    text.chars().map(|c| u32::from(c).to_le_bytes()[0]).collect()
}

/// In the encoding of Unicode, and as bytes that are mostly not in it, so that they are read as GBK.
fn records_as_both(text: &str) {
    targets::setlinfo(text.as_bytes());
    targets::setlinfo(&bytes_of(text));
}

/// What the two readers of records are compared on.
fn records() -> Vec<String> {
    let cases: Value = serde_json::from_str(include_str!("support/settlement-records.json")).unwrap();
    cases.as_array().unwrap().iter().map(|case| case["text"].as_str().unwrap().to_owned()).collect()
}

/// The requests of the worked cases.
fn requests() -> Vec<String> {
    let files = texts("policies", "cases.json");
    let cases =
        files.iter().flat_map(|text| serde_json::from_str::<Value>(text).unwrap()["cases"].as_array().unwrap().clone());
    cases.map(|case| case["request"].to_string()).collect()
}

fn texts(folder: &str, name: &str) -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().join(name)).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn texts_in(folder: &str) -> Vec<String> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()).collect()
}

/// What the damage is made of: what texts of this kind are full of, and what no honest text holds.
const PIECES: [&str; 32] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "-",
    "0",
    "1e999",
    "99999999999999999999",
    "\"0.005\"",
    "\"-1\"",
    "\"2024-02-29\"",
    "\"9999-12-31\"",
    "\"0000-00-00\"",
    "\\u0000",
    "\\ud800",
    "\u{202e}",
    "\u{feff}",
    "\u{200b}",
    "é",
    "\"999999999999999.99\"",
    "\"\"",
    "{\"by_reading\":\"base\"}",
    "\"000000/out-of-area/points\"",
    "\"__proto__\"",
    "/",
    "~1",
    "\n",
];

/// One to four kinds of damage, one after another.
fn damaged(corpus: &[String], tape: &mut Tape) -> String {
    let mut text: Vec<char> = pick(corpus, tape).chars().collect();
    for _ in 0..=tape.below(4) {
        damage(&mut text, corpus, tape);
    }
    text.into_iter().collect()
}

fn damage(text: &mut Vec<char>, corpus: &[String], tape: &mut Tape) {
    let (from, to) = stretch(text.len(), tape);
    let part: Vec<char> = text[from..to].to_vec();
    match tape.below(6) {
        0 => drop(text.drain(from..to)),
        1 => drop(text.splice(from..to, PIECES[tape.below(PIECES.len())].chars())),
        2 => drop(text.splice(from..from, part.repeat(1 + tape.below(3)))),
        3 => drop(text.splice(from..to, foreign(corpus, tape))),
        4 => text.truncate(from),
        _ => text.iter_mut().skip(from).take(1).for_each(|c| *c = char::from_digit(1, 10).unwrap()),
    }
}

/// Mostly a short stretch of the text, sometimes a long one.
fn stretch(length: usize, tape: &mut Tape) -> (usize, usize) {
    let from = tape.below(length + 1);
    let longest = [1, 8, 64, length][tape.below(4)];
    (from, (from + tape.below(longest + 1)).min(length))
}

fn foreign(corpus: &[String], tape: &mut Tape) -> Vec<char> {
    let other: Vec<char> = pick(corpus, tape).chars().collect();
    let (from, to) = stretch(other.len(), tape);
    other[from..to].to_vec()
}

fn pick<'a>(corpus: &'a [String], tape: &mut Tape) -> &'a str {
    &corpus[tape.below(corpus.len())]
}

/// 1. 2.
#[test]
fn no_text_stops_the_core() {
    let seconds: u64 = setting("YIBAO_FUZZ_SECONDS", 10);
    let time = Duration::from_secs(seconds) / TARGETS.len() as u32;
    for target in TARGETS {
        let once = texts_in(&format!("tests/fuzz/{}", target.0));
        for text in &once {
            tried(target, text);
        }
        search(target, &[target.2(), once].concat(), time);
    }
}

fn search(target: Target, corpus: &[String], time: Duration) {
    assert!(!corpus.is_empty());
    let mut tape = Tape::Seeded(setting("YIBAO_SEED", 15));
    let (begun, mut count, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while begun.elapsed() < time {
        slowest = slowest.max(tried(target, &damaged(corpus, &mut tape)));
        count += 1;
    }
    eprintln!("{}: {count} texts from {} of the corpus, the slowest took {slowest:?}", target.0, corpus.len());
}

/// How long it took.
fn tried((name, target, _): Target, text: &str) -> Duration {
    let before = Instant::now();
    target(text);
    assert!(before.elapsed() < TOO_LONG, "{name}: too long: {text}");
    before.elapsed()
}
