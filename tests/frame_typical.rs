//! What the national frame calls typical of a stay, against the cities that are on file.
//!
//! The bulletin's share is a mean; how far one city lies from it is our assumption. So a stay of the average size is settled
//! in every region with an inpatient rule of its own, for each scheme and level: nine of ten lie in the frame's typical
//! interval.

use crate::support::answers::estimate;
use crate::support::regions::regions;
use serde_json::{Value, json};
use yibao::api::wire::{Amount, Estimate};

/// Scheme, level, and what a stay costs on average (bulletins of 2024 and 2021).
const STAYS: [(&str, &str, i64); 6] = [
    ("employee", "3", 13_840),
    ("employee", "2", 8_327),
    ("employee", "1", 6_105),
    ("resident", "3", 13_942),
    ("resident", "2", 6_626),
    ("resident", "1", 3_623),
];

#[test]
fn nine_of_ten_average_stays_lie_in_the_typical_interval() {
    let (mut all, mut outside) = (0, Vec::new());
    for stay in STAYS {
        let frame = basic(&estimate(&request("000000", stay))).typical.expect("the frame's share is open");
        let (low, high) = (frame.low.to_fen(), frame.high.to_fen());
        for region in regions() {
            let Some(paid) = own_usual(&estimate(&request(&region.code, stay))) else { continue };
            all += 1;
            if !(low..=high).contains(&paid) {
                outside.push(format!("{} {stay:?}: {paid}, not {low} to {high}", region.code));
            }
        }
    }
    assert!(all > 60, "only {all} stays");
    assert!(outside.len() * 10 <= all, "{} of {all} lie outside\n{}", outside.len(), outside.join("\n"));
}

fn request(region: &str, (scheme, level, cost): (&str, &str, i64)) -> Value {
    json!({
        "region": region, "asked_on": "2026-11-28",
        "facts": {"scheme": scheme, "birth_date": "1980-01-01", "retired": false, "hardship": []},
        "expenses": [{
            "id": "stay", "service": "inpatient", "date": "2026-06-01", "total": cost.to_string(),
            "facts": {"facility_level": level, "self_paid": "0.00", "advance": "0.00", "admission": 1,
                      "out_of_area": "no", "third_party_liable": false}
        }]
    })
}

fn basic(answer: &Estimate) -> Amount {
    answer.funds.iter().find(|fund| fund.fund == "basic").expect("every region has basic insurance").paid
}

/// What basic insurance usually pays by the region's own rule: the likely amount, or the middle of the typical ones.
fn own_usual(answer: &Estimate) -> Option<i64> {
    let answers =
        |programme: &&yibao::api::wire::ProgrammeAnswer| programme.fund == Some("basic") && !programme.lines.is_empty();
    let is_own = answer.programmes.iter().filter(answers).all(|programme| !programme.id.starts_with("000000/"));
    let paid = basic(answer);
    let middle = paid.typical.map_or(paid.low.to_fen(), |usual| (usual.low.to_fen() + usual.high.to_fen()) / 2);
    is_own.then(|| paid.likely.map_or(middle, |likely| likely.to_fen()))
}
