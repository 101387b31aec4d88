//! What China's public medical insurance pays back, estimated: exact where everything is known, a guaranteed range where
//! something is not.
//!
//! The modules stand in reading order. A module uses only modules above it.
//!
//! ```text
//! policy texts ── json ── policy::read ──▶ policy (model, catalogue, book) ─┐
//! request text ── json ── request::read ─▶ request ────────────────────────┴─▶ unknowns (variables, domains, worlds)
//!                                                                                    │
//!            estimate (branch and bound) ◀── settlement ◀── benefit ◀── eligibility ◀┘
//!                    │
//!                    ├─▶ analysis (extremes, counterfactuals, curve)
//!                    └─▶ api (wire shapes) ──▶ wasm, src/bin/yibao
//! ```

// What everything is made of.
pub mod hash;
pub mod money;
pub mod calendar;
pub mod truth;
pub mod interval;
pub mod option_set;
pub mod ordered;
pub mod quantity;
pub mod domain;
// Texts become trees, with every problem at its place.
pub mod json;
pub mod words;
pub mod source;
// What holds in a region, and what was asked.
pub mod vocabulary;
pub mod policy;
pub mod request;
// Settlement records of hospitals as requests.
pub mod record;
// What is not known, and how it is decided.
pub mod unknowns;
pub mod eligibility;
pub mod benefit;
pub mod settlement;
pub mod estimate;
pub mod analysis;
// What goes out.
pub mod api;
// What those who write policies need. The page's core carries none of it: nothing there asks for it.
pub mod officer;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "desk"))]
mod wasm_desk;
