//! The JSON Schema of a policy file. Names of funds, services, facts, options, units, counters and roundings come from the
//! types that the readers use; the shape beside them is written here, and tests hold it to the readers, example by example.
//!
//! A schema sees no names that a file declares itself; `yibao check` does.

use super::json_schema::{
    about, any, closed, defined, list, merge, name_of, named, one_of, pattern, some, text, whole,
};
use crate::policy::accepted::WARNINGS;
use crate::policy::read_programme::{COVER_FROM, NEARER};
use crate::policy::step::{Counts, How, OfBill, Per, ROUNDINGS, TIMES, said};
use crate::policy::{AgeOn, Kind, PatientPart, PerItem, STATUSES, StayYear, Unit};
use crate::vocabulary::{Fact, FactKind, Fund, Group, NO_YES, OptionList, Payer, Service};
use serde_json::{Value, json};

/// The schema.
#[must_use]
pub fn schema() -> Value {
    let mut root = file();
    let about = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "policy.schema.json",
        "title": "yibao policy",
        "definitions": definitions(),
    });
    merge(&mut root, about);
    root
}

/// The thing, or one for each option of a reading.
fn by_reading(of: Value) -> Value {
    let choice = json!({"type": "object", "required": ["by_reading"], "properties": {"by_reading": text()}, "additionalProperties": of});
    any(&[of, choice])
}

fn services() -> Value {
    one_of(&Service::ALL.map(Service::name))
}

fn funds() -> Value {
    one_of(&Fund::ALL.map(Fund::name))
}

fn stay_years() -> Value {
    one_of(&StayYear::ALL.map(StayYear::name))
}

fn file() -> Value {
    let mut members = vec![
        ("format!", json!({"const": 1})),
        ("region!", about(pattern("^[0-9]{6}$"), "六位行政区划代码", "Six digits of GB/T 2260")),
        ("name!", defined("words")),
        (
            "districts",
            json!({"type": "object", "patternProperties": {"^[0-9]{6}$": defined("words")}, "additionalProperties": false}),
        ),
        ("sources", about(named(defined("source")), "来源", "Documents")),
        ("notes", list(closed(&[("id!", text()), ("words!", defined("words")), ("source!", text())]))),
        ("insurance_year", about(pattern("^[0-9]{2}-[0-9]{2}$"), "医保年度第一天", "First day of the insurance year")),
        ("stay_year", about(stay_years(), "跨年度住院算在哪一年", "The insurance year of a stay over the end of one")),
        ("fund_order", about(list(funds()), "各基金的结算顺序", "The order of funds")),
        ("counters", named(defined("counter"))),
        ("indices", about(named(defined("index")), "几项待遇共用的数", "Dated figures that several programmes share")),
        ("item_classes", named(defined("item_class"))),
        ("accepted", about(list(defined("accepted")), "看过、接受的提醒", "Warnings that somebody has looked at")),
        (
            "programmes!",
            about(list(defined("programme")), "待遇，按结算顺序", "Programmes, in the order in which they are settled"),
        ),
    ];
    members.extend(
        Group::ALL.map(|group| (group.name(), about(named(defined("words")), "本地增加的选项", "Options added here"))),
    );
    closed(&members)
}

fn definitions() -> Value {
    json!({
        "words": closed(&[("zh!", pattern("\\S")), ("en!", pattern("\\S"))]),
        "money": pattern("^[0-9]+(\\.[0-9]{1,2})?$"),
        "rate": pattern("^(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)$"),
        "number": pattern("^([0-9]+(\\.[0-9]{1,6})?|yes|no)$"),
        "date": pattern("^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"),
        "source": source(),
        "index": index(),
        "figure": closed(&[("by", by()), ("versions!", some(version()))]),
        "counter": closed(&[
            ("counts!", name_of(Counts::ALL)),
            ("of", some(text())),
            ("of_programmes", some(text())),
            ("per!", name_of(Per::ALL)),
            ("apart", text()),
        ]),
        "item_class": item_class(),
        "accepted": closed(&[("warning!", one_of(&WARNINGS)), ("at!", text()), ("reason!", text())]),
        "programme": programme(),
        "condition": closed(&[("id!", text()), ("words!", defined("words")), ("test!", defined("test"))]),
        "test": test(),
        "value": value(),
        "leaf": leaf(),
        "table": any(&[defined("leaf"), named(defined("table"))]),
        "reading": closed(&[
            ("words!", defined("words")), ("why!", defined("words")), ("preferred!", text()), ("options!", named(defined("words"))),
        ]),
        "amount": amount(),
        "term": closed(&terms()),
        "step": step(),
    })
}

