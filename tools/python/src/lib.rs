//! yibao for Python: texts in, texts out. `python/yibao/__init__.py` makes objects of them.

use include_dir::{Dir, include_dir};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rayon::prelude::*;
use serde::Serialize;
use std::sync::{LazyLock, PoisonError, RwLock};
use yibao::api::wire::Failure;
use yibao::api::{Explain, estimate, estimate_amounts};
use yibao::policy::catalogue::Catalogue;
use yibao::policy::index::Index;
use yibao::record::{Asked, Beside, asked};

static POLICIES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../policies");

/// The shipped policies, and those that were added.
static CATALOGUE: LazyLock<RwLock<Catalogue>> = LazyLock::new(|| RwLock::new(shipped()));

fn shipped() -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut folders: Vec<&Dir> = POLICIES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    let text = |folder: &&'static Dir| folder.get_file(folder.path().join("policy.json"))?.contents_utf8();
    catalogue.add(&folders.iter().filter_map(text).collect::<Vec<_>>());
    let places = POLICIES.get_file("places.json").and_then(|file| file.contents_utf8());
    catalogue.set_index(places.and_then(Index::read_places).unwrap_or_default());
    catalogue
}

/// Answers texts of requests, in their order, on all cores. Other threads of Python run meanwhile.
#[pyfunction]
fn estimate_texts(py: Python<'_>, texts: Vec<String>, explain: &str) -> PyResult<Vec<String>> {
    let explain = named(explain)?;
    on_all_cores(py, &texts, |text, catalogue| answer(text, explain, catalogue))
}

/// Answers settlement records of the national interface, as `yibao estimate --from setlinfo` does.
#[pyfunction]
#[pyo3(signature = (records, explain, region=None, asked_on=None))]
fn estimate_records(
    py: Python<'_>,
    records: Vec<String>,
    explain: &str,
    region: Option<String>,
    asked_on: Option<String>,
) -> PyResult<Vec<String>> {
    let explain = named(explain)?;
    let beside = Beside { region, asked_on };
    on_all_cores(py, &records, |text, catalogue| {
        let Asked { request, told } = asked(text.as_bytes(), &beside);
        let answer = match request {
            Ok(request) => answer(&request, explain, catalogue)?,
            Err(problems) => written(&Failure { outcome: "failure", problems })?,
        };
        told.beside(&answer)
    })
}

/// Adds policies; gives the report of each as JSON text: region, sha256, problems. A bad text is left out whole.
#[pyfunction]
fn add_policies(texts: Vec<String>) -> PyResult<String> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let reports = CATALOGUE.write().unwrap_or_else(PoisonError::into_inner).add(&texts);
    written(&reports).map_err(refused)
}

type Written = serde_json::Result<String>;

fn answer(text: &str, explain: Explain, catalogue: &Catalogue) -> Written {
    match explain {
        Explain::Full => written(&estimate(text, &[], catalogue)),
        Explain::Amounts => written(&estimate_amounts(text, &[], catalogue)),
    }
}

fn on_all_cores(
    py: Python<'_>,
    texts: &[String],
    answer: impl Fn(&str, &Catalogue) -> Written + Sync,
) -> PyResult<Vec<String>> {
    let answers: serde_json::Result<Vec<String>> = py.detach(|| {
        let catalogue = CATALOGUE.read().unwrap_or_else(PoisonError::into_inner);
        texts.par_iter().map(|text| answer(text, &catalogue)).collect()
    });
    answers.map_err(refused)
}

fn named(explain: &str) -> PyResult<Explain> {
    Explain::named(explain).map_err(|_| PyValueError::new_err(format!("explain is full or amounts, not {explain}")))
}

fn written(answer: &impl Serialize) -> Written {
    serde_json::to_string(answer)
}

fn refused(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}

#[pymodule]
fn _core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(estimate_texts, module)?)?;
    module.add_function(wrap_pyfunction!(estimate_records, module)?)?;
    module.add_function(wrap_pyfunction!(add_policies, module)?)
}
