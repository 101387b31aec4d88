//! The command line: the same answers as in the browser, for developers and for those who write policies.

mod ask;
mod compare;
mod files;
mod officer;
mod options;
mod policies;
mod sheet;
mod shipped;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use options::Options;
use yibao::officer::notice::Lang;

const USAGE: &str = "\
yibao estimate < request.json     one answer; exit 0 estimate, 1 failure
yibao estimate --lines            one request a line, one answer a line
yibao estimate --explain amounts  the amounts alone: no working, no questions
yibao extremes [--of AMOUNT]      when an amount (default: paid) is lowest and highest
yibao alternatives                what would have to be different, what can be chosen
yibao curve [--expense ID] [--up-to YUAN] [--pay-at-most YUAN]
                                  what the resident pays against the size of a bill
yibao inverse --expense ID --of AMOUNT --amount YUAN
                                  which bill of the expense leads to the amount
yibao inverse --open VALUE --of AMOUNT --amount YUAN
                                  which value of an unpublished value leads to it
    for all of these:
    --lines                       as above
    --policies DIR                only the policies in DIR
    --add DIR                     the policies in DIR beside the shipped ones, or in place of them
yibao describe CODE [--policies DIR | --add DIR]
                                  a region laid out: facts, programmes, values, readings, sources, words
yibao check [PATH] [--today DAY] [--json]
                                  every problem and warning of a policy, or of a folder of them (default: policies)
yibao cases [PATH]                every worked case that does not hold
yibao coverage [PATH] [--json]    what the worked cases reach, and cases that would reach the rest
yibao mutate [PATH] [--json]      what could be mistyped without a case noticing
yibao diff OLD NEW [--people N] [--seed N] [--today DAY] [--json]
                                  who gains, who loses, by how much and why
yibao sheet POLICY --out FILE.xlsx
                                  the values, sources and cases of a policy as a workbook
yibao sheet POLICY --from FILE.xlsx [--out NEW]
                                  what was changed in the workbook, into the policy, or into a new file or folder
yibao schema                      the JSON Schema of a policy file
yibao facts                       what each fact, option and kind of care means, as a page
yibao new CODE NAME --like CODE [--en NAME] [--into DIR]
                                  a new place with the rules, not the numbers, of another
yibao texts                       every text id that a page words itself
yibao preview PATH [--into DIST]  a script for the built page in DIST (default: dist), which shows it with these rules
    for all: --lang zh|en         the language of messages (otherwise LANG)
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
    options::language(&args).and_then(|(lang, args)| run(&args, lang)).unwrap_or_else(|trouble| {
        match trouble {
            Trouble::Usage(what) => eprintln!("yibao: {what}\n{USAGE}"),
            Trouble::Io(path, error) => eprintln!("yibao: {}: {error}", path.display()),
            // Whoever reads the output has stopped reading: nobody is left to tell.
            Trouble::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Trouble::Output(error) => eprintln!("yibao: {error}"),
        }
        ExitCode::from(2)
    })
}

fn run(args: &[&str], lang: Lang) -> Result<ExitCode, Trouble> {
    if args.iter().any(|arg| ["--help", "-h"].contains(arg)) {
        return ask::print(&mut io::stdout().lock(), USAGE).map(|()| ExitCode::SUCCESS);
    }
    match args {
        [name @ ("estimate" | "extremes" | "alternatives" | "curve" | "inverse"), options @ ..] => {
            ask::ask(name, options, lang)
        }
        ["describe", code, options @ ..] => ask::describe(code, options, lang),
        ["check", rest @ ..] => officer::check(&Options::read(rest, &["--today", "--json"], 1, lang)?),
        ["cases", rest @ ..] => officer::run_cases(&Options::read(rest, &[], 1, lang)?),
        ["coverage", rest @ ..] => officer::show_coverage(&Options::read(rest, &["--json"], 1, lang)?),
        ["mutate", rest @ ..] => officer::show_mutations(&Options::read(rest, &["--json"], 1, lang)?),
        ["diff", rest @ ..] => {
            compare::show_diff(&Options::read(rest, &["--people", "--seed", "--today", "--json"], 2, lang)?)
        }
        ["preview", rest @ ..] => officer::preview(&Options::read(rest, &["--into"], 1, lang)?),
        ["sheet", rest @ ..] => sheet::sheet(&Options::read(rest, &["--out", "--from"], 1, lang)?),
        ["schema"] => officer::page(&format!("{:#}", yibao::officer::schema::schema())),
        ["facts"] => officer::page(&yibao::officer::facts::page()),
        ["new", rest @ ..] => officer::new(&Options::read(rest, &["--like", "--en", "--into"], 2, lang)?),
        ["texts"] => {
            ask::print(&mut io::stdout().lock(), &yibao::api::texts::all().join("\n")).map(|()| ExitCode::SUCCESS)
        }
        ["help"] => ask::print(&mut io::stdout().lock(), USAGE).map(|()| ExitCode::SUCCESS),
        _ => Err(Trouble::Usage("unknown command".to_owned())),
    }
}

/// A text; of bytes that are none, one character that is no JSON and no command either.
fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        // The letters of UTF-16 have an empty byte each; the core tells the two apart by these characters.
        let is_wide = error.as_bytes().contains(&0);
        (if is_wide { '\0' } else { char::REPLACEMENT_CHARACTER }).to_string()
    })
}
