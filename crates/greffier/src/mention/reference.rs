//! Citations of instruments in the clean text: `résolution 70/1 de l’Assemblée générale`, `S/PRST/2012/7`.
//!
//! Reads words and dates; gives a mention for each symbol cited, lists and ranges spelled out. Two steps: [`scan`] finds what is
//! printed, [`settle`] says whose it is. Titles of treaties are names, not read here.

mod inner;
mod scan;
mod settle;
mod symbol;
#[cfg(test)]
mod tests;

use super::{DateMention, Reading};
use crate::model::{Edtf, ReferenceKind};
use crate::text::CleanSpan;

/// A citation found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReferenceMention {
    pub(crate) span: CleanSpan,
    pub(crate) kind: ReferenceKind,
    /// `A/RES/70/1`
    pub(crate) symbol: Option<String>,
    /// `Assemblée générale`
    pub(crate) body: Option<String>,
    pub(crate) date: Option<Edtf>,
    /// `~para_3`
    pub(crate) inner: Option<String>,
}

/// The citations of the text, in order.
pub(crate) fn references(reading: Reading<'_>, dates: &[DateMention]) -> Vec<ReferenceMention> {
    settle::settle(scan::scan(reading, dates), &reading.lexicon.references)
}