fn source() -> Value {
    closed(&[
        ("title!", about(text(), "文件标题，照抄原文", "The title as the document has it")),
        ("publisher!", about(text(), "发布单位", "Who published it")),
        ("date!", about(pattern("^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"), "发布日期", "When it was published")),
        (
            "status!",
            about(
                one_of(&STATUSES),
                "announced 主管部门公布；reported 别处报道",
                "announced by the authority, or reported by others",
            ),
        ),
        ("place", text()),
        ("url", text()),
        ("old", json!({"type": "boolean"})),
    ])
}

fn item_class() -> Value {
    let share = any(&[defined("rate"), json!({"const": "unpublished"}), defined("figure")]);
    let limit = any(&[defined("money"), defined("figure")]);
    let rate = || any(&[defined("rate"), defined("figure")]);
    let band = closed(&[("up_to", defined("money")), ("share", share.clone()), ("limit", limit.clone())]);
    closed(&[
        ("words!", defined("words")),
        ("source!", text()),
        ("share", share),
        ("rate", rate()),
        ("plus", rate()),
        ("less", rate()),
        ("no_deductible", json!({"type": "boolean"})),
        ("no_limit", json!({"type": "boolean"})),
        ("limit", limit),
        ("per", name_of(PerItem::NAMES)),
        ("price_bands", some(band)),
    ])
}

fn programme() -> Value {
    let replaced =
        closed(&[("programme!", text()), ("services", list(services())), ("scheme", option_names(Fact::scheme()))]);
    let deadline =
        closed(&[("days_after_birth", whole(0, 36_500)), ("months_after_birth", whole(0, 1200)), ("fact!", text())]);
    let otherwise = by_reading(name_of(COVER_FROM));
    let parts = name_of(PatientPart::NAMES);
    closed(&[
        ("id!", about(text(), "本文件内不重复的名字", "A name of its own in this file")),
        ("kind!", about(one_of(&Kind::ALL.map(Kind::name)), "报销、津贴、参保补贴、权利", "What it gives")),
        ("fund", about(funds(), "哪个基金付", "Who pays")),
        ("payer", one_of(&Payer::ALL.map(Payer::name))),
        ("strength", one_of(&["right", "encouraged"])),
        ("name!", defined("words")),
        ("clause!", about(defined("words"), "用白话写的规定", "The rule in plain words")),
        ("summary", defined("words")),
        ("next_steps", defined("words")),
        ("sources", list(text())),
        ("services", about(list(services()), "管哪几种就医", "The kinds of care")),
        ("began", about(defined("date"), "从这一天起有这项待遇", "It does not apply before this day")),
        ("ended", about(defined("date"), "最后一天", "The last day on which it applies")),
        ("known_from", about(defined("date"), "从这一天起我们有它的规定", "The first day we have its rule")),
        ("on_file", json!({"type": "boolean"})),
        ("replaces", list(any(&[text(), replaced]))),
        ("yields_to", any(&[json!({"const": NEARER}), list(text())])),
        (
            "person",
            about(
                list(defined("condition")),
                "对人的条件，都要满足",
                "Conditions on the person, all of which must hold",
            ),
        ),
        (
            "expense",
            about(
                list(defined("condition")),
                "对费用的条件，都要满足",
                "Conditions on the expense, all of which must hold",
            ),
        ),
        ("values", about(named(defined("value")), "数值：比例、金额、是否", "Rates, amounts, yes or no")),
        ("readings", about(named(defined("reading")), "条文的不同读法", "Clauses that can be read in two ways")),
        ("benefit", about(some(defined("step")), "计算步骤，从上到下", "The steps, in order")),
        ("caveats", list(closed(&[("id!", text()), ("words!", defined("words")), ("limit", text())]))),
        ("deadline", by_reading(deadline)),
        ("cover_from_birth", closed(&[("otherwise", otherwise)])),
        ("account", closed(&[("pays!", some(parts))])),
        ("out_of_area", json!({"type": "boolean"})),
    ])
}

