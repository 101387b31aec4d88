//! A report as lines of a terminal: numbers first, words last, because Chinese letters are as wide as two.

use super::report::{Group, Report};
use super::yuan::{Span, shown};
use crate::officer::notice::Lang;

/// The report as text.
#[must_use]
pub fn table(report: &Report, lang: Lang) -> String {
    let mut lines = vec![head(report, lang)];
    lines.push(String::new());
    lines.push(
        lang.pick(
            "            原规定                改后                变化  金额（元）",
            "            before               after              change  yuan",
        )
        .to_owned(),
    );
    for row in &report.amounts {
        lines.push(amounts(row.before, row.after, lang.of(&row.words)));
    }
    lines.push(String::new());
    lines.push(
        lang.pick(
            "个人负担：就过医的人里，这么多人不超过",
            "Left to residents: of those who were treated, so many bear no more than",
        )
        .to_owned(),
    );
    for point in &report.out_of_pocket {
        lines.push(amounts(point.before, point.after, &percent(point.thousandths)));
    }
    lines.push(String::new());
    lines.push(
        lang.pick("    人数    就医    多报    少报    不定  谁", "  people treated    more    less    open  who")
            .to_owned(),
    );
    lines.extend(report.groups.iter().map(|group| people(group, lang)));
    lines.join("\n")
}

fn head(report: &Report, lang: Lang) -> String {
    let people = report.groups.first().map_or(0, |all| all.people);
    let (region, year, seed) = (&report.region, report.year, report.seed);
    let name = lang.of(&report.name);
    match lang {
        Lang::Zh => format!("{region} {name}，{year} 年，模拟 {people} 人，种子 {seed}"),
        Lang::En => format!("{region} {name}, {year}, {people} simulated residents, seed {seed}"),
    }
}

fn amounts(before: Span, after: Span, what: &str) -> String {
    // Two spaces keep columns apart that are wider than usual.
    format!("{:>18}  {:>18}  {:>18}  {what}", told(before), told(after), told(after.since(before)))
}

fn told(span: Span) -> String {
    if span.is_exact() { shown(span.low) } else { format!("{}…{}", shown(span.low), shown(span.high)) }
}

/// Thousandths as per cent.
#[must_use]
pub fn percent(thousandths: usize) -> String {
    match thousandths.rem_euclid(10) {
        0 => format!("{}%", thousandths.div_euclid(10)),
        part => format!("{}.{part}%", thousandths.div_euclid(10)),
    }
}

fn people(group: &Group, lang: Lang) -> String {
    let numbers = [group.people, group.treated, group.gain, group.lose, group.unclear];
    let numbers: String = numbers.iter().map(|number| format!("{number:>8}")).collect();
    format!("{numbers}  {}", lang.of(&group.words))
}
