//! `yibao sheet POLICY.json --out FILE.xlsx`, and back with `--from FILE.xlsx`.

use crate::ask::say;
use crate::options::Options;
use crate::{Trouble, files, misuse};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yibao::json::{self, Json};
use yibao::officer::cases::write;
use yibao::officer::edits::{Edit, edits};
use yibao::officer::notice::Lang;
use yibao::officer::sheet::fault::Fault;
use yibao::officer::sheet::{Files, export, import};

const USE_ZH: &str = "用法：sheet 规定 --out 表格.xlsx，或者 sheet 规定 --from 表格.xlsx [--out 新文件或文件夹]";
const USE: &str = "sheet POLICY.json --out FILE.xlsx, or sheet POLICY.json --from FILE.xlsx [--out NEW.json or FOLDER]";

/// Where a region's files are.
struct Place {
    policy: PathBuf,
    cases: PathBuf,
}

/// Writes a region's files as a workbook, or what was changed in a workbook into them.
pub fn sheet(options: &Options) -> Result<ExitCode, Trouble> {
    let (Some(path), lang) = (options.paths.first(), options.lang) else { return Err(misuse(USE_ZH, USE)) };
    let Some((place, old)) = region(path, lang)? else { return Ok(ExitCode::from(2)) };
    match (&options.from, &options.out) {
        (Some(workbook), out) => read_back(&old, workbook, &target(&place, out.as_deref()), lang),
        (None, Some(workbook)) => write_out(&old, workbook, lang),
        (None, None) => Err(misuse(USE_ZH, USE)),
    }
}

/// The files of one region; none where they are no text.
fn region(path: &str, lang: Lang) -> Result<Option<(Place, Files)>, Trouble> {
    let (mut found, unread) = files::policies(path)?;
    for file in &unread {
        eprintln!("{}: {}", file.path.display(), lang.of(&file.why));
    }
    if found.len() > 1 {
        return Err(misuse(
            format!("{path} 里有好几个地区，请写其中一个的文件夹"),
            format!("{path} holds several regions: name the folder of one"),
        ));
    }
    let Some(file) = found.pop().filter(|_| unread.is_empty()) else { return Ok(None) };
    let cases = file.cases.map_or(String::new(), |(_, text)| text);
    let place = Place { cases: file.path.with_file_name("cases.json"), policy: file.path };
    Ok(Some((place, Files { policy: file.text, cases })))
}

/// Where the new files go: a folder, a file with the cases beside it, or in place of the old ones.
fn target(place: &Place, out: Option<&str>) -> Place {
    match out.map(Path::new) {
        None => Place { policy: place.policy.clone(), cases: place.cases.clone() },
        Some(file) if file.extension().is_some_and(|ending| ending == "json") && !file.ends_with("policy.json") => {
            Place { policy: file.to_owned(), cases: file.with_extension("cases.json") }
        }
        Some(file) if file.ends_with("policy.json") => {
            Place { policy: file.to_owned(), cases: file.with_file_name("cases.json") }
        }
        Some(folder) => Place { policy: folder.join("policy.json"), cases: folder.join("cases.json") },
    }
}

/// A workbook that is there may hold work of somebody that was not read back yet.
fn write_out(files: &Files, workbook: &str, lang: Lang) -> Result<ExitCode, Trouble> {
    if Path::new(workbook).exists() {
        return Err(misuse(
            format!("{workbook} 已经有了，里面可能有还没读回来的修改：请换一个名字，或者先删掉它"),
            format!(
                "{workbook} is there already and may hold changes that were not read back: give another name, or remove it"
            ),
        ));
    }
    let bytes = match export(files) {
        Ok(bytes) => bytes,
        Err(faults) => return Ok(refused(workbook, &faults, lang)),
    };
    files::write(Path::new(workbook), bytes)?;
    say(&match lang {
        Lang::Zh => format!("写好了 {workbook}。改完以后：yibao sheet … --from {workbook}"),
        Lang::En => format!("{workbook} is there. Once it is edited: yibao sheet … --from {workbook}"),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn read_back(old: &Files, workbook: &str, to: &Place, lang: Lang) -> Result<ExitCode, Trouble> {
    let new = match import(old, &files::bytes(Path::new(workbook))?) {
        Ok(new) => new,
        Err(faults) => return Ok(refused(workbook, &faults, lang)),
    };
    let found = [edits_of(&old.policy, &new.policy), edits_of(&old.cases, &new.cases)].concat();
    for edit in &found {
        let side = |json: &Option<Json>| json.as_ref().map_or("-".to_owned(), write);
        say(&format!("  {}: {} → {}", edit.at, side(&edit.before), side(&edit.after)))?;
    }
    files::write_in_folder(&to.policy, &new.policy)?;
    if !new.cases.is_empty() {
        files::write_in_folder(&to.cases, &new.cases)?;
    }
    let (count, path) = (found.len(), to.policy.display());
    say(&match lang {
        Lang::Zh => format!("改了 {count} 处，写进了 {path}。下一步：yibao check {path}"),
        Lang::En => format!("{count} changes, written into {path}. Next: yibao check {path}"),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What differs between two texts.
fn edits_of(old: &str, new: &str) -> Vec<Edit> {
    let tree = |text: &str| json::parse(text).unwrap_or_else(|_| Json::Object(Vec::new()));
    if old == new { Vec::new() } else { edits(&tree(old), &tree(new)) }
}

fn refused(workbook: &str, faults: &[Fault], lang: Lang) -> ExitCode {
    faults.iter().for_each(|fault| eprintln!("{workbook}: {}", fault.text(lang)));
    ExitCode::from(2)
}
