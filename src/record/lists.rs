//! The list beside a record of what the bill comes to by classes of items. A hospital's settlement list (4101) has no other
//! amounts of a bill.

use super::found::Found;
use super::{Item, Record, amount};
use crate::money::Money;

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
