//! The options of commands that answer.

use crate::batch::Options;
use crate::policies::Policies;
use crate::{Trouble, misuse, unknown_option};
use std::path::Path;
use yibao::api::Explain;
use yibao::record::Beside;

/// Stands for standard input where a file is named.
const STANDARD_INPUT: &str = "-";

/// What a command that answers was given.
#[derive(Default)]
pub struct Given<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where many requests are answered, one a line: how.
    pub batch: Option<Options<'a>>,
    /// Of `estimate`.
    pub explain: Option<Explain>,
    /// Which policies it answers by.
    pub policies: Policies<'a>,
    /// The file with the request, or the requests; standard input where none is named, or `-`.
    pub input: Option<&'a str>,
    /// Where the texts are settlement records: what is said beside them.
    pub records: Option<Beside>,
    /// Of `extremes`.
    pub of: Option<&'a str>,
    /// Of `curve` and `inverse`, by option.
    asked: Vec<(&'a str, &'a str)>,
}

impl<'a> Given<'a> {
    /// Reads options; those of another command are unknown.
    pub fn read(name: &'a str, options: &[&'a str]) -> Result<Self, Trouble> {
        let mut given = Given { name, ..Given::default() };
        let lines = name != "describe" && options.contains(&"--lines");
        given.batch = lines.then(Options::default);
        given.records = (name != "describe" && options.contains(&"--from")).then(Beside::default);
        let mut rest = options.iter().copied();
        while let Some(option) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| needs_a_value(option));
            let is_taken = given.of_lines(option, &mut value)?
                || given.of_records(option, &mut value)?
                || given.of_all(option, &mut value)?
                || given.of_one(option, &mut value)?
                || given.is_input(option);
            if !is_taken {
                return Err(unknown_option(option));
            }
        }
        match &given.batch {
            Some(Options { resume: true, out: None, .. }) => {
                Err(misuse("--resume 要和 -o 一起用", "--resume needs -o FILE"))
            }
            _ => Ok(given),
        }
    }

    /// A name that is no option: the file with the request. Only one is taken.
    fn is_input(&mut self, name: &'a str) -> bool {
        let is_name =
            self.name != "describe" && self.input.is_none() && (name == STANDARD_INPUT || !name.starts_with('-'));
        if is_name {
            self.input = Some(name);
        }
        is_name
    }

    /// The file that was named; none is standard input.
    pub fn file(&self) -> Option<&'a Path> {
        self.input.filter(|name| *name != STANDARD_INPUT).map(Path::new)
    }

    /// Options of every command.
    fn of_all(&mut self, option: &str, value: &mut impl FnMut() -> Result<&'a str, Trouble>) -> Result<bool, Trouble> {
        match option {
            "--policies" if self.policies.is_shipped() => self.policies = Policies::Only(value()?),
            "--add" if self.policies.is_shipped() => self.policies = Policies::ShippedAnd(value()?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Options of one command alone.
    fn of_one(
        &mut self,
        option: &'a str,
        value: &mut impl FnMut() -> Result<&'a str, Trouble>,
    ) -> Result<bool, Trouble> {
        match (self.name, option) {
            ("estimate", "--explain") if self.explain.is_none() => self.explain = Some(explain(value()?)?),
            ("extremes", "--of") if self.of.is_none() => self.of = Some(value()?),
            ("curve", "--expense" | "--up-to" | "--pay-at-most")
            | ("inverse", "--expense" | "--open" | "--of" | "--amount")
                if !self.has(option) =>
            {
                self.asked.push((option, value()?));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Options of many requests.
    fn of_lines(
        &mut self,
        option: &str,
        value: &mut impl FnMut() -> Result<&'a str, Trouble>,
    ) -> Result<bool, Trouble> {
        let Some(batch) = &mut self.batch else { return Ok(false) };
        match option {
            "--lines" => {}
            "--jobs" if batch.jobs.is_none() => batch.jobs = Some(jobs(value()?)?),
            "-o" if batch.out.is_none() => batch.out = Some(value()?),
            "--resume" => batch.resume = true,
            "--quiet" => batch.quiet = true,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Options of settlement records.
    fn of_records(
        &mut self,
        option: &str,
        value: &mut impl FnMut() -> Result<&'a str, Trouble>,
    ) -> Result<bool, Trouble> {
        let Some(beside) = &mut self.records else { return Ok(false) };
        match option {
            "--from" => setlinfo(value()?)?,
            "--region" if beside.region.is_none() => beside.region = Some(value()?.to_owned()),
            "--asked-on" if beside.asked_on.is_none() => beside.asked_on = Some(value()?.to_owned()),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn has(&self, option: &str) -> bool {
        self.asked.iter().any(|(known, _)| *known == option)
    }

    /// The options of `curve` or `inverse` as JSON text.
    pub fn asked_as_json(&self) -> String {
        let key = |option: &str| option.trim_start_matches('-').replace('-', "_");
        let members = self.asked.iter().map(|(name, value)| (key(name), serde_json::Value::from(*value)));
        serde_json::Value::Object(members.collect()).to_string()
    }
}

fn needs_a_value(option: &str) -> Trouble {
    misuse(format!("{option} 后面要写一个值"), format!("{option} needs a value"))
}

fn setlinfo(name: &str) -> Result<(), Trouble> {
    if name == "setlinfo" { Ok(()) } else { Err(misuse(format!("没有 --from {name}"), format!("no --from {name}"))) }
}

fn explain(name: &str) -> Result<Explain, Trouble> {
    Explain::named(name).map_err(|_| misuse(format!("没有 --explain {name}"), format!("no --explain {name}")))
}

/// More threads than this help on no machine, and each takes its share of memory.
const MOST_JOBS: usize = 1024;

fn jobs(text: &str) -> Result<usize, Trouble> {
    let number = text.parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs));
    number.ok_or_else(|| {
        misuse(format!("--jobs 是 1 到 {MOST_JOBS} 的整数"), format!("--jobs is a whole number from 1 to {MOST_JOBS}"))
    })
}
