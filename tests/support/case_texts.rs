//! The worked cases as they were when the tests were built: a browser has no files. `tests/cases.rs` sees to it that
//! no folder is missing.

/// Each folder of `policies/` with its `cases.json`.
pub const CASE_TEXTS: &[(&str, &str)] = &[
    ("000000-china", include_str!("../../policies/000000-china/cases.json")),
    ("130800-chengde", include_str!("../../policies/130800-chengde/cases.json")),
    ("370000-shandong", include_str!("../../policies/370000-shandong/cases.json")),
    ("370200-qingdao", include_str!("../../policies/370200-qingdao/cases.json")),
    ("370503-hekou", include_str!("../../policies/370503-hekou/cases.json")),
    ("370883-zoucheng", include_str!("../../policies/370883-zoucheng/cases.json")),
];
