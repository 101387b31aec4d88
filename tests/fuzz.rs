//! No text stops the core: the targets of a fuzzer, on the stable compiler, from the committed files.
//!
//! 1. The text of a request, of a policy and of the vocabulary, damaged at random: no panic, and what is refused is
//!    refused with a reason.
//! 2. No text takes long: the slowest one is told, and stays within a bound that no honest text comes near.
//!
//! `YIBAO_FUZZ_SECONDS` looks longer, `YIBAO_SEED` elsewhere. What stopped it once is a text of tests/fuzz/ for good.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stderr,
    reason = "a fuzzer reads its corpus, looks at the clock and tells its figures"
)]

use crate::support::tape::Tape;
use crate::support::{catalogue, setting};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use yibao::api::estimate;
use yibao::api::wire::Answer;
use yibao::policy::catalogue::Catalogue;

/// No text may take this long. Honest ones take a thousandth of it; a debug build on a busy machine is slow.
const TOO_LONG: Duration = Duration::from_secs(60);

/// Takes one text; what it does with it does not matter, only that it comes back and refuses nothing in silence.
type Target = (&'static str, fn(&str), fn() -> Vec<String>);

const TARGETS: [Target; 3] = [
    ("request", ask, requests),
    ("policy", add, || texts("policies", "policy.json")),
    ("vocabulary", read_vocabulary, || vec![fs::read_to_string("policies/vocabulary.json").unwrap()]),
];

fn ask(text: &str) {
    if let Answer::Failure(failure) = estimate(text, &[], catalogue()) {
        assert!(!failure.problems.is_empty(), "refused without a reason: {text}");
    }
}

fn add(text: &str) {
    let mut catalogue = Catalogue::default();
    let reports = catalogue.add(&[text]);
    assert_eq!(reports.len(), 1, "one text, one report: {text}");
}

fn read_vocabulary(text: &str) {
    if let Err(problems) = yibao::vocabulary::read(text) {
        assert!(!problems.is_empty(), "refused without a reason: {text}");
    }
}

/// The requests of the worked cases.
fn requests() -> Vec<String> {
    let files = texts("policies", "cases.json");
    let cases =
        files.iter().flat_map(|text| serde_json::from_str::<Value>(text).unwrap()["cases"].as_array().unwrap().clone());
    cases.map(|case| case["request"].to_string()).chain(texts_in("tests/fuzz/request")).collect()
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
    let seconds: u64 = setting("YIBAO_FUZZ_SECONDS", 9);
    for (name, target, corpus) in TARGETS {
        let (corpus, mut tape) = (corpus(), Tape::Seeded(setting("YIBAO_SEED", 15)));
        assert!(!corpus.is_empty());
        let (begun, mut tried, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
        while begun.elapsed() < Duration::from_secs(seconds) / 3 {
            let text = damaged(&corpus, &mut tape);
            let before = Instant::now();
            target(&text);
            slowest = slowest.max(before.elapsed());
            assert!(before.elapsed() < TOO_LONG, "{name}: too long: {text}");
            tried += 1;
        }
        eprintln!("{name}: {tried} texts from {} of the corpus, the slowest took {slowest:?}", corpus.len());
    }
}
