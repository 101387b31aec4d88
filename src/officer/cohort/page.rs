//! A report as a page: one file that needs nothing else and prints well. The officer's desk shows the same fragment.

use super::chart::{pair, parts};
use super::report::{Group, Point, Report, Row};
use super::table::percent;
use super::yuan::{Span, grouped, shown};
use crate::officer::notice::Lang;

/// How the fragment looks.
pub const STYLE: &str = include_str!("page.css");

/// The whole page.
#[must_use]
pub fn page(report: &Report, lang: Lang) -> String {
    let code = lang.pick("zh-CN", "en");
    let title = escaped(&title(report, lang));
    let inner = fragment(report, lang);
    let head = format!(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>"
    );
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n{head}\n</head>\n\
         <body class=\"cohort-page\">\n<main>\n{inner}\n</main>\n</body>\n</html>\n"
    )
}

/// What stands on the page.
#[must_use]
pub fn fragment(report: &Report, lang: Lang) -> String {
    let code = lang.pick("zh-CN", "en");
    let parts = [head(report, lang), funds(report, lang), touched(report, lang), pockets(report, lang)];
    let rest = [costs(report, lang), grounds(report, lang)];
    format!("<article class=\"cohort\" lang=\"{code}\">\n{}{}</article>", parts.concat(), rest.concat())
}

fn title(report: &Report, lang: Lang) -> String {
    let (name, year) = (lang.of(&report.name), report.year);
    match (lang, report.compared) {
        (Lang::Zh, true) => format!("{name}：改规定前后的基金支出和个人负担（{year} 年，模拟）"),
        (Lang::Zh, false) => format!("{name}：基金支出和个人负担（{year} 年，模拟）"),
        (Lang::En, true) => format!("{name}: fund spending and residents' share before and after ({year}, simulated)"),
        (Lang::En, false) => format!("{name}: fund spending and residents' share ({year}, simulated)"),
    }
}

fn head(report: &Report, lang: Lang) -> String {
    let mut told = format!("<h1>{}</h1>\n", escaped(&title(report, lang)));
    if let Some(all) = report.groups.first() {
        told.push_str(&paragraph("", &sample(all, report, lang)));
        if report.compared {
            told.push_str(&paragraph("", &outcome(all, lang)));
        }
        if all.open > 0 {
            told.push_str(&paragraph("note", &open(all, report.typical, lang)));
        } else if report.typical {
            told.push_str(&paragraph("note", typical(lang)));
        }
    }
    told.push_str(&paragraph("soft", &policies(report, lang)));
    told
}

fn sample(all: &Group, report: &Report, lang: Lang) -> String {
    let [people, treated, bills] = [all.people, all.treated, all.bills].map(number);
    let (billed, seed) = (shown(all.billed), report.seed);
    match lang {
        Lang::Zh => format!(
            "按下面“数字从哪里来”抽出 {people} 个模拟居民，其中 {treated} 人全年看过病，共 {bills} 笔费用，合计 {billed} 元。他们不是真人。种子是 {seed}：种子和描述不变，结果就一个字也不变。"
        ),
        Lang::En => format!(
            "{people} simulated residents were drawn as said under “Where the numbers come from”. {treated} of them had bills in the year: {bills} bills, {billed} yuan together. They are no real people. The seed is {seed}: with the same seed and description, this report is the same to the letter."
        ),
    }
}

fn outcome(all: &Group, lang: Lang) -> String {
    let same = all.people.saturating_sub(all.gain).saturating_sub(all.lose).saturating_sub(all.unclear);
    let [gain, lose, same] = [all.gain, all.lose, same].map(number);
    let change = told(all.after.paid.since(all.before.paid));
    let told = match lang {
        Lang::Zh => {
            format!("改了以后：{gain} 人报得更多，{lose} 人报得更少，{same} 人不变。各基金合计支出变化：{change} 元。")
        }
        Lang::En => format!(
            "With the change {gain} people get more, {lose} get less, {same} the same. Spending of all funds changes by {change} yuan."
        ),
    };
    if all.unclear == 0 { told } else { format!("{told}{}", unclear(all.unclear, lang)) }
}

fn unclear(people: i128, lang: Lang) -> String {
    let people = number(people);
    match lang {
        Lang::Zh => format!("还有 {people} 人说不准：范围的一头升，一头降。"),
        Lang::En => format!(" Of {people} more it cannot be said: one end of their range rises, the other falls."),
    }
}

fn open(all: &Group, is_typical: bool, lang: Lang) -> String {
    let open = number(all.open);
    let told = match lang {
        Lang::Zh => format!(
            "有 {open} 人的结果是一个范围，因为规定里有数值没有公布，或者描述里没有说清。上面的合计也就是“最少 … 最多”。把知道的数值写进描述的 entered，范围就会变窄。"
        ),
        Lang::En => format!(
            "The results of {open} people are ranges, because values of the rules are not published or the description leaves something open. So the sums go from the least to the most. Values that you know, written under “entered” in the description, make them narrower."
        ),
    };
    if is_typical { format!("{told}{}", typical(lang)) } else { told }
}

