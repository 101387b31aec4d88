//! Lists made from lists by one small loop, where a chain of iterator adapters takes half a dozen functions of
//! WebAssembly for every pair of types.

/// What something makes of each item.
pub fn each<'t, T, U>(list: &'t [T], make: &dyn Fn(&'t T) -> U) -> Vec<U> {
    let mut made = Vec::with_capacity(list.len());
    for item in list {
        made.push(make(item));
    }
    made
}

/// What something makes of the items of which it makes anything.
pub fn each_some<'t, T, U>(list: &'t [T], make: &dyn Fn(&'t T) -> Option<U>) -> Vec<U> {
    let mut made = Vec::new();
    for item in list {
        if let Some(thing) = make(item) {
            made.push(thing);
        }
    }
    made
}

/// What something makes of every item; none where it makes nothing of one. All are tried.
pub fn each_or_none<'t, T, U>(list: &'t [T], make: &dyn Fn(&'t T) -> Option<U>) -> Option<Vec<U>> {
    let made = each_some(list, make);
    (made.len() == list.len()).then_some(made)
}

/// Lists made from iterators.
pub trait Gather: Iterator + Sized {
    /// All items as a list: `collect` by one loop for each kind of item, not by several for each kind of iterator.
    fn gather(mut self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        push_all(&mut list, &mut || self.next());
        list
    }

    /// Puts all items at the end of a list.
    fn gather_into(mut self, list: &mut Vec<Self::Item>) {
        push_all(list, &mut || self.next());
    }
}

impl<I: Iterator> Gather for I {}

fn push_all<T>(list: &mut Vec<T>, next: &mut dyn FnMut() -> Option<T>) {
    while let Some(item) = next() {
        list.push(item);
    }
}
