//! What the resident pays against the size of a bill, over random requests of every region.
//!
//! 1. Every point, and `here`, is the estimate with that bill, of this expense: exactly where nothing is open; where the
//!    budget of work was divided among many bills, a range that holds the estimate's.
//! 2. Between two neighbours the curve is straight but for the fen that rounding brings: no kink is missed. A jump is
//!    two points a fen apart.
//! 3. `exact` where, and only where, every bill on it gives one amount.
//! 4. Points rise from the smallest bill that the rest of the expense allows to `up_to`.
//! 5. `inverse`: at that bill the resident pays no more, at a fen more they do, at any smaller bill no more but for
//!    rounding; `any` and `none` as they say. Where something is open: `sure` by the high end, `possible` by the low one.
//! 6. What is asked amiss is a Failure at its place.

use crate::support::analysis::random_holes;
use crate::support::answers::{Range, estimate, fen};
use crate::support::around::{curve, list, text};
use crate::support::fragment::policy_file;
use crate::support::holes::given_fen;
use crate::support::regions::{Region, regions};
use crate::support::requests::{complete, yuan};
use crate::support::setting;
use crate::support::tape::Tape;
use serde_json::{Value, json};

/// How many random requests of each region are studied.
const ROUNDS: u64 = 2;
/// A curve may be so many fen off a straight line: each payment is rounded at both ends and between them.
const ROUNDING: i64 = 5;
/// The greatest amount there is.
const MOST: i64 = 99_999_999_999_999;

type Wrong = Option<String>;

#[derive(Debug, Default)]
struct Seen {
    exact: usize,
    open: usize,
    kinks: usize,
    jumps: usize,
    inverses: usize,
}

#[test]
fn the_curve_is_the_estimate_at_every_bill() {
    let mut found = Vec::new();
    let mut seen = Seen::default();
    for (place, region) in regions().iter().enumerate() {
        for round in 0..ROUNDS * setting("YIBAO_TIMES", 1) {
            let seed = setting("YIBAO_SEED", 0) * 15_485_863 + 57 + place as u64 * 7_919 + round * 104_729;
            found.extend(wrong_of_random(&mut Tape::Seeded(seed), region, &mut seen));
        }
    }
    let shown: String = found.iter().take(8).map(|what| format!("{what}\n\n")).collect();
    assert!(found.is_empty(), "{} findings\n{shown}", found.len());
    let enough = seen.exact > 5 && seen.open > 0 && seen.kinks > 5 && seen.inverses > 3;
    assert!(enough, "the test has looked at too little: {seen:?}");
}

/// What an earlier bill leaves open hides the working of a later one, not its amounts: its kinks are still found.
#[test]
fn a_kink_is_found_where_something_open_moves_nothing() {
    let request = json!({
        "region": "510100", "asked_on": "2020-07-01", "facts": {"hardship": [], "scheme": "resident", "student": true},
        "entered": {"000000/resident-critical-illness/deductible-share": "0", "000000/resident-critical-illness/rate": "1"},
        "expenses": [
            {"id": "e0", "service": "accident_outpatient", "date": "2016-01-01", "total": "158009.65",
             "facts": {"treats": "cerebral_palsy"}},
            {"id": "e1", "service": "inpatient", "date": "2016-03-01", "total": "298.28",
             "facts": {"advance": "0.00", "facility_level": "3", "self_paid": "44.61", "third_party_amount": "172.05"}}
        ]
    });
    let told = curve(&request, &json!({"expense": "e1"}));
    let bills: Vec<&str> = list(&told["points"]).iter().map(|point| text(&point["bill"])).collect();
    // Nothing is in scope up to 44.61 above what somebody else must pay; from there on all of it is paid.
    assert_eq!(bills[..2], ["172.05", "216.66"], "{told}");
}

/// A request, and the place of an expense with a bill; in most of them funds pay a part of it.
fn with_bill(tape: &mut Tape, region: &Region) -> Option<(Value, usize)> {
    let mut found = None;
    for _ in 0..12 {
        let request = complete(tape, region);
        let whole = estimate(&request);
        let billed = (0..whole.expenses.len()).filter(|p| request["expenses"][p].get("total").is_some());
        let pays = |place: &usize| whole.expenses[*place].slip.fund_pay_sumamt.high.to_fen() > 0;
        let billed: Vec<usize> = billed.collect();
        let place = billed.iter().copied().rfind(pays).or(billed.first().copied());
        let is_paid = place.is_some_and(|place| pays(&place));
        found = place.map(|place| (request, place)).or(found);
        if is_paid {
            break;
        }
    }
    found
}

