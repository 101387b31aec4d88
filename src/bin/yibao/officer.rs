//! Commands for those who write policies: `check`, `cases`, `coverage`, `mutate`, `new`.

use crate::ask::{line, say};
use crate::options::Options;
use crate::policies::{Added, added, shown};
use crate::{Trouble, files, is_code, misuse, shipped};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yibao::json;
use yibao::officer::cases::{self, Case, differences};
use yibao::officer::check::{self, Checked, warnings_of};
use yibao::officer::coverage::{CaseCoverage, coverage};
use yibao::officer::mutate::{Mutated, mutate};
use yibao::officer::notice::{Lang, Notice};
use yibao::officer::template;
use yibao::words::Words;

type Done = Result<ExitCode, Trouble>;

/// How many regions may be asked for through the files of a path.
fn count_regions(added: &Added) -> usize {
    let of_path = |code: &str| added.files.iter().any(|(_, region)| region.as_deref() == Some(code));
    let files = added.catalogue.files().filter(|file| of_path(&file.region));
    files.map(|file| file.districts.len().saturating_add(1)).fold(0, usize::saturating_add)
}

/// Every problem and warning of the policies of a path.
pub fn check(options: &Options) -> Done {
    let path = options.path_or("policies");
    let lang = options.lang;
    let mut added = added(path, lang)?;
    added.catalogue.set_index(shipped::places());
    let mut bad = added.bad;
    for (file, _) in &added.files {
        let Some((path, text)) = &file.cases else { continue };
        for notice in check::problems_of_cases(text) {
            bad = true;
            eprintln!("{}", shown(path, &notice, lang));
        }
    }
    // Problems come first: what a half-read file leaves out would only be told as a warning too.
    let warnings = if bad { Vec::new() } else { warnings(&added, options)? };
    if options.json {
        let told: Vec<_> = warnings.iter().map(|(path, notice)| (path.display().to_string(), notice)).collect();
        say(&line(&told)?)?;
    } else {
        warnings.iter().try_for_each(|(path, notice)| say(&shown(path, notice, lang)))?;
    }
    if bad {
        return Ok(ExitCode::from(2));
    }
    if !options.json {
        let (regions, warnings) = (count_regions(&added), warnings.len());
        say(&match lang {
            Lang::Zh => format!("yibao check：{regions} 个地区，没有问题，{warnings} 条提醒"),
            Lang::En => format!("yibao check: {regions} regions, no problems, {warnings} warnings"),
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

fn warnings(added: &Added, options: &Options) -> Result<Vec<(PathBuf, Notice)>, Trouble> {
    let today = options.today()?;
    let mut found = Vec::new();
    for (file, region) in &added.files {
        let Some(region) = region else { continue };
        let cases = file.cases.as_ref().map(|(_, text)| text.as_str());
        let checked = Checked { text: &file.text, cases, folder: file.folder(), today };
        let warnings = warnings_of(&checked, region, &added.catalogue);
        found.extend(warnings.into_iter().map(|notice| (file.path.clone(), notice)));
    }
    Ok(found)
}

/// The cases of a file, or its problems on standard error.
fn cases_of(path: &Path, text: &str, lang: Lang) -> Option<Vec<Case>> {
    let problems = check::problems_of_cases(text);
    problems.iter().for_each(|notice| eprintln!("{}", shown(path, notice, lang)));
    cases::read(text).ok()
}

/// Every worked case of a path that does not hold.
pub fn run_cases(options: &Options) -> Done {
    let (path, lang) = (options.path_or("policies"), options.lang);
    let added = added(path, lang)?;
    let (mut held, mut failed, mut bad) = (0u32, 0u32, added.bad);
    if !added.files.iter().any(|(file, _)| file.cases.is_some()) {
        return Err(misuse(format!("{path} 里没有 cases.json"), format!("no cases.json in {path}")));
    }
    for (path, text) in added.files.iter().filter_map(|(file, _)| file.cases.as_ref()) {
        let Some(cases) = cases_of(path, text, lang) else {
            bad = true;
            continue;
        };
        for case in cases {
            let differences = differences(&case, &added.catalogue);
            if differences.is_empty() {
                held = held.saturating_add(1);
                continue;
            }
            failed = failed.saturating_add(1);
            say(&format!("{}: {}", path.display(), lang.of(&case.title)))?;
            differences.iter().try_for_each(|difference| say(&format!("    {}", difference.told(lang))))?;
        }
    }
    say(&match lang {
        Lang::Zh => format!("yibao cases：{held} 个例子对得上，{failed} 个对不上"),
        Lang::En => format!("yibao cases: {held} hold, {failed} do not"),
    })?;
    Ok(match (bad, failed) {
        (true, _) => ExitCode::from(2),
        (false, 0) => ExitCode::SUCCESS,
        (false, _) => ExitCode::FAILURE,
    })
}

/// Does something with each good file of a path and its cases.
fn each_file(
    options: &Options,
    mut act: impl FnMut(&Path, &str, &str, &[Case], &Added) -> Result<(), Trouble>,
) -> Done {
    let added = added(options.path_or("policies"), options.lang)?;
    let mut bad = added.bad;
    for (file, region) in &added.files {
        let Some(region) = region else { continue };
        let (path, text) =
            file.cases.as_ref().map_or((&file.path, "{\"cases\": []}"), |(path, text)| (path, text.as_str()));
        match cases_of(path, text, options.lang) {
            Some(cases) => act(&file.path, &file.text, region, &cases, &added)?,
            None => bad = true,
        }
    }
    Ok(if bad { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// What the worked cases of a path reach.
pub fn show_coverage(options: &Options) -> Done {
    let lang = options.lang;
    each_file(options, |path, text, region, cases, added| {
        let tree = json::parse(text).unwrap_or(json::Json::Null);
        let Some(file) = added.catalogue.files().find(|file| file.region == region) else { return Ok(()) };
        let covered = coverage(file, &tree, cases, &added.catalogue);
        if options.json { line(&covered).and_then(|line| say(&line)) } else { tell_coverage(path, &covered, lang) }
    })
}

fn tell_coverage(path: &Path, covered: &CaseCoverage, lang: Lang) -> Result<(), Trouble> {
    let count = |all: usize, reached: usize| format!("{reached}/{all}");
    let conditions = count(covered.conditions.len(), covered.conditions.iter().filter(|c| c.holds && c.fails).count());
    let numbers = count(covered.numbers.len(), covered.numbers.iter().filter(|n| n.reached).count());
    let limits = count(covered.limits.len(), covered.limits.iter().filter(|l| l.below && l.cut).count());
    let readings = count(covered.readings.len(), covered.readings.iter().filter(|r| r.reached).count());
    let path = path.display();
    say(&match lang {
        Lang::Zh => format!("{path}：条件两面都有例子 {conditions}，数字 {numbers}，限额 {limits}，读法 {readings}"),
        Lang::En => format!(
            "{path}: conditions both ways {conditions}, numbers {numbers}, limits {limits}, readings {readings}"
        ),
    })?;
    covered.proposals.iter().try_for_each(|proposal| {
        let request = proposal.request.as_ref().map(|request| format!("\n        {}", cases::write(request)));
        say(&format!("    {}: {}{}", proposal.at, lang.of(&proposal.title), request.unwrap_or_default()))
    })
}

/// What no worked case of a path notices.
pub fn show_mutations(options: &Options) -> Done {
    let lang = options.lang;
    each_file(options, |path, text, _, cases, added| {
        let tree = json::parse(text).unwrap_or(json::Json::Null);
        let mutated = mutate(&tree, cases, &added.catalogue);
        if options.json { line(&mutated).and_then(|line| say(&line)) } else { tell_mutations(path, &mutated, lang) }
    })
}

fn tell_mutations(path: &Path, mutated: &Mutated, lang: Lang) -> Result<(), Trouble> {
    let (path, Mutated { tried, noticed, .. }) = (path.display(), mutated);
    say(&match lang {
        Lang::Zh => format!("{path}：改了 {tried} 处，例子发现了 {noticed} 处"),
        Lang::En => format!("{path}: {tried} changes tried, {noticed} noticed"),
    })?;
    mutated
        .unnoticed
        .iter()
        .try_for_each(|change| say(&format!("    {}: {} → {}", change.at, change.before, change.after)))
}

/// A new place, like another.
pub fn new(options: &Options) -> Done {
    let [code, name] = options.paths.as_slice() else {
        return Err(misuse("用法：new 代码 名称 --like 代码", "new CODE NAME --like CODE"));
    };
    let Some(like) = &options.like else {
        return Err(misuse("new 还要 --like 代码：照哪个地方写", "new needs --like CODE"));
    };
    if !is_code(code) {
        return Err(misuse(format!("{code} 不是六位数字的代码"), format!("{code} is no code of six digits")));
    }
    let mut models = shipped::files("policy.json").into_iter();
    let Some((_, model)) = models.find(|(folder, _)| folder.starts_with(like.as_str())) else {
        return Err(misuse(format!("没有收录 {like} 的规定"), format!("no policy of {like} is on file")));
    };
    let model = json::parse(model).unwrap_or(json::Json::Null);
    let words = Words { zh: name.clone(), en: options.en.clone().unwrap_or_else(|| name.clone()) };
    let folder = Path::new(options.into.as_deref().unwrap_or("policies")).join(format!("{code}-{}", slug(&words.en)));
    files::write_new(&folder.join("policy.json"), &template::like(&model, code, &words))?;
    files::write_new(&folder.join("cases.json"), "{\"cases\": []}\n")?;
    let path = folder.display();
    say(&match options.lang {
        Lang::Zh => format!("写好了 {path}。下一步：yibao check {path}"),
        Lang::En => format!("{path} is there. Next: yibao check {path}"),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A name as folders are called.
fn slug(name: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() { c.to_lowercase().to_string() } else { "-".to_owned() };
    name.chars().map(letter).collect()
}

/// A page as it is.
pub fn page(text: &str) -> Done {
    say(text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// A script that brings the policies of a path to the built page.
pub fn preview(options: &Options) -> Done {
    if options.paths.is_empty() {
        return Err(misuse("用法：preview 路径", "preview PATH"));
    }
    let added = added(options.path_or(""), options.lang)?;
    if added.bad {
        return Ok(ExitCode::from(2));
    }
    let texts: Vec<String> = added.files.iter().map(|(file, _)| ascii(&file.text)).collect();
    let script = format!("(self.yibaoPolicies = self.yibaoPolicies || []).push({});\n", texts.join(",\n"));
    let dist = Path::new(options.into.as_deref().unwrap_or("dist"));
    files::write(&dist.join("policy-preview.js"), &script)?;
    let region = added.files.iter().find_map(|(_, region)| region.clone()).unwrap_or_default();
    say(&format!("{}#region={region}&policy=policy-preview.js", dist.join("index.html").display()))?;
    Ok(ExitCode::SUCCESS)
}

/// A text as JavaScript that reads the same in every encoding.
fn ascii(text: &str) -> String {
    let quoted = json::Json::String(text.to_owned());
    let mut units = String::new();
    for unit in cases::write(&quoted).encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() && byte != b'<' => units.push(char::from(byte)),
            _ => units.push_str(&format!("\\u{unit:04x}")),
        }
    }
    units
}
