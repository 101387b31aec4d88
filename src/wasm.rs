//! The browser's and Node's door: the only place that names wasm-bindgen, js-sys and serde-wasm-bindgen.
//!
//! Free functions only. Requests come as JSON text (serde-wasm-bindgen would let unknown keys pass unseen), answers go
//! as plain objects. The caller on the JavaScript side is `www/package`.

use crate::api;
use crate::json::told::{Tell, Tokens};
use crate::lists::Gather;
use crate::policy::catalogue::{Catalogue, Report};
use js_sys::Array;
use serde::Serialize;
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::prelude::*;

/// As quick as the standard library's, whose code is 2 kB more to download.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// Read from the files compiled in when it is first needed, unless the page brought it.
    static CATALOGUE: OnceCell<RefCell<Catalogue>> = const { OnceCell::new() };
}

fn kept<T, R: FnOnce(&RefCell<Catalogue>) -> T>(run: R) -> T {
    CATALOGUE.with(|cell| run(cell.get_or_init(|| RefCell::new(Catalogue::built_in()))))
}

/// Only read, so that it stays readable for others where this stops: the page's core stops at functions that are still to come.
fn with_catalogue<T, R: FnOnce(&Catalogue) -> T>(run: R) -> T {
    kept(|catalogue| run(&catalogue.borrow()))
}

fn to_js<T: Tell>(value: &T) -> Result<JsValue, JsValue> {
    Ok(Tokens::of(value).serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn strings(list: &Array) -> Vec<String> {
    list.iter().filter_map(|item| item.as_string()).gather()
}

/// Answers a request's text; `unreadable` lists JSON pointers of members that could not be written as JSON.
#[wasm_bindgen]
pub fn estimate(text: &str, unreadable: &Array) -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::estimate(text, &strings(unreadable), catalogue)))
}

/// When an amount is lowest and when highest.
#[wasm_bindgen]
pub fn extremes(text: &str, unreadable: &Array, of: &str) -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::extremes(text, &strings(unreadable), of, catalogue)))
}

/// What would have to be different, and what can be chosen.
#[wasm_bindgen]
pub fn alternatives(text: &str, unreadable: &Array) -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::alternatives(text, &strings(unreadable), catalogue)))
}

/// What the resident pays against the size of a bill; `options` is JSON text.
#[wasm_bindgen]
pub fn curve(text: &str, unreadable: &Array, options: &str) -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::curve(text, &strings(unreadable), options, catalogue)))
}

/// The policies as text for `usePolicies`: how a page gets them that was built from this core.
#[wasm_bindgen(js_name = packedPolicies)]
pub fn packed_policies() -> String {
    with_catalogue(|catalogue| catalogue.packed())
}

/// Puts what `packedPolicies` gave in the place of every policy: the files compiled in need then not be read.
#[wasm_bindgen(js_name = usePolicies)]
pub fn use_policies(packed: &str) {
    let brought = RefCell::new(Catalogue::unpacked(packed));
    CATALOGUE.with(|cell| cell.get_or_init(RefCell::default).swap(&brought));
}

/// Every region that may be asked for.
#[wasm_bindgen]
pub fn regions() -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::regions(catalogue)))
}

/// A region laid out, or a Failure.
#[wasm_bindgen]
pub fn describe(code: &str) -> Result<JsValue, JsValue> {
    with_catalogue(|catalogue| to_js(&api::describe(code, catalogue)))
}

/// The hash of a text's bytes, as those of policies are given: for pages without a secure origin, where the browser has none.
#[wasm_bindgen]
pub fn sha256(text: &str) -> String {
    crate::policy::read::sha256(text)
}

/// Adds policy texts; says of each what became of it.
#[wasm_bindgen(js_name = addPolicies)]
pub fn add_policies(texts: &Array) -> Result<JsValue, JsValue> {
    let texts = strings(texts);
    let texts: Vec<&str> = texts.iter().map(String::as_str).gather();
    let reports: Vec<Report> = kept(|catalogue| catalogue.borrow_mut().add(&texts));
    to_js(&reports)
}
