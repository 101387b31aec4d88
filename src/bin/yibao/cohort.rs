//! `yibao cohort`: a population settled on every core of the machine.

use crate::ask::{line, say};
use crate::files::{self, text};
use crate::officer::page;
use crate::options::Options;
use crate::policies::{Policies, added_to, shown};
use crate::{Trouble, is_code, misuse};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use yibao::json::problem::Problem;
use yibao::officer::cohort::{self, Description, Drawer, Report, Run, Tally};
use yibao::officer::notice::{Lang, Notices};
use yibao::policy::catalogue::{Catalogue, Lookup};

/// So many residents are taken by a thread at a time.
const AT_A_TIME: u64 = 500;

/// The options of the command.
pub const ALLOWED: [&str; 10] =
    ["--changed", "--people", "--seed", "--jobs", "--policies", "--add", "--html", "--json", "--example", "--requests"];

/// Draws, settles and reports.
pub fn cohort(options: &Options) -> Result<ExitCode, Trouble> {
    let lang = options.lang;
    let [source] = options.paths.as_slice() else {
        return Err(misuse("用法：cohort 描述文件（或地区代码）", "cohort FILE, or the code of a region"));
    };
    let code = is_code(source).then(|| source.clone());
    if options.example {
        let code = code.ok_or_else(|| misuse("--example 前面要写地区代码", "--example needs the code of a region"))?;
        return page(&cohort::example(&code));
    }
    let described = match &code {
        Some(code) => cohort::example(code),
        None => match text(Path::new(source))? {
            Ok(text) => text,
            Err(why) => return Ok(refused(&format!("{source}: {}", lang.of(&why)))),
        },
    };
    let (catalogue, bad) = policies(options)?.load(lang)?;
    let mut description = match cohort::read(&described, &catalogue) {
        Ok(description) => description,
        Err(problems) => return Ok(tell(source, &described, &problems, lang)),
    };
    description.seed = options.seed.unwrap_or(description.seed);
    description.people = options.people.map_or(description.people, |people| u64::try_from(people).unwrap_or(u64::MAX));
    let changed = options.changed.as_deref().map(|path| added_to(path, catalogue.clone(), lang)).transpose()?;
    if changed.as_ref().is_some_and(|changed| changed.bad) {
        return Ok(ExitCode::from(2));
    }
    let changed = changed.map(|changed| changed.catalogue);
    if let Some(path) =
        changed.as_ref().filter(|after| is_same(&description, &catalogue, after)).and(options.changed.as_ref())
    {
        eprintln!("{}", unchanged(path, &description.region, lang));
    }
    if options.requests {
        return requests(&description);
    }
    let policies = cohort::Policies { before: &catalogue, after: changed.as_ref() };
    let report = match settle(&description, policies, options.threads()) {
        Ok(tally) => cohort::report(&description, policies, &tally),
        Err(problems) => return Ok(tell(source, &described, &problems, lang)),
    };
    write(&report, options)?;
    Ok(if bad { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Whether the files that answer for the population are the same in both.
fn is_same(of: &Description, before: &Catalogue, after: &Catalogue) -> bool {
    let files = |catalogue: &Catalogue| match catalogue.look_up(&of.region) {
        Lookup::Found(book) => book.chain.iter().map(|file| file.sha256.clone()).collect(),
        _ => Vec::new(),
    };
    files(before) == files(after)
}

fn unchanged(path: &str, region: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("注意：{path} 没有改变 {region} 的任何规定，前后是一样的。"),
        Lang::En => format!("note: {path} changes no rule of {region}: before and after are the same."),
    }
}

/// What is asked of each resident with a bill, one a line: `yibao estimate --lines` answers them.
fn requests(of: &Description) -> Result<ExitCode, Trouble> {
    let drawer = Drawer::new(of, &[&of.book]);
    let mut out = std::io::stdout().lock();
    for request in (0..of.people).filter_map(|number| drawer.draw(number).request) {
        writeln!(out, "{}", line(&request)?).map_err(Trouble::Output)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn policies(options: &Options) -> Result<Policies<'_>, Trouble> {
    match (options.policies.as_deref(), options.add.as_deref()) {
        (None, None) => Ok(Policies::Shipped),
        (Some(dir), None) => Ok(Policies::Only(dir)),
        (None, Some(dir)) => Ok(Policies::ShippedAnd(dir)),
        (Some(_), Some(_)) => Err(misuse("--policies 和 --add 只能写一个", "either --policies or --add")),
    }
}

/// Settles everybody. Threads take residents by number, and sums do not depend on who took whom.
fn settle(of: &Description, policies: cohort::Policies, threads: usize) -> Result<Tally, Vec<Problem>> {
    let next = AtomicU64::new(0);
    let whole = Mutex::new((Tally::new(of), Vec::new()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let counted = count(of, policies, &next);
                let Ok(mut whole) = whole.lock() else { return };
                match counted {
                    Ok(tally) => whole.0.add(tally),
                    Err(problems) => whole.1 = problems,
                }
            });
        }
    });
    let (tally, problems) = whole.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if problems.is_empty() { Ok(tally) } else { Err(problems) }
}

fn count(of: &Description, policies: cohort::Policies, next: &AtomicU64) -> Result<Tally, Vec<Problem>> {
    let mut run = Run::new(of, policies).map_err(|problem| vec![problem])?;
    loop {
        let from = next.fetch_add(AT_A_TIME, Ordering::Relaxed);
        if from >= of.people {
            return Ok(run.into_tally());
        }
        if let Err(problems) = run.count(from..from.saturating_add(AT_A_TIME).min(of.people)) {
            // Nobody else need go on.
            next.store(of.people, Ordering::Relaxed);
            return Err(problems);
        }
    }
}

fn write(report: &Report, options: &Options) -> Result<(), Trouble> {
    if let Some(path) = &options.html {
        files::write(Path::new(path), cohort::page(report, options.lang))?;
    }
    let told = if options.json { line(report)? } else { cohort::table(report, options.lang) };
    say(told.trim_end())
}

/// Every problem of a description, each at its place.
fn tell(source: &str, text: &str, problems: &[Problem], lang: Lang) -> ExitCode {
    let notices = Notices::of(text);
    for problem in problems {
        eprintln!("{}", shown(Path::new(source), &notices.problem(problem), lang));
    }
    ExitCode::from(2)
}

fn refused(what: &str) -> ExitCode {
    eprintln!("{what}");
    ExitCode::from(2)
}
