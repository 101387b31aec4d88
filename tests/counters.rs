//! Counters that a policy file declares.
//!
//! 1. A deductible, a cap and bands may count what several programmes or services brought in the year.
//! 2. What the year held before opens them.
//! 3. With an open number the range is that of all its values, both ends reached.
//! 4. A counter that does not fit is a problem at its place.
//! 5. What is borne of one deductible never counts into another one.
//! 6. What the request says of a counter, and where it cannot.
//! 7. A limit that is a sum of parts, none of which applies, is a limit of nothing.
//! 8. Of what a year counts apart by a fact, the request says each option.

use serde_json::{Value, json};
use yibao::policy::catalogue::Catalogue;

fn value(unit: &str, number: &Value) -> Value {
    json!({"unit": unit, "words": {"zh": "甲", "en": "A"}, "versions": [{"value": number, "source": "S"}]})
}

/// A file with two programmes, `plain` for outpatient and `chronic` for chronic care, that take the same steps.
fn policy(counters: &Value, benefit: &Value, limit: &Value) -> String {
    let words = json!({"zh": "甲", "en": "A"});
    let programme = |id: &str, service: &str| {
        json!({
            "id": id, "kind": "reimbursement", "fund": "basic", "services": [service], "name": words, "clause": words,
            "sources": ["S"], "benefit": benefit,
            "values": {"limit": value("money", limit), "low": value("rate", &json!("0.60")), "high": value("rate", &json!("0.75"))},
        })
    };
    let mut file = json!({
        "format": 1, "region": "999900", "name": words, "counters": counters,
        "sources": {"S": {"title": "t", "publisher": "p", "date": "2025", "status": "reported"}},
        "programmes": [programme("plain", "outpatient"), programme("chronic", "chronic_outpatient")]
    });
    // A value that no step names is refused.
    let used = benefit.to_string();
    for programme in file["programmes"].as_array_mut().unwrap() {
        programme["values"].as_object_mut().unwrap().retain(|name, _| used.contains(&format!("\"{name}\"")));
    }
    file.to_string()
}

fn problems(text: &str) -> Vec<(String, &'static str)> {
    let report = Catalogue::default().add(&[text]).remove(0);
    report.problems.into_iter().map(|problem| (problem.path, problem.code)).collect()
}

/// Low and high of what each bill is paid, 500 plain in March and then so much chronic in April.
fn paid(policy: &str, bills: [&str; 2], request: &Value) -> Vec<(String, String)> {
    assert_eq!(problems(policy), []);
    let mut catalogue = Catalogue::default();
    catalogue.add(&[policy]);
    let bill = |id: &str, service: &str, day: &str, total: &str| {
        json!({"id": id, "service": service, "date": day, "total": total,
               "facts": {"self_paid": "0", "advance": "0", "facility_level": "2"}})
    };
    let mut whole = json!({
        "region": "999900", "asked_on": "2025-06-01",
        "facts": {"birth_date": "1980-01-01", "scheme": "resident"},
        "expenses": [bill("a", "outpatient", "2025-03-01", bills[0]), bill("b", "chronic_outpatient", "2025-04-01", bills[1])]
    });
    whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    let answer = serde_json::to_value(yibao::api::estimate(&whole.to_string(), &[], &catalogue)).unwrap();
    assert_eq!(answer["outcome"], "estimate", "{answer}");
    let lines = answer["programmes"].as_array().unwrap().iter().flat_map(|p| p["lines"].as_array().unwrap());
    let end = |line: &Value, end: &str| line["paid"][end].as_str().unwrap().to_owned();
    lines.map(|line| (end(line, "low"), end(line, "high"))).collect()
}

fn exactly(policy: &str, bills: [&str; 2], expected: [&str; 2]) {
    let expected = expected.map(|amount| (amount.to_owned(), amount.to_owned()));
    assert_eq!(paid(policy, bills, &json!({})), expected);
}

fn shared_deductible(limit: &Value) -> String {
    policy(
        &json!({"shared": {"counts": "borne", "of": ["plain", "chronic"], "per": "year"}}),
        &json!([{"deductible": "limit", "counter": "shared"}, {"rate": "low"}]),
        limit,
    )
}

/// 1.
#[test]
fn programmes_share_a_deductible() {
    exactly(&shared_deductible(&json!("500")), ["300", "1000"], ["0.00", "480.00"]);
}

/// 1.
#[test]
fn programmes_share_a_limit() {
    let counters = json!({"shared": {"counts": "paid", "of": ["plain", "chronic"], "per": "year"}});
    let benefit = json!([{"rate": "low"}, {"cap": "limit", "per": "year", "counter": "shared"}]);
    exactly(&policy(&counters, &benefit, &json!("500")), ["600", "1000"], ["360.00", "140.00"]);
}

