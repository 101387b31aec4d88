//! The headings of each table, and the page that says how a workbook is used.

use super::table::{Column, Kind, REMOVE};

pub(super) const SOURCES: &str = "来源";
pub(super) const VALUES: &str = "数值";
pub(super) const CASES: &str = "例子";
pub(super) const EXPENSES: &str = "费用";
pub(super) const EXTRAS: &str = "补充";
pub(super) const EXPECTED: &str = "应得";

/// Columns by name, heading, kind and width.
pub(super) fn columns(list: &[(&str, &str, Kind, u16)]) -> Vec<Column> {
    list.iter().map(|(key, title, kind, width)| Column::new(key, title, *kind, *width)).collect()
}

pub(super) fn remove() -> Column {
    Column::new(REMOVE, "删除（要删就写“删除”）", Kind::Text, 12)
}

/// The lines of the first page.
pub(super) fn guide() -> &'static [(&'static str, &'static str)] {
    &[
        ("用法", "改好、保存以后，用 yibao sheet 或者规则工作台的“导入表格”读回去。没有改的地方一个字也不会变。"),
        ("格式", "所有格子都是“文本”，写的是什么就是什么，不会变成日期或者近似的小数。请不要写公式，不要合并单元格。"),
        ("表头", "第1行是列名，第2行是代号。代号请不要改；列可以换位置、可以隐藏。灰色的列只供对照，改了会被指出来。"),
        ("金额", "以元为单位，只写数字和小数点：1500、1500.50。不写“万元”“元”和千分位逗号。"),
        ("比例", "写小数：65% 写 0.65。"),
        ("日期", "写 2025-01-01。“起”“止”两天都算在内，空着就是不限。"),
        (
            "数值",
            "一行一个数。“行”是分情况的数值里的哪一行。新的年度：照抄各行，“版本”写下一个号，填“起”，并在上一个版本填“止”。",
        ),
        (
            "状态",
            "“公布”：写在“数”里。“未公布”：只写最低、最高、参考、常见。“填了才算”：没有哪个文件写明，用户自己填了才用。",
        ),
        (
            "例子",
            "一个例子一个号。“例子”写人，“费用”一行写一笔费用，“补充”写其余给定的内容，“应得”一行写一项应有的结果。加例子就用新的号。",
        ),
        ("应得", "“位置”照别的行写，各段之间用“ › ”。结果要自己算，不能照抄程序的。"),
        ("删除", "要删一行，留着这一行，在“删除”列写“删除”。直接少了的行会被当作漏掉，不会删。"),
        ("新项目", "新的项目、新的数值要写明用在哪一步，请在规定文本里加，再导出一份。"),
        (
            "English",
            "Every cell is a text, so that what you type is what is read: no formulas, no merged cells. Row 1 has headings, row 2 the names that the program goes by; grey columns are only shown. Amounts are in yuan, shares as decimals (0.65), days as 2025-01-01.",
        ),
        (
            "English",
            "A new version of a value: copy its rows, give them the next version number and a first day, and end the version before. A new case: a new number in 例子, 费用 and 应得. To take a row out, keep it and write 删除 into its last column; a row that is only missing is refused.",
        ),
        (
            "English",
            "New programmes and new values need a step that uses them: add those in the text of the rules, then make a fresh workbook.",
        ),
    ]
}
