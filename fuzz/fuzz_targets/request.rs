#![no_main]

use libfuzzer_sys::fuzz_target;
use yibao_fuzz::{corpus::CATALOGUE, targets};

fuzz_target!(|text: &str| targets::request(text, &CATALOGUE));
