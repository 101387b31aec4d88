//! Reads a JSON tree and collects every problem with its place, instead of stopping at the first.
//!
//! Requests and policy files are read with the same few words: [`Node`] is a value and its place, and each
//! method gives what it expects or notes the problem and gives `None`.

use crate::calendar::{Date, NotADate};
use crate::json::problem::{Code, Problem, pointer};
use crate::json::{self, Json, ReadJson, Unreadable};
use crate::money::{Malformed, Money, Rate};
use crate::ordered::Set;
use std::cell::RefCell;

/// The problems found so far.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
    /// Every value reached so far below the root: the number of what holds it, and its place therein. Numbers count
    /// from 1, the root is 0. Pointers are written from it only where there is a problem to tell.
    steps: RefCell<Vec<(usize, usize)>>,
}

impl Problems {
    /// Notes a problem.
    pub fn add(&self, code: Code, path: &str, args: &[(&'static str, &str)]) {
        self.found.borrow_mut().push(Problem::new(code, path, args));
    }

    /// Notes a problem that is whole already.
    pub fn push(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.borrow().len()
    }

    /// All of them, in the order found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        self.found.into_inner()
    }

    /// Numbers a value by what holds it and its place therein.
    fn reach(&self, holder: usize, place: usize) -> usize {
        let mut steps = self.steps.borrow_mut();
        steps.push((holder, place));
        steps.len()
    }

    /// What holds a value, and its place therein; none of the root.
    fn step(&self, number: usize) -> Option<(usize, usize)> {
        self.steps.borrow().get(number.checked_sub(1)?).copied()
    }
}

/// The JSON tree of a text, or what stands for the whole of it: one problem, or every key that stands twice.
pub fn json_tree<'t>(text: &'t str, problems: &Problems) -> Option<ReadJson<'t>> {
    match json::read(text) {
        Ok(tree) => return Some(tree),
        Err(Unreadable::TooLarge) => problems.add(Code::TooLarge, "", &[("max", &json::MAX_BYTES.to_string())]),
        Err(Unreadable::RepeatedKeys(keys)) => {
            let note = |found: &json::RepeatedKey| {
                problems.add(Code::RepeatedKey, "", &[("key", &found.key), ("at", &found.path)]);
            };
            keys.iter().for_each(note);
        }
        Err(Unreadable::Encoding(name)) => problems.add(Code::NotUtf8, "", &[("encoding", name)]),
        Err(Unreadable::Syntax(detail)) => problems.add(Code::NotJson, "", &[("detail", &detail)]),
    }
    None
}

/// What is read of every item, where all can be read. Every item is tried, so that no problem is missed.
pub fn read_all<T, U>(items: &[T], read: impl Fn(&T) -> Option<U>) -> Option<Vec<U>> {
    let made: Vec<U> = items.iter().filter_map(read).collect();
    (made.len() == items.len()).then_some(made)
}

/// For each item, whether an equal one stands before it.
pub fn repeats<T: Ord>(items: &[T]) -> Vec<bool> {
    let mut seen = Set::default();
    items.iter().map(|item| !seen.insert(item)).collect()
}

/// Whether some item stands twice.
pub fn has_repeats<T: Ord>(mut items: Vec<T>) -> bool {
    items.sort_unstable();
    !items.is_sorted_by(|one, next| one < next)
}

/// Entries of a list are named by their ids, so each needs one of its own.
pub fn refuse_repeated_ids(items: &[Node]) {
    let ids: Vec<&str> = items.iter().map(|item| item.text_of("id")).collect();
    for ((item, id), is_repeated) in items.iter().zip(&ids).zip(repeats(&ids)) {
        if is_repeated && !id.is_empty() {
            item.note(Code::RepeatedId, &[("id", id)]);
        }
    }
}

/// A list that names something twice has a member too many.
pub fn refuse_repeated_members(items: &[Node]) {
    let texts: Vec<&str> = items.iter().filter_map(|item| item.json.as_str()).collect();
    if texts.len() < items.len() {
        return;
    }
    for ((item, text), is_repeated) in items.iter().zip(&texts).zip(repeats(&texts)) {
        if is_repeated {
            item.note(Code::RepeatedMember, &[("value", text)]);
        }
    }
}

/// A JSON value at its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// The value.
    pub json: &'a ReadJson<'a>,
    /// Its number among what was reached.
    number: usize,
    root: &'a ReadJson<'a>,
    problems: &'a Problems,
}

