//! What of a bill lies outside what insurance looks at: wholly own, over the limits, borne first.

use super::fields::Amounts;
use super::lists::ByClass;
use super::reader::Place;
use super::{Bill, Record, amount};
use crate::json::tree::text;
use crate::money::Money;

/// What is outside the catalogue, over a price limit and borne first. Absent lines stay open.
pub fn read_outside(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    let over = slip.get("overlmt_selfpay").unwrap_or("0.00");
    if let Some(own) = slip.get("fulamt_ownpay_amt") {
        bill.facts.set("self_paid", text(amount::sum(&[own, over])));
        if over != "0.00" {
            into.note("over_limit", place.found.at("overlmt_selfpay"), Some(over));
        }
    }
    if let Some(advance) = slip.get("preselfpay_amt") {
        bill.facts.set("advance", text(advance));
    }
}

/// What is in scope says the one part of the bill that nothing else says; where all are said, they must agree.
pub fn use_in_scope(place: &Place, slip: &Amounts, bill: &mut Bill, into: &mut Record) {
    let amount = |name: &str| slip.get(name).and_then(|amount| Money::parse(amount).ok());
    let (Some(total), Some(in_scope)) = (amount("medfee_sumamt"), amount("inscp_scp_amt")) else { return };
    let [own, over, advance] = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt"].map(amount);
    let said = [own, over, advance].into_iter().flatten().fold(Money::ZERO, |sum, amount| sum + amount);
    let rest = total - in_scope - said;
    let is_open = own.is_none() || over.is_none() || advance.is_none();
    if rest < Money::ZERO || (rest > Money::ZERO && !is_open) {
        into.note("in_scope_differs", place.found.at("inscp_scp_amt"), Some(&in_scope.to_string()));
        return;
    }
    // Programs write 0 where nobody worked it out.
    if !is_open || in_scope == Money::ZERO {
        return;
    }
    // Over the limits counts as wholly own; which of the two parts it is changes nothing that is in scope.
    let (own, over) = (own.unwrap_or_default(), over.unwrap_or_default());
    let is_advance = advance.is_none() && slip.get("fulamt_ownpay_amt").is_some();
    let (more_own, more_advance) = if is_advance { (Money::ZERO, rest) } else { (rest, Money::ZERO) };
    bill.facts.set("self_paid", text(own + over + more_own));
    bill.facts.set("advance", text(advance.unwrap_or_default() + more_advance));
    if rest > Money::ZERO {
        into.note("from_in_scope", place.found.at("inscp_scp_amt"), Some(&rest.to_string()));
    }
}

/// What the classes of items say, where they are all of the bill and each is known.
pub fn read_items(items: &ByClass, place: &Place, bill: &mut Bill, into: &mut Record) {
    let unclear = if bill.total.as_ref() == Some(&items.total.to_string()) { items.other } else { items.total };
    if unclear > Money::ZERO {
        into.note("items_unclear", place.found.holding("iteminfo").at("iteminfo"), Some(&unclear.to_string()));
        return;
    }
    bill.items = items.items();
    if bill.items.is_empty() {
        bill.facts.set("self_paid", text("0.00"));
        bill.facts.set("advance", text("0.00"));
    }
}
