//! Classes of items on a bill: what of an item the patient bears first, and at which rate the rest is paid.

use super::read::{KnownSources, known_source};
use super::read_value::Around;
use super::{Figure, Known, NamedWords, Unit};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::money::{Money, Rate};
use crate::vocabulary::{Fact, Options, vocabulary};
use crate::words::named_words;

/// The national class of what is outside the catalogues: none of it is in scope.
pub const OUT_OF_CATALOGUE: &str = "out_of_catalogue";

/// The members of a class in a file.
pub const CLASS_KEYS: [&str; 11] =
    ["words", "source", "share", "rate", "plus", "less", "no_deductible", "no_limit", "limit", "per", "price_bands"];

/// A class of items.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemClass {
    /// Its name in requests.
    pub name: String,
    /// What it is called.
    pub text: NamedWords,
    /// The id of its document; the national classes need none.
    pub source: Option<String>,
    /// What a limit is counted by.
    pub per: Option<PerItem>,
    /// Its own rate of payment.
    pub rate: Option<(RateKind, Figure)>,
    /// Whether no deductible comes off it.
    pub no_deductible: bool,
    /// Whether no limit of a programme bounds what is paid of it.
    pub no_limit: bool,
    /// What is borne first, by the price of a piece; one band where the price does not matter.
    pub bands: Vec<PriceBand>,
}

/// What is borne first of items up to a price.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceBand {
    /// The greatest price of a piece; the last band has none.
    pub up_to: Option<Money>,
    /// The share that the patient bears before all else; none where it is not on file.
    pub share: Option<Figure>,
    /// What counts at most, for each day or piece.
    pub limit: Option<Figure>,
}

/// How the rate of a class is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateKind {
    /// In the place of the programme's.
    Own,
    /// So many points above the programme's.
    Plus,
    /// So many points below it.
    Less,
}

impl RateKind {
    /// Each by its key.
    pub const ALL: [(&'static str, RateKind); 3] =
        [("rate", RateKind::Own), ("plus", RateKind::Plus), ("less", RateKind::Less)];
}

/// The rate of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassRate {
    /// How it is told.
    pub kind: RateKind,
    /// The rate, or the points.
    pub number: Rate,
}

impl ClassRate {
    /// The programme's rate as it is.
    pub const PLAIN: ClassRate = ClassRate { kind: RateKind::Plus, number: Rate::ZERO };

    /// What is paid where the programme's rate is this.
    #[must_use]
    pub fn beside(self, rate: Rate) -> Rate {
        match self.kind {
            RateKind::Own => self.number,
            RateKind::Plus => rate.raised_by_points(self.number),
            RateKind::Less => rate.less(self.number),
        }
    }
}

/// The rules of a class on one bill.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassRules {
    /// Its own rate.
    pub rate: Option<ClassRate>,
    /// By the price of a piece.
    pub bands: Vec<PriceRules>,
}

/// What is borne first of items up to a price, on one bill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceRules {
    /// The greatest price of a piece; the last has none.
    pub up_to: Option<Money>,
    /// The share borne first; none where it is not on file.
    pub share: Option<Rate>,
    /// What counts at most, for each day or piece.
    pub limit: Option<Money>,
}

impl PriceBand {
    fn on(&self, known: &dyn Known) -> Result<PriceRules, Fact> {
        let share = self.share.as_ref().map_or(Ok(None), |share| share.rate(known))?;
        let limit = self.limit.as_ref().map_or(Ok(None), |limit| limit.money(known))?;
        Ok(PriceRules { up_to: self.up_to, share, limit })
    }

    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.share.iter().chain(&self.limit)
    }
}

/// What the limit of a class is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerItem {
    /// Days.
    Day,
    /// Pieces.
    Piece,
}

impl PerItem {
    /// Each with its name in files and descriptions.
    pub const NAMES: [(&'static str, PerItem); 2] = [("day", PerItem::Day), ("piece", PerItem::Piece)];

    /// Its name in files and descriptions.
    #[must_use]
    pub fn name(self) -> &'static str {
        if self == PerItem::Day { "day" } else { "piece" }
    }
}

impl ItemClass {
    /// The classes that hold everywhere: what is out of the catalogues, and class B, of which regions say the share.
    pub(super) fn national() -> Vec<ItemClass> {
        let classes = vocabulary().item_classes.iter();
        let national = classes.map(|(name, words)| ItemClass {
            name: name.clone(),
            text: NamedWords { id: format!("item-class-{name}"), words: words.clone() },
            source: None,
            per: None,
            rate: None,
            no_deductible: false,
            no_limit: false,
            bands: vec![PriceBand {
                up_to: None,
                share: (name == OUT_OF_CATALOGUE).then(|| Figure::from(Rate::ONE)),
                limit: None,
            }],
        });
        national.collect()
    }

    /// Whether it is the class of what is outside the catalogues.
    #[must_use]
    pub fn is_out_of_catalogue(&self) -> bool {
        self.name == OUT_OF_CATALOGUE
    }

