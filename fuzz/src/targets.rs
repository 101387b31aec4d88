//! What reads texts that strangers write. Each function must come back, and must not refuse in silence.

use std::io::{Cursor, Read, Write};
use yibao::api::estimate;
use yibao::api::wire::Answer;
use yibao::officer::sheet::{Files, import};
use yibao::policy::catalogue::Catalogue;
use yibao::record::{Asked, Beside, asked};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A request, of the policies in the catalogue.
pub fn request(text: &str, catalogue: &Catalogue) {
    if let Answer::Failure(failure) = estimate(text, &[], catalogue) {
        assert!(!failure.problems.is_empty(), "refused without a reason: {text}");
    }
}

/// A policy file.
pub fn policy(text: &str) {
    let reports = Catalogue::default().add(&[text]);
    assert_eq!(reports.len(), 1, "one text, one report: {text}");
}

/// A vocabulary.
pub fn vocabulary(text: &str) {
    if let Err(problems) = yibao::vocabulary::read(text) {
        assert!(!problems.is_empty(), "refused without a reason: {text}");
    }
}

/// The bytes of settlement records. What becomes a request is a JSON text, and every note has its place.
pub fn setlinfo(bytes: &[u8]) {
    let Asked { request, told, .. } = asked(bytes, &Beside::default());
    match request {
        Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
        Ok(text) => assert!(yibao::json::parse(&text).is_ok(), "no JSON: {text}"),
    }
    let is_place = |path: &str| path.is_empty() || path.starts_with('/');
    assert!(told.notes.iter().all(|note| is_place(&note.path)), "a note without a place: {:?}", told.notes);
}

/// The bytes of a workbook that an officer gives back.
pub fn workbook(bytes: &[u8], files: &Files) {
    match import(files, bytes) {
        Err(faults) => assert!(!faults.is_empty(), "refused without a reason"),
        // What was taken over can be read again.
        Ok(files) => policy(&files.policy),
    }
}

/// The parts of a workbook, by name.
pub type Parts = Vec<(String, String)>;

/// The text of one sheet in a workbook that is whole otherwise: damaged bytes do not get past the check sums of the archive.
pub fn cells(text: &str, parts: &Parts, files: &Files) {
    let with =
        |(name, old): &(String, String)| (name.clone(), if name == SHEET { text.to_owned() } else { old.clone() });
    workbook(&packed(&parts.iter().map(with).collect()), files);
}

/// The sheet of the values.
pub const SHEET: &str = "xl/worksheets/sheet2.xml";

/// Takes a workbook apart.
pub fn unpacked(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook of ours");
    let count = archive.len();
    let part = |place| {
        let mut file = archive.by_index(place).expect("a part of ours");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("a text of ours");
        (file.name().expect("a name of ours").into_owned(), text)
    };
    (0..count).map(part).collect()
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        writer.start_file(name, stored).expect("memory");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
