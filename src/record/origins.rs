//! Where in a record the members of its request come from: whoever hands over a record never wrote the request, so what is wrong
//! with it is told of the record, and of the options beside it.

use super::found::{BILLED, Found};
use super::{Bill, Record};
use crate::json::Json;
use crate::json::problem::{Code, Problem, pointer};
use crate::ordered::Map;

/// Places in the text, by members of a request.
pub type Places = Map<&'static str, String>;

/// Members of a request, each with those of a record that say it, the surest first.
type Said = (&'static str, &'static [&'static str]);

const OF_PERSON: [Said; 7] = [
    (REGION, &["insuplc_admdvs"]),
    ("facts/scheme", &["insutype", "insutype_name"]),
    ("facts/birth_date", &["brdy", "certno"]),
    ("facts/retired", &["psn_type", "psn_type_name"]),
    ("facts/flexible_employment", &["psn_type", "psn_type_name"]),
    ("facts/student", &["psn_type", "psn_type_name"]),
    ("facts/civil_servant_supplement", &["cvlserv_flag"]),
];

const OF_BILL: [Said; 10] = [
    ("service", &["med_type", "med_type_name", "ipt_med_type"]),
    ("date", &BILLED),
    ("total", &["medfee_sumamt"]),
    ("facts/self_paid", &["fulamt_ownpay_amt"]),
    ("facts/advance", &["preselfpay_amt"]),
    ("facts/days", &["act_ipt_days"]),
    ("facts/facility_level", &["hosp_lv_name", "hosp_lv", "dedc_hosp_lv", "hi_setl_lv"]),
    ("facts/out_of_area", &["mdtrtarea_admvs"]),
    ("facts/third_party_liable", &["rel_ttp_flag"]),
    ("items", &["iteminfo"]),
];

const REGION: &str = "region";

/// What a record must say, in words, and the way out where it does not.
const NEEDED: [(&str, &str, &str); 4] = [
    (REGION, "where the person is insured", "Name the region with --region CODE, or write its six figures here."),
    (
        "service",
        "what care it was",
        "Write a kind of care whose rules are on file: med_type 11, 13, 14, 21, 22, 24 or 52, or its name.",
    ),
    ("date", "when it was settled", "Write a day that can be read, such as 2025-05-09."),
    ("total", "what the whole bill comes to", "Write the whole bill as an amount, such as 1500.00."),
];

/// Where a bill's record says its members, or would.
pub fn of_bill(found: &Found) -> Places {
    let place =
        |(member, names): &Said| Some((*member, said(found, names).or_else(|| Some(found.at(names.first()?)))?));
    OF_BILL.iter().filter_map(place).collect()
}

/// Adds where a record says what the person is, where none before it did.
pub fn add_person(found: &Found, places: &mut Places) {
    for (member, names) in OF_PERSON {
        if let Some(place) = said(found, names) {
            places.entry(member).or_insert(place);
        }
    }
}

/// The first of these members that stands there.
fn said(found: &Found, names: &[&str]) -> Option<String> {
    let stands = |name: &&&str| found.get(name).is_some_and(|value| *value != Json::Null);
    names.iter().find(stands).map(|name| found.at(name))
}

/// Where the members of a request come from.
#[derive(Debug)]
pub struct Origins {
    person: Places,
    bills: Vec<(String, Places)>,
    /// Members that options said, with them.
    options: Vec<(&'static str, &'static str)>,
    /// Where a record says that it is of a pharmacy.
    pharmacies: Vec<String>,
}

impl Origins {
    /// Those of a record's request.
    pub fn of(record: &Record, is_region_given: bool, is_day_given: bool) -> Self {
        let parts = &record.request;
        let pharmacies = record.notes.iter().filter(|note| note.code == "pharmacy").map(|note| note.path.clone());
        let bill = |bill: &Bill| (bill.path.clone(), bill.places.clone());
        let region = (is_region_given && parts.region.is_none()).then_some((REGION, "--region"));
        let day = is_day_given.then_some((ASKED_ON, "--asked-on"));
        Origins {
            person: parts.places.clone(),
            bills: parts.expenses.iter().map(bill).collect(),
            options: region.into_iter().chain(day).collect(),
            pharmacies: pharmacies.collect(),
        }
    }

    /// Tells problems of the request as problems of the record.
    pub fn tell(&self, problems: &mut Vec<Problem>) {
        // Without a day every bill lacks its own: that is enough to know.
        problems.retain(|problem| problem.path != "/asked_on" || problem.code != Code::Missing.name());
        problems.iter_mut().for_each(|problem| self.tell_one(problem));
        let mut told = Vec::new();
        problems.retain(|problem| {
            let is_new = !told.contains(&(problem.code, problem.path.clone()));
            told.push((problem.code, problem.path.clone()));
            is_new
        });
    }

    fn tell_one(&self, problem: &mut Problem) {
        let path = problem.path.trim_start_matches('/').to_owned();
        if let Some((_, option)) = self.options.iter().find(|(member, _)| *member == path) {
            problem.path = String::new();
            problem.help = format!("{option}: {}", problem.help);
            return;
        }
        let in_bill = path.strip_prefix("expenses/").and_then(|rest| rest.split_once('/').or(Some((rest, ""))));
        let bill = in_bill.and_then(|(place, member)| Some((self.bills.get(place.parse::<usize>().ok()?)?, member)));
        let member = if let Some(((record, places), member)) = bill {
            problem.path = place_of(member, places).unwrap_or(record).to_owned();
            member
        } else {
            let places = if path == ASKED_ON { self.bills.iter().map(|(_, places)| places).next_back() } else { None };
            let known = places.and_then(|places| place_of("date", places)).or_else(|| place_of(&path, &self.person));
            problem.path = known.map_or_else(|| self.lacking(&path), str::to_owned);
            &path
        };
        word_missing(member, problem);
        if member == "service" && self.pharmacies.contains(&problem.path) {
            problem.message = "This is of a pharmacy, and the record does not say that the basic fund paid.".to_owned();
            problem.help =
                "Leave it out; where outpatient insurance covers the pharmacy, write med_type 11.".to_owned();
        }
    }

    /// Where the first record would say what none says.
    fn lacking(&self, member: &str) -> String {
        let name = OF_PERSON.iter().find(|(said, _)| *said == member).and_then(|(_, names)| names.first());
        let place = name.zip(self.bills.first()).map(|(name, (record, _))| pointer(record, name));
        place.unwrap_or_default()
    }
}

const ASKED_ON: &str = "asked_on";

/// The place of a member, or of what it stands in.
fn place_of<'p>(member: &str, places: &'p Places) -> Option<&'p str> {
    let is_in = |known: &str| member.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    places.iter().find(|(known, _)| is_in(known)).map(|(_, place)| place.as_str())
}

/// What a request lacks, the record does not say, or not in a way that can be read.
fn word_missing(member: &str, problem: &mut Problem) {
    let codes = [Code::Missing, Code::MissingTotal, Code::MalformedMoney];
    let needed = NEEDED.iter().find(|(name, ..)| *name == member);
    let Some((_, what, help)) = needed.filter(|_| codes.iter().any(|code| code.name() == problem.code)) else { return };
    problem.message = format!("The record does not say {what}, or not in a way that can be read.");
    problem.help = (*help).to_owned();
}
