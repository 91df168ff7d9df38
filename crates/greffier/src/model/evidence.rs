//! A value with the words that support it.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A value read from the text, and the span of the words it was read from.
///
/// ```
/// let document = greffier::parse("Résolution 2100 (2013)\n\nLe Conseil de sécurité,\n\n1. Décide d’agir.\n");
/// let symbol = document.resolutions[0].symbol.as_ref().expect("a printed symbol");
/// assert_eq!(symbol.value, "S/RES/2100 (2013)");
/// assert_eq!(document.slice(symbol.span), "Résolution 2100 (2013)");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence<T> {
    /// The value, normalised.
    pub value: T,
    /// The words that support it.
    pub span: Span,
}

impl<T> Evidence<T> {
    /// `value`, as `span` supports it.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