impl<'a> Node<'a> {
    /// The root of a tree.
    #[must_use]
    pub fn root(json: &'a ReadJson<'a>, problems: &'a Problems) -> Self {
        Node { json, number: 0, root: json, problems }
    }

    /// Its JSON pointer.
    #[must_use]
    pub fn path(&self) -> String {
        self.trace(self.number).0
    }

    /// The pointer and the value of a number.
    fn trace(&self, number: usize) -> (String, &'a ReadJson<'a>) {
        let Some((holder, place)) = self.problems.step(number) else { return (String::new(), self.root) };
        let (path, json) = self.trace(holder);
        let inner = match json {
            Json::Object(members) => members.get(place).map(|(key, json)| (pointer(&path, key), json)),
            Json::Array(items) => items.get(place).map(|json| (pointer(&path, &place.to_string()), json)),
            _ => None,
        };
        inner.unwrap_or((path, json))
    }

    /// Notes a problem here.
    pub fn note(&self, code: Code, args: &[(&'static str, &str)]) {
        self.problems.add(code, &self.path(), args);
    }

    /// Notes a problem here, in the place of what was expected.
    pub fn refuse<T>(&self, code: Code, args: &[(&'static str, &str)]) -> Option<T> {
        self.note(code, args);
        None
    }

    /// Where the problems go.
    #[must_use]
    pub fn problems(&self) -> &'a Problems {
        self.problems
    }

    /// The members of an object, whatever their keys.
    pub fn entries(&self) -> Option<Vec<(&'a str, Node<'a>)>> {
        let Json::Object(members) = self.json else { return self.refuse(Code::NotAnObject, &[]) };
        let mut entries = Vec::with_capacity(members.len());
        for (place, (key, json)) in members.iter().enumerate() {
            entries.push((key.as_ref(), self.child(place, json)));
        }
        Some(entries)
    }

    /// The members of an object that may only hold these keys.
    pub fn members(&self, known: &[&str]) -> Option<Members<'a>> {
        let entries = self.entries()?;
        for (key, node) in &entries {
            if !known.contains(key) {
                node.note(Code::UnknownKey, &[("key", key), ("known", &known.join(", "))]);
            }
        }
        Some(Members { at: *self, entries })
    }

    /// The text of a member, empty where there is none; nothing is noted.
    #[must_use]
    pub fn text_of(&self, key: &str) -> &'a str {
        self.json.text_of(key)
    }

    /// The items of a list.
    pub fn items(&self) -> Option<Vec<Node<'a>>> {
        let Json::Array(list) = self.json else { return self.refuse(Code::NotAList, &[]) };
        let mut items = Vec::with_capacity(list.len());
        for (place, json) in list.iter().enumerate() {
            items.push(self.child(place, json));
        }
        Some(items)
    }

    /// Every item of a list, where all can be read.
    pub fn each<T>(&self, read: &dyn Fn(&Node<'a>) -> Option<T>) -> Option<Vec<T>> {
        read_all(&self.items()?, read)
    }

    /// Every member of an object, where all can be read.
    pub fn each_entry<T>(&self, read: &dyn Fn(&'a str, &Node<'a>) -> Option<T>) -> Option<Vec<T>> {
        read_all(&self.entries()?, |(key, node)| read(key, node))
    }

    /// A string.
    pub fn string(&self) -> Option<&'a str> {
        match self.json {
            Json::String(text) => Some(text),
            _ => self.refuse(Code::NotAString, &[]),
        }
    }

