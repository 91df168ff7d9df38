//! Entities in the clean text: names of the gazetteer, acronyms, persons, events, instruments.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::name::name_at;
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
    reading: Reading<'_>,
    _dates: &[DateMention],
    _references: &[ReferenceMention],
) -> Vec<EntityMention> {
    let mut out: Vec<EntityMention> = Vec::new();
    let mut index = FxHashMap::default();
    let mut at = 0;
    while at < reading.words.len() {
        let Some(found) = name_at(reading, at) else {
            at += 1;
            continue;
        };
        let span = reading.words[at].span.cover(reading.words[at + found.count - 1].span);
        let place = *index.entry(found.id).or_insert_with(|| {
            out.push(EntityMention {
                kind: found.entry.kind,
                name: found.entry.name.clone(),
                acronym: found.entry.acronym.clone(),
                codes: found.entry.codes.clone(),
                mentions: Vec::new(),
            });
            out.len() - 1
        });
        out[place].mentions.push(span);
        at += found.count;
    }
    out
}
