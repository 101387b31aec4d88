//! Commands that answer: `estimate`, what lies around it, and `describe`.

use crate::policies::Policies;
use crate::{Trouble, misuse, unknown_option, utf8};
use serde::Serialize;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use yibao::api::{self, Analysed, Described, Explain, wire::Answer};
use yibao::officer::notice::Lang;
use yibao::policy::catalogue::Catalogue;

/// What is asked of a request.
#[derive(Default)]
struct Question<'a> {
    name: &'a str,
    lines: bool,
    /// Of `estimate`.
    explain: Option<Explain>,
    policies: Policies<'a>,
    /// Of `extremes`; without it, `paid`.
    of: Option<&'a str>,
    /// Of `curve` and `inverse`, by option.
    asked: Vec<(&'a str, &'a str)>,
}

impl<'a> Question<'a> {
    fn read(name: &'a str, options: &[&'a str]) -> Result<Self, Trouble> {
        let mut question = Question { name, ..Question::default() };
        let mut options = options.iter();
        while let Some(option) = options.next() {
            let mut value = || {
                options
                    .next()
                    .copied()
                    .ok_or_else(|| misuse(format!("{option} 后面要写一个值"), format!("{option} needs a value")))
            };
            match (name, *option) {
                ("describe", "--lines") => return Err(unknown_option("--lines")),
                (_, "--lines") => question.lines = true,
                (_, "--policies") if question.policies.is_shipped() => question.policies = Policies::Only(value()?),
                (_, "--add") if question.policies.is_shipped() => question.policies = Policies::ShippedAnd(value()?),
                ("estimate", "--explain") if question.explain.is_none() => {
                    let name = value()?;
                    let explain = Explain::named(name)
                        .map_err(|_| misuse(format!("没有 --explain {name}"), format!("no --explain {name}")))?;
                    question.explain = Some(explain);
                }
                ("extremes", "--of") if question.of.is_none() => question.of = Some(value()?),
                ("curve", "--expense" | "--up-to" | "--pay-at-most")
                | ("inverse", "--expense" | "--open" | "--of" | "--amount")
                    if !question.has(option) =>
                {
                    question.asked.push((option, value()?));
                }
                (_, other) => return Err(unknown_option(other)),
            }
        }
        Ok(question)
    }

    fn has(&self, option: &str) -> bool {
        self.asked.iter().any(|(known, _)| *known == option)
    }

    /// The answer as one line, and whether it is a failure. What is not UTF-8 is not JSON either, and is answered as such.
    fn answer(&self, text: &[u8], catalogue: &Catalogue) -> Result<(String, bool), Trouble> {
        let text = utf8(text.to_vec());
        let studied = match self.name {
            "extremes" => api::extremes(&text, &[], self.of.unwrap_or("paid"), catalogue),
            "alternatives" => api::alternatives(&text, &[], catalogue),
            "curve" => api::curve(&text, &[], &self.asked_as_json(), catalogue),
            "inverse" => api::inverse(&text, &[], &self.asked_as_json(), catalogue),
            _ => return self.estimate(&text, catalogue),
        };
        Ok((line(&studied)?, matches!(studied, Analysed::Failure(_))))
    }

    fn estimate(&self, text: &str, catalogue: &Catalogue) -> Result<(String, bool), Trouble> {
        if self.explain == Some(Explain::Amounts) {
            let answer = api::estimate_amounts(text, &[], catalogue);
            return Ok((line(&answer)?, matches!(answer, Answer::Failure(_))));
        }
        let answer = api::estimate(text, &[], catalogue);
        Ok((line(&answer)?, matches!(answer, Answer::Failure(_))))
    }

    /// The options of `curve` or `inverse` as JSON text.
    fn asked_as_json(&self) -> String {
        let key = |option: &str| option.trim_start_matches('-').replace('-', "_");
        let members = self.asked.iter().map(|(name, value)| (key(name), serde_json::Value::from(*value)));
        serde_json::Value::Object(members.collect()).to_string()
    }
}

/// Answers standard input.
pub fn ask(name: &str, options: &[&str], lang: Lang) -> Result<ExitCode, Trouble> {
    let question = Question::read(name, options)?;
    let (catalogue, bad) = question.policies.load(lang)?;
    let code = if question.lines { each_line(&question, &catalogue)? } else { one(&question, &catalogue)? };
    // Good regions were answered all the same; the code says that some policies were bad.
    Ok(if bad { ExitCode::from(2) } else { code })
}

/// Describes a region.
pub fn describe(code: &str, options: &[&str], lang: Lang) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = Question::read("describe", options)?.policies.load(lang)?;
    let described = api::describe(code, &catalogue);
    print(&mut io::stdout().lock(), &line(&described)?)?;
    Ok(match (bad, described) {
        (true, _) => ExitCode::from(2),
        (false, Described::Failure(_)) => ExitCode::FAILURE,
        (false, Described::Description(_)) => ExitCode::SUCCESS,
    })
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

fn line(answer: &impl Serialize) -> Result<String, Trouble> {
    serde_json::to_string(answer).map_err(|error| Trouble::Output(error.into()))
}

/// Writes a line and hands it on at once.
pub fn print(out: &mut impl Write, text: &str) -> Result<(), Trouble> {
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(Trouble::Output)
}