/// The options of a fact; where a region may add some, any name.
fn option_names(fact: Fact) -> Value {
    let list = fact.options().filter(|_| fact.spec().group.is_none());
    list.map_or_else(text, |list: &OptionList| one_of(&list.names()))
}

fn test() -> Value {
    let tests = || list(defined("test"));
    let single = |key: &str, of: Value| closed(&[(&format!("{key}!"), of)]);
    let days = || name_of(AgeOn::NAMES);
    let age = |key: &str, of: Value| closed(&[(&format!("{key}!"), of), ("on", days())]);
    let mut kinds = vec![
        single("all", tests()),
        single("any", tests()),
        single("not", defined("test")),
        age("age_under", whole(1, 150)),
        age("age_at_least", whole(0, 150)),
        age("age_at_most", whole(0, 149)),
        single("days_old_at_most", whole(0, 36_500)),
        single("enrolled_within_days_of_birth", whole(0, 36_500)),
        single("enrolled_within_months_of_birth", whole(0, 1200)),
        single("entered", text()),
        closed(&[("value!", text()), ("is!", one_of(&NO_YES))]),
        closed(&[("counter!", text()), ("at_least", whole(0, Unit::MOST)), ("at_most", whole(0, Unit::MOST))]),
        json!({"type": "object", "required": ["by_reading"], "properties": {"by_reading": text()}, "additionalProperties": defined("test")}),
    ];
    kinds.extend(Fact::all().filter_map(test_of_fact));
    any(&kinds)
}

/// What may be asked of a fact, by its kind.
fn test_of_fact(fact: Fact) -> Option<Value> {
    let spec = fact.spec();
    let id = about(json!({"const": fact.id()}), &spec.words.zh, &spec.words.en);
    let names = || option_names(fact);
    let asked = match spec.kind {
        FactKind::YesNo => closed(&[("fact!", id), ("is!", json!({"type": "boolean"}))]),
        FactKind::Choice => closed(&[("fact!", id), ("is!", any(&[names(), list(names())]))]),
        FactKind::Set => closed(&[
            ("fact!", id),
            ("has_any", list(names())),
            ("list_is_open", json!({"type": "boolean"})),
            ("not_empty", json!({"const": true})),
        ]),
        FactKind::WholeNumber(least, most) => {
            closed(&[("fact!", id), ("at_least", whole(least, most)), ("at_most", whole(least, most))])
        }
        _ => return None,
    };
    Some(asked)
}

fn table_facts() -> Vec<&'static str> {
    let is_of_table =
        |fact: &Fact| matches!(fact.spec().kind, FactKind::YesNo | FactKind::Choice | FactKind::WholeNumber(..));
    Fact::all().filter(is_of_table).map(Fact::id).collect()
}

fn version() -> Value {
    closed(&[
        ("from", about(defined("date"), "第一天", "First day")),
        ("to", about(defined("date"), "最后一天", "Last day")),
        ("source", about(text(), "来源的名字", "The name of its source")),
        ("value", defined("leaf")),
        ("table", named(defined("table"))),
    ])
}

fn value() -> Value {
    closed(&[
        (
            "unit!",
            about(one_of(&Unit::ALL.map(Unit::name)), "比例、元、是否、个数", "A share, yuan, yes or no, a count"),
        ),
        ("words!", defined("words")),
        ("by", by()),
        ("versions!", some(version())),
        ("instead_of", text()),
    ])
}

fn by() -> Value {
    about(list(one_of(&table_facts())), "按什么分", "The facts of its table")
}

/// A dated figure: a value without a table.
fn index() -> Value {
    let day = || defined("date");
    let version = closed(&[("from", day()), ("to", day()), ("source", text()), ("value!", defined("leaf"))]);
    let units = Unit::NUMBERS.map(Unit::name);
    closed(&[("unit!", one_of(&units)), ("words!", defined("words")), ("versions!", some(version))])
}

fn leaf() -> Value {
    let numbers = || list(defined("number"));
    let typical = closed(&[("low", defined("number")), ("high", defined("number")), ("source", text())]);
    let unpublished = closed(&[
        ("low", defined("number")),
        ("high", defined("number")),
        ("suggested", numbers()),
        ("typical", typical),
        ("note", defined("words")),
    ]);
    let limit = closed(&[("seen", numbers()), ("note", defined("words"))]);
    any(&[defined("number"), closed(&[("unpublished!", unpublished)]), closed(&[("if_entered!", limit)])])
}

