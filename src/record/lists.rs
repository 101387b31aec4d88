//! The list beside a record of what the bill comes to by classes of items. A hospital's settlement list (4101) has no other
//! amounts of a bill.

use super::found::Found;
use super::totals::says_total;
use super::{Item, Record, amount};
use crate::money::Money;

/// The columns of classes of items.
const COLUMNS: [&str; 4] = ["claa_sumfee", "clab_amt", "fulamt_ownpay_amt", "oth_amt"];

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
    let mut entries = found.list("iteminfo");
    entries.retain(|entry| !says_total(entry));
    let mut sum = |name: &str| entries.iter().try_fold(Money::ZERO, |sum, entry| Some(sum + read(entry, name, into)?));
    let sums = ["amt", "claa_sumfee", "clab_amt", "fulamt_ownpay_amt", "oth_amt"].map(&mut sum);
    let [Some(total), Some(class_a), Some(class_b), Some(out_of_catalogue), Some(other)] = sums else { return None };
    let named = class_a + class_b + out_of_catalogue + other;
    // Without a column of class A, what no column has is of class A. Without any, nobody knows.
    let has_any = COLUMNS.iter().any(|name| entries.iter().any(|entry| !entry.text(name).is_empty()));
    let rest = if !has_any || class_a > Money::ZERO { total.less(named) } else { Money::ZERO };
    (!entries.is_empty()).then_some(ByClass { total, class_b, out_of_catalogue, other: other + rest })
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
