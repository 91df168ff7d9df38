//! The meeting, read from the opening sentence, the title block and the header.

use crate::mention::{Mentions, Reading};
use crate::model::{Edtf, Form, Level};
use crate::structure::Outline;
use crate::text::CleanSpan;

/// A value with its place in the clean text.
pub(crate) type Found<T> = Option<(T, CleanSpan)>;

/// A meeting in places of the clean text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct FoundMeeting {
    pub(crate) span: Option<CleanSpan>,
    pub(crate) name: Found<String>,
    pub(crate) body: Found<String>,
    pub(crate) organization: Found<String>,
    pub(crate) level: Found<Level>,
    pub(crate) session: Found<u32>,
    pub(crate) form: Found<Form>,
    pub(crate) theme: Found<String>,
    pub(crate) date: Found<Edtf>,
    pub(crate) city: Found<String>,
    /// ISO 3166-1 alpha-2.
    pub(crate) country: Found<String>,
    pub(crate) chair: Found<String>,
    pub(crate) alongside: Option<Box<FoundMeeting>>,
}

/// The meeting that the text comes from, where it says so.
pub(crate) fn meeting(_outline: &Outline, _reading: Reading<'_>, _mentions: &Mentions) -> Option<FoundMeeting> {
    None
}
