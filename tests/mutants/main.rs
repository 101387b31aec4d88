//! The tests that mutants of the core are tried against: those that compare amounts, and that are quick to build and to run.
//!
//! `cargo mutants` builds and runs them once a mutant; the whole of tests/native.rs would take minutes each time.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

#[path = "../support/mod.rs"]
mod support;

#[path = "../above_a_limit.rs"]
mod above_a_limit;
#[path = "../bad_policies.rs"]
mod bad_policies;
#[path = "../bends.rs"]
mod bends;
#[path = "../bill_parts.rs"]
mod bill_parts;
#[path = "../boundaries.rs"]
mod boundaries;
#[path = "../budget.rs"]
mod budget;
#[path = "../cases.rs"]
mod cases;
#[path = "../counters.rs"]
mod counters;
#[path = "../guards.rs"]
mod guards;
#[path = "../indices.rs"]
mod indices;
#[path = "../json_text.rs"]
mod json_text;
#[path = "../lint.rs"]
mod lint;
#[path = "../mechanism_ranges.rs"]
mod mechanism_ranges;
#[path = "../mechanisms.rs"]
mod mechanisms;
#[path = "../policy_schema.rs"]
mod policy_schema;
#[path = "../ranges_on_file.rs"]
mod ranges_on_file;
#[path = "../second_opinion.rs"]
mod second_opinion;
#[path = "../settled.rs"]
mod settled;
#[path = "../step_laws.rs"]
mod step_laws;
#[path = "../steps.rs"]
mod steps;
