//! The options of the commands for those who write policies, and the language of all messages.

use crate::{Trouble, misuse, unknown_option};
use pico_args::Arguments;
use std::ffi::OsString;
use yibao::calendar::Date;
use yibao::officer::notice::Lang;

/// More threads than any machine of an office has cores.
const MOST_THREADS: usize = 256;

/// What a command was given.
#[derive(Debug, Default)]
pub struct Options {
    /// The language of messages.
    pub lang: Lang,
    /// JSON instead of a table.
    pub json: bool,
    /// The place to be like.
    pub like: Option<String>,
    /// The English name of a new place.
    pub en: Option<String>,
    /// Where a new place, or a preview, goes.
    pub into: Option<String>,
    /// The workbook to read.
    pub from: Option<String>,
    /// What to write: a workbook, or a folder.
    pub out: Option<String>,
    /// Today, for those who want the same answer tomorrow.
    today: Option<String>,
    /// How many people a population has, and where their dice begin.
    pub people: Option<usize>,
    /// The seed of a population.
    pub seed: Option<u64>,
    /// The policies with a change.
    pub changed: Option<String>,
    /// The folder of policies to answer by, or beside the shipped ones.
    pub policies: Option<String>,
    /// See `policies`.
    pub add: Option<String>,
    /// Where a report goes as a page.
    pub html: Option<String>,
    /// An example instead of an answer.
    pub example: bool,
    /// What would be asked, instead of the answer.
    pub requests: bool,
    threads: Option<usize>,
    /// Everything else: paths, codes, names.
    pub paths: Vec<String>,
}

impl Options {
    /// Reads options; those named must be allowed.
    pub fn read(args: &[&str], allowed: &[&str], most_paths: usize, lang: Lang) -> Result<Options, Trouble> {
        let mut args = Arguments::from_vec(args.iter().map(OsString::from).collect());
        let usage = |error: pico_args::Error| misuse(format!("参数不对：{error}"), error.to_string());
        let mut text = |name: &'static str| {
            if allowed.contains(&name) { args.opt_value_from_str::<_, String>(name).map_err(usage) } else { Ok(None) }
        };
        let (like, en, into, today) = (text("--like")?, text("--en")?, text("--into")?, text("--today")?);
        let (from, out) = (text("--from")?, text("--out")?);
        let (people, seed, threads) = (text("--people")?, text("--seed")?, text("--jobs")?);
        let (changed, html) = (text("--changed")?, text("--html")?);
        let (policies, add) = (text("--policies")?, text("--add")?);
        let requests = allowed.contains(&"--requests") && args.contains("--requests");
        let example = allowed.contains(&"--example") && args.contains("--example");
        let json = allowed.contains(&"--json") && args.contains("--json");
        let paths: Vec<String> = args.finish().into_iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
        if let Some(stray) = paths.iter().find(|path| path.starts_with('-')) {
            return Err(unknown_option(stray));
        }
        if paths.len() > most_paths {
            return Err(misuse(format!("多了：{}", paths.join(" ")), format!("too much: {}", paths.join(" "))));
        }
        let number = |text: Option<String>| {
            let read = |text: String| {
                text.parse().map_err(|_| misuse(format!("{text} 不是整数"), format!("{text} is no whole number")))
            };
            text.map(read).transpose()
        };
        let count = |text| Ok(number(text)?.map(|many: u64| usize::try_from(many).unwrap_or(usize::MAX)));
        let (people, threads, seed) = (count(people)?, count(threads)?, number(seed)?);
        let beside = Options { changed, policies, add, html, example, requests, threads, ..Options::default() };
        Ok(Options { lang, json, like, en, into, from, out, today, people, seed, paths, ..beside })
    }

    /// How many threads work: as many as were asked for, else one for each core.
    pub fn threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        self.threads.unwrap_or_else(cores).clamp(1, MOST_THREADS)
    }

    /// The path, or the usual one.
    pub fn path_or<'o>(&'o self, usual: &'o str) -> &'o str {
        self.paths.first().map_or(usual, String::as_str)
    }

    /// The day that was given, or the clock's.
    pub fn today(&self) -> Result<Date, Trouble> {
        let Some(text) = &self.today else { return Ok(clock()) };
        Date::parse(text).map_err(|_| misuse(format!("{text} 不是日期"), format!("{text} is no day")))
    }
}

#[allow(clippy::disallowed_types, reason = "only the terminal has a clock; the core is told the day")]
fn clock() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs().div_euclid(86_400)).unwrap_or_default();
    Date::from_day_number(days)
}

/// Takes `--lang` out of the arguments; without it the environment says which language.
pub fn language<'a>(args: &[&'a str]) -> Result<(Lang, Vec<&'a str>), Trouble> {
    let Some(place) = args.iter().position(|arg| *arg == "--lang") else {
        return Ok((of_environment(), args.to_vec()));
    };
    let lang = match args.get(place.saturating_add(1)).copied() {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => return Err(misuse("--lang 只能是 zh 或 en", "--lang is zh or en")),
    };
    let is_other = |(at, _): &(usize, &&str)| *at != place && *at != place.saturating_add(1);
    Ok((lang, args.iter().enumerate().filter(is_other).map(|(_, arg)| *arg).collect()))
}

/// The language that was asked for, where the arguments may be wrong in other ways.
pub fn spoken(args: &[&str]) -> Lang {
    language(args).map_or_else(|_| of_environment(), |(lang, _)| lang)
}

#[allow(clippy::disallowed_methods, reason = "only the terminal has an environment")]
fn of_environment() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|lang| lang.starts_with("zh")) { Lang::Zh } else { Lang::En }
}
