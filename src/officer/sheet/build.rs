//! New files from the old ones and a workbook.

use super::cases;
use super::columns::{CASES, EXPECTED, EXPENSES, EXTRAS, SOURCES, VALUES};
use super::fault::{Faults, Spot};
use super::given::rows;
use super::read::Workbook;
use super::rows::{Matched, matched};
use super::table::{Column, Table};
use super::write::GUIDE;
use super::{Trees, sources, values};
use crate::ordered::Set;

const SHEETS: [&str; 7] = [GUIDE, SOURCES, VALUES, CASES, EXPENSES, EXTRAS, EXPECTED];

/// The files with what was changed; none where the workbook cannot be read at all.
pub(super) fn build(old: &Trees, given: &Workbook, faults: &Faults) -> Option<Trees> {
    refuse_strays(given, faults);
    right_region(old, given, faults)?;
    let [of_sources, of_values, of_cases @ ..] = tables(old)?;
    let none = Set::default();
    let of_sources = read(given, &of_sources, &none, faults);
    let of_values = read(given, &of_values, &none, faults);
    let of_cases = read_cases(given, &of_cases, faults);
    let (mut policy, mut cases) = (old.policy.clone(), old.cases.clone());
    sources::build(&mut policy, &of_sources?, faults);
    values::build(&mut policy, &of_values?, faults);
    cases::build(&mut cases, &old.policy, &of_cases?, faults);
    Some(Trees { policy, cases })
}

fn tables(old: &Trees) -> Option<[Table; 6]> {
    old.tables().try_into().ok()
}

fn read(given: &Workbook, table: &Table, gone: &Set<String>, faults: &Faults) -> Option<Vec<Matched>> {
    let other = |key: &str| if table.place("case").is_some() { cases::column(key) } else { None };
    let other: &dyn Fn(&str) -> Option<Column> = &other;
    Some(matched(table, rows(given, table, other, faults)?, gone, faults))
}

/// The rows of a case that goes may go with it.
fn read_cases(given: &Workbook, [of_cases, rest @ ..]: &[Table; 4], faults: &Faults) -> Option<[Vec<Matched>; 4]> {
    let of_cases = read(given, of_cases, &Set::default(), faults);
    let mut gone = Set::default();
    for row in of_cases.iter().flatten().filter(|row| row.is_gone) {
        gone.insert(row.row.get("case").to_owned());
    }
    let [expenses, extras, expected] = rest.each_ref().map(|table| read(given, table, &gone, faults));
    Some([of_cases?, expenses?, extras?, expected?])
}

/// A sheet that is none of ours may be empty, as the one that a program adds by itself.
fn refuse_strays(given: &Workbook, faults: &Faults) {
    for sheet in given.sheets.iter().filter(|sheet| !SHEETS.contains(&sheet.name.as_str())) {
        let Some(first) = sheet.cells.first() else { continue };
        let spot = Spot { sheet: sheet.name.clone(), cell: first.address() };
        faults.add(&spot, "stray_sheet", &[("text", &first.content.text())]);
    }
}

fn right_region(old: &Trees, given: &Workbook, faults: &Faults) -> Option<()> {
    let Some(guide) = given.sheets.iter().find(|sheet| sheet.name == GUIDE) else {
        return faults.of_file("missing_sheet", &[("name", GUIDE)]);
    };
    let cell = guide.cells.iter().find(|cell| (cell.row, cell.column) == (1, 1));
    let found = cell.map(|cell| cell.content.text()).unwrap_or_default();
    if found == old.region() {
        return Some(());
    }
    let spot = Spot { sheet: GUIDE.to_owned(), cell: "B1".to_owned() };
    faults.add(&spot, "other_region", &[("found", &found), ("region", old.region())]);
    None
}
