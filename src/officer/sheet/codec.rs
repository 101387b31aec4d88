//! How one value of a request or of an expectation is written in a cell, and read from it. What has no plain form is
//! written as `JSON:` and its text, so that nothing is lost.

use super::typed::{self, Wrong};
use crate::json::{self, Json};
use crate::officer::cases::write;
use crate::officer::near::nearest;
use crate::policy::Unit;
use crate::vocabulary::{Fact, FactKind, NamedOption};

/// An option: its name, and its Chinese words where they are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    name: String,
    label: String,
}

/// What a cell may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Codec {
    Words,
    Day {
        not_yet: bool,
    },
    Money,
    YesNo,
    Choice(Vec<Choice>),
    Set(Vec<Choice>),
    Whole(i64, i64),
    /// Whatever an answer may hold.
    Any,
}

const JSON: &str = "JSON:";
const UNKNOWN: &str = "不知道";
const NONE: &str = "无";

impl Codec {
    /// Of a fact, with the options that the file adds.
    pub fn of_fact(fact: Fact, policy: &Json) -> Codec {
        let spec = fact.spec();
        let own = spec.group.and_then(|group| policy.get(group.name()));
        let options = || choices(fact.options().into_iter().flat_map(|list| list.iter()), own);
        match spec.kind {
            FactKind::YesNo => Codec::YesNo,
            FactKind::Choice => Codec::Choice(options()),
            FactKind::Set => Codec::Set(options()),
            FactKind::WholeNumber(least, most) => Codec::Whole(least, most),
            FactKind::Date { not_yet } => Codec::Day { not_yet },
            FactKind::Money => Codec::Money,
        }
    }

    /// The text of a cell.
    pub fn encode(&self, json: &Json) -> String {
        let plain = self.plain(json).filter(|text| !text.is_empty() && text.trim() == text);
        match plain {
            Some(text) if self.decode(&text).as_ref() == Ok(json) => text,
            _ => format!("{JSON}{}", write(json)),
        }
    }