fn wrong_of_random(tape: &mut Tape, region: &Region, seen: &mut Seen) -> Wrong {
    let (mut request, place) = with_bill(tape, region)?;
    if tape.one_in(3) {
        random_holes(tape, region, &request).iter().for_each(|hole| hole.punch(&mut request, false));
    }
    let first = list(&request["expenses"]).iter().position(|expense| expense.get("total").is_some());
    let mut study = Study { request, place, told: Value::Null, asked: json!({}) };
    study.ask(tape, first == Some(place));
    let wrong = study
        .wrong_frame()
        .or_else(|| study.wrong_points())
        .or_else(|| study.wrong_between(tape, seen))
        .or_else(|| study.wrong_inverse(tape, seen));
    wrong.map(|what| format!("{what}\nwith {}\nof {}\n{}", study.asked, study.request, study.told))
}

struct Study {
    request: Value,
    place: usize,
    asked: Value,
    told: Value,
}

/// A bill, and what is paid of it.
#[derive(Clone, Copy, Debug)]
struct Point {
    bill: i64,
    own: Range,
}

impl Study {
    fn ask(&mut self, tape: &mut Tape, is_first: bool) {
        if !is_first || tape.one_in(2) {
            self.asked["expense"] = self.expense()["id"].clone();
        }
        if tape.one_in(2) {
            self.asked["up_to"] = json!(yuan(self.smallest() + tape.between(0, 100_000_000)));
        }
        if tape.one_in(2) {
            let most = if tape.one_in(2) { tape.between(0, 300_000) } else { tape.between(0, 20_000_000) };
            self.asked["pay_at_most"] = json!(yuan(most));
        }
        self.told = curve(&self.request, &self.asked);
    }

    fn expense(&self) -> &Value {
        &self.request["expenses"][self.place]
    }

    /// What the rest of the expense adds up to.
    fn smallest(&self) -> i64 {
        let part = |fact: &str| given_fen(&self.expense()["facts"][fact]).unwrap_or(0);
        let settled = self.expense()["settled"].as_object();
        let settled: i64 = settled.into_iter().flatten().map(|(_, amount)| given_fen(amount).unwrap()).sum();
        settled.max(part("self_paid") + part("advance")).max(part("third_party_amount"))
    }

    fn is_exact(&self) -> bool {
        self.told["exact"] == true
    }

    fn points(&self) -> Vec<Point> {
        list(&self.told["points"]).iter().map(point).collect()
    }

    /// What the resident pays of this expense with this bill.
    fn at(&self, bill: i64) -> Range {
        let mut request = self.request.clone();
        request["expenses"][self.place]["total"] = json!(yuan(bill));
        Range::of(&estimate(&request).expenses[self.place].out_of_pocket)
    }

    /// 3 and 4.
    fn wrong_frame(&self) -> Wrong {
        if self.told["outcome"] != "curve" || self.told["expense"] != self.expense()["id"] {
            return Some("NO CURVE".into());
        }
        let points = self.points();
        let last = points.last()?.bill;
        let is_rising = points.is_sorted_by(|a, b| a.bill < b.bill);
        let goes_far = match given_fen(&self.asked["up_to"]) {
            Some(up_to) => last == up_to,
            None => last >= self.smallest().max(given_fen(&self.expense()["total"]).unwrap()),
        };
        let right = is_rising && goes_far && points[0].bill == self.smallest();
        let open = points.iter().find(|point| !point.own.is_exact());
        match (right, open) {
            (false, _) => Some(format!("FROM {} TO {last}", points[0].bill)),
            (true, Some(open)) if self.is_exact() => Some(format!("EXACT, but {open:?}")),
            _ => None,
        }
    }

    /// 1.
    fn wrong_points(&self) -> Wrong {
        let here = point(&self.told["here"]);
        if here.bill != given_fen(&self.expense()["total"]).unwrap() {
            return Some(format!("HERE is {}", here.bill));
        }
        self.points().into_iter().chain([here]).find_map(|point| {
            let is = self.at(point.bill);
            let right = if self.is_exact() { point.own == is } else { point.own.holds(is) };
            (!right).then(|| format!("POINT {point:?}, but {is:?}"))
        })
    }

