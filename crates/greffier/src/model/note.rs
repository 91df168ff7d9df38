//! Footnotes, kept apart from the text that calls them.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Note {
    /// From its label to its last word.
    pub span: Span,
    /// The label, as printed: `1`, `3/`, `*`.
    pub label: String,
    /// The words of the note, label left out.
    pub text: String,
    /// Where the text calls it, the figure glued to a word: `août 19482`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Span>,
}

impl Note {
    /// A note that nothing calls.
    #[must_use]
    pub fn new(span: Span, label: String, text: String) -> Self {
        Self { span, label, text, call: None }
    }
}
