//! Spreadsheets (`officer::sheet`): out to a workbook and back.
//!
//! 1. Every region of the product goes round: not a byte of its files changes.
//! 2. An edit in the sheet changes that value, and nothing else.
//! 3. What is not understood is refused with its sheet and cell, and a way out; every fault at once.
//! 4. Whatever the bytes are, there is an answer, and the work is bounded.

use crate::support::shipped;
use crate::support::workbook::Workbook;
use std::fs;
use std::path::Path;
use std::process::Command;
use yibao::json;
use yibao::officer::edits::edits;
use yibao::officer::notice::Lang;
use yibao::officer::sheet::fault::{self, Fault};
use yibao::officer::sheet::{Files, export, import};

/// The files of each region.
fn regions() -> Vec<Files> {
    let cases = shipped::files("cases.json");
    let of = |(folder, policy): (&str, &str)| Files {
        policy: policy.to_owned(),
        cases: cases.iter().find(|(other, _)| *other == folder).map_or(String::new(), |(_, text)| (*text).to_owned()),
    };
    shipped::files("policy.json").into_iter().map(of).collect()
}

fn region(code: &str) -> Files {
    let is_it = |files: &Files| files.policy.contains(&format!("\"region\": \"{code}\""));
    regions().into_iter().find(is_it).unwrap()
}

fn told(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(|fault| fault.text(Lang::En)).collect()
}

#[test]
fn every_region_goes_round() {
    let regions = regions();
    assert!(regions.len() >= 37);
    for files in regions {
        let workbook = export(&files).unwrap();
        assert_eq!(workbook, export(&files).unwrap(), "the same files make the same bytes");
        let back = import(&files, &workbook).map_err(|faults| told(&faults)).unwrap();
        assert!(back == files, "{}", &files.policy[..200]);
    }
}

/// Everything that is in a workbook is enough to write the values and cases anew: nothing is only copied.
#[test]
fn every_case_and_value_can_be_changed() {
    for files in regions() {
        let mut book = Workbook::of(&export(&files).unwrap());
        for row in 3..=book.rows("例子").len() {
            let cell = format!("B{row}");
            book.write("例子", &cell, "别的标题");
        }
        for row in 3..=book.rows("来源").len() {
            let column = book.rows("来源")[1].iter().position(|key| key == "title").unwrap();
            book.write("来源", &format!("{}{row}", crate::support::workbook::letters(column)), "别的文件");
        }
        for (row, cells) in book.rows("数值").iter().enumerate().skip(2) {
            let number = if cells[4] == "比例" { "0.01" } else { "1" };
            let column = match cells[11].as_str() {
                "公布" => "M",
                "未公布" => "N",
                _ => continue,
            };
            if cells[4] != "是或否" {
                book.write("数值", &format!("{column}{}", row + 1), number);
            }
        }
        let back = import(&files, &book.bytes()).map_err(|faults| told(&faults)).unwrap();
        for (old, new) in [(&files.cases, &back.cases), (&files.policy, &back.policy)] {
            let old = if old.is_empty() { "{\"cases\": []}" } else { old };
            for edit in edits(&json::parse(old).unwrap(), &json::parse(new).unwrap()) {
                let after = edit.after.as_ref().and_then(|json| json.as_str());
                assert!(["别的标题", "别的文件", "0.01", "1"].contains(&after.unwrap_or_default()), "{edit:?}");
            }
        }
    }
}

/// The region that most tests change, and its workbook.
fn zoucheng() -> (Files, Workbook) {
    let files = region("370883");
    let book = Workbook::of(&export(&files).unwrap());
    (files, book)
}

/// What an import changed in the rules and in the cases, as `place: old → new`.
fn changes(files: &Files, book: &Workbook) -> Vec<String> {
    let back = import(files, &book.bytes()).map_err(|faults| told(&faults)).unwrap();
    let side = |json: &Option<json::Json>| json.as_ref().map_or("-".to_owned(), yibao::officer::cases::write);
    let pairs = [(&files.policy, &back.policy), (&files.cases, &back.cases)];
    let edits = pairs.into_iter().flat_map(|(old, new)| edits(&json::parse(old).unwrap(), &json::parse(new).unwrap()));
    edits.map(|edit| format!("{}: {} → {}", edit.at, side(&edit.before), side(&edit.after))).collect()
}

