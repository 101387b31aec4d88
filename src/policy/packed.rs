//! Checked policies as text that is read back without being checked again: what a page begins with, whose policies were
//! checked when it was built. Reading a file with all its checks takes five times the code. Everything comes back but the
//! English of named texts and what explains rules at length. The text is of this very version of the core: nobody keeps it, nobody writes it by hand.
//!
//! ```
//! use yibao::api::estimate;
//! use yibao::policy::catalogue::Catalogue;
//! let catalogue = Catalogue::built_in();
//! let back = Catalogue::unpacked(&catalogue.packed());
//! let request = r#"{"region": "370212", "asked_on": "2025-06-01"}"#;
//! let told = |by| serde_json::to_string(&estimate(request, &[], by)).unwrap();
//! assert_eq!(told(&back), told(&catalogue));
//! ```

use super::STATUSES;
use super::catalogue::Catalogue;
use super::{Base, BeyondCap, Choice, Condition, Excess, How, Kind, Leaf, Measured, NamedWords, Of, Per, Pick};
use super::{
    PolicyFile, Programme, Raise, Reading, Row, Source, Step, Test, Tree, Unit, Value, ValueRef, Version, Words,
};
use crate::calendar::{Date, Period};
use crate::vocabulary::{Fact, Fund, Service};
use std::sync::Arc;

/// After every number and every text. The build stops where a policy's own text holds it.
const END: char = '`';
/// In place of the id of the programme that is being written: most ids within it begin with it.
const SAME: char = '~';

/// A text that is being written.
#[derive(Default)]
struct Packing {
    text: String,
    programme: String,
}

impl Packing {
    fn text(&mut self, text: &str) {
        let own = text.strip_prefix(self.programme.as_str()).filter(|_| !self.programme.is_empty());
        self.text.extend(own.map(|_| SAME));
        self.text.push_str(own.unwrap_or(text));
        self.text.push(END);
    }

    fn number(&mut self, number: i64) {
        self.text(&number.to_string());
    }
}

/// A text that is being read. Whatever is not there is empty or 0, so that nothing stops.
struct Unpacking<'t> {
    rest: &'t str,
    programme: String,
}

impl Unpacking<'_> {
    fn text(&mut self) -> String {
        let (text, rest) = self.rest.split_once(END).unwrap_or_default();
        self.rest = rest;
        match text.strip_prefix(SAME) {
            Some(own) => [self.programme.as_str(), own].concat(),
            None => text.to_owned(),
        }
    }

    fn number(&mut self) -> i64 {
        self.text().parse().unwrap_or_default()
    }

    /// What stands at a written place of a list, which has at least one item.
    fn among<T: Copy>(&mut self, first: T, all: &[T]) -> T {
        let place = usize::unpack(self);
        all.get(place).copied().unwrap_or(first)
    }
}

impl Catalogue {
    /// Every file, checked, as text for [`Catalogue::unpacked`].
    #[must_use]
    pub fn packed(&self) -> String {
        let mut to = Packing::default();
        self.files().pack(&mut to);
        to.text
    }

    /// The catalogue that [`Catalogue::packed`] wrote, in the same version of the core.
    #[must_use]
    pub fn unpacked(text: &str) -> Catalogue {
        let mut from = Unpacking { rest: text, programme: String::new() };
        Catalogue::of(Vec::unpack(&mut from))
    }
}

/// What can be written and read back.
trait Packed: Sized {
    fn pack(&self, to: &mut Packing);
    fn unpack(from: &mut Unpacking) -> Self;
}

impl Packed for String {
    fn pack(&self, to: &mut Packing) {
        to.text(self);
    }
    fn unpack(from: &mut Unpacking) -> String {
        from.text()
    }
}

