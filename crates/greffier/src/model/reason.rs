//! Reasons: by which rule or data entry a value was read, and what else was thought of.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a [`Reason`] is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReasonKind {
    /// An [`Act`](super::Act).
    Act,
    /// A [`Date`](super::Date).
    Date,
    /// A [`Period`](super::Period).
    Period,
    /// A mention of an [`Entity`](super::Entity).
    Entity,
    /// A [`Reference`](super::Reference).
    Reference,
}

/// Why a value was read. [`Parser::reasons`](crate::Parser::reasons) lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reason {
    /// What it is for.
    pub kind: ReasonKind,
    /// The words that were read.
    pub span: Span,
    /// What was read in them: the class of an act, the value of a date, the name of an entity, the symbol or title of what is cited;
    /// absent where nothing was, and everything was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The rule or data entry that made it: `act/demander-dative`, `date/day`, `entity/organization/union-africaine`,
    /// `reference/resolution/A-RES`.
    pub rule: String,
    /// What else was thought of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
}

/// Another reading of the same words, or of some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rejected {
    /// The words.
    pub span: Span,
    /// What it would have been.
    pub value: String,
    /// The rule or data entry that would have made it.
    pub rule: String,
    /// Why it was not taken.
    pub why: String,
}

impl Reason {
    /// A reason without alternatives.
    #[must_use]
    pub fn new(kind: ReasonKind, span: Span, value: Option<String>, rule: String) -> Self {
        Self { kind, span, value, rule, rejected: Vec::new() }
    }
}

impl Rejected {
    /// A reading that was not taken.
    #[must_use]
    pub fn new(span: Span, value: String, rule: String, why: &str) -> Self {
        Self { span, value, rule, why: why.to_owned() }
    }
}
