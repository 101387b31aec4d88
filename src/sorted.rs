//! Order in little code: a sort and a map for lists of tens to thousands, where the standard library's cost tens of
//! kilobytes of WebAssembly for every type they are used with.

use crate::lists::Gather;
use std::borrow::Borrow;
use std::cmp::Ordering;

/// A list in order; what is equal keeps its place among its equals.
///
/// ```
/// use yibao::sorted::sorted_by;
/// assert_eq!(sorted_by(vec![3, 1, 2], &|a, b| a.cmp(b)), [1, 2, 3]);
/// ```
#[must_use]
pub fn sorted_by<T>(mut list: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let half = list.len() / 2;
    if half == 0 {
        return list;
    }
    let mut later = sorted_by(list.split_off(half), compare).into_iter().peekable();
    let mut merged = Vec::new();
    for item in sorted_by(list, compare) {
        while let Some(smaller) = later.next_if(|other| compare(other, &item).is_lt()) {
            merged.push(smaller);
        }
        merged.push(item);
    }
    merged.extend(later);
    merged
}

/// For each item, whether an equal one stands before it.
#[must_use]
pub fn repeats<T: Ord>(items: &[T]) -> Vec<bool> {
    let item = |place: &usize| items.get(*place);
    let places = sorted_by((0..items.len()).gather(), &|a, b| item(a).cmp(&item(b)));
    let mut repeats = vec![false; items.len()];
    for pair in places.windows(2) {
        if let [before, place] = pair
            && item(before) == item(place)
            && let Some(slot) = repeats.get_mut(*place)
        {
            *slot = true;
        }
    }
    repeats
}

/// A map as a list in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

/// A set as a list in order.
pub type SortedSet<K> = SortedMap<K, ()>;

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Gives a key its value, in place of the one it may have.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some(entry) = self.0.get_mut(place) {
                    entry.1 = value;
                }
            }
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// The value of a key, made where there is none yet.
    #[allow(clippy::indexing_slicing, reason = "the place was found or filled just before")]
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = match self.place(&key) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, make()));
                place
            }
        };
        &mut self.0[place].1
    }

    /// Keys and values, in order of the keys.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values alone, in order of their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }

    /// Keys and values as a list.
    #[must_use]
    pub fn into_entries(self) -> Vec<(K, V)> {
        self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }
}

impl<K: Ord> SortedSet<K> {
    /// Adds a member, unless it is there.
    pub fn add(&mut self, member: K) {
        self.insert(member, ());
    }

    /// Adds members.
    pub fn add_all(&mut self, members: impl IntoIterator<Item = K>) {
        for member in members {
            self.add(member);
        }
    }

    /// Whether it is a member.
    #[must_use]
    pub fn holds(&self, member: &K) -> bool {
        self.get(member).is_some()
    }
}

impl<K: Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = SortedMap::default();
        map.extend(entries);
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let sorted = sorted_by(list, &|a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn all_but_the_first_of_equal_items_are_repeats() {
        assert_eq!(repeats(&["b", "a", "b", "c", "b"]), [false, false, true, false, true]);
    }

    #[test]
    fn a_map_keeps_its_keys_in_order_and_the_last_value_of_each() {
        let mut map: SortedMap<&str, i32> = [("b", 1), ("a", 2), ("b", 3)].into_iter().collect();
        *map.get_or_insert_with("c", || 4) += 1;
        assert_eq!(map.iter().copied().collect::<Vec<_>>(), [("a", 2), ("b", 3), ("c", 5)]);
        assert_eq!((map.get("a"), map.get("z")), (Some(&2), None));
    }
}
