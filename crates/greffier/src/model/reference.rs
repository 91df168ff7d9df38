//! References: the instruments a text cites.

use serde::{Deserialize, Serialize};

use super::Edtf;
use crate::span::Span;

/// What kind of text is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReferenceKind {
    /// A resolution.
    Resolution,
    /// A decision.
    Decision,
    /// A declaration, presidential statements included.
    Declaration,
    /// A communiqué.
    Communique,
    /// A regulation, directive or additional act.
    Regulation,
    /// A treaty, charter, convention or agreement.
    Treaty,
    /// Any other document with a symbol.
    Document,
}

/// One citation of an instrument.
///
/// ```
/// let document = greffier::parse("Rappelant la résolution 70/1 de l’Assemblée générale, en date du 25 septembre 2015,");
/// let reference = &document.references[0];
/// assert_eq!(reference.symbol.as_deref(), Some("A/RES/70/1"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reference {
    /// The words that cite.
    pub span: Span,
    /// What kind of text is cited.
    pub kind: ReferenceKind,
    /// Its symbol, normalised: `S/RES/2085 (2012)`, `A/RES/70/1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The body that adopted it, as the symbol or the words say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Its date, where printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// The part cited: `~para_3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner: Option<String>,
    /// The entity that stands for the instrument, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
}

impl Reference {
    /// A reference by its words alone.
    #[must_use]
    pub fn new(span: Span, kind: ReferenceKind) -> Self {
        Self { span, kind, symbol: None, body: None, date: None, inner: None, entity: None }
    }
}
