//! Which known name was probably meant by one that nobody knows.

use crate::json::Json;
use crate::json::problem::Problem;
use crate::json::tree::steps;
use crate::vocabulary::Fact;

/// The nearest of these names, if it is near.
#[must_use]
pub fn nearest(wrong: &str, names: &[String]) -> Option<String> {
    let distance = |name: &&String| strsim::damerau_levenshtein(wrong, name);
    let near = names.iter().min_by_key(distance)?;
    // Two letters of a short name, a third of a long one: what is further was hardly a mistake of typing.
    let length = wrong.chars().count();
    let most = length.div_euclid(3).max(2).min(length.saturating_sub(1));
    (distance(&near) <= most && near != wrong).then(|| near.clone())
}

/// The names that would have been right at the place of a problem.
#[must_use]
pub fn known_names(problem: &Problem, tree: &Json) -> Vec<String> {
    let listed = ["known", "choices"].iter().find_map(|key| problem.args.get(key));
    if let Some(listed) = listed {
        return listed.split(", ").map(str::to_owned).collect();
    }
    match problem.code {
        "unknown_fact" => Fact::all().map(|fact| fact.id().to_owned()).collect(),
        "unknown_source" => keys(tree.get("sources")),
        "unknown_name" => names_of_programme(problem, tree),
        _ => Vec::new(),
    }
}

/// Values, readings or programmes, as the problem's kind says.
fn names_of_programme(problem: &Problem, tree: &Json) -> Vec<String> {
    let programme = || {
        let place = steps(&problem.path).get(1).cloned()?;
        tree.at(&format!("/programmes/{place}"))
    };
    let kind = problem.args.get("kind").map_or("", String::as_str);
    match kind {
        "reading" => keys(programme().and_then(|p| p.get("readings"))),
        "programme" => ids(tree.get("programmes")),
        _ if kind.starts_with("counter") => keys(tree.get("counters")),
        _ => keys(programme().and_then(|p| p.get("values"))),
    }
}

fn keys(object: Option<&Json>) -> Vec<String> {
    object.map_or(Vec::new(), |object| object.entries().iter().map(|(key, _)| key.clone()).collect())
}

fn ids(list: Option<&Json>) -> Vec<String> {
    let id = |item: &Json| item.get("id").and_then(Json::as_str).map(str::to_owned);
    list.map_or(Vec::new(), |list| list.items().iter().filter_map(id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        let names = ["annual-cap", "rate", "deductible"].map(str::to_owned);
        assert_eq!(nearest("anual-cap", &names).as_deref(), Some("annual-cap"));
        assert_eq!(nearest("dedcutible", &names).as_deref(), Some("deductible"));
        assert_eq!(nearest("wholly-other", &names), None);
        // Nothing of it is left.
        assert_eq!(nearest("三级", &["1".to_owned()]), None);
    }
}
