//! The index of regions: which regions exist, whether their files were added or not.
//!
//! ```
//! use yibao::policy::index::Index;
//! let text = r#"[["000000", "全国", "China"], ["370200", "青岛市", "Qingdao"], ["370212", "崂山区", "Laoshan", "370200"]]"#;
//! let index = Index::read(text).unwrap();
//! assert!(index.get("370200").unwrap().has_file());
//! assert!(!index.get("370212").unwrap().has_file());
//! ```

use super::Words;
use crate::json::{self, Json, ReadJson};
use crate::ordered::{Map, map};

/// The regions of an index, by code.
#[derive(Clone, Debug, Default)]
pub struct Index(Map<String, Listed>);

/// A place that an index lists.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its name.
    pub name: Words,
    /// Whose rules it has.
    pub rules: Rules,
}

/// Whose rules a place has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rules {
    /// It has a file of its own.
    Own,
    /// Those of the nearest region above it that has a file.
    OfRegionAbove,
    /// None: the code was abolished. The code that took its place, where that is known.
    Abolished(Option<String>),
}

impl Listed {
    /// Whether the region has a file of its own.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.rules == Rules::Own
    }

    /// Whether it may be asked for.
    #[must_use]
    pub fn exists(&self) -> bool {
        !matches!(self.rules, Rules::Abolished(_))
    }
}

impl Index {
    /// Reads a list of rows. `None` where the text is no such list: the build writes it, so there is nothing to explain to
    /// a user.
    ///
    /// | row | is |
    /// |---|---|
    /// | `[code, zh, en]` | a region with a file of its own |
    /// | `[code, zh, en, above]` | a place without: `above` is the code whose file names it, or `""` |
    /// | `[code, zh, en, "", successor]` | a code that was abolished; `""` where nothing took its place |
    #[must_use]
    pub fn read(text: &str) -> Option<Index> {
        let Ok(Json::Array(rows)) = json::read(text) else { return None };
        rows.iter().map(read_row).collect::<Option<Vec<_>>>().map(|rows| Index(map(rows)))
    }

    /// Reads `policies/places.json`: every place of GB/T 2260, and what was abolished.
    #[must_use]
    pub fn read_places(text: &str) -> Option<Index> {
        let Ok(Json::Object(members)) = json::read(text) else { return None };
        let rows = |key: &str| match members.iter().find(|(name, _)| name == key) {
            Some((_, Json::Array(rows))) => rows.iter().map(cells).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        let (places, abolished) = (rows("places")?, rows("abolished")?);
        let listed = |zh: &String, en: &String, rules| Listed { name: Words { zh: zh.clone(), en: en.clone() }, rules };
        let place = |row: &Vec<String>| match row.as_slice() {
            [code, zh, en, ..] => Some((code.clone(), listed(zh, en, Rules::OfRegionAbove))),
            _ => None,
        };
        let gone = |row: &Vec<String>| match row.as_slice() {
            [code, zh, rest @ ..] => Some((code.clone(), listed(zh, zh, Rules::Abolished(rest.first().cloned())))),
            _ => None,
        };
        Some(Index(map(places.iter().filter_map(place).chain(abolished.iter().filter_map(gone)))))
    }

    /// Whether nobody said which regions exist.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry of a code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Listed> {
        self.0.get(code)
    }

    /// Every place that may be asked for.
    pub fn regions(&self) -> impl Iterator<Item = (&String, &Listed)> {
        self.0.iter().filter(|(_, listed)| listed.exists())
    }
}

fn cells(row: &ReadJson) -> Option<Vec<String>> {
    let Json::Array(cells) = row else { return None };
    cells.iter().map(|cell| cell.as_str().map(str::to_owned)).collect()
}

fn read_row(row: &ReadJson) -> Option<(String, Listed)> {
    match cells(row)?.as_slice() {
        [code, zh, en, rest @ ..] => {
            let rules = match rest {
                [] => Rules::Own,
                [_] => Rules::OfRegionAbove,
                [_, successor] => Rules::Abolished((!successor.is_empty()).then(|| successor.clone())),
                _ => return None,
            };
            Some((code.clone(), Listed { name: Words { zh: zh.clone(), en: en.clone() }, rules }))
        }
        _ => None,
    }
}
