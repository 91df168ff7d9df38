//! The classes of the package: for each type of the model its fields, read-only.

use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::{PySequence, PyString, PyTuple};

use crate::citation::Citation;
use crate::gist::Gist as _;
use crate::part::Part;
use crate::seen::{Seen, tuple};

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($field:ident)* })*) => {$(
        $(#[$doc])*
        #[pyclass(frozen, module = "greffier")]
        #[derive(Debug)]
        pub(crate) struct $name(pub(crate) Part<greffier::$name>);

        impl Seen for greffier::$name {
            fn seen(part: &Part<Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
                $name(part.part(|it| it)).into_py_any(py)
            }
        }

        #[pymethods]
        impl $name {
            $(
                #[getter]
                fn $field(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
                    Seen::seen(&self.0.part(|it| &it.$field), py)
                }
            )*

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                other.cast::<$name>().is_ok_and(|other| self.0.get() == other.get().0.get())
            }

            fn __repr__(&self) -> String {
                format!(concat!(stringify!($name), "({})"), self.0.get().gist())
            }

            /// The value as JSON, version 1; spans count code points.
            fn to_json(&self) -> String {
                serde_json::to_string(self.0.get()).expect("the model serialises")
            }

            /// The value as dictionaries and lists, shaped as the JSON is.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                py.import("json")?.call_method1("loads", (self.to_json(),))
            }
        }
    )*};
}

views! {
    /// All that was read from a text.
    Document { language kind kind_span title symbol meeting resolutions dates periods entities references notes diagnostics leaves }
    /// A meeting, as its own text tells of it.
    Meeting { span name body organization level session form theme date place chair participants alongside }
    /// Where a meeting is held.
    Place { city country }
    /// Somebody who took part.
    Participant { name office country }
    /// One act of the meeting: a resolution, a decision, or the one unnamed text of a report or communiqué.
    Resolution { span symbol title formula clauses annex agenda_item adoption }
    /// When and how a resolution was adopted.
    Adoption { date sitting vote }
    /// A clause with its acts and sub-clauses.
    Clause { span marker role heading path text acts children }
    /// The label in front of a clause.
    Marker { span style number text }
    /// One thing the meeting does in a clause.
    Act { span verb force intensity polarity repetition actor addressees content beneficiaries condition deadline recurrence report tasks negated tense }
    /// The words that do the act.
    Verb { lemma span }
    /// Somebody in an act: who acts, who is addressed, for whom something is done, who reports.
    Actor { text span entity }
    /// By when, or at which sitting, something is to be done.
    Deadline { span value end }
    /// A duty to report: who reports to whom, on what, when.
    Report { span reporters recipients topic deadline recurrence }
    /// What one item asks of those whom the act above it addresses.
    Task { content beneficiaries condition deadline recurrence report }
    /// One act that binds or asks somebody, with all that a register of mandates needs.
    Mandate { span symbol clause verb force negated actor addressees action content beneficiaries condition deadline recurrence report }
    /// One mention of a date.
    Date { span value start end role alternative anchor pair }
    /// A span of time that the text names without a date.
    Period { span kind value start end role anchor }
    /// One thing named by the text, with all the places where it is named.
    Entity { id kind name acronym codes valid successor office mentions coreferences }
    /// One citation of an instrument.
    Reference { span kind form title symbol body date place year session url iri verb inner entity }
    /// A footnote, with the place that calls it.
    Note { span label text call }
    /// Something that looks wrong in the text.
    Diagnostic { code severity message span }
    /// A stretch of the text; the leaves follow one another without hole or overlap.
    Leaf { kind span }
}

macro_rules! with_source {
    ($($name:ident)*) => {$(
        #[pymethods]
        impl $name {
            /// The words at the span.
            #[getter]
            fn source<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PySequence>> {
                self.0.words(py, self.0.get().span)
            }
        }
    )*};
}
with_source! { Meeting Resolution Clause Marker Act Verb Actor Deadline Report Mandate Date Period Reference Note Diagnostic Leaf }

#[pymethods]
impl Document {
    /// The text it was read from: the very string that was given.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        self.0.text(py).clone()
    }

    /// All clauses in reading order, each before its sub-clauses.
    #[getter]
    fn clauses(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(&self.0.parts(|document, _| document.clauses().collect()), py)
    }

    /// The graph of citations: an edge for each reference, in order.
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, Citation::all(&self.0))
    }

    /// The mandates: a row for each act outside preambles that binds or asks somebody, in order.
    fn mandates(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(&self.0.mandates(py), py)
    }
}

#[pymethods]
impl Reference {
    /// What the verb that cites does: `class` in JSON, a word that Python keeps for itself.
    #[getter]
    fn class_(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|reference| &reference.class), py)
    }
}

#[pymethods]
impl Act {
    /// What the act does: `class` in JSON, a word that Python keeps for itself.
    #[getter]
    fn class_(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|act| &act.class), py)
    }
}

#[pymethods]
impl Mandate {
    /// The resolution that holds it: a place in `Document.resolutions` in JSON.
    #[getter]
    fn resolution(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let holder = self.0.parts(|document, mandate| vec![&document.resolutions[mandate.resolution]]);
        Seen::seen(&holder[0], py)
    }

    /// What the act does: `class` in JSON, a word that Python keeps for itself.
    #[getter]
    fn class_(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Seen::seen(&self.0.part(|mandate| &mandate.class), py)
    }

    /// The instruments cited in it: places in `Document.references` in JSON.
    #[getter]
    fn references(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let cited =
            self.0.parts(|document, mandate| mandate.references.iter().map(|&at| &document.references[at]).collect());
        tuple(&cited, py)
    }
}

#[pymethods]
impl Clause {
    /// The number of its marker.
    #[getter]
    fn number(&self) -> Option<u32> {
        self.0.get().number()
    }

    /// The dates inside it.
    #[getter]
    fn dates(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(&self.0.parts(|document, clause| document.dates_in(clause.span).collect()), py)
    }

    /// The entities named inside it.
    #[getter]
    fn entities(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        tuple(&self.0.parts(|document, clause| document.entities_in(clause.span).collect()), py)
    }
}