impl Packed for i64 {
    fn pack(&self, to: &mut Packing) {
        to.number(*self);
    }
    fn unpack(from: &mut Unpacking) -> i64 {
        from.number()
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => { $(impl Packed for $type {
        fn pack(&self, to: &mut Packing) {
            to.number(i64::try_from(*self).unwrap_or_default());
        }
        fn unpack(from: &mut Unpacking) -> $type {
            <$type>::try_from(from.number()).unwrap_or_default()
        }
    })* };
}
whole_numbers!(u32, usize);

impl Packed for bool {
    fn pack(&self, to: &mut Packing) {
        to.number(i64::from(*self));
    }
    fn unpack(from: &mut Unpacking) -> bool {
        from.number() != 0
    }
}

impl Packed for Date {
    fn pack(&self, to: &mut Packing) {
        to.number(self.day_number());
    }
    fn unpack(from: &mut Unpacking) -> Date {
        Date::from_day_number(from.number())
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packing) {
        self.len().pack(to);
        for item in self {
            item.pack(to);
        }
    }
    fn unpack(from: &mut Unpacking) -> Vec<T> {
        let mut items = Vec::new();
        for _ in 0..from.number() {
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packing) {
        self.is_some().pack(to);
        if let Some(thing) = self {
            thing.pack(to);
        }
    }
    fn unpack(from: &mut Unpacking) -> Option<T> {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

macro_rules! behind_a_pointer {
    ($($pointer:ident),*) => { $(impl<T: Packed> Packed for $pointer<T> {
        fn pack(&self, to: &mut Packing) {
            T::pack(self, to);
        }
        fn unpack(from: &mut Unpacking) -> $pointer<T> {
            $pointer::new(T::unpack(from))
        }
    })* };
}
behind_a_pointer!(Box, Arc);

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Packing) {
        self.0.pack(to);
        self.1.pack(to);
    }
    fn unpack(from: &mut Unpacking) -> (A, B) {
        let first = A::unpack(from);
        (first, B::unpack(from))
    }
}

/// Things of a closed list by their place in it.
macro_rules! places {
    ($($type:ident, $first:ident;)*) => { $(impl Packed for $type {
        fn pack(&self, to: &mut Packing) {
            $type::ALL.iter().position(|one| one == self).unwrap_or_default().pack(to);
        }
        fn unpack(from: &mut Unpacking) -> $type {
            from.among($type::$first, &$type::ALL)
        }
    })* };
}
places! { Kind, Reimbursement; Unit, Rate; Fund, Basic; Service, Inpatient; Fact, BIRTH_DATE; }

/// Structures, member by member; of a programme first its id, with which others begin.
macro_rules! members {
    ($($type:ident $([$id:ident])? { $($member:ident),* })*) => { $(impl Packed for $type {
        fn pack(&self, to: &mut Packing) {
            $(self.$id.pack(to); to.programme.clone_from(&self.$id);)?
            $(self.$member.pack(to);)*
        }
        fn unpack(from: &mut Unpacking) -> $type {
            $(let $id = from.text(); from.programme.clone_from(&$id);)?
            $(let $member = Packed::unpack(from);)*
            $type { $($id,)? $($member),* }
        }
    })* };
}
members! {
    Programme [id] {
        kind, fund, encouraged, name, clause, summary, next_steps, sources, services, began, known_from, on_file, replaces,
        yields_to, person, expense, values, readings, benefit, caveats, deadline
    }
    PolicyFile { region, name, districts, sources, notes, programmes, sha256 }
    Words { zh, en }
    Source { id, title, publisher, date, status, place, url, old }
    Condition { text, test }
    Value { name, unit, words, by, versions, rows }
    Row { id, keys, enterable }
    Version { period, tree, source }
    Period { from, to }
    Reading { name, text, why, options, preferred }
    Pick { cases }
    ValueRef { value, at }
    BeyondCap { programme, cap, rate, excess }
    Raise { value, how, when }
}

/// Enumerations: the number of the variant, then what it holds; the last one also stands for every other number.
macro_rules! variants {
    ($($type:ident $(<$t:ident>)? {
        $($number:literal $variant:ident $(($($item:ident),*))? $({$($member:ident),*})?,)*
        else $last:ident $(($($last_item:ident),*))? $({$($last_member:ident),*})?
    })*) => { $(impl $(<$t: Packed>)? Packed for $type $(<$t>)? {
        fn pack(&self, to: &mut Packing) {
            match self {
                $($type::$variant $(($($item),*))? $({$($member),*})? => {
                    to.number($number);
                    $($($item.pack(to);)*)? $($($member.pack(to);)*)?
                })*
                $type::$last $(($($last_item),*))? $({$($last_member),*})? => {
                    to.number(-1);
                    $($($last_item.pack(to);)*)? $($($last_member.pack(to);)*)?
                }
            }
        }
        fn unpack(from: &mut Unpacking) -> Self {
            match from.number() {
                $($number => {
                    $($(let $item = Packed::unpack(from);)*)? $($(let $member = Packed::unpack(from);)*)?
                    $type::$variant $(($($item),*))? $({$($member),*})?
                })*
                _ => {
                    $($(let $last_item = Packed::unpack(from);)*)? $($(let $last_member = Packed::unpack(from);)*)?
                    $type::$last $(($($last_item),*))? $({$($last_member),*})?
                }
            }
        }
    })* };
}
variants! {
    Test {
        0 All(tests),
        1 Any(tests),
        2 Not(test),
        3 Is(fact, options),
        4 HasAny { fact, members, list_is_open },
        5 AtLeast(fact, number),
        6 AgeUnder(years),
        7 DaysOldAtMost(days),
        8 EnrolledWithinDaysOfBirth(days),
        9 ValueIs(value, wanted),
        else ByReading(reading, tests)
    }
    Tree {
        0 Leaf(row, leaf),
        else Branch(branches)
    }
    Leaf {
        0 Published(number),
        1 Unpublished { low, high, suggested, note },
        else Limit { seen, note }
    }
    Choice<T> {
        0 Fixed(thing),
        else ByReading(reading, things)
    }
    Step {
        0 Base(base),
        1 Deductible { amount, per_year },
        2 Rate { rate, raise },
        3 Bands { bands, measured, of },
        4 Cap { limit, per, counts },
        else Allowance { amount, less }
    }
    Base {
        0 InScope,
        1 Bill,
        2 Left,
        3 YearPersonalShare,
        else BeyondCap(cap)
    }
    Excess { 0 Remaining, else Beyond }
    How { 0 Points, else Relative }
    Measured { 0 BeforeDeductible, else AboveDeductible }
    Of { 0 Expense, else YearInpatient }
    Per { 0 Expense, 1 Year, else Month }
}

/// Without its English, which a page has elsewhere for those who read it, and without what is read only where it is opened.
impl Packed for NamedWords {
    fn pack(&self, to: &mut Packing) {
        to.text(&self.id);
        to.text(if is_explanation(&self.id) { "" } else { &self.words.zh });
    }
    fn unpack(from: &mut Unpacking) -> NamedWords {
        NamedWords { id: from.text(), words: Words { zh: from.text(), en: String::new() } }
    }
}

/// What a rule says in full, what its source leaves open, where a figure comes from: a third of all texts.
fn is_explanation(id: &str) -> bool {
    matches!(id.split('/').nth(2), Some("clause" | "caveats")) || id.split('/').nth(3) == Some("note")
}

/// The only text of the model that is one of a closed list: how sure a source is.
impl Packed for &'static str {
    fn pack(&self, to: &mut Packing) {
        STATUSES.iter().position(|status| status == self).unwrap_or_default().pack(to);
    }
    fn unpack(from: &mut Unpacking) -> &'static str {
        from.among("announced", &STATUSES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of everything but words.
    fn shown(catalogue: &Catalogue) -> String {
        let text = format!("{catalogue:#?}");
        let is_word = |line: &&str| ["en: ", "zh: "].iter().any(|lang| line.trim_start().starts_with(lang));
        text.lines().filter(|line| !is_word(line)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn everything_comes_back() {
        let catalogue = Catalogue::built_in();
        let back = Catalogue::unpacked(&catalogue.packed());
        assert_eq!(shown(&back), shown(&catalogue));
        assert_eq!(back.regions(), catalogue.regions(), "regions keep their English names");
    }

    #[test]
    fn chinese_words_come_back_but_for_explanations() {
        let catalogue = Catalogue::built_in();
        let back = Catalogue::unpacked(&catalogue.packed());
        for (code, _) in catalogue.regions() {
            let (told, brought) = (catalogue.book(&code).unwrap(), back.book(&code).unwrap());
            for (text, other) in told.words().into_iter().zip(brought.words()) {
                let wanted = if is_explanation(&text.id) { "" } else { &text.words.zh };
                assert_eq!((&text.id, wanted, ""), (&other.id, other.words.zh.as_str(), other.words.en.as_str()));
            }
        }
    }

    #[test]
    fn a_text_cut_short_stops_nothing() {
        let text = Catalogue::built_in().packed();
        for end in (0..text.len()).step_by(997) {
            let _ = Catalogue::unpacked(text.get(..end).unwrap_or_default());
        }
    }
}
