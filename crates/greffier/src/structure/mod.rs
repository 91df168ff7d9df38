//! Structure: which paragraphs are title, heading, formula, clause; the tree of clauses; the meeting.

pub(crate) mod adoption;
mod builder;
mod classify;
mod closing;
mod heading;
pub(crate) mod kind;
pub(crate) mod meeting;
pub(crate) mod note;
mod numbering;
pub(crate) mod outline;
mod paragraph;
mod prose;
mod region;

pub(crate) use outline::{ClauseNode, Outline, Part, ResolutionNode};
