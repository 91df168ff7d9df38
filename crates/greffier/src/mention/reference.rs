//! Citations of instruments in the clean text.

use super::{DateMention, Reading};
use crate::model::{Edtf, ReferenceKind};
use crate::text::CleanSpan;

/// A citation found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReferenceMention {
    pub(crate) span: CleanSpan,
    pub(crate) kind: ReferenceKind,
    pub(crate) symbol: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) date: Option<Edtf>,
    pub(crate) inner: Option<String>,
}

/// The citations of the text, in order.
pub(crate) fn references(_reading: Reading<'_>, _dates: &[DateMention]) -> Vec<ReferenceMention> {
    Vec::new()
}
