//! Texts as editors save them, and output that nobody reads to the end.
//!
//! 1. One byte order mark before a request, a line or a policy file is skipped.
//! 2. GBK and UTF-16 are named, with the way to save as UTF-8.
//! 3. Every command says how it is used when asked for help.
//! 4. Who stops reading is told nothing, and nothing breaks.
#![allow(clippy::disallowed_methods, reason = "the command line works with files")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const REQUEST: &str = r#"{"region": "370212", "asked_on": "2025-06-09", "expenses": [{"id": "门诊", "service": "inpatient", "date": "2025-05-01", "total": "1000"}]}"#;
const MARK: &[u8] = b"\xef\xbb\xbf";
/// 门诊 as GBK writes it.
const GBK_WORD: &[u8] = b"\xc3\xc5\xd5\xef";

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yibao"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn yibao(args: &[&str], input: &[u8]) -> Output {
    let mut child = program(args).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    let writing = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

fn marked(text: &[u8]) -> Vec<u8> {
    [MARK, text].concat()
}

/// The request with the word of its id in other bytes.
fn with_word(word: &[u8]) -> Vec<u8> {
    let (before, after) = REQUEST.split_once("门诊").unwrap();
    [before.as_bytes(), word, after.as_bytes()].concat()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// 1.
#[test]
fn one_mark_is_skipped() {
    let plain = yibao(&["estimate"], REQUEST.as_bytes());
    assert_eq!(plain.status.code(), Some(0));
    let ran = yibao(&["estimate"], &marked(REQUEST.as_bytes()));
    assert_eq!((ran.status.code(), &ran.stdout), (Some(0), &plain.stdout));
    let twice = yibao(&["estimate"], &marked(&marked(REQUEST.as_bytes())));
    assert_eq!(twice.status.code(), Some(1));
    let lines = [marked(REQUEST.as_bytes()), REQUEST.into(), marked(REQUEST.as_bytes())].join(&b'\n');
    let ran = yibao(&["estimate", "--lines"], &lines);
    assert_eq!(ran.stdout, plain.stdout.repeat(3));
    for name in ["extremes", "alternatives", "curve"] {
        assert_eq!(yibao(&[name], &marked(REQUEST.as_bytes())).stdout, yibao(&[name], REQUEST.as_bytes()).stdout);
    }
}

/// 1.
#[test]
fn one_mark_of_a_policy_file_is_skipped() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("encodings-marked");
    for name in ["000000-china", "370000-shandong"] {
        let text = fs::read(Path::new("policies").join(name).join("policy.json")).unwrap();
        fs::create_dir_all(folder.join(name)).unwrap();
        fs::write(folder.join(name).join("policy.json"), marked(&text)).unwrap();
    }
    let request = REQUEST.replace("370212", "370000");
    let ran = yibao(&["estimate", "--policies", folder.to_str().unwrap()], request.as_bytes());
    assert_eq!((ran.status.code(), &*ran.stderr), (Some(0), &b""[..]));
}

/// 2.
fn names(answer: &[u8], encoding: &str) {
    let answer: Value = serde_json::from_slice(answer).unwrap();
    let problem = &answer["problems"][0];
    assert_eq!((&problem["code"], &problem["path"]), (&"not_utf8".into(), &"".into()), "{answer}");
    assert_eq!(problem["args"]["encoding"], encoding, "{answer}");
    assert!(problem["help"].as_str().unwrap().contains("UTF-8"), "{answer}");
}

#[test]
fn another_encoding_is_named() {
    let texts = [
        (with_word(GBK_WORD), "GBK"),
        (utf16(REQUEST, u16::to_le_bytes), "UTF-16"),
        (utf16(REQUEST, u16::to_be_bytes), "UTF-16"),
        (utf16(REQUEST, u16::to_le_bytes)[2..].to_vec(), "UTF-16"),
    ];
    for (text, encoding) in &texts {
        let ran = yibao(&["estimate"], text);
        assert_eq!(ran.status.code(), Some(1));
        names(&ran.stdout, encoding);
    }
    // By line: the others are answered.
    let lines = [with_word(GBK_WORD), REQUEST.into()].join(&b'\n');
    let ran = yibao(&["estimate", "--lines"], &lines);
    let answers: Vec<&[u8]> = ran.stdout.split(|byte| *byte == b'\n').collect();
    names(answers[0], "GBK");
    assert!(answers[1].starts_with(br#"{"outcome":"estimate""#));
}

/// 3.
#[test]
fn every_command_helps() {
    for name in [
        "estimate",
        "extremes",
        "alternatives",
        "curve",
        "inverse",
        "describe",
        "check",
        "cases",
        "coverage",
        "mutate",
        "diff",
        "new",
        "schema",
        "facts",
        "texts",
    ] {
        for args in [&[name, "--help"][..], &[name, "-h"]] {
            let ran = yibao(args, b"");
            assert_eq!((ran.status.code(), &*ran.stderr), (Some(0), &b""[..]), "{args:?}");
            assert!(String::from_utf8(ran.stdout).unwrap().contains("yibao estimate"), "{args:?}");
        }
    }
}

/// 4.
#[test]
fn who_stops_reading_is_told_nothing() {
    let commands: [&[&str]; 8] = [
        &["texts"],
        &["describe", "370212"],
        &["help"],
        &["estimate", "--lines"],
        &["check", "policies/370503-hekou"],
        &["cases", "policies/370503-hekou"],
        &["schema"],
        &["facts"],
    ];
    for args in commands {
        let mut child = program(args).spawn().unwrap();
        drop(child.stdout.take());
        let (mut stdin, line) = (child.stdin.take().unwrap(), format!("{REQUEST}\n"));
        let writing = std::thread::spawn(move || drop(stdin.write_all(line.as_bytes())));
        let ran = child.wait_with_output().unwrap();
        writing.join().unwrap();
        assert_eq!(String::from_utf8(ran.stderr).unwrap(), "", "{args:?}");
        assert!(ran.status.code().is_some(), "{args:?} was ended by a signal");
    }
}
