//! Commands that answer: `estimate`, what lies around it, and `describe`.

use crate::batch::{self, Options};
use crate::given::Given;
use crate::{Trouble, files, utf8};
use serde::Serialize;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use yibao::api::wire::{Answer, Failure};
use yibao::api::{self, Analysed, Described, Explain};
use yibao::json::problem::Problem;
use yibao::officer::notice::Lang;
use yibao::policy::catalogue::Catalogue;
use yibao::record::{self, Asked, Beside};

/// What is asked of a request.
struct Question {
    name: String,
    /// Of `estimate`.
    explain: Explain,
    /// Of `extremes`.
    of: String,
    /// Of `curve` and `inverse`: their options as JSON text.
    asked: String,
    /// Where the texts are settlement records: what is said beside them.
    records: Option<Beside>,
}

impl Question {
    fn of(given: &Given) -> Self {
        let of = given.of.unwrap_or("paid").to_owned();
        Question {
            name: given.name.to_owned(),
            explain: given.explain.unwrap_or_default(),
            of,
            asked: given.asked_as_json(),
            records: given.records.clone(),
        }
    }

    /// The answer as one line, and whether it is a failure.
    fn answer(&self, text: &[u8], catalogue: &Catalogue) -> Result<(String, bool), Trouble> {
        // What is not UTF-8 is not JSON either, and is answered as such.
        let Some(beside) = &self.records else { return self.answer_request(&utf8(text.to_vec()), catalogue, |_| {}) };
        let Asked { request, told, origins } = record::asked(text, beside);
        let (answer, failed) = match request {
            Ok(request) => self.answer_request(&request, catalogue, |problems| origins.tell(problems))?,
            Err(problems) => (line(&Failure { outcome: "failure", problems })?, true),
        };
        Ok((told.beside(&answer).map_err(|error| Trouble::Output(error.into()))?, failed))
    }

    /// `tell` puts problems of the request into the words of whoever wrote the text.
    fn answer_request(
        &self,
        text: &str,
        catalogue: &Catalogue,
        tell: impl Fn(&mut Vec<Problem>),
    ) -> Result<(String, bool), Trouble> {
        let mut studied = match self.name.as_str() {
            "extremes" => api::extremes(text, &[], &self.of, catalogue),
            "alternatives" => api::alternatives(text, &[], catalogue),
            "curve" => api::curve(text, &[], &self.asked, catalogue),
            "inverse" => api::inverse(text, &[], &self.asked, catalogue),
            _ if self.explain == Explain::Amounts => {
                return estimated(api::estimate_amounts(text, &[], catalogue), tell);
            }
            _ => return estimated(api::estimate(text, &[], catalogue), tell),
        };
        if let Analysed::Failure(failure) = &mut studied {
            tell(&mut failure.problems);
        }
        Ok((line(&studied)?, matches!(studied, Analysed::Failure(_))))
    }
}

fn estimated<P: Serialize>(mut answer: Answer<P>, tell: impl Fn(&mut Vec<Problem>)) -> Result<(String, bool), Trouble> {
    if let Answer::Failure(failure) = &mut answer {
        tell(&mut failure.problems);
    }
    Ok((line(&answer)?, matches!(answer, Answer::Failure(_))))
}

/// Answers a file, or standard input.
pub fn ask(name: &str, options: &[&str], lang: Lang) -> Result<ExitCode, Trouble> {
    let given = Given::read(name, options)?;
    let (catalogue, bad) = given.policies.load(lang)?;
    let question = Question::of(&given);
    let code = match &given.batch {
        Some(batch) => each_line(batch, given.file(), question, catalogue, lang)?,
        None => one(given.file(), &question, &catalogue)?,
    };
    // Good regions were answered all the same; the code says that some policies were bad.
    Ok(if bad { ExitCode::from(2) } else { code })
}

/// Describes a region.
pub fn describe(code: &str, options: &[&str], lang: Lang) -> Result<ExitCode, Trouble> {
    let (catalogue, bad) = Given::read("describe", options)?.policies.load(lang)?;
    let described = api::describe(code, &catalogue);
    say(&line(&described)?)?;
    Ok(match (bad, described) {
        (true, _) => ExitCode::from(2),
        (false, Described::Failure(_)) => ExitCode::FAILURE,
        (false, Described::Description(_)) => ExitCode::SUCCESS,
    })
}

fn one(file: Option<&Path>, question: &Question, catalogue: &Catalogue) -> Result<ExitCode, Trouble> {
    let text = match file {
        Some(file) => files::bytes(file)?,
        None => standard_input()?,
    };
    let (answer, failed) = question.answer(&text, catalogue)?;
    say(&answer)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn standard_input() -> Result<Vec<u8>, Trouble> {
    let mut text = Vec::new();
    io::stdin().lock().read_to_end(&mut text).map_err(|error| Trouble::Io("standard input".into(), error))?;
    Ok(text)
}

fn each_line(
    batch: &Options,
    file: Option<&Path>,
    question: Question,
    catalogue: Catalogue,
    lang: Lang,
) -> Result<ExitCode, Trouble> {
    let answer: Arc<batch::Answer> = Arc::new(move |line: &[u8]| question.answer(line, &catalogue));
    batch::each_line(batch, file, &answer, lang).map(|()| ExitCode::SUCCESS)
}

/// An answer as one line of JSON.
pub fn line(answer: &impl Serialize) -> Result<String, Trouble> {
    api::text(answer).map_err(|error| Trouble::Output(error.into()))
}

/// Writes a line to standard output.
pub fn say(text: &str) -> Result<(), Trouble> {
    print(&mut io::stdout().lock(), text)
}

/// Writes a line and hands it on at once.
pub fn print(out: &mut impl Write, text: &str) -> Result<(), Trouble> {
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(Trouble::Output)
}
