//! Citations: edges between parts of a document, which holds none of them itself.

use greffier::Document;
use pyo3::prelude::*;
use pyo3::types::PySequence;

use crate::part::Part;
use crate::seen::{Seen, name};
use crate::value::Span;

/// One edge of the graph of citations: a resolution cites an instrument.
#[pyclass(frozen, module = "greffier")]
#[derive(Debug)]
pub(crate) struct Citation {
    document: Part<Document>,
    edge: greffier::Citation,
}

impl Citation {
    /// All edges of a document.
    pub(crate) fn all(document: &Part<Document>) -> Vec<Self> {
        let of = |edge| Self { document: document.part(|it| it), edge };
        document.get().citations().map(of).collect()
    }
}

#[pymethods]
impl Citation {
    #[getter]
    fn span(&self) -> Span {
        self.edge.span.into()
    }

    /// The words at the span.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PySequence>> {
        self.document.words(py, self.edge.span)
    }

    #[getter]
    fn reference(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.document.part(|it| &it.references[self.edge.reference]), py)
    }

    #[getter]
    fn resolution(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let resolution = self.edge.resolution.map(|at| Seen::seen(&self.document.part(|it| &it.resolutions[at]), py));
        resolution.transpose()
    }

    #[getter]
    fn citing(&self) -> Option<&str> {
        self.edge.citing.as_deref()
    }

    #[getter]
    fn cited(&self) -> Option<&str> {
        self.edge.cited.as_deref()
    }

    #[getter]
    fn entity(&self) -> Option<&str> {
        self.edge.entity.as_deref()
    }

    #[getter]
    fn verb(&self) -> Option<&str> {
        self.edge.verb.as_deref()
    }

    /// What that verb does: `class` in JSON, a word that Python keeps for itself.
    #[getter]
    fn class_(&self) -> Option<String> {
        self.edge.class.as_ref().map(name)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Citation>().is_ok_and(|other| self.edge == other.get().edge)
    }

    fn __repr__(&self) -> String {
        let shown = |end: Option<&str>| end.unwrap_or("–").to_owned();
        let class = self.class_();
        format!("Citation({} {} {})", shown(self.citing()), shown(class.as_deref()), shown(self.cited()))
    }

    /// The value as JSON, version 1; spans count code points.
    fn to_json(&self) -> String {
        serde_json::to_string(&self.edge).expect("the model serialises")
    }

    /// The value as dictionaries and lists, shaped as the JSON is.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json(),))
    }
}