/// What is refused, as `code sheet!cell`.
fn refused(files: &Files, bytes: &[u8]) -> Vec<String> {
    let Err(faults) = import(files, bytes) else { return vec!["taken".to_owned()] };
    assert!(faults.iter().all(|fault| !fault.help.zh.is_empty() && !fault.help.en.is_empty()));
    assert!(told(&faults).iter().all(|text| !text.contains('{')), "{:?}", told(&faults));
    faults.iter().map(|fault| format!("{} {}!{}", fault.code, fault.sheet, fault.cell)).collect()
}

#[test]
fn an_edit_changes_that_value_alone() {
    let (files, mut book) = zoucheng();
    let cell = book.cell("数值", &["accident-outpatient", "annual-cap"], "number");
    book.write("数值", &cell, "1800");
    let programme = "/programmes/accident-outpatient/values/annual-cap/versions/0/value";
    assert_eq!(changes(&files, &book), [format!("{programme}: \"1500\" → \"1800\"")]);
    book.number("数值", &cell, "1800.5500000000002");
    assert_eq!(refused(&files, &book.bytes()), [format!("inexact 数值!{cell}")]);
    book.number("数值", &cell, "1800.55");
    assert_eq!(changes(&files, &book), [format!("{programme}: \"1500\" → \"1800.55\"")]);
}

/// Spreadsheet programs write 17 digits of the float that they hold.
#[test]
fn a_number_cell_says_what_was_typed() {
    let (files, mut book) = zoucheng();
    let cell = book.cell("数值", &["accident-outpatient", "rate"], "number");
    book.number("数值", &cell, "0.80000000000000004");
    assert_eq!(changes(&files, &book), [] as [&str; 0]);
    book.number("数值", &cell, "0.55000000000000004");
    assert_eq!(changes(&files, &book).len(), 1);
    assert!(changes(&files, &book)[0].ends_with("\"0.80\" → \"0.55\""));
}

/// What was only suggested falls away with the state, but for what somebody wrote anew.
#[test]
fn an_unpublished_number_is_published() {
    let (files, mut book) = zoucheng();
    let row = ["resident-inpatient", "rate", "3"];
    let [state, number, low] = ["state", "number", "low"].map(|column| book.cell("数值", &row, column));
    book.write("数值", &state, "公布");
    book.write("数值", &number, "0.60");
    let at = "/programmes/resident-inpatient/values/rate/versions/0/table/3";
    let told = changes(&files, &book);
    assert!(told.len() == 1 && told[0].starts_with(at) && told[0].ends_with("→ \"0.60\""), "{told:?}");
    book.write("数值", &low, "0.55");
    assert_eq!(refused(&files, &book.bytes()), [format!("unneeded_cell 数值!{low}")]);
}

#[test]
fn a_new_version_is_added_and_the_one_before_ends() {
    let (files, mut book) = zoucheng();
    let of = ["accident-outpatient", "annual-cap"];
    let cell = book.cell("数值", &of, "to");
    book.write("数值", &cell, "2026-12-31");
    let cells = [
        ("programme", of[0]),
        ("value", of[1]),
        ("version", "2"),
        ("from", "2027-01-01"),
        ("source", "ZC"),
        ("number", "2000"),
    ];
    book.add_row("数值", &cells);
    let at = "/programmes/accident-outpatient/values/annual-cap/versions";
    assert_eq!(
        changes(&files, &book),
        [
            format!("{at}/0/to: - → \"2026-12-31\""),
            format!("{at}/2027-01-01: - → {{\"from\":\"2027-01-01\",\"source\":\"ZC\",\"value\":\"2000\"}}"),
        ]
    );
}

