//! The core in a real browser: the worked cases, and the bytes of the door.
//!
//! 1. Every case of every region holds in WebAssembly, judged by the same function as natively.
//! 2. What crosses into JavaScript, written with `JSON.stringify`, is byte for byte what `serde_json` writes.
//! 3. So are the regions and their descriptions, and what lies around an answer: extremes, alternatives, curves.
//!
//! That WebAssembly says what the native build says is shown in Node, over all cases (`tests/node/`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/case_texts.rs"]
mod case_texts;

use case_texts::CASE_TEXTS;
use serde::Serialize;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yibao::api;
use yibao::cases::{Case, differences, read};
use yibao::policy::catalogue::Catalogue;

wasm_bindgen_test_configure!(run_in_browser);

fn all_cases() -> Vec<Case> {
    CASE_TEXTS.iter().flat_map(|(folder, text)| read(text).unwrap_or_else(|what| panic!("{folder}: {what}"))).collect()
}

/// What the page and embedders get, as text.
fn stringified<T: Serialize>(value: &T) -> String {
    let crossed = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap();
    js_sys::JSON::stringify(&crossed).unwrap().into()
}

#[wasm_bindgen_test]
fn every_case_of_every_region_holds() {
    let catalogue = Catalogue::built_in();
    let mut wrong = Vec::new();
    for case in all_cases() {
        let found = differences(&case, &catalogue);
        if !found.is_empty() {
            wrong.push(format!("{}\n    {}", case.title, found.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{} cases do not hold\n{}", wrong.len(), wrong.join("\n"));
}

#[wasm_bindgen_test]
fn answers_cross_byte_for_byte() {
    let catalogue = Catalogue::built_in();
    for case in all_cases() {
        let answer = api::estimate(&case.request, &[], &catalogue);
        assert_eq!(stringified(&answer), serde_json::to_string(&answer).unwrap(), "{}", case.title);
    }
}

#[wasm_bindgen_test]
fn what_lies_around_an_answer_crosses_byte_for_byte() {
    let catalogue = Catalogue::built_in();
    // Every region has cases in a row: a part of them has every region.
    for case in all_cases().into_iter().step_by(12) {
        let told = [
            api::extremes(&case.request, &[], "paid", &catalogue),
            api::alternatives(&case.request, &[], &catalogue),
            api::curve(&case.request, &[], r#"{"pay_at_most": "2000"}"#, &catalogue),
        ];
        for told in told {
            assert_eq!(stringified(&told), serde_json::to_string(&told).unwrap(), "{}", case.title);
        }
    }
}

#[wasm_bindgen_test]
fn regions_and_descriptions_cross_byte_for_byte() {
    let catalogue = Catalogue::built_in();
    let regions = api::regions(&catalogue);
    assert_eq!(stringified(&regions), serde_json::to_string(&regions).unwrap());
    for region in &regions {
        let description = api::describe(&region.code, &catalogue);
        assert_eq!(stringified(&description), serde_json::to_string(&description).unwrap(), "{}", region.code);
    }
    let unknown = api::describe("999999", &catalogue);
    assert_eq!(stringified(&unknown), serde_json::to_string(&unknown).unwrap());
}
