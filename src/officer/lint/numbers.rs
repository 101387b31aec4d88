//! Numbers unlike those of other places, and those where 万元 or % was forgotten.

use super::{Found, programmes, version_at};
use crate::money::{Money, Rate};
use crate::ordered::sorted;
use crate::policy::step::{Period, Role};
use crate::policy::{Kind, PolicyFile, Programme, Step, Unit};
use crate::quantity::Quantity;
use crate::vocabulary::{Fund, Service};

/// So many numbers of so many other places are needed to compare with.
const ENOUGH: usize = 8;
const PLACES: usize = 2;

/// Below so many yuan a yearly limit or the edge of a band is hardly meant.
const LEAST_YUAN: i64 = 100;

/// What a number is for.
#[derive(Clone, Copy, PartialEq)]
struct Use {
    fund: Option<Fund>,
    service: Option<Service>,
    role: Role,
    unit: Unit,
    /// The time of a limit: a day's is not compared with a year's, nor one of cost with one of payments.
    limits: Option<(Option<Period>, bool)>,
    /// What the patient bears first is a share of the other side.
    is_borne_first: bool,
}

/// A published number where it is used.
struct Used<'a> {
    region: &'a str,
    of: Use,
    is_of_year: bool,
    number: Quantity,
    value: usize,
    version: usize,
}

pub(super) fn look(found: &mut Found) {
    let (file, catalogue) = (found.looked.file, found.looked.catalogue);
    let others: Vec<_> = catalogue.files().filter(|other| other.region != file.region).collect();
    let others: Vec<Used> = others.iter().flat_map(|file| used_in(file)).collect();
    for (path, programme) in programmes(file) {
        let mut told = Vec::new();
        for used in used_by(&file.region, programme) {
            let Some(value) = programme.values.get(used.value) else { continue };
            let at = version_at(&path, value, used.version);
            if told.contains(&(used.value, used.version)) {
                continue;
            }
            if look_at_yuan(found, &at, &used) || look_at_others(found, &at, &used, &others) {
                told.push((used.value, used.version));
            }
        }
    }
}

fn used_in(file: &PolicyFile) -> Vec<Used<'_>> {
    file.programmes.iter().flat_map(|programme| used_by(&file.region, programme)).collect()
}

fn used_by<'a>(region: &'a str, programme: &'a Programme) -> Vec<Used<'a>> {
    if programme.kind != Kind::Reimbursement {
        return Vec::new();
    }
    programme.benefit.iter().flat_map(|step| used_by_step(region, programme, step)).collect()
}

/// Only plain numbers are compared: what changes another number may be anything.
fn used_by_step<'a>(region: &'a str, programme: &'a Programme, step: &Step) -> Vec<Used<'a>> {
    let mut used = Vec::new();
    for place in step.plain_values() {
        let Some(value) = programme.values.get(place) else { continue };
        let service = programme.services.first().copied();
        let limits = (step.role() == Role::Limit).then(|| (step.period(), step.is_limit_of_payments()));
        let is_borne_first = step.is_borne_first();
        let of = Use { fund: programme.fund, service, role: step.role(), unit: value.unit, limits, is_borne_first };
        for (at, version) in value.versions.iter().enumerate() {
            let numbers = value.published(version).into_iter().map(|(_, number)| number);
            let is_threshold = step.role() == Role::Deductible && programme.fund != Some(Fund::Basic);
            let is_of_year = step.is_yearly_limit() || step.role() == Role::Share || is_threshold;
            used.extend(numbers.map(|number| Used { region, of, is_of_year, number, value: place, version: at }));
        }
    }
    used
}

fn look_at_yuan(found: &mut Found, path: &str, used: &Used) -> bool {
    let Quantity::Money(amount) = used.number else { return false };
    let is_small = amount > Money::ZERO && amount < Money::from_fen(LEAST_YUAN.saturating_mul(100));
    if !is_small || !used.is_of_year {
        return false;
    }
    found.warn(
        "ten_thousand_forgotten",
        path,
        [
            format!("{amount} 元作为限额、分段或起付线太小。"),
            format!("{amount} yuan is very little for a limit, an edge or a deductible."),
        ],
        [
            "金额以元为单位。原文写“万元”的，要乘以 10000：0.8 万元是 \"8000\"。",
            "Amounts are yuan. Where the document says 万元, multiply by 10,000: 0.8 万元 is \"8000\".",
        ],
    );
    true
}

/// Of numbers that are used alike, or where these are few, of all funds. Outpatient care is paid in other sizes than a stay.
fn alike(used: &Used, others: &[Used]) -> Option<Vec<Quantity>> {
    let exact = |other: &&Used| other.of == used.of;
    let wide = |other: &&Used| Use { fund: used.of.fund, ..other.of } == used.of;
    enough(others.iter().filter(exact)).or_else(|| enough(others.iter().filter(wide)))
}

fn enough<'a>(others: impl Iterator<Item = &'a Used<'a>>) -> Option<Vec<Quantity>> {
    let others: Vec<&Used> = others.collect();
    let mut regions: Vec<&str> = others.iter().map(|other| other.region).collect();
    regions.dedup();
    let numbers = others.iter().map(|other| other.number).collect();
    (others.len() >= ENOUGH && regions.len() >= PLACES).then(|| sorted(numbers, &Ord::cmp))
}

fn look_at_others(found: &mut Found, path: &str, used: &Used, others: &[Used]) -> bool {
    let Some(numbers) = alike(used, others) else { return false };
    // Nine of ten lie between these.
    let cut = numbers.len().div_euclid(20);
    let Some((low, high)) = numbers.get(cut).zip(numbers.iter().rev().nth(cut)) else { return false };
    if is_like(used.number, *low, *high) {
        return false;
    }
    let (number, low, high) = (used.number.exact_text(), low.exact_text(), high.exact_text());
    found.warn(
        "unlike_others",
        path,
        [
            format!("{number}：别的地方同类数字十个有九个在 {low} 到 {high} 之间。"),
            format!("{number}: nine of ten such numbers elsewhere lie between {low} and {high}."),
        ],
        [
            "请对照原文：小数点、百分号、“万元”是不是写对了。原文确实如此的，接受这条提醒并写明出处。",
            "Compare it with the document: the point, the per cent, 万元. Where the document says so, accept this and name the place.",
        ],
    );
    true
}

/// Nothing is like anything: that nothing is paid, or taken off, is a rule of its own. A zero too many makes of most numbers more than five
/// times the greatest.
fn is_like(number: Quantity, low: Quantity, high: Quantity) -> bool {
    match (number, low, high) {
        (Quantity::Rate(rate), Quantity::Rate(low), _) => rate == Rate::ZERO || rate.plus(rate) >= low,
        (Quantity::Money(amount), Quantity::Money(low), Quantity::Money(high)) => {
            amount == Money::ZERO || (amount.times(5) >= low && amount <= high.times(5))
        }
        _ => true,
    }
}
