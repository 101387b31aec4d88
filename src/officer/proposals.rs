//! Cases that would reach what no case reaches: for somebody to work out by hand, never with the program's own number.

use super::coverage::{CaseCoverage, Proposal};
use crate::calendar::Date;
use crate::json::Json;
use crate::words::Words;

/// One proposal for each thing that is not reached.
pub(super) fn proposals(covered: &CaseCoverage, tree: &Json, requests: &[&Json]) -> Vec<Proposal> {
    let mut found = of_conditions(covered);
    found.extend(of_limits(covered));
    found.extend(of_numbers(covered, tree, requests));
    let readings = covered.readings.iter().filter(|reading| !reading.reached);
    found.extend(readings.map(|reading| {
        proposal(
            &reading.at,
            format!("指定读法“{}”的一个例子", reading.name),
            format!("A case that insists on the reading {}", reading.name),
        )
    }));
    found
}

fn proposal(at: &str, zh: String, en: String) -> Proposal {
    Proposal { title: Words { zh, en }, at: at.to_owned(), request: None }
}

fn of_conditions(covered: &CaseCoverage) -> Vec<Proposal> {
    let mut found = Vec::new();
    for condition in &covered.conditions {
        if !condition.holds {
            found.push(proposal(
                &condition.at,
                "满足这个条件的人".to_owned(),
                "Somebody who meets this condition".to_owned(),
            ));
        }
        if !condition.fails {
            found.push(proposal(
                &condition.at,
                "只差这一个条件的人（差一天、差一岁、换一个选项）".to_owned(),
                "Somebody who misses only this condition, by a day, a year or one option".to_owned(),
            ));
        }
    }
    found
}

fn of_limits(covered: &CaseCoverage) -> Vec<Proposal> {
    let mut found = Vec::new();
    for limit in &covered.limits {
        if !limit.cut {
            found.push(proposal(
                &limit.at,
                format!("刚好到“{}”的一笔费用，和再多一分的一笔", limit.name),
                format!("A bill that just reaches {}, and one a fen larger", limit.name),
            ));
        }
        if !limit.below {
            found.push(proposal(
                &limit.at,
                format!("离“{}”差一分的一笔费用", limit.name),
                format!("A bill that stays a fen below {}", limit.name),
            ));
        }
    }
    found
}

/// A number that begins on a day is shown best on that day and on the day before.
fn of_numbers(covered: &CaseCoverage, tree: &Json, requests: &[&Json]) -> Vec<Proposal> {
    let mut found = Vec::new();
    for number in covered.numbers.iter().filter(|number| !number.reached) {
        let version: Vec<&str> = number.path.split('/').take(7).collect();
        let from = tree.at(&version.join("/")).and_then(|version| version.get("from")).and_then(Json::as_str);
        let made = match from {
            Some(day) => proposal(
                &number.at,
                format!("用到 {} 的一笔费用：{day} 当天和前一天各一笔", number.name),
                format!("A bill paid by {}: one on {day}, one on the day before", number.name),
            ),
            None => proposal(
                &number.at,
                format!("用到 {} 的一笔费用", number.name),
                format!("A bill paid by {}", number.name),
            ),
        };
        let request = from.and_then(|day| Date::parse(day).ok()).and_then(|day| on_day(requests.first()?, day));
        found.push(Proposal { request, ..made });
    }
    found
}

/// A request with its expenses on a day.
fn on_day(request: &Json, day: Date) -> Option<Json> {
    let mut request = request.clone();
    let expenses = request.get("expenses")?.items().len();
    for place in 0..expenses {
        *request.at_mut(&format!("/expenses/{place}/date"))? = Json::String(day.to_string());
    }
    let asked_on = request.get("asked_on")?.as_str().and_then(|text| Date::parse(text).ok())?;
    if asked_on < day {
        *request.at_mut("/asked_on")? = Json::String(day.to_string());
    }
    Some(request)
}
