//! The sums of a population, as reports show them.

use super::compare::{Policies, Side};
use super::description::{Description, HARDSHIP, LEVEL, SCHEME};
use super::tally::{By, Counts, Named, Tally};
use super::yuan::{Span, yuan};
use crate::policy::book::Book;
use crate::policy::catalogue::{Catalogue, Lookup};
use crate::vocabulary::{Fact, Fund};
use crate::words::Words;
use serde::{Serialize, Serializer};

/// The parts of those who were treated, in thousandths, at which what is left to them is told.
const POINTS: [usize; 7] = [100, 250, 500, 750, 900, 990, 1000];

/// What a population costs, and whom a change touches.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The region.
    pub region: String,
    /// Its name.
    pub name: Words,
    /// The calendar year of the bills.
    pub year: i64,
    /// Where the dice began.
    pub seed: u64,
    /// Whether what policies leave open was only taken to be what is typical.
    pub typical: bool,
    /// Whether two policies are compared.
    pub compared: bool,
    /// The policies in force, each with the beginning of its hash.
    pub before: Vec<String>,
    /// The changed ones.
    pub after: Vec<String>,
    /// What each fund pays; the last is all of them, then allowances, then what is left to residents.
    pub amounts: Vec<Row>,
    /// What is left to those who were treated, by the part of them to whom not more is left.
    pub out_of_pocket: Vec<Point>,
    /// Everybody, then group by group.
    pub groups: Vec<Group>,
    /// Where the numbers of the description come from.
    pub grounds: Vec<Ground>,
}

/// An amount under both policies.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What it is.
    pub id: &'static str,
    /// The same in words.
    pub words: Words,
    /// Under the one policy.
    pub before: Span,
    /// Under the other.
    pub after: Span,
}

/// To such a part of those who were treated not more than this is left.
#[derive(Debug, Serialize)]
pub struct Point {
    /// In thousandths.
    pub thousandths: usize,
    /// Under the one policy.
    pub before: Span,
    /// Under the other.
    pub after: Span,
}

/// People alike.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What it is made by.
    pub by: &'static str,
    /// Its name; none where somebody is in no other group.
    pub name: Option<String>,
    /// The same in words.
    pub words: Words,
    /// How many people.
    pub people: i128,
    /// How many had a bill.
    pub treated: i128,
    /// How many bills.
    pub bills: i128,
    /// All of them together.
    #[serde(serialize_with = "as_yuan")]
    pub billed: i128,
    /// Whose answer is a range.
    pub open: i128,
    /// Who gets more.
    pub gain: i128,
    /// Who gets less.
    pub lose: i128,
    /// Whose range moves at one end up and at the other down.
    pub unclear: i128,
    /// The greatest loss of one of them.
    #[serde(serialize_with = "as_yuan")]
    pub least: i128,
    /// The greatest gain.
    #[serde(serialize_with = "as_yuan")]
    pub greatest: i128,
    /// What funds pay and what allowances come to, under the one policy.
    pub before: Sums,
    /// Under the other.
    pub after: Sums,
}

/// The sums of a group.
#[derive(Debug, Serialize)]
pub struct Sums {
    /// By fund.
    pub funds: Vec<(&'static str, Span)>,
    /// All funds.
    pub paid: Span,
    /// Allowances beside that.
    pub allowances: Span,
    /// What is left of the bills.
    pub out_of_pocket: Span,
}

/// Where the numbers of a section come from.
#[derive(Debug, Serialize)]
pub struct Ground {
    /// The section of the description.
    pub section: &'static str,
    /// The same in words.
    pub words: Words,
    /// What its author says; none where nothing is said.
    pub ground: Option<Words>,
}

fn as_yuan<S: Serializer>(fen: &i128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&yuan(*fen))
}

/// The report of a tally.
#[must_use]
pub fn report(of: &Description, policies: Policies, tally: &Tally) -> Report {
    let all = tally.all();
    let pockets = tally.pockets();
    let groups = tally.groups().filter(|(_, counts)| counts.people > 0);
    Report {
        region: of.region.clone(),
        name: policies.before.name(&of.region),
        year: of.year,
        seed: of.seed,
        typical: of.typical,
        compared: policies.after.is_some(),
        before: ids(policies.before, &of.region),
        after: policies.after.map(|after| ids(after, &of.region)).unwrap_or_default(),
        amounts: rows(&all),
        out_of_pocket: POINTS.iter().filter_map(|part| point(*part, &pockets)).collect(),
        groups: groups.map(|(named, counts)| group(named, counts, &of.book)).collect(),
        grounds: of.grounds.iter().map(|(section, ground)| ground_of(section, ground.as_ref())).collect(),
    }
}

/// The files of a region, nearest first, each with the beginning of its hash.
fn ids(catalogue: &Catalogue, region: &str) -> Vec<String> {
    let Lookup::Found(book) = catalogue.look_up(region) else { return Vec::new() };
    book.chain.iter().map(|file| format!("{}@{}", file.region, file.sha256.get(..8).unwrap_or_default())).collect()
}

