//! Structure: which paragraphs are title, heading, formula, clause; the tree of clauses; the meeting.

mod builder;
mod classify;
pub(crate) mod kind;
pub(crate) mod meeting;
mod numbering;
pub(crate) mod outline;
mod paragraph;
mod region;

pub(crate) use outline::{ClauseNode, Outline, Part, ResolutionNode};
