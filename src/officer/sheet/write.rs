//! Tables as a workbook: a page that says how, then a sheet a table, every cell a text.

use super::columns::guide;
use super::fault::Faults;
use super::table::{Column, DELETE, HEADS, Kind, REMOVE, Table};
use super::{leaf, sources};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

/// The name of the first sheet, and where it says which region the workbook is of.
pub(super) const GUIDE: &str = "说明";

/// The workbook's bytes. The same tables give the same bytes.
pub(super) fn workbook(region: &str, name: &str, tables: &[Table], faults: &Faults) -> Option<Vec<u8>> {
    let made = made(region, name, tables);
    made.map_err(|error| faults.of_file::<()>("cannot_write", &[("what", &error.to_string())])).ok()
}

fn made(region: &str, name: &str, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2025, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    put_guide(workbook.add_worksheet(), region, name)?;
    for table in tables {
        put_table(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

/// Lists and hints reach down to this row.
const LAST: u32 = 9999;

fn text() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}

fn put_guide(sheet: &mut Worksheet, region: &str, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(GUIDE)?.set_column_width(0, 10)?.set_column_width(1, 110)?;
    let bold = text().set_bold();
    sheet.write_string_with_format(0, 0, "地区", &bold)?.write_string_with_format(0, 1, region, &text())?;
    sheet.write_string_with_format(1, 0, "名称", &bold)?.write_string_with_format(1, 1, name, &text())?;
    for (row, (head, line)) in (3..).zip(guide()) {
        sheet.write_string_with_format(row, 0, *head, &bold)?;
        sheet.write_string_with_format(row, 1, *line, &text().set_text_wrap())?;
    }
    Ok(())
}

fn put_table(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?.set_freeze_panes(HEADS, 0)?;
    for (place, column) in (0..).zip(&table.columns) {
        put_head(sheet, place, column)?;
    }
    for (number, row) in (HEADS..).zip(&table.rows) {
        for (place, (column, cell)) in (0..).zip(table.columns.iter().zip(row)) {
            if !cell.is_empty() {
                sheet.write_string_with_format(number, place, cell, &look(column.kind))?;
            }
        }
    }
    let last = (0..).zip(&table.columns).last().map_or(0, |(place, _)| place);
    // Numbers are texts on purpose: no green corner says otherwise.
    sheet.ignore_error_range(0, 0, LAST, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn put_head(sheet: &mut Worksheet, place: u16, column: &Column) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_background_color(Color::RGB(0x00E8_EEF4)).set_text_wrap();
    let key = text().set_font_color(Color::RGB(0x0076_7676)).set_font_size(9);
    sheet.set_column_width(place, column.width)?.set_column_format(place, &look(column.kind))?;
    sheet.write_string_with_format(0, place, &column.title, &title)?;
    sheet.write_string_with_format(1, place, &column.key, &key)?;
    let choices = choices(&column.key);
    if !choices.is_empty() {
        let list = DataValidation::new().allow_list_strings(&choices)?;
        sheet.add_data_validation(HEADS, place, LAST, place, &list)?;
    }
    Ok(())
}

/// What may be chosen from a list in this column.
fn choices(key: &str) -> Vec<&'static str> {
    match key {
        "state" => leaf::states().to_vec(),
        "status" => sources::statuses().to_vec(),
        REMOVE => vec![DELETE],
        _ => Vec::new(),
    }
}

/// What is only shown is grey; numbers stand at the right.
fn look(kind: Kind) -> Format {
    match kind {
        Kind::Shown => text().set_font_color(Color::RGB(0x0076_7676)).set_text_wrap(),
        Kind::Number => text().set_align(FormatAlign::Right),
        Kind::Text => text().set_text_wrap(),
        Kind::Key | Kind::Day => text(),
    }
}
