//! Resolutions: a formula that adopts, and the clauses adopted.

use serde::{Deserialize, Serialize};

use super::{Clause, Edtf, Evidence};
use crate::span::Span;

/// When and how a resolution was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Adoption {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Evidence<Edtf>>,
    /// The number of the sitting at which: 36 of `36e séance plénière`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Evidence<u32>>,
    /// The line that tells of the vote, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Evidence<String>>,
}

/// One act of the meeting: a resolution, a decision, or the one unnamed text of a report or communiqué.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Resolution {
    /// From its header to its last word.
    pub span: Span,
    /// Its symbol, normalised: `S/RES/2100 (2013)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Evidence<String>>,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Evidence<String>>,
    /// The words that adopt: `L’Assemblée générale,`, `a convenu de ce qui suit`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Evidence<String>>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
    /// Whether it is an annex of the resolution before it, or the draft that one recommends to another body. Nobody adopts its
    /// clauses here: they are narrative.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub annex: bool,
    /// The agenda item under which: `71` of `Point 71 de l’ordre du jour`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda_item: Option<Evidence<String>>,
    /// When and how it was adopted.
    pub adoption: Adoption,
}

impl Resolution {
    /// A resolution without header and clauses.
    #[must_use]
    pub fn new(span: Span) -> Self {
        Self { span, ..Self::default() }
    }
}
