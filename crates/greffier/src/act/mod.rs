//! Acts: who asks whom to do what, in the words of one clause.

use crate::mention::{Mentions, Reading};
use crate::model::{Class, Force, Role, Tense};
use crate::text::CleanSpan;

/// An act found in a clause, in places of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FoundAct {
    pub(crate) span: CleanSpan,
    pub(crate) verb: CleanSpan,
    pub(crate) lemma: String,
    pub(crate) class: Class,
    pub(crate) force: Force,
    pub(crate) intensity: i8,
    pub(crate) actor: Option<CleanSpan>,
    /// The words (or the pronoun), and the group they stand for.
    pub(crate) addressees: Vec<FoundAddressee>,
    pub(crate) content: Option<CleanSpan>,
    /// The deadline, by its place in [`Mentions::dates`].
    pub(crate) deadline: Option<usize>,
    pub(crate) negated: bool,
    pub(crate) tense: Tense,
}

/// An addressee: where it stands, and the noun group it means (another place where it is a pronoun).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundAddressee {
    pub(crate) span: CleanSpan,
    pub(crate) group: CleanSpan,
}

/// One clause as the act stage sees it: its own text (one span a paragraph, marker left out), and its role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body<'t> {
    pub(crate) spans: &'t [CleanSpan],
    pub(crate) role: Role,
    /// Whether it is the sub-clause of another.
    pub(crate) nested: bool,
}

/// The acts of one clause, in order.
pub(crate) fn acts(_body: Body<'_>, _reading: Reading<'_>, _mentions: &Mentions) -> Vec<FoundAct> {
    Vec::new()
}
