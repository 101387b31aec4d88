//! Everything that is tested natively, as one program: it is linked once, and its tests run side by side.
//!
//! One file per contract. `cargo test soundness` runs those of one file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

mod support;

mod above_a_limit;
mod ages;
mod alternatives;
mod amounts;
mod bad_input;
mod bad_policies;
mod batch;
mod bends;
mod bill_parts;
mod boundaries;
mod budget;
mod cases;
mod catalogue;
mod cohort;
mod command_line;
mod conservation;
mod contract_rules;
mod counters;
mod curve;
mod encodings;
mod everyday;
mod explain;
mod extremes;
mod format_guide;
mod frame_typical;
mod fuzz;
mod guards;
mod indices;
mod invariants;
mod inverse;
mod json_text;
mod lint;
mod mechanism_ranges;
mod mechanisms;
mod monotonicity;
mod own_options;
mod policy_diff;
mod policy_schema;
mod questions;
mod ranges_on_file;
mod replacement;
mod second_opinion;
mod settled;
mod settlement_records;
mod sheets;
mod soundness;
mod step_laws;
mod steps;
mod tutorial;
mod typical;
