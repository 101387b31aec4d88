//! A problem or a warning as people read it: in both languages, with the line and the ids on the way, and the near name
//! that was probably meant.

use super::chinese;
use super::near::{known_names, nearest};
use super::place::{Place, Places, with_ids};
use crate::json::problem::{Problem, fill};
use crate::json::{self, Json};
use crate::ordered::Map;
use crate::words::Words;
use serde::Serialize;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The file is refused.
    Problem,
    /// The file is in force, but somebody should look.
    Warning,
}

/// A problem or a warning.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// How much it weighs.
    pub weight: Weight,
    /// Its name.
    pub code: &'static str,
    /// JSON pointer.
    pub path: String,
    /// The same with the ids of entries in the place of their numbers: what `accepted` names.
    pub at: String,
    /// Where in the text.
    pub place: Place,
    /// What is the matter.
    pub message: Words,
    /// The way out; of a warning also why it is one.
    pub help: Words,
    /// A name that is nearly the one that nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meant: Option<String>,
}

/// Makes notices of one text.
#[derive(Debug)]
pub struct Notices<'t> {
    places: Places<'t>,
    tree: Json,
}

impl<'t> Notices<'t> {
    /// Of a text; what is no JSON has places by line only.
    #[must_use]
    pub fn of(text: &'t str) -> Notices<'t> {
        Notices { places: Places::of(text), tree: json::parse(text).unwrap_or(Json::Null) }
    }

    /// The text as a tree.
    #[must_use]
    pub fn tree(&self) -> &Json {
        &self.tree
    }

    /// A problem of the core.
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> Notice {
        let detail = problem.args.get("detail").map_or("", String::as_str);
        let place = match line_and_column(detail) {
            Some((line, column)) if problem.code == "not_json" => self.places.at_line(line, column),
            // The text as a whole is refused, but the key has a place in it.
            _ => self.places.find(problem.args.get("at").unwrap_or(&problem.path)),
        };
        let (message, help) = in_chinese(problem);
        Notice {
            weight: Weight::Problem,
            code: problem.code,
            at: with_ids(&self.tree, &problem.path),
            path: problem.path.clone(),
            place,
            message: Words { zh: message, en: problem.message.clone() },
            help: Words { zh: help, en: problem.help.clone() },
            meant: self.meant(problem),
        }
    }

    /// A warning.
    #[must_use]
    pub fn warning(&self, code: &'static str, path: &str, message: Words, help: Words) -> Notice {
        let (at, place) = (with_ids(&self.tree, path), self.places.find(path));
        Notice { weight: Weight::Warning, code, path: path.to_owned(), at, place, message, help, meant: None }
    }

    fn meant(&self, problem: &Problem) -> Option<String> {
        let names = ["key", "value", "name", "fact", "source", "warning"];
        let wrong = names.iter().find_map(|name| problem.args.get(name))?;
        nearest(wrong, &known_names(problem, &self.tree))
    }
}

/// `… at line 3 column 7`, as the parser of JSON says it.
fn line_and_column(detail: &str) -> Option<(usize, usize)> {
    let (_, rest) = detail.rsplit_once("line ")?;
    let (line, column) = rest.split_once(" column ")?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

fn in_chinese(problem: &Problem) -> (String, String) {
    let Some((message, help)) = chinese::problem(problem.code) else {
        return (problem.message.clone(), problem.help.clone());
    };
    let said = |key: &str, value: &String| match key {
        "kind" => chinese::kind(value).into_owned(),
        "detail" => chinese::syntax(value),
        "step" => chinese::step(value),
        "way" => chinese::way(value).to_owned(),
        "known" => chinese::known(value).into_owned(),
        _ => value.clone(),
    };
    let args = problem.args.iter().map(|(key, value)| (*key, said(key, value)));
    let args: Map<&'static str, String> = crate::ordered::map(args);
    (fill(message, &args), fill(help, &args))
}

impl Notice {
    /// Message and way out in one language, with the name that was probably meant.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (message, help) = (lang.of(&self.message), lang.of(&self.help));
        let meant = self.meant.as_deref().map(|meant| match lang {
            Lang::Zh => format!("是不是“{meant}”？"),
            Lang::En => format!(" Did you mean {meant}?"),
        });
        let space = if lang == Lang::Zh { "" } else { " " };
        format!("{message}{}{space}{help}", meant.unwrap_or_default())
    }
}

/// The language of a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Words in this language.
    #[must_use]
    pub fn of(self, words: &Words) -> &str {
        if self == Lang::Zh { &words.zh } else { &words.en }
    }

    /// One of two texts.
    #[must_use]
    pub fn pick<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        if self == Lang::Zh { zh } else { en }
    }
}
