#![no_main]

use libfuzzer_sys::fuzz_target;
use yibao_fuzz::corpus::{FILES, PARTS};
use yibao_fuzz::targets;

fuzz_target!(|text: &str| targets::cells(text, &PARTS, &FILES));