#[test]
fn a_case_is_added_changed_and_deleted() {
    let (files, mut book) = zoucheng();
    let new = (book.rows("例子").len() - 1).to_string();
    book.add_row(
        "例子",
        &[
            ("case", &new),
            ("title_zh", "新例子"),
            ("title_en", "A new case"),
            ("region", "370883"),
            ("asked_on", "2025-12-31"),
            ("facts.scheme", "resident"),
            ("facts.hardship", "无"),
        ],
    );
    book.add_row(
        "费用",
        &[
            ("case", &new),
            ("id", "e1"),
            ("service", "inpatient"),
            ("date", "2025-03-01"),
            ("total", "10200"),
            ("facts.facility_level", "1"),
        ],
    );
    book.add_row(
        "应得",
        &[("case", &new), ("place", "programmes › 370883/resident-inpatient › paid"), ("expected", "8500")],
    );
    let remove = book.cell("例子", &["2"], "remove");
    book.write("例子", &remove, "删除");
    let back = import(&files, &book.bytes()).map_err(|faults| told(&faults)).unwrap();
    assert_eq!(back.policy, files.policy);
    let cases = json::parse(&back.cases).unwrap();
    let old = json::parse(&files.cases).unwrap();
    let (cases, old) = (cases.get("cases").unwrap().items(), old.get("cases").unwrap().items());
    assert_eq!(cases.len(), old.len());
    assert_eq!(cases[..1], old[..1]);
    assert_eq!(cases[1..cases.len() - 1], old[2..]);
    let made = r#"{"title": {"zh": "新例子", "en": "A new case"},
        "request": {"region": "370883", "asked_on": "2025-12-31", "facts": {"hardship": [], "scheme": "resident"},
            "expenses": [{"id": "e1", "service": "inpatient", "date": "2025-03-01", "total": "10200", "facts": {"facility_level": "1"}}]},
        "expect": {"programmes": {"370883/resident-inpatient": {"paid": "8500"}}}}"#;
    assert_eq!(cases[cases.len() - 1], json::parse(made).unwrap());
}

/// Each fault at its cell, all of them at once, and no other.
#[test]
fn every_fault_is_told_with_its_cell() {
    let files = region("370200");
    let mut book = Workbook::of(&export(&files).unwrap());
    let mut expected = Vec::new();
    let rows: Vec<String> = (3..200).map(|row| row.to_string()).collect();
    let mut next = rows.iter();
    let number = |book: &mut Workbook, row: &str| {
        let column = book.cell("数值", &[], "number");
        format!("{}{row}", column.trim_end_matches(char::is_numeric))
    };
    type Change = fn(&mut Workbook, &str);
    let kinds: [(&str, Change); 12] = [
        ("formula", |book, cell| book.put("数值", cell, "><f>1+1</f><v>2</v>")),
        ("formula", |book, cell| book.put("数值", cell, " t=\"str\"><f>A1&amp;B1</f><v>x</v>")),
        ("cell_error", |book, cell| book.put("数值", cell, " t=\"e\"><v>#REF!</v>")),
        ("inexact", |book, cell| book.number("数值", cell, "0.30000000000000004")),
        ("other_form", |book, cell| book.write("数值", cell, "1,500")),
        ("other_form", |book, cell| book.write("数值", cell, "１５００")),
        ("other_form", |book, cell| book.write("数值", cell, "15万元")),
        ("other_form", |book, cell| book.write("数值", cell, "80%")),
        ("blanks", |book, cell| book.write("数值", cell, "0.5 ")),
        ("bad_", |book, cell| book.write("数值", cell, "很多")),
        ("bad_", |book, cell| book.number("数值", cell, "-3")),
        ("missing_cell", |book, cell| book.put("数值", cell, "")),
    ];
    let states = book.rows("数值");
    let place = states[1].iter().position(|key| key == "state").unwrap();
    for (code, change) in kinds {
        let row = next.find(|row| {
            let row = &states[row.parse::<usize>().unwrap() - 1];
            row[place] == "公布" && row[4] != "是或否"
        });
        let cell = number(&mut book, row.unwrap());
        change(&mut book, &cell);
        expected.push((code, format!("数值!{cell}")));
    }
    let told = refused(&files, &book.bytes());
    for (code, cell) in &expected {
        let is_told = told.iter().any(|fault| fault.starts_with(code) && fault.ends_with(&format!(" {cell}")));
        // "80%" is another form of a rate, but no amount.
        let is_told =
            is_told || (*code == "other_form" && told.iter().any(|fault| fault.ends_with(&format!(" {cell}"))));
        assert!(is_told, "{code} {cell}: {told:?}");
    }
    assert!(told.iter().all(|fault| expected.iter().any(|(_, cell)| fault.ends_with(&format!(" {cell}")))), "{told:?}");
}

