//! The shapes of `describe`. A `text` is an id; its words stand in `words`.

use super::{PolicyId, Text};
use crate::ordered::{Map, as_object};
use crate::policy::{Source, Words};
use serde::Serialize;

/// A region laid out.
#[derive(Debug, Serialize)]
pub struct Description {
    /// `description`
    pub outcome: &'static str,
    /// The region.
    pub region: RegionDescription,
    /// The region's files, nearest first.
    pub policies: Vec<PolicyId>,
    /// Every fact that may be given, in the order in which questions of equal weight are asked.
    pub facts: Vec<FactDescription>,
    /// Every kind of care.
    pub services: Vec<ServiceDescription>,
    /// Every programme.
    pub programmes: Vec<ProgrammeDescription>,
    /// Every row of every value.
    pub values: Vec<ValueDescription>,
    /// Every clause that can be read in two ways.
    pub readings: Vec<ReadingDescription>,
    /// Every class of items on a bill.
    pub item_classes: Vec<ItemClassDescription>,
    /// Whether a programme of the region says what the personal account pays.
    pub has_account: bool,
    /// Every document, of the nearest file first; those of the vocabulary last.
    pub sources: Vec<Source>,
    /// Information that is no programme.
    pub notes: Vec<NoteDescription>,
    /// The words of every text that is named here, by id.
    #[serde(serialize_with = "as_object")]
    pub words: Map<String, Words>,
}

/// A class of items on a bill.
#[derive(Debug, Serialize)]
pub struct ItemClassDescription {
    /// Its name in requests.
    pub class: String,
    /// What it is called.
    pub text: Text,
    /// The id of its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What its limits are counted by: `day` or `piece`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<&'static str>,
    /// Its own rate of payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    /// So many points its rate is above the programme's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plus: Option<String>,
    /// So many points it is below that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub less: Option<String>,
    /// The facts that choose among its numbers; what they choose stands in the policy file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<&'static str>,
    /// What is borne first, by the price of a piece; one band where the price does not matter.
    pub price_bands: Vec<PriceBandDescription>,
}

/// What is borne first of items up to a price.
#[derive(Debug, Serialize)]
pub struct PriceBandDescription {
    /// The greatest price; the last band has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub up_to: Option<String>,
    /// The share; `null` where it is not on file.
    pub share: Option<String>,
    /// What counts at most, for each day or piece.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
}

/// A region with its chain.
#[derive(Debug, Serialize)]
pub struct RegionDescription {
    /// Six digits.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The codes of its files, nearest first.
    pub chain: Vec<String>,
}

/// A fact that may be given.
#[derive(Debug, Serialize)]
pub struct FactDescription {
    /// Its name.
    pub id: &'static str,
    /// `person` or `expense`.
    pub of: &'static str,
    /// `yes_no`, `choice`, `set`, `whole_number`, `date` or `money`.
    pub kind: &'static str,
    /// Of a choice or a set; of a date that may be `not_yet`; of a whole number whose values have names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<String>>,
    /// Of a whole number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Of a whole number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// The programmes that read it.
    pub programmes: Vec<String>,
    /// Of an expense's fact: the kinds of care for which a programme reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub services: Option<Vec<&'static str>>,
}

/// A kind of care.
#[derive(Debug, Serialize)]
pub struct ServiceDescription {
    /// Its name.
    pub id: &'static str,
    /// The programmes with a line for it.
    pub programmes: Vec<String>,
    /// Whether an expense of it must have a `total`.
    pub needs_total: bool,
}

/// A programme.
#[derive(Debug, Serialize)]
pub struct ProgrammeDescription {
    /// `<region>/<programme>`.
    pub id: String,
    /// Who pays.
    pub fund: Option<&'static str>,
    /// Of a supplement: `employer`, `civil_servants` or `city`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payer: Option<&'static str>,
    /// What it gives.
    pub kind: &'static str,
    /// `right` or `encouraged`.
    pub strength: &'static str,
    /// Its name.
    pub name: Text,
    /// The rule in plain words.
    pub clause: Text,
    /// What it gives, where no benefit says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_steps: Option<Text>,
    /// The kinds of care that it has lines for.
    pub services: Vec<&'static str>,
    /// It does not apply before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began: Option<String>,
    /// The last day on which it applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<String>,
    /// Before this day its rule is not on file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_from: Option<String>,
    /// Whether its rule is on file at all.
    pub on_file: bool,
    /// Programmes further up that it takes the place of.
    pub replaces: Vec<String>,
    /// Programmes before which it gives way.
    pub yields_to: Vec<String>,
    /// Its conditions: those on the person first.
    pub conditions: Vec<ConditionDescription>,
    /// The ids of its values' rows.
    pub values: Vec<String>,
    /// The ids of its readings.
    pub readings: Vec<String>,
    /// What sources do not say.
    pub caveats: Vec<CaveatDescription>,
    /// The ids of its documents.
    pub sources: Vec<String>,
}

/// A condition.
#[derive(Debug, Serialize)]
pub struct ConditionDescription {
    /// `person` or `expense`.
    pub of: &'static str,
    /// Its words.
    pub text: Text,
    /// The facts that it reads.
    pub reads: Vec<&'static str>,
}

/// What a source does not say.
#[derive(Debug, Serialize)]
pub struct CaveatDescription {
    /// Its words.
    pub text: Text,
    /// The limit that it speaks of, which may be entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
}

/// A row of a value.
#[derive(Debug, Serialize)]
pub struct ValueDescription {
    /// `<region>/<programme>/<name>`, with `@<key>` where the value is a table.
    pub id: String,
    /// Whose it is.
    pub programme: String,
    /// `rate`, `money` or `yes_no`.
    pub unit: &'static str,
    /// What it is called.
    pub text: Text,
    /// The facts that choose this row, each with its key.
    #[serde(serialize_with = "as_object")]
    pub row: Map<&'static str, String>,
    /// Whether the user may enter it.
    pub enterable: bool,
    /// The value, without a row, whose place it takes where it is entered: both may not be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// What holds when, in order of time.
    pub versions: Vec<VersionDescription>,
}

/// What a value is in a period.
#[derive(Debug, Default, Serialize)]
pub struct VersionDescription {
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// `announced`, `reported`, `unpublished` or `limit`.
    pub status: &'static str,
    /// Where it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where it is not: at least this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// Where it is not: at most this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// Seen in weaker places.
    pub suggested: Vec<String>,
    /// Where it is not published, and the file says so: where it usually lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typical: Option<TypicalDescription>,
    /// What is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Where a number usually lies.
#[derive(Debug, Serialize)]
pub struct TypicalDescription {
    /// At least.
    pub low: String,
    /// At most.
    pub high: String,
    /// Its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A clause that can be read in two ways.
#[derive(Debug, Serialize)]
pub struct ReadingDescription {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub programme: String,
    /// What it is about.
    pub text: Text,
    /// Why it is open.
    pub why: Text,
    /// The likelier option.
    pub preferred: String,
    /// Every option.
    pub options: Vec<ReadingOption>,
}

/// A way to read a clause.
#[derive(Debug, Serialize)]
pub struct ReadingOption {
    /// Its name.
    pub id: String,
    /// What it says.
    pub text: Text,
}

/// Information that is no programme.
#[derive(Debug, Serialize)]
pub struct NoteDescription {
    /// Its words.
    pub text: Text,
    /// Its document.
    pub source: String,
}
