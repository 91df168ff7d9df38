//! Mentions: dates, names and citations found in the clean text.

mod acronym;
pub(crate) mod date;
pub(crate) mod entity;
mod event;
mod head;
mod instrument;
pub(crate) mod name;
mod person;
mod phrase;
pub(crate) mod reference;
mod scan;
mod select;

pub(crate) use date::{DateMention, ImpossibleDate};
pub(crate) use entity::EntityMention;
pub(crate) use reference::ReferenceMention;

use crate::lexicon::Lexicon;
use crate::text::Words;

/// The clean text with its words: what every scanner reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'t> {
    pub(crate) clean: &'t str,
    pub(crate) words: &'t Words,
    pub(crate) lexicon: &'t Lexicon,
}

/// All mentions of a text, each kind in order of place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mentions {
    pub(crate) dates: Vec<DateMention>,
    pub(crate) impossible_dates: Vec<ImpossibleDate>,
    pub(crate) references: Vec<ReferenceMention>,
    pub(crate) entities: Vec<EntityMention>,
}

/// Scans the text for dates, then for citations, then for names: later scanners see what earlier ones took.
pub(crate) fn mentions(reading: Reading<'_>) -> Mentions {
    let (dates, impossible_dates) = date::dates(reading);
    let references = reference::references(reading, &dates);
    let entities = entity::entities(reading, &dates, &references);
    Mentions { dates, impossible_dates, references, entities }
}