/// One change, and the one fault that it makes.
fn one(change: impl Fn(&mut Workbook)) -> Vec<String> {
    let (files, mut book) = zoucheng();
    change(&mut book);
    refused(&files, &book.bytes())
}

#[test]
fn rows_and_columns_that_do_not_belong_are_refused() {
    let of = ["accident-outpatient", "annual-cap"];
    let at = |column: &str| zoucheng().1.cell("数值", &of, column);
    let row: usize = at("number").trim_start_matches(char::is_alphabetic).parse().unwrap();
    let version = [("programme", of[0]), ("value", of[1]), ("version", "2"), ("number", "1")];
    let last = zoucheng().1.rows("数值").len() + 1;
    let new = |cells: &[(&'static str, &'static str)]| {
        let cells = cells.to_vec();
        one(move |book| {
            book.add_row("数值", &cells);
        })
    };
    assert_eq!(one(|book| book.drop_row("数值", row)), ["missing_row 数值!"]);
    assert_eq!(new(&[version[0], version[1], ("version", "1"), version[3]]), [format!("repeated_row 数值!A{last}")]);
    assert_eq!(
        new(&[("programme", "acident-outpatient"), version[1], version[2], version[3]]),
        [format!("unknown_programme 数值!A{last}")]
    );
    assert_eq!(
        new(&[version[0], ("value", "anual-cap"), version[2], version[3]]),
        [format!("unknown_value 数值!C{last}")]
    );
    assert_eq!(new(&[version[0], version[1], version[3]]), [format!("missing_cell 数值!F{last}")]);
    assert_eq!(
        new(&[version[0], version[1], version[2], ("row", "1"), version[3]]),
        [format!("no_table 数值!G{last}")]
    );
    assert_eq!(
        one(|book| book.write("数值", &at("programme_name"), "别的名字")),
        [format!("read_only 数值!{}", at("programme_name"))]
    );
    assert_eq!(one(|book| book.write("数值", &at("state"), "公开")), [format!("bad_choice 数值!{}", at("state"))]);
    assert_eq!(one(|book| book.write("数值", &at("low"), "1")), [format!("unneeded_cell 数值!{}", at("low"))]);
    assert_eq!(one(|book| book.write("数值", &at("remove"), "删除")), [format!("last_version 数值!{}", at("value"))]);
    assert_eq!(one(|book| book.number("数值", &at("from"), "45658")), [format!("excel_date 数值!{}", at("from"))]);
    assert_eq!(one(|book| book.write("数值", &at("from"), "2025-02-30")), [format!("bad_day 数值!{}", at("from"))]);
    assert_eq!(one(|book| book.write("数值", "ZZ9", "备忘")), ["stray_text 数值!ZZ9"]);
    assert_eq!(one(|book| book.write("数值", "M2", "nubmer")), ["unknown_column 数值!M2", "missing_column 数值!"]);
    assert_eq!(one(|book| book.write("数值", "N2", "number")), ["repeated_column 数值!N2", "missing_column 数值!"]);
    let merge = |text: &str| {
        text.replace("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A5:A9\"/></mergeCells>")
    };
    assert_eq!(one(|book| book.edit("数值", merge)), ["merged 数值!A5"]);
    assert_eq!(one(|book| book.write("说明", "B1", "370200")), ["other_region 说明!B1"]);
    let rename = |from: &str, to: &str, book: &mut Workbook| {
        let text = book.part("xl/workbook.xml");
        *text = text.replace(from, to);
    };
    assert_eq!(one(|book| rename("\"来源\"", "\"依据\"", book)), ["stray_sheet 依据!A1", "missing_sheet !"]);
    let tier = |book: &mut Workbook| book.cell("例子", &["1"], "facts.scheme");
    assert_eq!(
        one(|book| {
            let cell = tier(book);
            book.write("例子", &cell, "城乡居名");
        })
        .len(),
        1
    );
    assert_eq!(
        one(|book| {
            book.add_row("应得", &[("case", "999"), ("place", "totals › paid"), ("expected", "1")]);
        })
        .len(),
        1
    );
    assert_eq!(
        one(|book| {
            book.add_row("应得", &[("case", "1"), ("place", "totals ›"), ("expected", "1")]);
        })
        .len(),
        1
    );
    assert_eq!(
        one(|book| {
            book.add_row("补充", &[("case", "1"), ("place", "facts › scheme"), ("given", "resident")]);
        })
        .len(),
        1
    );
}

