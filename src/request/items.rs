//! The parts of a bill by classes of items: what of it is out of the catalogues, over a limit, borne first, and paid at a rate of
//! its own.

use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::{Money, Rate};
use crate::policy::book::Book;
use crate::policy::{ItemClass, PerItem, PriceBand};

/// More days or pieces than stand on one line of a bill.
const MOST_PIECES: i64 = 9999;

/// What the items say of the parts of a bill. Each amount is to the fen, as hospitals settle item by item.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Out of the catalogues.
    pub out_of_catalogue: Money,
    /// Over a limit.
    pub over_limit: Ends,
    /// Borne first.
    pub advance: Ends,
    /// Over a limit or borne first, together: where days or a share are missing, more of one is less of the other.
    pub borne: Ends,
    /// What is in scope of classes that are paid by a rule of their own, in the order of the items.
    pub own: Vec<OwnRule>,
    /// All items.
    pub sum: Money,
}

/// What is in scope of an item that is not paid as the rest of the bill.
#[derive(Clone, Copy, Debug)]
pub struct OwnRule {
    /// How much.
    pub in_scope: Ends,
    /// Its own rate, where it has one.
    pub rate: Option<Rate>,
    /// Whether no deductible comes off it.
    pub no_deductible: bool,
}

/// Least and greatest amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Least.
    pub low: Money,
    /// Greatest.
    pub high: Money,
}

impl Ends {
    fn exact(amount: Money) -> Ends {
        Ends { low: amount, high: amount }
    }

    fn plus(self, other: Ends) -> Ends {
        Ends { low: self.low + other.low, high: self.high + other.high }
    }

    /// Either.
    fn or(self, other: Ends) -> Ends {
        Ends { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// What is left of an amount.
    fn rest_of(self, amount: Money) -> Ends {
        Ends { low: amount - self.high, high: amount - self.low }
    }
}

/// One line of the bill.
struct Item {
    amount: Money,
    days: Option<i64>,
    count: Option<i64>,
    unit_price: Option<Money>,
}

/// What of an item is over the limit, borne first, and both together.
#[derive(Clone, Copy)]
struct Split {
    over: Ends,
    advance: Ends,
    borne: Ends,
}

/// Reads the items. What class an item is of can only be checked where the region is known.
pub(super) fn items(node: &Node, book: Option<&Book>) -> Parts {
    let mut parts = Parts::default();
    for at in node.items().unwrap_or_default() {
        let Some((item, class)) = item(&at, book) else { continue };
        parts.sum = parts.sum + item.amount;
        if let Some(class) = class {
            parts.add(&item, class);
        }
    }
    parts
}

fn item<'b>(node: &Node, book: Option<&'b Book>) -> Option<(Item, Option<&'b ItemClass>)> {
    let members = node.members(&["class", "amount", "days", "count", "unit_price"])?;
    let class = members.need("class").and_then(|at| class(&at, book));
    let amount = members.need("amount").and_then(|at| at.money());
    let whole = |members: &Members, key| members.get(key).and_then(|at| at.whole_number(0, MOST_PIECES));
    let (days, count) = (whole(&members, "days"), whole(&members, "count"));
    let unit_price = members.get("unit_price").and_then(|at| at.money());
    Some((Item { amount: amount?, days, count, unit_price }, class))
}

fn class<'b>(node: &Node, book: Option<&'b Book>) -> Option<&'b ItemClass> {
    let (name, book) = (node.string()?, book?);
    book.item_class(name).or_else(|| {
        let names = book.item_classes().map(|class| class.name.as_str()).collect::<Vec<_>>().join(", ");
        node.refuse(Code::NotAChoice, &[("value", name), ("choices", &names)])
    })
}

impl Parts {
    fn add(&mut self, item: &Item, class: &ItemClass) {
        if class.is_out_of_catalogue() {
            self.out_of_catalogue = self.out_of_catalogue + item.amount;
            return;
        }
        let Some(split) = item.split(class) else { return };
        self.over_limit = self.over_limit.plus(split.over);
        self.advance = self.advance.plus(split.advance);
        self.borne = self.borne.plus(split.borne);
        if class.rate.is_some() || class.no_deductible {
            let in_scope = split.borne.rest_of(item.amount);
            self.own.push(OwnRule { in_scope, rate: class.rate, no_deductible: class.no_deductible });
        }
    }
}

impl Item {
    /// Over every price band that the item may be of.
    fn split(&self, class: &ItemClass) -> Option<Split> {
        let mut from = Money::ZERO;
        let mut splits = Vec::new();
        for band in &class.bands {
            if self.may_be_of(from, band.up_to) {
                splits.push(self.in_band(band, class.per));
            }
            from = band.up_to.unwrap_or(from);
        }
        splits.into_iter().reduce(|a, b| Split {
            over: a.over.or(b.over),
            advance: a.advance.or(b.advance),
            borne: a.borne.or(b.borne),
        })
    }

    /// Whether the price of a piece may lie above one amount and not above another. Without a price, the amount and the number
    /// of pieces say it.
    fn may_be_of(&self, above: Money, up_to: Option<Money>) -> bool {
        let (price, pieces) = match (self.unit_price, self.count) {
            (Some(price), _) => (price, 1),
            (None, Some(count)) if count > 0 => (self.amount, count),
            _ => return true,
        };
        let is_above = above == Money::ZERO || price > above.times(pieces);
        is_above && up_to.is_none_or(|up_to| price <= up_to.times(pieces))
    }

    fn in_band(&self, band: &PriceBand, per: Option<PerItem>) -> Split {
        let number = match per {
            Some(PerItem::Day) => self.days,
            Some(PerItem::Piece) => self.count,
            None => None,
        };
        let over = match (band.limit, number) {
            (None, _) => Ends::exact(Money::ZERO),
            (Some(limit), Some(number)) => Ends::exact(self.amount.less(limit.times(number))),
            (Some(_), None) => Ends { low: Money::ZERO, high: self.amount },
        };
        let first = |amount: Money| match band.share {
            Some(share) => Ends::exact(amount.share(share).rounded()),
            None => Ends { low: Money::ZERO, high: amount },
        };
        // The more is over the limit, the less is left to bear a share of.
        let (most, least) = (first(self.amount - over.low), first(self.amount - over.high));
        Split {
            over,
            advance: Ends { low: least.low, high: most.high },
            borne: Ends { low: over.low + most.low, high: over.high + least.high },
        }
    }
}