/// An amount: a value's name, a choice, or a number with modifiers.
fn amount() -> Value {
    any(&[text(), some(defined("term")), defined("term")])
}

fn terms() -> Vec<(&'static str, Value)> {
    let amounts = || some(defined("amount"));
    let mut members = vec![
        ("when", defined("test")),
        ("value", text()),
        ("at", named(text())),
        ("index", text()),
        ("count", text()),
        ("counter", text()),
        ("part", name_of(OfBill::ALL)),
        ("sum", amounts()),
        ("greatest", amounts()),
        ("least", amounts()),
        ("round", name_of(ROUNDINGS)),
    ];
    members.extend(How::ALL.map(|how| (how.name(), defined("amount"))));
    members
}

fn step() -> Value {
    let with_when = |members: &[(&str, Value)]| closed(&[members, &[("when", defined("test"))]].concat());
    any(&steps().iter().map(|members| with_when(members)).collect::<Vec<_>>())
}

/// Every step with its members.
fn steps() -> Vec<Vec<(&'static str, Value)>> {
    let v = || defined("amount");
    let (counter, time) = (text, TIMES.map(|(name, _)| name));
    let band = closed(&[("to", v()), ("rate!", v())]);
    let raise = closed(&[("value!", v()), ("how!", by_reading(name_of(said::RAISES))), ("when", defined("test"))]);
    vec![
        vec![
            ("base!", by_reading(base())),
            ("with", closed(&[("advance!", v())])),
            ("without", list(name_of(said::OMITTED))),
        ],
        vec![("deductible!", v()), ("per", one_of(&time)), ("counter", counter()), ("most_a_year", v())],
        vec![("rate!", v()), ("raise", raise), ("better", closed(&[("above!", v()), ("rate!", v())]))],
        vec![
            ("bands!", some(band)),
            ("measured", by_reading(name_of(said::MEASURED))),
            ("of", by_reading(name_of(said::BANDS_OF))),
            ("counter", counter()),
        ],
        vec![
            ("cap!", v()),
            ("per", one_of(&[&time[..], &said::BY_CARE.map(|(name, _)| name)].concat())),
            ("counts", by_reading(any(&[text(), list(text())]))),
            ("counter", counter()),
        ],
        vec![("at_least!", v()), ("of", name_of(said::WHOLES))],
        vec![("borne_first!", v())],
        vec![("uses!", v()), ("per", name_of(said::USES_TIMES)), ("counter", counter())],
        vec![
            ("allowance!", v()),
            ("less", by_reading(v())),
            ("per", name_of(said::ALLOWANCE_TIMES)),
            ("split", closed(&[("carer!", v())])),
        ],
    ]
}

fn base() -> Value {
    let how = by_reading(name_of(said::EXCESSES));
    let beyond = closed(&[("programme!", text()), ("cap", text()), ("rate", text()), ("how!", how)]);
    any(&[one_of(&said::base_names()), closed(&[("beyond_cap_of!", beyond)])])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::CLASS_KEYS;
    use crate::policy::read::FILE_KEYS;
    use crate::policy::read_programme::PROGRAMME_KEYS;
    use crate::policy::step::Step;

    fn keys(schema: &Value) -> Vec<&str> {
        let mut keys: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }

    fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
        let mut names = names.to_vec();
        names.sort_unstable();
        names
    }

    #[test]
    fn objects_have_the_members_that_their_readers_know() {
        assert_eq!(keys(&file()), sorted(&FILE_KEYS));
        assert_eq!(keys(&programme()), sorted(&PROGRAMME_KEYS));
        assert_eq!(keys(&item_class()), sorted(&CLASS_KEYS));
        assert_eq!(keys(&closed(&terms())), sorted(&[vec!["when"], said::amount_keys()].concat()));
        let known: Vec<Vec<&str>> = Step::members().map(sorted).collect();
        let schemas = steps();
        let of_schema = |key: &str| schemas.iter().find(|members| members[0].0.trim_end_matches('!') == key).unwrap();
        for (members, (key, _)) in Step::members().zip(Step::keys()) {
            let names: Vec<&str> = of_schema(key).iter().map(|(name, _)| name.trim_end_matches('!')).collect();
            assert_eq!(sorted(&names), sorted(members), "{key}");
        }
        assert_eq!(known.len(), schemas.len());
    }
}
