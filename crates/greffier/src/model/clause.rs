//! Clauses: the numbered or unnumbered paragraphs that carry the acts.

use serde::{Deserialize, Serialize};

use super::{Act, Evidence};
use crate::span::Span;

/// How a marker is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MarkerStyle {
    /// `iv.`
    LowerRoman,
    /// `IV.`
    UpperRoman,
    /// `4.`
    Arabic,
    /// `3.1.`, numbered by its last part
    Decimal,
    /// `d)`
    LowerLetter,
    /// `D.`
    UpperLetter,
    /// `-`, `•`
    Bullet,
    /// `Article 4`
    Article,
}

/// The label in front of a clause, confirmed by the list it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Marker {
    /// Where it stands.
    pub span: Span,
    /// How it is written.
    pub style: MarkerStyle,
    /// Its number in the list; for a bullet, its rank.
    pub number: u32,
    /// As printed, punctuation included: `iv.`
    pub text: String,
}

impl Marker {
    /// A marker.
    #[must_use]
    pub fn new(span: Span, style: MarkerStyle, number: u32, text: String) -> Self {
        Self { span, style, number, text }
    }
}

/// What a clause is to its resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Says why: `Rappelant …`.
    Preambular,
    /// Says what: `1. Décide …`.
    Operative,
    /// Tells: who met, who spoke, how it was adopted.
    Narrative,
}

/// A clause with its acts and sub-clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Clause {
    /// From the marker (or the first word) to the last character, sub-clauses included.
    pub span: Span,
    /// Its label, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<Marker>,
    /// What it is to the resolution.
    pub role: Role,
    /// The heading under which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Evidence<String>>,
    /// The headings around that heading, outermost first: `TITRE I`, `Chapitre premier` above a section's heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<Evidence<String>>,
    /// Its own words, reflowed, without marker and sub-clauses.
    pub text: String,
    /// What it does.
    pub acts: Vec<Act>,
    /// Its sub-clauses.
    pub children: Vec<Clause>,
}

impl Clause {
    /// A clause without marker, acts and sub-clauses.
    #[must_use]
    pub fn new(span: Span, role: Role, text: String) -> Self {
        Self { span, marker: None, role, heading: None, path: Vec::new(), text, acts: Vec::new(), children: Vec::new() }
    }

    /// The number of its marker: 4 for `iv.`; absent where it has none.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.marker.as_ref().map(|marker| marker.number)
    }
}
