//! A table as it stands in a sheet: columns, and rows of texts.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What a row is about: one row an entry.
    Key,
    /// Only shown; never read back.
    Shown,
    /// Words.
    Text,
    /// A number, or what stands in its place.
    Number,
    /// A day.
    Day,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name in the second row.
    pub key: String,
    /// Its heading in the first row.
    pub title: String,
    pub kind: Kind,
    /// Its width in characters.
    pub width: u16,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// The name of its sheet.
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

/// What the last column says of a row that is to go.
pub(super) const DELETE: &str = "删除";

/// The name of the last column.
pub(super) const REMOVE: &str = "remove";

/// The headings stand in these many rows.
pub(super) const HEADS: u32 = 2;

impl Column {
    pub fn new(key: &str, title: &str, kind: Kind, width: u16) -> Column {
        Column { key: key.to_owned(), title: title.to_owned(), kind, width }
    }
}

impl Table {
    /// The place of a column.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }
}

/// The name of a column by its place, as spreadsheets count: A, B, … Z, AA.
pub(super) fn letters(place: usize) -> String {
    let rest = u8::try_from(place.wrapping_rem(26)).unwrap_or_default();
    let last = char::from(b'A'.saturating_add(rest));
    match place.checked_div(26) {
        None | Some(0) => last.to_string(),
        Some(before) => format!("{}{last}", letters(before.saturating_sub(1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