fn typical(lang: Lang) -> &'static str {
    lang.pick(
        "没公布的数值只取了常见的范围（描述里写了 open: typical），所以不能保证实际一定在这个范围里。",
        " Values that are not published were only taken to be what is typical (open: typical in the description), so the truth may lie outside.",
    )
}

fn policies(report: &Report, lang: Lang) -> String {
    let (before, after) = (report.before.join(", "), report.after.join(", "));
    match (lang, report.compared) {
        (Lang::Zh, true) => format!("原来的规定：{before}。改后的规定：{after}。"),
        (Lang::Zh, false) => format!("规定：{before}。"),
        (Lang::En, true) => format!("Rules before: {before}. Rules after: {after}."),
        (Lang::En, false) => format!("Rules: {before}."),
    }
}

fn funds(report: &Report, lang: Lang) -> String {
    let most = report.amounts.iter().map(|row| row.before.high.max(row.after.high)).max().unwrap_or_default();
    let row = |row: &Row| amount(lang.of(&row.words), row.before, row.after, most, (report.compared, lang));
    let rows: String = report.amounts.iter().map(row).collect();
    let title = lang.pick("每个基金支出多少", "What each fund spends");
    format!("<h2>{title}</h2>\n{}<dl>\n{rows}</dl>\n", key(report.compared, lang))
}

/// One amount with its bar.
fn amount(name: &str, before: Span, after: Span, most: i128, (compared, lang): (bool, Lang)) -> String {
    let bar = if most > 0 { pair(before, compared.then_some(after), most) } else { String::new() };
    let sides = if compared {
        let change = after.since(before);
        let words = [lang.pick("原来", "before"), lang.pick("改后", "after"), lang.pick("变化", "change")];
        let sides = words.iter().zip([before, after, change]);
        sides.map(|(word, span)| format!("<span>{word} {}</span>", told(span))).collect()
    } else {
        format!("<span>{}</span>", told(before))
    };
    let name = escaped(name);
    format!("<div class=\"row\"><dt>{name}</dt><dd>{bar}<div class=\"sides\">{sides}</div></dd></div>\n")
}

fn key(compared: bool, lang: Lang) -> String {
    let yuan = lang.pick("单位：元。浅色是“最多”比“最少”多出的部分。", "In yuan. Pale: from the least to the most.");
    let sides = [("before", lang.pick("原来", "before")), ("after", lang.pick("改后", "after"))];
    let keys: String = sides.iter().filter(|_| compared).map(|(class, word)| key_of(class, word)).collect();
    let change = lang.pick("变化：最少的变了多少 … 最多的变了多少。", " Change: of the least … of the most.");
    let change = if compared { change } else { "" };
    format!("<p class=\"soft\">{keys}{yuan}{change}</p>\n")
}

fn key_of(class: &str, word: &str) -> String {
    let square = format!(
        "<svg viewBox=\"0 0 9 9\" aria-hidden=\"true\"><rect class=\"{class}\" width=\"9\" height=\"9\"/></svg>"
    );
    format!("<span class=\"key\">{square}{word}</span>")
}

/// Who gains and who loses, group by group.
fn touched(report: &Report, lang: Lang) -> String {
    if !report.compared {
        return String::new();
    }
    let words = [
        ("gain", lang.pick("报得更多", "get more")),
        ("lose", lang.pick("报得更少", "get less")),
        ("unclear", lang.pick("说不准", "cannot be said")),
        ("same", lang.pick("不变", "the same")),
    ];
    let keys: String = words.iter().map(|(class, word)| key_of(class, word)).collect();
    let title = lang.pick("谁报得更多，谁报得更少", "Who gets more, who gets less");
    let inner = by_kind(report, lang, &|group| touched_group(group, lang));
    format!("<h2>{title}</h2>\n<p class=\"soft\">{keys}</p>\n{inner}")
}

fn touched_group(group: &Group, lang: Lang) -> String {
    let bar = parts(group.people, [("gain", group.gain), ("lose", group.lose), ("unclear", group.unclear)]);
    let [people, gain, lose, unclear] = [group.people, group.gain, group.lose, group.unclear].map(number);
    let (least, greatest) = (shown(group.least.saturating_neg()), shown(group.greatest));
    let told = [
        (true, format!("{people} 人"), format!("{people} people")),
        (group.gain > 0, format!("更多 {gain} 人"), format!("more: {gain}")),
        (group.lose > 0, format!("更少 {lose} 人"), format!("less: {lose}")),
        (group.unclear > 0, format!("说不准 {unclear} 人"), format!("cannot be said: {unclear}")),
        (
            group.greatest > 0,
            format!("一个人最多多报 {greatest} 元"),
            format!("greatest gain of one person: {greatest} yuan"),
        ),
        (group.least < 0, format!("一个人最多少报 {least} 元"), format!("greatest loss of one person: {least} yuan")),
    ];
    let sides = told.into_iter().filter(|(is_told, ..)| *is_told).map(|(_, zh, en)| lang.pick(&zh, &en).to_owned());
    let sides: Vec<String> = sides.collect();
    row(lang.of(&group.words), &bar, &sides)
}

