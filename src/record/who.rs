//! Whom a record is about. A request is about one person, insured in one city and in one way.

use super::find::Found;
use super::{codes, day};

/// What names a person, the surest first: a name may be written in two ways.
pub const NAMES: [&str; 3] = ["certno", "psn_no", "psn_name"];

/// What a record says about the person; what it does not say is empty.
#[derive(Default)]
pub struct Who {
    /// By [`NAMES`].
    names: [String; NAMES.len()],
    rest: [String; 3],
}

impl Who {
    /// Whom a record is about.
    pub fn of(found: &Found) -> Self {
        let born = born(found).unwrap_or_default();
        let scheme = codes::scheme(&found.code("insutype")).unwrap_or_default().to_owned();
        let city = codes::city(&found.code("insuplc_admdvs")).unwrap_or_default();
        // The last figure of an identity number may be a letter, large or small.
        Who { names: NAMES.map(|name| found.number(name).to_uppercase()), rest: [born, scheme, city] }
    }

    /// Whether this is somebody else. What only one of the two says is no difference.
    pub fn differs_from(&self, other: &Who) -> bool {
        let name = both(&self.names, &other.names).next();
        name.into_iter().chain(both(&self.rest, &other.rest)).any(|(one, two)| one != two)
    }

    /// Takes over what another record says more.
    pub fn learn(&mut self, other: Who) {
        let known = self.names.iter_mut().chain(&mut self.rest);
        for (known, said) in known.zip(other.names.into_iter().chain(other.rest)).filter(|(known, _)| known.is_empty())
        {
            *known = said;
        }
    }
}

/// The birth date, of its own member or of the identity number.
pub fn born(found: &Found) -> Option<String> {
    let written = found.day("brdy");
    let said = if day::is_none(&written) { None } else { day::day(&written) };
    said.or_else(|| codes::born(&found.text("certno")))
}

fn both<'w>(one: &'w [String], two: &'w [String]) -> impl Iterator<Item = (&'w String, &'w String)> {
    one.iter().zip(two).filter(|(one, two)| !one.is_empty() && !two.is_empty())
}
