//! Spans and evidence: small values of their own.

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// A half-open range of code points: `text[span.start:span.end]`.
#[pyclass(frozen, eq, ord, hash, get_all, module = "greffier")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    start: usize,
    end: usize,
}

impl From<greffier::Span> for Span {
    fn from(span: greffier::Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

#[pymethods]
impl Span {
    fn __len__(&self) -> usize {
        self.end - self.start
    }

    fn __bool__(&self) -> bool {
        self.end > self.start
    }

    fn __repr__(&self) -> String {
        format!("Span({}, {})", self.start, self.end)
    }

    /// The span as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("start", self.start)?;
        dict.set_item("end", self.end)?;
        Ok(dict)
    }
}

/// A value, and the span of the words that support it. `str()` of it is the value's.
#[pyclass(frozen, get_all, module = "greffier")]
#[derive(Debug)]
pub(crate) struct Evidence {
    pub(crate) value: Py<PyAny>,
    pub(crate) span: Span,
    pub(crate) source: Py<PyAny>,
}

#[pymethods]
impl Evidence {
    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        match other.cast::<Evidence>() {
            Ok(other) => Ok(self.span == other.get().span && self.value.bind(other.py()).eq(&other.get().value)?),
            Err(_) => Ok(false),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.value.bind(py), self.span.start, self.span.end).into_pyobject(py)?.hash()
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.value.bind(py).str()?.to_string())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let value = crate::gist::clip(&self.value.bind(py).repr()?.to_string());
        Ok(format!("Evidence({value}, {}:{})", self.span.start, self.span.end))
    }

    /// Value and span as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("value", &self.value)?;
        dict.set_item("span", self.span.to_dict(py)?)?;
        Ok(dict)
    }
}