fn row(name: &str, bar: &str, sides: &[String]) -> String {
    let sides: String = sides.iter().map(|side| format!("<span>{side}</span>")).collect();
    let name = escaped(name);
    format!("<div class=\"row\"><dt>{name}</dt><dd>{bar}<div class=\"sides\">{sides}</div></dd></div>\n")
}

/// The groups under headings of what they are made by.
fn by_kind(report: &Report, lang: Lang, row: &dyn Fn(&Group) -> String) -> String {
    let kinds = [
        ("all", ""),
        ("insurance", lang.pick("按参保种类", "By insurance")),
        ("age", lang.pick("按年龄", "By age")),
        ("hardship", lang.pick("按困难身份", "By hardship group")),
        ("level", lang.pick("按去过的最高一级医院", "By the highest level of hospital")),
    ];
    let section = |(kind, heading): &(&str, &str)| {
        let rows: String = report.groups.iter().filter(|group| group.by == *kind).map(row).collect();
        let heading = if heading.is_empty() { String::new() } else { format!("<h3>{heading}</h3>\n") };
        format!("{heading}<dl>\n{rows}</dl>\n")
    };
    kinds.iter().map(section).collect()
}

fn pockets(report: &Report, lang: Lang) -> String {
    // The last one is the greatest of all and would leave no room for the others.
    let most = report.out_of_pocket.iter().rev().nth(1).map_or(0, |point| point.before.high.max(point.after.high));
    let title = lang.pick("看过病的人全年自己负担多少", "What those who were treated bear in the year");
    let row = |point: &Point| {
        let part = percent(point.thousandths);
        let name = match (lang, point.thousandths) {
            (Lang::Zh, 1000) => "最多的一个人".to_owned(),
            (Lang::En, 1000) => "Whoever bears the most".to_owned(),
            (Lang::Zh, _) => format!("{part} 的人不超过"),
            (Lang::En, _) => format!("{part} bear no more than"),
        };
        // Its bar would be cut.
        let most = if point.thousandths == 1000 { 0 } else { most };
        amount(&name, point.before, point.after, most, (report.compared, lang))
    };
    let rows: String = report.out_of_pocket.iter().map(row).collect();
    format!("<h2>{title}</h2>\n{}<dl>\n{rows}</dl>\n", key(report.compared, lang))
}

/// What all funds pay for each group.
fn costs(report: &Report, lang: Lang) -> String {
    let title = lang.pick("各类人由基金支付多少", "What the funds pay for whom");
    let inner = by_kind(report, lang, &|group| {
        let most = group.billed;
        let name = match lang {
            Lang::Zh => format!("{}（费用 {}）", group.words.zh, shown(group.billed)),
            Lang::En => format!("{} (bills {})", group.words.en, shown(group.billed)),
        };
        amount(&name, group.before.paid, group.after.paid, most, (report.compared, lang))
    });
    let hint = lang.pick("条的全长是这类人的全部费用。", "A full bar is all bills of the group.");
    format!("<h2>{title}</h2>\n<p class=\"soft\">{hint}</p>\n{}{inner}", key(report.compared, lang))
}

fn grounds(report: &Report, lang: Lang) -> String {
    let nothing = lang.pick("描述里没有说。", "The description does not say.");
    let row = |ground: &super::report::Ground| {
        let said = ground.ground.as_ref().map_or(nothing, |said| lang.of(said));
        let (name, said) = (escaped(lang.of(&ground.words)), escaped(said));
        format!("<div class=\"row\"><dt>{name}</dt><dd>{said}</dd></div>\n")
    };
    let rows: String = report.grounds.iter().map(row).collect();
    let title = lang.pick("数字从哪里来", "Where the numbers come from");
    format!("<h2>{title}</h2>\n<dl>\n{rows}</dl>\n")
}

fn paragraph(class: &str, text: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<p{class}>{}</p>\n", escaped(text))
}

fn told(span: Span) -> String {
    if span.is_exact() { shown(span.low) } else { format!("{} … {}", shown(span.low), shown(span.high)) }
}

fn number(number: i128) -> String {
    grouped(&number.to_string())
}

/// Names and grounds are written by anybody.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
