//! The parts of a bill by classes of items: what of it is out of the catalogues, over a limit, borne first, and paid at a rate of
//! its own.

use super::facts::{FactValue, Facts, Given};
use crate::calendar::Date;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::Money;
use crate::option_set::{OptionIndex, OptionSet};
use crate::policy::book::Book;
use crate::policy::{ClassRate, ClassRules, ItemClass, Known, PerItem, PriceRules};
use crate::vocabulary::{Fact, Holder, OptionList, Service};

/// More days or pieces than stand on one line of a bill.
const MOST_PIECES: i64 = 9999;

/// What the items say of the parts of a bill. Each amount is to the fen, as hospitals settle item by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Out of the catalogues.
    pub out_of_catalogue: Money,
    /// Over a limit.
    pub over_limit: Ends,
    /// Borne first.
    pub advance: Ends,
    /// Over a limit or borne first, together: where days or a share are missing, more of one is less of the other.
    pub borne: Ends,
    /// Whether days, pieces or a price are missing: then what is borne moves in steps, and not each amount between its ends is possible.
    pub is_stepped: bool,
    /// What is in scope of classes that are paid by a rule of their own, in the order of the items.
    pub own: Vec<OwnRule>,
    /// All items.
    pub sum: Money,
    /// Where a rule of a class depends on a fact that is not known: what they are by that fact.
    pub by: Option<Box<ByFact>>,
}

/// The parts of a bill by a fact that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByFact {
    /// The fact.
    pub fact: Fact,
    /// Each with the options for which it holds.
    pub branches: Vec<(OptionSet, Parts)>,
}

impl ByFact {
    /// What they are, where the fact is one of these.
    #[must_use]
    pub fn among(&self, possible: OptionSet) -> Option<&Parts> {
        self.branches.iter().find(|(options, _)| possible.without(*options).is_empty()).map(|(_, parts)| parts)
    }
}

/// What is in scope of an item that is not paid as the rest of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnRule {
    /// How much.
    pub in_scope: Ends,
    /// Its own rate, where it has one.
    pub rate: Option<ClassRate>,
    /// Whether no deductible comes off it.
    pub no_deductible: bool,
    /// Whether no limit bounds what is paid of it.
    pub no_limit: bool,
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
    is_stepped: bool,
}

/// What surrounds the items of a bill.
pub(super) struct Around<'a> {
    /// The region's rules, where the region is known.
    pub book: Option<&'a Book>,
    /// Of the person.
    pub person: &'a Facts,
    /// Of the bill.
    pub expense: &'a Facts,
    /// What for.
    pub service: Option<Service>,
    /// When.
    pub day: Option<Date>,
}

/// Reads the items. What class an item is of can only be checked where the region is known.
pub(super) fn items(node: &Node, around: &Around) -> Parts {
    let nodes = node.items().unwrap_or_default();
    let lines: Vec<Line> = nodes.iter().filter_map(|at| item(at, around.book)).collect();
    around.parts(&lines, &mut Vec::new())
}

/// An item and its class, where that is known.
type Line<'b> = (Item, Option<&'b ItemClass>);

impl Around<'_> {
    /// The parts, as far as what was decided says: by every option of the first fact that it leaves open.
    fn parts(&self, lines: &[Line], decided: &mut Vec<(Fact, OptionIndex)>) -> Parts {
        let fact = match Parts::of(lines, &Deciding { around: self, decided }) {
            Ok(parts) => return parts,
            Err(fact) => fact,
        };
        let mut branches: Vec<(OptionSet, Parts)> = Vec::new();
        let list = self.book.and_then(|book| book.options(fact)).map(OptionList::all).unwrap_or_default();
        for option in list.iter() {
            decided.push((fact, option));
            let parts = self.parts(lines, decided);
            decided.pop();
            match branches.iter_mut().find(|(_, same)| *same == parts) {
                Some((options, _)) => *options = options.with(OptionSet::of(option)),
                None => branches.push((OptionSet::of(option), parts)),
            }
        }
        Parts::either(fact, branches)
    }

    fn given(&self, fact: Fact) -> Given {
        let facts = if fact.spec().of == Holder::Person { self.person } else { self.expense };
        facts.given(fact)
    }
}

