//! The command line: the same answers as in the browser, for developers and for those who write policies.

use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yibao::api::{estimate, wire::Answer};
use yibao::cases;
use yibao::policy::catalogue::Catalogue;

const USAGE: &str = "\
yibao estimate [--policies DIR] < request.json    one answer; exit 0 estimate, 1 failure
yibao estimate --lines [--policies DIR]           one request a line, one answer a line
yibao check [DIR]                                 every problem of the policies in DIR (default: policies)
yibao cases [DIR]                                 every worked case in DIR that does not hold
yibao texts                                       every text id that a page words itself
exit 2: wrong use or bad policies";

/// What went wrong before there was an answer.
enum Trouble {
    Usage(String),
    Io(PathBuf, io::Error),
    Output(io::Error),
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| utf8(arg.into_encoded_bytes())).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["estimate", options @ ..] => run_estimate(options),
        ["check", dir @ ..] if dir.len() < 2 => check(dir.first().copied().unwrap_or("policies")),
        ["cases", dir @ ..] if dir.len() < 2 => run_cases(dir.first().copied().unwrap_or("policies")),
        ["texts"] => {
            yibao::texts::all().iter().for_each(|id| println!("{id}"));
            Ok(ExitCode::SUCCESS)
        }
        ["--help" | "help"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(Trouble::Usage("unknown command".to_owned())),
    };
    done.unwrap_or_else(|trouble| {
        match trouble {
            Trouble::Usage(what) => eprintln!("yibao: {what}\n{USAGE}"),
            Trouble::Io(path, error) => eprintln!("yibao: {}: {error}", path.display()),
            // Whoever reads us has stopped reading: nobody is left to tell.
            Trouble::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Trouble::Output(error) => eprintln!("yibao: {error}"),
        }
        ExitCode::from(2)
    })
}

fn run_estimate(options: &[&str]) -> Result<ExitCode, Trouble> {
    let (mut lines, mut dir) = (false, None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (*option, dir) {
            ("--lines", _) => lines = true,
            ("--policies", None) => {
                dir = Some(*options.next().ok_or_else(|| Trouble::Usage("--policies needs DIR".into()))?)
            }
            (other, _) => return Err(Trouble::Usage(format!("unknown option {other}"))),
        }
    }
    let (catalogue, bad) = match dir {
        None => (Catalogue::built_in(), false),
        Some(dir) => load(dir)?,
    };
    let code = if lines { each_line(&catalogue)? } else { one(&catalogue)? };
    // Good regions were answered all the same; the code says that some policies were bad.
    Ok(if bad { ExitCode::from(2) } else { code })
}

fn one(catalogue: &Catalogue) -> Result<ExitCode, Trouble> {
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text).map_err(|error| Trouble::Io("standard input".into(), error))?;
    let answer = answer(&text, catalogue);
    print_answer(&mut io::stdout().lock(), &answer)?;
    Ok(if matches!(answer, Answer::Estimate(_)) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn each_line(catalogue: &Catalogue) -> Result<ExitCode, Trouble> {
    // A line goes out as soon as it is answered: whoever asks may wait for it before asking again.
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| Trouble::Io("standard input".into(), error))?;
        print_answer(&mut out, &answer(&line, catalogue))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A text; of bytes that are none, one character that is no JSON and no command either.
fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|_| char::REPLACEMENT_CHARACTER.to_string())
}

/// What is not UTF-8 is not JSON either, and is answered as such.
fn answer(text: &[u8], catalogue: &Catalogue) -> Answer {
    estimate(&utf8(text.to_vec()), &[], catalogue)
}

fn print_answer(out: &mut impl Write, answer: &Answer) -> Result<(), Trouble> {
    let text = serde_json::to_string(answer).map_err(|error| Trouble::Output(error.into()))?;
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(Trouble::Output)
}

/// The policies of a folder and whether any was bad; problems go to standard error.
fn load(dir: &str) -> Result<(Catalogue, bool), Trouble> {
    let files = texts(dir, "policy.json")?;
    let mut catalogue = Catalogue::default();
    let contents: Vec<&str> = files.iter().map(|(_, text)| text.as_str()).collect();
    let mut bad = false;
    for ((path, _), report) in files.iter().zip(catalogue.add(&contents)) {
        for problem in &report.problems {
            bad = true;
            eprintln!("{}: {}: {} {}", path.display(), shown(&problem.path), problem.message, problem.help);
        }
    }
    Ok((catalogue, bad))
}

fn shown(pointer: &str) -> &str {
    if pointer.is_empty() { "(whole file)" } else { pointer }
}

fn check(dir: &str) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = load(dir)?;
    if bad {
        return Ok(ExitCode::from(2));
    }
    let count = catalogue.regions().len();
    println!("yibao check: {count} regions, no problems");
    Ok(ExitCode::SUCCESS)
}

fn run_cases(dir: &str) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = load(dir)?;
    let (mut held, mut failed) = (0u32, 0u32);
    for (path, text) in texts(dir, "cases.json")? {
        let cases = cases::read(&text).map_err(|what| Trouble::Io(path.clone(), io::Error::other(what)))?;
        for case in cases {
            let differences = cases::differences(&case, &catalogue);
            if differences.is_empty() {
                held = held.saturating_add(1);
                continue;
            }
            failed = failed.saturating_add(1);
            println!("{}: {}", path.display(), case.title);
            differences.iter().for_each(|difference| println!("    {difference}"));
        }
    }
    println!("yibao cases: {held} hold, {failed} do not");
    Ok(match (bad, failed) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::FAILURE,
    })
}

/// Every file of this name in the folders of a folder, or in it.
#[allow(clippy::disallowed_methods, reason = "the command line reads the files that the core must not")]
fn texts(dir: &str, name: &str) -> Result<Vec<(PathBuf, String)>, Trouble> {
    let root = Path::new(dir);
    let trouble = |path: &Path| {
        let path = path.to_owned();
        move |error| Trouble::Io(path, error)
    };
    let mut paths = vec![root.join(name)];
    for entry in fs::read_dir(root).map_err(trouble(root))? {
        paths.push(entry.map_err(trouble(root))?.path().join(name));
    }
    paths.retain(|path| path.is_file());
    paths.sort();
    if paths.is_empty() {
        return Err(Trouble::Usage(format!("no {name} in {dir}")));
    }
    paths.into_iter().map(|path| fs::read(&path).map_err(trouble(&path)).map(|bytes| (path, utf8(bytes)))).collect()
}