/// 1. Whose payments use a limit up beside the programme's own: one programme, or several.
#[test]
fn a_limit_says_whose_payments_use_it_up() {
    let benefit = |counts: Value| json!([{"rate": "low"}, {"cap": "limit", "per": "year", "counts": counts}]);
    let paid = |counts: Value, chronic: &str| {
        exactly(&policy(&json!({}), &benefit(counts), &json!("500")), ["600", "1000"], ["360.00", chronic]);
    };
    paid(json!("own"), "500.00");
    paid(json!("plain"), "140.00");
    paid(json!(["plain", "chronic"]), "140.00");
}

/// 1.
#[test]
fn bands_lie_on_top_of_the_year_of_several_services() {
    let counters = json!({"year": {"counts": "eligible", "of": ["outpatient", "chronic_outpatient"], "per": "year"}});
    let benefit = json!([{"bands": [{"to": "limit", "rate": "low"}, {"rate": "high"}], "counter": "year"}]);
    exactly(&policy(&counters, &benefit, &json!("20000")), ["15000", "10000"], ["9000.00", "6750.00"]);
}

/// 1.
#[test]
fn a_limit_may_be_of_eligible_cost() {
    let counters = json!({"year": {"counts": "eligible", "of": ["outpatient", "chronic_outpatient"], "per": "year"}});
    let benefit = json!([{"cap": "limit", "per": "year", "counter": "year"}, {"rate": "low"}]);
    exactly(&policy(&counters, &benefit, &json!("6000")), ["5000", "3000"], ["3000.00", "600.00"]);
}

/// 2.
#[test]
fn the_year_before_opens_a_counter() {
    let before =
        json!({"year_to_date": {"2025": {"deductible_used": {"999900/plain": "100", "999900/chronic": "50"}}}});
    let found = paid(&shared_deductible(&json!("500")), ["300", "1000"], &before);
    assert_eq!(found.iter().map(|(low, _)| low.as_str()).collect::<Vec<_>>(), ["0.00", "570.00"]);
}

