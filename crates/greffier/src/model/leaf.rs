//! Leaves: the parts into which every byte of the source falls.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a [`Leaf`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LeafKind {
    /// A line of the title.
    Title,
    /// Letterhead, symbol, place and date lines, agenda item: what stands before the text proper.
    Preface,
    /// A heading: `A. SITUATION POLITIQUE ET SECURITAIRE`.
    Heading,
    /// The words that adopt: `L’Assemblée générale,`, `a convenu de ce qui suit:`.
    Formula,
    /// Text of a clause, its marker included.
    Clause,
    /// A line of the list of those who took part.
    Participant,
    /// A footnote below the text.
    Note,
    /// Adoption line, vote, `Fait à Dakar, le 16 décembre 2011`, signatures.
    Closing,
    /// A page number alone on its line.
    PageNumber,
    /// A line that recurs at page turns.
    RunningHead,
    /// A line of dashes or stars.
    Rule,
    /// Prose that belongs to none of the above.
    Prose,
    /// White space.
    Blank,
}

/// A stretch of the source. The leaves of a document follow one another without hole or overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Leaf {
    /// What it is.
    pub kind: LeafKind,
    /// Where it stands, the white space after it included.
    pub span: Span,
}

impl Leaf {
    /// A leaf of `kind`.
    #[must_use]
    pub fn new(kind: LeafKind, span: Span) -> Self {
        Self { kind, span }
    }
}
