//! The targets of `cargo fuzz`. The runner on the stable compiler, tests/fuzz.rs, has the same ones.

pub mod corpus;
pub mod targets;
