//! `explain: "amounts"` is the whole answer without what explains it.
//!
//! Of random requests of every region, with and without holes, and of bad ones: every member that is there is that of
//! the whole answer, to the byte, in the same order; programmes keep six members.

use crate::support::analysis::random_holes;
use crate::support::around::list;
use crate::support::catalogue;
use crate::support::regions::regions;
use crate::support::requests::complete;
use crate::support::tape::Tape;
use serde_json::{Value, json};
use yibao::api;

const OF_A_PROGRAMME: [&str; 6] = ["id", "fund", "kind", "strength", "verdict", "paid"];

fn amounts_text(request: &str) -> String {
    serde_json::to_string(&api::estimate_amounts(request, &[], catalogue())).unwrap()
}

fn whole_text(request: &str) -> String {
    serde_json::to_string(&api::estimate(request, &[], catalogue())).unwrap()
}

/// The whole answer less what the amounts leave out.
fn stripped(whole: &str) -> Value {
    let mut answer: Value = serde_json::from_str(whole).unwrap();
    for key in ["questions", "sources", "assumed"].into_iter().filter(|key| whole.contains(&format!("\"{key}\":["))) {
        if answer.get(key).is_some() {
            answer[key] = json!([]);
        }
    }
    for programme in answer["programmes"].as_array_mut().unwrap() {
        programme.as_object_mut().unwrap().retain(|key, _| OF_A_PROGRAMME.contains(&key.as_str()));
    }
    answer
}

#[test]
fn the_amounts_are_those_of_the_whole_answer() {
    let mut open = 0;
    for (place, region) in
        regions().iter().enumerate().filter(|(_, region)| !list(&region.described["programmes"]).is_empty())
    {
        let tape = &mut Tape::Seeded(place as u64 * 7_919 + 5);
        for round in 0..4 {
            let mut request = complete(tape, region);
            if round % 2 == 1 {
                random_holes(tape, region, &request).iter().for_each(|hole| hole.punch(&mut request, false));
                open += 1;
            }
            let text = request.to_string();
            let (whole, told) = (whole_text(&text), amounts_text(&text));
            assert_eq!(serde_json::from_str::<Value>(&told).unwrap(), stripped(&whole), "{text}");
            // The parts before the programmes are the same bytes.
            let until = |answer: &str| answer.split("\"programmes\":").next().unwrap().to_owned();
            assert_eq!(until(&told), until(&whole), "{text}");
        }
    }
    assert!(open > 5, "{open}");
}

#[test]
fn a_bad_request_is_refused_alike() {
    for text in ["", "{", "[]", "{}", r#"{"region": "370212", "asked_on": 1}"#] {
        assert_eq!(amounts_text(text), whole_text(text), "{text}");
    }
}

#[test]
fn another_way_to_explain_is_refused() {
    for name in ["", "Full", "steps"] {
        let failure = serde_json::to_value(api::Explain::named(name).unwrap_err()).unwrap();
        let problem = &failure["problems"][0];
        assert_eq!(
            (&failure["outcome"], &problem["code"], &problem["path"]),
            (&json!("failure"), &json!("unknown_option"), &json!(""))
        );
    }
}
