//! What an answer would have to be instead of what it is.

use super::values::{among, any_member};
use crate::json::Json;
use crate::option_set::OptionSet;
use crate::quantity::Quantity;
use crate::unknowns::{Case, Domain, Variable};

/// The values that would do, told by how they differ from the one given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// One of these options.
    Options(OptionSet),
    /// A quantity in this range.
    Range { low: Quantity, high: Quantity },
    /// All of these members more, and these no longer.
    Members { add: OptionSet, take: OptionSet },
    /// At least one of these members more.
    AnyMember(OptionSet),
}

impl Wanted {
    /// A domain, beside the value that was given.
    pub fn of(domain: Domain, given: Domain) -> Wanted {
        match (domain, given) {
            (Domain::Options(options), _) => Wanted::Options(options),
            (Domain::Range { low, high }, _) => Wanted::Range { low, high },
            (Domain::Members { has, lacks }, Domain::Members { has: held, .. }) => {
                Wanted::Members { add: has.without(held), take: lacks.shared(held) }
            }
            (Domain::Members { has, .. }, _) => Wanted::Members { add: has, take: OptionSet::EMPTY },
        }
    }

    /// Both in one, where either does and one can tell them as one.
    pub fn or(self, other: Wanted) -> Option<Wanted> {
        match (self, other) {
            (a, b) if a == b => Some(a),
            (Wanted::Options(a), Wanted::Options(b)) => Some(Wanted::Options(a.with(b))),
            (Wanted::Range { low: a, high: b }, Wanted::Range { low: c, high: d }) => {
                let touch = c <= b.after() && a <= d.after();
                touch.then(|| Wanted::Range { low: a.min(c), high: b.max(d) })
            }
            (a, b) => Some(Wanted::AnyMember(a.any_of()?.with(b.any_of()?))),
        }
    }

    /// The members of which one more is enough.
    fn any_of(self) -> Option<OptionSet> {
        match self {
            Wanted::Members { add, take: OptionSet::EMPTY } if add.len() == 1 => Some(add),
            Wanted::AnyMember(members) => Some(members),
            _ => None,
        }
    }

    /// One value that would do, the nearest to the one given.
    pub fn nearest(self, given: Domain) -> Domain {
        match (self, given) {
            (Wanted::Options(options), _) => options.lowest().map_or(given, Domain::option),
            (Wanted::Range { low, high }, _) => {
                Domain::one(given.ends().map_or(low, |(given, _)| given.clamp(low, high)))
            }
            (Wanted::Members { add, take }, Domain::Members { has, lacks }) => {
                Domain::Members { has: has.with(add).without(take), lacks: lacks.with(take).without(add) }
            }
            (Wanted::AnyMember(members), Domain::Members { has, lacks }) => {
                let first: OptionSet = members.lowest().into_iter().collect();
                Domain::Members { has: has.with(first), lacks: lacks.without(first) }
            }
            (Wanted::Members { .. } | Wanted::AnyMember(_), other) => other,
        }
    }

    /// For an answer.
    pub fn told(self, case: &Case, var: Variable) -> Json {
        let whole = case.unanswered(var);
        match self {
            Wanted::Options(options) => among(case, var, Domain::Options(options), whole),
            Wanted::Range { low, high } => among(case, var, Domain::Range { low, high }, whole),
            Wanted::Members { add, take } => among(case, var, Domain::Members { has: add, lacks: take }, whole),
            Wanted::AnyMember(members) => any_member(case, var, members),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::option_set::OptionIndex;

    fn set(places: &[usize]) -> OptionSet {
        places.iter().map(|place| OptionIndex::new(*place).unwrap()).collect()
    }

    fn members(has: &[usize], lacks: &[usize]) -> Domain {
        Domain::Members { has: set(has), lacks: set(lacks) }
    }

    #[test]
    fn one_member_or_another_is_any_of_them() {
        let given = members(&[0], &[1, 2]);
        let one = Wanted::of(members(&[1], &[]), given);
        let other = Wanted::of(members(&[2], &[1]), given);
        assert_eq!(one.or(other), Some(Wanted::AnyMember(set(&[1, 2]))));
        assert_eq!(Wanted::AnyMember(set(&[1, 2])).nearest(given), members(&[0, 1], &[2]));
    }

    #[test]
    fn ranges_join_where_they_touch() {
        let range = |low, high| Wanted::Range { low: Quantity::Count(low), high: Quantity::Count(high) };
        assert_eq!(range(1, 3).or(range(4, 9)), Some(range(1, 9)));
        assert_eq!(range(1, 3).or(range(5, 9)), None);
    }

    #[test]
    fn the_nearest_number_is_taken() {
        let range = Wanted::Range { low: Quantity::Count(10), high: Quantity::Count(20) };
        let count = |count| Domain::one(Quantity::Count(count));
        let nearest = [3, 15, 99].map(|given| range.nearest(count(given)));
        assert_eq!(nearest, [10, 15, 20].map(count));
    }

    #[test]
    fn what_must_go_is_told_apart_from_what_must_come() {
        let given = members(&[0], &[1, 2]);
        let wanted = Wanted::of(members(&[1], &[0]), given);
        assert_eq!(wanted, Wanted::Members { add: set(&[1]), take: set(&[0]) });
        assert_eq!(wanted.nearest(given), members(&[1], &[0, 2]));
    }
}
