//! Mentions: dates, names and citations found in the clean text.

mod acronym;
mod alias;
mod coreference;
pub(crate) mod date;
mod define;
pub(crate) mod entity;
mod event;
mod head;
mod instrument;
mod misspelt;
pub(crate) mod name;
mod office;
mod person;
mod phrase;
mod provision;
pub(crate) mod reference;
mod scan;
mod select;
mod signature;
mod title;

pub(crate) use coreference::{Own, corefer};
pub(crate) use date::{DateMention, FoundDates, PeriodMention, RefusedDate, dates};
pub(crate) use entity::EntityMention;
pub(crate) use reference::ReferenceMention;

use chrono::NaiveDate;

use crate::lexicon::Lexicon;
use crate::text::Words;
use phrase::Phrase;

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
    pub(crate) periods: Vec<PeriodMention>,
    pub(crate) refused_dates: Vec<RefusedDate>,
    pub(crate) references: Vec<ReferenceMention>,
    pub(crate) entities: Vec<EntityMention>,
}

/// Scans the text for dates, then for citations, then for names, which may be cited, too: later scanners see what earlier ones took. `written` is the date
/// of the text, where it is known without it.
pub(crate) fn mentions(reading: Reading<'_>, written: Option<NaiveDate>) -> Mentions {
    let FoundDates { dates, periods, refused: refused_dates } = dates(reading, written);
    let mut references = reference::references(reading, &dates);
    let entities = entity::entities(reading, &dates);
    reference::complete(Phrase { reading, dates: &dates }, &entities, &mut references);
    Mentions { dates, periods, refused_dates, references, entities }
}
