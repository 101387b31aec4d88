//! Sets of options: the options of one fact, or of one reading, by their places.
//!
//! A place that the set cannot hold cannot be written down: [`OptionIndex::new`] refuses it. Whoever reads a list of options
//! refuses a list that is too long; so no option is ever lost silently.

/// The place of an option among the options of its fact or reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIndex(u8);

impl OptionIndex {
    /// So many options a list may have.
    pub const MOST: usize = 128;
    /// The first option.
    pub const FIRST: OptionIndex = OptionIndex(0);
    /// `no`, of the two options of a yes/no.
    pub const NO: OptionIndex = OptionIndex(0);
    /// `yes`.
    pub const YES: OptionIndex = OptionIndex(1);

    /// The option at a place; none where a set cannot hold it.
    #[must_use]
    pub fn new(place: usize) -> Option<OptionIndex> {
        u8::try_from(place).ok().filter(|_| place < OptionIndex::MOST).map(OptionIndex)
    }

    /// The option of a yes or no.
    #[must_use]
    pub fn of_yes(yes: bool) -> OptionIndex {
        if yes { OptionIndex::YES } else { OptionIndex::NO }
    }

    /// Its place as a number that is compared with others.
    #[must_use]
    pub fn rank(self) -> i64 {
        i64::from(self.0)
    }

    /// Its place.
    #[must_use]
    pub fn place(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionSet(u128);

impl OptionSet {
    /// No option.
    pub const EMPTY: OptionSet = OptionSet(0);
    /// The first option alone.
    pub const ONE: OptionSet = OptionSet(0b1);
    /// `no` and `yes`.
    pub const NO_OR_YES: OptionSet = OptionSet(0b11);

    /// One option.
    #[must_use]
    pub fn of(option: OptionIndex) -> OptionSet {
        OptionSet(1u128.checked_shl(u32::from(option.0)).unwrap_or_default())
    }

    /// So many options, from the first on; none where a set cannot hold them.
    #[must_use]
    pub fn first(count: usize) -> Option<OptionSet> {
        let Some(last) = count.checked_sub(1) else { return Some(OptionSet::EMPTY) };
        let last = OptionSet::of(OptionIndex::new(last)?);
        Some(OptionSet(last.0 | last.0.saturating_sub(1)))
    }

    /// Whether no option is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many options are in it.
    #[must_use]
    pub fn len(self) -> usize {
        usize::try_from(self.0.count_ones()).unwrap_or_default()
    }

    /// Whether an option is in it.
    #[must_use]
    pub fn holds(self, option: OptionIndex) -> bool {
        self.meets(OptionSet::of(option))
    }

    /// Whether both have an option in common.
    #[must_use]
    pub fn meets(self, other: OptionSet) -> bool {
        self.0 & other.0 != 0
    }

    /// The options of either.
    #[must_use]
    pub fn with(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 | other.0)
    }

    /// The options of both.
    #[must_use]
    pub fn shared(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 & other.0)
    }

    /// Those that the other lacks.
    #[must_use]
    pub fn without(self, other: OptionSet) -> OptionSet {
        OptionSet(self.0 & !other.0)
    }

    /// The first option in it.
    #[must_use]
    pub fn lowest(self) -> Option<OptionIndex> {
        self.iter().next()
    }

    /// Its options, in order.
    pub fn iter(self) -> impl Iterator<Item = OptionIndex> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let place = u8::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
            rest &= rest.saturating_sub(1);
            Some(OptionIndex(place))
        })
    }

    /// Every subset, itself first.
    pub fn subsets(self) -> impl Iterator<Item = OptionSet> {
        let smaller = move |subset: &OptionSet| subset.0.checked_sub(1).map(|less| OptionSet(less & self.0));
        std::iter::successors(Some(self), smaller)
    }
}

impl FromIterator<OptionIndex> for OptionSet {
    fn from_iter<T: IntoIterator<Item = OptionIndex>>(options: T) -> Self {
        options.into_iter().fold(OptionSet::EMPTY, |set, option| set.with(OptionSet::of(option)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_option_is_an_option_and_one_more_is_refused() {
        let all = OptionSet::first(OptionIndex::MOST).unwrap();
        assert_eq!(all.len(), OptionIndex::MOST);
        assert!(all.holds(OptionIndex::new(OptionIndex::MOST - 1).unwrap()));
        assert_eq!(OptionIndex::new(OptionIndex::MOST), None);
        assert_eq!(OptionSet::first(OptionIndex::MOST + 1), None);
    }

    #[test]
    fn a_set_gives_back_the_options_it_was_made_of() {
        let places = [0, 3, 31, 32, 64, 127];
        let set: OptionSet = places.into_iter().filter_map(OptionIndex::new).collect();
        assert_eq!(set.iter().map(OptionIndex::place).collect::<Vec<_>>(), places);
        assert_eq!(set.subsets().count(), 64);
    }
}
