//! Tables of bills in, tables of payments out: Apache Arrow record batches, settled exactly.
//!
//! docs/tables.md says which columns are read and written. Amounts are decimals in every column, never floats.

mod answers;
mod cell;
mod columns;
pub mod files;
pub mod policies;
mod requests;
mod settler;

pub use settler::{Options, Settler};

/// What cannot be done, in words.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Something, or what is wrong.
pub type Result<T> = std::result::Result<T, Fault>;
