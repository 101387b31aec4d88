//! Sources that are old or cited nowhere, what stands twice, values that no case reads, folders of another region.

use super::{Found, Looked, programmes};
use crate::json::Json;
use crate::json::problem::pointer;
use crate::officer::coverage::versions_without_case;
use crate::officer::template::is_marked;
use crate::ordered::Set;
use crate::policy::catalogue::ancestry;
use crate::policy::{PolicyFile, Step};
use crate::source::Source;

/// After so many years a source should be looked at again.
const YEARS: i64 = 5;

pub(super) fn look(found: &mut Found) {
    look_at_folder(found);
    look_at_sources(found);
    look_at_marks(found);
    look_at_programmes(found);
    look_at_values(found);
    look_at_indices(found);
    look_at_cases(found);
}

fn look_at_folder(found: &mut Found) {
    let (file, Some(folder)) = (found.looked.file, found.looked.folder) else { return };
    let code: String = folder.chars().take_while(char::is_ascii_digit).collect();
    if code.len() == 6 && code != file.region {
        found.warn(
            "other_folder",
            "/region",
            [
                format!("文件夹叫 {folder}，里面的地区却是 {}。", file.region),
                format!("The folder is called {folder}, but the file is for {}.", file.region),
            ],
            [
                "文件可能是从别处复制来的。请改文件夹名或 region。",
                "It may have been copied from elsewhere. Rename the folder, or correct region.",
            ],
        );
    }
}

fn look_at_sources(found: &mut Found) {
    let file = found.looked.file;
    let cited = cited(found.looked.notices.tree());
    for (place, source) in file.sources.iter().enumerate() {
        let path = pointer("/sources", source.short_id());
        look_at_age(found, &path, source);
        if !cited.contains(&source.short_id().to_owned()) && !is_cited_below(found, source) {
            found.warn(
                "uncited_source",
                &path,
                ["没有哪项待遇、哪个数引用这个来源。".to_owned(), "Nothing cites this source.".to_owned()],
                [
                    "多半是漏了引用，或者是旧来源没有删。",
                    "A citation may be missing, or an old source was left behind.",
                ],
            );
        }
        let is_same = |other: &&Source| {
            other.title == source.title && other.publisher == source.publisher && other.place == source.place
        };
        if let Some(other) = file.sources.iter().take(place).find(is_same) {
            warn_of_twin(found, &path, other.short_id());
        }
    }
}

/// Every string under a key `source` or in a list `sources`.
fn cited(tree: &Json) -> Set<String> {
    let mut cited = Set::default();
    collect_cited(tree, &mut cited);
    cited
}

fn collect_cited(tree: &Json, cited: &mut Set<String>) {
    for (key, value) in tree.entries() {
        if key == "source" {
            cited.extend(value.as_str().map(str::to_owned));
        }
        if key == "sources" {
            cited.extend(value.items().iter().filter_map(Json::as_str).map(str::to_owned));
        }
        collect_cited(value, cited);
    }
    tree.items().iter().for_each(|item| collect_cited(item, cited));
}

fn is_cited_below(found: &Found, source: &Source) -> bool {
    let files = found.looked.catalogue.files();
    let mut programmes = files.flat_map(|file| file.programmes.iter().chain([&file.indices]));
    programmes.any(|programme| {
        let of_values =
            programme.values.iter().flat_map(|value| &value.versions).filter_map(|version| version.source.as_ref());
        programme.sources.iter().chain(of_values).any(|id| *id == source.id)
    })
}

fn look_at_age(found: &mut Found, path: &str, source: &Source) {
    let year: Option<i64> = source.date.get(..4).and_then(|year| year.parse().ok());
    let age = year.map_or(0, |year| found.looked.today.year().saturating_sub(year));
    if age > YEARS && !source.old {
        found.warn(
            "stale_source",
            &format!("{path}/date"),
            [format!("这个来源已经 {age} 年了。"), format!("This source is {age} years old.")],
            [
                "请查有没有新文件。仍然有效的，写 \"old\": true，答案里会注明它年头久。",
                "See whether a newer document is out. Where it still holds, say \"old\": true, and answers show it as old.",
            ],
        );
    }
}

fn warn_of_twin(found: &mut Found, path: &str, other: &str) {
    found.warn(
        "near_duplicate",
        path,
        [format!("和“{other}”几乎一样。"), format!("This is all but the same as {other}.")],
        [
            "多半是复制后忘了改。留一个，或者把不同的地方写出来。",
            "It may be a copy that was not finished. Keep one, or say what differs.",
        ],
    );
}

/// Texts that a template left to be written.
fn look_at_marks(found: &mut Found) {
    let mut marked = Vec::new();
    collect_marked(found.looked.notices.tree(), "", &mut marked);
    for path in marked {
        found.warn(
            "to_be_written",
            &path,
            [
                "这段文字还是别处的，请按本地文件改写。".to_owned(),
                "This text is still that of another place.".to_owned(),
            ],
            [
                "写的是本地规定的原意；改好以后删去前面的记号。",
                "Say what the local document says, and remove the mark before it.",
            ],
        );
    }
}

