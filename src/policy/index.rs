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
use crate::json::{Json, parse};
use crate::ordered::{Map, map};

/// The regions of an index, by code.
#[derive(Clone, Debug, Default)]
pub struct Index(Map<String, Listed>);

/// A region that an index lists.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its name.
    pub name: Words,
    /// Of a district: the region whose file lists it.
    pub district_of: Option<String>,
}

impl Listed {
    /// Whether the region has a file of its own.
    #[must_use]
    pub fn has_file(&self) -> bool {
        self.district_of.is_none()
    }
}

impl Index {
    /// Reads a list of rows `[code, Chinese name, English name]`; a district's row ends with the code whose file lists it.
    /// `None` where the text is no such list: the build writes it, so there is nothing to explain to a user.
    #[must_use]
    pub fn read(text: &str) -> Option<Index> {
        let Ok(Json::Array(rows)) = parse(text) else { return None };
        rows.iter().map(read_row).collect::<Option<Vec<_>>>().map(|rows| Index(map(rows)))
    }

    /// A region's entry.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Listed> {
        self.0.get(code)
    }

    /// Every entry.
    pub fn regions(&self) -> impl Iterator<Item = (&String, &Listed)> {
        self.0.iter()
    }
}

fn read_row(row: &Json) -> Option<(String, Listed)> {
    let Json::Array(cells) = row else { return None };
    let cells: Option<Vec<String>> = cells.iter().map(|cell| cell.as_str().map(str::to_owned)).collect();
    match cells?.as_slice() {
        [code, zh, en, rest @ ..] if rest.len() < 2 => {
            let name = Words { zh: zh.clone(), en: en.clone() };
            Some((code.clone(), Listed { name, district_of: rest.first().cloned() }))
        }
        _ => None,
    }
}
