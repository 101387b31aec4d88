//! The core in JavaScript: with `wasm_desk`, the only place that names wasm-bindgen, js-sys and serde-wasm-bindgen.
//!
//! Free functions only, because a panic would poison a class instance for ever. Requests come as JSON text, because
//! serde-wasm-bindgen would drop unknown keys silently. Answers go as JSON text, because `JSON.parse` is 1.6 times
//! faster than building objects one member at a time. What is small and asked once goes as objects. The caller on the
//! JavaScript side is `www/package`.

use crate::api::{self, Explain};
use crate::policy::catalogue::Catalogue;
use crate::policy::index::Index;
use crate::record;
use js_sys::Array;
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The policies added so far.
    static CATALOGUE: RefCell<Catalogue> = RefCell::default();
}

pub(crate) fn with_catalogue<T, R: FnOnce(&Catalogue) -> T>(run: R) -> T {
    CATALOGUE.with(|catalogue| run(&catalogue.borrow()))
}

pub(crate) fn to_json(value: &impl Serialize) -> Result<String, JsError> {
    Ok(api::text(value)?)
}

#[cfg(feature = "desk")]
pub(crate) fn with_catalogue_mut<T, R: FnOnce(&mut Catalogue) -> T>(run: R) -> T {
    CATALOGUE.with(|catalogue| run(&mut catalogue.borrow_mut()))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn strings(list: &Array) -> Vec<String> {
    list.iter().filter_map(|item| item.as_string()).collect()
}

/// Answers a request's text as JSON text; `unreadable` lists JSON pointers of members that could not be written as JSON;
/// `explain` is `full` or `amounts`.
#[wasm_bindgen]
pub fn estimate(text: &str, unreadable: &Array, explain: &str) -> Result<String, JsError> {
    let unreadable = strings(unreadable);
    with_catalogue(|catalogue| match Explain::named(explain) {
        Ok(Explain::Full) => to_json(&api::estimate(text, &unreadable, catalogue)),
        Ok(Explain::Amounts) => to_json(&api::estimate_amounts(text, &unreadable, catalogue)),
        Err(failure) => to_json(&failure),
    })
}

/// When an amount is lowest and when highest, as JSON text.
#[wasm_bindgen]
pub fn extremes(text: &str, unreadable: &Array, of: &str) -> Result<String, JsError> {
    with_catalogue(|catalogue| to_json(&api::extremes(text, &strings(unreadable), of, catalogue)))
}

/// What would have to be different, and what can be chosen, as JSON text.
#[wasm_bindgen]
pub fn alternatives(text: &str, unreadable: &Array) -> Result<String, JsError> {
    with_catalogue(|catalogue| to_json(&api::alternatives(text, &strings(unreadable), catalogue)))
}

/// What the resident pays against the size of a bill, as JSON text; `options` is JSON text.
#[wasm_bindgen]
pub fn curve(text: &str, unreadable: &Array, options: &str) -> Result<String, JsError> {
    with_catalogue(|catalogue| to_json(&api::curve(text, &strings(unreadable), options, catalogue)))
}

/// Which bill or value leads to an amount, as JSON text; `question` is JSON text.
#[wasm_bindgen]
pub fn inverse(text: &str, unreadable: &Array, question: &str) -> Result<String, JsError> {
    with_catalogue(|catalogue| to_json(&api::inverse(text, &strings(unreadable), question, catalogue)))
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

/// Reads a settlement record, or several, as JSON text. `encoding` names what the bytes were read as, where that was not UTF-8.
#[wasm_bindgen(js_name = readSettlement)]
pub fn read_settlement(text: &str, encoding: &str) -> Result<String, JsError> {
    to_json(&record::read(text, Some(encoding).filter(|name| !name.is_empty())))
}

/// The SHA-256 of a text's bytes: for pages without a secure origin, where the browser offers none.
#[wasm_bindgen]
pub fn sha256(text: &str) -> String {
    crate::hash::sha256(text)
}

/// Adds policy texts; says of each what became of it.
#[wasm_bindgen(js_name = addPolicies)]
pub fn add_policies(texts: &Array) -> Result<JsValue, JsValue> {
    let texts = strings(texts);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    to_js(&CATALOGUE.with(|catalogue| catalogue.borrow_mut().add(&texts)))
}

/// Says which regions exist, loaded or not (`policies/index.json`). False where the text is no index.
#[wasm_bindgen(js_name = setIndex)]
pub fn set_index(text: &str) -> bool {
    let index = Index::read(text);
    let is_index = index.is_some();
    CATALOGUE.with(|catalogue| catalogue.borrow_mut().set_index(index.unwrap_or_default()));
    is_index
}