/// 3.
#[test]
fn an_open_shared_deductible_gives_the_range_of_its_values() {
    let open = shared_deductible(&json!({"unpublished": {"low": "0", "high": "800"}}));
    let open = open.replace(r#""source":"S","value":{"unpublished""#, r#""value":{"unpublished""#);
    let found = paid(&open, ["300", "1000"], &json!({}));
    let mut each: Vec<Vec<i64>> = vec![Vec::new(), Vec::new()];
    for deductible in (0..=800).step_by(50) {
        let at = paid(&shared_deductible(&json!(deductible.to_string())), ["300", "1000"], &json!({}));
        for (all, (low, _)) in each.iter_mut().zip(at) {
            all.push(low.replace('.', "").parse().unwrap());
        }
    }
    for (all, (low, high)) in each.iter().zip(found) {
        let fen = |text: String| text.replace('.', "").parse::<i64>().unwrap();
        // The two programmes take values of their own: each range is at least that of one deductible for both.
        assert!(fen(low) <= *all.iter().min().unwrap() && fen(high) >= *all.iter().max().unwrap(), "{all:?}");
    }
}

/// 4.
#[test]
fn a_counter_that_does_not_fit_is_a_problem() {
    let good = shared_deductible(&json!("500"));
    assert_eq!(problems(&good), []);
    let swapped = |from: &str, to: &str| {
        assert!(good.contains(from), "{from} in {good}");
        problems(&good.replacen(from, to, 1))
    };
    let at = |path: &str, code: &'static str| (path.to_owned(), code);
    assert_eq!(swapped(r#""borne""#, r#""bored""#)[0].0, "/counters/shared/counts");
    assert_eq!(swapped(r#"["plain","chronic"]"#, r#"["plain","no"]"#), [at("/counters/shared/of/1", "unknown_name")]);
    assert_eq!(swapped(r#"["plain","chronic"]"#, "[]"), [at("/counters/shared/of", "empty")]);
    assert_eq!(swapped(r#""per":"year""#, r#""per":"week""#)[0].0, "/counters/shared/per");
    let step = "/programmes/0/benefit/0/counter";
    assert_eq!(swapped(r#""counter":"shared""#, r#""counter":"other""#), [at(step, "unknown_name")]);
    // A deductible counts what is borne.
    assert_eq!(swapped(r#""borne""#, r#""paid""#)[0], at(step, "unknown_name"));
    let report = Catalogue::default().add(&[&good.replacen(r#""borne""#, r#""paid""#, 1)]).remove(0);
    assert!(report.problems[0].message.contains("counter of borne"), "{}", report.problems[0].message);
    let unused = good.replace(r#""counter":"shared","#, "");
    assert_eq!(problems(&unused), [at("/programmes", "unused_name")]);
}

/// 4. Only what an expense is of can be counted apart, and only where there are options.
#[test]
fn only_options_of_an_expense_are_counted_apart() {
    let benefit = json!([{"rate": "low"}, {"cap": "limit", "per": "year", "counter": "c"}]);
    let apart = |fact: &str| {
        let counter = json!({"c": {"counts": "paid", "of": ["plain", "chronic"], "per": "year", "apart": fact}});
        problems(&policy(&counter, &benefit, &json!("500"))).into_iter().next().map(|(path, _)| path)
    };
    assert_eq!(["treats", "emergency"].map(apart), [None, None]);
    for fact in ["scheme", "retired", "service", "days", "self_paid"] {
        assert_eq!(apart(fact).as_deref(), Some("/counters/c/apart"), "{fact}");
    }
}

/// Two deductibles of one programme, then the share that is paid.
fn two_deductibles(second: &Value, counters: &Value) -> String {
    let benefit = json!([{"deductible": "stay"}, second, {"rate": "all"}]);
    let file = policy(counters, &json!([{"rate": "low"}]), &json!("0"));
    let mut file: Value = serde_json::from_str(&file).unwrap();
    for programme in file["programmes"].as_array_mut().unwrap() {
        programme["benefit"] = benefit.clone();
        programme["values"] = json!({
            "stay": value("money", &json!("100")), "year": value("money", &json!("1000")), "all": value("rate", &json!("1"))
        });
        programme["services"] = json!([if programme["id"] == "plain" { "inpatient" } else { "chronic_outpatient" }]);
    }
    file.to_string()
}

fn failed(policy: &str, year_to_date: &Value) -> Vec<(String, String)> {
    let mut catalogue = Catalogue::default();
    assert_eq!(catalogue.add(&[policy]).remove(0).problems, []);
    let request = json!({"region": "999900", "asked_on": "2025-06-01", "year_to_date": year_to_date});
    let answer = serde_json::to_value(yibao::api::estimate(&request.to_string(), &[], &catalogue)).unwrap();
    let problems = answer["problems"].as_array().map_or(Vec::new(), Clone::clone);
    let text = |of: &Value| of.as_str().unwrap().to_owned();
    problems.iter().map(|problem| (text(&problem["path"]), text(&problem["code"]))).collect()
}

/// 5. Bills of 600 and 2,000: the first bears 100 and 500, the second 100 and the other 500.
#[test]
fn two_deductibles_do_not_count_into_each_other() {
    let policy = two_deductibles(&json!({"deductible": "year", "per": "year"}), &json!({}));
    assert_eq!(problems(&policy), []);
    let mut catalogue = Catalogue::default();
    catalogue.add(&[&policy]);
    let bill = |id: &str, day: &str, total: &str| json!({"id": id, "service": "inpatient", "date": day, "total": total, "facts": {"self_paid": "0", "advance": "0"}});
    let request = json!({"region": "999900", "asked_on": "2025-06-01",
        "expenses": [bill("a", "2025-03-01", "600"), bill("b", "2025-04-01", "2000")]});
    let answer = serde_json::to_value(yibao::api::estimate(&request.to_string(), &[], &catalogue)).unwrap();
    assert_eq!(answer["totals"]["paid"]["low"], "1400.00", "{answer}");
    assert_eq!(answer["totals"]["paid"]["high"], "1400.00");
}

/// 5.
#[test]
fn deductibles_that_could_not_be_told_apart_are_refused() {
    let yearly = json!({"deductible": "year", "per": "year"});
    let of_one_value = two_deductibles(&yearly, &json!({})).replace(r#"{"deductible":"stay"}"#, &yearly.to_string());
    let found = problems(&of_one_value);
    let codes: Vec<_> = found.iter().map(|(_, code)| *code).filter(|code| *code != "unused_name").collect();
    assert_eq!(codes, ["same_counter", "same_counter"]);
}

/// 6.
#[test]
fn of_several_yearly_deductibles_the_counter_is_named() {
    let yearly = json!({"deductible": "stay", "per": "year"});
    let two = two_deductibles(&json!({"deductible": "year", "per": "year"}), &json!({}))
        .replace(r#"{"deductible":"stay"}"#, &yearly.to_string());
    let at = |path: &str, code: &str| vec![(path.to_owned(), code.to_owned())];
    let used = json!({"2025": {"deductible_used": {"999900/plain": "100"}}});
    assert_eq!(failed(&two, &used), at("/year_to_date/2025/deductible_used/999900~1plain", "several_deductibles"));
    let named = |name: &str, amount: Value| json!({"2025": {"counters": {name: amount}}});
    for good in ["999900/plain/stay", "999900/plain/year"] {
        assert_eq!(failed(&two, &named(good, json!("100"))), []);
    }
    let place = |name: &str| format!("/year_to_date/2025/counters/{}", name.replace('/', "~1"));
    for (name, code) in [
        ("999900/plain/all", "unknown_counter"),
        ("999900/plain", "unknown_counter"),
        ("999900/plain/year@2025-Q1", "other_period"),
    ] {
        assert_eq!(failed(&two, &named(name, json!("1"))), at(&place(name), code));
    }
    assert_eq!(failed(&two, &named("999900/plain/year", json!(100)))[0].1, "not_a_string");
}

/// 6.
#[test]
fn a_quarter_lies_in_its_insurance_year() {
    let quarterly = two_deductibles(&json!({"deductible": "year", "per": "quarter"}), &json!({}));
    let quarterly = quarterly.replacen('{', r#"{"insurance_year":"02-15","#, 1);
    let under = |year: &str, time: &str| {
        failed(&quarterly, &json!({year: {"counters": {format!("999900/plain/year@{time}"): "1"}}}))
    };
    // The first quarter of 2025 lies in both the year that ends on 14 February and the one that begins then.
    for (year, time, is_good) in [
        ("2024", "2025-Q1", true),
        ("2025", "2025-Q1", true),
        ("2025", "2025-Q2", true),
        ("2024", "2025-Q2", false),
        ("2025", "2025-Q5", false),
        ("2025", "2025-02", false),
    ] {
        assert_eq!(under(year, time).is_empty(), is_good, "{year} {time}");
    }
    let wrong = quarterly.replace("02-15", "02-29");
    assert_eq!(problems(&wrong), [("/insurance_year".to_owned(), "not_a_choice")]);
}

/// A limit made of one part, which is for employees only.
fn limit_of_parts(how: &str) -> String {
    let part = json!({"value": "limit", "when": {"fact": "scheme", "is": "employee"}});
    policy(&json!({}), &json!([{"rate": "low"}, {"cap": {how: [part]}, "per": "year"}]), &json!("500"))
}

/// 7.
#[test]
fn a_sum_of_nothing_is_nothing_and_no_limit_is_something_else() {
    for how in ["sum", "greatest"] {
        exactly(&limit_of_parts(how), ["600", "1000"], ["0.00", "0.00"]);
        let open = json!({"facts": {"birth_date": "1980-01-01", "scheme": null}});
        let between = [("0.00", "360.00"), ("0.00", "500.00")].map(|(low, high)| (low.to_owned(), high.to_owned()));
        assert_eq!(paid(&limit_of_parts(how), ["600", "1000"], &open), between, "{how}");
    }
    exactly(&limit_of_parts("least"), ["600", "1000"], ["360.00", "600.00"]);
}

/// 8.
#[test]
fn of_what_a_year_counts_apart_a_sum_says_nothing() {
    let policy = policy(
        &json!({"c": {"counts": "paid", "of": ["plain", "chronic"], "per": "year", "apart": "treats"}}),
        &json!([{"rate": "low"}, {"cap": "limit", "counter": "c"}]),
        &json!("500"),
    );
    let paid = json!({"2025": {"paid": {"999900/plain": "100"}}});
    let at = "/year_to_date/2025/paid/999900~1plain".to_owned();
    assert_eq!(failed(&policy, &paid), vec![(at, "counted_apart".to_owned())]);
    let named = |name: &str| json!({"2025": {"counters": {name: "40"}}});
    for (name, code) in [
        ("999900/c@diabetes", None),
        ("999900/plain/c@other", None),
        ("999900/c", Some("other_period")),
        ("999900/c@measles", Some("other_period")),
        ("999900/c@diabetes@2025-Q1", Some("other_period")),
    ] {
        let at = format!("/year_to_date/2025/counters/{}", name.replace('/', "~1"));
        let expected: Vec<_> = code.into_iter().map(|code| (at.clone(), code.to_owned())).collect();
        assert_eq!(failed(&policy, &named(name)), expected, "{name}");
    }
    let told = json!({"2025": {"paid": {"999900/plain": "100"}, "counters": {"999900/c@diabetes": "100"}}});
    assert_eq!(failed(&policy, &told), []);
}
