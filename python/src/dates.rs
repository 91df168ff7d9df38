//! The dates of a text by themselves: a document of which nothing else was read.

use greffier::{Document, Offsets};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use serde_json::json;

use crate::part::Part;
use crate::seen::Seen;

/// The dates and spans of time of a text, in order, and what looks wrong with them.
#[pyclass(frozen, module = "greffier")]
#[derive(Debug)]
pub(crate) struct Dates(Part<Document>);

impl Dates {
    /// The dates of `text`, as `parser` reads them.
    pub(crate) fn read(parser: &greffier::Parser, text: &str, python: Py<PyString>, py: Python<'_>) -> Self {
        let document = py.detach(|| {
            let found = parser.dates(text).with_offsets(text, Offsets::Char);
            let mut document = Document::new(text.into(), "fr");
            document.offsets = Offsets::Char;
            (document.dates, document.periods, document.diagnostics) = (found.dates, found.periods, found.diagnostics);
            document
        });
        Self(Part::whole(document, python))
    }
}

#[pymethods]
impl Dates {
    #[getter]
    fn dates(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|it| &it.dates), py)
    }

    #[getter]
    fn periods(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|it| &it.periods), py)
    }

    #[getter]
    fn diagnostics(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|it| &it.diagnostics), py)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.dates(py)?.bind(py).try_iter()
    }

    fn __len__(&self) -> usize {
        self.0.get().dates.len()
    }

    fn __repr__(&self) -> String {
        let document = self.0.get();
        format!("Dates({} dates, {} periods)", document.dates.len(), document.periods.len())
    }

    /// The value as JSON, version 1; spans count code points.
    fn to_json(&self) -> String {
        let Document { dates, periods, diagnostics, .. } = self.0.get();
        json!({ "dates": dates, "periods": periods, "diagnostics": diagnostics }).to_string()
    }

    /// The value as dictionaries and lists, shaped as the JSON is.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json(),))
    }
}