fn rows(all: &Counts) -> Vec<Row> {
    let (before, after) = (&all.before, &all.after);
    let row = |id, zh: &str, en: &str, before, after| Row { id, words: both(zh, en), before, after };
    let fund = |fund: Fund| {
        let of = |side: &Side| side.funds.get(fund.index()).copied().unwrap_or_default();
        let (zh, en) = fund_words(fund);
        row(fund.name(), zh, en, of(before), of(after))
    };
    let mut rows: Vec<Row> = Fund::ALL.into_iter().map(fund).filter(Row::is_something).collect();
    rows.push(row("paid", "各基金合计", "All funds", before.paid, after.paid));
    rows.push(row("allowances", "定额待遇", "Allowances", before.allowances, after.allowances));
    rows.push(row("out_of_pocket", "个人负担", "Left to residents", before.pocket, after.pocket));
    rows.retain(|row| row.is_something() || row.id != "allowances");
    rows
}

impl Row {
    fn is_something(&self) -> bool {
        self.before.high > 0 || self.after.high > 0
    }
}

/// What a fund is called.
fn fund_words(fund: Fund) -> (&'static str, &'static str) {
    match fund {
        Fund::Basic => ("基本医保", "Basic insurance"),
        Fund::CriticalIllness => ("大病保险", "Critical illness insurance"),
        Fund::LargeExpense => ("大额补助", "Large-expense subsidy"),
        Fund::Assistance => ("医疗救助", "Medical assistance"),
        Fund::LongTermCare => ("长期护理保险", "Long-term care insurance"),
        Fund::Supplement => ("补充保障", "Supplements"),
    }
}

/// The least amount that such a part of the people do not exceed.
fn point(thousandths: usize, [low, high, low_after, high_after]: &[Vec<i64>; 4]) -> Option<Point> {
    let at = |amounts: &[i64]| {
        let rank = amounts.len().saturating_mul(thousandths).div_ceil(1000).saturating_sub(1);
        amounts.get(rank).copied().map(i128::from)
    };
    let before = Span { low: at(low)?, high: at(high)? };
    Some(Point { thousandths, before, after: Span { low: at(low_after)?, high: at(high_after)? } })
}

fn group((by, name): &Named, counts: &Counts, book: &Book) -> Group {
    let counts = counts.clone();
    Group {
        by: by.name(),
        words: words(*by, name.as_deref(), book),
        name: name.clone(),
        people: counts.people,
        treated: counts.treated,
        bills: counts.bills,
        billed: counts.billed,
        open: counts.open,
        gain: counts.gain,
        lose: counts.lose,
        unclear: counts.unclear,
        least: counts.least,
        greatest: counts.greatest,
        before: sums(&counts.before),
        after: sums(&counts.after),
    }
}

fn sums(side: &Side) -> Sums {
    let fund = |fund: Fund| (fund.name(), side.funds.get(fund.index()).copied().unwrap_or_default());
    let funds = Fund::ALL.into_iter().map(fund).collect();
    Sums { funds, paid: side.paid, allowances: side.allowances, out_of_pocket: side.pocket }
}

fn both(zh: &str, en: &str) -> Words {
    Words { zh: zh.to_owned(), en: en.to_owned() }
}

/// What a group is called.
fn words(by: By, name: Option<&str>, book: &Book) -> Words {
    let option = |fact: &str, name: &str| {
        let list = Fact::named(fact).and_then(|fact| book.options(fact));
        list.and_then(|list| list.named(name)).map_or_else(|| both(name, name), |option| option.words.clone())
    };
    match (by, name) {
        (By::All, _) => both("全部居民", "Everybody"),
        (By::Insurance, Some(name)) => option(SCHEME, name),
        (By::Hardship, Some(name)) => option(HARDSHIP, name),
        (By::Level, Some(name)) => option(LEVEL, name),
        (By::Age, Some("75-120")) => both("75 岁及以上", "75 and older"),
        (By::Age, Some(band)) => both(&format!("{} 岁", band.replace('-', "–")), &band.replace('-', "–")),
        (By::Hardship, None) => both("没有困难身份", "No hardship group"),
        (By::Level, None) => both("全年没有就医", "No bill in the year"),
        (_, None) => both("其他", "Others"),
    }
}

fn ground_of(section: &'static str, ground: Option<&Words>) -> Ground {
    let words = match section {
        "insurance" => both("参保人群", "Insurance"),
        "ages" => both("年龄", "Ages"),
        "hardship" => both("困难身份", "Hardship groups"),
        "care" => both("就医次数、医院级别和费用", "How often, where, and at what cost"),
        _ => both("其他情况", "Everything else"),
    };
    Ground { section, words, ground: ground.cloned() }
}
