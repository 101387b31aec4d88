//! `yibao diff OLD NEW`: a table in the terminal, or JSON.

use crate::ask::{line, say};
use crate::options::Options;
use crate::policies::{Added, added};
use crate::{Trouble, misuse};
use std::process::ExitCode;
use yibao::json::{self, Json};
use yibao::officer::cases;
use yibao::officer::diff::{Diff, Paid, Touched, Version, diff};
use yibao::officer::notice::Lang;
use yibao::officer::population::population;

/// So many people are asked about, unless another number is given.
const PEOPLE: usize = 1000;

/// Compares two versions of every region that both or one of them have.
pub fn show_diff(options: &Options) -> Result<ExitCode, Trouble> {
    let [old, new] = options.paths.as_slice() else {
        return Err(misuse("用法：diff 旧的 新的", "diff OLD NEW"));
    };
    let (old, new) = (added(old, options.lang)?, added(new, options.lang)?);
    let mut regions: Vec<&String> =
        old.files.iter().chain(&new.files).filter_map(|(_, region)| region.as_ref()).collect();
    regions.sort();
    regions.dedup();
    if !old.files.iter().any(|(_, region)| region.is_some() && new.files.iter().any(|(_, other)| other == region)) {
        let [before, after] = options.paths.as_slice() else { return Ok(ExitCode::from(2)) };
        eprintln!("{}", no_common_region(before, after, options.lang));
    }
    let mut told = Vec::new();
    for region in regions {
        told.push(compare(region, (&old, &new), options)?);
    }
    if options.json {
        say(&line(&told)?)?;
    } else {
        told.iter().flat_map(|diff| lines(diff, options.lang)).try_for_each(|line| say(&line))?;
    }
    Ok(if old.bad || new.bad { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn no_common_region(before: &str, after: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("注意：{before} 和 {after} 没有同一个地区，不能比较谁多谁少。"),
        Lang::En => {
            format!("note: {before} and {after} have no region in common: who gains and who loses cannot be told.")
        }
    }
}

fn compare(region: &str, (old, new): (&Added, &Added), options: &Options) -> Result<Diff, Trouble> {
    let file = |added: &Added| {
        let file = added.files.iter().find(|(_, of)| of.as_deref() == Some(region));
        file.map(|(file, _)| {
            (json::parse(&file.text).unwrap_or(Json::Null), file.cases.as_ref().map(|(_, text)| text.clone()))
        })
    };
    let nothing = || (Json::Object(Vec::new()), None);
    let ((old_tree, _), (new_tree, cases)) = (file(old).unwrap_or_else(nothing), file(new).unwrap_or_else(nothing));
    let cases = cases.and_then(|text| cases::read(&text).ok()).unwrap_or_default();
    let people = options.people.unwrap_or(PEOPLE);
    let people = population(region, people, options.seed.unwrap_or(1), options.today()?, &new.catalogue);
    let old = Version { tree: &old_tree, catalogue: &old.catalogue };
    let new = Version { tree: &new_tree, catalogue: &new.catalogue };
    Ok(diff(region, old, new, &cases, &people))
}

fn lines(diff: &Diff, lang: Lang) -> Vec<String> {
    let mut lines = vec![head(diff, lang)];
    lines.extend(diff.edits.iter().map(|edit| {
        let side = |json: &Option<Json>| json.as_ref().map_or("-".to_owned(), |json| short(&cases::write(json)));
        format!("  {}: {} → {}", edit.at, side(&edit.before), side(&edit.after))
    }));
    if !diff.groups.is_empty() {
        lines.push(
            lang.pick(
                "    人数    多报    少报    不定        平均        最少        最多  谁",
                "  people    more    less    open        mean       least    greatest  who",
            )
            .to_owned(),
        );
    }
    for group in &diff.groups {
        lines.push(format!(
            "{:>8}{:>8}{:>8}{:>8}{:>12}{:>12}{:>12}  {}",
            group.people,
            group.gain,
            group.lose,
            group.unclear,
            group.mean,
            group.least,
            group.greatest,
            lang.of(&group.words)
        ));
    }
    if !diff.groups.is_empty() {
        lines.push(
            lang.pick(
                "  结果是一个范围的，按范围中点的变化算。",
                "  Of an amount that is a range, the change of its middle counts.",
            )
            .to_owned(),
        );
    }
    for reason in &diff.reasons {
        let (before, after) = (lang.of(&reason.before), lang.of(&reason.after));
        lines.push(match lang {
            Lang::Zh => format!("  因为 {}：{before} → {after}（{} 人）", reason.programme, reason.people),
            Lang::En => format!("  because of {}: {before} → {after} ({} people)", reason.programme, reason.people),
        });
    }
    lines.extend(diff.cases.iter().map(|touched| told_case(touched, lang)));
    lines
}

fn head(diff: &Diff, lang: Lang) -> String {
    let count =
        |part: fn(&yibao::officer::diff::Group) -> usize| diff.groups.iter().map(part).fold(0, usize::saturating_add);
    let (gain, lose) = (count(|group| group.gain), count(|group| group.lose));
    let (region, edits, people) = (&diff.region, diff.edits.len(), diff.people);
    match lang {
        Lang::Zh => format!("{region}：改了 {edits} 处；{people} 人里 {gain} 人多报，{lose} 人少报"),
        Lang::En => format!("{region}: {edits} edits; of {people} people {gain} get more, {lose} get less"),
    }
}

fn told_case(touched: &Touched, lang: Lang) -> String {
    let title = touched.case.as_ref().map_or("", |title| lang.of(title));
    let paid =
        |paid: &Paid| if paid.low == paid.high { paid.low.clone() } else { format!("{}–{}", paid.low, paid.high) };
    let (before, after) = (paid(&touched.before), paid(&touched.after));
    match lang {
        Lang::Zh => format!("  例子“{title}”：{before} → {after}"),
        Lang::En => format!("  case \"{title}\": {before} → {after}"),
    }
}

/// A long text, cut.
fn short(text: &str) -> String {
    let cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}
