//! greffier reads what international meetings publish in French (reports, final communiqués, declarations, decisions,
//! resolutions), as messy as PDF extraction leaves it, and returns what they say as data: the meeting, the tree of clauses,
//! who asks whom to do what by when, every date, every name, every instrument cited, each tied to its exact place.
//!
//! ```
//! use greffier::{Class, Role};
//!
//! let text = "\
//! Le Comité du lac s'est réuni à Bamako le 18 juin
//!
//! 2013. Il a convenu de ce qui suit :
//!
//! i. La réunion a invité les États membres à verser leur contribution.
//!
//! ii. La réunion a pris note du rapport.";
//!
//! let document = greffier::parse(text);
//! let first = document.clauses().next().expect("two clauses");
//! assert_eq!((first.number(), first.role), (Some(1), Role::Operative));
//! assert_eq!(first.acts[0].class, Class::Invite);
//! assert_eq!(first.acts[0].addressees[0].text, "les États membres");
//! assert_eq!(document.slice(document.dates[0].span), "18 juin\n\n2013");
//! assert_eq!(document.dates[0].value.as_str(), "2013-06-18");
//! ```
//!
//! # What to know first
//!
//! - **Any text parses.** [`parse`] returns a [`Document`], whatever it is given; what looks wrong is in
//!   [`Document::diagnostics`], with a stable [`Code`] and a place.
//! - **Nothing is lost.** [`Document::leaves`] cover every byte of the text once: title, heading, formula, clause, page number.
//! - **Every value has its words.** A [`Span`] is a half-open byte range of the text you gave; [`Document::slice`] gives the words.
//!   Line breaks, page turns, hyphens and running heads inside a value are repaired virtually: the value is whole, and its span
//!   covers the hole.
//! - **Unknown is absent.** A year that is not printed is not filled in; dates are [EDTF](Edtf).
//! - No model, no network, no regular expression: rules, grammars and data files, the same answer every time.
//!
//! # The types
//!
//! A [`Document`] has a [`Kind`], a title, a symbol, the [`Meeting`] it comes from, and [`Resolution`]s. A resolution has a
//! formula (`L’Assemblée générale,`) and a tree of [`Clause`]s, each with its [`Marker`], [`Role`] and [`Act`]s; an act has a
//! [`Verb`], a [`Class`], a [`Force`] and its [`Actor`]s. Across the text run [`Date`]s, [`Entity`]s with all their mentions,
//! and [`Reference`]s. A value read from words is an [`Evidence`]: the value and its span.
//!
//! [`Document::clauses`] walks all clauses in reading order, [`Document::citations`] lists who cites what with which verb,
//! [`Document::dates_in`] and [`Document::entities_in`] look inside a span, [`Document::with_offsets`] counts spans in code points
//! for readers that want those. Everything serialises with serde as JSON version 1 ([`SCHEMA`]).
//!
//! # The stages
//!
//! ```text
//! source → lines → blocks → reflowed text → words → structure → mentions → acts → document
//! ```
//!
//! Each stage is a function from the one type to the next; [`Parser::explain`] prints what each made of a text, [`Parser::reasons`] by which rule each
//! value was read. Words live in
//! data files, not in code; [`Gazetteer`] and [`ParserBuilder::gazetteer`] add names of your own.
//!
//! # Features
//!
//! - `schema`: derives [schemars](https://docs.rs/schemars) on the model, to generate the JSON Schema.
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
mod reason;
mod span;
mod structure;
mod text;
mod watch;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use error::Error;
pub use lexicon::address::Addresses;
pub use lexicon::class::{ClassEntry, Classes};
pub use lexicon::gazetteer::Gazetteer;
pub use lexicon::lint::Problem;
pub use model::{
    Act, Actor, Adoption, Citation, Class, Clause, Date, DateRole, Dates, Deadline, Document, Edtf, Entity, EntityKind,
    Evidence, Force, Form, Kind, Leaf, LeafKind, Level, Mandate, Marker, MarkerStyle, Meeting, Note, Offsets,
    Participant, Period, PeriodKind, Place, Polarity, Reason, ReasonKind, Reference, ReferenceForm, ReferenceKind,
    Rejected, Repetition, Report, Resolution, Role, SCHEMA, Task, Tense, Verb,
};
pub use parser::{Parser, ParserBuilder};
pub use span::{CharIndex, Span, line_column};

/// Reads a French text. Cannot fail: what looks wrong is in [`Document::diagnostics`].
///
/// ```
/// let document = greffier::parse("La réunion s’est tenue à Dakar du 3 au 5 mars 2014.");
/// assert_eq!(document.dates[0].value.as_str(), "2014-03-03/2014-03-05");
/// ```
#[must_use]
pub fn parse(text: &str) -> Document {
    Parser::default().parse(text)
}

/// Reads the dates of a French text, whatever it is, and nothing else: the same as those of [`parse`], but faster.
///
/// ```
/// let text = "Du 22 octobre au 5 novembre 2013, puis d’ici à la mi-2015 ; tous les six mois.";
/// let dates = greffier::dates(text);
/// let values: Vec<&str> = dates.dates.iter().map(|date| date.value.as_str()).collect();
/// assert_eq!(values, ["2013-10-22/2013-11-05", "../2015~"]);
/// assert_eq!(dates.periods[0].value, "R/P6M");
/// ```
#[must_use]
pub fn dates(text: &str) -> Dates {
    Parser::default().dates(text)
}

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