    /// A string that is not empty.
    pub fn name(&self) -> Option<&'a str> {
        match self.string()? {
            "" => self.refuse(Code::Empty, &[]),
            text => Some(text),
        }
    }

    /// `true` or `false`.
    pub fn yes_no(&self) -> Option<bool> {
        match self.json {
            Json::Bool(value) => Some(*value),
            _ => self.refuse(Code::NotYesNo, &[]),
        }
    }

    /// A JSON integer within bounds.
    pub fn whole_number(&self, min: i64, max: i64) -> Option<i64> {
        let Json::Number(text) = self.json else { return self.refuse(Code::NotAWholeNumber, &[]) };
        let digits = text.strip_prefix('-').unwrap_or(text);
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return self.refuse(Code::NotAWholeNumber, &[]);
        }
        match text.parse::<i64>() {
            Ok(number) if (min..=max).contains(&number) => Some(number),
            _ => self.refuse(Code::OutOfRange, &[("min", &min.to_string()), ("max", &max.to_string())]),
        }
    }

    /// An amount.
    pub fn money(&self) -> Option<Money> {
        match Money::parse(self.string()?) {
            Ok(amount) => Some(amount),
            Err(Malformed::Form) => self.refuse(Code::MalformedMoney, &[]),
            Err(Malformed::Range) => self.refuse_money("0"),
        }
    }

    /// An amount that is not below another.
    pub fn money_from(&self, least: Money) -> Option<Money> {
        let amount = self.money()?;
        if amount < least { self.refuse_money(&least.to_string()) } else { Some(amount) }
    }

    fn refuse_money<T>(&self, least: &str) -> Option<T> {
        self.refuse(Code::OutOfRange, &[("min", least), ("max", &Money::MAX.to_string())])
    }

    /// A rate up to 1.
    pub fn rate(&self) -> Option<Rate> {
        match Rate::parse(self.string()?) {
            Ok(rate) => Some(rate),
            Err(Malformed::Form) => self.refuse(Code::MalformedRate, &[]),
            Err(Malformed::Range) => self.refuse(Code::OutOfRange, &[("min", "0"), ("max", "1")]),
        }
    }

    /// A day from 1900 to 2999.
    pub fn date(&self) -> Option<Date> {
        match Date::parse(self.string()?) {
            Ok(date) => Some(date),
            Err(NotADate::Form) => self.refuse(Code::MalformedDate, &[]),
            Err(NotADate::Range) => {
                self.refuse(Code::OutOfRange, &[("min", &Date::FIRST.to_string()), ("max", &Date::LAST.to_string())])
            }
        }
    }

    /// One of these strings, as its place among them.
    pub fn choice(&self, choices: &[&str]) -> Option<usize> {
        let text = self.string()?;
        match choices.iter().position(|choice| *choice == text) {
            Some(place) => Some(place),
            None => self.refuse(Code::NotAChoice, &[("value", text), ("choices", &choices.join(", "))]),
        }
    }

    /// What one of these strings stands for.
    pub fn one_of<T: Copy>(&self, things: &[(&str, T)]) -> Option<T> {
        let names = things.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        things.get(self.choice(&names)?).map(|(_, thing)| *thing)
    }

    /// The one of these whose name stands here.
    pub fn one_by_name<T: Copy, const N: usize>(&self, all: [T; N], name: fn(T) -> &'static str) -> Option<T> {
        self.one_of(&all.map(|thing| (name(thing), thing)))
    }

    fn child(&self, place: usize, json: &'a ReadJson<'a>) -> Node<'a> {
        Node { json, number: self.problems.reach(self.number, place), ..*self }
    }
}

/// The members of an object.
#[derive(Debug)]
pub struct Members<'a> {
    at: Node<'a>,
    entries: Vec<(&'a str, Node<'a>)>,
}

impl<'a> Members<'a> {
    /// A member that may be absent.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.entries.iter().find(|(k, _)| *k == key).map(|(_, node)| *node)
    }

    /// What is read of a member that may be absent: `Some(None)` where it is absent, `None` where it has a mistake.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub fn optional<T>(&self, key: &str, read: impl FnOnce(&Node<'a>) -> Option<T>) -> Option<Option<T>> {
        self.get(key).map_or(Some(None), |at| read(&at).map(Some))
    }

    /// A member that must be there.
    pub fn need(&self, key: &str) -> Option<Node<'a>> {
        self.get(key).or_else(|| {
            self.at.problems.add(Code::Missing, &pointer(&self.at.path(), key), &[("key", key)]);
            None
        })
    }

    /// The items of a member; none where it is absent or no list.
    #[must_use]
    pub fn items_of(&self, key: &str) -> Vec<Node<'a>> {
        self.get(key).and_then(|at| at.items()).unwrap_or_default()
    }

    /// The members of a member; none where it is absent or no object.
    #[must_use]
    pub fn entries_of(&self, key: &str) -> Vec<(&'a str, Node<'a>)> {
        self.get(key).and_then(|at| at.entries()).unwrap_or_default()
    }

    /// Whether the member is there.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(k, _)| *k == key)
    }

    /// The object itself.
    #[must_use]
    pub fn at(&self) -> &Node<'a> {
        &self.at
    }
}
