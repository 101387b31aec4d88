//! Choices drawn from a row of numbers: from a seed, or from a list that proptest can shrink. A list that has run out
//! goes on with zeros, and zero always means the simplest choice, so that a shorter list is a simpler request.

/// A row of numbers to choose by.
pub enum Tape {
    /// Endless, from a seed.
    Seeded(u64),
    /// These, then zeros.
    Given(std::vec::IntoIter<u64>),
}

impl Tape {
    /// These numbers, then zeros.
    pub fn of(numbers: Vec<u64>) -> Tape {
        Tape::Given(numbers.into_iter())
    }

    fn next(&mut self) -> u64 {
        match self {
            // splitmix64
            Tape::Seeded(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut z = *state;
                z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                z ^ (z >> 31)
            }
            Tape::Given(numbers) => numbers.next().unwrap_or(0),
        }
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    /// Yes, once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}
