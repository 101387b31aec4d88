//! The core in a real browser: the worked cases, and what crosses as objects.
//!
//! 1. Every case of every region holds in WebAssembly, judged by the same function as natively.
//! 2. Regions and descriptions cross as objects; `JSON.stringify` writes them byte for byte as `serde_json` does.
//!
//! That WebAssembly says what the native build says is shown in Node, over all cases (`tests/node/`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../src/bin/yibao/shipped.rs"]
mod shipped;

use yibao::officer::cases::{Case, differences, read, shown};

use serde::Serialize;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yibao::api;

wasm_bindgen_test_configure!(run_in_browser);

fn all_cases() -> Vec<Case> {
    shipped::files("cases.json")
        .into_iter()
        .flat_map(|(folder, text)| read(text).unwrap_or_else(|what| panic!("{folder}: {what:?}")))
        .collect()
}

/// What the page and embedders get, as text.
fn stringified<T: Serialize>(value: &T) -> String {
    let crossed = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap();
    js_sys::JSON::stringify(&crossed).unwrap().into()
}

#[wasm_bindgen_test]
fn every_case_of_every_region_holds() {
    let catalogue = shipped::catalogue();
    let mut wrong = Vec::new();
    for case in all_cases() {
        let found = differences(&case, &catalogue);
        if !found.is_empty() {
            wrong.push(format!("{}\n    {}", case.title.en, shown(&found)));
        }
    }
    assert!(wrong.is_empty(), "{} cases do not hold\n{}", wrong.len(), wrong.join("\n"));
}

#[wasm_bindgen_test]
fn regions_and_descriptions_cross_byte_for_byte() {
    let catalogue = shipped::catalogue();
    let regions = api::regions(&catalogue);
    assert_eq!(stringified(&regions), serde_json::to_string(&regions).unwrap());
    for region in &regions {
        let description = api::describe(&region.code, &catalogue);
        assert_eq!(stringified(&description), serde_json::to_string(&description).unwrap(), "{}", region.code);
    }
    let unknown = api::describe("999999", &catalogue);
    assert_eq!(stringified(&unknown), serde_json::to_string(&unknown).unwrap());
}
