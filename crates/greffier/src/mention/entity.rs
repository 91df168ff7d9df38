//! Entities in the clean text: names of the gazetteer, acronyms, persons, events, instruments.

use std::collections::BTreeMap;

use super::{DateMention, Reading, ReferenceMention};
use crate::model::EntityKind;
use crate::text::CleanSpan;

/// One entity with all its mentions in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EntityMention {
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    pub(crate) acronym: Option<String>,
    pub(crate) codes: BTreeMap<String, String>,
    pub(crate) mentions: Vec<CleanSpan>,
}

/// The entities of the text, in order of first mention.
pub(crate) fn entities(
    _reading: Reading<'_>,
    _dates: &[DateMention],
    _references: &[ReferenceMention],
) -> Vec<EntityMention> {
    Vec::new()
}
