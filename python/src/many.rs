//! Many texts: taken from an iterable batch by batch, parsed on all cores, given back in order.

use std::collections::VecDeque;

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyIterator, PyString};
use rayon::prelude::*;

use crate::parser::{read, utf8};
use crate::part::Part;
use crate::view::Document;

/// Texts taken from the iterable before they are handed to the cores.
const BATCH_TEXTS: usize = 256;
/// Bytes after which a batch is closed, however few texts it has.
const BATCH_BYTES: usize = 8 << 20;

/// The documents of many texts, parsed batch by batch.
#[pyclass(module = "greffier")]
#[derive(Debug)]
pub(crate) struct Documents {
    parser: greffier::Parser,
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
    pub(crate) fn new(parser: greffier::Parser, texts: Py<PyIterator>) -> Self {
        Self { parser, texts, ready: VecDeque::new(), error: None }
    }

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
        let parser = &self.parser;
        let documents: Vec<greffier::Document> =
            py.detach(|| batch.par_iter().map(|(_, text)| read(parser, text)).collect());
        let texts = batch.into_iter().map(|(text, _)| text);
        self.ready
            .extend(documents.into_iter().zip(texts).map(|(document, text)| Document(Part::whole(document, text))));
    }
}

fn item(text: &Bound<'_, PyAny>) -> PyResult<(Py<PyString>, PyBackedStr)> {
    let text = text.cast::<PyString>()?;
    Ok((text.clone().unbind(), utf8(text)?))
}
