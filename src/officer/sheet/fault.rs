//! What a workbook may get wrong: always the sheet, the cell, a reason and a way out, in both languages.

use super::typed::Wrong;
use crate::json::problem::fill;
use crate::ordered::map;
use crate::words::Words;
use serde::Serialize;
use std::cell::RefCell;

use super::super::notice::Lang;

/// One thing wrong with a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The name of the sheet; empty where the whole file is meant.
    pub sheet: String,
    /// The cell, such as `B7`; empty where the whole sheet is meant.
    pub cell: String,
    /// What kind of fault, as a stable name.
    pub code: &'static str,
    /// What is wrong.
    pub message: Words,
    /// The way out.
    pub help: Words,
}

impl Fault {
    /// Place, message and way out in one language: `数值!K7: …`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let space = if lang == Lang::Zh { "" } else { " " };
        let said = format!("{}{space}{}", lang.of(&self.message), lang.of(&self.help));
        match (self.sheet.as_str(), self.cell.as_str()) {
            ("", _) => said,
            (sheet, "") => format!("{sheet}: {said}"),
            (sheet, cell) => format!("{sheet}!{cell}: {said}"),
        }
    }
}

/// Where a fault is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub sheet: String,
    pub cell: String,
}

/// Faults of one workbook.
#[derive(Debug, Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

/// More are never told: a sheet that is wrong from top to bottom has one reason.
const MOST: usize = 500;

impl Faults {
    /// Notes a fault. One of each cell is enough: the others mostly follow from it.
    pub fn add(&self, spot: &Spot, code: &'static str, args: &[(&'static str, &str)]) {
        let mut found = self.0.borrow_mut();
        let is_told = !spot.cell.is_empty() && found.iter().any(|old| old.cell == spot.cell && old.sheet == spot.sheet);
        if found.len() < MOST && !is_told {
            found.push(fault(spot, code, args));
        }
    }

    /// Notes why a text is refused.
    pub fn refuse(&self, spot: &Spot, wrong: &Wrong) {
        let args: Vec<_> = wrong.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.add(spot, wrong.code, &args);
    }

    /// Notes a fault of the whole file; there is nothing to go on with.
    pub fn of_file<T>(&self, code: &'static str, args: &[(&'static str, &str)]) -> Option<T> {
        self.add(&Spot::default(), code, args);
        None
    }

    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// What was made, if nothing is wrong.
    pub fn or<T>(self, made: Option<T>) -> Result<T, Vec<Fault>> {
        let faults = self.0.into_inner();
        match made {
            Some(made) if faults.is_empty() => Ok(made),
            _ => Err(faults),
        }
    }
}

fn fault(spot: &Spot, code: &'static str, args: &[(&'static str, &str)]) -> Fault {
    let args = map(args.iter().map(|&(key, value)| (key, shown(value))));
    let found = KINDS.iter().find(|(name, _)| *name == code);
    let [zh, zh_help, en, en_help] = found.map_or([code; 4], |(_, texts)| *texts);
    Fault {
        sheet: spot.sheet.clone(),
        cell: spot.cell.clone(),
        code,
        message: Words { zh: fill(zh, &args), en: fill(en, &args) },
        help: Words { zh: fill(zh_help, &args), en: fill(en_help, &args) },
    }
}

/// A long text is cut, and what nobody can see is shown.
fn shown(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    let dots = if cut.len() < text.len() { "…" } else { "" };
    format!("{}{dots}", cut.replace(['\n', '\r', '\t'], " "))
}