/// What is known of a bill, and what was decided of the rest.
struct Deciding<'a> {
    around: &'a Around<'a>,
    decided: &'a [(Fact, OptionIndex)],
}

impl Known for Deciding<'_> {
    fn option(&self, fact: Fact) -> Option<OptionIndex> {
        if fact == Fact::service() {
            return self.around.service.map(Service::option);
        }
        match self.around.given(fact) {
            Given::Value(FactValue::Option(option)) => Some(option),
            _ => self.decided.iter().find(|(other, _)| *other == fact).map(|(_, option)| *option),
        }
    }

    fn list(&self, fact: Fact) -> Option<&OptionList> {
        self.around.book.and_then(|book| book.options(fact))
    }

    fn day(&self) -> Date {
        self.around.day.unwrap_or(Date::LAST)
    }
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
    fn of(lines: &[Line], known: &dyn Known) -> Result<Parts, Fact> {
        let mut parts = Parts::default();
        for (item, class) in lines {
            parts.sum = parts.sum + item.amount;
            if let Some(class) = class {
                parts.add(item, class, &class.on(known)?);
            }
        }
        Ok(parts)
    }

    /// What holds whichever the fact is, and what each of its options says.
    fn either(fact: Fact, branches: Vec<(OptionSet, Parts)>) -> Parts {
        let mut each = branches.iter().map(|(_, parts)| parts);
        let Some(first) = each.next() else { return Parts::default() };
        let first = Parts { by: None, ..first.clone() };
        if branches.len() == 1 {
            return branches.into_iter().next().map(|(_, parts)| parts).unwrap_or_default();
        }
        let hull = each.fold(first, Parts::or);
        Parts { by: Some(Box::new(ByFact { fact, branches })), ..hull }
    }

    fn or(self, other: &Parts) -> Parts {
        Parts {
            over_limit: self.over_limit.or(other.over_limit),
            advance: self.advance.or(other.advance),
            borne: self.borne.or(other.borne),
            is_stepped: self.is_stepped || other.is_stepped,
            own: self.own.into_iter().zip(&other.own).map(|(own, other)| own.or(*other)).collect(),
            ..self
        }
    }

    fn add(&mut self, item: &Item, class: &ItemClass, rules: &ClassRules) {
        if class.is_out_of_catalogue() {
            self.out_of_catalogue = self.out_of_catalogue + item.amount;
            return;
        }
        let Some(split) = item.split(class.per, &rules.bands) else { return };
        self.over_limit = self.over_limit.plus(split.over);
        self.advance = self.advance.plus(split.advance);
        self.borne = self.borne.plus(split.borne);
        self.is_stepped |= split.is_stepped;
        let ItemClass { no_deductible, no_limit, .. } = *class;
        if class.rate.is_some() || no_deductible || no_limit {
            let in_scope = split.borne.rest_of(item.amount);
            self.own.push(OwnRule { in_scope, rate: rules.rate, no_deductible, no_limit });
        }
    }
}

impl OwnRule {
    /// Either. At which of two rates an amount is paid is not sure: then it is only perhaps paid at one of its own, and what is
    /// only perhaps so is paid from nothing to the whole.
    fn or(self, other: OwnRule) -> OwnRule {
        let Ends { low, high } = self.in_scope.or(other.in_scope);
        if self.rate == other.rate {
            return OwnRule { in_scope: Ends { low, high }, ..self };
        }
        OwnRule { in_scope: Ends { low: Money::ZERO, high }, rate: self.rate.or(other.rate), ..self }
    }
}

impl Item {
    /// Over every price band that the item may be of.
    fn split(&self, per: Option<PerItem>, bands: &[PriceRules]) -> Option<Split> {
        let mut from = Money::ZERO;
        let mut splits = Vec::new();
        for band in bands {
            if self.may_be_of(from, band.up_to) {
                splits.push(self.in_band(band, per));
            }
            from = band.up_to.unwrap_or(from);
        }
        splits.into_iter().reduce(|a, b| Split {
            over: a.over.or(b.over),
            advance: a.advance.or(b.advance),
            borne: a.borne.or(b.borne),
            is_stepped: true,
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

    fn in_band(&self, band: &PriceRules, per: Option<PerItem>) -> Split {
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
            is_stepped: band.limit.is_some() && number.is_none(),
        }
    }
}