    /// 2 and 3.
    fn wrong_between(&self, tape: &mut Tape, seen: &mut Seen) -> Wrong {
        let points = self.points();
        if !self.is_exact() {
            seen.open += 1;
            let bills = (0..4).map(|_| tape.between(points[0].bill, points[points.len() - 1].bill));
            let somewhere_open =
                points.iter().any(|p| !p.own.is_exact()) || bills.into_iter().any(|b| !self.at(b).is_exact());
            // What is open may change the working without changing an amount; that is found in no amount. What the resident does
            // not know is asked of nobody.
            let is_open = !estimate(&self.request).questions.is_empty() || self.request.to_string().contains(":null");
            let has_cause = somewhere_open || is_open || self.is_uncounted();
            return (!has_cause).then(|| "NOT EXACT, but nothing is open".into());
        }
        seen.exact += 1;
        seen.kinks += points.len() - 2.min(points.len());
        points.windows(2).find_map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            seen.jumps += usize::from(b.bill - a.bill == 1 && (b.own.low - a.own.low).abs() > ROUNDING);
            let mut bills = vec![a.bill + 1, a.bill + 2, a.bill + 60, b.bill - 60, b.bill - 2, b.bill - 1];
            if b.bill > a.bill {
                bills.extend((0..4).map(|_| tape.between(a.bill, b.bill)));
            }
            bills.into_iter().filter(|bill| (a.bill + 1..b.bill).contains(bill)).find_map(|bill| {
                let is = self.at(bill);
                let off = is.low - on_line(a, b, bill);
                let wrong = !is.is_exact() || off.abs() > ROUNDING;
                wrong.then(|| format!("BENT at {bill} by {off}: {is:?} between {a:?} and {b:?}"))
            })
        })
    }

    fn is_uncounted(&self) -> bool {
        let whole = estimate(&self.request);
        let undetermined = whole.programmes.iter().any(|programme| programme.verdict == "undetermined");
        undetermined || !whole.totals.not_counted.is_empty()
    }

    /// 5.
    fn wrong_inverse(&self, tape: &mut Tape, seen: &mut Seen) -> Wrong {
        let Some(most) = given_fen(&self.asked["pay_at_most"]) else {
            return self.told.get("inverse").map(|_| "INVERSE unasked".into());
        };
        let told = &self.told["inverse"];
        if given_fen(&told["pay_at_most"]) != Some(most) || (self.is_exact() && told["sure"] != told["possible"]) {
            return Some(format!("INVERSE {told}"));
        }
        seen.inverses += 1;
        let high = |range: Range| range.high;
        let low = |range: Range| range.low;
        let sure = self.wrong_bound(tape, &told["sure"], most, high).map(|what| format!("SURE {what}"));
        let possible = if self.is_exact() {
            self.wrong_bound(tape, &told["possible"], most, low)
        } else {
            self.wrong_possible(&told["possible"], most)
        };
        sure.or(possible.map(|what| format!("POSSIBLE {what}")))
    }

    /// Where something is open, each bill on the curve has a part of the work that an estimate has. Its low end may lie
    /// below the estimate's, and what is still possible beyond the estimate's. It agrees with the curve.
    fn wrong_possible(&self, bound: &Value, most: i64) -> Wrong {
        let lows: Vec<Point> = self.points().into_iter().filter(|point| point.own.low > most + ROUNDING).collect();
        let last = match text(bound) {
            "none" => return (lows.len() < self.points().len()).then(|| "none".into()),
            "any" => MOST,
            bill => fen(bill),
        };
        lows.into_iter().find(|point| point.bill <= last).map(|point| format!("{bound}, but {point:?}"))
    }

    fn wrong_bound(&self, tape: &mut Tape, bound: &Value, most: i64, end: fn(Range) -> i64) -> Wrong {
        let at = |bill: i64| end(self.at(bill));
        let smallest = self.smallest();
        let last = match text(bound) {
            "none" => {
                let least = at(smallest);
                return (least <= most).then(|| format!("none, but {least} at {smallest}"));
            }
            "any" => MOST,
            bill => fen(bill),
        };
        // An open request has less work for each bill on its curve than for the one that it asks for.
        // A fen beyond, the amount may look reached still, for the sake of a rounding; but no less.
        let beyond = |bill: i64| self.is_exact() && bill <= MOST && at(bill) < most;
        if at(last) > most || beyond(last + 1) {
            return Some(format!("{bound}: {} there and {} beyond, not {most}", at(last), at((last + 1).min(MOST))));
        }
        let near = points_below(&self.points(), last);
        let drawn = (0..6).map(|_| tape.between(smallest, last.max(smallest)));
        let all: Vec<i64> = near.into_iter().chain(drawn).collect();
        let more = all.into_iter().find(|bill| at(*bill) > most + ROUNDING);
        more.map(|bill| format!("{bound}, but {} at {bill} already", at(bill)))
    }
}