/// The way out says the very text that would be right.
#[test]
fn a_way_out_is_told() {
    let (files, mut book) = zoucheng();
    let cell = book.cell("数值", &["accident-outpatient", "annual-cap"], "number");
    book.write("数值", &cell, "0.15万元");
    let faults = import(&files, &book.bytes()).unwrap_err();
    assert_eq!(faults[0].text(Lang::Zh), format!("数值!{cell}: “0.15万元”里有“万元”，这里以元为单位。请写成 1500。"));
    book.put("数值", &cell, "><f>SUM(A1:A9)</f><v>1500</v>");
    let text = import(&files, &book.bytes()).unwrap_err()[0].text(Lang::En);
    assert!(text.contains("=SUM(A1:A9)") && text.contains("or write 1500"), "{text}");
}

/// A zip whose one sheet unpacks to so many megabytes of blanks.
fn bomb(megabytes: usize) -> Vec<u8> {
    let (_, mut book) = zoucheng();
    book.edit("数值", |text| format!("{text}{}", " ".repeat(megabytes << 20)));
    book.bytes()
}

#[test]
fn hostile_bytes_have_an_answer_and_bounded_work() {
    let (files, mut book) = zoucheng();
    let good = book.bytes();
    assert_eq!(refused(&files, b""), ["not_xlsx !"]);
    assert_eq!(refused(&files, b"programme,value\n"), ["not_xlsx !"]);
    assert_eq!(refused(&files, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), ["not_xlsx !"]);
    assert_eq!(refused(&files, b"PK\x03\x04"), ["damaged !"]);
    assert_eq!(refused(&files, &bomb(80)), ["too_large !"]);
    assert_eq!(refused(&files, &vec![b'P'; 17 << 20]), ["too_large !"]);
    for length in (0..good.len()).step_by(good.len() / 40) {
        assert_eq!(refused(&files, &good[..length]).len(), 1, "{length}");
    }
    let lol = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    book.edit("数值", |text| text.replacen("<worksheet", &format!("{lol}<worksheet"), 1));
    assert_eq!(refused(&files, &book.bytes()), ["damaged !"]);
    for (from, to) in [
        ("<sheetData>", "<sheetData>&lol;"),
        ("<sheetData>", "<sheetData><row r=\"4294967296\"><c r=\"A99999999999\"><v>1</v></c></row>"),
        ("<sheetData>", "<sheetData><row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>"),
        ("<sheetData>", "<sheetData><c t=\"s\"><v>99999999</v></c>"),
        ("</sheetData>", ""),
        ("<sheetData>", "<sheetData><row><c><is><t>"),
    ] {
        let (_, mut book) = zoucheng();
        book.edit("数值", |text| text.replacen(from, to, 1));
        assert_eq!(refused(&files, &book.bytes()), ["damaged !"], "{to}");
    }
}