    /// Its rules on one bill.
    ///
    /// # Errors
    /// The first fact that chooses one of them and is not known.
    pub fn on(&self, known: &dyn Known) -> Result<ClassRules, Fact> {
        let number = self.rate.as_ref().map_or(Ok(None), |(_, rate)| rate.rate(known))?;
        let rate = self.rate.as_ref().zip(number).map(|((kind, _), number)| ClassRate { kind: *kind, number });
        let bands = self.bands.iter().map(|band| band.on(known)).collect::<Result<Vec<_>, Fact>>()?;
        Ok(ClassRules { rate, bands })
    }

    /// The facts that choose among its numbers.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        let rate = self.rate.iter().map(|(_, rate)| rate);
        let figures = self.bands.iter().flat_map(PriceBand::figures).chain(rate);
        figures.flat_map(|figure| figure.by.iter().copied())
    }

    /// Reads a class of a file; every problem is noted.
    pub(super) fn read(
        name: &str,
        node: &Node,
        region: &str,
        (sources, options): (&KnownSources, &Options),
    ) -> Option<ItemClass> {
        if name == OUT_OF_CATALOGUE {
            return node.refuse(Code::RepeatedId, &[("id", name)]);
        }
        let members = node.members(&CLASS_KEYS)?;
        let text = members.need("words").and_then(|at| named_words(&at, format!("{region}/item_classes/{name}")));
        let source = members.need("source").and_then(|at| known_source(&at, sources));
        let per = per(&members);
        let id = format!("{region}/item_classes/{name}");
        let around = Around { prefix: &id, first_day: None, last_day: None, sources, options, has_source: true };
        let rate = rate(&members, &around);
        let is = |key| members.get(key).is_some_and(|at| at.yes_no() == Some(true));
        let (no_deductible, no_limit) = (is("no_deductible"), is("no_limit"));
        let bands = bands(&members, &around);
        Some(ItemClass {
            name: name.to_owned(),
            text: text?,
            source: Some(source?),
            per: per?,
            rate: rate?,
            no_deductible,
            no_limit,
            bands: bands?,
        })
    }
}

/// One of its rate and the points that its rate is above or below the programme's.
#[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
fn rate(members: &Members, around: &Around) -> Option<Option<(RateKind, Figure)>> {
    let told: Vec<(RateKind, Node)> =
        RateKind::ALL.into_iter().filter_map(|(key, kind)| Some((kind, members.get(key)?))).collect();
    match &told[..] {
        [] => Some(None),
        [(kind, at)] => Figure::read(at, Unit::Rate, around).map(|figure| Some((*kind, figure))),
        [_, (_, at), ..] => at.refuse(Code::NotOneOf, &[("choices", "rate, plus, less")]),
    }
}

/// What the limit is counted by: needed where there is a limit. Prices are those of pieces.
#[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
fn per(members: &Members) -> Option<Option<PerItem>> {
    if members.has("price_bands") {
        return match members.get("per") {
            None => Some(Some(PerItem::Piece)),
            Some(at) => at.refuse(Code::UnknownKey, &[("key", "per"), ("known", "price_bands counts pieces")]),
        };
    }
    if members.has("limit") {
        return members.need("per")?.one_of(&PerItem::NAMES).map(Some);
    }
    match members.get("per") {
        None => Some(None),
        Some(_) => members.need("limit").and(None),
    }
}

fn bands(members: &Members, around: &Around) -> Option<Vec<PriceBand>> {
    let Some(at) = members.get("price_bands") else { return Some(vec![band(members, None, around)?]) };
    for key in ["share", "limit"] {
        if let Some(stray) = members.get(key) {
            stray.note(Code::NotOneOf, &[("choices", &[key, ", price_bands"].concat())]);
        }
    }
    let items = at.items()?;
    let read = |(place, item): (usize, &Node)| price_band(item, place.saturating_add(1) == items.len(), around);
    let bands = items.iter().enumerate().map(read).collect::<Vec<_>>();
    let bands = bands.into_iter().collect::<Option<Vec<_>>>()?;
    let rises = bands.windows(2).all(|pair| matches!(pair, [a, b] if b.up_to.is_none_or(|b| a.up_to < Some(b))));
    if bands.is_empty() || !rises {
        return at.refuse(Code::BadBounds, &[]);
    }
    Some(bands)
}

/// Every band but the last says up to which price it goes.
fn price_band(node: &Node, is_last: bool, around: &Around) -> Option<PriceBand> {
    let members = node.members(&["up_to", "share", "limit"])?;
    let up_to = match (members.get("up_to"), is_last) {
        (None, true) => None,
        (Some(at), true) => return at.refuse(Code::UnknownKey, &[("key", "up_to"), ("known", "share, limit")]),
        (_, false) => Some(members.need("up_to")?.money()?),
    };
    band(&members, up_to, around)
}

fn band(members: &Members, up_to: Option<Money>, around: &Around) -> Option<PriceBand> {
    let share = match members.get("share") {
        None => Some(Figure::from(Rate::ZERO)),
        Some(at) if matches!(at.json, Json::String(text) if text == "unpublished") => None,
        Some(at) => Some(Figure::read(&at, Unit::Rate, around)?),
    };
    let limit = members.optional("limit", |at| Figure::read(at, Unit::Money, around))?;
    Some(PriceBand { up_to, share, limit })
}
