//! An amount on the wire.

use crate::estimate::Range;
use crate::money::Money;
use crate::request::Ends;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A range, written as `{low, likely, high}`, with `typical` where it is wide. `likely` holds under preferred readings and
/// single suggestions, where that is one amount; else it is `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// No filling of the unknowns gives less.
    pub low: Money,
    /// See above.
    pub likely: Option<Money>,
    /// No filling of the unknowns gives more.
    pub high: Money,
    /// What fillings within typical domains give; none where the amount is exact, or nobody looked for it.
    pub typical: Option<Ends>,
}

impl From<Range> for Amount {
    fn from(Range { low, likely, high, typical }: Range) -> Self {
        Amount { low, likely, high, typical: typical.filter(|_| low < high) }
    }
}

/// Most amounts are exact: their text is made once and written three times.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Amount { low, likely, high, typical } = *self;
        let low_text = low.text();
        let fields = if typical.is_some() { 4 } else { 3 };
        let mut amount = serializer.serialize_struct("Amount", fields)?;
        amount.serialize_field("low", &low_text)?;
        match likely {
            Some(likely) if likely == low => amount.serialize_field("likely", &low_text)?,
            Some(likely) => amount.serialize_field("likely", &likely.text())?,
            None => amount.serialize_field("likely", &None::<&str>)?,
        }
        if high == low {
            amount.serialize_field("high", &low_text)?;
        } else {
            amount.serialize_field("high", &high.text())?;
        }
        if let Some(typical) = typical {
            amount.serialize_field("typical", &TypicalText::from(typical))?;
        }
        amount.end()
    }
}

#[derive(serde::Serialize)]
struct TypicalText {
    low: String,
    high: String,
}

impl From<Ends> for TypicalText {
    fn from(Ends { low, high }: Ends) -> Self {
        TypicalText { low: low.text(), high: high.text() }
    }
}