/// Code; message and way out in Chinese; both in English.
const KINDS: &[(&str, [&str; 4])] = &[
    (
        "not_json",
        [
            "{file} 不是正确的 JSON，没法和表格对照。",
            "请先改好 {file}。",
            "{file} is not JSON, so no sheet can be compared with it.",
            "Correct {file} first.",
        ],
    ),
    (
        "not_xlsx",
        [
            "这个文件不是 .xlsx 表格：{what_zh}。",
            "在表格软件里“另存为”，类型选“Excel 工作簿（.xlsx）”，不要加密码。",
            "This is no .xlsx workbook: {what_en}.",
            "Save it in the spreadsheet program as an Excel workbook (.xlsx), without a password.",
        ],
    ),
    (
        "too_large",
        [
            "这个表格太大：{what_zh}。",
            "请重新导出一份，只改数字，不要加图片和别的工作表。",
            "This workbook is too large: {what_en}.",
            "Make a fresh one, change the numbers only, and add no pictures or sheets.",
        ],
    ),
    (
        "damaged",
        [
            "这个表格坏了，读不出来：{what}。",
            "请用表格软件打开，另存一份；打不开就重新导出。",
            "This workbook is damaged: {what}.",
            "Open it in a spreadsheet program and save it anew, or make a fresh one.",
        ],
    ),
    (
        "cannot_write",
        [
            "写不成表格：{what}。",
            "请直接改文本。",
            "This cannot be written as a workbook: {what}.",
            "Edit the text itself.",
        ],
    ),
    (
        "missing_sheet",
        [
            "缺少工作表“{name}”。",
            "请从导出的表格里把它复制回来，名字不要改。",
            "The sheet {name} is missing.",
            "Copy it back from the workbook that was made, under the same name.",
        ],
    ),
    (
        "stray_sheet",
        [
            "多了一张工作表，里面有内容“{text}”，读进来就丢了。",
            "请把它移到别的文件里。",
            "This sheet is none of ours and holds \"{text}\", which would be lost.",
            "Move it to another file.",
        ],
    ),
    (
        "other_region",
        [
            "这个表格是地区 {found} 的，规定是地区 {region} 的。",
            "请打开同一个地区的规定和表格。",
            "This workbook is of the region {found}, the rules are of {region}.",
            "Take the rules and the workbook of one region.",
        ],
    ),
    (
        "missing_column",
        [
            "缺少“{key}”这一列。",
            "第2行是各列的代号，请不要改，也不要删列。",
            "The column {key} is missing.",
            "The second row names the columns: leave it, and delete no column.",
        ],
    ),
    (
        "unknown_column",
        [
            "没有“{key}”这一列。",
            "第2行只能写列的代号{meant_zh}。",
            "There is no column {key}.",
            "The second row holds names of columns only{meant_en}.",
        ],
    ),
    (
        "repeated_column",
        ["“{key}”这一列有两个。", "请留下一个。", "The column {key} stands twice.", "Keep one of them."],
    ),
    (
        "stray_text",
        [
            "表格以外的地方写了“{text}”，读进来就丢了。",
            "请删去，或者写进“备注”列。",
            "\"{text}\" stands outside of the table and would be lost.",
            "Remove it, or write it into a note.",
        ],
    ),
    (
        "formula",
        [
            "这里是公式 {formula}，不是写定的内容。",
            "请复制这一格，再“选择性粘贴—数值”，或者直接写上 {value}。",
            "This is a formula, {formula}, and no written value.",
            "Copy the cell and paste it as a value, or write {value}.",
        ],
    ),
    (
        "cell_error",
        [
            "这里是表格软件的错误值 {text}。",
            "请写上内容。",
            "This is an error of the spreadsheet program, {text}.",
            "Write what belongs here.",
        ],
    ),
    (
        "merged",
        [
            "{range} 是合并的单元格，看不出内容属于哪一行。",
            "请取消合并，每一行都写上。",
            "{range} are merged cells: nobody can tell which row is meant.",
            "Unmerge them and write every row out.",
        ],
    ),
    (
        "excel_date",
        [
            "这里是表格软件的日期（内部数字 {text}），不是文字。",
            "请把单元格格式设为“文本”，再写 {meant}。",
            "This is a date of the spreadsheet program, the number {text}, and no text.",
            "Format the cell as text and write {meant}.",
        ],
    ),
    (
        "inexact",
        [
            "这个数在表格里存成了 {text}，不是写得尽的小数。",
            "它多半是算出来的。请重新写上这个数，例如 {meant}。",
            "The sheet holds this number as {text}, which is no short decimal.",
            "It was probably computed. Type it anew, such as {meant}.",
        ],
    ),
    (
        "not_a_number",
        [
            "“{text}”不是数。",
            "只写数字和小数点，例如 1500 或 0.65。",
            "\"{text}\" is no number.",
            "Write digits and a point only, such as 1500 or 0.65.",
        ],
    ),
    ("other_form", ["“{text}”里有{what_zh}。", "请写成 {meant}。", "\"{text}\" has {what_en}.", "Write {meant}."]),
    ("blanks", ["“{text}”前后有空格或换行。", "请去掉。", "\"{text}\" has blanks before or after it.", "Remove them."]),
    (
        "bad_money",
        [
            "“{text}”不是金额。",
            "以元为单位，最多两位小数，例如 1500 或 1500.50。",
            "\"{text}\" is no amount.",
            "In yuan, with at most two decimals, such as 1500 or 1500.50.",
        ],
    ),
    (
        "bad_rate",
        [
            "“{text}”不是比例。",
            "写 0 到 1 之间的小数，最多六位，例如 65% 写 0.65。",
            "\"{text}\" is no rate.",
            "A decimal from 0 to 1 with at most six places: 65 % is 0.65.",
        ],
    ),
    (
        "bad_count",
        [
            "“{text}”不是整数。",
            "写 {min} 到 {max} 之间的整数。",
            "\"{text}\" is no whole number.",
            "A whole number from {min} to {max}.",
        ],
    ),
    (
        "bad_day",
        [
            "“{text}”不是日期。",
            "写 年-月-日，例如 2025-01-01，而且要真有这一天。",
            "\"{text}\" is no day.",
            "Write YYYY-MM-DD, a day that exists.",
        ],
    ),
    (
        "bad_choice",
        ["这里不能写“{text}”。", "可以写：{choices}。", "\"{text}\" cannot stand here.", "Write one of: {choices}."],
    ),
    (
        "bad_json",
        [
            "“{text}”以 JSON: 开头，后面却不是正确的 JSON。",
            "请照别的格子改好，或者只写文字。",
            "\"{text}\" begins with JSON: but no JSON follows.",
            "Correct it, or write plain text.",
        ],
    ),
    ("missing_cell", ["这一行缺“{column}”。", "请补上。", "This row lacks \"{column}\".", "Fill it in."]),
    (
        "unneeded_cell",
        [
            "这一行写的是“{state}”，“{column}”用不上，写了“{text}”。",
            "请清空这一格，或者改“状态”。",
            "This row is \"{state}\", so \"{column}\" says nothing here, but holds \"{text}\".",
            "Empty the cell, or change the state.",
        ],
    ),
    (
        "read_only",
        [
            "“{column}”这一列只供对照，原来是“{was}”，改成“{text}”也不会生效。",
            "请改回来；名称在规定文本里改。",
            "\"{column}\" is only shown: it was \"{was}\", and \"{text}\" would change nothing.",
            "Write it back; names are changed in the text of the rules.",
        ],
    ),
    (
        "missing_row",
        [
            "少了一行：{row}。",
            "请补回来；真要删掉，就留着这一行，在“删除”列写“删除”。",
            "A row is missing: {row}.",
            "Put it back. To take it out, keep the row and write 删除 into its last column.",
        ],
    ),
    (
        "repeated_row",
        [
            "这一行和第 {row} 行是同一项：{name}。",
            "请留下一行。",
            "This row and row {row} are the same entry: {name}.",
            "Keep one of them.",
        ],
    ),
    (
        "unknown_programme",
        [
            "规定里没有“{name}”这个项目{meant_zh}。",
            "新项目要在规定文本里写。",
            "The rules have no programme {name}{meant_en}.",
            "A new programme is written in the text of the rules.",
        ],
    ),
    (
        "unknown_value",
        [
            "项目“{programme}”里没有“{name}”这个数值{meant_zh}。",
            "新数值还要写明用在哪一步，请在规定文本里加，再重新导出。",
            "The programme {programme} has no value {name}{meant_en}.",
            "A new value needs the step that takes it: add it in the text of the rules and make a fresh workbook.",
        ],
    ),
    (
        "unknown_case",
        [
            "“例子”表里没有第 {name} 个例子。",
            "请先在“例子”表里加上它的标题。",
            "The sheet 例子 has no case {name}.",
            "Add its title there first.",
        ],
    ),
    (
        "no_table",
        [
            "这个数值不分行，“行”要空着。",
            "要分情况写，请在规定文本里加上 by。",
            "This value is no table, so \"row\" must be empty.",
            "To make it one, add \"by\" in the text of the rules.",
        ],
    ),
    (
        "needs_row",
        [
            "这个数值分情况，要写明是哪一行。",
            "照同一数值的其他行写。",
            "This value is a table: say which row.",
            "Write it as the other rows of the value do.",
        ],
    ),
    (
        "bad_row",
        [
            "行“{text}”放不进这张表：别的行比它短或长。",
            "照同一数值的其他行写；改表的样子请在规定文本里改。",
            "The row {text} does not fit into this table: another row is shorter or longer.",
            "Write it as the other rows of the value do; change the table's shape in the text of the rules.",
        ],
    ),
    (
        "disagree",
        [
            "同一个版本的各行，“{column}”写的不一样：“{text}”和“{other}”。",
            "请改成一样。",
            "Rows of one version say different things under \"{column}\": \"{text}\" and \"{other}\".",
            "Make them the same.",
        ],
    ),
    (
        "last_version",
        [
            "数值“{name}”的行全都要删，就没有数了。",
            "请在规定文本里连同用它的那一步一起删。",
            "All rows of {name} are to be deleted, and no number would be left.",
            "Delete it in the text of the rules, with the step that takes it.",
        ],
    ),
    (
        "only_in_text",
        [
            "这一项里有表格装不下的内容，不能在表格里改：{name}。",
            "请在文本里改。",
            "This entry holds what no sheet can hold, and cannot be changed here: {name}.",
            "Change it in the text.",
        ],
    ),
    (
        "bad_place",
        [
            "“{text}”不是这里能写的位置。",
            "照别的行写，各段之间用“ › ”。",
            "\"{text}\" is no place that can be written here.",
            "Write it as the other rows do, its parts set apart by \" › \".",
        ],
    ),
];

/// Every code, for the tests.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    KINDS.iter().map(|(code, _)| *code).collect()
}
