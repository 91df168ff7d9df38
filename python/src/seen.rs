//! How each kind of value looks in Python: text as `str`, lists as `tuple`, names of enums as `str`, days as `date`.

use std::collections::BTreeMap;

use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use serde::Serialize;

use crate::part::Part;
use crate::value;

/// A value of the model that Python can see.
pub(crate) trait Seen: Sized {
    /// The Python object for it.
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

impl<T: Seen> Seen for Option<T> {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        match part.get() {
            None => Ok(py.None()),
            Some(_) => T::seen(&part.part(|item| item.as_ref().expect("it was there just now")), py),
        }
    }
}

impl<T: Seen> Seen for Box<T> {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        T::seen(&part.part(|item| &**item), py)
    }
}

impl<T: Seen> Seen for Vec<T> {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let items: Vec<Part<T>> = (0..part.get().len()).map(|at| part.part(|items| &items[at])).collect();
        tuple(&items, py)
    }
}

/// Parts as a tuple.
pub(crate) fn tuple<T: Seen>(parts: &[Part<T>], py: Python<'_>) -> PyResult<Py<PyAny>> {
    let items = parts.iter().map(|part| T::seen(part, py)).collect::<PyResult<Vec<_>>>()?;
    PyTuple::new(py, items)?.into_py_any(py)
}

impl<T: Seen> Seen for greffier::Evidence<T> {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let span = part.get().span;
        let value = T::seen(&part.part(|evidence| &evidence.value), py)?;
        let source = part.words(py, span)?.into_py_any(py)?;
        value::Evidence { value, span: span.into(), source }.into_py_any(py)
    }
}

impl Seen for greffier::Span {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        value::Span::from(*part.get()).into_py_any(py)
    }
}

macro_rules! as_python_does {
    ($($type:ty),*) => {$(
        impl Seen for $type {
            fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
                part.get().into_py_any(py)
            }
        }
    )*};
}
as_python_does!(String, bool, u32, i32, i8, chrono::NaiveDate, BTreeMap<String, String>);

impl Seen for greffier::Edtf {
    fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        part.get().as_str().into_py_any(py)
    }
}

macro_rules! by_name {
    ($($type:ident),*) => {$(
        impl Seen for greffier::$type {
            fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
                Ok(PyString::intern(py, &name(part.get())).into_any().unbind())
            }
        }
    )*};
}
by_name!(Class, Code, DateRole, EntityKind, Force, Form, Kind, LeafKind, Level, MarkerStyle, PeriodKind);
by_name!(Polarity, ReferenceForm, ReferenceKind, Repetition, Role, Severity, Tense);

/// The name of an enum's variant, as JSON has it: `call_upon`.
pub(crate) fn name<T: Serialize>(variant: &T) -> String {
    let quoted = serde_json::to_string(variant).expect("a variant without fields serialises");
    quoted.trim_matches('"').to_owned()
}
