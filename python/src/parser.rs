//! Parsing: one text, or many on all cores, with the interpreter detached.

use std::path::PathBuf;

use chrono::NaiveDate;
use greffier::{Addresses, Error, Gazetteer, Offsets};
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyString;

use crate::classes::Classes;
use crate::dates::Dates;
use crate::many::Documents;
use crate::part::Part;
use crate::view::Document;

/// A data file as it is given: its path, or a name for error messages and its text.
#[derive(Debug, FromPyObject)]
pub(crate) enum Given {
    #[pyo3(annotation = "tuple[str, str]")]
    Text(String, String),
    #[pyo3(transparent, annotation = "str | os.PathLike[str]")]
    File(PathBuf),
}

impl Given {
    pub(crate) fn read<T>(&self, read: impl Fn(&str, &str) -> Result<T, Error>) -> PyResult<T> {
        let read = |name: &str, text: &str| read(name, text).map_err(value_error);
        match self {
            Self::Text(name, text) => read(name, text),
            Self::File(path) => {
                let name = path.display().to_string();
                let bytes = std::fs::read(path)
                    .map_err(|error| std::io::Error::new(error.kind(), format!("{name}: {error}")))?;
                let text = String::from_utf8(bytes).map_err(|_| PyValueError::new_err(format!("{name}: not UTF-8")))?;
                read(&name, &text)
            }
        }
    }
}

/// Classes of act, ready or to be read.
#[derive(Debug, FromPyObject)]
enum GivenClasses {
    #[pyo3(transparent, annotation = "Classes")]
    Ready(Py<Classes>),
    #[pyo3(transparent, annotation = "tuple[str, str] | str | os.PathLike[str]")]
    Given(Given),
}

impl GivenClasses {
    fn read(&self) -> PyResult<greffier::Classes> {
        match self {
            Self::Ready(classes) => Ok(classes.get().0.clone()),
            Self::Given(given) => given.read(greffier::Classes::from_toml),
        }
    }
}

/// Reads texts, with names of one's own.
#[pyclass(frozen, module = "greffier")]
#[derive(Debug)]
pub(crate) struct Parser(greffier::Parser);

#[pymethods]
impl Parser {
    #[new]
    #[pyo3(signature = (*, language = "fr", gazetteers = Vec::new(), addresses = None, classes = None, date = None))]
    fn new(
        language: &str,
        gazetteers: Vec<Given>,
        addresses: Option<Given>,
        classes: Option<GivenClasses>,
        date: Option<NaiveDate>,
    ) -> PyResult<Self> {
        let mut builder = greffier::Parser::builder().language(language);
        if let Some(date) = date {
            builder = builder.date(date);
        }
        for given in &gazetteers {
            builder = builder.gazetteer(given.read(Gazetteer::from_text)?);
        }
        if let Some(given) = &addresses {
            builder = builder.addresses(given.read(Addresses::from_toml)?);
        }
        if let Some(given) = &classes {
            builder = builder.classes(given.read()?);
        }
        builder.build().map(Self).map_err(value_error)
    }

    /// Reads a text. Cannot fail: what looks wrong is in `diagnostics`.
    #[pyo3(signature = (text, /))]
    fn parse(&self, py: Python<'_>, text: Bound<'_, PyString>) -> PyResult<Document> {
        let bytes = utf8(&text)?;
        let document = py.detach(|| read(&self.0, &bytes));
        Ok(Document(Part::whole(document, text.unbind())))
    }

    /// Reads the dates of a text, and nothing else.
    #[pyo3(signature = (text, /))]
    fn dates(&self, py: Python<'_>, text: Bound<'_, PyString>) -> PyResult<Dates> {
        let bytes = utf8(&text)?;
        Ok(Dates::read(&self.0, &bytes, text.unbind(), py))
    }

    /// Reads many texts on all cores; yields documents in the order of the texts.
    #[pyo3(signature = (texts, /))]
    fn parse_many(&self, texts: &Bound<'_, PyAny>) -> PyResult<Documents> {
        if texts.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("expected an iterable of str, found one str"));
        }
        Ok(Documents::new(self.0.clone(), texts.try_iter()?.unbind()))
    }
}

/// Reads a French text. Cannot fail: what looks wrong is in `diagnostics`.
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn parse(py: Python<'_>, text: Bound<'_, PyString>) -> PyResult<Document> {
    Parser(greffier::Parser::default()).parse(py, text)
}

/// Reads the dates of a French text, and nothing else; `date` is its own date, for a text that does not print it.
#[pyfunction]
#[pyo3(signature = (text, /, *, date = None))]
pub(crate) fn dates(py: Python<'_>, text: Bound<'_, PyString>, date: Option<NaiveDate>) -> PyResult<Dates> {
    Parser::new("fr", Vec::new(), None, None, date)?.dates(py, text)
}

/// Reads many texts on all cores; yields documents in the order of the texts.
#[pyfunction]
#[pyo3(signature = (texts, /))]
pub(crate) fn parse_many(texts: &Bound<'_, PyAny>) -> PyResult<Documents> {
    Parser(greffier::Parser::default()).parse_many(texts)
}

/// A document whose spans count as Python counts.
pub(crate) fn read(parser: &greffier::Parser, text: &str) -> greffier::Document {
    parser.parse(text).with_offsets(Offsets::Char)
}

/// The string in UTF-8. Lone surrogates, which UTF-8 cannot hold, are read as `?`: one code point each, so that the
/// spans still fit.
pub(crate) fn utf8(text: &Bound<'_, PyString>) -> PyResult<PyBackedStr> {
    PyBackedStr::try_from(text.clone()).or_else(|error| {
        if !error.is_instance_of::<PyUnicodeEncodeError>(text.py()) {
            return Err(error);
        }
        let bytes = text.call_method1("encode", ("utf-8", "replace"))?;
        PyBackedStr::try_from(bytes.call_method1("decode", ("utf-8",))?.cast_into::<PyString>()?)
    })
}

/// What the caller can mend, in Python's words.
pub(crate) fn value_error(error: impl std::error::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}
