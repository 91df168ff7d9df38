//! Python bindings: the wrapper translates, it does not think.
//!
//! Every class is a read-only view ([`part::Part`]) of one shared document, whose spans are counted in code points,
//! as Python counts. `view.rs` lists the classes and their fields, `seen.rs` says how each kind of value looks in
//! Python, `parser.rs` reads one text, `many.rs` many on all cores, `dates.rs` is what the dates of a text are by themselves,
//! `citation.rs` an edge between parts of a document, `classes.rs` what is known about each class of act.
#![deny(unsafe_code)]
#![allow(missing_docs, reason = "an extension module has no Rust interface; the stubs document the Python one")]

mod citation;
mod classes;
mod dates;
mod gist;
mod many;
mod parser;
mod part;
mod seen;
mod value;
mod view;

use pyo3::prelude::*;

/// The native half of the package; `greffier` re-exports it.
#[pymodule]
mod _greffier {
    #[pymodule_export]
    use super::citation::Citation;
    #[pymodule_export]
    use super::classes::{ClassEntry, Classes};
    #[pymodule_export]
    use super::dates::Dates;
    #[pymodule_export]
    use super::many::Documents;
    #[pymodule_export]
    use super::parser::{Parser, dates, parse, parse_many};
    #[pymodule_export]
    use super::value::{Evidence, Span};
    #[pymodule_export]
    use super::view::{
        Act, Actor, Adoption, Clause, Date, Deadline, Diagnostic, Document, Entity, Leaf, Mandate, Marker, Meeting,
        Note, Participant, Period, Place, Reference, Report, Resolution, Task, Verb,
    };

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name is Python's")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
