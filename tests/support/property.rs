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
        let config = Config {
            cases: cases * setting("YIBAO_TIMES", 1),
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(setting("YIBAO_SEED", 0) + place as u64),
            max_shrink_iters: 4_000,
            ..Config::default()
        };
        let found = TestRunner::new(config).run(&vec(any::<u64>(), 0..260), |numbers| {
            check(&mut Tape::of(numbers), region).map_err(TestCaseError::fail)
        });
        match found {
            Ok(()) => {}
            Err(TestError::Fail(reason, numbers)) => {
                panic!("{}: {reason}\nfrom {} numbers", region.code, numbers.len())
            }
            Err(TestError::Abort(reason)) => panic!("{}: {reason}", region.code),
        }
    }
}

/// Fails with a text unless something holds.
pub fn holds(that: bool, otherwise: impl FnOnce() -> String) -> Finding {
    if that { Ok(()) } else { Err(otherwise()) }
}
