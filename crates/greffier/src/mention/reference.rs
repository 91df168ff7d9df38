//! Citations of instruments in the clean text: `résolution 70/1 de l’Assemblée générale`, `S/PRST/2012/7`.
//!
//! Reads words and dates; gives a mention for each symbol cited, lists and ranges spelled out. Two steps: [`scan`] finds what is
//! printed, [`settle`] says whose it is. When the names of the text are known, those cited by kind and date ([`dated`]) are added,
//! those cited by title ([`treaty`]), and those that only point to another ([`anaphora`]).

mod anaphora;
mod dated;
mod inner;
mod scan;
mod settle;
mod symbol;
#[cfg(test)]
mod tests;
mod treaty;

use super::entity::EntityMention;
use super::phrase::Phrase;
use super::{DateMention, Reading};
use crate::model::{Edtf, ReferenceForm, ReferenceKind};
use crate::text::CleanSpan;

/// A citation found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReferenceMention {
    pub(crate) span: CleanSpan,
    pub(crate) kind: ReferenceKind,
    pub(crate) form: ReferenceForm,
    /// `Charte des Nations Unies`
    pub(crate) title: Option<String>,
    /// `A/RES/70/1`
    pub(crate) symbol: Option<String>,
    /// `Assemblée générale`
    pub(crate) body: Option<String>,
    pub(crate) date: Option<Edtf>,
    /// `Bamako`
    pub(crate) place: Option<String>,
    /// `~para_3`
    pub(crate) inner: Option<String>,
    /// The entity that stands for it, by its place among the entities.
    pub(crate) entity: Option<usize>,
}

impl ReferenceMention {
    pub(crate) fn new(span: CleanSpan, kind: ReferenceKind) -> Self {
        Self {
            span,
            kind,
            form: ReferenceForm::Explicit,
            title: None,
            symbol: None,
            body: None,
            date: None,
            place: None,
            inner: None,
            entity: None,
        }
    }
}

/// The citations of the text, in order.
pub(crate) fn references(reading: Reading<'_>, dates: &[DateMention]) -> Vec<ReferenceMention> {
    settle::settle(scan::scan(reading, dates), &reading.lexicon.references)
}

/// Adds the citations by title and those that point to others, and keeps the order of place.
pub(crate) fn complete(phrase: Phrase<'_>, entities: &[EntityMention], references: &mut Vec<ReferenceMention>) {
    dated::dated(phrase, references);
    treaty::titled(phrase, entities, references);
    anaphora::anaphoric(phrase, references);
}
