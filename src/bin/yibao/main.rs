//! The command line: the same answers as in the browser, for developers and for those who write policies.

mod shipped;

use serde::Serialize;
use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yibao::api::{Studied, alternatives, curve, estimate, extremes, wire::Answer};
use yibao::cases;
use yibao::policy::catalogue::Catalogue;

const USAGE: &str = "\
yibao estimate [--policies DIR] < request.json    one answer; exit 0 estimate, 1 failure
yibao estimate --lines [--policies DIR]           one request a line, one answer a line
yibao extremes [--of AMOUNT]                      when an amount (default: paid) is lowest and highest
yibao alternatives                                what would have to be different, what can be chosen
yibao curve [--expense ID] [--up-to YUAN] [--pay-at-most YUAN]
                                                  what the resident pays against the size of a bill
                                                  (all three: --lines and --policies DIR as above)
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
        [name @ ("estimate" | "extremes" | "alternatives" | "curve"), options @ ..] => run(name, options),
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

/// What is asked of a request.
struct Question<'a> {
    name: &'a str,
    lines: bool,
    policies: Option<&'a str>,
    /// Of `extremes`; without it, `paid`.
    of: Option<&'a str>,
    /// Of `curve`, by option.
    curve: Vec<(&'a str, &'a str)>,
}

impl<'a> Question<'a> {
    fn read(name: &'a str, options: &[&'a str]) -> Result<Self, Trouble> {
        let mut question = Question { name, lines: false, policies: None, of: None, curve: Vec::new() };
        let mut options = options.iter();
        while let Some(option) = options.next() {
            let mut value = || options.next().copied().ok_or_else(|| Trouble::Usage(format!("{option} needs a value")));
            match (name, *option) {
                (_, "--lines") => question.lines = true,
                (_, "--policies") if question.policies.is_none() => question.policies = Some(value()?),
                ("extremes", "--of") if question.of.is_none() => question.of = Some(value()?),
                ("curve", "--expense" | "--up-to" | "--pay-at-most") if !question.has(option) => {
                    question.curve.push((option, value()?));
                }
                (_, other) => return Err(Trouble::Usage(format!("unknown option {other}"))),
            }
        }
        Ok(question)
    }

    fn has(&self, option: &str) -> bool {
        self.curve.iter().any(|(known, _)| *known == option)
    }

    /// The answer as one line, and whether it is a failure. What is not UTF-8 is not JSON either, and is answered as such.
    fn answer(&self, text: &[u8], catalogue: &Catalogue) -> Result<(String, bool), Trouble> {
        let text = utf8(text.to_vec());
        let studied = match self.name {
            "extremes" => extremes(&text, &[], self.of.unwrap_or("paid"), catalogue),
            "alternatives" => alternatives(&text, &[], catalogue),
            "curve" => {
                let key = |option: &str| option.trim_start_matches('-').replace('-', "_");
                let members =
                    self.curve.iter().map(|(name, value)| format!("{}:{}", quoted(&key(name)), quoted(value)));
                let options = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
                curve(&text, &[], &options, catalogue)
            }
            _ => {
                let answer = estimate(&text, &[], catalogue);
                return Ok((line(&answer)?, matches!(answer, Answer::Failure(_))));
            }
        };
        Ok((line(&studied)?, matches!(studied, Studied::Failure(_))))
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn line(answer: &impl Serialize) -> Result<String, Trouble> {
    serde_json::to_string(answer).map_err(|error| Trouble::Output(error.into()))
}

fn run(name: &str, options: &[&str]) -> Result<ExitCode, Trouble> {
    let question = Question::read(name, options)?;
    let (catalogue, bad) = match question.policies {
        None => (shipped::catalogue(), false),
        Some(dir) => load(dir)?,
    };
    let code = if question.lines { each_line(&question, &catalogue)? } else { one(&question, &catalogue)? };
    // Good regions were answered all the same; the code says that some policies were bad.
    Ok(if bad { ExitCode::from(2) } else { code })
}

fn one(question: &Question, catalogue: &Catalogue) -> Result<ExitCode, Trouble> {
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text).map_err(|error| Trouble::Io("standard input".into(), error))?;
    let (answer, failed) = question.answer(&text, catalogue)?;
    print(&mut io::stdout().lock(), &answer)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn each_line(question: &Question, catalogue: &Catalogue) -> Result<ExitCode, Trouble> {
    // A line goes out as soon as it is answered: whoever asks may wait for it before asking again.
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| Trouble::Io("standard input".into(), error))?;
        print(&mut out, &question.answer(&line, catalogue)?.0)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print(out: &mut impl Write, answer: &str) -> Result<(), Trouble> {
    writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(Trouble::Output)
}

/// A text; of bytes that are none, one character that is no JSON and no command either.
fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|_| char::REPLACEMENT_CHARACTER.to_string())
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
