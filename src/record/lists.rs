//! The lists beside a record: who paid how much, and what the bill comes to by classes of items. A hospital's settlement list
//! (4101) has no other amounts.

use super::fields::{Amounts, settled};
use super::find::Found;
use super::{Item, Note, Record, amount};
use crate::money::Money;

/// Kinds of payment (`fund_pay_type`), each with the line of the slip that it is.
const PAYMENTS: [(&str, &str); 8] = [
    ("310100", "hifp_pay"),
    ("390100", "hifp_pay"),
    ("390200", "hifmi_pay"),
    ("330100", "hifob_pay"),
    ("610100", "maf_pay"),
    ("320100", "cvlserv_pay"),
    ("370100", "hifes_pay"),
    ("310200", "acct_pay"),
];

/// Adds the payments to a slip that says of no fund what it paid. The others are told.
pub fn take_payments(found: &Found, slip: &mut Amounts) -> Vec<Note> {
    let says_nothing = settled(slip).is_empty();
    let has_account = slip.get("acct_pay").is_some();
    let mut others = Vec::new();
    for entry in ["setldetail", "payinfo"].into_iter().flat_map(|name| found.list(name)) {
        let line = line_of(&entry).filter(|line| says_nothing && !(has_account && *line == "acct_pay"));
        match line.zip(amount::read(&entry.text("fund_payamt")).ok()) {
            Some((line, paid)) => add(slip, line, &paid),
            None => others.extend(told(&entry)),
        }
    }
    others
}

fn line_of(entry: &Found) -> Option<&'static str> {
    let kind = entry.text("fund_pay_type");
    PAYMENTS.iter().find(|(code, _)| *code == kind).map(|(_, line)| *line)
}

fn add(slip: &mut Amounts, line: &'static str, paid: &str) {
    let sum = amount::sum(&[slip.get(line).unwrap_or_default(), paid]);
    slip.set(line, sum);
}

fn told(entry: &Found) -> Option<Note> {
    let members = ["fund_pay_type", "fund_pay_type_name", "fund_payamt"].map(|name| entry.text(name));
    let said: Vec<String> = members.into_iter().filter(|text| !text.is_empty()).collect();
    (!said.is_empty()).then(|| Note { code: "detail", path: entry.path.clone(), value: Some(said.join(" ")) })
}

/// A bill by classes of items.
pub struct ByClass {
    /// All of it.
    pub total: Money,
    /// Class B: a part of it is borne first.
    class_b: Money,
    /// Out of the catalogues.
    out_of_catalogue: Money,
    /// Nobody says what it is.
    pub other: Money,
}

/// What `iteminfo` comes to; an amount that cannot be read is told.
pub fn by_class(found: &Found, into: &mut Record) -> Option<ByClass> {
    let entries = found.list("iteminfo");
    let mut sum = |name: &str| entries.iter().try_fold(Money::ZERO, |sum, entry| Some(sum + read(entry, name, into)?));
    let [total, class_b, out_of_catalogue, other] = ["amt", "clab_amt", "fulamt_ownpay_amt", "oth_amt"].map(&mut sum);
    (!entries.is_empty()).then_some(ByClass {
        total: total?,
        class_b: class_b?,
        out_of_catalogue: out_of_catalogue?,
        other: other?,
    })
}

/// An amount of an entry; nothing is said where it is empty.
fn read(entry: &Found, name: &str, into: &mut Record) -> Option<Money> {
    let written = entry.text(name);
    match amount::read(&written) {
        Ok(read) => Money::parse(&read).ok(),
        Err(_) if written.is_empty() => Some(Money::ZERO),
        Err(fault) => {
            into.note(fault, entry.at(name), Some(&written));
            None
        }
    }
}

impl ByClass {
    /// The items of a request.
    pub fn items(&self) -> Vec<Item> {
        let classes = [("class_b", self.class_b), ("out_of_catalogue", self.out_of_catalogue)];
        let items = classes.into_iter().filter(|(_, amount)| *amount > Money::ZERO);
        items.map(|(class, amount)| Item { class, amount: amount.to_string() }).collect()
    }
}
