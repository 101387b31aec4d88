//! Rules of the public contract that hold in every region, sentence by sentence: third party, assumptions, before
//! enrolment, out of area, dates for which nobody's rules are known.

use crate::support::answers::{ask, failure, fen, shown};
use serde_json::{Value, json};

const REGIONS: [&str; 6] = ["000000", "130800", "370000", "370212", "370503", "370883"];
const SERVICES: [&str; 5] =
    ["inpatient", "outpatient", "chronic_outpatient", "accident_outpatient", "rehabilitation_outpatient"];

fn answer(request: &Value) -> Value {
    let answer = serde_json::to_value(ask(request)).unwrap();
    assert_eq!(answer["outcome"], "estimate", "{answer}");
    answer
}

/// The same without working and questions.
fn amounts(request: &Value) -> Value {
    let told = yibao::api::estimate_amounts(&request.to_string(), &[], crate::support::catalogue());
    serde_json::to_value(told).unwrap()
}

/// A bill of 1,000 with these facts beside its parts.
fn bill(region: &str, service: &str, more: &Value) -> Value {
    let mut facts = json!({"self_paid": "100.00", "advance": "50.00"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({
        "region": region, "asked_on": "2025-06-09", "facts": {"scheme": "resident", "birth_date": "2015-05-01"},
        "expenses": [{"id": "e1", "service": service, "date": "2025-05-01", "total": "1000.00", "facts": facts}],
    })
}

fn ends(amount: &Value) -> (i64, i64) {
    let end = |end: &str| fen(amount[end].as_str().unwrap_or_else(|| panic!("{amount}")));
    (end("low"), end("high"))
}

fn slip(answer: &Value, field: &str) -> (i64, i64) {
    ends(&answer["expenses"][0]["slip"][field])
}

fn everywhere(check: impl Fn(&str, &str)) {
    for region in REGIONS {
        for service in SERVICES {
            check(region, service);
        }
    }
}

// ------------------------------------------------------------------------------------------------ third party

#[test]
fn what_somebody_else_must_bear_is_out_of_scope_in_any_service() {
    // The amount; in scope is 1,000 less 100, less 50, less the amount, and not below nothing.
    for (amount, in_scope) in [("0.00", 85_000), ("400.00", 45_000), ("900.00", 0)] {
        everywhere(|region, service| {
            // Given without saying that somebody is liable, it says so.
            for liable in [json!({}), json!({"third_party_liable": true}), json!({"third_party_liable": null})] {
                let mut facts = liable;
                facts["third_party_amount"] = json!(amount);
                let answer = amounts(&bill(region, service, &facts));
                let place = format!("{region} {service} {facts}");
                assert_eq!(slip(&answer, "inscp_scp_amt"), (in_scope, in_scope), "{place}");
                // It stays in the bill, and what nobody pays is the patient's.
                assert_eq!(answer["totals"]["billed"], "1000.00", "{place}");
                let (paid, own) = (ends(&answer["totals"]["paid"]), ends(&answer["totals"]["out_of_pocket"]));
                assert_eq!((paid.0 + own.1, paid.1 + own.0), (100_000, 100_000), "{place}");
                assert!(paid.1 <= in_scope, "{place}");
            }
        });
    }
}

#[test]
fn an_amount_of_nobody_or_above_the_bill_is_a_problem() {
    let at = |facts: Value| shown(&failure(&bill("370212", "inpatient", &facts).to_string()));
    let place = "\"/expenses/0/facts/third_party_amount\"";
    assert_eq!(
        at(json!({"third_party_liable": false, "third_party_amount": "1"})),
        format!("nobody_liable at {place}")
    );
    assert_eq!(at(json!({"third_party_amount": "1000.01"})), format!("third_party_above_bill at {place}"));
}

#[test]
fn liable_for_an_unknown_amount_is_anything_up_to_the_bill() {
    everywhere(|region, service| {
        let answer = amounts(&bill(region, service, &json!({"third_party_liable": true})));
        assert_eq!(slip(&answer, "inscp_scp_amt"), (0, 85_000), "{region} {service}");
    });
}

#[test]
fn a_programmes_own_condition_on_it_stays() {
    let verdict = |liable: bool| {
        let facts = json!({"third_party_liable": liable});
        let answer = answer(&bill("370883", "accident_outpatient", &facts));
        let of_it = |programme: &&Value| programme["id"] == "370883/accident-outpatient";
        answer["programmes"].as_array().unwrap().iter().find(of_it).unwrap()["verdict"].clone()
    };
    assert_eq!([true, false].map(verdict), [json!("does_not_apply"), json!("applies")]);
}

// ------------------------------------------------------------------------------------------------ assumptions

#[test]
fn absent_is_assumed_and_null_is_open() {
    everywhere(|region, service| {
        let told = |facts: Value| {
            let answer = answer(&bill(region, service, &facts));
            let assumed = answer["assumed"].as_array().unwrap().clone();
            let is_liability = |entry: &&Value| entry["unknown"] == "e1/third_party_liable";
            (assumed.iter().find(is_liability).map(|entry| entry["value"].clone()), slip(&answer, "inscp_scp_amt"))
        };
        let place = format!("{region} {service}");
        let (assumed, in_scope) = told(json!({}));
        if service == "accident_outpatient" {
            // There somebody else may well be liable.
            assert_eq!((assumed, in_scope), (None, (0, 85_000)), "{place}");
        } else {
            assert_eq!((assumed, in_scope), (Some(json!(false)), (85_000, 85_000)), "{place}");
        }
        assert_eq!(told(json!({"third_party_liable": null})), (None, (0, 85_000)), "{place}");
        assert_eq!(told(json!({"third_party_liable": false})), (None, (85_000, 85_000)), "{place}");
    });
}

// ------------------------------------------------------------------------------------------------ before enrolment

/// A stay of a resident's child, born on New Year's Day 2025; the words that its answer has for its cover.
fn newborn(region: &str, enrolled: Value, asked_on: &str, day: &str, reading: Option<&str>) -> Vec<(String, String)> {
    let facts = json!({"scheme": "resident", "birth_date": "2025-01-01", "enrolled_and_paid_on": enrolled});
    let mut request = json!({
        "region": region, "asked_on": asked_on, "facts": facts,
        "expenses": [{"id": "e1", "service": "inpatient", "date": day, "total": "1000.00",
            "facts": {"self_paid": "0.00", "advance": "0.00", "facility_level": "2"}}],
    });
    if let Some(reading) = reading {
        request["readings"] = json!({"000000/newborn-cover/late-enrolment": reading});
    }
    let answer = answer(&request);
    let needs_cover =
        |p: &&Value| p["kind"] == "reimbursement" && (p["fund"] == "basic" || p["fund"] == "critical_illness");
    let programmes = answer["programmes"].as_array().unwrap().iter().filter(needs_cover);
    let covered = programmes.flat_map(|programme| {
        let lines = programme["lines"].as_array().unwrap().clone();
        let verdict = |line: &Value| line["verdict"].as_str().unwrap().to_owned();
        lines.into_iter().filter_map(move |line| {
            let findings = line["findings"].as_array().unwrap();
            let finding = findings.iter().find(|finding| finding["text"]["id"] == "finding-covered")?;
            Some((verdict(&line), finding["truth"].as_str().unwrap().to_owned()))
        })
    });
    covered.collect()
}

fn truths(found: &[(String, String)]) -> Vec<&str> {
    let mut truths: Vec<&str> = found.iter().map(|(_, truth)| truth.as_str()).collect();
    truths.dedup();
    truths
}

#[test]
fn a_child_is_covered_from_birth_if_it_was_enrolled_in_time() {
    let day_90 = "2025-04-01";
    for region in REGIONS {
        let told = |enrolled: &str, asked_on: &str, day: &str, reading| {
            newborn(region, json!(enrolled), asked_on, day, reading)
        };
        let mut seen = false;
        // Enrolled on day 90, not on day 91; in Shandong the window is six months unless the other reading holds.
        let late = if region.starts_with("37") { "2025-07-02" } else { "2025-04-02" };
        let last = if region.starts_with("37") { "2025-04-01" } else { day_90 };
        for (enrolled, asked_on, day, reading, wanted) in [
            (last, "2025-12-01", "2025-01-20", None, "true"),
            (late, "2025-12-01", "2025-01-20", Some("from-enrolment"), "false"),
            (late, "2025-12-01", "2025-01-20", Some("from-birth"), "true"),
            (late, "2025-12-01", "2025-01-20", None, "unknown"),
            // An expense after the enrolment is covered, however late that was.
            (late, "2025-12-01", "2025-08-01", Some("from-enrolment"), "true"),
            // Not yet, while the window lasts: open; after it, as if late.
            ("not_yet", "2025-03-01", "2025-01-20", Some("from-enrolment"), "unknown"),
            ("not_yet", "2025-12-01", "2025-01-20", Some("from-enrolment"), "false"),
            ("not_yet", "2025-12-01", "2025-01-20", Some("from-birth"), "true"),
        ] {
            let found = told(enrolled, asked_on, day, reading);
            seen |= !found.is_empty();
            let place = format!("{region} {enrolled} {asked_on} {day} {reading:?}");
            assert!(found.is_empty() || truths(&found) == [wanted], "{place}: {found:?}, not {wanted}");
            let applies = found.iter().filter(|(verdict, _)| verdict == "applies").count();
            assert!(wanted != "false" || found.iter().all(|(verdict, _)| verdict == "does_not_apply"), "{place}");
            assert!(wanted != "unknown" || applies == 0, "{place}: {found:?}");
        }
        // Who is a year old on the day is no infant: nothing is asked of the enrolment.
        assert!(told("not_yet", "2026-06-01", "2026-01-01", None).is_empty(), "{region}");
        assert!(seen || ["000000", "370000", "370503"].contains(&region), "{region}: no programme needs cover");
    }
}

#[test]
fn enrolment_bears_on_nothing_for_everybody_else() {
    for region in REGIONS {
        for facts in [
            json!({"scheme": "employee", "birth_date": "2025-01-01"}),
            json!({"scheme": "resident", "birth_date": "1980-01-01"}),
        ] {
            let with = |enrolled: Value| {
                let mut facts = facts.clone();
                facts["enrolled_and_paid_on"] = enrolled;
                let mut request = bill(region, "inpatient", &json!({"facility_level": "2"}));
                request["facts"] = facts;
                let answer = answer(&request);
                (answer["totals"].clone(), answer["funds"].clone())
            };
            assert_eq!(with(json!("not_yet")), with(json!("2025-02-01")), "{region} {facts}");
        }
    }
}

/// The caveats on enrolment of a resident's bill of 1 May 2025, by programme of basic insurance.
fn enrolment_caveats(region: &str, scheme: &str, born: &str, enrolled: &str) -> Vec<Value> {
    let mut request = bill(region, "inpatient", &json!({"facility_level": "2"}));
    request["facts"] = json!({"scheme": scheme, "birth_date": born, "enrolled_and_paid_on": enrolled});
    let answer = answer(&request);
    let programmes = answer["programmes"].as_array().unwrap().iter();
    let told = programmes.flat_map(|programme| programme["caveats"].as_array().unwrap().clone());
    let of_enrolment = ["caveat-not-yet-enrolled", "caveat-enrolled-later", "caveat-waiting-period"];
    let mut told: Vec<Value> = told.filter(|text| of_enrolment.contains(&text["id"].as_str().unwrap())).collect();
    told.dedup();
    told
}

#[test]
fn who_enrolled_late_or_not_yet_is_told_what_it_usually_means() {
    for region in ["000000", "370883"] {
        let told = |enrolled| enrolment_caveats(region, "resident", "1980-01-01", enrolled);
        let of = |id: &str, date: &str| vec![json!({"id": id, "args": {"date": date}})];
        assert_eq!(told("not_yet"), [json!({"id": "caveat-not-yet-enrolled"})], "{region}");
        assert_eq!(told("2025-05-02"), of("caveat-enrolled-later", "2025-05-02"), "{region}");
        // Three months after the first of February is the first of May: the wait is over.
        assert_eq!(told("2025-02-02"), of("caveat-waiting-period", "2025-05-02"), "{region}");
        assert_eq!(told("2025-02-01"), Vec::<Value>::new(), "{region}");
        // Newborns do not wait, and employees have another rule.
        assert_eq!(enrolment_caveats(region, "resident", "2024-08-01", "2025-04-01"), Vec::<Value>::new());
        assert_eq!(enrolment_caveats(region, "employee", "1980-01-01", "2025-04-01"), Vec::<Value>::new());
    }
}

// ------------------------------------------------------------------------------------------------ out of area

#[test]
fn care_elsewhere_is_at_home_unless_said_and_filed_pays_as_at_home() {
    let paid = |region: &str, facts: &Value| {
        let mut request = bill(region, "inpatient", facts);
        request["facts"]["scheme"] = json!("employee");
        request["facts"]["retired"] = json!(false);
        answer(&request)
    };
    for region in REGIONS {
        let level = |more: Value| {
            let mut facts = json!({"facility_level": "2"});
            facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            paid(region, &facts)
        };
        let (absent, no) = (level(json!({})), level(json!({"out_of_area": "no"})));
        assert_eq!(absent["totals"], no["totals"], "{region}");
        let filed = level(json!({"out_of_area": "filed"}));
        assert_eq!(filed["totals"]["paid"], no["totals"]["paid"], "{region}");
        // What is assumed is told only where another answer would change something.
        let open = level(json!({"out_of_area": null}));
        let is_told = absent["assumed"].to_string().contains("e1/out_of_area");
        let changes = open["totals"]["paid"] != no["totals"]["paid"];
        assert!(!changes || is_told, "{region}: {}", absent["assumed"]);
    }
}

// ------------------------------------------------------------------------------------------------ dates

/// Long before any rule, and beyond what is known: an expense is allowed, and what nobody knows is not exactly nothing.
#[test]
fn a_bill_before_every_rule_or_after_today_is_not_silently_nothing() {
    for region in REGIONS {
        for service in SERVICES {
            for day in ["1925-03-01", "2031-03-01"] {
                for scheme in ["resident", "employee"] {
                    let mut request =
                        bill(region, service, &json!({"third_party_liable": false, "facility_level": "2"}));
                    request["expenses"][0]["date"] = json!(day);
                    request["facts"] = json!({"scheme": scheme, "birth_date": "1900-01-01", "retired": false});
                    let answer = answer(&request);
                    let (low, high) = ends(&answer["totals"]["paid"]);
                    let is_told = !answer["totals"]["not_counted"].as_array().unwrap().is_empty();
                    let place = format!("{region} {service} {day} {scheme}");
                    let basic = answer["programmes"].as_array().unwrap().iter().filter(|p| p["fund"] == "basic");
                    let is_named = basic
                        .clone()
                        .any(|p| p["lines"].as_array().unwrap().iter().any(|l| l["verdict"] != "does_not_apply"));
                    assert!((low, high) != (0, 0) || is_told || !is_named, "{place}: exactly nothing from silence");
                }
            }
        }
    }
}
