//! The facts page: what each fact, option and kind of care means, in Chinese terms and in English. `docs/facts.md` is it.

use crate::vocabulary::{Fact, FactKind, Holder, NamedOption, OptionList, vocabulary};
use crate::words::Words;

const HEAD: &str = "\
# Facts

What conditions, tables and requests may ask, with the terms of the field. `yibao facts` writes this page from `policies/vocabulary.json`.

条件、表格和请求里可以用到的事实，以及各自的意思。本页由 `yibao facts` 根据 `policies/vocabulary.json` 生成。
";

/// The page, as Markdown.
#[must_use]
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut put = |text: &str| {
        page.push('\n');
        page.push_str(text);
        page.push('\n');
    };
    put("## 就医类型 Kinds of care (`services`)");
    put(&table(Fact::service().options()));
    for (holder, title) in [
        (Holder::Person, "## 人的事实 Facts of the person"),
        (Holder::Expense, "## 每笔费用的事实 Facts of an expense"),
    ] {
        put(title);
        for fact in Fact::given().filter(|fact| fact.spec().of == holder) {
            put(&about(fact));
        }
    }
    put("## 费用项目的类别 Classes of items (`items`)");
    let classes = vocabulary().item_classes.iter().map(|(name, words)| row(name, words, None));
    put(&with_head(classes));
    page
}

/// What a key of a table means: `facility_level` and `3` are a hospital of level 3. A key that only a region's file names
/// stands for itself.
#[must_use]
pub fn meaning(fact: &str, key: &str) -> Words {
    let itself = || Words { zh: key.to_owned(), en: key.to_owned() };
    let Some(fact) = Fact::named(fact) else { return itself() };
    let about = &fact.spec().words;
    let of_fact = |zh: &str, en: &str| Words { zh: format!("{}：{zh}", about.zh), en: format!("{}: {en}", about.en) };
    match (fact.spec().kind, key) {
        (FactKind::YesNo, "yes") => of_fact("是", "yes"),
        (FactKind::YesNo, "no") => of_fact("否", "no"),
        (FactKind::WholeNumber(..), _) => of_fact(key, key),
        _ => fact.options().and_then(|options| options.named(key)).map_or_else(itself, |option| option.words.clone()),
    }
}

fn about(fact: Fact) -> String {
    let spec = fact.spec();
    let mut text = format!("### `{}`\n\n{} · {}\n\n{}", fact.id(), spec.words.zh, spec.words.en, kind(spec.kind));
    if let Some(help) = &spec.help {
        text.push_str(&format!(" {} {}", help.zh, help.en));
    }
    if let Some(list) = fact.options().filter(|_| spec.kind != FactKind::YesNo) {
        text.push_str("\n\n");
        text.push_str(&table(Some(list)));
    }
    text
}

fn kind(kind: FactKind) -> String {
    match kind {
        FactKind::YesNo => "是或否 yes or no (`true`, `false`).".to_owned(),
        FactKind::Choice => "选一项 one of these.".to_owned(),
        FactKind::Set => "可选多项 any of these.".to_owned(),
        FactKind::WholeNumber(least, most) => format!("整数 a whole number, {least}–{most}."),
        FactKind::Money => "金额（元） an amount in yuan.".to_owned(),
        FactKind::Date { not_yet: false } => "日期 a day.".to_owned(),
        FactKind::Date { not_yet: true } => "日期，或者 `not_yet`（还没有） a day, or `not_yet`.".to_owned(),
    }
}

fn table(list: Option<&OptionList>) -> String {
    let row = |option: &NamedOption| row(&option.name, &option.words, option.note.as_ref());
    with_head(list.into_iter().flat_map(OptionList::iter).map(row))
}

fn with_head(rows: impl Iterator<Item = String>) -> String {
    let head = ["| | 中文 | English |".to_owned(), "|---|---|---|".to_owned()];
    head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn row(name: &str, words: &Words, note: Option<&Words>) -> String {
    let with_note = |text: &str, note: Option<&str>| note.map_or(text.to_owned(), |note| format!("{text} ({note})"));
    let zh = with_note(&words.zh, note.map(|note| note.zh.as_str()));
    let en = with_note(&words.en, note.map(|note| note.en.as_str()));
    format!("| `{name}` | {zh} | {en} |")
}
