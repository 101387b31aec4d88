//! A new place from another one: its conditions, steps and tables, but none of its numbers as if they held here.
//!
//! What was published there is a suggestion here, without a source. What must be written anew carries a mark, and the lint
//! counts the marks.

use super::pretty::pretty;
use crate::json::Json;
use crate::policy::catalogue::ancestry;
use crate::vocabulary::Group;
use crate::words::Words;

/// What stands before a text that somebody must still write.
const MARK_ZH: &str = "【请改写】";
const MARK_EN: &str = "[Rewrite] ";

/// The file of a new place.
#[must_use]
pub fn like(model: &Json, region: &str, name: &Words) -> String {
    let text = |text: &str| Json::String(text.to_owned());
    let words = Json::Object(vec![("zh".to_owned(), text(&name.zh)), ("en".to_owned(), text(&name.en))]);
    let mut members = vec![
        ("format".to_owned(), Json::Number("1".to_owned())),
        ("region".to_owned(), text(region)),
        ("name".to_owned(), words),
        ("sources".to_owned(), Json::Object(Vec::new())),
    ];
    let added = Group::ALL.map(Group::name);
    for key in added.into_iter().chain(["insurance_year", "stay_year", "fund_order", "counters"]) {
        members.extend(model.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    members.extend(model.get("indices").map(|indices| ("indices".to_owned(), values_like(indices))));
    let programmes = model.items_of("programmes");
    let programmes = programmes.iter().map(|programme| programme_like(programme, region)).collect();
    members.push(("programmes".to_owned(), Json::Array(programmes)));
    pretty(&Json::Object(members))
}

/// Dates, documents and what only those said of the other place are left out.
const LEFT_OUT: [&str; 6] = ["began", "ended", "known_from", "caveats", "sources", "next_steps"];

fn programme_like(programme: &Json, region: &str) -> Json {
    let mut members = Vec::new();
    for (key, value) in programme.entries().iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str())) {
        let value = match key.as_str() {
            "clause" | "summary" => marked(value),
            "values" => values_like(value),
            "replaces" => Json::Array(value.items().iter().filter(|of| is_above(of, region)).cloned().collect()),
            _ => value.clone(),
        };
        members.push((key.clone(), value));
    }
    Json::Object(members)
}

fn values_like(values: &Json) -> Json {
    Json::Object(values.entries().iter().map(|(name, value)| (name.clone(), value_like(value))).collect())
}

fn is_above(replaced: &Json, region: &str) -> bool {
    let id = replaced.as_str().or_else(|| replaced.get("programme").and_then(Json::as_str)).unwrap_or_default();
    let of = id.split('/').next().unwrap_or_default();
    ancestry(region).iter().skip(1).any(|above| above == of)
}

fn marked(words: &Json) -> Json {
    let mark = |key: &str, mark: &str| {
        let text = words.text_of(key);
        (key.to_owned(), Json::String(format!("{mark}{text}")))
    };
    Json::Object(vec![mark("zh", MARK_ZH), mark("en", MARK_EN)])
}

/// The latest version of a value, without dates and without a source.
fn value_like(value: &Json) -> Json {
    let mut members = value.entries().to_vec();
    if let Some((_, versions)) = members.iter_mut().find(|(key, _)| key == "versions") {
        let latest = versions.items().last().map_or(&[][..], Json::entries);
        let kept = latest.iter().filter(|(key, _)| key == "value" || key == "table");
        let version = kept.map(|(key, inner)| (key.clone(), leaf_like(inner))).collect();
        *versions = Json::Array(vec![Json::Object(version)]);
    }
    Json::Object(members)
}

fn leaf_like(json: &Json) -> Json {
    let object = |key: &str, value: Json| Json::Object(vec![(key.to_owned(), value)]);
    match json {
        Json::String(number) => {
            let seen = Json::Array(vec![Json::String(number.clone())]);
            object("unpublished", object("suggested", seen))
        }
        _ if json.get("unpublished").is_some() => object("unpublished", without_words(json.get("unpublished"))),
        _ if json.get("if_entered").is_some() => object("if_entered", without_words(json.get("if_entered"))),
        _ => Json::Object(json.entries().iter().map(|(key, inner)| (key.clone(), leaf_like(inner))).collect()),
    }
}

fn without_words(leaf: Option<&Json>) -> Json {
    let kept = |(key, _): &&(String, Json)| key != "note" && key != "typical";
    Json::Object(leaf.map_or(&[][..], Json::entries).iter().filter(kept).cloned().collect())
}

/// Whether a text still has to be written.
#[must_use]
pub fn is_marked(text: &str) -> bool {
    text.starts_with(MARK_ZH) || text.starts_with(MARK_EN)
}