fn points_below(points: &[Point], last: i64) -> Vec<i64> {
    points.iter().map(|point| point.bill).filter(|bill| *bill <= last).collect()
}

fn point(told: &Value) -> Point {
    let amount = |key: &str| -> Range {
        let part = |end: &str| fen(text(&told[key][end]));
        Range { low: part("low"), likely: told[key]["likely"].as_str().map(fen), high: part("high") }
    };
    let (bill, own, paid) = (fen(text(&told["bill"])), amount("out_of_pocket"), amount("paid"));
    assert_eq!((bill, bill), (own.low + paid.high, own.high + paid.low), "billed is paid and out of pocket: {told}");
    Point { bill, own }
}

/// The line from one point to another, at a bill between.
fn on_line(a: Point, b: Point, bill: i64) -> i64 {
    let rise = i128::from(b.own.low - a.own.low) * i128::from(bill - a.bill);
    a.own.low + i64::try_from(rise / i128::from(b.bill - a.bill)).unwrap()
}

/// Chengde: once inpatient assistance has paid the 70,000 of a year, assistance with major illness begins at once with a
/// large amount. 70,000 are 80 % of 87,500, beside the 50,000 that others paid.
fn beyond_the_jump() -> Value {
    json!({"region": "130800", "asked_on": "2025-12-31",
        "facts": {"birth_date": "1975-03-01", "scheme": "resident", "years_insured": 3,
                  "hardship": ["subsistence_allowance"], "major_illness_qualified": true},
        "readings": {"130800/major-illness-assistance/excess": "remaining",
                     "130800/major-illness-assistance/ceiling": "own"},
        "expenses": [{"id": "stay", "service": "inpatient", "date": "2018-05-01", "total": "200000",
                      "facts": {"self_paid": "0.00", "advance": "0.00"},
                      "settled": {"basic": "40000.00", "critical_illness": "10000.00"}}]})
}

/// 2.
#[test]
fn a_jump_is_two_points_a_fen_apart() {
    let told = curve(&beyond_the_jump(), &json!({}));
    assert_eq!(told["exact"], true, "{told}");
    let points: Vec<Point> = list(&told["points"]).iter().map(point).collect();
    let drop = points.windows(2).find(|pair| pair[1].own.low < pair[0].own.low - 1_000_000);
    let drop = drop.unwrap_or_else(|| panic!("out of pocket drops nowhere: {points:?}"));
    assert_eq!((drop[0].bill, drop[1].bill), (13_749_999, 13_750_000), "{drop:?}");
}

/// 5. A fifth of what lies above 50,000 is 10,000 at 100,000; beyond the jump it is less again, and that does not count.
#[test]
fn the_first_bill_that_costs_more_counts_however_little_is_drawn() {
    let request = beyond_the_jump();
    for up_to in ["50000", "60000.01", "95000", "99999.99", "100000", "137500", "200000", "5000000"] {
        let told = curve(&request, &json!({"up_to": up_to, "pay_at_most": "10000"}));
        assert_eq!(
            (&told["inverse"]["sure"], &told["inverse"]["possible"]),
            (&json!("100000.00"), &json!("100000.00")),
            "{up_to}"
        );
    }
}

