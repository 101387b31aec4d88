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
