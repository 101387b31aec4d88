//! Small sorted maps and sets, and a sort: ICU4X's [`LiteMap`], filled by insertion.
//!
//! Maps here hold tens of entries, for which a sorted list is as quick as a tree, and smaller.

use litemap::LiteMap;
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// A map in the order of its keys.
pub type Map<K, V> = LiteMap<K, V>;

/// A map of all pairs; of two with one key, the later.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Map<K, V> {
    let mut map = Map::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// Writes a map as an object.
///
/// # Errors
/// Those of the serializer.
pub fn as_object<K: Serialize, V: Serialize, S: Serializer>(map: &Map<K, V>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter())
}

/// A set in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<K>(LiteMap<K, ()>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Set(LiteMap::new())
    }
}

impl<K: Ord> Set<K> {
    /// Adds a member. Whether it is new.
    pub fn insert(&mut self, member: K) -> bool {
        self.0.insert(member, ()).is_none()
    }

    /// Whether it is a member.
    pub fn contains(&self, member: &K) -> bool {
        self.0.contains_key(member)
    }

    /// Every member, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.0.keys()
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, members: I) {
        members.into_iter().for_each(|member| {
            self.insert(member);
        });
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(members: I) -> Self {
        let mut set = Set::default();
        set.extend(members);
        set
    }
}

/// A list in order; equal items keep their order.
///
/// ```
/// use yibao::ordered::sorted;
/// assert_eq!(sorted(vec![3, 1, 2], &Ord::cmp), [1, 2, 3]);
/// ```
#[must_use]
pub fn sorted<T>(mut list: Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    list.sort_by(|a, b| compare(a, b));
    list
}
