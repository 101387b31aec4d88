//! What China's public medical insurance pays back, estimated: exact where everything is known, a guaranteed range
//! where something is not.

pub mod api;
pub mod benefit;
pub mod calendar;
pub mod eligibility;
pub mod estimate;
pub mod hash;
pub mod json;
pub mod money;
pub mod option_set;
pub mod ordered;
pub mod policy;
pub mod problem;
pub mod quantity;
pub mod reader;
pub mod request;
pub mod settlement;
pub mod span;
pub mod study;
pub mod truth;
pub mod unknowns;
pub mod vocabulary;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod wasm;
