//! Structure: which paragraphs are title, heading, formula, clause; the tree of clauses; the meeting.

pub(crate) mod kind;
pub(crate) mod meeting;
pub(crate) mod outline;

pub(crate) use outline::{ClauseNode, MarkerNode, Outline, Part, ResolutionNode};
