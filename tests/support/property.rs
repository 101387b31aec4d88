//! Properties over random requests: proptest draws the numbers that the choices are made by, and shrinks them.

use super::regions::{Region, regions};
use super::setting;
use super::tape::Tape;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner};

/// What a property finds wrong.
pub type Finding = Result<(), String>;

/// Holds a property against so many random requests of every region, always the same ones.
pub fn for_all(cases: u32, check: impl Fn(&mut Tape, &'static Region) -> Finding) {
    for (place, region) in regions().iter().enumerate() {
        let found = try_at_random(cases, place as u64, 260, |tape| check(tape, region));
        assert!(found.is_ok(), "{}: {}", region.code, found.unwrap_err());
    }
}

/// Holds a property against so many random rows of up to `numbers` numbers, always the same ones.
pub fn try_at_random(cases: u32, seed: u64, numbers: usize, check: impl Fn(&mut Tape) -> Finding) -> Finding {
    let config = Config {
        cases: cases * setting("YIBAO_TIMES", 1),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(setting("YIBAO_SEED", 0) + seed),
        max_shrink_iters: 4_000,
        ..Config::default()
    };
    let found = TestRunner::new(config)
        .run(&vec(any::<u64>(), 0..numbers), |numbers| check(&mut Tape::of(numbers)).map_err(TestCaseError::fail));
    found.map_err(|error| match error {
        TestError::Fail(reason, numbers) => format!("{reason}\nfrom {} numbers", numbers.len()),
        TestError::Abort(reason) => reason.to_string(),
    })
}

/// Fails with a text unless something holds.
pub fn holds(that: bool, otherwise: impl FnOnce() -> String) -> Finding {
    if that { Ok(()) } else { Err(otherwise()) }
}
