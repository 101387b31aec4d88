//! The calls that need policies.

use crate::batch;
use crate::shipped;
use crate::text::{Text, Written, refused, written};
use pyo3::prelude::*;
use pyo3::types::PyString;
use std::num::NonZero;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use yibao::api::wire::Failure;
use yibao::api::{self, Explain};
use yibao::policy::catalogue::Catalogue;
use yibao::record::{Asked, Beside, asked};

/// Policies, and what is settled by them.
#[pyclass(frozen, module = "yibao._core")]
pub struct Core(RwLock<Catalogue>);

#[pymethods]
impl Core {
    /// The shipped policies, or none.
    #[new]
    fn new(shipped: bool) -> Self {
        Core(RwLock::new(if shipped { shipped::catalogue() } else { shipped::places() }))
    }

    /// The answer to one request. `unreadable` names places that could not be written as JSON.
    fn estimate(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        unreadable: Vec<String>,
        explain: &str,
    ) -> PyResult<String> {
        self.answer(py, text, |text, catalogue| estimate(text, &unreadable, explain, catalogue))
    }

    /// The answers to requests, each with its unreadable places, in their order.
    fn estimate_many(
        &self,
        py: Python<'_>,
        requests: Vec<(Bound<'_, PyString>, Vec<String>)>,
        explain: &str,
        jobs: Option<NonZero<usize>>,
    ) -> PyResult<Vec<String>> {
        let plain = |(text, unreadable): (Bound<'_, PyString>, Vec<String>)| (owned(&text), unreadable);
        let requests: Vec<(String, Vec<String>)> = requests.into_iter().map(plain).collect();
        self.answer_many(py, &requests, jobs, |(text, unreadable), catalogue| {
            estimate(text, unreadable, explain, catalogue)
        })
    }

    /// The answers to settlement records, in their order, each with `record`, as `yibao estimate --from setlinfo` does.
    fn estimate_records(
        &self,
        py: Python<'_>,
        records: Vec<Text<'_>>,
        explain: &str,
        region: Option<String>,
        asked_on: Option<String>,
        jobs: Option<NonZero<usize>>,
    ) -> PyResult<Vec<String>> {
        let records: Vec<Vec<u8>> = records.iter().map(Text::bytes).collect();
        let beside = Beside { region, asked_on };
        self.answer_many(py, &records, jobs, |record, catalogue| {
            let Asked { request, told } = asked(record, &beside);
            let answer = match request {
                Ok(request) => estimate(&request, &[], explain, catalogue),
                Err(problems) => written(&Failure { outcome: "failure", problems }),
            };
            told.beside(&answer?)
        })
    }

    fn extremes(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        unreadable: Vec<String>,
        of: &str,
    ) -> PyResult<String> {
        self.answer(py, text, |text, catalogue| written(&api::extremes(text, &unreadable, of, catalogue)))
    }

    fn alternatives(&self, py: Python<'_>, text: &Bound<'_, PyString>, unreadable: Vec<String>) -> PyResult<String> {
        self.answer(py, text, |text, catalogue| written(&api::alternatives(text, &unreadable, catalogue)))
    }

    fn curve(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        unreadable: Vec<String>,
        options: &str,
    ) -> PyResult<String> {
        self.answer(py, text, |text, catalogue| written(&api::curve(text, &unreadable, options, catalogue)))
    }

    fn inverse(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        unreadable: Vec<String>,
        question: &str,
    ) -> PyResult<String> {
        self.answer(py, text, |text, catalogue| written(&api::inverse(text, &unreadable, question, catalogue)))
    }

    fn regions(&self) -> PyResult<String> {
        written(&api::regions(&self.catalogue())).map_err(refused)
    }

    fn describe(&self, code: &str) -> PyResult<String> {
        written(&api::describe(code, &self.catalogue())).map_err(refused)
    }

    /// Adds policies; gives the report of each: region, sha256, problems. A bad text is left out whole.
    fn add_policies(&self, py: Python<'_>, texts: Vec<String>) -> PyResult<String> {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        // Whoever reads the policies needs the interpreter at the end, so nobody may wait for them and hold it.
        let reports = py.detach(|| self.0.write().unwrap_or_else(PoisonError::into_inner).add(&texts));
        written(&reports).map_err(refused)
    }
}

impl Core {
    fn catalogue(&self) -> RwLockReadGuard<'_, Catalogue> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Other threads of Python run meanwhile.
    fn answer(
        &self,
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        answer: impl Fn(&str, &Catalogue) -> Written + Sync + Send,
    ) -> PyResult<String> {
        let text = owned(text);
        py.detach(|| answer(&text, &self.catalogue())).map_err(refused)
    }

    fn answer_many<T: Sync>(
        &self,
        py: Python<'_>,
        texts: &[T],
        jobs: Option<NonZero<usize>>,
        answer: impl Fn(&T, &Catalogue) -> Written + Sync + Send,
    ) -> PyResult<Vec<String>> {
        let answers = py.detach(|| {
            let catalogue = self.catalogue();
            batch::answers(texts, jobs, |text| answer(text, &catalogue))
        });
        answers.into_iter().map(|answer| answer.map_err(refused)).collect()
    }
}

/// A text that other threads may read. Half a surrogate pair, which UTF-8 cannot carry, becomes a replacement character.
fn owned(text: &Bound<'_, PyString>) -> String {
    text.to_string_lossy().into_owned()
}

fn estimate(text: &str, unreadable: &[String], explain: &str, catalogue: &Catalogue) -> Written {
    match Explain::named(explain) {
        Ok(Explain::Full) => written(&api::estimate(text, unreadable, catalogue)),
        Ok(Explain::Amounts) => written(&api::estimate_amounts(text, unreadable, catalogue)),
        Err(failure) => written(&failure),
    }
}
