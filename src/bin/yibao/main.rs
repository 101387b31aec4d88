//! The command line: the same answers as in the browser, for developers and for those who write policies.
#![cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "built there beside the tests in browsers, never run"))]

mod ask;
mod batch;
#[cfg(not(target_arch = "wasm32"))]
mod cohort;
mod compare;
mod files;
mod given;
mod officer;
mod options;
mod policies;
#[cfg(not(target_arch = "wasm32"))]
mod sheet;
mod shipped;
mod usage;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use options::Options;
use usage::usage;
use yibao::officer::notice::Lang;
use yibao::policy::read::is_code;
use yibao::words::Words;

/// What went wrong before there was an answer.
enum Trouble {
    Usage(Words),
    /// What was asked for is not done; how the command is called was right.
    Refusal(Words),
    Io(PathBuf, io::Error),
    Output(io::Error),
}

/// Wrong use, said in both languages.
fn misuse(zh: impl Into<String>, en: impl Into<String>) -> Trouble {
    Trouble::Usage(Words { zh: zh.into(), en: en.into() })
}

fn refusal(zh: impl Into<String>, en: impl Into<String>) -> Trouble {
    Trouble::Refusal(Words { zh: zh.into(), en: en.into() })
}

fn unknown_option(name: &str) -> Trouble {
    misuse(format!("没有 {name} 这个选项"), format!("unknown option {name}"))
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| utf8(arg.into_encoded_bytes())).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    options::language(&args).and_then(|(lang, args)| run(&args, lang)).unwrap_or_else(|trouble| {
        match trouble {
            Trouble::Usage(what) => {
                let lang = options::spoken(&args);
                eprintln!("yibao: {}\n{}", lang.of(&what), usage(lang));
            }
            Trouble::Refusal(what) => eprintln!("yibao: {}", options::spoken(&args).of(&what)),
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
        return officer::page(usage(lang));
    }
    match args {
        ["--version" | "-V"] => officer::page(concat!("yibao ", env!("CARGO_PKG_VERSION"))),
        [name @ ("estimate" | "extremes" | "alternatives" | "curve" | "inverse"), options @ ..] => {
            ask::ask(name, options, lang)
        }
        ["describe", code, options @ ..] => ask::describe(code, options, lang),
        ["describe"] => Err(misuse("describe 后面要写六位地区代码", "describe needs the six digits of a region")),
        ["check", rest @ ..] => officer::check(&Options::read(rest, &["--today", "--json"], 1, lang)?),
        ["cases", rest @ ..] => officer::run_cases(&Options::read(rest, &[], 1, lang)?),
        ["coverage", rest @ ..] => officer::show_coverage(&Options::read(rest, &["--json"], 1, lang)?),
        ["mutate", rest @ ..] => officer::show_mutations(&Options::read(rest, &["--json"], 1, lang)?),
        ["diff", rest @ ..] => {
            compare::show_diff(&Options::read(rest, &["--people", "--seed", "--today", "--json"], 2, lang)?)
        }
        #[cfg(not(target_arch = "wasm32"))]
        ["cohort", rest @ ..] => cohort::cohort(&Options::read(rest, &cohort::ALLOWED, 1, lang)?),
        ["preview", rest @ ..] => officer::preview(&Options::read(rest, &["--into"], 1, lang)?),
        #[cfg(not(target_arch = "wasm32"))]
        ["sheet", rest @ ..] => sheet::sheet(&Options::read(rest, &["--out", "--from"], 1, lang)?),
        ["schema"] => officer::page(&format!("{:#}", yibao::officer::schema::schema())),
        ["schema", "cohort"] => officer::page(&format!("{:#}", yibao::officer::cohort::schema())),
        ["facts"] => officer::page(&yibao::officer::facts::page()),
        ["new", rest @ ..] => officer::new(&Options::read(rest, &["--like", "--en", "--into"], 2, lang)?),
        ["texts"] => officer::page(&yibao::api::texts::all().join("\n")),
        ["help"] => officer::page(usage(lang)),
        _ => Err(misuse("没有这个命令", "unknown command")),
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
