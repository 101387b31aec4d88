//! The tutorial, from nothing: its commands are run in an empty folder in their order, its files are written as they stand.
//!
//! 1. Every command succeeds, and what the tutorial says of the outputs is in them.
//! 2. The Chinese and the English tutorial have the same commands, files and outputs.
#![cfg(all(unix, not(target_arch = "wasm32")))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ENGLISH: &str = include_str!("../docs/tutorial.md");
const CHINESE: &str = include_str!("../docs/tutorial.zh.md");

/// A fenced block: what stands beside the fence, and the text.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let inner = text.split("```").skip(1).step_by(2);
    inner.map(|block| block.split_once('\n').unwrap()).collect()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tutorial");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a line writes, on both outputs.
fn run(line: &str, folder: &Path) -> String {
    let programs = Path::new(env!("CARGO_BIN_EXE_yibao")).parent().unwrap();
    let path = format!("{}:/usr/local/bin:/usr/bin:/bin", programs.display());
    let ran = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let text = [ran.stdout, ran.stderr].concat();
    let text = String::from_utf8(text).unwrap();
    assert!(ran.status.success(), "{line}\n{text}");
    text
}

/// 1.
#[test]
fn the_tutorial_works_from_nothing() {
    let folder = folder();
    let mut told = String::new();
    let mut commands = 0;
    for (kind, text) in blocks(ENGLISH) {
        match kind.split_once(' ') {
            Some(("json", path)) => fs::write(folder.join(path), text).unwrap(),
            None if kind == "sh" => {
                told = text.lines().map(|line| run(line, &folder)).collect();
                commands += text.lines().count();
            }
            None if kind == "text" => {
                for line in text.lines() {
                    assert!(told.contains(line), "{line} is not in\n{told}");
                }
            }
            _ => panic!("{kind} is no kind of block"),
        }
    }
    assert!(commands >= 10, "{commands}");
}

/// 2.
#[test]
fn both_languages_have_the_same_commands_and_files() {
    assert_eq!(blocks(ENGLISH), blocks(CHINESE));
}
