//! What users read: plain values with their places in the text. Nothing here parses.

mod act;
mod citation;
mod clause;
mod date;
mod dates;
mod document;
mod entity;
mod evidence;
mod leaf;
mod mandate;
mod meeting;
mod note;
mod offsets;
mod period;
mod reason;
mod reference;
mod resolution;

pub use act::{Act, Actor, Class, Deadline, Force, Polarity, Repetition, Report, Task, Tense, Verb};
pub use citation::Citation;
pub use clause::{Clause, Marker, MarkerStyle, Role};
pub use date::{Date, DateRole, Edtf};
pub use dates::Dates;
pub use document::{Document, Kind, Offsets, SCHEMA};
pub use entity::{Entity, EntityKind};
pub use evidence::Evidence;
pub use leaf::{Leaf, LeafKind};
pub use mandate::Mandate;
pub use meeting::{Form, Level, Meeting, Participant, Place};
pub use note::Note;
pub use period::{Period, PeriodKind};
pub use reason::{Reason, ReasonKind, Rejected};
pub use reference::{Reference, ReferenceForm, ReferenceKind};
pub use resolution::{Adoption, Resolution};
