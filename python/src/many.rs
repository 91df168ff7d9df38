//! Parsing: one text, or many on all cores, with the interpreter detached.

use std::collections::VecDeque;

use greffier::Offsets;
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyIterator, PyString};
use rayon::prelude::*;

use crate::part::Part;
use crate::view::Document;

/// Texts taken from the iterable before they are handed to the cores.
const BATCH_TEXTS: usize = 256;
/// Bytes after which a batch is closed, however few texts it has.
const BATCH_BYTES: usize = 8 << 20;

/// Reads a French text. Cannot fail: what looks wrong is in `diagnostics`.
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn parse(py: Python<'_>, text: Bound<'_, PyString>) -> PyResult<Document> {
    let bytes = utf8(&text)?;
    let document = py.detach(|| read(&bytes));
    Ok(Document(Part::whole(document, text.unbind())))
}

/// Reads many texts on all cores; yields documents in the order of the texts.
#[pyfunction]
#[pyo3(signature = (texts, /))]
pub(crate) fn parse_many(texts: &Bound<'_, PyAny>) -> PyResult<Documents> {
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("expected an iterable of str, found one str"));
    }
    Ok(Documents { texts: texts.try_iter()?.unbind(), ready: VecDeque::new(), error: None })
}

/// The documents of many texts, parsed batch by batch.
#[pyclass(module = "greffier")]
#[derive(Debug)]
pub(crate) struct Documents {
    texts: Py<PyIterator>,
    ready: VecDeque<Document>,
    /// What ended the texts, kept until the documents before it are taken.
    error: Option<PyErr>,
}

#[pymethods]
impl Documents {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Document>> {
        if self.ready.is_empty() && self.error.is_none() {
            self.fill(py);
        }
        match (self.ready.pop_front(), self.error.take()) {
            (Some(document), error) => {
                self.error = error;
                Ok(Some(document))
            }
            (None, Some(error)) => Err(error),
            (None, None) => Ok(None),
        }
    }
}

impl Documents {
    /// Takes the next batch of texts and parses it.
    fn fill(&mut self, py: Python<'_>) {
        let mut batch: Vec<(Py<PyString>, PyBackedStr)> = Vec::new();
        let mut bytes = 0;
        let mut texts = self.texts.bind(py).clone();
        while batch.len() < BATCH_TEXTS && bytes < BATCH_BYTES {
            let Some(text) = texts.next() else { break };
            match text.and_then(|text| item(&text)) {
                Ok((text, read)) => {
                    bytes += read.len();
                    batch.push((text, read));
                }
                Err(error) => {
                    self.error = Some(error);
                    break;
                }
            }
        }
        let documents: Vec<greffier::Document> = py.detach(|| batch.par_iter().map(|(_, text)| read(text)).collect());
        let texts = batch.into_iter().map(|(text, _)| text);
        self.ready
            .extend(documents.into_iter().zip(texts).map(|(document, text)| Document(Part::whole(document, text))));
    }
}

fn item(text: &Bound<'_, PyAny>) -> PyResult<(Py<PyString>, PyBackedStr)> {
    let text = text.cast::<PyString>()?;
    Ok((text.clone().unbind(), utf8(text)?))
}

fn read(text: &str) -> greffier::Document {
    greffier::parse(text).with_offsets(Offsets::Char)
}

/// The string in UTF-8. Lone surrogates, which UTF-8 cannot hold, are read as `?`: one code point each, so that the
/// spans still fit.
fn utf8(text: &Bound<'_, PyString>) -> PyResult<PyBackedStr> {
    PyBackedStr::try_from(text.clone()).or_else(|error| {
        if !error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
            return Err(error);
        }
        let bytes = text.call_method1("encode", ("utf-8", "replace"))?;
        PyBackedStr::try_from(bytes.call_method1("decode", ("utf-8",))?.cast_into::<PyString>()?)
    })
}