    fn plain(&self, json: &Json) -> Option<String> {
        match (self, json) {
            (Codec::Any, Json::Null) => Some(NONE.to_owned()),
            (_, Json::Null) => Some(UNKNOWN.to_owned()),
            (Codec::YesNo | Codec::Any, Json::Bool(value)) => Some(if *value { "是" } else { "否" }.to_owned()),
            (Codec::Whole(..), Json::Number(text)) => Some(text.clone()),
            (Codec::Choice(choices), Json::String(name)) => Some(label(choices, name)),
            (Codec::Set(_), Json::Array(items)) if items.is_empty() => Some(NONE.to_owned()),
            (Codec::Set(choices), Json::Array(items)) => joined(items, |name| label(choices, name)),
            (Codec::Any, Json::Array(items)) => joined(items, str::to_owned).map(|text| format!("[{text}]")),
            (Codec::Day { .. }, Json::String(text)) if text == "not_yet" => Some("还没有".to_owned()),
            (_, Json::String(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// What the text of a cell says.
    pub fn decode(&self, text: &str) -> Result<Json, Wrong> {
        if let Some(rest) = text.strip_prefix(JSON) {
            return json::parse(rest).map_err(|_| Wrong::new("bad_json", &[("text", text)]));
        }
        if text == UNKNOWN && !matches!(self, Codec::Any | Codec::Words) {
            return Ok(Json::Null);
        }
        let string = |text: String| Json::String(text);
        match self {
            Codec::Words => Ok(string(text.to_owned())),
            Codec::Day { not_yet: true } if text == "还没有" => Ok(string("not_yet".to_owned())),
            Codec::Day { .. } => typed::day(text).map(string),
            Codec::Money => typed::number(text, Unit::Money).map(string),
            Codec::YesNo => typed::number(text, Unit::YesNo).map(|said| Json::Bool(said == "yes")),
            Codec::Choice(choices) => name(choices, text).map(string),
            Codec::Set(_) if text == NONE => Ok(Json::Array(Vec::new())),
            Codec::Set(choices) => {
                parts(text).map(|part| name(choices, part).map(string)).collect::<Result<_, _>>().map(Json::Array)
            }
            Codec::Whole(least, most) => whole(text, *least, *most),
            Codec::Any => any(text),
        }
    }
}

/// Options whose Chinese words can stand for them: said of one only, and without what sets entries apart.
fn choices<'o>(known: impl Iterator<Item = &'o NamedOption>, own: Option<&Json>) -> Vec<Choice> {
    let mut all: Vec<(String, String)> = known.map(|option| (option.name.clone(), option.words.zh.clone())).collect();
    for (name, words) in own.map_or(&[][..], Json::entries) {
        let zh = words.text_of("zh");
        all.push((name.clone(), zh.to_owned()));
    }
    let is_own = |label: &str| all.iter().filter(|(name, zh)| zh == label || name == label).count() == 1;
    let fits = |label: &str| {
        !label.contains(['、', '，', ',', '[', ']']) && ![UNKNOWN, NONE].contains(&label) && is_own(label)
    };
    let choice = |(name, zh): &(String, String)| Choice {
        name: name.clone(),
        label: if fits(zh) { zh.clone() } else { name.clone() },
    };
    all.iter().map(choice).collect()
}

fn label(choices: &[Choice], name: &str) -> String {
    choices.iter().find(|choice| choice.name == name).map_or(name, |choice| &choice.label).to_owned()
}

/// The name of an option that a cell says by its label or its name. A name that is not known here may be one of a region
/// further up.
fn name(choices: &[Choice], text: &str) -> Result<String, Wrong> {
    let said = |choice: &&Choice| choice.label == text || choice.name == text;
    if let Some(choice) = choices.iter().find(said) {
        return Ok(choice.name.clone());
    }
    let known: Vec<String> = choices.iter().flat_map(|choice| [choice.label.clone(), choice.name.clone()]).collect();
    let labels = || choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>().join("、");
    match nearest(text, &known).filter(|_| text.chars().count() > 2) {
        Some(near) => Err(Wrong::new("bad_choice", &[("text", text), ("choices", &near)])),
        None if text.is_ascii() => Ok(text.to_owned()),
        None => Err(Wrong::new("bad_choice", &[("text", text), ("choices", &labels())])),
    }
}

fn joined(items: &[Json], shown: impl Fn(&str) -> String) -> Option<String> {
    let texts: Option<Vec<String>> = items.iter().map(|item| item.as_str().map(&shown)).collect();
    texts.map(|texts| texts.join("、"))
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '，', ',']).map(str::trim)
}

fn whole(text: &str, least: i64, most: i64) -> Result<Json, Wrong> {
    match text.parse::<i64>() {
        Ok(number) if (least..=most).contains(&number) && number.to_string() == text => {
            Ok(Json::Number(text.to_owned()))
        }
        _ => {
            let ends = (least.to_string(), most.to_string());
            Err(Wrong::new("bad_count", &[("text", text), ("min", &ends.0), ("max", &ends.1)]))
        }
    }
}

/// What is expected. A number in another form is refused: as a text it would only be a case that does not hold.
fn any(text: &str) -> Result<Json, Wrong> {
    match text {
        "是" => return Ok(Json::Bool(true)),
        "否" => return Ok(Json::Bool(false)),
        NONE => return Ok(Json::Null),
        _ => {}
    }
    if let Some((meant, zh, en)) = typed::meant(text) {
        return Err(Wrong::new("other_form", &[("text", text), ("meant", &meant), ("what_zh", zh), ("what_en", en)]));
    }
    let Some(list) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else {
        return Ok(Json::String(text.to_owned()));
    };
    let item = |part: &str| Json::String(part.to_owned());
    Ok(Json::Array(if list.is_empty() { Vec::new() } else { parts(list).map(item).collect() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn scheme() -> Codec {
        Codec::of_fact(Fact::named("scheme").unwrap(), &Json::Null)
    }

    #[test]
    fn whatever_is_written_comes_back() {
        let conditions = Codec::of_fact(Fact::named("hardship").unwrap(), &Json::Null);
        let codecs = [scheme(), conditions, Codec::Words, Codec::Money, Codec::YesNo, Codec::Any, Codec::Whole(0, 9)];
        for codec in codecs.into_iter().chain([Codec::Day { not_yet: true }]) {
            for text in [
                "null",
                "true",
                "3",
                "-3",
                "1.50",
                "\"\"",
                "\" a\"",
                "\"是\"",
                "\"JSON:1\"",
                "\"1,500\"",
                "[]",
                "[1]",
                "[\"orphan\",\"x、y\"]",
                "{}",
                "{\"a\":[]}",
                "\"resident\"",
                "\"2025-01-01\"",
                "\"not_yet\"",
                "\"无\"",
            ] {
                let json = parse(text).unwrap();
                assert_eq!(codec.decode(&codec.encode(&json)), Ok(json), "{codec:?} {text}");
            }
        }
    }

    #[test]
    fn options_are_said_in_chinese_or_by_name() {
        let resident = Json::String("resident".to_owned());
        assert_eq!(scheme().decode(&scheme().encode(&resident)), Ok(resident.clone()));
        assert!(!scheme().encode(&resident).is_ascii());
        assert_eq!(scheme().decode("resident"), Ok(resident));
        assert_eq!(scheme().decode("residnet").unwrap_err().code, "bad_choice");
        assert_eq!(scheme().decode("外星人").unwrap_err().code, "bad_choice");
    }
}
