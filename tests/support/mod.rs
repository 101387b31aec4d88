//! What the tests share: regions as `describe` lays them out, random requests with holes, answers laid flat.
//!
//! Nothing here reads the core's inside: requests are JSON, and what may be asked comes from `describe`, so that a new
//! city is tested without a line of Rust.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod answers;
pub mod around;
pub mod fragment;
pub mod holes;
pub mod property;
pub mod random_amount;
pub mod regions;
pub mod replay;
pub mod requests;
#[path = "../../src/bin/yibao/shipped.rs"]
pub mod shipped;
pub mod small_region;
pub mod step_world;
pub mod analysis;
pub mod tape;
pub mod workbook;

#[allow(unused_imports, reason = "every test file uses its own part")]
pub use yibao::officer::cases;

use std::cell::Cell;
use std::sync::OnceLock;
use std::{env, str::FromStr};
use yibao::policy::catalogue::Catalogue;

thread_local! {
    static INSTEAD: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// Asks other policies than the shipped ones in this thread, from now on.
pub fn ask_instead(catalogue: Catalogue) -> &'static Catalogue {
    let catalogue: &'static Catalogue = Box::leak(Box::new(catalogue));
    INSTEAD.set(Some(catalogue));
    catalogue
}

/// The shipped policies, read once, or those that are asked instead.
pub fn catalogue() -> &'static Catalogue {
    if let Some(catalogue) = INSTEAD.get() {
        return catalogue;
    }
    static SHIPPED: OnceLock<Catalogue> = OnceLock::new();
    SHIPPED.get_or_init(shipped::catalogue)
}

/// A number that the environment may set, to look longer by hand than a test should take.
#[allow(clippy::disallowed_methods, reason = "a test may be asked to look longer")]
pub fn setting<T: FromStr>(name: &str, usual: T) -> T {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}
