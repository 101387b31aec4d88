//! The core's invariants, looked for in its own text: a second guard beside the lints of clippy.toml and Cargo.toml.
//! The test that the guard bites stands beside each.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "reads the sources")]

use std::fs;
use std::path::{Path, PathBuf};

/// What the core may not name: floats, clock, files, environment, network, randomness, locale.
const FORBIDDEN: &[&str] = &[
    "f32",
    "f64",
    "std::time",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
    "SystemTime",
    "Instant",
    "HashMap",
    "HashSet",
    "rand::",
    "unsafe ",
];

/// The interfaces, which may name what the core may not.
const INTERFACES: &[&str] = &["src/bin", "src/wasm.rs"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let nested = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    nested.filter(|path| path.extension().is_some_and(|kind| kind == "rs")).collect()
}

/// The code of a file without its comments and its own tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn offences(text: &str) -> Vec<&'static str> {
    let code = code(text);
    let is_word = |at: usize, word: &str| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !joins(before) && (word.ends_with([':', ' ']) || !joins(after))
    };
    FORBIDDEN.iter().copied().filter(|word| code.match_indices(word).any(|(at, _)| is_word(at, word))).collect()
}

#[test]
fn the_core_names_nothing_that_an_estimate_may_not_depend_on() {
    let files = sources(Path::new("src"));
    assert!(files.len() > 30);
    for path in files {
        if INTERFACES.iter().any(|interface| path.starts_with(interface)) {
            continue;
        }
        assert_eq!(offences(&fs::read_to_string(&path).unwrap()), [] as [&str; 0], "{}", path.display());
    }
}

#[test]
fn the_guard_bites() {
    assert_eq!(offences("let x: f64 = 0.5;"), ["f64"]);
    assert_eq!(offences("use std::time::Instant;"), ["std::time", "Instant"]);
    assert_eq!(offences("// f64 in a comment\nlet f64ish = 1;"), [] as [&str; 0]);
}

/// The resident's border, and what the officer's desk has beside it.
const BORDERS: [&str; 2] = ["src/wasm.rs", "src/wasm_desk.rs"];

#[test]
fn only_the_border_knows_javascript() {
    for path in sources(Path::new("src")) {
        let text = code(&fs::read_to_string(&path).unwrap());
        let knows = ["wasm_bindgen", "js_sys", "serde_wasm_bindgen"].iter().any(|word| text.contains(word));
        let is_border = BORDERS.iter().any(|border| path.ends_with(border));
        assert_eq!(knows, is_border, "{}", path.display());
    }
}

/// A panic poisons a class instance for ever: the border has free functions only.
#[test]
fn the_border_has_free_functions_only() {
    let border = code(&fs::read_to_string("src/wasm.rs").unwrap());
    assert!(border.contains("#[wasm_bindgen]\npub fn estimate"));
    assert!(!border.contains("\nimpl") && !border.contains("pub struct"));
}

/// A file that `tests/native.rs` does not name would never run.
#[test]
fn every_file_of_tests_is_run() {
    let native = fs::read_to_string("tests/native.rs").unwrap();
    for file in fs::read_dir("tests").unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let is_test =
            file.extension().is_some_and(|ending| ending == "rs") && !["native", "web"].contains(&name.as_str());
        assert!(!is_test || native.contains(&format!("\nmod {name};\n")), "{name} is not in tests/native.rs");
    }
}

/// The lints that hold the invariants are still switched on.
#[test]
fn the_lints_are_denied() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    for lint in [
        "unwrap_used",
        "expect_used",
        "panic",
        "indexing_slicing",
        "arithmetic_side_effects",
        "float_arithmetic",
        "disallowed_types",
        "disallowed_methods",
    ] {
        assert!(manifest.contains(&format!("{lint} = \"deny\"")), "{lint}");
    }
    let types = fs::read_to_string("clippy.toml").unwrap();
    assert!(types.contains("\"f64\"") && types.contains("\"f32\""));
}

/// `rust_decimal`'s serde support would read floats; feature unification could switch it on unseen.
#[test]
fn decimals_are_never_read_by_serde() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let line = manifest.lines().find(|line| line.starts_with("rust_decimal")).unwrap();
    assert!(line.contains("default-features = false") && !line.contains("serde"), "{line}");
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    let package = lock.split("[[package]]").find(|package| package.contains("name = \"rust_decimal\"")).unwrap();
    assert!(!package.contains("\"serde"), "{package}");
}
