//! Builds every mutant that cargo-mutants lists into one program, each behind a switch: a mutant then costs one run of the
//! tests, and no build. `scripts/mutants.mjs` calls it and says how.
//!
//! ```text
//! yibao-switches LIST.json DROPPED.json FOLDER
//! ```
//!
//! Reads the list of `cargo mutants --list --json`, leaves out the numbers in the second file, and rewrites the files in the
//! folder. Prints the numbers that have a switch now. What has none cannot be decided while a program runs.
#![allow(clippy::disallowed_methods, reason = "it rewrites files")]

mod rewrite;

use proc_macro2::LineColumn;
use rewrite::Rewrite;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};
use syn::visit_mut::VisitMut;

/// One change, by its number in the list.
pub struct Mutant {
    number: usize,
    genre: String,
    replacement: String,
    start: LineColumn,
}

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [list, dropped, folder] = args.as_slice() else { return Err("LIST.json DROPPED.json FOLDER".into()) };
    let dropped: BTreeSet<usize> = serde_json::from_str(&fs::read_to_string(dropped)?)?;
    let mut switched = Vec::new();
    for (file, mutants) in by_file(&serde_json::from_str::<Vec<Value>>(&fs::read_to_string(list)?)?, &dropped)? {
        let path = format!("{folder}/{file}");
        let mut tree = syn::parse_file(&fs::read_to_string(&path)?)?;
        let mut rewrite = Rewrite::of(mutants);
        rewrite.visit_file_mut(&mut tree);
        fs::write(&path, prettyplease::unparse(&tree))?;
        switched.extend(rewrite.switched);
    }
    println!("{}", serde_json::to_string(&switched)?);
    Ok(())
}

fn by_file(list: &[Value], dropped: &BTreeSet<usize>) -> Result<BTreeMap<String, Vec<Mutant>>, Failed> {
    let mut files: BTreeMap<String, Vec<Mutant>> = BTreeMap::new();
    for (number, entry) in list.iter().enumerate().filter(|(number, _)| !dropped.contains(number)) {
        let file = entry["file"].as_str().ok_or("a mutant without a file")?;
        files.entry(file.to_owned()).or_default().push(mutant(number, entry).ok_or("a mutant of another form")?);
    }
    Ok(files)
}

/// Lines and columns of cargo-mutants begin at 1, columns of the parser at 0.
fn mutant(number: usize, entry: &Value) -> Option<Mutant> {
    let start = &entry["span"]["start"];
    let count = |name: &str| usize::try_from(start[name].as_u64()?).ok();
    Some(Mutant {
        number,
        genre: entry["genre"].as_str()?.to_owned(),
        replacement: entry["replacement"].as_str()?.to_owned(),
        start: LineColumn { line: count("line")?, column: count("column")?.checked_sub(1)? },
    })
}
