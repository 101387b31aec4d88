//! What an answer would have to be instead of what it is.

use super::values::{among, any_member};
use crate::json::Json;
use crate::unknowns::{Case, Cell, Var};

/// The values that would do, told by how they differ from the one given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// One of these options.
    Options(u32),
    /// A number in this range.
    Range { low: i64, high: i64 },
    /// All of these members more, and these no longer.
    Members { add: u32, take: u32 },
    /// At least one of these members more.
    AnyMember(u32),
}

impl Wanted {
    /// A cell, beside the value that was given.
    pub fn of(cell: Cell, given: Cell) -> Wanted {
        match (cell, given) {
            (Cell::Options(bits), _) => Wanted::Options(bits),
            (Cell::Range { low, high }, _) => Wanted::Range { low, high },
            (Cell::Members { has, lacks }, Cell::Members { has: held, .. }) => {
                Wanted::Members { add: has & !held, take: lacks & held }
            }
            (Cell::Members { has, .. }, _) => Wanted::Members { add: has, take: 0 },
        }
    }

    /// Both in one, where either does and one can tell them as one.
    pub fn or(self, other: Wanted) -> Option<Wanted> {
        match (self, other) {
            (a, b) if a == b => Some(a),
            (Wanted::Options(a), Wanted::Options(b)) => Some(Wanted::Options(a | b)),
            (Wanted::Range { low: a, high: b }, Wanted::Range { low: c, high: d }) => {
                let touch = c <= b.saturating_add(1) && a <= d.saturating_add(1);
                touch.then(|| Wanted::Range { low: a.min(c), high: b.max(d) })
            }
            (a, b) => Some(Wanted::AnyMember(a.any_of()? | b.any_of()?)),
        }
    }

    /// The members of which one more is enough.
    fn any_of(self) -> Option<u32> {
        match self {
            Wanted::Members { add, take: 0 } if add.count_ones() == 1 => Some(add),
            Wanted::AnyMember(bits) => Some(bits),
            _ => None,
        }
    }

    /// One value that would do, the nearest to the one given.
    pub fn nearest(self, given: Cell) -> Cell {
        match (self, given) {
            (Wanted::Options(bits), _) => Cell::option(i64::from(bits.trailing_zeros())),
            (Wanted::Range { low, high }, _) => Cell::number(given.ends().0.clamp(low, high)),
            (Wanted::Members { add, take }, Cell::Members { has, lacks }) => {
                Cell::Members { has: (has | add) & !take, lacks: (lacks | take) & !add }
            }
            (Wanted::AnyMember(bits), Cell::Members { has, lacks }) => {
                let first = bits & bits.wrapping_neg();
                Cell::Members { has: has | first, lacks: lacks & !first }
            }
            (Wanted::Members { .. } | Wanted::AnyMember(_), other) => other,
        }
    }

    /// For an answer.
    pub fn told(self, case: &Case, var: Var) -> Json {
        let whole = case.unanswered(var);
        match self {
            Wanted::Options(bits) => among(case, var, Cell::Options(bits), whole),
            Wanted::Range { low, high } => among(case, var, Cell::Range { low, high }, whole),
            Wanted::Members { add, take } => among(case, var, Cell::Members { has: add, lacks: take }, whole),
            Wanted::AnyMember(bits) => any_member(case, var, bits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIVEN: Cell = Cell::Members { has: 0b001, lacks: 0b110 };

    #[test]
    fn one_member_or_another_is_any_of_them() {
        let one = Wanted::of(Cell::Members { has: 0b010, lacks: 0 }, GIVEN);
        let other = Wanted::of(Cell::Members { has: 0b100, lacks: 0b010 }, GIVEN);
        assert_eq!(one.or(other), Some(Wanted::AnyMember(0b110)));
        assert_eq!(Wanted::AnyMember(0b110).nearest(GIVEN), Cell::Members { has: 0b011, lacks: 0b100 });
    }

    #[test]
    fn ranges_join_where_they_touch() {
        let range = |low, high| Wanted::Range { low, high };
        assert_eq!(range(1, 3).or(range(4, 9)), Some(range(1, 9)));
        assert_eq!(range(1, 3).or(range(5, 9)), None);
    }

    #[test]
    fn the_nearest_number_is_taken() {
        let range = Wanted::Range { low: 10, high: 20 };
        let nearest = [3, 15, 99].map(|given| range.nearest(Cell::number(given)));
        assert_eq!(nearest, [10, 15, 20].map(Cell::number));
    }

    #[test]
    fn what_must_go_is_told_apart_from_what_must_come() {
        let wanted = Wanted::of(Cell::Members { has: 0b010, lacks: 0b001 }, GIVEN);
        assert_eq!(wanted, Wanted::Members { add: 0b010, take: 0b001 });
        assert_eq!(wanted.nearest(GIVEN), Cell::Members { has: 0b010, lacks: 0b101 });
    }
}