/// A short string that half a million cells share.
#[test]
fn shared_text_is_counted_each_time() {
    let (files, mut book) = zoucheng();
    let long = "长".repeat(10_000);
    book.write("数值", "ZZ1", &long);
    let strings = book.part("xl/sharedStrings.xml");
    *strings = strings.replacen("<si>", &format!("<si><t>{long}</t></si><si>"), 1);
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(10_000);
    book.edit("数值", |text| text.replace("</sheetData>", &format!("<row r=\"900\">{cells}</row></sheetData>")));
    assert_eq!(refused(&files, &book.bytes()), ["too_large !"]);
}

/// Whatever stands in a cell, an import answers.
#[test]
fn any_byte_may_be_wrong() {
    let (files, mut book) = zoucheng();
    let good = book.bytes();
    let _ = book.part("xl/workbook.xml");
    for place in (0..good.len()).step_by(good.len() / 150) {
        let mut bytes = good.clone();
        bytes[place] ^= 0x41;
        if let Ok(back) = import(&files, &bytes) {
            assert!(json::parse(&back.policy).is_ok());
        }
    }
}

#[test]
fn files_that_are_no_json_are_told_as_that() {
    let files = Files { policy: "{".to_owned(), cases: "[".to_owned() };
    let codes = |faults: Vec<Fault>| faults.iter().map(|fault| fault.code).collect::<Vec<_>>();
    assert_eq!(codes(export(&files).unwrap_err()), ["not_json", "not_json"]);
    let empty = Files { policy: r#"{"region": "370882"}"#.to_owned(), cases: String::new() };
    assert_eq!(import(&empty, &export(&empty).unwrap()), Ok(empty));
}

#[test]
fn every_kind_of_fault_has_words() {
    assert!(fault::codes().len() > 30);
}

/// The command line: out, back into a new folder, and what it says of a fault.
#[test]
#[allow(clippy::disallowed_methods, reason = "the test reads what the program wrote")]
fn the_command_line_goes_out_and_back() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheets");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name).display().to_string();
    let yibao = |args: &[&str]| {
        let ran = Command::new(env!("CARGO_BIN_EXE_yibao")).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output();
        let ran = ran.unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (ran.status.code().unwrap(), text(&ran.stdout), text(&ran.stderr))
    };
    let (policy, workbook, next) = ("policies/370883-zoucheng", at("z.xlsx"), at("next"));
    let (code, out, _) = yibao(&["sheet", policy, "--out", &workbook, "--lang", "zh"]);
    assert!(code == 0 && out.starts_with("写好了"), "{out}");
    let (code, _, err) = yibao(&["sheet", policy, "--out", &workbook, "--lang", "zh"]);
    assert!(code == 2 && err.contains("已经有了"), "what somebody may have changed stays: {err}");
    let mut book = Workbook::of(&fs::read(&workbook).unwrap());
    let cell = book.cell("数值", &["accident-outpatient", "annual-cap"], "number");
    book.write("数值", &cell, "1800");
    fs::write(&workbook, book.bytes()).unwrap();
    let (code, out, _) = yibao(&["sheet", policy, "--from", &workbook, "--out", &next, "--lang", "en"]);
    assert!(code == 0 && out.contains("\"1500\" → \"1800\"") && out.contains("1 changes"), "{out}");
    assert!(fs::read_to_string(folder.join("next/policy.json")).unwrap().contains("\"1800\""));
    let cases = fs::read_to_string(folder.join("next/cases.json")).unwrap();
    assert_eq!(cases, fs::read_to_string(Path::new(policy).join("cases.json")).unwrap());
    book.write("数值", &cell, "18万");
    fs::write(&workbook, book.bytes()).unwrap();
    let (code, out, err) = yibao(&["sheet", policy, "--from", &workbook, "--out", &at("no"), "--lang", "zh"]);
    assert!(code == 2 && out.is_empty() && err.contains(&format!("数值!{cell}: ")) && err.contains("180000"), "{err}");
    assert!(!folder.join("no").exists());
    assert_eq!(yibao(&["sheet", policy]).0, 2);
    assert_eq!(yibao(&["sheet", "policies", "--out", &workbook]).0, 2);
}