/// 5. Where the amount is reached, by hand: on a slope, where it is flat, before and after a jump, at a small share.
#[test]
fn the_bill_is_that_at_which_the_amount_is_reached() {
    let bill = |benefit: Value, most: &str| {
        let values = json!({
            "first": {"unit": "money", "value": "1000"}, "most": {"unit": "money", "value": "9000"},
            "part": {"unit": "rate", "value": "0.60"}, "better": {"unit": "rate", "value": "0.95"},
            "all": {"unit": "rate", "value": "1"}});
        let used = |name: &&String| benefit.to_string().contains(&format!("\"{name}\""));
        let values: serde_json::Map<_, _> = values
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, _)| used(name))
            .map(|(n, v)| (n.clone(), v.clone()))
            .collect();
        let file = policy_file(&json!({"programmes": [{"id": "inpatient", "values": values, "benefit": benefit}]}));
        let mut catalogue = yibao::policy::catalogue::Catalogue::default();
        let reports = catalogue.add(&[&file.to_string()]);
        assert!(reports[0].problems.is_empty(), "{:?}", reports[0].problems);
        let request = json!({"region": "990000", "asked_on": "2025-06-09", "facts": {"scheme": "employee"}, "expenses": [
            {"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "5000", "facts": {"self_paid": "0", "advance": "0"}}]});
        let asked = json!({"pay_at_most": most}).to_string();
        let told = yibao::api::curve(&request.to_string(), &[], &asked, &catalogue);
        let told = serde_json::to_value(told).unwrap();
        (told["inverse"]["sure"].clone(), told["inverse"]["possible"].clone())
    };
    let same = |bill: &str| (json!(bill), json!(bill));
    let plain = || json!([{"deductible": "first"}, {"rate": "part"}]);
    // 1,000, then 0.40 of what lies above.
    assert_eq!(bill(plain(), "3600"), same("7500.00"));
    assert_eq!(bill(plain(), "1000"), same("1000.00"));
    assert_eq!(bill(plain(), "999.99"), same("999.99"));
    assert_eq!(
        bill(plain(), "1000.01"),
        same("1000.02"),
        "the own share is 1,000.008 there, and 1,000.012 a fen above"
    );
    // A twentieth: twenty bills look alike.
    let small = || json!([{"rate": "better"}]);
    assert_eq!(bill(small(), "100"), same("2000.00"));
    // Flat above 1,000: everything is paid there, whatever the bill.
    let flat = || json!([{"deductible": "first"}, {"rate": "all"}]);
    assert_eq!(bill(flat(), "1000"), same("any"));
    assert_eq!(bill(flat(), "999.99"), same("999.99"));
    // Flat from 1,000 to 9,000: 400, then each further yuan is the resident's own.
    let quota =
        || json!([{"bands": [{"to": "first", "rate": "part"}, {"to": "most", "rate": "all"}, {"rate": "part"}]}]);
    assert_eq!(bill(quota(), "400"), same("9000.00"));
    assert_eq!(bill(quota(), "399.99"), same("999.97"));
    assert_eq!(bill(quota(), "402"), same("9005.00"));
    // A jump: above 9,000 the whole bill is paid at 0.95, and the own share falls from 3,600 to 450.
    let jump = || json!([{"rate": "part", "better": {"above": "most", "rate": "better"}}]);
    assert_eq!(bill(jump(), "3600"), same("72000.00"));
    assert_eq!(bill(jump(), "3599.99"), same("8999.97"));
    assert_eq!(bill(jump(), "450"), same("1125.00"));
}

/// 6.
#[test]
fn what_is_asked_amiss_is_refused_at_its_place() {
    let good = json!({"region": "370503", "asked_on": "2025-06-09", "expenses": [
        {"id": "a", "service": "inpatient", "date": "2025-03-01", "total": "1000", "facts": {"self_paid": "20", "advance": "10"}},
        {"id": "care", "service": "home_care", "date": "2025-03-01"}]});
    let wrong = [
        (json!({"expense": "b"}), "/expense"),
        (json!({"expense": "care"}), "/expense"),
        (json!({"expense": 1}), "/expense"),
        (json!({"up_to": "29.99"}), "/up_to"),
        (json!({"up_to": 100}), "/up_to"),
        (json!({"up_to": "1e3"}), "/up_to"),
        (json!({"up_to": "1000000000000"}), "/up_to"),
        (json!({"pay_at_most": "-1"}), "/pay_at_most"),
        (json!({"pay_at_most": "1.005"}), "/pay_at_most"),
        (json!({"pay_at_most": null}), "/pay_at_most"),
        (json!({"colour": "red"}), "/colour"),
        (json!([]), ""),
        (json!("a"), ""),
        (json!(null), ""),
    ];
    for (options, place) in wrong {
        let told = curve(&good, &options);
        assert_eq!(
            (&told["outcome"], &told["problems"][0]["path"]),
            (&json!("failure"), &json!(place)),
            "{options}: {told}"
        );
    }
    for options in [json!({}), json!({"expense": "a"}), json!({"up_to": "30"}), json!({"up_to": "999999999999.99"})] {
        assert_eq!(curve(&good, &options)["outcome"], "curve", "{options}");
    }
    let said = |request: &str, options: &str| {
        let told = yibao::api::curve(request, &[], options, crate::support::catalogue());
        serde_json::to_value(told).unwrap()["problems"][0]["path"].clone()
    };
    for nonsense in ["", "{", "{\"up_to\": \"1\", \"up_to\": \"1\"}", "\u{feff}\u{feff}{}"] {
        assert_eq!(said(&good.to_string(), nonsense), "", "{nonsense}");
    }
    // First the request.
    assert_eq!(said(r#"{"region": "370212", "asked_on": "2025-06-09", "colour": 1}"#, r#"{"colour": 1}"#), "/colour");
    let without_bill = json!({"region": "370212", "asked_on": "2025-06-09"});
    assert_eq!(curve(&without_bill, &json!({}))["problems"][0]["path"], "/expense");
}
