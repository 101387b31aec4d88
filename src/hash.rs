//! The hash by which policy files and receipts are named.

use sha2::{Digest, Sha256};

/// SHA-256 of a text's bytes, in hexadecimal.
///
/// ```
/// assert!(yibao::hash::sha256("").starts_with("e3b0c442"));
/// ```
#[must_use]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
