//! True, false and unknown, and their only and-or-not tables.
//!
//! An unknown is never a default: it carries why it is open ([`Open`]), and that is never empty.

/// The answer to a condition in three values. `W` is one cause for not knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth<W> {
    /// It holds, however the unknowns are filled.
    True,
    /// It does not hold, however the unknowns are filled.
    False,
    /// It holds for some fillings and not for others, for these causes.
    Unknown(Open<W>),
}

/// At least one cause for which something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open<W> {
    first: W,
    more: Vec<W>,
}

impl<W> Open<W> {
    /// Every cause.
    pub fn causes(&self) -> impl Iterator<Item = &W> {
        std::iter::once(&self.first).chain(&self.more)
    }

    fn join(mut self, other: Open<W>) -> Open<W> {
        self.more.push(other.first);
        self.more.extend(other.more);
        self
    }
}

impl<W> Truth<W> {
    /// Unknown for one cause.
    pub fn unknown(cause: W) -> Self {
        Truth::Unknown(Open { first: cause, more: Vec::new() })
    }

    /// True or false.
    #[must_use]
    pub fn known(holds: bool) -> Self {
        if holds { Truth::True } else { Truth::False }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            // One false settles it, whatever the other may be.
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            // True adds nothing.
            (Truth::True, rest) | (rest, Truth::True) => rest,
            // Both must be known before this is.
            (Truth::Unknown(a), Truth::Unknown(b)) => Truth::Unknown(a.join(b)),
        }
    }

    /// The same, of something that is looked at only where this is not false already.
    #[must_use]
    pub fn and_then(self, other: impl FnOnce() -> Self) -> Self {
        if matches!(self, Truth::False) { self } else { self.and(other()) }
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            // One true settles it, whatever the other may be.
            (Truth::True, _) | (_, Truth::True) => Truth::True,
            // False adds nothing.
            (Truth::False, rest) | (rest, Truth::False) => rest,
            // Either may decide.
            (Truth::Unknown(a), Truth::Unknown(b)) => Truth::Unknown(a.join(b)),
        }
    }

    /// The opposite; what is unknown stays so, for the same causes.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            open @ Truth::Unknown(_) => open,
        }
    }

    /// All hold. Of nothing: true. What stands after a false one is not looked at.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Truth::True;
        for part in parts {
            all = all.and(part);
            if matches!(all, Truth::False) {
                break;
            }
        }
        all
    }

    /// At least one holds. Of nothing: false.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Truth::False, Truth::or)
    }

    /// The causes for which it is open: none where it is known.
    pub fn causes(&self) -> impl Iterator<Item = &W> {
        let open = match self {
            Truth::Unknown(open) => Some(open),
            Truth::True | Truth::False => None,
        };
        open.into_iter().flat_map(Open::causes)
    }

    /// The word for it on the wire.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Truth::True => "true",
            Truth::False => "false",
            Truth::Unknown(_) => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every filling of two unknowns must agree with a table that says it knows.
    #[test]
    fn the_tables_are_what_every_filling_says() {
        let fillings = |t: &Truth<u8>| match t {
            Truth::True => vec![true],
            Truth::False => vec![false],
            Truth::Unknown(_) => vec![true, false],
        };
        let values = [Truth::True, Truth::False, Truth::unknown(1)];
        for a in &values {
            assert_eq!(a.clone().negate().negate(), *a);
            for b in &values {
                let (a, b) = (a.clone(), b.clone());
                let pairs: Vec<_> =
                    fillings(&a).into_iter().flat_map(|x| fillings(&b).into_iter().map(move |y| (x, y))).collect();
                let expected = |f: fn(bool, bool) -> bool| {
                    let all: Vec<bool> = pairs.iter().map(|&(x, y)| f(x, y)).collect();
                    if all.iter().all(|&x| x) {
                        "true"
                    } else if all.iter().any(|&x| x) {
                        "unknown"
                    } else {
                        "false"
                    }
                };
                assert_eq!(a.clone().and(b.clone()).word(), expected(|x, y| x && y));
                assert_eq!(a.or(b).word(), expected(|x, y| x || y));
            }
        }
    }

    #[test]
    fn an_unknown_keeps_every_cause_that_may_still_decide() {
        let both = Truth::unknown(1).and(Truth::unknown(2)).and(Truth::True);
        assert_eq!(both.causes().copied().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(both.and(Truth::False).causes().count(), 0);
    }
}
