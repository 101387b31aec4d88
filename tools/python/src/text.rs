//! Texts between Python and the core.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use serde::Serialize;

/// A record: a text, or the bytes of a file, which may be GBK.
#[derive(FromPyObject)]
pub enum Text<'py> {
    /// A text. Half a surrogate pair, which UTF-8 cannot carry, becomes a replacement character.
    Text(Bound<'py, PyString>),
    /// The bytes of a file.
    Bytes(Bound<'py, PyBytes>),
}

impl Text<'_> {
    /// Its bytes: no longer Python's, so that other threads may read them.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Text::Text(text) => text.to_string_lossy().into_owned().into_bytes(),
            Text::Bytes(bytes) => bytes.as_bytes().to_vec(),
        }
    }
}

/// An answer as JSON text.
pub type Written = serde_json::Result<String>;

/// Writes an answer.
pub fn written(answer: &impl Serialize) -> Written {
    serde_json::to_string(answer)
}

/// An answer that could not be written. None is known.
pub fn refused(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}
