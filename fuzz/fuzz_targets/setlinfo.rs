#![no_main]

use libfuzzer_sys::fuzz_target;
use yibao_fuzz::targets;

fuzz_target!(|bytes: &[u8]| targets::setlinfo(bytes));
