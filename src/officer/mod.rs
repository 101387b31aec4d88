//! What those who write policies need: problems in words and at their line, warnings, worked cases, what the cases cover,
//! what a change does to whom. The command line and the desk show the same.

pub mod cases;
pub mod changed;
pub mod check;
pub mod chinese;
pub mod cohort;
pub mod coverage;
pub mod diff;
pub mod edits;
pub mod encoding;
pub mod facts;
mod json_schema;
pub mod lint;
pub mod mutate;
pub mod near;
pub mod notice;
pub mod place;
pub mod population;
pub mod possible;
pub mod pretty;
mod proposals;
pub mod schema;
#[cfg(any(not(target_arch = "wasm32"), feature = "desk"))]
pub mod sheet;
pub mod template;
mod told;
