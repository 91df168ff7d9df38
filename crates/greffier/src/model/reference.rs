//! References: the instruments a text cites.

use serde::{Deserialize, Serialize};

use super::{Class, Edtf};
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

/// How the words of a citation mean their instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReferenceForm {
    /// By its symbol, number or title: `résolution 70/1`.
    #[default]
    Explicit,
    /// By pointing back to where it was cited before: `ladite résolution`, `l’Accord`. Symbol, body and entity are those of the
    /// citation that is meant; none where the text does not tell which.
    Anaphoric,
    /// A text that means itself: `la présente résolution`. The symbol is its own, where it has one.
    Own,
}

impl ReferenceForm {
    /// Whether it is the usual one, which JSON leaves out.
    #[must_use]
    pub fn is_explicit(&self) -> bool {
        *self == Self::Explicit
    }
}

/// One citation of an instrument.
///
/// ```
/// let document = greffier::parse("Rappelant la résolution 70/1 de l’Assemblée générale, en date du 25 septembre 2015,");
/// let reference = &document.references[0];
/// assert_eq!(reference.symbol.as_deref(), Some("A/RES/70/1"));
///
/// let document = greffier::parse("Rappelant le Traité de Kayes, signé à Kayes le 3 mai 1999,");
/// let reference = &document.references[0];
/// assert_eq!(reference.title.as_deref(), Some("Traité de Kayes"));
/// assert_eq!(reference.place.as_deref(), Some("Kayes"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reference {
    /// The words that cite.
    pub span: Span,
    /// What kind of text is cited.
    pub kind: ReferenceKind,
    /// How the words mean it.
    #[serde(default, skip_serializing_if = "ReferenceForm::is_explicit")]
    pub form: ReferenceForm,
    /// Its title, for instruments cited by one: `Charte des Nations Unies`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its symbol, normalised: `S/RES/2085 (2012)`, `A/RES/70/1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The body that adopted it, as the symbol or the words say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Its date, where printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Where it was signed, as printed: `Bamako` of `Accord … signé à Bamako le 15 mai 2015`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The year of the instrument, as its symbol or its date says: 2012 for `S/RES/2085 (2012)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The session of the body, as the symbol says: 70 for `A/RES/70/1`, 18 for `Assembly/AU/Dec.391(XVIII)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u32>,
    /// Where it is on the web, for series with a published scheme ([`Addresses`](crate::Addresses)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its Akoma Ntoso IRI, for series with a published scheme, where the text prints the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iri: Option<String>,
    /// The lemma of the verb that cites it: `rappeler`, `proroger`, `mettre fin`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// What that verb does, the type of an edge in a graph of citations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// The part cited, as Akoma Ntoso names it: `~para_3`, `~art_5__para_2`.
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
        Self {
            span,
            kind,
            form: ReferenceForm::Explicit,
            title: None,
            symbol: None,
            body: None,
            date: None,
            place: None,
            year: None,
            session: None,
            url: None,
            iri: None,
            verb: None,
            class: None,
            inner: None,
            entity: None,
        }
    }
}
