//! yibao for Python: texts in, texts out. `python/yibao/` makes objects of them.

mod batch;
mod core;
mod shipped;
mod text;

use pyo3::prelude::*;
use pyo3::types::PyString;
use text::{Text, refused, written};

/// What a settlement record says, as JSON text.
#[pyfunction]
fn read_settlement(record: Text<'_>) -> PyResult<String> {
    written(&yibao::record::read_bytes(&record.bytes())).map_err(refused)
}

/// The SHA-256 of a text in UTF-8, as the hashes of policies are.
#[pyfunction]
fn sha256(text: &Bound<'_, PyString>) -> String {
    yibao::hash::sha256(&text.to_string_lossy())
}

#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<core::Core>()?;
    module.add_function(wrap_pyfunction!(read_settlement, module)?)?;
    module.add_function(wrap_pyfunction!(sha256, module)?)
}
