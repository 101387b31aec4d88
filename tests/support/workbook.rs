//! Workbooks taken apart and put together, as an officer or somebody worse would change them.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a workbook, by name.
pub struct Workbook(Vec<(String, String)>);

/// The cells of a sheet, row by row from the first.
pub type Rows = Vec<Vec<String>>;

impl Workbook {
    pub fn of(bytes: &[u8]) -> Workbook {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = archive.len();
        let part = |place| {
            let mut file = archive.by_index(place).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        };
        Workbook((0..count).map(part).collect())
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.0 {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    pub fn part(&mut self, name: &str) -> &mut String {
        &mut self.0.iter_mut().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no {name}")).1
    }

    fn sheet(&mut self, name: &str) -> &mut String {
        let workbook = self.part("xl/workbook.xml").clone();
        let names: Vec<&str> =
            workbook.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let place = names.iter().position(|other| *other == name).unwrap_or_else(|| panic!("no sheet {name}"));
        self.part(&format!("xl/worksheets/sheet{}.xml", place + 1))
    }

    /// The texts of a sheet; every cell of ours is one.
    pub fn rows(&mut self, sheet: &str) -> Rows {
        let strings = self.part("xl/sharedStrings.xml").clone();
        let string = |si: &str| {
            si.split_once('>')
                .unwrap()
                .1
                .split("</t>")
                .next()
                .unwrap()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        };
        let strings: Vec<String> = strings.split("<si><t").skip(1).map(string).collect();
        let mut rows: Rows = Vec::new();
        for cell in self.sheet(sheet).split("<c r=\"").skip(1) {
            let (reference, rest) = cell.split_once('"').unwrap();
            let is_shared = rest.split('>').next().unwrap().contains("t=\"s\"");
            let Some((_, value)) = rest.split_once("<v>").filter(|_| is_shared) else { continue };
            let (row, column) = place(reference);
            rows.resize_with(rows.len().max(row), Vec::new);
            let cells = &mut rows[row - 1];
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = strings[value.split('<').next().unwrap().parse::<usize>().unwrap()].clone();
        }
        rows
    }

    /// The cell of a column in the first row that holds all of these texts.
    pub fn cell(&mut self, sheet: &str, holds: &[&str], column: &str) -> String {
        let rows = self.rows(sheet);
        let place = rows[1].iter().position(|key| key == column).unwrap_or_else(|| panic!("no column {column}"));
        let row = rows.iter().position(|row| holds.iter().all(|text| row.iter().any(|cell| cell == text)));
        format!("{}{}", letters(place), row.unwrap_or_else(|| panic!("no row {holds:?}")) + 1)
    }

    /// Writes a cell: its attributes and what is in it.
    pub fn put(&mut self, sheet: &str, cell: &str, inner: &str) {
        let (row, column) = place(cell);
        let text = self.sheet(sheet);
        let made = if inner.is_empty() { String::new() } else { format!("<c r=\"{cell}\"{inner}</c>") };
        if let Some(at) = text.find(&format!("<c r=\"{cell}\"")) {
            let rest = &text[at..];
            let (slash, close) = (rest.find("/>").unwrap_or(usize::MAX), rest.find("</c>").unwrap_or(usize::MAX));
            let end = if rest.find('>').unwrap() == slash.wrapping_add(1) { slash + 2 } else { close + 4 };
            text.replace_range(at..at + end, &made);
            return;
        }
        let Some(at) = text.find(&format!("<row r=\"{row}\"")) else {
            *text = text.replace("</sheetData>", &format!("<row r=\"{row}\">{made}</row></sheetData>"));
            return;
        };
        let end = at + text[at..].find("</row>").unwrap();
        let after = text[at..end].match_indices("<c r=\"").find(|(found, _)| {
            let rest = &text[at + found + 6..];
            place(rest.split('"').next().unwrap()).1 > column
        });
        text.insert_str(after.map_or(end, |(found, _)| at + found), &made);
    }

    pub fn write(&mut self, sheet: &str, cell: &str, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        self.put(sheet, cell, &format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is>"));
    }

    pub fn number(&mut self, sheet: &str, cell: &str, text: &str) {
        self.put(sheet, cell, &format!("><v>{text}</v>"));
    }

    /// Takes a row away without a trace.
    pub fn drop_row(&mut self, sheet: &str, row: usize) {
        let text = self.sheet(sheet);
        let at = text.find(&format!("<row r=\"{row}\"")).unwrap();
        let end = at + text[at..].find("</row>").unwrap() + 6;
        text.replace_range(at..end, "");
    }

    /// Adds a row of texts below all others.
    pub fn add_row(&mut self, sheet: &str, cells: &[(&str, &str)]) -> usize {
        let rows = self.rows(sheet);
        let number = rows.len().max(2) + 1;
        for (column, text) in cells {
            let place = rows[1].iter().position(|key| key == column).unwrap_or_else(|| panic!("no column {column}"));
            self.write(sheet, &format!("{}{number}", letters(place)), text);
        }
        number
    }

    pub fn edit(&mut self, sheet: &str, change: impl Fn(&str) -> String) {
        let text = self.sheet(sheet);
        *text = change(text);
    }
}

pub fn place(cell: &str) -> (usize, usize) {
    let letters = cell.chars().take_while(char::is_ascii_uppercase).count();
    let column = cell[..letters].bytes().fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1) - 1;
    (cell[letters..].parse().unwrap(), column)
}

pub fn letters(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { format!("{}{last}", letters(place / 26 - 1)) }
}