fn collect_marked(tree: &Json, path: &str, marked: &mut Vec<String>) {
    if tree.get("zh").and_then(Json::as_str).is_some_and(is_marked) {
        marked.push(path.to_owned());
    }
    tree.entries().iter().for_each(|(key, inner)| collect_marked(inner, &pointer(path, key), marked));
    let items = tree.items().iter().enumerate();
    items.for_each(|(at, inner)| collect_marked(inner, &pointer(path, &at.to_string()), marked));
}

/// Programmes alike but for their names; conditions of one list with one test.
fn look_at_programmes(found: &mut Found) {
    let tree = found.looked.notices.tree();
    let items = tree.items_of("programmes");
    for (place, item) in items.iter().enumerate() {
        let path = pointer("/programmes", &place.to_string());
        if let Some(other) = items.iter().take(place).find(|other| is_alike(other, item)) {
            warn_of_twin(found, &path, other.text_of("id"));
        }
        for list in ["person", "expense"] {
            let conditions = item.items_of(list);
            for (at, condition) in conditions.iter().enumerate() {
                let twin = conditions.iter().take(at).find(|other| other.get("test") == condition.get("test"));
                if let Some(twin) = twin {
                    let id = twin.text_of("id");
                    warn_of_twin(found, &format!("{path}/{list}/{at}"), id);
                }
            }
        }
    }
}

fn is_alike(a: &Json, b: &Json) -> bool {
    let named = ["id", "name", "clause", "next_steps", "summary"];
    let rest = |json: &Json| {
        json.entries().iter().filter(|(key, _)| !named.contains(&key.as_str())).cloned().collect::<Vec<_>>()
    };
    let (a, b) = (rest(a), rest(b));
    // What has neither conditions nor values is alike by nature.
    a == b && a.iter().any(|(key, _)| key == "benefit")
}

/// Tables and dated versions that repeat what stands before them.
fn look_at_values(found: &mut Found) {
    let tree = found.looked.notices.tree();
    for (path, programme) in programmes(found.looked.file) {
        for value in &programme.values {
            let at = format!("{}/versions", pointer(&format!("{path}/values"), &value.name));
            look_at_versions(found, tree, &at);
        }
    }
    for index in &found.looked.file.indices.values {
        look_at_versions(found, tree, &format!("{}/versions", pointer("/indices", &index.name)));
    }
}

fn look_at_versions(found: &mut Found, tree: &Json, at: &str) {
    let versions = tree.at(at).map_or(&[][..], Json::items);
    for (place, pair) in versions.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let number = |version: &Json| version.get("value").or(version.get("table")).cloned();
        if number(before) == number(after) && before.get("source") == after.get("source") {
            warn_of_twin(found, &format!("{at}/{}", place.saturating_add(1)), &place.to_string());
        }
    }
}

/// Dated figures of which no step takes a share, here, in a file further up or in one further down.
fn look_at_indices(found: &mut Found) {
    let (file, catalogue) = (found.looked.file, found.looked.catalogue);
    let is_above = |a: &str, b: &str| ancestry(b).iter().any(|code| code == a);
    let is_in_chain =
        |other: &PolicyFile| is_above(&other.region, &file.region) || is_above(&file.region, &other.region);
    let others = catalogue.files().filter(|other| other.region != file.region && is_in_chain(other));
    let programmes = others.flat_map(|other| &other.programmes).chain(&file.programmes);
    let named: Set<&str> = programmes.flat_map(|p| &p.benefit).flat_map(Step::indices).collect();
    for index in file.indices.values.iter().filter(|index| !named.contains(&index.name.as_str())) {
        found.warn(
            "unused_index",
            &pointer("/indices", &index.name),
            [format!("没有哪一步用到“{}”。", index.name), format!("No step takes {}.", index.name)],
            [
                "多半是漏写了引用。用 {\"index\": 名字}，或者删去。",
                "A reference may be missing. Name it with {\"index\": name}, or remove it.",
            ],
        );
    }
}

/// Values and readings that no worked case reads.
fn look_at_cases(found: &mut Found) {
    let Some(cases) = found.looked.cases else { return };
    let Looked { file, notices, catalogue, .. } = *found.looked;
    for (path, name) in versions_without_case(file, notices.tree(), cases, catalogue) {
        found.warn(
            "without_case",
            &path,
            [format!("没有一个例子用到“{name}”。"), format!("No worked case reads {name}.")],
            [
                "数写错了也看不出来。请加一个亲手算过的例子（yibao coverage 会提议）。",
                "A mistake in it would go unnoticed. Add a case computed by hand (yibao coverage proposes some).",
            ],
        );
    }
}
