//! greffier reads the French texts of international meetings and returns what they say as data.
#![forbid(unsafe_code)]

mod act;
mod assemble;
mod diagnostic;
mod error;
mod grammar;
mod language;
mod lexicon;
mod mention;
mod model;
mod parser;
mod span;
mod structure;
mod text;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use error::Error;
pub use lexicon::gazetteer::Gazetteer;
pub use model::{
    Act, Addressee, Adoption, Class, Clause, Date, DateRole, Document, Edtf, Entity, EntityKind, Evidence, Force, Form,
    Kind, Leaf, LeafKind, Level, Marker, MarkerStyle, Meeting, Offsets, Participant, Place, Reference, ReferenceKind,
    Resolution, Role, SCHEMA, Tense, Verb,
};
pub use parser::{Parser, ParserBuilder};
pub use span::{CharIndex, Span, line_column};

/// Reads a French text. Cannot fail: what looks wrong is in [`Document::diagnostics`].
#[must_use]
pub fn parse(text: &str) -> Document {
    Parser::default().parse(text)
}

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
