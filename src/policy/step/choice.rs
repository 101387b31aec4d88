//! Clauses that can be read in two ways, and what goes by them.

use crate::policy::NamedWords;

/// A clause that can honestly be read in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its name within the programme.
    pub name: String,
    /// What it is about; the id is also the reading's.
    pub text: NamedWords,
    /// Why it is open.
    pub why: NamedWords,
    /// The ways, by name.
    pub options: Vec<(String, NamedWords)>,
    /// The place of the likelier one.
    pub preferred: usize,
}

/// One thing, or one per option of a reading (by its place).
#[derive(Clone, Debug, PartialEq)]
pub enum Choice<T> {
    /// The same under every reading.
    Fixed(T),
    /// By option.
    ByReading(usize, Vec<T>),
}

impl<T> Choice<T> {
    /// Everything that may be chosen.
    pub fn all(&self) -> &[T] {
        match self {
            Choice::Fixed(thing) => std::slice::from_ref(thing),
            Choice::ByReading(_, things) => things,
        }
    }

    /// The same choice among other things.
    pub fn map<U>(self, to: impl Fn(T) -> U) -> Choice<U> {
        match self {
            Choice::Fixed(thing) => Choice::Fixed(to(thing)),
            Choice::ByReading(reading, things) => Choice::ByReading(reading, things.into_iter().map(to).collect()),
        }
    }
}
