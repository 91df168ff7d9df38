//! Dates in the clean text.

use chrono::NaiveDate;

use super::Reading;
use crate::diagnostic::Code;
use crate::model::{DateRole, Edtf};
use crate::text::CleanSpan;

/// A date found in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateMention {
    pub(crate) span: CleanSpan,
    pub(crate) value: Edtf,
    pub(crate) start: Option<NaiveDate>,
    pub(crate) end: Option<NaiveDate>,
    pub(crate) role: Option<DateRole>,
    /// What looks wrong with it: a code and a message each.
    pub(crate) doubts: Vec<(Code, String)>,
}

/// The dates of the text, in order, none overlapping another.
pub(crate) fn dates(_reading: Reading<'_>) -> Vec<DateMention> {
    Vec::new()
}
