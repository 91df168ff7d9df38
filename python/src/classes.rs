//! The classes of act: how much each asks, and the event codes that come nearest to it.

use greffier::Class;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Deserialize as _;
use serde::de::value::{Error, StrDeserializer};

use crate::gist::clip;
use crate::parser::{Given, value_error};
use crate::seen::name;

/// The ladder of force, and a crosswalk to the event codes of PLOVER and CAMEO.
#[pyclass(frozen, eq, module = "greffier")]
#[derive(Debug, PartialEq)]
pub(crate) struct Classes(pub(crate) greffier::Classes);

#[pymethods]
impl Classes {
    #[new]
    #[pyo3(signature = (path = None))]
    fn new(path: Option<Given>) -> PyResult<Self> {
        let read = path.map(|given| given.read(greffier::Classes::from_toml)).transpose()?;
        Ok(Self(read.unwrap_or_default()))
    }

    /// What is known about a class.
    #[pyo3(signature = (class_, /))]
    fn of(&self, class_: &str) -> PyResult<ClassEntry> {
        let class = Class::deserialize(StrDeserializer::<Error>::new(class_)).map_err(value_error)?;
        Ok(ClassEntry(self.0.of(class).clone()))
    }

    /// All classes, each with what is known about it.
    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items = self.0.iter().map(|(class, entry)| (name(&class), ClassEntry(entry.clone())));
        Ok(PyTuple::new(py, items.collect::<Vec<_>>())?.try_iter()?.into_any())
    }

    fn __repr__(&self) -> String {
        format!("Classes({} classes)", self.0.iter().count())
    }
}

/// What is known about a class of act.
#[pyclass(frozen, eq, module = "greffier")]
#[derive(Debug, PartialEq)]
pub(crate) struct ClassEntry(greffier::ClassEntry);

#[pymethods]
impl ClassEntry {
    #[getter]
    fn force(&self) -> String {
        name(&self.0.force)
    }

    #[getter]
    fn polarity(&self) -> Option<String> {
        self.0.polarity.as_ref().map(name)
    }

    #[getter]
    fn plover(&self) -> Option<&str> {
        self.0.plover.as_deref()
    }

    #[getter]
    fn mode(&self) -> Option<&str> {
        self.0.mode.as_deref()
    }

    #[getter]
    fn cameo<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.0.cameo)
    }

    #[getter]
    fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    fn __repr__(&self) -> String {
        let shown = |code: Option<&String>| code.map_or_else(|| "–".to_owned(), |code| clip(code));
        format!("ClassEntry({}, {}, {})", self.force(), shown(self.0.plover.as_ref()), shown(self.0.cameo.first()))
    }
}
