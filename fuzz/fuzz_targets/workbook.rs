#![no_main]

use libfuzzer_sys::fuzz_target;
use yibao_fuzz::{corpus::FILES, targets};

fuzz_target!(|bytes: &[u8]| targets::workbook(bytes, &FILES));
